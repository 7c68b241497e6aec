import type { Rational } from "./rational.ts";

/**
 * What is known of one number: its bounds, which of them may lie further out, and whether the
 * source hedged. The bounds are not percentiles and say nothing about how likely a value is.
 * Always low ≤ best ≤ high; only a balance and a change may be below zero.
 */
export interface Range<N = Rational> {
  readonly low: N;
  /** Only where a source gave one: never a midpoint made up here. */
  readonly best?: N | undefined;
  readonly high: N;
  /** The truth may lie below low ("up to 6,000": low = high = 6,000, openLow). */
  readonly openLow: boolean;
  /** The truth may lie above high ("at least 7,000"). */
  readonly openHigh: boolean;
  /** "about", "some", "~". */
  readonly approximate: boolean;
}

/** From one number to another and no further, as neither a source nor a hedge leaves it. */
export function closed(low: Rational, high = low): Range {
  return { low, high, openLow: false, openHigh: false, approximate: false };
}

/**
 * What a number counts: people, losses per person killed, a share from 0 to 1, days, people a day, people of every
 * 1,000 of the force a day, or people for each unit of something else, of which there is an amount.
 */
export type Unit = "people" | "perKilled" | "share" | "days" | "perDay" | "perThousand" | "amount" | "perUnit";

export interface Input {
  readonly value: Range;
  readonly unit: Unit;
  /** True where a larger input makes the result smaller (a divisor, a share that returned). */
  readonly falls?: boolean;
  /** Its values at the ends of the result, if these depend on the other inputs. */
  readonly at?: { readonly low: Rational; readonly high: Rational };
}

/** One line of working: a formula, the inputs named in it in braces, and the result. */
export interface Derivation {
  /** The name that the result has in formulas: "out of action". */
  readonly of: string;
  readonly formula: string;
  readonly inputs: Readonly<Record<string, Input>>;
  readonly unit: Unit;
  readonly value: Range;
  /** What the formula comes to at an end, where a bound holds the result back: −10 others, of which there are none. */
  readonly unbounded?: (end: End) => Rational | undefined;
}

export type End = "low" | "best" | "high";

/** The value of an input where the result is at the end asked for. */
export function inputAt({ value, falls, at }: Input, end: End): Rational {
  if (end === "best") return value.best ?? value.low;
  if (at) return at[end];
  return (end === "low") === !falls ? value.low : value.high;
}

/** One closed number. */
export function isExact(range: Range): boolean {
  return range.low.equals(range.high) && !range.openLow && !range.openHigh;
}

/** Whether two ranges share a value, as far as their open ends may reach. */
export function meet(a: Range, b: Range): boolean {
  const isBelow = (low: Range, high: Range) => !low.openHigh && !high.openLow && low.high.compare(high.low) < 0;
  return !isBelow(a, b) && !isBelow(b, a);
}

/** Two numbers added up. */
export function together(a: Range, b: Range): Range {
  return {
    low: a.low.plus(b.low),
    best: a.best && b.best && a.best.plus(b.best),
    high: a.high.plus(b.high),
    openLow: a.openLow || b.openLow,
    openHigh: a.openHigh || b.openHigh,
    approximate: a.approximate || b.approximate,
  };
}

/** The least and the most that may have come from one number to a later one; below zero where that is less. */
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
