import type { Estimate } from "../../core/estimate.ts";
import { quantityStated } from "../../core/given.ts";
import type { Range } from "../../core/range.ts";
import { ONE, Rational, ZERO } from "../../core/rational.ts";
import { ALIASES } from "../../core/relations.ts";
import type { Solution } from "../../core/solve.ts";
import type { Account, Combination } from "../../core/sources.ts";
import { isShort } from "../../notation/print.ts";

/**
 * How precise a number is: the place of its last digit that counts, as a power of ten. 55,200 is precise to its
 * hundreds, place 2. Undefined for a number that is exact, such as a count of days.
 */
export type Place = number | undefined;

export type End = "low" | "high";
/** Both ends of a range. */
export const ENDS = ["low", "high"] as const;

/** No number is taken to be less precise than this: nobody says whether the zero of 6,000 killed was counted. */
const FEWEST = 2;
/** How precise an assumption is taken to be, and a number that the source called approximate. */
export const USUAL = 3;

/** What a sentence states as its condition. Its result is the exact consequence of it. */
const CONDITION = / per killed$|^(?:share who died|returned)$|^target/;

/** A number and the place of its last digit. */
export interface Placed {
  readonly value: Rational;
  readonly place: Place;
}

/**
 * The place to which an end of a quantity is known. A sum is as precise as its coarsest part, and a product has as many
 * digits as the factor with the fewest, but no fewer than two.
 */
export function placeOf(name: string, end: End, estimate: Pick<Estimate, "combinations">, solution: Solution): Place {
  const derivation = solution.derivation(name);
  if (!derivation) return placeOfGiven(name, end, estimate, solution);
  const inputs = Object.entries(derivation.inputs).flatMap(([shown, input]): Placed[] => {
    const of = ALIASES[shown] ?? shown;
    const ends: readonly End[] = input.at ? ["low", "high"] : [(end === "low") === !input.inverse ? "low" : "high"];
    return ends.map((each) => ({ value: input.value[each], place: placeOf(of, each, estimate, solution) }));
  });
  const value = derivation.value[end];
  const place = /[×÷]/.test(derivation.formula) ? placeOfProduct(value, inputs) : placeOfSum(inputs);
  return finer(place, placeWith(value, FEWEST));
}

function placeOfGiven(
  name: string,
  end: End,
  { combinations }: Pick<Estimate, "combinations">,
  solution: Solution,
): Place {
  const value = solution.get(name)?.[end];
  if (!value || name === "days") return undefined;
  if (CONDITION.test(name)) return placeWith(value, USUAL);
  const combination = combinations.find(({ of, form }) => quantityStated(of, form) === name);
  return combination ? placeOfCombination(combination, end) : ownPlace(value);
}

/** A sum and a change are as precise as their coarsest report; any other rule takes an end from the report that has it. */
function placeOfCombination({ rule, used, value }: Combination, end: End): Place {
  const isOwn = (account: Account) => account.value[end].equals(value[end]);
  const from = rule === "sum" || rule === "change" ? used : used.filter(isOwn);
  return placeOfSum((from.length > 0 ? from : used).map((account) => reported(account, end)));
}

/** A report's number, which may have become another with a coverage, or by taking a part of it. */
function reported({ stated, value, coverage, part }: Account, end: End): Placed {
  const number = stated[end];
  const given = typeof number === "number" ? Rational.of(number) : number;
  if (!coverage && !part) return { value: given, place: ownPlace(given) };
  const result = value[end];
  const factors = [
    { value: given, place: ownPlace(given) },
    { value: result, place: placeWith(result, USUAL) },
  ];
  return { value: result, place: placeOfProduct(result, factors) };
}

export function placeOfSum(terms: readonly Placed[]): Place {
  const places = terms.flatMap(({ value, place }) => (place === undefined || value.equals(ZERO) ? [] : [place]));
  return places.length > 0 ? Math.max(...places) : undefined;
}

