import { expect, test } from "vitest";
import { parseRatio } from "../../src/notation/figure.ts";
import { knownCases, type OwnCase } from "../../src/record/names.ts";
import { inOrder, isSelected, type Selection } from "../../src/record/select.ts";

const KNOWN = knownCases([]);
const CASES = KNOWN.map((known) => known.case);

/** The names of the cases that options select. */
function selected(narrowing: Partial<Selection>, cases: readonly OwnCase[] = CASES): string[] {
  const selection = { comparable: false, found: [], ...narrowing };
  return cases.filter((entry) => isSelected(entry, selection)).map(({ id }) => id);
}

test.each<[Partial<Selection>, string[]]>([
  [{ covers: "missing", era: { from: 2000 } }, ["russia-georgia-2008", "georgia-2008"]],
  [{ covers: "others", era: { from: 2000 } }, ["us-iraq", "russia-georgia-2008", "georgia-2008"]],
  [{ scope: "theatre" }, ["australia-western-front"]],
  [{ definition: "dead-and-missing" }, ["ussr-winter-war"]],
  [{ era: { from: 1982, to: 1982 } }, ["israel-lebanon", "uk-falklands", "argentina-falklands"]],
  [{ era: { to: 1870 }, scope: "war", comparable: true }, ["union-civil-war", "germany-1870"]],
  [{ found: [new Set(CASES.slice(0, 3)), new Set(CASES.slice(2, 5))] }, ["union-harpers-ferry"]],
  [{ found: [new Set()] }, []],
])("%j selects %j", (narrowing, names) => expect(selected(narrowing)).toEqual(names));

test("a case with few fields has no years, and only the ratio that it gives", () => {
  const rule: OwnCase = { id: "rule", comparable: false, sourceId: "s", nonfatalPerKilled: parseRatio("3") };
  const isFound = (narrowing: Partial<Selection>) => selected(narrowing, [rule]).length > 0;
  expect([isFound({}), isFound({ covers: "others" })]).toEqual([true, true]);
  expect([isFound({ covers: "wounded" }), isFound({ era: {} }), isFound({ comparable: true })]).toEqual([
    false,
    false,
    false,
  ]);
});

test.each([
  ["name", ["argentina-falklands", "australia-western-front"]],
  ["year", ["union-civil-war", "union-harpers-ferry"]],
  ["killed", ["germany-wwi", "russia-wwi"]],
  ["wounded", ["india-1962", "france-1870"]],
  ["others", ["ussr-winter-war", "canada-wwii"]],
] as const)("in order of %s, the first cases are %j", (order, first) => {
  expect(
    inOrder(KNOWN, order)
      .slice(0, 2)
      .map((known) => known.case.id),
  ).toEqual(first);
});

test("a given ratio is ordered like a counted one, unknown values come last, and case is ignored", () => {
  const own = ["B", "a"].map((id, index): OwnCase => {
    return { id, comparable: false, sourceId: "s", woundedPerKilled: parseRatio(index === 0 ? "0.5-9" : "3") };
  });
  const all = [...KNOWN, ...own.map((entry) => ({ case: entry, pages: new Map() }))];
  expect(inOrder(all, "wounded")[0]?.case.id).toBe("B");
  expect(
    inOrder(all, "killed")
      .slice(-2)
      .map((known) => known.case.id),
  ).toEqual(["B", "a"]);
  expect(inOrder(all.slice(-2), "name").map((known) => known.case.id)).toEqual(["a", "B"]);
});
