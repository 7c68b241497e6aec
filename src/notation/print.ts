import { groupDigits } from "../core/digits.ts";
import type { Stated } from "../core/expected.ts";
import type { Range, Unit } from "../core/range.ts";
import { ONE, Rational, ZERO } from "../core/rational.ts";

/** Writes one number of a range. */
export type Print = (value: Rational) => string;

/** A whole number of people, with halves rounded up and digits in groups of three: "13,800". */
export const people: Print = (value) => groupDigits(value.round().toString());

/** Up to two decimals, or two significant digits of a small number: "2", "2.33", "164,223.08", "0.00043". */
export const decimal: Print = (value) => grouped(value.toFixed(places(value, 2)));

/**
 * Whole from 1,000 on, one decimal from 10, otherwise two decimals or two significant digits: "1,382", "44.4", "7.45",
 * "0.043".
 */
export const measured: Print = (value) => grouped(value.toFixed(measuredPlaces(value)));

function measuredPlaces(value: Rational): number {
  const size = sizeOf(value);
  if (size.compare(THOUSAND) >= 0) return 0;
  return size.compare(TEN) >= 0 ? 1 : places(value, 2);
}

/** A number as it would be typed: in full if it has up to six decimals, otherwise rounded like `decimal`. */
export const typed: Print = (value) => (isShort(value, 6) ? plain(value) : decimal(value));

/** Whether a number has at most this many decimals. */
export function isShort(value: Rational, decimals: number): boolean {
  return value.times(Rational.of(10 ** decimals)).isWhole();
}

/** A percentage with one decimal, or two significant digits of a small one: "16.0%", "0.26%". */
export const percent: Print = (value) => {
  const hundred = value.times(HUNDRED);
  return `${withPlaces(hundred, places(hundred, 1))}%`;
};

/** A change, with its sign: "+5,000", "-25,000", "0". */
export function signed(value: Rational, print: Print): string {
  return `${value.compare(ZERO) > 0 ? "+" : ""}${print(value)}`;
}

/** A percentage as it would be typed: "30%", "33.33%". */
export const typedPercent: Print = (value) => `${typed(value.times(HUNDRED))}%`;

const TEN = Rational.of(10);
const HUNDRED = Rational.of(100);
const THOUSAND = Rational.of(1000);

/** How each kind of result is printed, and written as an expected result. */
export const RESULT: Record<Unit, Print> = {
  people,
  perKilled: decimal,
  share: percent,
  days: measured,
  perDay: measured,
  perThousand: measured,
  amount: measured,
  perUnit: measured,
};

/** The same with as many decimals as the stated result: "18.67%" next to "18.66%". */
export function resultLike(unit: Unit, { step }: Pick<Stated, "step">): Print {
  if (unit === "people") return RESULT.people;
  const isShare = unit === "share";
  const scale = isShare ? HUNDRED : ONE;
  const decimals = Math.max(decimalsOf(step.low.times(scale)), decimalsOf(step.high.times(scale)));
  return (value) => {
    // A ratio of 3.00 that is written as 3 would be less precise.
    if (unit === "perKilled" && decimals > 0) return withPlaces(value, Math.max(decimals, usualPlaces(unit, value)));
    if (decimals <= usualPlaces(unit, value)) return RESULT[unit](value);
    return withPlaces(value.times(scale), decimals) + (isShare ? "%" : "");
  };
}

/** The least number of decimals that a result is printed with; for units of measure, the most. */
function usualPlaces(unit: Unit, value: Rational): number {
  if (unit === "share") return 1;
  return unit === "perKilled" ? 2 : measuredPlaces(value);
}

/** How many decimals a step needs; 0 if there is no last digit. */
function decimalsOf(step: Rational): number {
  if (step.equals(ZERO)) return 0;
  let decimals = 0;
  for (let size = step; size.compare(ONE) < 0; size = size.times(TEN)) decimals += 1;
  return decimals;
}

/** Enough decimals for two significant digits of a number below 1; the usual number of decimals for larger ones. */
function places(value: Rational, usual: number): number {
  const size = sizeOf(value);
  if (size.compare(ONE) >= 0) return usual;
  const zeros = /^0\.(0*)[1-9]/.exec(size.toFixed(20))?.[1];
  return zeros === undefined ? usual : Math.max(usual, zeros.length + 2);
}

