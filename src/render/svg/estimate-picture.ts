import type { Estimate } from "../../core/estimate.ts";
import { exact } from "../../core/figure.ts";
import type { Range } from "../../core/range.ts";
import { compact, decimal, inWords, people, percent, significant } from "../../notation/print.ts";
import { capital } from "../capital.ts";
import { caveatSentences } from "../caveats.ts";
import { type OutlineRow, outlineOf } from "../outline.ts";
import { unsourcedQuotes } from "../quote/quote.ts";
import { isEstimated, sentenceOf } from "../sentence.ts";
import { keyOf, markOf } from "./marks.ts";
import { type Mark, type Picture, type RangeGroup, type RangeRow, tableOfGroups } from "./picture.ts";
import { sourcesLine } from "./sources.ts";

/** The losses by source and as a whole, next to the forces. */
export function estimatePicture(estimate: Estimate): Picture {
  const { scenario } = estimate;
  const losses = lossGroups(estimate);
  const groups = estimate.isDaily ? losses : [...losses, ...forceGroup(estimate)];
  const { name, side, asOf } = scenario;
  const limit = limitOf(estimate);
  return {
    title: name ?? (side ? `Losses of ${side}` : losses.at(-1)!.title),
    leads: [sentenceOf(estimate), ...unsourcedQuotes(estimate)],
    chart: { kind: "ranges", unit: estimate.isDaily ? "a day" : "people", groups, limit },
    key: [...keyOf(groups), ...keyOfLimit(limit)],
    caveats: caveatSentences(estimate.caveats),
    sources: [sourcesLine([{ scenario }]), ...(asOf ? [`As of ${asOf.text}.`] : [])],
    table: tableOfGroups(groups),
  };
}

/** Quantities that only repeat what the others say, or that are no losses. */
const LEFT_OUT = /^(?:others|recruits|balance|force|force at the end|further losses|pace)\b/;

/** Each loss in the rows that the table of the result has for it. */
function lossGroups(estimate: Estimate): RangeGroup[] {
  const groups = new Map<string, RangeRow[]>();
  for (const row of outlineOf(estimate).rows) {
    if (!row.people || LEFT_OUT.test(row.quantity)) continue;
    const rows = groups.get(row.quantity) ?? [];
    groups.set(row.quantity, rows);
    rows.push(barOf(row, row.people, estimate));
  }
  // A single row of a category is its whole.
  return [...groups].map(([quantity, rows]) => ({
    title: capital(quantity),
    rows: rows.map((row, at) => (at === rows.length - 1 ? { ...row, tone: "whole" } : row)),
  }));
}

/** How the figures of several sources became one, for readers who do not know the names of the rules. */
const RULES: Readonly<Record<string, string>> = {
  envelope: "Lowest to highest",
  overlap: "Where they overlap",
  sum: "Sum",
  change: "Change",
};

function barOf({ basis, ofForce = [] }: OutlineRow, value: Range, { isDaily, scenario }: Estimate): RangeRow {
  // As in the sentence, what is estimated from lists is never exact.
  const isSoft = isEstimated(scenario) && !scenario.list?.some(({ source }) => source === basis);
  const range = isSoft ? { ...value, approximate: true } : value;
  const print = isDaily ? decimal : range.approximate ? (value: Range["low"]) => people(significant(value, 3)) : people;
  const [share, ...more] = ofForce;
  const ofIt = share && more.length === 0 ? `, ${inWords({ ...share, best: undefined }, percent, "less")}` : "";
  const rule = RULES[basis];
  return {
    label: rule ?? basis,
    isOurs: rule !== undefined,
    mark: markOf(range),
    text: inWords(range, print) + ofIt,
    short: compact(range, print),
    tone: "part",
  };
}

/** The forces that the losses are compared with. */
function forceGroup({ shares }: Estimate): RangeGroup[] {
  const rows = shares.map(({ force }): RangeRow => {
    const size = exact(force.figure);
    const label = [force.label, force.source, force.asOf?.text].filter(Boolean).join(", ");
    return { label, mark: markOf(size), text: inWords(size, people), short: compact(size, people), tone: "force" };
  });
  return rows.length > 0 ? [{ title: rows.length > 1 ? "Forces" : "Force", rows }] : [];
}

/** An only force is also a line or a band that all bars can be compared with. */
function limitOf({ shares, isDaily }: Estimate): Mark | undefined {
  const [only, ...more] = isDaily ? [] : shares;
  return only && more.length === 0 ? markOf(exact(only.force.figure)) : undefined;
}

/** What the line or band is. */
function keyOfLimit(limit: Mark | undefined): string[] {
  if (!limit) return [];
  const { low, high, openLow, openHigh, approximate } = limit;
  if (low !== high) return ["The pale band: the force."];
  return [openLow || openHigh || approximate ? "The dashed line: the force." : "The upright line: the force."];
}
