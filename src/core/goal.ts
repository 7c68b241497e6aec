import type { Target } from "./figure.ts";
import { evaluate, type Formula, namesIn } from "./formula.ts";
import { periodOf } from "./period.ts";
import { closed, type Range } from "./range.ts";
import { least, type Rational, ZERO } from "./rational.ts";
import type { Scenario } from "./scenario.ts";
import type { Solution } from "./solve.ts";

/** When the target is reached at the known pace. */
export interface Goal {
  readonly until: Target;
  /**
   * Days to go, unrounded. Open above if the target may never be reached; absent if it never is, or if no pace is
   * known.
   */
  readonly days?: Range | undefined;
  readonly outcome?: "reached" | "never" | "may never" | undefined;
  /**
   * The first and last day on which the target may be reached, in days since 1970-01-01. There is no first day if it
   * may be sooner, and no date at all without a day to count from.
   */
  readonly date?: { readonly from?: number | undefined; readonly to: number } | undefined;
}

/** When the target of a scenario is reached. Undefined if it has no target. */
export function goalOf(scenario: Scenario, solution: Solution): Goal | undefined {
  const { until } = scenario;
  if (!until) return undefined;
  const days = solution.get("days to go");
  if (!days) return { until, ...soonest(solution) };
  // An open end may be beyond the target, or short of it.
  if (days.high.equals(ZERO) && !days.openHigh) return { until, days, outcome: "reached" };
  return { until, days, date: dateOf(scenario, days) };
}

/** What is known of the days to go if the losses do not exceed the recruits at every end. */
function soonest(solution: Solution): Pick<Goal, "days" | "outcome"> {
  const formula = solution.route.step("days to go")?.formula;
  if (formula?.is !== "÷") return {};
  const ends = cornersOf(formula, solution).map((corner) => {
    const get = (name: string) => corner.get(name)!;
    const left = evaluate(formula.left, get);
    if (left.compare(ZERO) <= 0) return ZERO;
    const pace = evaluate(formula.right, get);
    return pace.compare(ZERO) > 0 ? left.over(pace) : undefined;
  });
  if (ends.every((end) => end?.equals(ZERO))) return { days: closed(ZERO), outcome: "reached" };
  const known = ends.flatMap((end) => end ?? []);
  if (known.length === 0) return { outcome: isPaceOpen(formula, solution) ? "may never" : "never" };
  return { days: { ...closed(least(known)), openHigh: true }, outcome: "may never" };
}

/** Whether the pace may be higher than stated, so that it may exceed the recruits. */
function isPaceOpen(formula: Formula, solution: Solution): boolean {
  return [...namesIn(formula).keys()].some((name) => !name.startsWith("recruits") && solution.get(name)!.openHigh);
}

/** Every combination of the ends of a formula's inputs. What may be lower than stated may be 0. */
function cornersOf(formula: Formula, solution: Solution): ReadonlyMap<string, Rational>[] {
  return [...namesIn(formula).keys()].reduce<ReadonlyMap<string, Rational>[]>(
    (corners, name) => {
      const { low, high, openLow } = solution.get(name)!;
      const ends = [...(openLow ? [ZERO] : []), low, ...(low.equals(high) ? [] : [high])];
      return corners.flatMap((corner) => ends.map((end) => new Map([...corner, [name, end]])));
    },
    [new Map()],
  );
}

function dateOf(scenario: Scenario, { low, high, openLow, openHigh }: Range): Goal["date"] {
  const lastDay = periodOf(scenario)?.lastDay;
  // "As of 2025" may be any day of the year.
  const start = lastDay === undefined ? scenario.asOf : { from: lastDay, to: lastDay };
  if (start === undefined || openHigh) return undefined;
  return { from: openLow ? undefined : start.from + roundedUp(low), to: start.to + roundedUp(high) };
}

/** Rounds days up: part of a day counts as a whole day. */
export function roundedUp(days: Rational): number {
  return Number(days.ceiling().round());
}
