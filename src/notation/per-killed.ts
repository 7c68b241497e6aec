import { collect } from "../core/errors.ts";
import { ONE, Rational, ZERO } from "../core/rational.ts";
import { readAmount } from "./amount.ts";
import { Cursor } from "./cursor.ts";
import { type CountedPeople, readPeople } from "./people.ts";
import { phrases } from "./phrases.ts";
import { type Quantity, readRange } from "./ranges.ts";

/** What joins losses and the killed: "3 per killed", "three wounded for every soldier killed". */
const PER = phrases<"per" | "each" | ":">({
  per: "per",
  each: "for|to each|every",
  ":": ":",
});

const OTHERS = phrases<true>({ true: "others|other losses?" });

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
  if (cursor.expected !== "ratio" && cursor.expected !== "loss") return undefined;
  cursor.match(OTHERS);
  const per = cursor.match(PER);
  if (!per || losses.sign === "percent" || losses.vague || (per === ":" && !counted)) return undefined;
  const isCount = readAmount(cursor.tokens, cursor.at, true, cursor.text) !== undefined;
  const killed = isCount ? readRange(cursor) : undefined;
  const people = readPeople(cursor);
  const isOne = !killed || (killed.low.equals(ONE) && killed.high.equals(ONE));
  // "Three for each" says enough; 43,000 must be said to be killed.
  if (people ? people.as.join() !== "killed" : per !== "each" || !isOne) return undefined;
  if (per === ":" && !killed) return undefined;
  const isTotal = counted?.as.join() === "casualties";
  return isOne && !isTotal ? { ...losses, sign: "times" } : quotient(cursor, losses, killed ?? ONE_KILLED, isTotal);
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
  const per = (loss: Rational, dead: Rational) => (isTotal ? loss.minus(dead) : loss).over(dead);
  if (killed.low.equals(ZERO) || (isTotal && losses.low.compare(killed.high) < 0)) {
    const span = { start: 0, end: cursor.text.length };
    cursor.refuse({
      code: "E-RATIO-FORM",
      args: { because: isTotal ? "fewer than killed" : "nobody killed" },
      ...span,
    });
  }
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
    const share = readRange(cursor);
    const people = readPeople(cursor);
    const isShare = share.ends.every(({ sign, step }) => sign === "percent" || step.equals(ZERO));
    if (!cursor.done || !isShare || people?.as.join() !== "killed") return undefined;
    return perDead(share);
  });
}

const DIED = /\b(?:dies?|died|dead|killed|fatal)\W*$/i;

/** A bare share where a ratio is read, which may be that of the dead. */
export function isShareAlone(text: string): boolean {
  return (
    collect([], () => {
      const cursor = new Cursor(text, "share");
      const { ends } = readRange(cursor);
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
