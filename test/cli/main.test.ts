import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { COMMANDS } from "../../src/cli/commands.ts";
import { exitStatus } from "../../src/cli/exit.ts";
import { TOPIC_NAMES } from "../../src/cli/help/topics.ts";
import { main } from "../../src/cli/main.ts";
import type { Problem } from "../../src/core/errors.ts";
import { RECORD } from "../../src/record/cases.ts";
import { alignedSheet } from "../../src/render/sheet.ts";
import { sheetOf } from "../../src/render/text.ts";
import { run } from "./run.ts";

const BASE = ["--killed", "7000", "--ratio", "3", "--force", "150000"];

/** Command lines that are refused: the status and the codes, in the order in which they are reported. */
const REFUSED: [string[], number, string[]][] = [
  [["--kiled", "7000"], 2, ["E-OPTION-UNKNOWN"]],
  [["--kill", "7000"], 2, ["E-OPTION-UNKNOWN"]],
  [["--killed", "7000", "-x"], 2, ["E-OPTION-UNKNOWN"]],
  [["--killed", "7000", "--json=yes"], 2, ["E-VALUE-UNWANTED"]],
  [["estimat", "--killed", "7"], 2, ["E-COMMAND-UNKNOWN"]],
  [["7000"], 2, ["E-BARE"]],
  [["--killed", "7000", "8000"], 2, ["E-ARGUMENT"]],
  [["--killed", "up", "to", "7000"], 2, ["E-UNQUOTED"]],
  [["--killed", "7000", "--", "-5"], 2, ["E-ARGUMENT"]],
  [["--killed", "7000", "-5"], 2, ["E-ARGUMENT"]],
  [["--killed"], 2, ["E-VALUE-MISSING"]],
  [["--killed", "--ratio", "3"], 2, ["E-VALUE-MISSING"]],
  [["--killed", "7", "--force", "--overwrite"], 2, ["E-VALUE-MISSING", "E-OPTIONS-CLASH"]],
  [["--killed", "7", "-o"], 2, ["E-VALUE-MISSING"]],
  [["--killed", "7", "--ratio", "--", "3"], 2, ["E-VALUE-MISSING", "E-ARGUMENT"]],
  [["--killed="], 2, ["E-EMPTY"]],
  [["--killed", "7", "--ratio", "2", "--ratio", "3"], 2, ["E-REPEATED"]],
  [["--killed", "7", "--json", "--json", "--json"], 2, ["E-REPEATED"]],
  [["--killed", "-", "--killed", "-"], 2, ["E-REPEATED"]],
  [["--killed", "7", "--format", "md"], 2, ["E-CHOICE"]],
  [["--killed", "7", "--format", "cvs"], 2, ["E-CHOICE"]],
  [["--killed", "7", "--color", "yes"], 2, ["E-CHOICE"]],
  [["--killed", "7", "--combine", "evelope"], 2, ["E-CHOICE"]],
  [["--killed", "7", "--combine", "prefer"], 2, ["E-CHOICE"]],
  [["--killed", "7", "--combine", "prefer= "], 2, ["E-CHOICE"]],
  [["--killed", "7", "--combine", "sum=a"], 2, ["E-CHOICE"]],
  [["--killed", "7", "--json", "--format", "csv"], 2, ["E-OPTIONS-CLASH"]],
  [["--killed", "7", "--value", "killed.low", "--json"], 2, ["E-OPTIONS-CLASH"]],
  [
    ["--killed", "7", "--value", "killed.low", "--explain", "--format", "text"],
    2,
    ["E-OPTIONS-CLASH", "E-OPTIONS-CLASH"],
  ],
  [["--killed", "7", "--explain", "--format", "tsv"], 2, ["E-OPTIONS-CLASH"]],
  [["--killed", "7", "--overwrite"], 2, ["E-OPTIONS-CLASH"]],
  [["--killed", "7", "--max", "280"], 2, ["E-OPTIONS-CLASH"]],
  [["--killed", "7", "--quote", "--format", "markdown"], 2, ["E-OPTIONS-CLASH"]],
  [
    ["--killed", "7", "--quote", "--explain", "--value", "sentence"],
    2,
    ["E-OPTIONS-CLASH", "E-OPTIONS-CLASH", "E-OPTIONS-CLASH"],
  ],
  [["--killed", "7", "--quote", "--save", "-"], 2, ["E-OPTIONS-CLASH"]],
  [["--killed", "7", "--quote", "--max", "0"], 2, ["E-MAX"]],
  [["--killed", "7", "--quote", "--max", "tweet"], 2, ["E-MAX"]],
  [["--killed", "7", "--quote", "--max", "9"], 2, ["E-QUOTE-LONG"]],
  [["--killed", "7", "--value", "kiled.low"], 2, ["E-PATH-UNKNOWN"]],
  [["--killed", "7", "--value", "killed.best"], 2, ["E-PATH-UNKNOWN"]],
  [["--killed", "7", "--value", "killed.middle"], 2, ["E-PATH-UNKNOWN"]],
  [["--killed", "7", "--value", "share.low"], 2, ["E-PATH-UNKNOWN"]],
  [["--killed", "7", "--value", "constructor.low"], 2, ["E-PATH-UNKNOWN"]],
  [["--killed", "7", "--value", "x"], 2, ["E-PATH-UNKNOWN"]],
  [["--killed", "7", "--value", "caveats"], 2, ["E-PATH-NO-NUMBER"]],
  [["--killed", "7", "--value", "killed", "--value", "caveats"], 2, ["E-PATH-NO-NUMBER"]],
  [["--killed", "7", "--value", "sentence.length"], 2, ["E-PATH-UNKNOWN"]],
  [["--killed", "7", "--value", "kiled", "--value", "caveats"], 2, ["E-PATH-UNKNOWN", "E-PATH-NO-NUMBER"]],
  [["--killed", "7", "--save", "s.yaml"], 2, ["E-SAVE-FORMAT"]],
  [["--killed", "7", "--save", "s.CSV", "--overwrite"], 2, ["E-SAVE-FORMAT"]],
  [["--killed", "7", "--output", "s.PDF", "--overwrite"], 2, ["E-OUTPUT-FORMAT"]],
  [["batch", "-o", "s.xlsx"], 2, ["E-OUTPUT-FORMAT", "E-INPUT-TERMINAL"]],
  [["--killed", "7", "--output", "s.csv.gz"], 2, ["E-OUTPUT-FORMAT"]],
  [["batch", "-o", "s.csv.GZ"], 2, ["E-OUTPUT-FORMAT", "E-INPUT-TERMINAL"]],
  [["--killed", "7", "-o", "x.csv", "--explain"], 2, ["E-OPTIONS-CLASH"]],
  [["--killed", "7", "--save", "/dev/stdout", "--json"], 2, ["E-OPTIONS-CLASH"]],
  [["--killed", "-", "--ratios", "-", "--scenario", "-"], 2, ["E-OPTIONS-CLASH", "E-OPTIONS-CLASH"]],
  [["--killed", "7", "--ratios", "-", "--save", "-"], 2, ["E-RATIOS-STREAM"]],
  [["--killed", "7", "--ratios", "-"], 2, ["E-INPUT-TERMINAL"]],
  [["--killed", "7-8", "--value", "killed"], 2, ["E-PATH-RANGE"]],
  [["--side", "Russia"], 2, ["E-NOTHING"]],
  [
    ["--killed", "x", "--ratio", "y", "--wounded", "z", "--force", "?"],
    2,
    ["E-NOT-A-NUMBER", "E-RATIO-UNKNOWN", "E-RATIO-UNKNOWN", "E-NOT-A-NUMBER"],
  ],
  [["--killed", "x", "--returned", "30%"], 2, ["E-NOT-A-NUMBER"]],
  [["--killed", "7", "--side", "\u001b[2J", "--as-of", "2022-02-30"], 2, ["E-CHARACTER", "E-DATE"]],
  [["--killed", "7", "--as-of", "yesterday"], 2, ["E-DATE"]],
  [["--killed", "28,000 casualties"], 2, ["E-CATEGORY"]],
  [["--killed", "-5"], 2, ["E-NEGATIVE"]],
  [["--killed=-5"], 2, ["E-NEGATIVE"]],
  [["--killed", "-"], 2, ["E-INPUT-TERMINAL"]],
  [["--force", "-", "--killed", "7"], 2, ["E-NOT-A-NUMBER"]],
  [["estimate", "estimate", "--killed", "7"], 2, ["E-COMMAND-PLACE"]],
  [["--killed", "7", "8", "ratios"], 2, ["E-ARGUMENT"]],
  [["—killed", "7000"], 2, ["E-OPTION-UNKNOWN"]],
  [["--killed", "7", "-qo"], 2, ["E-VALUE-MISSING"]],
  [["--killed", "7", "-qo", "--json"], 2, ["E-VALUE-MISSING"]],
];

