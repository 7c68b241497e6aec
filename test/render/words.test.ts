import { expect, test } from "vitest";
import { caveatSentence } from "../../src/render/caveats.ts";
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
];

test("the sentence for every caveat", async () => {
  const said = CAVEATS.map((options) => [
    `# ${options.join(" ")}`,
    ...estimateFor(...options).caveats.map((caveat) => `${caveat.code}: ${caveatSentence(caveat)}`),
    "",
  ]);
  await expect(said.flat().join("\n")).toMatchFileSnapshot("../golden/caveats.txt");
});

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
  [],
  ["--ratio", "3"],
  ["--killed", "7", "--casualties", "8", "--ratio", "2", "--wounded", "1x", "--missing", "2"],
  ["--killed", "7", "--ratio", "3", "--returned", "30%"],
  ["--casualties", "7", "--returned", "30%", "--coverage", "50%", "--combine", "sum", "--missing", "2"],
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
