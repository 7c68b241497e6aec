import { expect, test } from "vitest";
import { verdictOn } from "../../src/core/claim/verdict.ts";
import { claimProblems } from "../../src/core/claim.ts";
import { estimate } from "../../src/core/estimate.ts";
import { closed } from "../../src/core/range.ts";
import { Solution } from "../../src/core/solve.ts";
import { compact, decimal, percent } from "../../src/notation/print.ts";
import { parseClaim } from "../../src/notation/stated.ts";
import { claimLines } from "../../src/render/claims.ts";
import { printOf } from "../../src/render/quantity.ts";
import { toRecord } from "../../src/render/record.ts";
import { scenarioFor, short } from "../scenario.ts";

function verdict(claim: string, options: readonly string[]): string {
  const scenario = { ...scenarioFor(...options), claimed: { results: [parseClaim(claim)] } };
  return estimate(scenario)
    .verdicts.map(({ verdict, needs }) => {
      const each = needs.map(({ of, value, certain, excludes = [] }) => {
        const [low, high] = [excludes.includes("low") ? ">" : "", excludes.includes("high") ? "<" : ""];
        const [may, does] = [value, certain].map((range) =>
          // An excluded end of a range has its sign before it, and one of a bound instead of the other.
          short(range, printOf(of))
            ?.replace(/^(≤?)([^–]*?)(\+?)$/, (all, most, number, least) =>
              most ? `${high || most}${number}` : least ? `${low}${number}${low ? "" : least}` : all,
            )
            .replace(/^([^–≤]+)–([^–+]+)$/, `${low}$1–${high}$2`),
        );
        return `${of} ${may}${does === may ? "" : does ? `, for certain ${does}` : ", never for certain"}`;
      });
      return [verdict, ...each].join("; ");
    })
    .join(" / ");
}

const SEED = ["--killed 7000", "--ratio 3", "--force 150000"];
const RANGES = ["--killed 6000-13800", "--ratio 2-4", "--force 150000-190000"];

