import { type ComparedQuantity, countsMissingAsCaptured, type Subject } from "../../core/compare/quantities.ts";
import { capital } from "../capital.ts";

/** What a row or column is called: "captured or missing" if that is what every count of the captured says, and with brackets if some do. */
export function quantityName({ key, name }: ComparedQuantity, subjects: readonly Subject[]): string {
  const counting = subjects.filter(({ estimate }) => key === "captured" && estimate.scenario.captured);
  const pairs = counting.filter(countsMissingAsCaptured);
  if (pairs.length === 0) return name;
  return pairs.length === counting.length ? "captured or missing" : "captured (or missing)";
}

/** Begins a sentence with the name of a subject. The name of a past war to type is written as it is typed. */
export function beginningWith({ past, title }: Subject, text: string): string {
  return past && title === undefined ? text : capital(text);
}

/** What tables and headings call a subject. */
export function labelOf({ title, name }: Subject): string {
  return title ?? name;
}
