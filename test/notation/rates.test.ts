import { expect, test } from "vitest";
import type { Problem } from "../../src/core/errors.ts";
import {
  type Amount,
  type Days,
  exact,
  type Rate,
  type Ratio,
  type Share,
  type Target,
} from "../../src/core/figure.ts";
import type { RateReport, Report } from "../../src/core/inputs.ts";
import type { Range } from "../../src/core/range.ts";
import { parseDays } from "../../src/notation/days.ts";
import { parseDied } from "../../src/notation/died.ts";
import { FORCE, parseCategory, parseRecruits, parseReport, RATIO, RETURNED } from "../../src/notation/kinds.ts";
import { parseAmount } from "../../src/notation/measured.ts";
import { parsePace, parseRate } from "../../src/notation/rate.ts";
import { parseForceShare, parseOf } from "../../src/notation/shares.ts";
import { parseClaimedShare, parseStated, parseTolerance } from "../../src/notation/stated.ts";
import { parseTarget } from "../../src/notation/target.ts";
import { problemWording } from "../../src/render/problems.ts";
import { problemsOf, refusalOf } from "../problems.ts";

/** The ends of a range with its signs, as exact fractions: "~≤3500/3–2000+". */
function ends({ low, best, high, openLow, openHigh, approximate }: Range): string {
  const values = low.equals(high) && !best ? [low] : best ? [low, best, high] : [low, high];
  return `${approximate ? "~" : ""}${openLow ? "≤" : ""}${values.join("–")}${openHigh ? "+" : ""}`;
}

const rate = (value: Rate) => `${ends(value)} per ${value.per}${value.vague ? ", vague" : ""}`;
const report = (value: Report | RateReport) => {
  const source = value.source ? `${value.source}${value.asOf ? `@${value.asOf.text}` : ""}: ` : "";
  return source + (value.rate ? rate(value.rate) : `${ends(exact(value.figure))} people`);
};
const loss = (text: string) => {
  const value = parseCategory(text, "wounded");
  if (value.kind === "multiplier") return `${ends(value.ratio)}x`;
  return value.kind === "rate" ? report({ ...value, kind: undefined }) : report({ ...value, kind: undefined });
};
const amount = (value: Amount) => `${ends(value)} ${value.unit}`;
const target = (value: Target) => {
  if (value.of === "force") return `${ends(value.share)} of the force`;
  return value.of === "amount" ? amount(value.amount) : `${ends(exact(value.figure))} people`;
};

/** What each reader reads from a text. */
const READERS = {
  killed: (text: string) => report(parseReport(text, "killed")),
  casualties: (text: string) => report(parseReport(text, "casualties")),
  wounded: loss,
  rate: (text: string) => rate(parseRate(text)),
  recruits: (text: string) => report(parseRecruits(text)),
  pace: (text: string) => rate(parsePace(text)),
  days: (text: string) => ends(parseDays(text) satisfies Days),
  amount: (text: string) => amount(parseAmount(text)),
  target: (text: string) => target(parseTarget(text)),
  died: (text: string) => ends(parseDied(text)),
  share: (text: string) => {
    const { label, share } = parseForceShare(text);
    return `${label ? `${label}: ` : ""}${ends(share)}`;
  },
  of: (text: string) => {
    const { label, share } = parseOf(text);
    return `${label}: ${ends(share)}`;
  },
  force: (text: string) => ends(exact(FORCE.read(text).figure)),
  ratio: (text: string) => ends(RATIO.read(text)),
  returned: (text: string) => ends(RETURNED.read(text) satisfies Share),
  tolerance: (text: string) => parseTolerance(text, "people").value.toString(),
};
type Reader = keyof typeof READERS;

