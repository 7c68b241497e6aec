/** What quantities are called in sentences, by their names in formulas, if those do not read well. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["out of action", "casualties"],
  ["killed", "the killed"],
  ["first list", "the first list"],
  ["second list", "the second list"],
  ["on both lists", "the number on both lists"],
  ["others", "all other losses"],
  ["not broken down", "the losses not broken down"],
  ["others per killed", "the ratio"],
  ["share who died", "the share of the casualties who died"],
  ["force", "the force"],
  ["share", "the share of the force"],
  ["days", "the number of days"],
  ["losses a day", "the losses a day"],
  ["returned", "the share who returned"],
  ["recruits", "the recruits"],
  ["recruits a day", "the recruits a day"],
  ["balance", "the balance"],
  ["amount", "the amount"],
  ["pace", "the pace"],
  ["target", "the target"],
  ["target from now", "the target"],
  ["target share", "the target"],
  ["target share from now", "the target"],
  ["target amount", "the target"],
  ["days to go", "the number of days to go"],
]);

/** A quantity in a sentence: "casualties", "the killed", "the wounded", "killed a day". */
export function quantityWords(name: string): string {
  return WORDS.get(name) ?? (/^(?:wounded|captured|missing|deserted)$/.test(name) ? `the ${name}` : name);
}

/** "1 day", "one day", "91 days". */
export function inDays(number: string): string {
  return `${number} ${number === "1" || number === "one" ? "day" : "days"}`;
}

/** "55,200 casualties", "1 casualty", "90 wounded", "900 other losses": a number of what a quantity counts. */
export function counted(name: string, number: string): string {
  if (name === "out of action") return `${number} ${number === "1" ? "casualty" : "casualties"}`;
  return `${number} ${name === "others" ? "other losses" : name}`;
}
