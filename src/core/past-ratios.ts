import { Rational } from "./rational.ts";

/**
 * What the historical record says about ratios as a whole, so that a plain calculation can be compared with it without
 * loading the table. A test recalculates all of it from the table.
 */
export interface Past {
  readonly low: Rational;
  readonly high: Rational;
  /** The cases with the lowest and highest ratios, in order: all that are outside, and two inside at each end. */
  readonly cases: readonly PastRatio[];
}

/** A past case or war: its name to type, what readers know it as, and its ratio. */
export interface PastRatio {
  readonly name: string;
  readonly title: string;
  readonly ratio: string;
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

type Row = readonly [name: string, title: string, ratio: string];

const past = (low: string, high: string, rows: readonly Row[]): Past => ({
  low: Rational.decimal(low),
  high: Rational.decimal(high),
  cases: rows.map(([name, title, ratio]) => ({ name, title, ratio })),
});

export const PAST = {
  /** Wounded per killed: the 80% prediction interval for another war. */
  wounded: past("2.03", "6.39", [
    ["india-1962", "India, Sino-Indian War, 1962", "0.76"],
    ["afghanistan-2017", "Afghanistan (army and police), War in Afghanistan, 2017", "1.67"],
    ["afghanistan-2016", "Afghanistan (army and police), War in Afghanistan, 2016", "1.74"],
    [
      "uk-somme-first-day",
      "United Kingdom (British and Commonwealth units), Battle of the Somme, first day, 1916",
      "1.84",
    ],
    ["finland-winter-war", "Finland, Winter War, 1939-1940", "1.88"],
    ["union-civil-war", "United States (Union), American Civil War, 1861-1865", "2.01"],
    ["viet-minh-dien-bien-phu", "Viet Minh, Battle of Dien Bien Phu, 1954", "2.27"],
    ["us-wwii", "United States, Second World War, 1941-1945", "2.30"],
    ["russia-1904", "Russian Empire (Manchurian army), Russo-Japanese War, 1904-1905", "5.52"],
    ["israel-lebanon-2006", "Israel, Lebanon War of 2006, 2006", "6.20"],
    ["georgia-2008", "Georgia (Defence Ministry), Russo-Georgian War, 2008", "9.02"],
    ["us-iraq", "United States, Iraq War (Operation Iraqi Freedom), 2003-2010", "9.17"],
    ["us-afghanistan", "United States, War in Afghanistan, 2001-2016", "10.93"],
  ]),
  /**
   * Wounded, captured and missing per killed: the middle 80% of the cases that count the wounded and at least one of
   * the others.
   */
  ratio: past("2.49", "9.14", [
    ["finland-winter-war", "Finland, Winter War, 1939-1940", "1.96"],
    [
      "uk-somme-first-day",
      "United Kingdom (British and Commonwealth units), Battle of the Somme, first day, 1916",
      "1.99",
    ],
    ["china-1962", "China, Sino-Indian War, 1962", "2.35"],
    ["viet-minh-dien-bien-phu", "Viet Minh, Battle of Dien Bien Phu, 1954", "2.47"],
    ["india-kargil", "India, Kargil War, 1999", "2.60"],
    ["australia-western-front", "Australia, First World War, Western Front, 1916-1918", "2.62"],
    ["france-dien-bien-phu", "French Union, Battle of Dien Bien Phu, 1954", "8.77"],
    ["us-ardennes-1944", "United States, Battle of the Bulge (Ardennes), 1944-1945", "8.98"],
    ["us-iraq", "United States, Iraq War (Operation Iraqi Freedom), 2003-2010", "9.18"],
    ["georgia-2008", "Georgia (Defence Ministry), Russo-Georgian War, 2008", "9.67"],
    ["confederate-fort-donelson", "Confederate States, Fall of Fort Donelson, 1862", "32.97"],
    ["union-harpers-ferry", "United States (Union), Surrender of Harpers Ferry, 1862", "286.18"],
  ]),
} as const satisfies Record<string, Past>;
