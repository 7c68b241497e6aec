import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { collect, type Problem } from "../../src/core/errors.ts";
import { exact } from "../../src/core/figure.ts";
import { asciiFor, describeCharacter, printable, unprintableIn } from "../../src/notation/characters.ts";
import { parseFigure, parseLoss, parseRatio, parseShare } from "../../src/notation/figure.ts";
import { compact, people } from "../../src/notation/print.ts";
import { problemsOf, refusalOf } from "../problems.ts";

/** Texts, and the figures read from them, in compact form. */
const READ: [string, string][] = [
  // Digits and their groups
  ["7000", "7,000"],
  ["7,000", "7,000"],
  ["7_000", "7,000"],
  ["7'000", "7,000"],
  ["7’000", "7,000"],
  ["7 000", "7,000"],
  ["7\u00a0000", "7,000"],
  ["7\u202f000", "7,000"],
  ["7\u2009000", "7,000"],
  ["1,234,567", "1,234,567"],
  ["1 234 567", "1,234,567"],
  ["  7,000\t", "7,000"],
  ["007", "7"],
  ["0", "0"],
  ["7000.0", "7,000"],
  ["9007199254740991", "9,007,199,254,740,991"],
  // Units
  ["7k", "7,000"],
  ["7K", "7,000"],
  ["13.8k", "13,800"],
  ["13.800k", "13,800"],
  ["1.2m", "1,200,000"],
  ["1.2 million", "1,200,000"],
  ["2mn", "2,000,000"],
  ["2mln", "2,000,000"],
  ["two billion", "2,000,000,000"],
  ["1'234’567", "1,234,567"],
  ["forty-nine", "49"],
  ["5 to one hundred and fifty-one", "5–151"],
  ["6 thousand to fourteen thousand and one", "6,000–14,001"],
  ["2 bn", "2,000,000,000"],
  ["150 thousand", "150,000"],
  ["5 hundred", "500"],
  ["5 hundred thousand", "500,000"],
  ["2 dozen", "24"],
  // Words
  ["seven thousand", "7,000"],
  ["Seven Thousand", "7,000"],
  ["thirteen thousand eight hundred", "13,800"],
  ["thirteen thousand and eight hundred", "13,800"],
  ["one hundred and fifty thousand", "150,000"],
  ["thirteen hundred", "1,300"],
  ["twenty-one", "21"],
  ["twenty one thousand", "21,000"],
  ["two million three hundred thousand and one", "2,300,001"],
  ["a dozen", "12"],
  ["two dozen", "24"],
  ["a hundred", "100"],
  ["a thousand", "1,000"],
  ["half a million", "500,000"],
  ["half a dozen", "6"],
  ["zero", "0"],
  // Ranges
  ["6000-13800", "6,000–13,800"],
  ["6000 - 13800", "6,000–13,800"],
  ["6000–13,800", "6,000–13,800"],
  ["6000—13,800", "6,000–13,800"],
  ["6000−13,800", "6,000–13,800"],
  ["6000..13800", "6,000–13,800"],
  ["6000…13800", "6,000–13,800"],
  ["6,000 to 13,800", "6,000–13,800"],
  ["6,000 through 13,800", "6,000–13,800"],
  ["between 6,000 and 13,800", "6,000–13,800"],
  ["from 6,000 to 13,800", "6,000–13,800"],
  ["from 6,000 through 13,800", "6,000–13,800"],
  ["from 6,000-13,800", "6,000–13,800"],
  ["between six hundred and seven hundred", "600–700"],
  ["between one hundred and fifty and two hundred", "150–200"],
  ["between one hundred and two hundred and fifty", "100–250"],
  ["5-5", "5"],
  ["6 to fourteen thousand", "6,000–14,000"],
  ["fifty to one hundred and fifty", "50–150"],
  ["nine to two thousand five hundred", "9–2,500"],
  // A unit that belongs to both ends, or to one
  ["6-14k", "6,000–14,000"],
  ["6k-14k", "6,000–14,000"],
  ["6k-14000", "6,000–14,000"],
  ["six to fourteen thousand", "6,000–14,000"],
  ["six-fourteen thousand", "6,000–14,000"],
  ["5 to 6 hundred", "500–600"],
  ["1.5 to 2 million", "1,500,000–2,000,000"],
  ["13.8-14.2k", "13,800–14,200"],
  ["13.800-14.200k", "13,800–14,200"],
  ["six hundred to fourteen thousand", "600–14,000"],
  ["two thousand to three million", "2,000–3,000,000"],
  ["fifty to two hundred thousand", "50,000–200,000"],
  ["thirteen thousand eight hundred to fourteen thousand", "13,800–14,000"],
  ["one hundred and fifty to two hundred", "150–200"],
  ["one hundred to one hundred and fifty", "100–150"],
  ["six hundred to nine thousand five hundred", "600–9,500"],
  ["half a dozen to a dozen", "6–12"],
  // Open above
  ["at least 7,000", "7,000+"],
  ["7,000+", "7,000+"],
  [">7000", "7,000+"],
  [">=7000", "7,000+"],
  ["> 7000", "7,000+"],
  ["≥7000", "7,000+"],
  ["more than 7,000", "7,000+"],
  ["over 7,000", "7,000+"],
  ["just over 7,000", "7,000+"],
  ["above 7,000", "7,000+"],
  ["no fewer than 7,000", "7,000+"],
  ["no less than 7,000", "7,000+"],
  ["not less than 7,000", "7,000+"],
  ["upwards of 7,000", "7,000+"],
  ["in excess of 7,000", "7,000+"],
  ["exceeding 7,000", "7,000+"],
  ["a minimum of 7,000", "7,000+"],
  ["min. 7,000", "7,000+"],
  ["7,000 or more", "7,000+"],
  ["7,000 and more", "7,000+"],
  ["7,000 or over", "7,000+"],
  ["7,000 at least", "7,000+"],
  ["at least 7,000+", "7,000+"],
  ["well over 7,000", "7,000+"],
  ["not fewer than 7,000", "7,000+"],
  ["minimum 7,000", "7,000+"],
  ["7,000 minimum", "7,000+"],
  ["7,000 or above", "7,000+"],
  // Open below
  ["up to 6,000", "≤6,000"],
  ["at most 6,000", "≤6,000"],
  ["<6000", "≤6,000"],
  ["<=6000", "≤6,000"],
  ["≤6000", "≤6,000"],
  ["fewer than 6,000", "≤6,000"],
  ["less than 6,000", "≤6,000"],
  ["under 6,000", "≤6,000"],
  ["below 6,000", "≤6,000"],
  ["as many as 6,000", "≤6,000"],
  ["no more than 6,000", "≤6,000"],
  ["not more than 6,000", "≤6,000"],
  ["a maximum of 6,000", "≤6,000"],
  ["max. 6,000", "≤6,000"],
  ["6,000 or fewer", "≤6,000"],
  ["6,000 or less", "≤6,000"],
  ["6,000 at most", "≤6,000"],
  ["just under 6,000", "≤6,000"],
  ["well under 6,000", "≤6,000"],
  ["maximum 6,000", "≤6,000"],
  ["6,000 maximum", "≤6,000"],
  ["6,000 or under", "≤6,000"],
  ["6,000 or below", "≤6,000"],
  // Ranges with an open end, and bounds
  ["≤24,000–55,200", "≤24,000–55,200"],
  ["24,000 or fewer to 55,200", "≤24,000–55,200"],
  ["up to 24,000 to 55,200", "≤24,000–55,200"],
  ["21,000–28,000+", "21,000–28,000+"],
  ["21,000 to 28,000 or more", "21,000–28,000+"],
  ["21,000 to at least 28,000", "21,000–28,000+"],
  ["at least 21,000 to more than 28,000", "21,000–28,000+"],
  ["≤24,000–55,200+", "≤24,000–55,200+"],
  ["≤18,000–18,000+", "≤18,000–18,000+"],
  ["6,000 to at most 13,800", "6,000–13,800"],
  ["at least 6,000 to at most 13,800", "6,000–13,800"],
  ["at least 6,000 and at most 13,800", "6,000–13,800"],
  ["at most 13,800 and at least 6,000", "6,000–13,800"],
  ["more than 6,000 but fewer than 13,800", "6,000–13,800"],
  ["at least 6,000, at most 13,800", "6,000–13,800"],
  ["at least 6,000 at most 13,800", "6,000–13,800"],
  ["at least 6 and at most 14 thousand", "6,000–14,000"],
  ["over six but under seven thousand", "6,000–7,000"],
  ["at most fourteen and at least six thousand", "6,000–14,000"],
  // Approximate
  ["about 250,000", "~250,000"],
  ["~250,000", "~250,000"],
  ["≈250,000", "~250,000"],
  ["around 250,000", "~250,000"],
  ["some 250,000", "~250,000"],
  ["roughly 250,000", "~250,000"],
  ["nearly 250,000", "~250,000"],
  ["almost 250,000", "~250,000"],
  ["close to 250,000", "~250,000"],
  ["an estimated 250,000", "~250,000"],
  ["c. 250,000", "~250,000"],
  ["ca. 250,000", "~250,000"],
  ["circa 250k", "~250,000"],
  ["approx. 250,000", "~250,000"],
  ["250,000 or so", "~250,000"],
  ["approximately 250,000", "~250,000"],
  ["approx 250,000", "~250,000"],
  ["estimated 250,000", "~250,000"],
  ["c 250,000", "~250,000"],
  ["ca 250,000", "~250,000"],
  ["250,000 approximately", "~250,000"],
  ["250,000 approx", "~250,000"],
  ["250,000 approx.", "~250,000"],
  ["about 6,000 to 13,800", "~6,000–13,800"],
  ["6,000 to about 13,800", "~6,000–13,800"],
  ["at least about 7,000", "~7,000+"],
  ["about at least 7,000", "~7,000+"],
  ["~≤6,000", "~≤6,000"],
  ["≤~6,000", "~≤6,000"],
  // Spreads
  ["7000±500", "6,500/7,000/7,500"],
  ["7000 +/- 500", "6,500/7,000/7,500"],
  ["7000+-500", "6,500/7,000/7,500"],
  ["7000 plus or minus 500", "6,500/7,000/7,500"],
  ["7000 +/- 10%", "6,300/7,000/7,700"],
  ["7000±10%", "6,300/7,000/7,700"],
  ["7001±10%", "6,301/7,001/7,701"],
  ["about 7k±0.5k", "~6,500/7,000/7,500"],
  ["500±500", "0/500/1,000"],
  ["7000 ± about 500", "~6,500/7,000/7,500"],
  ["7k±0.5k", "6,500/7,000/7,500"],
  // Low, best, high
  ["6000/8000/13800", "6,000/8,000/13,800"],
  ["6 / 8 / 14k", "6,000/8,000/14,000"],
  ["6k/8k/13.8k", "6,000/8,000/13,800"],
  ["~≤6,000/8,000/13,800+", "~≤6,000/8,000/13,800+"],
  ["6,000 to 13,800, best 8,000", "6,000/8,000/13,800"],
  ["6,000 to 13,800, best about 8,000", "~6,000/8,000/13,800"],
  ["6,000-13,800 best 8k", "6,000/8,000/13,800"],
  ["6,000 to 13,800 (best 8,000)", "6,000/8,000/13,800"],
  ["6,000 to 13,800 or more (best 8,000) men", "6,000/8,000/13,800+"],
  ["5/5/5", "5/5/5"],
  // People
  ["7,000 men", "7,000"],
  ["up to 6,000 soldiers", "≤6,000"],
  ["7\u3000000", "7,000"],
  ["between 6,000 and 13,800 troops", "6,000–13,800"],
];

