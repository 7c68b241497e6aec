import type { Problem } from "../core/errors.ts";
import type { Separation } from "../render/separated.ts";
import { clashProblem } from "./conflicts.ts";
import type { GivenOptions } from "./given.ts";

/** The rows of a result, and a note if they have text that --csv-safe would have marked. */
export async function rowsAndNotes(
  rowsOf: (separation: Separation) => string | Promise<string>,
  format: "csv" | "tsv",
  isSafe: boolean,
): Promise<{ readonly text: string; readonly notes: readonly string[] }> {
  const separator = format === "csv" ? "," : "\t";
  const text = await rowsOf({ separator, isSafe });
  const isRun = !isSafe && text !== (await rowsOf({ separator, isSafe: true }));
  return { text, notes: isRun ? [FORMULAS] : [] };
}

const FORMULAS =
  "a spreadsheet would run some of this text as a formula, because it begins with =, +, -, @ or a tab; --csv-safe marks it";

/** Formulas are only marked in cells. */
export function csvSafeProblems(given: GivenOptions, format: string): Problem[] {
  const isUnused = given.has("--csv-safe") && format !== "csv" && format !== "tsv";
  return isUnused ? [clashProblem("--csv-safe", "--format csv", "no rows")] : [];
}
