/** The losses that are not deaths, in the order in which they are listed. */
export const CATEGORIES = ["wounded", "captured", "missing", "deserted"] as const;
export type Category = (typeof CATEGORIES)[number];

/** The losses that reports state. */
export const REPORTED = ["killed", "casualties", ...CATEGORIES] as const;
export type Reported = (typeof REPORTED)[number];

/** Whether a label is not a source, but says that one count has both: "captured or missing". */
export function isPairName(label: string): boolean {
  return /^(?:captured (?:or|and) missing|missing (?:or|and) captured)$/i.test(label);
}
