import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { REPORTERS } from "../../src/cli/option.ts";
import { cpuTime } from "../cpu.ts";
import { type RunOptions, run } from "./run.ts";

let folder = "";
const at = (...path: string[]) => join(folder, ...path);
const write = (path: string, content: unknown) => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), typeof content === "string" ? content : JSON.stringify(content));
  return at(path);
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "loss-calc-check-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const GOOD = { killed: 7000, ratio: 3, expect: { outOfAction: "28,000" } };
const BAD = { ...GOOD, name: "drifted", expect: { outOfAction: "28,001" } };
const check = (argv: string[], surroundings?: RunOptions) => run(["check", ...argv], surroundings);

test("the first 200 mistakes are shown, and the others are counted in their scenarios", async () => {
  const file = write(
    "many.json",
    Array.from({ length: 250 }, () => ({ killed: "x" })),
  );
  const { status, stdout } = await check([file]);
  expect([status, stdout.match(/is not a count/g)?.length]).toEqual([3, 200]);
  expect(stdout).toContain("many.json#201\n       E-MORE-MISTAKES: one more mistake is not shown\n");
  const { scenarios } = JSON.parse((await check([file, "--json"])).stdout);
  expect(scenarios[249]).toMatchObject({ status: "error", errors: [{ code: "E-MORE-MISTAKES" }] });
  expect((await check([file, "--reporter", "junit"])).stdout.match(/<error /g)).toHaveLength(250);
});

test("a difference from a balance below zero is a percentage of its size", async () => {
  const short = { casualties: 8000, recruits: 3000, days: 30, expect: { balance: "-4,000" } };
  const { status, stdout } = await check([write("balance.json", short)]);
  expect(status).toBe(1);
  expect(stdout).toContain("differs   1,000 less (25.0%)");
});

test.each([
  [
    { killed: "285,000-325,000", casualties: 1_200_000, expect: { shareWhoDied: "22.9%–27.1%" } },
    "the low end is 0.85 points more",
  ],
  [{ killed: 6000, wounded: 40000, claimed: { implied: { wounded: "8" } } }, "1.33 less (16.7%)"],
  [{ killed: 7000, ratio: 3, expect: { outOfAction: "30,000" } }, "2,000 less (6.7%)"],
])("a difference is calculated from the result before rounding: %j, %s", async (scenario, expected) => {
  const { stdout } = await check([write("unrounded.json", scenario)]);
  expect(stdout).toContain(expected);
});

test("a pattern that matches nothing is no scenario, and no file to annotate", async () => {
  const good = write("one-good.json", GOOD);
  const { status, stdout } = await check([at("none-*.json"), good, "--format", "github"]);
  expect([status, stdout.trimEnd().split("\n").at(-1)]).toEqual([3, "1 scenario: 1 ok, 1 error."]);
  expect(stdout).toMatch(/^::error title=.*::E-FILES-NONE: no file matches/);
});

