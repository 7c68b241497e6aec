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

/** Every number that a fixture expects, as it is written. */
function expectations(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return /\d/.test(String(value)) ? [JSON.stringify(value)] : [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "tolerance" ? [] : expectations(inner)));
}

describe.each(NAMES)("%s", (name) => {
  const text = readFileSync(join(FOLDER, name), "utf8");
  const scenario = JSON.parse(text);

  test("holds, with a source, a date and a side for each figure", async () => {
    expect((await checkCopy(name, text)).status).toBe(0);
  });

  test("expects how many are out of action, and what share where there is a force", () => {
    const { outOfAction, share } = scenario.expect;
    expect(JSON.stringify(outOfAction)).toMatch(/\d[-–]\d/);
    if (scenario.force) for (const one of [share].flat()) expect(JSON.stringify(one)).toMatch(/%/);
  });

  test("a copy with any expectation changed fails, and says what to do", async () => {
    const [head, tail] = text.split('"expect"') as [string, string];
    for (const written of expectations(scenario.expect)) {
      const wrong = written.replace(/[\d.,]+(?=\D*$)/, (number) =>
        number.startsWith("9") ? `1${number}` : `9${number.slice(1)}`,
      );
      const { status, stdout, file } = await checkCopy(name, `${head}"expect"${tail.replace(written, wrong)}`);
      expect([status, wrong]).toEqual([1, wrong]);
      for (const said of ["expected", "got", "differs", `loss-calc estimate --scenario ${file} --explain`, "--update"])
        expect(stdout).toContain(said);
    }
  });

  test.each<[string, (text: string) => string, RegExp]>([
    ["cut in half", (text) => text.slice(0, text.length / 2), /ends|does not end/],
    ["with a key misspelt", (text) => text.replace('"expect"', '"expct"'), /did you mean “expect”/],
    [
      "with a figure of the wrong type",
      (text) => text.replace(/"figure": [^\n]*/, '"figure": true'),
      /a text, or a number/,
    ],
    ["with a figure that is none", (text) => text.replace(/"figure": [^\n]*/, '"figure": "13.8oo"'), /expected/],
    ["with a comma too many", (text) => text.replace(/\n}\n$/, ",\n}\n"), /no comma after the last value/],
  ])("a copy %s cannot be read, and says what to do", async (_, broken, said) => {
    const { status, stdout } = await checkCopy(name, broken(text));
    expect(status).toBe(3);
    expect(stdout).toMatch(said);
  });
});

test("the cases are of many shapes", () => {
  const all = NAMES.map((name) => JSON.parse(readFileSync(join(FOLDER, name), "utf8")));
  const shapes = [
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
  for (const shape of shapes) expect(all.some((scenario) => scenario[shape] !== undefined)).toBe(true);
  expect(all.length).toBeGreaterThanOrEqual(15);
});

test("--save writes what --scenario reads as the same", async () => {
  for (const name of NAMES) {
    const file = join(FOLDER, name);
    const saved = join(folder, `saved-${name}`);
    const { stdout } = await run(["--scenario", file, "--save", saved, "--json"]);
    expect(JSON.parse((await run(["--scenario", saved, "--json"])).stdout)).toEqual(JSON.parse(stdout));
    const { status, stdout: told } = await run(["check", saved, "--strict"]);
    expect([name, status]).toEqual([name, 0]);
    expect(told.match(/claimed/g)).toEqual((await run(["check", file])).stdout.match(/claimed/g));
  }
});

describe.each(readdirSync("fixtures/reasonings").filter((name) => name.endsWith(".json")))("%s", (name) => {
  const file = join("fixtures/reasonings", name);

  test("what follows from its figures is what its source's arithmetic gives", async () => {
    const { status, stdout } = await run(["check", file, "--plain"]);
    expect(stdout.split("\n").filter((line) => line !== "" && !line.startsWith("ok"))).toEqual([]);
    expect(status).toBe(0);
  });

  test("expects something of every scenario", () => {
    const scenarios = [JSON.parse(readFileSync(file, "utf8"))].flat();
    for (const { expect: expected = {} } of scenarios) expect(Object.keys(expected)).not.toEqual([]);
  });
});
