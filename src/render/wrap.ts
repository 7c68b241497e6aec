/** Wraps text at spaces, to the given width unless a word is too long. */
export function wrapped(text: string, width: number, indent: string): string {
  const lead = /^ */.exec(text)![0];
  const [first = "", ...words] = text.slice(lead.length).split(" ");
  const lines = [lead + first];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (longer.length > width) lines.push(indent + word);
    else lines[lines.length - 1] = longer;
  }
  return lines.join("\n");
}
