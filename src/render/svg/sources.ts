import { dateInWords } from "../date-words.ts";
import { attributed } from "../origin.ts";
import { type Cited, type Source, sourcesOf } from "../sources.ts";
import { shortList } from "./marks.ts";

/** "Sources: CSIS (27 January 2026); Ukraine (December 2025, claim)." It says so if some losses have no source. */
export function sourcesLine(cited: readonly Cited[]): string {
  const names = [...new Set(sourcesOf(cited).flatMap(nameOf))];
  if (names.length === 0) return "Source: not given.";
  const isPartial = cited.some(({ scenario }) =>
    attributed(scenario).some(([of, { source }]) => source === undefined && !of.startsWith("force")),
  );
  const line = `${names.length === 1 ? "Source" : "Sources"}: ${shortList(names)}.`;
  return isPartial ? `${line} Some figures have no source.` : line;
}

function nameOf(source: Source): string[] {
  const { who, asOf, kind } = source;
  if (who === undefined) return [];
  const remarks = [...(asOf === undefined ? [] : [dateInWords({ text: asOf })]), ...(kind ? [kind] : [])];
  return [remarks.length > 0 ? `${who} (${remarks.join(", ")})` : who];
}
