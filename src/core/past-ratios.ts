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

/**
 * The wounded per killed of one country's wars by how the dead and the wounded are counted: all the wounded; those who
 * died of wounds among the killed instead; and of the wounded only those who did not return to duty within 72 hours. The
 * widest example in the record.
 */
export const WHO_IS_COUNTED = {
  who: "US",
  war: "Iraq and Afghanistan",
  ratios: ["12.82", "9.61", "4.58"],
  by: "Dupuy Institute",
} as const;

const past = (low: string, high: string, cases: Past["cases"]): Past => ({
  low: Rational.decimal(low),
  high: Rational.decimal(high),
  cases,
});

export const PAST = {
  /** Wounded per killed: the 80% prediction interval for another war. */
  wounded: past("2.03", "6.39", [
    ["india-1962", "0.76"],
    ["afghanistan-2017", "1.67"],
    ["afghanistan-2016", "1.74"],
    ["uk-somme-first-day", "1.84"],
    ["finland-winter-war", "1.88"],
    ["union-civil-war", "2.01"],
    ["viet-minh-dien-bien-phu", "2.27"],
    ["us-wwii", "2.30"],
    ["russia-1904", "5.52"],
    ["israel-lebanon-2006", "6.20"],
    ["georgia-2008", "9.02"],
    ["us-iraq", "9.17"],
    ["us-afghanistan", "10.93"],
  ]),
  /**
   * Wounded, captured and missing per killed: the middle 80% of the cases that count the wounded and at least one of
   * the others.
   */
  ratio: past("2.49", "9.14", [
    ["finland-winter-war", "1.96"],
    ["uk-somme-first-day", "1.99"],
    ["china-1962", "2.35"],
    ["viet-minh-dien-bien-phu", "2.47"],
    ["india-kargil", "2.60"],
    ["australia-western-front", "2.62"],
    ["france-dien-bien-phu", "8.77"],
    ["us-ardennes-1944", "8.98"],
    ["us-iraq", "9.18"],
    ["georgia-2008", "9.67"],
    ["confederate-fort-donelson", "32.97"],
    ["union-harpers-ferry", "286.18"],
  ]),
} as const satisfies Record<string, Past>;