test.each([
  ["a fifth", SEED, "follows"],
  ["about a fifth", SEED, "follows"],
  ["18.7%", SEED, "follows"],
  ["18.6%", SEED, "does not hold; killed 6,975; others per killed 2.99; force 150,538"],
  ["a third", SEED, "does not hold; killed 12,500; others per killed 6.14; force 84,000"],
  ["28,000", SEED, "follows"],
  ["28k out of action", SEED, "follows"],
  ["50,000 out of action", SEED, "does not hold; killed 12,500; others per killed 6.14"],
  [
    "a third",
    RANGES,
    "may hold; killed 10,000–21,111, never for certain; others per killed 2.62–9.56, never for certain",
  ],
  ["a tenth to a half", RANGES, "follows"],
  ["at least 10,000", RANGES, "follows"],
  [
    "up to 17,000",
    RANGES,
    "does not hold; killed ≤5,667, for certain ≤3,400; others per killed ≤1.83, for certain ≤0.23",
  ],
  ["a third", ["--killed at least 7000", "--ratio 3", "--force 150000"], "may hold; killed 12,500"],
  [
    "a third",
    ["--casualties 28000", "--died 25%", "--force 150000"],
    "does not hold; out of action 50,000; force 84,000",
  ],
  [
    "a third",
    ["--killed 7000", "--died 25%", "--force 150000"],
    "does not hold; killed 12,500; share who died 14.0%; force 84,000",
  ],
  // Inputs that the share does not depend on are not listed.
  [
    "a half",
    ["--killed 13800", "--ratio 3", "--casualties 50000", "--force 150000"],
    "does not hold; out of action 75,000; force 100,000",
  ],
  ["30%-40%", SEED, "does not hold; killed 11,250–15,000; others per killed 5.43–7.57; force 70,000–93,333"],
  ["5%-10%", SEED, "does not hold; killed 1,875–3,750; others per killed 0.071–1.14; force 280,000–560,000"],
  ["a third", ["--killed 100", "--wounded 200", "--force 1000"], "does not hold; killed 133; force 900"],
  ["a third", ["--killed 7000", "--wounded 14000", "--force 150000"], "does not hold; killed 36,000; force 63,000"],
  ["a third", ["--killed 0", "--ratio 3", "--force 1200"], "does not hold; killed 100"],
  // A bound in words is that fraction exactly. A fraction on its own leaves room, and a small one leaves less.
  [
    "at least a fifth",
    ["--killed 7000", "--ratio 3", "--force 141000"],
    "does not hold; killed 7,050+; others per killed 3.03+; force ≤140,000",
  ],
  [
    "up to a fifth",
    ["--killed 7000", "--ratio 3", "--force 139000"],
    "does not hold; killed ≤6,950; others per killed ≤2.97; force 140,000+",
  ],
  ["a fifth", ["--killed 7000", "--ratio 3", "--force 141000"], "follows"],
  [
    "1/20",
    ["--killed 7300", "--ratio 3", "--force 500000"],
    "does not hold; killed 6,250; others per killed 2.42; force 584,000",
  ],
  ["1/20", ["--killed 7000", "--ratio 3", "--force 500000"], "follows"],
  // No ratio can make the losses fewer than the killed.
  ["5,000", ["--killed 7000", "--ratio 3"], "does not hold; killed 1,250"],
  ["4%", SEED, "does not hold; killed 1,500; force 700,000"],
  // "Just over", "just under" and "nearly" are as near as the printed "over" and "under", or twice the room of "about".
  ["just under half", ["--killed 17250", "--ratio 3", "--force 150000"], "follows"],
  [
    "just under half",
    ["--killed 1750", "--ratio 3", "--force 150000"],
    "does not hold; killed 17,250–<18,750; others per killed 38.43–<41.86; force >14,000–15,217",
  ],
  [
    "just over a fifth",
    ["--killed 27500", "--ratio 3", "--force 150000"],
    "does not hold; killed >7,500–8,438; others per killed >0.091–0.23; force 488,889–<550,000",
  ],
  [
    "a little over half",
    ["--killed 18700", "--ratio 3", "--force 150000"],
    "does not hold; killed >18,750–20,250; others per killed >3.01–3.33; force 138,519–<149,600",
  ],
  ["barely over 5%", ["--killed 1900", "--ratio 3", "--force 150000"], "follows"],
  ["just over 20,000", SEED, "does not hold; killed >5,000–5,500; others per killed >1.86–2.14"],
  ["slightly more than 20,000", ["--killed 5500", "--ratio 3"], "follows"],
  ["just over 28,500", ["--killed 7150", "--ratio 3"], "follows"],
  ["just over 28,500", ["--killed 7151", "--ratio 3"], "does not hold; killed >7,125–7,150; others per killed >2.99–3"],
  ["well over 20,000", SEED, "follows"],
  ["nearly half", ["--killed 17590", "--ratio 3", "--force 150000"], "follows"],
  ["nearly 30,000", SEED, "follows"],
  ["nearly 30,000", ["--killed 6749", "--ratio 3"], "does not hold; killed 7,500; others per killed 3.45"],
  // "About" before a number leaves room: as much as the fraction has, or five percent, or half of its last digit.
  ["about 20%", SEED, "follows"],
  ["nearly 20 percent", SEED, "follows"],
  ["about 30%", SEED, "does not hold; killed 11,250; others per killed 5.43; force 93,333"],
  ["about 30,000", ["--killed 7125", "--ratio 3"], "follows"],
  ["about 30,000", ["--killed 7124", "--ratio 3"], "does not hold; killed 7,500; others per killed 3.21"],
  ["around 28,000", ["--killed 7125", "--ratio 3"], "follows"],
  ["around 28,000", ["--killed 7126", "--ratio 3"], "does not hold; killed 7,000; others per killed 2.93"],
  ["about 0 out of action", ["--killed 0", "--ratio 3"], "follows"],
  ["30,000", ["--killed 7450", "--ratio 3"], "does not hold; killed 7,500; others per killed 3.03"],
  // Half a unit of the last digit is room, and its end is included.
  ["10 out of action", ["--killed 1", "--ratio 8.5"], "follows"],
  ["10 out of action", ["--killed 1", "--ratio 9.5"], "follows"],
  ["10 out of action", ["--killed 1", "--ratio 9.51"], "does not hold; killed 1; others per killed 9"],
  // A bare zero is as precise as "0%".
  ["0", SEED, "does not hold; killed 0"],
  ["up to 0", SEED, "does not hold; killed ≤0"],
  ["0", ["--killed 187", "--ratio 3", "--force 150000"], "follows"],
  ["0", ["--killed 188", "--ratio 3", "--force 150000"], "does not hold; killed 0; others per killed 0"],
  ["0 died", SEED, "does not hold"],
  ["0 died", ["--killed 1", "--casualties 300"], "follows"],
  // A bound has no room on its closed side, and "exactly" has none. Part of a person is no difference.
  ["more than 19%", SEED, "does not hold; killed >7,125; others per killed >3.07; force <147,368"],
  [
    "more than 19% but less than 30%",
    SEED,
    "does not hold; killed >7,125–<11,250; others per killed >3.07–<5.43; force >93,333–<147,368",
  ],
  ["at least about 19%", SEED, "follows"],
  ["more than 1 million", ["--casualties 999999"], "does not hold"],
  ["just over 1 million", ["--casualties 999999"], "does not hold"],
  ["just over 1 million", ["--casualties 1100000"], "follows"],
  ["up to 1 million", ["--casualties 1000001"], "does not hold"],
  ["fewer than 1 million", ["--casualties 1400000", "--force 3000000"], "does not hold"],
  ["exactly a thousand", ["--casualties 1001"], "does not hold"],
  ["precisely a thousand", ["--casualties 1000"], "follows"],
  ["exactly a fifth", SEED, "does not hold; killed 7,500; others per killed 3.29; force 140,000"],
  ["almost exactly a fifth", SEED, "follows"],
  ["at least 10 out of action", ["--killed 1", "--ratio 8.5"], "follows"],
  ["at least 10 out of action", ["--killed 1", "--ratio 8.49"], "does not hold; killed 1+; others per killed 9+"],
  ["more than three others per killed", ["--killed 1000", "--casualties 3999"], "does not hold"],
  ["more than three others per killed", ["--killed 1000", "--casualties 4000"], "does not hold"],
  ["more than three others per killed", ["--killed 1000", "--casualties 4001"], "follows"],
  ["just over eight wounded per killed", ["--killed 1000", "--wounded 7999"], "does not hold"],
  ["just over eight wounded per killed", ["--killed 1000", "--wounded 8800"], "follows"],
  // "Over" and "under" exclude the number itself, "at least" and "up to" include it.
  ["over 28,000", SEED, "does not hold; killed >7,000; others per killed >3"],
  ["more than 28,000", SEED, "does not hold; killed >7,000; others per killed >3"],
  [">28,000", SEED, "does not hold; killed >7,000; others per killed >3"],
  ["just over 28,000", SEED, "does not hold; killed >7,000–7,250; others per killed >3–3.14"],
  ["under 28,000", SEED, "does not hold; killed <7,000; others per killed <3"],
  ["<28,000", SEED, "does not hold; killed <7,000; others per killed <3"],
  ["over 27,999", SEED, "follows"],
  ["under 28,001", SEED, "follows"],
  ["at least 28,000", SEED, "follows"],
  [">=28,000", SEED, "follows"],
  ["28,000 or over", SEED, "follows"],
  ["up to 28,000", SEED, "follows"],
  ["no more than 28,000", SEED, "follows"],
  ["not to exceed 28,000", SEED, "follows"],
  ["more than 28,000 but at most 30,000", SEED, "does not hold; killed >7,000–7,500; others per killed >3–3.29"],
  ["at least 28,000 but less than 30,000", SEED, "follows"],
  ["more than 20,000 but less than 28,000", SEED, "does not hold; killed >5,000–<7,000; others per killed >1.86–<3"],
  ["over 28,000", ["--killed about 7000", "--ratio 3"], "may hold; killed >7,000; others per killed >3"],
  ["at least 28,000", ["--killed about 7000", "--ratio 3"], "follows"],
  [
    "over 28,000",
    ["--killed at least 7000", "--ratio 3"],
    "may hold; killed >7,000; others per killed ≤3–3+, for certain >3",
  ],
  [
    "over 28,000",
    ["--killed up to 7000", "--ratio 3"],
    "does not hold; killed >7,000; others per killed >3, never for certain",
  ],
  [
    "under 28,000",
    ["--killed up to 7000", "--ratio 3"],
    "may hold; killed <7,000; others per killed ≤3–3+, for certain <3",
  ],
  [
    "under 28,000",
    ["--killed at least 7000", "--ratio 3"],
    "does not hold; killed <7,000; others per killed <3, never for certain",
  ],
  [
    "over 28,000",
    ["--killed 7000-8000", "--ratio 3"],
    "may hold; killed >7,000; others per killed >2.5, for certain >3",
  ],
  [
    "over 28,000",
    ["--killed 6000-7000", "--ratio 3"],
    "does not hold; killed >7,000; others per killed >3, for certain >3.67",
  ],
  ["over 28,000", ["--killed 1", "--ratio 27999.4"], "does not hold"],
  [
    "more than 20%",
    ["--killed 7500", "--ratio 3", "--force 150000"],
    "does not hold; killed >7,500; others per killed >3; force <150,000",
  ],
  ["at least 20%", ["--killed 7500", "--ratio 3", "--force 150000"], "follows"],
  ["more than a quarter died", SEED, "does not hold"],
  ["more than 1,400 a day", ["--casualties 28000", "--days 20"], "does not hold"],
  // Thousands and millions have the room of "about".
  ["a million", ["--casualties 950000"], "follows"],
  ["a million", ["--casualties 949999"], "does not hold"],
  ["about 1 million", ["--casualties 600000"], "does not hold"],
  ["nearly 1 million", ["--casualties 900000"], "follows"],
  // "Nearly" is less.
  ["nearly 1 million", ["--casualties 1000000"], "follows"],
  ["nearly 1 million", ["--casualties 1000001"], "does not hold"],
  ["almost 45,000", ["--casualties 45500"], "does not hold"],
  [
    "nearly half",
    ["--killed 18900", "--ratio 3", "--force 150000"],
    "does not hold; killed 18,750; others per killed 2.97; force 151,200",
  ],
  ["nearly 1 million", ["--casualties 1400000"], "does not hold"],
  ["28k", ["--casualties 28500"], "follows"],
  // An input that is fit already is not listed, unless it would have to be narrower.
  ["a third", ["--killed 7000-8000", "--ratio 3", "--force 84000"], "may hold; killed 7,000"],
  [
    "between a fifth and a third",
    ["--killed 6000-13800", "--ratio 3", "--force 150000"],
    "may hold; killed 7,500–12,500",
  ],
  [
    "at least 30,000",
    ["--killed 6000-13800", "--ratio 3"],
    "may hold; killed 7,500+; others per killed 1.17+, for certain 4+",
  ],
  // The share who died is of the casualties, not of the force.
  ["a quarter died", SEED, "follows"],
  ["20% of the casualties were killed", ["--killed 7000", "--casualties 28000"], "does not hold"],
  ["a quarter died", ["--casualties 28000"], ""],
  ["1,500 a day", ["--casualties 1200000", "--days 1407"], "does not hold"],
  ["853 casualties a day", ["--casualties 1200000", "--days 1407"], "follows"],
  ["more than 25,000 a month", ["--casualties 1200000", "--days 1407"], "follows"],
  ["about 850 a day", ["--casualties 1200000", "--days 1407"], "follows"],
  ["about 860 a day", ["--casualties 1200000", "--days 1407"], "does not hold"],
  ["about 1,500 a day", ["--casualties 150600", "--days 100"], "follows"],
  ["about 25,000 a month", ["--casualties 25400", "--days 30"], "follows"],
  ["about 25,000 a month", ["--casualties 25600", "--days 30"], "may hold"],
  ["about 25,000 a month", ["--casualties 27500", "--days 30"], "does not hold"],
  ["1,500 a day", ["--casualties 1200000"], ""],
  // A month is 30 days. What holds for an average month only may be true.
  ["45,000 a month", ["--casualties 1,500 a day"], "follows"],
  ["over 45,000 a month", ["--casualties 1,500 a day"], "may hold"],
  ["under 45,000 a month", ["--casualties 1,500 a day"], "may hold"],
  ["under 42,000 a month", ["--casualties 1,500 a day"], "does not hold"],
  ["547,500 a year", ["--casualties 1,500 a day"], "follows"],
  // Some months have 31 days, but over 46,500 is too many even for these.
  ["over 46,000 a month", ["--casualties 1,500 a day"], "may hold"],
  ["over 46,500 a month", ["--casualties 1,500 a day"], "does not hold"],
  ["at least 47k a month", ["--casualties 1,500 a day"], "does not hold"],
  // There is a month of 31 days, but none of 30 and a half.
  ["exactly 46,500 a month", ["--casualties 1,500 a day"], "may hold"],
  ["exactly 45,750 a month", ["--casualties 1,500 a day"], "does not hold"],
  ["at most 28,000 a month", ["--casualties 340000", "--days 365"], "may hold"],
  ["at most 29,000 a month", ["--casualties 340000", "--days 365"], "follows"],
  ["31,000 a month", ["--casualties 31000", "--start 2024-01-01", "--end 2024-01-31"], "may hold"],
  ["over 547,500 a year", ["--casualties 1,500 a day"], "may hold"],
  ["over 549,000 a year", ["--casualties 1,500 a day"], "does not hold"],
  ["at least 366,000 a year", ["--casualties 366000", "--start 2024-01-01", "--end 2024-12-31"], "may hold"],
  ["250,000 a year", ["--casualties 1000000", "--start 2020-01-01", "--end 2023-12-31"], "may hold"],
  // Losses in months are those of the same months.
  ["over 28,000 a month", ["--casualties 28,000 a month"], "does not hold"],
  ["over 28,500 a month", ["--casualties 28300", "--days 1 month"], "does not hold"],
  ["over 300,000 a year", ["--casualties 300,000 a year"], "does not hold"],
  ["1,500 a day", ["--casualties 1400-1600 a day"], "may hold"],
  ["1,500 a day", ["--casualties 92 a day", "--force 150000"], "does not hold"],
  ["a third", ["--killed 7000", "--ratio 3"], ""],
  ["a third", ["--casualties 92 a day", "--force 150000"], ""],
  ["eight wounded for every soldier killed", ["--killed 46000", "--wounded 380000"], "follows"],
  ["nine wounded for every soldier killed", ["--killed 46000", "--wounded 380000"], "does not hold"],
])("the claim %j for %j: %j", (claim, options, expected) => expect(verdict(claim, options)).toBe(expected));

