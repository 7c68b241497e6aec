import type { Comparison } from "../contradictions.ts";
import type { Goal } from "../goal.ts";
import type { HistoryRatio } from "../named.ts";
import type { Outside } from "../past.ts";
import type { Category, InputName, Reported, Scenario } from "../scenario.ts";
import type { Solution } from "../solve.ts";
import type { Combination } from "../sources.ts";

/** An input as a caveat names it: what it is, whose it is, and how it was written. */
export interface Named {
  readonly input: InputName;
  readonly source?: string;
  readonly text: string;
}

/** The result whose end an input moves. */
export type Moved = (typeof MOVED)[number][1];

/** The results that an input may move, by the names of their quantities; the first one is named. */
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
  ["losses by then", "lossesByThen"],
  ["not broken down", "notBrokenDown"],
] as const;

/** The largest count that may have been meant as a multiplier. */
export const LARGEST_LIKE_MULTIPLIER = 20;

/** Figures whose dates lie further apart than this may not be of the same time. */
export const DAYS_APART = 30;

/** Every remark that can belong to an estimate: its stable code and what its sentence needs. */
export interface CaveatArgs {
  KILLED_ALONE: object;
  /** The low end of a result may lie lower, because of an open end of this input. */
  OPEN_LOW: Named & { readonly of: Moved };
  OPEN_HIGH: Named & { readonly of: Moved };
  /** A vague word was read as a floor. */
  VAGUE_FLOOR: Named & { readonly floor: number };
  /** A footnote mark, or a remark in brackets, was left out of what was read. */
  TEXT_DROPPED: Named & { readonly dropped: string };
  /** A list of confirmed deaths was given as if it were all of them. */
  CONFIRMED_IS_A_FLOOR: { readonly source?: string; readonly text: string };
  /** The killed are those of every side, civilians too, as in data sets of events. */
  COUNTS_ALL_SIDES: object;
  /** A ratio by its name covers some categories only. */
  RATIO_COVERS: { readonly name: string; readonly covers: readonly Category[]; readonly lacks: readonly Category[] };
  /** The case that a ratio is named after is not compared with others. */
  NOT_COMPARABLE: { readonly name: string; readonly because: string };
  /** The ratio is the 80% interval of past wars, which is not a bound. */
  HISTORY_INTERVAL: Pick<HistoryRatio, "name" | "wars" | "definitions"> & { readonly outside: readonly string[] };
  /** That interval rests on few wars. */
  FEW_WARS: { readonly name: string; readonly wars: number };
  /** A ratio lies outside what was seen in the past. */
  OUTSIDE_HISTORY: Outside & {
    readonly of: "wounded" | "ratio" | "died";
    readonly text: string;
    /** It follows from counts, and was not given. */
    readonly implied?: true;
  };
  /** Killed and casualties are both ranges, so the fewest casualties are taken with the most killed. */
  ENDS_CROSS: object;
  /** At one end there would be more killed than casualties, so that end is set to where there are no other losses. */
  IMPOSSIBLE_END: object;
  /** A ratio that was counted elsewhere is used for these figures. */
  BORROWED_RATIO: { readonly text: string };
  /** The killed and the casualties are of different sources, or dates more than 30 days apart. */
  PAIR_OF_TWO: { readonly killed: string; readonly casualties: string };
  /** What others imply of a quantity, and is not so. The percentage is of the calculated number. */
  STATEMENTS_DISAGREE: {
    readonly input: InputName;
    readonly of: string;
    readonly calculated: string;
    readonly used: string;
    readonly percent: string;
    readonly isLess: boolean;
  };
  /** A total that is open above was raised to the sum of its parts. */
  TOTAL_RAISED: { readonly text: string };
  /** Nobody says how many were wounded, so the share who returned is taken of all others. */
  RETURNED_OF_ALL: object;
  SHORT_PERIOD: { readonly days: number };
  /** A month was taken as 30 days, or a year as 365. */
  MONTHS_AND_YEARS: object;
  /** A day when something is reached is arithmetic, and no forecast; all losses count for it, those who returned among them. */
  NO_FORECAST: { readonly isGross?: true };
  /** The pace between two totals is no better than their rounding: how many people a day it may be off. */
  PACE_OF_TOTALS: { readonly of: Reported; readonly perDay: string };
  /** The later total may be below the earlier one, so that the estimate was revised and gives no pace. */
  REVISED: object;
  /** The losses may be no more than the recruits, so that the target may never be reached. */
  MAY_NEVER: object;
  /** They are no more, so that it is not. */
  NEVER: object;
  /** What was to be reached is reached already. */
  ALREADY_REACHED: object;
  COVERAGE_CLOSES_FLOOR: { readonly source?: string; readonly text: string };
  /** One's low is more than twice another's high; compatible where an open end lets both be true. */
  SOURCES_DISAGREE: { readonly low: string; readonly high: string; readonly compatible: boolean };
  /** Certainly more than 30 days lie between the dates of two sources. */
  DATES_APART: { readonly earlier: string; readonly later: string; readonly days: number };
  /** A count so small, and so far below the killed, that a multiplier may have been meant. */
  COUNT_LIKE_MULTIPLIER: { readonly category: Category; readonly text: string };
  CAPTURED_BY_MULTIPLIER: { readonly text: string };
  /** Wounded prisoners may be counted twice. */
  WOUNDED_AND_CAPTURED: object;
  /** Casualties are split by a ratio that is a range. */
  PARTS_DO_NOT_ADD_UP: object;
  /** The high end is above the force's low end. */
  MAY_EXCEED_FORCE: { readonly force: string };
  /** Even the low end is above the force's high end, and neither of them is open. */
  EXCEEDS_FORCE: { readonly force: string };
}

export type CaveatCode = keyof CaveatArgs;

/**
 * What only the rows of a table are told: that a source hedged, where results have a ~; that a model's fraction of a
 * person was rounded; and that a running total fell.
 */
export type TableCode = "APPROXIMATE" | "ROUNDED" | "TOTAL_FALLS";

/** Every code, for those who name one; the type finds a missing one. */
const CODES: Record<CaveatCode, null> = {
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
  COUNT_LIKE_MULTIPLIER: null,
  CAPTURED_BY_MULTIPLIER: null,
  WOUNDED_AND_CAPTURED: null,
  PARTS_DO_NOT_ADD_UP: null,
  MAY_EXCEED_FORCE: null,
  EXCEEDS_FORCE: null,
};
export const CAVEAT_CODES = Object.keys(CODES) as CaveatCode[];

export type Caveat = {
  readonly [Code in CaveatCode]: { readonly code: Code; readonly args: CaveatArgs[Code] };
}[CaveatCode];

/** What is said of a calculation, and with which results. */
export interface Told {
  readonly scenario: Scenario;
  readonly combinations: readonly Combination[];
  readonly comparisons: readonly Comparison[];
  readonly goal?: Goal | undefined;
  /** Of all losses, and with each force. */
  readonly solution: Solution;
  readonly byForce: readonly Solution[];
}
