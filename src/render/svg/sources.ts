import { type Cited, namesOf, type Source, sourcesOf } from "../sources.ts";

/** More names than these are only counted, since the rows of the picture have them, too. */
const MOST = 8;

/** "Sources: CSIS (2026-01-27); Ukraine (2025-12, claim)." */
export function sourcesLine(cited: readonly Cited[]): string {
  const names = [...new Set(sourcesOf(cited, false).flatMap(nameOf))];
  if (names.length === 0) return "Source: not given.";
  const more = names.length - MOST;
  const shown = more > 0 ? [...names.slice(0, MOST), `${more} more`] : names;
  return `${names.length === 1 ? "Source" : "Sources"}: ${shown.join("; ")}.`;
}

function nameOf(source: Source): string[] {
  const [who, ...remarks] = [...namesOf(source), ...(source.kind ? [source.kind] : [])];
  if (source.who === undefined || who === undefined) return [];
  return [remarks.length > 0 ? `${who} (${remarks.join(", ")})` : who];
}
