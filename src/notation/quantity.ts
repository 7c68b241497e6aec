import { type Counted, type Expected, refuse } from "../core/errors.ts";
import { ONE, Rational, ZERO } from "../core/rational.ts";
import { wordAt } from "./amount.ts";
import { Cursor, type Span } from "./cursor.ts";
import { type End, readEnd, type Sign } from "./end.ts";
import { countedAt, peopleAt, qualifierAfter, qualifierBefore, vagueAt } from "./phrases.ts";
import { plainEnds } from "./plain.ts";
import { plain } from "./print.ts";
import { shareUnit } from "./units.ts";

/** Longer than any figure; what is longer is refused unread, so that time stays short. */
const LONGEST = 200;

/** What a text says, before it is taken as a count, a ratio or a share. */
export interface Quantity {
  readonly low: Rational;
  readonly best?: Rational | undefined;
  readonly high: Rational;
  readonly openLow: boolean;
  readonly openHigh: boolean;
  readonly approximate: boolean;
  readonly sign?: Sign | undefined;
  readonly vague?: true;
  /** Written with a ±. */
  readonly spread?: true;
  /** The numbers as they stand in the text; a best value is the last. */
  readonly ends: readonly End[];
  /** What the words behind it say that it counts. */
  readonly counted?: Span & { readonly as: Counted };
}

/** Reads the one grammar in which all numbers are written. Throws InputError. */
export function readQuantity(text: string, expected: Expected): Quantity {
  if (text.length > LONGEST) {
    refuse({ code: "E-TOO-LONG", args: { expected, length: text.length, limit: LONGEST } });
  }
  const plain = plainEnds(text);
  if (plain) return quantityOf(plain);
  const cursor = new Cursor(text, expected);
  if (cursor.done) refuse({ code: "E-EMPTY", args: { expected }, text, start: 0, end: text.length });
  const quantity = readVague(cursor) ?? readBest(cursor, readRange(cursor));
  const counted = readCounted(cursor);
  if (!cursor.done) cursor.unexpected();
  return counted ? { ...quantity, counted } : quantity;
}

/** "dozens", "tens of thousands", also behind "at least". */
function readVague(cursor: Cursor): Quantity | undefined {
  const before = qualifierBefore(cursor.tokens, 0);
  const found = vagueAt(cursor.tokens, before?.next ?? 0);
  if (!found) return undefined;
  cursor.at = found.next;
  const after = qualifierAfter(cursor.tokens, cursor.at);
  if (after?.meaning === "above") cursor.at = after.next;
  if (before?.meaning === "below") {
    const end = cursor.endBefore(cursor.at);
    cursor.refuse({ code: "E-VAGUE", args: { found: cursor.text.slice(0, end).trim() }, start: 0, end });
  }
  const floor = Rational.of(found.meaning);
  const approximate = before?.meaning === "about";
  return { low: floor, high: floor, openLow: false, openHigh: true, approximate, vague: true, ends: [] };
}

function readRange(cursor: Cursor): Quantity {
  if (cursor.take("between")) return readBetween(cursor);
  if (cursor.take("from")) {
    const first = readEnd(cursor, true);
    return cursor.take("to", "through", "-") ? join(cursor, first, readEnd(cursor, true)) : cursor.unexpected();
  }
  const first = readEnd(cursor, true);
  if (cursor.take("to", "through", "-")) return join(cursor, first, readEnd(cursor, true));
  if (cursor.take("/")) return readTriple(cursor, first);
  if (cursor.take("±") || cursor.takeAll("plus", "or", "minus")) return readSpread(cursor, first);
  return first.bound && takeJoint(cursor) ? bounded(cursor, first, readEnd(cursor, true)) : quantityOf([first]);
}

