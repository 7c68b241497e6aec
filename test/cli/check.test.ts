import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run, type Surroundings } from "./run.ts";

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
const check = (argv: string[], surroundings?: Surroundings) => run(["check", ...argv], surroundings);

test("of more mistakes than anyone reads the first are shown, and the others are counted in their scenarios", async () => {
  const file = write(
    "many.json",
    Array.from({ length: 250 }, () => ({ killed: "x" })),
  );
  const { status, stdout } = await check([file]);
  expect([status, stdout.match(/is not a count/g)?.length]).toEqual([3, 200]);
  expect(stdout).toContain("many.json#201\n       1 more mistake is not shown\n");
  const { scenarios } = JSON.parse((await check([file, "--json"])).stdout);
  expect(scenarios[249]).toMatchObject({ status: "error", errors: [{ code: "E-MORE-MISTAKES" }] });
  expect((await check([file, "--reporter", "junit"])).stdout.match(/<error /g)).toHaveLength(250);
});

describe("exit status", () => {
  test.each<[string, Record<string, unknown>, string[], number]>([
    ["all hold", { "a.json": GOOD }, [], 0],
    ["one does not", { "a.json": GOOD, "b.json": BAD }, [], 1],
    ["one is no JSON", { "a.json": GOOD, "b.json": "{" }, [], 3],
    ["unreadable comes before failed", { "a.json": BAD, "b.json": "{" }, [], 3],
    ["the inputs do not go together", { "a.json": { ...GOOD, wounded: "2x" } }, [], 3],
    ["sources exclude each other", { "a.json": { killed: [1, 2], combine: "overlap" } }, [], 3],
    ["one of a list does not", { "a.json": [GOOD, BAD] }, [], 1],
    ["one of a list is unreadable", { "a.json": [GOOD, { killed: "x" }] }, [], 3],
    ["nothing is expected", { "a.json": { killed: 7 } }, [], 0],
    ["figures without a source", { "a.json": GOOD }, ["--strict"], 1],
    ["not UTF-8", { "a.json": GOOD }, ["latin.json"], 3],
    ["a file that is not there", { "a.json": GOOD }, ["nowhere.json"], 4],
    ["a file that is not there, and one that is no JSON", { "a.json": "{" }, ["nowhere.json"], 3],
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
  ])("%j is refused", async (argv, status, code) => {
    mkdirSync(at("empty"), { recursive: true });
    const result = await run(argv.map((word) => (word.startsWith("empty") ? at(word) : word)));
    expect([result.status, result.stdout]).toEqual([status, ""]);
    expect(result.stderr).toContain(code);
    const json = await run([...argv.map((word) => (word.startsWith("empty") ? at(word) : word)), "--json"]);
    if (argv[0] !== "check") return;
    // A report for programs tells of files that are not there; a wrong command line has no report.
    const told = code.startsWith("E-FILE") ? json.stdout : json.stderr;
    expect(JSON.parse(told).schema).toBe(code.startsWith("E-FILE") ? "loss-calc/check" : "loss-calc/errors");
  });

  test("a folder that may not be read", async () => {
    mkdirSync(at("closed"), { recursive: true });
    chmodSync(at("closed"), 0);
    const { status } = await check([at("closed")]);
    chmodSync(at("closed"), 0o700);
    // The superuser may read everything, and finds nothing there.
    expect(status).toBe(process.getuid?.() === 0 ? 3 : 4);
  });
});

