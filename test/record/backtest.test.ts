import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseRatio } from "../../src/notation/figure.ts";
import { backtest, eitherMeasure } from "../../src/record/backtest.ts";
import { RECORD } from "../../src/record/cases.ts";
import { ratiosByName } from "../../src/record/names.ts";

const { conflicts } = JSON.parse(readFileSync("src/record/conflicts.json", "utf8"));

function tested(text: string) {
  const ratios = ratiosByName();
  return backtest(RECORD.conflicts, parseRatio(text, { ratios: eitherMeasure(ratios) }), ratios);
}

/** The same from the JSON alone, in plain numbers: rows, within 25%, within a factor of two, inside, low, high. */
function independent(low: number, high: number, measure: "wounded" | "others"): number[] {
  const results: number[] = [];
  for (const row of conflicts) {
    const more = [row.captured, row.missing, row.capturedOrMissing].filter((count) => count !== undefined);
    if (!row.comparable || (measure === "others" && more.length === 0)) continue;
    const recorded = measure === "wounded" ? row.wounded : more.reduce((a: number, b: number) => a + b, row.wounded);
    const [least, most] = [row.killed * low, row.killed * high];
    results.push(recorded < least ? least / recorded : recorded > most ? most / recorded : 1);
  }
  const count = (holds: (q: number) => boolean) => results.filter(holds).length;
  return [
    results.length,
    count((q) => q >= 0.75 && q <= 1.25),
    count((q) => q >= 0.5 && q <= 2),
    count((q) => q === 1),
    count((q) => q < 1),
    count((q) => q > 1),
  ];
}

const countsOf = ({ blocks }: ReturnType<typeof tested>) =>
  blocks.map(({ trials, withinQuarter, withinTwo, inside, tooLow, tooHigh }) => [
    trials.length,
    withinQuarter,
    withinTwo,
    inside,
    tooLow,
    tooHigh,
  ]);

test("the rule of three", () => {
  expect(countsOf(tested("3"))).toEqual([
    [40, 20, 34, 0, 23, 17],
    [35, 19, 27, 0, 24, 11],
  ]);
});

test.each([
  ["3", 3, 3],
  ["3.5", 3.5, 3.5],
  ["2-4", 2, 4],
  ["1.87-6.18", 1.87, 6.18],
  ["100", 100, 100],
])("%s agrees with a reckoning from the JSON alone", (text, low, high) => {
  expect(countsOf(tested(text))).toEqual([independent(low, high, "wounded"), independent(low, high, "others")]);
});

test("the error is that of the estimate", () => {
  const trial = tested("3").blocks[0]!.trials.find((one) => one.case.id === "us-korea")!;
  expect([trial.estimate.low.toNumber(), trial.recorded.toNumber(), trial.errorLow.toNumber().toFixed(4)]).toEqual([
    101217,
    103284,
    "-0.0200",
  ]);
});

test("a best value has an estimate of its own", () => {
  const trial = tested("2/3/4").blocks[0]!.trials.find((one) => one.case.id === "us-korea")!;
  const { low, best, high } = trial.estimate;
  expect([low, best, high].map(Number)).toEqual([67478, 101217, 134956]);
});

test("an open low end takes in all below it, and a range with one is no single number", () => {
  const { isSingle, blocks } = tested("up to 3");
  expect([isSingle, blocks[0]!.inside, blocks[0]!.tooHigh, blocks[0]!.tooLow]).toEqual([false, 17, 0, 23]);
});

test("names and history are read in any case of letters", () => {
  expect(countsOf(tested("HISTORY:BATTLE-DEATHS"))).toEqual(countsOf(tested("history:battle-deaths")));
});

test("a case meets itself", () => {
  const { blocks, isSingle } = tested("us-korea");
  expect([isSingle, blocks[0]!.inside, blocks[0]!.tooLow + blocks[0]!.tooHigh]).toEqual([true, 1, 39]);
});

test("an open end takes in all beyond it", () => {
  const [wounded] = tested("3+").blocks;
  expect([wounded!.inside, wounded!.tooHigh, wounded!.tooLow]).toEqual([23, 17, 0]);
});

test("history judges every case by the other wars", () => {
  const { blocks, without, isHistory } = tested("history");
  expect([isHistory, without, blocks.length]).toEqual([true, ["others"], 1]);
  const [wounded] = blocks;
  expect([wounded!.trials.length, wounded!.inside]).toEqual([40, 33]);
  // Without its own war, Korea's interval is another one than that of all wars.
  const korea = wounded!.trials.find((one) => one.case.id === "us-korea")!;
  expect([korea.ratio.low.toFixed(2), korea.ratio.high.toFixed(2)]).not.toEqual(["1.87", "6.18"]);
});

test("history that is narrowed judges the cases that it means", () => {
  expect(tested("history:1946-2000").blocks[0]!.trials).toHaveLength(17);
});

test("a name is tested with what it knows", () => {
  const { blocks, without } = tested("us-afghanistan");
  expect([blocks.map(({ measure }) => measure), without]).toEqual([["wounded"], ["others"]]);
  expect(tested("us-korea").blocks).toHaveLength(2);
});

test("with five wars, four others are too few", () => {
  const { blocks } = tested("history:-1917");
  expect(blocks[0]!.trials).toHaveLength(0);
});

test("an unknown name, and history of too few wars, are refused", () => {
  expect(() => tested("nowhere")).toThrow("E-RATIO-UNKNOWN");
  expect(() => tested("history:x")).toThrow("E-HISTORY-SCOPE");
  expect(() => tested("history:2001-")).toThrow("E-HISTORY-FEW");
});
