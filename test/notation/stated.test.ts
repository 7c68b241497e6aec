import { describe, expect, test } from "vitest";
import type { Stated } from "../../src/core/expected.ts";
import type { Unit } from "../../src/core/range.ts";
import { Rational } from "../../src/core/rational.ts";
import { compact, decimal, measured, people, RESULT, resultLike, typedPercent } from "../../src/notation/print.ts";
import { parseClaim, parseClaimedShare, parseStated, parseTolerance } from "../../src/notation/stated.ts";
import { problemsOf, refusalOf } from "../problems.ts";

const PRINT = {
  ...{ people, perKilled: decimal, share: typedPercent },
  ...{ days: measured, perDay: measured, perThousand: measured, amount: measured, perUnit: measured },
};
const steps = ({ step }: Stated) => [step.low, ...(step.best ? [step.best] : []), step.high].map(String).join(" ");

describe("a stated result, and the step of its last digit at each end", () => {
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
    ["two score", "people", "40", "1 1"],
    ["fifty thousand", "people", "50,000", "1000 1000"],
    ["two and a half million", "people", "2,500,000", "100000 100000"],
    ["two million and a half", "people", "2,500,000", "100000 100000"],
    ["four point zero five million", "people", "4,050,000", "100000 100000"],
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
    ["0", "share", "0%", "1/100 1/100"],
    ["0-0.3", "share", "0%–30%", "1/100 1/10"],
    ["1,382", "perDay", "1,382", "1 1"],
    ["44.4-53.4", "perDay", "44.4–53.4", "1/10 1/10"],
    ["about 1,271 a day", "perDay", "~1,271", "1 1"],
    ["35k a month", "perDay", "1,167", "100/3 100/3"],
    ["≤423–523+", "perDay", "≤423–523+", "1 1"],
    ["157.5", "days", "157.5", "1/10 1/10"],
    ["0", "days", "0", "1 1"],
    ["3 to 4 months", "days", "90–120", "30 30"],
    ["7.45", "perThousand", "7.45", "1/100 1/100"],
    ["7.45 per 1,000 per day", "perThousand", "7.45", "1/100 1/100"],
    ["53.4", "perUnit", "53.4", "1/10 1/10"],
    ["50/53.4/60", "perUnit", "50/53.4/60", "1 1/10 1"],
    ["2,356.25", "amount", "2,356", "1/100 1/100"],
  ])("%s (%s) is %s, with steps of %s", (text, unit, expected, step) => {
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
    ["-3", "perKilled", "E-NEGATIVE -3", ["3"]],
    ["-90", "days", "E-NEGATIVE -90", ["90"]],
    ["25%", "perDay", "E-UNIT 25%", []],
    ["3x", "perUnit", "E-UNIT 3x", []],
    ["90 a day", "perUnit", "E-UNIT 90 a day", []],
    ["7.45 per 1,000 per day", "perDay", "E-UNIT 7.45 per 1,000 per day", []],
    ["dozens", "perDay", "E-VAGUE dozens", []],
    ["90 km", "days", "E-NOT-A-NUMBER km", []],
    ["5±6", "perDay", "E-SPREAD 5±6", []],
    ["44±2 a day", "perDay", "E-SPREAD 44±2 a day", ["42-46"]],
    ["1,271 wounded a day", "perDay", "E-CATEGORY wounded", []],
    ["many", "perUnit", "E-VAGUE many", []],
  ])("%s (%s) is refused: %s", (text, unit, refusal, tries) => {
    const read = () => parseStated(text, unit);
    expect(refusalOf(read)).toBe(refusal);
    expect(problemsOf(read)[0]?.tries).toEqual(tries);
  });
});

describe("a result below zero", () => {
  test.each<[string, Unit, string]>([
    ["-6904", "people", "-6,904"],
    ["−6,904", "people", "-6,904"],
    ["-6,000 to -2,500", "people", "-6,000 to -2,500"],
    ["-6000–-2500", "people", "-6,000 to -2,500"],
    ["-6,000--2,500", "people", "-6,000 to -2,500"],
    ["-6000-2500", "people", "-6,000–2,500"],
    ["-6000..2,500", "people", "-6,000–2,500"],
    ["between -6,000 and 2,500", "people", "-6,000–2,500"],
    ["-6,000/-4,000/2,500", "people", "-6,000/-4,000/2,500"],
    ["~≤-6,000–-2,500+", "people", "~≤-6,000 to -2,500+"],
    ["about -6,904", "people", "~-6,904"],
    ["at least -500", "people", "-500+"],
    ["-523–-423", "perDay", "-523 to -423"],
    ["-44.4", "perDay", "-44.4"],
    ["-0.5%", "share", "-0.5%"],
    ["-0.005", "share", "-0.5%"],
    ["-2%–3%", "share", "-2%–3%"],
    ["-53.4", "perUnit", "-53.4"],
  ])("%s (%s) is %s", (text, unit, expected) => {
    const stated = parseStated(text, unit);
    expect([compact(stated, PRINT[unit]), stated.text]).toEqual([expected, text]);
  });

  test.each<[string, Unit, string]>([
    ["-2,500 to -6,000", "people", "E-RANGE-REVERSED -2,500 to -6,000"],
    ["-6/-8/-4", "people", "E-RANGE-REVERSED -6/-8/-4"],
    ["-6 to -5 to -4 to -3", "people", "E-NEGATIVE -6"],
    ["-6+ to 5", "people", "E-NEGATIVE -6"],
    ["-7.5", "people", "E-FRACTION 7.5"],
    ["-6 wounded", "people", "E-CATEGORY wounded"],
    [`-${"6".repeat(200)}`, "people", "E-TOO-LONG"],
  ])("%s (%s) is refused: %s", (text, unit, refusal) => expect(refusalOf(() => parseStated(text, unit))).toBe(refusal));

  test("the step of its last digit is above zero", () =>
    expect(steps(parseStated("-6.5k--2k", "people"))).toBe("100 1000"));
});

