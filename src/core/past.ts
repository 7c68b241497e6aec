import type { Ratio } from "./figure.ts";
import { Rational } from "./rational.ts";

/**
 * What the historical record says about ratios as a whole, so that a plain calculation can be compared with it without
 * loading the table. A test recalculates all of it from the table.
 */
interface Past {
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

/** A ratio that is outside the usual range of past wars, at one end or entirely. */
export interface Outside {
  readonly where: "below" | "above" | "from below" | "to above" | "on both sides";
  /** The cases with the nearest ratios, and those ratios. */
  readonly nearest: readonly string[];
}

const NEAREST = 2;

/** Where a ratio leaves the usual range of past wars. Undefined if it does not. A case is not compared with itself. */
export function outsidePast(
  { low, high, named }: Pick<Ratio, "low" | "high" | "named">,
  of: keyof typeof PAST,
): Outside | undefined {
  const usual: Past = PAST[of];
  const [isBelow, isAbove] = [low.compare(usual.low) < 0, high.compare(usual.high) > 0];
  if (!isBelow && !isAbove) return undefined;
  const whole = high.compare(usual.low) < 0 ? "below" : low.compare(usual.high) > 0 ? "above" : undefined;
  const where = whole ?? (isBelow && isAbove ? "on both sides" : isBelow ? "from below" : "to above");
  const others = usual.cases.filter(([name]) => name !== named?.name);
  const nearest = [...(isBelow ? nearestTo(low, others) : []), ...(isAbove ? nearestTo(high, others) : [])];
  return { where, nearest };
}

function nearestTo(value: Rational, cases: Past["cases"]): string[] {
  const distance = ([, ratio]: Past["cases"][number]) => Math.abs(Math.log(value.toNumber()) - Math.log(Number(ratio)));
  const sorted = [...cases].sort((a, b) => distance(a) - distance(b));
  return sorted.slice(0, NEAREST).map(([name, ratio]) => `${name} ${ratio}`);
}
