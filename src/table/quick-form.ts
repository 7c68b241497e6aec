import { CATEGORIES } from "../core/categories.ts";
import { InputError } from "../core/errors.ts";
import { type Estimate, estimate } from "../core/estimate.ts";
import type { Figure, Ratio } from "../core/figure.ts";
import { PAST } from "../core/past-ratios.ts";
import type { OpenEnds, Range } from "../core/range.ts";
import { gcd, Rational } from "../core/rational.ts";
import type { Scenario } from "../core/scenario.ts";
import { openEnds } from "../render/separated.ts";
import { NONE, type PlainRow, type RatioInParts } from "./plain-row.ts";

/** Parts with a best value of their own. */
interface BestParts extends RatioInParts {
  readonly best: number | undefined;
}

/**
 * What each person killed is multiplied by: one, plus the other losses that are in proportion. The scale is such that
 * the ratio of a list and that of the wounded are whole numbers of parts in it as well.
 */
export interface Factor extends BestParts {
  /** Whether low and high are the same number, so that a best of the killed gives a best of the result. */
  readonly single: boolean;
  /** The wounded among the losses, in the same scale, if they have a proportion of their own. */
  readonly wounded: BestParts | undefined;
}

/** What all rows with the same cells filled have in common. */
export interface RowForm {
  readonly factor: Factor | undefined;
  /** Whether the options give other losses in proportion to the killed. */
  readonly isRated: boolean;
  /** Which ends of the results are open. */
  readonly open: "" | "low" | "high" | "both";
  /** The caveats of such a row, except those of its force: first with a usual ratio, then with one outside the past. */
  readonly caveats: string;
  readonly outside: string;
}

/** The options of a table, which apply to every row of it. */
export interface CommonOptions {
  readonly defaults: Scenario;
  readonly isAllSides: "all sides" | undefined;
  /** How many were killed for each person on a list. */
  readonly list: RatioInParts;
  /** Whether the options give all other losses. */
  readonly isCovered: boolean;
}

/** For a figure that is complete, rather than a list that is only part of a larger number. */
export const WHOLE: RatioInParts = { low: 1, high: 1, scale: 1, approximate: false };

/** More parts than a ratio has, whether it is of counts or in decimals. */
const MOST_PARTS = 1_000_000;

