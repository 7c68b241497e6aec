import { CATEGORIES } from "../categories.ts";
import type { Caveat } from "../caveats/caveat.ts";
import { type ProblemArgs, refuse } from "../errors.ts";
import { addRanges, type Range } from "../range.ts";
import { comparisonCaveats } from "./caveats.ts";
import { kindOf, type Pair, pairOf } from "./pair.ts";
import { COMPARED, type ComparedQuantity, dateOf, refusePartsOfKilled, type Subject } from "./quantities.ts";

/** A quantity of all subjects, in their order, and of all of them together if they are the sides of a war. */
export interface ComparedRow {
  readonly quantity: ComparedQuantity;
  readonly values: readonly (Range | undefined)[];
  readonly together?: Range | undefined;
}

/** Results next to each other. */
export interface Comparison {
  /** In the order of their dates, if they are dates of one side. */
  readonly subjects: readonly Subject[];
  /** The quantities that at least two of them have, and every category of losses that one has. */
  readonly rows: readonly ComparedRow[];
  readonly pairs: readonly Pair[];
  readonly caveats: readonly Caveat[];
}

/**
 * Compares results: one side's losses for each of the other's, the same side on two dates, or a side with a past war.
 * The first subject is compared with each of the others; of dates, each is compared with the one before, and then the
 * last with the first.
 *
 * The ends of a comparison cross, since nothing says that two results err in the same direction. Throws InputError if
 * there are fewer than two subjects, or if two have nothing in common.
 */
export function compare(given: readonly Subject[]): Comparison {
  refusePartsOfKilled(given);
  if (given.length < 2) refuse({ code: "E-COMPARE", args: onlyOne(given) });
  const subjects = inOrder(given);
  const pairs = pairsOf(subjects);
  const sides = new Set(subjects.map(({ estimate }) => estimate.scenario.side?.toLowerCase()));
  const caveats = comparisonCaveats(pairs);
  // Losses of different times are no sum.
  const isOneTime = !caveats.some(({ code }) => code === "DATES_APART");
  const areSides = isOneTime && sides.size === subjects.length && subjects.every(({ past }) => !past);
  return { subjects, rows: rowsOf(subjects, areSides), pairs, caveats };
}

/** Reports with several dates belong to one subject, unless the dates come after the name of the side. */
function onlyOne(subjects: readonly Subject[]): ProblemArgs["E-COMPARE"] {
  const dated = subjects.flatMap(({ estimate: { combinations, scenario } }) =>
    combinations.slice(0, 1).flatMap(({ all }) =>
      all.flatMap(({ asOf, source, stated }) => {
        const report = source === undefined ? "" : `/${source}`;
        return asOf && scenario.side ? [`${scenario.side}@${asOf.text}${report}=${stated.text}`] : [];
      }),
    ),
  );
  const names = subjects.map(({ name }) => name);
  return { because: "one", names, ...(dated.length > 1 && { dated }) };
}

/** One that has only a pace needs the days of the other. */
function nothingShared(first: Subject, other: Subject): ProblemArgs["E-COMPARE"] {
  const names = [first.name, other.name];
  const [paced, ...more] = [first, other].filter(({ estimate }) => estimate.isDaily);
  if (!paced || more.length > 0) return { because: "nothing shared", names };
  const timeless = paced === first ? other : first;
  const isTimeless = timeless.estimate.solution.get("days") === undefined;
  return isTimeless ? { because: "no days", names: [timeless.name, paced.name] } : { because: "nothing shared", names };
}

/** The pairs that have something in common. Each subject has to be in one. */
function pairsOf(subjects: readonly Subject[]): Pair[] {
  const [first, ...others] = subjects as [Subject, ...Subject[]];
  const isCourse = others.length > 1 && areDates(subjects);
  const pairs = isCourse
    ? [...others.map((other, at) => pairOf(subjects[at]!, other)), pairOf(first, others.at(-1)!)]
    : others.map((other) => pairOf(first, other));
  const shared = pairs.filter(({ contrasts }) => contrasts.length > 0);
  const alone = others.find((other) => !shared.some(({ subject, against }) => subject === other || against === other));
  if (alone) refuse({ code: "E-COMPARE", args: nothingShared(first, alone) });
  return shared;
}

function areDates([first, ...others]: readonly Subject[]): boolean {
  return others.every((other) => kindOf(first!, other) === "dates");
}

/** Dates of one side are sorted, whatever order they were typed in. */
function inOrder(subjects: readonly Subject[]): readonly Subject[] {
  if (!areDates(subjects)) return subjects;
  return [...subjects].sort((a, b) => (dateOf(a)?.from ?? 0) - (dateOf(b)?.from ?? 0));
}

function rowsOf(subjects: readonly Subject[], areSides: boolean): ComparedRow[] {
  return COMPARED.flatMap((quantity): ComparedRow[] => {
    const values = subjects.map(quantity.of);
    const known = values.flatMap((value) => value ?? []);
    // A category that only one has is a part of its other losses.
    if (known.length < (CATEGORIES.some((category) => category === quantity.key) ? 1 : 2)) return [];
    const isWhole = areSides && quantity.isSum && known.length === values.length;
    return [{ quantity, values, ...(isWhole ? { together: known.reduce(addRanges) } : {}) }];
  });
}

/** Whether any number differs, or is known for only some of the subjects. */
export function hasChanged({ subjects, pairs }: Comparison): boolean {
  const isAlone = ({ of }: ComparedQuantity) => new Set(subjects.map((subject) => of(subject) !== undefined)).size > 1;
  return (
    COMPARED.some(isAlone) || pairs.some(({ contrasts }) => contrasts.some(({ value, other }) => !isSame(value, other)))
  );
}

function isSame(a: Range, b: Range): boolean {
  const isOpenAlike = a.openLow === b.openLow && a.openHigh === b.openHigh && a.approximate === b.approximate;
  const isBestAlike = a.best === b.best || (a.best !== undefined && b.best !== undefined && a.best.equals(b.best));
  return isOpenAlike && isBestAlike && a.low.equals(b.low) && a.high.equals(b.high);
}
