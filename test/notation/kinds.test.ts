import { describe, expect, test } from "vitest";
import { INPUTS } from "../../src/notation/inputs.ts";
import { parseCategory, parseCombine, parseCoverage, parseReport } from "../../src/notation/kinds.ts";
import { parseNote, parseUrl } from "../../src/notation/label.ts";
import { plainEnds } from "../../src/notation/plain.ts";
import { resultLike } from "../../src/notation/print.ts";
import { parseStated } from "../../src/notation/stated.ts";
import { ratiosByName } from "../../src/record/names.ts";
import { problemsOf, refusalOf } from "../problems.ts";

test.each([
  ["envelope", { rule: "envelope" }],
  ["overlap", { rule: "overlap" }],
  ["sum", { rule: "sum" }],
  ["change", { rule: "change" }],
  ["prefer=AP", { rule: "prefer", source: "AP" }],
])("--combine %s is read", (text, rule) => expect(parseCombine(text)).toEqual(rule));

test("a coverage may say “of deaths”, but not “of the wounded”", () => {
  expect(String(parseCoverage("Mediazona=50% of deaths").share.low)).toBe("1/2");
  expect(refusalOf(() => parseCoverage("50% of the wounded"))).toBe("E-CATEGORY of the wounded");
});

test("the date of a preferred source is read like any other, and its mistakes point into the whole text", () => {
  expect(parseCombine("prefer=AP@16/03/2022")).toMatchObject({ source: "AP", asOf: { text: "2022-03-16" } });
  const tries = ["prefer=AP@2022-04-03", "prefer=AP@2022-03-04"];
  const place = { text: "prefer=AP@3/4/2022", start: 10, end: 18 };
  expect(problemsOf(() => parseCombine("prefer=AP@3/4/2022"))).toMatchObject([{ ...place, tries }]);
});

test.each(["prefer", "prefer=", "prefer= ", "sum=AP", "envelop", "AP", ""])("%j is not a rule", (text) =>
  expect(problemsOf(() => parseCombine(text)).map(({ code }) => code)).toEqual(["E-CHOICE"]),
);

test("a report may name the category that it counts, and no other", () => {
  expect(parseReport("AP=7 killed", "killed").figure?.low).toBe(7);
  expect(refusalOf(() => parseReport("AP=7 wounded", "killed"))).toBe("E-CATEGORY wounded");
  expect(parseCategory("7 wounded", "wounded")).toMatchObject({ kind: "count" });
  expect(refusalOf(() => parseCategory("7 killed", "wounded"))).toBe("E-CATEGORY killed");
});

test.each([
  ["killed", ["source", "kind", "asOf", "url", "note"]],
  ["casualties", ["source", "kind", "asOf", "url", "note"]],
  ["recruits", ["source", "kind", "asOf", "url", "note"]],
  ["wounded", ["source", "asOf", "url", "note"]],
  ["deserted", ["source", "asOf", "url", "note"]],
  ["coverage", ["source", "asOf"]],
  ["force", ["label", "source", "asOf", "url", "note"]],
  ["share", ["label", "asOf"]],
] as const)("%s can have the remarks %j", (input, remarks) => {
  expect(INPUTS[input].kind.object?.remarks).toEqual(remarks);
});

test.each([
  ["killed", "7,000 wounded", "wounded"],
  ["casualties", "7,000 wounded", "wounded"],
  ["wounded", "7,000 captured", "captured"],
  ["captured", "7,000 killed", "killed"],
  ["force", "150,000 wounded", "wounded"],
  ["coverage", "50% of the wounded", "of the wounded"],
] as const)("the object form of %s refuses another category: %j", (input, text, found) => {
  expect(refusalOf(() => INPUTS[input].kind.object?.read(text))).toBe(`E-CATEGORY ${found}`);
});

test("the object form of a category reads the name of a ratio", () => {
  const ratios = ratiosByName();
  expect(INPUTS.captured.kind.object?.read("us-korea", ratios)).toMatchObject({ kind: "multiplier" });
  expect(refusalOf(() => INPUTS.captured.kind.object?.read("us-korea"))).toBe("E-NOT-A-NUMBER us");
});