test.each(READ)("%s is read as %s", (text, expected) => {
  expect(compact(exact(parseFigure(text)), people)).toBe(expected);
});

test("the text is kept, without the spaces around it", () => {
  expect(parseFigure(" over 7,000 ")).toEqual({
    low: 7000,
    high: 7000,
    openLow: false,
    openHigh: true,
    approximate: false,
    text: "over 7,000",
  });
});

test.each([
  ["7,000 [1]", ["[1]"]],
  ["7,000 [12] killed*", ["[12]", "*"]],
  ["1,000[5]–4,000 (Truth Commission)", ["[5]", "(Truth Commission)"]],
  ["7,000", undefined],
])("%s keeps the parts that are not read", (text, dropped) =>
  expect(parseFigure(text, { counted: "killed" }).dropped).toEqual(dropped),
);

test.each([
  ["7,000 confirmed dead", true],
  ["confirmed deaths: 7,000", true],
  ["confirmed deaths: 7,000 killed", true],
  ["deaths: 7,000 confirmed killed", true],
  ["7,000 dead", undefined],
])("%s keeps whether the deaths are confirmed", (text, confirmed) =>
  expect(parseFigure(text, { counted: "killed" }).confirmed).toBe(confirmed),
);

describe("a vague word is a minimum", () => {
  test.each([
    ["tens", 10],
    ["dozens", 12],
    ["scores", 20],
    ["hundreds", 100],
    ["thousands", 1000],
    ["millions", 1_000_000],
    ["tens of thousands", 10_000],
    ["hundreds of thousands", 100_000],
    ["tens of millions", 10_000_000],
    ["hundreds of millions", 100_000_000],
    ["at least dozens", 12],
    ["hundreds+", 100],
    ["hundreds or more", 100],
    ["hundreds of men", 100],
    ["more than thousands of", undefined],
  ])("%s: %s", (text, floor) => {
    if (floor === undefined) return expect(refusalOf(() => parseFigure(text))).toBe("E-NOT-A-NUMBER of");
    expect(parseFigure(text)).toMatchObject({ low: floor, high: floor, openLow: false, openHigh: true, vague: true });
  });

  test("“about dozens” is approximate, too", () => {
    expect(parseFigure("about dozens")).toMatchObject({ low: 12, approximate: true, openHigh: true });
  });
});

