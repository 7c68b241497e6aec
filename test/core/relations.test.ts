import { describe, expect, test } from "vitest";
import { estimate } from "../../src/core/estimate.ts";
import { QUANTITIES } from "../../src/core/quantities.ts";
import { QUANTITY_OF } from "../../src/core/result-names.ts";
import { resultOf } from "../../src/core/results.ts";
import { compact, percent, typed } from "../../src/notation/print.ts";
import { problemsOf, refusalOf } from "../problems.ts";
import { estimateFor, scenarioFor, short } from "../scenario.ts";
import { expectWorkingHolds } from "./formula.ts";
import { refusalsOf, summaryOf } from "./summary.ts";

/** A result as text: people as whole digits, all else as it would be typed. */
function result(options: readonly string[], name: string, force?: number): string {
  const value = resultOf(estimateFor(...options), name, force);
  const { unit } = QUANTITIES.get(QUANTITY_OF.get(name)!)!;
  return value ? compact(value, (end) => (unit === "people" ? end.toFixed(0) : typed(end))) : "";
}

/** Options, and the results that follow from them, by name. */
const CASES: [string[], Record<string, string>][] = [
  // Pairs from the specification.
  [
    ["--killed 275000-325000", "--casualties 1200000"],
    { others: "875000–925000", ratio: "2.69–3.36", shareWhoDied: "0.23–0.27", casualtiesPerKilled: "3.69–4.36" },
  ],
  [
    ["--killed 20000", "--casualties 70000-80000"],
    { others: "50000–60000", ratio: "2.5–3", shareWhoDied: "0.25–0.29" },
  ],
  [
    ["--killed 100000-140000", "--casualties 500000-600000"],
    { others: "360000–500000", ratio: "2.57–5", shareWhoDied: "0.17–0.28" },
  ],
  [["--killed at least 15000", "--casualties 60000"], { others: "≤45000", ratio: "≤3", shareWhoDied: "0.25+" }],
  [["--killed 9000", "--casualties more than 30000"], { others: "21000+", ratio: "2.33+", shareWhoDied: "≤0.3" }],
  [["--killed 70000", "--casualties 290000/320000/350000"], { others: "220000/250000/280000", ratio: "3.14/3.57/4" }],
  [["--killed about 70000", "--casualties 290000"], { others: "~220000" }],
  // More killed than casualties at the ends: no others, and all of them died.
  [["--killed 100-5000", "--casualties 500-30000"], { others: "0–29900", ratio: "0–299", shareWhoDied: "0.0033–1" }],
  [["--killed 100-5000+", "--casualties 500-30000"], { others: "0–29900", shareWhoDied: "0.0033–1" }],
  [["--killed 0-10", "--casualties 20"], { others: "10–20", ratio: "", shareWhoDied: "0–0.5" }],
  // The share who died.
  [["--casualties 10000", "--died 1 in 5"], { killed: "2000", others: "8000", ratio: "4" }],
  [["--casualties 10000", "--died 16%-17%"], { killed: "1600–1700", ratio: "4.88–5.25" }],
  [["--killed 2000", "--died 20%"], { outOfAction: "10000", others: "8000" }],
  [["--killed 2000", "--died up to 20%"], { outOfAction: "10000+" }],
  [["--wounded 8000", "--died 20%"], { killed: "2000", outOfAction: "10000" }],
  [["--casualties 10000", "--ratio 1 in 5 die"], { killed: "2000" }],
  // Solved backwards.
  [["--wounded 2000", "--ratio 3"], { killed: "667", outOfAction: "2667", others: "2000" }],
  [["--wounded 2000", "--captured 300", "--ratio 3"], { killed: "767", outOfAction: "3067" }],
  [["--wounded 2000", "--ratio us-korea"], { killed: "653" }],
  [["--wounded 1000-2000", "--ratio 2-4"], { killed: "250–1000", outOfAction: "1250–3000" }],
  [["--casualties 250000", "--share 38%"], { force: "657895" }],
  [["--casualties 35%", "--force 766700"], { outOfAction: "268345", share: "0.35" }],
  [["--force 766700", "--share 35%"], { outOfAction: "268345" }],
  [["--killed 5% of the force", "--ratio 3", "--force 100000"], { killed: "5000", outOfAction: "20000" }],
  [["--killed 20%-30% of the force", "--wounded 16000", "--force 25000-30000"], { killed: "5000–9000" }],
  // Two lists, and the people on both.
  [["--list A=1500", "--list B=1200", "--both 900"], { killed: "2000", outOfAction: "2000" }],
  [
    ["--list A=1500", "--list B=1200", "--both 900", "--ratio 3", "--force 100000"],
    { outOfAction: "8000", share: "0.08" },
  ],
  [["--list 1000-1200", "--list 800", "--both 400-500"], { killed: "1600–2400" }],
  [["--list about 1000", "--list 800", "--both 500"], { killed: "~1600" }],
  [["--list 900/1000/1100", "--list 800", "--both 500"], { killed: "1440/1600/1760" }],
  [["--list at least 1500", "--list 1200", "--both 900"], { killed: "2000+" }],
  [["--list up to 1500", "--list 1200", "--both 900"], { killed: "≤2000" }],
  [["--list 1500", "--list 1200", "--both up to 900"], { killed: "2000+" }],
  [["--list 1500", "--list 1200", "--both at least 900", "--ratio 1"], { outOfAction: "≤4000" }],
  [["--list 1500", "--list 1200", "--both 900", "--wounded 3000"], { outOfAction: "5000", "implied.wounded": "1.5" }],
  [["--list 1500", "--list 1200", "--both 900", "--share 20%", "--force 50000"], { others: "8000", ratio: "4" }],
  [
    ["--list 1500", "--list 1200", "--both 900", "--share 16%", "--force 50000", "--ratio 4"],
    { ratio: "3", killed: "2000" },
  ],
  [["--list 1500", "--list 1200", "--both 900", "--returned 50%", "--died 20%"], { net: "6000" }],
  [["--list 1500", "--list 1200", "--both 900", "--days 100"], { killedPerDay: "20" }],
  // No more people are on both lists than on each.
  [["--list 1000-2000", "--list 1500", "--both 1200-1400"], { killed: "1500–2500" }],
  [["--list 1000", "--list 1200", "--both 900-1100"], { killed: "1200–1333" }],
  [["--list 1000-1400", "--list 1200-1300", "--both 900/1050/1250"], { killed: "1200–2022" }],
  [["--list 800/1000/1400", "--list 1200", "--both 900/1000/1100"], { killed: "1200–1867" }],
  [["--list 1000", "--list 1200", "--both up to 1100"], { killed: "1200+" }],
  [["--list at least 800", "--list 1200", "--both 900"], { killed: "1200+" }],
  // Some categories.
  [["--deserted 1700", "--force 5800"], { share: "0.29", outOfAction: "1700", killed: "" }],
  [["--wounded 300", "--captured 200", "--force 5000"], { outOfAction: "500" }],
  [["--killed 500", "--ratio 3", "--wounded 1000"], { outOfAction: "2000", others: "1500", notBrokenDown: "500" }],
  [["--killed 500", "--casualties 2000", "--wounded 1000"], { notBrokenDown: "500" }],
  [["--killed 500", "--wounded 1000"], { notBrokenDown: "", others: "1000", ratio: "2", shareWhoDied: "0.33" }],
  [
    ["--casualties 40000", "--wounded 2x", "--captured 10000"],
    { killed: "10000", wounded: "20000", notBrokenDown: "" },
  ],
  [["--killed 7000"], { others: "", ratio: "", shareWhoDied: "", outOfAction: "7000" }],
  // Those who returned.
  [["--killed 909665", "--casualties 4010160", "--returned 50%"], { others: "3100495", net: "2459913" }],
  [["--killed 7000", "--ratio 3", "--returned 50%"], { net: "17500" }],
  [["--killed 500", "--ratio 3", "--wounded 1000", "--returned 50%"], { net: "1500" }],
  [["--casualties 28000", "--ratio 3", "--returned 50%", "--force 150000"], { net: "17500", netShare: "0.12" }],
  [["--casualties 8000", "--wounded 3x", "--returned 50%"], { net: "5000" }],
  // Periods.
  [
    ["--casualties 125800", "--start 2024-09-01", "--end 2024-11-30", "--per 2,356 km2"],
    { days: "91", perDay: "1,382.42", per30Days: "41473", perUnit: "53.4" },
  ],
  [["--casualties 7.45 per 1,000 per day", "--force 680000", "--days 90"], { outOfAction: "455940" }],
  [["--casualties 1,271 a day", "--days 30"], { outOfAction: "38130", perDay: "1,271" }],
  [["--casualties 1,271 a day", "--days 3-4 months"], { outOfAction: "114390–152520", perDay: "1,271" }],
  [["--killed 35,000 a month", "--days 90", "--ratio 3"], { killed: "105000", outOfAction: "420000" }],
  [["--casualties 1930000", "--days 4.4 years"], { perDay: "1,201.74" }],
  [["--casualties 800", "--start 2022-03", "--as-of 2022-04"], { days: "61" }],
  [["--casualties 800", "--start 2022-03-01", "--days 10", "--force 1000"], { perThousandPerDay: "80" }],
  // Rates only: every result is per day, and there is no total.
  [["--casualties 1523/day"], { outOfAction: "", perDay: "1,523" }],
  [["--killed 100 a day", "--ratio 3"], { killed: "", outOfAction: "", perDay: "400", killedPerDay: "100" }],
  [["--casualties 1523/day", "--force 150000"], { share: "", perThousandPerDay: "10.15" }],
  // Recruits.
  [["--casualties 1523/day", "--recruits 1000-1100 a day"], { balancePerDay: "-523 to -423", balance: "" }],
  [["--casualties 38904", "--recruits 32000", "--days 31"], { balance: "-6904", recruitsPerLoss: "0.82" }],
  [
    ["--casualties 15000 a month", "--recruits 3000-5500 a month", "--recruits 6000-7000 a month", "--days 30"],
    { recruits: "9000–12500", balance: "-6000 to -2500", balancePerDay: "-200 to -83.33" },
  ],
  [["--casualties 1000", "--recruits 400", "--days 10", "--force 5000"], { forceAtEnd: "4400" }],
  [["--killed 100", "--wounded 100", "--returned 50%", "--recruits 200", "--days 9"], { balance: "50" }],
  // How long it takes.
  [["--casualties 4000", "--days 90", "--force 11000", "--until 100%"], { perDay: "44.44", daysToGo: "157.5" }],
  [["--casualties 3800", "--pace 92 a day", "--force 12000", "--until 100%"], { daysToGo: "89.13" }],
  [["--casualties 92 a day", "--force 12000", "--until 100%"], { daysToGo: "130.43" }],
  [["--casualties 1000 a day", "--recruits 900 a day", "--until 5000"], { daysToGo: "50" }],
  [["--casualties 4000", "--days 90", "--until 3000"], { daysToGo: "0" }],
  // The losses so far follow from the latest total, and the change from both.
  [
    ["--killed A@2025-01-01=1000", "--killed A@2025-02-01=2000", "--combine change", "--ratio 3", "--until 10000"],
    { outOfAction: "4000", daysToGo: "15.5" },
  ],
  [
    [
      ...["--killed A@2025-01-01=1000", "--killed A@2025-02-01=2000", "--combine change", "--until 10000"],
      ...["--wounded A@2025-01-01=3000", "--wounded A@2025-02-01=6000"],
    ],
    { outOfAction: "4000", daysToGo: "15.5" },
  ],
  [["--casualties 100 a day", "--recruits 200 a day", "--until 5000"], { daysToGo: "" }],
  [["--casualties 100 a day", "--recruits 50-200 a day", "--until 5000"], { daysToGo: "100+" }],
  [
    ["--casualties 36600", "--start 2025-04-01", "--end 2025-04-30", "--per 176 km2", "--until 486,000 sq km"],
    { daysToGo: "82,840.91", lossesByThen: "101065909" },
  ],
  // A change of running totals.
  [
    ["--casualties UK@2025-03-20=900,000", "--casualties UK@2025-06-12=1,000,000", "--combine change"],
    { outOfAction: "100000", days: "84", perDay: "1,190.48" },
  ],
  [
    ["--killed E@2026-03-20=236000/332000/467000", "--killed E@2026-08-21=374000/490000/643000", "--combine change"],
    { killed: "-93000/158000/407000", days: "154", killedPerDay: "" },
  ],
  // A part of the killed, and a ratio of other counts.
  [["--killed 10576", "--of fighters=20%"], { killed: "2115" }],
  [["--killed 10000", "--of fighters=20%", "--coverage 50%", "--ratio 1"], { killed: "4000", outOfAction: "8000" }],
  [
    ["--killed 66000-88000", "--ratio 189,500-223,000 casualties : 43,000 killed", "--force sent=450000"],
    { outOfAction: "290860–456372", ratio: "3.41–4.19" },
  ],
  // More is given than is needed: the counts take precedence.
  [["--killed 13800", "--ratio 3", "--casualties 50000"], { outOfAction: "50000", others: "36200", ratio: "2.62" }],
  [["--killed 275000", "--casualties 1200000", "--died 23%"], { shareWhoDied: "0.23", killed: "275000" }],
  [["--casualties 50000", "--share 20%", "--force 150000"], { share: "0.33", outOfAction: "50000" }],
  [["--killed 300", "--wounded 400", "--casualties at least 500"], { outOfAction: "700+", others: "400+" }],
  // Several sources for any input.
  [["--casualties a=20000", "--casualties b=30000", "--ratio 3"], { outOfAction: "20000–30000", killed: "5000–7500" }],
  [["--killed 100", "--wounded a=200", "--wounded b=300"], { wounded: "200–300", outOfAction: "300–400" }],
  [["--killed a=100", "--killed b=200", "--wounded b=300", "--combine prefer=b"], { outOfAction: "500" }],
];