test.each([
  ["0%", SEED, "“0%” would be 0 of 150,000, and 0 to 750 agree with it; the result is 28,000, or 18.7%."],
  ["1", SEED, "“1” was claimed; the result is 28,000 out of action."],
  ["up to 0", SEED, "“up to 0” would be up to 0 of 150,000; the result is 28,000, or 18.7%."],
  ["over 1m", ["--casualties 600000"], "“over 1m” was claimed; the result is 600,000 out of action."],
])("the claim %j for %j is worded without less than nobody, or a need of nobody", (claim, options, expected) => {
  const scenario = { ...scenarioFor(...options), claimed: { results: [parseClaim(claim)] } };
  expect(claimLines(estimate(scenario))).toEqual([`${expected} The claim does not hold.`]);
});

test.each([
  [
    "just over 28,000",
    SEED,
    "“just over 28,000” was claimed, and 28,001 to 29,000 agree with it; the result is 28,000 out of action. The claim does not hold.",
    "exactly what was claimed would take one of these: over 7,000 to 7,250 killed; over 3 to 3.14 others for each person killed",
  ],
  [
    "more than a third",
    ["--killed 12500", "--ratio 3", "--force 150000"],
    "“more than a third” would be over 50,000 of 150,000; the result is 50,000, or 33.3%. The claim does not hold.",
    "exactly what was claimed would take one of these: over 12,500 killed; over 3 others for each person killed; a force of under 150,000",
  ],
  [
    "under a third",
    ["--killed 6000-13800", "--ratio 3", "--force 150000"],
    "“under a third” would be under 50,000 of 150,000; the result is 24,000 to 55,200, or 16.0% to 36.8%. The claim may be true, but it does not follow.",
    "it would follow from one of these: under 12,500 killed; at most 2.62 others for each person killed; a force of over 165,600",
  ],
  // Less than a printed step from what was given, and no step in between.
  [
    "at least 28,010",
    ["--killed 7000", "--ratio 3"],
    "“at least 28,010” was claimed; the result is 28,000 out of action. The claim does not hold.",
    "exactly what was claimed would take one of these: at least 7,003 killed; at least 3.01 others for each person killed",
  ],
  [
    "under 27,995",
    ["--killed 7000", "--ratio 4"],
    "“under 27,995” was claimed; the result is 35,000 out of action. The claim does not hold.",
    "exactly what was claimed would take one of these: under 5,599 killed; at most 2.99 others for each person killed",
  ],
  [
    "at least 71,004",
    ["--killed 10000", "--ratio 4"],
    "“at least 71,004” was claimed; the result is 50,000 out of action. The claim does not hold.",
    "exactly what was claimed would take one of these: at least 14,201 killed; at least 6.11 others for each person killed",
  ],
  [
    "between 28,009 and 28,011",
    ["--killed 7000", "--ratio 3"],
    "“between 28,009 and 28,011” was claimed; the result is 28,000 out of action. The claim does not hold.",
    undefined,
  ],
  [
    "between 28,010 and 28,015",
    ["--killed 7000", "--ratio 3"],
    "“between 28,010 and 28,015” was claimed; the result is 28,000 out of action. The claim does not hold.",
    "exactly what was claimed would take 7,003 killed",
  ],
  [
    "more than 28,000 but fewer than 28,004",
    ["--killed 7000", "--ratio 3"],
    "“more than 28,000 but fewer than 28,004” was claimed; the result is 28,000 out of action. The claim does not hold.",
    undefined,
  ],
  // Nothing that could not be.
  [
    "under 7,000",
    ["--killed 7000", "--ratio 3"],
    "“under 7,000” was claimed; the result is 28,000 out of action. The claim does not hold.",
    "exactly what was claimed would take under 1,750 killed",
  ],
  [
    "under 7,000",
    ["--killed 7000", "--died 16%"],
    "“under 7,000” was claimed; the result is 43,750 out of action. The claim does not hold.",
    "exactly what was claimed would take under 1,120 killed",
  ],
  [
    "more than 20% but less than 25%",
    ["--killed 7500", "--ratio 3", "--force 150000"],
    "“more than 20% but less than 25%” would be over 30,000 to under 37,500 of 150,000; the result is 30,000, or 20.0%. The claim does not hold.",
    "exactly what was claimed would take one of these: over 7,500 to under 9,375 killed; over 3 to under 4 others for each person killed; a force of over 120,000 to under 150,000",
  ],
  [
    "over 45,000 a month",
    ["--casualties 1,500 a day"],
    "“over 45,000 a month” was claimed; the result is 1,500 a day, or 45,000 in 30 days, and 42,000 to 46,500 in 28 to 31. The claim may be true, but it does not follow.",
    undefined,
  ],
  [
    "over a fifth",
    ["--killed 7000", "--ratio 3", "--force 100000-150000"],
    "“over a fifth” would be over 20,000 of 100,000 to 150,000; the result is 28,000, or 18.7% to 28.0%. The claim may be true, but it does not follow.",
    "it would follow from one of these: over 7,500 killed; at least 3.29 others for each person killed; a force of under 140,000",
  ],
  // Neither 700 killed nor 701 would do.
  [
    "2,803",
    ["--killed 700", "--ratio 3"],
    "“2,803” was claimed; the result is 2,800 out of action. The claim does not hold.",
    "exactly what was claimed would take 3.004 others for each person killed",
  ],
  [
    "half a million a year",
    ["--casualties 1,500 a day"],
    "“half a million a year” was claimed; the result is 1,500 a day, or 547,500 in 365 days. The claim does not hold.",
    undefined,
  ],
])("a limit that is not included, and a pace, are worded as such: %j for %j", (claim, options, conclusion, needs) => {
  const scenario = { ...scenarioFor(...options), claimed: { results: [parseClaim(claim)] } };
  const lines = claimLines(estimate(scenario)).map((line) => line.replace(/ \(the middle[^)]*\)/, ""));
  expect(lines).toEqual([conclusion, ...(needs ? [`With everything else as given, ${needs}.`] : [])]);
});

