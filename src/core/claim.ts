import type { Category } from "./categories.ts";
import { type Need, needsOf } from "./claim/needs.ts";
import { around, limited, type Verdict, verdictOn, withoutExcluded } from "./claim/verdict.ts";
import type { Problem } from "./errors.ts";
import type { Expectation, Stated } from "./expected.ts";
import { QUANTITIES } from "./quantities.ts";
import type { Range } from "./range.ts";
import { QUANTITY_OF, type ResultName, unitOf } from "./result-names.ts";
import { givenCategories, type Scenario } from "./scenario.ts";
import type { Solution } from "./solve.ts";

/** What somebody concluded. */
export interface Conclusion {
  /** The quantity that it is about. */
  readonly of: string;
  readonly stated: Stated;
}

/** A conclusion compared with the result, and what would have to be true for it. */
export interface JudgedConclusion extends Conclusion {
  readonly actual: Range;
  /** The values that agree with it: what was stated, widened by the room that its words leave. */
  readonly agrees: Range;
  readonly verdict: Verdict;
  /** Only for the share of the force and the number out of action. */
  readonly needs: readonly Need[];
}

/**
 * Judges each conclusion of a report, except those about one of several forces. If the losses are only a pace, that is
 * all a conclusion can be about.
 */
export function judgedConclusions(scenario: Scenario, solution: Solution, isDaily: boolean): JudgedConclusion[] {
  return (scenario.claimed?.results ?? []).flatMap(({ of: result, stated, force }) => {
    if (force !== undefined || (isDaily && result !== "perDay")) return [];
    const of = QUANTITY_OF.get(result)!;
    return judged({ of, stated }, solution.get(isDaily ? "out of action" : of), solution, scenario) ?? [];
  });
}

/** A scenario and the verdicts on its claims: the part of an estimate that claims are about. */
interface Judgement {
  readonly scenario: Scenario;
  readonly isDaily: boolean;
  readonly verdicts: readonly JudgedConclusion[];
  readonly covers: readonly ("killed" | Category)[];
}

const CLAIMABLE = ["share", "outOfAction", "shareWhoDied", "perDay"];
const isRatio = (of: ResultName) => unitOf(of) === "perKilled";

/**
 * Why claims cannot be judged: there is no single result to compare them with, or they are about some of the losses that
 * the result counts.
 */
export function claimProblems({ scenario, isDaily, verdicts, covers }: Judgement): Problem[] {
  const { claimed, force: forces = [] } = scenario;
  // A total covers what its report means by it, and at least the categories that are given.
  const counted = scenario.casualties ? givenCategories(scenario).map(([category]) => category) : covers;
  const part = verdicts.find(({ stated: { only } }) => only && counted.some((loss) => !only.includes(loss)));
  if (part) {
    const args = { found: part.stated.text, number: "", counted: "casualties", isClaim: true } as const;
    return [{ code: "E-CATEGORY", args }];
  }
  const judged = new Set(verdicts.map(({ stated }) => stated));
  const isUnjudged = ({ of, stated, force }: Expectation) =>
    (CLAIMABLE.includes(of) || isRatio(of)) && force === undefined && !judged.has(stated);
  const unjudged = claimed?.results.find(isUnjudged);
  if (!unjudged) return [];
  const because = isDaily
    ? "pace"
    : isRatio(unjudged.of)
      ? "no ratio"
      : unjudged.of === "perDay"
        ? "no days"
        : forces.length > 1
          ? "several forces"
          : "no force";
  return [{ code: "E-CLAIM", args: { because } }];
}

/** Compares a conclusion with the result. Undefined if there is no such result. */
function judged(
  { of, stated }: Conclusion,
  actual: Range | undefined,
  solution: Solution,
  scenario: Scenario,
): JudgedConclusion | undefined {
  if (!actual) return undefined;
  const { unit } = QUANTITIES.get(of)!;
  const verdict = verdictOn(stated, actual, unit, scenario);
  const room = around(stated, unit);
  // "Just over 20,000" begins at 20,001.
  const agrees = stated.isClose ? withoutExcluded(room, stated, unit) : room;
  const isMain = of === "share" || of === "out of action";
  const needs = verdict === "follows" || !isMain ? [] : needsOf({ of, stated: limited(stated, unit) }, room, solution);
  return { of, stated, actual, agrees, verdict, needs };
}
