import { expect, test } from "vitest";
import { originLines } from "../../src/render/origin.ts";
import { workingOf } from "../../src/render/working.ts";
import { estimateFor } from "../scenario.ts";

test("an end that is set to a bound is shown with the value that the numbers give", () => {
  const steps = workingOf(estimateFor("--killed 500-600", "--casualties 400-1000"));
  const lines = Object.fromEntries(steps.map(({ step, lines }) => [step, lines]));
  expect(lines).toMatchObject({
    others: ["low: 400 − 600 = -200, set to 0", "high: 1,000 − 500 = 500"],
    "others per killed": ["low: (400 − 600) ÷ 600 ≈ -0.33, set to 0", "high: (1,000 − 500) ÷ 500 = 1"],
    "share who died": ["low: 500 ÷ 1,000 = 50.0%", "high: 600 ÷ 400 = 150.0%, set to 100.0%"],
  });
});

test("an open end is shown at the end that it belongs to", () => {
  const linesOf = (...options: string[]) => workingOf(estimateFor(...options)).flatMap(({ lines }) => lines);
  expect(linesOf("--killed at least 7", "--ratio 3")).toEqual(["7+", "7 × 3 = 21 or more", "7 × (1 + 3) = 28 or more"]);
  expect(linesOf("--killed up to 7", "--ratio 3")).toEqual(["≤7", "7 × 3 = 21 or less", "7 × (1 + 3) = 28 or less"]);
});

test("a case that gives the killed from the wounded shows only its wounded", () => {
  const result = estimateFor("--wounded 12000", "--ratio us-korea");
  expect(workingOf(result)[0]).toMatchObject({ formula: "wounded ÷ killed", lines: ["103,284 ÷ 33,739 ≈ 3.06"] });
  expect(originLines(result.scenario, true).join()).not.toContain("captured");
});