const READ: [Reader, string, string][] = [
  // Shares of the force
  ["killed", "25% of the force", "1/4 per force"],
  ["killed", "a fifth of the army", "1/5 per force"],
  ["killed", "half of its strength", "1/2 per force"],
  ["killed", "25% of strength", "1/4 per force"],
  ["killed", "one in five of the force", "1/5 per force"],
  ["killed", "0.25 of the force", "1/4 per force"],
  ["killed", "20-25% of the force", "1/5–1/4 per force"],
  ["killed", "20%/22%/25% of the force", "1/5–11/50–1/4 per force"],
  ["killed", "between a fifth and a third of the Russian army", "1/5–1/3 per force"],
  ["killed", "a third to a half of the army", "1/3–1/2 per force"],
  ["killed", "nearly half the force", "~1/2 per force"],
  ["killed", "up to 25% of the entire force", "≤1/4 per force"],
  ["killed", "25% of the force or more", "1/4+ per force"],
  ["killed", "25% of the force killed", "1/4 per force"],
  ["killed", "25% of his men", "1/4 per force"],
  ["killed", "twenty-five percent of the soldiers", "1/4 per force"],
  ["killed", "25 per cent of their troops", "1/4 per force"],
  ["killed", "1/3 of the force", "1/3 per force"],
  ["killed", "½ of the force", "1/2 per force"],
  ["killed", "the whole force", "1 per force"],
  ["killed", "none of the force", "0 per force"],
  ["killed", "UK=25% of the force", "UK: 1/4 per force"],
  ["killed", "25% of the force (UK)", "1/4 per force"],
  ["rate", "25% of the force", "1/4 per force"],
  ["wounded", "half of the force", "1/2 per force"],
  ["wounded", "AP@2022=a fifth of the army", "AP@2022: 1/5 per force"],
  ["casualties", "35%", "7/20 per force"],
  ["casualties", "AP=35%", "AP: 7/20 per force"],
  ["casualties", "35 percent", "7/20 per force"],
  ["casualties", "35% casualties", "7/20 per force"],
  ["casualties", "20-35%", "1/5–7/20 per force"],
  ["casualties", "a third", "1/3 per force"],
  ["casualties", "½", "1/2 per force"],
  ["casualties", "more than half", "1/2+ per force"],
  ["casualties", "three in ten", "3/10 per force"],
  ["casualties", "35% of the force lost", "7/20 per force"],
  ["casualties", "35% of the force killed and wounded", "7/20 per force"],
  // Counts stay counts
  ["killed", "7,000", "7000 people"],
  ["killed", "7,000 of the army", "7000 people"],
  ["killed", "half a million of the army", "500000 people"],
  ["killed", "½ million", "500000 people"],
  ["casualties", "half a million", "500000 people"],
  ["casualties", "1", "1 people"],
  ["wounded", "3x", "3x"],
  ["wounded", "half as many", "1/2x"],
  ["wounded", "14,000", "14000 people"],
  ["wounded", "3 per 1,000 killed", "3/1000x"],
  // People a day
  ["killed", "1,271 a day", "1271 per day"],
  ["killed", "UK@2024-09=1,271 a day", "UK@2024-09: 1271 per day"],
  ["killed", "1271/day", "1271 per day"],
  ["killed", "1,271 per day", "1271 per day"],
  ["killed", "1,271 daily", "1271 per day"],
  ["killed", "12 every day", "12 per day"],
  ["killed", "1.5 a day", "3/2 per day"],
  ["killed", "1.2k a day", "1200 per day"],
  ["killed", "35,000 a month", "3500/3 per day"],
  ["killed", "35,000/month", "3500/3 per day"],
  ["killed", "35,000 monthly", "3500/3 per day"],
  ["killed", "7,000 per week", "1000 per day"],
  ["killed", "7,000 weekly", "1000 per day"],
  ["killed", "1,400 every fortnight", "100 per day"],
  ["killed", "36,500 a year", "100 per day"],
  ["killed", "36,500 p.a.", "100 per day"],
  ["killed", "two to three thousand a month", "200/3–100 per day"],
  ["killed", "1,523-1,570 a day", "1523–1570 per day"],
  ["killed", "1,000 a day to 1,100 a day", "1000–1100 per day"],
  ["killed", "between 1,000 a day and 1,100 a day", "1000–1100 per day"],
  ["killed", "at least 1,000 a day and at most 2,000 a day", "1000–2000 per day"],
  ["killed", "1,000/1,271/1,500/day", "1000–1271–1500 per day"],
  ["killed", "1,271 (1,100-1,500) a day", "1100–1271–1500 per day"],
  ["killed", "1,271 a day (1,100-1,500)", "1100–1271–1500 per day"],
  ["killed", "1,271±100 a day", "1171–1271–1371 per day"],
  ["killed", "about 1,271 a day", "~1271 per day"],
  ["killed", "1,271 a day or more", "1271+ per day"],
  ["killed", "1,271 or more a day", "1271+ per day"],
  ["killed", "up to 1,271 a day", "≤1271 per day"],
  ["killed", "more than 1,000 killed per day", "1000+ per day"],
  ["killed", "1,271 a day killed", "1271 per day"],
  ["killed", "1,271 Russians a day", "1271 per day"],
  ["killed", "5,000 soldiers of the army a month", "500/3 per day"],
  ["killed", "1,271 killed [1] a day", "1271 per day"],
  ["killed", "1,271 a day[1]", "1271 per day"],
  ["killed", "dozens a day", "12+ per day, vague"],
  ["killed", "an average of 1,271 a day", "1271 per day"],
  ["killed", "on average 1,271 a day", "1271 per day"],
  ["killed", "1,271 a day, on average", "1271 per day"],
  ["killed", "a daily average of 1,271", "1271 per day"],
  ["killed", "average daily deaths: 57", "57 per day"],
  ["casualties", "1,271 casualties a day", "1271 per day"],
  ["casualties", "daily losses of 1,271", "1271 per day"],
  ["wounded", "three wounded a day", "3 per day"],
  // Shares of the force a day
  ["killed", "7.45 per 1,000 per day", "149/20000 per force and day"],
  ["killed", "7.45 per thousand a day", "149/20000 per force and day"],
  ["killed", "7.45/1,000/day", "149/20000 per force and day"],
  ["killed", "7.45 a day per 1,000", "149/20000 per force and day"],
  ["killed", "0.7% of the force a day", "7/1000 per force and day"],
  ["killed", "0.7% a day of the force", "7/1000 per force and day"],
  ["killed", "1.78 dead per 1,000 troops per day", "89/50000 per force and day"],
  ["casualties", "7.45 casualties per 1,000 of strength per day", "149/20000 per force and day"],
  ["casualties", "3 per 100 men a month", "1/1000 per force and day"],
  ["casualties", "0.7% daily", "7/1000 per force and day"],
  ["wounded", "3 wounded per 1,000 per day", "3/1000 per force and day"],
  // Recruits and paces
  ["recruits", "32,000", "32000 people"],
  ["recruits", "32,000 recruits", "32000 people"],
  ["recruits", "1000-1100 a day", "1000–1100 per day"],
  ["recruits", "30,000 new volunteers a month", "1000 per day"],
  ["recruits", "Kyiv=25,000-30,000 men a month", "Kyiv: 2500/3–1000 per day"],
  ["pace", "92 a day", "92 per day"],
  ["pace", "92 casualties a day", "92 per day"],
  ["pace", "2,800 a month", "280/3 per day"],
  // Periods
  ["days", "90", "90"],
  ["days", "90 days", "90"],
  ["days", "3 months", "90"],
  ["days", "4.4 years", "1606"],
  ["days", "2 weeks", "14"],
  ["days", "ninety days", "90"],
  ["days", "a year", "365"],
  ["days", "half a year", "365/2"],
  ["days", "a quarter of a year", "365/4"],
  ["days", "one and a half years", "1095/2"],
  ["days", "3-4 months", "90–120"],
  ["days", "3 months to 4 months", "90–120"],
  ["days", "about 90", "~90"],
  ["days", "at least 3 months", "90+"],
  ["days", "90 days or more", "90+"],
  ["days", "0.5", "1/2"],
  // Amounts
  ["amount", "2,356 km2", "2356 km2"],
  ["amount", "2,356 km²", "2356 km²"],
  ["amount", "2,356 km² [1]", "2356 km²"],
  ["amount", "176km2", "176 km2"],
  ["amount", "176 sq km", "176 sq km"],
  ["amount", "176 sq. km", "176 sq. km"],
  ["amount", "176 square kilometres", "176 square kilometres"],
  ["amount", "14 million roubles", "14000000 roubles"],
  ["amount", "half a million roubles", "500000 roubles"],
  ["amount", "3 billion US dollars", "3000000000 US dollars"],
  ["amount", "17 vehicles", "17 vehicles"],
  ["amount", "17 constructor", "17 constructor"],
  ["amount", "2.5 km/h", "5/2 km/h"],
  ["amount", "2,300-2,400 km2", "2300–2400 km2"],
  ["amount", "2,300 km2 to 2,400 km2", "2300–2400 km2"],
  ["amount", "about 2,300 km2 or more", "~2300+ km2"],
  // Targets
  ["target", "100%", "1 of the force"],
  ["target", "a third", "1/3 of the force"],
  ["target", "half", "1/2 of the force"],
  ["target", "0.5", "1/2 of the force"],
  ["target", "30% of the force", "3/10 of the force"],
  ["target", "20% out of action", "1/5 of the force"],
  ["target", "the whole force", "1 of the force"],
  ["target", "700,000", "700000 people"],
  ["target", "half a million", "500000 people"],
  ["target", "50,000 out of action", "50000 people"],
  ["target", "50,000 casualties", "50000 people"],
  ["target", "one casualty", "1 people"],
  ["target", "hundreds", "100+ people"],
  ["target", "486,000 km2", "486000 km2"],
  ["target", "486,000 km²", "486000 km²"],
  // Shares
  ["died", "16%-17%", "4/25–17/100"],
  ["died", "0.2", "1/5"],
  ["died", "0%", "0"],
  ["died", "1 in 5", "1/5"],
  ["died", "one in five dies", "1/5"],
  ["died", "7,000 of 28,000", "1/4"],
  ["died", "a fifth", "1/5"],
  ["died", "1 in 5 die", "1/5"],
  ["died", "1 in 5 of those killed", "1/5"],
  ["died", "20% died", "1/5"],
  ["died", "20% of casualties", "1/5"],
  ["died", "20% of the casualties died", "1/5"],
  ["share", "38%", "19/50"],
  ["share", "Wagner=38%", "Wagner: 19/50"],
  ["share", "38% of the force", "19/50"],
  ["share", "38% lost", "19/50"],
  ["share", "Wagner=a fifth of its force", "Wagner: 1/5"],
  ["of", "fighters=20%", "fighters: 1/5"],
  ["of", "fighters=a fifth of the killed", "fighters: 1/5"],
  ["killed", "dozens or more a day", "12+ per day, vague"],
];

