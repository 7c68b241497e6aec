import { quotientOf } from "../../core/compare/arithmetic.ts";
import type { Estimate, ForceShare } from "../../core/estimate.ts";
import { exact } from "../../core/figure.ts";
import { QUANTITIES } from "../../core/quantities.ts";
import type { Derivation, Range } from "../../core/range.ts";
import { ONE, ZERO } from "../../core/rational.ts";
import { Solution } from "../../core/solve.ts";
import {
  coarser,
  ENDS,
  type End,
  finer,
  placeOf,
  placeWith,
  roundedShare,
  roundedTo,
  USUAL,
  wholePlace,
  withAlikeDigits,
} from "./digits.ts";
import { boundOf } from "./numbers.ts";

/**
 * The estimate with every result as precise as the weakest input that it rests on, and no more. The losses can be a bound,
 * which has to be chosen before it is rounded.
 */
export function roundedEstimate(estimate: Estimate, isBound = false): Estimate {
  const { byForce, shares, goal } = estimate;
  const solution = new RoundedSolution(estimate.solution, estimate);
  const killed = solution.get("killed");
  const all = solution.rounded("out of action", isBound ? boundOf(estimate.outOfAction) : estimate.outOfAction);
  // What follows from a number that was rounded is no more exact than that.
  const isHedged = killed?.approximate === true && solution.derivation("out of action") !== undefined;
  const outOfAction = isHedged ? { ...all, approximate: true } : all;
  const net = estimate.net && solution.get("net");
  const roundedShares = shares.map(({ force, share, netShare }, at): ForceShare => {
    const own = new RoundedSolution(byForce[at]!, estimate);
    const size = exact(force.figure);
    const printed = own.derivation("share") ? ofPrinted(share, estimate.outOfAction, outOfAction, size) : share;
    return {
      force,
      share: own.rounded("share", printed),
      netShare: netShare && own.rounded("net share", ofPrinted(netShare, estimate.net!, net!, size)),
    };
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
    net,
    // A day is more precise than a number of days with two digits.
    goal: goal && { ...goal, date: undefined, days: goal.days && solution.rounded("days to go", goal.days) },
  };
}

/**
 * A quotient as readers get it from the printed number, if it is that number's quotient. A part of a force does not become
 * all of it, or more.
 */
export function ofPrinted(result: Range, exactly: Range, printed: Range, by: Range): Range {
  const quotient = quotientOf(exactly, by);
  const isQuotient = quotient && ENDS.every((end) => quotient[end].equals(result[end]));
  const own = isQuotient && !result.low.equals(ZERO) && quotientOf(printed, by);
  const isMoved = own && ENDS.some((end) => own[end].compare(ONE) !== result[end].compare(ONE));
  return own && !isMoved ? own : result;
}

/** What the losses are divided by for each of these. */
const RATES: ReadonlyMap<string, string> = new Map([
  ["losses a day", "days"],
  ["losses per unit", "amount"],
]);

class RoundedSolution extends Solution {
  constructor(
    private readonly exact: Solution,
    private readonly estimate: Estimate,
  ) {
    super(exact.given);
  }

  override get(name: string): Range | undefined {
    const value = this.exact.get(name);
    const by = this.exact.get(RATES.get(name) ?? "");
    if (!value || !by || !this.derivation(name)) return value && this.rounded(name, value);
    const losses = "out of action";
    return this.rounded(name, ofPrinted(value, this.exact.get(losses)!, this.get(losses)!, by));
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
      return isWhole ? wholePlace(hedged) : hedged;
    };
    const places = { low: place("low"), high: place("high") };
    if (unit === "share") return roundedShare(value, withAlikeDigits(value, places));
    if (isWhole) return roundedTo(value, places, 0);
    const finest = isRough ? finer(placeWith(value.low, USUAL), placeWith(value.high, USUAL)) : undefined;
    return roundedTo(value, withAlikeDigits(value, places), finest);
  }
}
