import { attributed } from "../origin.ts";
import { type Cited, type Source, sourcesOf } from "../sources.ts";
import { shortList } from "./marks.ts";

/** "Sources: CSIS (2026-01-27); Ukraine (2025-12, claim)." It says so if some losses have no source. */
export function sourcesLine(cited: readonly Cited[]): string {
  const names = [...new Set(sourcesOf(cited).flatMap(nameOf))];
  if (names.length === 0) return "Source: not given.";
  const isPartial = cited.some(({ scenario }) =>
    attributed(scenario).some(([of, { source }]) => source === undefined && !of.startsWith("force")),
  );
  const line = `${names.length === 1 ? "Source" : "Sources"}: ${shortList(names)}.`;
  return isPartial ? `${line} Some figures have no source.` : line;
}

function nameOf({ who, asOf, kind }: Source): string[] {
  if (who === undefined) return [];
  const remarks = [asOf, kind].filter((remark) => remark !== undefined);
  return [remarks.length > 0 ? `${who} (${remarks.join(", ")})` : who];
}
