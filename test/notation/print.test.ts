import { describe, expect, test } from "vitest";
import type { Range } from "../../src/core/range.ts";
import { Rational } from "../../src/core/rational.ts";
import {
  compact,
  decimal,
  inWords,
  measured,
  people,
  percent,
  plain,
  significant,
  typed,
  typedPercent,
} from "../../src/notation/print.ts";

const number = (text: string) => Rational.decimal(text);

test.each([
  [people, "13800.5", "13,801"],
  [people, "999.4", "999"],
  [decimal, "2", "2"],
  [decimal, "2.333", "2.33"],
  [decimal, "10", "10"],
  [decimal, "164223.0769", "164,223.08"],
  [decimal, "0.5", "0.5"],
  [decimal, "0.0282", "0.028"],
  [decimal, "0.000428", "0.00043"],
  [decimal, "0", "0"],
  [percent, "0.16", "16.0%"],
  [percent, "0.18666", "18.7%"],
  [percent, "0.0026", "0.26%"],
  [percent, "0.000047", "0.0047%"],
  [percent, "0", "0.0%"],
  [percent, "1.234", "123.4%"],
  [percent, "0.01", "1.0%"],
  [percent, "80000", "8,000,000.0%"],
  [people, "-6904.4", "-6,904"],
  [people, "-0.4", "0"],
  [decimal, "-2.333", "-2.33"],
  [decimal, "-0.000428", "-0.00043"],
  [percent, "-0.18666", "-18.7%"],
  [percent, "-0.0026", "-0.26%"],
  [measured, "1382.42", "1,382"],
  [measured, "1190", "1,190"],
  [measured, "999.96", "1,000"],
  [measured, "44.44", "44.4"],
  [measured, "90", "90"],
  [measured, "10", "10"],
  [measured, "7.456", "7.46"],
  [measured, "0.0428", "0.043"],
  [measured, "0", "0"],
  [measured, "-44.44", "-44.4"],
  [typedPercent, "0.3", "30%"],
  [typedPercent, "0.333333", "33.3333%"],
  [typedPercent, "0.333333333", "33.33%"],
  [typed, "2.345678", "2.345678"],
  [typed, "2.3456789", "2.35"],
  [plain, "6000", "6,000"],
  [plain, "1234.50", "1,234.5"],
  [plain, "0.000001", "0.000001"],
])("%o prints %s as %s", (print, value, text) => expect(print(number(value))).toBe(text));

test.each([
  ["237211.1", "237000"],
  ["164223", "164000"],
  ["999500", "1000000"],
  ["99950", "100000"],
  ["999", "999"],
  ["12.5", "25/2"],
  ["123.4", "617/5"],
  ["1234", "1230"],
  ["-16904", "-16900"],
])("%s to three significant digits is %s", (value, rounded) => {
  expect(significant(number(value), 3).toString()).toBe(rounded);
});

describe("a range, compact and in words", () => {
  const range = (low: number, high: number, flags = "", best?: number): Range => ({
    low: Rational.of(low),
    high: Rational.of(high),
    ...(best === undefined ? {} : { best: Rational.of(best) }),
    openLow: flags.includes("<"),
    openHigh: flags.includes(">"),
    approximate: flags.includes("~"),
  });
  test.each([
    [range(5, 5), "5", "5"],
    [range(5, 9), "5–9", "5 to 9"],
    // "1 to 3" could be read as a ratio.
    [range(1, 3), "1–3", "between 1 and 3"],
    [range(1, 3, ">"), "1–3+", "between 1 and 3 (or more)"],
    [range(1, 3, "~"), "~1–3", "about between 1 and 3"],
    [range(1, 3, "<"), "≤1–3", "1 (or fewer) to 3"],
    [range(1, 3, "", 2), "1/2/3", "between 1 and 3 (best 2)"],
    [range(2, 2000), "2–2000", "2 to 2000"],
    [range(2, 1999), "2–1,999", "2 to 1,999"],
    [range(999, 999000), "999–999000", "999 to 999000"],
    [range(1000, 1000000), "1,000–1,000,000", "1,000 to 1,000,000"],
    [range(0, 5000), "0–5,000", "0 to 5,000"],
    [range(5, 5, "<"), "≤5", "up to 5"],
    [range(5, 5, ">"), "5+", "at least 5"],
    [range(5, 5, "<>"), "≤5–5+", "5 (or fewer) to 5 (or more)"],
    [range(5, 9, "<"), "≤5–9", "5 (or fewer) to 9"],
    [range(5, 9, ">"), "5–9+", "5 to 9 (or more)"],
    [range(5, 9, "<>"), "≤5–9+", "5 (or fewer) to 9 (or more)"],
    [range(5, 5, "~"), "~5", "about 5"],
    [range(5, 5, "~<"), "~≤5", "up to about 5"],
    [range(5, 9, "~>"), "~5–9+", "about 5 to 9 (or more)"],
    [range(5, 9, "", 7), "5/7/9", "5 to 9 (best 7)"],
    [range(5, 5, "", 5), "5/5/5", "5 to 5 (best 5)"],
    [range(5, 9, "~<>", 7), "~≤5/7/9+", "about 5 (or fewer) to 9 (or more) (best 7)"],
  ])("case %#: $1, in words $2", (value, short, long) => {
    expect(compact(value, people)).toBe(short);
    expect(inWords(value, people)).toBe(long);
  });

  test("a share is “or less”, not “or fewer”", () => {
    expect(inWords(range(0, 1, "<"), percent, "less")).toBe("0.0% (or less) to 100.0%");
  });
});
