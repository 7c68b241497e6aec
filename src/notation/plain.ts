import { ONE, Rational } from "../core/rational.ts";
import type { End, Sign } from "./end.ts";

const NUMBER = String.raw`(\d{1,12}|[1-9]\d{0,2}(?:,\d{3}){1,3})(?:(\.\d{1,4})?(%)|(x))?`;
const PLAIN = new RegExp(`^(~)?(≤)?${NUMBER}(?:[-–]${NUMBER})?(\\+)?$`);

/**
 * The numbers of a text that can be read one way only: "7000", "13,800", "6,000-13,800", "2x-4x",
 * and as they are printed, "≤16.0%–36.8%", "~7,000+". Most figures are written so, and need not be
 * cut into words. Undefined for every other text, also for one that is wrong.
 */
export function plainEnds(text: string): readonly End[] | undefined {
  const parts = PLAIN.exec(text);
  if (!parts) return undefined;
  const about = parts[1] !== undefined;
  const below = parts[2] && ("below" as const);
  const above = parts[11] && ("above" as const);
  if (parts[7] === undefined) {
    return below && above ? undefined : [endOf(parts, 3, about, below ?? above, 0, text.length)];
  }
  const dash = text.search(/[-–]/);
  const first = endOf(parts, 3, about, below, 0, dash);
  const last = endOf(parts, 7, false, above, dash + 1, text.length);
  return first.sign === last.sign && first.value.compare(last.value) <= 0 ? [first, last] : undefined;
}

function endOf(
  parts: readonly (string | undefined)[],
  at: number,
  about: boolean,
  bound: End["bound"] | "",
  start: number,
  end: number,
): End {
  const [whole = "", fraction = "", percent, times] = parts.slice(at, at + 4);
  const sign: Sign | undefined = percent ? "percent" : times ? "times" : undefined;
  return {
    value: Rational.decimal(whole.replaceAll(",", "") + fraction),
    step: fraction ? Rational.of(1, 10 ** (fraction.length - 1)) : ONE,
    bare: true,
    scale: 1,
    factors: [],
    hundreds: false,
    sign,
    bound: bound || undefined,
    about,
    start,
    end,
  };
}
