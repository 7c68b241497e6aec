import { expect, test } from "vitest";
import { InputError, type Problem } from "../../src/core/errors.ts";
import { inFile, withFile } from "../../src/core/in-file.ts";

const plain: Problem = { code: "E-NOTHING", args: {} };

test.each<[string, Problem, string, Problem]>([
  ["has no place", plain, "a.json", { ...plain, at: { file: "a.json" } }],
  ["has a line", { ...plain, at: { line: 3 } }, "a.json", { ...plain, at: { line: 3, file: "a.json" } }],
  ["is in standard input", plain, "-", { ...plain, at: { file: "standard input" } }],
  ["is about an option", { ...plain, at: { option: "--by" } }, "a.json", { ...plain, at: { option: "--by" } }],
  ["already has a file", { ...plain, at: { file: "b.json" } }, "a.json", { ...plain, at: { file: "b.json" } }],
  [
    "is about an output file",
    { code: "E-OUTPUT-EXISTS", args: { file: "b.csv" } },
    "a.csv",
    { code: "E-OUTPUT-EXISTS", args: { file: "b.csv" } },
  ],
])("the place of a mistake that %s", (_, problem, file, placed) => {
  expect(withFile(problem, file)).toEqual(placed);
});

test("inFile adds the file to mistakes in the input, and passes other errors on", () => {
  expect(inFile("a.json", () => 7)).toBe(7);
  const refused = () =>
    inFile("a.json", () => {
      throw new InputError([plain]);
    });
  expect(refused).toThrow(expect.objectContaining({ problems: [{ ...plain, at: { file: "a.json" } }] }));
  expect(() =>
    inFile("a.json", () => {
      throw new TypeError("bug");
    }),
  ).toThrow(TypeError);
});
