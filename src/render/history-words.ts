import type { HistoryRatio } from "../core/named.ts";
import type { Era } from "../record/scope.ts";
import { DEFINITION } from "./definitions.ts";

/** "past wars", or which of them are selected: "past wars from 1946 to 2000, whole wars alone". */
export function pastWarsInWords({ selected = [] }: Pick<HistoryRatio, "selected">): string {
  const eras = selected.flatMap(({ era }) => (era ? [` ${eraText(era)}`] : []));
  const kinds = selected.flatMap(({ scope = "", definition = "" }) => SCOPE[scope] ?? DEFINITION[definition] ?? []);
  return [`past wars${eras.join("")}`, ...kinds.map((kind) => `${kind} alone`)].join(", ");
}

const SCOPE: Readonly<Record<string, string>> = {
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
