import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cpuTime } from "../cpu.ts";
import { run } from "./run.ts";

const OUR = "fixtures/ratios/our-ratios.json";

let folder = "";
const at = (name: string) => join(folder, name);
const write = (name: string, content: unknown) => {
  writeFileSync(at(name), typeof content === "string" ? content : JSON.stringify(content));
  return at(name);
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "loss-calc-ratios-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A terminal so wide that no line is wrapped. */
const WIDE = { columns: 10_000, env: { NO_COLOR: "1" } };

describe("the list", () => {
  const names = async (...argv: string[]) => {
    const { stdout } = await run(["ratios", ...argv, "--format", "csv"]);
    return stdout
      .split("\n")
      .slice(1, -1)
      .map((line) => line.split(",")[0]);
  };

  test.each<[string[], string[]]>([
    [["korea"], ["us-korea", "uk-korea"]],
    [["KOREA", "kingdom"], ["uk-korea"]],
    [
      ["second-world", "--scope", "war", "--sort", "wounded"],
      ["uk-wwii", "canada-wwii", "us-wwii"],
    ],
    [
      ["--era", "1982", "--sort", "name"],
      ["argentina-falklands", "israel-lebanon", "uk-falklands"],
    ],
    [["--era", "-1865", "--scope", "war"], ["union-civil-war"]],
    [["--side", "georgia"], ["georgia-2008"]],
    [["--definition", "dead-and-missing"], ["ussr-winter-war"]],
    [
      ["--era", "2001-", "--covers", "others", "--sort", "others"],
      ["russia-georgia-2008", "us-iraq", "georgia-2008"],
    ],
    [
      ["--covers", "missing", "--era", "1990-"],
      ["russia-chechnya-1", "russia-chechnya-2", "russia-georgia-2008", "georgia-2008"],
    ],
    [
      ["wwi", "--comparable", "--sort", "killed"],
      ["us-wwi", "australia-western-front"],
    ],
    [["ww2", "--side", "us"], ["us-wwii"]],
    [
      ["us-korea,us-vietnam", "--sort", "name"],
      ["us-korea", "us-vietnam"],
    ],
    [
      ["1914", "--sort", "killed"],
      ["germany-wwi", "russia-wwi", "france-wwi", "uk-wwi"],
    ],
    [["--era", "1914", "--side", "britain"], ["uk-wwi"]],
    [
      ["--side", "britain", "--era", "1946-"],
      ["uk-korea", "uk-falklands", "uk-afghanistan"],
    ],
    [
      ["history:1946 to 2000, us-wwi", "--side", "us"],
      ["us-wwi", "us-korea", "us-vietnam", "us-gulf"],
    ],
    [["house", "--ratios", OUR], ["house-rule"]],
    [
      ["uk-korea", "US-KOREA", "--sort", "wounded"],
      ["uk-korea", "us-korea"],
    ],
    [["us-korea", "uk-korea", "kingdom"], ["uk-korea"]],
    [["viet nam", "--side", "us"], ["us-vietnam"]],
    [
      ["--side", "uk", "--comparable"],
      ["uk-wwii", "uk-korea", "uk-falklands", "uk-afghanistan"],
    ],
    [
      ["--side", "German", "--comparable", "--sort", "name"],
      ["germany-1870", "germany-east-1941-42", "germany-france-1940", "germany-poland-1939"],
    ],
    [
      ["history:battle-deaths", "korea"],
      ["us-korea", "uk-korea"],
    ],
    [["history:1946–2000:battle"], ["viet-minh-dien-bien-phu", "france-dien-bien-phu"]],
    [
      ["history", "history:-1899", "--scope", "war", "--ratios", OUR],
      ["union-civil-war", "germany-1870", "us-spanish-american"],
    ],
  ])("%j lists %j", async (argv, found) => {
    expect(await names(...argv)).toEqual(found);
  });

  test("has every case, once, in every format", async () => {
    expect(await names()).toHaveLength(48);
    const { stdout } = await run(["ratios", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ schema: "loss-calc/ratios", record: "2026-11-30" });
    const lines = (await run(["ratios", "--format", "ndjson"])).stdout.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(stdout).cases);
    expect((await run(["ratios", "--format", "markdown"])).stdout.match(/^\| /gm)).toHaveLength(50);
  });

  test("every source that --explain names has a URL", async () => {
    const { stdout } = await run(["ratios", "--explain"], WIDE);
    const sources = stdout
      .split("\n")
      .filter((line) => /^ {2}(source( of the [a-z ]+)?|also seen in|other figures):/.test(line));
    expect(sources.length).toBeGreaterThan(140);
    expect(sources.filter((line) => !/https?:\/\//.test(line))).toEqual([]);
  });

  test.each([80, 40])("fits a terminal of %i columns", async (columns) => {
    for (const argv of [
      ["--era", "1946-"],
      ["korea", "--explain"],
      ["--backtest", "3"],
      ["--backtest", "3", "--explain"],
      ["--backtest", "history", "--explain"],
    ]) {
      const { stdout } = await run(["ratios", ...argv, "--color", "never"], { columns });
      // A URL has no space at which to wrap it.
      const long = stdout.split("\n").filter((line) => line.length > columns && !/\S{30}/.test(line));
      expect(long).toEqual([]);
    }
  });

  test.each([
    [["--era", "1700-1800"], "no case matches; loss-calc ratios lists all of them\n"],
    [["dupuy"], "no case matches “dupuy”; it names a source of caveats: loss-calc ratios history --cite\n"],
    [
      ["clodfelter"],
      "no case matches “clodfelter”; it names a source of germany-1870, france-1870, france-wwi and germany-wwi: loss-calc ratios germany-1870 --explain\n",
    ],
    [
      ["department"],
      "no case matches “department”; it names a source of union-civil-war, us-spanish-american, us-wwi, us-wwii, us-korea and four more: loss-calc ratios union-civil-war --explain\n",
    ],
    [["xy"], "no case matches “xy”; loss-calc ratios lists all of them\n"],
    [["--era", "1915"], "no case matches; loss-calc ratios 1915 lists those that were under way\n"],
    [["korea", "--side", "russia"], "no case matches; loss-calc ratios lists all of them\n"],
    [["korea", "vietnam", "--era", "1914"], "no case matches; loss-calc ratios 1914 lists those that were under way\n"],
    [["atlantis"], "no case matches “atlantis”; loss-calc ratios lists all of them\n"],
    ...["103284", "103,284", "103.5"].map((number): [string[], string] => [
      [number],
      `no case matches “${number}”: numbers of people cannot be searched for, only wars, countries and years, like loss-calc ratios korea\n`,
    ]),
    [["1492"], "no case matches “1492”; loss-calc ratios lists all of them\n"],
    [["korea", "284"], "no case matches “284”; loss-calc ratios lists all of them\n"],
    [["korae"], "no case matches “korae”; did you mean korea?\n"],
    [["Rusia"], "no case matches “Rusia”; did you mean russia?\n"],
    [["us-korae"], "no case matches “us-korae”; did you mean us-korea?\n"],
    [["korea", "vietnm"], "no case matches “vietnm”; did you mean vietnam?\n"],
    [["--side", "britian"], "no side matches “britian”; did you mean britain?\n"],
    [
      ["--era", "2010-", "--backtest", "3"],
      "none of these cases can be tested: they are not comparable, or there are too few other wars to test them against\n",
    ],
    [
      ["--backtest", "history:-1917", "--format", "svg"],
      "none of these cases can be tested: they are not comparable, or there are too few other wars to test them against\n",
    ],
    [
      ["--backtest", "history:-1917"],
      "none of these cases can be tested: they are not comparable, or there are too few other wars to test them against\n",
    ],
  ])("says why nothing is listed: %j", async (argv, stderr) => {
    expect(await run(["ratios", ...argv])).toEqual({ status: 1, stdout: "", stderr });
    expect(await run(["ratios", ...argv, "-q"])).toEqual({ status: 1, stdout: "", stderr: "" });
  });

  test.each<[string[], number, string]>([
    [
      ["korea", "vietnam"],
      0,
      "note: no case matches both “korea” and “vietnam”, so cases that match either are included\n",
    ],
    [
      ["us", "korea", "vietnam"],
      0,
      "note: no case matches all of “us”, “korea” and “vietnam”, so cases that match two of them are included\n",
    ],
    [
      ["us-korea", "1967", "1982", "--backtest", "3"],
      0,
      "note: no case matches all of “us-korea”, “1967” and “1982”, so cases that match any of them are included\n",
    ],
    [
      ["--side", "russia georgia", "--json"],
      0,
      "note: no case matches both “russia” and “georgia”, so cases that match either are included\n",
    ],
    [["us-korea,us-vietnm"], 1, "note: no case matches “us-vietnm”; did you mean us-vietnam?\n"],
  ])("lists partial matches, and says so: %j", async (argv, status, stderr) => {
    expect(await run(["ratios", ...argv])).toEqual({ status, stdout: expect.stringMatching(/./), stderr });
    expect(await run(["ratios", ...argv, "-q"])).toMatchObject({ status, stderr: "" });
  });

  test("names the war of each case in 80 columns", async () => {
    const { stdout } = await run(["ratios"]);
    const table = stdout.split("\n\n")[0] ?? "";
    expect(Math.max(...table.split("\n").map((line) => line.length))).toBe(80);
    expect(table).toMatch(/^union-gettysburg +American Civil War +1863 /m);
    expect(table).toMatch(/^us-spanish-american +Spanish-American… +1898 /m);
    expect(table).toMatch(/^us-iraq +Iraq War +2003 /m);
    expect(table).toMatch(/^ukraine-2022-24\* +Russian invasion… +2022 /m);
    const { stdout: few } = await run(["ratios", "korea"]);
    expect(few).toContain("name      war         year  killed  wounded  others  killed means\n");
    const { stdout: wide } = await run(["ratios", "--color", "never"], { columns: 140 });
    expect(wide).toMatch(/^us-iraq +Iraq War \(Operation Iraqi Freedom\) .* hostile-deaths$/m);
    const { stdout: narrow } = await run(["ratios", "ukraine", "--color", "never"], { columns: 40 });
    expect(narrow).toMatch(
      /^ukraine-2022-24\*\n {2}war Russian invasion of Ukraine, year\n {2}2022, killed 43,000, wounded 8.60,/,
    );
  });

  test("names the war of the user's own cases as well as it is known", async () => {
    const source = { sources: [{ id: "s", title: "t" }] };
    const long = "a".repeat(50);
    const conflicts = [
      { id: "our-battle", conflict: "Battle of A", war: "war-of-b", scope: "battle" },
      { id: "our-war", conflict: "The War of B", war: "war-of-b" },
      { id: "our-fight", war: "war-of-b" },
      { id: "our-rule" },
      { id: long, conflict: "Some War with a very long name, in the north" },
    ].map((row) => ({ ...row, killed: 1, wounded: 3, sourceId: "s" }));
    const own = write("wars.json", { ...source, conflicts });
    const lineOf = async (name: string) => (await run(["ratios", name, "--ratios", own])).stdout.split("\n")[1];
    expect(await lineOf("our-battle")).toMatch(/^our-battle {2}War Of B {2}/);
    expect(await lineOf("our-war")).toMatch(/^our-war {2}The War of B {2}/);
    expect(await lineOf("our-fight")).toMatch(/^our-fight {2}War Of B {2}/);
    expect(await lineOf("our-rule")).toMatch(/^our-rule +1 +3.00$/);
    expect(await lineOf(long)).toMatch(/^a{50} {2}Some War…? /);
  });

  test("answers a back-test in four lines, and lists the cases with --explain", async () => {
    const lines = async (...argv: string[]) => (await run(["ratios", "--backtest", ...argv], WIDE)).stdout.split("\n");
    expect(await lines("3")).toEqual([
      "A ratio of 3, tested on 40 comparable cases (record of 2026-11-30)",
      "A ratio of three wounded to one killed was within 25% of the actual ratio in 20 of 40 comparable cases from past wars, and within a factor of two in 34; it was too low in 23 and too high in 17.",
      "A ratio of three wounded, captured or missing to one killed was within 25% of the actual ratio in 19 of 35 comparable cases from past wars, and within a factor of two in 27; it was too low in 24 and too high in 11.",
      "The captured and the missing are counted where they are known. --explain lists the cases.",
      "",
    ]);
    for (const ratio of ["2-4", "history", "us-korea", "us-afghanistan"])
      expect([ratio, (await lines(ratio)).length]).toEqual([ratio, 5]);
    expect(await lines("3", "us-iraq", "us-afghanistan")).toContain(
      "A ratio of three wounded, captured or missing to one killed was within 25% of the actual ratio in none of one selected case of the United States from a past war that began in 2003, and within a factor of two in none; it was too low in one and too high in none.",
    );
    expect(await lines("3", "us-afghanistan")).toContain(
      "No comparable case has a count of the wounded, captured and missing.",
    );
    const explained = await lines("3", "--explain");
    expect(explained.slice(0, 3)).toEqual((await lines("3")).slice(0, 3));
    expect(explained).toContain("wounded: 40 comparable cases");
    expect(explained).toContain("others (wounded, captured and missing, where known): 35 comparable cases");
    expect(explained.filter((line) => /^us-korea /.test(line))).toHaveLength(2);
    const markdown = (await lines("3", "--explain", "--format", "markdown")).filter((line) => line.startsWith("| "));
    expect(markdown).toHaveLength(40 + 35 + 4);
    expect((await lines("3", "--format", "csv")).length).toBe(40 + 35 + 2);
    expect(JSON.parse((await lines("3", "--json")).join("\n")).blocks[0].trials).toHaveLength(40);
  });

  test("gives the interval of the listed cases, or says that there are too few wars", async () => {
    const summary = async (...argv: string[]) =>
      (await run(["ratios", ...argv], WIDE)).stdout.match(/^(?:\d+|[A-Z]\w+) cases?, .*$/m)?.[0];
    expect(await summary("history")).toMatch(/^40 cases, 40 comparable, from 23 wars: .* 1\.87 to 6\.18 /);
    expect(await summary("history:2001-")).toBe(
      "Five cases, five comparable, from three wars; an interval needs at least five wars.",
    );
    const { cases, history } = JSON.parse((await run(["ratios", "history:1946-2000", "--json"])).stdout);
    expect([cases.length, history.low, history.high, history.wars.length]).toEqual([17, 1.82, 4.84, 13]);
    expect(history.others).toEqual({ middle: 0.8, low: 2.53, high: 6.97, rows: 16 });
    expect(history.wars[0]).toEqual({ war: "korean-war", mean: 2.755635, cases: ["us-korea", "uk-korea"] });
    expect(JSON.parse((await run(["ratios", "korea", "--json"])).stdout)).not.toHaveProperty("history");
  });

  test("explains an interval only if history is listed on its own", async () => {
    const { stdout } = await run(["ratios", "history:2001-", "--explain"]);
    expect(stdout).toMatch(
      /^history:2001-\n {2}what: three wars; an interval needs .*\n {2}afghanistan-war: 7\.51, the geometric mean/,
    );
    const { stdout: cases } = await run(["ratios", "history:2001-", "--side", "us", "--explain"]);
    expect(cases.match(/^us-\w+$/gm)).toEqual(["us-afghanistan", "us-iraq"]);
  });

  test("leaves the user's own cases out of the interval and of back-tests", async () => {
    const own = write("zero.json", {
      sources: [{ id: "s", title: "t" }],
      conflicts: [{ id: "no-wounded", war: "w", killed: 9, wounded: 0, comparable: true, sourceId: "s" }],
    });
    const { stdout } = await run(["ratios", "--ratios", own]);
    expect(stdout).toContain("One of your own, not included in the interval or in back-tests.");
    expect(stdout).toContain(
      "48 cases, 40 comparable. The comparable ones are from 23 wars: the 80% interval\nfor another war is 1.87 to 6.18",
    );
  });

  test("is sorted by pace, with a column for it, and cases without one at the end", async () => {
    const { stdout } = await run(["ratios", "wwi,israel", "--scope", "war", "--sort", "pace"]);
    const lines = stdout.split("\n");
    expect(lines[0]).toMatch(/ killed +in 30 days +wounded /);
    expect(lines[1]).toMatch(/^russia-wwi\*? .* 1,700,000 +40,833–42,893 /);
    const last = lines.indexOf("") - 1;
    expect(lines[last]).toMatch(/^israel-\w+/);
    expect(stdout.replaceAll("\n", " ")).toMatch(
      /in 30 days: killed in 30 days, by the months .* cases without months, .* are at the end\./,
    );
    const { stdout: known } = await run(["ratios", "us-korea", "--sort", "pace"]);
    expect(known).not.toContain("at the end");
    const { cases } = JSON.parse((await run(["ratios", "us-korea", "us-vietnam", "--sort", "pace", "--json"])).stdout);
    expect(cases.map(({ id }: { id: string }) => id)).toEqual(["us-korea", "us-vietnam"]);
  });

  test("names the source of each count in CSV, and has enough digits of a small ratio in JSON", async () => {
    const { stdout } = await run(["ratios", "us-iraq", "--format", "csv"]);
    expect(stdout).toMatch(/,"?killed, wounded: [^;]* \(https:[^;]*\); captured: [^;]* \(https:[^;]*\)"?\n$/);
    const { cases } = JSON.parse((await run(["ratios", "us-iraq", "--json"])).stdout);
    expect(cases[0].perKilled.captured).toBe(0.0026);
  });

  test("is empty in JSON and CSV if no case matches", async () => {
    const { status, stdout } = await run(["ratios", "atlantis", "--json"]);
    expect([status, JSON.parse(stdout).cases]).toEqual([1, []]);
    expect((await run(["ratios", "atlantis", "--format", "csv"])).stdout).toMatch(/^name,[^\n]*\n$/);
  });

  test("references are written in the format that the name of a file asks for", async () => {
    const written = async (file: string, ...more: string[]) => {
      const { status, stderr } = await run(["ratios", "us-korea", "--cite", "-o", at(file), ...more]);
      expect(status).toBe(0);
      return [readFileSync(at(file), "utf8"), stderr.replace(folder, "")] as const;
    };
    const [bibtex, note] = await written("refs.bib");
    expect(bibtex).toContain("@misc{va-korea-2021,");
    expect(note).toBe("note: /refs.bib is written as BibTeX because of its name; --format text writes text\n");
    const [csl, cslNote] = await written("refs.json");
    expect(JSON.parse(csl).at(-1)).toMatchObject({ id: "loss-calc-record", type: "dataset" });
    expect(cslNote).toBe("note: /refs.json is written as CSL-JSON because of its name; --format text writes text\n");
    expect((await written("text.bib", "--format", "text"))[0]).toContain("The record itself");
    expect((await written("refs.txt", "--format", "bibtex"))[0]).toBe(bibtex);
    expect((await run(["ratios", "us-korea", "--cite", "-o", at("refs.csv")])).stderr).toContain("E-OPTIONS-CLASH");
  });

  const three =
    "A ratio of three wounded to one killed was within 25% of the actual ratio in 20 of 40 comparable cases";
  test.each([
    [
      "3",
      `${three} from past wars, and within a factor of two in 34; it was too low in 23 and too high in 17, according to loss-calc’s record.`,
    ],
    [
      "3 --max 200",
      `${three} from past wars; it was too low in 23 and too high in 17, according to loss-calc’s record.`,
    ],
    ["3 --max 170", `${three} from past wars, according to loss-calc’s record.`],
    ["3 --max 140", `Reportedly, ${three.replace("A", "a")} from past wars.`],
    [
      "3 korea --side us",
      "A ratio of three wounded to one killed was within 25% of the actual ratio in one of one selected case of the United States from a past war that began in 1950, and",
    ],
    ["2-4 --max 180", "A ratio of two to four wounded to one killed was within 25% of the actual ratio in"],
    ["0.5", "A ratio of 0.5 wounded to one killed was within 25% of the actual ratio in none of 40 comparable cases"],
    ["history", "The ratio of wounded to killed was in the 80% range of the other wars in "],
    [
      "us-korea",
      "A ratio of 3.06 wounded to one killed (United States, Korean War, 1950-1953) was within 25% of the actual ratio in 20 of 40 comparable cases from past wars (its own among them), and within a factor of two in 34; it was exact in one, ",
    ],
  ])("quotes a back-test with %s", async (options, text) => {
    const { status, stdout } = await run(["ratios", "--quote", "--backtest", ...options.split(" ")], WIDE);
    expect([status, stdout.slice(0, text.length)]).toEqual([0, text]);
    expect(stdout).toMatch(/^[^\n]+\.\n$/);
  });

  test("is written to a file with -o", async () => {
    expect((await run(["ratios", "--format", "csv", "-o", at("out.csv")])).status).toBe(0);
    expect(readFileSync(at("out.csv"), "utf8")).toBe((await run(["ratios", "--format", "csv"])).stdout);
  });

  test.each<[string[], string]>([
    [["--era", "x"], "E-ERA"],
    [["--scope", "wars"], "E-CHOICE"],
    [["--sort", "size"], "E-CHOICE"],
    [["--backtest", "30%"], "E-UNIT"],
    [["--backtest", "3", "--explain", "--format", "csv"], "E-OPTIONS-CLASH"],
    [["--backtest", "lots of people"], "E-NOT-A-NUMBER"],
    [["korea", "--quote"], "E-OPTIONS-CLASH"],
    [["--backtest", "3", "--max", "280"], "E-OPTIONS-CLASH"],
    [["--backtest", "3", "--quote", "--json"], "E-OPTIONS-CLASH"],
    [["--backtest", "3", "--quote", "--max", "0"], "E-MAX"],
    [["--backtest", "3", "--quote", "--max", "50"], "E-QUOTE-LONG"],
    [["--side", ""], "E-EMPTY"],
    [["--side", ","], "E-EMPTY"],
    [[""], "E-EMPTY"],
    [[","], "E-EMPTY"],
    [["korea,\u001b[2J"], "E-CHARACTER"],
    [["x".repeat(201)], "E-TOO-LONG"],
    [["--ratios", "-"], "E-INPUT-TERMINAL"],
    [["history:wars"], "E-HISTORY-SCOPE"],
    [["--explain", "--format", "csv"], "E-OPTIONS-CLASH"],
    [["--killed", "7"], "E-OPTION-UNKNOWN"],
  ])("%j is refused", async (argv, code) => {
    expect(await run(["ratios", ...argv])).toMatchObject({ status: 2, stderr: expect.stringContaining(code) });
  });
});

describe("the user's own ratios", () => {
  const source = { id: "memo", title: "Desk memo" };
  const file = (...conflicts: object[]) => ({ sources: [source], conflicts });

  test("are read from standard input, which the result names", async () => {
    const stdin = JSON.stringify(file({ id: "own-war", killed: 100, wounded: 300, sourceId: "memo" }));
    const ratios = ["--ratios", "-"];
    const { stdout } = await run(["--killed", "7", "--wounded", "own-war", ...ratios, "--json"], { stdin });
    expect(JSON.parse(stdout)).toMatchObject({
      outOfAction: { low: 28 },
      inputs: { wounded: { named: { file: "standard input" } } },
    });
    expect((await run(["ratios", "own-war", ...ratios], { stdin })).stdout).toContain("own-war");
    expect((await run(["batch", "fixtures/rows/reports.csv", ...ratios], { stdin })).status).toBe(0);
    expect((await run(["check", "fixtures/scenarios", ...ratios], { stdin })).status).toBe(0);
    expect((await run(["ratios", ...ratios], { stdin: "[" })).stderr).toContain("E-JSON: standard input:1:");
  });

  test("can be used together with the built-in ones", async () => {
    const own = write("own.json", file({ id: "own-war", killed: 100, wounded: 300, captured: null, sourceId: "memo" }));
    const value = async (...argv: string[]) =>
      (await run(["--killed", "1000", "--ratios", own, ...argv, "--value", "outOfAction"])).stdout;
    expect(await value("--wounded", "own-war")).toBe("4000\n");
    expect(await value("--wounded", "us-iraq")).toBe("10179\n");
    const { stdout } = await run(["--killed", "1000", "--wounded", "OWN-WAR", "--ratios", own, "--json"]);
    expect(JSON.parse(stdout).inputs.wounded.named).toMatchObject({
      name: "own-war",
      file: own,
      source: { title: "Desk memo" },
    });
  });

  test("are reported with the version of their file, in which nulls are ignored", async () => {
    const row = {
      id: "own-war",
      killed: 3,
      wounded: 9,
      byService: [{ service: "army", killed: null, wounded: 9 }],
      sourceId: "memo",
    };
    const own = write("version.json", {
      ...file({ ...row, killedMeans: "all dead", otherFigures: [{ killed: null, wounded: 5, sourceId: "memo" }] }),
      version: "2026-11",
    });
    // The record does not have the page, so that it is printed without --explain, too.
    for (const more of [[], ["--explain"]]) {
      const { stdout } = await run(["--killed", "3", "--wounded", "own-war", "--ratios", own, ...more], WIDE);
      expect(stdout).toContain(`9 wounded to 3 killed (all dead). Desk memo. ${own}, version 2026-11.`);
    }
    const { stdout: full } = await run(["ratios", "own-war", "--ratios", own, "--explain"]);
    expect(full).toContain("by service: army: 9 wounded\n  other figures: 5 wounded; Desk memo\n");
    expect(full).not.toContain("together");
  });

  test("are compared with past wars, and sorted by their values", async () => {
    const own = write(
      "given.json",
      file(
        { id: "low", woundedPerKilled: "0.1", sourceId: "memo" },
        { id: "mid", woundedPerKilled: "2-4", sourceId: "memo" },
      ),
    );
    const { stdout } = await run(["--killed", "3", "--wounded", "low", "--ratios", own, "--json"]);
    expect(JSON.parse(stdout).caveats).toMatchObject([
      {
        code: "OUTSIDE_HISTORY",
        args: {
          nearest: [
            { name: "india-1962", ratio: "0.76" },
            { name: "uk-wwii", ratio: "1.05" },
          ],
        },
      },
    ]);
    const { stdout: list } = await run([
      "ratios",
      "--ratios",
      own,
      "--covers",
      "wounded",
      "--sort",
      "wounded",
      "--format",
      "csv",
    ]);
    const names = list.split("\n").map((line) => line.split(",")[0]);
    expect([names[1], names.indexOf("mid") < names.indexOf("uk-afghanistan")]).toEqual(["low", true]);
  });

  test("are left out of the cases of a back-test, but can be the ratio that is tested", async () => {
    const own = write(
      "tested.json",
      file({ id: "own-war", war: "w", killed: 100, wounded: 300, comparable: true, sourceId: "memo" }),
    );
    const { stdout } = await run(["ratios", "--ratios", own, "--backtest", "OWN-WAR", "--json"]);
    const { ratio, blocks, without } = JSON.parse(stdout);
    expect([ratio, blocks[0].count, blocks[0].withinQuarter, without]).toEqual(["own-war", 40, 20, ["others"]]);
    const rule = write("rule.json", file({ id: "rule", nonfatalPerKilled: 3, covers: ["captured"], sourceId: "memo" }));
    // A ratio of the captured alone is not one of all losses, and is not compared with those of past wars.
    expect(await run(["ratios", "--ratios", rule, "--backtest", "rule"])).toEqual({
      status: 1,
      stdout: "",
      stderr: "rule is a ratio neither of the wounded nor of all losses together\n",
    });
    expect((await run(["ratios", "--ratios", rule, "--backtest", "rule", "-q"])).stderr).toBe("");
    const { stdout: alone } = await run(["--killed", "7", "--ratio", "rule", "--ratios", rule, "--json"]);
    expect(JSON.parse(alone).caveats.map(({ code }: { code: string }) => code)).toEqual(["RATIO_COVERS"]);
  });

  test("are read from many files in time linear in their number", async () => {
    const files = Array.from({ length: 300 }, (_, index) =>
      write(`many-${index}.json`, file({ id: `war-${index}x`, nonfatalPerKilled: 3, sourceId: "memo" })),
    );
    const list = files.map((ratios, index) => ({
      killed: 1,
      ratio: `war-${index}x`,
      ratios,
      expect: { outOfAction: 4 },
    }));
    const start = cpuTime();
    expect((await run(["check", write("many.json", list)])).status).toBe(0);
    expect(cpuTime() - start).toBeLessThan(5000);
  });

  test("are read from a long file in time linear in its length", async () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({
      id: `war-${index}x`,
      war: "w",
      killed: 9,
      wounded: 20,
      comparable: true,
      sourceId: "memo",
    }));
    const own = write("long.json", file(...many));
    const start = cpuTime();
    const { stdout } = await run(["ratios", "--ratios", own, "--format", "csv"]);
    expect(cpuTime() - start).toBeLessThan(4000);
    expect(stdout.split("\n")).toHaveLength(5050);
    expect(stdout).toMatch(/,"killed, wounded: Desk memo"\n$/);
  });

  test("may be ranges, and say what they cover", async () => {
    const own = write(
      "range.json",
      file({ id: "rule", nonfatalPerKilled: "2.5-3.5", covers: ["wounded"], sourceId: "memo" }),
    );
    const { stdout } = await run(["--killed", "100", "--ratio", "rule", "--ratios", own, "--json"]);
    const { outOfAction, covers, caveats } = JSON.parse(stdout);
    expect([outOfAction.low, outOfAction.high, covers]).toEqual([350, 450, ["killed", "wounded"]]);
    expect(caveats.map(({ code }: { code: string }) => code)).toEqual(["RATIO_COVERS"]);
  });

  test("may have the quotients next to the counts, if they are right", async () => {
    const row = { id: "a-war", killed: 3, wounded: 7, woundedPerKilled: 2.33, sourceId: "memo" };
    const good = write("good.json", file(row));
    expect((await run(["--killed", "3", "--wounded", "a-war", "--ratios", good, "--value", "wounded"])).stdout).toBe(
      "7\n",
    );
    const bad = write("bad.json", file({ ...row, woundedPerKilled: 2.4 }));
    expect(await run(["--killed", "3", "--ratios", bad])).toMatchObject({
      status: 3,
      stderr: expect.stringMatching(/E-RATIO-CASE: .*bad\.json:1:\d+: conflicts\[0\]\.woundedPerKilled/),
    });
  });

  test.each<[string, unknown, string]>([
    ["a text that is not JSON", "{", "E-JSON"],
    ["a file without sources", { conflicts: [{ id: "a", nonfatalPerKilled: 3, sourceId: "memo" }] }, "E-KEY-MISSING"],
    ["an unknown source", file({ id: "a", nonfatalPerKilled: 3, sourceId: "menu" }), "E-RATIO-SOURCE"],
    ["a case without a source", file({ id: "a", nonfatalPerKilled: 3 }), "E-KEY-MISSING"],
    ["an unknown key", file({ id: "a", nonfatalPerKiled: 3, sourceId: "memo" }), "E-KEY-UNKNOWN"],
    ["a name with a space", file({ id: "a b", nonfatalPerKilled: 3, sourceId: "memo" }), "E-RATIO-NAME"],
    ["a name that begins with a digit", file({ id: "3x", nonfatalPerKilled: 3, sourceId: "memo" }), "E-RATIO-NAME"],
    ["a name that is a number", file({ id: "three", nonfatalPerKilled: 3, sourceId: "memo" }), "E-RATIO-NAME"],
    ["a name that is a vague number", file({ id: "dozens", nonfatalPerKilled: 3, sourceId: "memo" }), "E-RATIO-NAME"],
    ["the name of a built-in ratio", file({ id: "US-Korea", nonfatalPerKilled: 3, sourceId: "memo" }), "E-RATIO-NAME"],
    [
      "a name that tables use for a missing value",
      file({ id: "na", nonfatalPerKilled: 3, sourceId: "memo" }),
      "E-RATIO-NAME",
    ],
    [
      "a name with letters that are not ASCII",
      file({ id: "größe", nonfatalPerKilled: 3, sourceId: "memo" }),
      "E-RATIO-NAME",
    ],
    [
      "covers without a ratio",
      file({ id: "a", killed: 1, wounded: 3, covers: ["wounded"], sourceId: "memo" }),
      "E-RATIO-CASE",
    ],
    [
      "an approximate quotient",
      file({ id: "a", killed: 1, wounded: 3, woundedPerKilled: "about 3", sourceId: "memo" }),
      "E-RATIO-CASE",
    ],
    [
      "a quotient whose high end differs",
      file({ id: "a", killed: 1, wounded: 3, woundedPerKilled: "3-4", sourceId: "memo" }),
      "E-RATIO-CASE",
    ],
    [
      "a source for a count that is not given",
      file({ id: "a", killed: 1, wounded: 3, countSources: { captured: "memo" }, sourceId: "memo" }),
      "E-RATIO-CASE",
    ],
    [
      "a ratio below that of the wounded",
      file({ id: "a", killed: 1, wounded: 3, nonfatalPerKilled: 2, sourceId: "memo" }),
      "E-RATIO-CASE",
    ],
    [
      "a case that is comparable and not",
      file({ id: "a", killed: 1, wounded: 3, comparable: true, notComparableBecause: "x", sourceId: "memo" }),
      "E-RATIO-CASE",
    ],
    ["the name history", file({ id: "history", nonfatalPerKilled: 3, sourceId: "memo" }), "E-RATIO-NAME"],
    [
      "the same name twice",
      file({ id: "a", nonfatalPerKilled: 3, sourceId: "memo" }, { id: "A", nonfatalPerKilled: 3, sourceId: "memo" }),
      "E-RATIO-NAME",
    ],
    [
      "the missing counted twice",
      file({ id: "a", killed: 9, wounded: 5, missing: 1, capturedOrMissing: 2, sourceId: "memo" }),
      "E-RATIO-CASE",
    ],
    [
      "years that run backwards",
      file({ id: "a", killed: 9, wounded: 5, startYear: 2010, endYear: 2001, sourceId: "memo" }),
      "E-RATIO-CASE",
    ],
    [
      "months that run backwards",
      file({
        id: "a",
        killed: 9,
        wounded: 5,
        startYear: 2010,
        startMonth: 5,
        endYear: 2010,
        endMonth: 4,
        sourceId: "memo",
      }),
      "E-RATIO-CASE",
    ],
    [
      "a month without a year",
      file({ id: "a", killed: 9, wounded: 5, startYear: 2010, endMonth: 4, sourceId: "memo" }),
      "E-RATIO-CASE",
    ],
    [
      "a date that is not one",
      { ...file({ id: "a", nonfatalPerKilled: 3, sourceId: "memo" }), sources: [{ ...source, seen: "2026-02-30" }] },
      "E-DATE",
    ],
    [
      "an author with two kinds of names",
      {
        ...file({ id: "a", nonfatalPerKilled: 3, sourceId: "memo" }),
        sources: [{ ...source, author: [{ family: "Fox", literal: "W. Fox" }] }],
      },
      "E-TYPE",
    ],
    [
      "an author without the keys of a name",
      { ...file({ id: "a", nonfatalPerKilled: 3, sourceId: "memo" }), sources: [{ ...source, author: ["Fox"] }] },
      "E-TYPE",
    ],
    [
      "two sources with the same name",
      { ...file({ id: "a", nonfatalPerKilled: 3, sourceId: "memo" }), sources: [source, source] },
      "E-RATIO-SOURCE-TWICE",
    ],
    [
      "an unknown source of a count",
      file({ id: "a", killed: 9, wounded: 5, sourceId: "memo", countSources: { killed: "x" } }),
      "E-RATIO-SOURCE",
    ],
    [
      "an unknown source in alsoSeenIn",
      file({ id: "a", killed: 9, wounded: 5, sourceId: "memo", alsoSeenIn: ["x"] }),
      "E-RATIO-SOURCE",
    ],
    [
      "a text that is not a URL",
      {
        sources: [{ ...source, url: "javascript alert" }],
        conflicts: [{ id: "a", nonfatalPerKilled: 3, sourceId: "memo" }],
      },
      "E-URL",
    ],
    [
      "a control character in a title",
      {
        sources: [{ ...source, title: "a\u001b[2J" }],
        conflicts: [{ id: "a", nonfatalPerKilled: 3, sourceId: "memo" }],
      },
      "E-CHARACTER",
    ],
    [
      "a control character in a note",
      file({ id: "a", note: "\u202eabc", nonfatalPerKilled: 3, sourceId: "memo" }),
      "E-CHARACTER",
    ],
    ["a case without losses or ratios", file({ id: "a", killed: 5, sourceId: "memo" }), "E-RATIO-CASE"],
    ["more than a number can hold", file({ id: "a", killed: 2 ** 53, wounded: 5, sourceId: "memo" }), "E-TOO-LARGE"],
    ["a year above 9999", file({ id: "a", startYear: 10_000, nonfatalPerKilled: 3, sourceId: "memo" }), "E-TOO-LARGE"],
    ["a case in which nobody was killed", file({ id: "a", killed: 0, wounded: 5, sourceId: "memo" }), "E-RATIO-CASE"],
    ["a count below zero", file({ id: "a", killed: -5, wounded: 5, sourceId: "memo" }), "E-NEGATIVE"],
    ["a fraction of a person", file({ id: "a", killed: 5.5, wounded: 5, sourceId: "memo" }), "E-FRACTION"],
    ["an empty name", file({ id: "", nonfatalPerKilled: 3, sourceId: "memo" }), "E-EMPTY"],
    ["a ratio in percent", file({ id: "a", nonfatalPerKilled: "30%", sourceId: "memo" }), "E-UNIT"],
    ["an unknown scope", file({ id: "a", scope: "wars", nonfatalPerKilled: 3, sourceId: "memo" }), "E-CHOICE"],
    [
      "a control character in a name",
      file({ id: "a", belligerent: "\u001b[2J", nonfatalPerKilled: 3, sourceId: "memo" }),
      "E-CHARACTER",
    ],
  ])("are refused, and the file is named: %s", async (name, content, code) => {
    const own = write("wrong.json", content);
    for (const argv of [
      ["--killed", "7"],
      ["ratios"],
      ["check", "fixtures/scenarios"],
      ["batch", "fixtures/rows/reports.csv"],
    ]) {
      const { status, stdout, stderr } = await run([...argv, "--ratios", own]);
      expect([name, status, stdout]).toEqual([name, 3, ""]);
      expect(stderr).toContain(`error ${code}: ${own}`);
      expect(stderr).not.toContain("\u001b");
    }
  });

  test("the message about an author names the keys", async () => {
    const source = { id: "memo", title: "Our memo", author: ["Fox", { name: "Fox" }, { family: "Fox" }] };
    const own = write("author.json", {
      sources: [source],
      conflicts: [{ id: "a", nonfatalPerKilled: 3, sourceId: "memo" }],
    });
    const { stderr } = await run(["ratios", "--ratios", own]);
    const expected =
      /expected: a person, as { "family": "Fox", "given": "William F." }, or an office, as { "literal": /g;
    expect(stderr.replace(/\s+/g, " ").match(expected)).toHaveLength(2);
  });

  test("a missing file is reported, together with all other mistakes", async () => {
    expect(await run(["--killed", "7", "--ratios", at("none.json")])).toMatchObject({ status: 4 });
    for (const argv of [
      ["--killed", "1,23"],
      ["batch", "--force", "1,23"],
    ]) {
      const { stderr } = await run([...argv, "--wounded", "us-koera", "--ratios", at("none.json")], {
        stdin: "killed\n7\n",
      });
      expect(stderr.match(/^error [\w-]+/gm)).toEqual(["error E-FILE-OPEN", "error E-GROUPING"]);
    }
    const argv = ["batch", "--wounded", "us-korea", "--ratios", at("none.json")];
    expect(await run(argv, { stdin: "killed\n7\n" })).toMatchObject({ status: 4 });
  });

  test("are not overwritten by results that use them", async () => {
    const own = write("mine.json", file({ id: "rule", nonfatalPerKilled: 3, sourceId: "memo" }));
    const scenario = write("over.json", { killed: 7, ratio: "rule", ratios: "mine.json" });
    for (const argv of [
      ["--killed", "7", "--ratio", "rule", "--ratios", own, "--save", own],
      ["--killed", "7", "--ratio", "rule", "--ratios", own, "-o", own],
      ["--scenario", scenario, "-o", own],
      ["--scenario", scenario, "--save", own],
      ["ratios", "--ratios", own, "-o", own],
      ["batch", "fixtures/rows/reports.csv", "--ratios", own, "-o", own],
      ["batch", "fixtures/rows/reports.csv", "--ratios", own, "--rejects", own],
    ]) {
      const { status, stderr } = await run([...argv, "--overwrite"]);
      expect([argv, status, stderr.match(/^error [\w-]+/gm)]).toEqual([argv, 2, ["error E-OPTIONS-CLASH"]]);
    }
  });
});

describe("a scenario file", () => {
  test("names ratios of the record", async () => {
    const scenario = write("korea.json", { killed: 33739, wounded: "us-korea", expect: { wounded: 103284 } });
    expect(await run(["check", scenario])).toMatchObject({ status: 0 });
  });

  test.each<[object, string[]]>([
    [{ killed: 33739, wounded: "Pentagon=us-korea" }, []],
    [{ killed: 33739, wounded: ["1x", { source: "Pentagon", figure: " US-Korea" }] }, []],
    [{ killed: 33739 }, ["--wounded", "Pentagon = us korea"]],
  ])("finds a named ratio with a source and in any spelling: %j %j", async (inputs, options) => {
    const { status, stdout } = await run(["--scenario", write("named.json", inputs), ...options, "--json"]);
    expect([status, stdout.includes("us-korea")]).toEqual([0, true]);
  });

  test("names a file of ratios relative to its own folder", async () => {
    mkdirSync(at("inner"), { recursive: true });
    write("inner/our.json", readFileSync(OUR, "utf8"));
    const scenario = write("inner/one.json", {
      killed: 7,
      ratio: "house-rule",
      ratios: "our.json",
      expect: { outOfAction: 28 },
    });
    expect(await run(["check", scenario])).toMatchObject({ status: 0 });
    expect((await run(["--scenario", scenario, "--value", "outOfAction"])).stdout).toBe("28\n");
    // An option can use its names, and --ratios replaces it.
    expect((await run(["--scenario", scenario, "--ratio", "house-rule", "--value", "outOfAction"])).stdout).toBe(
      "28\n",
    );
    const other = write("other.json", {
      sources: [{ id: "s", title: "t" }],
      conflicts: [{ id: "house-rule", nonfatalPerKilled: 4, sourceId: "s" }],
    });
    expect((await run(["--scenario", scenario, "--ratios", other, "--value", "outOfAction"])).stdout).toBe("35\n");
  });

  test("reports one mistake of a file of ratios, and counts the others", async () => {
    write("inner/faults.json", {
      sources: [{ id: "s", title: "t" }],
      conflicts: [
        { id: "1", sourceId: "s" },
        { id: "2", sourceId: "x" },
      ],
    });
    const scenarios = [1, 2].map(() => ({ killed: 7, ratio: "one", ratios: "faults.json" }));
    const { stdout } = await run(["check", write("inner/list.json", scenarios)]);
    expect(stdout.match(/and four more mistakes, which loss-calc ratios --ratios FILE lists/g)).toHaveLength(2);
    expect(stdout.match(/line \d/g)).toHaveLength(4);
    const odd = write("inner/odd.json", { killed: 7, captured: "cap", ratios: "a\tb.json" });
    expect((await run(["check", odd])).stdout.match(/line \d/g)).toHaveLength(1);
  });

  test("a mistake in a file of ratios is reported with its place in that file", async () => {
    write("inner/broken.json", "{");
    const scenario = write("inner/two.json", { killed: 7, ratio: "house-rule", ratios: "broken.json" });
    const { status, stdout } = await run(["check", scenario]);
    expect([status, stdout]).toEqual([
      3,
      expect.stringContaining("ratios: broken.json: line 1, column 2: the JSON ends before"),
    ]);
    const absent = write("inner/three.json", { killed: 7, ratio: 3, ratios: "absent.json" });
    expect((await run(["--scenario", absent])).status).toBe(4);
  });

  test("is saved with the names of ratios, and the path to their file", async () => {
    const saved = at("inner/saved.json");
    const argv = ["--killed", "7", "--ratio", "house-rule", "--ratios", OUR, "--save", saved];
    expect((await run(argv)).status).toBe(0);
    expect(JSON.parse(readFileSync(saved, "utf8"))).toMatchObject({ ratio: "house-rule", expect: { outOfAction: 28 } });
    expect(await run(["check", saved])).toMatchObject({ status: 0 });
    await run(["--killed", "7", "--wounded", "history", "--save", saved, "--overwrite"]);
    expect(JSON.parse(readFileSync(saved, "utf8"))).toMatchObject({ wounded: "history" });
    expect(await run(["check", saved])).toMatchObject({ status: 0 });
  });

  test("finds its ratios if it was saved through a link, and if their file has spaces in its name", async () => {
    mkdirSync(at("real/inner"), { recursive: true });
    symlinkSync(at("real/inner"), at("link"));
    const own = write("two  blanks.json", readFileSync(OUR, "utf8"));
    const argv = [
      "--killed",
      "7",
      "--ratio",
      "house-rule",
      "--ratios",
      relative(".", own),
      "--save",
      at("link/saved.json"),
    ];
    expect((await run(argv)).status).toBe(0);
    for (const name of ["real/inner/saved.json", "link/saved.json"])
      expect(await run(["check", at(name)])).toMatchObject({ status: 0 });
  });

  test("that cannot be read causes no second mistake for a name that its ratios may have", async () => {
    const broken = write("inner/no-number.json", { killed: "zz", ratios: "our.json" });
    const { stderr } = await run(["--scenario", broken, "--ratio", "house-rule"]);
    expect(stderr.match(/^error [\w-]+/gm)).toEqual(["error E-NOT-A-NUMBER"]);
  });

  test("is reported with the file of ratios that replaced its own", async () => {
    const scenario = write("inner/replaced.json", { killed: 7, ratio: "house-rule", ratios: "our.json" });
    const { stdout } = await run(["--scenario", scenario, "--ratios", OUR], WIDE);
    expect(stdout).toContain(`- ratios: ${OUR} in place of ${at("inner/our.json")}`);
  });

  test("with an unknown name is reported with the place of the name", async () => {
    const scenario = write("unknown.json", { killed: 7, wounded: { figure: "us-koera" } });
    const { stdout } = await run(["check", scenario]);
    expect(stdout).toMatch(/line 1, column \d+: wounded\.figure: unknown ratio “us-koera”/);
  });
});

describe("a table", () => {
  test("reads names in options and cells, and rejects an unknown name", async () => {
    const stdin = "killed,wounded\n1000,us-iraq\n1000,\n1000,us-koera\n1000,deserters\n";
    const { status, stdout, stderr } = await run(
      [
        "batch",
        "--wounded",
        "house-w",
        "--ratios",
        write("w.json", {
          sources: [{ id: "s", title: "t" }],
          conflicts: [{ id: "house-w", woundedPerKilled: 3, sourceId: "s" }],
        }),
      ],
      { stdin },
    );
    expect(stdout.split("\n").slice(1)).toEqual([
      "1000,us-iraq,1000,1000,10179,10179,,OUTSIDE_HISTORY",
      "1000,,1000,1000,4000,4000,,",
      "",
    ]);
    expect([status, stderr]).toEqual([
      3,
      expect.stringMatching(/:4: wounded: E-RATIO-UNKNOWN.*\n.*:5: wounded: E-RATIO-UNKNOWN/),
    ]);
  });

  test("reads names in a column of ratios", async () => {
    const { stdout } = await run(["batch"], { stdin: "killed,ratio\n1000,us-iraq\n1000,History\n" });
    expect(stdout.split("\n")[1]).toBe(
      "1000,us-iraq,1000,1000,10181,10181,,RATIO_COVERS CAPTURED_BY_MULTIPLIER WOUNDED_AND_CAPTURED",
    );
  });

  test("has the caveat of history in every row that uses it", async () => {
    const { stdout } = await run(["batch", "--wounded", "history", "--force", "150000"], { stdin: "killed\n6000\n" });
    expect(stdout.split("\n")[1]).toBe("6000,6000,6000,17220,43080,0.114800,0.287200,,HISTORY_INTERVAL");
  });
});
