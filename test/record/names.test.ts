import { describe, expect, test } from "vitest";
import type { RatioInput } from "../../src/core/named.ts";
import { ratiosByName } from "../../src/record/names.ts";
import { parseEra } from "../../src/record/scope.ts";
import { problemsOf } from "../problems.ts";

const ratios = ratiosByName();

test.each<[string, RatioInput, string, string[]]>([
  ["us-korea", "wounded", "3.06", ["wounded"]],
  ["US-Korea", "ratio", "3.27", ["wounded", "captured"]],
  ["us-korea", "captured", "0.21", ["captured"]],
  ["uk-korea", "missing", "0.17", ["missing"]],
  ["uk-korea", "ratio", "3.55", ["wounded", "captured", "missing"]],
  ["union-gettysburg", "ratio", "6.31", ["wounded", "captured", "missing"]],
  ["china-1962", "captured", "0.00", ["captured"]],
])("the name %s gives the value for %s: %s", (name, asked, value, covers) => {
  const { low, high, text, named } = ratios(name, asked);
  expect([low.toFixed(2), high.equals(low), text, named?.covers]).toEqual([value, true, name.toLowerCase(), covers]);
});

test("a named ratio comes with its counts, its definition and its page", () => {
  const { low, named } = ratios("us-korea", "ratio");
  expect(low.toString()).toBe("110424/33739");
  expect(named).toMatchObject({
    kind: "case",
    title: "United States, Korean War, 1950-1953",
    counts: {
      killed: 33739,
      losses: [
        { of: "wounded", count: 103284 },
        { of: "captured", count: 7140 },
      ],
    },
    definition: "battle-deaths",
    source: { url: "https://www.globalsecurity.org/military/ops/casualties.htm" },
    record: "2026-11-30",
  });
});

test("history is the interval, with the wars and rows that it is based on", () => {
  const { low, high, best, named } = ratios("History", "wounded");
  expect([low.toFixed(2), high.toFixed(2), best]).toEqual(["1.87", "6.18", undefined]);
  expect(named).toMatchObject({ kind: "history", name: "history", wars: 23, rows: 40 });
  expect(ratios("history:1946-2000:war", "wounded").named).toMatchObject({ wars: 12 });
});

describe("a name is refused", () => {
  test.each<[string, RatioInput, string, object]>([
    ["us-koera", "wounded", "E-RATIO-UNKNOWN", { suggestions: ["us-korea", "uk-korea"] }],
    ["korea", "wounded", "E-RATIO-UNKNOWN", { suggestions: ["us-korea", "uk-korea"] }],
    ["nowhere-at-all", "wounded", "E-RATIO-UNKNOWN", { suggestions: [] }],
    ["us-korea:war", "wounded", "E-RATIO-UNKNOWN", {}],
    ["us-afghanistan", "ratio", "E-RATIO-LACKS", { knows: ["wounded"] }],
    ["union-gettysburg", "captured", "E-RATIO-LACKS", { knows: ["ratio", "wounded"] }],
    ["us-korea", "deserted", "E-RATIO-LACKS", {}],
    ["history", "missing", "E-HISTORY-ONLY", {}],
    ["history:war", "captured", "E-HISTORY-ONLY", { name: "history:war" }],
    ["history:", "wounded", "E-HISTORY-SCOPE", { found: "" }],
    ["history:1946-2000:x", "wounded", "E-HISTORY-SCOPE", { found: "x" }],
    ["history:2001-", "wounded", "E-HISTORY-FEW", { wars: 3, fewest: 5 }],
    ["history:1066", "wounded", "E-HISTORY-FEW", { wars: 0, cases: [] }],
  ])("%s for %s, with %s", (name, asked, code, args) => {
    expect(problemsOf(() => ratios(name, asked))).toMatchObject([{ code, args }]);
  });
});

test.each([
  ["1946-2000", { from: 1946, to: 2000 }],
  ["1946–2000", { from: 1946, to: 2000 }],
  ["2001-", { from: 2001 }],
  ["-1899", { to: 1899 }],
  ["1973", { from: 1973, to: 1973 }],
  ["since 2001", { from: 2001 }],
  ["Until 1899", { to: 1899 }],
  ["the 1990s", { from: 1990, to: 1999 }],
  ["1995s", undefined],
  ["2000-1946", undefined],
  ["-", undefined],
  ["", undefined],
  ["19", undefined],
  ["1946 2000", undefined],
])("the years “%s” are read as %j", (text, era) => {
  expect(parseEra(text)).toEqual(era);
});