test("a limit that is printed makes the claim certain when it is typed back", () => {
  const RANGE = ["--killed 6000-13800", "--ratio 3", "--force 150000"];
  const tried: string[] = [];
  for (const claim of [
    "over a third",
    "at least a third",
    "under a third",
    "up to a third",
    "over 43,210",
    "under 43,210",
  ]) {
    const verdicts = (options: readonly string[]) =>
      estimate({ ...scenarioFor(...options), claimed: { results: [parseClaim(claim)] } });
    const [, needs = ""] = claimLines(verdicts(RANGE));
    for (const [option, pattern] of [
      ["killed", /(at least|at most|over|under) ([\d,]+) killed/],
      ["ratio", /(at least|at most|over|under) ([\d.]+) others/],
      ["force", /a force of (at least|at most|over|under) ([\d,]+)/],
    ] as const) {
      const [, bound = "", digits = ""] = pattern.exec(needs) ?? [];
      if (!bound) continue;
      const number = Number(digits.replaceAll(",", ""));
      const step = option === "ratio" ? 0.01 : 1;
      const inside = number + (bound === "over" ? step : bound === "under" ? -step : 0);
      const options = [...RANGE.filter((text) => !text.startsWith(`--${option}`)), `--${option} ${inside.toFixed(2)}`];
      const verdict = verdicts(options.map((text) => text.replace(/\.00$/, ""))).verdicts[0]!.verdict;
      expect([claim, option, inside, verdict]).toEqual([claim, option, inside, "follows"]);
      tried.push(`${claim} ${option}`);
    }
  }
  expect(tried.length).toBeGreaterThan(12);
});