/** Texts, the code with the part that it points at, and the spellings to try. */
const REFUSED: [string, string, string[]][] = [
  ["", "E-EMPTY", []],
  ["  ", "E-EMPTY", []],
  ["x".repeat(201), "E-TOO-LONG", []],
  ["-5", "E-NEGATIVE -5", ["5"]],
  ["−5", "E-NEGATIVE −5", ["5"]],
  ["- 5 to 10", "E-NEGATIVE - 5", ["5 to 10"]],
  ["5 to -10", "E-NEGATIVE -10", ["5 to 10"]],
  ["men", "E-NOT-A-NUMBER men", []],
  ["at least", "E-NOT-A-NUMBER", []],
  ["7,000 kg", "E-NOT-A-NUMBER kg", ["7,000"]],
  ["$7,000", "E-NOT-A-NUMBER $", []],
  ["7000=", "E-NOT-A-NUMBER =", []],
  ["=>7000", "E-NOT-A-NUMBER =", [">=7000"]],
  ["=<7000", "E-NOT-A-NUMBER =", ["<=7000"]],
  ["6,000, 13,800", "E-NOT-A-NUMBER ,", []],
  ["at lest 7,000", "E-NOT-A-NUMBER at", ["at least 7,000"]],
  ["sevn thousand", "E-NOT-A-NUMBER sevn", ["seven thousand"]],
  ["half", "E-NOT-A-NUMBER half", []],
  ["half a man", "E-NOT-A-NUMBER half", []],
  ["one two", "E-NOT-A-NUMBER two", []],
  ["two thousand three million", "E-NOT-A-NUMBER million", []],
  ["between 6,000 or 13,800", "E-NOT-A-NUMBER or", []],
  ["between 6,000 and 13,800 and 14,000", "E-NOT-A-NUMBER and", []],
  ["from 6,000", "E-NOT-A-NUMBER", []],
  ["6,000-13,800-14,000", "E-NOT-A-NUMBER -", []],
  ["constructor", "E-NOT-A-NUMBER constructor", []],
  ["a constructor", "E-NOT-A-NUMBER a", []],
  ["7.5", "E-FRACTION 7.5", ["7.5k"]],
  ["1.2345k", "E-FRACTION 1.2345k", []],
  ["0.500", "E-FRACTION 0.500", ["0.5k"]],
  ["9007199254740992", "E-TOO-LARGE 9007199254740992", []],
  ["9,007,199,254,740,991±1", "E-TOO-LARGE 9,007,199,254,740,991±1", []],
  ["1,23", "E-GROUPING 1,23", ["123"]],
  ["1,2345", "E-GROUPING 1,2345", ["12,345"]],
  ["1234,567", "E-GROUPING 1234,567", ["1,234,567"]],
  ["1,234 567", "E-GROUPING 1,234 567", []],
  ["6000 8000", "E-GROUPING 6000 8000", ["6000-8000"]],
  ["0,500", "E-GROUPING 0,500", ["500"]],
  ["00,123", "E-GROUPING 00,123", ["123"]],
  ["7.000,50", "E-GROUPING 7.000,50", []],
  ["1,00,000", "E-GROUPING 1,00,000", ["100,000"]],
  ["1.234.567", "E-GROUPING 1.234.567", ["1,234,567"]],
  ["1.234,5", "E-GROUPING 1.234,5", []],
  ["1 000 00 men", "E-GROUPING 1 000 00", []],
  ["13.800", "E-DOT 13.800", ["13,800"]],
  ["6.000-13.800", "E-DOT 6.000", ["6,000-13,800"]],
  ["70,000±1.500", "E-DOT 1.500", ["70,000±1,500"]],
  ["7000±0.5", "E-FRACTION 0.5", ["7000±0.5k"]],
  ["2-4 (best 3x)", "E-MIXED-FORMS 3x", []],
  ["0-100 (best 50%)", "E-MIXED-FORMS 50%", []],
  ["6000/13800", "E-SLASH 6000/13800", ["6000-13800"]],
  ["6/14k", "E-SLASH 6/14k", ["6-14k"]],
  ["1/2 million", "E-SLASH 1/2 million", []],
  ["1/2/3/4", "E-SLASH 1/2/3/4", []],
  ["13800-6000", "E-RANGE-REVERSED 13800-6000", ["6,000-13,800"]],
  ["2012-13", "E-RANGE-REVERSED 2012-13", ["13-2,012"]],
  ["9/8/7", "E-RANGE-REVERSED 9/8/7", ["7/8/9"]],
  ["at least 13800 and at most 6000", "E-BOUNDS at least 13800 and at most 6000", ["6,000-13,800"]],
  ["at least 5 and over 7", "E-BOUNDS at least 5 and over 7", []],
  ["up to 5 and under 7", "E-BOUNDS up to 5 and under 7", []],
  ["at least 7,000 or fewer", "E-BOUNDS at least 7,000 or fewer", ["at least 7,000", "up to 7,000"]],
  ["at least 6,000 to 13,800", "E-BOUND-BEFORE-RANGE at least 6,000 to 13,800", ["6,000-13,800", "6,000-13,800+"]],
  ["at least 7000±500", "E-BOUND-BEFORE-RANGE at least 7000±500", []],
  ["7000±500+", "E-BOUND-BEFORE-RANGE 7000±500+", []],
  ["6000/5000/13800", "E-BEST-OUTSIDE 5000", []],
  ["6000/14000/13800", "E-BEST-OUTSIDE 14000", []],
  ["6000/>8000/13800", "E-BEST-OUTSIDE >8000", []],
  ["6,000 to 13,800, best 5,000", "E-BEST-OUTSIDE 5,000", []],
  ["6,000 to 13,800 (best 8,000", "E-NOT-A-NUMBER", []],
  ["6,000 to 13,800 (8,000)", "E-NOT-A-NUMBER (", []],
  ["6/8/14 (best 8)", "E-NOT-A-NUMBER (", []],
  ["100±200", "E-SPREAD 100±200", []],
  ["several", "E-VAGUE several", []],
  ["a few", "E-VAGUE a few", []],
  ["many", "E-VAGUE many", []],
  ["several hundred", "E-VAGUE several", []],
  ["at least a few thousand", "E-VAGUE a few", []],
  ["up to hundreds", "E-VAGUE up to hundreds", []],
  ["6k-14", "E-MIXED-FORMS 6k-14", ["6,000-14,000", "6-14"]],
  [
    "six hundred to seven hundred thousand",
    "E-MIXED-FORMS six hundred to seven hundred thousand",
    ["600-700000", "600,000-700,000"],
  ],
  [
    "one hundred and fifty to 200 thousand",
    "E-MIXED-FORMS one hundred and fifty to 200 thousand",
    ["150-200000", "150,000-200,000"],
  ],
  ["12 to 14 thousand 500", "E-MIXED-FORMS 12 to 14 thousand 500", ["12-14500", "12,000-14,500"]],
  [
    "six to fourteen thousand five hundred",
    "E-MIXED-FORMS six to fourteen thousand five hundred",
    ["6-14500", "6,000-14,500"],
  ],
  ["two to three hundred and fifty", "E-MIXED-FORMS two to three hundred and fifty", ["2-350", "200-350"]],
  [
    "one to two hundred and fifty thousand",
    "E-MIXED-FORMS one to two hundred and fifty thousand",
    ["100,000-250,000", "1,000-250,000"],
  ],
  ["one thousand twelve hundred", "E-NOT-A-NUMBER twelve", []],
  ["a dozen five", "E-NOT-A-NUMBER five", []],
  ["3x", "E-UNIT 3x", []],
  ["2x-4", "E-MIXED-FORMS 2x-4", ["2-4"]],
  ["30%", "E-UNIT 30%", []],
  ["3:2", "E-RATIO-FORM 3:2", []],
  ["28,000 casualties", "E-CATEGORY casualties", ["28,000"]],
  ["-", "E-NOT-A-NUMBER -", []],
  ["7,000 men wounded", "E-CATEGORY men wounded", ["7,000"]],
  ["dozens killed", "E-CATEGORY killed", ["dozens"]],
  ["7ООО", "E-CHARACTER О", ["7000"]],
  ["7к", "E-CHARACTER к", ["7k"]],
  ["аt least 7", "E-CHARACTER а", ["at least 7"]],
  ["٧٠٠٠", "E-CHARACTER ٧", ["7000"]],
  ["７０", "E-CHARACTER ７", ["70"]],
  ["7\u200b000", "E-CHARACTER \u200b", ["7000"]],
  ["\ufeff7000", "E-CHARACTER \ufeff", ["7000"]],
  ["7\u0000", "E-CHARACTER \u0000", []],
  ["тысяча", "E-CHARACTER т", []],
  ["½", "E-FRACTION ½", ["0.5k"]],
  ["7 🪖", "E-CHARACTER 🪖", []],
];

