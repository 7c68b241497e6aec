import type { AsOf } from "../../core/dates.ts";
import type { Estimate } from "../../core/estimate.ts";
import { decimal, inWords } from "../../notation/print.ts";
import { dateInWords, datesBetween } from "../date-words.ts";
import { digitsAsWords } from "../number-word.ts";
import { inDays } from "../quantity-words.ts";
import { periodDates } from "../rates.ts";

/** When the losses occurred, or as of when they are counted, and the dates that this says. */
export interface When {
  readonly text: string;
  readonly dates: readonly string[];
  /** It is the number up to a day: it "had been" reached by then. */
  readonly isTotal: boolean;
}

/**
 * "from 1 to 31 May 2024", "over 90 days", or "as of 16 March 2022" if no period is known. Undefined if nothing is. The
 * date is that of all reports, or else that of the scenario.
 */
export function whenOf(estimate: Estimate, reported: readonly (AsOf | undefined)[]): When | undefined {
  const period = periodDates(estimate);
  if (period) return { text: datesBetween(...period), dates: period.map(({ text }) => text), isTotal: false };
  const { start, end, days, asOf } = estimate.scenario;
  const [common, another] = new Map(reported.map((date) => [date?.text, date])).values();
  const date = asOf ?? (another ? undefined : common);
  const known = days && estimate.solution.get("days");
  if (!known) return date && { text: `as of ${dateInWords(date)}`, dates: [date.text], isTotal: true };
  const length = `over ${inDays(digitsAsWords(inWords(known, decimal)))}`;
  const [word, own] = start ? ["from", start] : end ? ["to", end] : ["as of", date];
  if (!own) return { text: length, dates: [], isTotal: false };
  return { text: `${length} ${word} ${dateInWords(own)}`, dates: [own.text], isTotal: word === "as of" };
}
