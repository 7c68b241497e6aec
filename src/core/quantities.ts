import { CATEGORIES, type Category } from "./categories.ts";
import type { Unit } from "./range.ts";
import { ONE, type Rational, ZERO } from "./rational.ts";

/** A quantity of a calculation: what it counts, and its name in results. */
export interface Quantity {
  readonly unit: Unit;
  /** Its name in results and in expectations. Absent for a quantity that is only given. */
  readonly result?: string;
  /** The bounds that it cannot cross, whatever the ends of its inputs are. */
  readonly least?: Rational;
  readonly most?: Rational;
  /** An intermediate step that other formulas write out: "killed × 3" for the others. */
  readonly isStep?: true;
}

const step = (unit: Unit, result: string) => ({ unit, result, isStep: true }) as const;

/** A loss in all the forms in which it can be stated: "killed", "killed a day". */
const loss = (name: string) =>
  [
    [name, { ...step("people", name), least: ZERO }],
    [`${name} share`, { unit: "share", result: `${name}Share` }],
    [`${name} a day`, { unit: "perDay", result: `${name}PerDay` }],
    [`${name} per head a day`, { unit: "share" }],
  ] as const satisfies readonly (readonly [string, Quantity])[];

const ofCategory = (category: Category) =>
  [
    ...loss(category).map(
      ([name, quantity]) => [name, name === category ? quantity : { unit: quantity.unit }] as const,
    ),
    [perKilled(category), step("perKilled", `implied.${category}`)],
  ] as const;

/**
 * Every quantity by its name in formulas, in the order in which results list them. Its unit says what it counts;
 * `result` is its name in `--json`, `--value`, scenario files and `resultOf()`.
 */
export const QUANTITIES: ReadonlyMap<string, Quantity> = new Map<string, Quantity>([
  ["confirmed", { unit: "people" }],
  ["coverage", { unit: "share" }],
  ["reported", { unit: "people" }],
  ["part", { unit: "share" }],
  ["first list", { unit: "people" }],
  ["second list", { unit: "people" }],
  ["on both lists", { unit: "people" }],
  ...loss("killed"),
  ["others", { ...step("people", "others"), least: ZERO }],
  ...CATEGORIES.flatMap(ofCategory),
  ["not broken down", { ...step("people", "notBrokenDown"), least: ZERO }],
  ["others per killed", { ...step("perKilled", "ratio"), least: ZERO }],
  ["share who died", { ...step("share", "shareWhoDied"), least: ZERO, most: ONE }],
  ["casualties per killed", { unit: "perKilled", result: "casualtiesPerKilled", least: ONE }],
  ["out of action", { unit: "people", result: "outOfAction" }],
  ["losses per head a day", { unit: "share" }],
  ["returned", { unit: "share" }],
  ["net", { unit: "people", result: "net" }],
  ["force", { unit: "people", result: "force" }],
  ["share", { unit: "share", result: "share" }],
  ["net share", { unit: "share", result: "netShare" }],
  ["days", { unit: "days", result: "days" }],
  ["losses a day", { unit: "perDay", result: "perDay" }],
  ["losses in 30 days", { unit: "people", result: "per30Days" }],
  ["losses per 1,000 a day", { unit: "perThousand", result: "perThousandPerDay" }],
  ["amount", { unit: "amount" }],
  ["losses per unit", { unit: "perUnit", result: "perUnit" }],
  ["recruits counted", { unit: "people" }],
  ["recruits paced", { unit: "perDay" }],
  ["recruits", { unit: "people", result: "recruits" }],
  ["recruits a day", { unit: "perDay", result: "recruitsPerDay" }],
  ["recruits per loss", { unit: "perKilled", result: "recruitsPerLoss" }],
  ["balance", { unit: "people", result: "balance" }],
  ["balance a day", { unit: "perDay", result: "balancePerDay" }],
  ["force at the end", { unit: "people", result: "forceAtEnd", least: ZERO }],
  ["lost so far", { unit: "people" }],
  ["target share", { unit: "share" }],
  ["target", { unit: "people" }],
  ["target share from now", { unit: "share" }],
  ["target from now", { unit: "people" }],
  ["target amount", { unit: "amount" }],
  ["pace", { unit: "perDay" }],
  ["days to go", { unit: "days", result: "daysToGo", least: ZERO }],
  ["further losses", { unit: "people", result: "lossesByThen" }],
]);

/** The name of a category's ratio in formulas and results. */
export function perKilled(category: Category): string {
  return `${category} per killed`;
}