describe("which files", () => {
  const names = async (...operands: string[]) => {
    const { stdout } = await check([...operands, "--json"]);
    return JSON.parse(stdout).scenarios.map(({ file }: { file: string }) => file.replace(`${at("which")}/`, ""));
  };

  test("folders with their folders, patterns, names; each once", async () => {
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

  test("behind -- a name may begin with a hyphen; - is standard input", async () => {
    expect((await check(["--", "-x.json"])).stderr).toContain("-x.json: could not be opened");
    const { status, stdout } = await check(["-"], { stdin: JSON.stringify(BAD) });
    expect(status).toBe(1);
    expect(stdout).toContain("standard input  drifted");
    expect(stdout).toContain("loss-calc estimate --scenario - --explain");
    expect((await check(["-"])).stdout).toContain("which is this terminal");
  });

  test("a pipe in a folder is no file", async () => {
    mkdirSync(at("pipes"));
    execFileSync("mkfifo", [at("pipes/f.json")]);
    write("pipes/a.json", GOOD);
    expect((await check([at("pipes")])).stdout).toContain("1 scenario: 1 ok");
  });

  test("a number behind a name is for estimate", async () => {
    expect((await check([`${write("list.json", [GOOD])}#1`])).stderr).toContain("check takes whole files");
  });

  test("a file without an end is refused", async () => {
    const { status, stdout } = await check(["/dev/zero"]);
    expect([status, stdout.includes("larger than 8 MiB")]).toEqual([3, true]);
  });
});

describe("--update", () => {
  const updated = async (text: string, ...more: string[]) => {
    const file = write("update.json", text);
    const result = await check([file, "--update", ...more]);
    return { ...result, text: readFileSync(file, "utf8") };
  };

  test("writes what came out into the file's own order and layout, and shows it before", async () => {
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
    const two = await updated('{"killed":7,"force":[10,100],"expect":{"share":["1%"],"killed":8}}');
    expect(two.text).toBe('{"killed":7,"force":[10,100],"expect":{"share":["70.0%","7.0%"],"killed":7}}');
  });

  test("a plain number stays one; what changes cannot be hidden", async () => {
    const text = '{"killed":7,"wounded":"2x","expect":{"wounded":13}}';
    expect(await updated(text, "-q")).toMatchObject({ text, status: 2 });
    expect((await updated(text)).text).toBe(text.replace("13", "14"));
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

  test("leaves what does not come out at all, and what cannot be read", async () => {
    const text = '{"killed":7,"expect":{"net":7}}';
    expect(await updated(text)).toMatchObject({ text, status: 1, stderr: "" });
    expect(await updated("{")).toMatchObject({ text: "{", status: 3 });
  });

  test("a file that cannot be written is told, and the others are checked", async () => {
    const folder = dirname(write("shut/bad.json", BAD));
    const surroundings = [folder, write("fine.json", GOOD), "--update"];
    chmodSync(folder, 0o500);
    const { status, stdout } = await check(surroundings);
    chmodSync(folder, 0o700);
    // The superuser may write everywhere.
    const root = process.getuid?.() === 0;
    expect([status, stdout]).toEqual([
      root ? 0 : 4,
      expect.stringContaining(root ? "2 ok" : "2 scenarios: 1 ok, 1 error."),
    ]);
  });
});

describe("reporters", () => {
  const HOSTILE = "a\u001b[31m'\"<&>%,:#|\n.json";
  const files = () => [write("report/good.json", GOOD), write("report/bad.json", BAD), write(`report/${HOSTILE}`, "{")];

  test.each(["human", "tap", "junit", "github", "json"])("%s writes no control character", async (reporter) => {
    const { stdout } = await check([...files(), "--reporter", reporter]);
    const told = reporter === "json" ? JSON.stringify(JSON.parse(stdout)) : stdout;
    expect(told.split("").filter((character) => character < " " && character !== "\n")).toEqual([]);
    expect(stdout).toMatch(reporter === "json" ? /\\u001b\[31m/ : /\\u\{1b\}\[31m/);
  });

  test("at most ten annotations of a kind, the last of which says how many are left", async () => {
    const annotations = async (count: number) => {
      write(
        "many.json",
        Array.from({ length: count }, () => ({ ...BAD, claimed: { outOfAction: 7 } })),
      );
      const { stdout } = await check([at("many.json"), "--reporter", "github"]);
      return stdout.split("\n");
    };
    const lines = await annotations(25);
    for (const kind of ["error", "notice"])
      expect(lines.filter((line) => line.startsWith(`::${kind} `))).toHaveLength(10);
    expect(lines.filter((line) => line.includes("::16 more of this kind were left out"))).toHaveLength(2);
    expect(lines.filter((line) => line.includes("many.json#25"))).toHaveLength(2);
    const few = await annotations(10);
    expect(few.filter((line) => line.startsWith("::error "))).toHaveLength(10);
    expect(few.join()).not.toContain("left out");
  });

  test("a line of the log is no command, whatever a file or a scenario is called", async () => {
    const list = Array.from({ length: 12 }, () => ({ ...BAD, name: "##[add-mask]e" }));
    write("::stop-commands::x.json", list);
    const { stdout } = await check([at("::stop-commands::x.json"), "--reporter", "github"]);
    const plain = stdout.split("\n").filter((line) => !/^::(?:error|notice) /.test(line));
    expect(plain.join("\n")).not.toMatch(/^\s*::|##\[/m);
    expect(plain).toHaveLength(5);
  });

  test("colour where it is asked for, and lines that fit a terminal", async () => {
    const { stdout } = await check([at("report")], { columns: 40 });
    expect(stdout).toContain("\u001b[1m\u001b[31mFAILED\u001b[39m\u001b[22m");
    expect((await check([at("report")], { columns: 40, env: { NO_COLOR: "1" } })).stdout).not.toContain("\u001b[");
    expect((await check([at("report"), "--color", "always"])).stdout).toContain("\u001b[32m");
  });
});

test.each(["check", "schema", "estimate"])("help for %s", async (command) => {
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
});
