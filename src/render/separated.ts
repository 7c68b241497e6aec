import type { OpenEnds } from "../core/range.ts";

/** A line of CSV, or of TSV, where a tab or a line break becomes a space so that tools like cut see every column. */
export function separatedLine(cells: readonly string[], separator: "," | "\t" = ","): string {
  const written = separator === "\t" ? cells.map((cell) => cell.replace(/[\t\r\n]/g, " ")) : cells;
  return `${written.map((cell) => quotedCell(cell, separator)).join(separator)}\n`;
}

/** How cells become text: what is between them, and whether text that a spreadsheet would run as a formula is marked. */
export interface Separation {
  readonly separator: "," | "\t";
  readonly isSafe: boolean;
}

/** Rows of CSV or TSV. */
export function separatedText(rows: readonly (readonly string[])[], { separator, isSafe }: Separation): string {
  return rows.map((row) => separatedLine(isSafe ? row.map(safeCell) : row, separator)).join("");
}

/** Text that a spreadsheet would run as a formula, with a ' before it. Numbers stay as they are. */
export function safeCell(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !/^[+-]?[\d.,]+$/.test(cell) ? `'${cell}` : cell;
}

/** A cell with quotes around it if it needs them (RFC 4180). */
export function quotedCell(cell: string, separator: string): string {
  return /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Which ends of a range are open, as written in a cell. */
export function openEnds({ openLow, openHigh }: OpenEnds): "" | "low" | "high" | "both" {
  if (openLow && openHigh) return "both";
  return openLow ? "low" : openHigh ? "high" : "";
}
