import type { OpenEnds } from "../core/range.ts";

/** A line of CSV, or of TSV, where a tab or a line break becomes a space so that tools like cut see every column. */
export function separatedLine(cells: readonly string[], separator: "," | "\t" = ","): string {
  const written = separator === "\t" ? cells.map((cell) => cell.replace(/[\t\r\n]/g, " ")) : cells;
  return `${written.map((cell) => quotedCell(cell, separator)).join(separator)}\n`;
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
