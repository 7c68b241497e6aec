import type { Range } from "../core/range.ts";

/** A line of CSV (RFC 4180: quotes around a cell that needs them), or of TSV, which has no quotes. */
export function separatedLine(cells: readonly string[], separator: "," | "\t" = ","): string {
  const written = separator === "\t" ? cells.map((cell) => cell.replace(/[\t\r\n]/g, " ")) : cells.map(quoted);
  return `${written.join(separator)}\n`;
}

/** Which ends of a range are open, as written in a cell. */
export function openEnds({ openLow, openHigh }: Pick<Range, "openLow" | "openHigh">): "" | "low" | "high" | "both" {
  if (openLow && openHigh) return "both";
  return openLow ? "low" : openHigh ? "high" : "";
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
