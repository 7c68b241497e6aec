import { describe, expect, test } from "vitest";
import { NONE, type People, PlainRow } from "../../src/table/plain-row.ts";
import { Quick } from "../../src/table/quick.ts";
import { scenarioFor } from "../scenario.ts";

const quickFor = (...options: string[]) => Quick.for(scenarioFor(...options), undefined);

/** The values that a row has: the killed, other losses, a ratio. */
interface RowValues extends Partial<People> {
  readonly casualties?: number | Partial<People>;
  readonly counts?: readonly (number | Partial<People>)[];
  readonly ratio?: PlainRow["ratio"];
  readonly isRounded?: boolean;
}

const people = (given: number | Partial<People>) => (typeof given === "number" ? { low: given, high: given } : given);

function plain({ casualties = NONE, counts = [], ratio, isRounded = false, ...killed }: RowValues): PlainRow {
  const row = new PlainRow();
  Object.assign(row.killed, killed);
  Object.assign(row.casualties, people(casualties));
  for (const [index, count] of counts.entries()) Object.assign(row.counts[index]!, people(count));
  return Object.assign(row, { ratio, isRounded });
}

/** The ratio of a row in tenths, or in other parts. */
const parts = (low: number, scale = 10, high = low, approximate = false) => ({ low, high, scale, approximate });

type ResultRow = [low: number, best: number, high: number, tenths?: number | undefined, about?: boolean];

/** The result of a row of low, best and high, which may have a ratio in tenths: people, and caveats. */
function computed(options: string[], ...[low, best, high, tenths, about]: ResultRow) {
  const quick = quickFor(...options)!;
  const ratio = tenths === undefined ? undefined : parts(tenths);
  if (!quick.compute(plain({ low, best, high, ratio, approximate: about === true }))) return undefined;
  const people = [quick.outLow, quick.outBest, quick.outHigh].map((out) => (out === NONE ? "" : out / quick.scale));
  return [...people, quick.caveats].join(" ");
}

test.each<[string, string[], ResultRow, string]>([
  ["one ratio", ["--ratio 3"], [6000, NONE, 13_800], "24000  55200 "],
  ["a best value of the row", ["--ratio 3"], [6, 7, 8], "24 28 32 "],
  ["a best value of the ratio", ["--ratio 2/3/4"], [6, NONE, 6], "18 24 30 OUTSIDE_HISTORY"],
  ["a best value of both", ["--ratio 2/3/4"], [6, 7, 8], "18 28 40 OUTSIDE_HISTORY"],
  ["a best value of neither", ["--ratio 2-4"], [6, 7, 8], "18  40 OUTSIDE_HISTORY"],
  ["a best value of the ratio, but not of the range", ["--ratio 2/3/4"], [6, NONE, 8], "18  40 OUTSIDE_HISTORY"],
  ["a ratio of the row", ["--ratio 3"], [6, 7, 8, 25], "21 24.5 28 "],
  ["a ratio of the row instead of one with a best value", ["--ratio 2/3/4"], [6, NONE, 6, 25], "21  21 "],
  ["decimals", ["--ratio 2.75"], [2, NONE, 3], "7.5  11.25 "],
  [
    "categories",
    ["--wounded 2x", "--captured 0.5x"],
    [2, NONE, 3],
    "7  10.5 CAPTURED_BY_MULTIPLIER WOUNDED_AND_CAPTURED",
  ],
  ["only the killed", ["--force 9"], [2, NONE, 3], "2  3 KILLED_ALONE"],
  ["a ratio of the row alone", ["--force 90"], [2, NONE, 3, 10], "4  6 OUTSIDE_HISTORY"],
  ["a ratio at the low end of past wars", ["--force 90"], [2, NONE, 3, 24], "6.8  10.2 "],
  ["a ratio below past wars", ["--force 90"], [2, NONE, 3, 23], "6.6  9.9 OUTSIDE_HISTORY"],
  ["a ratio near the high end of past wars", ["--force 90"], [2, NONE, 3, 94], "20.8  31.2 "],
  ["a ratio above past wars", ["--force 90"], [2, NONE, 3, 95], "21  31.5 OUTSIDE_HISTORY"],
  [
    "a ratio above past wars, and more than the force",
    ["--force 9"],
    [2, NONE, 3, 95],
    "21  31.5 OUTSIDE_HISTORY EXCEEDS_FORCE",
  ],
  [
    "approximate killed, by a ratio above past wars",
    ["--force 90"],
    [2, NONE, 3, 95, true],
    "21  31.5 OUTSIDE_HISTORY APPROXIMATE",
  ],
  ["approximate killed", ["--ratio 3"], [2, NONE, 3, undefined, true], "8  12 APPROXIMATE"],
  [
    "approximate killed, with another caveat",
    ["--force 9"],
    [2, NONE, 3, undefined, true],
    "2  3 KILLED_ALONE APPROXIMATE",
  ],
  ["an approximate ratio", ["--ratio about 3"], [2, NONE, 3], "8  12 APPROXIMATE"],
  ["losses equal to the force", ["--ratio 3", "--force 12"], [2, NONE, 3], "8  12 "],
  ["losses that may exceed the force", ["--ratio 3", "--force 8"], [2, NONE, 3], "8  12 MAY_EXCEED_FORCE"],
  ["losses above the force", ["--ratio 3", "--force 7"], [2, NONE, 3], "8  12 EXCEEDS_FORCE"],
  ["losses that do not exceed a range of the force", ["--ratio 3", "--force 12-13"], [2, NONE, 3], "8  12 "],
  [
    "losses that may exceed a range of the force",
    ["--ratio 3", "--force 8-13"],
    [2, NONE, 3],
    "8  12 MAY_EXCEED_FORCE",
  ],
  ["losses above a range of the force", ["--ratio 3", "--force 5-7"], [2, NONE, 3], "8  12 EXCEEDS_FORCE"],
  ["an approximate force", ["--ratio 3", "--force about 12"], [2, NONE, 3], "8  12 APPROXIMATE"],
  ["losses above each of two forces", ["--ratio 3", "--force a=7", "--force b=6"], [2, NONE, 3], "8  12 EXCEEDS_FORCE"],
  ["losses above one of two forces", ["--ratio 3", "--force a=7", "--force b=60"], [2, NONE, 3], "8  12 EXCEEDS_FORCE"],
  ["nobody killed", ["--ratio 3"], [0, 0, 0], "0 0 0 "],
])("in plain numbers, %s gives $3", (_, options, row, text) => {
  expect(computed(options, ...row)).toBe(text);
});

