import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cpuTime } from "../cpu.ts";
import { run } from "./run.ts";

const RUSSIA = "fixtures/scenarios/russia-2022-03-16.json";
const BASE = ["--killed", "7000", "--ratio", "3", "--force", "150000"];

let folder = "";
const at = (name: string) => join(folder, name);
const write = (name: string, content: unknown) => {
  writeFileSync(at(name), typeof content === "string" ? content : JSON.stringify(content));
  return at(name);
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "loss-calc-scenario-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("--scenario", () => {
  test("calculates a file, and standard input in the same way", async () => {
    const { stdout } = await run(["estimate", "--scenario", RUSSIA, "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      side: "Russia",
      outOfAction: { low: 24000, high: 55200, openLow: true },
    });
    expect((await run(["--scenario", "-", "--json"], { stdin: readFileSync(RUSSIA, "utf8") })).stdout).toBe(stdout);
    expect(JSON.parse(stdout).replaced).toBeUndefined();
  });

  test("options replace its inputs, and the result lists them", async () => {
    const argv = [
      "--scenario",
      RUSSIA,
      "--killed",
      "US=7,000",
      "--wounded",
      "2x",
      "--side",
      "Russia",
      "--force",
      "190k",
    ];
    const result = JSON.parse((await run([...argv, "--json"])).stdout);
    expect(result.outOfAction.low).toBe(21000);
    expect(result.replaced).toEqual([
      { input: "ratio", from: "3" },
      { input: "killed", from: "Ukraine@2022-03-16=13,800; US and Europe@2022-03-16=up to 6,000", to: "US=7,000" },
      { input: "wounded", to: "2x" },
      { input: "force", from: "before the invasion@2022-02=150,000", to: "190k" },
    ]);
    for (const format of ["text", "markdown"])
      expect((await run([...argv, "--format", format])).stdout).toMatch(/wounded: 2x added/);
  });

  test("an option can complete a scenario", async () => {
    const file = write("part.json", { side: "Russia", ratio: 3 });
    expect((await run(["--scenario", file, "--killed", "7", "--value", "outOfAction"])).stdout).toBe("28\n");
    expect(await run(["--scenario", file])).toMatchObject({ status: 3 });
  });

  test.each<[string, unknown, string[], number, string]>([
    ["a missing file", undefined, [], 4, "E-FILE-OPEN: "],
    ["a folder", "folder", [], 2, "E-SCENARIO-MANY"],
    ["a text that is not JSON", "{", [], 3, "broken.json:1:2: the JSON ends"],
    ["a list", [{ killed: 7 }, { killed: 8 }], [], 2, "broken.json has two scenarios"],
    ["a list, with a number that is too large", [{ killed: 7 }], ["#2"], 2, "and none with number 2"],
    ["an unknown source", { killed: ["a=7", "b=8"], combine: "prefer=c" }, [], 3, "broken.json: no source is called"],
    ["two mistakes, and one in an option", { killed: "x", ratio: "y" }, ["", "--force", "z"], 2, "3 mistakes"],
  ])("refuses %s", async (name, content, [number = "", ...more], status, message) => {
    rmSync(at("broken.json"), { force: true });
    if (content !== undefined && content !== "folder") write("broken.json", content);
    const result = await run(["--scenario", (name === "a folder" ? folder : at("broken.json")) + number, ...more]);
    expect([result.status, result.stdout]).toEqual([status, ""]);
    expect(result.stderr).toContain(message);
  });

  test("FILE#2 is the second of a list, or a file with that name", async () => {
    const list = write("list.json", [{ killed: 7 }, { killed: 8 }]);
    expect((await run(["--scenario", `${list}#2`, "--value", "killed"])).stdout).toBe("8\n");
    expect((await run(["--scenario", `${write("one.json", [{ killed: 9 }])}`, "--value", "killed"])).stdout).toBe(
      "9\n",
    );
    const odd = write("a#2", { killed: 5 });
    expect((await run(["--scenario", odd, "--value", "killed"])).stdout).toBe("5\n");
  });

  test("only the chosen scenario of a list is read", async () => {
    const list = write("broken-list.json", [
      ...Array.from({ length: 50_000 }, () => ({ killed: "x", y: 1 })),
      { killed: 8 },
    ]);
    const start = cpuTime();
    expect((await run(["--scenario", list])).stderr).toContain("E-SCENARIO-NUMBER");
    expect((await run(["--scenario", `${list}#50001`, "--value", "killed"])).stdout).toBe("8\n");
    expect(cpuTime() - start).toBeLessThan(1000);
  });

  test("standard input can be read for one option only", async () => {
    expect((await run(["--scenario", "-", "--killed", "-"], { stdin: "{}" })).stderr).toContain("E-OPTIONS-CLASH");
    expect((await run(["--scenario", "-"])).stderr).toContain("--scenario - reads standard input");
  });
});

