import { ONE, Rational } from "../core/rational.ts";
import type { End } from "./end.ts";
import { isElliptic } from "./print.ts";
import type { Sign } from "./sign.ts";

/** Three decimals after a dot may be thousands, except in a percentage. */
const NUMBER = String.raw`(\d{1,12}|[1-9]\d{0,2}(?:,\d{3}){1,3})(?:(\.\d{1,4})?(%)|(\.\d{1,2})?(x)?)`;
const PLAIN = new RegExp(`^(about |at least |up to )?(~)?(≤)?${NUMBER}(?:[-–]${NUMBER})?(\\+)?$`);

/**
 * Where the two numbers begin among the parts. Each has five: digits, decimals of a percentage, its sign, decimals,
 * "x".
 */
const FIRST = 4;
const SECOND = 9;

/**
 * The numbers of a text that can be read in only one way: "7000", "13,800", "6,000-13,800", "2x-4x", "at least 7,000",
 * and printed forms, "≤16.0%–36.8%", "~7,000+". Most figures are written like this, and need not be cut into words.
 * Undefined for every other text, even if it is wrong.
 */
export function plainEnds(text: string): readonly End[] | undefined {
  const parts = PLAIN.exec(text);
  if (!parts) return undefined;
  const [, word, tilde, less] = parts;
  const more = parts.at(-1);
  if (word && (tilde || less || more || parts[SECOND])) return undefined;
  const about = tilde !== undefined || word === "about ";
  const below = less || word === "up to " ? "below" : undefined;
  const above = more || word === "at least " ? "above" : undefined;
  const start = text.search(/\d/);
  if (parts[SECOND] === undefined) {
    return below && above ? undefined : [endOf(parts, FIRST, start, about, below ?? above, 0, text.length)];
  }
  const dash = text.search(/[-–]/);
  const first = endOf(parts, FIRST, start, about, below, 0, dash);
  const last = endOf(parts, SECOND, dash + 1, false, above, dash + 1, text.length);
  if (last.grouped && isElliptic(first.value, last.value)) return undefined;
  return first.sign === last.sign && first.value.compare(last.value) <= 0 ? [first, last] : undefined;
}

function endOf(
  parts: readonly (string | undefined)[],
  at: number,
  from: number,
  about: boolean,
  bound: End["bound"],
  start: number,
  end: number,
): End {
  const whole = parts[at]!;
  const fraction = parts[at + 1] ?? parts[at + 3] ?? "";
  const sign: Sign | undefined = parts[at + 2] ? "percent" : parts[at + 4] ? "times" : undefined;
  return {
    value: Rational.decimal(whole.replaceAll(",", "") + fraction),
    step: fraction ? Rational.of(1, 10 ** (fraction.length - 1)) : ONE,
    bare: true,
    scale: 1,
    factors: [],
    unclear: undefined,
    hundreds: false,
    grouped: whole.includes(","),
    dot: undefined,
    sign,
    bound,
    about,
    number: { start: from, end: from + whole.length + fraction.length + (sign ? 1 : 0) },
    start,
    end,
  };
}
