import { expect, test } from "vitest";
import { InputError } from "../../src/core/errors.ts";
import { type Estimate, estimate, estimateOfOne } from "../../src/core/estimate.ts";
import { gapsOf } from "../../src/core/provenance.ts";
import { readScenarios } from "../../src/input/scenario.ts";
import { writtenScenario } from "../../src/input/written.ts";
import { problemsOf } from "../problems.ts";

const read = (inputs: object) => readScenarios(JSON.stringify(inputs))[0]!.scenario!;
const CLAIM = { source: "Ukraine", kind: "claim", figure: "13,800" };
const ESTIMATE = { source: "US", kind: "estimate", figure: "up to 6,000" };
const LIST = { source: "Mediazona", kind: "confirmed", figure: 9000 };

const summary = ({ killed, outOfAction, scenario }: Estimate) =>
  [
    killed && `${killed.low}–${killed.high}`,
    `${outOfAction.low}–${outOfAction.high}`,
    ...(scenario.leftOut ?? []).map(({ input, kind, report }) => `${input} ${report.source} ${kind}`),
  ].join("; ");

test.each<[string, object, string]>([
  ["claims", { killed: [CLAIM, ESTIMATE], without: "claim" }, "6000–6000; 6000–6000; killed Ukraine claim"],
  [
    "two kinds",
    { killed: [CLAIM, ESTIMATE, LIST], without: ["confirmed", "estimate"] },
    "13800–13800; 13800–13800; killed US estimate; killed Mediazona confirmed",
  ],
  [
    "a list by its words",
    { killed: [CLAIM, "BBC=5,000 confirmed dead"], without: "confirmed" },
    "13800–13800; 13800–13800; killed BBC confirmed",
  ],
  [
    "all killed, if there are casualties",
    { killed: CLAIM, casualties: { ...ESTIMATE, figure: "50,000" }, without: "claim" },
    "; 50000–50000; killed Ukraine claim",
  ],
  [
    "the counts, multipliers and rates of the same source",
    {
      killed: [CLAIM, ESTIMATE],
      wounded: ["ukraine=40,000", "US=18,000", 17_000],
      captured: "Ukraine=2x",
      missing: "Ukraine=30 a day",
      days: 90,
      without: "claim",
    },
    "6000–6000; 23000–24000; killed Ukraine claim; wounded ukraine claim; captured Ukraine claim; missing Ukraine claim",
  ],
  [
    "no counts of a source with reports of two kinds",
    { killed: [CLAIM, ESTIMATE, { ...CLAIM, kind: "estimate" }], wounded: "Ukraine=40,000", without: "claim" },
    "6000–13800; 46000–53800; killed Ukraine claim",
  ],
  [
    "no report without a kind",
    { killed: [CLAIM, "AP=7,000"], wounded: "AP=9,000", without: "claim" },
    "7000–7000; 16000–16000; killed Ukraine claim",
  ],
  [
    "the casualties of a kind, and keeps the killed",
    { killed: ESTIMATE, casualties: CLAIM, without: "claim" },
    "6000–6000; 6000–6000; casualties Ukraine claim",
  ],
  [
    "the counts of a source whose killed are on a list by their words",
    { killed: ["BBC=5,000 confirmed dead", "US=7000"], wounded: ["BBC=10", "US=20"], without: "confirmed" },
    "7000–7000; 7020–7020; killed BBC confirmed; wounded BBC confirmed",
  ],
  [
    "reports of a part of the force",
    { killed: [{ ...CLAIM, figure: "10% of the force" }, "US=9"], force: 500, without: "claim" },
    "9–9; 9–9; killed Ukraine claim",
  ],
])("without leaves out %s", (_, inputs, expected) => {
  const scenario = read(inputs);
  const result = estimate(scenario);
  expect(summary(result)).toBe(expected);
  // What is left out is saved with the rest, and a result can be calculated again.
  expect(summary(estimate(read(writtenScenario(result))))).toBe(expected);
  expect(summary(estimate(result.scenario))).toBe(expected);
});

