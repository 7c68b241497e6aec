import { Rational, ZERO } from "../core/rational.ts";
import type { Cursor } from "./cursor.ts";
import type { End } from "./end.ts";
import { isElliptic, plain, plainRange as range } from "./print.ts";
import { MARK } from "./sign.ts";

const HUNDRED = Rational.of(100);
const THOUSAND = Rational.of(1000);

/**
 * Gives the first of two ends the unit that is written after the last: "6-14k", "2-4x", "45-65%". Refuses a unit after
 * the first alone, and what can be read in two ways. `isLower` is false if the higher end comes first.
 */
export function shareUnit(cursor: Cursor, first: End, last: End, isLower = true): End {
  return shareScale(cursor, shareSign(cursor, first, last), last, isLower);
}

function shareSign(cursor: Cursor, first: End, last: End): End {
  if (first.sign === last.sign) return first;
  // "7000 - 20%" subtracts a part of something.
  const isCount = cursor.expected === "figure" || cursor.expected === "loss";
  const isPercent = cursor.isShare || (cursor.takesRates && first.value.compare(HUNDRED) <= 0);
  if (last.sign === "percent" && isCount && !isPercent) {
    const { start, end } = last.number;
    const args = { found: cursor.text.slice(start, end), expected: cursor.expected };
    cursor.refuse({ code: "E-UNIT", args, start, end });
  }
  const [low, high] = [plain(first.value), plain(last.value)];
  if (first.sign) {
    const mark = MARK[first.sign];
    refuseMixed(cursor, first, last, [`${low}${mark}-${high}${mark}`, `${low}-${high}`]);
  }
  // A fraction is a share already. It keeps its words, because its digits would not end.
  if (first.step.equals(ZERO)) refuseMixed(cursor, first, last, []);
  // "0.45-65%" may begin at 0.45% or at 45%, unless only the first of these runs forward.
  const percent = first.value.times(HUNDRED);
  if (last.sign === "percent" && !first.value.isWhole() && percent.compare(last.value) <= 0) {
    refuseMixed(cursor, first, last, [`${plain(percent)}%-${high}%`, `${low}%-${high}%`]);
  }
  return { ...first, sign: last.sign! };
}

function shareScale(cursor: Cursor, first: End, last: End, isLower: boolean): End {
  if (last.bare && !first.bare && first.scale > 1 && last.value.compare(first.value) < 0) {
    const scale = Rational.of(first.scale);
    const [scaled, unscaled] = [last.value.times(scale), first.value.over(scale)];
    // "5 thousand 400 or 500" has no such readings.
    const isPlain = first.factors.length > 0 && !first.unclear;
    const ranges = isPlain ? [range(first.value, scaled), range(unscaled, last.value)] : [];
    refuseMixed(cursor, first, last, ranges);
  }
  const { factors, unclear } = factorsFor(first, last);
  const readings = factors.map((scale): End => {
    const factor = Rational.of(scale);
    return { ...first, dot: undefined, value: first.value.times(factor), step: first.step.times(factor) };
  });
  // "One to a hundred" is not a single number, as it would be if the unit were shared.
  const isApart = ({ value }: End) => !value.equals(last.value) && value.compare(last.value) < 0 === isLower;
  const [likely, alternative] = readings.filter(isApart);
  if (unclear && likely && alternative) {
    refuseMixed(cursor, first, last, [range(likely.value, last.value), range(alternative.value, last.value)]);
  }
  // In "900 to a thousand" a shared unit would reverse the range.
  return likely ?? (isApart(first) || first.value.equals(last.value) ? first : (readings[0] ?? first));
}

/**
 * The factors that the first end may need, the likeliest first. In "six to fourteen thousand five hundred" and "six
 * hundred to seven hundred thousand" either of two may be meant.
 */
function factorsFor(first: End, last: End): Pick<End, "factors" | "unclear"> {
  if (first.bare) return last;
  const isUnclear = first.hundreds && last.scale > 100;
  return { factors: isUnclear ? [1, last.scale] : [], unclear: isUnclear };
}

/** Refuses "12-14,000", which usually means 12,000 to 14,000 but is written like 12 to 14,000. */
export function refuseElliptic(cursor: Cursor, first: End, last: End): void {
  if (!first.bare || first.sign || !last.grouped || !isElliptic(first.value, last.value)) return;
  const thousands = first.value.times(THOUSAND);
  const [short, long] = [plain(last.value).replaceAll(",", ""), plain(last.value)];
  const args = { first: `${plain(thousands)} to ${long}`, second: `${plain(first.value)} to ${long}` };
  const span = { start: first.start, end: last.end };
  const tries = [cursor.replaced(first.number, plain(thousands)), cursor.replaced(last.number, short)];
  cursor.refuse({ code: "E-THOUSANDS", args, ...span, tries });
}

function refuseMixed(cursor: Cursor, first: End, last: End, ranges: readonly string[]): never {
  // "At least … and at most …" is a closed range.
  const isClosed = first.bound && last.bound && first.bound !== last.bound;
  const numbers = isClosed
    ? { start: first.start, end: last.end }
    : { start: first.number.start, end: last.number.end };
  const tries = ranges.map((range) => cursor.replaced(numbers, range));
  return cursor.refuse({ code: "E-MIXED-FORMS", args: {}, start: first.start, end: last.end, tries });
}