describe("remarks and addresses", () => {
  test("a note becomes one line of at most 2,000 characters, and is not empty", () => {
    expect(parseNote(" a\r\n\t b  c ")).toBe("a b c");
    expect(parseNote("x".repeat(2000))).toHaveLength(2000);
    expect(problemsOf(() => parseNote("x".repeat(2001)))).toMatchObject([
      { code: "E-TOO-LONG", args: { expected: "note", length: 2001, limit: 2000 } },
    ]);
    expect(problemsOf(() => parseNote(" "))).toMatchObject([{ code: "E-EMPTY", args: { expected: "note" } }]);
  });

  test.each(["https://a.b/c?d#e", "doi:10.1177/1", "HTTP://A"])("%s is an address", (url) =>
    expect(parseUrl(` ${url} `)).toBe(url),
  );

  test.each(["example", "https:", "https://a b", "1a:b", " x https://a"])("%s is not an address", (url) =>
    expect(problemsOf(() => parseUrl(url))).toMatchObject([
      { code: "E-URL", args: { found: url.trim() }, start: 0, end: url.trim().length },
    ]),
  );

  test("an empty address is refused", () =>
    expect(problemsOf(() => parseUrl(""))).toMatchObject([{ code: "E-EMPTY", args: { expected: "url" } }]));
});

test.each([
  ["7000", "7000 0-4"],
  ["13,800", "13800 0-6"],
  ["~≤6,000", "6000~< 0-7"],
  ["7,000+", "7000> 0-6"],
  ["6,000-13,800", "6000 0-5, 13800 6-12"],
  ["≤2x–3x+", "2x< 0-3, 3x> 4-7"],
  ["16.0%–36.8%", "16% 0-5, 184/5% 6-11"],
  ["5-5", "5 0-1, 5 2-3"],
  ["1.65-2.5", "33/20 0-4, 5/2 5-8"],
  ["2.5x", "5/2x 0-4"],
  ["at least 7,000", "7000> 0-14"],
  ["up to 6,000", "6000< 0-11"],
  ["about 2x", "2x~ 0-8"],
])("%s is read by the fast path", (text, expected) => {
  const SIGNS: Record<string, string> = { above: ">", below: "<", times: "x", percent: "%" };
  const ends = plainEnds(text)!.map(
    ({ value, sign = "", about, bound = "", start, end }) =>
      `${value}${SIGNS[sign] ?? ""}${about ? "~" : ""}${SIGNS[bound] ?? ""} ${start}-${end}`,
  );
  expect(ends.join(", ")).toBe(expected);
  for (const end of plainEnds(text)!) expect(end).toMatchObject({ bare: true, scale: 1, factors: [], hundreds: false });
});

test("grouped digits are distinguished from ungrouped ones", () => {
  expect(plainEnds("7000-13,800")!.map(({ grouped }) => grouped)).toEqual([false, true]);
});

test.each([
  "",
  "seven",
  "13.800",
  "1,23",
  "8-6",
  "2x-4",
  "≤412+",
  "6k",
  "-5",
  "at most 7",
  "at least 7+",
  "about ~7",
  "up to ≤7",
  "at least 7-8",
  "1.234",
  "7 - 8",
  "9".repeat(13),
])("the fast path does not read %j", (text) => expect(plainEnds(text)).toBeUndefined());

test.each([
  ["18.66%", "share", "18.67%"],
  ["18.6%", "share", "18.7%"],
  ["19%", "share", "18.7%"],
  ["0.18661", "share", "18.667%"],
  ["18%-18.660%", "share", "18.667%"],
  ["18.660%-19%", "share", "18.667%"],
  ["2.333", "perKilled", "0.187"],
  ["2.3", "perKilled", "0.19"],
  ["24k", "people", "0"],
  ["7.456", "perDay", "0.187"],
  ["7", "perDay", "0.19"],
  ["5 a month", "perDay", "0.19"],
  ["157.5", "days", "0.19"],
] as const)("next to %s (%s) the result is printed as %s", (text, unit, expected) => {
  const value = parseStated("28/28/150", "people");
  expect(resultLike(unit, parseStated(text, unit))(value.low.over(value.high))).toBe(expected);
});

test("the object form of a share reads it with and without the name of its force", () => {
  const { object } = INPUTS.share.kind;
  expect(object!.read("38%")).toMatchObject({ share: { text: "38%" } });
  expect(object!.read("Wagner=38%")).toMatchObject({ label: "Wagner", share: { text: "38%" } });
});
