import { quotientOf } from "../../core/compare/arithmetic.ts";
import type { Estimate, ForceShare } from "../../core/estimate.ts";
import { exact } from "../../core/figure.ts";
import { QUANTITIES } from "../../core/quantities.ts";
import type { Derivation, Range } from "../../core/range.ts";
import { ZERO } from "../../core/rational.ts";
import { Solution } from "../../core/solve.ts";
import { coarser, ENDS, type End, placeOf, placeWith, roundedShare, roundedTo, USUAL } from "./digits.ts";

/** The estimate with every result as precise as the weakest input that it rests on, and no more. */
export function roundedEstimate(estimate: Estimate): Estimate {
  const { byForce, shares, goal } = estimate;
  const solution = new RoundedSolution(estimate.solution, estimate);
  const killed = solution.get("killed");
  const all = solution.get("out of action")!;
  // What follows from a number that was rounded is no more exact than that.
  const isHedged = killed?.approximate === true && solution.derivation("out of action") !== undefined;
  const outOfAction = isHedged ? { ...all, approximate: true } : all;
  const roundedShares = shares.map(({ force, share, netShare }, at): ForceShare => {
    const own = new RoundedSolution(byForce[at]!, estimate);
    // The share that readers get from the printed losses, if it is their quotient and not what they follow from.
    const size = exact(force.figure);
    const quotient = quotientOf(estimate.outOfAction, size);
    const isQuotient =
      quotient && byForce[at]!.derivation("share") && ENDS.every((end) => quotient[end].equals(share[end]));
    const printed = isQuotient && !share.low.equals(ZERO) ? quotientOf(outOfAction, size)! : share;
    return { force, share: own.rounded("share", printed), netShare: netShare && own.get("net share") };
  });
  return {
    ...estimate,
    // What an estimate calculates on demand is not copied.
    asked: estimate.asked,
    covers: estimate.covers,
    solution,
    shares: roundedShares,
    killed,
    outOfAction,
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
    const place = (end: End) => {
      const own = placeOf(name, end, this.estimate, this.exact);
      const hedged = isRough ? coarser(own, placeWith(value[end], USUAL)) : own;
      return isWhole ? Math.max(hedged ?? 0, 0) : hedged;
    };
    const places = { low: place("low"), high: place("high") };
    return unit === "share" ? roundedShare(value, places) : roundedTo(value, places);
  }
}
