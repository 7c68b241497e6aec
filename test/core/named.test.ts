import { describe, expect, test } from "vitest";
import type { Category } from "../../src/core/categories.ts";
import { estimate } from "../../src/core/estimate.ts";
import type { Ratio } from "../../src/core/figure.ts";
import type { CaseRatio, CountedLoss, HistoryRatio, NamedRatio } from "../../src/core/named.ts";
import { closed } from "../../src/core/range.ts";
import { Rational } from "../../src/core/rational.ts";
import { refusalOf } from "../problems.ts";
import { scenarioFor, short } from "../scenario.ts";

/** A ratio from a file, which may cover and count losses that no case of the record does. */
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
    { war: "1962", title: "War of 1962", mean: 0.764 },
    { war: "2001", title: "War of 2001", mean: 10.926 },
  ],
};

const ratioOf = (named: NamedRatio | undefined, value = "3"): Ratio => ({
  ...closed(Rational.decimal(value)),
  text: "border",
  named,
});

const ALL: Category[] = ["wounded", "captured", "missing", "deserted"];

describe("the caveats of a named ratio", () => {
  const KILLED = scenarioFor("--killed 1000");
  const of = (ratio: Ratio, input: "ratio" | "wounded" = "ratio") => {
    const loss = input === "ratio" ? { ratio } : { wounded: [{ kind: "multiplier" as const, ratio }] };
    return estimate({ ...KILLED, ...loss }).caveats.map(({ code }) => code);
  };

  test.each([
    ["that covers all losses", caseOf(ALL), "3", []],
    ["that covers fewer losses", caseOf(["wounded", "captured"]), "3", ["RATIO_COVERS"]],
    [
      "that counts some captured",
      caseOf(ALL, [
        { of: "wounded", count: 3 },
        { of: "captured or missing", count: 1 },
      ]),
      "3",
      ["CAPTURED_BY_MULTIPLIER", "WOUNDED_AND_CAPTURED"],
    ],
    ["that counts nobody captured", caseOf(ALL, [{ of: "captured", count: 0 }]), "3", []],
    // Only ratios like those of past wars are compared with them.
    ["that covers all losses, outside the range of past wars", caseOf(ALL), "99", ["OUTSIDE_HISTORY"]],
    [
      "that covers some losses, outside the range of past wars",
      caseOf(["wounded", "missing"]),
      "99",
      ["RATIO_COVERS", "OUTSIDE_HISTORY"],
    ],
    ["that covers the wounded alone", caseOf(["wounded"]), "99", ["RATIO_COVERS"]],
    ["that covers losses other than the wounded", caseOf(["captured", "missing"]), "99", ["RATIO_COVERS"]],
    ["or of one without a name", undefined, "99", ["OUTSIDE_HISTORY"]],
  ])("%s", (_, named, value, codes) => expect(of(ratioOf(named, value))).toEqual(codes));

  test.each([
    [HISTORY, "99", ["HISTORY_INTERVAL"]],
    [{ ...HISTORY, wars: 9 }, "3", ["HISTORY_INTERVAL", "FEW_WARS"]],
    [caseOf(["wounded"]), "99", ["OUTSIDE_HISTORY"]],
    [{ ...caseOf(["wounded"]), notComparable: "besieged" }, "3", ["NOT_COMPARABLE"]],
  ])("as a multiplier for the wounded: %o at %s", (named, value, codes) =>
    expect(of(ratioOf(named, value), "wounded")).toEqual(codes),
  );

  test("name the wars outside the interval, with their means", () => {
    const wounded = [{ kind: "multiplier" as const, ratio: ratioOf(HISTORY) }];
    const [caveat] = estimate({ ...KILLED, wounded }).caveats;
    expect(caveat?.args).toMatchObject({
      outside: [
        { name: "1962", title: "War of 1962", ratio: "0.76" },
        { name: "2001", title: "War of 2001", ratio: "10.93" },
      ],
    });
  });
});

describe("the killed from counts of some categories and a named ratio", () => {
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
    // Without counts, the ratio says only that there are three for each killed.
    [caseOf(["wounded"]), ["--wounded 3000"], "1,000"],
    [caseOf(["wounded", "captured"]), ["--wounded 2000", "--captured 1000"], "1,000"],
  ])("%o, and %j", (named, options, expected) => expect(killed(named, ...options)).toBe(expected));

  test.each([
    [caseOf(ALL, counts), ["--captured 3000"]],
    [caseOf(ALL, counts), ["--wounded 3000", "--missing 1000"]],
    [caseOf(ALL, counts), ["--deserted 3000"]],
    [caseOf(["wounded", "captured"]), ["--wounded 3000"]],
  ])("%o has no count of just %j, so it is refused", (named, options) =>
    expect(refusalOf(() => killed(named, ...options))).toBe("E-RATIO-OF-CATEGORIES"),
  );

  test("a history gives them from the wounded alone", () => {
    expect(killed(HISTORY, "--wounded 3000")).toBe("1,000");
    expect(refusalOf(() => killed(HISTORY, "--captured 3000", "--wounded 3000"))).toBe("E-HISTORY-ONLY");
  });
});
