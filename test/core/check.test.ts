import { describe, expect, test } from "vitest";
import { canUpdate, check, expectsNothing, lacksResult } from "../../src/core/check.ts";
import type { Verdict } from "../../src/core/claim/verdict.ts";
import { estimate } from "../../src/core/estimate.ts";
import { type Expectation, expectationName, expectationPath } from "../../src/core/expected.ts";
import { gapsOf } from "../../src/core/provenance.ts";
import { shareRangeInWords } from "../../src/core/share.ts";
import { readScenarios } from "../../src/input/scenario.ts";

/** 24,000 (open below) to 55,200; 16.0% to 36.8%. */
const BASE = { killed: ["13,800", "up to 6,000"], ratio: 3, force: 150000 };
/** Two to three wounded for each killed; about 35,000 to 42,000 out of action. */
const COUNTS = { killed: "about 7,000", wounded: "14000-21000", captured: "2x", returned: "50%" };
const BEST = { killed: "6000/8000/13800", ratio: 3, force: [100000, "200000"] };
const CASUALTIES = { casualties: 28000, ratio: 3 };

const checked = (inputs: object, expect: object) =>
  check(readScenarios(JSON.stringify({ ...inputs, expect }))[0]!.scenario!);

describe("an expected result holds to the precision that it is written with", () => {
  test.each<[string, object, object, string]>([
    ["a range", BASE, { outOfAction: "24,000-55,200" }, ""],
    ["rounded to thousands", BASE, { outOfAction: "24k-55k" }, ""],
    ["a range with trailing zeros, which count", BASE, { outOfAction: "24,000-55,000" }, "high 200"],
    ["one end off by one", BASE, { outOfAction: "24,001-55,200" }, "low -1"],
    ["one number for a range", BASE, { outOfAction: 24000 }, "high 31200"],
    ["an open end that the result has", BASE, { killed: "≤6,000–13,800" }, ""],
    ["an open end that the result lacks", BASE, { killed: "6,000–13,800+" }, "not openHigh"],
    [
      "an open end and an “about” that the result lacks",
      BASE,
      { outOfAction: "~24,000–55,200+" },
      "not openHigh, not approximate",
    ],
    ["an open end that is not expected", BASE, { others: "18,000-41,400" }, ""],
    ["a share in percent", BASE, { share: "16.0%-36.8%" }, ""],
    ["a share in whole percent", BASE, { share: "16%-37%" }, ""],
    ["a share as decimals", BASE, { share: "0.16-0.37" }, ""],
    ["a share about a fraction", { killed: 28000, force: 150000 }, { share: "about a fifth" }, ""],
    ["a share with a digit too many", BASE, { share: "16.00%-36.81%" }, "high -1/10000"],
    ["a share in all of its digits", { killed: 1, ratio: 1, force: 16 }, { share: "12.5%" }, ""],
    [
      "a share with half a step rounded down",
      { killed: 1, ratio: 1, force: 16 },
      { share: "12%" },
      "low 1/200, high 1/200",
    ],
    ["a share with half a step rounded up", { killed: 1, ratio: 1, force: 16 }, { share: "13%" }, ""],
    ["a category", COUNTS, { wounded: "14k-21k", captured: "~14,000" }, ""],
    ["an implied ratio", COUNTS, { implied: { wounded: "2-3" } }, ""],
    ["an implied ratio that is off", COUNTS, { implied: { wounded: "2-2.9" } }, "high 1/10"],
    ["gross and net", COUNTS, { outOfAction: "35,000-42,000", net: "28,000-31,500" }, ""],
    ["a best value", BEST, { outOfAction: "24,000/32,000/55,200" }, ""],
    ["a best value that is off", BEST, { outOfAction: "24,000/33,000/55,200" }, "best -1000"],
    ["a best value in brackets", BEST, { others: "18,000-41,400 (best 24,000)" }, ""],
    ["a best value of a single number", { killed: "6/6/6" }, { killed: "6, best 6" }, ""],
    ["a best value that the result lacks", BASE, { outOfAction: "24,000/33,000/55,200" }, "best -9000"],
    ["a best value that is not expected", BEST, { outOfAction: "24,000-55,200" }, ""],
    ["a share for each force", BEST, { share: ["24.0%-55.2%", "12.0%-27.6%"] }, ""],
    ["one of two shares that is off", BEST, { share: ["24.0%-55.2%", "12.0%-27.7%"] }, "high -1/1000"],
    ["a share that is left out", BEST, { share: ["24.0%-55.2%"] }, "left out share 1"],
    ["one share for two forces", BEST, { share: "24.0%-55.2%" }, "nothing"],
    ["one share too many", BASE, { share: ["16.0%-36.8%", "1%"] }, "nothing"],
    ["a share without a force", CASUALTIES, { share: "1%" }, "nothing"],
    ["a net and a net share without returned", BASE, { net: "1", netShare: "1%" }, "nothing, nothing"],
    ["a category without a count", BASE, { wounded: 1, implied: { wounded: 1 } }, "nothing, nothing"],
    ["killed calculated from casualties", CASUALTIES, { killed: "7,000", others: "21,000" }, ""],
    ["people within a tolerance", BASE, { outOfAction: { value: "24,500-55,000", tolerance: 500 } }, ""],
    ["people beyond a tolerance", BASE, { outOfAction: { value: "24,501-55,000", tolerance: 500 } }, "low -501"],
    [
      "people beyond a tolerance on the other side",
      BASE,
      { outOfAction: { value: "23,499-55,200", tolerance: 500 } },
      "low 501",
    ],
    [
      "a net share for each force",
      { ...COUNTS, force: [50000, 70000] },
      { netShare: ["56.0%-63.0%"] },
      "left out netShare 1",
    ],
    [
      "two shares left out",
      { ...BEST, force: [100000, 200000, 400000] },
      { share: ["24.0%-55.2%"] },
      "left out share 1, left out share 2",
    ],
    ["a tolerance in percent of the value", BASE, { outOfAction: { value: "24,200-55,000", tolerance: "1%" } }, ""],
    ["a tolerance in points of a share", BASE, { share: { value: "16.5%-36.3%", tolerance: "0.5 points" } }, ""],
    ["a tolerance below the precision", BASE, { share: { value: "16%-37%", tolerance: "0.1 points" } }, ""],
    ["a caveat that the result has", BASE, { caveats: ["OPEN_LOW"] }, ""],
    ["a caveat that the result lacks", BASE, { caveats: ["OPEN_LOW", "DATES_APART"] }, "DATES_APART"],
  ])("%s: the differences are $3", (_, inputs, stated, expected) => {
    const { comparisons, unstated, missingCaveats, holds } = checked(inputs, stated);
    const wrong = comparisons.flatMap(({ differences, missingMarks, actual }) =>
      actual
        ? [
            ...Object.entries(differences).map(([end, by]) => `${end} ${by}`),
            ...missingMarks.map((mark) => `not ${mark}`),
          ]
        : ["nothing"],
    );
    const leftOut = unstated.map(({ of, force }) => `left out ${of} ${force}`);
    expect([...wrong, ...leftOut, ...missingCaveats].join(", ")).toBe(expected);
    expect(holds).toBe(expected === "");
  });
});

