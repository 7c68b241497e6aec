import type { Category } from "./categories.ts";
import type { NamedRatio } from "./named.ts";
import type { Range } from "./range.ts";
import { Rational } from "./rational.ts";

/** The largest count that can be read. Every whole number up to it is exact in JavaScript and JSON. */
export const LARGEST_COUNT = Number.MAX_SAFE_INTEGER;

/** Parts of a text that were ignored as footnote marks or remarks: "[1]", "(Truth Commission)". */
type Dropped = readonly string[];

/** The losses that the words of a total name, if they leave out others: "killed and wounded". */
interface NamedLosses {
  readonly only?: readonly (Category | "killed")[];
}

/**
 * How precisely something was written: one unit of its last digit. Absent if that is 1, or if it was not written in
 * digits.
 */
interface Precision {
  readonly step?: Rational | undefined;
}

/** A reported number of people, in whole people. */
export interface Figure extends Range<number>, Precision, NamedLosses {
  /** The text as written, so that "over" is not shown as "at least". */
  readonly text: string;
  readonly dropped?: Dropped;
  /** The text says that the deaths are confirmed, so it is a list and may be incomplete: "7,000 confirmed dead". */
  readonly confirmed?: true;
  /** Read from a vague word ("dozens") as the floor that conflict recorders code it as. */
  readonly vague?: true;
}

/** Losses per person killed, zero or more. */
export interface Ratio extends Range, Precision {
  readonly text: string;
  readonly dropped?: Dropped;
  /** The case or history that it is from, if it was written as a name. */
  readonly named?: NamedRatio | undefined;
  /**
   * The counts that it is the quotient of, if it was written as the counts of a report: "223,000 casualties : 43,000
   * killed".
   */
  readonly quotient?: Quotient | undefined;
}

/** The counts of one report that make a ratio: (losses − killed) ÷ killed if the losses include the killed. */
export interface Quotient {
  readonly losses: Range;
  readonly killed: Range;
  readonly includesKilled: boolean;
}

/** A share, 0 to 1. */
export interface Share extends Range, Precision {
  readonly text: string;
  readonly dropped?: Dropped;
}

/** What turns a rate into a count: the size of the force, the days of the period, or both. */
export type Per = "force" | "day" | "force and day";

/**
 * People given as a rate: a part of the force (0 to 1, or above), people a day, or a part of the force a day. A month
 * is 30 days and a year 365, so "35,000 a month" is 1,166⅔ a day, and "7.45 per 1,000 per day" is 0.00745.
 */
export interface Rate extends Range, Precision, NamedLosses {
  readonly per: Per;
  readonly text: string;
  /** Read from a vague word, like a figure: "dozens a day". */
  readonly vague?: true;
  readonly dropped?: Dropped;
}

/** The length of a period in days: "90", "3 months". */
export interface Days extends Range {
  readonly text: string;
  readonly dropped?: Dropped;
}

/** An amount of something that losses are divided by: "2,356 km2". Above zero. */
export interface Amount extends Range {
  /** As it was written. */
  readonly unit: string;
  readonly text: string;
  readonly dropped?: Dropped;
}

/** The losses to be reached: a share of the force, a number of people, or an amount. */
export type Target =
  | { readonly of: "force"; readonly share: Share }
  | { readonly of: "people"; readonly figure: Figure }
  | { readonly of: "amount"; readonly amount: Amount };

/** Converts a figure for the arithmetic. */
export function exact(figure: Figure): Range {
  const { openLow, openHigh, approximate } = figure;
  return {
    low: Rational.of(figure.low),
    best: figure.best === undefined ? undefined : Rational.of(figure.best),
    high: Rational.of(figure.high),
    openLow,
    openHigh,
    approximate,
  };
}
