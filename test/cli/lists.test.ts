import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { separatedLine } from "../../src/render/separated.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "loss-calc-lists-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const batch = (stdin: string, ...options: string[]) => run(["batch", ...options], { stdin });

/** The cells of the table in the output. */
const cellsOf = (stdout: string) =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));

const NAMES = `name,unit,date_of_death
A,1st,2024-03-02
B,2nd,2/3/2024
C,1st,2024-03-01
D,1st,25/3/2024
E,,2024-03-01
`;

test.each<[string[], Record<string, number>]>([
  [["--group", "unit"], { "rows read": 5, "rows with nothing": 0, "rows rejected": 0, groups: 3 }],
  [["--series", "daily", "--by", "date_of_death", "--dates", "dmy"], { "rows read": 5, "rows written": 3 }],
  [["--where", "unit=1st"], { "rows read": 5, "rows left out": 2, "rows written": 1 }],
  [["--group", "unit", "--died", "0%"], { "rows read": 5, groups: 0, "counts rejected": 3 }],
])("the summary of a list has its rows, with %j", async (options, lines) => {
  const { stderr } = await batch(NAMES, "--count", "killed", "--summary", ...options);
  const numbers = Object.fromEntries(
    [...stderr.matchAll(/^(\w[a-z ]*?) {2,}(\d+)$/gm)].map(([, label, value]) => [label, Number(value)]),
  );
  expect(numbers).toMatchObject(lines);
  expect(numbers).not.toHaveProperty("rows calculated");
  const json = await batch(NAMES, "--count", "killed", "--summary-json", "-q", ...options);
  const leftOut = lines["rows left out"];
  expect(JSON.parse(json.stderr.replace(/^.*?(?=^\{)/ms, "")).list).toEqual({
    rows: 5,
    empty: 0,
    rejected: 0,
    ...(leftOut ? { leftOut } : {}),
  });
});

const counted = (rows: string, text = "rows were") =>
  `note: ${rows} ${text} counted, each as one person; a list may be incomplete, so each count is a minimum\n`;

describe("a list with a row for each person is counted", () => {
  const BY = ["--by", "date_of_death"];
  test.each<[string, string, string[], string[]]>([
    ["as a whole", NAMES, [], ["killed_low", "5"]],
    ["by a column", NAMES, ["--group", "unit"], ["unit,killed_low", "1st,3", "2nd,1", ",1"]],
    [
      "by day",
      NAMES,
      ["--series", "daily", ...BY],
      ["date_of_death,killed_low", "2024-03-01,2", "2024-03-02,2", "2024-03-25,1"],
    ],
    [
      "as a running total for each day",
      NAMES,
      ["--series", "cumulative", ...BY],
      ["date_of_death,killed_low", "2024-03-01,2", "2024-03-02,4", "2024-03-25,5"],
    ],
    [
      "by day and by a column",
      NAMES,
      ["--series", "cumulative", ...BY, "--group", "unit"],
      [
        "unit,date_of_death,killed_low",
        "1st,2024-03-01,1",
        "1st,2024-03-02,2",
        "1st,2024-03-25,3",
        "2nd,2024-03-02,1",
        ",2024-03-01,1",
      ],
    ],
    [
      "by day, if the newest row comes first",
      "day\n2024-03-03\n2024-03-02\n2024-03-02\n",
      ["--series", "daily", "--by", "day"],
      ["day,killed_low", "2024-03-02,2", "2024-03-03,1"],
    ],
    ["as 0 if it is empty", "name\n", [], ["killed_low", "0"]],
    ["as no groups if it is empty", "name\n", ["--group", "name"], ["name,killed_low"]],
    [
      "as objects, by a key",
      '{"n":1,"u":"a"}\n{"n":2}\n',
      ["--from", "ndjson", "--to", "csv", "--group", "u"],
      ["u,killed_low", "a,1", ",1"],
    ],
    ["as 0 if it is an empty JSON list", "[]", ["--from", "json", "--to", "csv"], ["killed_low", "0"]],
  ])("%s", async (_, stdin, options, rows) => {
    const { stdout, status } = await batch(stdin, "--count", "killed", ...options);
    const width = rows[0]!.split(",").length;
    expect(cellsOf(stdout).map((cells) => cells.slice(0, width).join())).toEqual(rows);
    expect(status).toBe(0);
  });

  test("and each count is a minimum", async () => {
    expect(await batch(NAMES, "--count", "killed", "--ratio", "3", "--force", "100")).toEqual({
      stdout: `killed_low,est_killed_low,est_killed_high,est_out_of_action_low,est_out_of_action_high,est_share_low,est_share_high,est_open,est_caveats
5,5,5,20,20,0.200000,0.200000,high,OPEN_HIGH
`,
      stderr: counted("five"),
      status: 0,
    });
    const { stdout } = await batch(NAMES, "--count", "killed", "--coverage", "50%");
    expect(stdout).toMatch(/^5,10,10,10,10,,/m);
  });

  test("but not with --header-only", async () => {
    const { stdout, stderr } = await batch(NAMES, "--count", "killed", "--group", "unit", "--header-only");
    expect([stdout.split("\n").length, stdout.startsWith("unit,killed_low,"), stderr]).toEqual([2, true, ""]);
  });

  test("as casualties", async () => {
    const { stdout, stderr } = await batch("name\nA\n", "--count", "casualties");
    expect(stdout).toMatch(/^casualties_low,.*\n1,,,1,1,high,OPEN_HIGH\n$/);
    expect(stderr).toBe(counted("one", "row was"));
  });

  test("over several files", async () => {
    const files = [file("a.csv", "name,unit\nA,x\n"), file("b.csv", "name,unit\nB,y\nC,x\n")];
    expect((await run(["batch", ...files, "--count", "killed", "--group", "unit"])).stdout).toMatch(/^x,2,.*\ny,1,/m);
  });

  test("whatever the names of its columns", async () => {
    const { stdout } = await batch("wounded,force\nno,1st\nyes,1st\n", "--count", "killed", "--group", "force");
    expect(stdout).toMatch(/^1st,2,2,2,2,2,high,KILLED_ALONE OPEN_HIGH$/m);
  });

  test("except for empty rows, and rows that cannot be read", async () => {
    const list = "name,unit,day\nA,x,1.3.2024\n,,\nB,y,unknown\nC\nD,x,2.3.2024\n";
    const { stdout, stderr, status } = await batch(list, "--count", "killed", "--series", "daily", "--by", "day");
    expect(stdout).toMatch(/^2024-03-01,1,.*\n2024-03-02,1,.*\n$/m);
    expect(stderr).toContain("standard input:4: day: E-DATE-DAY: ");
    expect(stderr).toContain("standard input:5: E-ROW-COLUMNS: ");
    expect(stderr).toContain("\ntwo of five rows were rejected\n");
    expect(stderr).toContain("note: two rows were counted, ");
    expect(stderr).toContain("note: one of five rows has nothing in any column\n");
    expect(status).toBe(3);
  });

  test.each([
    ["# unit", "a comment"],
    ["[unit]", "JSON"],
    ["unit, or so", "two names"],
  ])("by a column called %s, which is not read as %s", async (name) => {
    const list = separatedLine(["n", name]) + separatedLine(["A", "x"]) + separatedLine(["B", "y"]);
    const { stdout, status } = await batch(list, "--count", "killed", "--group", name, "--to", "json");
    expect([JSON.parse(stdout).map((row: Record<string, string>) => row[name]), status]).toEqual([["x", "y"], 0]);
  });

  test("with all of its rows, whatever keys they have", async () => {
    const rows = [...Array(9).fill('{"name":"A","unit":"x"}'), '{"nom":"B"}', '{"name":null}', "{}"];
    const pieces = async function* () {
      for (const row of rows) yield new TextEncoder().encode(`${row}\n`);
    };
    const { stderr } = await run(["batch", "--from", "ndjson", "--count", "killed"], { stdin: pieces() });
    expect(stderr).toBe(`${counted("10")}note: two of 12 rows have nothing in any column\n`);
  });

  test.each<[string, string[], string]>([
    ["--no-header", ["--no-header"], "--no-header and --count cannot be used together"],
    [
      "a group with the name of the counts",
      ["--group", "killed_low"],
      "the new column of counts is called “killed_low”",
    ],
    ["--map", ["--map", "killed=name"], "--count and --map cannot be used together"],
    ["an unknown column", ["--group", "units"], "--group: unknown column “units”; did you mean “unit”?"],
    ["an unknown loss", ["killd"], "“killd” is not one of the choices; did you mean killed?"],
  ])("but is refused with %s", async (_, options, message) => {
    const args = options[0] === "killd" ? ["--count", "killd"] : ["--count", "killed", ...options];
    const { stdout, stderr, status } = await batch(NAMES, ...args);
    expect([stdout, stderr.includes(message), status > 0]).toEqual(["", true, true]);
  });

  test("and --count is suggested for a table without figures", async () => {
    const { stderr } = await batch("name,age\nA,20\n");
    expect(stderr).toContain("if each row is one person, --count killed counts the rows");
    expect((await batch("a,b\n1,2\n")).stderr).not.toContain("--count");
  });

  test("and every person is counted once, in their group", async () => {
    const person = fc.record({ name: fc.string({ minLength: 1 }), unit: fc.constantFrom("a", "b", "c,d", 'e"f') });
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 30 }), async (persons) => {
        const visible = persons.map(({ name, unit }) => ({ name: `n${name.replace(/[^ -~]/g, "")}`, unit }));
        const list = ["name,unit\n", ...visible.map(({ name, unit }) => separatedLine([name, unit]))].join("");
        const { stdout } = await batch(list, "--count", "killed", "--group", "unit", "--to", "json");
        const rows: { unit: string; killed_low: string }[] = JSON.parse(stdout);
        const expected: Record<string, number> = {};
        for (const { unit } of visible) expected[unit] = (expected[unit] ?? 0) + 1;
        expect(Object.fromEntries(rows.map((row) => [row.unit, Number(row.killed_low)]))).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });
});

