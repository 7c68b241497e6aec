/** "one, two and three". */
export const list = (words: readonly string[]): string => joined(words, "and");

/** "one", "one or two", "one, two or three". */
export const either = (words: readonly string[]): string => joined(words, "or");

function joined(words: readonly string[], last: "and" | "or"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}
