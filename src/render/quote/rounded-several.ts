import type { Contrast, Pair } from "../../core/compare/pair.ts";
import type { ComparedQuantity, Subject } from "../../core/compare/quantities.ts";
import type { Total, TotalRow } from "../../core/compare/total.ts";
import type { Range } from "../../core/range.ts";
import type { Rational } from "../../core/rational.ts";
import {
  coarser,
  ENDS,
  type End,
  ownPlace,
  type Placed,
  placeOf,
  placeOfProduct,
  placeOfTotal,
  placeWith,
  roundedShare,
  roundedTo,
  USUAL,
  wholePlace,
} from "./digits.ts";
import { ofPrinted } from "./rounded.ts";

/** How precise an end of a quantity is: as what it was calculated from, or with the usual digits if it has no formula. */
function placed(value: Range, { estimate, past }: Subject, { name }: ComparedQuantity, end: End): Placed {
  const own = estimate.solution.get(name) ? placeOf(name, end, estimate, estimate.solution) : undefined;
  // A count of the record that ends in a single zero was counted, not rounded: 4,120 captured.
  const known = past && own === 1 ? 0 : own;
  const hedged =
    value.approximate || !estimate.solution.get(name) ? coarser(known, placeWith(value[end], USUAL)) : known;
  return { value: value[end], place: hedged };
}

/** What is printed of a range: the whole, or its bound, which has to be chosen before it is rounded. */
export type Change = (range: Range) => Range;
export const same: Change = (range) => range;

/** The numbers of a pair as precise as the weaker of its two subjects. */
export function roundedContrast(contrast: Contrast, { subject, against }: Pair, printed: Change): Contrast {
  const { quantity, value, other, quotient, difference, change } = contrast;
  const own = ENDS.map((end) => placed(value, subject, quantity, end));
  const others = ENDS.map((end) => placed(other, against, quantity, end));
  const all = [...own, ...others];
  const product = (range: Range) => {
    const place = (end: End) => coarser(placeOfProduct(range[end], all), placeWith(range[end], USUAL));
    return roundedTo(printed(range), { low: place("low"), high: place("high") });
  };
  const isWhole = quantity.unit === "people";
  const whole = (place: number | undefined) => (isWhole ? wholePlace(place) : place);
  const total = (value: Rational) => whole(placeOfTotal(value, all));
  const ofTwo = ([low, high]: readonly Placed[]) => ({ low: whole(low!.place), high: whole(high!.place) });
  return {
    ...contrast,
    value: roundedTo(printed(value), ofTwo(own)),
    other: roundedTo(printed(other), ofTwo(others)),
    quotient: quotient && product(quotient),
    difference: roundedTo(printed(difference), { low: total(difference.low), high: total(difference.high) }),
    change: change && product(change),
  };
}

/** A sum of what several subjects have. */
export function sumOf(sum: Range, subjects: readonly Subject[], quantity: ComparedQuantity, change: Change): Range {
  const place = (end: End) => {
    const terms = subjects.flatMap((subject) => {
      const value = quantity.of(subject);
      return value ? [placed(value, subject, quantity, end)] : [];
    });
    const known = placeOfTotal(sum[end], terms);
    return quantity.unit === "people" ? wholePlace(known) : known;
  };
  return roundedTo(change(sum), { low: place("low"), high: place("high") });
}

export function roundedTotal(total: Total, change: Change): Total {
  const { parts, force, share } = total;
  const rows = total.rows.map((row): TotalRow => ({ ...row, sum: sumOf(row.sum, parts, row.quantity, change) }));
  const losses =
    rows.find(({ quantity }) => quantity.key === "outOfAction") ??
    rows.find(({ quantity }) => quantity.key === "killed");
  if (!share || !force || !losses) return { ...total, rows };
  const factors = [losses.sum, force].flatMap((range) => ENDS.map((each) => range[each]));
  const known = factors.map((value) => ({ value, place: ownPlace(value) }));
  const place = (value: Rational) => coarser(placeOfProduct(value, known), placeWith(value, USUAL));
  const exact = total.rows.find(({ quantity }) => quantity === losses.quantity)!.sum;
  const printed = ofPrinted(share, exact, losses.sum, force);
  return { ...total, rows, share: roundedShare(printed, { low: place(printed.low), high: place(printed.high) }) };
}
