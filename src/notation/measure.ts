import type { Per } from "../core/figure.ts";
import { ONE, Rational } from "../core/rational.ts";
import { readAmount } from "./amount.ts";
import type { Cursor, Span } from "./cursor.ts";
import type { End } from "./end.ts";
import { afterForce } from "./force.ts";
import { readPeople } from "./people.ts";
import { joint, qualifierAfter, qualifierBefore, scaleAt } from "./phrases.ts";
import { isPart, type Measure } from "./quantity.ts";
import { averageAt, perTimeAt, timeAt } from "./time.ts";
import { isHyphenAt, type Token, wordAt } from "./tokens.ts";
import { isMeaningful } from "./vocabulary.ts";

type MeasuredNumbers = readonly Pick<End, "value" | "step" | "sign">[];

/**
 * Reads what makes a number something other than a count of people: "a day", "of the force", "months", "km2". A measure
 * that began before the people, as in "25% of the force killed a day", continues after them.
 */
export function readMeasure(cursor: Cursor, numbers: MeasuredNumbers, before?: Measure): Measure | undefined {
  if (cursor.expected === "days") return before ?? readTime(cursor, numbers);
  if (cursor.expected === "amount") return before ?? readUnit(cursor);
  return readRate(cursor, numbers, before);
}

/** The measure of the first of two ends, as in "3 months to 4 months". That of the last end is read with the whole. */
export function readMeasureOfFirst(cursor: Cursor, number: MeasuredNumbers[number]): Measure | undefined {
  const start = cursor.at;
  const measure = readMeasure(cursor, [number]);
  if (measure && isJoined(cursor) && !qualifierAfter(cursor.tokens, cursor.at)) return measure;
  cursor.at = start;
  return undefined;
}

/** Whether another end follows: "to 4 months", "and at most 2,000 a day". */
function isJoined({ tokens, at, text }: Cursor): boolean {
  if (joint(tokens, at)) return true;
  const isAnd = /^(?:and|but|,)$/.test(tokens[at]?.text ?? "");
  return isAnd && (readAmount(tokens, at + 1, false, text) ?? qualifierBefore(tokens, at + 1)) !== undefined;
}

/** Refuses "3 weeks to 2 months", because the last end has another measure. */
export function refuseOtherMeasure(cursor: Cursor, first: End, last: End): void {
  const start = cursor.at;
  const own = first.measure && readMeasure(cursor, [last]);
  cursor.at = start;
  if (own && !isSame(first.measure, own)) refuseMixed(cursor, first, own);
}

/** Refuses ends with measures of their own, if these differ from the measure of the whole. */
export function refuseOtherMeasures(cursor: Cursor, ends: readonly End[], measure: Measure | undefined): void {
  const [first] = ends;
  const isOther = ends.some((end) => end.measure && !isSame(end.measure, measure));
  if (first && isOther) refuseMixed(cursor, first, measure ?? ends.at(-1)!);
}

function isSame(first: Measure | undefined, second: Measure | undefined): boolean {
  if (!first || !second) return first === second;
  return first.factor.equals(second.factor) && first.unit === second.unit && first.per === second.per;
}

function refuseMixed(cursor: Cursor, { start }: End, { end }: Span): never {
  return cursor.refuse({ code: "E-MIXED-FORMS", args: { because: "units" }, start, end });
}

/** Whether a slash here begins a rate, as in "1,271/day" and "7.45/1,000/day", and not another number. */
export function isRateAt(cursor: Cursor, number: MeasuredNumbers[number]): boolean {
  const start = cursor.at;
  const rate = readTimes(cursor) ?? readStrength(cursor, [number]);
  cursor.at = start;
  return rate !== undefined;
}

/** "months", and after a fraction "a year". */
function readTime(cursor: Cursor, numbers: MeasuredNumbers): Measure | undefined {
  const start = cursor.at;
  if (numbers.every(isPart)) {
    cursor.take("of");
    cursor.take("a", "an");
  }
  const days = cursor.match(timeAt);
  if (days === undefined) cursor.at = start;
  return days === undefined ? undefined : measured(cursor, start, { factor: Rational.of(Number(days)) });
}

function readRate(cursor: Cursor, numbers: MeasuredNumbers, before: Measure | undefined): Measure | undefined {
  const start = cursor.at;
  const next = readRatePart(cursor, numbers, before?.per);
  if (!next) {
    cursor.at = start;
    return before;
  }
  const both = before ? "force and day" : next.per;
  const factor = next.factor.times(before?.factor ?? ONE);
  return readRate(cursor, numbers, { per: both, factor, start: before?.start ?? next.start, end: next.end });
}

