import type { Rational } from "./rational.ts";

/**
 * What is known of one number: its bounds, which of them may lie further out, and whether the
 * source hedged. The bounds are not percentiles and say nothing about how likely a value is.
 * Always 0 ≤ low ≤ best ≤ high.
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

/** What a number counts: people, losses per person killed, or a share from 0 to 1. */
export type Unit = "people" | "perKilled" | "share";

export interface Input {
  readonly value: Range;
  readonly unit: Unit;
  /** True where a larger input makes the result smaller (a divisor, a share that returned). */
  readonly falls?: boolean;
}

/** One line of working: a formula, the inputs named in it in braces, and what came out. */
export interface Derivation {
  readonly of: string;
  readonly formula: string;
  readonly inputs: Readonly<Record<string, Input>>;
  readonly unit: Unit;
  readonly value: Range;
}

export type End = "low" | "best" | "high";

/** The value of the input of that name. */
export type Get = (name: string) => Rational;

/**
 * Applies a formula that is monotone in each of its inputs.
 *
 * The low end is reached where every input stands at the end that pushes the result down, so
 * an input that occurs twice has one value in both places. The ends therefore hold for every
 * combination of inputs, are reached only when all inputs err the same way, and say nothing
 * about how likely that is.
 */
export function derive(
  of: string,
  unit: Unit,
  formula: string,
  inputs: Readonly<Record<string, Input>>,
  at: (get: Get) => Rational,
): Derivation {
  const all = Object.values(inputs);
  const atEnd = (end: End) => at((name) => inputAt(inputs[name]!, end));
  const value: Range = {
    low: atEnd("low"),
    best: hasBest(all) ? atEnd("best") : undefined,
    high: atEnd("high"),
    openLow: all.some(({ value, falls }) => (falls ? value.openHigh : value.openLow)),
    openHigh: all.some(({ value, falls }) => (falls ? value.openLow : value.openHigh)),
    approximate: all.some(({ value }) => value.approximate),
  };
  return { of, unit, formula, inputs, value };
}

/** The value of an input where the result stands at the end asked for. */
export function inputAt({ value, falls }: Input, end: End): Rational {
  if (end === "best") return value.best ?? value.low;
  return (end === "low") === !falls ? value.low : value.high;
}

/** A result has a best if an input has one and every other has one or is a single closed number. */
function hasBest(inputs: readonly Input[]): boolean {
  return inputs.some(({ value }) => value.best) && inputs.every(({ value }) => value.best ?? isExact(value));
}

/** One closed number. */
export function isExact(range: Range): boolean {
  return range.low.equals(range.high) && !range.openLow && !range.openHigh;
}
