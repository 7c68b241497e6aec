import { expect, test } from "vitest";
import { collect, InputError, type Problem } from "../../src/core/errors.ts";

const PROBLEMS: Problem[] = [
  { code: "E-NOTHING", args: {} },
  { code: "E-SHARE", args: { found: "30" }, text: "30" },
];

test("an input error names its codes and texts", () => {
  const error = new InputError(PROBLEMS);
  expect([error.name, error.message, error.problems]).toEqual(["InputError", "E-NOTHING; E-SHARE: 30", PROBLEMS]);
});

test("problems are collected, bugs pass", () => {
  const problems: Problem[] = [];
  expect(collect(problems, () => 7)).toBe(7);
  expect(
    collect(problems, () => {
      throw new InputError(PROBLEMS);
    }),
  ).toBeUndefined();
  expect(problems).toEqual(PROBLEMS);
  expect(() =>
    collect(problems, () => {
      throw new TypeError("bug");
    }),
  ).toThrow(TypeError);
});
