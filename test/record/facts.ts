import { expect } from "vitest";
import { parseRatio } from "../../src/notation/figure.ts";
import { backtest } from "../../src/record/backtest.ts";
import { type Case, RECORD, ratioOf } from "../../src/record/cases.ts";
import { comparableCases, historyOf, rounded, warsOf } from "../../src/record/history.ts";
import { ratiosByName } from "../../src/record/names.ts";
import { list } from "../../src/render/list.ts";
import { numberWord } from "../../src/render/number-word.ts";
import { count } from "../../src/render/ratios/list.ts";

/** Sentences of a document in which every {name} is a fact of the record. */
const INTERVAL =
  "The 80% interval for another war, as past wars give it, is {low} to {high} wounded for each person killed.";
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  "README.md": [INTERVAL],
  "docs/ratios.md": [
    "The program has {cases} cases from {first} to {last}, of which {comparable} can be compared, from {wars} wars.",
    "within 25% of the record in {quarter} of {comparable} cases, and within a factor of two in {two}.",
    INTERVAL,
    "If each case is judged by the interval of the other wars, {inside} of {comparable} cases are inside; of the {recent} wars since 2001, {recentOutside} are outside.",
    "The means of the {recent} wars that can be compared are {leastRecent} to {mostRecent} wounded per killed. In one of them, in Afghanistan, the US counts {usAfghanistan}, light wounds included, and the Afghan army and police {afghanistan} in 2016.",
    "Of the {others} cases since 2001 that cannot be compared, estimates among them, {low3} are below three:",
    "From {iraq} to {iraqLived} only those who died of wounds are moved.",
    "surrenders may lose {captured} for each person killed (`union-harpers-ferry`).",
    "The US ratio for Iraq and Afghanistan is {iraq} with everyone who was wounded, {iraqLived} with those who died of wounds among the killed, and {iraqStayed} also without those",
    "For the Second World War it is {wwii}, and for the Vietnam War {vietnam} ([Dupuy Institute]({dupuy}),",
    "turns {outright} into {withDied}, with the same number of wounded.",
    "US wounded in Korea are {incidents} incidents, but {people} people.",
    "who were declared dead ({declared} of the US killed in Korea)",
  ],
};

/** A document with the facts of its sentences as the record has them. Each sentence must be in it. */
export function factsIn(document: string, text: string): string {
  return (SENTENCES[document] ?? []).reduce((changed, sentence) => withFacts(changed, sentence), text);
}

function withFacts(text: string, sentence: string): string {
  const parts = sentence.split(/\{(\w+)\}/);
  // The lines of the document may break at any space.
  const words = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "\\s+");
  const pattern = parts.map((part, at) => (at % 2 === 1 ? "[^]{1,100}?" : `(${words(part)})`)).join("");
  const found = new RegExp(pattern).exec(text);
  expect(found?.[0], `the document has no sentence “${sentence}”`).toBeDefined();
  const facts = parts.map((part, at) => (at % 2 === 1 ? factNamed(part) : found![1 + at / 2]));
  return text.replace(found![0], () => facts.join(""));
}

function factNamed(name: string): string {
  const fact = recordFacts()[name];
  expect(fact, name).toBeDefined();
  return String(fact);
}

const woundedPerKilled = (row: Case) => ratioOf(row, "wounded")!.toNumber();

function recordFacts(): Record<string, string | number> {
  const { conflicts, definitions, sources } = RECORD;
  const rows = comparableCases(conflicts);
  const history = historyOf(conflicts)!;
  const [low, high] = rounded(history).map((end) => end.toFixed(2));
  const [tested] = backtest(conflicts, parseRatio("history", { ratios: ratiosByName() }), ratiosByName()).blocks;
  const [wounded] = backtest(conflicts, parseRatio("3"), ratiosByName()).blocks;
  const recentWars = warsOf(rows.filter(({ startYear }) => startYear! >= 2001));
  const recent = recentWars.map(({ log }) => Math.exp(log));
  const outside = history.outside.map(({ war }) => war);
  const others = conflicts.filter((row) => !row.comparable && row.startYear! >= 2001).map(woundedPerKilled);
  const ratioNamed = (name: string) => woundedPerKilled(conflicts.find(({ id }) => id === name)!).toFixed(2);
  const [ferry, germany, korea] = ["union-harpers-ferry", "germany-1870", "us-korea"].map(
    (name) => conflicts.find(({ id }) => id === name)!,
  );
  const [outright, died] = germany!.killedMeans!.match(/[\d,]+/g)!.map((text) => Number(text.replace(",", "")));
  expect(outright! + died!).toBe(germany!.killed);
  const ratiosOf = (name: string) => {
    const { published, diedOfWoundsMoved, returnedSoonLeftOut } = definitions.find(({ war }) => war === name)!;
    return [published, diedOfWoundsMoved, returnedSoonLeftOut] as const;
  };
  const [iraq, iraqLived, iraqStayed] = ratiosOf("Iraq and Afghanistan");
  return {
    ...{ cases: conflicts.length, comparable: rows.length, wars: warsOf(rows).length, low: low!, high: high! },
    first: Math.min(...conflicts.map(({ startYear }) => startYear!)),
    last: Math.max(...conflicts.map(({ endYear }) => endYear!)),
    ...{ quarter: wounded!.withinQuarter, two: wounded!.withinTwo },
    ...{ inside: tested!.inside, recent: numberWord(recent.length) },
    recentOutside: numberWord(recentWars.filter(({ war }) => outside.includes(war)).length),
    leastRecent: Math.min(...recent).toFixed(1),
    mostRecent: Math.max(...recent).toFixed(1),
    ...{ usAfghanistan: ratioNamed("us-afghanistan"), afghanistan: ratioNamed("afghanistan-2016") },
    ...{ others: numberWord(others.length), low3: numberWord(others.filter((ratio) => ratio < 3).length) },
    declared: korea!.note!.match(/\d+%/)![0],
    captured: Math.round(ferry!.capturedOrMissing! / ferry!.killed!),
    ...{
      iraq,
      iraqLived,
      iraqStayed,
      wwii: list(ratiosOf("Second World War")),
      vietnam: list(ratiosOf("Vietnam War")),
    },
    dupuy: sources.find(({ id }) => id === definitions[0]!.sourceId)!.url!,
    outright: (germany!.wounded! / outright!).toFixed(1),
    withDied: (germany!.wounded! / germany!.killed!).toFixed(1),
    incidents: count(korea!.wounded),
    people: count(korea!.otherFigures!.find(({ note }) => note?.startsWith("people wounded"))!.wounded),
  };
}
