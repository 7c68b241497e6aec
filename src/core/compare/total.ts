import type { Caveat } from "../caveats/caveat.ts";
import { groupDigits } from "../digits.ts";
import { refuse } from "../errors.ts";
import { exact } from "../figure.ts";
import type { Force } from "../inputs.ts";
import { periodOf, spanOf } from "../period.ts";
import { addPeople, areOverlapping, floorOf, type Range } from "../range.ts";
import { greatest, least, ONE, Rational, ZERO } from "../rational.ts";
import type { Scenario } from "../scenario.ts";
import { type Combination, combinationsIn } from "../sources.ts";
import { quotientOf } from "./arithmetic.ts";
import { definitionCaveats, twiceCaveats } from "./caveats.ts";
import { COMPARED, type ComparedQuantity, refusePartsOfKilled, type Subject } from "./quantities.ts";

/** A quantity of all parts, in their order, and their sum. */
export interface TotalRow {
  readonly quantity: ComparedQuantity;
  readonly values: readonly (Range | undefined)[];
  /** Open above if a part does not have it. */
  readonly sum: Range;
  /** What was added up: the values of the parts, or the least that they can be. */
  readonly terms: readonly { readonly part: Subject; readonly value: Range }[];
  /** The names of the parts that do not have it. */
  readonly lacking: readonly string[];
}

/** A stated total, next to the sum of the parts. They agree if they share a value. */
export interface StatedTotal {
  readonly quantity: ComparedQuantity;
  readonly stated: Range;
  readonly sum: Range;
  readonly agrees: boolean;
  /** Its range starts lower than the sum of the parts. */
  readonly isBelow: boolean;
}

/** Parts that count different people, and their sum. */
export interface Total {
  readonly parts: readonly Subject[];
  readonly rows: readonly TotalRow[];
  /** The force that the share is of: the sum of the parts' forces, or that of the whole. */
  readonly force?: Range | undefined;
  readonly share?: Range | undefined;
  readonly stated: readonly StatedTotal[];
  readonly caveats: readonly Caveat[];
}

export interface TotalOptions {
  /** The parts count different people, even if they belong to one side at the same time. */
  readonly disjoint?: boolean;
  /** What is stated for the whole: losses that the sums are compared with, and a force that the share is of. */
  readonly whole?: Scenario | undefined;
}

/** Paces add up only if all of them cover the same days. */
const PACES = ["killedPerDay", "perDay"];

/**
 * Adds up parts that count different people: killed with killed, and each category with its own. If a part lacks a
 * quantity, the sum is "at least". Throws InputError if there are no parts, if two may count the same people, or if the
 * parts are certainly more than a stated total.
 */
export function total(parts: readonly Subject[], { disjoint = false, whole = {} }: TotalOptions = {}): Total {
  refusePartsOfKilled(parts);
  if (parts.length === 0) refuse({ code: "E-TOTAL", args: { because: "none", names: [] } });
  if (!disjoint) refuseOverlap(parts);
  const isOnePeriod = arePeriodsAlike(parts);
  const areForcesApart = disjoint || areSidesApart(parts);
  const rows = COMPARED.flatMap((quantity) => {
    const isSummed = PACES.includes(quantity.key)
      ? isOnePeriod
      : quantity.key === "force"
        ? areForcesApart
        : quantity.isSum;
    return isSummed ? (rowOf(quantity, parts) ?? []) : [];
  });
  const force = forceOf(rows, whole.force ?? []);
  const losses = sumOf(rows, "outOfAction") ?? sumOf(rows, "killed");
  const share = force && losses && quotientOf(losses, force);
  const stated = statedTotals(rows, whole);
  const hasLostForce = !areForcesApart && !whole.force && parts.some(({ estimate }) => estimate.byForce.length > 0);
  return {
    parts,
    rows,
    force,
    share: share && (whole.force ? share : withinParts(share, parts)),
    stated,
    caveats: [
      ...lackCaveats(rows),
      ...kindCaveats(rows, parts),
      ...definitionsCaveats(parts),
      ...parts.flatMap(twiceCaveats),
      ...(isOnePeriod ? [] : [periodsCaveat(parts)]),
      ...(hasLostForce ? [{ code: "FORCES_NOT_ADDED", args: {} } as const] : []),
      ...stated.flatMap(statedCaveats),
    ],
  };
}

/** A share of several forces together lies between the lowest and the highest of their own shares. */
function withinParts(share: Range, parts: readonly Subject[]): Range {
  const own = parts.flatMap(({ estimate }) => (estimate.shares.length === 1 ? [estimate.shares[0]!.share] : []));
  if (own.length < parts.length) return share;
  const low = least(own.map(floorOf));
  const high = own.some(({ openHigh }) => openHigh) ? share.high : greatest(own.map((part) => part.high));
  return { ...share, low: greatest([share.low, low]), high: least([share.high, high]) };
}

