import type { Stated } from "../expected.ts";
import { rates } from "../given.ts";
import { areOverlapping, type Range, type RangeEnd, type Unit } from "../range.ts";
import { greatest, least, ONE, Rational, ZERO } from "../rational.ts";
import type { Scenario } from "../scenario.ts";
import { distance, nearRoomOf, roomOf, shareRangeInWords } from "../share.ts";

/** Whether a claim follows: each value of the result agrees with it, some values do, or none does. */
export type Verdict = "follows" | "may hold" | "does not hold";

/** The one rule for claims: judges what was stated of a result by the room that its words leave. */
export function verdictOn(stated: Stated, actual: Range, unit: Unit, scenario: Scenario): Verdict {
  const usual = verdictOnStated(stated, actual, unit);
  const period = stated.days === undefined ? undefined : PERIODS[stated.days];
  // Losses that are counted in months are compared with those of a month, however long that is.
  if (!period || usual === "may hold" || textsOfPeriods(scenario).some((text) => period.words.test(text))) return usual;
  const at = (days: number) => verdictOnStated(ofDays(stated, days), actual, unit);
  // A bound has to hold for an average month, too. A number is meant as 30 days, the usual month of such sums.
  const isBound = stated.openLow || stated.openHigh;
  if (usual === "follows" && (!isBound || at(period.average) === "follows")) return usual;
  return [...period.lengths, period.average].some((days) => at(days) !== "does not hold")
    ? "may hold"
    : "does not hold";
}

/** How long a month and a year are, in days, by the days that they are counted as. */
export const PERIODS: Readonly<Record<number, Period>> = {
  30: { lengths: [28, 29, 30, 31], average: 365 / 12, words: /month/i },
  365: { lengths: [365, 366], average: 365.25, words: /year|annual|p\.a/i },
};

interface Period {
  readonly lengths: readonly number[];
  readonly average: number;
  readonly words: RegExp;
}

/** The same number of people in this many days. */
function ofDays({ low, high, step, ...stated }: Stated, days: number): Stated {
  const factor = Rational.of(stated.days! * 12, Math.round(days * 12));
  const scaled = (value: Rational) => value.times(factor);
  return {
    ...stated,
    low: scaled(low),
    best: stated.best && scaled(stated.best),
    high: scaled(high),
    step: { low: scaled(step.low), best: step.best && scaled(step.best), high: scaled(step.high) },
  };
}

function textsOfPeriods(scenario: Scenario): string[] {
  return [...rates(scenario), scenario.days].flatMap((given) => given?.text ?? []);
}

function verdictOnStated(stated: Stated, actual: Range, unit: Unit): Verdict {
  const claimed = around(stated, unit);
  if (isPrintedAs(stated, actual, unit)) return "follows";
  const allowed = withoutExcluded(claimed, stated, unit);
  if (isWithin(actual, allowed) && isBestMet(stated, actual, unit)) return "follows";
  return areOverlapping(actual, actual.approximate ? claimed : allowed) ? "may hold" : "does not hold";
}

/** Without the very number that "over" or "under" excludes. Part of a person is no difference: 28,000.3 is 28,000. */
export function withoutExcluded(range: Range, { excludes = [] }: Stated, unit: Unit): Range {
  return without(range, excludes, unit === "people" ? HALF : TINY);
}

/** A range without some of its ends, which are moved inwards by as little as this. */
export function without({ low, high, ...range }: Range, ends: readonly ("low" | "high")[], least: Rational): Range {
  return {
    ...range,
    low: ends.includes("low") ? low.plus(least) : low,
    high: ends.includes("high") ? high.minus(least) : high,
  };
}

/** "Just over a fifth" is no more than what is printed as "over a fifth": the words limit the open end. */
export function limited(stated: Stated, unit: Unit): Stated {
  const { low, high, openLow, openHigh, isClose } = stated;
  if (!isClose || openLow === openHigh) return stated;
  const room = nearRoom(stated, openLow ? "low" : "high", unit);
  const ends = openLow ? { low: low.minus(room) } : { high: high.plus(room) };
  return { ...stated, ...ends, openLow: false, openHigh: false };
}

