import type { AsOf } from "../../core/dates.ts";
import type { Estimate } from "../../core/estimate.ts";
import { decimal, inWords } from "../../notation/print.ts";
import { dateInWords } from "../date-words.ts";
import { digitsAsWords } from "../number-word.ts";
import { inDays } from "../quantity-words.ts";

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
  const { scenario, combinations } = estimate;
  const change = combinations.find(({ rule }) => rule === "change");
  if (change) return between(change.used[0]!.asOf!, change.used.at(-1)!.asOf!);
  const { start, end, days, asOf } = scenario;
  const last = end ?? (days ? undefined : asOf);
  if (start && last) return between(start, last);
  const [common, another] = new Map(reported.map((date) => [date?.text, date])).values();
  const date = another ? asOf : (common ?? asOf);
  const known = days && estimate.solution.get("days");
  if (!known) return date && { text: `as of ${dateInWords(date)}`, dates: [date.text], isTotal: true };
  const length = `over ${inDays(digitsAsWords(inWords(known, decimal)))}`;
  const [word, own] = start ? ["from", start] : end ? ["to", end] : ["as of", date];
  if (!own) return { text: length, dates: [], isTotal: false };
  return { text: `${length} ${word} ${dateInWords(own)}`, dates: [own.text], isTotal: word === "as of" };
}

/** "from 1 to 31 May 2024", "in May 2024", "on 1 May 2024": what two dates share is said once. */
function between(first: AsOf, last: AsOf): When {
  const dates = [first.text, last.text];
  if (first.text === last.text)
    return { text: `${first.from === first.to ? "on" : "in"} ${dateInWords(first)}`, dates, isTotal: false };
  const [from, to] = dates.map((text) => text.split("-")) as [string[], string[]];
  const isAlike = from.length === to.length;
  const isOneMonth = isAlike && from.length === 3 && from[0] === to[0] && from[1] === to[1];
  const isOneYear = isAlike && from.length > 1 && from[0] === to[0];
  const words = dateInWords(first).split(" ");
  const shared = isOneMonth ? 2 : isOneYear ? 1 : 0;
  return {
    text: `from ${words.slice(0, words.length - shared).join(" ")} to ${dateInWords(last)}`,
    dates,
    isTotal: false,
  };
}
