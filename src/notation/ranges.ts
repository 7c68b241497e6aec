import { ONE, Rational, ZERO } from "../core/rational.ts";
import { lossAt } from "./counted.ts";
import type { Cursor } from "./cursor.ts";
import { type End, qualifiers, readEnd } from "./end.ts";
import { refuseOtherMeasure } from "./measure.ts";
import { readPeople } from "./people.ts";
import { joint, perAt, type Qualifier, qualifierAfter, qualifierBefore, rangeOpens } from "./phrases.ts";
import { isElliptic, plain, plainRange } from "./print.ts";
import { type ParsedQuantity, quantityOf } from "./quantity.ts";
import { MARK } from "./sign.ts";
import { refuseElliptic, shareUnit } from "./units.ts";

/** Reads one number, or two and what joins them: "6,000 to 13,800", "anywhere between six and seven thousand". */
export function readRange(cursor: Cursor): ParsedQuantity {
  const opening = readOpening(cursor);
  if (!opening) return readJoined(cursor, readEnd(cursor, true));
  const range = opening.opens === "between" ? readBetween(cursor) : readFrom(cursor);
  return opening.about ? { ...range, approximate: true } : range;
}

/** "between", "probably anywhere from". */
function readOpening(cursor: Cursor): { readonly opens: "between" | "from"; readonly about: boolean } | undefined {
  const start = cursor.at;
  const meanings: readonly Qualifier[] = qualifiers(cursor, qualifierBefore);
  const opens = meanings.every((meaning) => meaning === "about" || meaning === "same") && cursor.match(rangeOpens);
  if (opens) return { opens, about: meanings.includes("about") };
  cursor.at = start;
  return undefined;
}

function readFrom(cursor: Cursor): ParsedQuantity {
  const [first] = readPart(cursor).ends as [End];
  return takeTo(cursor) ? join(cursor, first, readPart(cursor).ends.at(-1)!) : cursor.unexpected();
}

/** An end that may be a range of its own: "from between a third and a half to about three quarters". */
function readPart(cursor: Cursor): ParsedQuantity {
  const isRange = rangeOpens(cursor.tokens, cursor.at)?.meaning === "between" && cursor.match(rangeOpens);
  return isRange ? readBetween(cursor) : quantityOf([readEnd(cursor, true)]);
}

function takeTo(cursor: Cursor): boolean {
  const found = joint(cursor.tokens, cursor.at);
  if (found?.meaning !== "to") return false;
  cursor.at = found.next;
  return true;
}

/** The "and" of "between six hundred and seven" joins two ends. It is read as part of a number only if it must be. */
function readBetween(cursor: Cursor): ParsedQuantity {
  const start = cursor.at;
  const readings = [false, true].map((and) => () => {
    cursor.at = start;
    const first = readEnd(cursor, and);
    if (!cursor.take("and") && !takeTo(cursor)) cursor.unexpected();
    const quantity = join(cursor, first, readEnd(cursor, true));
    return cursor.tokens[cursor.at]?.text === "and" ? cursor.unexpected() : quantity;
  });
  const [withoutAnd, withAnd] = readings as [() => ParsedQuantity, () => ParsedQuantity];
  try {
    return withoutAnd();
  } catch (error) {
    try {
      return withAnd();
    } catch {
      throw error;
    }
  }
}

/** A number alone, or with another after it: "6,000 to 13,800", "56 or 57", "7,000 and possibly 15,000". */
function readJoined(cursor: Cursor, first: End): ParsedQuantity {
  if (first.bound && takeBoth(cursor)) return readBounds(cursor, first, readEnd(cursor, true));
  skipPeople(cursor);
  // The hyphen of "150,000-strong" does not join a second end, and neither does "2 to each killed".
  const isOther = lossAt(cursor.tokens, cursor.at) ?? perAt(cursor.tokens, cursor.at)?.meaning === "each";
  const joined = isOther ? undefined : cursor.match(joint);
  if (!joined) return quantityOf([first]);
  // "At least 7,000 and possibly 15,000" goes from 7,000 to 15,000, and no further.
  const low = joined === "possibly" && first.bound === "above" ? { ...first, bound: undefined } : first;
  return join(cursor, low, readPart(cursor).ends.at(-1)!);
}

/** Skips the first "people" of "6,000 people to 13,800 people". */
function skipPeople(cursor: Cursor): void {
  const start = cursor.at;
  const people = readPeople(cursor);
  const isBetween = people?.as.length === 0 && joint(cursor.tokens, cursor.at) !== undefined;
  if (!isBetween || qualifierAfter(cursor.tokens, cursor.at)) cursor.at = start;
}

