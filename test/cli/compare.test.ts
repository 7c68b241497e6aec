import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { comparisonSchema } from "../../src/input/comparison-schema.ts";
import { totalSchema } from "../../src/input/total-schema.ts";
import { valuesOf } from "../../src/render/value.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "loss-calc-compare-"));
const FILES = {
  "then.json": { side: "Russia", asOf: "2026-03-20", killed: "275000-325000", casualties: "1.2m", force: 700000 },
  "now.json": { side: "Russia", asOf: "2026-08-21", killed: "300000-350000", casualties: "1.2m", force: 700000 },
  "other.json": { side: "Ukraine", asOf: "2026-03-20", killed: "100000-140000", casualties: "500000-600000" },
  "nameless.json": { killed: 9 },
  "part.json": { side: "nobody's", killed: 9, of: "fighters=20%" },
  "list.json": [
    { side: "A", killed: 10 },
    { side: "B", killed: 20 },
  ],
  "own.json": {
    sources: [{ id: "memo", countedBy: "the coast guard", title: "Our memo" }],
    conflicts: [
      { id: "cod-war", belligerent: "Iceland", conflict: "Cod War", killed: 10, wounded: 30, sourceId: "memo" },
      { id: "house-rule", nonfatalPerKilled: 3, sourceId: "memo" },
    ],
  },
  "spring.json": { side: "A", killed: 10, start: "2025-03", end: "2025-05" },
  "summer.json": { side: "A", killed: 20, start: "2025-06", end: "2025-08" },
};
beforeAll(() => {
  for (const [name, value] of Object.entries(FILES)) writeFileSync(join(folder, name), JSON.stringify(value));
});
afterAll(() => rmSync(folder, { recursive: true }));

const words = (command: string) =>
  (command.match(/(?:'[^']*'|[^\s'])+/g) ?? []).map((word) => word.replaceAll("'", ""));

