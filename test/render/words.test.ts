import { expect, test } from "vitest";
import type { Caveat } from "../../src/core/caveats/caveat.ts";
import type { Problem } from "../../src/core/errors.ts";
import { caveatSentence } from "../../src/render/caveats.ts";
import { problemWording } from "../../src/render/problems.ts";
import { run } from "../cli/run.ts";
import { estimateFor } from "../scenario.ts";

/** Options that between them raise every caveat. */
const CAVEATS = [
  ["--killed 7000"],
  ["--killed US=up to 7000", "--ratio at least 3", "--force border=up to 20000", "--force 40000"],
  ["--killed dozens", "--wounded AP@2022=dozens", "--captured 2x", "--returned up to 30%"],
  ["--killed a@2022-03=5000+", "--killed b@2022-05=10001", "--coverage a=50%", "--wounded 3", "--missing 2"],
  ["--killed a=5+", "--killed b=11", "--killed 90", "--ratio 2", "--force 7"],
  ["--killed >=100", "--coverage 50%", "--wounded 2x", "--captured 7"],
  ["--casualties 20000-40000", "--ratio 2-4"],
  ["--killed 7000", "--ratio poland-1939"],
  ["--killed 7000", "--wounded history:battle-deaths", "--captured 300"],
  ["--killed 7000", "--wounded history:-1917"],
  ["--killed 7000", "--wounded 1x-8x"],
  ["--killed 7000", "--wounded 1.5x"],
  ["--killed 7000", "--ratio 12"],
  ["--killed AP=3,843 killed [1]", "--ratio 3*", "--force 450,000+ (Truth Commission)"],
  ["--killed 100000-140000", "--casualties 500000-600000"],
  ["--killed 100-300", "--casualties 200-400"],
  ["--killed 7000", "--ratio 189,500-223,000 casualties : 43,000 killed"],
  ["--killed UK=100,000", "--casualties US=500,000"],
  ["--killed 13800", "--ratio 3", "--casualties 50000"],
  ["--casualties 28000", "--share 38%", "--force 90000"],
  ["--killed 7000", "--casualties at least 5,000"],
  ["--killed 7000", "--ratio 3", "--returned 50%"],
  ["--killed 7000", "--died 50%"],
  ["--killed 7000", "--wounded 900"],
  ["--killed up to 7000", "--casualties 28000+", "--days 3 months", "--per 9+ km2", "--recruits up to 500"],
  ["--casualties 4000", "--days 7", "--force 11000", "--until 100%"],
  ["--casualties UK@2025-03-20=900,000", "--casualties UK@2025-06-12=1,000,000", "--combine change"],
  ["--casualties UK@2025-03-20=9000-9900", "--casualties UK@2025-06-12=9500-9950", "--combine change"],
  ["--casualties 1,000 a day", "--recruits 900-1100 a day", "--force 150000", "--until 50%"],
  ["--casualties 1,000 a day", "--recruits 1,100 a day", "--force 150000", "--until 50%"],
  ["--casualties 14000", "--days 90", "--until 5000"],
];

test("the sentence for every caveat", async () => {
  const said = CAVEATS.map((options) => [
    `# ${options.join(" ")}`,
    ...estimateFor(...options).caveats.map((caveat) => `${caveat.code}: ${caveatSentence(caveat)}`),
    "",
  ]);
  await expect(said.flat().join("\n")).toMatchFileSnapshot("../golden/caveats.txt");
});

