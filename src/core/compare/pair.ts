import { refuse } from "../errors.ts";
import type { Range } from "../range.ts";
import { changeOf, differenceOf, type Paired, pairedOf, quotientOf } from "./arithmetic.ts";
import { COMPARED, type ComparedQuantity, type Subject } from "./quantities.ts";

/** How two subjects belong together: as two sides, as two dates of one side, or as a side and a past war. */
export type PairKind = "sides" | "dates" | "past";

/** One quantity of two subjects. Quotient, difference and change are those of `value` against `other`. */
export interface Contrast {
  readonly quantity: ComparedQuantity;
  readonly value: Range;
  readonly other: Range;
  /** How many times as large. Only of counts, and if the other is not zero. */
  readonly quotient?: Range | undefined;
  readonly difference: Range;
  /** The difference as a part of the other. Only of counts. */
  readonly change?: Range | undefined;
  /** The same, low with low and high with high. Only if both are ranges. */
  readonly paired?: {
    readonly quotient?: Paired | undefined;
    readonly difference: Paired;
    readonly change?: Paired | undefined;
  };
}

/** Two subjects: every number is that of the first of them against the second. */
export interface Pair {
  readonly kind: PairKind;
  readonly subject: Subject;
  readonly against: Subject;
  readonly contrasts: readonly Contrast[];
}

/** How a subject belongs with the first. */
export function kindOf(first: Subject, other: Subject): PairKind {
  if ((first.past === undefined) !== (other.past === undefined)) return "past";
  const [side, otherSide] = [first, other].map(({ estimate }) => estimate.scenario.side?.toLowerCase());
  return side === otherSide && !first.past ? "dates" : "sides";
}

/** Compares two subjects. Throws InputError if they have nothing in common. */
export function pairOf(first: Subject, other: Subject): Pair {
  const kind = kindOf(first, other);
  // A later date is compared with the earlier one, and a war of today with a past one.
  const isTurned = kind === "dates" || (kind === "past" && first.past !== undefined);
  const [subject, against] = isTurned ? [other, first] : [first, other];
  const contrasts = COMPARED.flatMap((quantity) => {
    const [value, base] = [quantity.of(subject), quantity.of(against)];
    return value && base ? [contrastOf(quantity, value, base)] : [];
  });
  if (contrasts.length === 0) {
    refuse({ code: "E-COMPARE", args: { because: "nothing shared", names: [first.name, other.name] } });
  }
  return { kind, subject, against, contrasts };
}

function contrastOf(quantity: ComparedQuantity, value: Range, other: Range): Contrast {
  const { isCount } = quantity;
  const quotient = isCount ? quotientOf(value, other) : undefined;
  const difference = pairedOf(value, other, (a, b) => a.minus(b));
  return {
    quantity,
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