test.each(REFUSED)("%j is refused: %j", (text, refusal, tries) => {
  expect(refusalOf(() => parseFigure(text))).toBe(refusal);
  expect(problemsOf(() => parseFigure(text)).flatMap((problem) => problem.tries ?? [])).toEqual(tries);
});

describe("what is counted", () => {
  test("words for the killed are accepted for the killed", () => {
    expect(parseFigure("7,000 killed in action", { counted: "killed" }).low).toBe(7000);
    expect(parseFigure("7,000 men dead", { counted: "killed" }).low).toBe(7000);
  });

  test("words for a force are accepted if no category is asked for", () => {
    expect(parseFigure("150,000-strong").low).toBe(150_000);
    expect(parseFigure("an army of 150,000").low).toBe(150_000);
  });

  test.each([
    ["28,000 casualties", "casualties"],
    ["28,000 losses", "casualties"],
    ["7 wounded", "wounded"],
    ["7 prisoners", "captured"],
    ["7 MIA", "missing"],
    ["7 deserters", "deserted"],
  ])("%s is refused for the killed", (text, counted) => {
    const [problem] = problemsOf(() => parseFigure(text, { counted: "killed" }));
    expect(problem).toMatchObject({ code: "E-CATEGORY", args: { counted, expected: "killed" } });
  });
});

