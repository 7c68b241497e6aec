import { expect, test } from "vitest";
import { attempt, collect, firstMistakes, InputError, type Problem } from "../../src/core/errors.ts";

const PROBLEMS: Problem[] = [
  { code: "E-NOTHING", args: {} },
  { code: "E-SHARE", args: { found: "30" }, text: "30" },
];

test("an input error names its codes and texts", () => {
  const error = new InputError(PROBLEMS);
  expect([error.name, error.message, error.problems]).toEqual(["InputError", "E-NOTHING; E-SHARE: 30", PROBLEMS]);
});

test("mistakes in the input are collected, and other errors are passed on", () => {
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

test("a place is added to mistakes if one is given", () => {
  const problems: Problem[] = [];
  collect(
    problems,
    () => {
      throw new InputError(PROBLEMS);
    },
    () => ({ option: "--killed" }),
  );
  expect(problems).toEqual(PROBLEMS.map((problem) => ({ ...problem, at: { option: "--killed" } })));
});

test("attempt does the same for an asynchronous reader", async () => {
  const problems: Problem[] = [];
  const thrown = (error: Error) => async () => {
    throw error;
  };
  expect(await attempt(problems, async () => 7)).toBe(7);
  expect(await attempt(problems, thrown(new InputError(PROBLEMS)))).toBeUndefined();
  expect(problems).toEqual(PROBLEMS);
  await expect(attempt(problems, thrown(new TypeError("bug")))).rejects.toThrow(TypeError);
});

test.each([
  [3, 3, 3, 0],
  [3, 2, 3, 1],
  [201, undefined, 201, 1],
  [200, undefined, 200, 0],
])("of %i mistakes with room for %s, %i are listed and %i counted", (count, most, listed, more) => {
  const all = Array.from({ length: count }, (): Problem => ({ code: "E-NOTHING", args: {} }));
  const first = most === undefined ? firstMistakes(all) : firstMistakes(all, most);
  expect(first).toHaveLength(listed);
  const last = first.at(-1);
  expect(last?.code === "E-MORE-MISTAKES" ? last.args.count : 0).toBe(more);
});
