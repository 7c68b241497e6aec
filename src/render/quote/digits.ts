import type { Estimate } from "../../core/estimate.ts";
import type { Formula } from "../../core/formula.ts";
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
 * The place to which an end of a quantity is known. A sum is as precise as its coarsest part, but has at least three
 * digits. A product has as many as the factor with the fewest, but at least two.
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
  return isProduct(solution.route.step(name)!.formula)
    ? finer(placeOfProduct(value, inputs), placeWith(value, FEWEST))
    : placeOfTotal(value, inputs);
}

/** Whether a formula multiplies or divides; otherwise it only adds and subtracts. */
function isProduct(formula: Formula): boolean {
  if (formula.is === "name" || formula.is === "number") return false;
  if (formula.is === "bounded") return isProduct(formula.part);
  return formula.is === "×" || formula.is === "÷" || isProduct(formula.left) || isProduct(formula.right);
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
  const places = (accounts: readonly Account[]) => accounts.map((account) => reported(account, end));
  if (rule === "sum" || rule === "change") return placeOfTotal(value[end], places(used));
  const own = used.filter(isOwn);
  return placeOfSum(places(own.length > 0 ? own : used));
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

function placeOfSum(terms: readonly Placed[]): Place {
  const places = terms.flatMap(({ value, place }) => (place === undefined || value.equals(ZERO) ? [] : [place]));
  return places.length > 0 ? Math.max(...places) : undefined;
}

/** A sum or a difference has three digits, so that readers who add up what it is of get the same. */
export function placeOfTotal(total: Rational, terms: readonly Placed[]): Place {
  return finer(placeOfSum(terms), placeWith(total, USUAL));
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
export const finer = (a: Place, b: Place): Place => (a === undefined || b === undefined ? undefined : Math.min(a, b));

/** No person is counted in parts. */
export const wholePlace = (place: Place): number => Math.max(place ?? 0, 0);

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

/** The place of the last digit of each end of a range. */
type Places = Readonly<Record<End, Place>>;

/**
 * A range that claims no more than its places. Its ends are rounded to the nearest, but a bound and an open end so that
 * they stay true: "at least" down, "up to" up. Ends that would become equal keep one more digit, unless that is finer than
 * the finest place. If they are still equal, they are one number, which is approximate like any that loses digits.
 */
export function roundedTo(range: Range, places: Places, finest?: Place): Range {
  const { low, best, high, openLow, openHigh } = range;
  const place = coarser(places.low, places.high);
  const first = openLow ? up : nearest;
  const last = openHigh ? down : nearest;
  if (low.equals(high) && !best) {
    const isBound = openLow !== openHigh;
    const near = !isBound ? nearest(low, place) : openLow ? up(low, places.high) : down(low, places.low);
    const isHedged = !openLow && !openHigh && !near.equals(low);
    return { ...range, low: near, high: near, approximate: range.approximate || isHedged };
  }
  for (const digits of [0, 1]) {
    const [from, to] = ENDS.map((end) => oneFiner(places[end], digits, finest)) as [Place, Place];
    const rounded = {
      ...range,
      low: first(low, from),
      high: last(high, to),
      best: best && nearest(best, finer(from, to)),
    };
    if (rounded.low.compare(rounded.high) < 0) return rounded;
  }
  const only = openLow && !openHigh ? high : low;
  return roundedTo(
    { ...range, low: only, high: only, best: undefined, approximate: true },
    { low: place, high: place },
  );
}

/** A place that is finer by this many digits, but not finer than the finest one, unless it was from the beginning. */
function oneFiner(place: Place, digits: number, finest: Place): Place {
  if (place === undefined) return undefined;
  return finest === undefined ? place - digits : Math.min(place, Math.max(place - digits, finest));
}

/** The same for a share, which has whole percents, and does not become 100% by rounding, nor pass it. */
export function roundedShare(range: Range, known: Places): Range {
  const places = { low: finer(known.low, PERCENT), high: finer(known.high, PERCENT) };
  const finest = finer(placeWith(range.low, USUAL), placeWith(range.high, USUAL));
  const rounded = roundedTo(range, places, finest);
  const isMoved = (end: End) => Math.sign(rounded[end].compare(ONE)) !== Math.sign(range[end].compare(ONE));
  if (!ENDS.some(isMoved)) return rounded;
  const next = (end: End) => (isMoved(end) ? (places[end] ?? 0) - 1 : places[end]);
  return roundedShare(range, { low: next("low"), high: next("high") });
}

/** The place of a whole percent. */
const PERCENT = -2;

/** The places of both ends of a quotient, with as many digits as the end that has more: "1,145 to 1,151". */
export function withAlikeDigits(range: Range, places: Places): Places {
  const digits = ENDS.flatMap((end) => {
    const place = places[end];
    return place === undefined || range[end].equals(ZERO) ? [] : [magnitude(range[end]) - place + 1];
  });
  if (digits.length < 2) return places;
  const most = Math.max(...digits);
  return { low: placeWith(range.low, most), high: placeWith(range.high, most) };
}

function scaled(value: Rational, place: Place, round: (value: Rational) => Rational): Rational {
  if (place === undefined) return value;
  const step = place < 0 ? Rational.of(1n, 10n ** BigInt(-place)) : Rational.of(10n ** BigInt(place));
  return round(value.over(step)).times(step);
}

const down = (value: Rational, place: Place) => scaled(value, place, (each) => each.floor());
const up = (value: Rational, place: Place) => scaled(value, place, (each) => each.ceiling());
const nearest = (value: Rational, place: Place) => scaled(value, place, (each) => Rational.of(each.round()));