/** The "and" of "between six hundred and seven" joins two ends; that of a number only where it must. */
function readBetween(cursor: Cursor): Quantity {
  const start = cursor.at;
  const readings = [false, true].map((and) => () => {
    cursor.at = start;
    const first = readEnd(cursor, and);
    if (!cursor.take("and")) cursor.unexpected();
    const quantity = join(cursor, first, readEnd(cursor, true));
    return wordAt(cursor.tokens, cursor.at) === "and" ? cursor.unexpected() : quantity;
  });
  const [plainly, withAnd] = readings as [() => Quantity, () => Quantity];
  try {
    return plainly();
  } catch (error) {
    try {
      return withAnd();
    } catch {
      throw error;
    }
  }
}

/** Steps over the "and", "but" or comma between two bounds, if another bound follows. */
function takeJoint(cursor: Cursor): boolean {
  const joint = ["and", "but", ","].includes(cursor.tokens[cursor.at]?.text ?? "") ? 1 : 0;
  const next = qualifierBefore(cursor.tokens, cursor.at + joint);
  if (!next || next.meaning === "about") return false;
  cursor.at += joint;
  return true;
}

function join(cursor: Cursor, written: End, last: End): Quantity {
  const first = shareUnit(cursor, written, last);
  if (first.bound === "above" && !last.bound) refuseBound(cursor, first, last);
  if (first.value.compare(last.value) > 0) refuseReversed(cursor, written, first, last);
  return quantityOf([first, last]);
}

function refuseBound(cursor: Cursor, first: End, last: End): never {
  const range = `${plain(first.value)}-${plain(last.value)}`;
  const bound = cursor.text.slice(first.start, first.end);
  const span = { start: first.start, end: last.end };
  return cursor.refuse({ code: "E-BOUND-BEFORE-RANGE", args: { bound }, ...span, tries: [range, `${range}+`] });
}

function refuseReversed(cursor: Cursor, written: End, first: End, last: End): never {
  // "A third" as a decimal would not end.
  const write = cursor.expected === "claim" ? (end: End) => cursor.text.slice(end.start, end.end) : numberOf;
  const [low, high] = [write(first), write(last)];
  const swapped = cursor.expected === "claim" ? `${high} to ${low}` : `${high}-${low}`;
  // Where a shared unit turned the range round (500-1k), it may not have been meant to be shared.
  const unshared = written.value.compare(last.value) <= 0 ? `${plain(written.value)}-${high}` : swapped;
  // "3 to 1" as it is said is 3:1, if a ratio is read.
  const tries = last.value.equals(ONE) ? [`${low}:1`, unshared] : [unshared];
  const span = { start: first.start, end: last.end };
  return cursor.refuse({ code: "E-RANGE-REVERSED", args: { low: high, high: low }, ...span, tries });
}

function numberOf({ value }: End): string {
  return plain(value);
}

/** "at least 6,000 and at most 13,800", in either order. */
function bounded(cursor: Cursor, written: End, second: End): Quantity {
  const first = shareUnit(cursor, written, second);
  const [floor, ceiling] = first.bound === "above" ? [first, second] : [second, first];
  const opposed = floor.bound === "above" && ceiling.bound === "below";
  if (!opposed || floor.value.compare(ceiling.value) > 0) {
    const [one, other] = [first, second].map(({ start, end }) => cursor.text.slice(start, end)) as [string, string];
    const tries = opposed ? [`${plain(ceiling.value)}-${plain(floor.value)}`] : [one, other];
    const span = { start: first.start, end: second.end };
    cursor.refuse({ code: "E-BOUNDS", args: { first: one, second: other }, ...span, tries });
  }
  return { ...quantityOf([floor, ceiling]), openLow: false, openHigh: false };
}

