import type { Range } from "../../core/range.ts";
import { Rational, ZERO } from "../../core/rational.ts";
import { inWords, type Print, plain } from "../../notation/print.ts";
import { digitsAsWords, inMillions } from "../number-word.ts";
import { ENDS, type End } from "./digits.ts";

const HUNDRED = Rational.of(100);

/** A percentage with all the digits that rounding has left: 99.9993% is not 100%. */
const percent: Print = (value) => `${plain(value.times(HUNDRED))}%`;

/** A number of people. Its best value is apart (see bestOf), and "0 to 6,000" are "up to 6,000". */
export function peopleInWords(range: Range, print: Print): string {
  return inMillions(digitsAsWords(bounded(range, print, "fewer")));
}

/** Whether a number of people is written as "one", "up to one" or "at least one". */
export function isOnePerson({ low, high, openHigh }: Range, print: Print): boolean {
  return print(high) === "1" && (low.equals(high) || (low.equals(ZERO) && !openHigh));
}

export function percentInWords(share: Range): string {
  return bounded(share, percent, "less");
}

function bounded(range: Range, print: Print, fewer: string): string {
  const { low, high, openHigh, approximate } = range;
  const ends = fromZero(range);
  const bare = { ...ends, best: undefined };
  // "At least about 6,000" does not read well.
  const isAbout = approximate && openHigh && !ends.openLow && print(low) === print(high);
  return isAbout ? `${inWords({ ...bare, openHigh: false }, print)} or more` : inWords(bare, print, fewer);
}

/** "Up to 6,000" instead of "0 to 6,000". */
export function fromZero(range: Range): Range {
  const { low, high, openHigh } = range;
  const isFromZero = low.equals(ZERO) && high.compare(ZERO) > 0 && !openHigh;
  return isFromZero ? { ...range, low: high, best: undefined, openLow: true } : range;
}

/** " (best 32,000)", or nothing. */
export function bestOf({ best }: Range, print: Print): string {
  return best ? ` (best ${print(best)})` : "";
}

/** The ends of a range that are printed as they are, or of the bound that is printed instead. */
export function endsSaid(range: Range, isBound: boolean): readonly End[] {
  const said = isBound ? boundOf(range) : range;
  return said === range ? ENDS : said.openHigh ? ["low"] : ["high"];
}

/** "at least 24,000", or "up to 55,200" if there is no low end to name. Any other range stays. */
export function boundOf(range: Range): Range {
  const { low, high, openLow, openHigh, approximate } = range;
  const hasFloor = !openLow && low.compare(ZERO) > 0;
  if (low.equals(high) || (!hasFloor && openHigh) || low.compare(ZERO) < 0) return range;
  return hasFloor
    ? { low, high: low, openLow: false, openHigh: true, approximate }
    : { low: high, high, openLow: true, openHigh: false, approximate };
}