/** Sentences that depend on what they are told of. */
const SENTENCES: [Caveat, string][] = [
  [
    {
      code: "OUTSIDE_HISTORY",
      args: { of: "wounded", text: "0.5", implied: true, where: "below", nearest: ["india-1962 0.76"] },
    },
    "The ratio of 0.5 wounded per killed, which follows from the counts, lies below the 80% interval of past wars, 1.87 to 6.18 wounded per killed. The nearest comparable cases: india-1962 0.76.",
  ],
  [
    {
      code: "OUTSIDE_HISTORY",
      args: { of: "ratio", text: "12", implied: true, where: "above", nearest: ["a 1", "b 2"] },
    },
    "The ratio of 12 others per killed, which follows from the counts, lies above the middle 80% of past cases, 2.40 to 9.47 wounded, captured and missing per killed, as far as known. The nearest comparable cases: a 1 and b 2.",
  ],
  [
    { code: "OUTSIDE_HISTORY", args: { of: "died", text: "50%", where: "below", nearest: ["a 1"] } },
    "The share who died, “50%”, as others per killed lies below the middle 80% of past cases, 2.40 to 9.47 wounded, captured and missing per killed, as far as known. The nearest comparable cases: a 1.",
  ],
  [
    { code: "OUTSIDE_HISTORY", args: { of: "died", text: "50.0%", implied: true, where: "below", nearest: ["a 1"] } },
    "The share who died that follows from the counts, 50.0%, as others per killed lies below the middle 80% of past cases, 2.40 to 9.47 wounded, captured and missing per killed, as far as known. The nearest comparable cases: a 1.",
  ],
  [
    {
      code: "STATEMENTS_DISAGREE",
      args: {
        ...{ input: "ratio", of: "out of action", calculated: "55,200", used: "50,000" },
        ...{ percent: "9.4%", isLess: true },
      },
    },
    "The ratio would make casualties 55,200. The result rests on 50,000, which is 9.4% less.",
  ],
  [
    {
      code: "STATEMENTS_DISAGREE",
      args: {
        ...{ input: "wounded", of: "others", calculated: "900", used: "1,000" },
        ...{ percent: "11.1%", isLess: false },
      },
    },
    "The wounded would make all other losses 900. The result rests on 1,000, which is 11.1% more.",
  ],
  [
    { code: "NO_FORECAST", args: { isGross: true } },
    "The days to go are arithmetic, not a forecast: they hold only if the pace stays as it is. Those who return are counted among the losses.",
  ],
  [
    { code: "SHORT_PERIOD", args: { days: 7 } },
    "The pace is that of seven days, which says little of a month or a year: a week is not a year.",
  ],
  [
    { code: "SHORT_PERIOD", args: { days: 1 } },
    "The pace is that of one day, which says little of a month or a year: a week is not a year.",
  ],
  [
    { code: "PACE_OF_TOTALS", args: { of: "killed", perDay: "12" } },
    "The totals of killed are rounded, so their pace may be 12 a day higher or lower.",
  ],
  [
    { code: "PAIR_OF_TWO", args: { killed: "UK", casualties: "US@2024" } },
    "The killed are from UK and the casualties from US@2024: they may not count the same people, or not up to the same date.",
  ],
  [
    { code: "PAIR_OF_TWO", args: { killed: "", casualties: "UK" } },
    "The killed are from one source and the casualties from UK: they may not count the same people, or not up to the same date.",
  ],
  [
    { code: "PAIR_OF_TWO", args: { killed: "UK", casualties: "" } },
    "The killed are from UK and the casualties from another source: they may not count the same people, or not up to the same date.",
  ],
  [
    { code: "OPEN_HIGH", args: { of: "daysToGo", input: "until", text: "700,000+" } },
    "The number of days to go may be higher than shown: the target is given as “700,000+”.",
  ],
  [
    { code: "OPEN_LOW", args: { of: "balance", input: "recruits", source: "Kyiv", text: "up to 500" } },
    "The balance may be lower than shown: recruits, by Kyiv, is given as “up to 500”.",
  ],
];

test.each(SENTENCES)("%j is told of", (caveat, sentence) => expect(caveatSentence(caveat)).toBe(sentence));

/** Mistakes in the words for a scenario file, where inputs are keys. */
const IN_FILES: [Problem, string, string][] = [
  [
    { code: "E-MISSING", args: { given: ["wounded", "share"], add: ["killed", "wounded", "ratio", "days"] } },
    'nothing follows from "wounded" and "share" alone',
    'also "killed", "ratio" (wounded for each person killed) or "days" (how long the losses took)',
  ],
  [
    { code: "E-NEEDS", args: { input: "start", needs: ["end", "days", "asOf"] } },
    '"start" was given without "end", "days" or "asOf", so the period has no end',
    'also "end": "2022-03-16", "days": "90" or "asOf": "2022-03-16"',
  ],
  [
    { code: "E-PERIOD-DAYS", args: { stated: "3 months", counted: 1 } },
    "the period is stated as “3 months”, but by its dates it is one day",
    '"days": "1", or the dates without "days"',
  ],
  [
    { code: "E-PARTS-ABOVE", args: { parts: ["wounded"], sum: "9,000", total: "8,000", of: "casualties" } },
    '"wounded" is at least 9,000, more than all casualties (8,000 at most)',
    "parts that are no more than their total; check what each figure counts, and when",
  ],
  [
    { code: "E-STATEMENTS-CLASH", args: { input: "days", of: "days", calculated: "90", used: "91" } },
    '"days" would make the number of days 90, but the rest makes it 91',
    'inputs that agree, or no "days"',
  ],
  [
    { code: "E-STATEMENTS-CLASH", args: { input: "wounded", of: "wounded", calculated: "90", used: "91" } },
    '"wounded" would make the wounded 90, but the rest makes them 91',
    'inputs that agree, or no "wounded"',
  ],
  [
    { code: "E-CLAIM", args: { because: "pace" } },
    "losses are known as a pace alone, so no total follows to compare a claim with",
    'also "days": "90" or "start" and "end"',
  ],
  [
    { code: "E-ZERO", args: { input: "ratio" } },
    '"ratio" may be 0, and the result would be divided by it',
    '"ratio" above 0',
  ],
  [
    { code: "E-CHANGE", args: { of: "casualties", because: "periods" } },
    'the totals for "casualties" are of other days than the ones before',
    "the same first and last day for both",
  ],
];

