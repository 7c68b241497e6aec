import { Rational, ZERO } from "../core/rational.ts";
import type { Cursor } from "./cursor.ts";
import type { End } from "./end.ts";
import { plain } from "./print.ts";

/**
 * Gives the first of two ends the unit that is written behind the last: "6-14k", "2-4x",
 * "45-65%". Refuses a unit that stands behind the first alone, and what can be read two ways.
 */
export function shareUnit(cursor: Cursor, first: End, last: End): End {
  return shareScale(cursor, shareSign(cursor, first, last), last);
}

function shareSign(cursor: Cursor, first: End, last: End): End {
  if (first.sign === last.sign) return first;
  const [low, high] = [plain(first.value), plain(last.value)];
  if (first.sign) {
    const mark = first.sign === "times" ? "x" : "%";
    refuseMixed(cursor, first, last, [`${low}${mark}-${high}${mark}`, `${low}-${high}`]);
  }
  // A fraction is a share already; its words are kept, since its digits would not end.
  if (first.step.equals(ZERO)) refuseMixed(cursor, first, last, []);
  // 0.45-65% is from 0.45% or from 45%, unless only the first runs forward.
  const percent = first.value.times(Rational.of(100));
  if (last.sign === "percent" && !first.value.isWhole() && percent.compare(last.value) <= 0) {
    refuseMixed(cursor, first, last, [`${plain(percent)}%-${high}%`, `${low}%-${high}%`]);
  }
  return { ...first, sign: last.sign! };
}

function shareScale(cursor: Cursor, first: End, last: End): End {
  if (last.bare && !first.bare && first.scale > 1 && last.value.compare(first.value) < 0) {
    const scale = Rational.of(first.scale);
    const [scaled, unscaled] = [last.value.times(scale), first.value.over(scale)];
    refuseMixed(cursor, first, last, [range(first.value, scaled), range(unscaled, last.value)]);
  }
  const scales = scalesOf(first, last);
  if (scales.length === 0) return first;
  const readings = scales.map((scale): End => {
    const factor = Rational.of(scale);
    return { ...first, dot: undefined, value: first.value.times(factor), step: first.step.times(factor) };
  });
  const [one, other] = readings.filter(({ value }) => value.compare(last.value) <= 0);
  if (one && other) refuseMixed(cursor, first, last, [range(one.value, last.value), range(other.value, last.value)]);
  return one ?? readings[0]!;
}

/**
 * What the first end may have to be multiplied by; nothing where it stays as it is. "One to two
 * hundred thousand" may mean either of two, and so do "six to fourteen thousand five hundred"
 * and "six hundred to seven hundred thousand".
 */
function scalesOf(first: End, last: End): readonly number[] {
  if (first.bare) return last.factors;
  return first.hundreds && last.scale > 100 ? [1, last.scale] : [];
}

function range(low: Rational, high: Rational): string {
  return `${plain(low)}-${plain(high)}`;
}

function refuseMixed(cursor: Cursor, { start }: End, { end }: End, tries: readonly string[]): never {
  return cursor.refuse({ code: "E-MIXED-FORMS", args: {}, start, end, tries });
}