test.each<[Unit, string]>([
  ["people", "-6904.5"],
  ["perKilled", "2.3456"],
  ["share", "0.18666"],
  ["share", "-0.00004"],
  ["days", "157.46"],
  ["perDay", "1382.4"],
  ["perDay", "44.44"],
  ["perDay", "-7.456"],
  ["perThousand", "0.0428"],
  ["perUnit", "53.396"],
  ["amount", "0"],
])("a printed result (%s, %s) is read back as the same, and printed the same again", (unit, value) => {
  const number = Rational.decimal(value);
  const range = { low: number, high: number, openLow: false, openHigh: false, approximate: false };
  const printed = compact(range, RESULT[unit]);
  const stated = parseStated(printed, unit);
  expect(compact(stated, RESULT[unit])).toBe(printed);
  expect(compact(range, resultLike(unit, stated))).toBe(printed);
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
    ["three thirds", "100%"],
    ["2/12", "16.67%"],
    ["½", "50%"],
    ["3 in ten", "30%"],
    ["30%", "30%"],
    ["0.3", "30%"],
    ["0.1/0.2/0.3", "10%/20%/30%"],
    ["150%", "150%"],
    ["a third is gone", "33.33%"],
    ["A third of the army has been lost", "33.33%"],
    ["about 30% of its troops were knocked out of action", "~30%"],
    ["a quarter of the Russian army destroyed", "25%"],
    ["a third of the invasion force", "33.33%"],
    ["one in five soldiers", "20%"],
    ["one in five soldiers is out  of action ", "20%"],
    ["1 in 5 men lost", "20%"],
  ])("%s is %s", (text, expected) => expect(compact(parseClaimedShare(text), typedPercent)).toBe(expected));

  test.each([
    "a third gone",
    "a third lost",
    "a third destroyed",
    "a third out of action",
    "a third is lost",
    "a third are lost",
    "a third was lost",
    "a third were lost",
    "a third has gone",
    "a third have gone",
    "a third had gone",
    "a third has been lost",
    "a third had  been  destroyed  ",
    "a third was put out of action",
    "a third were put  out  of  action",
    "a third knocked out of action",
    "a third of those mobilised",
    "a third of those  who  had fought ",
    "a third of those who were sent lost",
    "a third of all the men mobilised",
    "a third of all  the  men",
    "a third of the  men who fought",
    "a third  of the men are gone",
    "1 in 3 soldiers",
    "1 in 3  troops ",
    "1 in every three men",
    "one out of three men",
    "one out  of  every  3 soldiers lost",
    "33.333333% lost",
    "33.333333 percent lost",
    "33.333333  per  cent lost",
  ])("“%s” is a third", (text) => {
    const { low, text: said } = parseClaimedShare(text);
    expect([low.toFixed(4), said]).toEqual(["0.3333", text.trim().replace(/\s+/g, " ")]);
  });

  test.each([
    ["a half lost", "50%"],
    ["two thirds lost", "66.67%"],
    ["a quarter lost", "25%"],
    ["three quarters lost", "75%"],
    ["a fifth lost", "20%"],
    ["two fifths lost", "40%"],
    ["a sixth lost", "16.67%"],
    ["a seventh lost", "14.29%"],
    ["an eighth lost", "12.5%"],
    ["a ninth lost", "11.11%"],
    ["three tenths lost", "30%"],
    ["0.3 of the force lost", "30%"],
  ])("“%s” is %s", (text, expected) => expect(compact(parseClaimedShare(text), typedPercent)).toBe(expected));

  test.each([
    ["lost a third", "E-NOT-A-NUMBER lost"],
    ["a third is", "E-NOT-A-NUMBER is"],
    ["a third of those who once had ever fought", "E-NOT-A-NUMBER of"],
    ["30 soldiers", "E-NOT-A-NUMBER soldiers"],
  ])("the share in “%s” is not recognized", (text, refusal) =>
    expect(refusalOf(() => parseClaimedShare(text))).toMatch(refusal),
  );

  test("a fraction in words is exact", () => expect(steps(parseClaimedShare("a fifth"))).toBe("0 0"));

  test("a fraction sign is exact, too", () => expect(steps(parseClaimedShare("½"))).toBe("0 0"));

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

  test("a misspelt fraction gets a suggestion", () =>
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
    ["0.5", "days", "1/2", false],
    ["1%", "perDay", "1/100", true],
    ["0.1", "perUnit", "1/10", false],
  ])("%s (%s) is %s, relative: %s", (text, unit, value, relative) => {
    const tolerance = parseTolerance(text, unit);
    expect([String(tolerance.value), tolerance.relative, tolerance.text]).toEqual([value, relative, text]);
  });

  test.each(["1 percentage  point", "1 point ", " 1pp"])("spaces change nothing in %j", (text) =>
    expect(String(parseTolerance(text, "share").value)).toBe("1/100"),
  );

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
    expect(problemsOf(read)[0]?.args).toEqual({ unit });
    expect(problemsOf(read)[0]?.tries).toEqual(tries);
  });
});

