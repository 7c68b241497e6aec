import type { Target } from "./figure.ts";
import { periodOf } from "./period.ts";
import type { Range } from "./range.ts";
import { Rational, ZERO } from "./rational.ts";
import type { Scenario } from "./scenario.ts";
import type { Solution } from "./solve.ts";

/** When the target is reached, at the pace that is known. */
export interface Goal {
  readonly until: Target;
  /** Days still to go, unrounded; open above where it may never be. Absent where it never is. */
  readonly days?: Range | undefined;
  readonly outcome?: "reached" | "never" | "may never" | undefined;
  /** The first and the last day on which it may be, in days since 1970-01-01; absent without a date to count from. */
  readonly date?: { readonly from: number; readonly to: number } | undefined;
}

/** When the target of a scenario is reached; undefined where it has none. */
export function goalOf(scenario: Scenario, solution: Solution): Goal | undefined {
  const { until } = scenario;
  if (!until) return undefined;
  const days = solution.get("days to go");
  if (!days) return { until, ...slowest(solution) };
  if (days.high.equals(ZERO)) return { until, days, outcome: "reached" };
  return { until, days, date: dateOf(scenario, days) };
}

/** Where losses may be no more than recruits, only the soonest day is known, if any. */
function slowest(solution: Solution): Pick<Goal, "days" | "outcome"> {
  const [pace, recruits] = [solution.get("pace"), solution.get("recruits a day")];
  const target = solution.get("target from now") ?? solution.get("target");
  const fastest = pace?.high.minus(recruits?.low ?? ZERO);
  if (!fastest || !target || fastest.compare(ZERO) <= 0) return { outcome: "never" };
  const soFar = solution.get("target")
    ? solution.get("out of action")!.high.minus(solution.get("recruits")?.low ?? ZERO)
    : ZERO;
  const left = target.low.minus(soFar);
  const soonest = left.compare(ZERO) > 0 ? left.over(fastest) : ZERO;
  const { approximate } = pace!;
  return { days: { low: soonest, high: soonest, openLow: false, openHigh: true, approximate }, outcome: "may never" };
}

function dateOf(scenario: Scenario, { low, high, openHigh }: Range): Goal["date"] {
  const from = periodOf(scenario)?.lastDay ?? scenario.asOf?.to;
  if (from === undefined || openHigh) return undefined;
  return { from: from + roundedUp(low), to: from + roundedUp(high) };
}

/** The day on which a part of a day ends. */
export function roundedUp(days: Rational): number {
  const nearest = Rational.of(days.round());
  return Number(nearest.round()) + (days.compare(nearest) > 0 ? 1 : 0);
}
