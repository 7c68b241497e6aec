import { describe, expect, test } from "vitest";
import type { Category } from "../../src/core/categories.ts";
import { estimate } from "../../src/core/estimate.ts";
import type { Ratio } from "../../src/core/figure.ts";
import type { CaseRatio, CountedLoss, HistoryRatio, NamedRatio } from "../../src/core/named.ts";
import { closed } from "../../src/core/range.ts";
import { Rational } from "../../src/core/rational.ts";
import { refusalOf } from "../problems.ts";
import { scenarioFor, short } from "../scenario.ts";

/** A ratio of a file, which may cover and count what none of the record does. */
function caseOf(covers: readonly Category[], losses?: readonly CountedLoss[]): CaseRatio {
  const counts = losses && { killed: 100, losses };
  return { kind: "case", name: "border", covers, counts, source: { title: "a file" } };
}

const HISTORY: HistoryRatio = {
  kind: "history",
  name: "history",
  covers: ["wounded"],
  wars: 10,
  rows: 20,
  mean: 3,
  spread: 1.5,
  t: 1.8,
  definitions: [],
  outside: [
    { war: "1962", mean: 0.764 },
    { war: "2001", mean: 10.926 },
  ],
};

const ratioOf = (named: NamedRatio | undefined, value = "3"): Ratio => ({
  ...closed(Rational.decimal(value)),
  text: "border",
  named,
});

const ALL: Category[] = ["wounded", "captured", "missing", "deserted"];

describe("what is said of a ratio by its name", () => {
  const KILLED = scenarioFor("--killed 1000");
  const of = (ratio: Ratio, input: "ratio" | "wounded" = "ratio") => {
    const loss = input === "ratio" ? { ratio } : { wounded: [{ kind: "multiplier" as const, ratio }] };
    return estimate({ ...KILLED, ...loss }).caveats.map(({ code }) => code);
  };

  test.each([
    ["all that there is", caseOf(ALL), "3", []],
    ["less than that", caseOf(["wounded", "captured"]), "3", ["RATIO_COVERS"]],
    [
      "some who were captured",
      caseOf(ALL, [
        { of: "wounded", count: 3 },
        { of: "captured or missing", count: 1 },
      ]),
      "3",
      ["CAPTURED_BY_MULTIPLIER", "WOUNDED_AND_CAPTURED"],
    ],
    ["nobody who was captured", caseOf(ALL, [{ of: "captured", count: 0 }]), "3", []],
    // Only what is like the ratios of the past is compared with them.
    ["all, beyond the past", caseOf(ALL), "99", ["OUTSIDE_HISTORY"]],
    ["some, beyond the past", caseOf(["wounded", "missing"]), "99", ["RATIO_COVERS", "OUTSIDE_HISTORY"]],
    ["the wounded alone", caseOf(["wounded"]), "99", ["RATIO_COVERS"]],
    ["others than the wounded", caseOf(["captured", "missing"]), "99", ["RATIO_COVERS"]],
    ["what has no name", undefined, "99", ["OUTSIDE_HISTORY"]],
  ])("%s", (_, named, value, codes) => expect(of(ratioOf(named, value))).toEqual(codes));

  test.each([
    [HISTORY, "99", ["HISTORY_INTERVAL"]],
    [{ ...HISTORY, wars: 9 }, "3", ["HISTORY_INTERVAL", "FEW_WARS"]],
    [caseOf(["wounded"]), "99", ["OUTSIDE_HISTORY"]],
    [{ ...caseOf(["wounded"]), notComparable: "besieged" }, "3", ["NOT_COMPARABLE"]],
  ])("of the wounded, %o at %s", (named, value, codes) => expect(of(ratioOf(named, value), "wounded")).toEqual(codes));

  test("the wars outside of the interval are named with their means", () => {
    const wounded = [{ kind: "multiplier" as const, ratio: ratioOf(HISTORY) }];
    const [caveat] = estimate({ ...KILLED, wounded }).caveats;
    expect(caveat?.args).toMatchObject({ outside: ["1962 0.76", "2001 10.93"] });
  });
});

describe("the killed by counts of some categories, and a ratio that has a name", () => {
  const killed = (named: NamedRatio, ...options: string[]) =>
    short(estimate({ ...scenarioFor(...options), ratio: ratioOf(named) }).killed);
  const counts: CountedLoss[] = [
    { of: "wounded", count: 200 },
    { of: "captured or missing", count: 400 },
  ];

  test.each([
    // 100 killed to 200 wounded, and to 400 captured or missing.
    [caseOf(ALL, counts), ["--wounded 3000"], "1,500"],
    [caseOf(ALL, counts), ["--captured 3000", "--missing 1000"], "1,000"],
    [caseOf(ALL, counts), ["--wounded 3000", "--captured 2000", "--missing 1000"], "1,000"],
    // Without counts, three for each is all that it says.
    [caseOf(["wounded"]), ["--wounded 3000"], "1,000"],
    [caseOf(["wounded", "captured"]), ["--wounded 2000", "--captured 1000"], "1,000"],
  ])("%o, and %j", (named, options, expected) => expect(killed(named, ...options)).toBe(expected));

  test.each([
    [caseOf(ALL, counts), ["--captured 3000"]],
    [caseOf(ALL, counts), ["--wounded 3000", "--missing 1000"]],
    [caseOf(ALL, counts), ["--deserted 3000"]],
    [caseOf(["wounded", "captured"]), ["--wounded 3000"]],
    [{ ...HISTORY, counts: { killed: 100, losses: counts } } as NamedRatio, ["--captured 3000", "--missing 3000"]],
  ])("%o does not tell %j apart", (named, options) =>
    expect(refusalOf(() => killed(named, ...options))).toBe("E-RATIO-OF-CATEGORIES"),
  );
});
