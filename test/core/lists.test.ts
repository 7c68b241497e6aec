import { expect, test } from "vitest";
import { estimate } from "../../src/core/estimate.ts";
import { problemsOf } from "../problems.ts";
import { coded, scenarioOf, written } from "./subjects.ts";

/** The inputs of a scenario with two lists. */
const listed = (first: string | number, second: string | number, both: string | number) => ({
  list: [String(first), String(second)],
  both,
});

test.each<[string, object, string, boolean]>([
  ["a chance overlap", listed(1500, 1200, 900), "2,000", false],
  ["the shorter list on the longer", listed(9, 8, 8), "9", false],
  ["both ends within the lists", listed(9, 8, "6-8"), "9–12", false],
  ["a list that is as short as the overlap", listed(9, "8-10", 8), "9–11.25", false],
  ["best values", listed("9/10/11", 8, 5), "14.4/16/17.6", false],
  // An end at which more people are on both than on one is moved, and then there is no best value.
  ["an overlap that may be larger than a list", listed(9, 8, "7-9"), "9–10.29", true],
  ["the same in the other order", listed(8, 9, "7-9"), "9–10.29", true],
  ["a list that may be shorter than the overlap", listed(9, "8-10", 9), "9–10", true],
  ["the same in the other order", listed("8-10", 9, 9), "9–10", true],
  ["best values that are moved", listed("10/11/12", 9, "7/8/10"), "10–15.43", true],
  ["an overlap of at most more than a list", listed(9, 8, "up to 9"), "9+", true],
  ["a list that may be longer", listed(9, "8+", 8), "9+", false],
  ["a list that must be longer", listed(9, "8+", 9), "9+", true],
  ["a hedged overlap", listed(9, 8, "about 6"), "~12", false],
])("the killed on two lists, with %s", (_, inputs, killed, isMoved) => {
  const result = estimate(scenarioOf(inputs));
  expect(written(result.killed)).toBe(killed);
  expect(result.caveats.some(({ code }) => code === "IMPOSSIBLE_END")).toBe(isMoved);
});

const LISTS = listed(9, 8, 5);

test.each<[string, object, string[]]>([
  ["no list", { both: 5 }, ["E-LISTS-LACK lacks=lists"]],
  ["one list", { list: 9 }, ["E-LISTS-LACK lacks=list"]],
  ["one list, and the people on both", { list: 9, both: 5 }, ["E-LISTS-LACK lacks=list"]],
  ["two lists alone", { list: [9, 8] }, ["E-LISTS-LACK lacks=both"]],
  ["three lists", { list: [9, 8, 7] }, ["E-LISTS-MANY count=3"]],
  ["three lists, and nobody on all", { list: [9, 8, 7], both: 0 }, ["E-LISTS-MANY count=3"]],
  [
    "one of two lists left out",
    { ...LISTS, list: [{ source: "A", kind: "confirmed", figure: 9 }, 8], without: "confirmed" },
    ["E-LISTS-LACK lacks=list leftOut=confirmed"],
  ],
  ["nobody on both", listed(9, 8, 0), ["E-BOTH because=nobody"]],
  ["perhaps nobody on both", listed(9, 8, "0-5"), ["E-BOTH because=nobody"]],
  ["one list, and nobody on both", { list: 9, both: 0 }, ["E-LISTS-LACK lacks=list", "E-BOTH because=nobody"]],
  ["more on both than on the second list", listed(9, 8, 9), ["E-BOTH because=above both=9 list=8"]],
  ["more on both than on the first list", listed("A=8", 9, 9), ["E-BOTH because=above both=9 list=8 source=A"]],
  ["at least more on both", listed(9, "6-8", "9+"), ["E-BOTH because=above both=9+ list=6-8"]],
  ["the killed", { ...LISTS, killed: 9 }, ["E-LISTS-WITH given=killed"]],
  ["casualties", { ...LISTS, casualties: 90 }, ["E-LISTS-WITH given=casualties"]],
  ["a coverage", { ...LISTS, coverage: "50%" }, ["E-LISTS-WITH given=coverage"]],
  ["a part of the killed", { ...LISTS, of: "fighters=20%" }, ["E-LISTS-WITH given=of"]],
  ["a rule for one report", { ...LISTS, wounded: "a=9", combine: "sum" }, ["E-LISTS-WITH given=combine"]],
  [
    "a rule for rival casualties",
    { ...LISTS, casualties: ["a=50", "b=60"], combine: "sum" },
    ["E-LISTS-WITH given=casualties"],
  ],
])("two lists are refused with %s", (_, inputs, refusals) => {
  expect(problemsOf(() => estimate(scenarioOf(inputs))).map(coded)).toEqual(refusals);
});

test("rival reports of another loss are combined next to two lists", () => {
  const { outOfAction } = estimate(scenarioOf({ ...LISTS, wounded: ["a=20", "b=30"], combine: "sum" }));
  expect(written(outOfAction)).toBe("64.4");
});
