import { dividedCategories } from "../core/given.ts";
import type { LossReport, Provenance, Report } from "../core/inputs.ts";
import { type NamedRatio, narrowed } from "../core/named.ts";
import { givenCategories, givenRatios, type Replacement, type Scenario } from "../core/scenario.ts";
import { namedOrigin, ratioName } from "./named.ts";

/**
 * Where the figures come from, for those that have more than a name: a kind, an address or a remark. Pages are added on
 * request.
 */
export function originLines(scenario: Scenario, withPages: boolean): string[] {
  const reported = attributed(scenario).flatMap(([input, { source, asOf, kind, url, note }]) => {
    if (!kind && !url && !note) return [];
    const who = [input, source, asOf?.text].filter(Boolean).join(", ");
    return `${who}${kind ? ` (${kind})` : ""}: ${[note, url].filter(Boolean).join(" ") || "no address given"}`;
  });
  const ratios = attributedRatios(scenario).map(
    ([input, named]) => `${input}, ${ratioName(named)}: ${namedOrigin(named, withPages)}`,
  );
  return [...reported, ...ratios];
}

/** Every figure that someone may be named for, by what it is a figure of. */
export function attributed(scenario: Scenario): [string, Provenance & Pick<Report, "kind">][] {
  const { killed = [], list = [], casualties = [], recruits = [], force: forces = [] } = scenario;
  return [
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
}

/** The ratios with a name. If one gives the killed from some categories, only its counts of these were used. */
export function attributedRatios(scenario: Scenario): [string, NamedRatio][] {
  const used = dividedCategories(scenario);
  return givenRatios(scenario).flatMap(([input, { named }]) => (named ? [[input, narrowed(named, used)]] : []));
}

/** What differs from the file: "ratio: 4 in place of 3". */
export function replacementLines(replaced: readonly Replacement[] = []): string[] {
  return replaced.map(({ input, from, to }) => {
    if (to === undefined) return `${input}: ${from} removed`;
    return from === undefined ? `${input}: ${to} added` : `${input}: ${to} in place of ${from}`;
  });
}
