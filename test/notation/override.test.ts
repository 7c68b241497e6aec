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
  ["nothing", BY_RATIO, {}, []],
  ["a ratio", BY_RATIO, { ratio: 4 }, ["ratio 3 > 4"]],
  ["the same ratio", BY_RATIO, { ratio: "3" }, []],
  [
    "a date where there was none",
    BY_RATIO,
    { asOf: "2022", side: "Ukraine" },
    ["side Russia > Ukraine", "asOf > 2022"],
  ],
  ["the whole list of killed", BY_RATIO, { killed: "7,000" }, ["killed Ukraine=13,800; up to 6,000 > 7,000"]],
  ["the whole list of forces", BY_RATIO, { force: [1, 2] }, ["force border=150,000 > 1; 2"]],
  ["a category for a ratio", BY_RATIO, { wounded: "2x" }, ["ratio 3 >", "wounded > 2x"]],
  [
    "a ratio for categories",
    BY_COUNT,
    { ratio: 3 },
    ["wounded AP=2x >", "captured 389 >", "returned 30% >", "ratio > 3"],
  ],
  ["one category of two", BY_COUNT, { captured: "5-6" }, ["captured 389 > 5-6"]],
  [
    "casualties for killed",
    BY_COUNT,
    { casualties: "b=9" },
    ["killed AP@2022=7000 >", "coverage 50% >", "returned 30% >", "captured 389 >", "casualties > b=9"],
  ],
  ["killed for casualties", { casualties: 9, ratio: 3 }, { killed: 7 }, ["casualties 9 >", "killed > 7"]],
  [
    "killed that have not the preferred source",
    { killed: ["A=7", "B=8"], combine: "prefer=B", coverage: "b=50%" },
    { killed: 9 },
    ["coverage b=50% >", "combine prefer=B >", "killed A=7; B=8 > 9"],
  ],
  [
    "killed that have the preferred source, but not with its date",
    { killed: ["A@2022=7", "B=8"], combine: "prefer=A@2022" },
    { killed: "A=9" },
    ["combine prefer=A@2022 >", "killed A@2022=7; B=8 > A=9"],
  ],
  [
    "killed that have it",
    { killed: ["A=7", "B=8"], combine: "prefer=B" },
    { killed: "b=9" },
    ["killed A=7; B=8 > b=9"],
  ],
  [
    "the same number without its address",
    { killed: { source: "A", url: "https://a.b", figure: 7 } },
    { killed: "A=7" },
    ["killed A=7 > A=7"],
  ],
  ["a rule", BY_RATIO, { combine: "prefer=Ukraine@2022" }, ["combine sum > prefer=Ukraine@2022"]],
])("%s", (_, base, given, expected) => {
  const scenario = override(read(base), read(given));
  const told = (scenario.replaced ?? []).map(({ input, from, to }) => [input, from, ">", to].filter(Boolean).join(" "));
  expect(told).toEqual(expected);
  expect(scenario.name).toBe(read(base).name);
});

test("what was replaced is gone", () => {
  const scenario = override(read(BY_COUNT), read({ ratio: 3 }));
  expect(
    Object.entries(scenario)
      .flatMap(([key, value]) => (value === undefined ? [] : [key]))
      .sort(),
  ).toEqual(["coverage", "killed", "ratio", "replaced"]);
});