/** Skips the "and", "but" or comma between two bounds, if another bound follows. */
function takeBoth(cursor: Cursor): boolean {
  const both = ["and", "but", ","].includes(cursor.tokens[cursor.at]?.text ?? "") ? 1 : 0;
  const next = qualifierBefore(cursor.tokens, cursor.at + both);
  if (next?.meaning !== "above" && next?.meaning !== "below") return false;
  cursor.at += both;
  return true;
}

/** A range from one end to another, with a best value between them if there is one. Throws InputError. */
export function join(cursor: Cursor, written: End, last: End, best?: End): ParsedQuantity {
  refuseOtherMeasure(cursor, written, last);
  refuseElliptic(cursor, written, last);
  const first = shareUnit(cursor, written, last);
  // "Over a tenth to a fifth" is how a share of a little more than a tenth is printed.
  if (first.bound === "above" && !last.bound && !first.step.equals(ZERO)) refuseBound(cursor, first, last);
  if (first.value.compare(last.value) > 0) {
    const [high, low] = [first, last].map((end) => writtenNumber(cursor, end)) as [string, string];
    const tries = triesForReversed(cursor, first, last, best);
    const span = { start: first.start, end: last.end };
    cursor.refuse({ code: "E-RANGE-REVERSED", args: { low, high }, ...span, tries });
  }
  return quantityOf([first, last]);
}

function refuseBound(cursor: Cursor, first: End, last: End): never {
  const range = plainRange(first.value, last.value);
  const bound = cursor.text.slice(first.start, first.end);
  const span = { start: first.start, end: last.end };
  const tries = [range, `${range}+`].map((spelling) => cursor.replaced(span, spelling));
  return cursor.refuse({ code: "E-BOUND-BEFORE-RANGE", args: { bound }, ...span, tries });
}

const TEN = Rational.of(10);
const THOUSAND = Rational.of(1000);

/** What a range that runs backwards may mean, with the words around its numbers kept. */
function triesForReversed(cursor: Cursor, first: End, last: End, best: End | undefined): string[] {
  const put = (range: string) => cursor.replaced({ start: first.number.start, end: last.number.end }, range);
  const thousands = last.value.times(THOUSAND);
  // "12,000-14" leaves out the thousands of its high end; "1,200-400" does not.
  const isNear = first.value.compare(thousands) <= 0 && thousands.compare(first.value.times(TEN)) <= 0;
  if (first.grouped && last.bare && last.value.compare(THOUSAND) < 0 && isNear) {
    return [put(plainRange(first.value, thousands))];
  }
  const ends = [last, ...(best ? [best] : []), first].map((end) => writtenNumber(cursor, end));
  const swapped = ends.join(best ? "/" : ends.some((end) => /[a-z]/i.test(end)) ? " to " : "-");
  const ratio = last.value.equals(ONE) && !last.sign ? [put(`${writtenNumber(cursor, first)}:1`)] : [];
  const typed = isElliptic(last.value, first.value) ? swapped.replaceAll(",", "") : swapped;
  return [...ratio, put(typed)];
}

/** A number as it is printed. "A third" keeps its words, because as a decimal it would not end. */
function writtenNumber({ text }: Cursor, { step, value, number, sign }: End): string {
  return step.equals(ZERO) ? text.slice(number.start, number.end) : plain(value) + (sign ? MARK[sign] : "");
}

/** "at least 6,000 and at most 13,800", in either order. */
function readBounds(cursor: Cursor, written: End, second: End): ParsedQuantity {
  const first = shareUnit(cursor, written, second, written.bound === "above");
  const [floor, ceiling] = first.bound === "above" ? [first, second] : [second, first];
  refuseElliptic(cursor, floor, ceiling);
  const opposed = floor.bound === "above" && ceiling.bound === "below";
  if (!opposed || floor.value.compare(ceiling.value) > 0) {
    const [firstText, secondText] = [first, second].map(({ start, end }) => cursor.text.slice(start, end)) as [
      string,
      string,
    ];
    const span = { start: first.start, end: second.end };
    const tries = opposed ? [cursor.replaced(span, plainRange(ceiling.value, floor.value))] : [];
    cursor.refuse({ code: "E-BOUNDS", args: { first: firstText, second: secondText }, ...span, tries });
  }
  return { ...quantityOf([floor, ceiling]), openLow: false, openHigh: false };
}
