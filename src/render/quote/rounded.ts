import type { Estimate, ForceShare } from "../../core/estimate.ts";
import { QUANTITIES } from "../../core/quantities.ts";
import type { Derivation, Range } from "../../core/range.ts";
import { Solution } from "../../core/solve.ts";
import { coarser, placeOf, placeWith, roundedTo, USUAL } from "./digits.ts";

/** The estimate with every result as precise as the weakest input that it rests on, and no more. */
export function roundedEstimate(estimate: Estimate): Estimate {
  const { byForce, shares, goal } = estimate;
  const solution = new RoundedSolution(estimate.solution, estimate);
  const roundedShares = shares.map(({ force, netShare }, at): ForceShare => {
    const own = new RoundedSolution(byForce[at]!, estimate);
    return { force, share: own.get("share")!, netShare: netShare && own.get("net share") };
  });
  return {
    ...estimate,
    // What an estimate calculates on demand is not copied.
    asked: estimate.asked,
    covers: estimate.covers,
    solution,
    shares: roundedShares,
    killed: solution.get("killed"),
    outOfAction: solution.get("out of action")!,
    net: estimate.net && solution.get("net"),
    // A day is more precise than a number of days with two digits.
    goal: goal && { ...goal, date: undefined, days: goal.days && solution.rounded("days to go", goal.days) },
  };
}

class RoundedSolution extends Solution {
  constructor(
    private readonly exact: Solution,
    private readonly estimate: Estimate,
  ) {
    super(exact.given);
  }

  override get(name: string): Range | undefined {
    const value = this.exact.get(name);
    return value && this.rounded(name, value);
  }

  override derivation(name: string): Derivation | undefined {
    return this.exact.derivation(name);
  }

  rounded(name: string, value: Range): Range {
    const { unit } = QUANTITIES.get(name)!;
    const isWhole = unit === "people" && !this.estimate.isDaily;
    const isRough = value.approximate || unit === "share" || unit === "perKilled";
    const place = (end: "low" | "high") => {
      const own = placeOf(name, end, this.estimate, this.exact);
      const hedged = isRough ? coarser(own, placeWith(value[end], USUAL)) : own;
      return isWhole ? Math.max(hedged ?? 0, 0) : hedged;
    };
    return roundedTo(value, { low: place("low"), high: place("high") });
  }
}
