import { describe, expect, test } from "vitest";
import { NONE, Quick } from "../../src/table/quick.ts";
import { scenarioFor } from "../scenario.ts";

const quickFor = (...options: string[]) => Quick.for(scenarioFor(...options), undefined);

type Row = [low: number, best: number, high: number, tenths?: number | undefined, about?: boolean];

/** What a row of low, best and high, perhaps with a ratio in tenths, comes to: people, their scale, caveats. */
function computed(options: string[], ...[low, best, high, tenths, about]: Row) {
  const quick = quickFor(...options)!;
  const ratio = tenths === undefined ? undefined : { units: tenths, scale: 10 };
  if (!quick.compute(low, best, high, ratio, about)) return undefined;
  const people = [quick.outLow, quick.outBest, quick.outHigh].map((out) => (out === NONE ? "" : out / quick.scale));
  return [...people, quick.caveats].join(" ");
}

test.each<[string, string[], Row, string]>([
  ["one ratio", ["--ratio 3"], [6000, NONE, 13_800], "24000  55200 "],
  ["a best value of the row", ["--ratio 3"], [6, 7, 8], "24 28 32 "],
  ["a best value of the ratio", ["--ratio 2/3/4"], [6, NONE, 6], "18 24 30 OUTSIDE_HISTORY"],
  ["a best value of both", ["--ratio 2/3/4"], [6, 7, 8], "18 28 40 OUTSIDE_HISTORY"],
  ["a best value of neither", ["--ratio 2-4"], [6, 7, 8], "18  40 OUTSIDE_HISTORY"],
  ["a best value of the ratio, none of a range", ["--ratio 2/3/4"], [6, NONE, 8], "18  40 OUTSIDE_HISTORY"],
  ["a ratio of the row", ["--ratio 3"], [6, 7, 8, 25], "21 24.5 28 "],
  ["a ratio of the row in the place of one with a best", ["--ratio 2/3/4"], [6, NONE, 6, 25], "21  21 "],
  ["decimals", ["--ratio 2.75"], [2, NONE, 3], "7.5  11.25 "],
  [
    "categories",
    ["--wounded 2x", "--captured 0.5x"],
    [2, NONE, 3],
    "7  10.5 CAPTURED_BY_MULTIPLIER WOUNDED_AND_CAPTURED",
  ],
  ["nothing but the killed", ["--force 9"], [2, NONE, 3], "2  3 KILLED_ALONE"],
  ["a ratio of the row alone", ["--force 90"], [2, NONE, 3, 10], "4  6 OUTSIDE_HISTORY"],
  ["a ratio at the low end of the past", ["--force 90"], [2, NONE, 3, 24], "6.8  10.2 "],
  ["a ratio below it", ["--force 90"], [2, NONE, 3, 23], "6.6  9.9 OUTSIDE_HISTORY"],
  ["a ratio near the high end of the past", ["--force 90"], [2, NONE, 3, 94], "20.8  31.2 "],
  ["a ratio above it", ["--force 90"], [2, NONE, 3, 95], "21  31.5 OUTSIDE_HISTORY"],
  [
    "a ratio above it, and more than the force",
    ["--force 9"],
    [2, NONE, 3, 95],
    "21  31.5 OUTSIDE_HISTORY EXCEEDS_FORCE",
  ],
  ["about, by a ratio above it", ["--force 90"], [2, NONE, 3, 95, true], "21  31.5 OUTSIDE_HISTORY APPROXIMATE"],
  ["about", ["--ratio 3"], [2, NONE, 3, undefined, true], "8  12 APPROXIMATE"],
  ["about, beside another caveat", ["--force 9"], [2, NONE, 3, undefined, true], "2  3 KILLED_ALONE APPROXIMATE"],
  ["a ratio of about", ["--ratio about 3"], [2, NONE, 3], "8  12 APPROXIMATE"],
  ["all of the force", ["--ratio 3", "--force 12"], [2, NONE, 3], "8  12 "],
  ["perhaps more", ["--ratio 3", "--force 8"], [2, NONE, 3], "8  12 MAY_EXCEED_FORCE"],
  ["more", ["--ratio 3", "--force 7"], [2, NONE, 3], "8  12 EXCEEDS_FORCE"],
  ["more than each force", ["--ratio 3", "--force a=7", "--force b=6"], [2, NONE, 3], "8  12 EXCEEDS_FORCE"],
  ["more than a force", ["--ratio 3", "--force a=7", "--force b=60"], [2, NONE, 3], "8  12 EXCEEDS_FORCE"],
  ["nobody", ["--ratio 3"], [0, 0, 0], "0 0 0 "],
])("%s", (_, options, row, text) => {
  expect(computed(options, ...row)).toBe(text);
});

describe("leaves to the fractions", () => {
  test.each<[string, string[], Row]>([
    ["a range that runs backwards", ["--ratio 3"], [3, NONE, 2]],
    ["a best value below", ["--ratio 3"], [3, 2, 4]],
    ["a best value above", ["--ratio 3"], [3, 5, 4]],
    ["more than is exact", ["--ratio 3"], [1, NONE, 2 ** 40]],
    ["a force that is more than is exact", ["--ratio 2.5", "--force 900,719,925,474,099"], [1, NONE, 2]],
    ["two forces that differ in what is said", ["--ratio 3", "--force a=7", "--force b=9"], [2, NONE, 3]],
    ["a row without a ratio, where that of the options is open", ["--ratio 3+"], [2, NONE, 3]],
    ["a ratio of the row beside categories", ["--wounded 2x"], [2, NONE, 3, 10]],
  ])("%s", (_, options, row) => {
    expect(computed(options, ...row)).toBe(undefined);
  });

  test.each([
    ["counts", ["--wounded 300"]],
    ["a coverage", ["--ratio 3", "--coverage 50%"]],
    ["those who returned", ["--wounded 3x", "--returned 30%"]],
    ["a force of two sizes", ["--ratio 3", "--force 6-9"]],
    ["a force with a best size", ["--ratio 3", "--force 9/9/9"]],
    ["a force of about", ["--ratio 3", "--force about 9"]],
    ["a force with an open end", ["--ratio 3", "--force 9+"]],
  ])("%s", (_, options) => {
    expect(quickFor(...options)).toBe(undefined);
  });

  test("nothing of a ratio in five decimals but a ratio of the row", () => {
    expect(computed(["--ratio 1.00001"], 2, NONE, 3)).toBe(undefined);
    expect(computed(["--ratio 1.00001"], 2, NONE, 3, 10)).toBe("4  6 OUTSIDE_HISTORY");
  });
});

test("the force of a row is compared in the place of the first", () => {
  const quick = quickFor("--ratio 3", "--force 7")!;
  quick.forces[0] = 8;
  expect([quick.compute(2, NONE, 3, undefined), quick.caveats]).toEqual([true, "MAY_EXCEED_FORCE"]);
  quick.forces[0] = 0;
  expect(quick.compute(2, NONE, 3, undefined)).toBe(false);
});

test("the dead of all sides are told", () => {
  const quick = Quick.for(scenarioFor("--ratio 3"), "all sides")!;
  expect([quick.compute(2, NONE, 3, undefined), quick.caveats]).toEqual([true, "COUNTS_ALL_SIDES"]);
});