/** Runs a command as it is typed. Files are in the folder. */
const typed = (command: string, stdin?: string) =>
  run(
    words(command).map((word) => (/^[\w]+\.json(?:#\d+)?$/.test(word) ? join(folder, word) : word)),
    stdin === undefined ? {} : { stdin },
  );

const valuesIn = async (command: string) => {
  const { status, stdout, stderr } = await typed(`${command} --json`);
  expect([status, stderr]).toEqual([0, ""]);
  return valuesOf(JSON.parse(stdout));
};

const endsAt = (values: ReadonlyMap<string, unknown>, path: string) => {
  const value = values.get(path) as { low: number; high: number; openLow: boolean; openHigh: boolean } | undefined;
  return (
    value && [value.low, value.high, ...(value.openLow ? ["open low"] : []), ...(value.openHigh ? ["open high"] : [])]
  );
};

const QUARTER =
  "--casualties 'a=25% of the force' --casualties 'b=25% of the force' --force a=100-200 --force b=100-200";

describe("compare", () => {
  test.each<[string, string, readonly unknown[] | undefined]>([
    ["compare --killed a=10 --killed b=4", "killed.quotient", [2.5, 2.5]],
    ["compare --killed a=10 --killed b=4", "killed.change", [1.5, 1.5]],
    ["compare --killed a=10 --killed b=4", "killed.paired", undefined],
    ["compare --killed a=10-20 --killed b=4-5", "killed.paired.quotient", [2.5, 4]],
    ["compare --killed b=4 --casualties a=50 --killed a=10 --casualties b=20", "killed.quotient", [0.4, 0.4]],
    ["compare --killed a=10 --killed b=0", "killed.quotient", undefined],
    ["compare --killed a=10 --killed b=0-5", "killed.quotient", [2, 2, "open high"]],
    ["compare --killed a=10 --killed 'b=at least 5'", "killed.quotient", [2, 2, "open low"]],
    ["compare --killed a=10 --killed 'b=up to 5'", "killed.quotient", [2, 2, "open high"]],
    ["compare --killed a=10 --killed b=5 --ratio a=2 --ratio b=4", "outOfAction.quotient", [1.2, 1.2]],
    ["compare --killed a=10 --killed b=5 --ratio 3", "outOfAction.quotient", [2, 2]],
    ["compare --killed a=10 --killed b=5 --ratio 2-4", "outOfAction.quotient", [2, 2]],
    ["compare --killed a=10 --killed b=5 --ratio 2-4", "ratio.difference", [0, 0]],
    ["compare --killed a=10 --killed b=5 --ratio a=2-4 --ratio b=2-4", "outOfAction.quotient", [1.2, 3.333333]],
    ["compare --killed a=10 --killed b=5 --ratio 2-4 --force 50-100", "share.difference", [0.15, 0.5]],
    ["compare --killed a@2025=10 --killed a@2026=20 --ratio a=2-4", "outOfAction.difference", [30, 50]],
    ["compare --killed a@2025=10 --killed a@2026=20-30 --ratio 2-4", "outOfAction.paired", undefined],
    ["compare --killed a@2025=10-11 --killed a@2026=20-30 --ratio 2-4", "outOfAction.paired.difference", [30, 95]],
    ["compare then.json now.json --force 600000-700000", "force.difference", [0, 0]],
    ["compare --killed a=10 --killed b=5 --wounded 3x", "wounded.quotient", [2, 2]],
    ["compare --killed a=10 --killed b=5 --force a=100 --force b=200", "killedPer1000.quotient", [4, 4]],
    ["compare --killed a=10 --killed b=5 --population a=1m --population B=1m", "killedPer1000People.quotient", [2, 2]],
    ["compare --killed 'a=10 a day' --killed b=100 --days b=50", "killedPerDay.quotient", [5, 5]],
    ["compare --killed A/x=10 --killed a/y=20 --killed b=5", "killed.quotient", [2, 4]],
    ["compare --killed A/x@2025=10 --killed a/y=20 --combine A=prefer=x --killed b=5", "killed.quotient", [2, 2]],
    ["compare --killed a@2025-02=12 --killed a@2025-01=10", "killed.difference", [2, 2]],
    ["compare --killed a@2025-02=12 --killed a@2025-01=10 --ratio a=3", "outOfAction.difference", [8, 8]],
    ["compare now.json then.json", "killed.difference", [-25000, 75000]],
    ["compare now.json then.json", "killed.paired.difference", [25000, 25000]],
    ["compare then.json --killed Ukraine=100000-140000", "killed.quotient", [1.964286, 3.25]],
    ["compare then.json other.json --killed russia=700000", "killed.quotient", [5, 7]],
    ["compare list.json#1 list.json#2", "killed.quotient", [0.5, 0.5]],
    [`compare ${QUARTER}`, "outOfActionPer1000.difference", [0, 0]],
    [
      "compare --killed a=10 --killed b=5 --population 1000 --population b=2000",
      "killedPer1000People.quotient",
      [4, 4],
    ],
    ["compare --killed a@2025=10 --killed b=5 --killed b=5", "killed.quotient", [2, 2]],
    ["compare --killed a=1331000 ussr-afghanistan", "killed.quotient", [100, 100]],
    [
      "compare ussr-afghanistan --killed a=1331000 --days 'a=8 years'",
      "killedPer30Days.quotient",
      [104.280822, 106.335616],
    ],
  ])("%s: %s", async (command, path, expected) => {
    const found = endsAt(await valuesIn(command), `comparisons[0].results.${path}`);
    expect(found).toEqual(expected);
  });

  test("a case of the user's own has its own source", async () => {
    const command = "compare --killed Russia/x=100 cod-war --ratios own.json --format";
    const { stdout } = await typed(`${command} markdown`);
    expect(stdout).toContain("Counted by: the coast guard. In: “Our memo”");
    expect((await typed("compare --killed Russia/x=100 cod-war --ratios own.json --quote")).stdout).toBe(
      "Russia had 10 times as many deaths as Iceland (Cod War), based on deaths reported by x and by the coast guard.\n",
    );
  });

  test.each(["text", "markdown", "wikitext"])("the notes of the files are printed as %s, each once", async (format) => {
    const notesIn = async (command: string) => {
      const { stdout } = await typed(`${command} --format ${format}`);
      return stdout.replace(/\s+/g, " ").match(/\bNote(?: \(.*?\))?: .*?\d{4}\./g);
    };
    const csis = "fixtures/scenarios/csis-2026.json fixtures/scenarios/csis-2026-ukraine.json";
    const both = "Killed, wounded and missing; published on 27 January 2026.";
    expect(await notesIn(`compare ${csis}`)).toEqual([`Note: ${both}`]);
    expect(await notesIn(`total ${csis} --killed militia=9`)).toEqual([`Note (Russia and Ukraine): ${both}`]);
    expect(await notesIn("compare fixtures/scenarios/csis-2026.json ussr-afghanistan")).toEqual([
      `Note (Russia): ${both}`,
    ]);
    expect(await notesIn("compare us-vietnam ussr-afghanistan")).toBeNull();
  });

  test("a side is read from standard input", async () => {
    const { stdout } = await typed(
      "compare - other.json --value comparisons[0].results.killed.quotient.high",
      '{"side":"Russia","killed":200000}',
    );
    expect(stdout).toBe("2\n");
  });

  test.each<[string, string, string | undefined]>([
    ["compare", "E-COMPARE", undefined],
    ["compare --killed a=9", "E-COMPARE", "only a to compare"],
    [
      "compare --killed a/BBC@2024-01=5000 --killed a/BBC@2024-03=9000",
      "E-COMPARE",
      "a@2024-01/BBC=5000 and\\s+a@2024-03/BBC=9000",
    ],
    ["compare --killed 'a=9 a day' israel-1967", "E-COMPARE", "the length of israel-1967 is not known"],
    ["compare --killed a=9 --casualties b=9", "E-COMPARE", "nothing in common|no quantity in common"],
    ["compare --killed a=9 --killed 8", "E-SIDE", "try: --killed a=8"],
    ["compare --killed a=9 --killed b=9 --force A1=3", "E-SIDE", "A1"],
    ["compare --killed Russia=9 --killed b=9 --force Rusia=3", "E-SIDE", "did you mean Russia"],
    ["compare --killed a=9o --killed b=9", "E-NOT-A-NUMBER", "a=9o\n       \\^"],
    ["compare --killed a=9 --killed b=9 --ratio a=3 --ratio a=4", "E-REPEATED", undefined],
    ["compare us-corea us-vietnam", "E-SUBJECT", "us-korea"],
    ["compare us-korea cod --ratios own.json", "E-SUBJECT", "did you mean cod-war"],
    ["compare us-korea house-rule --ratios own.json", "E-SUBJECT", "a ratio without counts"],
    ["compare us-korea cod-war --ratios nothing.json", "E-FILE-OPEN", undefined],
    ["compare nothing.json then.json", "E-FILE-OPEN", undefined],
    ["compare --wounded a=9 --wounded b=9 --ratio a=x", "E-RATIO-UNKNOWN", undefined],
    [
      "compare --killed a=9 --wounded a=3x --casualties a=4 --killed b=3",
      "E-KILLED-ABOVE",
      "error E-KILLED-ABOVE: a: ",
    ],
    ["compare --killed a=9 --killed b=9 --population a=-5", "E-NEGATIVE", "--population"],
    ["compare --killed a=9 --killed b=9 --of a=20%", "E-OPTION-UNKNOWN", undefined],
    ["compare part.json then.json", "E-COMPARE", "the killed of nobody's are only a part"],
    ["total part.json then.json", "E-COMPARE", "only a part of all killed"],
    ["compare --killed a=9 --killed b=9 --population 5 --population 6", "E-REPEATED", "--population"],
    ["compare --killed a@2025=9 --killed a@2026=9 --force a@2024=5", "E-SIDE", "“a@2024”"],
    ["compare then.json --killed russia@2026=9", "E-SIDE", "“russia@2026”"],
    ["compare --killed 'a\u001b[31m=9' --killed b=9", "E-CHARACTER", undefined],
    ["compare --killed a@2025-13=9 --killed b=9", "E-DATE", "error E-DATE: --killed"],
    ["compare --killed a=- --killed b=9", "E-NOT-A-NUMBER", "--killed"],
    ["compare --killed a/=5 --killed b=9", "E-NAME-EMPTY", "try: --killed a=5\n"],
    ["compare us-korea --killed 'United States=5' --force Korea=3", "E-SIDE", "“Korea”"],
    ["total --killed a=1 --killed b=2 --force 100 --force 200", "E-REPEATED", "--force"],
    ["total --killed a=1 --killed b=2 --casualties 200", "E-TOTAL", "“200” was given for the whole"],
    ["total --killed a=1 --killed b=2 --killed 5/day", "E-TOTAL", "“5/day” was given for the whole"],
    ["total fixtures/scenarios", "E-SCENARIO-MANY", "the files by their names"],
    ["total events.csv --ratio 2-4", "E-SCENARIO-MANY", "try: loss-calc batch events.csv --sum\n"],
    ["compare events.csv now.json", "E-SCENARIO-MANY", "expected: scenario files; batch calculates"],
    ["total", "E-TOTAL", "nothing to add up"],
    ["total then.json now.json", "E-TOTAL", "may count the same people"],
    ["total us-iraq us-afghanistan", "E-TOTAL", "may count the same people"],
    ["total nameless.json then.json", "E-TOTAL", "may count the same people"],
    // A battle of the war: both are of one side, and the war was on.
    ["total union-civil-war union-gettysburg", "E-TOTAL", "may count the same people"],
    // One side of a war may be a part of another, such as an empire and a dominion.
    ["total uk-wwii canada-wwii", "E-TOTAL", "may count the same people"],
    ["total --killed a=10 --killed b=20 --killed 25", "E-TOTAL", "the parts have at least"],
  ])("refuses: %s", async (command, code, message) => {
    const { status, stderr, stdout } = await typed(command);
    expect(status).toBeGreaterThan(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(code);
    if (message !== undefined) expect(stderr).toMatch(new RegExp(message));
  });

  test("adds up two wars of one side, since their months are known", async () => {
    const { status, stdout } = await typed("total us-wwi us-wwii us-korea --value sums.killed.low");
    expect([status, stdout]).toEqual([0, `${53_402 + 291_557 + 33_739}\n`]);
  });

  test.each<[string, string[]]>([
    ["compare --killed a@2025-01=9 --killed b@2025-06=8", ["DATES_APART"]],
    ["compare --killed a@2025-01=9 --killed b@2025-01=8", []],
    ["compare --killed a=9 --wounded a=9 --killed b=8 --wounded b=9 --captured b=1", ["COVERS_DIFFER"]],
    ["compare --killed 'a=9 confirmed dead' --killed b=8", ["KINDS_DIFFER"]],
    ["compare --killed 'a=9 confirmed dead' --killed b=8 --coverage a=50%", []],
    ["compare --killed a/A=9 --killed b=8", ["CLAIM_OF_SIDE"]],
    // The caveats of the estimate say so.
    ["compare --killed a/A=9 --killed b=8 --kind A=claim", []],
    ["compare --killed 'a=9 bodies' --killed 'b=8 bodies'", ["BODIES"]],
    ["compare --killed a=9 us-korea", ["PAST_DEFINITION"]],
    ["compare --killed a=9 --wounded a=9 --captured a=1 --missing a=1 ussr-afghanistan", ["PAST_DEFINITION"]],
    ["compare --killed a=9 --captured 'a/captured or missing=2' --killed b=8 --captured b=1 --missing b=1", []],
    ["total germany-1870 germany-wwi", ["PAST_DEFINITION", "PAST_DEFINITION", "PERIODS_DIFFER"]],
    // The record says the same of both.
    ["total us-korea us-vietnam", ["COUNTED_TWICE", "COUNTED_TWICE", "PERIODS_DIFFER"]],
    [
      "total --killed a=9 us-korea",
      [...Array(4).fill("PARTS_LACK"), "PAST_DEFINITION", "COUNTED_TWICE", "PERIODS_DIFFER"],
    ],
    ["total --killed a=9 --days a=3 --killed b=4 --days b=5", ["PERIODS_DIFFER"]],
    ["total --killed a=9 --days 3 --killed b=4", []],
    ["total --killed a=9 --wounded a=3 --killed b=4", ["PARTS_LACK", "PARTS_LACK", "PARTS_LACK"]],
    ["total --killed a=9 --ratio a=us-korea --killed b=4 --ratio b=3", ["PARTS_LACK", "PARTS_LACK"]],
    ["total --killed a=9 --killed b=4 --killed 20", ["TOTAL_DIFFERS"]],
    ["total --killed 'a=about 10' --killed b=20 --killed 'about 20'", ["TOTAL_DIFFERS"]],
    ["total spring.json summer.json --force A=1000", ["PERIODS_DIFFER", "FORCES_NOT_ADDED"]],
    ["total --killed a=9-10 --killed b=4 --killed 12-14", ["TOTAL_BELOW_PARTS"]],
    ["total --killed a=9000 --killed b=4400 --killed 13k", []],
    ["total --killed a=7000 --killed b=58 --killed 'about 7,000'", []],
    ["total --killed a=7000 --killed b=58 --killed 'more than 7,000'", []],
  ])("caveats: %s", async (command, codes) => {
    const { stdout } = await typed(`${command} --json`);
    expect(JSON.parse(stdout).caveats.map(({ code }: { code: string }) => code)).toEqual(codes);
  });

  test.each<[string, string]>([
    ["compare --killed a=9 --killed b=3", "A had three times as many killed as b. Together they had 12 killed."],
    [
      "compare --killed Laos=9 --killed b=9 --killed c=3",
      "Laos had as many killed as b. Laos had three times as many killed as c. Together they had 21 killed.",
    ],
    [
      "compare --killed A=9 --killed B@2025=5 --killed B@2026=9",
      "A had 1.8 times as many killed as B (2025). A had as many killed as B (2026).",
    ],
    [
      "compare --killed a@2025-12=8 --killed b@2025-12=4 --killed c@2025-12=2",
      "As of December 2025, a had two times as many killed as b. A had four times as many killed as c. Together they had 14 killed.",
    ],
    [
      "compare --killed a@2025-12=8 --killed b@2024=4",
      "A had two times as many killed as b (a as of December 2025 and b as of 2024).",
    ],
    ["compare --killed a=5 --killed b=0", "A had five killed, and b had none. Together they had five killed."],
    [
      "compare --killed 'a@2025=up to 9' --killed 'a@2026=up to 8'",
      "From 2025 to 2026, the figure for a’s killed may have risen or fallen.",
    ],
    [
      "compare --killed a@2025=9 --killed a@2026=12",
      "From 2025 to 2026, the figure for a’s killed rose by three (33.3%).",
    ],
    [
      "compare --killed a@2025=12 --killed a@2026=9",
      "From 2025 to 2026, the figure for a’s killed fell by three (25.0%).",
    ],
    ["compare --killed a@2025=9 --killed a@2026=9", "From 2025 to 2026, the figure for a’s killed did not change."],
    [
      "compare --killed a@2025=9 --killed a@2026=5-12",
      "From 2025 to 2026, the figure for a’s killed may have fallen by up to four (44.4%) or risen by up to three (33.3%).",
    ],
    [
      "compare nameless.json nameless.json",
      "From nameless (1) to nameless (2), the figure for the killed did not change.",
    ],
    [
      "compare --killed a=90 --days a=3 --killed b=60 --days b=4",
      "A had two times as many killed a day and 1.5 times as many killed as b. Together they had 150 killed.",
    ],
    [
      "compare --killed a=90 --days a=3 --killed b=60 --days b=3",
      "A had 1.5 times as many killed as b. Together they had 150 killed.",
    ],
    [
      "compare --killed a=90 --casualties a=300 --days a=3 --killed b=60 --casualties b=100 --days b=4",
      "A had two times as many killed a day and four times as many losses a day as b. Together they had 150 killed and 400 casualties.",
    ],
    [
      "compare --killed a@2024=90 --killed a@2025=60 --days 3",
      "From 2024 to 2025, the figure for a’s killed fell by 30 (33.3%).",
    ],
    [
      "compare us-korea us-vietnam",
      "us-korea had 1.87 to 2.01 times as many killed a day and 1.88 to 2.02 times as many losses a day as us-vietnam.",
    ],
    ["compare --killed a=26620 ussr-afghanistan", "A had two times as many killed as ussr-afghanistan."],
    [
      "total --killed a=9 --killed b=3 --force 100",
      "A and b together have 12 killed: 12.0% of a force of 100, over a tenth.",
    ],
    ["total --killed a=9", "A has nine killed."],
    [
      "total --killed a=1 --killed b=1 --killed c=1 --killed d=1 --killed e=1 --killed f=1 --killed g=4",
      "The seven parts together have 10 killed.",
    ],
    ["total --wounded a=9 --wounded b=3", "A and b together have 12 wounded."],
    [
      "total --killed 'a=up to 6,000' --killed 'b=at least 7,000'",
      "A and b together have 7,000 to 13,000 (or more) killed.",
    ],
    ["total --killed 'a=up to 2' --killed 'b=at least 5'", "A and b together have five to seven (or more) killed."],
    [
      "total --killed 'a=up to 6000' --killed 'b=about 7004' --killed 'c=at least 0'",
      "A, b and c together have about 7,000 to 13,000 (or more) killed.",
    ],
    ["total us-wwi us-wwii", "us-wwi and us-wwii together had 1,355,128 out of action, 344,959 of them killed."],
    [
      "compare --killed 'a@2025=at least 7' --killed a@2026=7",
      "From 2025 to 2026, the figure for a’s killed did not rise.",
    ],
  ])("the sentence of %s", async (command, sentence) => {
    const { stdout } = await typed(`${command} --value sentence`);
    expect(stdout).toBe(`${sentence}\n`);
  });

  test.each([
    ...["then.json other.json --population 1m", "then.json now.json", "then.json ussr-afghanistan"],
    "--killed a/x=9 --killed a/y=8 --killed b=7 --kind x=claim --without claim",
  ])("the JSON of %s fits its schema", async (operands) => {
    const { stdout } = await typed(`compare ${operands} --json`);
    expect(comparisonSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined();
  });

  test("a CSV table has a row for each value and each number of a comparison", async () => {
    const { stdout } = await typed("compare --killed a/CSIS@2026-01=10 --killed b=4-5 --format csv");
    expect(stdout.split("\n")).toEqual([
      "subject,against,quantity,number,low,best,high,open,approximate,caveats,sources",
      'a,,killed,value,10,,10,,false,,"a, killed: CSIS, 2026-01"',
      "b,,killed,value,4,,5,,false,,",
      ',,killed,together,14,,15,,false,,"a, killed: CSIS, 2026-01"',
      'a,b,killed,quotient,2.000000,,2.500000,,false,,"a, killed: CSIS, 2026-01"',
      'a,b,killed,difference,5,,6,,false,,"a, killed: CSIS, 2026-01"',
      "",
    ]);
  });

  test("the captured of one are not compared with the captured or missing of the other", async () => {
    const { stdout } = await typed("compare us-vietnam ussr-afghanistan");
    expect(stdout).toMatch(/^captured \(or missing\) +725 +311$/m);
  });

  test("the working of a sum has nobody where there may be nobody", async () => {
    const { stdout } = await typed("total --killed a=7000 --killed 'b=up to 6,000' --killed c=1-2 --explain");
    expect(stdout).toContain("low: 7,000 + 0 + 1 = 7,001\n   high: 7,000 + 6,000 + 2 = 13,002");
    const open = await typed("total --killed 'a=up to 7' --killed 'b=up to 6' --explain");
    expect(open.stdout).toContain("7 + 6 = 13");
  });

  test.each(["compare", "total"])("%s names captured or missing people as such", async (command) => {
    const label = "captured or missing";
    const labelled = `--killed a=9 --captured 'a/${label}=5' --killed b=8 --captured 'b/${label}=4'`;
    expect((await typed(`${command} ${labelled}`)).stdout).toContain(label);
    expect((await typed(`${command} ${labelled.replace(`b/${label}`, "b")}`)).stdout).not.toMatch(
      /^captured or| {2}captured or missing {2}/m,
    );
  });

  test("--fail-on change exits with 1 if a number has changed", async () => {
    expect((await typed("compare then.json now.json --fail-on change")).status).toBe(1);
    expect((await typed("compare then.json then.json --fail-on change")).status).toBe(0);
    expect((await typed("compare then.json then.json --fail-on change --ratio Russia=3")).status).toBe(0);
    expect((await typed("compare then.json now.json")).status).toBe(0);
  });

  test("what changed between two dates is listed, and what did not", async () => {
    const { stdout } = await typed("compare then.json now.json");
    expect(stdout).toContain(
      "What changed\n- killed went from 275000-325000 to 300000-350000\n- casualties and force as before\n",
    );
  });

  test("three dates have a column for each change, with its dates", async () => {
    const dates = ["2024-01/BBC=5000", "2024-03/BBC=9000", "2024-06/BBC=15000"].map((date) => `--killed a@${date}`);
    const { stdout } = await typed(`compare ${dates.join(" ")}`);
    expect(stdout).toContain("2024-01 to 2024-03  in percent  2024-03 to 2024-06  in percent  2024-01 to 2024-06");
    expect(stdout).toContain("+4,000      +80.0%              +6,000      +66.7%             +10,000     +200.0%\n");
    expect(stdout).toContain("What changed (2024-03 to 2024-06)\n- killed went from 9000 (BBC) to 15000 (BBC)\n");
  });

  test.each(["text", "markdown", "csv", "tsv", "ndjson"])("a hostile name stays text: %s", async (format) => {
    const { status, stdout } = await typed(
      `compare --killed '{a}|*b* <i>x=9' --killed '{0}=3' --explain --format ${format}`.replace(
        /--explain (?=--format [ct]sv)/,
        "",
      ),
    );
    expect(status).toBe(0);
    if (format === "text") expect(stdout).toContain("killed = {a}|*b* <i>x ÷ {0}\n   9 ÷ 3 = 3\n");
  });

  test("--csv-safe marks what a spreadsheet would run as a formula, in every command with rows", async () => {
    const hostile = '=HYPERLINK("x")';
    const cell = `"'${hostile.replaceAll('"', '""')}"`;
    const stdin = JSON.stringify({ side: hostile, killed: 9 });
    const csv = async (...args: string[]) => (await run([...args, "--format", "csv"], { stdin })).stdout;
    expect(await csv("compare", "-", "--killed", "b=3", "--csv-safe")).toContain(`\n${cell},,killed,value,9,`);
    expect(await csv("total", "-", "--killed", "b=3", "--csv-safe")).toContain(`\n${cell},killed,9,`);
    expect(await csv("--scenario", "-", "--csv-safe")).toContain(`\n${cell},`);
    expect(await csv("--scenario", "-")).toContain('\n"=HYPERLINK(""x"")",');
  });

  test.each([
    ["--killed @x=9 --format csv", true],
    ["--killed @x=9 --plain", true],
    ["compare --killed -a=1 --killed b=2 --format csv", true],
    ["total --killed @a=1 --killed b=2 --format csv", true],
    ["--killed @x=9 --format csv --csv-safe", false],
    ["--killed @x=9 --format csv --quiet", false],
    ["--killed @x=9 --format json", false],
    // A balance below zero is a number.
    ["--casualties '100 a day' --recruits '50 a day' --format csv", false],
    ["ratios --format csv", false],
    ["ratios --backtest 3 --format csv", false],
  ])("%s: a note on text that a spreadsheet would run: %s", async (line, isNoted) => {
    const { status, stderr } = await typed(line);
    expect([status, stderr.includes("--csv-safe marks it")]).toEqual([0, isNoted]);
  });

  test.each([
    ["--killed 9", 2],
    ["compare --killed a=1 --killed b=2 --format json", 2],
    ["ratios --format tsv", 0],
    ["past --killed 9 --ratio 3 --force 100 --format csv", 0],
  ])("--csv-safe belongs to CSV and TSV: %s", async (line, expected) => {
    const { status, stderr } = await typed(`${line} --csv-safe`);
    expect(status).toBe(expected);
    if (expected === 2) expect(stderr).toContain("--csv-safe was given without --format csv");
  });

  test("in a narrow terminal, each quantity has lines of its own", async () => {
    const { stdout } = await run(
      [
        "compare",
        "--killed",
        "Russia=275000-325000",
        "--killed",
        "Ukraine=100000-140000",
        "--color",
        "never",
        "--no-pager",
      ],
      { columns: 40 },
    );
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(stdout).toContain(
      "killed\n  Russia: 275,000–325,000\n  Ukraine: 100,000–140,000\n  Russia : Ukraine: 1.96–3.25 : 1\n",
    );
  });
});

describe("total", () => {
  test.each<[string, string, readonly unknown[] | undefined]>([
    ["total --killed a=10-20 --killed b=4", "sums.killed", [14, 24]],
    ["total --killed a=10 --killed b=4 --ratio a=2 --ratio b=3", "sums.outOfAction", [46, 46]],
    ["total --killed a=10 --killed b=4 --force a=100 --force b=40", "share", [0.1, 0.1]],
    ["total --killed a=10 --killed b=4 --force a=100 --force b=40 --ratio 3", "share", [0.4, 0.4]],
    ["total --killed a=10 --killed b=4 --force a=100", "share", undefined],
    ["total --killed a=10 --killed b=4 --force 140", "share", [0.1, 0.1]],
    ["total --killed a=10 --killed b=4 --days 7", "sums.killedPerDay", [2, 2]],
    ["total --killed 'a=10 a day' --killed 'b=4 a day'", "sums.killedPerDay", [14, 14]],
    ["total --killed a=10 --killed b=4 --days a=7 --days b=8", "sums.killedPerDay", undefined],
    ["total --killed 'a=at least 10' --killed b=4", "sums.killed", [14, 14, "open high"]],
    ["total --killed a=10 --coverage a=50% --killed b=4", "sums.killed", [24, 24]],
    ["total --killed a=10 --wounded a=5 --killed b=4", "sums.outOfAction", [19, 19, "open high"]],
    ["total --killed a=10 --wounded b=5", "sums.outOfAction", [15, 15, "open high"]],
    ["total --killed a=1 --wounded a=3 --killed b=2 --captured b=4", "sums.outOfAction", [10, 10, "open high"]],
    ["total spring.json summer.json", "sums.killed", [30, 30]],
    ["total then.json now.json --disjoint", "sums.outOfAction", [2400000, 2400000]],
    ["total list.json#1 list.json#2 --killed c=30", "sums.killed", [60, 60]],
    ["total --casualties a=5/day --casualties b=4/day", "sums.perDay", [9, 9]],
    ["total --killed a=5/day --casualties b=6/day", "sums.killedPerDay", [5, 5, "open high"]],
    ["total spring.json summer.json --force A=1000", "share", undefined],
    ["total spring.json summer.json --force 1000", "share", [0.03, 0.03]],
    ["total spring.json summer.json --force A=1000 --disjoint", "share", [0.015, 0.015]],
    [`total ${QUARTER}`, "share", [0.25, 0.25]],
    ["total --killed a=10 --killed b=20 --list c=15 --list c=12 --both c=9", "sums.killed", [50, 50]],
  ])("%s: %s", async (command, path, expected) => {
    expect(endsAt(await valuesIn(command), path)).toEqual(expected);
  });

  test.each(["json", "csv", "tsv", "markdown", "text"])("it is written as %s", async (format) => {
    const explain = /^[ct]sv$/.test(format) ? "" : "--explain";
    const { stdout, status } = await typed(
      `total --killed a=10-20 --killed b=4 --wounded a=5 --force 100 --casualties 30 ${explain} --format ${format}`,
    );
    expect(status).toBe(0);
    if (format === "json") expect(totalSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined();
    if (format === "csv")
      expect(stdout).toContain(
        "\nb,killed,4,,4,,false,PARTS_LACK,\n,killed,14,,24,,false,PARTS_LACK COUNT_LIKE_MULTIPLIER,\n",
      );
    if (format === "text") {
      expect(stdout).toContain("= a + b\n   low: 10 + 4 = 14\n   high: 20 + 4 = 24\n");
      expect(stdout).toContain("\nStated totals\n- 30 casualties: agrees with the sum\n");
    }
  });

  test("files of one side are named after their dates or their files", async () => {
    const { stdout } = await typed("total then.json now.json spring.json summer.json --disjoint");
    for (const name of ["Russia (2026-03-20)", "Russia (2026-08-21)", "spring", "summer"])
      expect(stdout).toContain(`\n${name} `);
  });
});

test.each([
  [["compare", "fixtures/scenarios/csis-2026.json", "us-korea"]],
  [["compare", "us-iraq", "us-korea"]],
  [["total", "us-korea", "us-vietnam", "--disjoint"]],
  [["total", "us-iraq", "uk-wwii", "--disjoint"]],
  [["total", "--killed", "A=7000", "--killed", "B=8000"]],
])("%j: JSON and text have the same caveats", async (argv) => {
  const words = (text: string) => text.replace(/\s+/g, " ");
  const text = words((await run(argv)).stdout);
  const json = JSON.parse((await run([...argv, "--json"])).stdout);
  type Caveats = readonly { readonly message: string }[];
  const subjects: readonly { readonly caveats: Caveats }[] = json.subjects ?? json.parts;
  const all = [...json.caveats, ...subjects.flatMap(({ caveats }) => caveats)] as Caveats;
  // The example is only printed once.
  for (const { message } of all)
    expect(text).toContain(message.replace(/ The number of wounded per killed depends .*$/, ""));
  const listed = (text.split(" Caveats ")[1] ?? "").split(" Sources ")[0]!;
  expect(listed.match(/(?<=^|[.)] )- /g) ?? []).toHaveLength(new Set(all.map(({ message }) => message)).size);
});