test("a claim that does not hold does not make a scenario fail", () => {
  const [entry] = readScenarios(JSON.stringify({ ...BASE, claimed: { share: "between a fifth and a third" } }));
  const { claims, holds } = check(entry!.scenario!);
  expect([holds, claims.map(({ verdict }) => verdict)]).toEqual([true, ["may hold"]]);
  expect(claims[0]!.differences.low?.toFixed(3)).toBe("-0.040");
});

test.each<[object, object, Verdict | undefined]>([
  [{ outOfAction: "up to 60,000" }, BASE, "follows"],
  [{ outOfAction: "up to 50,000" }, BASE, "may hold"],
  [{ outOfAction: "up to 55,200" }, BASE, "follows"],
  [{ outOfAction: "up to 20,000" }, { killed: 7000, ratio: 3 }, "does not hold"],
  [{ outOfAction: "at least 24,000" }, BEST, "follows"],
  [{ outOfAction: "more than 30,000" }, BASE, "may hold"],
  [{ outOfAction: "≤30,000–60,000" }, BASE, "follows"],
  [{ outOfAction: "≤30,000–50,000" }, BASE, "may hold"],
  // A result with an open end may lie beyond a claim that is closed there.
  [{ outOfAction: "24,000-55,200" }, BASE, "may hold"],
  [{ outOfAction: "at least 24,000" }, BASE, "may hold"],
  [{ outOfAction: "20,000–30,000+" }, BEST, "follows"],
  [{ outOfAction: "30,000–40,000+" }, BEST, "may hold"],
  [{ outOfAction: "tens of thousands" }, BEST, "follows"],
  [{ outOfAction: "20,000-60,000" }, BEST, "follows"],
  [{ outOfAction: "20,000/32,000/60,000" }, BEST, "follows"],
  [{ outOfAction: "20,000/33,000/60,000" }, BEST, "may hold"],
  [{ outOfAction: "20,000/30,000/60,000" }, { killed: 7000, ratio: 3 }, "may hold"],
  [{ outOfAction: "some 28,000 casualties" }, { killed: 7000, ratio: 3 }, "follows"],
  [{ outOfAction: "about 29,000" }, { killed: 7000, ratio: 3 }, "does not hold"],
  [{ outOfAction: "about 30,000" }, { killed: 7200, ratio: 3 }, "follows"],
  [{ outOfAction: "about 20,000 to 30,000" }, { killed: 7600, ratio: 3 }, "follows"],
  [{ outOfAction: "about 20,000 to 30,000" }, { killed: 8000, ratio: 3 }, "does not hold"],
  [{ share: "about 20%" }, { killed: 7000, ratio: 3, force: 150000 }, "follows"],
  [{ share: "20%" }, { killed: 7000, ratio: 3, force: 150000 }, "does not hold"],
  [{ share: "less than a fifth" }, { killed: 7000, ratio: 3, force: 150000 }, "follows"],
  [{ share: "a sixth" }, { killed: 7000, ratio: 3, force: 150000 }, "does not hold"],
  // The ends of a range have room for half a unit of their last digit.
  [{ share: "16%-37%" }, { killed: 155, force: 1000 }, "follows"],
  [{ share: "16%-37%" }, { killed: 154, force: 1000 }, "does not hold"],
  [{ share: "16%-37%" }, { killed: 375, force: 1000 }, "follows"],
  [{ share: "16%-37%" }, { killed: 376, force: 1000 }, "does not hold"],
  [{ share: "16%-37%" }, { killed: "at least 187", force: 1000 }, "may hold"],
  [{ share: "16%-37%" }, { killed: "187-188", force: 1000 }, "follows"],
  [{ share: "0" }, { killed: 7000, ratio: 3, force: 150000 }, "does not hold"],
  [{ shareWhoDied: "a tenth died" }, { killed: 1000, wounded: 8000 }, "follows"],
  [{ shareWhoDied: "a tenth" }, { killed: 1000, wounded: 8000 }, "follows"],
  [{ shareWhoDied: "20% of the casualties" }, { killed: 1000, wounded: 8000 }, "does not hold"],
  [{ perDay: "more than a thousand a day" }, { casualties: 6000, days: 10 }, "does not hold"],
  [{ days: "3 months" }, { casualties: 6000, days: 100 }, "follows"],
  [{ balance: "more than -5,000" }, { casualties: 8000, recruits: 3000, days: 30 }, "does not hold"],
  [{ balance: "at least -5,000" }, { casualties: 8000, recruits: 3000, days: 30 }, "follows"],
  [{ net: "1" }, BASE, undefined],
])("the claim %j, for %j: %s", (claimed, inputs, verdict) => {
  const [entry] = readScenarios(JSON.stringify({ ...inputs, claimed }));
  const { claims, estimate } = check(entry!.scenario!);
  expect(claims.map((claim) => claim.verdict)).toEqual([verdict]);
  // An estimate judges by the same rule.
  const isAboutAll = "outOfAction" in claimed || !Array.isArray((inputs as typeof BEST).force);
  if (verdict && isAboutAll) expect(estimate.verdicts.map((judged) => judged.verdict)).toEqual([verdict]);
});

