import type { Caveat } from "../caveats/caveat.ts";
import { refuse } from "../errors.ts";
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
  /** The quantities that at least two of them have. */
  readonly rows: readonly ComparedRow[];
  readonly pairs: readonly Pair[];
  readonly caveats: readonly Caveat[];
}

/**
 * Compares results: one side's losses for each of the other's, the same side on two dates, or a side with a past war.
 * The first subject is compared with each of the others; of dates, each is compared with the earliest.
 *
 * The ends of a comparison cross, since nothing says that two results err in the same direction. Throws InputError if
 * there are fewer than two subjects, or if two have nothing in common.
 */
export function compare(given: readonly Subject[]): Comparison {
  refusePartsOfKilled(given);
  if (given.length < 2) refuse({ code: "E-COMPARE", args: { because: "one", names: given.map(({ name }) => name) } });
  const subjects = inOrder(given);
  const [first, ...others] = subjects;
  const pairs = others.map((other) => pairOf(first!, other));
  const sides = new Set(subjects.map(({ estimate }) => estimate.scenario.side?.toLowerCase()));
  const areSides = sides.size === subjects.length && subjects.every(({ past }) => !past);
  return {
    subjects,
    rows: rowsOf(subjects, areSides),
    pairs,
    caveats: comparisonCaveats(pairs),
  };
}

/** Dates of one side are sorted, whatever order they were typed in. */
function inOrder(subjects: readonly Subject[]): readonly Subject[] {
  const [first, ...others] = subjects;
  if (!others.every((other) => kindOf(first!, other) === "dates")) return subjects;
  return [...subjects].sort((a, b) => (dateOf(a)?.from ?? 0) - (dateOf(b)?.from ?? 0));
}

function rowsOf(subjects: readonly Subject[], areSides: boolean): ComparedRow[] {
  return COMPARED.flatMap((quantity): ComparedRow[] => {
    const values = subjects.map(quantity.of);
    const known = values.flatMap((value) => value ?? []);
    if (known.length < 2) return [];
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
