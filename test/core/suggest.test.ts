import { expect, test } from "vitest";
import { suggest, suggestions } from "../../src/core/suggest.ts";

const KNOWN = ["killed", "kept", "wounded", "at", "ratio"];

test.each([
  ["kiled", "killed"],
  ["killd", "killed"],
  ["kileld", "killed"],
  ["klled", "killed"],
  ["KILLED", "killed"],
  ["kikked", "killed"],
  ["kikkkd", undefined],
  ["woundedness", undefined],
  ["ta", "at"],
  ["to", undefined],
  ["xy", undefined],
  ["", undefined],
])("%s is probably %s", (typed, meant) => expect(suggest(typed, KNOWN)).toBe(meant));

test("all words that are near enough are suggested, the nearest first", () => {
  const known = ["abcdxy", "abcdeg", "abcxyz", "abcdef", "abcdefgh", "abcdefghi"];
  expect(suggestions("abcdef", known)).toEqual(["abcdef", "abcdeg", "abcdxy", "abcdefgh", "abcdefghi"]);
});

test.each([
  ["abdc", "abcd", true],
  ["badc", "abcd", false],
  ["abcxd", "abcd", true],
  ["acd", "abcd", true],
  ["abyz", "abcd", false],
  ["axbd", "abcd", false],
  ["x", "a", false],
])("%s is near %s: %s", (typed, word, near) => expect(suggestions(typed, [word]).length > 0).toBe(near));
