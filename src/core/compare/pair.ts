import type { Range } from "../range.ts";
import { greatest, least } from "../rational.ts";
import { QUANTITY_OF } from "../result-names.ts";
import { changeOf, differenceOf, envelope, type Paired, pairedOf, quotientOf } from "./arithmetic.ts";
import { COMPARED, type ComparedQuantity, countsMissingAsCaptured, type Subject } from "./quantities.ts";
import { cornersOf } from "./shared.ts";

/** How two subjects are related: as two sides, as two dates of one side, or as a side and a past war. */
export type PairKind = "sides" | "dates" | "past";

/** One quantity of two subjects. Quotient, difference and change are those of `value` compared with `other`. */
export interface Contrast {
  readonly quantity: ComparedQuantity;
  readonly value: Range;
  readonly other: Range;
  /** How many times as large. Only for counts, and only if the other is not zero. */
  readonly quotient?: Range | undefined;
  readonly difference: Range;
  /** The difference as a fraction of the other. Only for counts. */
  readonly change?: Range | undefined;
  /** What it was calculated from: a contrast for each value of what the two subjects have in common. */
  readonly corners: readonly Omit<Contrast, "quantity" | "corners">[];
  /** The same, low with low and high with high. Only if both are ranges whose own ends do not cross. */
  readonly paired?: {
    readonly quotient?: Paired | undefined;
    readonly difference: Paired;
    readonly change?: Paired | undefined;
  };
}

/** Two subjects: every number is that of `subject` compared with `against`. */
export interface Pair {
  readonly kind: PairKind;
  readonly subject: Subject;
  readonly against: Subject;
  readonly contrasts: readonly Contrast[];
}

/** How a subject is related to the first. */
export function kindOf(first: Subject, other: Subject): PairKind {
  if ((first.past === undefined) !== (other.past === undefined)) return "past";
  const [side, otherSide] = [first, other].map(({ estimate }) => estimate.scenario.side?.toLowerCase());
  return side === otherSide && !first.past ? "dates" : "sides";
}

/** Compares two subjects. There are no contrasts if they have nothing in common. */
export function pairOf(first: Subject, other: Subject): Pair {
  const kind = kindOf(first, other);
  // A later date is compared with the earlier one, and a war of today with a past one.
  const isTurned = kind === "dates" || (kind === "past" && first.past !== undefined);
  const [subject, against] = isTurned ? [other, first] : [first, other];
  const corners = cornersOf(subject, against, kind === "dates");
  const contrasts = COMPARED.flatMap((quantity) => {
    const [value, other] = [quantity.of(subject), quantity.of(against)];
    if (!value || !other) return [];
    // The captured of one are not the captured or missing of the other.
    if (quantity.key === "captured" && countsMissingAsCaptured(subject) !== countsMissingAsCaptured(against)) return [];
    const all = corners.flatMap(([a, b]) => {
      const [first, second] = [quantity.of(a), quantity.of(b)];
      return first && second ? [compared(quantity, first, second)] : [];
    });
    const { paired, ...numbers } = all.reduce(together);
    const isPaired = paired && ![subject, against].some((each) => isCrossed(quantity, each));
    return [{ quantity, ...numbers, value, other, corners: all, ...(isPaired && { paired }) }];
  });
  return { kind, subject, against, contrasts };
}

/**
 * Whether the low end of a quantity may be from the high end of a report, as in casualties minus killed. Low then does not
 * go with low.
 */
function isCrossed({ key }: ComparedQuantity, { estimate: { solution } }: Subject): boolean {
  const inputs = solution.derivation(QUANTITY_OF.get(key) ?? "")?.inputs ?? {};
  return Object.values(inputs).some(({ value, inverse, at }) => (inverse || at) && !value.low.equals(value.high));
}

/** The numbers of a contrast, for some value of what the two subjects have in common. */
type Compared = Pick<Contrast, "value" | "other" | "quotient" | "difference" | "change" | "paired">;

function compared({ isCount }: ComparedQuantity, value: Range, other: Range): Compared {
  const quotient = isCount ? quotientOf(value, other) : undefined;
  const difference = pairedOf(value, other, (a, b) => a.minus(b));
  return {
    value,
    other,
    quotient,
    difference: differenceOf(other, value),
    change: isCount ? changeOf(other, value) : undefined,
    ...(difference && {
      paired: {
        difference,
        quotient: quotient && pairedOf(value, other, (a, b) => a.over(b)),
        change: quotient && pairedOf(value, other, (a, b) => a.minus(b).over(b)),
      },
    }),
  };
}

/** The widest range of two: whatever the two subjects have in common may have either value. */
function together(a: Compared, b: Compared): Compared {
  const both = (x: Range | undefined, y: Range | undefined) => x && y && envelope(x, y);
  return {
    value: envelope(a.value, b.value),
    other: envelope(a.other, b.other),
    quotient: both(a.quotient, b.quotient),
    difference: envelope(a.difference, b.difference),
    change: both(a.change, b.change),
    ...(a.paired && b.paired ? { paired: pairedTogether(a.paired, b.paired) } : {}),
  };
}

type PairedNumbers = NonNullable<Contrast["paired"]>;

function pairedTogether(a: PairedNumbers, b: PairedNumbers): PairedNumbers {
  const both = (x: Paired | undefined, y: Paired | undefined): Paired | undefined =>
    x && y && [least([x[0], y[0]]), greatest([x[1], y[1]])];
  return {
    quotient: both(a.quotient, b.quotient),
    difference: both(a.difference, b.difference)!,
    change: both(a.change, b.change),
  };
}
