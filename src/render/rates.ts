import type { AsOf } from "../core/dates.ts";
import type { Estimate } from "../core/estimate.ts";
import { oneOf } from "../core/units.ts";
import { inWords } from "../notation/print.ts";
import { datesBetween } from "./date-words.ts";
import { digitsAsWords } from "./number-word.ts";
import { printOf } from "./quantity.ts";
import { inDays } from "./quantity-words.ts";

/** A result of an estimate, by the name of its quantity: "1,382", "three". */
export function resultInWords(name: string, { solution }: Estimate): string {
  return digitsAsWords(inWords(solution.get(name)!, printOf(name)));
}

/** " from 1 to 31 May 2024", or " over 91 days", if the losses a day are asked for. */
export function periodOf(estimate: Estimate): string {
  if (!estimate.asked.includes("losses a day")) return "";
  const dates = periodDates(estimate);
  return dates ? ` ${datesBetween(...dates)}` : ` over ${inDays(resultInWords("days", estimate))}`;
}

/** The first and the last date of the losses, if both are known. */
export function periodDates({ scenario, combinations }: Estimate): readonly [AsOf, AsOf] | undefined {
  const change = combinations.find(({ rule }) => rule === "change");
  if (change) return [change.used[0]!.asOf!, change.used.at(-1)!.asOf!];
  const { start, end, days, asOf } = scenario;
  const last = end ?? (days ? undefined : asOf);
  return start && last ? [start, last] : undefined;
}

/** "1,382 a day, and 53.4 per km2". */
export function ratesOf(estimate: Estimate, period = "", isPaceSaid = false): string | undefined {
  const { asked, scenario } = estimate;
  const rates = [
    ...(asked.includes("losses a day") && !isPaceSaid
      ? [`${resultInWords("losses a day", estimate)} a day${period}`]
      : []),
    ...(scenario.per ? [`${resultInWords("losses per unit", estimate)} per ${oneOf(scenario.per.unit)}`] : []),
  ];
  return rates.length > 0 ? rates.join(", and ") : undefined;
}

/** Whether all losses are given, and the only question is how many they are a day or for each of something. */
export function isRateAsked({ solution, asked, shares, combinations }: Estimate): boolean {
  const isTotal = combinations.some(({ of }) => of === "casualties") && !solution.get("killed");
  return isTotal && shares.length === 0 && !asked.includes("force");
}
