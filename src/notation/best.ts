import { groupDigits } from "../core/digits.ts";
import { collect } from "../core/errors.ts";
import type { RangeEnd } from "../core/range.ts";
import { ONE, Rational } from "../core/rational.ts";
import { readAmount } from "./amount.ts";
import type { Cursor } from "./cursor.ts";
import { type End, readEnd } from "./end.ts";
import { bestOpens, intervalOpens, type Match, phrases } from "./phrases.ts";
import type { ParsedQuantity } from "./quantity.ts";
import { join, readRange } from "./ranges.ts";
import { perTimeAt } from "./time.ts";
import type { Token } from "./tokens.ts";
import { shareUnit } from "./units.ts";

/** "3/4/2022" may be low, best and high, but is more likely a date. */
const DATE = /^(?:[0-3]?\d\/){2}(?:1[5-9]|20)\d\d$/;

/** Reads "6000/8000/13800": low, best and high, always all three. */
export function readTriple(cursor: Cursor, first: End): ParsedQuantity {
  const ends = [first, readEnd(cursor, true)];
  while (!perTimeAt(cursor.tokens, cursor.at) && cursor.take("/")) ends.push(readEnd(cursor, true));
  const last = ends.at(-1)!;
  const written = cursor.text.slice(first.start, last.end);
  if (DATE.test(written)) {
    const tries = [cursor.text.replace(/\d+(?=\D*$)/, groupDigits)];
    cursor.refuse({ code: "E-SLASH", args: { found: written, date: true }, start: first.start, end: last.end, tries });
  }
  if (ends.length !== 3) {
    const span = { start: first.start, end: last.end };
    const put = (joint: string) => cursor.text.replace(/\s*\/\s*/, joint);
    // "1/2 million" is half a million, not a range.
    const range = ends.length === 2 && !first.value.equals(ONE) ? [put("-")] : [];
    // Neither is in percent, so if a share is expected, it may be a part of a whole.
    const part = ends.length === 2 && ends.every(({ value }) => value.compare(HUNDRED) > 0) ? [put(" of ")] : [];
    cursor.refuse({ code: "E-SLASH", args: { found: written }, ...span, tries: [...range, ...part] });
  }
  return withBest(cursor, join(cursor, first, last, ends[1]), shareUnit(cursor, ends[1]!, last));
}

const HUNDRED = Rational.of(100);

const END_NAMES = phrases<RangeEnd>({
  low: "low|lowest|lower|min|minimum bound|end|estimate? :|of?",
  best: `
    best|median bound|estimate|guess|value|figure? :|of?
    central|point estimate|value :|of?`,
  high: "high|highest|upper|max|maximum bound|end|estimate? :|of?",
});

/** Reads "low 6,000, best 8,000, high 13,800", in any order. Undefined unless low and high are named. */
export function readNamed(cursor: Cursor): ParsedQuantity | undefined {
  const start = cursor.at;
  const ends: Partial<Record<RangeEnd, End>> = {};
  for (let label = cursor.match(END_NAMES); label && !ends[label] && !cursor.done; label = cursor.match(nextLabel)) {
    ends[label] = readEnd(cursor, true);
  }
  const { low, best, high } = ends;
  if (!low || !high) {
    cursor.at = start;
    return undefined;
  }
  const range = join(cursor, low, high);
  return best ? withBest(cursor, range, best) : range;
}

/** Finds a label, also after the comma or "and" that separates it from the number before. */
function nextLabel(tokens: readonly Token[], at: number): Match<RangeEnd> | undefined {
  const comma = /^[,;/-]$/.test(tokens[at]?.text ?? "") ? at + 1 : at;
  return END_NAMES(tokens, tokens[comma]?.text === "and" ? comma + 1 : comma);
}

/** Reads the best value after a range, "(best 8,000)", or the range after a best value, "(95% CI 40,000–55,000)". */
export function readBest(cursor: Cursor, quantity: ParsedQuantity): ParsedQuantity {
  if (quantity.best) return quantity;
  const range = quantity.ends.length === 1 ? readInterval(cursor, quantity) : quantity;
  return range.best ? range : readBestOf(cursor, range);
}

/** Skips an opening bracket and returns the one that closes it, or skips a comma. */
function takeOpening(cursor: Cursor): ")" | "]" | undefined {
  const close = cursor.take("(") ? ")" : cursor.take("[") ? "]" : undefined;
  if (!close) cursor.take(",", ";");
  return close;
}

/** "6,000 to 13,800 (best 8,000)", or after a comma. */
function readBestOf(cursor: Cursor, quantity: ParsedQuantity): ParsedQuantity {
  const start = cursor.at;
  const close = takeOpening(cursor);
  if (!cursor.match(bestOpens)) {
    cursor.at = start;
    return quantity;
  }
  const best = readEnd(cursor, true);
  if (close && !cursor.take(close)) cursor.unexpected();
  return withBest(cursor, quantity, best);
}

/** "47,000 (95% CI 40,000–55,000)", "8,000 [6,000-13,800]", "8,000, range 6,000-13,800". */
function readInterval(cursor: Cursor, quantity: ParsedQuantity): ParsedQuantity {
  const start = cursor.at;
  const [best] = quantity.ends as [End];
  const close = takeOpening(cursor);
  const isNamed = takeIntervalName(cursor);
  if (!isNamed && (!close || !isRange(cursor))) {
    cursor.at = start;
    return quantity;
  }
  const range = readPair(cursor);
  if (close && !cursor.take(close)) cursor.unexpected();
  return withBest(cursor, { ...range, approximate: range.approximate || quantity.approximate }, best);
}

/** Reads the ends of an interval, also with a comma between them: "[6,000, 13,800]". */
function readPair(cursor: Cursor): ParsedQuantity {
  const range = readNamed(cursor) ?? readRange(cursor);
  const [first, last] = range.ends;
  return first && !last && cursor.take(",", ";") ? join(cursor, first, readEnd(cursor, true)) : range;
}

/** Whether a range begins here. "(killed)" and "(1)" are read elsewhere. */
function isRange(cursor: Cursor): boolean {
  const start = cursor.at;
  const range = collect([], () => readPair(cursor));
  const isRefused = range === undefined && readAmount(cursor.tokens, start, true, cursor.text) !== undefined;
  cursor.at = start;
  return isRefused || range?.ends.length === 2;
}

/** "95% CI", "CI 95%:", "range". */
function takeIntervalName(cursor: Cursor): boolean {
  const start = cursor.at;
  takeLevel(cursor);
  if (cursor.match(intervalOpens)) {
    takeLevel(cursor);
    cursor.take(":", ",");
    return true;
  }
  cursor.at = start;
  return false;
}

/** Skips the confidence level, "95%": nothing is calculated from it. */
function takeLevel(cursor: Cursor): void {
  if (cursor.tokens[cursor.at]?.kind === "digits" && cursor.tokens[cursor.at + 1]?.text === "%") cursor.at += 2;
}

function withBest(cursor: Cursor, quantity: ParsedQuantity, best: End): ParsedQuantity {
  const { start, end, value } = best;
  if (best.sign !== quantity.sign) cursor.refuse({ code: "E-MIXED-FORMS", args: {}, start, end });
  if (best.bound || value.compare(quantity.low) < 0 || value.compare(quantity.high) > 0) {
    cursor.refuse({ code: "E-BEST-OUTSIDE", args: { best: cursor.text.slice(start, end) }, start, end });
  }
  const approximate = quantity.approximate || best.about;
  return { ...quantity, best: value, approximate, ends: [...quantity.ends, best] };
}