export function placeOfProduct(result: Rational, factors: readonly Placed[]): Place {
  const digits = factors.flatMap(({ value, place }) =>
    place === undefined || value.equals(ZERO) ? [] : [magnitude(value) - place + 1],
  );
  return digits.length > 0 && !result.equals(ZERO) ? placeWith(result, Math.min(...digits)) : undefined;
}

/** The place of the last digit if a number has this many, or two if these are fewer. */
export function placeWith(value: Rational, digits: number): Place {
  return value.equals(ZERO) ? undefined : magnitude(value) - Math.max(FEWEST, digits) + 1;
}

/** The coarser and the finer of two places. */
export const coarser = (a: Place, b: Place): Place => (a === undefined ? b : b === undefined ? a : Math.max(a, b));
const finer = (a: Place, b: Place): Place => (a === undefined || b === undefined ? undefined : Math.min(a, b));

/** The place of the last digit of a number that is not a zero. */
export function ownPlace(value: Rational): Place {
  return placeWith(value, digitsIn(value));
}

/** A pace of a week, a month or a year is divided by its days, which gives it digits that nobody wrote. */
const DAYS_IN = [1, 7, 30, 365];

function digitsIn(value: Rational): number {
  const written = DAYS_IN.map((days) => value.times(Rational.of(days))).find((number) => isShort(number, 6));
  return (written ?? value)
    .toFixed(6)
    .replace(".", "")
    .replace(/^[-0]+|0+$/g, "").length;
}

/** The power of ten of the first digit: 4 for 55,200. */
function magnitude(value: Rational): number {
  const [whole = "", fraction = ""] = value.toFixed(20).replace("-", "").split(".");
  return whole === "0" ? -1 - /^0*/.exec(fraction)![0].length : whole.length - 1;
}

/**
 * A range that claims no more than its places: its low end is rounded down and its high end up, so that it still covers
 * whatever it did. A single number that has more digits is rounded to the nearest, and is then approximate.
 */
export function roundedTo(
  range: Range,
  { low: first, high: last }: { readonly low: Place; readonly high: Place },
): Range {
  const { low, best, high, openLow, openHigh } = range;
  const place = coarser(first, last);
  if (low.equals(high) && !best && !openLow && !openHigh) {
    const near = nearest(low, place);
    return { ...range, low: near, high: near, approximate: range.approximate || !near.equals(low) };
  }
  if (low.equals(high) && !best && openLow !== openHigh) {
    const bound = openLow ? up(high, place) : down(low, place);
    return { ...range, low: bound, high: bound };
  }
  return { ...range, low: down(low, first), best: best && nearest(best, finer(first, last)), high: up(high, last) };
}

/** The same for a share, which does not become 100% by rounding, nor pass it. */
export function roundedShare(range: Range, places: { readonly low: Place; readonly high: Place }): Range {
  const rounded = roundedTo(range, places);
  const isMoved = ENDS.some((end) => Math.sign(rounded[end].compare(ONE)) !== Math.sign(range[end].compare(ONE)));
  const oneFiner = (place: Place) => (place ?? 0) - 1;
  if (!isMoved) return rounded;
  return roundedShare(range, { low: oneFiner(places.low), high: oneFiner(places.high) });
}

function scaled(value: Rational, place: Place, round: (value: Rational) => Rational): Rational {
  if (place === undefined) return value;
  const step = place < 0 ? Rational.of(1n, 10n ** BigInt(-place)) : Rational.of(10n ** BigInt(place));
  return round(value.over(step)).times(step);
}

const HALF = Rational.of(1, 2);
const floor = (value: Rational) => Rational.of(value.minus(HALF).round());
const down = (value: Rational, place: Place) => scaled(value, place, floor);
const up = (value: Rational, place: Place) => scaled(value, place, (each) => ZERO.minus(floor(ZERO.minus(each))));
const nearest = (value: Rational, place: Place) => scaled(value, place, (each) => Rational.of(each.round()));