/** Reads "a day", "of the force" or "per 1,000 per day", unless the measure has that part already. */
function readRatePart(cursor: Cursor, numbers: MeasuredNumbers, known: Per | undefined): Measure | undefined {
  if (known === "force and day") return undefined;
  const time = known === "day" ? undefined : readTimes(cursor);
  if (time || known === "force") return time;
  const isStrict = numbers.length > 0 && numbers.every(isPart);
  const isSmall = numbers.length > 0 && numbers.every(({ value, sign }) => !sign && value.compare(ONE) < 0);
  const ofForce = isStrict || isSmall ? readForce(cursor) : undefined;
  return ofForce ?? (isStrict ? undefined : readStrength(cursor, numbers, known));
}

/** "a day", "on average every month" */
function readTimes(cursor: Cursor): Measure | undefined {
  const start = cursor.at;
  cursor.match(averageAt);
  const days = cursor.match(perTimeAt);
  if (days === undefined) {
    cursor.at = start;
    return undefined;
  }
  cursor.match(averageAt);
  return measured(cursor, start, { per: "day", factor: Rational.of(1, Number(days)) });
}

/** "of the force" */
function readForce(cursor: Cursor): Measure | undefined {
  const start = cursor.at;
  const next = afterForce(cursor.tokens, start, cursor.text);
  if (next === undefined) return undefined;
  cursor.at = next;
  return measured(cursor, start, { per: "force", factor: ONE });
}

/** "per 1,000 per day", "per thousand men a day", "/1,000/day". After "a day" it does not need a day of its own. */
function readStrength(cursor: Cursor, numbers: MeasuredNumbers, known?: Per): Measure | undefined {
  const start = cursor.at;
  const hasSlash = cursor.take("/");
  const people = hasSlash || cursor.take("per") ? readStrengthNumber(cursor) : undefined;
  // "500/1,000/day" may be a range.
  const isUnclear = hasSlash && people && numbers.some(({ value }) => value.times(TEN).compare(people) > 0);
  const isOfAnyone = people && !isUnclear && isOfEveryone(cursor);
  const time = isOfAnyone && known === undefined ? readTimes(cursor) : undefined;
  if (!isOfAnyone || (!time && known === undefined)) {
    cursor.at = start;
    return undefined;
  }
  const factor = (time?.factor ?? ONE).over(people);
  return measured(cursor, start, { per: known ? "force" : "force and day", factor });
}

const TEN = Rational.of(10);

/** "1,000", "thousand". */
function readStrengthNumber(cursor: Cursor): Rational | undefined {
  const scale = cursor.match(scaleAt);
  if (scale !== undefined) return Rational.of(Number(scale));
  const amount = readAmount(cursor.tokens, cursor.at, false, cursor.text);
  // Rates are per 100, 1,000 or 10,000.
  if (!amount || !/^100+$/.test(amount.value.toString())) return undefined;
  cursor.at = amount.next;
  return amount.value;
}

/** Skips "troops" or "of the force" after "per 1,000". False if it is followed by a loss, as in "per 1,000 killed". */
function isOfEveryone(cursor: Cursor): boolean {
  const next = cursor.tokens[cursor.at]?.text === "strength" ? cursor.at + 1 : undefined;
  cursor.at = afterForce(cursor.tokens, cursor.at, cursor.text) ?? next ?? cursor.at;
  return (readPeople(cursor)?.as.length ?? 0) === 0;
}

const MOST_WORDS = 4;

/** "km2", "square kilometres", "roubles": up to four words that mean nothing in the notation. */
export function readUnit(cursor: Cursor): Measure | undefined {
  const { tokens, text } = cursor;
  const start = cursor.at;
  for (let words = 0; words < MOST_WORDS && isUnitWord(tokens, cursor.at); words += 1) {
    cursor.at = afterUnitWord(tokens, cursor.at);
  }
  if (cursor.at === start) return undefined;
  const { start: from, end } = measured(cursor, start, { factor: ONE });
  return { factor: ONE, unit: text.slice(from, end).replace(/\s+/g, " "), start: from, end };
}

function isUnitWord(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at);
  return word !== "" && !isMeaningful(word) && !joint(tokens, at) && !qualifierAfter(tokens, at);
}

/**
 * The place after a word with its power, and after the sign that joins it to the next: "km2", "sq. km", "man-years",
 * "km/litre".
 */
function afterUnitWord(tokens: readonly Token[], at: number): number {
  const power = tokens[at + 1];
  const isPower = power !== undefined && power.start === tokens[at]!.end && /^[23²³]$/.test(power.raw);
  const next = isPower ? at + 2 : at + 1;
  const sign = tokens[next]?.text;
  const isJoined = sign === "/" || isHyphenAt(tokens, next) || (sign === "." && wordAt(tokens, at) === "sq");
  return isJoined && isUnitWord(tokens, next + 1) ? next + 1 : next;
}

/** Adds the place of a measure that ends at the cursor. */
function measured(cursor: Cursor, from: number, measure: Pick<Measure, "per" | "factor">): Measure {
  return { ...measure, start: cursor.startOf(from), end: cursor.endBefore(cursor.at) };
}
