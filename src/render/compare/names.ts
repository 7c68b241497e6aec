import { isPairName } from "../../core/categories.ts";
import type { ComparedQuantity, Subject } from "../../core/compare/quantities.ts";
import { withArticle } from "../article.ts";
import { withoutBrackets } from "../remark.ts";

/** What a row or column is called: "captured or missing" if that is what every count of the captured says. */
export function quantityName({ key, name }: ComparedQuantity, subjects: readonly Subject[]): string {
  const counts = subjects.flatMap(({ estimate }) => (key === "captured" ? (estimate.scenario.captured ?? []) : []));
  const isPair = counts.length > 0 && counts.every(({ source }) => source !== undefined && isPairName(source));
  return isPair ? "captured or missing" : name;
}

/** A past war in a sentence, by its belligerent and its title: "the United States (Korean War, 1950-1953)". */
export function pastWarName(belligerent: string, title: string): string {
  const [side = ""] = withoutBrackets(belligerent).split(", ");
  return withArticle(`${side} (${withoutBrackets(title).slice(side.length + 2)})`);
}
