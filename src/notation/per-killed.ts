import { collect } from "../core/errors.ts";
import { ONE, Rational, ZERO } from "../core/rational.ts";
import { readAmount } from "./amount.ts";
import { Cursor } from "./cursor.ts";
import { qualifiers } from "./end.ts";
import { readNumbers } from "./numbers.ts";
import { type CountedPeople, readPeople } from "./people.ts";
import { perAt, phrases, qualifierBefore } from "./phrases.ts";
import type { Quantity } from "./ranges.ts";

/** Losses other than the killed, which need no name of their own: "four others for each killed". */
export const othersNamed = phrases<"others">({
  others: `
    others
    other losses|casualties`,
});

export const ratioOpens = phrases<"ratio">({ ratio: "a|the? ratio of" });

/**
 * Reads what makes a number of losses one per killed: "per killed", "for every soldier killed", ": 43,000
 * killed". Undefined if the text goes on otherwise.
 */
export function readPerKilled(
  cursor: Cursor,
  losses: Quantity,
  counted: CountedPeople | undefined,
): Quantity | undefined {
  const start = cursor.at;
  const per = cursor.match(perAt);
  const isTotal = counted?.as.join() === "casualties";
  // "Three losses for each killed" may include the one who was killed.
  const isUnclear = isTotal && /loss|lost/i.test(cursor.text.slice(counted.start, counted.end));
  const isLosses = losses.sign !== "percent" && !losses.vague && !isUnclear && (per !== ":" || counted);
  const killed = per && isLosses ? readKilled(cursor, per) : undefined;
  if (!killed) {
    cursor.at = start;
    return undefined;
  }
  const isOne = killed.low.equals(ONE) && killed.high.equals(ONE);
  return isOne && !isTotal ? { ...losses, sign: "times" } : quotient(cursor, losses, killed, isTotal);
}

/** "killed", "every soldier killed", "43,000 killed"; undefined if it is not about the killed. */
function readKilled(cursor: Cursor, per: "per" | "each" | ":"): Quantity | undefined {
  const start = cursor.at;
  qualifiers(cursor, qualifierBefore);
  const isCount = readAmount(cursor.tokens, cursor.at, true, cursor.text) !== undefined;
  cursor.at = start;
  const count = isCount ? readNumbers(cursor) : undefined;
  const people = readPeople(cursor);
  if (people?.as.join() === "killed") return count ?? (per === ":" ? undefined : ONE_KILLED);
  // "Three for each" says enough.
  const isEach = per === "each" && !people && (!count || (count.low.equals(ONE) && count.high.equals(ONE)));
  return isEach ? ONE_KILLED : undefined;
}

const ONE_KILLED: Quantity = {
  low: ONE,
  high: ONE,
  openLow: false,
  openHigh: false,
  approximate: false,
  ends: [],
};

/** Losses per killed; casualties include the killed. */
function quotient(cursor: Cursor, losses: Quantity, killed: Quantity, isTotal: boolean): Quantity {
  const isNobody = killed.low.equals(ZERO);
  if (isNobody || (isTotal && losses.high.compare(killed.low) < 0)) {
    const because = isNobody ? "nobody killed" : "fewer than killed";
    cursor.refuse({ code: "E-RATIO-FORM", args: { because }, start: 0, end: cursor.text.length });
  }
  const per = (loss: Rational, dead: Rational) => {
    const others = isTotal ? loss.minus(dead) : loss;
    return others.compare(ZERO) < 0 ? ZERO : others.over(dead);
  };
  const isKnown = ({ low, high, best }: Quantity) => best !== undefined || low.equals(high);
  const hasBest = (losses.best ?? killed.best) && isKnown(losses) && isKnown(killed);
  return {
    low: per(losses.low, killed.high),
    best: hasBest ? per(losses.best ?? losses.low, killed.best ?? killed.low) : undefined,
    high: per(losses.high, killed.low),
    openLow: losses.openLow || killed.openHigh,
    openHigh: losses.openHigh || killed.openLow,
    approximate: losses.approximate || killed.approximate,
    sign: "times",
    ends: [...losses.ends, ...killed.ends],
  };
}

/** Reads a ratio said as the share who died: "1 in 5 die" is 4 others for each; undefined for any other text. */
export function readShareWhoDied(text: string): Quantity | undefined {
  if (!DIED.test(text)) return undefined;
  return collect([], () => {
    const cursor = new Cursor(text, "share");
    const share = readNumbers(cursor);
    cursor.match(OF_THEM);
    const people = readPeople(cursor);
    const isShare = share.ends.every(({ sign, step }) => sign === "percent" || step.equals(ZERO));
    if (!cursor.done || !isShare || people?.as.join() !== "killed") return undefined;
    return perDead(share);
  });
}

const DIED = /\b(?:dies?|died|dead|killed)\b/i;

const OF_THEM = phrases<true>({ true: "of them|those" });

/** A bare share where a ratio is read, which may be that of the dead. */
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
function perDead(share: Quantity): Quantity | undefined {
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
