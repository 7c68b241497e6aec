import { expect, test } from "vitest";
import type { Problem } from "../../src/core/errors.ts";
import { inputOf, withRules } from "../../src/core/rules.ts";
import { listed } from "../../src/core/scenario.ts";
import { choiceProblem } from "../../src/core/suggest.ts";
import { parseFigure } from "../../src/notation/figure.ts";
import { problemsOf } from "../problems.ts";
import { estimateFor } from "../scenario.ts";

test.each([
  [["--killed 8", "--casualties 7"], "killed"],
  [["--killed 7", "--ratio 3", "--wounded 2x"], "ratio"],
  [["--killed 7", "--returned 30%"], "returned"],
  [["--killed a=7", "--killed b=8", "--coverage 50%"], "coverage"],
  [["--killed up to 7", "--coverage 50%"], "coverage"],
  [["--killed 7", "--coverage 0%"], "coverage"],
  [["--killed a=7", "--combine prefer=b"], "combine"],
  [["--killed a=7", "--killed a=8", "--combine prefer=a"], "combine"],
  [["--killed 7", "--killed 8", "--combine overlap"], "combine"],
  [["--killed 7", "--force 0"], "force"],
  [["--casualties 7", "--coverage 50%"], "coverage"],
  [["--ratio 3"], undefined],
])("the mistake in %j belongs to the input %s", (options, input) => {
  expect(problemsOf(() => estimateFor(...options)).map(inputOf)).toEqual([input]);
});

test.each([
  [
    ["--killed up to 600", "--coverage 0%-50%"],
    ["E-COVERAGE-CEILING", "E-COVERAGE-ZERO"],
  ],
  [
    ["--killed a=7", "--killed b=8", "--coverage 0%"],
    ["E-COVERAGE-SOURCE", "E-COVERAGE-ZERO"],
  ],
  [
    ["--killed a=7", "--coverage c=50%", "--combine prefer=b", "--force 0"],
    ["E-SOURCE-UNKNOWN", "E-SOURCE-UNKNOWN", "E-FORCE-ZERO"],
  ],
])("all that is wrong with %j is reported together", (options, codes) => {
  expect(problemsOf(() => estimateFor(...options)).map(({ code }) => code)).toEqual(codes);
});

test.each([
  ["4,000 left", ["--force 11000"], "7000"],
  ["4,000 remaining", ["--force 11000"], "7000"],
  ["4,000 remain", ["--force at least 11000"], undefined],
  ["4,000 left", ["--force 11000-12000"], undefined],
  ["4,000 left", ["--force up to 11000"], undefined],
  ["4,000 left", ["--force a=11000", "--force b=12000"], undefined],
  ["4,000 left", ["--force 3000"], undefined],
  ["about 4,000-5,000 left", ["--force 11000"], undefined],
  ["4,000 left", ["--per 7 km2"], undefined],
])("for the target %j with %j, %s people would be lost", (until, options, lost) => {
  const [problem] = problemsOf(() => estimateFor("--casualties 400", "--days 9", `--until ${until}`, ...options));
  expect(problem).toMatchObject({ code: "E-NEEDS", args: { left: lost === undefined ? { text: until } : { lost } } });
});

test("an input is not reported as missing if another could not be read", () => {
  const unreadable: Problem = choiceProblem("x", ["y"]);
  const codes = (problems: readonly Problem[], scenario: object) =>
    withRules(problems, scenario).map(({ code }) => code);
  const { scenario } = estimateFor("--killed 7", "--wounded 2x", "--returned 30%", "--force 9");
  const { killed, wounded, returned, ...force } = scenario;
  expect(codes([], {})).toEqual(["E-NOTHING"]);
  expect(codes([unreadable], {})).toEqual(["E-CHOICE"]);
  expect(codes([unreadable], { killed, returned })).toEqual(["E-CHOICE"]);
  expect(codes([], { killed, returned })).toEqual(["E-RETURNED"]);
  expect(codes([unreadable], { ...force, killed, until: { of: "force", share: returned } })).toEqual(["E-CHOICE"]);
  expect(codes([], { killed, wounded, returned })).toEqual([]);
  const one = listed({ casualties: { source: "a", figure: parseFigure("7") }, combine: { rule: "change" } });
  expect(codes([unreadable], one)).toEqual(["E-CHOICE"]);
  expect(codes([], one)).toEqual(["E-CHANGE"]);
  const preferred = estimateFor("--killed a=7", "--combine prefer=a").scenario;
  expect(codes([unreadable], { ...preferred, killed })).toEqual(["E-CHOICE"]);
});

test("a word that is not a choice is reported with the nearest choice", () => {
  expect(choiceProblem("jsn", ["json", "text"])).toEqual({
    code: "E-CHOICE",
    args: { value: "jsn", choices: ["json", "text"], suggestion: "json" },
  });
  expect(choiceProblem("x", ["json"]).args).toEqual({ value: "x", choices: ["json"] });
});