test("what would make a claim certain does so", () => {
  let tried = 0;
  for (const claim of ["at least 30,000", "up to a fifth", "20%-40%", "a third", "17,000 or fewer"]) {
    for (const options of [SEED, RANGES, ["--casualties 28000-36000", "--died 25%", "--force 150000"]]) {
      const { stated } = parseClaim(claim);
      const { verdicts, solution } = estimate({
        ...scenarioFor(...options),
        claimed: { results: [parseClaim(claim)] },
      });
      for (const { of, needs } of verdicts) {
        for (const { of: name, certain } of needs) {
          if (!certain) continue;
          tried += 1;
          const input = { ...solution.given.get(name)!, value: closed(certain.low, certain.high) };
          const actual = new Solution(new Map([...solution.given, [name, input]])).get(of)!;
          const verdict = verdictOn(stated, actual, of === "share" ? "share" : "people", {});
          expect([claim, options, name, verdict]).toEqual([claim, options, name, "follows"]);
        }
      }
    }
  }
  expect(tried).toBeGreaterThan(10);
});

const FORCES = ["--killed 7000", "--ratio 3", "--force a=150000", "--force b=190000"];
const DAILY = ["--casualties 92 a day", "--force 150000"];

test.each([
  ["a third", SEED, ""],
  ["a third", ["--killed 7000", "--ratio 3"], "E-CLAIM no force"],
  ["a third", FORCES, "E-CLAIM several forces"],
  ["50,000", FORCES, ""],
  ["a quarter died", ["--casualties 28000"], "E-CLAIM no force"],
  ["eight wounded per killed", SEED, "E-CLAIM no ratio"],
  ["eight wounded per killed", ["--killed 7000", "--wounded 56000"], ""],
  ["1,500 a day", SEED, "E-CLAIM no days"],
  ["1,500 a day", [...SEED, "--days 20"], ""],
  ["a third", DAILY, "E-CLAIM pace"],
  ["50,000", DAILY, "E-CLAIM pace"],
  ["90 a day", DAILY, ""],
  ["eight wounded per killed", ["--killed 7 a day", "--wounded 56 a day"], "E-CLAIM pace"],
  // A ratio and a total cover every category, counts only their own.
  ["50,000 killed and wounded", SEED, "E-CATEGORY 50,000 killed and wounded"],
  ["50,000 killed and wounded", ["--killed 7000", "--wounded 20000"], ""],
  [
    "50,000 killed and wounded",
    ["--killed 7000", "--wounded 20000", "--missing 10"],
    "E-CATEGORY 50,000 killed and wounded",
  ],
  ["50,000 killed and wounded", ["--casualties 28000"], ""],
  ["50,000 killed and wounded", ["--casualties 28000", "--missing 10"], "E-CATEGORY 50,000 killed and wounded"],
] as const)("the claim %j for %j has the problem %j", (claim, options, expected) => {
  const result = estimate({ ...scenarioFor(...options), claimed: { results: [parseClaim(claim)] } });
  const texts = claimProblems(result).map(({ code, args }) =>
    code === "E-CLAIM" ? `${code} ${args.because}` : code === "E-CATEGORY" ? `${code} ${args.found}` : code,
  );
  expect(texts.join("; ")).toBe(expected);
});