test.each(READ)("%s %j is read as %s", (reader, text, expected) => expect(READERS[reader](text)).toBe(expected));

test("the text is kept with single spaces", () =>
  expect(parseRate(" over  25% of the force ")).toMatchObject({ text: "over 25% of the force", openHigh: true }));

const REFUSED: [Reader, string, string, string[]][] = [
  // A share of what?
  ["killed", "25%", "E-UNIT 25%", ["25% of the force"]],
  ["killed", "25% killed", "E-UNIT 25%", ["25% of the force killed"]],
  ["killed", "a third", "E-UNIT a third", ["a third of the force"]],
  ["killed", "1 in 5", "E-UNIT 1 in 5", ["1 in 5 of the force"]],
  ["killed", "25% of casualties", "E-UNIT 25%", []],
  ["killed", "0.7% a day", "E-UNIT 0.7%", ["0.7% of the force a day"]],
  ["wounded", "25%", "E-UNIT 25%", ["25% of the force"]],
  ["rate", "25%", "E-UNIT 25%", ["25% of the force"]],
  ["casualties", "35% of casualties", "E-UNIT 35%", []],
  ["share", "38% of losses", "E-UNIT 38%", []],
  ["target", "20% of casualties", "E-UNIT 20%", []],
  ["casualties", "120%", "E-SHARE 120%", []],
  ["killed", "130% of the force", "E-SHARE 130%", []],
  ["killed", "1,500 per 1,000 per day", "E-SHARE 1,500 per 1,000 per day", []],
  // Texts that may mean another number
  ["casualties", "6/8", "E-SLASH 6/8", ["6-8"]],
  ["casualties", "1/3", "E-SLASH 1/3", []],
  ["casualties", "0.35", "E-FRACTION 0.35", ["0.35k"]],
  ["casualties", "500 in 1944", "E-NOT-A-NUMBER in", []],
  ["casualties", "7,000 out of 10,000", "E-NOT-A-NUMBER out", []],
  ["casualties", "7000 - 20%", "E-UNIT 20%", []],
  ["killed", "13.800 a day", "E-DOT 13.800", ["13,800 a day", "13.8 a day"]],
  ["killed", "10-15,000 a day", "E-THOUSANDS 10-15,000", ["10,000-15,000 a day", "10-15000 a day"]],
  ["killed", "500/1,000/day", "E-SLASH 500/1,000", ["500-1,000/day"]],
  ["killed", "1,000 a day to 1,100 a week", "E-MIXED-FORMS 1,000 a day to 1,100 a week", []],
  ["killed", "1,000 a day to 1,100", "E-MIXED-FORMS 1,000 a day to 1,100", []],
  ["killed", "an average of 1,271", "E-NOT-A-NUMBER an", []],
  ["killed", "12 a day a week", "E-NOT-A-NUMBER a", []],
  ["killed", "7,000 in 10 days", "E-NOT-A-NUMBER in", []],
  ["killed", "7,000 in a month", "E-NOT-A-NUMBER in", []],
  ["killed", "7.45 per 1,000", "E-NOT-A-NUMBER per", []],
  ["killed", "7.45 per 1,234 per day", "E-NOT-A-NUMBER per", []],
  ["killed", "3 per 1,000 killed per day", "E-NOT-A-NUMBER per", []],
  ["killed", "3x a day", "E-UNIT 3x", []],
  ["killed", "1e400 a day", "E-TOO-LARGE 1e400", []],
  ["killed", "UK: 1,271 a day", "E-NOT-A-NUMBER UK", ["UK=1,271 a day"]],
  ["killed", "7.5", "E-FRACTION 7.5", ["7.5k"]],
  // Another category than the one asked for
  ["killed", "1,271 casualties a day", "E-CATEGORY casualties", []],
  ["killed", "25% of the wounded", "E-CATEGORY of the wounded", []],
  ["casualties", "35% wounded", "E-CATEGORY wounded", []],
  ["pace", "92 killed a day", "E-CATEGORY killed", []],
  ["recruits", "7,000 killed a month", "E-CATEGORY killed", []],
  ["target", "50,000 killed", "E-CATEGORY killed", []],
  ["share", "38% killed", "E-CATEGORY killed", []],
  // Rates where none are allowed
  ["force", "1,271 a day", "E-UNIT 1,271 a day", []],
  ["force", "1,271 killed a day", "E-UNIT 1,271 killed a day", []],
  ["force", "25% of the force", "E-UNIT 25% of the force", []],
  ["ratio", "25% of the force", "E-UNIT 25% of the force", []],
  ["ratio", "a fifth of the army", "E-UNIT a fifth of the army", []],
  ["returned", "25% of the force", "E-UNIT 25% of the force", []],
  ["tolerance", "5 a day", "E-UNIT 5 a day", []],
  ["recruits", "25% of the force", "E-UNIT 25% of the force", []],
  ["recruits", "5%", "E-UNIT 5%", []],
  ["pace", "25% of the force", "E-UNIT 25% of the force", []],
  ["pace", "0.7% a day", "E-UNIT 0.7% a day", []],
  ["pace", "3x", "E-UNIT 3x", []],
  ["pace", "92", "E-UNIT 92", ["92 a day", "92 a month"]],
  ["pace", "about 92", "E-UNIT about 92", ["about 92 a day", "about 92 a month"]],
  ["rate", "1,271", "E-UNIT 1,271", []],
  ["rate", "unknown", "E-NOT-A-NUMBER unknown", []],
  ["rate", "", "E-EMPTY", []],
  ["target", "1,271 a day", "E-UNIT 1,271 a day", []],
  ["share", "38% of the force a day", "E-UNIT 38% of the force a day", []],
  ["died", "25% of the force", "E-UNIT 25% of the force", []],
  // Periods
  ["days", "0", "E-UNIT 0", []],
  ["days", "0-90", "E-UNIT 0-90", []],
  ["days", "5%", "E-UNIT 5%", []],
  ["days", "-3 months", "E-NEGATIVE -3", ["3 months"]],
  ["days", "1.500 days", "E-DOT 1.500", ["1,500 days", "1.5 days"]],
  ["days", "2,5 years", "E-GROUPING 2,5", ["2.5 years"]],
  ["days", "5 monts", "E-NOT-A-NUMBER monts", ["5 month", "5 months"]],
  ["days", "90 men", "E-NOT-A-NUMBER men", []],
  ["days", "90 a day", "E-NOT-A-NUMBER a", []],
  ["days", "one in five days", "E-NOT-A-NUMBER in", []],
  ["days", "3 weeks to 2 months", "E-MIXED-FORMS 3 weeks to 2 months", []],
  ["days", "a month or two", "E-MIXED-FORMS a month or two", []],
  ["days", "a few months", "E-VAGUE a few", []],
  ["days", "dozens", "E-VAGUE dozens", []],
  ["days", "", "E-EMPTY", []],
  // Amounts
  ["amount", "2356", "E-UNIT 2356", []],
  ["amount", "0 km2", "E-UNIT 0 km2", []],
  ["amount", "5%", "E-UNIT 5%", []],
  ["amount", "$3 billion", "E-NOT-A-NUMBER $", []],
  ["amount", "13.800 km2", "E-DOT 13.800", ["13,800 km2", "13.8 km2"]],
  ["amount", "1,5 km2", "E-GROUPING 1,5", ["1.5 km2"]],
  ["amount", "17 one two three", "E-NOT-A-NUMBER one", []],
  ["amount", "17 big red old fast cars", "E-NOT-A-NUMBER cars", []],
  ["amount", "17 vehicles a day", "E-NOT-A-NUMBER day", []],
  ["amount", "17 per day", "E-NOT-A-NUMBER per", []],
  ["amount", "17 km4", "E-NOT-A-NUMBER 4", []],
  ["amount", "hundreds of vehicles", "E-VAGUE hundreds of vehicles", []],
  // Targets
  ["target", "1", "E-SHARE 1", ["1%", "100%"]],
  ["target", "120%", "E-SHARE 120%", []],
  ["target", "0", "E-UNIT 0", []],
  ["target", "0%", "E-UNIT 0%", []],
  ["target", "0 casualties", "E-UNIT 0 casualties", []],
  ["target", "0 km2", "E-UNIT 0 km2", []],
  ["target", "1.5", "E-FRACTION 1.5", ["1.5k"]],
  // Shares
  ["died", "120%", "E-SHARE 120%", []],
  ["died", "20", "E-SHARE 20", ["20%"]],
  ["died", "20% of the dead", "E-UNIT 20% of the dead", []],
  ["died", "20% lost", "E-UNIT 20% lost", []],
  ["died", "20% wounded", "E-UNIT 20% wounded", []],
  ["share", "1", "E-SHARE 1", ["1%", "100%"]],
  ["of", "20%", "E-NAME-EMPTY 20%", ["fighters=20%"]],
  ["of", "=20%", "E-NAME-EMPTY =", []],
  ["of", "fighters@2024=20%", "E-NAME-EMPTY fighters@2024=20%", []],
  ["of", "fighters=20", "E-SHARE 20", ["fighters=20%"]],
];

