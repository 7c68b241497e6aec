import { groupDigits } from "./digits.ts";
import type { Range, RangeEnd } from "./range.ts";
import { least, ONE, Rational, ZERO } from "./rational.ts";

const LANDMARKS: readonly (readonly [string, Rational])[] = [
  ["a tenth", Rational.of(1, 10)],
  ["a sixth", Rational.of(1, 6)],
  ["a fifth", Rational.of(1, 5)],
  ["a quarter", Rational.of(1, 4)],
  ["a third", Rational.of(1, 3)],
  ["half", Rational.of(1, 2)],
  ["two thirds", Rational.of(2, 3)],
  ["three quarters", Rational.of(3, 4)],
  ["nine tenths", Rational.of(9, 10)],
];

const POINT = Rational.of(1, 100);
const TENTH = Rational.of(1, 10);
const TWO = Rational.of(2);
const SMALL = Rational.of(1, 20);

/** How near a share is to a fraction: it is that fraction, about that fraction, or a little under or over it. */
export type Nearness = "plain" | "about" | "near";

const ABOUT = POINT.times(Rational.of(3, 2));
const NEAR = POINT.times(Rational.of(4));

const LIMITS: readonly (readonly [Nearness, Rational])[] = [
  ["plain", POINT.over(TWO)],
  ["about", ABOUT],
  ["near", NEAR],
];

/**
 * The one rule for what a share may be called, both in what is printed and in what a report claims: plainly a fraction
 * within half a percentage point, "about" within 1.5, "under" or "over" within 4. Below a tenth the limits shrink with
 * the fraction, because a point is a large part of it.
 */
function nearness(share: Rational, fraction: Rational): Nearness | undefined {
  const away = distance(share, fraction);
  return LIMITS.find(([, limit]) => away.compare(limit.times(scaleOf(fraction))) <= 0)?.[0];
}

/** How far a share may be from a fraction and still be called by it, plainly or with "about". */
export function roomOf(fraction: Rational): Rational {
  return ABOUT.times(scaleOf(fraction));
}

/** How far below or above a fraction a share may be and still be called "under" or "over" it in what is printed. */
export function nearRoomOf(fraction: Rational, end: RangeEnd): Rational {
  const isBeyond = (other: Rational) => (end === "low" ? other.compare(fraction) < 0 : other.compare(fraction) > 0);
  const values = LANDMARKS.map(([, value]) => value);
  const rivals = values.some((value) => value.equals(fraction)) ? values.filter(isBeyond) : [];
  return least([NEAR.times(scaleOf(fraction)), ...rivals.map((rival) => distance(rival, fraction).over(TWO))]);
}

function scaleOf(fraction: Rational): Rational {
  return least([fraction.over(TENTH), ONE]);
}

/**
 * A share in words, from its exact value: the nearest common fraction (the smaller if two are equally near), or the two
 * fractions on either side. Under 5% it is one in N, and above 100% more than the whole force.
 */
export function shareInWords(share: Rational): string {
  if (share.equals(ZERO)) return "none of the force";
  if (share.compare(SMALL) <= 0) return `about one in ${groupDigits(ONE.over(share).round().toString())}`;
  if (share.equals(ONE)) return "the whole force";
  if (share.compare(ONE) > 0) return "more than the whole force";

  const [name, fraction] = LANDMARKS.reduce((nearest, next) =>
    distance(share, next[1]).compare(distance(share, nearest[1])) < 0 ? next : nearest,
  );
  const near = nearness(share, fraction);
  if (near === "plain") return name;
  if (near === "about") return `about ${name}`;
  if (near === "near") return `${share.compare(fraction) < 0 ? "under" : "over"} ${name}`;
  return `between ${neighbours(share).join(" and ")}`;
}

/** Both ends of a share in words, or only one if the words are the same. */
export function shareRangeInWords({ low, high, openLow, openHigh }: Range): string {
  const [from, to] = [shareInWords(low), shareInWords(high)];
  const isOneWay = openLow !== openHigh;
  if (from === to) return isOneWay ? endInWords(openLow ? high : low, openLow ? "lower" : "higher") : from;
  const [start, end] = [endInWords(low, openLow && "lower"), endInWords(high, openHigh && "higher")];
  return start === end ? start : `${start} to ${end}`;
}

/**
 * A bound, or one end of a range, by a single fraction, since "a sixth to between a third and a half" is hard to read.
 * The words for a bound do not point away from the truth: "at least 31.6%" is "over a quarter", not "under a third".
 */
function endInWords(share: Rational, mayBe?: "lower" | "higher" | false): string {
  const words = shareInWords(share);
  if (mayBe === "lower") return /^(?:over|between)/.test(words) ? `under ${neighbours(share)[1]}` : words;
  const isAbove = words.startsWith("between") || (mayBe === "higher" && words.startsWith("under"));
  return isAbove ? `over ${neighbours(share)[0]}` : words;
}

/** The common fractions just below and above a share. */
function neighbours(share: Rational): [string, string] {
  const above = LANDMARKS.findIndex(([, fraction]) => fraction.compare(share) > 0);
  if (above === 0) return ["one in 20", LANDMARKS[0]![0]];
  if (above < 0) return [LANDMARKS.at(-1)![0], "the whole force"];
  return [LANDMARKS[above - 1]![0], LANDMARKS[above]![0]];
}

/** How far apart two numbers are. */
export function distance(a: Rational, b: Rational): Rational {
  return a.compare(b) < 0 ? b.minus(a) : a.minus(b);
}