test("a foreign character is named by its code point", () => {
  const name = (text: string) => problemsOf(() => parseFigure(text)).map(({ args }) => args)[0];
  expect(name("7О00")).toEqual({ character: "О", name: "U+041E CYRILLIC CAPITAL LETTER O", instead: "0" });
  expect(name("Оver 7")).toMatchObject({ instead: "O" });
  expect(name("7І")).toMatchObject({ name: "U+0406 CYRILLIC CAPITAL LETTER BYELORUSSIAN-UKRAINIAN I", instead: "1" });
  expect(name("7\u200b0")).toEqual({ character: "\u200b", name: "U+200B ZERO WIDTH SPACE" });
  expect(name("７")).toMatchObject({ name: "U+FF17 (a digit of another script)", instead: "7" });
  expect(name("߀")).toMatchObject({ instead: "0" });
  expect(name("߉")).toMatchObject({ instead: "9" });
  expect(name("ж")).toEqual({ character: "ж", name: "U+0436 (a letter of another script)" });
  expect(name("7\u0081")).toEqual({ character: "\u0081", name: "U+0081 (a control character)" });
  expect(name("7\ud800")).toMatchObject({ name: "U+D800 (half of a character)" });
  expect(name("7𝟘0")).toMatchObject({ instead: "0" });
  expect(name("𝟡")).toMatchObject({ instead: "9" });
  expect(name("𝟎")).toMatchObject({ instead: "0" });
  expect(name("№")).toEqual({ character: "№", name: 'U+2116 "№"' });
});

