import { expect, test } from "vitest";
import { parseRatio } from "../../src/notation/figure.ts";
import { knownCases, type OwnCase } from "../../src/record/names.ts";
import { inOrder, isSelected, type Selection, wantedBy, wordsMeant } from "../../src/record/select.ts";
import { problemsOf } from "../problems.ts";

const KNOWN = knownCases([]);
const CASES = KNOWN.map((one) => one.case);
const IDS = new Set(CASES.map(({ id }) => id));

/** The cases that are asked for, by their names. */
function selected(texts: string[], narrowing: Partial<Selection> = {}, cases: readonly OwnCase[] = CASES): string[] {
  const selection = { comparable: false, ...wantedBy(texts, IDS), ...narrowing };
  return cases.filter((one) => isSelected(one, selection)).map(({ id }) => id);
}

test.each<[string[], Partial<Selection>, string[]]>([
  [["korea"], {}, ["us-korea", "uk-korea"]],
  [[" Korea", "KINGDOM "], {}, ["uk-korea"]],
  [["viet nam"], {}, ["us-vietnam"]],
  [["US-Korea"], {}, ["us-korea"]],
  [["us-korea", "uk-korea"], {}, ["us-korea", "uk-korea"]],
  [["us-korea", "us-iraq", "korean"], {}, ["us-korea"]],
  [["history:2001-"], {}, ["us-afghanistan", "uk-afghanistan", "us-iraq", "russia-georgia-2008", "georgia-2008"]],
  [["HISTORY:2001-", "history:hostile-deaths", "kingdom"], {}, ["uk-afghanistan"]],
  [["afghanistan"], { comparable: true, scope: "war", side: "us" }, ["us-afghanistan"]],
  [["wwi"], { comparable: true, side: "US" }, ["us-wwi", "us-wwii"]],
  [[], { side: "uk" }, ["uk-wwi", "uk-wwii", "uk-korea", "uk-falklands", "uk-afghanistan"]],
  [
    [],
    { side: "states", era: { to: 1870 } },
    [
      "union-gettysburg",
      "confederate-gettysburg",
      "union-harpers-ferry",
      "confederate-fort-donelson",
      "union-civil-war",
      "germany-1870",
    ],
  ],
  [[], { side: "georg" }, ["georgia-2008"]],
  [[], { side: "eorgia" }, []],
  [[], { side: "sov" }, []],
  [[], { side: "sovi", definition: "reported-killed" }, ["ussr-afghanistan"]],
  [[], { covers: "missing", era: { from: 2000 } }, ["russia-georgia-2008", "georgia-2008"]],
  [[], { covers: "others", era: { from: 2000 } }, ["us-iraq", "russia-georgia-2008", "georgia-2008"]],
  [["nowhere"], {}, []],
])("%j %j", (texts, narrowing, names) => {
  expect(selected(texts, narrowing)).toEqual(expect.arrayContaining(names));
  expect(selected(texts, narrowing)).toHaveLength(names.length);
});

test("a case that knows little is found by its name, and is of no years and no side", () => {
  const rule: OwnCase = { id: "House-Rule", comparable: false, sourceId: "s", nonfatalPerKilled: parseRatio("3") };
  const found = (texts: string[], narrowing: Partial<Selection> = {}) => selected(texts, narrowing, [rule]).length > 0;
  expect([found(["house"]), found([]), found([], { covers: "others" })]).toEqual([true, true, true]);
  expect([found([], { covers: "wounded" }), found([], { era: {} }), found([], { side: "us" })]).toEqual([
    false,
    false,
    false,
  ]);
  expect([found([], { comparable: true }), found(["history"])]).toEqual([false, false]);
});

test("what narrows history to nothing known is refused", () => {
  expect(problemsOf(() => wantedBy(["history:wars"], IDS))).toMatchObject([
    { code: "E-HISTORY-SCOPE", args: { found: "wars", suggestion: "war" } },
  ]);
});

test.each([
  [["vietnm"], ["vietnam"]],
  [["us-koera", "korea"], ["us-korea"]],
  [["korea"], []],
  [["zzzzzz"], []],
])("%j may mean %j", (words, meant) => expect(wordsMeant(words, CASES)).toEqual(meant));

test.each([
  ["name", ["argentina-falklands", "australia-western-front"]],
  ["year", ["union-civil-war", "union-harpers-ferry"]],
  ["killed", ["union-harpers-ferry", "russia-georgia-2008"]],
  ["wounded", ["india-1962", "france-1870"]],
  ["others", ["ussr-winter-war", "canada-wwii"]],
] as const)("by %s", (order, first) => {
  expect(
    inOrder(KNOWN, order)
      .slice(0, 2)
      .map((one) => one.case.id),
  ).toEqual(first);
});

test("what is given counts like what is counted, what is not known comes last, and capitals are no order", () => {
  const own = ["B", "a"].map((id, index): OwnCase => {
    return { id, comparable: false, sourceId: "s", woundedPerKilled: parseRatio(index === 0 ? "0.5-9" : "3") };
  });
  const all = [...KNOWN, ...own.map((one) => ({ case: one, pages: new Map() }))];
  expect(inOrder(all, "wounded")[0]?.case.id).toBe("B");
  expect(
    inOrder(all, "killed")
      .slice(-2)
      .map((one) => one.case.id),
  ).toEqual(["B", "a"]);
  expect(inOrder(all.slice(-2), "name").map((one) => one.case.id)).toEqual(["a", "B"]);
});
