import type { Days } from "../core/figure.ts";
import { ONE, ZERO } from "../core/rational.ts";
import { checkDot, checkSize, rangeWithText, refuseVague } from "./figure.ts";
import { readMeasured, refuseWords } from "./read-quantity.ts";
import { readWithTries } from "./tries.ts";

/** Reads a period in days: "90", "3 months", "4.4 years". A month is 30 days and a year 365. Throws InputError. */
export function parseDays(text: string): Days {
  return readWithTries(text, (spelling) => {
    const quantity = readMeasured(spelling, "days");
    if (quantity.vague) refuseVague(spelling);
    if (quantity.sign || quantity.low.equals(ZERO)) refuseWords(spelling, "days");
    for (const end of quantity.ends) checkDot(spelling, end, quantity.ends);
    checkSize(spelling, quantity);
    const factor = quantity.measure?.factor ?? ONE;
    return rangeWithText(spelling, quantity, (value) => value.times(factor));
  });
}
