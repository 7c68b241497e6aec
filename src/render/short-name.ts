/** Drops what is in brackets, then cuts the name, at a space if there is one: "Russian invasion…". */
export function shortName(name: string, room: number): string {
  const bare = [...name].length > room ? name.replace(/ \(.*\)$/, "") : name;
  const letters = [...bare];
  if (letters.length <= room) return bare;
  return `${letters
    .slice(0, room - 1)
    .join("")
    .replace(/(?<=.{8})(?:,? (?:of|in|the))*,? [^ ]*$/, "")}…`;
}
