import { isPairName } from "../../core/categories.ts";
import { countedReports, type Printed, whenPrinted } from "./attribution.ts";
import type { Missing } from "./form.ts";

/** What nobody gave, although readers ask it: whose losses these are, who says so, and when it was. */
export function missingFrom(all: readonly Printed[]): Missing[] {
  const present = all.filter(({ isPast }) => !isPast);
  const isOfOne = all.length === 1;
  const reports = present.flatMap(countedReports);
  const isAnySourceless = reports.some(({ source }) => source === undefined);
  const hasDate = (printed: Printed) =>
    whenPrinted(printed) !== undefined || countedReports(printed).some(({ asOf }) => asOf !== undefined);
  // A label that says what a count has takes the place of its source.
  const isLabel = reports.some(({ source }) => source !== undefined && isPairName(source));
  return [
    ...(isOfOne && all[0]!.estimate.scenario.side === undefined ? (["side"] as const) : []),
    ...(isAnySourceless && !isLabel ? [!isOfOne ? ("a side’s source" as const) : ("source" as const)] : []),
    ...(present.every(hasDate) ? [] : (["date"] as const)),
  ];
}
