import type { Stated } from "./expected.ts";
import { areOverlapping, closed, isExact, type Range, type RangeEnd, type Unit } from "./range.ts";
import { greatest, least, ONE, Rational, ZERO } from "./rational.ts";
import type { Scenario } from "./scenario.ts";
import { distance, roomOf, shareRangeInWords } from "./share.ts";
import { RANK, Solution } from "./solve.ts";

/** Whether a claim follows: each value of the result agrees with it, some values do, or none does. */
export type Verdict = "follows" | "may hold" | "does not hold";

/** What somebody concluded: a share of the force, or a number of people out of action. */
export interface Conclusion {
  readonly of: "share" | "out of action";
  readonly stated: Stated;
}

/** One input that would make a conclusion true if the others stay the same. */
export interface Need {
  /** The quantity that would have to be different. */
  readonly of: string;
  /** From the value at which the conclusion may hold to the value at which it certainly does. */
  readonly value: Range;
  readonly isLess: boolean;
  /** The conclusion also holds beyond this value. */
  readonly isBound: boolean;
}

/** A conclusion compared with the result, and what would have to be true for it. */
export interface JudgedConclusion extends Conclusion {
  readonly actual: Range;
  readonly verdict: Verdict;
  readonly needs: readonly Need[];
}

/** Judges each conclusion of a report about the share of a single force, or about all losses. */
export function judgedConclusions({ claimed }: Scenario, solution: Solution): JudgedConclusion[] {
  return (claimed?.results ?? []).flatMap(({ of, stated, force }) => {
    if (force !== undefined || (of !== "share" && of !== "outOfAction")) return [];
    return judged({ of: of === "share" ? "share" : "out of action", stated }, solution) ?? [];
  });
}

/** Compares a conclusion with the result. Undefined if there is no such result. */
function judged(conclusion: Conclusion, solution: Solution): JudgedConclusion | undefined {
  const { of, stated } = conclusion;
  const actual = solution.get(of);
  if (!actual) return undefined;
  const unit = of === "share" ? "share" : "people";
  const verdict = verdictOn(stated, actual, unit);
  const claimed = around(stated, unit);
  const change = verdict === "follows" ? undefined : neededChange(claimed, actual);
  return { of, stated, actual, verdict, needs: change ? needsOf(conclusion, solution, change, claimed) : [] };
}

/** The one rule for claims: judges what was stated of a result by the room that its words leave. */
export function verdictOn(stated: Stated, actual: Range, unit: Unit): Verdict {
  const claimed = around(stated, unit);
  if (isPrintedAs(stated, actual, unit)) return "follows";
  if (isWithin(actual, claimed) && isBestMet(stated, actual, unit)) return "follows";
  return areOverlapping(actual, claimed) ? "may hold" : "does not hold";
}

/** Widens what was claimed by the room that its words leave. */
function around(stated: Stated, unit: Unit): Range {
  const { low, high, openLow, openHigh, approximate } = stated;
  return {
    low: low.minus(roomOfWords(stated, "low", unit)),
    high: high.plus(roomOfWords(stated, "high", unit)),
    openLow,
    openHigh,
    approximate,
  };
}

function isBestMet(stated: Stated, { best }: Range, unit: Unit): boolean {
  if (!stated.best) return true;
  return best !== undefined && distance(best, stated.best).compare(roomOfWords(stated, "best", unit)) <= 0;
}

/** Whether a report claims a share in exactly the words in which it is printed. */
function isPrintedAs({ text, step }: Stated, actual: Range, unit: Unit): boolean {
  const isInWords = unit === "share" && step.low.equals(ZERO);
  return isInWords && text.toLowerCase().replaceAll("-", " ") === shareRangeInWords(actual);
}

/**
 * How far a result may be from an end of a claim and still agree with its words: half a unit of its last digit,
 * every share that is called by the fraction, or what "about" means before a number.
 */
function roomOfWords(stated: Stated, end: RangeEnd, unit: Unit): Rational {
  const { low, high, openLow, openHigh, approximate, step } = stated;
  const [value, half] = [stated[end]!, step[end]!.over(TWO)];
  // "More than a fifth" means more than that, and no less.
  if (low.equals(high) && (openLow || openHigh)) return half;
  if (unit === "share") return approximate || half.equals(ZERO) ? greatest([roomOf(value), half]) : half;
  return approximate && unit === "people" ? greatest([half, aboutPeople(value)]) : half;
}

/** Five percent, but no more than half a unit of the last digit that is not 0: "about 28,500" is 28,450 to 28,550. */
function aboutPeople(value: Rational): Rational {
  let last = ONE;
  while (!value.equals(ZERO) && value.over(last.times(TEN)).isWhole()) last = last.times(TEN);
  return least([value.times(FIVE_PERCENT), last.over(TWO)]);
}

/** What may be different: anything that is stated about the losses and the force. */
const OPEN = ["killed", "out of action", "others per killed", "share who died", "force"];

/** Whether the result would have to be more or less. More, if it reaches beyond both ends of the claim. */
function neededChange(claimed: Range, actual: Range): "more" | "less" {
  const isLow = !claimed.openLow && (actual.openLow || actual.low.compare(claimed.low) < 0);
  const isHigh = !claimed.openHigh && (actual.openHigh || actual.high.compare(claimed.high) > 0);
  return isHigh && !isLow ? "less" : "more";
}

function isWithin(inner: Range, outer: Range): boolean {
  const isAbove = outer.openLow || (!inner.openLow && inner.low.compare(outer.low) >= 0);
  const isBelow = outer.openHigh || (!inner.openHigh && inner.high.compare(outer.high) <= 0);
  return isAbove && isBelow;
}

/** Solves the table of relations backwards: the conclusion is given, and one input is calculated. */
function needsOf({ of, stated }: Conclusion, solution: Solution, change: "more" | "less", claimed: Range): Need[] {
  // The end of the claim that is reached first.
  const claim = { value: closed(change === "more" ? stated.low : stated.high), rank: RANK.count };
  return OPEN.flatMap((name): Need[] => {
    if (!solution.given.has(name) || name === of) return [];
    const others = [...solution.given].filter(([given]) => given !== name && given !== of);
    const value = new Solution(new Map([...others, [of, claim]])).get(name);
    const moved = value && directionOf(name, of, solution);
    // No ratio makes the losses fewer than the killed: what would be below zero was set to zero.
    const reached =
      value && new Solution(new Map([...solution.given, [name, { ...solution.given.get(name)!, value }]]));
    return moved && areOverlapping(reached!.get(of)!, claimed)
      ? [
          {
            of: name,
            value,
            isLess: moved === "falls" ? change === "more" : change === "less",
            isBound: !isExact(stated),
          },
        ]
      : [];
  });
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
const TEN = Rational.of(10);
const FIVE_PERCENT = Rational.of(1, 20);
/** Added because zero doubled is still zero. */
const LITTLE = Rational.of(1, 1000);
