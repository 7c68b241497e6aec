import type { Caveat } from "../../core/caveats/caveat.ts";
import type { Comparison } from "../../core/compare/compare.ts";
import type { Contrast, Pair } from "../../core/compare/pair.ts";
import type { ComparedQuantity, Subject } from "../../core/compare/quantities.ts";
import type { Total, TotalRow } from "../../core/compare/total.ts";
import type { Range } from "../../core/range.ts";
import { typedPercent } from "../../notation/print.ts";
import { pairStatement, togetherSentence } from "../compare/sentence.ts";
import { totalStatement } from "../compare/total.ts";
import { assumptionOf } from "./assumption.ts";
import { attributionOf } from "./attribution.ts";
import {
  coarser,
  ownPlace,
  type Placed,
  placeOf,
  placeOfProduct,
  placeOfSum,
  placeWith,
  roundedTo,
  USUAL,
} from "./digits.ts";
import { type Finish, type Form, firstFitting, isShorterThan, type Quote, without, withoutLast } from "./fitting.ts";
import { boundOf } from "./statement.ts";

type End = "low" | "high";
const ENDS = ["low", "high"] as const;

/** What may be printed of a comparison: a sentence for each pair, with what they take and who says so after the first. */
export function comparisonQuote(comparison: Comparison, most: number | undefined, finish: Finish): Quote {
  const { subjects } = comparison;
  const say = (isWithRange: boolean) => {
    const change = (range: Range) => (isWithRange ? range : boundOf(range));
    const pairs = comparison.pairs.map((pair) => pairStatement(roundedPair(pair, change), typedPercent));
    const rows = comparison.rows.map(({ quantity, values, together }) => ({
      quantity,
      values,
      together: together && change(sumOf(together, subjects, quantity)),
    }));
    return [...pairs, ...togetherSentence({ ...comparison, rows })];
  };
  const [answer, ...further] = say(true);
  const [bound] = say(false);
  const whole = { ...endOf(subjects, []), answer: [answer!], further, left: [] };
  const forms: Form[] = [whole];
  const add = (change: Partial<Form>, name: string) => forms.push(without(forms.at(-1)!, change, name));
  for (const at of [...further.keys()].reverse()) add({ further: further.slice(0, at) }, "the other sentences");
  if (isShorterThan([bound!], [answer!])) add({ answer: [bound!] }, "the range");
  return firstFitting(
    [...forms, ...withoutLast(forms.at(-1)!)],
    [...comparison.caveats, ...ownCaveats(subjects)],
    most,
    finish,
  );
}

/** What may be printed of a total: its parts count different people only if the user is right. */
export function totalQuote(total: Total, most: number | undefined, finish: Finish): Quote {
  const { parts } = total;
  const rounded = roundedTotal(total);
  const say = (change: (range: Range) => Range, isWithShare: boolean) => {
    const rows = rounded.rows.map((row) => ({ ...row, sum: change(row.sum) }));
    return totalStatement({ ...rounded, rows, ...(isWithShare ? {} : { share: undefined }) }, typedPercent);
  };
  const same = (range: Range) => range;
  const bare = say(same, false);
  const bound = say(boundOf, false);
  const end = endOf(parts, parts.length > 1 ? ["the parts count different people"] : []);
  const forms: Form[] = [{ ...end, answer: [say(same, true)], further: [], left: [] }];
  const add = (answer: string, name: string) => forms.push(without(forms.at(-1)!, { answer: [answer] }, name));
  if (rounded.share) add(bare, "the share of the force");
  if (isShorterThan([bound], [bare])) add(bound, "the range");
  return firstFitting(
    [...forms, ...withoutLast(forms.at(-1)!)],
    [...total.caveats, ...ownCaveats(parts)],
    most,
    finish,
  );
}

/** How the counts of the record were made is not a caveat of what is compared with them. */
function ownCaveats(subjects: readonly Subject[]): Caveat[] {
  return subjects.flatMap(({ estimate, past }) => (past ? [] : estimate.caveats));
}

