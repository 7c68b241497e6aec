import { Rational } from "./rational.ts";

/**
 * What the historical record says about ratios as a whole, so that a plain calculation can be compared with it without
 * loading the table. A test recalculates all of it from the table.
 */
export interface Past {
  readonly low: Rational;
  readonly high: Rational;
  /** The cases with the lowest and highest ratios, in order: all that are outside, and two inside at each end. */
  readonly cases: readonly (readonly [name: string, ratio: string])[];
}

const past = (low: string, high: string, cases: Past["cases"]): Past => ({
  low: Rational.decimal(low),
  high: Rational.decimal(high),
  cases,
});

export const PAST = {
  /** Wounded per killed: the 80% prediction interval for another war. */
  wounded: past("1.87", "6.18", [
    ["india-1962", "0.76"],
    ["uk-wwii", "1.05"],
    ["canada-wwii", "1.42"],
    ["finland-winter-war", "1.88"],
    ["union-civil-war", "2.01"],
    ["russia-1904", "5.52"],
    ["israel-lebanon", "5.92"],
    ["georgia-2008", "9.02"],
    ["us-iraq", "9.18"],
    ["us-afghanistan", "10.93"],
  ]),
  /**
   * Wounded, captured and missing per killed: the middle 80% of the cases that count the wounded and at least one of
   * the others.
   */
  ratio: past("2.40", "9.47", [
    ["canada-wwii", "1.71"],
    ["uk-wwii", "1.75"],
    ["finland-winter-war", "1.96"],
    ["china-1962", "2.35"],
    ["viet-minh-dien-bien-phu", "2.47"],
    ["india-kargil", "2.59"],
    ["france-dien-bien-phu", "8.77"],
    ["us-iraq", "9.18"],
    ["georgia-2008", "9.67"],
    ["argentina-falklands", "19.98"],
    ["confederate-fort-donelson", "32.97"],
    ["union-harpers-ferry", "286.18"],
  ]),
} as const satisfies Record<string, Past>;