test.each(IN_FILES)("%j in a file", (problem, says, expected) =>
  expect(problemWording({ ...problem, at: { file: "a.json", path: "killed" } })).toEqual({ says, expected }),
);

/** Command lines that between them make every mistake that text can hold. */
const MISTAKES: string[][] = [
  ...[
    "",
    "x".repeat(201),
    "7к",
    "7\u200b0",
    "men",
    "constructor.",
    "6,000, 13,800",
    "2,721 killed (4.79%)",
    "-5",
    "7.5",
    "9".repeat(17),
    "1,23",
    "6,000,13,800",
    "13.800",
    "12-14,000",
    "6/8",
    "8-6",
    "at least 8 and at most 6",
    "at least 6 to 8",
    "6/9/8",
    "5±6",
    "several",
    "6k-14",
    "3x",
    "7 wounded",
    "=7",
    "a@2022-02-30=7",
    "a@16/03/22=7",
    "a@3/4/2022=7",
  ].map((text) => ["--killed", text]),
  ...["3%", "1:3", "one to three", "7 casualties : 9 killed", "7 wounded : 0 killed", "2x-4", "dozens", "tree"].map(
    (text) => ["--killed", "7", "--ratio", text],
  ),
  ...["30", "1", "101%", "50%±5%", "30/40", "0.45-65%"].map((text) => [
    "--killed",
    "7",
    "--wounded",
    "2x",
    "--returned",
    text,
  ]),
  ["--killed", "7", "--wounded", "30%", "--as-of", "yesterday"],
  ["--killed", "7", "--ratio", "25% of the force", "--force", "57 killed a day"],
  ["--killed", "7", "--wounded", "2x", "--returned", "0.7% of the force a day"],
  [],
  ["--ratio", "3"],
  ["--killed", "7", "--ratio", "2", "--wounded", "1x", "--missing", "2"],
  ["--wounded", "2000"],
  ["--wounded", "2000", "--ratio", "us-korea"],
  ["--share", "38%"],
  ["--killed", "25% of the force"],
  ["--casualties", "7", "--returned", "30%", "--coverage", "50%", "--of", "fighters=20%", "--recruits", "8"],
  ["--casualties", "7", "--pace", "8 a day", "--end", "2022"],
  ["--casualties", "92 a day", "--claim", "50,000"],
  ["--casualties", "7", "--start", "2022"],
  ...["100%", "9 km2", "9"].map((text) => ["--casualties", "7", "--until", text]),
  ["--casualties", "7", "--days", "9", "--per", "9 km2", "--until", "8 villages"],
  ["--killed", "7 a day", "--wounded", "8"],
  ["--casualties", "7 a day", "--recruits", "8"],
  ["--killed", "7", "--start", "2022-03", "--end", "2022-02-24"],
  ["--killed", "7", "--start", "2022-01-01", "--end", "2022-04-01", "--days", "90"],
  ["--killed", "9", "--of", "fighters=20%", "--casualties", "50"],
  ["--killed", "a=9", "--killed", "b=5 a day", "--days", "9"],
  ["--killed", "9000", "--casualties", "7000"],
  ["--killed", "9000", "--casualties", "17000", "--wounded", "7000", "--captured", "4000"],
  ["--killed", "9000", "--ratio", "3", "--died", "10%"],
  ["--killed", "9", "--died", "0%"],
  ["--killed", "9", "--force", "90", "--force", "80", "--share", "50%"],
  ["--killed", "9", "--force", "a=90", "--force", "b=80", "--share", "c=50%"],
  ...[
    ["a=7", "b=8"],
    ["a@2022=7", "a=8"],
    ["a@2022-01-01=7", "a@2022-01-01=8"],
  ].map((reports) => [...reports.flatMap((text) => ["--killed", text]), "--combine", "change"]),
  ["--killed", "7", "--returned", "30%"],
  ["--killed", "a=7", "--killed", "b=8", "--coverage", "50%"],
  [..."abcdefghij"].flatMap((name) => ["--killed", `${name}=7`]).concat("--coverage", "x=50%"),
  ["--killed", "AP=up to 7", "--coverage", "50%"],
  ["--killed", "7", "--coverage", "0-50%"],
  ["--killed", "Ukraine=7", "--combine", "prefer=Ukrane"],
  ["--killed", "a@2022=7", "--killed", "a@2023=8", "--combine", "prefer=a"],
  ["--killed", "a=7", "--killed", "b=8", "--combine", "overlap"],
  ["--killed", "7", "--force", "0", "--force", "all=0-5"],
  ["--kiled", "7", "--json=1"],
  ["estimat"],
  ["7000"],
  ["--killed", "--force", "--overwrite"],
  ["--killed", "7", "--strength"],
  ["--killed", "7", "--ratio", "2", "--ratio", "3", "--ratio", "4"],
  ["--killed", "7", "--format", "cvs", "--combine", "x"],
  ["--killed", "7", "--explain", "--format", "csv", "--value", "x", "--overwrite"],
  ["--killed", "7", "--json", "--format", "tsv"].filter((word) => word !== "--json").concat("--value", "killed"),
  ["--killed", "7", "--value", "kiled.low"],
  ["--killed", "7-8", "--value", "killed"],
  ["--killed", "7", "--value", "caveats"],
  ["--killed", "7", "--save", "s.yaml"],
  ["--killed", "7", "--ratios", "-", "--save", "s.json"],
  ...["us-koera", "korea", "atlantis", "us-afghanistan", "history"].map((name) => ["--killed", "7", "--ratio", name]),
  ...["history:x", "history:2001-", "history:1066"].map((name) => ["--killed", "7", "--wounded", name]),
  ["--killed", "7", "--captured", "history:war", "--deserted", "us-korea"],
  ["ratios", "--era", "2000-1946", "--scope", "wars", "--explain", "--backtest", "atlantis"],
  ["ratios", "--backtest", "atlantis"],
  ["ratios", "--backtest", "30%"],
  ["--killed", "-"],
  // A file that is there after every install, and that git does not keep.
  ["--killed", "7", "-o", "node_modules/.package-lock.json"],
  ["--killed", "7", "-o", "no/such/folder"],
];

