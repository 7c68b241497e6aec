import { Rational } from "../core/rational.ts";
import { readBest, readNamed, readTriple } from "./best.ts";
import type { Cursor } from "./cursor.ts";
import { qualifiers } from "./end.ts";
import { isRateAt } from "./measure.ts";
import { qualifierAfter, qualifierBefore, vagueAt } from "./phrases.ts";
import type { ParsedQuantity } from "./quantity.ts";
import { readRange } from "./ranges.ts";
import { readSpread } from "./spread.ts";

/** Reads one number, a range, or low, best and high, in any form. Throws InputError. */
export function readNumbers(cursor: Cursor): ParsedQuantity {
  return readVague(cursor) ?? readNamed(cursor) ?? readBest(cursor, readRangeOrSpread(cursor));
}

function readRangeOrSpread(cursor: Cursor): ParsedQuantity {
  const quantity = readRange(cursor);
  const [first, other] = quantity.ends;
  if (!first || other) return quantity;
  return !isRateAt(cursor, first) && cursor.take("/")
    ? readTriple(cursor, first)
    : (readSpread(cursor, first) ?? quantity);
}

/** "dozens", "tens of thousands", "in the low thousands", also after "at least". */
function readVague(cursor: Cursor): ParsedQuantity | undefined {
  const start = cursor.at;
  const meanings = qualifiers(cursor, qualifierBefore);
  const floor = cursor.match(vagueAt);
  if (floor === undefined) {
    cursor.at = start;
    return undefined;
  }
  const after = qualifierAfter(cursor.tokens, cursor.at);
  if (after?.meaning === "above") cursor.at = after.next;
  if (meanings.includes("below")) {
    const end = cursor.endBefore(cursor.at);
    cursor.refuse({ code: "E-VAGUE", args: { found: cursor.text.slice(0, end).trim() }, start: 0, end });
  }
  const low = Rational.of(floor);
  const approximate = meanings.includes("about");
  return { low, high: low, openLow: false, openHigh: true, approximate, vague: true, ends: [] };
}