const EACH = ["--wounded 200", "--captured 50", "--missing 30", "--deserted 20"];

/** With a count of each category, all others are their sum. */
const COMPLETE: typeof CASES = [
  [["--killed 100", ...EACH, "--ratio 4"], { outOfAction: "400", others: "300", notBrokenDown: "" }],
  [["--killed 100", ...EACH, "--died 20%"], { outOfAction: "400", ratio: "3" }],
  [["--casualties 390", ...EACH], { killed: "90", others: "300" }],
  [["--casualties 390", ...EACH, "--ratio 9"], { killed: "90", others: "300" }],
];

test.each([...CASES, ...COMPLETE])("the results of %j are %j", (options, expected) => {
  const results = Object.keys(expected).map((name) => [name, result(options, name)]);
  expect(Object.fromEntries(results)).toEqual(expected);
});

/** Options that do not fit together, and the codes of their mistakes. */
const REFUSED: [string[], string][] = [
  [["--share 38%"], "E-MISSING"],
  [["--wounded 2000"], "E-MISSING"],
  [["--casualties 7.45 per 1,000 per day", "--days 90"], "E-MISSING"],
  [["--killed 25% of the force"], "E-MISSING"],
  [["--killed 100 a day", "--wounded 300"], "E-PERIOD-NEEDED"],
  [["--killed 100", "--recruits 30 a day"], "E-PERIOD-NEEDED"],
  [["--killed 100 a day", "--recruits 3000"], "E-PERIOD-NEEDED"],
  [["--killed 100", "--recruits 3000"], "E-NEEDS"],
  [["--killed 100", "--end 2022-03-01"], "E-NEEDS"],
  [["--killed 100", "--start 2022-03-01"], "E-NEEDS"],
  [["--killed 100", "--start 2022-03-01", "--end 2022-02-01"], "E-PERIOD-REVERSED"],
  [["--killed 100", "--start 2022-03-01", "--end 2022-03-31", "--days 30"], "E-PERIOD-DAYS"],
  [["--killed 100", "--pace 3 a day"], "E-NEEDS"],
  [["--killed 100", "--until 3000"], "E-NEEDS"],
  [["--killed 100 a day", "--until 50%"], "E-NEEDS"],
  [["--killed 100", "--until 3000 km2"], "E-NEEDS"],
  [["--casualties 35%", "--wounded 3"], "E-MISSING"],
  [["--wounded 2x", "--captured 300"], "E-MISSING"],
  [["--wounded 300", "--missing 20", "--ratio us-korea"], "E-RATIO-OF-CATEGORIES"],
  [["--killed 100", "--days 9", "--per 7 vehicles", "--until 3000 km2"], "E-UNITS-DIFFER"],
  [["--killed 100", "--of fighters=20%", "--casualties 300"], "E-PART-OF-KILLED"],
  [["--killed 100", "--of fighters=20%", "--wounded 300"], "E-PART-OF-KILLED"],
  [["--casualties 100", "--of fighters=20%"], "E-NEEDS"],
  [["--killed 100", "--killed 5 a day", "--days 9"], "E-FORMS-DIFFER"],
  [["--killed 100", "--wounded 2x", "--wounded 300"], "E-FORMS-DIFFER"],
  [["--killed 100", "--ratio 3", "--died 10%"], "E-STATEMENTS-CLASH"],
  [["--killed 500", "--ratio 3", "--wounded 1600"], "E-PARTS-ABOVE"],
  [["--killed 500", "--died 0-20%"], "E-ZERO"],
  [["--wounded 500", "--ratio 0-3"], "E-ZERO"],
  [["--wounded 500", "--died 100%"], "E-ZERO"],
  [["--killed 7000", "--share 38%"], "E-MISSING"],
  [["--casualties 500", "--share 0%-20%"], "E-ZERO"],
  [["--killed 500", "--casualties 1000", "--wounded 400", "--missing 200"], "E-PARTS-ABOVE"],
  [["--casualties 1000", "--force a=5000", "--force b=6000", "--share 20%"], "E-SHARE-FORCE"],
  [["--casualties 1000", "--force a=5000", "--share b=20%"], "E-SHARE-FORCE"],
  [["--casualties a@2022-01-01=5", "--casualties b@2022-02-01=7", "--combine change"], "E-CHANGE"],
  [["--casualties a@2022-01=5", "--casualties a@2022-02=7", "--combine change"], "E-CHANGE"],
  [["--casualties a@2022-01-01=5", "--casualties a@2022-01-01=7", "--combine change"], "E-CHANGE"],
  [
    [
      "--killed a@2022-01-01=5",
      "--killed a@2022-02-01=7",
      "--casualties a@2022-01-01=9",
      "--casualties a@2022-02-02=12",
      "--combine change",
    ],
    "E-CHANGE",
  ],
  [["--casualties a@2022-01-01=5", "--casualties a@2022-02-01=7", "--combine change", "--days 9"], "E-PERIOD-DAYS"],
  [["--casualties a@2022-01-01=5", "--combine change"], "E-CHANGE"],
  [
    [
      ...["--casualties a@2022-01-01=5", "--casualties a@2022-02-01=7", "--combine change"],
      ...["--start 2022-01-01", "--end 2022-01-20"],
    ],
    "E-PERIOD-DAYS",
  ],
  [["--killed 100", "--start 2022-03-02", "--end 2022-03-01"], "E-PERIOD-REVERSED"],
  [["--killed 100", "--start 2022-03-01", "--end 2022-03-31", "--days 32-40"], "E-PERIOD-DAYS"],
  [["--killed 100", "--start 2022-03-01", "--end 2022-03-31", "--days 10-30"], "E-PERIOD-DAYS"],
  [["--killed 100", "--killed 5% of the force", "--force 9000"], "E-FORMS-DIFFER"],
  [["--killed 5% of the force", "--force a=9000", "--force b=8000"], "E-SHARE-FORCE"],
  [["--casualties 5%", "--share 6%", "--force 9000"], "E-FORMS-DIFFER"],
  [["--casualties 100", "--days 9", "--until 50%"], "E-NEEDS"],
  [
    ["--casualties 100", "--pace 3 a day", "--recruits 5", "--days 9", "--per 3 km2", "--until 5 tanks"],
    "E-UNITS-DIFFER",
  ],
  [["--killed 100 a day", "--casualties 900"], "E-PERIOD-NEEDED"],
  [["--casualties 900", "--recruits 30 a day", "--recruits 9"], "E-PERIOD-NEEDED"],
  [["--killed 20", "--casualties 10-15"], "E-KILLED-ABOVE"],
  [["--killed 20", "--wounded 3", "--casualties 22"], "E-PARTS-ABOVE"],
  [["--killed 0-5", "--share 3%"], "E-MISSING"],
];

