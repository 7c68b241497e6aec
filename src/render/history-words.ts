import type { Scope } from "../record/choices.ts";
import { type Era, parseCaseFilter } from "../record/scope.ts";
import { DEFINITION } from "./definitions.ts";

/**
 * "past wars", or which of them a name like history:1946-2000:war selects: "past wars from 1946 to 2000, whole
 * wars alone".
 */
export function historyInWords(name: string): string {
  const texts = name.toLowerCase().split(":").slice(1);
  const filters = texts.flatMap((text) => parseCaseFilter(text) ?? []);
  const eras = filters.flatMap(({ era }) => (era ? [` ${eraText(era)}`] : []));
  const kinds = filters.flatMap(({ scope, definition }) => [
    ...(scope ? [SCOPE[scope]] : []),
    ...(definition ? [DEFINITION[definition]!] : []),
  ]);
  return [`past wars${eras.join("")}`, ...kinds.map((kind) => `${kind} alone`)].join(", ");
}

const SCOPE: Readonly<Record<Scope, string>> = {
  war: "whole wars",
  theatre: "theatres of war",
  campaign: "campaigns",
  battle: "battles",
};

/** "since 1860", "until 1945", "from 1860 to 1982". */
export function eraText({ from, to }: Era): string {
  if (from === undefined) return `until ${to}`;
  if (to === undefined) return `since ${from}`;
  return from === to ? `in ${from}` : `from ${from} to ${to}`;
}