test("a character that could move the cursor is printed as its code point, and found with its index", () => {
  expect(printable("Kyiv 7")).toBe("Kyiv 7");
  expect(printable("\u001b[31mКиїв\u202e")).toBe("\\u{1b}[31mКиїв\\u{202e}");
  expect(unprintableIn("\u001b[31m")).toEqual({ character: "\u001b", index: 0 });
  expect(unprintableIn("Київ\u202e")).toEqual({ character: "\u202e", index: 4 });
  expect([unprintableIn("Kyiv"), unprintableIn("Київ"), unprintableIn("")]).toEqual([undefined, undefined, undefined]);
});

/** A JSON replacer that leaves out defaults, and what the text shows already. */
const withoutDefaults = (text: string) => (key: string, value: unknown) =>
  value === false || (key === "text" && value === text) || (key === "tries" && String(value) === "")
    ? undefined
    : value;

/** Further texts for the file below. */
const MORE =
  "3x|x3|3:1|2-4x|2x-4|2/3/4x|30%|0.3|45-65%|0.45-65%|45%-65|1|1.0|30|101%|50%±5%|50±5%|3±0.5x|3x±1|7,000 deaths|7 fatalities|7 KIA|7 injured|7 WIA|7 captured|7 POWs|7 missing|7 deserted|7 wounded men|7 people|7 persons|7 person|1,234'567|1.5±10%|half an hour|half dozen|an hundred|ann hundred|7 dozn|7 thousnd|7 milion|7 bilion|7 hundrd|minimm 7|a several|severals|and|best|(|6 to 8 (best at least 7)|at least 5, at most|between 5|from 5 and 6|6 hundred to 7 hundred thousand|6 hundred to 7 thousand|2 dozen to 3 dozen|two dozen to three hundred|at least|9007199254740991x|9007199254740992x|1000.5|999.5|0.5k|6.000k-13.800|06.500|1234.500|twenty-nine|twenty-ten|twenty thousand thousand".split(
    "|",
  );

