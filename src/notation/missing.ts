/** What stands for nothing in the cells of tables, in any case; docs and help list it. */
export const MISSING = [
  ..."NA|N/A|n.a.|n.d.|NaN|null|#N/A|\\N".split("|"),
  ..."unknown|not known|no data|not available".split("|"),
  ..."-|--|\u2013|\u2014|.|..|\u2026|?".split("|"),
];

const NOTHING: ReadonlySet<string> = new Set(["", ...MISSING.map((text) => text.toLowerCase())]);

/** Whether a cell of that text, without spaces around it, holds nothing. */
export function isEmptyCell(text: string): boolean {
  return NOTHING.has(text.toLowerCase());
}

/** Numbers that data sets write where nothing is known. */
export const MISSING_CODES = ["-9", "-99", "-999"];

/** A word that may mean that there were none, or that nobody knows. */
export function isNone(text: string): boolean {
  return /^(?:none|nil)$/i.test(text);
}
