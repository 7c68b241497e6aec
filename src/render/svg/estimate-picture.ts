import type { Estimate } from "../../core/estimate.ts";
import { exact } from "../../core/figure.ts";
import type { Range } from "../../core/range.ts";
import { decimal, inWords, people, percent } from "../../notation/print.ts";
import { withArticle } from "../article.ts";
import { capital } from "../capital.ts";
import { caveatSentences } from "../caveats.ts";
import { dateInWords } from "../date-words.ts";
import { attributed } from "../origin.ts";
import { type OutlineRow, outlineOf } from "../outline.ts";
import { assumptionOf } from "../quote/assumption.ts";
import { basisOf } from "../quote/basis.ts";
import { answerAlone, isEstimated, roughPercent, saysCasualties, sentenceOf } from "../sentence.ts";
import { asPrecise, rangeLabel, withDatesInWords, withoutEnds } from "./labels.ts";
import { keyOf, markOf } from "./marks.ts";
import { type Mark, type Picture, type RangeGroup, type RangeLabel, type RangeRow, tableOfGroups } from "./picture.ts";
import { sourceLines } from "./sources.ts";

/** The losses by source and as a whole, next to the forces. */
export function estimatePicture(estimate: Estimate): Picture {
  const { scenario } = estimate;
  const caveats = (all: Estimate["caveats"]) =>
    caveatSentences(all, { isForReaders: true }).map((text) => withDatesInWords(text));
  const losses = lossGroups(estimate);
  const groups = estimate.isDaily ? losses : [...losses, ...forceGroup(estimate)];
  const { name, note, side, asOf } = scenario;
  const limit = limitOf(estimate);
  return {
    title: name ?? (side ? `Losses of ${withArticle(side)}` : losses.at(-1)!.title),
    leads: leadsOf(estimate),
    chart: { kind: "ranges", unit: estimate.isDaily ? "a day" : "people", groups, limit },
    key: keyOf(groups, limit),
    caveats: caveats(estimate.caveats),
    kept: caveats(estimate.caveats.filter(({ code }) => code === "LEFT_OUT")),
    notes: note === undefined ? [] : [`Note: ${note}`],
    sources: sourceLines([{ scenario }], asOf),
    table: tableOfGroups(groups),
  };
}

/** The sentences of the result; then its answer with what it takes; then the same without the shares, which are at the bars. */
function leadsOf(estimate: Estimate): string[] {
  const { solution, shares } = estimate;
  const assumption = assumptionOf([{ estimate, basis: basisOf(["out of action"], solution) }]);
  const withAssumption = (answer: string) =>
    assumption === undefined || answer.includes(", if ") ? `${answer}.` : `${answer}, ${assumption}.`;
  // What an estimate calculates on demand is not copied.
  const { asked, covers } = estimate;
  const bare = shares.length > 0 ? [{ ...estimate, asked, covers, shares: [] }] : [];
  return [sentenceOf(estimate), ...[estimate, ...bare].map((each) => withAssumption(answerAlone(each)))];
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
  const all = saysCasualties(estimate) ? "casualties" : "out of action";
  // A single row of a category is its whole.
  const { killed, list, casualties } = estimate.scenario;
  const reported = [...(killed || list ? ["killed"] : []), ...(casualties ? ["out of action"] : [])];
  return [...groups].map(([quantity, rows]) => ({
    // Nobody said what is calculated from it.
    isMain: reported.includes(quantity),
    title: capital(quantity.replace(/^out of action/, all)),
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

function barOf(
  { basis, who = basis, ofForce = [] }: OutlineRow,
  value: Range,
  { isDaily, scenario }: Estimate,
): RangeRow {
  // As in the sentence, what is estimated from lists is never exact.
  const isSoft = isEstimated(scenario) && !scenario.list?.some(({ source }) => source === basis);
  const range = isSoft ? { ...value, approximate: true } : value;
  const print = asPrecise(isDaily ? decimal : people, range);
  const [only, ...others] = ofForce;
  const share = only && others.length === 0 ? shareOf(only, range, scenario) : undefined;
  const rule = RULES[basis];
  const dates = attributed(scenario).flatMap(([, { asOf }]) => asOf ?? []);
  return {
    label: rule ?? withDatesInWords(who, dates),
    isOurs: rule !== undefined,
    mark: markOf(range),
    words: [inWords(range, print), ...(share ? [share.words] : [])].join(", "),
    number: rangeLabel(range, print),
    share: share?.label,
    tone: "part",
  };
}

/** A share of the force, as precise as in the sentence. The arrows at its ends are those of the number next to it. */
function shareOf(
  exactly: Range,
  number: Range,
  scenario: Estimate["scenario"],
): { readonly words: string; readonly label: RangeLabel } | undefined {
  const isUnknown = exactly.openLow && exactly.openHigh && exactly.low.equals(exactly.high);
  if (isUnknown) return undefined;
  const isRough = exactly.approximate || isEstimated(scenario);
  const share = boundLike(number, { ...exactly, best: undefined, approximate: isRough });
  const print = isRough ? roughPercent : percent;
  return { words: inWords(share, print, "less"), label: rangeLabel(share, print, "less", number) };
}

/** "Up to 24,000" of 150,000 to 200,000 is up to 16.0%, not 12.0% to 16.0%: what is a bound as a number is one as a share. */
function boundLike({ low, high, openLow, openHigh }: Range, share: Range): Range {
  if (!low.equals(high) || openLow === openHigh) return share;
  if (openLow && !share.openHigh) return { ...share, low: share.high };
  return openHigh && !share.openLow ? { ...share, high: share.low } : share;
}

/** The forces that the losses are compared with. If there are several, each has the share of its own. */
function forceGroup({ shares, scenario }: Estimate): RangeGroup[] {
  const isSeveral = shares.length > 1;
  const rows = shares.map(({ force, share }): RangeRow => {
    const size = exact(force.figure);
    const label = [force.label, force.source, force.asOf && dateInWords(force.asOf)].filter(Boolean).join(", ");
    const own = isSeveral ? shareOf(share, withoutEnds(size), scenario)?.label : undefined;
    return {
      label,
      mark: markOf(size),
      words: inWords(size, people),
      number: rangeLabel(size, people),
      share: own && { text: `${own.text} of it lost`, short: `${own.short} lost` },
      tone: "force",
    };
  });
  return rows.length > 0 ? [{ title: isSeveral ? "Forces" : "Force", rows }] : [];
}

/** An only force is also a line or a band that all bars can be compared with. */
function limitOf({ shares, isDaily }: Estimate): Mark | undefined {
  const [only, ...more] = isDaily ? [] : shares;
  return only && more.length === 0 ? markOf(exact(only.force.figure)) : undefined;
}