describe("--save", () => {
  test("writes a file that passes check, and still prints the result", async () => {
    const { status, stdout } = await run([...BASE, "--save", at("new.json")]);
    expect([status, stdout]).toEqual([0, (await run(BASE)).stdout]);
    expect(JSON.parse(readFileSync(at("new.json"), "utf8"))).toEqual({
      killed: 7000,
      ratio: 3,
      force: 150000,
      expect: { outOfAction: "28,000", share: "18.7%" },
    });
    expect((await run(["check", at("new.json")])).status).toBe(0);
  });

  test("keeps the expectations and claims of a file, with the new results", async () => {
    const file = write("kept.json", {
      killed: 7000,
      ratio: 3,
      force: [9000, 90000],
      coverage: { asOf: "2022", share: "50%" },
      expect: {
        outOfAction: { value: "56k", tolerance: "1%" },
        share: ["622%", "62%"],
        net: 5,
        caveats: ["MAY_EXCEED_FORCE", "EXCEEDS_FORCE"],
      },
      claimed: { share: ["a fifth", "a half"], implied: { wounded: 3 }, source: "AP" },
    });
    const saved = async (...argv: string[]) =>
      JSON.parse((await run(["--scenario", file, ...argv, "--save", "-"])).stdout);
    const before = JSON.parse(readFileSync(file, "utf8"));
    const { net, caveats, ...expected } = before.expect;
    expect(await saved()).toEqual({ ...before, expect: { ...expected, caveats: ["EXCEEDS_FORCE"] } });
    expect((await saved("--ratio", "4")).expect).toEqual({
      outOfAction: { value: "70,000", tolerance: "1%" },
      share: ["777.8%", "77.8%"],
      caveats: ["EXCEEDS_FORCE"],
    });
  });

  test("writes dates with the year first, and they are read back as the same", async () => {
    const given = ["--killed", "UK@16/03/2022=100", "--killed", "@AP@March 2022=200", "--ratio", "3"];
    const more = ["--combine", "prefer=uk@16 March 2022", "--as-of", "16.3.2022", "--force", "all@Feb 2022=9000"];
    const { stdout } = await run([...given, ...more, "--save", "-"]);
    expect(JSON.parse(stdout)).toMatchObject({
      asOf: "2022-03-16",
      killed: [
        { source: "UK", asOf: "2022-03-16", figure: 100 },
        { source: "@AP", asOf: "2022-03", figure: 200 },
      ],
      combine: "prefer=uk@2022-03-16",
      force: { label: "all", asOf: "2022-02", figure: 9000 },
    });
    const [before, after] = await Promise.all([
      run([...given, ...more, "--json"]),
      run(["--scenario", "-", "--json"], { stdin: stdout }),
    ]);
    expect(after.stdout).toBe(before.stdout);
  });

  test("dates in a file are read in every form, and the same day in another form replaces nothing", async () => {
    const stdin = '{ "killed": { "asOf": "March 16, 2022", "figure": 7 }, "asOf": "16/03/2022" }';
    const { stdout } = await run(["--scenario", "-", "--as-of", "16 Mar 2022", "--json"], { stdin });
    const record = JSON.parse(stdout);
    expect(record).toMatchObject({ asOf: "2022-03-16", sources: [{ asOf: "2022-03-16" }] });
    expect(record.replaced).toBeUndefined();
    const unclear = await run(["check", "-", "--json"], { stdin: '{ "killed": 7, "asOf": "3/4/2022" }' });
    expect(unclear.stdout).toContain('"E-DATE-AMBIGUOUS"');
  });

  test("replaces an existing file only with --overwrite", async () => {
    const file = write("old.json", "mine");
    const refused = await run([...BASE, "--save", file]);
    expect([refused.status, refused.stdout, readFileSync(file, "utf8")]).toEqual([4, "", "mine"]);
    expect((await run([...BASE, "--save", file, "--overwrite"])).status).toBe(0);
    expect(readFileSync(file, "utf8")).toContain("28,000");
  });

  test("writes no file if the file of -o cannot be written, and the other way round", async () => {
    const [saved, output] = [at("together.json"), write("there.csv", "mine")];
    const saveAndOutput = (save: string, out: string) => run([...BASE, "--save", save, "-o", out, "-q"]);
    expect(await saveAndOutput(saved, output)).toMatchObject({
      status: 4,
      stderr: expect.stringContaining("there.csv exists"),
    });
    expect(await saveAndOutput(saved, at("no/folder.csv"))).toMatchObject({ status: 4 });
    expect(await saveAndOutput(at("no/folder.json"), at("new.csv"))).toMatchObject({ status: 4 });
    expect([existsSync(saved), existsSync(at("new.csv")), readFileSync(output, "utf8")]).toEqual([
      false,
      false,
      "mine",
    ]);
    const { stderr } = await saveAndOutput(write("there.json", "mine"), output);
    expect([stderr.match(/E-OUTPUT-EXISTS/g)?.length, readFileSync(at("there.json"), "utf8")]).toEqual([2, "mine"]);
    expect((await saveAndOutput(saved, at("new.csv"))).status).toBe(0);
    expect([existsSync(saved), existsSync(at("new.csv"))]).toEqual([true, true]);
  });

  test.each([
    ["an address", "https://example.org/scenario.json", "https://example.org/scenario.json"],
    ["a file next to it", "./scenario.schema.json", "../scenario.schema.json"],
  ])("keeps the $schema of a file: %s", async (_, $schema, elsewhere) => {
    const file = write("schema.json", { $schema, killed: 7 });
    mkdirSync(at("elsewhere"), { recursive: true });
    const schemaOf = (name: string) => JSON.parse(readFileSync(name, "utf8")).$schema;
    for (const name of [file, at("elsewhere/schema.json")])
      await run(["--scenario", file, "--save", name, "--overwrite"]);
    expect([schemaOf(file), schemaOf(at("elsewhere/schema.json"))]).toEqual([$schema, elsewhere]);
  });

  test("writes no file for a wrong command line", async () => {
    expect((await run([...BASE, "--wounded", "2x", "--save", at("wrong.json")])).status).toBe(2);
    expect(existsSync(at("wrong.json"))).toBe(false);
  });

  test("- prints the scenario instead of the result", async () => {
    const { stdout } = await run([...BASE, "--save", "-"]);
    expect((await run(["check", "-"], { stdin: stdout })).status).toBe(0);
    expect((await run([...BASE, "--save", "-", "--json"])).status).toBe(2);
    expect((await run([...BASE, "--save"])).stderr).toContain("E-VALUE-MISSING");
  });
});