test.each<[object, object]>([
  [
    { killed: [CLAIM, "US=7"], without: "estimate" },
    { because: "none", kind: "estimate", kinds: ["claim"], sources: ["US"] },
  ],
  [
    { killed: [CLAIM, ESTIMATE], without: ["claim", "estimate"] },
    { because: "all", kinds: ["claim", "estimate"] },
  ],
  [
    { killed: 7, without: "claim" },
    { because: "none", kind: "claim", kinds: [], sources: ["source 1"] },
  ],
  // The kind that is there does not hide the one that is not.
  [
    { killed: [CLAIM, "US=7"], without: ["claim", "confirmed"] },
    { because: "none", kind: "confirmed", kinds: ["claim"], sources: ["US"] },
  ],
  [
    {
      list: [
        { ...CLAIM, figure: 9 },
        { ...LIST, figure: 8 },
      ],
      both: 5,
      without: ["claim", "confirmed", "claim"],
    },
    { because: "all", kinds: ["claim", "confirmed"] },
  ],
  [
    { killed: [CLAIM, "US=7"], without: ["estimate", "estimate"] },
    { because: "none", kind: "estimate", kinds: ["claim"], sources: ["US"] },
  ],
  [
    { killed: [CLAIM, ESTIMATE], combine: "prefer=ukraine", without: "claim" },
    { because: "named", kind: "claim", input: "combine", name: "Ukraine" },
  ],
  [
    { killed: [CLAIM, LIST], coverage: "Mediazona=50%", without: "confirmed" },
    { because: "named", kind: "confirmed", input: "coverage", name: "Mediazona" },
  ],
  [
    { killed: LIST, casualties: 50_000, coverage: "50%", without: "confirmed" },
    { because: "named", kind: "confirmed", input: "coverage", name: "Mediazona" },
  ],
])("%j is refused", (inputs, args) => {
  expect(problemsOf(() => estimate(read(inputs)))).toMatchObject([{ code: "E-WITHOUT", args }]);
});

test.each<[string, object, object[]]>([
  [
    "a source and a date",
    { killed: [{ ...CLAIM, asOf: "2025-01" }, "US=7"], without: "claim" },
    [{ input: "killed", source: "Ukraine@2025-01", text: "13,800" }],
  ],
  [
    "neither",
    { killed: [{ kind: "claim", figure: "13,800" }, "US=7"], without: "claim" },
    [{ input: "killed", text: "13,800" }],
  ],
  [
    "a multiplier and rates",
    {
      killed: [CLAIM, "US=7"],
      wounded: ["Ukraine=2x", "US=9"],
      missing: "Ukraine=30 a day",
      casualties: [{ ...CLAIM, figure: "10% of the force" }, "US=500"],
      force: 5000,
      days: 90,
      without: "claim",
    },
    [
      { input: "killed", source: "Ukraine", text: "13,800" },
      { input: "casualties", source: "Ukraine", text: "10% of the force" },
      { input: "wounded", source: "Ukraine", text: "2x" },
      { input: "missing", source: "Ukraine", text: "30 a day" },
    ],
  ],
])("the caveat names a report that was left out, with %s", (_, inputs, reports) => {
  const { caveats } = estimate(read(inputs));
  expect(caveats.find(({ code }) => code === "LEFT_OUT")?.args).toEqual({ kind: "claim", reports });
});

test.each<[object, object]>([
  // A coverage is not of the report that happens to be left.
  [
    { killed: ["A=100", LIST], coverage: "50%", without: "confirmed" },
    { code: "E-COVERAGE-SOURCE", args: { sources: ["A", "Mediazona"] } },
  ],
  [
    { killed: [CLAIM, ESTIMATE], combine: "prefer=Russia", without: "claim" },
    { code: "E-SOURCE-UNKNOWN", args: { name: "Russia", sources: ["US"] } },
  ],
  [
    { list: [CLAIM, "B=6000"], both: 5000, without: "claim" },
    { code: "E-LISTS-LACK", args: { lacks: "list", leftOut: "claim" } },
  ],
  [
    { list: [CLAIM, CLAIM], both: 5000, killed: 7, without: "claim" },
    { code: "E-LISTS-LACK", args: { lacks: "lists", leftOut: "claim" } },
  ],
])("after leaving out, %j is refused as such", (inputs, problem) => {
  expect(problemsOf(() => estimate(read(inputs)))).toMatchObject([problem]);
});

test("a coverage or preference may be for a report that was not left out", () => {
  const killed = [CLAIM, LIST, { ...CLAIM, kind: "estimate" }];
  const killedOf = (inputs: object) => estimate(read({ killed, without: "claim", ...inputs })).killed!;
  expect(killedOf({ coverage: "mediazona=50%" }).high.toFixed(0)).toBe("18000");
  expect(killedOf({ combine: "prefer=Ukraine" }).low.toFixed(0)).toBe("13800");
});

test("two lists are saved with what is said about them, and lack a date", () => {
  const list = [
    { source: "Mediazona", kind: "confirmed", asOf: "2025-01", url: "https://example.org/list", figure: 1500 },
    { source: "UALosses", figure: "at least 1,200" },
  ];
  const result = estimate(read({ list, both: 900 }));
  expect(writtenScenario(result)).toMatchObject({ list, both: 900 });
  expect(gapsOf(result.scenario)).toEqual([{ lacks: "side" }, { lacks: "date", input: "list", index: 1 }]);
});

test("one of several subjects may have no report of the kind", () => {
  expect(summary(estimateOfOne(read({ killed: ESTIMATE, without: "claim" })))).toBe("6000–6000; 6000–6000");
  expect(() => estimateOfOne(read({ killed: CLAIM, without: "claim" }))).toThrow(InputError);
});
