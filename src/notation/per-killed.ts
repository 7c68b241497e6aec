import { closed, isExact, type Range } from "../core/range.ts";
import { ONE, Rational, ZERO } from "../core/rational.ts";
import { readAmount } from "./amount.ts";
import type { CountedPeople } from "./counted.ts";
import type { Cursor } from "./cursor.ts";
import { qualifiers } from "./end.ts";
import { readNumbers } from "./numbers.ts";
import { readPeople } from "./people.ts";
import { perAt, phrases, qualifierBefore, scaleAt } from "./phrases.ts";
import type { ParsedQuantity, WrittenQuantity } from "./quantity.ts";

/** Words for losses other than the killed, without a category: "four others for each killed". */
export const othersNamed = phrases<"others">({
  others: `
    others
    other losses|casualties`,
});

export const ratioOpens = phrases<"ratio">({ ratio: "a|the? ratio of" });

/**
 * Reads what makes a number of losses a ratio: "per killed", "for every soldier killed", ": 43,000 killed", or the
 * other way round, "1 killed for every 3 wounded". Undefined if the text continues differently.
 */
export function readPerKilled(
  cursor: Cursor,
  losses: ParsedQuantity,
  counted: CountedPeople | undefined,
): PerKilled | undefined {
  const start = cursor.at;
  const per = cursor.match(perAt);
  // People alone are not a loss: "3 Russians for every Ukrainian killed" is a ratio of two sides.
  const isOfPeople = counted?.as.length === 0;
  const isTotal =
    counted !== undefined && (counted.as.length > 1 ? counted.as.includes("killed") : counted.as[0] === "casualties");
  // "Three losses for each killed" may include the one who was killed.
  const isUnclear = isTotal && /loss|lost/i.test(cursor.text.slice(counted.start, counted.end));
  const isLosses = losses.sign !== "percent" && !losses.vague && !isUnclear && !isOfPeople && (per !== ":" || counted);
  const isKilledFirst = counted?.as.join() === "killed";
  const found =
    per && isLosses
      ? isKilledFirst
        ? readLosses(cursor, losses)
        : readKilled(cursor, per, losses, isTotal)
      : undefined;
  if (!found) cursor.at = start;
  return found;
}

/** A ratio, what was counted if that was said after the killed, and the counts that it was made of. */
type PerKilled = ParsedQuantity & Pick<WrittenQuantity, "counted" | "quotient">;

/** "3 wounded", after the killed. */
function readLosses(cursor: Cursor, killed: ParsedQuantity): PerKilled | undefined {
  const losses = readCount(cursor);
  const counted = readPeople(cursor);
  if (!losses || !counted || counted.isOneSide || counted.as.length === 0 || counted.as.includes("killed"))
    return undefined;
  return { ...quotient(cursor, losses, killed, counted.as[0] === "casualties"), counted };
}

/** "killed", "every soldier killed", "43,000 killed"; undefined if it is not about the killed. */
function readKilled(
  cursor: Cursor,
  per: "per" | "each" | ":",
  losses: ParsedQuantity,
  isTotal: boolean,
): PerKilled | undefined {
  const count = readCount(cursor);
  const people = readPeople(cursor);
  // "Three for each" says enough.
  const isStated = people
    ? people.as.join() === "killed" && !people.isOneSide
    : per === "each" && (!count || isOne(count));
  return isStated && (count || per !== ":") ? quotient(cursor, losses, count ?? exactly(ONE), isTotal) : undefined;
}

function readCount(cursor: Cursor): ParsedQuantity | undefined {
  const start = cursor.at;
  qualifiers(cursor, qualifierBefore);
  const isCount = readAmount(cursor.tokens, cursor.at, true, cursor.text) !== undefined;
  cursor.at = start;
  const count = isCount ? readNumbers(cursor) : readScale(cursor);
  return count?.sign === "percent" ? cursor.unexpected() : count;
}

/** "Per hundred killed". */
function readScale(cursor: Cursor): ParsedQuantity | undefined {
  const scale = cursor.match(scaleAt);
  return scale === undefined ? undefined : exactly(Rational.of(Number(scale)));
}

const exactly = (value: Rational): ParsedQuantity => ({ ...closed(value), ends: [] });

/** Losses per killed; casualties include the killed. */
function quotient(cursor: Cursor, losses: ParsedQuantity, killed: ParsedQuantity, isTotal: boolean): PerKilled {
  const isNobody = killed.low.equals(ZERO);
  if (isNobody || (isTotal && losses.high.compare(killed.low) < 0)) {
    const because = isNobody ? "nobody killed" : "fewer than killed";
    cursor.refuse({ code: "E-RATIO-FORM", args: { because }, start: 0, end: cursor.text.length });
  }
  const per = (loss: Rational, dead: Rational) => {
    const others = isTotal ? loss.minus(dead) : loss;
    return others.compare(ZERO) < 0 ? ZERO : others.over(dead);
  };
  const isKnown = ({ low, high, best }: ParsedQuantity) => best !== undefined || low.equals(high);
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
    ...(isOne(losses) || isOne(killed) || killed.ends.length === 0
      ? {}
      : { quotient: { losses: rangeOf(losses), killed: rangeOf(killed), includesKilled: isTotal } }),
  };
}

/** "One", as in "three for every one killed", is not a count of people. */
const isOne = (count: Range): boolean => isExact(count) && count.low.equals(ONE);

function rangeOf({ low, best, high, openLow, openHigh, approximate }: ParsedQuantity): Range {
  return { low, best, high, openLow, openHigh, approximate };
}