describe("plain numbers are not used for", () => {
  test.each<[string, string[], ResultRow]>([
    ["counts in options", ["--wounded 300"], [2, NONE, 3]],
    ["a range that runs backwards", ["--ratio 3"], [3, NONE, 2]],
    ["a best value below", ["--ratio 3"], [3, 2, 4]],
    ["a best value above", ["--ratio 3"], [3, 5, 4]],
    ["people too many to be exact", ["--ratio 3"], [1, NONE, 2 ** 51]],
    ["a share too large to be exact", ["--ratio 3", "--force 9"], [1, NONE, 3_000_000]],
    ["a force too large to be exact", ["--ratio 2.123", "--force 900,719,925,474,099"], [1, NONE, 2]],
    ["two forces with different caveats", ["--ratio 3", "--force a=7", "--force b=9"], [2, NONE, 3]],
    ["a row without a ratio, if the ratio of the options is open", ["--ratio 3+"], [2, NONE, 3]],
    ["a ratio of the row next to multipliers", ["--wounded 2x"], [2, NONE, 3, 10]],
  ])("%s", (_, options, row) => {
    expect(computed(options, ...row)).toBe(undefined);
  });

  test.each([
    ["a coverage of one source", ["--ratio 3", "--coverage AP=50%"]],
    ["a coverage with an open end", ["--ratio 3", "--coverage up to 50%"]],
    ["those who returned, with a best value", ["--wounded 3x", "--returned 20%/30%/40%"]],
    ["those who returned, with an open end", ["--wounded 3x", "--returned at least 20%"]],
    ["those who returned, in too many decimals", ["--wounded 3x", "--returned 20.12345678%"]],
    ["a force with a best size", ["--ratio 3", "--force 9/9/9"]],
    ["a force with an open end", ["--ratio 3", "--force 9+"]],
  ])("%s", (_, options) => {
    expect(quickFor(...options)).toBe(undefined);
  });

  test("a ratio with seven decimals, unless the row has its own", () => {
    expect(computed(["--ratio 1.0000001"], 2, NONE, 3)).toBe(undefined);
    expect(computed(["--ratio 1.0000001"], 2, NONE, 3, 10)).toBe("4  6 OUTSIDE_HISTORY");
  });
});

test("the force of a row is compared instead of the first", () => {
  const quick = quickFor("--ratio 3", "--force 7")!;
  const [force] = quick.forces;
  Object.assign(force!, people(8));
  expect([quick.compute(plain({ low: 2, high: 3 })), quick.caveats]).toEqual([true, "MAY_EXCEED_FORCE"]);
  Object.assign(force!, people(0));
  expect(quick.compute(plain({ low: 2, high: 3 }))).toBe(false);
});

