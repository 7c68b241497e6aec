import type { CaveatCode } from "./caveats/caveat.ts";
import { roomOfWords } from "./claim.ts";
import { type Estimate, estimate } from "./estimate.ts";
import type { Expectation, Stated, Tolerance } from "./expected.ts";
import { type End, isExact, type Range } from "./range.ts";
import { Rational, ZERO } from "./rational.ts";
import { unitOf } from "./result-names.ts";
import { resultOf } from "./results.ts";
import type { LooseScenario } from "./scenario.ts";
import { distance, nearness, shareRangeInWords } from "./share.ts";

/** What was stated of a result, compared with the actual result. */
export interface Comparison {
  readonly expectation: Expectation;
  /** Absent if the scenario has no such result. */
  readonly actual?: Range;
  /** The result less what was stated, for each end that does not hold. */
  readonly off: Readonly<Partial<Record<End, Rational>>>;
  /** What was stated of the result but is not true: an open end, or that it is approximate. */
  readonly not: readonly ("openLow" | "openHigh" | "approximate")[];
  readonly holds: boolean;
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
  readonly claims: readonly Comparison[];
  /** Whether the result meets all expectations. */
  readonly holds: boolean;
}

/** Calculates a scenario and compares the result with what it expects. Throws InputError. */
export function check(scenario: LooseScenario): Checked {
  const result = estimate(scenario);
  const { results = [], caveats = [] } = scenario.expected ?? {};
  const comparisons = results.map((expectation) => compare(result, expectation, false));
  const unstated = (["share", "netShare"] as const).flatMap((of) => leftOut(result, of, results));
  const had = new Set(result.caveats.map(({ code }) => code));
  const missingCaveats = caveats.filter((code) => !had.has(code));
  return {
    estimate: result,
    comparisons,
    unstated,
    missingCaveats,
    claims: (scenario.claimed?.results ?? []).map((expectation) => compare(result, expectation, true)),
    holds: missingCaveats.length === 0 && unstated.length === 0 && comparisons.every(({ holds }) => holds),
  };
}

/** The forces that are missing at the end of a stated list. */
function leftOut({ shares }: Estimate, of: "share" | "netShare", results: readonly Expectation[]): Unstated[] {
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

const ENDS: readonly End[] = ["low", "best", "high"];
const FLAGS = ["openLow", "openHigh", "approximate"] as const;

/**
 * Compares a result with what was stated. It must hold to the precision that was written, or be within the tolerance. A
 * best value, an open end and "approximate" are compared only if they were written. A claim is allowed more room: see
 * `agrees`.
 */
function compare(result: Estimate, expectation: Expectation, claimed: boolean): Comparison {
  const actual = resultOf(result, expectation.of, expectation.force);
  if (!actual) return { expectation, off: {}, not: [], holds: false };
  const { stated } = expectation;
  const off: Partial<Record<End, Rational>> = {};
  let holds = true;
  for (const end of ENDS) {
    const [expected, found] = [stated[end], actual[end]];
    if (!expected || (found && (claimed ? agrees : near)(expectation, end, found, actual))) continue;
    off[end] = (found ?? actual.low).minus(expected);
    holds = false;
  }
  if (claimed && !holds && isPrintedAs(expectation, actual)) {
    return { expectation, actual, off: {}, not: [], holds: true };
  }
  const not = claimed ? [] : FLAGS.filter((flag) => stated[flag] && !actual[flag]);
  return { expectation, actual, off, not, holds: holds && not.length === 0 };
}

/** Whether a report claims a share in exactly the words in which it is printed. */
function isPrintedAs(expectation: Expectation, actual: Range): boolean {
  const { stated } = expectation;
  return isFraction(expectation, "low") && stated.text.toLowerCase().replaceAll("-", " ") === shareRangeInWords(actual);
}

/**
 * A claimed bound ("up to a third") holds for any result within it. A claimed range holds for a single number inside
 * it.
 */
function agrees(expectation: Expectation, end: End, found: Rational, actual: Range): boolean {
  if (end === "best") return near(expectation, end, found);
  if (fits(expectation, end, found)) return true;
  const { low, high, openLow, openHigh } = expectation.stated;
  const above = openLow || found.compare(low) >= 0 || fits(expectation, "low", found);
  const below = openHigh || found.compare(high) <= 0 || fits(expectation, "high", found);
  return (openLow || openHigh || isExact(actual)) && above && below;
}

/** Whether a result is as near to an end of a claim as its words or its tolerance allow. */
function fits(expectation: Expectation, end: "low" | "high", found: Rational): boolean {
  const { of, stated } = expectation;
  const isRoom = stated.approximate && distance(found, stated[end]).compare(roomOfWords(stated, end, unitOf(of))) <= 0;
  return isRoom || near(expectation, end, found);
}

function near(expectation: Expectation, end: End, found: Rational): boolean {
  const { stated, tolerance } = expectation;
  const expected = stated[end]!;
  if (isFraction(expectation, end)) return isCalled(found, expected, stated);
  return (
    asWritten(found, stated.step[end]!).equals(expected) ||
    (tolerance !== undefined && within(tolerance, expected, found))
  );
}

/** Whether a share is written as a fraction ("1/5" or "a fifth"), which has no last digit. */
function isFraction({ stated }: Expectation, end: End): boolean {
  return stated.step[end]?.equals(ZERO) ?? false;
}

/**
 * A fraction covers every share that is printed as it, plainly or with "about". The end of a bound covers nothing
 * beyond it.
 */
function isCalled(share: Rational, fraction: Rational, { low, high, openLow, openHigh }: Stated): boolean {
  const isBound = low.equals(high) && (openLow || openHigh);
  return !isBound && ["plain", "about"].includes(nearness(share, fraction) ?? "");
}

/** Rounds a number to the digit to which another was written. */
function asWritten(value: Rational, step: Rational): Rational {
  return Rational.of(value.over(step).round()).times(step);
}

function within({ value, relative }: Tolerance, expected: Rational, found: Rational): boolean {
  const size = expected.compare(ZERO) < 0 ? ZERO.minus(expected) : expected;
  const limit = relative ? size.times(value) : value;
  const distance = found.minus(expected);
  return distance.compare(limit) <= 0 && ZERO.minus(distance).compare(limit) <= 0;
}
