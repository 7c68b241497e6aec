import { expect, test } from "vitest";
import { Rational } from "../../src/core/rational.ts";
import { NONE } from "../../src/table/plain-row.ts";
import { Quick } from "../../src/table/quick.ts";
import { Totals } from "../../src/table/totals.ts";
import { estimateFor } from "../scenario.ts";

function summed(...rows: string[][]): string {
  const totals = new Totals();
  for (const row of rows) {
    const { killed, outOfAction } = estimateFor(...row);
    totals.add(killed, outOfAction);
  }
  const ends = [totals.killed, totals.outOfAction].map(
    ({ low, high, openLow, openHigh }) =>
      `${openLow ? "≤" : ""}${low.toNumber()}–${high.toNumber()}${openHigh ? "+" : ""}`,
  );
  return `${ends.join(" ")} of ${totals.killedRows}`;
}

test.each([
  ["no rows", [], "0–0 0–0 of 0"],
  [
    "ranges",
    [
      ["--killed 6-8", "--ratio 3"],
      ["--killed 1", "--ratio 1-2"],
    ],
    "7–9 26–35 of 2",
  ],
  [
    "fractions of people",
    [
      ["--killed 1", "--ratio 0.4"],
      ["--killed 1", "--ratio 0.3"],
    ],
    "2–2 2.7–2.7 of 2",
  ],
  [
    "thirds, to a billionth",
    Array(3).fill(["--killed 1", "--coverage 75%", "--ratio 1"]),
    "3.999999999–3.999999999 8.000000001–8.000000001 of 3",
  ],
  ["open ends", [["--killed up to 6"], ["--killed 6+"], ["--killed 6"]], "≤18–18+ ≤18–18+ of 3"],
  ["rows of casualties and a ratio", [["--killed 6"], ["--casualties 20", "--ratio 3"]], "11–11 26–26 of 2"],
  ["rows of casualties alone", [["--killed 6"], ["--casualties 20"]], "6–6 26–26 of 1"],
])("the totals of %s", (_, rows, text) => {
  expect(summed(...(rows as string[][]))).toBe(text);
});

test("rows in plain numbers are added to the totals", () => {
  const totals = new Totals();
  const quick = Quick.for({}, undefined)!;
  const add = (row: Partial<Quick>) => {
    Object.assign(quick, row);
    totals.add(quick.killedRange, quick.outRange);
  };
  add({ low: 2, high: 2, killedScale: 1, outLow: 9, outHigh: 9, scale: 1, open: "" });
  add({ low: 4, high: 18, killedScale: 2, outLow: 90, outHigh: 95, scale: 10, open: "high" });
  add({ low: NONE, high: NONE, killedScale: 1, outLow: 1, outHigh: 1, scale: 1, open: "low" });
  expect([totals.killed, totals.outOfAction, totals.killedRows]).toMatchObject([
    { low: Rational.of(4), high: Rational.of(11), openLow: false, openHigh: true },
    { low: Rational.of(19), high: Rational.of(39, 2), openLow: true, openHigh: true },
    2,
  ]);
});

test("caveats are counted by code", () => {
  const totals = new Totals();
  for (const codes of ["", "OPEN_LOW", "OPEN_LOW OPEN_HIGH"]) totals.count(codes);
  expect([...totals.caveats]).toEqual([
    ["OPEN_LOW", 2],
    ["OPEN_HIGH", 1],
  ]);
});
