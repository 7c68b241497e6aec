import type { Category, Reported } from "../categories.ts";
import type { InputName, Kind } from "../inputs.ts";
import type { HistoryRatio } from "../named.ts";
import type { OutsidePast } from "../past.ts";
import type { PastRatio } from "../past-ratios.ts";

/** An input as a caveat names it: which input it is, whose figure it is, and how it was written. */
export interface NamedInput {
  readonly input: InputName;
  readonly source?: string;
  readonly text: string;
}

/** The result whose end an input moves. */
export type MovedResult = (typeof MOVED)[number][1];

/** The results that an input may move, by the names of their quantities. A caveat names the first result that moves. */
export const MOVED = [
  ["out of action", "outOfAction"],
  ["net", "net"],
  ["killed", "killed"],
  ["others", "others"],
  ["share", "share"],
  ["force", "force"],
  ["losses a day", "perDay"],
  ["losses per unit", "perUnit"],
  ["balance", "balance"],
  ["recruits", "recruits"],
  ["days to go", "daysToGo"],
  ["further losses", "lossesByThen"],
  ["not broken down", "notBrokenDown"],
] as const;

/** The largest count that may have been meant as a multiplier. */
export const LARGEST_LIKE_MULTIPLIER = 20;

/** Figures whose dates are further apart than this may not describe the same time. */
export const DAYS_APART = 30;