test.each(REFUSED)("%j is refused: %s", (options, codes) =>
  expect(refusalOf(() => estimateFor(...options))).toBe(codes),
);

/** Options besides those above whose formulas or caveats are of interest. */
const OTHERS: string[][] = [
  ["--killed 7000"],
  ["--killed a=6000-9000", "--killed b=7000-13800", "--ratio 3", "--force 150000"],
  ["--killed a=6000", "--killed b=7000", "--combine sum", "--wounded 400"],
  ["--killed a=6000", "--killed b=7000", "--combine sum", "--wounded 2x", "--force x=9000", "--force y=90000"],
  ["--casualties a=6000", "--casualties b=7000", "--ratio 2-4"],
  ["--casualties 6000-7000", "--ratio 2-4"],
  ["--killed 7000", "--coverage 45%-65%", "--wounded us-korea", "--captured 300"],
  ["--killed at least 7000", "--wounded up to 9000", "--force at least 90000"],
  ["--killed 100", "--wounded 200-900", "--casualties 600-800"],
  ["--killed 0-900", "--casualties 500-800"],
  ["--killed 0-900 a day", "--casualties 500-800 a day", "--days 30"],
  ["--killed 100-300", "--ratio 3", "--returned 10%-30%", "--recruits 200-900", "--days 30", "--force 5000"],
  ["--casualties 100-900", "--recruits 500", "--days 10-20"],
  ["--casualties about 100 a day", "--force 12000", "--until 50%", "--as-of 2025-01-16"],
  ["--casualties 100-200", "--days 90.5", "--start 2025-01-01", "--until 300"],
  ["--casualties 100", "--days 10", "--start 2025-01-01", "--until 105"],
  ["--casualties 100", "--start 2025-01-01", "--end 2025-01-10", "--until up to 200", "--pace 10-11 a day"],
  ["--casualties 100 a day", "--recruits 200 a day", "--until 5000"],
  ["--casualties 100-200 a day", "--recruits 150 a day", "--until 5000", "--as-of 2025-01-16"],
  ["--casualties 100", "--days 10", "--until 50", "--recruits 200"],
  ["--killed 5", "--ratio 1", "--until 5-10", "--recruits 3 a day", "--days 10"],
  ["--killed 100", "--ratio 3", "--wounded 250", "--casualties 400"],
  ["--killed 100-200", "--died 10%-20%", "--force a=5000", "--force b=6000-7000"],
  ["--share 20%-30%", "--force 10000", "--ratio 3"],
  ["--wounded 2x", "--captured 1x", "--casualties 900", "--per 3-4 km2", "--days 9"],
  ["--killed E@2026-03-20=1000", "--killed E@2026-08-21=1400", "--combine change", "--wounded 3x"],
  ["--killed 1000/1100/1300", "--ratio 2/3/4", "--force 9000/9500/9900"],
];

