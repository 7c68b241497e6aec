import { describe, expect, test } from "vitest";
import type { Range } from "../../src/core/range.ts";
import { nameOfRatio, parseFigure, parseLoss, parseRatio, parseShare } from "../../src/notation/figure.ts";
import { parseCategory } from "../../src/notation/kinds.ts";
import { parseLabel, parseLabelled, parseName, parsePrefix } from "../../src/notation/label.ts";
import { compact, decimal, typedPercent } from "../../src/notation/print.ts";
import { ratiosByName } from "../../src/record/names.ts";
import { problemsOf, refusalOf } from "../problems.ts";

const asRatio = (range: Range) => compact(range, decimal);

test.each([
  ["us-korea", "us-korea"],
  [" US-Korea ", "US-Korea"],
  ["us–korea", "us-korea"],
  ["us\u2011korea", "us-korea"],
  ["us − korea", "us-korea"],
  ["us korea", "us-korea"],
  ["history:1946–2000", "history:1946-2000"],
  ["history: 1946 - 2000", "history:1946-2000"],
  ["history:1946..2000", "history:1946-2000"],
  ["history:1946 to 2000 : battle deaths", "history:1946-2000:battle-deaths"],
  ["history:2001-", "history:2001-"],
  ["history:1946   to   2000", "history:1946-2000"],
  ["us   korea", "us-korea"],
  ["us-korea:first-year:1950", "us-korea:first-year:1950"],
  ["us-korea:", undefined],
  ["us-korea:a.b", undefined],
  ["our.history:1946", undefined],
  ["history 1946-2000", "history:1946-2000"],
  ["history:", "history:"],
  ["history : 1946, 2000", "history:1946,-2000"],
  [`us${" ".repeat(400)}korea`, undefined],
  ["3x", undefined],
  ["us/korea", undefined],
  ["", undefined],
  ["a".repeat(61), undefined],
])("%j is read as the name %j", (text, name) => expect(nameOfRatio(text)).toBe(name));

test("a text that cannot be a name is reported as not a number, and an unknown name as an unknown ratio", () => {
  const ratios = ratiosByName();
  const read = (text: string) => () => parseCategory(text, "wounded", { ratios });
  expect(refusalOf(read("lots of people"))).toBe("E-NOT-A-NUMBER lots");
  expect(refusalOf(read("nowhere"))).toBe("E-RATIO-UNKNOWN nowhere");
  expect(refusalOf(read("us koera"))).toBe("E-RATIO-UNKNOWN us koera");
  // No suggestion makes the name a source and its years a number of people.
  for (const text of ["history:1900–1945", "history:1066", "history:1946", "us-afghanistan"]) {
    const problems = problemsOf(() => parseCategory(text, text.startsWith("h") ? "wounded" : "captured", { ratios }));
    expect(problems.map(({ tries = [] }) => tries)).toEqual([[]]);
  }
  // A text that the notation knows is reported as such, and never looked up.
  const lookup = Object.assign(
    () => {
      throw new Error("looked up");
    },
    { knows: () => false },
  );
  expect(refusalOf(() => parseRatio("dozens", { ratios: lookup }))).toMatch(/^E-VAGUE/);
  expect(refusalOf(() => parseRatio("30%", { ratios: lookup }))).toMatch(/^E-UNIT/);
  expect(refusalOf(() => parseRatio("us/korea", { ratios: lookup }))).toMatch(/^E-/);
  expect(problemsOf(() => parseRatio("tree", { ratios }))).toMatchObject([
    { code: "E-NOT-A-NUMBER", tries: ["three"] },
  ]);
  expect(problemsOf(read(" us-koera"))).toMatchObject([{ text: " us-koera", start: 0, end: 9 }]);
  // Only losses have named ratios; a figure has none.
  expect(refusalOf(() => parseLoss("us-korea", { ratios }))).toBe("E-NOT-A-NUMBER us");
  expect(parseLoss("us-korea", { counted: "captured", ratios }).kind).toBe("multiplier");
  expect(problemsOf(read("Ukraine:1946"))[0]?.tries).toEqual(["Ukraine=1946"]);
});

