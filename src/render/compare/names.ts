import { type ComparedQuantity, countsMissingAsCaptured, type Subject } from "../../core/compare/quantities.ts";
import { withArticle } from "../article.ts";
import { withoutBrackets } from "../remark.ts";

/** What a row or column is called: "captured or missing" if that is what every count of the captured says, and with brackets if some do. */
export function quantityName({ key, name }: ComparedQuantity, subjects: readonly Subject[]): string {
  const counting = subjects.filter(({ estimate }) => key === "captured" && estimate.scenario.captured);
  const pairs = counting.filter(countsMissingAsCaptured);
  if (pairs.length === 0) return name;
  return pairs.length === counting.length ? "captured or missing" : "captured (or missing)";
}

/** A past war in a sentence, by its belligerent and its title: "the United States (Korean War, 1950-1953)". */
export function pastWarName(belligerent: string, title: string): string {
  const [side = ""] = withoutBrackets(belligerent).split(", ");
  return withArticle(`${side} (${withoutBrackets(title).slice(side.length + 2)})`);
}
