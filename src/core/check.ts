import type { CaveatCode } from "./caveats/caveat.ts";
import { type Verdict, verdictOn } from "./claim/verdict.ts";
import { type Estimate, estimate } from "./estimate.ts";
import type { Expectation, Tolerance } from "./expected.ts";
import type { Range, RangeEnd } from "./range.ts";
import { Rational, ZERO } from "./rational.ts";
import { unitOf } from "./result-names.ts";
import { resultOf } from "./results.ts";
import type { LooseScenario } from "./scenario.ts";
import { distance, roomOf } from "./share.ts";

/** What was stated of a result, and the actual result. */
interface Compared {
  readonly expectation: Expectation;
  /** Absent if the scenario has no such result. */
  readonly actual?: Range;
  /** The result less what was stated, for each end that differs. */
  readonly differences: Readonly<Partial<Record<RangeEnd, Rational>>>;
}

/** A result compared with the expected one. */
export interface Comparison extends Compared {
  /** What was expected but is not so: an open end, or that the result is approximate. */
  readonly missingMarks: readonly ("openLow" | "openHigh" | "approximate")[];
  readonly holds: boolean;
}

/** A result compared with the conclusion of a report. */
export interface JudgedClaim extends Compared {
  /** Absent if there is no result to judge it by. */
  readonly verdict?: Verdict;
}

export interface Unstated extends Pick<Expectation, "of" | "force"> {
  readonly actual: Range;
}

/** A scenario, calculated again and compared with its expectations and with the conclusions of a report. */
export interface Checked {
  readonly estimate: Estimate;
  readonly comparisons: readonly Comparison[];
  /** Shares of forces that are missing from a list of shares. */
  readonly unstated: readonly Unstated[];
  /** Expected caveats that the estimate does not have. */
  readonly missingCaveats: readonly CaveatCode[];
  /** The report's conclusions. A conclusion that does not hold is not a failure. */
  readonly claims: readonly JudgedClaim[];
  /** Whether the result meets all expectations. */
  readonly holds: boolean;
}

/** Calculates a scenario and compares the result with what it expects. Throws InputError. */
export function check(scenario: LooseScenario): Checked {
  const result = estimate(scenario);
  const { results = [], caveats = [] } = scenario.expected ?? {};
  const comparisons = results.map((expectation) => compare(result, expectation));
  const unstated = (["share", "netShare"] as const).flatMap((of) => unstatedShares(result, of, results));
  const had = new Set(result.caveats.map(({ code }) => code));
  const missingCaveats = caveats.filter((code) => !had.has(code));
  return {
    estimate: result,
    comparisons,
    unstated,
    missingCaveats,
    claims: (scenario.claimed?.results ?? []).map((expectation) => judge(result, expectation)),
    holds: missingCaveats.length === 0 && unstated.length === 0 && comparisons.every(({ holds }) => holds),
  };
}

/** The forces that are missing at the end of a stated list. */
function unstatedShares({ shares }: Estimate, of: "share" | "netShare", results: readonly Expectation[]): Unstated[] {
  const listed = results.filter((expectation) => expectation.of === of && expectation.force !== undefined).length;
  if (listed === 0) return [];
  return shares.slice(listed).flatMap((share, index) => {
    const actual = share[of];
    return actual ? [{ of, force: listed + index, actual }] : [];
  });
}

/** Whether a scenario has no expectation, or only an empty one. */
export function expectsNothing({ estimate: { scenario } }: Checked): boolean {
  const { results = [], caveats = [] } = scenario.expected ?? {};
  return results.length === 0 && caveats.length === 0;
}

/** Whether writing the actual result into the file would fix anything. */
export function canUpdate({ comparisons, unstated, missingCaveats, estimate }: Checked): boolean {
  const differs = comparisons.some(({ holds, actual }) => !holds && actual);
  return differs || unstated.length > 0 || (missingCaveats.length > 0 && estimate.caveats.length > 0);
}

/** Whether something is expected that the scenario does not have, so that there is no actual result to write. */
export function lacksResult({ comparisons, missingCaveats, estimate }: Checked): boolean {
  return comparisons.some(({ actual }) => !actual) || (missingCaveats.length > 0 && estimate.caveats.length === 0);
}

const ENDS: readonly RangeEnd[] = ["low", "best", "high"];
const FLAGS = ["openLow", "openHigh", "approximate"] as const;

/**
 * Compares a result with what is expected. It must hold to the precision that was written, or be within the tolerance.
 * A best value, an open end and "approximate" are compared only if they were written.
 */
function compare(result: Estimate, expectation: Expectation): Comparison {
  const actual = resultOf(result, expectation.of, expectation.force);
  if (!actual) return { expectation, differences: {}, missingMarks: [], holds: false };
  const differences = differencesOf(expectation, actual);
  // "About a fifth" is met by every share that is called that, exact or not.
  const isFraction = expectation.stated.step.low.equals(ZERO);
  const missingMarks = FLAGS.filter(
    (flag) => expectation.stated[flag] && !actual[flag] && !(isFraction && flag === "approximate"),
  );
  const holds = Object.keys(differences).length === 0 && missingMarks.length === 0;
  return { expectation, actual, differences, missingMarks, holds };
}

function judge(result: Estimate, expectation: Expectation): JudgedClaim {
  const actual = resultOf(result, expectation.of, expectation.force);
  if (!actual) return { expectation, differences: {} };
  const verdict = verdictOn(expectation.stated, actual, unitOf(expectation.of), result.scenario);
  return { expectation, actual, verdict, differences: verdict === "follows" ? {} : differencesOf(expectation, actual) };
}

function differencesOf(expectation: Expectation, actual: Range): Partial<Record<RangeEnd, Rational>> {
  const differences: Partial<Record<RangeEnd, Rational>> = {};
  for (const end of ENDS) {
    const expected = expectation.stated[end];
    const found = actual[end];
    if (!expected || (found && isNear(expectation, end, found))) continue;
    differences[end] = (found ?? actual.low).minus(expected);
  }
  return differences;
}

function isNear({ stated, tolerance }: Expectation, end: RangeEnd, found: Rational): boolean {
  const expected = stated[end]!;
  const step = stated.step[end]!;
  // A fraction ("1/5" or "a fifth") has no last digit.
  if (step.equals(ZERO)) return distance(found, expected).compare(roomOf(expected)) <= 0;
  return (
    roundedTo(found, step).equals(expected) ||
    (tolerance !== undefined && distance(found, expected).compare(limitOf(tolerance, expected)) <= 0)
  );
}

/** How far a result may be from the expected value, in its unit. */
function limitOf({ value, relative }: Tolerance, expected: Rational): Rational {
  return relative ? distance(expected, ZERO).times(value) : value;
}

/** Rounds a number to the digit to which another was written. */
function roundedTo(value: Rational, step: Rational): Rational {
  return Rational.of(value.over(step).round()).times(step);
}
