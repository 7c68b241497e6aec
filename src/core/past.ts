import type { Ratio } from "./figure.ts";
import { PAST, type Past, type PastRatio } from "./past-ratios.ts";
import type { Rational } from "./rational.ts";

/** A ratio that is outside the usual range of past wars, at one end or entirely. */
export interface OutsidePast {
  readonly where: "below" | "above" | "from below" | "to above" | "on both sides";
  readonly nearest: readonly PastRatio[];
}

const NEAREST = 2;

/** Where a ratio leaves the usual range of past wars. Undefined if it does not. A case is not compared with itself. */
export function outsidePast(
  { low, high, openLow, openHigh, named }: Pick<Ratio, "low" | "high" | "openLow" | "openHigh" | "named">,
  of: keyof typeof PAST,
): OutsidePast | undefined {
  const usual: Past = PAST[of];
  const [isBelow, isAbove] = [low.compare(usual.low) < 0, high.compare(usual.high) > 0];
  if (!isBelow && !isAbove) return undefined;
  // An end that is open may reach back into the range.
  const isWholeBelow = high.compare(usual.low) < 0 && !openHigh;
  const isWholeAbove = low.compare(usual.high) > 0 && !openLow;
  const whole = isWholeBelow ? "below" : isWholeAbove ? "above" : undefined;
  const where = whole ?? (isBelow && isAbove ? "on both sides" : isBelow ? "from below" : "to above");
  const own = named?.kind === "case" ? named.title : undefined;
  const others = usual.cases.filter(({ title }) => title !== own);
  const nearest = [...(isBelow ? nearestTo(low, others) : []), ...(isAbove ? nearestTo(high, others) : [])];
  return { where, nearest };
}

function nearestTo(value: Rational, cases: Past["cases"]): PastRatio[] {
  const distance = ({ ratio }: PastRatio) => Math.abs(Math.log(value.toNumber()) - Math.log(Number(ratio)));
  return [...cases].sort((a, b) => distance(a) - distance(b)).slice(0, NEAREST);
}
