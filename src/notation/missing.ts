/** What means an empty cell in tables, ignoring case. The docs and help list it. */
export const MISSING = [
  ..."NA|N/A|n.a.|n.d.|NaN|null|#N/A|\\N".split("|"),
  ..."unknown|not known|no data|not available".split("|"),
  ..."-|--|\u2013|\u2014|.|..|\u2026|?".split("|"),
];

const NOTHING: ReadonlySet<string> = new Set(["", ...MISSING.map((text) => text.toLowerCase())]);

/** Whether a cell with that text, without spaces around it, is empty. */
export function isEmptyCell(text: string): boolean {
  return NOTHING.has(text.toLowerCase());
}

/** Numbers that data sets write for unknown values. */
export const MISSING_CODES = ["-9", "-99", "-999"];

/** Whether a word may mean either that there were none, or that the number is unknown. */
export function isNone(text: string): boolean {
  return /^(?:none|nil)$/i.test(text);
}
