import { ONE, type Rational } from "../core/rational.ts";
import { type Amount, readAmount } from "./amount.ts";
import type { Cursor, Span } from "./cursor.ts";
import { readFraction } from "./fraction.ts";
import { noNumberAt, type Qualifier, qualifierAfter, qualifierBefore } from "./phrases.ts";

/** "x" or ":1" behind a ratio, "%" behind a share. */
export type Sign = "times" | "percent";

/** One number, where it stands, and what was said of it. */
export interface End extends Span, Pick<Amount, "value" | "step" | "bare" | "scale" | "factors" | "hundreds" | "dot"> {
  readonly value: Rational;
  readonly sign?: Sign | undefined;
  readonly bound?: "above" | "below" | undefined;
  readonly about: boolean;
}

/**
 * Reads one number with what stands around it: "at least about 7k", "6,000 or fewer", "x3".
 * `and` says whether "one hundred and fifty" may be one number.
 */
export function readEnd(cursor: Cursor, and: boolean): End {
  const from = cursor.at;
  const said = qualifiers(cursor, qualifierBefore);
  refuseWhatIsNoCount(cursor);
  const start = cursor.startOf(cursor.at);
  const times = cursor.tokens[cursor.at + 1]?.kind === "digits" && cursor.take("x");
  const amount = readFraction(cursor) ?? readAmount(cursor.tokens, cursor.at, and, cursor.text);
  if (!amount) cursor.unexpected();
  cursor.at = amount.next;
  const sign = times ? "times" : readSign(cursor, start, amount.value);
  if (!boundBegins(cursor)) said.push(...qualifiers(cursor, qualifierAfter));

  const span = { start: cursor.startOf(from), end: cursor.endBefore(cursor.at) };
  if (said.includes("above") && said.includes("below")) {
    const number = cursor.text.slice(start, cursor.endBefore(amount.next));
    const [first, second] = [`at least ${number}`, `up to ${number}`];
    cursor.refuse({ code: "E-BOUNDS", args: { first, second }, ...span, tries: [first, second] });
  }
  const { value, step, bare, scale, factors, hundreds, dot } = amount;
  // Written out: spreading objects here took longer than all the rest.
  return {
    value,
    step,
    bare,
    scale,
    factors,
    hundreds,
    dot,
    sign,
    bound: said.find((qualifier) => qualifier !== "about"),
    about: said.includes("about"),
    start: span.start,
    end: span.end,
  };
}

function qualifiers(cursor: Cursor, at: typeof qualifierBefore): Qualifier[] {
  const found: Qualifier[] = [];
  for (let next = at(cursor.tokens, cursor.at); next; next = at(cursor.tokens, cursor.at)) {
    found.push(next.meaning);
    cursor.at = next.next;
  }
  return found;
}

/** In "at least 6,000 at most 13,800" the second phrase belongs to the number behind it. */
function boundBegins(cursor: Cursor): boolean {
  const before = qualifierBefore(cursor.tokens, cursor.at);
  return before !== undefined && readAmount(cursor.tokens, before.next, false, cursor.text) !== undefined;
}

function refuseWhatIsNoCount(cursor: Cursor): void {
  const start = cursor.startOf(cursor.at);
  const { expected } = cursor;
  if (cursor.tokens[cursor.at]?.text === "-" && cursor.at + 1 < cursor.tokens.length) {
    const end = cursor.endBefore(cursor.at + 2);
    const positive = cursor.text.slice(0, start) + cursor.text.slice(cursor.endBefore(cursor.at + 1)).trimStart();
    cursor.refuse({ code: "E-NEGATIVE", args: { expected }, start, end, tries: [positive] });
  }
  const vague = noNumberAt(cursor.tokens, cursor.at);
  if (vague)
    cursor.refuse({ code: "E-VAGUE", args: { found: vague.meaning }, start, end: cursor.endBefore(vague.next) });
}

/** "3x", "3 times as many", "3:1", "30%", "30 per cent". */
function readSign(cursor: Cursor, start: number, value: Rational): Sign | undefined {
  if (cursor.take("x", "times", "fold")) {
    cursor.takeAll("as", "many");
    return "times";
  }
  if (cursor.take("%", "percent", "pct") || cursor.takeAll("per", "cent")) return "percent";
  if (!cursor.take(":")) return undefined;
  if (cursor.take("1", "one")) return "times";
  const other = cursor.text.slice(cursor.startOf(cursor.at), cursor.endBefore(cursor.at + 1));
  const span = { start, end: cursor.endBefore(cursor.at + 1) };
  cursor.refuse({ code: "E-RATIO-FORM", args: {}, ...span, tries: value.equals(ONE) ? [`${other}:1`] : [] });
}
