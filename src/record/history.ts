import { Rational } from "../core/rational.ts";
import { type Case, ratioOf } from "./cases.ts";
import type { Definition } from "./choices.ts";
import { quantile } from "./quantile.ts";

/** A past war, and what its cases say together. */
export interface War {
  readonly war: string;
  readonly cases: readonly Case[];
  /** Natural logarithm of the geometric mean of their wounded per killed. */
  readonly log: number;
}

/** What past wars say about another war: wounded per killed. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly wars: number;
  readonly rows: number;
  /** Geometric mean and geometric standard deviation of the wars. */
  readonly mean: number;
  readonly spread: number;
  readonly t: number;
  readonly definitions: readonly { readonly definition: Definition; readonly rows: number }[];
  /** The wars whose mean is outside the interval, the lowest first. */
  readonly outside: readonly { readonly war: string; readonly title: string; readonly mean: number }[];
}

/** With fewer wars, an interval is not worth giving. */
export const FEWEST_WARS = 5;

/**
 * The probability that another war's ratio is below the high end: 80% inside, and half of the rest below the low end.
 */
const UPPER = 0.9;

/**
 * The 80% prediction interval of the log-ratio for another war: mean ± t·s·√(1 + 1/n), with Student's t for n − 1
 * degrees of freedom, so that the error of the mean is included. Each war counts once, as the geometric mean of its
 * comparable cases. Undefined for fewer than five wars.
 */
export function historyOf(cases: readonly Case[]): Interval | undefined {
  const rows = comparableCases(cases);
  const wars = warsOf(rows);
  const n = wars.length;
  if (n < FEWEST_WARS) return undefined;
  const mean = wars.reduce((sum, { log }) => sum + log, 0) / n;
  const deviation = Math.sqrt(wars.reduce((sum, { log }) => sum + (log - mean) ** 2, 0) / (n - 1));
  const t = studentT(UPPER, n - 1);
  const reach = t * deviation * Math.sqrt(1 + 1 / n);
  const outside = wars.filter(({ log }) => Math.abs(log - mean) > reach).sort((a, b) => a.log - b.log);
  return {
    low: Math.exp(mean - reach),
    high: Math.exp(mean + reach),
    outside: outside.map((each) => ({ war: each.war, title: titleOfWar(each), mean: Math.exp(each.log) })),
    wars: n,
    rows: rows.length,
    mean: Math.exp(mean),
    spread: Math.exp(deviation),
    t,
    definitions: definitionsOf(rows),
  };
}

/**
 * The middle 80% of the comparable cases, in wounded, captured and missing per killed: the 10% and 90% points, by
 * linear interpolation between the cases. Undefined for fewer than five.
 */
export function middleOf(cases: readonly Case[]): { low: Rational; high: Rational; rows: number } | undefined {
  const ratios = cases.flatMap((entry) => (entry.comparable && ratioOf(entry, "others")) || []);
  if (ratios.length < FEWEST_WARS) return undefined;
  const sorted = ratios.sort((a, b) => a.compare(b));
  return { low: quantile(sorted, 1), high: quantile(sorted, 9), rows: sorted.length };
}

/** The ends as they are used. So few wars do not justify more than two decimals. */
export function rounded({ low, high }: Interval): readonly [Rational, Rational] {
  return [Rational.decimal(low.toFixed(2)), Rational.decimal(high.toFixed(2))];
}

/** The comparable cases that have a count of wounded. */
export function comparableCases(cases: readonly Case[]): readonly Case[] {
  return cases.filter(
    (entry) => entry.comparable && entry.war !== undefined && ratioOf(entry, "wounded") !== undefined,
  );
}

/** The wars of comparable cases, in the order of their first cases. */
export function warsOf(rows: readonly Case[]): readonly War[] {
  return [...groupedBy(rows, ({ war }) => war!)].map(([war, cases]) => {
    const logs = cases.map((entry) => Math.log(ratioOf(entry, "wounded")!.toNumber()));
    return { war, cases, log: logs.reduce((sum, log) => sum + log, 0) / logs.length };
  });
}

/** "sino-indian-war" is the Sino-Indian War, as one of its cases calls it. If none does, its own words have to do. */
function titleOfWar({ war, cases }: War): string {
  const names = cases.flatMap(({ conflict = "" }) => conflict.split(" ("));
  const own = war.replaceAll("-", " ");
  return (
    names.find((name) => name.toLowerCase().replaceAll("-", " ") === own) ??
    own.replace(/(?<=^| )\p{L}/gu, (letter) => letter.toUpperCase())
  );
}

function definitionsOf(rows: readonly Case[]): Interval["definitions"] {
  return [...groupedBy(rows, ({ killedBasis }) => killedBasis!)]
    .map(([definition, group]) => ({ definition, rows: group.length }))
    .sort((a, b) => b.rows - a.rows);
}

function groupedBy<K>(rows: readonly Case[], keyOf: (row: Case) => K): Map<K, Case[]> {
  const groups = new Map<K, Case[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

/**
 * The value that Student's t is below with the given probability, which must be above one half. Found by halving: the
 * probability has a closed form for whole degrees of freedom (Abramowitz and Stegun, 26.7.3 and 26.7.4).
 */
export function studentT(probability: number, degrees: number): number {
  let [low, high] = [0, 1e3];
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (belowT(middle, degrees) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function belowT(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = degrees % 2 === 1;
  // cos θ + 2/3 cos³ θ + … for odd degrees of freedom, 1 + 1/2 cos² θ + … for even ones.
  let term = isOdd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let power = isOdd ? 3 : 2; power <= degrees - 2; power += 2) {
    term *= ((power - 1) / power) * cosine ** 2;
    sum += term;
  }
  const between = isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
  return (1 + between) / 2;
}
