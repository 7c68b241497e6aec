import { expect, test } from "vitest";
import {
  addPeople,
  addRanges,
  difference,
  type Input,
  inputAt,
  type Range,
  type RangeEnd,
} from "../../src/core/range.ts";
import { Rational } from "../../src/core/rational.ts";
import { compact } from "../../src/notation/print.ts";
import { estimateFor } from "../scenario.ts";

const range = (figure: string) => estimateFor(`--killed ${figure}`).killed!;
const written = (value: Range) => compact(value, (end) => end.toFixed(0));

test.each([
  ["7", "5-6", "12–13", "1–2"],
  ["7/8/9", "1/2/3", "8/10/12", "4/6/8"],
  ["7/8/9", "1-3", "8–12", "4–8"],
  ["7-9", "1/2/3", "8–12", "4–8"],
  ["7+", "5", "12+", "2+"],
  ["7", "5+", "12+", "≤2"],
  ["up to 7", "5", "≤12", "≤2"],
  ["7", "up to 5", "≤12", "2+"],
  ["about 7", "5", "~12", "~2"],
  ["7", "about 5", "~12", "~2"],
])("the sum of %s and %s is %s, and their difference is %s", (now, before, sum, apart) => {
  const [a, b] = [range(now), range(before)];
  expect([written(addRanges(a, b)), written(addRanges(b, a)), written(difference(b, a))]).toEqual([sum, sum, apart]);
});

test.each([
  ["7", "up to 5", "7–12"],
  ["7-8", "≤1–5", "7–13"],
  ["7+", "up to 5", "7–12+"],
  ["up to 7", "up to 5", "≤12"],
  ["0", "up to 5", "≤5"],
  ["7", "5+", "12+"],
  ["6/7/8", "1/2/3", "7/9/11"],
])("%s and %s of different people are %s", (first, second, sum) => {
  const [a, b] = [range(first), range(second)];
  expect([written(addPeople(a, b)), written(addPeople(b, a))]).toEqual([sum, sum]);
});

const at = (low: number, high: number) => ({ low: Rational.of(low), high: Rational.of(high) });

test.each<[string, Partial<Input>, Record<RangeEnd, number>]>([
  ["rises", {}, { low: 6, best: 7, high: 9 }],
  ["inverse", { inverse: true }, { low: 9, best: 7, high: 6 }],
  ["has values of its own for the ends", { at: at(8, 7) }, { low: 8, best: 7, high: 7 }],
])("the value at each end of a result, of an input that %s", (_, of, ends) => {
  const input: Input = { value: range("6/7/9"), unit: "people", ...of };
  for (const [end, value] of Object.entries(ends)) expect(inputAt(input, end as RangeEnd).toNumber()).toBe(value);
});

test("an input without a best value is at its low end for the best value of the result", () => {
  expect(inputAt({ value: range("6"), unit: "people", inverse: true }, "best").toNumber()).toBe(6);
});