/** Finds out what rows with these cells have in common, by estimating such rows; undefined if they are not plain. */
export function formFor({ killed, casualties, ratio, counts }: PlainRow, common: CommonOptions): RowForm | undefined {
  const { defaults, isAllSides, list } = common;
  const filled = CATEGORIES.filter((_, index) => counts[index]!.low !== NONE);
  const rest = { ...defaults, ...Object.fromEntries(filled.map((category) => [category, undefined])) };
  // A count in an option would have to be told apart from those in cells.
  const isCounted = CATEGORIES.some((category) => rest[category]?.some(({ kind }) => kind !== "multiplier"));
  const { died } = rest;
  const isCovered = casualties.low !== NONE || ratio !== undefined || common.isCovered;
  const isMixed = (ratio ?? rest.ratio ?? died) && CATEGORIES.some((category) => rest[category] !== undefined);
  // With a count of each category, a ratio is only compared, and the killed follow from the casualties.
  const isComplete =
    isCovered && filled.length === CATEGORIES.length && (killed.low === NONE || casualties.low === NONE);
  if (isCounted || isMixed || isComplete || (died && (ratio ?? rest.ratio))) return undefined;
  const of = (dead: number, all: number, perKilled: Ratio, wounded: number): Scenario => ({
    ...rest,
    ...(ratio ? { ratio: perKilled } : {}),
    ...(killed.low === NONE ? {} : { killed: [{ counts: isAllSides, figure: figure(dead, killed) }] }),
    ...(casualties.low === NONE ? {} : { casualties: [{ figure: figure(all, casualties) }] }),
    ...Object.fromEntries(
      filled.map((category) => {
        const isZero = counts[CATEGORIES.indexOf(category)]!.high === 0;
        const people = isZero ? 0 : category === "wounded" ? wounded : 1;
        return [category, [{ kind: "count", figure: figure(people) }]];
      }),
    ),
  });
  try {
    const wounded = Math.round((4000 * list.low) / list.scale);
    const usual = estimate(of(1000, 5000, USUAL, isCovered ? 100 : wounded));
    const unusual = estimate(of(1000, 1200, UNUSUAL, isCovered ? 100 : 30));
    const isRated = common.isCovered || CATEGORIES.some((category) => rest[category] !== undefined);
    const open = openEnds(usual.outOfAction);
    // If the share that a list covers is a wide range, no count of wounded is usual.
    if (list !== WHOLE && codesOf(usual).includes("OUTSIDE_HISTORY")) return undefined;
    const { returned: _, ...losses } = rest;
    return { factor: factorOf(losses, list), isRated, open, caveats: codesOf(usual), outside: codesOf(unusual) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return undefined;
  }
}

/**
 * The losses for one person killed, apart from counts; undefined if that is not a simple fraction, or has an open end.
 */
function factorOf(losses: Scenario, list: RatioInParts): Factor | undefined {
  const { outOfAction, categories } = estimate({ ...losses, killed: [{ figure: figure(1) }] });
  if (outOfAction.openLow || outOfAction.openHigh) return undefined;
  const own = categories.wounded ? [categories.wounded, outOfAction] : [outOfAction];
  const scale = scaleOf(own, list.scale);
  if (scale > MOST_PARTS) return undefined;
  const all = bestParts(outOfAction, scale);
  const wounded = categories.wounded && bestParts(categories.wounded, scale);
  return { ...all, single: all.low === all.high, wounded };
}

function bestParts(range: Range, scale: number): BestParts {
  return { ...partsIn(range, scale), best: range.best?.times(Rational.of(scale)).toNumber() };
}

/**
 * How many were killed for each person on a list that covers a part of them; undefined if that is not the same for all
 * rows.
 */
export function listedIn({ coverage }: Scenario): RatioInParts | undefined {
  if (!coverage) return WHOLE;
  if (coverage.source !== undefined) return undefined;
  const { killed } = estimate({ coverage, killed: [{ figure: figure(1) }] });
  return killed && !killed.openLow && !killed.openHigh ? partsOf(killed) : undefined;
}

/**
 * The ends of a ratio as whole numbers of parts, in a scale that fits its best value too; undefined if they are not
 * simple fractions.
 */
export function partsOf(range: Range): RatioInParts | undefined {
  const scale = scaleOf([range]);
  return scale > MOST_PARTS ? undefined : partsIn(range, scale);
}

/** The smallest number of parts in which all ends and best values are whole numbers. */
function scaleOf(ranges: readonly Range[], least = 1): number {
  const values = ranges.flatMap(({ low, best = low, high }) => [low, best, high]);
  return values.reduce((parts, value) => commonMultiple(parts, Number(value.denominator)), least);
}

function partsIn({ low, high, approximate }: Range, scale: number): RatioInParts {
  const units = (value: Rational) => value.times(Rational.of(scale)).toNumber();
  return { low: units(low), high: units(high), scale, approximate };
}

function commonMultiple(a: number, b: number): number {
  return (a / gcd(a, b)) * b;
}

function figure(people: number, { openLow, openHigh }: OpenEnds = CLOSED): Figure {
  return { low: people, high: people, openLow, openHigh, approximate: false, text: String(people) };
}

const CLOSED: OpenEnds = { openLow: false, openHigh: false };

/** The codes of a row whose counts are all in columns. */
function codesOf({ caveats }: Estimate): string {
  return [...new Set(caveats.map(({ code }) => code))].filter((code) => code !== "COUNT_LIKE_MULTIPLIER").join(" ");
}

const ratioOf = (value: Rational): Ratio => ({
  low: value,
  high: value,
  openLow: false,
  openHigh: false,
  approximate: false,
  text: value.toFixed(1),
});
/** A ratio without caveats, and another that is outside the past. */
const USUAL = ratioOf(PAST.ratio.low);
const UNUSUAL = ratioOf(Rational.of(1));