describe("exit status", () => {
  test.each<[string, Record<string, unknown>, string[], number]>([
    ["0 if all hold", { "a.json": GOOD }, [], 0],
    ["1 if one does not hold", { "a.json": GOOD, "b.json": BAD }, [], 1],
    ["3 if one is not JSON", { "a.json": GOOD, "b.json": "{" }, [], 3],
    ["3 if one fails and one cannot be read", { "a.json": BAD, "b.json": "{" }, [], 3],
    ["3 if the inputs do not fit together", { "a.json": { ...GOOD, wounded: "2x" } }, [], 3],
    ["3 if sources exclude each other", { "a.json": { killed: [1, 2], combine: "overlap" } }, [], 3],
    ["1 if one of a list does not hold", { "a.json": [GOOD, BAD] }, [], 1],
    ["3 if one of a list cannot be read", { "a.json": [GOOD, { killed: "x" }] }, [], 3],
    ["0 if nothing is expected", { "a.json": { killed: 7 } }, [], 0],
    ["1 if figures have no source, with --strict", { "a.json": GOOD }, ["--strict"], 1],
    ["3 if one is not UTF-8", { "a.json": GOOD }, ["latin.json"], 3],
    ["4 if one is missing", { "a.json": GOOD }, ["nowhere.json"], 4],
    ["3 if one is missing and one is not JSON", { "a.json": "{" }, ["nowhere.json"], 3],
  ])("%s", async (name, files, more, status) => {
    writeFileSync(at("latin.json"), Buffer.from([0x7b, 0xff, 0x7d]));
    const own = name.replaceAll(/\W/g, "-");
    for (const [file, content] of Object.entries(files)) write(`${own}/${file}`, content);
    const operands = more.map((word) => (word.startsWith("-") ? word : at(word)));
    const result = await check([at(own), ...operands]);
    expect([result.status, result.stderr]).toEqual([status, ""]);
    expect(result.stdout).toContain("a.json");
  });

  test.each([
    [["check"], 2, "E-OPERAND-MISSING"],
    [["check", "empty"], 3, "E-FILES-NONE"],
    [["check", "empty/**/*.json"], 3, "E-FILES-NONE"],
    [["check", "nowhere.json"], 4, "E-FILE-OPEN"],
    [["check", "x", "--reporter", "junitt"], 2, "E-CHOICE"],
    [["check", "x", "--json", "--reporter", "tap"], 2, "E-OPTIONS-CLASH"],
    [["check", "-", "--update"], 2, "E-OPTIONS-CLASH"],
    [["check", "x", "--killed", "7"], 2, "E-OPTION-UNKNOWN"],
    [["check", "x", "--strict", "--strict"], 2, "E-REPEATED"],
    [["schema"], 2, "E-OPERAND-MISSING"],
    [["schema", "scenari"], 2, "E-CHOICE"],
    [["schema", "scenario", "estimate"], 2, "E-ARGUMENT"],
  ])("for %j it is %i, with %s", async (argv, status, code) => {
    mkdirSync(at("empty"), { recursive: true });
    const result = await run(argv.map((word) => (word.startsWith("empty") ? at(word) : word)));
    expect([result.status, result.stdout]).toEqual([status, ""]);
    expect(result.stderr).toContain(code);
    const json = await run([...argv.map((word) => (word.startsWith("empty") ? at(word) : word)), "--json"]);
    if (argv[0] !== "check") return;
    // A JSON report includes missing files. A wrong command line has no report, only errors.
    const output = code.startsWith("E-FILE") ? json.stdout : json.stderr;
    expect(JSON.parse(output).schema).toBe(code.startsWith("E-FILE") ? "loss-calc/check" : "loss-calc/errors");
  });

  test("4 if a folder may not be read", async () => {
    mkdirSync(at("closed"), { recursive: true });
    chmodSync(at("closed"), 0);
    const { status } = await check([at("closed")]);
    chmodSync(at("closed"), 0o700);
    // The superuser may read every folder, and finds no files in this one.
    expect(status).toBe(process.getuid?.() === 0 ? 3 : 4);
  });
});