describe("a wrong command line", () => {
  test.each(REFUSED)("%j is refused with status %i and %j", async (argv, status, codes) => {
    const result = await run(argv);
    const reported = [...result.stderr.matchAll(/^(?:error|\s+"code":) "?(E-[A-Z0-9-]+)/gm)].map(([, code]) => code);
    expect([result.status, reported]).toEqual([status, codes]);
    expect(result.stdout).toBe("");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test is that none is written
    expect(result.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  });

  test("is reported as JSON with --json", async () => {
    const { stderr, status } = await run(["--killed", "Ukraine=13.800", "--json"]);
    expect([status, JSON.parse(stderr)]).toEqual([
      2,
      {
        schema: "loss-calc/errors",
        version: 1,
        errors: [
          {
            code: "E-DOT",
            message: "this may be 13.8 or 13,800",
            expected: "a comma between thousands, or a unit after decimals",
            option: "--killed",
            text: "Ukraine=13.800",
            column: 9,
            try: ["Ukraine=13,800"],
          },
        ],
      },
    ]);
    expect(JSON.parse((await run(["--format", "ndjson"])).stderr).errors[0].code).toBe("E-NOTHING");
  });
});

describe("standard input", () => {
  const read = async (stdin: string | Uint8Array, ...more: string[]) => {
    const { status, stdout, stderr } = await run(["--killed", "-", "--format", "csv", ...more], { stdin });
    return {
      status,
      stderr,
      killed: [...stdout.matchAll(/^,,(.*?),,killed,,(\d+),/gm)].map(([, name, low]) => `${name} ${low}`),
    };
  };

  test.each([
    ["a=5\nb=6\n", ["a 5", "b 6"]],
    ["\ufeffa=5\r\nb=6\r\n", ["a 5", "b 6"]],
    ["# a comment\n\n  a=5  \n   # another\nb=6", ["a 5", "b 6"]],
    ["5", [" 5"]],
  ])("%j is read as %j", async (stdin, killed) => expect(await read(stdin)).toEqual({ status: 0, stderr: "", killed }));

  test("keeps its place among other sources", async () => {
    const { stdout } = await run(["--killed", "x=1", "--killed", "-", "--killed", "y=9", "--json"], { stdin: "a=5\n" });
    expect(JSON.parse(stdout).sources.map(({ name }: { name: string }) => name)).toEqual(["x", "a", "y"]);
  });

  test("every bad line is reported with its number", async () => {
    const { status, stderr } = await read("a=5\n# note\nb=several\nc=6\nd=13.800\n");
    expect(status).toBe(3);
    expect(stderr.match(/line \d+/g)).toEqual(["line 3", "line 5"]);
  });

  test("after a hundred bad lines the rest is left unread, and counted", async () => {
    const stdin = "x\n".repeat(125_000);
    const { status, stderr } = await read(stdin);
    expect(status).toBe(3);
    expect(stderr).toContain("error E-LINES-UNREAD: standard input, line 101: after 100 mistakes, 124,900 more lines");
    expect(stderr).toMatch(/\n100 mistakes; nothing was calculated\.\n$/);
    const { errors } = JSON.parse((await run(["--killed", "-", "--ratio", "x", "--json"], { stdin })).stderr);
    expect(errors.map(({ code }: { code: string }) => code).slice(-2)).toEqual(["E-LINES-UNREAD", "E-RATIO-UNKNOWN"]);
  });

  test("a mistake on the command line decides the exit status", async () => {
    expect((await read("b=several\n", "--ratio", "x")).status).toBe(2);
  });

  test.each([
    ["E-INPUT-EMPTY", ""],
    ["E-INPUT-EMPTY", "\n# only a comment\n"],
    ["E-INPUT-UTF8", new Uint8Array([0x61, 0x3d, 0xff])],
    ["E-INPUT-TOO-LARGE", new Uint8Array(9 * 2 ** 20).fill(0x35)],
  ])("is refused with %s", async (code, stdin) => {
    const { status, stderr } = await read(stdin);
    expect([status, stderr]).toEqual([3, expect.stringContaining(`error ${code}: --killed: `)]);
  });

  test("an error while reading is reported", async () => {
    // biome-ignore lint/correctness/useYield: it fails before the first yield
    async function* broken(): AsyncGenerator<Uint8Array> {
      throw new Error("EISDIR: illegal operation on a directory, read");
    }
    const { status, stderr } = await run(["--killed", "-"], { stdin: broken() });
    expect([status, stderr]).toEqual([
      3,
      expect.stringContaining("could not be read: illegal operation on a directory"),
    ]);
  });
});

describe("--value", () => {
  const value = async (path: string, ...more: string[]) => {
    const { stdout, stderr } = await run(["--killed", "6000-13800", "--ratio", "3", "--value", path, ...more]);
    return [stdout, stderr];
  };
  test.each([
    ["outOfAction.low", [], "24000\n", ""],
    ["outOfAction.high", ["--force", "150000"], "55200\n", ""],
    ["share.high", ["--force", "150000"], "0.368\n", ""],
    ["forces[1].share.low", ["--force", "1", "--force", "150000"], "0.16\n", ""],
    ["inputs.ratio", [], "3\n", ""],
    ["inputs.killed[0].high", [], "13800\n", ""],
    ["killed.low", ["--killed", "a=up to 7000"], "6000\n", "note: killed.low is an open end: the truth may be lower\n"],
    ["killed.high", ["--killed", "a=14000+"], "14000\n", "note: killed.high is an open end: the truth may be higher\n"],
    ["killed.low", ["--killed", "a=14000+"], "6000\n", ""],
    ["killed.high", ["--killed", "a=14000+", "-q"], "14000\n", ""],
  ])("%s with %j prints %j, and the note %j", async (path, more, stdout, stderr) =>
    expect(await value(path, ...more)).toEqual([stdout, stderr]),
  );

  test.each([
    [["outOfAction.high", "outOfAction.low"], "55200\n24000\n"],
    [["killed.low", "killed.low", "inputs.ratio"], "6000\n6000\n3\n"],
    [["share.low", "shareInWords"], "0.16\nabout a sixth to over a third\n"],
    [["forces[0].shareInWords", "inputs.killed[0].text"], "about a sixth to over a third\n6000-13800\n"],
    [["killed.openLow", "version", "schema"], "false\n1\nloss-calc/estimate\n"],
  ])("%j are printed one per line", async (paths, stdout) => {
    const argv = ["--killed", "6000-13800", "--ratio", "3", "--force", "150000"];
    expect(await run([...argv, ...paths.flatMap((path) => ["--value", path])])).toEqual({
      status: 0,
      stdout,
      stderr: "",
    });
  });

  test("the sentence is printed on one line", async () => {
    const json = JSON.parse((await run([...BASE, "--json"])).stdout);
    expect((await run([...BASE, "--value", "sentence"])).stdout).toBe(`${json.sentence}\n`);
  });

  test.each([
    [["--killed", "7"], "outOfAction.best", "“outOfAction.best”: there is a best value only if an input has one"],
    [["--killed", "7"], "share.low", "“share.low”: a share needs a --force"],
    [["--killed", "7", "--force", "8"], "share.best", "“share.best”: there is a best value only"],
    [["--killed", "7", "--force", "8", "--force", "9"], "share.low", "did you mean forces[0].share.low?"],
    [["--killed", "7"], "killed.lo", "did you mean killed.low?"],
  ])("for %j, the message says why there is no %s", async (argv, path, message) => {
    const { status, stderr } = await run([...argv, "--value", path]);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
    if (path.endsWith("best")) expect(stderr).not.toContain("did you mean");
  });

  test("if one of several paths is wrong, no value is printed", async () => {
    const { status, stdout } = await run([...BASE, "--value", "killed", "--value", "nope"]);
    expect([status, stdout]).toEqual([2, ""]);
  });

  test("best and large values are printed exactly, and open ends and the killed alone are noted", async () => {
    expect((await run(["--killed", "5/6/7", "--value", "killed.best"])).stdout).toBe("6\n");
    expect((await run(["--killed", "at least 5", "--ratio", "1", "--value", "outOfAction"])).stderr).toBe(
      "note: outOfAction is an open end: the truth may be higher\n",
    );
    for (const format of [
      ["--value", "outOfAction"],
      ["--format", "csv"],
    ]) {
      expect((await run(["--casualties", "5", "--claim", "9", "--claim", "5", ...format])).stderr).toBe(
        "note: the claim “9” does not hold, so the exit status is 1\n",
      );
    }
    expect((await run(["--killed", "5", "--value", "outOfAction"])).stderr).toBe(
      "note: outOfAction counts the killed alone\n",
    );
    for (const path of ["days", "forces[0].low"]) {
      expect((await run(["--killed", "5", "--days", "9", "--force", "90", "--value", path])).stderr).toBe("");
    }
    expect((await run(["--killed", "9007199254740991", "--ratio", "2.3", "--value", "outOfAction"])).stdout).toBe(
      "29723757540645270\n",
    );
  });
});

describe("--output", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "loss-calc-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = async (name: string, ...more: string[]) => run([...BASE, "-o", join(folder, name), ...more]);

  test("writes a file, and nothing else", async () => {
    expect(await write("new.txt")).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(readFileSync(join(folder, "new.txt"), "utf8")).toBe((await run(BASE)).stdout);
  });

  test("an existing file is replaced only with --overwrite, and keeps its mode and its links", async () => {
    const file = join(folder, "old.txt");
    writeFileSync(file, "old");
    chmodSync(file, 0o640);
    symlinkSync(file, join(folder, "link.txt"));
    const refused = await write("link.txt");
    expect([refused.status, refused.stderr, readFileSync(file, "utf8")]).toEqual([
      4,
      expect.stringContaining("E-OUTPUT-EXISTS"),
      "old",
    ]);
    expect((await write("link.txt", "--overwrite")).status).toBe(0);
    expect(readFileSync(file, "utf8")).toContain("28,000");
    expect([statSync(file).mode & 0o777, statSync(join(folder, "link.txt")).isFile()]).toEqual([0o640, true]);
  });

  test("no temporary file is left if writing fails", async () => {
    const { status, stderr } = await write("no/such/folder.txt");
    expect([status, stderr]).toEqual([
      4,
      expect.stringMatching(
        /^error E-OUTPUT-FAILED: .*could not be written: no such file or directory\n {2}expected: a folder that exists/,
      ),
    ]);
    expect((await write(".", "--overwrite")).status).toBe(4);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test.runIf(existsSync("/dev/full"))("a full device is reported, and not replaced", async () => {
    const { status, stderr } = await run([...BASE, "-o", "/dev/full"]);
    expect([status, stderr]).toEqual([4, expect.stringContaining("no space left on device")]);
    expect(statSync("/dev/full").isCharacterDevice()).toBe(true);
  });

  test.each(["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])("%s is standard output", async (name) => {
    expect((await run([...BASE, "-o", name])).stdout).toContain("28,000");
    expect((await run([...BASE, "--save", name])).stdout).toMatch(/^\{\n {2}"killed": 7000,/);
    expect(existsSync("-")).toBe(false);
  });

  test("/dev/stderr is standard error", async () => {
    expect((await run([...BASE, "-o", "/dev/stderr"])).stderr).toContain("28,000");
  });

  test.each([
    ["a.json", ["--json"], "JSON"],
    ["a.JSON", ["--json"], "JSON"],
    ["a.ndjson", ["--format", "ndjson"], "NDJSON"],
    ["a.jsonl", ["--format", "ndjson"], "NDJSON"],
    ["a.csv", ["--format", "csv"], "CSV"],
    ["a.tsv", ["--format", "tsv"], "TSV"],
    ["a.md", ["--format", "markdown"], "Markdown"],
    ["a.markdown", ["--format", "markdown"], "Markdown"],
    ["a.wiki", ["--format", "wikitext"], "wikitext"],
    ["a.mediawiki", ["--format", "wikitext"], "wikitext"],
  ])("%s is written in the format of its extension", async (name, format, called) => {
    const file = join(folder, name);
    expect(await write(name, "--overwrite")).toEqual({
      status: 0,
      stdout: "",
      stderr: `note: ${file} is written as ${called} because of its name; --format text writes text\n`,
    });
    expect(readFileSync(file, "utf8")).toBe((await run([...BASE, ...format])).stdout);
    expect((await write(name, "--overwrite", "-q")).stderr).toBe("");
    expect((await write(name, "--overwrite", "--value", "outOfAction")).stderr).toBe("");
    expect(readFileSync(file, "utf8")).toBe("28000\n");
    expect((await write(name, "--overwrite", "--quote")).stderr).not.toContain("is written as");
    expect(readFileSync(file, "utf8")).toBe((await run([...BASE, "--quote"])).stdout);
    expect((await write(name, "--overwrite", "--format", "text")).stderr).toBe("");
    expect(readFileSync(file, "utf8")).toBe((await run(BASE)).stdout);
  });

  test("the list of ratios is written in the format of the extension, too", async () => {
    const file = join(folder, "ratios.csv");
    expect((await run(["ratios", "korea", "-o", file])).stderr).toContain("ratios.csv is written as CSV");
    expect(readFileSync(file, "utf8")).toBe((await run(["ratios", "korea", "--format", "csv"])).stdout);
  });

  test("a link without a target counts as an existing file, and stays a link", async () => {
    const [link, target] = [join(folder, "dangling"), join(folder, "target")];
    symlinkSync("target", link);
    const refused = await write("dangling");
    expect([refused.status, refused.stderr, existsSync(target)]).toEqual([
      4,
      expect.stringContaining("E-OUTPUT-EXISTS"),
      false,
    ]);
    expect((await write("dangling", "--overwrite")).status).toBe(0);
    expect(readFileSync(target, "utf8")).toContain("28,000");
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  test("two links to the same missing file count as one file", async () => {
    symlinkSync("later", join(folder, "link-1"));
    symlinkSync(join(folder, "later"), join(folder, "link-2"));
    const { stderr } = await write("link-1", "--save", join(folder, "link-2"), "--overwrite");
    expect(stderr).toContain("E-OPTIONS-CLASH");
  });

  test("a loop of links is refused", async () => {
    symlinkSync("circle-2", join(folder, "circle-1"));
    symlinkSync("circle-1", join(folder, "circle-2"));
    expect((await write("circle-1", "--overwrite")).stderr).toContain("too many symbolic links");
  });

  test("a file name as long as the file system allows is written", async () => {
    expect((await write("n".repeat(240))).status).toBe(0);
    expect((await write("n".repeat(255))).status).toBe(0);
  });

  test("a scenario is not overwritten by its result, under any of its names", async () => {
    const file = join(folder, "scenario.json");
    await run([...BASE, "--save", file, "-q"]);
    const before = readFileSync(file, "utf8");
    symlinkSync(file, join(folder, "soft.json"));
    linkSync(file, join(folder, "hard.json"));
    for (const name of ["scenario.json", "soft.json", "hard.json"]) {
      for (const operand of [file, `${file}#1`]) {
        const { status, stderr } = await run(["--scenario", operand, "-o", join(folder, name), "--overwrite"]);
        expect([status, stderr]).toEqual([2, expect.stringContaining("are the same file")]);
      }
    }
    expect(readFileSync(file, "utf8")).toBe(before);
    // But --save may update it.
    expect((await run(["--scenario", file, "--killed", "8000", "--save", file, "--overwrite"])).status).toBe(0);
    expect(readFileSync(file, "utf8")).toContain("8000");
  });
});

test.each([[[]], [["--explain"]], [["--format", "markdown"]], [["--value", "sentence"]], [["--json"]]])(
  "with %j no line is a command to GitHub, whatever the names are",
  async (argv) => {
    const names = ["--side", "::error::x", "--killed", "::warning::y=7", "--killed", "##[group]z=8", "--wounded", "2x"];
    const { stdout } = await run([...names, "--force", "::x=100", ...argv]);
    expect(stdout.split("\n").filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
    expect(stdout).toContain("error");
  },
);

describe("help and version", () => {
  test.each([
    [["--help"]],
    [["-h"]],
    [["help"]],
    [["help", "estimate"]],
    [["estimate", "--help"]],
    [["estimate", "-h"]],
    [["--kiled", "--killed", "x", "--help"]],
  ])("%j shows help", async (argv) => {
    const { status, stdout, stderr } = await run(argv);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^Usage: loss-calc/);
  });

  test("every page of help fits 80 columns, its examples too", async () => {
    const pages = ["--help", ...COMMANDS.map(({ name }) => name), ...TOPIC_NAMES];
    for (const page of pages) {
      const { status, stdout } = await run(page === "--help" ? [page] : ["help", page]);
      expect([page, status]).toEqual([page, 0]);
      expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
    }
  });

  test("below 60 columns the description of an option is on the next line", async () => {
    const optionIn = async (columns: number) => {
      const lines = (await run(["--help", "--color", "never", "--no-pager"], { columns })).stdout.split("\n");
      return lines[lines.findIndex((line) => line.includes("--killed <"))]!.trim();
    };
    expect(await optionIn(60)).toMatch(/^--killed <\w+> {2,}\w/);
    expect(await optionIn(59)).toMatch(/^--killed <\w+>$/);
  });

  test("without arguments a short help is printed, with status 2", async () => {
    const { status, stdout, stderr } = await run([]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.split("\n").length).toBeLessThanOrEqual(20);
    expect(stderr).toContain("loss-calc --help");
  });

  test("the version is that of the package", async () => {
    expect((await run(["--version"])).stdout).toBe(`${manifest.version}\n`);
    expect((await run(["-v", "--json"])).stdout).toBe(
      `{"version":"${manifest.version}","record":"${RECORD.version}"}\n`,
    );
  });
});

describe("the same command, written differently", () => {
  test.each([
    [["estimate", ...BASE]],
    [["--killed=7000", "--ratio=3", "--force=150000"]],
    [["--killed", "7000", "--ratio", "3", "--strength", "150000"]],
    [["--force", "150000", "--ratio", "3x", "--killed", "7k"]],
    [["--killed", "7000", "--ratio", "3", "--force", "150000", "--combine", "envelope"]],
  ])("%j gives the same result", async (argv) => expect(await run(argv)).toEqual(await run(BASE)));

  test("--force and --strength keep their order", async () => {
    const { stdout } = await run([
      "--killed",
      "7",
      "--ratio",
      "1",
      "--strength",
      "100",
      "--force",
      "200",
      "--value",
      "forces[0].share",
    ]);
    expect(stdout).toBe("0.14\n");
  });
});

test.each([
  ["--json ratios us-korea", "ratios us-korea --json"],
  ["--ratios fixtures/ratios/our-ratios.json ratios house", "ratios house --ratios fixtures/ratios/our-ratios.json"],
  ["--ratios=fixtures/ratios/our-ratios.json -q ratios house", "ratios house --ratios fixtures/ratios/our-ratios.json"],
  ["-qo - estimate --killed 7", "estimate --killed 7 -qo -"],
  ["--killed 7 --side check", "estimate --killed 7 --side check"],
  ["--help batch", "batch --help"],
  ["--bogus ratios", "ratios --bogus"],
  ["-- ratios", "estimate -- ratios"],
])("options may come before the command: %s is %s", async (before, after) => {
  expect(await run(before.split(" "))).toEqual(await run(after.split(" ")));
});

describe("a terminal", () => {
  const source = [
    "--killed",
    "Ukraine=13,800",
    "--killed",
    "US and Europe=up to 6,000",
    "--ratio",
    "3",
    "--force",
    "150000",
  ];

  test.each([80, 40, 20])("of %i columns has no line that is too long", async (columns) => {
    const { stdout } = await run([...source, "--explain", "--color", "never"], { columns });
    // Only a single word may be wider than 20 columns.
    expect(stdout.split("\n").filter((line) => line.length > Math.max(columns, 24))).toEqual([]);
    if (columns === 40) await expect(stdout).toMatchFileSnapshot("../golden/terminal-40.txt");
  });

  test("has help in its full width", async () => {
    const width = async (columns: number) =>
      Math.max(...(await run(["--help"], { columns })).stdout.split("\n").map((line) => line.length));
    expect(await width(120)).toBeGreaterThan(await width(80));
  });

  // biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for escape sequences
  const coloured = (text: string) => /\u001b\[/.test(text);
  test.each([
    [{}, undefined, false],
    [{}, 80, true],
    [{ NO_COLOR: "1" }, 80, false],
    [{ NO_COLOR: "" }, 80, true],
    [{ NO_COLOR: "1", FORCE_COLOR: "1" }, 80, false],
    [{ FORCE_COLOR: "1" }, undefined, true],
    [{ FORCE_COLOR: "" }, undefined, false],
    [{ FORCE_COLOR: "" }, 80, true],
    [{ CLICOLOR_FORCE: "" }, undefined, false],
    [{ FORCE_COLOR: "0" }, 80, false],
    [{ FORCE_COLOR: "false" }, 80, false],
    [{ CLICOLOR_FORCE: "1" }, undefined, true],
    [{ CLICOLOR_FORCE: "0" }, undefined, false],
    [{ CLICOLOR: "0" }, 80, false],
    [{ CLICOLOR: "1" }, undefined, false],
    [{ TERM: "dumb" }, 80, false],
    [{ TERM: "dumb", FORCE_COLOR: "1" }, 80, true],
  ])("with %j and %s columns: colour %s", async (env, columns, expected) => {
    const options = columns === undefined ? { env } : { env, columns };
    expect(coloured((await run(BASE, options)).stdout)).toBe(expected);
    expect(coloured((await run(["--killed", "x"], options)).stderr)).toBe(expected);
    expect(coloured((await run([...BASE, "--color", "always"], options)).stdout)).toBe(true);
    expect(coloured((await run([...BASE, "--color", "never"], options)).stdout)).toBe(false);
    expect(coloured((await run([...BASE, "--color", "always", "--json"], options)).stdout)).toBe(false);
  });

  test("has the same text with and without colour", async () => {
    const [plain, colour] = [
      await run(source, { columns: 80, env: { NO_COLOR: "1" } }),
      await run(source, { columns: 80 }),
    ];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it removes escape sequences
    expect(colour.stdout.replace(/\u001b\[\d+m/g, "")).toBe(plain.stdout);
  });

  test("does not affect the width or colour of a file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "loss-calc-"));
    await run([...BASE, "-o", join(folder, "a")], { columns: 30 });
    expect(readFileSync(join(folder, "a"), "utf8")).toBe((await run(BASE)).stdout);
    rmSync(folder, { recursive: true });
  });
});

describe("more mistakes than are shown", () => {
  const many = Array.from({ length: 250 }, () => ["--killed", "x"]).flat();

  test("are counted, in text and in JSON", async () => {
    const { status, stderr } = await run([...many, "--ratio", "y"]);
    expect([status, stderr.match(/^error/gm)?.length]).toEqual([2, 201]);
    expect(stderr).toMatch(/\n\nerror E-MORE-MISTAKES: 51 more mistakes are not shown\n\n251 mistakes; .*\n$/);
    const { errors } = JSON.parse((await run([...many, "--json"])).stderr);
    expect([errors.length, errors.at(-1)]).toEqual([
      201,
      { code: "E-MORE-MISTAKES", message: "50 more mistakes are not shown", try: [] },
    ]);
  });

  test("all count for the exit status, also those not shown", async () => {
    const folder = mkdtempSync(join(tmpdir(), "loss-calc-"));
    const file = join(folder, "mistakes.json");
    writeFileSync(file, JSON.stringify({ killed: Array.from({ length: 2000 }, (_, index) => `x${index}`) }));
    const alone = await run(["--scenario", file]);
    expect([alone.status, alone.stderr]).toEqual([3, expect.stringContaining("1,800 more mistakes are not shown")]);
    expect((await run(["--scenario", file, "--ratio", "1:5"])).status).toBe(2);
    rmSync(folder, { recursive: true });
  });
});

test.each(["\u007f", "\u0085", "\u009b", "\u061c", "\u200e", "\u202e", "\u2066", "\u2069"])(
  "%j is escaped in JSON",
  async (character) => {
    const { stderr } = await run(["--killed", `7${character}x`, "--json"]);
    expect(stderr).not.toContain(character);
    expect(JSON.parse(stderr).errors[0].text).toBe(`7${character}x`);
  },
);

test("a result that may be discarded gets a note, but not with -q", async () => {
  const messages: string[] = [];
  const write = (into: string[]) => (text: string | Uint8Array) => into.push(String(text)) > 0;
  const { main } = await import("../../src/cli/main.ts");
  const io = {
    stdin: Object.assign((async function* () {})(), { isTTY: true }),
    source: { isFolder: false },
    stdout: { isTTY: false, isDiscarded: true, write: write([]) },
    stderr: { isTTY: false, write: write(messages) },
    onInterrupt: () => {},
    env: {},
  };
  await main(BASE, io);
  await main([...BASE, "-q"], io);
  expect(messages).toEqual([expect.stringMatching(/^note: standard output is closed or discarded/)]);
});

test("200,000 mistakes have a status, and 200,000 rows a table", () => {
  const problem: Problem = { code: "E-NAME-EMPTY", args: {}, at: { line: 1 } };
  expect(exitStatus(new Array(200_000).fill(problem))).toBe(3);
  const row = { quantity: "killed", basis: "a", value: "7", shares: [], whole: false };
  const sheet = sheetOf({ heading: "people", forces: [], rows: new Array(200_000).fill(row) });
  expect(alignedSheet(sheet)).toHaveLength(200_001);
});

test.each([
  [
    [],
    /^This is a bug in loss-calc \d+\.\d+\.\d+, not a mistake of yours \(TypeError: boom\)\.\nPlease report it .*\n$/,
  ],
  [["--debug"], /\nTypeError: boom\n +at .*main\.test\.ts/],
])("an unexpected error is reported as a bug, with the options %j", async (options, message) => {
  const failing = {
    write: () => {
      throw new TypeError("boom");
    },
    isTTY: false,
  };
  let printed = "";
  const stdin = Object.assign((async function* () {})(), { isTTY: true });
  const stderr = {
    isTTY: false,
    write: (text: string | Uint8Array) => {
      printed += text;
      return true;
    },
  };
  const io = { stdin, source: { isFolder: false }, stdout: failing, stderr, onInterrupt: () => {}, env: {} };
  expect(await main([...BASE, ...options], io)).toBe(70);
  expect(printed).toMatch(message);
});

describe("--ascii", () => {
  const SOURCES = ["--killed", "Київ=13,800", "--killed", "Zürich=up to 6,000", "--ratio", "3", "--force", "150000"];

  test("writes only ASCII, and keeps columns aligned", async () => {
    const { stdout } = await run([...SOURCES, "--ascii", "--explain"]);
    expect(stdout).toMatch(/^[\n -~]*$/);
    await expect(stdout).toMatchFileSnapshot("../golden/ascii.txt");
  });

  test.each([
    [{ LANG: "C" }, 80, true],
    [{ LC_ALL: "de_DE.ISO-8859-1", LANG: "de_DE.UTF-8" }, 80, true],
    [{ LC_CTYPE: "en_GB.utf8", LANG: "C" }, 80, false],
    [{ LANG: "" }, 80, false],
    [{}, 80, false],
    // Output to a pipe is the same in every locale.
    [{ LANG: "C" }, undefined, false],
  ])("with %j and %s columns, the output is only ASCII: %s", async (env, columns, isInAscii) => {
    const isOnlyAscii = (text: string) => /^[\0-\x7f]*$/.test(text);
    const options = columns === undefined ? { env } : { env, columns };
    expect(isOnlyAscii((await run(SOURCES, options)).stdout)).toBe(isInAscii);
    expect(isOnlyAscii((await run(["--killed", "6,0–5,0 x"], options)).stderr)).toBe(isInAscii);
    expect(isOnlyAscii((await run([...SOURCES, "--json"], options)).stdout)).toBe(false);
  });

  test("works with check, ratios, help, explain and -o", async () => {
    for (const argv of [
      ["check", "fixtures/scenarios"],
      ["ratios", "--explain"],
      ["help", "figures"],
      ["explain", "OPEN_LOW"],
    ]) {
      expect((await run([...argv, "--ascii"])).stdout).toMatch(/^[\n -~]+$/);
    }
    const folder = mkdtempSync(join(tmpdir(), "loss-calc-"));
    await run([...SOURCES, "--ascii", "-o", join(folder, "a")]);
    expect(readFileSync(join(folder, "a"), "utf8")).toMatch(/^[\n -~]+$/);
    rmSync(folder, { recursive: true });
  });
});

describe("reports of a kind, and two lists, in every form", () => {
  const claims = ["--killed", "Ukraine=13,800", "--killed", "US=up to 6,000", "--kind", "Ukraine=claim"];
  const left = [...claims, "--without", "claim", "--ratio", "3"];

  test("JSON has what was left out, and a saved scenario has it for the next time", async () => {
    const { leftOut, outOfAction } = JSON.parse((await run([...left, "--json"])).stdout);
    expect(leftOut).toMatchObject([{ input: "killed", kind: "claim", source: "Ukraine", text: "13,800" }]);
    expect(outOfAction).toMatchObject({ low: 24000, high: 24000, openLow: true });
    const { killed, without, expect: expected } = JSON.parse((await run([...left, "--save", "-"])).stdout);
    expect(killed).toMatchObject([{ source: "Ukraine", kind: "claim" }, { source: "US" }]);
    expect([without, expected.outOfAction]).toEqual(["claim", "≤24,000"]);
  });

  test("JSON and CSV have the lists", async () => {
    const lists = ["--list", "A=1500", "--list", "B=1200", "--both", "900"];
    const { inputs, killed } = JSON.parse((await run([...lists, "--json"])).stdout);
    expect(inputs).toMatchObject({
      list: [
        { source: "A", low: 1500 },
        { source: "B", low: 1200 },
      ],
      both: { low: 900 },
    });
    expect(killed).toMatchObject({ low: 2000, high: 2000 });
    expect((await run([...lists, "--format", "csv"])).stdout).toMatch(/^.*,killed,,2000,,2000,/m);
  });
});