test("the words for every mistake", async () => {
  const told: string[] = [];
  for (const argv of MISTAKES)
    told.push(`$ ${argv.map((word) => JSON.stringify(word)).join(" ")}`, (await run(argv)).stderr);
  for (const stdin of ["", new Uint8Array([255]), new Uint8Array(9 * 2 ** 20)])
    told.push((await run(["--killed", "-"], { stdin })).stderr);
  await expect(told.join("\n")).toMatchFileSnapshot("../golden/mistakes.txt");
});

/** Tables that between them make every mistake a table can hold. */
const TABLE_MISTAKES: [stdin: string, ...options: string[]][] = [
  ["\u0000"],
  [""],
  ['{"killed":7}\n'],
  ["killed;a\n"],
  ["killed\ta\n"],
  ["killed,a\r7,b\n"],
  ["killed\n", "--map", "killed"],
  ["killed\n", "--map", "force=man"],
  ["killed\n", "--map", "force=kiled"],
  ["killed,Killed\n"],
  ["killed,injured,hurt\n"],
  ["deaths,deaths_low\n"],
  ["killed,a,a\n", "--to", "json"],
  ["killed,est_open\n"],
  ["killed,killed_low\n"],
  [`a,b,Enemy deaths,${Array.from({ length: 20 }, (_, index) => `c${index}`).join(",")}\n`],
  ["killed,a\n7\n7,8,9\n"],
  ['killed\n"7"0\n'],
  ['killed\n"7\n'],
  [`killed\n"${"x".repeat(9 * 2 ** 20)}`],
  ['7\n{"killed":7\n[{"killed":7}]\n', "--from", "ndjson"],
  ['{"killed":7}\n{"killed":7,"force":8}\n{"killed":7,"killed":8}\n{"killed":1e400}\n', "--from", "ndjson"],
  ['{"a":[]}', "--from", "json"],
  ['[{"killed":7}', "--from", "json"],
  ["killed_low,killed_high\n6-7,8\n6,\n"],
  ["day,killed\nMarch,7\n2022-03-16,7\n2022-03-16,8\n", "--series", "cumulative", "--by", "day"],
  ["killed,deaths,missing_captured,total losses\n7,8,9,10\n"],
  ["casualties,pow\n7,8\n"],
];

test("the words for every mistake in a table", async () => {
  const told: string[] = [];
  for (const [stdin, ...options] of TABLE_MISTAKES) {
    const shown = JSON.stringify(stdin.length > 200 ? `${stdin.slice(0, 20)}…` : stdin);
    told.push(`# ${[shown, ...options].join(" ")}`, (await run(["batch", ...options], { stdin })).stderr);
  }
  await expect(told.join("\n")).toMatchFileSnapshot("../golden/table-mistakes.txt");
});
