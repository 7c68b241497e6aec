import { describe, expect, test } from "vitest";
import { refusalOf } from "../problems.ts";
import { estimateFor, short } from "../scenario.ts";

const TOTALS = ["--killed A@2025-01-01=70", "--killed A@2025-02-01=90"];
const CHANGE = [...TOTALS, "--combine change"];

test.each([
  [["--casualties 100", "--start 2025-01-01", "--end 2025-01-01"], "1"],
  [["--casualties 100", "--start 2025-01-01", "--end 2025-01-31"], "31"],
  [["--casualties 100", "--start 2025-01-01", "--as-of 2025-01-31"], "31"],
  [["--casualties 100", "--start 2025-01-01", "--end 2025-01-31", "--days 31"], "31"],
  [["--casualties 100", "--start 2025-01-01", "--end 2025-01-31", "--days 20-40"], "31"],
  // Running totals are the ends of a period only if their change is asked for.
  [CHANGE, "31"],
  [[...TOTALS, "--combine sum", "--days 9"], "9"],
  [[...CHANGE, "--days 31"], "31"],
  [[...CHANGE, "--days 31-40"], "31"],
  [[...CHANGE, "--days 20-31"], "31"],
  [[...CHANGE, "--start 2025-01-01", "--end 2025-01-31"], "31"],
  [[...CHANGE, "--start 2025-01-01"], "31"],
  // A single total of another loss is not a period.
  [[...CHANGE, "--wounded A@2025-03-01=5"], "31"],
])("%j is a period of %s days", (options, days) => {
  expect(short(estimateFor(...options).solution.get("days"))).toBe(days);
});

describe("an impossible period is refused", () => {
  test.each([
    [["--casualties 100", "--start 2025-01-02", "--end 2025-01-01"], "E-PERIOD-REVERSED"],
    [["--casualties 100", "--start 2025-01-01", "--end 2025-01-31", "--days 32"], "E-PERIOD-DAYS"],
    [["--casualties 100", "--start 2025-01-01", "--end 2025-01-31", "--days 32-40"], "E-PERIOD-DAYS"],
    [["--casualties 100", "--start 2025-01-01", "--end 2025-01-31", "--days 20-30"], "E-PERIOD-DAYS"],
    [[...CHANGE, "--days 30"], "E-PERIOD-DAYS"],
    [[...CHANGE, "--days 32-40"], "E-PERIOD-DAYS"],
    [[...CHANGE, "--days 20-30"], "E-PERIOD-DAYS"],
    [[...CHANGE, "--start 2025-01-01", "--end 2025-02-01"], "E-PERIOD-DAYS"],
    [[...CHANGE, "--wounded A@2025-01-01=5", "--wounded A@2025-02-02=9"], "E-CHANGE"],
    [[...CHANGE, "--wounded A@2024-12-31=5", "--wounded A@2025-02-01=9"], "E-CHANGE"],
    [["--killed A@2025-01=70", "--killed A@2025-02-01=90", "--combine change"], "E-CHANGE"],
    [["--killed A=70", "--killed A@2025-02-01=90", "--combine change"], "E-CHANGE"],
    [["--killed A@2025-02-01=70", "--killed A@2025-02-01=90", "--combine change"], "E-CHANGE"],
    [["--killed A@2025-02-01=70", "--killed B@2025-01-01=90", "--combine change"], "E-CHANGE"],
    [["--killed A@2025-02-01=70", "--combine change"], "E-CHANGE"],
  ])("%j: %s", (options, refusal) => expect(refusalOf(() => estimateFor(...options))).toBe(refusal));
});