/** Widens what was claimed by the room that its words leave. */
export function around(claim: Stated, unit: Unit): Range {
  const stated = limited(claim, unit);
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
 * How far a result may be from an end of a claim and still agree with its words: half a unit of its last digit, every
 * share that is called by the fraction, or what "about" means before a number. A bound leaves none, nor does "exactly".
 */
function roomOfWords(stated: Stated, end: RangeEnd, unit: Unit): Rational {
  const { low, high, openLow, openHigh, approximate, isClose, isStrict, excludes } = stated;
  if (end !== "best" && excludes?.includes(end)) return ZERO;
  const [value, half] = [stated[end]!, halfUnit(stated, end, unit)];
  const isBound = low.equals(high) ? openLow || openHigh : isClose;
  // "At least a fifth" means no less, apart from what printing rounds away: 9.6 people are 10.
  const printed = value.equals(ZERO) && unit === "share" ? ZERO : least([half, PRINTED[unit] ?? ZERO]);
  if (isStrict || (isBound && (isClose || !approximate))) return printed;
  // "Nearly 30,000" is less, but not much less.
  if (isClose) return end === "low" ? greatest([nearRoom(stated, end, unit), half]) : printed;
  if (unit === "share") return approximate || half.equals(ZERO) ? greatest([roomOf(value), half]) : half;
  return approximate && IN_PEOPLE.includes(unit) ? greatest([half, aboutPeople(value, stated.step[end]!)]) : half;
}

/** Half a unit of the last digit, but no more than 5% for thousands and millions: "a million" is 950,000 to 1,050,000. */
function halfUnit({ step, ...stated }: Stated, end: RangeEnd, unit: Unit): Rational {
  const half = step[end]!.over(TWO);
  // "Three months" are counted in days.
  return unit === "days" || step[end]!.compare(ONE) <= 0 ? half : least([half, fivePercent(stated[end]!)]);
}

/** How far from a number "just over", "just under" and "nearly" it may be. */
function nearRoom(stated: Stated, end: "low" | "high", unit: Unit): Rational {
  const value = stated[end];
  return unit === "share" ? nearRoomOf(value, end) : aboutPeople(value, stated.step[end]).times(TWO);
}

/** What is written as a number of people. */
const IN_PEOPLE: readonly Unit[] = ["people", "perDay"];

/**
 * Five percent, but no more than half a unit of the last digit that is not 0: "about 28,500" is 28,450 to 28,550. A
 * month's losses are digits of a month: its step is a part of a person a day.
 */
function aboutPeople(value: Rational, step: Rational): Rational {
  let last = step.equals(ZERO) ? ONE : step;
  while (!value.equals(ZERO) && value.over(last.times(TEN)).isWhole()) last = last.times(TEN);
  return least([fivePercent(value), last.over(TWO)]);
}

/** Half a unit of the last digit that is printed. */
const PRINTED: Readonly<Partial<Record<Unit, Rational>>> = {
  people: Rational.of(1, 2),
  share: Rational.of(1, 2000),
};

const fivePercent = (value: Rational) => distance(value, ZERO).over(TWENTY);

export function isWithin(inner: Range, outer: Range): boolean {
  const isAbove = outer.openLow || (!inner.openLow && inner.low.compare(outer.low) >= 0);
  const isBelow = outer.openHigh || (!inner.openHigh && inner.high.compare(outer.high) <= 0);
  return isAbove && isBelow;
}

const TWO = Rational.of(2);
const TEN = Rational.of(10);
const TWENTY = Rational.of(20);
const HALF = Rational.of(1, 2);
/** Far less than any difference between a result and what was claimed. */
export const TINY = Rational.of(1, 10 ** 12);
