import type { Problem } from "../../core/errors.ts";
import { printable } from "../../notation/characters.ts";
import { inert } from "../../render/inert.ts";
import { problemWording } from "../../render/problems.ts";
import { separatedLine } from "../../render/separated.ts";

export const REJECT_COLUMNS = ["file", "line", "column", "code", "message", "row"];

const LONGEST_SHOWN = 500;

/** A row that could not be read: where it is, the first thing that is wrong with it, and the row itself. */
export interface Reject {
  readonly file: string;
  readonly line: number;
  readonly problem: Problem;
  readonly row: string;
}

/** Writes it as a line for people: "reports.csv:17: killed_low: E-GROUPING: …; the row: …". */
export function rejectLine({ file, line, problem, row }: Reject): string {
  const cell = problem.at?.cell;
  const where = `${file === "-" ? "standard input" : printable(file)}:${line}:${cell ? ` ${printable(cell)}:` : ""}`;
  const shown = row.length > LONGEST_SHOWN ? `${row.slice(0, LONGEST_SHOWN)}…` : row;
  return inert(`${where} ${problem.code}: ${message(problem)}; the row: ${printable(shown)}\n`);
}

/** Writes it as a line of CSV, with the row as it was. */
export function rejectRow({ file, line, problem, row }: Reject): string {
  return separatedLine([file, String(line), problem.at?.cell ?? "", problem.code, message(problem), row]);
}

function message(problem: Problem): string {
  const { says, expected } = problemWording(problem);
  const found = problem.text === undefined ? "" : `“${printable(problem.text)}”: `;
  return `${found}${says}${expected === undefined ? "" : `; expected ${expected}`}`;
}