describe("a ratio", () => {
  test.each([
    ["3", "3"],
    ["3x", "3"],
    ["3X", "3"],
    ["x3", "3"],
    ["3×", "3"],
    ["×3", "3"],
    ["3:1", "3"],
    ["3 : 1", "3"],
    ["three", "3"],
    ["three times", "3"],
    ["three times as many", "3"],
    ["2-4", "2–4"],
    ["2x-4x", "2–4"],
    ["x2-x4", "2–4"],
    ["2-4x", "2–4"],
    ["2:1-4:1", "2–4"],
    ["2-4:1", "2–4"],
    ["2 to 4 times", "2–4"],
    ["2/3/4", "2/3/4"],
    ["2/3/4x", "2/3/4"],
    ["2x/3x/4x", "2/3/4"],
    ["at least 2x", "2+"],
    ["2x+", "2+"],
    ["up to 4x", "≤4"],
    ["about 3", "~3"],
    ["2.3", "2.3"],
    [".5", "0.5"],
    ["2.300", "2.3"],
    ["3±0.5", "2.5/3/3.5"],
    ["3x±0.5x", "2.5/3/3.5"],
    ["3±0.5x", "2.5/3/3.5"],
    ["3±10%", "2.7/3/3.3"],
    ["0", "0"],
  ])("%s is %s", (text, expected) => expect(asRatio(parseRatio(text))).toBe(expected));

  test("a decimal is exact", () => expect(parseRatio("2.30000000000000000001").low.toString()).toMatch(/1\/1000/));

  test.each([
    ["2x-4", "E-MIXED-FORMS 2x-4", ["2x-4x", "2-4"]],
    ["1:3", "E-RATIO-FORM 1:3", ["3:1"]],
    ["3:", "E-RATIO-FORM 3:", []],
    ["2,5", "E-GROUPING 2,5", ["2.5"]],
    ["3%", "E-UNIT 3%", ["3% die"]],
    ["dozens", "E-VAGUE dozens", []],
    ["-3", "E-NEGATIVE -3", ["3"]],
    ["3 killed", "E-CATEGORY killed", ["3"]],
    ["4-2", "E-RANGE-REVERSED 4-2", ["2-4"]],
    ["3 to 1", "E-RANGE-REVERSED 3 to 1", ["3:1", "1-3"]],
    ["0,500", "E-GROUPING 0,500", ["0.500", "500"]],
    ["9007199254740992", "E-TOO-LARGE 9007199254740992", []],
    ["3/4", "E-SLASH 3/4", ["3-4"]],
    ["", "E-EMPTY", []],
  ])("%s is refused: %s", (text, refusal, tries) => {
    expect(refusalOf(() => parseRatio(text))).toBe(refusal);
    expect(problemsOf(() => parseRatio(text))[0]?.tries).toEqual(tries);
  });
});

describe("a share", () => {
  test.each([
    ["30%", "30%"],
    ["30 %", "30%"],
    ["30 percent", "30%"],
    ["30 per cent", "30%"],
    ["30 pct", "30%"],
    ["0.3", "30%"],
    [".3", "30%"],
    ["45%-65%", "45%–65%"],
    ["45-65%", "45%–65%"],
    ["45 to 65%", "45%–65%"],
    ["0.45-0.65", "45%–65%"],
    ["0-65%", "0%–65%"],
    ["0.5%-1%", "0.5%–1%"],
    ["0.5-1%", "0.5%–1%"],
    ["30%/40%/50%", "30%/40%/50%"],
    ["30/40/50%", "30%/40%/50%"],
    ["0.3/0.4/0.5", "30%/40%/50%"],
    ["about 30%", "~30%"],
    ["at least 45%", "45%+"],
    ["up to 65%", "≤65%"],
    ["0", "0%"],
    ["0%", "0%"],
    ["100%", "100%"],
    ["a dozen percent", "12%"],
  ])("%s is %s", (text, expected) => expect(compact(parseShare(text), typedPercent)).toBe(expected));

  test.each([
    ["30", "E-SHARE 30", ["30%"]],
    ["1", "E-SHARE 1", ["1%", "100%"]],
    ["1.0", "E-SHARE 1.0", ["1%", "100%"]],
    ["0.5-1", "E-SHARE 1", []],
    ["45-65", "E-SHARE 45", ["45-65%"]],
    ["101%", "E-SHARE 101%", []],
    ["300", "E-SHARE 300", []],
    ["0.45-65%", "E-MIXED-FORMS 0.45-65%", ["45%-65%", "0.45%-65%"]],
    ["at least 0.45 and at most 65%", "E-MIXED-FORMS at least 0.45 and at most 65%", ["45%-65%", "0.45%-65%"]],
    ["0-50% (best 0.4)", "E-MIXED-FORMS 0.4", []],
    ["45%-65", "E-MIXED-FORMS 45%-65", ["45%-65%"]],
    ["3x", "E-UNIT 3x", []],
    ["50%±5%", "E-SPREAD 50%±5%", []],
    ["0.5±0.1", "E-SPREAD 0.5±0.1", []],
    ["30/40", "E-SLASH 30/40", []],
    ["dozens", "E-VAGUE dozens", []],
    ["30% killed", "E-CATEGORY killed", []],
    ["-30%", "E-NEGATIVE -30", ["30%"]],
  ])("%s is refused: %s", (text, refusal, tries) => {
    expect(refusalOf(() => parseShare(text))).toBe(refusal);
    expect(problemsOf(() => parseShare(text))[0]?.tries).toEqual(tries);
  });
});

