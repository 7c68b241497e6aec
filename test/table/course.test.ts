import { expect, test } from "vitest";
import { changeBetween } from "../../src/table/course.ts";
import { estimateFor } from "../scenario.ts";

const total = (day: number, figure: string) => ({ day, people: estimateFor(`--killed ${figure}`).killed! });

/** People and people a day that came between two totals. */
function change(before: string, now: string, days: number): string {
  const { people, perDay, falls } = changeBetween(total(100, before), total(100 + days, now));
  const ends = [
    people.openLow ? "≤" : "",
    people.low.toNumber(),
    "–",
    people.high.toNumber(),
    people.openHigh ? "+" : "",
  ];
  return `${ends.join("")} ${perDay!.low.toNumber()}–${perDay!.high.toNumber()}${falls ? " falls" : ""}`;
}

test.each([
  ["one number", "5840", "13,800", 14, "7960–7960 568.5714285714286–568.5714285714286"],
  ["ranges, wherever each total lies", "6000-7000", "8000-10,000", 2, "1000–4000 500–2000"],
  ["the same", "7000", "7000", 7, "0–0 0–0"],
  ["less", "7000", "6000", 10, "-1000–-1000 -100–-100 falls"],
  ["perhaps less", "6000-7000", "6500", 10, "-500–500 -50–50"],
  ["less or the same", "6000-7000", "6000", 10, "-1000–0 -100–0"],
  ["more than a total", "7000", "8000+", 10, "1000–1000+ 100–100"],
  ["less than a total", "7000", "up to 8000", 10, "≤1000–1000 100–100"],
  ["a total that was more", "7000+", "8000", 10, "≤1000–1000 100–100"],
  ["a total that was less", "up to 7000", "8000", 10, "1000–1000+ 100–100"],
  ["less, unless it is more", "7000", "6000+", 10, "-1000–-1000+ -100–-100"],
  ["less, or even less", "7000", "up to 6000", 10, "≤-1000–-1000 -100–-100 falls"],
])("%s", (_, before, now, days, text) => {
  expect(change(before, now, days)).toBe(text);
});