test("a claim that has no verdict is no problem if it is about one of several forces, or about another result", () => {
  const third = parseClaim("a third");
  for (const claim of [
    { ...third, force: 1 },
    { ...parseClaim("50,000"), of: "net" as const },
  ]) {
    const scenario = scenarioFor("--killed 7000", "--ratio 3");
    expect(claimProblems(estimate({ ...scenario, claimed: { results: [claim] } }))).toEqual([]);
  }
  expect(claimProblems(estimate(scenarioFor(...SEED)))).toEqual([]);
});

test("a claim in a file that cannot be judged is named as such", () => {
  const results = [parseClaim("1,500 a day"), parseClaim("a third"), { ...parseClaim("a fifth"), force: 0 }];
  expect(claimLines(estimate({ ...scenarioFor("--killed 7000", "--ratio 3"), claimed: { results } }))).toEqual([
    "“1,500 a day” was claimed for the losses a day, but there is no period. The claim was not judged.",
    "“a third” was claimed for the share of the force, but there is no such result. The claim was not judged.",
    "“a fifth” was claimed for the share of the force, but there are several forces. The claim was not judged.",
  ]);
});

test("a share of several forces is not judged, and says why", () => {
  const scenario = scenarioFor("--killed 7000", "--ratio 3", "--force A=150,000", "--force B=100,000");
  const claimed = { results: [parseClaim("over a third"), parseClaim("1,000 a month")] };
  const result = estimate({ ...scenario, claimed });
  expect(claimLines(result)).toEqual([
    "“over a third” was claimed for the share of the force, but there are several forces. The claim was not judged.",
    "“1,000 a month” was claimed for the losses a day, but there is no period. The claim was not judged.",
  ]);
  expect(result.caveats.map(({ code }) => code)).not.toContain("MONTHS_AND_YEARS");
  expect(toRecord(result).claims?.map(({ of, verdict }) => [of, verdict])).toEqual([
    ["share", "not judged"],
    ["perDay", "not judged"],
  ]);
});

