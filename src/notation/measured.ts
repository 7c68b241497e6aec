import type { ExpectedKind } from "../core/errors.ts";
import type { Amount } from "../core/figure.ts";
import { ZERO } from "../core/rational.ts";
import { checkDot, checkSize, rangeWithText, refuseVague } from "./figure.ts";
import type { WrittenQuantity } from "./quantity.ts";
import { readMeasured, refuseWords } from "./read-quantity.ts";
import { readWithTries } from "./tries.ts";

/** Reads an amount of something, with its unit: "2,356 km2", "14 million roubles". Throws InputError. */
export function parseAmount(text: string): Amount {
  return readWithTries(text, (spelling) => amountOf(spelling, readMeasured(spelling, "amount"), "amount"));
}

/** A quantity as an amount above zero. Throws InputError. */
export function amountOf(text: string, quantity: WrittenQuantity, expected: ExpectedKind): Amount {
  const { unit } = quantity.measure ?? {};
  if (quantity.vague) refuseVague(text);
  if (quantity.sign || quantity.low.equals(ZERO)) refuseWords(text, expected);
  if (unit === undefined) return refuseWords(text, expected, "bare");
  for (const end of quantity.ends) checkDot(text, end, quantity.ends);
  checkSize(text, quantity);
  return { ...rangeWithText(text, quantity, (value) => value), unit };
}
