import { expect, test } from "vitest";
import { pairedSteps } from "../../src/render/paired.ts";
import { estimateFor } from "../scenario.ts";

const lines = (killed: string, casualties: string) =>
  pairedSteps(estimateFor(`--killed ${killed}`, `--casualties ${casualties}`)).flatMap((step) => step.lines);

test("the low ends are paired, and so are the high ends", () => {
  expect(lines("100-140", "500-600")).toEqual([
    "others: 400 to 460",
    "others per killed: 3.29 to 4",
    "share who died: 20.0% to 23.3%",
  ]);
});

test.each([
  ["5-10", "0-100"],
  ["500-600", "400-1000"],
  ["0-10", "20-30"],
  ["100", "500-600"],
])("%s killed of %s casualties are not paired", (killed, casualties) => {
  expect(lines(killed, casualties)).toEqual([]);
});
