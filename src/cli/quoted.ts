import type { Subject } from "../core/compare/quantities.ts";
import type { Problem } from "../core/errors.ts";
import { estimateOfOne } from "../core/estimate.ts";
import { withMinimums } from "../core/minimum.ts";
import type { GivenOptions } from "./given.ts";

/** The most characters of a sentence are a whole number above zero. */
export function maxProblems(given: GivenOptions): Problem[] {
  const found = given.value("--max");
  if (found === undefined || /^0*[1-9]\d{0,14}$/.test(found)) return [];
  return [{ code: "E-MAX", args: { found }, at: { option: "--max" } }];
}

/** Subjects whose lists of confirmed deaths are minimums. */
export function subjectsWithMinimums(subjects: readonly Subject[]): Subject[] {
  return subjects.map((subject) => ({ ...subject, estimate: withMinimums(subject.estimate, estimateOfOne) }));
}
