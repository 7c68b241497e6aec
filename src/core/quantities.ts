import type { Unit } from "./range.ts";
import { ONE, type Rational, ZERO } from "./rational.ts";
import { CATEGORIES, type Category } from "./scenario.ts";

/** A quantity of a calculation: what it counts, and what a result calls it. */
export interface Quantity {
  readonly unit: Unit;
  /** Its name in results, and in what is expected of them. */
  readonly result: string;
  /** The bounds that it cannot cross, whatever the ends of its inputs come to. */
  readonly least?: Rational;
  readonly most?: Rational;
  /** A step on the way, which other formulas write out: "killed × 3" for the others, where the share is that of a number. */
  readonly isStep?: true;
}

const people = (result: string) => ({ unit: "people", result }) as const;

const ofCategory = (category: Category) =>
  [
    [category, { ...people(category), isStep: true }],
    [perKilled(category), { unit: "perKilled", result: `implied.${category}`, isStep: true }],
  ] as const;

/** Every quantity by the name that it has in formulas. */
export const QUANTITIES: ReadonlyMap<string, Quantity> = new Map<string, Quantity>([
  ["killed", { ...people("killed"), isStep: true }],
  ["others", { ...people("others"), least: ZERO, isStep: true }],
  ...CATEGORIES.flatMap(ofCategory),
  ["not broken down", { ...people("notBrokenDown"), least: ZERO, isStep: true }],
  ["ratio", { unit: "perKilled", result: "ratio", least: ZERO, isStep: true }],
  ["share who died", { unit: "share", result: "shareWhoDied", least: ZERO, most: ONE, isStep: true }],
  ["casualties per killed", { unit: "perKilled", result: "casualtiesPerKilled", least: ONE }],
  ["out of action", people("outOfAction")],
  ["returned", { unit: "share", result: "returned" }],
  ["net", people("net")],
  ["force", people("force")],
  ["share", { unit: "share", result: "share" }],
  ["net share", { unit: "share", result: "netShare" }],
  ["confirmed", people("confirmed")],
  ["coverage", { unit: "share", result: "coverage" }],
]);

/** What a category's ratio is called in formulas and results. */
export function perKilled(category: Category): string {
  return `${category} per killed`;
}