test("the quantities, with units, results and bounds, are those in quantities.txt", async () => {
  const kinds = new Map<string, string[]>();
  for (const [name, { unit, result, least, most, isStep }] of QUANTITIES) {
    const bounds = [least && `at least ${least.toNumber()}`, most && `at most ${most.toNumber()}`, isStep && "a step"];
    const kind = [unit, ...bounds].filter(Boolean).join(", ");
    kinds.set(kind, [...(kinds.get(kind) ?? []), result ? `${name} (${result})` : name]);
  }
  const lines = [...kinds].map(([kind, names]) => `${kind}: ${names.join(", ")}\n`);
  await expect(lines.join("")).toMatchFileSnapshot("quantities.txt");
});

const ALL = [...CASES.map(([options]) => options), ...OTHERS];

test("the formulas, sources and caveats are those in relations.txt", async () => {
  await expect(`${ALL.flatMap(summaryOf).join("\n")}\n`).toMatchFileSnapshot("relations.txt");
});

test.each(ALL)("each step of the working is what its formula gives: %s %s", (...options) =>
  expectWorkingHolds(estimateFor(...options)),
);

test("the reasons for refusals, with the inputs, are those in refused.txt", async () => {
  const lines = REFUSED.flatMap(([options]) => refusalsOf(options));
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("refused.txt");
});

