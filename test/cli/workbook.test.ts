import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { type Cell, workbook } from "../workbook.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "loss-calc-workbook-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const HEAD: Cell[] = ["note", "killed"];

/** Two cells, the second with this address. */
const far = (address: string): Cell => ({ xml: `<c><v>7</v></c><c r="${address}"><v>9</v></c>` });

/** Each of these sheets is small enough, but together they are not. */
function manyFar(): Buffer {
  const sheets = Array.from({ length: 9 }, (_, at) => [`s${at}`, [["killed"], [far("Z90000")]]] as const);
  return workbook(Object.fromEntries(sheets));
}

function withoutAddresses(): Uint8Array {
  const files = unzipSync(workbook({ A: [["killed"], [7]] }));
  const sheet = strFromU8(files["xl/worksheets/sheet1.xml"]!).replace(/ r="\w+"/g, "");
  return zipSync({ ...files, "xl/worksheets/sheet1.xml": strToU8(sheet) });
}

/** The output rows without the added columns: note and killed. */
async function rowsOf(rows: readonly (readonly Cell[])[], ...options: string[]) {
  const { stdout, stderr } = await run(["batch", ...options], { stdin: workbook({ Losses: rows }) });
  const lines = stdout.trimEnd().split("\n").slice(1);
  return { lines: lines.map((line) => line.replace(/(,[^,]*){6}$/, "")), stdout, stderr };
}

describe("the cells of a workbook", () => {
  test.each<[string, readonly Cell[], string]>([
    ["a number", ["a", 13800], "a,13800"],
    ["a number with many decimals", ["a", 433.6135576], "a,433.6135576"],
    ["a number with a rounding error in its last digit", [{ xml: "<c><v>2.2999999999999998</v></c>" }, 7], "2.3,7"],
    ["text in the notation of figures", ["a;b", "about 7,000"], '"a;b","about 7,000"'],
    ["text with quotes and XML signs", ['say "7" & <more>', 7], '"say ""7"" & <more>",7'],
    ["a day", [{ date: 44636 }, 7], "2022-03-16,7"],
    ["a time", [{ date: 44636.5 }, 7], "2022-03-16T12:00:00,7"],
    ["a boolean", [true, 7], "TRUE,7"],
    ["the result of a formula", [{ xml: "<c><f>1+1</f><v>2</v></c>" }, 7], "2,7"],
    ["a line break", ["a\nb", 7], "a b,7"],
    ["an empty cell", [null, 7], ",7"],
  ])("%s is read", async (_, row, text) => {
    const { lines } = await rowsOf([HEAD, row]);
    expect(lines).toEqual([text]);
  });

  test("are skipped in empty rows, and the other rows keep their numbers", async () => {
    const { lines, stderr } = await rowsOf([[], HEAD, [], ["a\nb", 7], ["c", "many"]]);
    expect(lines).toEqual(["a b,7"]);
    expect(stderr).toContain("standard input:5: killed: E-");
  });

  test.each([
    ["an error", '<c t="e"><v>#REF!</v></c>', "#REF!"],
    ["a formula that was never calculated", "<c><f>B1*2</f></c>", "a formula without a result"],
    ["a formula with an empty result", "<c><f>B1*2</f><v /></c>", "a formula without a result"],
    ["a formula with an empty text as its result", "<c><f>B1*2</f><v></v></c>", "a formula without a result"],
    ["a shared formula without a result", '<c s="0"><f t="shared" si="0"/></c>', "a formula without a result"],
  ])("%s is reported in a column of figures, and is text in any other", async (_, xml, text) => {
    const { stderr } = await rowsOf([HEAD, ["a", { xml }]]);
    expect(stderr).toContain(`standard input:2: killed: E-NOT-A-NUMBER: “${text}”`);
    const { lines } = await rowsOf([HEAD, [{ xml }, 7]]);
    expect(lines).toEqual([`${text},7`]);
  });

  test("a decimal is not read as thousands", async () => {
    const { lines, stderr } = await rowsOf([HEAD, ["a", 13.805]]);
    expect([lines, stderr]).toEqual([["a,13.8050"], ""]);
  });

  test("are written as objects, too", async () => {
    const { stdout } = await rowsOf([HEAD, ["a", 7]], "--to", "ndjson");
    expect(JSON.parse(stdout)).toMatchObject({ note: "a", killed: "7", est_killed_low: 7 });
  });
});