/** A share claimed in words, the shares in percent that agree, and those that do not. */
test.each<[string, number[], number[]]>([
  ["a fifth", [18.5, 18.7, 20, 21.5], [18.49, 21.51]],
  ["20%", [19.5, 20.5], [18.7, 20.51]],
  ["about a fifth", [18.5, 20, 21.5], [18.4]],
  ["almost one-fifth", [18.7], [17]],
  ["1/5", [18.7], [17]],
  ["two fifths", [38.5, 40, 41.5], [42]],
  ["under half", [10, 46, 48, 49.9], [50, 50.1]],
  ["up to half", [10, 49.9, 50], [50.1]],
  ["under a half", [10, 46, 48, 49.9], [50, 50.1]],
  ["over a third", [33.34, 36.8, 90], [33.3]],
  ["just over a fifth", [20.1, 22], [20, 19.9]],
  ["between a third and half", [32, 40, 51], [31, 52]],
  ["between a third and a half", [32, 40, 51], [31, 52]],
  ["one in 40", [2.2, 2.5, 2.8], [2.1, 3]],
  ["one in 1,000", [0.09, 0.11], [0.08, 0.12]],
])("the claim of %s agrees with %j percent, and not with %j", (share, agree, differ) => {
  const holds = (percent: number) => {
    const inputs = { killed: Math.round(percent * 1000), force: 100_000, claimed: { share } };
    return check(readScenarios(JSON.stringify(inputs))[0]!.scenario!).claims[0]!.verdict === "follows";
  };
  expect([agree.filter((percent) => !holds(percent)), differ.filter(holds)]).toEqual([[], []]);
});