test.each(REFUSED)("%s %j is refused: %s", (reader, text, refusal, tries) => {
  const read = () => READERS[reader](text);
  expect(refusalOf(read)).toBe(refusal);
  expect(problemsOf(read)[0]?.tries ?? []).toEqual(tries);
});

test("a stated or a claimed share may end with “of the force”", () => {
  expect(ends(parseStated("16%-17% of the force", "share"))).toBe("4/25–17/100");
  expect(ends(parseClaimedShare("a fifth of the force"))).toBe("1/5");
  expect(refusalOf(() => parseClaimedShare("a fifth of the force a day"))).toBe("E-UNIT a fifth of the force a day");
});

const QUOTIENTS: [string, string | undefined][] = [
  ["189,500-223,000 casualties : 43,000 killed", "189500–223000 : 43000, with the killed"],
  ["1,000 killed : about 4,000 casualties", "~4000 : 1000, with the killed"],
  ["180,000 wounded : 43,000 killed", "180000 : 43000"],
  ["three wounded for every two killed", "3 : 2"],
  ["3 wounded : 1 killed", undefined],
  ["three for each killed", undefined],
  ["36 wounded per hundred killed", undefined],
  ["1 killed for every 3 wounded", undefined],
  ["3", undefined],
];

test.each(QUOTIENTS)("the ratio %s keeps its counts: %s", (text, expected) => {
  const written = ({ quotient }: Ratio) =>
    quotient &&
    `${ends(quotient.losses)} : ${ends(quotient.killed)}${quotient.includesKilled ? ", with the killed" : ""}`;
  expect(written(RATIO.read(text))).toBe(expected);
});