describe("the sheets of a workbook", () => {
  const TWO = workbook({ Cover: [["Losses of March"]], Losses: [HEAD, ["a", 7]] });
  test.each(["Losses", "2"])("--sheet %s reads one of them", async (sheet) => {
    const { stdout, stderr, status } = await run(["batch", file("two.xlsx", TWO), "--sheet", sheet]);
    expect([stdout.split("\n")[1], stderr, status]).toEqual(["a,7,7,7,7,7,,KILLED_ALONE", "", 0]);
  });

  test("the first is read, and the others are noted before any mistake", async () => {
    const { stderr } = await run(["batch", file("two.xlsx", TWO)]);
    expect(stderr).toMatch(/^note: other sheets .*: Losses; --sheet NAME reads another\nerror E-COLUMNS-NONE/);
    expect((await run(["batch", file("two.xlsx", TWO), "--quiet"])).stderr).toMatch(/^error E-COLUMNS-NONE/);
  });

  test("the others are noted once for a series, whose rows are read twice", async () => {
    const days = workbook({
      A: [
        ["day", "killed"],
        [{ date: 44637 }, 9],
        [{ date: 44636 }, 7],
      ],
      B: [["x"]],
    });
    const { stdout, stderr } = await run(["batch", file("days.xlsx", days), "--series", "cumulative", "--by", "day"]);
    expect(stdout).toMatch(/\n2022-03-16,7,.*\n2022-03-17,9,.*\n$/);
    expect(stderr).toBe(
      "note: other sheets of the workbook are not read: B; --sheet NAME reads another\nnote: a table had its newest row first; the rows were reversed\n",
    );
  });

  test.each<[string, string[], Uint8Array, string]>([
    [
      "an unknown name",
      ["--sheet", "Lossse"],
      TWO,
      "no sheet is called “Lossse”; did you mean “Losses”?\n  expected: one of Cover, Losses, or its number",
    ],
    ["an unknown number", ["--sheet", "3"], TWO, "no sheet is called “3”"],
    [
      "a file that is not a workbook",
      ["--sheet", "Losses"],
      Buffer.from("killed\n7\n"),
      "there is no sheet “Losses”: this is not a workbook",
    ],
  ])("--sheet is refused for %s", async (_, options, stdin, message) => {
    const { stderr, status } = await run(["batch", ...options], { stdin });
    expect([stderr.includes(`error E-SHEET-UNKNOWN: --sheet: ${message}`), status]).toEqual([true, 2]);
  });
});

describe("a workbook", () => {
  const bytes = workbook({ Losses: [HEAD, ["a", 7]] });
  test("is read in pieces of any size, and compressed", async () => {
    for (const [stdin, size] of [
      [bytes, 1],
      [bytes, 100],
      [gzipSync(bytes), 1000],
    ] as const) {
      const pieces = async function* () {
        for (let at = 0; at < stdin.length; at += size) yield stdin.subarray(at, at + size);
      };
      expect((await run(["batch"], { stdin: pieces() })).stdout).toMatch(/\na,7,7,7,7,7,,KILLED_ALONE\n$/);
    }
  });

  test.each<[string, Buffer, string]>([
    ["that is cut off", bytes.subarray(0, 200), "E-WORKBOOK"],
    ["with a broken sheet", workbook({ A: [["killed"], [{ xml: "<c><v>7</w></c>" }]] }), "E-WORKBOOK"],
    ["with a cell far out", workbook({ A: [["killed"], [far("XFD1048576")]] }), "cell XFD1048576 is so far out"],
    [
      "with a row far out",
      workbook({ A: [["killed"], [{ xml: '<c><v>7</v></c></row><row r="99999999">' }]] }),
      "cell A99999999",
    ],
    [
      "with an impossible address",
      workbook({ A: [["killed"], [far("ZZZZZZZ99999999999")]] }),
      "cell ZZZZZZZ99999999999",
    ],
    ["whose cells have no addresses", Buffer.from(withoutAddresses()), "its cells have no addresses"],
    [
      "that is another zip file",
      Buffer.from(zipSync({ "a.csv": strToU8("killed\n7\n") })),
      "a zip file that is not a workbook",
    ],
    ["with cells far out in many sheets", manyFar(), "so far out"],
    ["that would take too long to search", workbook({ A: [["killed"], [{ xml: "<c ".repeat(1e6) }]] }), "E-WORKBOOK"],
    ["that is not one", Buffer.from("PK\u0003\u0004 and so on".padEnd(100)), "E-WORKBOOK"],
    [
      "of LibreOffice",
      Buffer.from(`PK\u0003\u0004${" ".repeat(26)}mimetypeapplication/vnd.oasis.opendocument.spreadsheet`),
      "a workbook of LibreOffice (.ods)",
    ],
  ])("%s is refused", async (_, stdin, code) => {
    const { stderr, status } = await run(["batch"], { stdin });
    expect([stderr.includes(code), status]).toEqual([true, 3]);
  });

  test("with one long text in many cells is refused before they are written", async () => {
    const cell: Cell = { xml: '<c t="s"><v>0</v></c>' };
    const wide = workbook({ Losses: [HEAD, ...Array(40).fill([cell, 7])] }, "x".repeat(2 ** 20));
    const { stderr } = await run(["batch"], { stdin: wide });
    expect(stderr).toContain("the sheets of the workbook take more than 32 MiB");
  });

  test("with more than 32 MiB in its sheets is refused before it is unpacked", async () => {
    const large = workbook({ Losses: [HEAD, [" ".repeat(33 * 2 ** 20), 7]] });
    const { stderr, status } = await run(["batch"], { stdin: large });
    expect([stderr.includes("the sheets of the workbook take more than 32 MiB"), status]).toEqual([true, 3]);
    expect(large.length).toBeLessThan(100_000);
  });
});