describe("which files", () => {
  const names = async (...operands: string[]) => {
    const { stdout } = await check([...operands, "--json"]);
    return JSON.parse(stdout).scenarios.map(({ file }: { file: string }) => file.replace(`${at("which")}/`, ""));
  };

  test("those in folders and subfolders, of patterns and of names, each once", async () => {
    for (const file of ["a.json", "deep/b.json", "deep/er/c.json", ".hidden/d.json", "node_modules/e.json", "[x].json"])
      write(`which/${file}`, GOOD);
    write("which/note.txt", "no scenario");
    symlinkSync(at("which/a.json"), at("which/link.json"));
    symlinkSync(at("which"), at("which/deep/loop"));
    expect(await names(at("which"))).toEqual(["[x].json", "a.json", "deep/b.json", "deep/er/c.json", "link.json"]);
    expect(await names(at("which/**/*.json"))).toEqual([
      "[x].json",
      "a.json",
      "deep/b.json",
      "deep/er/c.json",
      "link.json",
    ]);
    expect(await names(`${at("which/deep")}//`, at("which/*.json"), at("which/a.json"))).toEqual([
      "deep/b.json",
      "deep/er/c.json",
      "deep/loop/[x].json",
      "deep/loop/a.json",
      "deep/loop/link.json",
      "[x].json",
      "a.json",
      "link.json",
    ]);
    expect(await names(at("which/[x].json"))).toEqual(["[x].json"]);
    expect(await names(at("which/note.txt"))).toEqual(["note.txt"]);
  });

  test("after -- a name may begin with a hyphen, and - is standard input", async () => {
    expect((await check(["--", "-x.json"])).stderr).toContain("-x.json: could not be opened");
    const { status, stdout } = await check(["-"], { stdin: JSON.stringify(BAD) });
    expect(status).toBe(1);
    expect(stdout).toContain("standard input  drifted");
    expect(stdout).toContain("loss-calc estimate --scenario - --explain");
    expect((await check(["-"])).stdout).toContain("which is this terminal");
  });

  test.each([["*a*a*a*a*a*a*a*a*b"], ["*(a*)*(a*)b"]])(
    "a pattern that would take minutes is refused: %s",
    async (pattern) => {
      write(`patterns/${"a".repeat(60)}`, "");
      const start = cpuTime();
      const { status, stderr } = await check([at(`patterns/${pattern}`)]);
      expect([status, stderr]).toEqual([4, expect.stringMatching(/E-FILE-OPEN: .*b: .* its wildcards take too long/)]);
      expect(cpuTime() - start).toBeLessThan(3000);
    },
  );

  test("many wildcards alone do not make a pattern refused", async () => {
    const file = write("patterns/2022-03-16.json", GOOD);
    const { stdout } = await check([at("patterns/*2*2*-*-*.js@(on|x)"), "--plain"]);
    expect(stdout).toBe(`ok\t${file}\t\t\t\n`);
  });

  test("a pipe in a folder is skipped", async () => {
    mkdirSync(at("pipes"));
    execFileSync("mkfifo", [at("pipes/f.json")]);
    write("pipes/a.json", GOOD);
    expect((await check([at("pipes")])).stdout).toContain("1 scenario: 1 ok");
  });

  test("one broken link does not hide the files next to it", async () => {
    write("links/a.json", GOOD);
    write("links/z/b.json", GOOD);
    symlinkSync(at("nowhere"), at("links/gone.json"));
    symlinkSync(at("links/loop"), at("links/loop"));
    symlinkSync(at("nowhere"), at("links/gone.txt"));
    for (const operand of [at("links"), at("links/**/*.json")]) {
      const { status, stdout } = await check([operand]);
      expect(status).toBe(4);
      expect(stdout).toContain("4 scenarios: 2 ok, 2 errors.");
      expect(stdout).toMatch(/gone\.json\n +E-FILE-OPEN: could not be opened: it is a link that leads nowhere/);
      expect(stdout).toMatch(/loop\n +E-FILE-OPEN: could not be opened: too many symbolic links/);
    }
  });

  test.each([
    [["#2"], 1, ["#2"]],
    [["#1"], 0, ["#1"]],
    [["#2", "#2", "#1"], 1, ["#2", "#1"]],
    [["#2", ""], 1, ["#1", "#2"]],
  ])("FILE with %j is one scenario of a list", async (numbers, status, shown) => {
    const file = write("numbered.json", [GOOD, { ...GOOD, expect: { killed: 1 } }]);
    const result = await check(numbers.map((number) => file + number));
    const found = [...result.stdout.matchAll(/^(?:ok|FAILED) +\S+?(#\d)/gm)].map(([, number]) => number);
    expect([result.status, found]).toEqual([status, shown]);
  });

  test("a number that a file lacks is refused, and so is one that names no file", async () => {
    const file = write("numbered.json", [GOOD]);
    const lacking = await check([`${file}#2`]);
    expect([lacking.status, lacking.stdout]).toEqual([3, expect.stringContaining("none with number 2")]);
    expect((await check(["nowhere.json#2"])).status).toBe(4);
    // A report must not replace the file that it is about.
    expect((await check([`${file}#1`, "-o", file, "--overwrite"])).stderr).toContain("E-OPTIONS-CLASH");
  });

  test("--update changes only the scenario that is named", async () => {
    const wrong = { ...GOOD, expect: { killed: 1 } };
    const file = write("numbered.json", [wrong, wrong]);
    expect((await check([`${file}#2`, "--update"])).status).toBe(0);
    expect(JSON.parse(readFileSync(file, "utf8"))[0].expect.killed).toBe(1);
  });

  test("an endless file is refused", async () => {
    const { status, stdout } = await check(["/dev/zero"]);
    expect([status, stdout.includes("larger than 8 MiB")]).toEqual([3, true]);
  });
});

describe("skipped files", () => {
  const RATIOS = readFileSync("fixtures/ratios/our-ratios.json", "utf8");
  const skipped = async (files: Record<string, unknown>, ...more: string[]) => {
    const own = `skip-${Object.keys(files).join("-")}`;
    for (const [file, content] of Object.entries(files)) write(`${own}/${file}`, content);
    const { status, stdout, stderr } = await check([at(own), ...more]);
    return { status, stdout, stderr: stderr.replaceAll(`${at(own)}/`, "") };
  };

  test.each<[string, unknown, string | undefined]>([
    ["ratios", RATIOS, "a file of ratios"],
    ["package", { name: "x", version: "1", type: "module" }, "not a scenario"],
    ["tsconfig", { $schema: "x", compilerOptions: {} }, "not a scenario"],
    ["list", [{ id: 7 }, 8], "not a scenario"],
    ["number", "7", "not a scenario"],
    ["report", { schema: "loss-calc/estimate", name: "x", side: "y" }, "a result of loss-calc"],
    ["misspelt", { name: "x", kiled: 7 }, undefined],
    ["one-good", { version: 1, ratio: 3 }, undefined],
    ["one-of-a-list", [{ version: 1 }, GOOD], undefined],
    ["empty", {}, undefined],
    ["empty-list", [], undefined],
    ["not-json", "{", undefined],
  ])("%s.json is skipped as: $2", async (name, content, kind) => {
    const { status, stderr } = await skipped({ [`${name}.json`]: content, "good.json": GOOD });
    expect([status, stderr]).toEqual(kind ? [0, `note: skipped ${name}.json: ${kind}\n`] : [3, ""]);
  });

  test("are in the JSON report", async () => {
    const { stdout } = await skipped({ "a.json": GOOD, "b.json": RATIOS }, "--json");
    const report = JSON.parse(stdout);
    expect(report.counts.scenarios).toBe(1);
    expect(report.skipped).toEqual([
      { file: expect.stringContaining("b.json"), kind: "ratios", message: "a file of ratios" },
    ]);
  });

  test("a file that is named is not skipped, even if its folder is named too", async () => {
    const file = write("named/package.json", { version: 1 });
    write("named/good.json", GOOD);
    for (const operands of [[file], [dirname(file), file], [file, dirname(file)]]) {
      const { status, stdout, stderr } = await check(operands);
      expect([status, stderr]).toEqual([3, ""]);
      expect(stdout).toContain("E-SCENARIO-OTHER");
    }
  });

  test("a folder in which every file is skipped is a mistake", async () => {
    const folder = dirname(write("nothing/a.json", RATIOS));
    const good = write("something.json", GOOD);
    const alone = await check([folder]);
    expect([alone.status, alone.stdout]).toEqual([3, ""]);
    expect(alone.stderr).toMatch(/E-FILES-NONE: none of the files that match .*\*\.json is a scenario/);
    for (const operand of [folder, `${folder}/*.json`]) {
      const { status, stdout } = await check([operand, good, "-q"]);
      expect([status, stdout.includes("E-FILES-NONE")]).toEqual([3, true]);
    }
    const { counts } = JSON.parse((await check([folder, "--json"])).stdout);
    expect(counts).toMatchObject({ scenarios: 1, error: 1 });
  });
});

describe("what makes a scenario fail", () => {
  const CLAIM = {
    ...GOOD,
    side: "x",
    asOf: "2022",
    killed: { source: "y", figure: 7000 },
    claimed: { outOfAction: 7 },
  };
  const IDLE = { side: "x", asOf: "2022", killed: { source: "y", figure: 7000 } };

  test("a claim that does not hold, with --fail-on claims, in every reporter", async () => {
    const file = write("claim.json", CLAIM);
    for (const reporter of REPORTERS) {
      const run = (...more: string[]) => check([file, "--reporter", reporter, ...more]);
      expect([reporter, (await run()).status, (await run("--strict")).status]).toEqual([reporter, 0, 0]);
      const { status, stdout } = await run("--fail-on", "claims");
      expect([reporter, status]).toEqual([reporter, 1]);
      // Once, since it is now the reason for failure and not a remark. JSON also has the list of all claims, and JUnit
      // has the reason as an attribute, too.
      expect(stdout.split("claimed outOfAction").length - 1).toBe(reporter === "json" || reporter === "junit" ? 2 : 1);
      expect([reporter, stdout.includes("--explain")]).toEqual([reporter, reporter !== "plain"]);
    }
    expect(
      (
        await check([
          write("holds.json", { ...CLAIM, claimed: { share: "18.7%" }, force: 150000 }),
          "--fail-on",
          "claims",
        ])
      ).status,
    ).toBe(0);
  });

  test("the closing line says that --update leaves claims alone, if one fails next to a result", async () => {
    const file = write("both.json", { ...BAD, claimed: { outOfAction: 7 } });
    const closing = async (...more: string[]) => (await check([file, ...more])).stdout.trimEnd().split("\n").at(-1);
    expect(await closing()).toMatch(/--update writes them into the files\.$/);
    expect(await closing("--fail-on", "claims")).toMatch(
      /--update writes them into the files and leaves the claims\.$/,
    );
  });

  test("a scenario that checks nothing is counted, and fails with --strict", async () => {
    const file = write("idle.json", [IDLE, { ...IDLE, expect: { killed: 7000 } }]);
    const { status, stdout } = await check([file]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/idle\.json#1 .*\n +it checks nothing; --update adds the result to "expect"/);
    expect(stdout).toContain("2 scenarios: 2 ok; 1 checks nothing.");
    const { counts, scenarios } = JSON.parse((await check([file, "--json"])).stdout);
    expect([counts.idle, scenarios.map(({ checksNothing = false }) => checksNothing)]).toEqual([1, [true, false]]);
    const strict = await check([file, "--strict"]);
    expect(strict.status).toBe(1);
    expect(strict.stdout).toContain("it checks nothing");
    expect(strict.stdout).toContain("2 scenarios: 1 ok, 1 failed; 1 checks nothing.");
  });

  test("a claim alone checks something if it can fail", async () => {
    const file = write("claim-alone.json", { ...IDLE, claimed: { killed: 7000 } });
    expect((await check([file, "--fail-on", "claims", "--strict"])).status).toBe(0);
    expect((await check([file, "--strict"])).status).toBe(1);
  });
});

describe("-o", () => {
  test.each([
    ["report.xml", "JUnit XML", "<?xml"],
    ["report.tap", "TAP", "TAP version 14"],
    ["report.md", "Markdown", "### "],
  ])("%s is written in the format of its name, %s", async (name, called, begins) => {
    const report = at(`named-report/${name}`);
    const { stderr } = await check([write("named-report/good.json", GOOD), "-o", report, "--overwrite"]);
    expect(stderr).toContain(`${name} is written as ${called} because of its name; --format human writes text`);
    expect(readFileSync(report, "utf8").startsWith(begins)).toBe(true);
  });

  test("writes the report to a file, and replaces one only with --overwrite", async () => {
    const file = write("out/good.json", GOOD);
    const report = at("out/report.txt");
    expect(await check([file, "-o", report])).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(readFileSync(report, "utf8")).toContain("1 scenario: 1 ok.");
    const again = await check([write("out/bad.json", BAD), "-o", report]);
    expect([again.status, again.stderr.includes("E-OUTPUT-EXISTS")]).toEqual([4, true]);
    expect((await check([at("out/bad.json"), "-o", report, "--overwrite"])).status).toBe(1);
    expect(readFileSync(report, "utf8")).toContain("FAILED");
    expect((await check([file, "--overwrite"])).stderr).toContain("E-OPTIONS-CLASH");
    expect((await check([file, "-o", "-"])).stdout).toContain("1 ok");
    expect(readdirSync(at("out")).sort()).toEqual(["bad.json", "good.json", "report.txt"]);
  });

  test("skips an earlier report in the folder, and may replace it", async () => {
    const folder = dirname(write("reports/good.json", GOOD));
    const report = at("reports/report.json");
    for (const more of [[], ["--overwrite"]]) {
      expect((await check([folder, "--json", "-o", report, ...more])).status).toBe(0);
      expect(JSON.parse(readFileSync(report, "utf8")).counts.scenarios).toBe(1);
    }
  });

  test("never replaces an input", async () => {
    const ratios = readFileSync("fixtures/ratios/our-ratios.json", "utf8");
    const own = write("inputs/ratios.json", ratios);
    const file = write("inputs/a.json", { ...GOOD, ratio: "house-rule", ratios: "ratios.json" });
    symlinkSync(file, at("inputs/link"));
    for (const [output, ...words] of [
      [file, file],
      [file, at("inputs")],
      [at("inputs/link"), file],
      [own, file],
      [own, at("inputs")],
      [own, file, "--ratios", own],
    ]) {
      const { status, stderr } = await check([...words, "-o", output!, "--overwrite"]);
      expect([status, stderr.includes("E-OPTIONS-CLASH")]).toEqual([2, true]);
    }
    expect(readFileSync(own, "utf8")).toBe(ratios);
    expect(readdirSync(at("inputs")).sort()).toEqual(["a.json", "link", "ratios.json"]);
  });
});

describe("--update", () => {
  const updated = async (text: string, ...more: string[]) => {
    const file = write("update.json", text);
    const result = await check([file, "--update", ...more]);
    return { ...result, text: readFileSync(file, "utf8") };
  };

  test("writes the results in the file's own order and layout, and reports the changes", async () => {
    const before =
      `{ "expect": {"share":"18%", "outOfAction" : { "tolerance":1, "value" : 27000 },\n "caveats": ["OPEN_LOW"]},\r\n\t"force": 1.5e5, "ratio":3, "killed":"≥7000" }`.replace(
        "1.5e5",
        "150000",
      );
    const { status, stderr, text, stdout } = await updated(before);
    expect(text).toBe(
      before.replace('"18%"', '"18.7%+"').replace("27000", '"28,000+"').replace('["OPEN_LOW"]', '["OPEN_HIGH"]'),
    );
    expect([status, stdout.includes("1 ok")]).toEqual([0, true]);
    expect(stderr).toContain('expect.outOfAction.value: 27000 → "28,000+"');
    expect((await updated(text)).stderr).toBe("");
  });

  test("keeps the precision that was asked for, and puts a missing share into the list", async () => {
    const share = async (text: string) =>
      (await updated(`{"killed":7,"ratio":3,"force":150,"expect":{"share":${text}}}`)).text.match(
        /"share":(.*)\}\}/,
      )?.[1];
    expect(await share('"18.65%"')).toBe('"18.67%"');
    expect(await share('"19%"')).toBe('"19%"');
    expect(await share('"20%"')).toBe('"18.7%"');
    expect(await share("0.1866")).toBe('"18.67%"');
    expect(await share('["1%"]')).toBe('["18.7%"]');
    const ratio = await updated('{"killed":"100-120","casualties":"480","expect":{"ratio":"2.5-3.73"}}');
    expect(ratio.text).toContain('"ratio":"3.00–3.80"');
    const two = await updated('{"killed":7,"force":[10,100],"expect":{"share":["1%"],"killed":8}}');
    expect(two.text).toBe('{"killed":7,"force":[10,100],"expect":{"share":["70.0%","7.0%"],"killed":7}}');
  });

  test("keeps a plain number as one, and says what it changes, with -q too", async () => {
    const text = '{"killed":7,"wounded":"2x","expect":{"wounded":13}}';
    const { status, stdout, stderr, text: after } = await updated(text, "-q");
    expect([status, stdout, after]).toEqual([0, "", text.replace("13", "14")]);
    expect(stderr).toContain("expect.wounded: 13 → 14");
  });

  test("gives an expectation to a scenario that has none", async () => {
    expect((await updated('{"killed":7,"expect":{ }}')).text).toBe('{"killed":7,"expect":{"outOfAction":7}}');
    expect((await updated('{"killed":7}')).text).toBe('{"killed":7, "expect": {"outOfAction":7}}');
    expect((await updated('\ufeff{\r\n    "killed": 7,\r\n    "force": [9, 10]\r\n}\r\n')).text).toBe(
      '\ufeff{\r\n    "killed": 7,\r\n    "force": [9, 10],\r\n    "expect": {\r\n        "outOfAction": 7,\r\n        "share": [\r\n            "77.8%",\r\n            "70.0%"\r\n        ]\r\n    }\r\n}\r\n',
    );
    const list = (await updated('[\n  {\n    "killed": 7\n  },\n  {"killed": 8, "expect": {"killed": 9}}\n]')).text;
    expect(list).toBe(
      '[\n  {\n    "killed": 7,\n    "expect": {\n      "outOfAction": 7\n    }\n  },\n  {"killed": 8, "expect": {"killed": 8}}\n]',
    );
  });

  test("leaves expectations without a result, and files that cannot be read", async () => {
    const text = '{"killed":7,"expect":{"net":7}}';
    expect(await updated(text)).toMatchObject({ text, status: 1, stderr: "" });
    const byHand = "1 scenario: 0 ok, 1 failed. Expectations without a result must be edited by hand.\n";
    expect((await updated(text)).stdout.endsWith(`\n${byHand}`)).toBe(true);
    expect(await updated("{")).toMatchObject({ text: "{", status: 3 });
  });

  test("reports a file that cannot be written, and checks the others", async () => {
    const folder = dirname(write("shut/bad.json", BAD));
    const argv = [folder, write("fine.json", GOOD), "--update"];
    chmodSync(folder, 0o500);
    const { status, stdout } = await check(argv);
    chmodSync(folder, 0o700);
    // The superuser may write in every folder.
    const root = process.getuid?.() === 0;
    expect([status, stdout]).toEqual([
      root ? 0 : 4,
      expect.stringContaining(root ? "2 ok" : "2 scenarios: 1 ok, 1 error."),
    ]);
  });
});

describe("reporters", () => {
  const HOSTILE = "a\u001b[31m\u009b\u007f\u202e\u2028'\"<&>%,:#|\n.json";
  const files = () => [write("report/good.json", GOOD), write("report/bad.json", BAD), write(`report/${HOSTILE}`, "{")];

  test.each([...REPORTERS])("%s writes no control character", async (reporter) => {
    const { stdout } = await check([...files(), "--reporter", reporter]);
    const report = reporter === "json" ? JSON.stringify(JSON.parse(stdout)) : stdout;
    const allowed = reporter === "plain" ? "\n\t" : "\n";
    expect(report.split("").filter((character) => character < " " && !allowed.includes(character))).toEqual([]);
    expect(stdout).not.toMatch(/[\u007f-\u009f\u202e\u2028]/);
    expect(stdout).toMatch(reporter === "json" ? /\\u001b\[31m/ : /\\u\{1b\}\\?\[31m/);
  });

  test("github: at most ten annotations of a kind, the last of which counts the rest", async () => {
    const annotations = async (count: number) => {
      write(
        "many.json",
        Array.from({ length: count }, () => ({
          ...BAD,
          killed: "at least 7,000",
          claimed: { outOfAction: 7, killed: "9,000" },
        })),
      );
      const { stdout } = await check([at("many.json"), "--reporter", "github"]);
      return stdout.split("\n");
    };
    const lines = await annotations(25);
    for (const kind of ["error", "warning", "notice"]) {
      expect(lines.filter((line) => line.startsWith(`::${kind} `))).toHaveLength(10);
      expect(lines.filter((line) => line.includes(`::16 more ${kind}s are not shown here`))).toHaveLength(1);
    }
    expect(lines.filter((line) => line.startsWith("::warning ") && line.includes("it does not hold"))).toHaveLength(9);
    expect(lines.filter((line) => line.startsWith("::notice ") && line.includes("it may be true"))).toHaveLength(9);
    expect(lines.filter((line) => line.includes("many.json#25"))).toHaveLength(3);
    const few = await annotations(10);
    expect(few.filter((line) => line.startsWith("::error "))).toHaveLength(10);
    expect(few.join()).not.toContain("not shown");
  });

  test.each([...REPORTERS])(
    "%s prints no line that is a command to GitHub, whatever the names are",
    async (reporter) => {
      const name = `${"x".repeat(30)} ::stop-commands::y ##[add-mask]z`;
      const list = Array.from({ length: 12 }, () => ({ ...BAD, name, claimed: { outOfAction: 7 } }));
      const file = write("::stop-commands::##[group].json", [...list, { ...GOOD, name }]);
      const results = [
        await check([file, "--reporter", reporter], { columns: 40 }),
        await check([dirname(write("##[x/::y.json", { version: 1 })), "--reporter", reporter]),
      ];
      for (const { stdout, stderr } of results) {
        const log = `${stdout}${stderr}`.split("\n").filter((line) => !/^::(?:error|warning|notice) /.test(line));
        expect(log.filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
      }
    },
  );

  test.each([...REPORTERS])("%s shows the codes of caveats and mistakes", async (reporter) => {
    const file = write("codes.json", [{ ...BAD, killed: "at least 7,000" }, { killed: "13.800" }]);
    const { stdout } = await check([file, "--reporter", reporter]);
    expect([stdout.includes("OPEN_HIGH"), stdout.includes("E-DOT")]).toEqual([reporter !== "plain", true]);
  });

  test("plain: one line for each scenario, with tabs", async () => {
    const file = write("plain.json", [
      { ...GOOD, name: "a", killed: ">=7000" },
      BAD,
      { killed: "x\ty" },
      { killed: 7 },
    ]);
    const { stdout } = await check([file, "--reporter", "plain"]);
    const lines = stdout.split("\n").map((line) => line.replaceAll(folder, "").split("\t"));
    expect(lines).toEqual([
      ["ok", "/plain.json", "1", "a", "OPEN_HIGH"],
      ["failed", "/plain.json", "2", "drifted", "outOfAction: expected 28,001, got 28,000; 1 less (0.0036%)"],
      [
        "error",
        "/plain.json",
        "3",
        "",
        expect.stringMatching(/^E-NOT-A-NUMBER at line 1, column 164: \[2\]\.killed: /),
      ],
      ["ok", "/plain.json", "4", "", "KILLED_ALONE"],
      [""],
    ]);
  });

  test("markdown: nothing in a name breaks the table, or becomes a tag or a link", async () => {
    const name = "a|b <img src=x> [x](http://x) `c` *d*\\| e";
    const file = write("mark|<b>.json", { ...BAD, name, claimed: { share: "a fifth" }, force: 7000 });
    const { stdout } = await check([file, "--reporter", "markdown"]);
    const rows = stdout.split("\n").filter((line) => line.startsWith("|"));
    expect(rows.map((row) => row.match(/(?<!\\)(?:\\\\)*\|/g)?.length)).toEqual([6, 6, 6]);
    expect(stdout.replaceAll(/<\/?code>/g, "")).not.toMatch(/(?<!\\)[<`[]/);
    expect(stdout).toMatch(/^### loss-calc check, 1 scenario: 0 ok, 1 failed\n/);
    expect(stdout).toContain("Claims that do not follow:\n\n- ");
    expect(stdout).toContain("| expected | got | to reproduce |");
  });

  test("markdown: at most 500 rows, so that it fits a GitHub step summary", async () => {
    const file = write("long.json", Array<object>(600).fill(BAD));
    const { stdout } = await check([file, "--reporter", "markdown"]);
    expect(stdout).toContain("100 more are not shown here.");
    expect((await check([write("fine.json", GOOD), "--reporter", "markdown"])).stdout).toBe(
      "### loss-calc check, 1 scenario: 1 ok\n",
    );
  });

  test("-q prints failures only, and nothing if all is well", async () => {
    const good = write("quiet/good.json", { ...GOOD, name: "all well", claimed: { outOfAction: 7 } });
    const bad = write("quiet/bad.json", BAD);
    write("quiet/package.json", { version: "1" });
    for (const reporter of ["human", "plain", "markdown", "github"]) {
      expect(await check([good, "-q", "--reporter", reporter])).toEqual({ status: 0, stdout: "", stderr: "" });
      const { status, stdout, stderr } = await check([dirname(bad), "-q", "--reporter", reporter]);
      expect([status, stderr]).toEqual([1, ""]);
      expect([stdout.includes("drifted"), stdout.includes("all well")]).toEqual([true, false]);
    }
  });

  test("colour is used on a terminal and with --color always, but not with NO_COLOR", async () => {
    const { stdout } = await check([at("report")], { columns: 40 });
    expect(stdout).toContain("\u001b[1m\u001b[31mFAILED\u001b[39m\u001b[22m");
    expect((await check([at("report")], { columns: 40, env: { NO_COLOR: "1" } })).stdout).not.toContain("\u001b[");
    expect((await check([at("report"), "--color", "always"])).stdout).toContain("\u001b[32m");
  });
});

test.each(["check", "schema", "estimate"])(
  "help for %s is the same in every form, and fits 80 columns",
  async (command) => {
    const forms = await Promise.all(
      [
        [command, "--help"],
        ["help", command],
        [command, "-h", "--nonsense"],
      ].map((argv) => run(argv)),
    );
    for (const { status, stdout } of forms) {
      expect(status).toBe(0);
      expect(stdout).toBe(forms[0]!.stdout);
      expect(stdout).toMatch(/^Usage: loss-calc/);
      expect(stdout.split("\n").filter((line) => line.length > 80 && !line.startsWith("  loss-calc --"))).toEqual([]);
    }
  },
);