test("a multiplier keeps its counts, too", () =>
  expect(parseCategory("180,000 wounded : 43,000 killed", "wounded")).toMatchObject({
    ratio: { quotient: { includesKilled: false } },
  }));

const WORDS: [Reader, string, string][] = [
  [
    "killed",
    "25%",
    'it is not clear what “25%” is a share of: "25% of the force", or --died 25% for the share of the casualties who died',
  ],
  ["pace", "92", "“92” needs a unit: people per day or per month, like 92 a day or 2,800 a month"],
  [
    "amount",
    "2356",
    "“2356” needs a unit: a number above zero with its unit, like 2,356 km2, 17 vehicles or 14 million roubles",
  ],
  ["days", "3 weeks to 2 months", "the two ends have different units: one unit for both ends"],
  ["of", "20%", "this does not say which of the killed are counted: NAME=SHARE, like fighters=20%"],
  ["of", "a@2024=20%", "a part of the killed has no date of its own: NAME=SHARE, like fighters=20%"],
  [
    "ratio",
    "25% of the force",
    '“25% of the force” is a share of the force, not a ratio: losses for each person killed, like 3, 2.5, 2-4 or 2x-4x; losses can be given as a rate: --casualties "25% of the force"',
  ],
  [
    "share",
    "0.7% of the force a day",
    '“0.7% of the force a day” is a share of the force a day, not the share that belongs here: a share, like 30%, 0.3 or 45%-65%; losses can be given as a rate: --casualties "0.7% of the force a day"',
  ],
  [
    "force",
    "57 killed a day",
    '“57 killed a day” is a number of people a day, not a count of people: a count of people, like 13,800, 6,000-13,800, "at least 7,000" or "up to 6,000"; losses can be given as a rate: --killed "57 killed a day"',
  ],
  [
    "died",
    "20% lost",
    "“20% lost” is not the share who died: the share of the casualties who died, like 20%, 0.2 or 1 in 5",
  ],
  [
    "days",
    "men",
    "this is not a period: a number of days above zero, like 90, or of weeks, months or years, like 3 months",
  ],
  [
    "target",
    "0%",
    "“0%” is not a target: a share of the force, like 100% or a third, a number of people, like 50,000, or an amount, like 486,000 km2",
  ],
  [
    "rate",
    "men",
    'this is not a rate: people a day, like "1,271 a day", or a share of the force, like "25% of the force"',
  ],
];

test.each(WORDS)("%s %j is refused with a message that gives the reason", (reader, text, expected) => {
  const [problem] = problemsOf(() => READERS[reader](text));
  const { says, expected: instead } = problemWording(problem as Problem);
  expect(`${says}: ${instead}`).toBe(expected);
});