const READERS = { figure: parseFigure, ratio: parseRatio, share: parseShare, loss: parseLoss };

/** What a reader reads from a text, or why it refuses it. */
function outcomeOf(reader: keyof typeof READERS, text: string): unknown {
  const problems: Problem[] = [];
  const result = collect(problems, () => READERS[reader](text, { counted: "wounded" }));
  return JSON.parse(JSON.stringify(result ?? problems, withoutDefaults(text)));
}

/** Whether a text that was read as a figure is read or refused by another reader in the usual way. */
function isUsual(reader: "ratio" | "share" | "loss", text: string, figure: unknown): boolean {
  const outcome = outcomeOf(reader, text);
  if (Array.isArray(figure)) return isDeepStrictEqual(bare(outcome), bare(figure));
  if (reader === "ratio") return isDeepStrictEqual(outcome, figure);
  if (reader === "loss") return isDeepStrictEqual(outcome, { kind: "count", figure });
  if (!Array.isArray(outcome)) return false;
  const [{ code, args, start, end, tries = [] }] = outcome as [Problem];
  return code === "E-SHARE" && args.found === text.slice(start, end) && tries.length === 0;
}

/** Problems without what was expected. */
const bare = (problems: unknown) =>
  Array.isArray(problems)
    ? problems.map(({ args: { expected: _, ...args }, ...rest }) => ({ ...rest, args }))
    : problems;

