import { expect, test } from "vitest";
import { pastScenario } from "../../src/input/past.ts";

/** The shortest and the longest that a case can have been, in days. */
function lengthOf(first: string, last: string): [number, number] | undefined {
  const [startYear, startMonth] = first.split("-").map(Number);
  const [endYear, endMonth] = last.split("-").map(Number);
  const entry = { id: "a", comparable: true, killed: 9, sourceId: "memo", startYear, startMonth, endYear, endMonth };
  const { days } = pastScenario({ case: entry, pages: new Map([["memo", { id: "memo", title: "Our memo" }]]) });
  return days && [days.low.toNumber(), days.high.toNumber()];
}

test.each<[string, string, [number, number] | undefined]>([
  // 31 December 1979 to 1 May 1988, and 1 December to 31 May, both days counted.
  ["1979-12", "1988-5", [3045, 3105]],
  ["1982-4", "1982-6", [33, 91]],
  // A leap year.
  ["2020-1", "2020-3", [31, 91]],
  // Years.
  ["1964", "1973", [2924, 3653]],
  ["2014", "2019-3", [1522, 1916]],
  // No whole month or year between them.
  ["1962-10", "1962-11", undefined],
  ["1863-7", "1863-7", undefined],
  ["1939", "1940", undefined],
])("a case from %s to %s has a length of %j days", (first, last, days) => {
  expect(lengthOf(first, last)).toEqual(days);
});

test.each<[string, object, string]>([
  ["who counted", { countedBy: "the coast guard", author: [{ literal: "A" }] }, "the coast guard"],
  ["the author", { author: [{ given: "William F.", family: "Fox" }] }, "William F. Fox"],
  ["two authors", { author: [{ literal: "A" }, { literal: "B" }] }, "A and B"],
  ["more authors", { author: [{ literal: "A" }, { literal: "B" }, { literal: "C" }] }, "A and others"],
  ["the title", {}, "“Our memo”"],
])("the counts of a case are reported by %s", (_, source, name) => {
  const pages = new Map([["memo", { id: "memo", title: "Our memo", ...source }]]);
  const entry = { id: "a", comparable: true, killed: 9, wounded: 20, sourceId: "memo" };
  const { killed, wounded } = pastScenario({ case: entry, pages });
  expect([killed?.[0]?.source, wounded?.[0]?.source]).toEqual([name, name]);
});
