import { difference, isExact, type Range } from "../range.ts";
import { greatest, least, ONE, type Rational, ZERO } from "../rational.ts";

/**
 * How many times as large one number is as another. The ends cross: the fewest of one go with the most of the other. If
 * the other may be zero, there is no highest value, and the high end is open. Undefined if it is certainly zero, or if
 * either number may be below zero.
 */
export function quotientOf(value: Range, by: Range): Range | undefined {
  if (by.high.equals(ZERO) || value.low.compare(ZERO) < 0 || by.low.compare(ZERO) < 0) return undefined;
  const mayBeZero = by.low.equals(ZERO);
  const low = value.low.over(by.high);
  const bests = bestsOf(value, by);
  return {
    low,
    best: bests && !bests[1].equals(ZERO) ? bests[0].over(bests[1]) : undefined,
    high: mayBeZero ? value.high.over(by.high) : value.high.over(by.low),
    openLow: value.openLow || by.openHigh,
    openHigh: value.openHigh || by.openLow || mayBeZero,
    approximate: value.approximate || by.approximate,
  };
}

/** The change from one number to another, as a part of the first: 0.25 is 25% more. */
export function changeOf(from: Range, to: Range): Range | undefined {
  const quotient = quotientOf(to, from);
  return quotient && shifted(quotient, (value) => value.minus(ONE));
}

/** How far one number is above another. It has a best value if both have one, or are single numbers. */
export function differenceOf(from: Range, to: Range): Range {
  const bests = bestsOf(to, from);
  return { ...difference(from, to), best: bests?.[0].minus(bests[1]) };
}

/** A range from the lower of two to the higher. An end is open if a range that has it is open there. */
export function envelope(a: Range, b: Range): Range {
  const [low, high] = [least([a.low, b.low]), greatest([a.high, b.high])];
  const isAt = (end: "low" | "high", value: Rational) => [a, b].filter((range) => range[end].equals(value));
  return {
    low,
    best: undefined,
    high,
    openLow: isAt("low", low).some(({ openLow }) => openLow),
    openHigh: isAt("high", high).some(({ openHigh }) => openHigh),
    approximate: a.approximate || b.approximate,
  };
}

/** A number of something for each of a larger unit. */
export function scaled(value: Range, by: Rational): Range {
  return shifted(value, (end) => end.times(by));
}

function shifted(value: Range, move: (end: Rational) => Rational): Range {
  return { ...value, low: move(value.low), best: value.best && move(value.best), high: move(value.high) };
}

/** The best values of two numbers: at least one has one, and the other has one or is a single number. */
function bestsOf(a: Range, b: Range): readonly [Rational, Rational] | undefined {
  const [first, second] = [a, b].map((value) => value.best ?? (isExact(value) ? value.low : undefined));
  return first && second && (a.best || b.best) ? [first, second] : undefined;
}

/** Both ends of a calculation with two numbers, low with low and high with high. */
export type Paired = readonly [Rational, Rational];

/**
 * The same with low and high paired, since the ends of one report usually go together. Undefined if either
 * number is a single value, because pairing then changes nothing.
 */
export function pairedOf(a: Range, b: Range, calculate: (a: Rational, b: Rational) => Rational): Paired | undefined {
  if (a.low.equals(a.high) || b.low.equals(b.high) || b.low.compare(ZERO) <= 0) return undefined;
  const ends = [calculate(a.low, b.low), calculate(a.high, b.high)];
  return [least(ends), greatest(ends)];
}
