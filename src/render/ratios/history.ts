import { defined } from "../../core/defined.ts";
import { type Case, type DefinitionsOfWar, RECORD, type RecordSource, ratioOf } from "../../record/cases.ts";
import {
  comparableCases,
  FEWEST_WARS,
  historyOf,
  type Interval,
  middleOf,
  rounded,
  type War,
  warsOf,
} from "../../record/history.ts";
import type { Counted } from "../cite/reference.ts";
import { DEFINITION } from "../definitions.ts";
import { counterOf, intervalStep, pageText } from "../named.ts";
import { numberWord } from "../number-word.ts";
import { six } from "../record/range.ts";
import type { Fact } from "./fact.ts";

const mean = ({ log }: War) => Math.exp(log).toFixed(2);
const wounded = (entry: Case) => ratioOf(entry, "wounded")!.toFixed(2);

/** The interval for another war on one line, or a note that there are too few wars for one. */
export function intervalText(cases: readonly Case[]): string {
  const interval = historyOf(cases);
  if (!interval)
    return `${warsText(warsOf(comparableCases(cases)).length)}; an interval needs at least ${numberWord(FEWEST_WARS)} wars`;
  const [low, high] = rounded(interval);
  return `${warsText(interval.wars)}: the 80% interval for another war is ${low.toFixed(2)} to ${high.toFixed(2)} wounded per killed (geometric mean ${interval.mean.toFixed(2)})`;
}

const warsText = (wars: number) => `${numberWord(wars)} ${wars === 1 ? "war" : "wars"}`;

/** An interval in full: each war with its cases, and how the ends follow from them. */
export function historyFacts(name: string, cases: readonly Case[]): Fact[] {
  const wars = warsOf(comparableCases(cases)).map((war): Fact => {
    const parts = war.cases.map((row) => `${row.id} ${wounded(row)}`).join(", ");
    return [war.war, war.cases.length > 1 ? `${mean(war)}, the geometric mean of ${parts}` : parts];
  });
  const interval = historyOf(cases);
  return [
    ["what", intervalText(cases)],
    ...(interval ? intervalFacts(interval) : []),
    ...wars,
    ...RECORD.definitions.map(definitionsFact),
    ...definitionsSources(),
    ["cases", "loss-calc ratios NAME --explain shows the counts and pages of each"],
    ["record", RECORD.version],
    ...(interval ? [["as a ratio", `--wounded ${name}`] as const] : []),
  ];
}

function intervalFacts(interval: Interval): Fact[] {
  const { mean, spread, t, wars, definitions } = interval;
  const { formula, lines } = intervalStep(interval, ...rounded(interval));
  return [
    ["mean and spread", `${mean.toFixed(3)} and ${spread.toFixed(3)}, geometric, of the wars below`],
    ["t", `${t.toFixed(3)}, Student's 90% point for ${wars - 1} degrees of freedom`],
    ["interval", formula],
    ...lines.map((line): Fact => ["interval", line]),
    ["killed means", definitions.map(({ definition, rows }) => `${DEFINITION[definition]} in ${rows}`).join(", ")],
  ];
}

/** One war's ratio by who is counted, as an example of how much it matters. */
function definitionsFact({
  war,
  belligerent,
  published,
  diedOfWoundsMoved,
  returnedSoonLeftOut,
}: DefinitionsOfWar): Fact {
  return [
    "who is counted",
    `${belligerent}, ${war}: ${published} wounded per killed; ${diedOfWoundsMoved} with those who died of wounds among the killed; ${returnedSoonLeftOut} also without those who returned to duty within 72 hours`,
  ];
}

/** The pages that the examples are from. */
function definitionsSources(): Fact[] {
  return examplesOfDefinitions().map(({ source }) => [
    "who is counted",
    [...counterOf(source), pageText(source)].join(": "),
  ]);
}

/** The sources of the examples, each with the ratios that are from it. */
export function examplesOfDefinitions(): Counted[] {
  return [...new Set(RECORD.definitions.map(({ sourceId }) => sourceId))].map((id) => {
    const examples = RECORD.definitions.filter(({ sourceId }) => sourceId === id);
    const ratios = examples.map(
      ({ war, belligerent, published, diedOfWoundsMoved, returnedSoonLeftOut }) =>
        `${belligerent}, ${war}, ${published}, ${diedOfWoundsMoved} or ${returnedSoonLeftOut}`,
    );
    return { source: sourceWith(id), counted: ratios.join("; ") };
  });
}

function sourceWith(id: string): RecordSource {
  return RECORD.sources.find((source) => source.id === id)!;
}

/** The wounded, captured and missing per killed of the comparable cases in the middle. */
function othersRecord(cases: readonly Case[]) {
  const middle = middleOf(cases);
  return (
    middle && {
      middle: 0.8,
      low: Number(middle.low.toFixed(2)),
      high: Number(middle.high.toFixed(2)),
      rows: middle.rows,
    }
  );
}

/** An interval for programs. */
export function historyRecord(cases: readonly Case[]): object | undefined {
  const interval = historyOf(cases);
  if (!interval) return undefined;
  const [low, high] = rounded(interval);
  const { rows, mean, spread, t, definitions } = interval;
  return {
    level: 0.8,
    low: Number(low.toFixed(2)),
    high: Number(high.toFixed(2)),
    rows,
    ...defined({ others: othersRecord(cases) }),
    mean: six(mean),
    spread: six(spread),
    t: six(t),
    definitions,
    whoIsCounted: RECORD.definitions.map(({ sourceId, ...ratios }) => ({ ...ratios, source: sourceWith(sourceId) })),
    wars: warsOf(comparableCases(cases)).map(({ war, cases, log }) => ({
      war,
      mean: six(Math.exp(log)),
      cases: cases.map(({ id }) => id),
    })),
  };
}
