import { describe, expect, test } from "vitest";
import type { Stated } from "../../src/core/expected.ts";
import type { Unit } from "../../src/core/range.ts";
import { compact, decimal, people, typedPercent } from "../../src/notation/print.ts";
import { parseClaimedShare, parseStated, parseTolerance } from "../../src/notation/stated.ts";
import { problemsOf, refusalOf } from "../problems.ts";

const PRINT = { people, perKilled: decimal, share: typedPercent };
const steps = ({ step }: Stated) => [step.low, ...(step.best ? [step.best] : []), step.high].map(String).join(" ");

describe("a stated result, and one of its last digit at each end", () => {
  test.each<[string, Unit, string, string]>([
    ["24,000", "people", "24,000", "1 1"],
    ["24000-55200", "people", "24,000–55,200", "1 1"],
    ["24k", "people", "24,000", "1000 1000"],
    ["13.8-14k", "people", "13,800–14,000", "100 1000"],
    ["2.4 million", "people", "2,400,000", "100000 100000"],
    ["24 hundred", "people", "2,400", "100 100"],
    ["thirteen thousand eight hundred", "people", "13,800", "100 100"],
    ["thirteen thousand eight hundred and one", "people", "13,801", "1 1"],
    ["six hundred thousand", "people", "600,000", "100000 100000"],
    ["twenty-four", "people", "24", "1 1"],
    ["half a million", "people", "500,000", "100000 100000"],
    ["half a dozen", "people", "6", "1 1"],
    ["2 dozen", "people", "24", "1 1"],
    ["6/8/13k", "people", "6,000/8,000/13,000", "1000 1000 1000"],
    ["6,000/8k/13,800", "people", "6,000/8,000/13,800", "1 1000 1"],
    ["≤24,000–55,200+", "people", "≤24,000–55,200+", "1 1"],
    ["dozens", "people", "12+", "1 1"],
    ["99999999999999999999", "people", "99,999,999,999,999,999,999", "1 1"],
    ["2-3", "perKilled", "2–3", "1 1"],
    ["2.33x", "perKilled", "2.33", "1/100 1/100"],
    ["16.0%-36.8%", "share", "16%–36.8%", "1/1000 1/1000"],
    ["37%", "share", "37%", "1/100 1/100"],
    ["0.160", "share", "16%", "1/1000 1/1000"],
    ["133.3%", "share", "133.3%", "1/1000 1/1000"],
  ])("%s (%s) is %s, to %s", (text, unit, expected, step) => {
    const stated = parseStated(text, unit);
    expect([compact(stated, PRINT[unit]), steps(stated)]).toEqual([expected, step]);
  });

  test.each<[string, Unit, string, string[]]>([
    ["28,000±500", "people", "E-SPREAD 28,000±500", ["27,500-28,500"]],
    ["3x±0.5", "perKilled", "E-SPREAD 3x±0.5", ["2.5x-3.5x"]],
    ["28,000 casualties", "people", "E-CATEGORY casualties", ["28,000"]],
    ["7.5", "people", "E-FRACTION 7.5", ["7.5k"]],
    ["3x", "people", "E-UNIT 3x", []],
    ["3%", "perKilled", "E-UNIT 3%", ["3% die"]],
    ["dozens", "perKilled", "E-VAGUE dozens", []],
    ["1.333", "share", "E-SHARE 1.333", ["1.333%"]],
  ])("%s (%s) is refused: %s", (text, unit, refusal, tries) => {
    const read = () => parseStated(text, unit);
    expect(refusalOf(read)).toBe(refusal);
    expect(problemsOf(read)[0]?.tries).toEqual(tries);
  });
});

describe("a claimed share", () => {
  test.each([
    ["1/3", "33.33%"],
    ["a fifth", "20%"],
    ["one-fifth", "20%"],
    ["almost one-fifth", "~20%"],
    ["up to one-fifth", "≤20%"],
    ["between a fifth and a third", "20%–33.33%"],
    ["a fifth to a third", "20%–33.33%"],
    ["1/5-1/3", "20%–33.33%"],
    ["two thirds", "66.67%"],
    ["three-quarters or more", "75%+"],
    ["over half", "50%+"],
    ["a half", "50%"],
    ["between a half and nine tenths", "50%–90%"],
    ["one in 40", "2.5%"],
    ["3 in ten", "30%"],
    ["30%", "30%"],
    ["0.3", "30%"],
    ["0.1/0.2/0.3", "10%/20%/30%"],
    ["150%", "150%"],
  ])("%s is %s", (text, expected) => expect(compact(parseClaimedShare(text), typedPercent)).toBe(expected));

  test("a part of a whole is exact", () => expect(steps(parseClaimedShare("a fifth"))).toBe("0 0"));

  test.each([
    ["fifth", "E-NOT-A-NUMBER fifth"],
    ["a third to a fifth", "E-RANGE-REVERSED a third to a fifth"],
    ["5/3", "E-SLASH 5/3"],
    ["0/3", "E-SLASH 0/3"],
    ["1 in", "E-NOT-A-NUMBER in"],
    ["0.5/3", "E-SLASH 0.5/3"],
    ["one in none", "E-NOT-A-NUMBER in"],
    ["a fifth±1%", "E-SPREAD a fifth±1%"],
    ["", "E-EMPTY"],
  ])("%s is refused: %s", (text, refusal) => expect(refusalOf(() => parseClaimedShare(text))).toBe(refusal));

  test("a misspelt part is guessed at", () =>
    expect(problemsOf(() => parseClaimedShare("a quater"))[0]?.tries).toEqual(["a quarter"]));
});

describe("a tolerance", () => {
  test.each<[string, Unit, string, boolean]>([
    ["500", "people", "500", false],
    ["1,000", "people", "1000", false],
    ["1%", "people", "1/100", true],
    ["2.5 percent", "perKilled", "1/40", true],
    ["0.1", "perKilled", "1/10", false],
    ["0.5 points", "share", "1/200", false],
    ["1 percentage point", "share", "1/100", false],
    ["2pp", "share", "1/50", false],
  ])("%s (%s) is %s, relative: %s", (text, unit, value, relative) => {
    const tolerance = parseTolerance(text, unit);
    expect([String(tolerance.value), tolerance.relative, tolerance.text]).toEqual([value, relative, text]);
  });

  test.each<[string, Unit, string[]]>([
    ["0.5%", "share", ["0.5 points"]],
    ["2", "share", ["2 points"]],
    ["1", "share", ["1 point"]],
    ["0.5", "share", ["0.5 points"]],
    ["2% points", "share", ["2 points"]],
    ["1 point", "people", []],
    ["3x", "perKilled", []],
    ["1-2", "people", []],
    ["up to 5", "people", []],
    ["5+", "people", []],
    ["about 5", "people", []],
  ])("%s (%s) is refused", (text, unit, tries) => {
    const read = () => parseTolerance(text, unit);
    expect(refusalOf(read)).toBe(`E-TOLERANCE ${text}`);
    expect(problemsOf(read)[0]?.tries).toEqual(tries);
  });
});
