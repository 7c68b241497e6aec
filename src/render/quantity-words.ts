/** What quantities are called in sentences, by their names in formulas, where those do not read well. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["out of action", "casualties"],
  ["killed", "the killed"],
  ["others", "all other losses"],
  ["not broken down", "the losses not broken down"],
  ["ratio", "the ratio"],
  ["share who died", "the share who died"],
  ["force", "the force"],
  ["share", "the share of the force"],
  ["days", "the number of days"],
  ["losses a day", "the losses a day"],
]);

/** A quantity in a sentence: "casualties", "the killed", "the wounded", "killed a day". */
export function quantityWords(name: string): string {
  return WORDS.get(name) ?? (/^(?:wounded|captured|missing|deserted)$/.test(name) ? `the ${name}` : name);
}

/** "them" for people, "it" for a number. */
export function itOf(name: string): string {
  return /^(?:out of action|killed|others|wounded|captured|missing|deserted|losses a day)$/.test(name) ? "them" : "it";
}