test("a claim in the words that the program prints follows", () => {
  const differ = new Set<string>();
  for (let low = 1000; low < 94_000; low += 1000) {
    for (const width of [0, 400, 3000, 20_000]) {
      const killed = `${low}-${Math.min(94_000, low + width)}`;
      const { shares } = estimate(readScenarios(JSON.stringify({ killed, force: 100_000 }))[0]!.scenario!);
      const share = shareRangeInWords(shares[0]!.share);
      const [entry] = readScenarios(JSON.stringify({ killed, force: 100_000, claimed: { share } }));
      // The notation refuses some of these words: "over a third to half" can be read in two ways.
      if (entry?.scenario && check(entry.scenario).claims[0]!.verdict !== "follows") differ.add(`${killed}: ${share}`);
    }
  }
  expect([...differ]).toEqual([]);
});

test("a missing side, source or date is found", () => {
  const gaps = (inputs: object) =>
    gapsOf(readScenarios(JSON.stringify(inputs))[0]!.scenario!).map(({ input = "", index = "", lacks }) =>
      `${input}${index} ${lacks}`.trim(),
    );
  const dated = { source: "a", asOf: "2022", figure: 7 };
  expect(gaps({ killed: 7, ratio: 3 })).toEqual(["side", "killed source", "killed date"]);
  expect(gaps({ side: "x", killed: [dated, { source: "b", figure: 8 }], force: { ...dated, label: "l" } })).toEqual([
    "killed1 date",
  ]);
  expect(gaps({ side: "x", asOf: "2022", casualties: 7, wounded: "3x", force: "label=9" })).toEqual([
    "casualties source",
    "force source",
  ]);
  expect(gaps({ side: "x", asOf: "2022", killed: dated, wounded: 3, captured: dated })).toEqual(["wounded source"]);
});

test.each<[object, object, boolean, boolean, boolean]>([
  [BASE, { outOfAction: "24,000-55,200" }, false, false, false],
  [BASE, { outOfAction: "24,000-55,201" }, true, false, false],
  [BASE, { outOfAction: "24,000-55,200", killed: 1 }, true, false, false],
  [BASE, { net: 1 }, false, false, true],
  [BASE, { net: 1, killed: 1 }, true, false, true],
  [BEST, { share: ["24.0%-55.2%"] }, true, false, false],
  [BASE, { caveats: ["OPEN_LOW"] }, false, false, false],
  [BASE, { caveats: ["DATES_APART"] }, true, false, false],
  [CASUALTIES, { caveats: ["DATES_APART"] }, false, false, true],
  [BASE, {}, false, true, false],
  [BASE, { implied: {} }, false, true, false],
])("%j expecting %j can be updated: %s; expects nothing: %s; lacks a result: %s", (inputs, stated, ...is) => {
  const result = checked(inputs, stated);
  expect([canUpdate(result), expectsNothing(result), lacksResult(result)]).toEqual(is);
});

test("a scenario without expectations expects nothing, and holds", () => {
  const result = check(readScenarios(JSON.stringify(BASE))[0]!.scenario!);
  expect([expectsNothing(result), result.holds, result.comparisons, result.claims]).toEqual([true, true, [], []]);
});

test("an expected result that cannot be calculated does not hold", () => {
  const [comparison] = checked(BASE, { net: 1 }).comparisons;
  expect(comparison).toMatchObject({ differences: {}, missingMarks: [], holds: false });
  expect(comparison!.actual).toBeUndefined();
});

test.each<[Pick<Expectation, "of" | "force">, string, (string | number)[]]>([
  [{ of: "outOfAction" }, "outOfAction", ["outOfAction"]],
  [{ of: "implied.wounded" }, "implied.wounded", ["implied", "wounded"]],
  [{ of: "share", force: 0 }, "share[0]", ["share", 0]],
])("%j is called %s", (expectation, name, path) => {
  expect([expectationName(expectation), expectationPath(expectation)]).toEqual([name, path]);
});