/** "6000/8000/13800": low, best and high, always three. */
function readTriple(cursor: Cursor, first: End): Quantity {
  const ends = [first, readEnd(cursor, true)];
  while (cursor.take("/")) ends.push(readEnd(cursor, true));
  const last = ends.at(-1)!;
  if (ends.length !== 3) {
    const span = { start: first.start, end: last.end };
    // 1/2 million is half of one: no range.
    const range = ends.length === 2 && !first.value.equals(ONE) ? [cursor.text.replace(/\s*\/\s*/, "-")] : [];
    cursor.refuse({ code: "E-SLASH", args: { found: cursor.text.slice(span.start, span.end) }, ...span, tries: range });
  }
  return withBest(cursor, join(cursor, first, last), shareUnit(cursor, ends[1]!, last));
}

/** "6,000 to 13,800 (best 8,000)", or behind a comma. */
function readBest(cursor: Cursor, quantity: Quantity): Quantity {
  const sign = cursor.tokens[cursor.at]?.text ?? "";
  const before = sign === "(" || sign === "," ? 1 : 0;
  if (wordAt(cursor.tokens, cursor.at + before) !== "best" || quantity.best) return quantity;
  cursor.at += before + 1;
  const best = readEnd(cursor, true);
  if (sign === "(" && !cursor.take(")")) cursor.unexpected();
  return withBest(cursor, quantity, best);
}

function withBest(cursor: Cursor, quantity: Quantity, best: End): Quantity {
  const { start, end, value } = best;
  if (best.sign !== quantity.sign) cursor.refuse({ code: "E-MIXED-FORMS", args: {}, start, end });
  if (best.bound || value.compare(quantity.low) < 0 || value.compare(quantity.high) > 0) {
    cursor.refuse({ code: "E-BEST-OUTSIDE", args: { best: cursor.text.slice(start, end) }, start, end });
  }
  const approximate = quantity.approximate || best.about;
  return { ...quantity, best: value, approximate, ends: [...quantity.ends, best] };
}

/** "7000±500", "7000 +/- 10%". */
function readSpread(cursor: Cursor, centre: End): Quantity {
  const by = readEnd(cursor, true);
  const span = { start: centre.start, end: by.end };
  const relative = by.sign === "percent" && centre.sign !== "percent";
  const size = relative ? centre.value.times(by.value).over(Rational.of(100)) : by.value;
  const low = centre.value.minus(size);
  if (centre.bound ?? by.bound) {
    const args = { bound: cursor.text.slice(span.start, span.end) };
    cursor.refuse({ code: "E-BOUND-BEFORE-RANGE", args, ...span, tries: [] });
  }
  if (cursor.expected === "share" || cursor.expected === "claim")
    cursor.refuse({ code: "E-SPREAD", args: { because: "share" }, ...span });
  if (low.compare(ZERO) < 0) cursor.refuse({ code: "E-SPREAD", args: { because: "below zero" }, ...span });
  const sign = centre.sign ?? (by.sign === "times" ? by.sign : undefined);
  const quantity = quantityOf([{ ...centre, sign }]);
  const ends = relative ? [centre] : [centre, by];
  return { ...quantity, low, high: centre.value.plus(size), approximate: centre.about || by.about, spread: true, ends };
}

/** From the first end to the last; a bound of the outer kind leaves its end open. */
function quantityOf(ends: readonly End[]): Quantity {
  const [first, last] = [ends[0]!, ends.at(-1)!];
  return {
    low: first.value,
    high: last.value,
    openLow: first.bound === "below",
    openHigh: last.bound === "above",
    approximate: ends.some(({ about }) => about),
    sign: last.sign,
    ends,
  };
}

/** "killed", "casualties", "men": people alone say nothing of the loss. */
function readCounted(cursor: Cursor): Quantity["counted"] {
  const start = cursor.startOf(cursor.at);
  const of = wordAt(cursor.tokens, cursor.at) === "of" ? 1 : 0;
  if (peopleAt(cursor.tokens, cursor.at + of)) cursor.at += of + 1;
  const found = countedAt(cursor.tokens, cursor.at);
  if (!found) return undefined;
  cursor.at = found.next;
  return { as: found.meaning, start, end: cursor.endBefore(cursor.at) };
}
