import { refuse } from "../core/errors.ts";
import type { Stated, Tolerance } from "../core/expected.ts";
import type { Unit } from "../core/range.ts";
import { ONE, Rational } from "../core/rational.ts";
import { checkPeople, checkRatio, checkShare, hundredths, type ReadAs, tidy } from "./figure.ts";
import { plain, plainRange } from "./print.ts";
import type { Written } from "./quantity.ts";
import { LONGEST, readQuantity } from "./read-quantity.ts";
import { MARK } from "./sign.ts";
import { trying } from "./trying.ts";

/**
 * Reads a result as it is expected: people ("24,000-55,200"), losses per killed ("2-3") or a share
 * ("16.0%-36.8%", which may be above 100%), and to which digit it was written. Throws InputError.
 */
export function parseStated(text: string, unit: Unit, { counted }: ReadAs = {}): Stated {
  return trying(text, (spelling) => {
    const quantity = readQuantity(spelling, READ_AS[unit]);
    if (unit === "people") checkPeople(spelling, quantity, counted);
    else if (unit === "perKilled") checkRatio(spelling, quantity, "ratio");
    else checkShare(spelling, quantity, true);
    return statedOf(spelling, quantity);
  });
}

const READ_AS = { people: "figure", perKilled: "ratio", share: "share" } as const;

/** Reads a share as a report concludes it: also "1/3", "a fifth", "between a fifth and a third". */
export function parseClaimedShare(text: string): Stated {
  return trying(text, (spelling) => {
    const quantity = readQuantity(spelling, "claim");
    checkShare(spelling, quantity, true);
    return statedOf(spelling, quantity);
  });
}

function statedOf(text: string, quantity: Written): Stated {
  if (quantity.spread) refuseSpread(text, quantity);
  const take = hundredths(quantity);
  const steps = quantity.ends.map(({ step }) => take(step));
  const best = quantity.best && steps.pop();
  const [low = ONE, high = low] = steps;
  const { openLow, openHigh, approximate } = quantity;
  return {
    low: take(quantity.low),
    best: quantity.best && take(quantity.best),
    high: take(quantity.high),
    openLow,
    openHigh,
    approximate,
    text: tidy(text),
    step: { low, best, high },
  };
}

/** "28,000±500" may be the range that is expected, or one number and how far off it may be. */
function refuseSpread(text: string, { low, high, sign }: Written): never {
  const mark = sign ? MARK[sign] : "";
  const tries = [mark ? `${plain(low)}${mark}-${plain(high)}${mark}` : plainRange(low, high)];
  refuse({ code: "E-SPREAD", args: { because: "tolerance" }, text, start: 0, end: text.length, tries });
}

const POINTS = /\s*(?:percentage\s+)?(?:points?|pp)\s*$/i;

/**
 * Reads how far off a result may be: people ("500"), losses per killed ("0.1"), or a share's
 * points ("0.5 points"); or percent of a value that is no share ("1%"). Throws InputError.
 */
export function parseTolerance(text: string, unit: Unit): Tolerance {
  return trying(text, (spelling) => {
    // The pattern takes its time with long blanks; such a text is refused for its length.
    const points = spelling.length <= LONGEST && POINTS.test(spelling);
    const quantity = readQuantity(points ? spelling.replace(POINTS, "") : spelling, "tolerance");
    const { low: value, high, sign, openLow, openHigh, approximate } = quantity;
    const percent = sign === "percent";
    const fits = unit === "share" ? points && !sign : !points && sign !== "times";
    if (!fits || !value.equals(high) || openLow || openHigh || approximate) {
      const tries = unit === "share" ? [`${plain(value)} ${value.equals(ONE) ? "point" : "points"}`] : [];
      refuse({ code: "E-TOLERANCE", args: { unit }, text, start: 0, end: text.length, tries });
    }
    return { value: percent || points ? value.over(HUNDRED) : value, relative: percent, text: tidy(text) };
  });
}

const HUNDRED = Rational.of(100);