/** What the results of several subjects take, and who says so. */
function endOf(subjects: readonly Subject[], more: readonly string[]): Pick<Form, "assumption" | "source" | "asTyped"> {
  return {
    assumption: { text: assumptionOf(subjects, more), isKept: true },
    source: { text: attributionOf(subjects.map(({ estimate }) => estimate)), isKept: true },
    asTyped: subjects.flatMap(({ name, past }) => (past ? [name] : [])),
  };
}

/** How precise an end of a quantity is: as what it was calculated from, or with the usual digits if it has no formula. */
function placed(value: Range, { estimate }: Subject, { name }: ComparedQuantity, end: End): Placed {
  const known = estimate.solution.get(name) ? placeOf(name, end, estimate, estimate.solution) : undefined;
  const hedged =
    value.approximate || !estimate.solution.get(name) ? coarser(known, placeWith(value[end], USUAL)) : known;
  return { value: value[end], place: hedged };
}

/** The numbers of a pair as precise as the weaker of its two subjects. */
function roundedPair(pair: Pair, change: (range: Range) => Range): Pair {
  const contrasts = pair.contrasts.map((contrast) => {
    const rounded = roundedContrast(contrast, pair);
    const { value, other, quotient, difference } = rounded;
    return {
      ...rounded,
      value: change(value),
      other: change(other),
      quotient: quotient && change(quotient),
      difference: change(difference),
      change: rounded.change && change(rounded.change),
    };
  });
  return { ...pair, contrasts };
}

function roundedContrast(contrast: Contrast, { subject, against }: Pair): Contrast {
  const { quantity, value, other, quotient, difference, change } = contrast;
  const own = ENDS.map((end) => placed(value, subject, quantity, end));
  const others = ENDS.map((end) => placed(other, against, quantity, end));
  const all = [...own, ...others];
  const product = (range: Range) => {
    const place = (end: End) => coarser(placeOfProduct(range[end], all), placeWith(range[end], USUAL));
    return roundedTo(range, { low: place("low"), high: place("high") });
  };
  const sum = placeOfSum(all);
  const isWhole = quantity.unit === "people";
  const whole = (place: number | undefined) => (isWhole ? Math.max(place ?? 0, 0) : place);
  const ofTwo = ([low, high]: readonly Placed[]) => ({ low: whole(low!.place), high: whole(high!.place) });
  return {
    ...contrast,
    value: roundedTo(value, ofTwo(own)),
    other: roundedTo(other, ofTwo(others)),
    quotient: quotient && product(quotient),
    difference: roundedTo(difference, { low: whole(sum), high: whole(sum) }),
    change: change && product(change),
  };
}

/** A sum of what several subjects have. */
function sumOf(sum: Range, subjects: readonly Subject[], quantity: ComparedQuantity): Range {
  const place = (end: End) => {
    const terms = subjects.flatMap((subject) => {
      const value = quantity.of(subject);
      return value ? [placed(value, subject, quantity, end)] : [];
    });
    return quantity.unit === "people" ? Math.max(placeOfSum(terms) ?? 0, 0) : placeOfSum(terms);
  };
  return roundedTo(sum, { low: place("low"), high: place("high") });
}

function roundedTotal(total: Total): Total {
  const { parts, force, share } = total;
  const rows = total.rows.map((row): TotalRow => ({ ...row, sum: sumOf(row.sum, parts, row.quantity) }));
  const losses =
    rows.find(({ quantity }) => quantity.key === "outOfAction") ??
    rows.find(({ quantity }) => quantity.key === "killed");
  const place = (end: End) => {
    const factors = [losses?.sum, force].flatMap((range) => (range ? ENDS.map((each) => range[each]) : []));
    const known = factors.map((value) => ({ value, place: ownPlace(value) }));
    return coarser(placeOfProduct(share![end], known), placeWith(share![end], USUAL));
  };
  return { ...total, rows, share: share && roundedTo(share, { low: place("low"), high: place("high") }) };
}