test("a text that is not a conclusion is refused, as is a number of killed", () => {
  expect(problemsOf(() => parseClaim("a third is left"))).toMatchObject([
    { code: "E-NOT-A-NUMBER", args: { expected: "conclusion", found: "a" } },
  ]);
  expect(problemsOf(() => parseClaim("7,000 killed"))).toMatchObject([{ code: "E-CATEGORY", args: { isClaim: true } }]);
  expect(problemsOf(() => parseClaim("1,300 killed a day"))).toMatchObject([
    { code: "E-NOT-A-NUMBER", args: { found: "1,300 killed a day", expected: "conclusion" } },
  ]);
});

test.each([
  ["eight wounded for every soldier killed", "implied.wounded", "8"],
  ["7-8 captured per killed", "implied.captured", "7-8"],
  ["1 killed for every 3 wounded", "implied.wounded", "3"],
  ["up to three others for each person killed", "ratio", "3"],
  ["1,300 a day", "perDay", "1300"],
  ["3,000-6,000 losses a month", "perDay", "100-200"],
])("“%s” claims %s, %s", (text, result, value) => {
  const { of, stated } = parseClaim(text);
  expect([of, [...new Set([stated.low, stated.high].map(String))].join("-")]).toEqual([result, value]);
});

test.each([
  "8x",
  "8 casualties for every soldier killed",
  "8 wounded or missing per killed",
  "800 wounded per hundred killed",
  "380,000 wounded to 46,000 killed",
  "3 Russians for every Ukrainian killed",
])("“%s” is not a claim", (text) =>
  expect(problemsOf(() => parseClaim(text))).toMatchObject([
    { code: "E-NOT-A-NUMBER", args: { expected: "conclusion" } },
  ]),
);

describe("how precise a claim is", () => {
  test.each([
    "just over",
    "just  above",
    "barely more than",
    "slightly fewer than",
    "somewhat less than",
    "a little under",
    "a  bit  below",
    "slightly greater than",
    "slightly higher than",
    "slightly lower than",
    "slightly smaller than",
    "slightly beyond",
    "nearly",
    "almost",
    "virtually",
    "approaching",
    "Just under",
  ])("“%s 50,000” is close to that number", (words) => {
    const { isClose, isStrict } = parseStated(`${words} 50,000`, "people");
    expect([isClose, isStrict]).toEqual([true, undefined]);
  });

  test.each(["over 50,000", "50,000", "about 50,000", "up to 50,000"])("“%s” is not", (text) =>
    expect(parseStated(text, "people").isClose).toBeUndefined(),
  );

  test.each(
    (
      "more than,more  than,greater than,higher than,fewer than,less than,smaller than,over,above,beyond,under," +
      "below,exceeding,topped,north of,north  of,in excess of,in  excess  of,>,<"
    ).split(","),
  )("“%s 50,000” excludes that number", (words) =>
    expect(parseStated(`${words} 50,000`, "people").excludes?.length).toBe(1),
  );

  test.each(["at least 50,000", "up to 50,000", "no more than 50,000", "not  more than 50,000", ">=50,000", "50,000"])(
    "“%s” does not",
    (text) => expect(parseStated(text, "people").excludes).toBeUndefined(),
  );

  test.each([
    ["exactly 50,000", true],
    ["precisely 50%", true],
    ["more than 20% but less than 30%", true],
    ["between 20% and 30%", undefined],
    ["20% to 30%", undefined],
    ["more than about 20% but less than 30%", undefined],
    ["50%", undefined],
  ])("“%s” is strict: %s", (text, expected) => expect(parseClaim(text).stated.isStrict).toBe(expected));
});

test("a claim of few people is not a claim of a share", () => {
  for (const text of ["1 out of action", "one lost", "about 0 out of action", "1 soldier lost", "0 men"]) {
    expect([text, parseClaim(text).of]).toEqual([text, "outOfAction"]);
  }
});
