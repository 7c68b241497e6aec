import { printable } from "../../notation/characters.ts";
import { list } from "../../render/list.ts";
import { shellQuoted } from "../../render/shell-quoted.ts";
import type { UnusedRange } from "../range-columns.ts";
import type { UnusedLoss } from "../unused.ts";

const MOST_NAMED = 16;

/**
 * The note about columns that look like losses and change no result, with the --map that uses each; undefined if there
 * are none.
 */
export function unusedNote(unused: readonly UnusedLoss[]): string | undefined {
  if (unused.length === 0) return undefined;
  const more = unused.length > MOST_NAMED ? [`and ${unused.length - MOST_NAMED} more`] : [];
  const named = [...unused.slice(0, MOST_NAMED).map(nameWithRemedy), ...more].join(", ");
  return `not used, ${unused.length === 1 ? "though it looks like a loss" : "though they look like losses"}: ${named}`;
}

/** The note about the ends of a range of which only another number is used, with the --map options that use them. */
export function unusedRangeNote({ columns, used, maps }: UnusedRange): string {
  const names = list(columns.map((column) => printable(column)));
  const options = maps.map(mapOption).join(" ");
  return `${names} ${columns.length === 1 ? "is" : "are"} not used next to ${printable(used)}; for the range: ${options}`;
}

function mapOption(map: string): string {
  return `--map ${shellQuoted(printable(map))}`;
}

function nameWithRemedy({ column, maps, isPart, insteadOf, isLate }: UnusedLoss): string {
  if (isLate) return `${printable(column)} (the first row lacks it)`;
  const options = maps.map(mapOption).join(" ");
  const instead = insteadOf === undefined ? "" : ` instead of ${printable(insteadOf)}`;
  const remarks = [...(isPart ? ["part of the casualties"] : []), ...(options ? [`${options} uses it${instead}`] : [])];
  return `${printable(column)} (${remarks.join("; ")})`;
}