/** Every caveat that an estimate can have: its stable code and the values that its sentence needs. */
export interface CaveatArgs {
  /**
   * The killed follow from two lists of them, if being on one says nothing about being on the other. How many different
   * names they have, if all numbers are exact: no fewer were killed.
   */
  TWO_LISTS: { readonly names?: string };
  KILLED_ALONE: object;
  /** The low end of a result may be lower, because this input has an open end. */
  OPEN_LOW: NamedInput & { readonly of: MovedResult };
  OPEN_HIGH: NamedInput & { readonly of: MovedResult };
  /** A vague word was read as a floor. */
  VAGUE_FLOOR: NamedInput & { readonly floor: number };
  /** A footnote mark or a remark in brackets was ignored. */
  TEXT_DROPPED: NamedInput & { readonly dropped: string };
  /** A list of confirmed deaths was given as if it were complete. */
  CONFIRMED_IS_A_FLOOR: { readonly source?: string; readonly text: string };
  /** The killed include every side and civilians, as in data sets of events. */
  COUNTS_ALL_SIDES: object;
  /** A named ratio covers only some categories. */
  RATIO_COVERS: { readonly name: string; readonly covers: readonly Category[]; readonly lacks: readonly Category[] };
  /** The ratio is named after a case that is not compared with others. */
  NOT_COMPARABLE: { readonly name: string; readonly because: string };
  /** The ratio is the 80% interval of past wars, which is not a bound. */
  HISTORY_INTERVAL: Pick<HistoryRatio, "name" | "wars" | "definitions"> & { readonly outside: readonly PastRatio[] };
  /** The case counts only those killed in action as killed, and those who died of wounds as wounded. */
  KILLED_OUTRIGHT: { readonly name: string };
  /** The interval is based on few wars. */
  FEW_WARS: { readonly name: string; readonly wars: number };
  /** A ratio is outside the usual range of past wars. */
  OUTSIDE_HISTORY: OutsidePast & {
    readonly of: "wounded" | "ratio" | "died";
    readonly text: string;
    /** The ratio was calculated from counts, not given. */
    readonly implied?: true;
    /** Whose counts, if there are others too. */
    readonly source?: string;
  };
  /** Killed and casualties are both ranges, so the fewest casualties are paired with the most killed. */
  ENDS_CROSS: object;
  /**
   * At one end there would be more killed than casualties, so that end is set to no other losses. Instead of the killed,
   * the parts may be more than the losses that they are part of; or there would be more people on both of two lists than
   * on one of them.
   */
  IMPOSSIBLE_END: { readonly isOfParts?: true; readonly isOfLists?: true };
  /** A ratio that was counted elsewhere is applied to these figures. */
  BORROWED_RATIO: { readonly text: string };
  /** The killed and the casualties are from different sources, or their dates are more than 30 days apart. */
  PAIR_OF_TWO: { readonly killed: string; readonly casualties: string; readonly of?: Category };
  /** A statement disagrees with what the others imply. The percentage is relative to the calculated number. */
  STATEMENTS_DISAGREE: {
    readonly input: InputName;
    readonly of: string;
    readonly calculated: string;
    readonly used: string;
    readonly percent: string;
    readonly isLess: boolean;
  };
  /** A total with an open high end was raised to the sum of its parts. */
  TOTAL_RAISED: { readonly text: string };
  /** The number of wounded is unknown, so the share who returned is applied to all others. */
  RETURNED_OF_ALL: object;
  SHORT_PERIOD: { readonly days: number };
  /** A month was counted as 30 days, or a year as 365. */
  MONTHS_AND_YEARS: object;
  /**
   * The day on which a target is reached is arithmetic, not a forecast. It counts all losses, even those who returned.
   */
  NO_FORECAST: { readonly isGross?: true };
  /** The pace between two totals is only as good as their rounding: it may be off by this many people a day. */
  PACE_OF_TOTALS: { readonly of: Reported; readonly perDay: string };
  /** The later total may be below the earlier total. The estimate was then revised, and gives no pace. */
  REVISED: object;
  /** The losses may be no more than the recruits, so the target may never be reached. */
  MAY_NEVER: object;
  /** The losses are no more than the recruits, so the target is never reached. */
  NEVER: object;
  /** The target is reached already. */
  ALREADY_REACHED: object;
  COVERAGE_CLOSES_FLOOR: { readonly source?: string; readonly text: string };
  /**
   * The low end of one source is more than twice the high end of another. Compatible if an open end lets both be true.
   */
  SOURCES_DISAGREE: {
    readonly low: string;
    readonly high: string;
    readonly compatible: boolean;
    /** The losses on which they disagree, if several losses have several sources. */
    readonly of?: readonly Reported[];
  };
  /** The dates of two sources, or of two lists, are certainly more than 30 days apart. */
  DATES_APART: { readonly earlier: string; readonly later: string; readonly days: number; readonly isOfLists?: true };
  /**
   * The losses of one subject of a comparison lack categories that those of the other include, or may include: a total
   * does not say what it counts.
   */
  COVERS_DIFFER: {
    readonly name: string;
    readonly other: string;
    readonly lacks: readonly string[];
    readonly isUncertain?: true;
  };
  /**
   * The ends of a quotient or a change cross: the fewest of one subject go with the most of the other. If both ranges
   * are from one report, low with low and high with high is narrower: these ends.
   */
  COMPARED_ENDS_CROSS: {
    readonly name: string;
    readonly other: string;
    readonly quantity: string;
    readonly low: number;
    readonly high: number;
    readonly isChange?: true;
  };
  /** The killed of one subject are names on a list, and those of the other are an estimate. */
  KINDS_DIFFER: { readonly confirmed: string; readonly other: string };
  /** A figure is the claim of a side in the war, about its own losses or those of another side. */
  CLAIM_OF_SIDE: { readonly name?: string; readonly source?: string; readonly isOwn: boolean };
  /** Bodies were counted, which are found by whoever holds the ground. */
  BODIES: object;
  /** What the source of a past war counts. */
  PAST_DEFINITION: { readonly name: string; readonly killedMeans?: string; readonly woundedMeans?: string };
  /** Reports of a kind were left out. */
  LEFT_OUT: { readonly kind: Kind; readonly reports: readonly NamedInput[] };
  /** Some parts of a total lack a quantity, so its sum is a minimum. */
  PARTS_LACK: { readonly quantity: string; readonly names: readonly string[] };
  /** The parts of a total cover different days, so they have no pace together. */
  PERIODS_DIFFER: { readonly areKnown?: true };
  /** Parts of a total are of one side at different times, so they may have the same force. */
  FORCES_NOT_ADDED: object;
  /** A stated total is not the sum of the parts. The percentage is of the sum. */
  TOTAL_DIFFERS: { readonly of: string; readonly stated: string; readonly sum: string; readonly percent: string };
  /** A stated total starts lower than the sum of its parts. */
  TOTAL_BELOW_PARTS: { readonly of: string; readonly stated: string; readonly sum: string };
  /** A count so small, and so far below the killed, that it may have been meant as a multiplier. */
  COUNT_LIKE_MULTIPLIER: { readonly category: Category; readonly text: string };
  CAPTURED_BY_MULTIPLIER: { readonly text: string };
  /** Wounded prisoners may be counted twice. */
  WOUNDED_AND_CAPTURED: object;
  /** People of a past war are in two of its counts, and so twice in their sum. */
  COUNTED_TWICE: { readonly name: string; readonly who: string };
  /** The casualties are split by a ratio that is a range. */
  PARTS_DO_NOT_ADD_UP: object;
  /** The high end is above the force's low end. */
  MAY_EXCEED_FORCE: { readonly force: string };
  /** Even the low end is above the force's high end, and neither end is open. */
  EXCEEDS_FORCE: { readonly force: string };
}

