import type { AsOf } from "../../core/dates.ts";
import { dateInWords } from "../date-words.ts";
import { list } from "../list.ts";
import { ratioName } from "../named.ts";
import { attributed, attributedRatios } from "../origin.ts";
import { type Cited, RECORD_OF_WARS, reportedBy, type Source } from "../sources.ts";
import { shortList } from "./marks.ts";

/** Who says so, and the date of all figures, unless every source has just that date in its brackets. */
export function sourceLines(cited: readonly Cited[], date: AsOf | undefined): string[] {
  const line = sourcesLine(cited);
  const isSaid =
    !isPartial(cited) && reportedBy(cited).every(({ who, asOf }) => who !== undefined && asOf === date?.text);
  return [line, ...(date && !isSaid ? [`As of ${dateInWords(date)}.`] : [])];
}

/**
 * "Sources: CSIS (as of 27 January 2026); Ukraine (as of December 2025, claim). Ratio: Israel, Six-Day War, 1967." It says so if some
 * losses have no source. A past war that a ratio is from says nothing of these losses.
 */
function sourcesLine(cited: readonly Cited[]): string {
  return [lossesLine(cited), ...ratiosLine(cited)].join(" ");
}

function lossesLine(cited: readonly Cited[]): string {
  const names = [...new Set(reportedBy(cited).flatMap(nameOf))];
  if (names.length === 0) return "Source: not given.";
  const line = `${names.length === 1 ? "Source" : "Sources"}: ${shortList(names)}.`;
  return isPartial(cited) ? `${line} Some figures have no source.` : line;
}

/** Whether some losses have no source. */
function isPartial(cited: readonly Cited[]): boolean {
  return cited.some(({ scenario }) =>
    attributed(scenario).some(([of, { source }]) => source === undefined && !of.startsWith("force")),
  );
}

/** "Ratio (army): Soviet Union, Winter War, 1939-1940."; whose it is, unless it is that of all. */
function ratiosLine(cited: readonly Cited[]): string[] {
  const subjects = new Map<string, Set<string>>();
  for (const { name, scenario } of cited)
    for (const [, named] of attributedRatios(scenario)) {
      const origin = named.kind === "case" ? (named.title ?? ratioName(named)) : RECORD_OF_WARS;
      subjects.set(origin, (subjects.get(origin) ?? new Set()).add(name ?? ""));
    }
  return [...subjects].map(([origin, names]) => {
    const of = names.size < cited.length ? ` (${list([...names])})` : "";
    return `Ratio${of}: ${origin}.`;
  });
}

function nameOf(source: Source): string[] {
  const { who, asOf, kind } = source;
  if (who === undefined) return [];
  const remarks = [...(asOf === undefined ? [] : [`as of ${dateInWords({ text: asOf })}`]), ...(kind ? [kind] : [])];
  return [remarks.length > 0 ? `${who} (${remarks.join(", ")})` : who];
}