/** Whether no two parts are of one side, or of an unknown one. */
function areSidesApart(parts: readonly Subject[]): boolean {
  const sides = parts.map(sideOf);
  return parts.length === 1 || (!sides.includes(undefined) && new Set(sides).size === parts.length);
}

/** Quantities that count several kinds of losses. */
const OF_KINDS: ReadonlySet<string> = new Set(["others", "outOfAction", "net", "perDay"]);

/** The sum of a quantity; undefined if no part has it. */
function rowOf(quantity: ComparedQuantity, parts: readonly Subject[]): TotalRow | undefined {
  const values = parts.map(quantity.of);
  const kinds = new Set(parts.flatMap(({ estimate }) => estimate.covers));
  const lacking = parts.flatMap(({ name }, at) => (values[at] ? [] : [name]));
  const terms = parts.flatMap((part, at) => {
    const value = values[at] ?? (kinds.size > 1 ? leastIn(quantity, part) : undefined);
    return value ? [{ part, value }] : [];
  });
  if (terms.length === 0) return undefined;
  const sum = terms.map(({ value }) => value).reduce(addPeople);
  // Some of the parts may lack a kind of loss that others have.
  const isPartial = OF_KINDS.has(quantity.key) && parts.some(({ estimate }) => estimate.covers.length < kinds.size);
  return { quantity, values, terms, lacking, sum: lacking.length > 0 || isPartial ? { ...sum, openHigh: true } : sum };
}

/** A part that has one kind of loss alone has at least those out of action. */
function leastIn({ key }: ComparedQuantity, { estimate }: Subject): Range | undefined {
  return key === "outOfAction" && !estimate.isDaily ? estimate.outOfAction : undefined;
}

function sumOf(rows: readonly TotalRow[], key: string): Range | undefined {
  return rows.find(({ quantity }) => quantity.key === key)?.sum;
}

/** The force of the whole, or the sum of all forces. Undefined if a part has none. */
function forceOf(rows: readonly TotalRow[], [whole]: readonly Force[]): Range | undefined {
  if (whole) return exact(whole.figure);
  const row = rows.find(({ quantity }) => quantity.key === "force");
  return row && row.lacking.length === 0 ? row.sum : undefined;
}

function refuseOverlap(parts: readonly Subject[]): void {
  for (const [at, part] of parts.entries()) {
    const other = parts.slice(0, at).find((earlier) => mayOverlap(earlier, part));
    if (other) refuse({ code: "E-TOTAL", args: { because: "overlap", names: [other.name, part.name] } });
  }
}