/** The last place of a number with as many decimals as `decimal` prints, if that is usual, or as its percentage. */
export function decimalStep(value: Rational, usual: number): Rational {
  return ONE.over(Rational.of(10n ** BigInt(places(value, usual))));
}

/** A number without its sign: a balance or a change may be below zero. */
function sizeOf(value: Rational): Rational {
  return value.compare(ZERO) < 0 ? ZERO.minus(value) : value;
}

/** Every digit of a decimal number, up to 20 decimals: "6,000", "2.5". */
export const plain: Print = (value) => grouped(value.toFixed(20));

/** A number with this many significant digits, for sentences that must not sound exact. */
export function significant(value: Rational, digits: number): Rational {
  const extra = sizeOf(value).round().toString().length - digits;
  if (extra <= 0) return value;
  const step = Rational.of(10n ** BigInt(extra));
  return Rational.of(value.over(step).round()).times(step);
}

/**
 * Whether a range in grouped digits looks as if its low end left out the thousands: "12-14,000". Such a range is
 * refused, and printed without groups.
 */
export function isElliptic(low: Rational, high: Rational): boolean {
  return low.compare(ONE) >= 0 && low.compare(THOUSAND) < 0 && low.times(THOUSAND).compare(high) <= 0;
}

/** A range as it would be typed: "6,000-13,800". */
export function plainRange(low: Rational, high: Rational): string {
  const print = printFor(low, high, plain);
  return `${print(low)}-${print(high)}`;
}

/** Leaves out the groups of digits if they would be misread. The printed numbers decide, because they are rounded. */
function printFor(low: Rational, high: Rational, print: Print): Print {
  const [first, last] = [print(low), print(high)];
  if (!/^[\d.]+$/.test(first) || !/^[\d.,]+$/.test(last)) return print;
  const isMisread = isElliptic(Rational.decimal(first), Rational.decimal(last.replaceAll(",", "")));
  return isMisread ? (value) => print(value).replaceAll(",", "") : print;
}

/** The shortest form that is read as the same range again: "≤24,000–55,200", "7,000+", "~250,000". */
export function compact(range: Range, printOne: Print): string {
  const { low, best, high, openLow, openHigh, approximate } = range;
  const print = printFor(low, high, printOne);
  const start = `${approximate ? "~" : ""}${openLow ? "≤" : ""}`;
  const end = openHigh ? "+" : "";
  if (best) return `${start}${print(low)}/${print(best)}/${print(high)}${end}`;
  const single = print(low) === print(high) && !(openLow && openHigh);
  // A dash before a minus looks like another minus.
  const joins = high.compare(ZERO) < 0 ? " to " : "–";
  return single ? `${start}${print(low)}${end}` : `${start}${print(low)}${joins}${print(high)}${end}`;
}

/** A range in words, for a sentence: "24,000 (or fewer) to 55,200", "at least 7,000". */
export function inWords(range: Range, printOne: Print, fewer = "fewer"): string {
  const { low, best, high, openLow, openHigh, approximate } = range;
  const print = printFor(low, high, printOne);
  const [first, last] = [print(low), print(high)];
  const about = approximate ? "about " : "";
  if (first === last && !best && !(openLow && openHigh)) {
    return `${openLow ? "up to " : ""}${openHigh ? "at least " : ""}${about}${first}`;
  }
  // "One to three" may be a ratio.
  const [opens, joins] = first === "1" && !openLow ? ["between ", " and "] : ["", " to "];
  const ends = `${opens}${first}${openLow ? ` (or ${fewer})` : ""}${joins}${last}${openHigh ? " (or more)" : ""}`;
  return `${about}${ends}${best ? ` (best ${print(best)})` : ""}`;
}

/** Groups the digits before the dot; drops empty decimals. */
function grouped(digits: string): string {
  const [whole = "", fraction] = digits.replace(/\.0*$|(\.\d*?)0+$/, "$1").split(".");
  if (fraction) return `${groupDigits(whole)}.${fraction}`;
  return whole === "-0" ? "0" : groupDigits(whole);
}

/** A number with exactly this many decimals, in groups of three before the dot. */
function withPlaces(value: Rational, decimals: number): string {
  const [whole = "", fraction] = value.toFixed(decimals).split(".");
  const digits = fraction === undefined ? groupDigits(whole) : `${groupDigits(whole)}.${fraction}`;
  return /[1-9]/.test(digits) ? digits : digits.replace("-", "");
}
