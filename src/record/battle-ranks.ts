import { type NumberLimits, refuse } from "../core/errors.ts";
import type { Ends, Range, RangeEnd } from "../core/range.ts";
import { Rational, ZERO } from "../core/rational.ts";
import type { RelativeLosses } from "../core/relative.ts";
import type { BattleSide } from "./battles.ts";
import { quantile } from "./quantile.ts";
import type { Era } from "./scope.ts";

/** The quantities by which sides are ranked. */
const RANKED = ["share", "perThousandPerDay"] as const;
export type Ranked = (typeof RANKED)[number];

/** Which strengths or lengths are compared. */
export interface Limits extends NumberLimits {
  /** What they follow from: the size or the period that is ranked, or options. Absent if neither is known. */
  readonly by?: "class" | "options";
}

/** Which sides are compared, by the year of the battle, the strength of the side and the days of the battle. */
export interface BattleSelection {
  readonly era: Era;
  readonly strength: Limits;
  readonly days: Limits;
}

/** How many of the compared sides lost less than a value, exactly as much, and more. */
export interface PlaceAmong {
  readonly below: number;
  readonly same: number;
  readonly above: number;
}

/** A share or a daily rate, among those of the compared sides. */
export interface BattleRank {
  readonly of: Ranked;
  readonly value: Range;
  /** The part of the compared sides that lost less: 0.38 is the 38th percentile. */
  readonly below: Range;
  readonly places: Readonly<Partial<Record<RangeEnd, PlaceAmong>>>;
  /** Below these are 10%, 50% and 90% of the sides. */
  readonly points: { readonly p10: Rational; readonly p50: Rational; readonly p90: Rational };
}

export interface BattleRanking {
  /** What is ranked, and what it follows from. */
  readonly losses: RelativeLosses;
  readonly ranks: readonly BattleRank[];
  readonly selection: BattleSelection;
  readonly sides: readonly BattleSide[];
  /** How many battles they fought. */
  readonly battles: number;
  /** The sides nearest to the ends of the first rank, the least first. */
  readonly nearest: readonly BattleSide[];
}

/** Rifles and railways; what came before is less like the present. */
export const USUAL_ERA: Era = { from: 1860 };

/** Forces and periods are compared with others of their class. A class ends where the next one begins. */
export const STRENGTH_CLASSES = [0, 1000, 10_000, 100_000];
export const LENGTH_CLASSES = [0, 2, 7];

/** With fewer sides, a percentile is not worth giving. */
const FEWEST_SIDES = 10;

/** The limits of the class of a value, or of all the classes that a range is in. */
export function classOf({ low, high, openLow, openHigh }: Ends, classes: readonly number[]): Limits {
  const indexOf = (value: Rational) => classes.findLastIndex((start) => value.compare(Rational.of(start)) >= 0);
  const [first, last] = [openLow ? 0 : indexOf(low), openHigh ? classes.length : indexOf(high)];
  const next = classes[last + 1];
  return { min: classes[first] || undefined, max: next === undefined ? undefined : next - 1, by: "class" };
}

/**
 * Ranks a share, a daily rate or both among the sides that are selected. At least one must be known. Throws InputError
 * if the sides are too few.
 */
export function rankAmong(given: readonly BattleSide[], losses: RelativeLosses, asked: BattleSelection): BattleRanking {
  const sides = given.filter((side) => isSelected(side, asked));
  const years = yearsOf(given);
  if (sides.length < FEWEST_SIDES) {
    refuse({ code: "E-BATTLES-FEW", args: { sides: sides.length, fewest: FEWEST_SIDES, years, selection: asked } });
  }
  const selection = { ...asked, era: within(years, asked.era) };
  const ranks = RANKED.flatMap((of) => {
    const value = losses[of];
    return value ? [rankOf(of, value, sides)] : [];
  });
  const battles = new Set(sides.map(({ id }) => id)).size;
  return { losses, ranks, selection, sides, battles, nearest: nearestTo(ranks[0]!, sides) };
}

type Years = { readonly from: number; readonly to: number };

/** The years of the first and the last battle. */
function yearsOf(sides: readonly BattleSide[]): Years {
  const years = sides.map(({ year }) => year);
  return {
    from: years.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    to: years.reduce((a, b) => Math.max(a, b), 0),
  };
}

/** The years of an era in which there are battles at all, so that nobody takes them to reach the present. */
function within(years: Years, { from, to }: Era): Era {
  return { from: Math.max(from ?? years.from, years.from), to: Math.min(to ?? years.to, years.to) };
}

function isSelected({ year, strength, days }: BattleSide, selection: BattleSelection): boolean {
  const { from, to } = selection.era;
  const isWithin = (value: number, { min = 0, max = Number.POSITIVE_INFINITY }: Limits) => min <= value && value <= max;
  return (
    isWithin(year, { min: from, max: to }) && isWithin(strength, selection.strength) && isWithin(days, selection.days)
  );
}

function rankOf(of: Ranked, value: Range, sides: readonly BattleSide[]): BattleRank {
  const sorted = sides.map((side) => side[of]).sort((a, b) => a.compare(b));
  const { low, best, high, ...rest } = value;
  const part = (end: Rational) => Rational.of(placeAmong(end, sorted).below, sorted.length);
  return {
    of,
    value,
    below: { ...rest, low: part(low), best: best && part(best), high: part(high) },
    places: {
      low: placeAmong(low, sorted),
      ...(best ? { best: placeAmong(best, sorted) } : {}),
      high: placeAmong(high, sorted),
    },
    points: { p10: quantile(sorted, 1), p50: quantile(sorted, 5), p90: quantile(sorted, 9) },
  };
}

function placeAmong(value: Rational, values: readonly Rational[]): PlaceAmong {
  const below = values.filter((other) => other.compare(value) < 0).length;
  const same = values.filter((other) => other.equals(value)).length;
  return { below, same, above: values.length - below - same };
}

/** How many of the nearest sides are shown for a number, and for each end of a range. */
const NEAREST = 5;
const NEAREST_TO_END = 3;

function nearestTo({ of, value: { low, high } }: BattleRank, sides: readonly BattleSide[]): BattleSide[] {
  const distance = (side: BattleSide, value: Rational) => {
    const difference = side[of].minus(value);
    return difference.compare(ZERO) < 0 ? ZERO.minus(difference) : difference;
  };
  const nearest = (value: Rational, count: number) =>
    [...sides].sort((a, b) => distance(a, value).compare(distance(b, value))).slice(0, count);
  const found = low.equals(high)
    ? nearest(low, NEAREST)
    : [...nearest(low, NEAREST_TO_END), ...nearest(high, NEAREST_TO_END)];
  return [...new Set(found)].sort((a, b) => a[of].compare(b[of]));
}
