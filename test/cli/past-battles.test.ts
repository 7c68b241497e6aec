import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { battleRankingSchema } from "../../src/input/battle-ranking-schema.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "loss-calc-past-"));
const file = join(folder, "csis.json");
beforeAll(() => {
  const scenario = { killed: { source: "CSIS", figure: "6000-13800" }, ratio: 3, force: 150000, days: 21 };
  writeFileSync(file, JSON.stringify(scenario));
});
afterAll(() => rmSync(folder, { recursive: true }));

const words = (command: string) =>
  (command.match(/(?:'[^']*'|[^\s'])+/g) ?? []).map((word) => word.replaceAll("'", ""));
const past = (command: string, columns?: number) =>
  run(["past", ...words(command)], columns === undefined ? {} : { columns });
const record = async (command: string) => {
  const { status, stdout, stderr } = await past(`${command} --json`);
  expect([status, stderr]).toEqual([0, ""]);
  return battleRankingSchema.parse(JSON.parse(stdout));
};

const SEED = "--share 16%-36.8% --force 150000 --days 21";

describe("past", () => {
  test.each<[command: string, sides: number, below: readonly (readonly [string, number, number])[]]>([
    [
      SEED,
      93,
      [
        ["share", 0.387097, 0.827957],
        ["perThousandPerDay", 0.268817, 0.72043],
      ],
    ],
    [`${SEED} --era 1914-1918`, 62, []],
    [`${SEED} --min-days 1`, 183, [["share", 0.502732, 0.885246]]],
    [`${SEED} --min-force 1 --min-days 1`, 960, []],
    [`${SEED} --min-force 1 --min-days 1 --era 1600-`, 1296, []],
    [`${SEED} --max-days '1 week'`, 96, []],
    [`${SEED} --min-force 200k --max-force 500,000`, 40, []],
    ["--casualties 24000-55200 --force 150000 --days 21", 93, [["share", 0.387097, 0.827957]]],
    ["--share 20%", 960, [["share", 0.782292, 0.782292]]],
    [
      "--casualties '7.45 per 1,000 per day' --min-force 100000 --min-days 7",
      93,
      [["perThousandPerDay", 0.268817, 0.268817]],
    ],
    [
      `--scenario ${file}`,
      93,
      [
        ["share", 0.387097, 0.827957],
        ["perThousandPerDay", 0.268817, 0.72043],
      ],
    ],
    [file, 93, [["share", 0.387097, 0.827957]]],
    [`${file} --force 1000000 --days 3`, 70, []],
  ])("%s", async (command, sides, below) => {
    const { compared, ranks } = await record(command);
    expect(compared.sides).toBe(sides);
    for (const [of, low, high] of below)
      expect(ranks.find((rank) => rank.of === of)!.below).toMatchObject({ low, high });
  });

  test.each<[command: string, sentence: string]>([
    [
      SEED,
      "16.0% to 36.8% lost is between the 39th and the 83rd percentile: of 93 sides of 100,000 or more in past battles of seven days or more from 1860 to 1982, 39% lost less than 16.0%, and 83% less than 36.8%. Half of them lost less than 20.0%, and the middle 80% lost 7.5% to 51.0%. 7.62 to 17.5 per 1,000 a day is between the 27th and the 72nd percentile: of the same sides, 27% lost less a day than 7.62, and 72% less a day than 17.5.",
    ],
    [
      "--share 20%",
      "20.0% lost is at the 78th percentile: of 960 sides in past battles from 1860 to 1982, 78% lost less than 20.0%.",
    ],
    [
      "--share 'at least 20%'",
      "At least 20.0% lost is at the 78th percentile (or higher): of 960 sides in past battles from 1860 to 1982, 78% lost less than 20.0%.",
    ],
    [
      "--share 'up to 20%'",
      "Up to 20.0% lost is at the 78th percentile (or lower): of 960 sides in past battles from 1860 to 1982, 78% lost less than 20.0%.",
    ],
    [
      "--share '≤10%–20%+'",
      "10.0% (or less) to 20.0% (or more) lost is between the 58th (or lower) and the 78th percentile (or higher): of 960 sides",
    ],
    [
      "--share 0%",
      "0.0% lost is at the 0th percentile: of 960 sides in past battles from 1860 to 1982, none lost less than 0.0%.",
    ],
    [
      "--share 0%-20%",
      "0.0% to 20.0% lost is between the 0th and the 78th percentile: of 960 sides in past battles from 1860 to 1982, none lost less than 0.0%, and 78% less than 20.0%.",
    ],
    [
      "--share 100%",
      "100.0% lost is at the 99th percentile: of 960 sides in past battles from 1860 to 1982, 99% lost less than 100.0%.",
    ],
    [
      "--casualties 100-300 --force 200 --min-force 1",
      "50.0% to 150.0% lost is between the 94th and the 100th percentile: of 960 sides of 1 or more in past battles from 1860 to 1982, 94% lost less than 50.0%, and all less than 150.0%.",
    ],
    [
      "--share 'about 20%' --min-force 1 --era 1600-",
      "About 20.0% lost is at about the 73rd percentile: of 1,296 sides of 1 or more in past battles from 1600 to 1982, about 73% lost less than 20.0%.",
    ],
    ["--share 20% --force 150000 --days 21", "48% lost less than 20.0%. Half of them lost less than 20.05%, and"],
    ["--share 7.2%", "is at the 49th percentile"],
    ["--share 2%", "is at the 17th percentile"],
    ["--share 2.55%", "is at the 23rd percentile"],
    ["--share 1.5%", "is at the 12th percentile"],
  ])("%s: %s", async (command, sentence) => {
    expect((await record(command)).sentence).toContain(sentence);
  });

  test.each<[command: string, text: string]>([
    [SEED, "93 sides of 100,000 or more in 50 battles of seven days or more from 1860 to 1982"],
    ["--share 20% --force 500", "15 sides of up to 999 in 14 battles from 1860 to 1982"],
    ["--share 20% --days 1", "in 154 battles of one day from 1860 to 1982"],
    ["--share 20% --days 2", "of two to six days from 1860 to 1982"],
    ["--share 20% --max-days 3", "of up to three days from 1860 to 1982"],
    ["--share 20% --min-days 3 --max-days 3", "of three days from 1860 to 1982"],
    ["--share 20% --era -1699", "battles from 1600 to 1699"],
    ["--share 20% --era 1916", "battles in 1916"],
    ["--share 20% --era 1914-1918", "battles from 1914 to 1918"],
  ])("%s compares with %s", async (command, text) => {
    expect((await record(command)).compared.text).toContain(text);
  });

  test("a period that is longer than every battle is pointed out", async () => {
    const { worth } = await record("--share 20% --force 150000 --days 400");
    expect(worth[1]).toContain("None of these battles lasted as long as the period: the longest took 65 days");
    expect((await record("--share 20% --days 400")).worth.join()).not.toContain("higher the share");
    expect((await record(SEED)).worth).toHaveLength(4);
    expect((await record("--share 20% --days 30 --max-days 1")).worth[1]).toContain("the longest took one day");
  });

  test("losses without the wounded are ranked with a remark", async () => {
    const remark = "The losses that are ranked leave out the wounded";
    expect((await record("--killed 500 --captured 500 --force 10000")).worth[1]).toContain(remark);
    expect((await record("--killed 500 --wounded 500 --force 10000")).worth.join()).not.toContain(remark);
    expect((await record("--casualties 500 --force 10000")).worth.join()).not.toContain(remark);
  });

  test("options are named in the text, which can be typed after, and not on a page", async () => {
    expect((await past(SEED)).stdout).toContain("--min-force and --max-force change that");
    for (const format of ["markdown", "wikitext"])
      expect((await past(`${SEED} --format ${format}`)).stdout).not.toMatch(/--(?:min|max)-/);
  });

  test.each<[command: string, sentence: string]>([
    [
      `${SEED} --max 200`,
      "16.0% to 36.8% lost (over 21 days) is between the 39th and the 83rd percentile of 93 sides of 100,000 or more in past battles of seven days or more from 1860 to 1982 (CDB90).",
    ],
    [
      SEED,
      "(CDB90). 39% of them lost less than 16.0%, and 83% less than 36.8%. Half of them lost less than 20.0%, and the middle 80% lost 7.5% to 51.0%. 7.62 to 17.5 per 1,000 a day is between the 27th and the 72nd percentile of the same sides.",
    ],
    ["--share 20%", "20.0% lost is at the 78th percentile of 960 sides in past battles from 1860 to 1982 (CDB90). "],
    [file, "(CDB90), if three others were wounded, captured, missing or deserted for each person killed, based on "],
    [
      "fixtures/scenarios/russia-2022-03-16.json --max 230",
      "By one calculation, 16% (or less) to 37% lost (Russia, as of 16 March 2022) is between the 50th (or lower) and the 89th percentile of 183 sides of 100,000 or more in past battles from 1860 to 1982 (CDB90).",
    ],
  ])("%s --quote: %s", async (command, sentence) => {
    const { status, stdout, stderr } = await past(`${command} --quote`);
    expect(status).toBe(0);
    expect(stdout).toContain(sentence);
    expect(stderr).toContain("note: these are battles, not campaigns or wars");
  });

  test("a quoted rank has confirmed deaths as a minimum, and notes on its sides and losses", async () => {
    const killed = { source: "BBC", kind: "confirmed", figure: "5000" };
    writeFileSync(join(folder, "list.json"), JSON.stringify({ killed, captured: 500, force: 11000, days: 14 }));
    const { stdout, stderr } = await past(`${join(folder, "list.json")} --quote`);
    expect(stdout).toMatch(/^At least 50% lost \(over 14 days\) is at the \d+th percentile \(or higher\) of 24 sides /);
    expect(stdout).toContain("based on deaths confirmed one by one by the BBC");
    expect(stderr).toContain("note: Only 24 sides are compared");
    expect(stderr).toContain("note: The losses that are ranked leave out the wounded");
  });

  test("few sides get a remark", async () => {
    const few = "--share 20% --force 11000 --days 14";
    expect((await record(few)).worth[1]).toMatch(/^Only 24 sides are compared, so a percentile can change a lot/);
    expect((await record(SEED)).worth.join()).not.toContain("Only");
  });

  test("an era ends with the battles", async () => {
    expect((await record("--share 20% --era 1900-2020")).compared.era).toEqual({ from: 1900, to: 1982 });
    expect((await record("--share 20% --era -1899")).compared.era).toEqual({ from: 1600, to: 1899 });
  });

  test("a wiki has the captions of both tables, and the battles in a footnote with a link", async () => {
    const { stdout } = await past(`${SEED} --format wikitext`);
    expect(stdout.match(/^\|\+ [^<\n]*/gm)).toEqual(["|+ Compared with past battles", "|+ Nearest by share lost"]);
    expect(stdout).toContain(">past battles: CDB90 9.0.3, at [https://github.com/jrnold/CDB90 github.com]: ");
    expect(stdout).not.toMatch(/https?&#58;/);
  });

  test("the figures have their sources, and bare values a note on what they are worth", async () => {
    const source = { source: "CSIS", kind: "estimate", url: "https://example.org", figure: "6000-13800" };
    writeFileSync(join(folder, "sourced.json"), JSON.stringify({ killed: source, ratio: 3, force: 150000 }));
    const sourced = join(folder, "sourced.json");
    expect((await past(sourced)).stdout).toContain("Sources\n- killed, CSIS (estimate): https://example.org\n");
    expect((await past(`${sourced} --format csv`)).stderr).toContain(
      "they may place a figure, but they never support it",
    );
  });

  test.each(["text", "markdown", "json", "ndjson", "csv", "tsv"])("%s", async (format) => {
    const { status, stdout } = await past(`${SEED} --format ${format}`);
    expect(status).toBe(0);
    expect(stdout).toContain("https://github.com/jrnold/CDB90");
    expect(stdout).toContain("ODC-BY 1.0");
    if (format === "csv") {
      expect(stdout.split("\n").slice(1, 2)).toEqual([
        expect.stringContaining(
          'share,0.160000,,0.368000,,false,0.387097,,0.827957,0.075304,0.200471,0.510400,93,50,1860,1982,100000,,7,,"CDB90 9.0.3, https://github.com/jrnold/CDB90, ODC-BY 1.0",,"These are battles, not campaigns or wars.',
        ),
      ]);
    }
    if (format === "ndjson") expect(battleRankingSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined();
  });

  test("the working has each percentile, and the best value", async () => {
    const { working } = await record("--share '20% (10%-30%)' --days 5");
    expect(working.map(({ step }) => step)).toEqual([
      "per 1,000 a day",
      "percentile of share lost",
      "10%, 50% and 90% below, share lost",
      "percentile of per 1,000 a day",
      "10%, 50% and 90% below, per 1,000 a day",
    ]);
    expect(working[0]!.lines).toEqual([
      "low: 10% ÷ 5 × 1,000 = 20",
      "best: 20% ÷ 5 × 1,000 = 40",
      "high: 30% ÷ 5 × 1,000 = 60",
    ]);
    expect(working[1]!.lines).toHaveLength(3);
    const { stdout } = await past("--share 20% --explain");
    expect(stdout).toContain("751 ÷ 960 ≈ 78.2%");
    expect(stdout).toMatch(/lost\s+exactly as much, which is not less/);
  });

  test.each<[command: string, of: "share" | "perThousandPerDay"]>([
    [SEED, "share"],
    ["--casualties '7.45 per 1,000 per day' --min-force 100000 --min-days 7", "perThousandPerDay"],
  ])("%s --explain lists every side that is compared, in order, and only then", async (command, of) => {
    const { sides = [], compared, nearest } = await record(`${command} --explain`);
    expect(sides).toHaveLength(compared.sides);
    expect(sides).toEqual(expect.arrayContaining(nearest));
    const values = sides.map((side) => side[of]);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(await record(command)).not.toHaveProperty("sides");
    const [, table = ""] = (await past(`${command} --explain`)).stdout.split("\nSides compared\n\n");
    expect(table.trimEnd().split("\n")).toHaveLength(1 + compared.sides);
    for (const line of table.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("a terminal that is too narrow for the tables has lists, and no line is too wide", async () => {
    const { stdout } = await past(SEED, 40);
    expect(stdout).toContain("  percentile: 39–83\n");
    for (const line of stdout.split("\n").filter((line) => !line.includes("https:")))
      expect(stripVTControlCharacters(line).length).toBeLessThanOrEqual(40);
  });

  test("names of battles are whole where there is room, and have their year once", async () => {
    expect((await past(SEED)).stdout).toContain("Trentino Counter-Offensive 1916  Italy ");
    expect((await past(`${SEED} --explain`)).stdout).toContain("Trentino… 1916            Austria ");
    const page = (await past(`${SEED} --explain --format markdown`)).stdout;
    expect(page).not.toContain("…");
    expect(page).toContain("| Picardy II 1918 | Great Britain \\& France |");
    expect(page).toContain("| Brusilov Offensive 1916 |");
  });

  test("the table by rate fits in 80 columns, too", async () => {
    const { stdout } = await past("--casualties '7.45 per 1,000 per day' --min-force 100000 --min-days 7");
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("every line of a pipe fits in 80 columns, and --ascii leaves nothing else", async () => {
    const { stdout } = await past(`${SEED} --ascii`);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    expect(stdout).not.toMatch(/[^\n\x20-\x7e]/);
    expect(stdout).not.toContain("\u001b");
  });

  test.each<[string, number, string]>([
    ["", 2, "E-BATTLES"],
    ["--casualties 28000 --days 21", 2, "E-BATTLES"],
    ["--killed 7000 --force 150000", 2, "E-BATTLES"],
    [
      "--share 20% --force 5800 --days 30",
      2,
      "there are only 7 sides of 1,000 to 9,999 in battles of seven days or more since 1860",
    ],
    ["--share 20% --era 2000-", 2, "there is no side in battles since 2000"],
    ["--share 20% --era 2000-", 2, "more years for --era (the battles are from 1600 to 1982)"],
    ["--share 20% --era 1950", 2, "a wider selection: more years"],
    ["--casualties 30000 --force 20000", 2, "more losses than the force has no rank"],
    [
      "--casualties a@2025-03-20=900 --casualties a@2025-06-12=800 --combine change --force 5000",
      2,
      "losses that may be below zero",
    ],
    ["--share 20% --era x", 2, "E-ERA"],
    ["--share 20% --min-force 50000-60000", 2, "“50000-60000” is not a limit"],
    ["--share 20% --max-days 'about 7'", 2, "--max-days: “about 7” is not a limit"],
    ["--share 20% --max-days 7+", 2, "E-LIMIT"],
    ["--share 20% --min-force x", 2, "E-NOT-A-NUMBER"],
    ["--share 20% --min-force 7k --max-force 3k", 2, "--min-force 7k is above --max-force 3k"],
    ["--share 20 --days 0", 2, "E-SHARE"],
    ["--share 20% --explain --format csv", 2, "E-OPTIONS-CLASH"],
    ["--share 20% --share 30%", 2, "E-REPEATED"],
    ["--share 20% --recruits 30", 2, "E-OPTION-UNKNOWN"],
    ["--share 20% --overwrite", 2, "E-OPTIONS-CLASH"],
    ["--share 20% --max 90", 2, "E-OPTIONS-CLASH"],
    ["--share 20% --quote --max 0", 2, "E-MAX"],
    ["--share 20% --quote --max 50", 2, "E-QUOTE-LONG"],
    ["--share 20% --quote --json", 2, "E-OPTIONS-CLASH"],
    ["--share 20% somewhere/missing.json", 4, "E-FILE-OPEN"],
    ["--killed - --ratios -", 2, "E-OPTIONS-CLASH"],
    ["--share 20% --min-force x missing.json", 2, "E-NOT-A-NUMBER"],
  ])("past %s: exit status %i, %s", async (command, exit, text) => {
    const { status, stdout, stderr } = await past(command);
    expect([status, stdout]).toEqual([exit, ""]);
    expect(stderr).toContain(text);
  });

  test("a mistake in a scenario file is in the file", async () => {
    writeFileSync(join(folder, "killed.json"), JSON.stringify({ killed: 7000, force: 150000 }));
    const { status, stderr } = await past(join(folder, "killed.json"));
    expect(status).toBe(3);
    expect(stderr).toContain("killed.json");
  });
});
