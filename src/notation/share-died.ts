import { collect } from "../core/errors.ts";
import { ONE, Rational, ZERO } from "../core/rational.ts";
import { lossAt } from "./counted.ts";
import { Cursor } from "./cursor.ts";
import { readNumbers } from "./numbers.ts";
import { phrases } from "./phrases.ts";
import type { ParsedQuantity } from "./quantity.ts";

/**
 * Reads a ratio that is written as the share who died: "1 in 5 die" is 4 others for each. Undefined for any other text.
 */
export function readShareWhoDied(text: string): ParsedQuantity | undefined {
  if (!DIED.test(text)) return undefined;
  return collect([], () => {
    const cursor = new Cursor(text, "share");
    const share = readNumbers(cursor);
    cursor.match(OF_CASUALTIES);
    const isShare = share.ends.every(({ sign, step }) => sign === "percent" || step.equals(ZERO));
    return cursor.match(lossAt) === "killed" && cursor.done && isShare ? perDead(share) : undefined;
  });
}

const DIED = /\b(?:dies?|died|dead|killed)\b/i;

/** The share must be of all casualties: "a fifth of the soldiers" would be a share of the force. */
const OF_CASUALTIES = phrases<true>({
  true: `
    of them|those
    of? all? the? casualties
    was|were|is|are`,
});

/** Whether a text is a bare share, which may be the share who died if a ratio was expected. */
export function isShareAlone(text: string): boolean {
  return (
    collect([], () => {
      const cursor = new Cursor(text, "share");
      const { ends } = readNumbers(cursor);
      return cursor.done && ends.every(({ step, sign }) => step.equals(ZERO) || sign === "percent");
    }) === true
  );
}

/** Others for each who died: (1 - share) ÷ share; undefined if nobody died. */
function perDead(share: ParsedQuantity): ParsedQuantity | undefined {
  const whole = share.sign === "percent" ? Rational.of(100) : ONE;
  if (share.low.equals(ZERO) || share.high.compare(whole) > 0) return undefined;
  const others = (part: Rational) => whole.minus(part).over(part);
  return {
    ...share,
    low: others(share.high),
    best: share.best && others(share.best),
    high: others(share.low),
    openLow: share.openHigh,
    openHigh: share.openLow,
    sign: "times",
  };
}