test("a missing input is found in the table of relations", () => {
  const missing = (...options: string[]) => problemsOf(() => estimateFor(...options))[0]?.args;
  expect(missing("--wounded 2000")).toEqual({ given: ["wounded"], add: ["killed", "ratio", "died", "force"] });
  expect(missing("--share 38%")).toMatchObject({ given: ["share"], add: ["casualties", "force"] });
});

describe("a statement is compared with what was used", () => {
  test.each([
    [["--killed 13800", "--ratio 3", "--casualties 50000"], "ratio: out of action 55200, not 50000"],
    [["--killed 13800", "--ratio 3", "--casualties 55200"], "ratio: out of action 55200, as 55200"],
    [["--killed 275000", "--casualties 1200000", "--died 23%"], "died: killed 276000, as 275000"],
    [["--killed 275000", "--casualties 1200000", "--died 25%"], "died: killed 300000, not 275000"],
    [["--casualties 50000", "--share 33.3%", "--force 150000"], "share: out of action 49950, as 50000"],
    [["--casualties 50000", "--share 20%", "--force 150000"], "share: out of action 30000, not 50000"],
    [["--killed 100", ...EACH, "--ratio 4"], "ratio: out of action 500, not 400"],
    [["--killed 100", ...EACH, "--ratio 3"], "ratio: out of action 400, as 400"],
    [["--killed 100", "--ratio 3"], ""],
  ])("%j: %s", (options, expected) => {
    const compared = estimateFor(...options).comparisons.map(
      ({ input, of, calculated, used, agrees }) =>
        `${input}: ${of} ${calculated.low.toFixed(0)}, ${agrees ? "as" : "not"} ${used.low.toFixed(0)}`,
    );
    expect(compared.join("; ")).toBe(expected);
  });
});