describe("daily counts", () => {
  const DAILY = ["--series", "daily", "--by", "day"];
  /** The day of each row, and the totals so far: killed, out of action, open. */
  const totals = (stdout: string) => {
    const [heads, ...rows] = cellsOf(stdout);
    const from = heads!.indexOf("est_total_killed_low");
    return rows.map((cells) => {
      const [low, high, outLow, outHigh, open] = cells.slice(from, from + 5);
      return `${cells[0]} ${low}-${high} ${outLow}-${outHigh} ${open}`.trimEnd();
    });
  };

  test.each<[string, string, string[], string[]]>([
    [
      "add up",
      "day,killed\n2024-01-01,5\n2024-01-02,7\n2024-01-09,0\n",
      ["--ratio", "3"],
      ["2024-01-01 5-5 20-20", "2024-01-02 12-12 48-48", "2024-01-09 12-12 48-48"],
    ],
    [
      "add up in words",
      "day,killed\n2024-01-01,about 5\n2024-01-02,6-8\n2024-01-03,at least 1\n2024-01-04,2\n",
      [],
      ["2024-01-01 5-5 5-5", "2024-01-02 11-13 11-13", "2024-01-03 12-14 12-14 high", "2024-01-04 14-16 14-16 high"],
    ],
    [
      "add up without the killed after a day on which they are not known",
      "day,killed,casualties\n2024-01-01,10,\n2024-01-02,,100\n2024-01-04,5,\n",
      [],
      ["2024-01-01 10-10 10-10 high", "2024-01-02 - 110-110 high", "2024-01-04 - 115-115 high"],
    ],
    [
      "add up with the killed that follow from a ratio",
      "day,killed,casualties\n2024-01-01,10,\n2024-01-02,,100\n",
      ["--ratio", "3"],
      ["2024-01-01 10-10 40-40", "2024-01-02 35-35 140-140"],
    ],
    [
      "add up with a coverage",
      "day,killed\n2024-01-01,10\n2024-01-02,20\n",
      ["--coverage", "50%"],
      ["2024-01-01 20-20 20-20", "2024-01-02 60-60 60-60"],
    ],
    [
      "have an open total after a day without a figure",
      "day,killed\n2024-01-01,5\n2024-01-02,\n2024-01-03,1\n",
      [],
      ["2024-01-01 5-5 5-5", "2024-01-02 - -", "2024-01-03 6-6 6-6 high"],
    ],
    [
      "have an open total after a day that cannot be read",
      "day,killed\n2024-01-01,5\n2024-01-02,x\n2024-01-03,1\n2024-01-04,about 1\n",
      [],
      ["2024-01-01 5-5 5-5", "2024-01-03 6-6 6-6 high", "2024-01-04 7-7 7-7 high"],
    ],
    [
      "have an open total after a day without one of the categories",
      "day,killed,wounded\n2024-01-01,5,9\n2024-01-02,5,\n2024-01-03,about 1,3\n",
      [],
      ["2024-01-01 5-5 14-14", "2024-01-02 10-10 19-19 high", "2024-01-03 11-11 23-23 high"],
    ],
    [
      "may be monthly",
      "month,killed\n2024-01,5\nFebruary 2024,1\n2024-03,2\n",
      ["--by", "month"],
      ["2024-01 5-5 5-5", "February 2024 6-6 6-6", "2024-03 8-8 8-8"],
    ],
  ])("%s", async (_, stdin, options, rows) => {
    const by = options.includes("--by") ? [] : ["--by", "day"];
    expect(totals((await batch(stdin, "--series", "daily", ...by, ...options)).stdout)).toEqual(rows);
  });

  test("have an open total for the group of a rejected row, or for all if its group is unknown", async () => {
    const rows = ["2024-01-01,a,1", "2024-01-01,b,1", "2024-01-02,a,x", "2024-01-03,a,1", "2024-01-03,b,1"];
    const table = (...more: string[]) => `day,side,killed\n${[...rows, ...more].join("\n")}\n`;
    const read = async (text: string) => totals((await batch(text, ...DAILY, "--group", "side")).stdout);
    expect((await read(table())).slice(-2)).toEqual(["2024-01-03 2-2 2-2 high", "2024-01-03 2-2 2-2"]);
    expect((await read(table("2024-01-04", "2024-01-05,b,1"))).at(-1)).toBe("2024-01-05 3-3 3-3 high");
  });

  test("may have the newest row first", async () => {
    const table = file("newest.csv", "day,killed\n2024-01-02,7\n2024-01-01,5\n");
    expect(totals((await run(["batch", table, ...DAILY])).stdout)).toEqual([
      "2024-01-01 5-5 5-5",
      "2024-01-02 12-12 12-12",
    ]);
  });

  test("add up for each group separately", async () => {
    const table = "day,side,killed\n2024-01-01,a,5\n2024-01-01,b,1\n2024-01-02,a,7\n";
    const { stdout } = await batch(table, ...DAILY, "--group", "side");
    expect(totals(stdout)).toEqual(["2024-01-01 5-5 5-5", "2024-01-01 1-1 1-1", "2024-01-02 12-12 12-12"]);
  });

  test("have no columns for a change a day, and may be summed with --sum", async () => {
    const { stdout, stderr } = await batch("day,killed\n2024-01-01,5\n2024-01-02,7\n", ...DAILY, "--sum");
    expect(stdout).not.toContain("per_day");
    expect(stderr).toMatch(/^killed +12$/m);
  });

  test("are rejected if a day comes twice", async () => {
    const { stderr, status } = await batch("day,killed\n2024-01-01,5\n2024-01-01,7\n", ...DAILY);
    expect([stderr.includes("E-DATE-ORDER"), status]).toEqual([true, 3]);
  });
});