/** The side of a part. The record names a part of a side in brackets: "United States (Tenth Army)". */
function sideOf({ estimate, past }: Subject): string | undefined {
  const side = estimate.scenario.side?.toLowerCase();
  return past ? side?.replace(/ \(.*/s, "") : side;
}

/**
 * Whether two parts may count the same people: they may be of one side, or are past wars that the record has for one war,
 * such as an empire and a part of it; and their periods are not certainly apart.
 */
function mayOverlap(a: Subject, b: Subject): boolean {
  const [side, otherSide] = [sideOf(a), sideOf(b)];
  const isOneWar = a.past?.war !== undefined && a.past.war === b.past?.war;
  if (!isOneWar && side !== undefined && otherSide !== undefined && side !== otherSide) return false;
  return mayShareDays(a, b);
}

function mayShareDays(a: Subject, b: Subject): boolean {
  const [span, other] = [a, b].map(({ estimate, past }) => spanOf(estimate.scenario) ?? past?.span);
  return !span || !other || (span.from <= other.to && other.from <= span.to);
}

/** Whether no loss can be in two of the parts, since their times are apart. */
export function areTimesApart(parts: readonly Subject[]): boolean {
  return parts.every((part, at) => parts.slice(0, at).every((other) => !mayShareDays(other, part)));
}

/** Whether every part covers the same days, or none says which. */
function arePeriodsAlike(parts: readonly Subject[]): boolean {
  const periods = parts.map(({ estimate: { scenario, isDaily, solution } }) => {
    const days = solution.get("days");
    return isDaily || !days ? "" : `${scenario.start?.from} ${periodOf(scenario)?.lastDay} ${days.low} ${days.high}`;
  });
  return new Set(periods).size === 1;
}

function periodsCaveat(parts: readonly Subject[]): Caveat {
  const areKnown = parts.every(({ estimate: { isDaily, solution } }) => isDaily || solution.get("days"));
  return { code: "PERIODS_DIFFER", args: areKnown ? { areKnown } : {} };
}

function lackCaveats(rows: readonly TotalRow[]): Caveat[] {
  return rows.flatMap(({ quantity: { name }, lacking }) =>
    lacking.length > 0 ? [{ code: "PARTS_LACK", args: { quantity: name, names: lacking } }] : [],
  );
}

/** The kinds of losses that some parts lack, if they are only in a sum of several kinds. */
function kindCaveats(rows: readonly TotalRow[], parts: readonly Subject[]): Caveat[] {
  if (!rows.some(({ quantity }) => OF_KINDS.has(quantity.key))) return [];
  const kinds = new Set(parts.flatMap(({ estimate }) => estimate.covers));
  const unlisted = [...kinds].filter((kind) => !rows.some(({ quantity }) => quantity.key === kind));
  return unlisted.flatMap((kind): Caveat[] => {
    const names = parts.flatMap(({ name, estimate }) => (estimate.covers.includes(kind) ? [] : [name]));
    return names.length > 0 ? [{ code: "PARTS_LACK", args: { quantity: kind, names } }] : [];
  });
}

/** What past wars count, unless the record says the same of all parts. */
function definitionsCaveats(parts: readonly Subject[]): Caveat[] {
  const bases = new Set(parts.map(({ past }) => past?.killedBasis));
  return bases.size > 1 ? parts.flatMap((part) => definitionCaveats(part, parts)) : [];
}

/** The losses that are stated for the whole. Only counts can be compared with a sum. */
function statedTotals(rows: readonly TotalRow[], whole: Scenario): StatedTotal[] {
  return combinationsIn(whole).map((combination): StatedTotal => {
    const key = combination.of === "casualties" ? "outOfAction" : combination.of;
    const row = combination.form === "count" ? rows.find(({ quantity }) => quantity.key === key) : undefined;
    if (!row) refuse({ code: "E-TOTAL", args: { because: "no sum", names: [combination.all[0]!.stated.text] } });
    const { sum, quantity } = row;
    const stated = combination.value;
    const isExact = !sum.approximate && !sum.openLow && !stated.openHigh && !stated.approximate;
    const isAbove = isExact && sum.low.compare(widened(combination).high) > 0;
    if (isAbove) {
      refuse({
        code: "E-TOTAL",
        args: { because: "above", names: [quantity.name, people(sum.low), people(stated.high)] },
      });
    }
    const wide = widened(combination);
    // A total may have a narrower range than its parts, but it cannot start lower.
    const isBelow =
      !stated.openLow && !stated.openHigh && !sum.openLow && stated.low.times(TWO).minus(wide.low).compare(sum.low) < 0;
    return { quantity, stated, sum, agrees: areOverlapping(wide, sum), isBelow };
  });
}

const TWO = Rational.of(2);

/** A stated total with half a unit of its last digit to either side, or of its last non-zero digit with "about". */
function widened({ value, used }: Combination): Range {
  const step = used[0]!.stated.step ?? ONE;
  const zeros = /0*$/.exec(value.low.round().toString())![0].length;
  const rounded = value.approximate ? greatest([step, Rational.of(10n ** BigInt(zeros))]) : step;
  const half = rounded.over(TWO);
  return { ...value, low: value.low.minus(half), high: value.high.plus(half) };
}

function statedCaveats({ quantity, stated, sum, agrees, isBelow }: StatedTotal): Caveat[] {
  const args = { of: quantity.name, stated: ends(stated), sum: ends(sum) };
  if (!agrees) return [{ code: "TOTAL_DIFFERS", args: { ...args, percent: percentBetween(stated, sum) } }];
  return isBelow ? [{ code: "TOTAL_BELOW_PARTS", args }] : [];
}

/** How far apart the nearest ends are, in percent of the sum. */
function percentBetween(stated: Range, sum: Range): string {
  const isLower = stated.high.compare(sum.low) < 0;
  const [from, gap] = isLower ? [sum.low, sum.low.minus(stated.high)] : [sum.high, stated.low.minus(sum.high)];
  return from.equals(ZERO) ? "100" : gap.over(from).times(Rational.of(100)).toFixed(1);
}

/** "1,200", "about 1,150 to 1,300", "at least 50". */
function ends({ low, high, openLow, openHigh, approximate }: Range): string {
  const bound = openLow === openHigh ? "" : openHigh ? "at least " : "up to ";
  return `${bound}${approximate ? "about " : ""}${people(low)}${low.equals(high) ? "" : ` to ${people(high)}`}`;
}

function people(value: Rational): string {
  return groupDigits(value.round().toString());
}
