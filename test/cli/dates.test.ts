import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { type RunOptions, run } from "./run.ts";

const SERIES = ["--series", "cumulative", "--by", "date"];

/** Runs batch on running totals. */
const batch = (stdin: RunOptions["stdin"], ...options: string[]) =>
  run(["batch", ...SERIES, ...options], { stdin: stdin! });

/** A table with these dates, and totals that grow by 10 from row to row. */
const tableOf = (dates: readonly string[]) =>
  `date,killed\n${dates.map((date, row) => `"${date}",${row * 10}\n`).join("")}`;

/** The days between the rows, from the change a day of each row. */
function daysBetween(stdout: string): (number | undefined)[] {
  return stdout
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((row) => {
      const perDay = row.split(",").at(-4);
      return perDay ? 10 / Number(perDay) : undefined;
    });
}

describe("a column of dates", () => {
  test("is read without the rows that are left out", async () => {
    const rows = "date,source,killed\n13/1/2024,UK,1\n1/2/2024,US,10\n1/14/2024,US,20\n";
    const { status, stdout } = await batch(rows, "--where", "source=US");
    expect([status, daysBetween(stdout)]).toEqual([0, [undefined, expect.closeTo(12, 2)]]);
  });

  test.each<[string, string[], number[]]>([
    ["the year first", ["2022-02-28", "2022-03-02"], [2]],
    ["the year first, without zeros", ["1861-6-10", "1861-7-1"], [21]],
    ["dots", ["28.02.2022", "01.03.2022", "3.3.2022"], [1, 2]],
    ["month names", ["Feb 28, 2022", "2 March 2022"], [2]],
    ["times", ["2022-03-16T00:00:00Z", "2022-03-17 00:00", "18/3/2022 0:00"], [1, 1]],
    ["time zones", ["2022-03-16T00:00:00.000+0000", "2022-03-18+01:00", "2022-03-20Z"], [2, 2]],
    ["a day above 12 in the first row", ["16/01/2024", "1/3/2024"], [45]],
    ["a day above 12 in the last row", ["1/2/2022", "3/2/2022", "13/2/2022"], [2, 10]],
    ["the month first", ["1/2/2022", "1/4/2022", "1/13/2022"], [2, 9]],
    ["dots and the month first", ["01.13.2022", "1.14.2022"], [1]],
    ["a first day that is the same in both orders", ["2/2/2022", "3/2/2022", "13/2/2022"], [1, 10]],
    [
      "a date with the year first between unclear dates",
      ["1/2/2022", "2022-02-02", "3/2/2022", "13/2/2022"],
      [1, 1, 10],
    ],
    ["unclear dates after another form", ["2022-04-01", "5/4/2022", "16/4/2022"], [4, 11]],
    ["a weekday that shows the order", ["1/2/2022", "Thu 3/2/2022"], [2]],
  ])("is read with %s", async (_, dates, days) => {
    const { status, stdout, stderr } = await batch(tableOf(dates), "--map", "killed=killed");
    expect([status, stderr]).toEqual([0, ""]);
    expect(daysBetween(stdout).slice(1)).toEqual(days.map((count) => expect.closeTo(count, 2)));
  });

  test.each<[string, string[], string]>([
    [
      "dates of which none shows the order",
      ["3/4/2022", "4/4/2022", "5/4/2022"],
      "E-DATES-UNCLEAR: standard input:2: date: “3/4/2022”",
    ],
    [
      "unclear dates after another form",
      ["2022-04-01", "5/4/2022", "6 April 2022"],
      "E-DATES-UNCLEAR: standard input:3: date",
    ],
    ["two orders", ["16/03/2022", "1/4/2022", "04/16/2022"], "E-DATES-MIXED: standard input:4: date: “04/16/2022”"],
    ["dots before slashes", ["03.04.2022", "3/5/2022"], "E-DATES-UNCLEAR: standard input:3: date: “3/5/2022”"],
    ["dots before a date with the month first", ["03.04.2022", "03.16.2022"], "E-DATES-MIXED: standard input:3: date"],
    [
      "names",
      ["AP", "UK"],
      "E-DATES-NONE: standard input:2: date: the column “date” has no full dates: its first value is “AP”",
    ],
    ["months", ["March 2022", "April 2022"], "E-DATES-NONE: standard input:2: date"],
    ["numbers", ["16", "17"], "its first value is “16”\n"],
    ["years of two digits", ["16/03/22", "17/03/22"], "its first value is “16/03/22”, whose year needs four digits"],
    ["a month by name", ["1-Apr-23", "2-Apr-23"], "its first value is “1-Apr-23”, whose year needs four digits"],
  ])("with %s is refused, with one mistake for the table", async (_, dates, message) => {
    const { status, stderr } = await batch(tableOf(dates));
    expect([status, stderr]).toEqual([3, expect.stringContaining(message)]);
    expect(stderr.match(/E-/g)).toHaveLength(1);
  });

  test("that is unclear is refused before anything is written, and both orders are suggested", async () => {
    const { stdout, stderr } = await batch(tableOf(["3/4/2022", "4/4/2022"]), "--to", "json");
    expect(stdout).toBe("");
    expect(stderr).toContain("may be 2022-04-03 or 2022-03-04");
    expect(stderr).toContain("--dates dmy for 2022-04-03, or --dates mdy for 2022-03-04");
  });

  test.each([
    ["dmy", [1, 2]],
    ["mdy", [31, 59]],
  ])("is read in the order of --dates %s", async (order, days) => {
    const { stdout, stderr } = await batch(tableOf(["3/4/2022", "4/4/2022", "6/4/2022"]), "--dates", order);
    expect(stderr).toBe("");
    const [, first, second] = daysBetween(stdout);
    expect([first, second]).toEqual([expect.closeTo(days[0]!, 2), expect.closeTo(order === "mdy" ? 61 : days[1]!, 2)]);
  });

  test("with --dates has only the rows in another order rejected", async () => {
    const dates = ["16/03/2022", "03/17/2022", "18/03/2022", "2022-03-19", "3/3/22"];
    const { status, stdout, stderr } = await batch(tableOf(dates), "--dates", "dmy");
    expect([status, stdout.split("\n").length]).toEqual([3, 5]);
    expect(stderr).toContain("3: date: E-DATE-DAY: “03/17/2022” is not a full date in --dates dmy order");
    expect(stderr).toContain("6: date: E-DATE-DAY");
    const { stderr: ymd } = await batch(tableOf(dates), "--dates", "ymd");
    expect(ymd.match(/E-DATE-DAY/g)).toHaveLength(4);
    expect((await batch(tableOf(dates.slice(0, 1)), "--dates", "mdy")).stderr).toContain("E-DATES-NONE");
  });

  test("has only the rows without a day rejected", async () => {
    const { status, stderr } = await batch(tableOf(["n/a", "16/03/2022", "soon", "30/02/2022", ""]));
    expect(status).toBe(3);
    expect(stderr.match(/\d: date: E-DATE-DAY/g)).toHaveLength(4);
  });

  test("needs one day in its first 100 rows", async () => {
    const strays = Array.from({ length: 99 }, (_, row) => `no ${row}`);
    expect((await batch(tableOf([...strays, "2022-03-16"]), "-q")).stderr).toContain("99 of 100 rows were rejected");
    expect((await batch(tableOf([...strays, "no", "2022-03-16"]))).stderr).toMatch(/^error E-DATES-NONE.*“no 0”/);
  });

  test("has a change that is approximate if either total is", async () => {
    const table = "date,killed\n2022-03-01,about 10000\n2022-03-02,12000\n2022-03-03,13000\n2022-03-04,nearly 14000\n";
    const { stdout } = await batch(`${table}2022-03-05,at least 15000\n2022-03-06,16000\n`, "--ratio", "3");
    const codes = ["APPROXIMATE", "APPROXIMATE", "", "APPROXIMATE", "OPEN_HIGH APPROXIMATE", ""];
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .slice(1)
        .map((row) => row.split(",").at(-1)),
    ).toEqual(codes);
  });

  test("can get its order from rows without figures", async () => {
    const { stderr, status } = await batch("date,killed\n1/2/2022,5\n13/2/2022,\n14/2/2022,6\n", "-q");
    expect([stderr, status]).toEqual(["", 0]);
    expect((await batch("date,killed\n1/2/2022,5\n13/2/2022,\n2/14/2022,\n")).stderr).toContain("E-DATES-MIXED");
  });

  test("has one order across several files, and in JSON", async () => {
    const folder = mkdtempSync(join(tmpdir(), "loss-calc-dates-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const files = ["1/2/2022", "13/2/2022"].map((date, row) => {
      const file = join(folder, `${row}.csv`);
      writeFileSync(file, `date,killed\n${date},${row * 10}\n`);
      return file;
    });
    const both = await run(["batch", ...SERIES, ...files]);
    expect([both.stderr, daysBetween(both.stdout)[1]]).toEqual(["", expect.closeTo(12, 2)]);
    expect((await run(["batch", ...SERIES, files[0]!])).stderr).toContain("0.csv:2: date: “1/2/2022” may be");
    const rows = ["1/2/2022", "13/2/2022"].map((date, row) => JSON.stringify({ date, killed: row * 10 }));
    for (const [from, stdin] of [
      ["ndjson", rows.join("\n")],
      ["json", `[${rows.join(",")}]`],
    ] as const) {
      const { stdout, stderr } = await batch(stdin, "--from", from, "--to", "csv");
      expect([stderr, daysBetween(stdout)[1]]).toEqual(["", expect.closeTo(12, 2)]);
    }
  });

  test("is not read with --header-only", async () => {
    const { status, stdout } = await batch(tableOf(["3/4/2022", "4/4/2022"]), "--header-only");
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^date,killed,est_.*\n$/)]);
  });

  test("does not hide another mistake in the table, which is reported after the rows before it", async () => {
    const { stdout, stderr } = await batch('date,killed\n13/2/2022,5\n1/3/2022,6\n"x', "--strict");
    expect([stdout.split("\n").length, stderr]).toEqual([4, expect.stringContaining("E-ROW-QUOTE-OPEN")]);
    expect((await batch("day,killed\n13/2/2022,5\n")).stderr).toContain("--by: unknown column “date”");
    expect((await batch('[{"date": "13/2/2022", "killed": 5},', "--from", "json")).stderr).toContain("E-ROWS-CUT");
  });

  test("must show its order within 8 MiB of rows", async () => {
    const filler = "x".repeat(1000);
    const rows = (count: number) => `note,date,killed\n${`${filler},1/2/2022,5\n`.repeat(count)}`;
    const settling = "a,13/2/2022,6\n";
    const few = await batch(`${rows(8000)}${settling}`, "-q");
    expect(few.stderr).toContain("E-DATE-ORDER");
    const many = await batch(`${rows(9000)}${settling}`);
    expect([many.stdout, many.stderr]).toEqual(["", expect.stringContaining("E-DATES-UNCLEAR")]);
  });

  test("with --dates needs --by and a known order", async () => {
    const stdin = "killed\n7\n";
    expect((await run(["batch", "--dates", "dmy"], { stdin })).stderr).toContain("--dates was given without --by");
    expect((await batch(stdin, "--dates", "ydm")).stderr).toContain("E-CHOICE");
  });
});

