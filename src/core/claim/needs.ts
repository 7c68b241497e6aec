import type { Stated } from "../expected.ts";
import { areOverlapping, closed, type Range } from "../range.ts";
import { ONE, Rational, ZERO } from "../rational.ts";
import { type Given, RANK, Solution } from "../solve.ts";
import { isWithin, TINY, without } from "./verdict.ts";

/** What one input would have to be if the others stay the same. An open end means that there is no limit on that side. */
export interface Need {
  /** The quantity that would have to be different. */
  readonly of: string;
  /** The values with which the conclusion may hold. */
  readonly value: Range;
  /** The values with which it certainly holds. Absent if none does, for example because another input is a range. */
  readonly certain?: Range;
  /** The values with which a claim of one number holds, with the room of its words. */
  readonly agrees?: Range;
  /** The ends of both that are not among these values: "over 28,000" needs more than 7,000 killed. */
  readonly excludes?: readonly ("low" | "high")[];
}

/** The inputs whose values may be questioned: whatever is stated about the losses and the force. */
const ADJUSTABLE = ["killed", "out of action", "others per killed", "share who died", "force"];

const OTHER = { low: "high", high: "low" } as const;

/** Whether a quantity can have one of these values: none is below zero, and no share of the casualties is above all of them. */
function isPossible(name: string, { low, high, openLow, openHigh }: Range): boolean {
  return (openHigh || high.compare(ZERO) >= 0) && (openLow || name !== "share who died" || low.compare(ONE) <= 0);
}

/** Solves the table of relations backwards: the conclusion is given, and one input is calculated. */
export function needsOf(
  { of, stated }: { readonly of: string; readonly stated: Stated },
  claimed: Range,
  solution: Solution,
): Need[] {
  return ADJUSTABLE.flatMap((name): Need[] => {
    const input = solution.given.get(name);
    const direction = input && name !== of ? directionOf(name, of, solution) : undefined;
    if (!input || !direction) return [];
    const others = [...solution.given].filter(([given]) => given !== name && given !== of);
    const valueFor = (claim: Rational) => valueIf(name, new Map([...others, [of, counted(closed(claim))]]), others);
    const [atLow, atHigh] = [valueFor(stated.low), valueFor(stated.high)];
    if (!atLow || !atHigh) return [];
    const { value, certain } =
      direction === "rises"
        ? between(atLow, atHigh, stated.openLow, stated.openHigh)
        : between(atHigh, atLow, stated.openHigh, stated.openLow);
    const resultOf = ({ low, high }: Range) =>
      new Solution(new Map([...solution.given, [name, { ...input, value: closed(low, high) }]])).get(of)!;
    const { excludes: ofClaim = [] } = stated;
    const excludes = direction === "rises" ? ofClaim : ofClaim.map((end) => OTHER[end]);
    if (!isPossible(name, without(value, excludes, TINY))) return [];
    const isFit = (range: Range) => isWithin(input.value, without(range, excludes, TINY));
    // No ratio makes the losses fewer than the killed: what would be below zero was set to zero.
    if (isFit(value) ? !certain || isFit(certain) : !areOverlapping(resultOf(value), claimed)) return [];
    const isCertain = certain !== undefined && isWithin(resultOf(certain), claimed);
    const isSingle = isSingleValue(value) && isSingleValue(stated);
    const ends = isSingle ? [valueFor(claimed.low), valueFor(claimed.high)] : [];
    const [from, to] = direction === "rises" ? ends : ends.reverse();
    return [
      {
        of: name,
        value,
        ...(isCertain && { certain }),
        ...(from && to && { agrees: closed(from.low, to.high) }),
        ...(excludes.length > 0 && { excludes }),
      },
    ];
  });
}

function isSingleValue({ low, high, openLow, openHigh }: Range): boolean {
  return low.equals(high) && !openLow && !openHigh;
}

/** The value of an input if a conclusion is given. The counts of categories are all others only if nothing else says so. */
function valueIf(name: string, concluded: Solution["given"], others: readonly (readonly [string, Given])[]) {
  const sum = new Solution(new Map(others)).get("others");
  const counts = sum ? ([["others", counted(sum)]] as const) : [];
  return new Solution(concluded).get(name) ?? new Solution(new Map([...concluded, ...counts])).get(name);
}

const counted = (value: Range): Given => ({ value, rank: RANK.count });

/**
 * The values of an input between those that the ends of a claim need. Each of these is a range if another input is one:
 * any value in it may be enough, and any value beyond it certainly is. An open end of the claim sets no limit.
 */
function between(from: Range, to: Range, openFrom: boolean, openTo: boolean): Pick<Need, "value" | "certain"> {
  const interval = (low: Rational, high: Rational, openLow: boolean, openHigh: boolean): Range => ({
    ...closed(openLow ? high : low, openHigh ? low : high),
    openLow,
    openHigh,
  });
  const value = interval(from.low, to.high, openFrom || from.openLow, openTo || to.openHigh);
  const isLimited = (openFrom || !from.openHigh) && (openTo || !to.openLow);
  const isOrdered = openFrom || openTo || from.high.compare(to.low) <= 0;
  return isLimited && isOrdered ? { value, certain: interval(from.high, to.low, openFrom, openTo) } : { value };
}

/** How a result moves when one of its inputs is larger. Undefined if it does not depend on that input. */
function directionOf(input: string, result: string, solution: Solution): "rises" | "falls" | undefined {
  const { value, rank } = solution.given.get(input)!;
  const larger = (end: Rational) => end.times(TWO).plus(LITTLE);
  const given = { value: closed(larger(value.low), larger(value.high)), rank };
  const [before, after] = [
    solution.get(result)!,
    new Solution(new Map([...solution.given, [input, given]])).get(result),
  ];
  const sign = after ? after.low.compare(before.low) || after.high.compare(before.high) : 0;
  return sign === 0 ? undefined : sign > 0 ? "rises" : "falls";
}

const TWO = Rational.of(2);
/** Added because zero doubled is still zero. */
const LITTLE = Rational.of(1, 1000);
