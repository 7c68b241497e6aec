import { dividedCategories } from "../core/given.ts";
import type { LossReport, Provenance, Report } from "../core/inputs.ts";
import { narrowed } from "../core/named.ts";
import { givenCategories, givenRatios, type Replacement, type Scenario } from "../core/scenario.ts";
import { namedOrigin, ratioName } from "./named.ts";

/**
 * Where the figures come from, for those that have more than a name: a kind, an address or a remark. Pages are added on
 * request.
 */
export function originLines(scenario: Scenario, withPages: boolean): string[] {
  const { killed = [], list = [], casualties = [], recruits = [], force: forces = [] } = scenario;
  const figures: [string, Provenance & Pick<Report, "kind">][] = [
    ...killed.map((report): [string, LossReport] => ["killed", report]),
    ...list.map((report): [string, LossReport] => ["list", report]),
    ...casualties.map((report): [string, LossReport] => ["casualties", report]),
    ...givenCategories(scenario).map(([category, { source, asOf, url, note }]): [string, Provenance] => [
      category,
      { source, asOf, url, note },
    ]),
    ...recruits.map((report): [string, LossReport] => ["recruits", report]),
    ...forces.map(({ label, ...force }): [string, Provenance] => [label ? `force (${label})` : "force", force]),
  ];
  const reported = figures.flatMap(([input, { source, asOf, kind, url, note }]) => {
    if (!kind && !url && !note) return [];
    const who = [input, source, asOf?.text].filter(Boolean).join(", ");
    return `${who}${kind ? ` (${kind})` : ""}: ${[note, url].filter(Boolean).join(" ") || "no address given"}`;
  });
  // If a ratio gives the killed from some categories, only its counts of these were used.
  const used = dividedCategories(scenario);
  const ratios = givenRatios(scenario).flatMap(([input, { named }]) =>
    named ? [`${input}, ${ratioName(named)}: ${namedOrigin(narrowed(named, used), withPages)}`] : [],
  );
  return [...reported, ...ratios];
}

/** What differs from the file: "ratio: 4 in place of 3". */
export function replacementLines(replaced: readonly Replacement[] = []): string[] {
  return replaced.map(({ input, from, to }) => {
    if (to === undefined) return `${input}: ${from} removed`;
    return from === undefined ? `${input}: ${to} added` : `${input}: ${to} in place of ${from}`;
  });
}
