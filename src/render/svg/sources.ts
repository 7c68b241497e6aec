import type { Attribution, Kind } from "../../core/inputs.ts";
import { givenCategories, type Scenario } from "../../core/scenario.ts";

/** More names than these are only counted, since the rows of the picture have them, too. */
const MOST = 8;

/** "Sources: CSIS (2026-01-27); Ukraine (2025-12, claim)." */
export function sourcesLine(scenarios: readonly Scenario[]): string {
  const names = [...new Set(scenarios.flatMap(reportsOf).flatMap(nameOf))];
  if (names.length === 0) return "Source: not given.";
  const more = names.length - MOST;
  const shown = more > 0 ? [...names.slice(0, MOST), `${more} more`] : names;
  return `${names.length === 1 ? "Source" : "Sources"}: ${shown.join("; ")}.`;
}

type Named = Attribution & { readonly kind?: Kind | undefined };

function reportsOf(scenario: Scenario): Named[] {
  const { killed = [], list = [], casualties = [], recruits = [], force = [] } = scenario;
  const categories = givenCategories(scenario).map(([, { source, asOf }]) => ({ source, asOf }));
  return [...killed, ...list, ...casualties, ...categories, ...recruits, ...force];
}

function nameOf({ source, asOf, kind }: Named): string[] {
  if (source === undefined) return [];
  const remarks = [asOf?.text, kind].filter((part) => part !== undefined);
  return [remarks.length > 0 ? `${source} (${remarks.join(", ")})` : source];
}

/** "As of 2022-03-16.", unless there is no date. */
export function dateLine({ asOf }: Scenario): string[] {
  return asOf ? [`As of ${asOf.text}.`] : [];
}
