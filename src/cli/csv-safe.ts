import type { Problem } from "../core/errors.ts";
import type { Separation } from "../render/separated.ts";
import { clashProblem } from "./conflicts.ts";
import type { GivenOptions } from "./given.ts";

/** How the rows of a result are written. */
export function separationOf(format: "csv" | "tsv", isSafe: boolean): Separation {
  return { separator: format === "csv" ? "," : "\t", isSafe };
}

/** Formulas are only marked in cells. */
export function csvSafeProblems(given: GivenOptions, format: string): Problem[] {
  const isUnused = given.has("--csv-safe") && format !== "csv" && format !== "tsv";
  return isUnused ? [clashProblem("--csv-safe", "--format csv", "no rows")] : [];
}
