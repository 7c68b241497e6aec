import { CATEGORIES, type Category } from "./categories.ts";
import { groupDigits } from "./digits.ts";
import type { Problem } from "./errors.ts";
import { quantityStated } from "./given.ts";
import type { InputName } from "./inputs.ts";
import { areOverlapping, type Derivation, type Range } from "./range.ts";
import { ONE, Rational, ZERO } from "./rational.ts";
import type { Scenario } from "./scenario.ts";
import { Solution } from "./solve.ts";
import type { Combination } from "./sources.ts";

/** A redundant statement, compared with what the other statements imply. */
export interface StatementComparison {
  /** The input that the result does not depend on. */
  readonly input: InputName;
  /** What the input would make of a quantity, and how, next to the value that the result has. */
  readonly of: string;
  readonly calculated: Range;
  readonly derivation: Derivation;
  readonly used: Range;
  readonly agrees: boolean;
  /** Neither value carries more weight than the other. */
  readonly isEqual: boolean;
}

const HALF = Rational.of(1, 2);

/** Compares every statement that the result does not depend on with the result. */
export function comparisonsOf(
  solution: Solution,
  scenario: Scenario,
  combinations: readonly Combination[],
): StatementComparison[] {
  const surplus = solution.surplus();
  if (surplus.length === 0) return [];
  const steps = stepsOf(scenario, combinations);
  const wide = widened(solution, steps);
  const around = wide.surplus();
  return surplus.map(({ of, calculated, isEqual }, index) => ({
    input: steps.get(of)!.input,
    of: calculated.of,
    calculated: calculated.value,
    derivation: calculated,
    used: solution.get(calculated.of)!,
    agrees: areOverlapping(around[index]!.calculated.value, wide.get(calculated.of)!),
    isEqual,
  }));
}

/** The same solution with each statement widened by half a unit of its last digit. */
function widened({ given }: Solution, steps: ReadonlyMap<string, StatementStep>): Solution {
  return new Solution(
    new Map(
      [...given].map(([name, statement]) => {
        const step = steps.get(name)?.step;
        return [name, step ? { ...statement, value: around(statement.value, step.times(HALF)) } : statement];
      }),
    ),
  );
}

interface StatementStep {
  readonly input: InputName;
  /** One unit of the last digit that was written. */
  readonly step: Rational | undefined;
}

/** The input that each given quantity is from, and how precisely it was stated. */
function stepsOf(
  { list = [], both, ratio, died, share }: Scenario,
  combinations: readonly Combination[],
): Map<string, StatementStep> {
  const steps = new Map<string, StatementStep>();
  for (const { of, form, used } of combinations) {
    steps.set(quantityStated(of, form), { input: of, step: used[0]!.stated.step });
  }
  for (const [index, { figure }] of list.entries()) {
    steps.set(index === 0 ? "first list" : "second list", { input: "list", step: figure.step });
  }
  if (both) steps.set("on both lists", { input: "both", step: both.step });
  if (ratio) steps.set("others per killed", { input: "ratio", step: ratio.step });
  if (died) steps.set("share who died", { input: "died", step: died.step });
  if (share) steps.set("share", { input: "share", step: share.share.step });
  return steps;
}

function around(value: Range, margin: Rational): Range {
  const low = value.low.minus(margin);
  return { ...value, low: low.compare(ZERO) < 0 ? ZERO : low, high: value.high.plus(margin) };
}

/**
 * The gap between two ranges that share no value, as a part of the calculated range. Below zero if the used range is
 * lower.
 */
export function distance({ calculated, used }: Pick<StatementComparison, "calculated" | "used">): Rational {
  const isLess = used.high.compare(calculated.low) < 0;
  const [from, to] = isLess ? [calculated.low, used.high] : [calculated.high, used.low];
  return from.equals(ZERO) ? ONE : to.minus(from).over(from);
}

/**
 * Statements that cannot be true together: killed above casualties, parts above their total, or conflicting statements
 * of one rank.
 */
export function contradictions(
  scenario: Scenario,
  solution: Solution,
  comparisons: readonly StatementComparison[],
): Problem[] {
  return [
    ...zeroProblems(scenario, solution),
    ...killedAboveProblems(solution),
    ...partsAboveProblems(solution),
    ...comparisons.flatMap(clashProblems),
  ];
}

/** Reports an input that may be 0 if a requested result would have to be divided by it. */
function zeroProblems(scenario: Scenario, solution: Solution): Problem[] {
  const { known } = solution.route;
  const isLost = ["out of action", "force"].some((name) => known.has(name) && !solution.get(name));
  if (!isLost) return [];
  const { died, ratio, share } = scenario;
  const divisors = { died, ratio, share: share?.share };
  const input = (Object.keys(divisors) as (keyof typeof divisors)[]).find((name) => divisors[name]?.low.equals(ZERO));
  if (!input && died?.high.equals(ONE)) return [{ code: "E-ZERO", args: { input: "died", isWhole: true } }];
  return [{ code: "E-ZERO", args: { input: input ?? "killed" } }];
}

function killedAboveProblems(solution: Solution): Problem[] {
  const [killed, casualties] = [solution.get("killed"), solution.get("out of action")];
  // A change below zero is not a number of people, so the two cannot be compared.
  if (!killed || !casualties || casualties.low.compare(ZERO) < 0 || !isCertainlyAbove(killed, casualties)) return [];
  return [{ code: "E-KILLED-ABOVE", args: { killed: people(killed.low), casualties: people(casualties.high) } }];
}

function isCertainlyAbove(a: Range, b: Range): boolean {
  return !a.openLow && !b.openHigh && a.low.compare(b.high) > 0;
}

/** The known categories must not add up to more than the others or, if the others are unknown, the casualties. */
function partsAboveProblems(solution: Solution): Problem[] {
  return (
    sumAboveProblems(solution, "others", "others") ?? sumAboveProblems(solution, "out of action", "casualties") ?? []
  );
}

/** Reports parts whose sum is certainly more than a total. Undefined if that is not certain. */
function sumAboveProblems(solution: Solution, name: string, of: "others" | "casualties"): Problem[] | undefined {
  const total = solution.get(name);
  // A change below zero has no parts.
  if (!total || total.openHigh || total.low.compare(ZERO) < 0) return undefined;
  const isStated = (part: string) => of === "others" || !solution.derivation(part);
  const parts = CATEGORIES.flatMap((category): [Category, Range][] => {
    const value = isStated(category) ? solution.get(category) : undefined;
    // A part with an open low end may be zero.
    return value && !value.openLow ? [[category, value]] : [];
  });
  if (parts.length === 0) return undefined;
  const sum = parts.reduce((all, [, { low }]) => all.plus(low), ZERO);
  if (sum.compare(total.high) <= 0) return undefined;
  const args = { parts: parts.map(([category]) => category), sum: people(sum), total: people(total.high), of };
  return [{ code: "E-PARTS-ABOVE", args }];
}

function clashProblems({ input, of, calculated, used, agrees, isEqual }: StatementComparison): Problem[] {
  if (agrees || !isEqual) return [];
  const args = { input, of, calculated: ends(calculated), used: ends(used) };
  return [{ code: "E-STATEMENTS-CLASH", args }];
}

function people(value: Rational): string {
  return groupDigits(value.round().toString());
}

function ends({ low, high }: Range): string {
  return low.equals(high) ? people(low) : `${people(low)} to ${people(high)}`;
}