test("any result can be claimed, except the share of one of several forces", () => {
  const claimed = {
    results: [
      { ...parseClaim("a third"), force: 0 },
      { ...parseClaim("50,000"), of: "killed" },
      { ...parseClaim("7,000"), of: "killed" },
      { ...parseClaim("50,000"), of: "net" },
      { ...parseClaim("2"), of: "ratio" },
    ],
  };
  const { verdicts } = estimate({ ...scenarioFor(...SEED), claimed });
  expect(verdicts.map(({ of, verdict, needs }) => `${of} ${verdict} ${needs.length}`)).toEqual([
    "killed does not hold 0",
    "killed follows 0",
    "others per killed does not hold 0",
  ]);
});

test.each([
  [SEED, ""],
  [["--killed 100", "--days 9-12", "--recruits 50-90 a day"], "balance: recruits a day 70 66.7%, days 10.5 33.3%"],
  // A range that was given is not explained by itself, also with a coverage.
  [["--killed 100-140"], ""],
  [["--killed a=7100", "--coverage a=40%-60%"], ""],
  [["--list 1000-1500", "--list 1200", "--both 900"], "killed: first list 1,250 100.0%"],
  // The bound on an end depends on each list, so no list alone makes the result wide.
  [["--list 1000-1500", "--list 1200", "--both 1100-1300"], ""],
  [RANGES, "share: killed 9,900 52.4%, others per killed 3 33.8%, force 170,000 17.9%"],
  [["--killed 6000/8000/13800", "--ratio 3"], "out of action: killed 8,000 100.0%"],
  [["--killed 100-140", "--casualties 600"], "others per killed: killed 120 100.0%"],
  [["--casualties 4000-5000", "--days 90", "--force 11000", "--until 100%"], "days to go: out of action 4,500 100.0%"],
])("what makes the range of %j wide: %s", (options, expected) => {
  const { width } = estimate(scenarioFor(...options));
  const each = width?.by.map(({ of, value, narrower }) => `${of} ${printOf(of)(value)} ${percent(narrower)}`);
  expect(width ? `${width.of}: ${each!.join(", ")}` : "").toBe(expected);
});

test("a claim is read as a share or as people", () => {
  const read = (text: string) => {
    const { of, stated } = parseClaim(text);
    return `${of} ${of === "share" ? compact(stated, percent) : short(stated)}`;
  };
  const refused = ["25% of the casualties", "a quarter of the force died", "28,000 killed", "a tenth a month"];
  for (const text of refused) expect(() => parseClaim(text)).toThrow();
  expect([read("a third"), read("30%"), read("50,000"), read("50,000 casualties"), read("0.3")]).toEqual([
    "share 33.3%",
    "share 30.0%",
    "outOfAction 50,000",
    "outOfAction 50,000",
    "share 30.0%",
  ]);
  expect(decimal(parseClaim("at least a third").stated.low)).toBe("0.33");
});