test("the rows are the same wherever the input is cut", async () => {
  const date = fc.constantFrom("1/2/2022", "2/2/2022", "3/4/2022", "13/5/2022", "5/14/2022", "2022-06-01", "soon", "");
  const table = fc.array(date, { minLength: 1, maxLength: 12 }).map(tableOf);
  await fc.assert(
    fc.asyncProperty(table, fc.array(fc.nat(300), { maxLength: 6 }), async (text, cuts) => {
      const bytes = Buffer.from(text);
      const ends = [...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
      // One buffer for all chunks, as when a file is read.
      const buffer = Buffer.alloc(bytes.length);
      async function* chunks() {
        let start = 0;
        for (const end of ends) {
          const length = bytes.copy(buffer, 0, start, end);
          yield buffer.subarray(0, length);
          start = end;
        }
      }
      expect(await batch(chunks())).toEqual(await batch(text));
    }),
    { numRuns: 200 },
  );
});

describe("a table whose newest row comes first", () => {
  const folder = mkdtempSync(join(tmpdir(), "loss-calc-newest-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const table = 'date,killed\r\n2022-03-03,30\r\n"2022-03-02",20\r\n2022-03-01,x\r\n2022-02-28,5\r\n';

  async function runOnFile(name: string, text: string, ...options: string[]) {
    const file = join(folder, name);
    writeFileSync(file, text);
    return run(["batch", file, ...SERIES, ...options]);
  }

  test("is reversed, and its mistakes are reported with their lines in the file", async () => {
    const { stdout, stderr } = await runOnFile("newest.csv", table);
    expect(stdout.split("\r\n").map((row) => row.split(",").slice(0, 6).join())).toEqual([
      "date,killed,est_killed_low,est_killed_high,est_out_of_action_low,est_out_of_action_high",
      "2022-02-28,5,5,5,5,5",
      '"2022-03-02",20,20,20,20,20',
      "2022-03-03,30,30,30,30,30",
      "",
    ]);
    expect(stderr).toMatch(
      /newest.csv:4: killed: E-NOT-A-NUMBER: .*\none of four rows was rejected\nnote: a table had its newest row first; the rows were reversed\n$/,
    );
  });

  test("is reversed as objects, too, and with several series", async () => {
    const rows = [
      { date: "16/3/2022", side: "a", killed: 9 },
      { date: "16/3/2022", side: "b", killed: 8 },
      { date: "1/3/2022", side: "a", killed: 7 },
      { date: "1/3/2022", side: "b", killed: 6 },
    ];
    const list = await runOnFile("newest.json", JSON.stringify(rows), "--group", "side", "--to", "csv");
    const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
    const ndjson = await runOnFile("newest.ndjson", lines, "--group", "side", "--to", "csv");
    expect(list).toEqual(ndjson);
    expect(list.stdout.split("\n").map((row) => row.split(",").slice(0, 3).join())).toEqual([
      "date,side,killed",
      "1/3/2022,b,6",
      "1/3/2022,a,7",
      "16/3/2022,b,8",
      "16/3/2022,a,9",
      "",
    ]);
  });

  test("is not reversed from a pipe or above 16 MiB, but the message has a command that does it", async () => {
    const note = "x".repeat(2 ** 20);
    const large = (rows: number) =>
      `date,killed,note\n${Array.from({ length: rows }, (_, row) => `2022-03-${31 - row},${99 - row},${note}\n`).join("")}`;
    expect((await runOnFile("below.csv", large(15))).stderr).toContain("reversed");
    const refused = [3, expect.stringMatching(/E-DATE-ORDER: .* mlr --csv tac /)];
    const above = await runOnFile("above.csv", large(17));
    expect([above.status, above.stderr]).toEqual(refused);
    const pipe = await batch(table);
    expect([pipe.status, pipe.stderr]).toEqual(refused);
  });

  test("is not reversed with a quote that is not closed", async () => {
    const text = 'date,killed\n2022-03-03,30\n2022-03-02,20\n"2022-03-01,10\n';
    const { status, stderr } = await runOnFile("both.csv", text);
    expect([status, stderr]).toEqual([3, expect.stringContaining("3: date: E-DATE-ORDER")]);
  });
});

describe("a table in no order of date", () => {
  const folder = mkdtempSync(join(tmpdir(), "loss-calc-order-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The rows of the result, each as its first cells, and what is said about them. */
  async function sorted(name: string, text: string, cells: number, ...options: string[]) {
    const file = join(folder, name);
    writeFileSync(file, text);
    const { status, stdout, stderr } = await run(["batch", file, ...SERIES, ...options]);
    const rows = stdout.trim().split(/\r?\n/).slice(1);
    return { status, stderr, rows: rows.map((row) => row.split(",").slice(0, cells).join()) };
  }
  const NOTE = "note: the rows of a table were not in order of date, and were sorted\n";

  test.each<[string, string, string[], string[]]>([
    [
      "rows in no order",
      "2022-03-03,a,30\n2022-03-02,a,20\n2022-03-04,a,40\n",
      [],
      ["2022-03-02,a,20", "2022-03-03,a,30", "2022-03-04,a,40"],
    ],
    [
      "a row out of order after many days",
      "2022-03-01,a,1\n2022-03-02,a,2\n2022-02-01,a,0\n",
      [],
      ["2022-02-01,a,0", "2022-03-01,a,1", "2022-03-02,a,2"],
    ],
    [
      "the day first, which the last row shows",
      "2/3/2022,a,2\n1/3/2022,a,1\n13/3/2022,a,3\n",
      [],
      ["1/3/2022,a,1", "2/3/2022,a,2", "13/3/2022,a,3"],
    ],
    [
      "several series, each with a day of the other",
      "2022-03-02,a,2\n2022-03-02,b,2\n2022-03-01,b,1\n2022-03-03,a,3\n",
      ["--group", "side"],
      ["2022-03-01,b,1", "2022-03-02,a,2", "2022-03-02,b,2", "2022-03-03,a,3"],
    ],
  ])("is sorted, with %s", async (_, text, options, rows) => {
    expect(await sorted("order.csv", `date,side,killed\n${text}`, 3, ...options)).toEqual({
      status: 0,
      stderr: NOTE,
      rows,
    });
  });

  test("keeps the order of its series, if each is in order", async () => {
    const text = "date,side,killed\n2022-03-02,a,2\n2022-03-03,a,3\n2022-03-01,b,1\n2022-03-02,b,2\n";
    const { stderr, rows } = await sorted("series.csv", text, 2, "--group", "side");
    expect([stderr, rows]).toEqual(["", ["2022-03-02,a", "2022-03-03,a", "2022-03-01,b", "2022-03-02,b"]]);
  });

  test("keeps rows without a day, and rows that are not whole, after the row before them", async () => {
    const text = "date,killed\n2022-03-03,30\nsoon,\n2022-03-02\n2022-03-01,10\n2022-03-04,40\n";
    const { status, stderr, rows } = await sorted("faults.csv", text, 2);
    expect([status, rows]).toEqual([3, ["2022-03-01,10", "2022-03-03,30", "soon,", "2022-03-04,40"]]);
    expect(stderr).toContain("faults.csv:4: E-ROW-COLUMNS");
  });

  test("is judged by the rows that count, so a series among others need not be sorted", async () => {
    const text = "date,side,killed\n2022-03-02,a,2\n2022-03-01,b,1\n2022-03-03,a,3\n";
    const { stderr } = await sorted("where.csv", text, 2, "--where", "side=a");
    expect(stderr).toBe("note: one of three rows was left out by --where\n");
  });
});
