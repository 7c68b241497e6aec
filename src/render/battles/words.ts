import type { Range, Unit } from "../../core/range.ts";
import { ONE, Rational, ZERO } from "../../core/rational.ts";
import { inWords, type Print, RESULT } from "../../notation/print.ts";
import type { BattleRank, Ranked } from "../../record/battle-ranks.ts";
import { capital } from "../capital.ts";

/** What is ranked: its unit, and its name in tables. */
export const RANKED_AS: Readonly<Record<Ranked, { readonly unit: Unit; readonly name: string }>> = {
  share: { unit: "share", name: "share lost" },
  perThousandPerDay: { unit: "perThousand", name: "per 1,000 a day" },
};

const HUNDRED = Rational.of(100);

/** Whether a value is below or above all sides, so that it has no percentile. */
const isOutside = (below: Rational) => below.equals(ZERO) || below.equals(ONE);

/** A percentile as a whole number. Only what is below or above all sides is 0 or 100. */
export const percentile: Print = (below) => {
  if (isOutside(below)) return below.times(HUNDRED).toFixed(0);
  return String(Math.min(Math.max(Number(below.times(HUNDRED).round()), 1), 99));
};

/** "16.0% to 36.8% lost is between the 39th and the 83rd percentile: a higher share than 39% to 83% of 93 sides in past battles lost." */
export function rankSentence({ of, value, below, points: { p10, p50, p90 } }: BattleRank, sides: number): string {
  const print = RESULT[RANKED_AS[of].unit];
  const [what, more, lost] = (
    {
      share: ["lost", "a higher share than", "lost"],
      perThousandPerDay: ["per 1,000 a day", "more than", "lost a day"],
    } as const
  )[of];
  const subject = capital(inWords(value, print, "less"));
  return `${subject} ${what} is ${placeInWords(below)}: ${more} ${partInWords(below)} of ${sides} sides in past battles ${lost}. Half of them lost less than ${print(p50)}, and the middle 80% lost ${print(p10)} to ${print(p90)}.`;
}

/** "at the 39th percentile", "between the 39th and the 83rd percentile", "from below all of them to the 83rd percentile". */
function placeInWords({ low, high, openLow, openHigh }: Range): string {
  const [first, last] = [place(low), place(high)];
  const lower = openLow ? " (or lower)" : "";
  const higher = openHigh ? " (or higher)" : "";
  if (first === last) return `${isOutside(low) ? "" : "at "}${first}${lower}${higher}`;
  if (isOutside(low) || isOutside(high)) return `from ${first}${lower} to ${last}${higher}`;
  return `between ${first.replace(" percentile", "")}${lower} and ${last}${higher}`;
}

/** "39% (or less) to 83%", "48% (or more)". */
function partInWords({ low, high, openLow, openHigh }: Range): string {
  const [first, last] = [percentile(low), percentile(high)];
  const less = openLow ? " (or less)" : "";
  const more = openHigh ? " (or more)" : "";
  return first === last ? `${first}%${less}${more}` : `${first}%${less} to ${last}%${more}`;
}

function place(below: Rational): string {
  if (isOutside(below)) return below.equals(ZERO) ? "below all of them" : "above all of them";
  return `the ${ordinal(percentile(below))} percentile`;
}

const ENDINGS: Readonly<Record<string, string>> = { 1: "st", 2: "nd", 3: "rd" };

function ordinal(digits: string): string {
  return digits + ((/^1\d$/.test(digits) ? undefined : ENDINGS[digits.at(-1)!]) ?? "th");
}