describe("a loss is a count, or a multiplier if it says so", () => {
  test.each([
    ["3", "count"],
    ["14000-21000", "count"],
    ["dozens", "count"],
    ["7 wounded", "count"],
    ["3x", "multiplier"],
    ["2x-3x", "multiplier"],
    ["2-3x", "multiplier"],
    ["3:1", "multiplier"],
    ["three times as many", "multiplier"],
  ])("%s: %s", (text, kind) => expect(parseLoss(text, { counted: "wounded" }).kind).toBe(kind));

  test.each([
    ["2x-4", "E-MIXED-FORMS 2x-4", ["2x-4x", "2-4"]],
    ["30%", "E-UNIT 30%", []],
    ["7 captured", "E-CATEGORY captured", ["7"]],
    ["1.5", "E-FRACTION 1.5", ["1.5x", "1.5k"]],
    ["at least 2x and at most 4", "E-MIXED-FORMS at least 2x and at most 4", ["2x-4x", "2-4"]],
    ["2-4 (best 3x)", "E-MIXED-FORMS 3x", []],
  ])("%s is refused: %s", (text, refusal, tries) => {
    expect(refusalOf(() => parseLoss(text, { counted: "wounded" }))).toBe(refusal);
    expect(problemsOf(() => parseLoss(text))[0]?.tries).toEqual(tries);
  });
});