describe("the file of each row", () => {
  test.each<[string, string[], RegExp]>([
    [
      "is a column",
      [],
      /^killed,table,est_killed_low.*\n7,"[^"]*\/a,b\.csv",7,.*\nabout 8,[^"]*\/c\.csv,8,.*\n"",[^"]*\/c\.csv,,/,
    ],
    ["is text in JSON", ["--to", "ndjson"], /^\{"killed":"7","table":"[^"]*\/a,b\.csv","est_killed_low":7/],
    ["is a column in Markdown", ["--to", "markdown"], /^\| killed \| table \| est/],
  ])("%s", async (_, options, text) => {
    const files = [file("a,b.csv", "killed\n7\n"), file("c.csv", 'killed\nabout 8\n""\n')];
    const { stdout } = await run(["batch", ...files, "--file-column", "table", ...options]);
    expect(stdout).toMatch(text);
  });

  test("needs a column name that is new and can be printed", async () => {
    const { stderr } = await batch("a,killed\n1,2\n", "--file-column", "a");
    expect(stderr).toContain("E-COLUMN-EXISTS");
    expect(stderr).toContain("another name, like --file-column table");
    expect((await batch("killed\n2\n", "--file-column", "est_open")).stderr).toContain("E-COLUMN-EXISTS");
    expect((await batch("a,killed\n1,2\n", "--file-column", "\x1b[1m")).stderr).toContain("E-CHARACTER");
  });
});