export type CaveatCode = keyof CaveatArgs;

/**
 * Codes that only the rows of a table have: a source hedged (results have a ~ for this), the columns of two ends were
 * mixed up, a model's fraction of a person was rounded, or a running total fell.
 */
export type TableCode = "APPROXIMATE" | "ENDS_SWAPPED" | "ROUNDED" | "TOTAL_FALLS";

/** Lists every code at run time. The type makes the compiler report a missing code. */
const CODES: Record<CaveatCode, null> = {
  TWO_LISTS: null,
  KILLED_ALONE: null,
  OPEN_LOW: null,
  OPEN_HIGH: null,
  VAGUE_FLOOR: null,
  TEXT_DROPPED: null,
  CONFIRMED_IS_A_FLOOR: null,
  COUNTS_ALL_SIDES: null,
  RATIO_COVERS: null,
  NOT_COMPARABLE: null,
  HISTORY_INTERVAL: null,
  KILLED_OUTRIGHT: null,
  FEW_WARS: null,
  OUTSIDE_HISTORY: null,
  ENDS_CROSS: null,
  IMPOSSIBLE_END: null,
  BORROWED_RATIO: null,
  PAIR_OF_TWO: null,
  STATEMENTS_DISAGREE: null,
  TOTAL_RAISED: null,
  RETURNED_OF_ALL: null,
  SHORT_PERIOD: null,
  MONTHS_AND_YEARS: null,
  NO_FORECAST: null,
  PACE_OF_TOTALS: null,
  REVISED: null,
  MAY_NEVER: null,
  NEVER: null,
  ALREADY_REACHED: null,
  COVERAGE_CLOSES_FLOOR: null,
  SOURCES_DISAGREE: null,
  DATES_APART: null,
  COVERS_DIFFER: null,
  COMPARED_ENDS_CROSS: null,
  KINDS_DIFFER: null,
  CLAIM_OF_SIDE: null,
  BODIES: null,
  PAST_DEFINITION: null,
  LEFT_OUT: null,
  PARTS_LACK: null,
  PERIODS_DIFFER: null,
  FORCES_NOT_ADDED: null,
  TOTAL_DIFFERS: null,
  TOTAL_BELOW_PARTS: null,
  COUNT_LIKE_MULTIPLIER: null,
  CAPTURED_BY_MULTIPLIER: null,
  WOUNDED_AND_CAPTURED: null,
  COUNTED_TWICE: null,
  PARTS_DO_NOT_ADD_UP: null,
  MAY_EXCEED_FORCE: null,
  EXCEEDS_FORCE: null,
};
export const CAVEAT_CODES = Object.keys(CODES) as CaveatCode[];

export type Caveat = {
  readonly [Code in CaveatCode]: { readonly code: Code; readonly args: CaveatArgs[Code] };
}[CaveatCode];
