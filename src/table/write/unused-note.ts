import { printable } from "../../notation/characters.ts";
import { shellQuoted } from "../../render/report.ts";
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

function nameWithRemedy({ column, maps, isPart, insteadOf, isLate }: UnusedLoss): string {
  if (isLate) return `${printable(column)} (the first row lacks it)`;
  const options = maps.map((map) => `--map ${shellQuoted(printable(map))}`).join(" ");
  const instead = insteadOf === undefined ? "" : ` instead of ${printable(insteadOf)}`;
  const remarks = [...(isPart ? ["part of the casualties"] : []), ...(options ? [`${options} uses it${instead}`] : [])];
  return `${printable(column)} (${remarks.join("; ")})`;
}
