import { ONE, type Rational } from "../core/rational.ts";
import { readAmount, type WrittenNumber } from "./amount.ts";
import type { Cursor, Span } from "./cursor.ts";
import { readFraction } from "./fraction.ts";
import { readMeasureOfFirst } from "./measure.ts";
import { readMultiple } from "./multiple.ts";
import { noNumberAt, phrases, type Qualifier, qualifierAfter, qualifierBefore } from "./phrases.ts";
import type { Measure } from "./quantity.ts";
import type { Sign } from "./sign.ts";
import { timeAt } from "./time.ts";
import { isHyphenAt, wordAt } from "./tokens.ts";

/** One number, its place, and what the words around it say. */
export interface End extends Span, Omit<WrittenNumber, "about" | "next"> {
  readonly sign?: Sign | undefined;
  readonly bound?: "above" | "below" | undefined;
  readonly about: boolean;
  /** Only on the first of two ends, if it has a measure of its own: "3 months to 4 months". */
  readonly measure?: Measure | undefined;
  /** The place of the number itself, without the words around it. */
  readonly number: Span;
}

/**
 * Reads one number with the words around it: "at least about 7k", "6,000 or fewer", "x3".
 * `and` says whether "one hundred and fifty" may be one number.
 */
export function readEnd(cursor: Cursor, and: boolean): End {
  const from = cursor.at;
  const meanings = qualifiers(cursor, qualifierBefore);
  const start = cursor.startOf(cursor.at);
  const multiple = readMultiple(cursor);
  const times = multiple !== undefined || (cursor.tokens[cursor.at + 1]?.kind === "digits" && cursor.take("x"));
  const amount =
    multiple ?? readFraction(cursor) ?? readAmount(cursor.tokens, cursor.at, and, cursor.text) ?? readArticle(cursor);
  if (!amount) return refuseNoNumber(cursor);
  cursor.at = amount.next;
  const sign = times ? "times" : readSign(cursor, start, amount.value);
  const number = { start, end: cursor.endBefore(cursor.at) };
  if (!boundBegins(cursor)) meanings.push(...qualifiers(cursor, qualifierAfter));

  const span = { start: cursor.startOf(from), end: cursor.endBefore(cursor.at) };
  if (meanings.includes("above") && meanings.includes("below")) {
    const written = cursor.text.slice(start, cursor.endBefore(amount.next));
    const [first, second] = [`at least ${written}`, `up to ${written}`];
    const tries = [first, second].map((end) => cursor.replaced(span, end));
    cursor.refuse({ code: "E-BOUNDS", args: { first, second }, ...span, tries });
  }
  const { value, step, bare, scale, factors, unclear, hundreds, grouped, dot } = amount;
  const measure = readMeasureOfFirst(cursor, { value, step, sign });
  // Written out, because spreading objects here took longer than everything else.
  return {
    value,
    step,
    bare,
    scale,
    factors,
    unclear,
    hundreds,
    grouped,
    dot,
    sign,
    bound: meanings.includes("above") ? "above" : meanings.includes("below") ? "below" : undefined,
    about: amount.about === true || meanings.includes("about"),
    measure,
    number,
    start: span.start,
    end: span.end,
  };
}

/** The "a" of "a year". */
function readArticle({ expected, tokens, at }: Cursor): WrittenNumber | undefined {
  const isOne = expected === "days" && /^an?$/.test(wordAt(tokens, at)) && timeAt(tokens, at + 1) !== undefined;
  return isOne
    ? { value: ONE, step: ONE, bare: true, scale: 1, factors: [], hundreds: false, next: at + 1 }
    : undefined;
}

/** Skips the phrases here and returns what they say. */
export function qualifiers(cursor: Cursor, at: typeof qualifierBefore): Qualifier[] {
  const found: Qualifier[] = [];
  for (let meaning = cursor.match(at); meaning; meaning = cursor.match(at)) found.push(meaning);
  return found;
}

/** In "at least 6,000 and over 13,800" the second phrase belongs to the number after it. */
function boundBegins(cursor: Cursor): boolean {
  const joined = /^(?:and|but|or|,)$/.test(cursor.tokens[cursor.at]?.text ?? "") ? 1 : 0;
  const before = qualifierBefore(cursor.tokens, cursor.at + joined);
  return before !== undefined && readAmount(cursor.tokens, before.next, false, cursor.text) !== undefined;
}

function refuseNoNumber(cursor: Cursor): never {
  const start = cursor.startOf(cursor.at);
  const { expected } = cursor;
  if (cursor.tokens[cursor.at]?.text === "-" && cursor.at + 1 < cursor.tokens.length) {
    const end = cursor.endBefore(cursor.at + 2);
    const positive = cursor.text.slice(0, start) + cursor.text.slice(cursor.endBefore(cursor.at + 1)).trimStart();
    cursor.refuse({ code: "E-NEGATIVE", args: { expected }, start, end, tries: [positive] });
  }
  const vague = noNumberAt(cursor.tokens, cursor.at);
  if (vague) {
    cursor.refuse({ code: "E-VAGUE", args: { found: vague.meaning }, start, end: cursor.endBefore(vague.next) });
  }
  return cursor.unexpected();
}

/** The words after a multiple that say what it multiplies. */
const OF_KILLED = phrases<true>({
  true: `
    as many
    that number|figure|many
    the number|figure of? the? killed|dead
    the killed|dead`,
});

/** "3x", "3 times as many", "3-fold", "3:1", "30%", "30 per cent". */
function readSign(cursor: Cursor, start: number, value: Rational): Sign | undefined {
  if (isHyphenAt(cursor.tokens, cursor.at) && cursor.takeAll("-", "fold")) return "times";
  if (cursor.take("x", "times", "fold")) {
    cursor.match(OF_KILLED);
    return "times";
  }
  if (cursor.take("%", "percent", "pct") || cursor.takeAll("per", "cent")) return "percent";
  if (!cursor.take(":")) return undefined;
  if (cursor.take("1", "one")) return "times";
  const span = { start, end: cursor.endBefore(cursor.at + 1) };
  const swapped = cursor.text.replace(/(?<![\d.,])(1|one)\s*:\s*([\d.]+|[a-z]+)/gi, "$2:$1");
  const tries = value.equals(ONE) && swapped !== cursor.text ? [swapped] : [];
  return cursor.refuse({ code: "E-RATIO-FORM", args: {}, ...span, tries });
}
