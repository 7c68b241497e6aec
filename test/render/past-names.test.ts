import { describe, expect, test } from "vitest";
import { Rational } from "../../src/core/rational.ts";
import { RECORD } from "../../src/record/cases.ts";
import { withPastNames } from "../../src/render/past-names.ts";
import { run } from "../cli/run.ts";

test.each([
  ["us-korea", "United States, Korean War, 1950-1953"],
  [
    "us-korea and us-vietnam have",
    "The United States (Korean War, 1950-1953) and the United States (Vietnam War, 1964-1973) have",
  ],
  ["It ends. us-korea had", "It ends. The United States (Korean War, 1950-1953) had"],
  ["3.06 (us-korea)", "3.06 (United States, Korean War, 1950-1953)"],
  ["“7” (killed, us-korea)", "“7” (killed, United States, Korean War, 1950-1953)"],
  ["“us-korea” covers", "“United States, Korean War, 1950-1953” covers"],
  ["(a) of us-iraq", "(a) of the United States (Iraq War, Operation Iraqi Freedom, 2003-2010)"],
  ["near union-civil-war 2.01", "near the United States (Union, American Civil War, 1861-1865) 2.01"],
  ["(sino-indian-war 1.33)", "(Sino-Indian War 1.33)"],
  ["(first-indochina-war 1.5)", "(First Indochina War 1.5)"],
  ["https://example.org/us-korea", "https://example.org/us-korea"],
  [
    "https://example.org/?of=us-korea and us-korea-1 us-koreas",
    "https://example.org/?of=us-korea and us-korea-1 us-koreas",
  ],
  ["self-evident", "self-evident"],
])("%j is printed as %j", (text, printed) => {
  expect(withPastNames(text)).toBe(printed);
});

test("a value keeps all that is not text", () => {
  const value = {
    list: ["us-korea", 3, undefined, null, true],
    map: new Map([["us-korea", 1]]),
    ratio: Rational.of(1),
  };
  expect(withPastNames(value)).toEqual({
    ...value,
    list: ["United States, Korean War, 1950-1953", ...value.list.slice(1)],
  });
});

test("every case has names of its own, without brackets in brackets", () => {
  const names = RECORD.conflicts.flatMap(({ id }) => [withPastNames(id), withPastNames(`than ${id}`)]);
  expect(new Set(names).size).toBe(2 * RECORD.conflicts.length);
  for (const name of names) expect(name).not.toMatch(/\([^)]*\(|[a-z]+-[a-z]+-\d{4}/);
});

describe.each(["markdown", "wikitext", "svg"])("%s", (format) => {
  test.each([
    [["compare", "fixtures/scenarios/csis-2026.json", "us-korea", "us-iraq"]],
    [["total", "us-korea", "us-vietnam", "--disjoint"]],
    [["--killed", "7000", "--ratio", "us-iraq"]],
    [["--killed", "7000", "--wounded", "history"]],
  ])("%j has no name that is only for the command line", async (argv) => {
    const names = RECORD.conflicts.flatMap(({ id, war = id }) => [id, war]);
    const { stdout } = await run([...argv, "--format", format]);
    expect(names.filter((name) => new RegExp(`(?<![\\w/])${name}(?!\\w)`).test(stdout))).toEqual([]);
  });
});