test("one report may be given instead of a list", () => {
  const { killed, force, ...rest } = scenarioFor("--killed 7000", "--ratio 3", "--force 150000");
  const loose = { ...rest, killed: killed![0]!, force: force![0]! };
  expect(estimate(loose).outOfAction).toEqual(estimateFor("--killed 7000", "--ratio 3", "--force 150000").outOfAction);
});

test("a share of one of several forces gives the losses, and the others are compared with them", () => {
  const options = ["--share A=38%", "--force A=12000", "--force B=20000"];
  expect(estimateFor(...options).shares.map(({ share }) => short(share, percent))).toEqual(["38.0%", "22.8%"]);
  expect([result(options, "outOfAction"), result(options, "share", 1)]).toEqual(["4560", "0.228"]);
});

test("in a result below zero an input has no direction, and the working has its value for each end", () => {
  const options = ["--killed 200-300 a day", "--deserted 14295", "--recruits 4578", "--days 341-431"];
  expect(result(options, "balancePerDay")).toBe("-328.5 to -222.55");
  const { inputs } = estimateFor("--casualties 100-900", "--recruits 500", "--days 10-20").solution.derivation(
    "balance a day",
  )!;
  expect(
    Object.entries(inputs).map(([name, { inverse, at }]) => `${name} ${at ? "either" : inverse ? "falls" : "rises"}`),
  ).toEqual(["balance rises", "days either"]);
});
