import { InputError } from "./errors.ts";
import type { Asked, NamedRatio } from "./named.ts";
import type { Range } from "./range.ts";
import { Rational } from "./rational.ts";

/** The largest count that is read: every whole number up to it is exact in JavaScript and JSON. */
export const LARGEST_COUNT = Number.MAX_SAFE_INTEGER;

/** Parts of a text that were taken for footnote marks or remarks, and not read: "[1]", "(Truth Commission)". */
type Dropped = readonly string[];

/** A reported number of people, in whole people. */
export interface Figure extends Range<number> {
  /** What was written, so that "over" is not forgotten as "at least". */
  readonly text: string;
  readonly dropped?: Dropped;
  /** Said to be confirmed, so that it is a list, and may be short of some: "7,000 confirmed dead". */
  readonly confirmed?: true;
  /** Read from a vague word ("dozens") as the floor that conflict recorders code it as. */
  readonly vague?: true;
}

/** Losses per person killed, above or equal to zero. */
export interface Ratio extends Range {
  readonly text: string;
  readonly dropped?: Dropped;
  /** Where it is from, if it was written as a name. */
  readonly named?: NamedRatio | undefined;
}

/** Finds the ratio of a name. Throws InputError where there is none, or none of what was asked for. */
export type RatioLookup = (name: string, asked: Asked) => Ratio;

/** In the place of ratios that could not be read, which is told already: no name makes a mistake of its own. */
export const UNREAD: RatioLookup = () => {
  throw new InputError([]);
};

/** A share, 0 to 1. */
export interface Share extends Range {
  readonly text: string;
  readonly dropped?: Dropped;
}

/** A figure as the arithmetic takes it. */
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