test("counts of all sides have a caveat", () => {
  const quick = Quick.for(scenarioFor("--ratio 3"), "all sides")!;
  expect([quick.compute(plain({ low: 2, high: 3 })), quick.caveats]).toEqual([true, "COUNTS_ALL_SIDES"]);
});

/** The result of a row of other cells: the killed and their scale, all losses, open ends, caveats. */
test.each<[string, string[], RowValues, string | undefined]>([
  ["counts", [], { low: 7, high: 8, counts: [14, NONE, 3, NONE] }, "7-8/1 24-25  "],
  ["counts and a best value", [], { low: 7, best: 7, high: 8, counts: [14, NONE, NONE, NONE] }, "7-8/1 21-22  "],
  ["few wounded", [], { low: 100, high: 100, counts: [30, NONE, NONE, NONE] }, "100-100/1 130-130  OUTSIDE_HISTORY"],
  ["many wounded", [], { low: 100, high: 100, counts: [619, NONE, NONE, NONE] }, "100-100/1 719-719  OUTSIDE_HISTORY"],
  [
    "as many wounded as in past wars",
    [],
    { low: 100, high: 100, counts: [618, NONE, NONE, NONE] },
    "100-100/1 718-718  ",
  ],
  ["wounded, with nobody killed", [], { low: 0, high: 0, counts: [300, NONE, NONE, NONE] }, "0-0/1 300-300  "],
  [
    "counts next to multipliers",
    ["--wounded 2x"],
    { low: 7, high: 7, counts: [NONE, 3, NONE, NONE] },
    "7-7/1 24-24  WOUNDED_AND_CAPTURED",
  ],
  [
    "counts instead of multipliers",
    ["--wounded 2x"],
    { low: 100, high: 100, counts: [300, NONE, NONE, NONE] },
    "100-100/1 400-400  ",
  ],
  ["counts that a ratio covers", ["--ratio 3"], { low: 7, high: 7, counts: [14, NONE, NONE, NONE] }, "7-7/1 28-28  "],
  ["counts above what a ratio covers", ["--ratio 3"], { low: 7, high: 7, counts: [22, NONE, NONE, NONE] }, undefined],
  ["casualties", [], { casualties: 28 }, "-1--1/1 28-28  "],
  ["casualties and a ratio", ["--ratio 3"], { casualties: 28 }, "28-28/4 28-28  "],
  ["casualties and a ratio of the row", [], { casualties: 28, ratio: parts(25) }, "280-280/35 28-28  "],
  ["casualties and a ratio that is a range", ["--ratio 2-4"], { casualties: 28 }, undefined],
  ["casualties and a ratio of too many decimals", ["--ratio 2.0000001"], { casualties: 28 }, undefined],
  ["casualties and a ratio in decimals", ["--ratio 2.3"], { casualties: 28 }, "280-280/33 28-28  OUTSIDE_HISTORY"],
  ["casualties and parts", [], { casualties: 28, counts: [14, NONE, NONE, 3] }, "-1--1/1 28-28  "],
  ["casualties and parts with a larger sum", [], { casualties: 28, counts: [14, NONE, NONE, 15] }, undefined],
  ["killed and casualties", [], { low: 100, high: 100, casualties: 400 }, "100-100/1 400-400  "],
  ["killed and few casualties", [], { low: 100, high: 100, casualties: 339 }, "100-100/1 339-339  OUTSIDE_HISTORY"],
  ["killed and many casualties", [], { low: 100, high: 100, casualties: 1048 }, "100-100/1 1048-1048  OUTSIDE_HISTORY"],
  ["more killed than casualties", [], { low: 100, high: 100, casualties: 99 }, undefined],
  ["killed, casualties and a ratio", ["--ratio 3"], { low: 100, high: 100, casualties: 400 }, undefined],
  ["killed with an open high end", ["--ratio 3"], { low: 7, high: 7, openHigh: true }, "7-7/1 28-28 high OPEN_HIGH"],
  ["killed with an open low end", ["--ratio 3"], { low: 7, high: 7, openLow: true }, "7-7/1 28-28 low OPEN_LOW"],
  [
    "killed with an open low end, and a small force",
    ["--ratio 3", "--force 9"],
    { low: 7, high: 7, openLow: true },
    "7-7/1 28-28 low OPEN_LOW MAY_EXCEED_FORCE",
  ],
  ["killed with an open high end, and casualties", [], { low: 7, high: 7, openHigh: true, casualties: 28 }, undefined],
  ["a range of casualties", [], { casualties: { low: 28, high: 40 } }, "-1--1/1 28-40  "],
  [
    "casualties with an open high end",
    [],
    { casualties: { low: 28, high: 28, openHigh: true } },
    "-1--1/1 28-28 high OPEN_HIGH",
  ],
  [
    "a range of casualties, and a small force",
    ["--ratio 3", "--force 30"],
    { casualties: { low: 28, high: 40 } },
    "28-40/4 28-40  MAY_EXCEED_FORCE",
  ],
  [
    "approximate casualties",
    [],
    { casualties: { low: 28, high: 28, approximate: true } },
    "-1--1/1 28-28  APPROXIMATE",
  ],
  ["casualties with a best value", [], { casualties: { low: 28, best: 30, high: 40 } }, undefined],
  ["a range of casualties that runs backwards", [], { casualties: { low: 40, high: 28 } }, undefined],
  ["a range of casualties, and parts", [], { casualties: { low: 28, high: 40 }, counts: [3] }, undefined],
  ["killed, and a range of casualties", [], { low: 7, high: 7, casualties: { low: 28, high: 40 } }, undefined],
  [
    "ranges of killed and wounded",
    [],
    { low: 100, high: 110, counts: [{ low: 300, high: 400 }] },
    "100-110/1 400-510  ",
  ],
  [
    "a range of wounded that exceeds past wars",
    [],
    { low: 100, high: 110, counts: [{ low: 300, high: 620 }] },
    "100-110/1 400-730  OUTSIDE_HISTORY",
  ],
  [
    "approximate wounded",
    [],
    { low: 7, high: 7, counts: [{ low: 3, high: 3, approximate: true }] },
    "7-7/1 10-10  APPROXIMATE",
  ],
  ["wounded with an open high end", [], { low: 7, high: 7, counts: [{ low: 3, high: 3, openHigh: true }] }, undefined],
  [
    "approximate wounded, which a ratio covers",
    ["--ratio 3"],
    { low: 7, high: 7, counts: [{ low: 3, high: 3, approximate: true }] },
    undefined,
  ],
  ["a count of each category, and a ratio", ["--ratio 3"], { low: 7, high: 7, counts: [3, 2, 1, 1] }, undefined],
  ["a count of each category, and casualties", [], { casualties: 28, counts: [3, 2, 1, 1] }, undefined],
  ["a range of the ratio", [], { low: 10, high: 20, ratio: parts(30, 10, 40) }, "10-20/1 40-100  "],
  ["a range of the ratio, and casualties", [], { casualties: 28, ratio: parts(30, 10, 40) }, undefined],
  [
    "an approximate ratio of the row",
    [],
    { low: 10, high: 20, ratio: parts(30, 10, 30, true) },
    "10-20/1 40-80  APPROXIMATE",
  ],
  ["a coverage", ["--ratio 3", "--coverage 50%"], { low: 10, high: 10 }, "20-20/1 80-80  "],
  ["a range of the coverage", ["--coverage 40%-50%"], { low: 10, high: 20 }, "40-100/2 20-50  KILLED_ALONE"],
  [
    "a coverage of an open number",
    ["--coverage 50%"],
    { low: 10, high: 10, openHigh: true },
    "20-20/1 20-20  KILLED_ALONE COVERAGE_CLOSES_FLOOR",
  ],
  [
    "a coverage, and wounded",
    ["--coverage 50%"],
    { low: 50, high: 50, counts: [619] },
    "100-100/1 719-719  OUTSIDE_HISTORY",
  ],
  ["a coverage, and casualties", ["--coverage 50%"], { low: 50, high: 50, casualties: 500 }, undefined],
  ["a coverage, and a ratio of the row", ["--coverage 30%"], { low: 3, high: 3, ratio: parts(30) }, "30-30/3 40-40  "],
  ["the share who died", ["--died 20%"], { low: 10, high: 10 }, "10-10/1 50-50  "],
  ["the share who died, of casualties", ["--died 20%"], { casualties: 50 }, "50-50/5 50-50  "],
  ["the share who died, and parts", ["--died 20%"], { low: 10, high: 10, counts: [30] }, "10-10/1 50-50  "],
  ["the share who died, and too many parts", ["--died 20%"], { low: 10, high: 10, counts: [41] }, undefined],
  ["the share who died, and a ratio", ["--died 20%"], { low: 10, high: 10, ratio: parts(30) }, undefined],
  ["a few days", ["--days 9"], { low: 10, high: 10 }, "10-10/1 10-10  KILLED_ALONE SHORT_PERIOD"],
  [
    "rounded and approximate killed",
    [],
    { low: 7, high: 7, approximate: true, isRounded: true },
    "7-7/1 7-7  KILLED_ALONE ROUNDED APPROXIMATE",
  ],
])("in plain numbers, %s gives $3", (_, options, row, text) => {
  const quick = quickFor(...options)!;
  const isDone = quick.compute(plain(row));
  const { low, high, killedScale, outLow, outHigh, scale, open, caveats } = quick;
  const result = `${low}-${high}/${killedScale} ${outLow / scale}-${outHigh / scale} ${open} ${caveats}`;
  expect(isDone ? result : undefined).toBe(text);
});