/** A problem in short: without the usual arguments, that a figure was expected and the text it points at was found. */
function shortened({ code, args, start, end }: Problem, text: string): string {
  const { expected, found, ...rest } = args as Record<string, string>;
  const isUsual =
    (expected === undefined || expected in READERS) && (found === undefined || found === text.slice(start, end));
  return `${code} ${JSON.stringify(isUsual ? rest : args)}`;
}

/** Lists the texts with the same key together. */
function grouped(entries: readonly (readonly [key: string, text: string])[]): string[] {
  const groups = new Map<string, string[]>();
  for (const [key, text] of entries) groups.set(key, [...(groups.get(key) ?? []), text]);
  return [...groups].map(([key, texts]) => `${key}: ${texts.join(" ")}`);
}

test("what each reader reads from each text is in golden/notation.txt", async () => {
  const texts = [...READ.map(([text]) => text), ...REFUSED.map(([text]) => text), ...MORE];
  const figures = texts.map((text): [string, string] => {
    const figure = outcomeOf("figure", text);
    if (!Array.isArray(figure)) {
      const { low, best, high, openLow, openHigh, approximate, ...rest } = figure as Record<string, unknown>;
      return [`a figure ${JSON.stringify(rest)}`, JSON.stringify(text)];
    }
    return [figure.map((problem: Problem) => shortened(problem, text)).join(" "), JSON.stringify(text)];
  });
  const unusual = texts.flatMap((text) => {
    const figure = outcomeOf("figure", text);
    const readers = (["ratio", "share", "loss"] as const).filter((name) => !isUsual(name, text, figure));
    return readers.map((name): [string, string] => {
      const outcome = outcomeOf(name, text);
      const refusals = Array.isArray(outcome) && outcome.map((problem: Problem) => shortened(problem, text)).join(" ");
      return [`${name} ${refusals || JSON.stringify(outcome)}`, JSON.stringify(text)];
    });
  });
  const characters = [...SPECIAL_CHARACTERS].map((character): [string, string] => [
    `instead of it ${asciiFor(character, "7")}, ${asciiFor(character, "a")}`,
    describeCharacter(character),
  ]);
  const lines = [...grouped(figures), ...grouped(unusual), ...grouped(characters)];
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("../golden/notation.txt");
});

/** Letters that look like others, quotation marks, digits of other scripts, and invisible characters. */
const SPECIAL_CHARACTERS =
  "ОоΟοЗзІіΙКкΚκМмΜХхΧχАаΑαЕерсТту“”„‘«»٫٬，．％＋－٠٩０９жé½\u0000\t\n\r\u001b\u007f\u00ad\u200b\u200c\u200d\u200e\u200f\u202e\u2060\ufeff\u0081";
