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

test("the nearest comes first", () => {
  expect(suggestions("rado", ["rate", "radio", "ratio", "rads"])).toEqual(["radio", "rads", "rate"].slice(0, 2));
});
