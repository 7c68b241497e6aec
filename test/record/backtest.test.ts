import { expect, test } from "vitest";
import { parseRatio } from "../../src/notation/figure.ts";
import { backtest, eitherMeasure } from "../../src/record/backtest.ts";
import { RECORD } from "../../src/record/cases.ts";
import record from "../../src/record/conflicts.json" with { type: "json" };
import { ratiosByName } from "../../src/record/names.ts";

function tested(text: string) {
  const ratios = ratiosByName();
  return backtest(RECORD.conflicts, parseRatio(text, { ratios: eitherMeasure(ratios) }), ratios);
}

/** The same counts from the JSON alone, in plain numbers: rows, within 25%, within a factor of 2, inside, too low, too high. */
function independent(low: number, high: number, measure: "wounded" | "others"): number[] {
  const results: number[] = [];
  for (const row of record.conflicts) {
    const more = [row.captured, row.missing, row.capturedOrMissing].flatMap((count) => count ?? []);
    if (!row.comparable || (measure === "others" && more.length === 0)) continue;
    const recorded = measure === "wounded" ? row.wounded : more.reduce((a, b) => a + b, row.wounded);
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

test("the counts of a back-test with a ratio of 3", () => {
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
])("the counts for %s match a calculation from the JSON alone", (text, low, high) => {
  expect(countsOf(tested(text))).toEqual([independent(low, high, "wounded"), independent(low, high, "others")]);
});

test("the error of a trial is that of its estimate", () => {
  const trial = tested("3").blocks[0]!.trials.find((trial) => trial.case.id === "us-korea")!;
  expect([trial.estimate.low.toNumber(), trial.recorded.toNumber(), trial.errorLow.toNumber().toFixed(4)]).toEqual([
    101217,
    103284,
    "-0.0200",
  ]);
});

test("a best value of the ratio gives a best estimate", () => {
  const trial = tested("2/3/4").blocks[0]!.trials.find((trial) => trial.case.id === "us-korea")!;
  const { low, best, high } = trial.estimate;
  expect([low, best, high].map(Number)).toEqual([67478, 101217, 134956]);
});

test("an open low end includes everything below it, and is not a single number", () => {
  const { isSingle, blocks } = tested("up to 3");
  expect([isSingle, blocks[0]!.inside, blocks[0]!.tooHigh, blocks[0]!.tooLow]).toEqual([false, 17, 0, 23]);
});

test("names and history are read ignoring case", () => {
  expect(countsOf(tested("HISTORY:BATTLE-DEATHS"))).toEqual(countsOf(tested("history:battle-deaths")));
});

test("the ratio of a case fits that case exactly", () => {
  const { blocks, isSingle } = tested("us-korea");
  expect([isSingle, blocks[0]!.inside, blocks[0]!.tooLow + blocks[0]!.tooHigh]).toEqual([true, 1, 39]);
});

test("an open high end includes everything above it", () => {
  const [wounded] = tested("3+").blocks;
  expect([wounded!.inside, wounded!.tooHigh, wounded!.tooLow]).toEqual([23, 17, 0]);
});

test("history is tested on each case with the interval of the other wars", () => {
  const { blocks, without, isHistory } = tested("history");
  expect([isHistory, without, blocks.length]).toEqual([true, ["others"], 1]);
  const [wounded] = blocks;
  expect([wounded!.trials.length, wounded!.inside]).toEqual([40, 33]);
  // Without its own war, Korea's interval differs from that of all wars.
  const korea = wounded!.trials.find((trial) => trial.case.id === "us-korea")!;
  expect([korea.ratio.low.toFixed(2), korea.ratio.high.toFixed(2)]).not.toEqual(["1.87", "6.18"]);
});

test("narrowed history is tested only on the cases that it includes", () => {
  expect(tested("history:1946-2000").blocks[0]!.trials).toHaveLength(17);
});

test("a named ratio is tested only for the losses that its case has counts of", () => {
  const { blocks, without } = tested("us-afghanistan");
  expect([blocks.map(({ measure }) => measure), without]).toEqual([["wounded"], ["others"]]);
  expect(tested("us-korea").blocks).toHaveLength(2);
});

test("history of five wars is not tested, since four other wars are too few", () => {
  const { blocks } = tested("history:-1917");
  expect(blocks[0]!.trials).toHaveLength(0);
});

test("an unknown name, an unknown scope and history of too few wars are refused", () => {
  expect(() => tested("nowhere")).toThrow("E-RATIO-UNKNOWN");
  expect(() => tested("history:x")).toThrow("E-HISTORY-SCOPE");
  expect(() => tested("history:2001-")).toThrow("E-HISTORY-FEW");
});
