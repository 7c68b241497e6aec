import { type Rational, ZERO } from "./rational.ts";

/**
 * What is known about one number: its bounds, which of them are open, and whether the source hedged. The bounds are not
 * percentiles and say nothing about how likely a value is. Always low ≤ best ≤ high. Only a balance and a change may be
 * below zero.
 */
export interface Range<N = Rational> {
  readonly low: N;
  /** Only if a source gave a best value. It is never a midpoint made up here. */
  readonly best?: N | undefined;
  readonly high: N;
  /** The true value may be below low ("up to 6,000": low = high = 6,000, openLow). */
  readonly openLow: boolean;
  /** The true value may be above high ("at least 7,000"). */
  readonly openHigh: boolean;
  /** The source hedged: "about", "some", "~". */
  readonly approximate: boolean;
}

/** A range without open ends or a hedge. */
export function closed(low: Rational, high = low): Range {
  return { low, high, openLow: false, openHigh: false, approximate: false };
}

/**
 * What a number counts: people, losses per person killed, a share from 0 to 1, days, people a day, people per 1,000 of
 * the force a day, an amount of something else, or people per unit of that amount.
 */
export type Unit = "people" | "perKilled" | "share" | "days" | "perDay" | "perThousand" | "amount" | "perUnit";

export interface Input {
  readonly value: Range;
  readonly unit: Unit;
  /** True if a larger input makes the result smaller (a divisor, a share that returned). */
  readonly inverse?: boolean;
  /** The input's values at the ends of the result, if they depend on the other inputs. */
  readonly at?: { readonly low: Rational; readonly high: Rational };
}

/** One line of working: a formula with its inputs named in braces, and the result. */
export interface Derivation {
  /** The name of the result in formulas: "out of action". */
  readonly of: string;
  readonly formula: string;
  readonly inputs: Readonly<Record<string, Input>>;
  readonly unit: Unit;
  readonly value: Range;
  /**
   * What the formula would give at an end if no bound held the result back: −10 others, although there cannot be fewer
   * than 0.
   */
  readonly unbounded?: (end: RangeEnd) => Rational | undefined;
}

export type RangeEnd = "low" | "best" | "high";

/** The ends of a range, and whether they are open. */
export type Ends = Pick<Range, "low" | "high" | "openLow" | "openHigh">;

/** Which ends of a range are open. */
export type OpenEnds = Pick<Range, "openLow" | "openHigh">;

/** The value of an input when the result is at the given end. */
export function inputAt({ value, inverse, at }: Input, end: RangeEnd): Rational {
  if (end === "best") return value.best ?? value.low;
  if (at) return at[end];
  return (end === "low") === !inverse ? value.low : value.high;
}

/** Whether a range is a single number without open ends. */
export function isExact(range: Range): boolean {
  return range.low.equals(range.high) && !range.openLow && !range.openHigh;
}

/** Whether two ranges share a value, including their open ends. */
export function areOverlapping(a: Range, b: Range): boolean {
  const isBelow = (low: Range, high: Range) => !low.openHigh && !high.openLow && low.high.compare(high.low) < 0;
  return !isBelow(a, b) && !isBelow(b, a);
}

/** Adds two ranges. */
export function addRanges(a: Range, b: Range): Range {
  return {
    low: a.low.plus(b.low),
    best: a.best && b.best && a.best.plus(b.best),
    high: a.high.plus(b.high),
    openLow: a.openLow || b.openLow,
    openHigh: a.openHigh || b.openHigh,
    approximate: a.approximate || b.approximate,
  };
}

/**
 * Adds numbers of different people. "Up to n" may be none of them, so if any of the others are certain, the sum begins
 * with those: 7,000 and up to 6,000 are 7,000 to 13,000.
 */
export function addPeople(a: Range, b: Range): Range {
  const sum = addRanges(a, b);
  const certain = floorOf(a).plus(floorOf(b));
  return sum.openLow && certain.compare(ZERO) > 0 ? { ...sum, low: certain, openLow: false } : sum;
}

/** The least that a number of people can be. */
export function floorOf({ low, openLow }: Range): Rational {
  return openLow ? ZERO : low;
}

/** The same range on the other side of zero. */
export function negated({ low, best, high, openLow, openHigh, approximate }: Range): Range {
  return {
    low: ZERO.minus(high),
    best: best && ZERO.minus(best),
    high: ZERO.minus(low),
    openLow: openHigh,
    openHigh: openLow,
    approximate,
  };
}

/**
 * The least and the most that may lie between an earlier number and a later one. Below zero if the later number is
 * less.
 */
export function difference(before: Range, now: Range): Range {
  return {
    low: now.low.minus(before.high),
    best: before.best && now.best?.minus(before.best),
    high: now.high.minus(before.low),
    openLow: now.openLow || before.openHigh,
    openHigh: now.openHigh || before.openLow,
    approximate: now.approximate || before.approximate,
  };
}