test.each([
  ["two.json#2", "two.json"],
  ["two.json#2", "two.json#2"],
  ["two.json#2", "two.json#1"],
])("--save does not save %s into its list: %s", async (scenario, save) => {
  write("two.json", '[{ "killed": 7 }, { "killed": 8 }]');
  const before = readFileSync(at("two.json"), "utf8");
  const { status, stderr } = await run(["--scenario", at(scenario), "--save", at(save), "--overwrite"]);
  expect([status, stderr]).toEqual([
    2,
    expect.stringMatching(/^error E-SAVE-LIST: --save: .*\n.* by hand, then loss-calc check \S+two\.json --update/),
  ]);
  expect([readFileSync(at("two.json"), "utf8"), existsSync(at("two.json#2"))]).toEqual([before, false]);
});

test("a scenario file may claim any result, and the exit status is that of the claims", async () => {
  const folder = mkdtempSync(join(tmpdir(), "loss-calc-claims-"));
  const file = join(folder, "pace.json");
  writeFileSync(file, JSON.stringify({ casualties: 9000, days: 10, claimed: { perDay: "1,300" } }));
  const { status, stdout } = await run([file]);
  expect(status).toBe(1);
  expect(stdout.replace(/\s+/g, " ")).toContain(
    "“1,300” was claimed for the losses a day; the result is 900 a day. The claim does not hold.",
  );
});

test.each([
  [["--until", "50"], "error E-NEEDS: --until: "],
  [["--force", "0"], "error E-FORCE-ZERO: --force: "],
  [["--start", "2022-05-01", "--end", "2022-04-01"], "error E-PERIOD-REVERSED: --start: "],
])("a mistake in an option on top of a file is at the option: %j", async (options, message) => {
  const scenario = JSON.stringify({ killed: "100-140", ratio: 3, force: 3000 });
  const { status, stderr } = await run(["--scenario", "-", ...options], { stdin: scenario });
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});
