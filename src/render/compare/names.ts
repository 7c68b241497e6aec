import { isPairName } from "../../core/categories.ts";
import type { ComparedQuantity, Subject } from "../../core/compare/quantities.ts";

/** What a row or column is called: "captured or missing" if that is what every count of the captured says. */
export function quantityName({ key, name }: ComparedQuantity, subjects: readonly Subject[]): string {
  const counts = subjects.flatMap(({ estimate }) => (key === "captured" ? (estimate.scenario.captured ?? []) : []));
  const isPair = counts.length > 0 && counts.every(({ source }) => source !== undefined && isPairName(source));
  return isPair ? "captured or missing" : name;
}
