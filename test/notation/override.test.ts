import { expect, test } from "vitest";
import type { Scenario } from "../../src/core/scenario.ts";
import { readScenarios } from "../../src/input/scenario.ts";
import { override } from "../../src/notation/override.ts";

const read = (inputs: object): Scenario => readScenarios(JSON.stringify(inputs))[0]!.scenario!;
const BY_RATIO = {
  name: "n",
  side: "Russia",
  killed: ["Ukraine=13,800", "up to 6,000"],
  combine: "sum",
  ratio: 3,
  force: ["border=150,000"],
};
const BY_COUNT = {
  killed: "AP@2022=7000",
  wounded: { source: "AP", figure: "2x" },
  captured: 389,
  returned: "30%",
  coverage: "50%",
};

test.each<[string, object, object, string[]]>([
  ["nothing, if no option is given", BY_RATIO, {}, []],
  ["a ratio", BY_RATIO, { ratio: 4 }, ["ratio 3 > 4"]],
  ["nothing for the same ratio", BY_RATIO, { ratio: "3" }, []],
  ["a date that was missing", BY_RATIO, { asOf: "2022", side: "Ukraine" }, ["side Russia > Ukraine", "asOf > 2022"]],
  ["the whole list of killed", BY_RATIO, { killed: "7,000" }, ["killed Ukraine=13,800; up to 6,000 > 7,000"]],
  ["the whole list of forces", BY_RATIO, { force: [1, 2] }, ["force border=150,000 > 1; 2"]],
  ["a ratio by a multiplier", BY_RATIO, { wounded: "2x" }, ["ratio 3 >", "wounded > 2x"]],
  ["the share who died by a multiplier", { killed: 7, died: "20%" }, { wounded: "2x" }, ["died 20% >", "wounded > 2x"]],
  ["only the count that is added next to a ratio", BY_RATIO, { wounded: 900 }, ["wounded > 900"]],
  ["multipliers by a ratio, but not counts", BY_COUNT, { ratio: 3 }, ["wounded AP=2x >", "ratio > 3"]],
  ["the share who died by a ratio", { killed: 7, died: "20%" }, { ratio: 3 }, ["died 20% >", "ratio > 3"]],
  ["a ratio by the share who died", BY_RATIO, { died: "20%" }, ["ratio 3 >", "died > 20%"]],
  ["multipliers by the share who died", BY_COUNT, { died: "20%" }, ["wounded AP=2x >", "died > 20%"]],
  ["one category of two", BY_COUNT, { captured: "5-6" }, ["captured 389 > 5-6"]],
  ["the whole list of a category", { killed: 7, missing: ["a=5", "b=6"] }, { missing: 9 }, ["missing a=5; b=6 > 9"]],
  [
    "killed by two lists, with what was said about them",
    { killed: "AP=7", coverage: "50%", ratio: 2 },
    { list: ["A=5", "B=4"], both: 3 },
    ["killed AP=7 >", "coverage 50% >", "list > A=5; B=4", "both > 3"],
  ],
  [
    "two lists by killed",
    { list: ["A=5", "B=4"], both: 3 },
    { killed: 7 },
    ["list A=5; B=4 >", "both 3 >", "killed > 7"],
  ],
  ["both by another overlap", { list: ["A=5", "B=4"], both: 3 }, { both: 2 }, ["both 3 > 2"]],
  [
    "killed by casualties, if there are multipliers",
    { ...BY_COUNT, of: "fighters=20%" },
    { casualties: "b=9" },
    ["killed AP@2022=7000 >", "coverage 50% >", "of fighters=20% >", "casualties > b=9"],
  ],
  [
    "killed by casualties, if a ratio is given too",
    { killed: 7 },
    { casualties: 9, ratio: 2 },
    ["killed 7 >", "casualties > 9", "ratio > 2"],
  ],
  [
    "only the casualties that are added next to killed",
    { killed: 7, wounded: 5 },
    { casualties: 9 },
    ["casualties > 9"],
  ],
  [
    "casualties by killed, if there is a ratio",
    { casualties: 9, ratio: 3 },
    { killed: 7 },
    ["casualties 9 >", "killed > 7"],
  ],
  ["only the killed that are added next to casualties", { casualties: 9, force: 70 }, { killed: 7 }, ["killed > 7"]],
  ["the killed of a pair", { killed: 6, casualties: 9, ratio: 3 }, { killed: 7 }, ["killed 6 > 7"]],
  ["the casualties of a pair", { killed: 6, casualties: 9, ratio: 3 }, { casualties: 8 }, ["casualties 9 > 8"]],
  [
    "killed by a pair",
    BY_RATIO,
    { killed: 7, casualties: 9 },
    ["killed Ukraine=13,800; up to 6,000 > 7", "casualties > 9"],
  ],
  [
    "dates by days",
    { killed: 7, start: "2022", end: "2023" },
    { days: 90 },
    ["start 2022 >", "end 2023 >", "days > 90"],
  ],
  [
    "days by dates",
    { killed: 7, days: "3 months" },
    { start: "2022", end: "2023" },
    ["days 3 months >", "start > 2022", "end > 2023"],
  ],
  ["only the last day", { killed: 7, start: "2022", end: "2023" }, { end: "2024" }, ["end 2023 > 2024"]],
  [
    "all streams of recruits",
    { killed: 7, days: 9, recruits: ["A=5", "6"] },
    { recruits: "7 a day" },
    ["recruits A=5; 6 > 7 a day"],
  ],
  [
    "a target and a pace",
    { killed: 7, until: "100%", pace: "9 a day" },
    { until: "500", pace: "8 a day" },
    ["until 100% > 500", "pace 9 a day > 8 a day"],
  ],
  [
    "a force, and the share that names another force",
    { killed: 7, force: ["A=5", "B=6"], share: "A=38%" },
    { force: "B=7" },
    ["share A=38% >", "force A=5; B=6 > B=7"],
  ],
  [
    "a force, but not the share that names the new one",
    { killed: 7, force: ["A=5", "B=6"], share: "A=38%" },
    { force: "A=7" },
    ["force A=5; B=6 > A=7"],
  ],
  [
    "killed, and the rule and coverage that name a source without new killed",
    { killed: ["A=7", "B=8"], combine: "prefer=B", coverage: "b=50%" },
    { killed: 9 },
    ["coverage b=50% >", "combine prefer=B >", "killed A=7; B=8 > 9"],
  ],
  [
    "killed, and the rule that prefers its source with another date",
    { killed: ["A@2022=7", "B=8"], combine: "prefer=A@2022" },
    { killed: "A=9" },
    ["combine prefer=A@2022 >", "killed A@2022=7; B=8 > A=9"],
  ],
  [
    "killed, but not the rule that prefers the new source",
    { killed: ["A=7", "B=8"], combine: "prefer=B" },
    { killed: "b=9" },
    ["killed A=7; B=8 > b=9"],
  ],
  [
    "killed, but not the rule that prefers a source of casualties",
    { killed: ["A=7", "B=8"], casualties: ["A=70", "B=80"], combine: "prefer=B" },
    { killed: 9 },
    ["killed A=7; B=8 > 9"],
  ],
  [
    "casualties, and the rule that prefers a source without new casualties",
    { casualties: ["A=70", "B=80"], combine: "prefer=B" },
    { casualties: 90 },
    ["combine prefer=B >", "casualties A=70; B=80 > 90"],
  ],
  [
    "a figure by the same one without its address",
    { killed: { source: "A", url: "https://a.b", figure: 7 } },
    { killed: "A=7" },
    ["killed A=7 > A=7"],
  ],
  ["the rule for combining", BY_RATIO, { combine: "prefer=Ukraine@2022" }, ["combine sum > prefer=Ukraine@2022"]],
])("reported as replaced: %s", (_, base, given, expected) => {
  const scenario = override(read(base), read(given));
  const replaced = (scenario.replaced ?? []).map(({ input, from, to }) =>
    [input, from, ">", to].filter(Boolean).join(" "),
  );
  expect(replaced).toEqual(expected);
  expect(scenario.name).toBe(read(base).name);
});

test("a replaced input is removed", () => {
  const scenario = override(read(BY_COUNT), read({ ratio: 3 }));
  expect(
    Object.entries(scenario)
      .flatMap(([key, value]) => (value === undefined ? [] : [key]))
      .sort(),
  ).toEqual(["captured", "coverage", "killed", "ratio", "replaced", "returned"]);
});

test("nothing is reported if nothing is replaced, and an empty list replaces nothing", () => {
  expect(override(read(BY_RATIO), {})).not.toHaveProperty("replaced");
  expect(override(read(BY_RATIO), read({ ratio: 3 }))).not.toHaveProperty("replaced");
  expect(override(read(BY_RATIO), { killed: [] })).toEqual(read(BY_RATIO));
});

test("an input that differs only in its address is replaced, and reported", () => {
  const [base, given] = ["https://a.b", "https://c.d"].map((url) => read({ killed: { figure: "7,000", url } }));
  expect(override(base!, given!)).toMatchObject({
    ...given,
    replaced: [{ input: "killed", from: "7,000", to: "7,000" }],
  });
});
