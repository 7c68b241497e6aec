/** "one, two and three". */
export const list = (words: readonly string[]): string => joined(words, "and");

/** "one", "one or two", "one, two or three". */
export const either = (words: readonly string[]): string => joined(words, "or");

function joined(words: readonly string[], last: "and" | "or"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** The same for phrases: if one of them has a comma of its own, there is one before the last, too. */
export function listOfPhrases(phrases: readonly string[]): string {
  const text = list(phrases);
  const last = phrases.at(-1) ?? "";
  const isPlain = phrases.length < 2 || !phrases.some((phrase) => phrase.includes(","));
  return isPlain ? text : `${text.slice(0, -` and ${last}`.length)}, and ${last}`;
}
