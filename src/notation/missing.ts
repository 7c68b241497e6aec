/** An empty cell as other programs write it. */
const NOTHING = /^(|na|n\/a|nan|null)$/i;

/** Whether a cell of that text holds nothing. */
export function isEmptyCell(text: string): boolean {
  return NOTHING.test(text);
}