/** The losses without those who returned: low, best and high. */
test.each<[string, string[], RowValues, string | undefined]>([
  ["of all others", ["--ratio 3", "--returned 30%"], { low: 10, high: 20 }, "31  62"],
  ["as a range of all others", ["--ratio 3", "--returned 10%-30%"], { low: 10, high: 20 }, "31  74"],
  ["of a range of others", ["--ratio 2-4", "--returned 10%-30%"], { low: 10, high: 20 }, "24  92"],
  ["with a best value of the killed", ["--ratio 3", "--returned 30%"], { low: 10, best: 15, high: 20 }, "31 46.5 62"],
  ["with a best value of the ratio", ["--ratio 2/3/4", "--returned 50%"], { low: 10, high: 10 }, "20 25 30"],
  ["with no best value of the share", ["--ratio 2/3/4", "--returned 40%-50%"], { low: 10, high: 10 }, "20  34"],
  ["of a ratio of the row", ["--returned 30%"], { low: 10, high: 20, ratio: parts(25) }, "27.5  55"],
  ["of the share who did not die", ["--died 25%", "--returned 30%"], { low: 10, high: 20 }, "31  62"],
  ["of wounded by a multiplier", ["--wounded 2x", "--captured 1x", "--returned 50%"], { low: 10, high: 20 }, "30  60"],
  [
    "of wounded by a range of multipliers",
    ["--wounded 2x-3x", "--captured 1x", "--returned 50%"],
    { low: 10, high: 20 },
    "30  70",
  ],
  ["of wounded with a best value", ["--wounded 2x/3x/4x", "--returned 50%"], { low: 10, high: 10 }, "20 25 30"],
  [
    "of wounded next to captured with a best value",
    ["--wounded 2x", "--captured 1x/2x/3x", "--returned 50%"],
    { low: 10, high: 10 },
    "30 40 50",
  ],
  ["of counted wounded", ["--returned 50%"], { low: 10, high: 20, counts: [40] }, "30  40"],
  [
    "of a range of counted wounded",
    ["--returned 50%"],
    { low: 10, high: 20, counts: [{ low: 40, high: 60 }] },
    "30  50",
  ],
  [
    "of counted wounded that a ratio covers",
    ["--ratio 3", "--returned 50%"],
    { low: 10, high: 10, counts: [20] },
    "30  30",
  ],
  ["of casualties by a ratio", ["--ratio 3", "--returned 50%"], { casualties: 40 }, "25  25"],
  ["of casualties by a multiplier", ["--wounded 3x", "--returned 50%"], { casualties: 40 }, "25  25"],
  ["of casualties and wounded", ["--returned 50%"], { casualties: 40, counts: [30] }, "25  25"],
  ["of killed and casualties", ["--returned 50%"], { low: 10, high: 10, casualties: 40 }, "25  25"],
  ["with a coverage", ["--ratio 3", "--coverage 50%", "--returned 50%"], { low: 5, high: 10 }, "25  50"],
  ["with a coverage of 30%", ["--wounded 3x", "--coverage 30%", "--returned 50%"], { low: 3, high: 6 }, "25  50"],
  ["of casualties alone", ["--returned 50%"], { casualties: 40 }, undefined],
  ["of the captured", ["--returned 50%"], { low: 10, high: 10, counts: [NONE, 3] }, undefined],
  ["of people too many to be exact", ["--ratio 3", "--returned 0.123%"], { low: 1, high: 2 ** 40 }, undefined],
])("in plain numbers, those who returned, %s, leave $3", (_, options, row, text) => {
  const quick = quickFor(...options, "--force 1000")!;
  const isDone = quick.compute(plain(row));
  const net = [quick.netLow, quick.netBest, quick.netHigh].map((end) => (end === NONE ? "" : end / quick.netScale));
  expect(isDone ? net.join(" ") : undefined).toBe(text);
});