describe("a label", () => {
  test.each([
    ["13,800", undefined, undefined, 13800],
    ["Ukraine=13,800", "Ukraine", undefined, 13800],
    ["Ukraine = 13,800", "Ukraine", undefined, 13800],
    ["Ukraine@2022-03-16=13,800", "Ukraine", "2022-03-16", 13800],
    ["Ukraine@2022=13,800", "Ukraine", "2022", 13800],
    ["Ukraine @2022-03=13,800", "Ukraine", "2022-03", 13800],
    ["Ukraine @ 2022-03 = 13,800", "Ukraine", "2022-03", 13800],
    ["me@home=5", "me@home", undefined, 5],
    ["UK@16/03/2022=100", "UK", "2022-03-16", 100],
    ["Ukraine@16 March 2022=13,800", "Ukraine", "2022-03-16", 13800],
    ["Ukraine@ March 2022 =13,800", "Ukraine", "2022-03", 13800],
    ["AP@Mar 16, 2022=5", "AP", "2022-03-16", 5],
    ["AP@Wednesday, 16 March 2022=5", "AP", "2022-03-16", 5],
    ["me@home@2022=5", "me@home", "2022", 5],
    ["@AP=7", "@AP", undefined, 7],
    ["@AP@2022=7", "@AP", "2022", 7],
    ["UK@yesterday=5", "UK@yesterday", undefined, 5],
    ["fans@Marines 3=5", "fans@Marines 3", undefined, 5],
    ["fans@March Brigade=5", "fans@March Brigade", undefined, 5],
    ["our list=>=7000", "our list", undefined, 7000],
    ["our list=<=7000", "our list", undefined, 7000],
    [">=7000", undefined, undefined, 7000],
    ["≥=5", "≥", undefined, 5],
    ["Україна=5", "Україна", undefined, 5],
  ])("%j is split into source, date and figure", (text, name, asOf, low) => {
    const labelled = parseLabelled(text, parseFigure);
    expect([labelled.name, labelled.asOf?.text, labelled.value.low]).toEqual([name, asOf, low]);
  });

  test.each([
    ["=7000", "E-NAME-EMPTY =", ["7000"]],
    ["our list>=7000", "E-NOT-A-NUMBER our", ["our list=>=7000"]],
    ["Ukraine: 13,800", "E-NOT-A-NUMBER Ukraine", ["Ukraine=13,800"]],
    ["Ukraine,13800", "E-NOT-A-NUMBER Ukraine", ["Ukraine=13800"]],
    ["Ukraine 13800", "E-NOT-A-NUMBER Ukraine", ["Ukraine=13800"]],
    ["Ukraine\t13,800", "E-NOT-A-NUMBER Ukraine", ["Ukraine=13,800"]],
    ["ukraine;13800", "E-NOT-A-NUMBER ukraine", ["ukraine=13800"]],
    ["US and Europe, up to 6,000", "E-NOT-A-NUMBER US", ["US and Europe=up to 6,000"]],
    ["General Staff 1.2 million", "E-NOT-A-NUMBER General", ["General Staff=1.2 million"]],
    ["Unit 731", "E-NOT-A-NUMBER Unit", []],
    ["Not 13800", "E-NOT-A-NUMBER Not", []],
    ["Soldiers,13800", "E-NOT-A-NUMBER Soldiers", ["13800"]],
    ["In Kyiv, 13800", "E-NOT-A-NUMBER In", ["13800"]],
    ["March 20,000", "E-NOT-A-NUMBER March", ["20,000"]],
    ["they say, 13800", "E-NOT-A-NUMBER they", []],
    ["Ukraine,13800,Kyiv", "E-NOT-A-NUMBER Ukraine", ["13800"]],
    ["x\u200by=5", "E-CHARACTER \u200b", []],
    ["  =7000", "E-NAME-EMPTY   =", ["7000"]],
    ["=  7000", "E-NAME-EMPTY =", ["7000"]],
    ["  x\u0007y=5", "E-CHARACTER \u0007", []],
    ["Ukraine=13.800 ", "E-DOT 13.800", ["Ukraine=13,800"]],
    ["a=b=5", "E-NOT-A-NUMBER =", []],
    ["Ukraine=13.800", "E-DOT 13.800", ["Ukraine=13,800"]],
    ["US=", "E-EMPTY", []],
    ["U@2022-02-30=5", "E-DATE 2022-02-30", []],
    ["x@2022-13-45=5", "E-DATE 2022-13-45", []],
    ["a@2022@2023=5", "E-DATE 2022@2023", []],
    ["x@16/03/22=5", "E-DATE 16/03/22", []],
    ["x@March 16=5", "E-DATE March 16", []],
    ["x@May 9 Movement=5", "E-DATE May 9 Movement", []],
    ["x@2022-03-16T12:00=5", "E-DATE 2022-03-16T12:00", ["x@2022-03-16=5"]],
    ["x@3/4/2022=5", "E-DATE-AMBIGUOUS 3/4/2022", ["x@2022-04-03=5", "x@2022-03-04=5"]],
    ["x @ 3/4/2022 =5", "E-DATE-AMBIGUOUS  3/4/2022 ", ["x @2022-04-03=5", "x @2022-03-04=5"]],
    [" x\u0007y =5", "E-CHARACTER \u0007", []],
    ["x\u001b[31m=5", "E-CHARACTER \u001b", []],
    ["x\u202ey=5", "E-CHARACTER \u202e", []],
    ["x\ud800=5", "E-CHARACTER \ud800", []],
    [`${"n".repeat(201)}=5`, `E-TOO-LONG ${"n".repeat(201)}`, []],
  ])("%j is refused: %j", (text, refusal, tries) => {
    expect(refusalOf(() => parseLabelled(text, parseFigure))).toBe(refusal);
    expect(problemsOf(() => parseLabelled(text, parseFigure))[0]?.tries).toEqual(tries);
  });

  test("the place of a mistake is counted from the start of the whole text", () => {
    expect(problemsOf(() => parseLabelled("Ukraine=13.800", parseFigure))[0]).toMatchObject({ start: 8, end: 14 });
    expect(problemsOf(() => parseLabelled(" U@3/4/2022=5", parseFigure))[0]).toMatchObject({ start: 3, end: 11 });
    expect(problemsOf(() => parseLabelled(`a=${"9".repeat(201)}`, parseFigure))[0]).toMatchObject({
      start: 2,
      end: 203,
    });
  });

  test("a character that cannot be in a name is reported with its code point", () => {
    const [problem] = problemsOf(() => parseName("  a\u0007b"));
    expect(problem).toMatchObject({
      start: 3,
      end: 4,
      args: { character: "\u0007", name: "U+0007 (a control character)" },
    });
  });

  test("a prefix for column names may be empty, and keeps its spaces", () => {
    expect(parsePrefix("")).toBe("");
    expect(parsePrefix(" a_ ")).toBe(" a_ ");
    expect(problemsOf(() => parsePrefix(" "))).toMatchObject([{ code: "E-EMPTY", args: { expected: "name" } }]);
    expect(refusalOf(() => parsePrefix("a\u0007"))).toBe("E-CHARACTER \u0007");
  });

  test("errors that are not mistakes in the input are passed on", () => {
    const fail = () => {
      throw new TypeError("bug");
    };
    expect(() => parseLabelled("a=5", fail)).toThrow(TypeError);
    const failAfterLabel = (text: string) => (text === "5" ? fail() : parseFigure(text));
    expect(() => parseLabelled("a=5", failAfterLabel)).toThrow(TypeError);
  });

  test("a name without a figure is read, with or without a date", () => {
    expect(parseName("  US and Europe ")).toBe("US and Europe");
    expect(parseLabel("Ukraine@2022-03")).toMatchObject({ name: "Ukraine", asOf: { text: "2022-03" } });
    expect(parseLabel("UK@16/03/2022")).toMatchObject({ name: "UK", asOf: { text: "2022-03-16" } });
    expect(refusalOf(() => parseName(" "))).toBe("E-EMPTY");
    expect(refusalOf(() => parseName("a\u0007b"))).toBe("E-CHARACTER \u0007");
  });
});
