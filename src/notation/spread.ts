import { Rational, ZERO } from "../core/rational.ts";
import type { Cursor } from "./cursor.ts";
import { type End, readEnd } from "./end.ts";
import { phrases } from "./phrases.ts";
import { type ParsedQuantity, quantityOf } from "./quantity.ts";

const EITHER_WAY = phrases<true>({
  true: `
    ±
    plus or minus
    ,? give or take`,
});

const HUNDRED = Rational.of(100);

/** How far below and above a number the truth may be. */
interface Spread {
  readonly below: End;
  readonly above: End;
}

/** "7000±500", "7000 +/- 10%", "7000 +500/-300", "7,000 (±500)"; undefined if nothing of the kind follows. */
export function readSpread(cursor: Cursor, centre: End): ParsedQuantity | undefined {
  const start = cursor.at;
  const open = cursor.take("(");
  const spread = readSize(cursor);
  if (!spread) {
    cursor.at = start;
    return undefined;
  }
  if (open && !cursor.take(")")) cursor.unexpected();
  return spreadOf(cursor, centre, spread);
}

function readSize(cursor: Cursor): Spread | undefined {
  if (cursor.match(EITHER_WAY)) {
    const size = readEnd(cursor, true);
    return { below: size, above: size };
  }
  if (cursor.tokens[cursor.at]?.text !== "+" || cursor.tokens[cursor.at + 1]?.kind !== "digits") return undefined;
  cursor.at += 1;
  const above = readEnd(cursor, true);
  cursor.take("/", ",");
  return cursor.take("-") ? { below: readEnd(cursor, true), above } : cursor.unexpected();
}

function spreadOf(cursor: Cursor, written: End, { below, above }: Spread): ParsedQuantity {
  const sizes = below === above ? [above] : [above, below];
  const last = sizes.at(-1)!;
  const span = { start: written.start, end: last.end };
  if (written.bound ?? below.bound ?? above.bound) {
    const args = { bound: cursor.text.slice(span.start, span.end) };
    cursor.refuse({ code: "E-BOUND-BEFORE-RANGE", args, ...span, tries: [] });
  }
  if (cursor.isShare) {
    cursor.refuse({ code: "E-SPREAD", args: { because: "share" }, ...span });
  }
  const centre = withUnitOf(written, below);
  const low = centre.value.minus(sizeOf(below, centre));
  if (low.compare(ZERO) < 0) cursor.refuse({ code: "E-SPREAD", args: { because: "below zero" }, ...span });
  const sign = centre.sign ?? sizes.find((size) => size.sign === "times")?.sign;
  const absolute = sizes.filter((size) => !isRelative(size, centre));
  return {
    ...quantityOf([{ ...centre, sign }]),
    low,
    best: centre.value,
    high: centre.value.plus(sizeOf(above, centre)),
    approximate: [centre, ...sizes].some(({ about }) => about),
    spread: true,
    ends: [centre, ...absolute],
  };
}

/** In "1.2 ± 0.1 million" the unit belongs to both, because 1.2 less 100,000 is not a count of anything. */
function withUnitOf(centre: End, size: End): End {
  const [factor] = size.factors;
  if (!centre.bare || factor === undefined || centre.value.compare(size.value) >= 0) return centre;
  const scale = Rational.of(factor);
  const value = centre.value.times(scale);
  // "900±1k" is more likely a mistake than 899,000 to 901,000.
  const isClear = centre.value.compare(HUNDRED) < 0 && value.compare(size.value) > 0;
  return isClear ? { ...centre, dot: undefined, value, step: centre.step.times(scale) } : centre;
}

function isRelative(size: End, centre: End): boolean {
  return size.sign === "percent" && centre.sign !== "percent";
}

function sizeOf(size: End, centre: End): Rational {
  return isRelative(size, centre) ? centre.value.times(size.value).over(HUNDRED) : size.value;
}
