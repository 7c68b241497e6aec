import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "./cli/run.ts";

const FOLDER = "fixtures/scenarios";
const NAMES = readdirSync(FOLDER);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "loss-calc-fixtures-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function checkCopy(name: string, text: string) {
  const file = join(folder, name);
  writeFileSync(file, text);
  return { ...(await run(["check", file, "--strict"])), file };
}

/** Every expected value with a number in it, as it is written in the file. */
function expectations(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return /\d/.test(String(value)) ? [JSON.stringify(value)] : [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "tolerance" ? [] : expectations(inner)));
}

/** A higher number, so that a range stays in order: with 9 as its first digit, or one digit more; nearer to zero if it is below it. */
function otherNumber(number: string): string {
  if (number.startsWith(" -")) return " -1";
  return number.startsWith("9") ? `1${number.replaceAll(",", "")}` : `9${number.slice(1)}`;
}

describe.each(NAMES)("%s", (name) => {
  const text = readFileSync(join(FOLDER, name), "utf8");
  const scenario = JSON.parse(text);

  test("passes check --strict: results match, and each figure has a source, a date and a side", async () => {
    expect((await checkCopy(name, text)).status).toBe(0);
  });

  test("expects a number or a range of people out of action, and a share in percent if a force is given", () => {
    const { outOfAction, share } = scenario.expect;
    expect(JSON.stringify(outOfAction)).toMatch(/\d/);
    // What --save writes: one number if both ends are equal.
    expect(JSON.stringify(outOfAction)).not.toMatch(/([\d,]+)[-–]\1\b/);
    if (scenario.force) for (const expected of [share].flat()) expect(JSON.stringify(expected)).toMatch(/%/);
  });

  test("fails and says what to do if any expected number is changed", async () => {
    const [head, tail] = text.split('"expect"') as [string, string];
    for (const written of expectations(scenario.expect)) {
      const wrong = written.replace(/( -)?[\d.,]+(?=\D*$)/, otherNumber);
      const { status, stdout, file } = await checkCopy(name, `${head}"expect"${tail.replace(written, wrong)}`);
      expect([status, wrong]).toEqual([1, wrong]);
      for (const phrase of [
        "expected",
        "got",
        "differs",
        `loss-calc estimate --scenario ${file} --explain`,
        "--update",
      ])
        expect(stdout).toContain(phrase);
    }
  });

  test.each<[string, (text: string) => string, RegExp]>([
    ["cut in half", (text) => text.slice(0, text.length / 2), /ends|does not end/],
    ["with a key misspelt", (text) => text.replace('"expect"', '"expct"'), /did you mean “expect”/],
    [
      "with a figure of the wrong type",
      (text) => text.replace(/"figure": [^\n]*/, '"figure": true'),
      /a string, or a number/,
    ],
    [
      "with a figure that is not a number",
      (text) => text.replace(/"figure": [^\n]*/, '"figure": "13.8oo"'),
      /expected/,
    ],
    ["with a trailing comma", (text) => text.replace(/\n}\n$/, ",\n}\n"), /no comma after the last value/],
  ])("a copy %s is refused with a message that says what is wrong", async (_, broken, message) => {
    const { status, stdout } = await checkCopy(name, broken(text));
    expect(status).toBe(3);
    expect(stdout).toMatch(message);
  });
});

const ALL = NAMES.map((name) => ({ ...JSON.parse(readFileSync(join(FOLDER, name), "utf8")), file: name }));

test("there are at least 60 fixtures, and they use every main input", () => {
  const inputs = [
    "ratio",
    "casualties",
    "wounded",
    "captured",
    "missing",
    "returned",
    "coverage",
    "combine",
    "claimed",
  ];
  for (const input of inputs) expect(ALL.some((scenario) => scenario[input] !== undefined)).toBe(true);
  expect(ALL.length).toBeGreaterThanOrEqual(60);
});

test.each([2022, 2023, 2024, 2025, 2026])("there are reports about both sides in %i", (year) => {
  const sides = ALL.filter(({ asOf }) => asOf.startsWith(`${year}-`)).map(({ side }) => side);
  expect(sides).toEqual(expect.arrayContaining(["Russia", "Ukraine"]));
});

/** Every report in a scenario that does not name the page that it is from. */
function withoutPage(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const report = value as { figure?: unknown; source?: string; url?: string };
  if (report.figure !== undefined) return report.url === undefined ? [String(report.source)] : [];
  return Object.values(value).flatMap(withoutPage);
}

test("every figure names the page that it is from, except those of an article without an address", () => {
  expect(ALL.flatMap(({ file, ...scenario }) => withoutPage(scenario).map((source) => [file, source]))).toEqual([
    ["russia-2022-03-16-pentagon.json", "MailOnline"],
    ["russia-2022-03-16.json", "US and Europe"],
    ["ukraine-2022-03-16.json", "MailOnline"],
  ]);
});

test("a scenario that --save writes gives the same result and the same claims", async () => {
  for (const name of NAMES) {
    const file = join(FOLDER, name);
    const saved = join(folder, `saved-${name}`);
    const { stdout } = await run(["--scenario", file, "--save", saved, "--json"]);
    expect(JSON.parse((await run(["--scenario", saved, "--json"])).stdout)).toEqual(JSON.parse(stdout));
    const { status, stdout: report } = await run(["check", saved, "--strict"]);
    expect([name, status]).toEqual([name, 0]);
    expect(report.match(/claimed/g)).toEqual((await run(["check", file])).stdout.match(/claimed/g));
  }
});

describe.each(readdirSync("fixtures/reasonings").filter((name) => name.endsWith(".json")))("%s", (name) => {
  const file = join("fixtures/reasonings", name);

  test("results match the arithmetic of the source", async () => {
    const { status, stdout } = await run(["check", file, "--plain"]);
    expect(stdout.split("\n").filter((line) => line !== "" && !line.startsWith("ok"))).toEqual([]);
    expect(status).toBe(0);
  });

  test("every scenario has expectations", () => {
    const scenarios = [JSON.parse(readFileSync(file, "utf8"))].flat();
    for (const { expect: expected = {} } of scenarios) expect(Object.keys(expected)).not.toEqual([]);
  });
});
