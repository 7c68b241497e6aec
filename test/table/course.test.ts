import { expect, test } from "vitest";
import { changeBetween } from "../../src/table/course.ts";
import { estimateFor } from "../scenario.ts";

const total = (day: number, figure: string) => ({ day, people: estimateFor(`--killed ${figure}`).killed! });

/** The change between two totals: people, and people a day. */
function change(before: string, now: string, days: number): string {
  const { people, perDay, isLower } = changeBetween(total(100, before), total(100 + days, now));
  const ends = [
    people.openLow ? "≤" : "",
    people.low.toNumber(),
    "–",
    people.high.toNumber(),
    people.openHigh ? "+" : "",
  ];
  return `${ends.join("")} ${perDay!.low.toNumber()}–${perDay!.high.toNumber()}${isLower ? " lower" : ""}`;
}

test.each([
  ["exact totals", "5840", "13,800", 14, "7960–7960 568.5714285714286–568.5714285714286"],
  ["ranges, wherever in them the totals are", "6000-7000", "8000-10,000", 2, "1000–4000 500–2000"],
  ["the same total", "7000", "7000", 7, "0–0 0–0"],
  ["a lower total", "7000", "6000", 10, "-1000–-1000 -100–-100 lower"],
  ["a total that may be lower", "6000-7000", "6500", 10, "-500–500 -50–50"],
  ["a total that is lower or the same", "6000-7000", "6000", 10, "-1000–0 -100–0"],
  ["a later total with an open high end", "7000", "8000+", 10, "1000–1000+ 100–100"],
  ["a later total with an open low end", "7000", "up to 8000", 10, "≤1000–1000 100–100"],
  ["an earlier total with an open high end", "7000+", "8000", 10, "≤1000–1000 100–100"],
  ["an earlier total with an open low end", "up to 7000", "8000", 10, "1000–1000+ 100–100"],
  ["a lower total with an open high end", "7000", "6000+", 10, "-1000–-1000+ -100–-100"],
  ["a lower total with an open low end", "7000", "up to 6000", 10, "≤-1000–-1000 -100–-100 lower"],
])("the change with %s", (_, before, now, days, text) => {
  expect(change(before, now, days)).toBe(text);
});
