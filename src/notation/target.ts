import type { Target } from "../core/figure.ts";
import { ONE, ZERO } from "../core/rational.ts";
import { figureOf } from "./figure.ts";
import { amountOf } from "./measured.ts";
import { isPart, type WrittenQuantity } from "./quantity.ts";
import { readMeasured, refuseMeasure, refuseWords } from "./read-quantity.ts";
import { shareOfForce } from "./shares.ts";
import { readWithTries } from "./tries.ts";

/**
 * Reads how far losses are to go: a share of the force ("100%", "a third"), a number of people ("50,000 out of
 * action") or an amount ("486,000 km2"), above zero. Throws InputError.
 */
export function parseTarget(text: string): Target {
  return readWithTries(text, (spelling) => {
    const quantity = readMeasured(spelling, "target");
    const target = targetOf(spelling, quantity);
    if (quantity.low.equals(ZERO)) refuseWords(spelling, "target");
    return target;
  });
}

function targetOf(text: string, quantity: WrittenQuantity): Target {
  const { measure } = quantity;
  if (measure?.unit !== undefined) return { of: "amount", amount: amountOf(text, quantity, "target") };
  if (measure?.per === "day" || measure?.per === "force and day") refuseMeasure(text, quantity, "target");
  if (measure || isShare(quantity)) return { of: "force", share: shareOfForce(text, quantity, "target") };
  return { of: "people", figure: figureOf(text, quantity, "casualties") };
}

/** "0.5" is a share, and a bare 1 may be one too. */
function isShare({ ends, high, sign, counted, vague }: WrittenQuantity): boolean {
  const isSmall = high.compare(ONE) <= 0 && !counted && !sign && !vague;
  return isSmall || ends.some(isPart);
}
