import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "loss-calc-published-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const batch = (stdin: string, ...options: string[]) => run(["batch", ...options], { stdin });

/** The cells in some columns of a table of simple cells, row by row. */
function columnsOf(stdout: string, ...names: string[]): string[] {
  const [header, ...rows] = stdout
    .replace("\ufeff", "")
    .replace(/"[^"]*"/g, "x")
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  return rows.map((cells) => names.map((name) => cells[header!.indexOf(name)]).join());
}

const KILLED = ["est_killed_low", "est_killed_best", "est_killed_high"];
const OUT = ["est_out_of_action_low", "est_out_of_action_best", "est_out_of_action_high"];
const ROLES = ["--role", "type:deaths=killed,casualties=casualties"];

/** A table as sources of both sides publish it, with its traps. */
const ESTIMATES = `\ufeffdate,low estimate,high estimate,estimate,type,source,side,"ignore, party data"
16/1/2024,,,39000,casualties,Army,south,yes
1/3/2024,,,30000,casualties,Institute,south,
01/03/2024,6000,7000,,Deaths,institute ,south,
1/3/2024,,4000,,deaths,Institute,north,
15/3/2024,7500,,,deaths,Press,south,
1/2/2024,,,900,equipment,Army,south,
16/2/2024,20000,40000,25000.4,casualties,Press,south,

,,,,,,,
`;

describe("a column says what each row counts", () => {
  test("each row is copied, and gives the loss of its value", async () => {
    const { status, stdout, stderr } = await batch(ESTIMATES, ...ROLES);
    expect(stdout).toContain("\n16/1/2024,,,39000,casualties,Army,south,yes,,,,39000,39000,39000,,\n");
    expect(columnsOf(stdout, "type", ...KILLED, ...OUT, "est_open", "est_caveats")).toEqual([
      "casualties,,,,39000,39000,39000,,",
      "casualties,,,,30000,30000,30000,,",
      "Deaths,6000,,7000,6000,,7000,,KILLED_ALONE",
      "deaths,4000,,4000,4000,,4000,low,KILLED_ALONE OPEN_LOW",
      "deaths,7500,,7500,7500,,7500,high,KILLED_ALONE OPEN_HIGH",
      "casualties,,,,20000,25000,40000,,ROUNDED",
    ]);
    expect([status, stderr]).toEqual([
      0,
      "note: two of eight rows were left out by --role, which says nothing about “equipment”, an empty cell\n",
    ]);
  });

  test.each<[string, string, string[], string[]]>([
    [
      "one column of figures",
      "kind,value\ndead,about 7000\nhurt,20000-30000\n",
      ["--role", "kind:dead=killed,hurt=casualties"],
      ["7000,7000", ","],
    ],
    [
      "a column that --map names",
      "kind,n\ndead,7000\n",
      ["--role", "kind:dead=killed", "--map", "figure=n"],
      ["7000,7000"],
    ],
    [
      "columns of ends that --map names",
      "kind,a,b\ndead,6000,7000\n",
      ["--role", "kind:dead=killed", "--map", "low=a", "--map", "high=b"],
      ["6000,7000"],
    ],
    [
      "one of several columns left out",
      "kind,value,low\ndead,7000,6000\n",
      ["--role", "kind:dead=killed", "--map", "low="],
      ["7000,7000"],
    ],
    [
      "the end in the role",
      "kind,value\ndead min,6000\ndead max,7000\n",
      ["--role", "kind:dead min=killed_low,dead max=killed_high"],
      ["6000,6000", "7000,7000"],
    ],
    [
      "the end in another column",
      "kind,part,value\ndead,min,6000\nall,max,7000\ndead,mid,6500\n",
      ["--role", "kind:dead=killed,all=casualties", "--role", "part:min=low,max=high,mid=best"],
      ["6000,6000", ",", "6500,6500"],
    ],
    ["a value with a comma", 'kind,value\n"dead, all",7000\n', ["--role", 'kind:"dead, all"=killed'], ["7000,7000"]],
    [
      "a hedge next to the figure",
      "kind,value,value*\ndead,7000,at least\n",
      ["--role", "kind:dead=killed"],
      ["7000,7000"],
    ],
    [
      "a column of killed that is not asked",
      "kind,value,killed\ndead,7000,1\n",
      ["--role", "kind:dead=killed"],
      ["7000,7000"],
    ],
  ])("with %s", async (_, table, options, killed) => {
    const { status, stdout } = await batch(table, ...options);
    expect(status).toBe(0);
    expect(columnsOf(stdout, "est_killed_low", "est_killed_high")).toEqual(killed);
  });

  test("the results are those of a table with a column for each loss", async () => {
    const value = fc.oneof(fc.nat(90_000).map(String), fc.constantFrom("", "about 700", "7000-8000", "433.61", "x"));
    const row = fc.tuple(fc.constantFrom("deaths", "casualties", "wounded"), value);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const roles = ["killed", "casualties", "wounded"];
        const long = rows.map(([type, figure]) => `${type},${figure}\n`).join("");
        const wide = rows.map(([type, figure]) => {
          const at = ["deaths", "casualties", "wounded"].indexOf(type);
          return `${roles.map((_, index) => (index === at ? figure : "")).join()}\n`;
        });
        const [a, b] = await Promise.all([
          batch(
            `type,value\n${long}`,
            "--role",
            "type:deaths=killed,casualties=casualties,wounded=wounded",
            "--ratio",
            "3",
          ),
          batch(`killed,casualties,wounded\n${wide.join("")}`, "--ratio", "3"),
        ]);
        const added = (stdout: string, width: number) => stdout.split("\n").map((line) => line.split(",").slice(width));
        expect(added(a.stdout, 2)).toEqual(added(b.stdout, 3));
        expect(a.status).toBe(b.status);
      }),
      { numRuns: 100 },
    );
  });

  test("killed and casualties are series of their own", async () => {
    const rows =
      "date,type,value\n2024-01-01,deaths,10\n2024-01-01,casualties,50\n2024-01-03,deaths,12\n2024-01-03,casualties,56\n";
    const series = (kind: string) => batch(rows, ...ROLES, "--series", kind, "--by", "date");
    expect(columnsOf((await series("cumulative")).stdout, "est_change_low", "est_per_day_low")).toEqual([
      ",",
      ",",
      "2,1.000000",
      "6,3.000000",
    ]);
    const daily = columnsOf((await series("daily")).stdout, "est_total_killed_low", "est_total_out_of_action_low");
    expect(daily).toEqual(["10,10", ",50", "22,22", ",106"]);
  });

  test("objects have roles too, and a figure under a late key rejects the row", async () => {
    const rows = [
      { what: { kind: "dead" }, low: 6000.5 },
      { what: { kind: "all" }, low: 1 },
      { what: { kind: "dead" }, high: 8000, low: 7000 },
    ];
    const lines = rows.map((row) => JSON.stringify(row)).join("\n");
    async function* pipe() {
      yield Buffer.from(`${lines.split("\n").slice(0, 2).join("\n")}\n`);
      yield Buffer.from(lines.split("\n")[2]!);
    }
    const options = ["batch", "--from", "ndjson", "--role", "what.kind:dead=killed"];
    const { stdout, stderr, status } = await run(options, { stdin: pipe() });
    expect(stdout).toBe(
      '{"what":{"kind":"dead"},"low":6000.5,"est_killed_low":6001,"est_killed_best":null,"est_killed_high":6001,"est_out_of_action_low":6001,"est_out_of_action_best":null,"est_out_of_action_high":6001,"est_open":"high","est_caveats":"KILLED_ALONE OPEN_HIGH ROUNDED"}\n',
    );
    expect([status, stderr]).toEqual([3, expect.stringContaining("3: E-ROW-KEYS")]);
  });
});

describe("rows with the same key become one", () => {
  const JOIN = [...ROLES, "--join", "source,date,side", "--dates", "dmy"];

  test("the killed and all casualties of a source make a pair", async () => {
    const party = ["--kind-from", "ignore, party data:yes=claim", "--without", "claim"];
    const { status, stdout, stderr } = await batch(ESTIMATES, ...JOIN, ...party, "--where", "side=SOUTH", "--summary");
    expect(stdout).toBe(
      `date,source,side,"ignore, party data",killed_low,killed_best,killed_high,casualties_low,casualties_best,casualties_high,${[...KILLED, ...OUT].join()},est_open,est_caveats
1/3/2024,Institute,south,,6000,,7000,,30000,,6000,,7000,30000,30000,30000,,
15/3/2024,Press,south,,7500,,,,,,7500,,7500,7500,,7500,high,KILLED_ALONE OPEN_HIGH
16/2/2024,Press,south,,,,,20000,25000.4,40000,,,,20000,25000,40000,,ROUNDED
`,
    );
    expect([
      status,
      stderr.split("rows read")[0],
      stderr.match(/rows (?:read|calculated|left out|joined.*?) +\d+/g),
    ]).toEqual([
      0,
      `note: two of eight rows were left out by --where
note: one of eight rows was left out by --without claim
note: one of eight rows was left out by --role, which says nothing about “equipment”
note: one of eight rows was joined to others with the same source, date and side
`,
      [
        "rows read                        8",
        "rows calculated                  3",
        "rows left out                    4",
        "rows joined to others            1",
      ],
    ]);
  });

  const PAIR = "kind:dead=killed,all=casualties";
  test.each<[string, string, string[], string[]]>([
    [
      "by day for a series, whatever the order",
      "date,kind,value\n2024-01-03,dead,3\n2024-01-01,dead,1\n2024-01-03,all,9\n2024-01-02,all,5\n",
      ["date", "--series", "cumulative", "--by", "date"],
      ["2024-01-01,1,", "2024-01-02,,5", "2024-01-03,3,9"],
    ],
    [
      "with the first of several spellings of a day",
      "id,kind,value,date\na,dead,1,2024-01-01\na,all,9,1 Jan 2024\nb,dead,3,02.01.2024\nb,all,8,2/1/2024\n",
      ["id", "--series", "cumulative", "--by", "date", "--dates", "dmy"],
      ["a,1,9,2024-01-01", "b,3,8,02.01.2024"],
    ],
    [
      "with the cells that differ",
      "date,kind,value,url\n2024-01-01,dead,1,a\n2024-01-01,all,9,b\n2024-01-01,all,9,A \n",
      ["date"],
      ["2024-01-01,1,9,a; b"],
    ],
    [
      "with a figure that is written in two ways",
      'date,kind,value\n2024-01-01,dead,1000\n2024-01-01,dead,"1,000"\n2024-01-02,all,8.0\n2024-01-02,all,08\n2024-01-03,all,about 9\n2024-01-03,all,~9\n',
      ["date"],
      ["2024-01-01,1000,", "2024-01-02,,8.0", "2024-01-03,,about 9"],
    ],
    [
      "with a cell that only a later row has",
      "date,kind,value,url\n2024-01-01,dead,1,\n2024-01-01,all,9,b\n2024-01-01,all,9,\n",
      ["date"],
      ["2024-01-01,1,9,b"],
    ],
    [
      "of dates in both orders",
      "date,kind,value\n1/2/2024,dead,1\n01/02/2024,all,9\n2/1/2024,all,7\n",
      ["date"],
      ["1/2/2024,1,9", "2/1/2024,,7"],
    ],
    ["but not without a key", "date,kind,value\n,dead,1\n,all,9\n", ["date"], [",1,", ",,9"]],
    [
      "but not of different kinds",
      "date,kind,value,list\n2024-01-01,dead,1,yes\n2024-01-01,all,9,no\n",
      ["date", "--kind-from", "list:yes=confirmed"],
      ["2024-01-01,1,", "2024-01-01,,9"],
    ],
    [
      "with a hedge next to the figure",
      "date,kind,value,value*\n2024-01-01,dead,1,about\n2024-01-01,all,9,\n",
      ["date"],
      ["2024-01-01,about 1,9"],
    ],
    [
      "with figures next to empty cells",
      "date,kind,value\n1,dead,NA\n1,dead,1000\n1,dead,-99\n1,all,4000\n2,all,8888\n2,all,\n3,all,n.a.\n3,dead,7\n",
      ["date", "--missing-code", "8888"],
      ["1,1000,4000", "2,,8888", "3,7,n.a."],
    ],
    [
      "with figures of a scale that are written in two ways",
      "date,kind,value\n1,dead,2.5\n1,dead,2.50\n1,all,9\n",
      ["date", "--scale", "1000"],
      ["1,2.5,9"],
    ],
    ["with a key of the roles", "kind,value\ndead,1\n", ["kind"], ["dead,1,"]],
    ["with a comment as its first column", "#n,kind,value\n1,dead,1\n1,all,9\n", ["#n"], ["1,1,9"]],
  ])("%s", async (_, table, [key, ...options], rows) => {
    const { status, stdout } = await batch(table, "--role", PAIR, "--join", key!, ...options);
    expect(status).toBe(0);
    const names = [key!, "killed", "casualties", ...(/,(url|date)\n/.exec(table)?.slice(1) ?? [])];
    expect(columnsOf(stdout.replaceAll('"', ""), ...names)).toEqual(rows);
  });

  test("ends from rows of their own make one range", async () => {
    const rows = "id,part,value\n1,low,6000\n1,best,6500\n1,high,7000\n2,low,1\n";
    const { stdout } = await batch(
      rows,
      "--role",
      "part:low=killed_low,best=killed_best,high=killed_high",
      "--join",
      "id",
    );
    expect(columnsOf(stdout, "id", ...KILLED, "est_open")).toEqual(["1,6000,6500,7000,", "2,1,,1,high"]);
  });

  test("two figures for one loss reject all rows of the key", async () => {
    const rows = "date,kind,value\n1/2/2024,dead,1\n1/2/2024,dead,2\n1/2/2024,all,9\n2/2/2024,all,9\n2/2/2024,all,9\n";
    const { status, stdout, stderr } = await batch(rows, "--role", PAIR, "--join", "date", "--dates", "dmy");
    expect(columnsOf(stdout, "date", "casualties")).toEqual(["2/2/2024,9"]);
    expect([status, stderr]).toEqual([
      3,
      expect.stringMatching(
        /^standard input:2: E-JOIN-TWICE: the rows on lines 2 and 3 .*; the row: 1\/2\/2024,dead,1\nstandard input:3: (?:.*\n){2}three of five rows were rejected\nnote: one of five rows was joined/,
      ),
    ]);
    const hedged = await batch("date,kind,value\n1,dead,2\n1,dead,about 2\n", "--role", PAIR, "--join", "date");
    expect(hedged.stderr).toContain("E-JOIN-TWICE");
    const ends = "id,part,value\n1,min,1\n1,all,2\n";
    expect((await batch(ends, "--role", "part:min=killed_low,all=killed", "--join", "id")).stderr).toContain(
      "E-JOIN-TWICE",
    );
  });

  test("of several files keep the file and the line of their first row", async () => {
    const a = file("a.csv", "date,kind,value\n2024-01-02,dead,1\n2024-01-03,dead\n");
    const b = file(
      "b.csv",
      "date,kind,value\n2024-01-02,all,9\n2024-01-01,all,x\n2024-01-01,dead,2\n2024-01-04,all,7\n",
    );
    const { stdout, stderr } = await run(["batch", a, b, "--role", PAIR, "--join", "date", "--file-column", "file"]);
    expect(columnsOf(stdout, "date", "killed", "casualties", "file")).toEqual([
      `2024-01-02,1,9,${a}; ${b}`,
      `2024-01-04,,7,${b}`,
    ]);
    expect(stderr).toMatch(/a\.csv:3: E-ROW-COLUMNS.*\n.*b\.csv:3: casualties: E-NOT-A-NUMBER/);
    const c = file("c.csv", "date,kind,value\n2024-01-05,dead,1\n2024-01-02,dead,4\n");
    expect((await run(["batch", a, c, "--role", PAIR, "--join", "date"])).stderr).toMatch(
      /a\.csv:2: E-JOIN-TWICE: the rows on line 2 of .*a\.csv and line 3 of .*c\.csv have .*\n.*c\.csv:3: E-JOIN-TWICE/,
    );
  });

  test("of objects become objects, and a key that is there twice rejects the row", async () => {
    const rows =
      '{"d":"2024-01-01","kind":"dead","value":1}\n{"d":"2024-01-01","kind":"all","value":9,"url":"x"}\n{"d":"2024-01-01","d":"2024-01-02","kind":"all","value":9}\n';
    const path = file("rows.ndjson", rows);
    const { stdout, stderr } = await run(["batch", path, "--role", PAIR, "--join", "d"]);
    expect(JSON.parse(stdout)).toMatchObject({
      d: "2024-01-01",
      url: "x",
      est_killed_low: 1,
      est_out_of_action_low: 9,
    });
    expect(stderr).toContain("rows.ndjson:3: d: E-KEY-TWICE");
    async function* pipe() {
      yield Buffer.from(rows.split("\n").slice(0, 1).join("\n"));
      yield Buffer.from('\n{"d":"2024-01-01","kind":"all","high":9}\n');
    }
    expect(
      (await run(["batch", "--from", "ndjson", "--role", PAIR, "--join", "d"], { stdin: pipe() })).stderr,
    ).toContain("E-ROW-KEYS");
  });

  test("are rejected together, each with its own line", async () => {
    const rows = "date,kind,value\n1,dead,5\n2,dead,7\n1,all,abc\n2,all,9\n";
    const { stdout, stderr } = await batch(rows, "--role", PAIR, "--join", "date", "--summary");
    expect(columnsOf(stdout, "date", "killed", "casualties")).toEqual(["2,7,9"]);
    expect(stderr).toMatch(
      /^standard input:2: casualties: E-NOT-A-NUMBER: “abc”.*; the row: 1,dead,5\nstandard input:4: .*; the row: 1,all,abc\ntwo of four/,
    );
    expect(stderr).toMatch(/^rows calculated +1\n(?:.*\n)?rows rejected +2\nrows joined to others +1$/m);
    const list = '[{"d":1,"kind":"dead","value":5},{"d":2,"kind":"dead","value":"x"},{"d":2,"kind":"all","value":9}]';
    const objects = await batch(list, "--from", "json", "--role", PAIR, "--join", "d");
    expect(objects.stderr).toMatch(/1: killed: .*row: {"d":2,"kind":"dead".*\n.*row: {"d":2,"kind":"all"/);
  });

  test("leave the total open if it is open for the killed alone", async () => {
    const rows = "date,killed_low,casualties\n2022-07-20,15000,60000\n2022-07-21,10,40\n";
    const { stdout } = await batch(rows, "--series", "daily", "--by", "date");
    expect(columnsOf(stdout, "date", "est_total_open")).toEqual(["2022-07-20,high", "2022-07-21,high"]);
  });

  test("leave the totals open from the day of a row that was rejected", async () => {
    const rows = "date,kind,value\n2024-01-01,dead,1\n2024-01-02,dead,2\n2024-01-03,dead,3\n";
    const options = ["--role", PAIR, "--join", "date", "--series", "daily", "--by", "date", "--ratio", "3"];
    for (const [lost, open] of [
      ["2024-01-02,dead,5\n2024-01-02,dead,6\n", ["2024-01-01,", "2024-01-03,high"]],
      ["2024-01-02,dead\n", ["2024-01-01,high", "2024-01-02,high", "2024-01-03,high"]],
    ] as const) {
      const { stdout } = await batch(rows + lost, ...options);
      expect(columnsOf(stdout, "date", "est_total_open")).toEqual(open);
    }
  });

  test("of objects name their late keys, and may have a key twice that is not used", async () => {
    async function* pipe(late: string) {
      yield Buffer.from('{"d":1,"kind":"dead","value":1}\n');
      yield Buffer.from(`{"d":1,"kind":"all","value":9,${late}}\n`);
    }
    const joined = (late: string) =>
      run(["batch", "--from", "ndjson", "--role", PAIR, "--join", "d"], { stdin: pipe(late) });
    expect((await joined('"wounded":5')).stderr).toContain("2: E-ROW-KEYS");
    expect((await joined('"url":"x"')).stderr).toContain("note: the first rows lack url");
    expect((await joined('"url":"x","url":"y"')).status).toBe(0);
  });

  test("of objects may have their key, their date and their kind in an inner object", async () => {
    const row = (kind: string, day: number, value: number) =>
      `${JSON.stringify({ of: { kind, date: `2024-01-0${day}`, list: "yes" }, value })}\n`;
    const rows = row("all", 2, 9) + row("dead", 2, 3) + row("all", 1, 5);
    const options = ["--from", "ndjson", "--to", "csv", "--role", PAIR.replace("kind", "of.kind"), "--join", "of.date"];
    const series = ["--series", "cumulative", "--by", "of.date", "--kind-from", "of.list:yes=confirmed"];
    const { stdout } = await batch(rows, ...options, ...series);
    const cells = columnsOf(stdout, "of.date", "killed", "casualties", "est_change_low", "est_caveats");
    expect(cells).toEqual(["2024-01-01,,5,,", "2024-01-02,3,9,4,CONFIRMED_IS_A_FLOOR OUTSIDE_HISTORY"]);
  });

  test("keep columns of one name, and a column that says both the role and the kind", async () => {
    const rows = "date,n,n,type,value\n1,a,b,list,5\n1,a,c,all,9\n";
    const kinds = ["--kind-from", "type:list=confirmed,all=confirmed"];
    const { stdout } = await batch(rows, "--role", "type:list=killed,all=casualties", "--join", "date", ...kinds);
    expect(stdout).toMatch(/\n1,a,b; c,list,5,9,5,5,9,9,,CONFIRMED_IS_A_FLOOR.*\n$/);
  });

  test("are told apart by keys with line breaks, and keep any character", async () => {
    const rows = 'x,y,kind,value\n"a\nb",c,dead,1\na,"b\nc",all,9\n';
    const { stdout } = await batch(rows, "--role", PAIR, "--join", "x,y");
    expect(stdout).toMatch(/\n"a\nb",c,1,,.*\na,"b\nc",,9,/);
    const row = '{"a":"x\\u0000y","b":"z","kind":"dead","value":1}\n';
    const objects = await batch(row, "--from", "ndjson", "--role", PAIR, "--join", "b");
    expect(JSON.parse(objects.stdout)).toMatchObject({ a: "x\0y", b: "z", killed: "1", est_killed_low: 1 });
  });

  test("may be many, with cells that all differ", async () => {
    const rows = Array.from({ length: 50_000 }, (_, id) => `${id},all,9,k\n`).join("");
    const { stdout } = await batch(`id,kind,value,key\n${rows}`, "--role", PAIR, "--join", "key");
    expect(stdout).toMatch(/\n0; 1; 2; .*; 49999,k,,9,/);
  }, 5000);

  test("need no rows", async () => {
    const options = ["--role", PAIR, "--join", "date"];
    expect((await batch("date,kind,value\n", ...options)).stdout).toMatch(
      /^date,killed,casualties,est_killed_low,.*\n$/,
    );
    expect((await batch("date,kind,value\n1/1/2024,dead,1\n", ...options, "--header-only")).stdout).toMatch(
      /^date,killed,casualties,.*\n$/,
    );
    expect((await batch("", ...options)).stderr).toContain("E-TABLE-EMPTY");
  });
});

describe("rows are chosen by their values", () => {
  const TABLE = 'side,source,killed\na,X,1\nB,Y,2\n b ,X,3\n,"Smith, J",4\n';

  test.each<[string, string[], string[], string]>([
    ["one value", ["--where", "side=b"], ["2", "3"], "two of four rows were left out by --where"],
    ["one of several values", ["--where", "side=a, B"], ["1", "2", "3"], "one of four rows was left out by --where"],
    ["two columns", ["--where", "side=b", "--where", "source=x"], ["3"], "three of four rows were left out by --where"],
    ["another value", ["--where-not", "side=b"], ["1", "4"], "two of four rows were left out by --where-not"],
    ["an empty cell", ["--where", "side="], ["4"], "three of four rows were left out by --where"],
    [
      "a value with a comma",
      ["--where", 'source="Smith, J",Y'],
      ["2", "4"],
      "two of four rows were left out by --where",
    ],
    [
      "a kind",
      ["--kind-from", "source:X=claim", "--without", "claim"],
      ["2", "4"],
      "two of four rows were left out by --without claim",
    ],
  ])("with %s", async (_, options, killed, note) => {
    const { status, stdout, stderr } = await batch(TABLE, ...options);
    expect(columnsOf(stdout, "killed")).toEqual(killed);
    expect([status, stderr]).toEqual([0, `note: ${note}\n`]);
  });

  test("a value that no row has is named", async () => {
    const { stderr } = await batch(
      "country,killed\nrussia,1\nukraine,2\n",
      "--where",
      "country=rusia,Ukraine",
      "--where-not",
      "country=x",
    );
    expect(stderr).toBe(`note: one of two rows was left out by --where
note: no row that was read has “rusia” in country (--where); did you mean “russia”?
note: no row that was read has “x” in country (--where-not)
`);
  });

  test("a source of two kinds is rejected", async () => {
    const kinds = ["--kind-from", "party:yes=claim", "--kind-from", "list:yes=confirmed"];
    const table = "party,list,killed\nyes,yes,1\nyes,,2\n";
    const { status, stdout, stderr } = await batch(table, ...kinds);
    expect([status, columnsOf(stdout, "killed")]).toEqual([3, ["2"]]);
    expect(stderr).toContain("2: E-KIND-TWICE");
    expect(
      (await batch(table.replace("killed", "value"), ...kinds, "--role", "party:yes=killed", "--join", "list")).stderr,
    ).toContain("2: E-KIND-TWICE");
    expect((await batch(table, ...kinds, "--without", "claim")).status).toBe(0);
  });

  test("a confirmed list is a floor, and other kinds change no number", async () => {
    const rows = "list,killed,casualties\nyes,7000,\nno,7000,\nyes,,9000\n";
    const { stdout } = await batch(rows, "--ratio", "3", "--kind-from", "list:yes=confirmed,no=estimate");
    expect(columnsOf(stdout, "est_killed_low", "est_out_of_action_low", "est_caveats")).toEqual([
      "7000,28000,CONFIRMED_IS_A_FLOOR",
      "7000,28000,",
      "2250,9000,",
    ]);
  });

  test("the people of a list are chosen, too", async () => {
    const { stdout, stderr } = await batch("name,side\nA,x\nB,y\nC,x\n", "--count", "killed", "--where", "side=x");
    expect(columnsOf(stdout, "killed_low")).toEqual(["2"]);
    expect(stderr).toMatch(/^note: one of three rows was left out by --where\nnote: two rows were counted/);
  });

  test("the summary counts them", async () => {
    const { stderr } = await batch(TABLE, "--where", "side=b", "--summary-json", "--quiet");
    expect(JSON.parse(stderr)).toMatchObject({ rows: 4, computed: 2, leftOut: 2 });
    const joined = await batch(
      "d,kind,value\n1,dead,1\n1,all,2\n",
      "--role",
      "kind:dead=killed,all=casualties",
      "--join",
      "d",
      "--summary-json",
      "--quiet",
    );
    expect(JSON.parse(joined.stderr)).toMatchObject({ rows: 2, computed: 1, joined: 1 });
  });
});

test.each<[string, string, string[], number, string]>([
  ["a condition without a value", "a,killed\n", ["--where", "a"], 2, "E-COLUMN-VALUES: --where"],
  ["a condition without a column", "a,killed\n", ["--where-not", "=a"], 2, "E-COLUMN-VALUES: --where-not"],
  [
    "an unknown column",
    "side,killed\n",
    ["--where", "sid=a"],
    2,
    "E-COLUMN-UNKNOWN: --where: unknown column “sid”; did you mean “side”?",
  ],
  ["two columns of that name", "a,a,killed\n", ["--where", "a=1"], 2, "E-COLUMN-TWICE: --where"],
  ["a role without a value", "a,value\n", ["--role", "a:killed"], 2, "E-COLUMN-VALUES: --role"],
  ["a role without a column", "a,value\n", ["--role", ":dead=killed"], 2, "E-COLUMN-VALUES: --role"],
  ["an unknown role", "a,value\n", ["--role", "a:dead=kiled"], 2, "E-CHOICE: --role"],
  [
    "a value with two roles",
    "a,value\n",
    ["--role", "a:dead=killed,Dead=wounded"],
    2,
    "E-COLUMN-VALUES: --role: “Dead” is given twice",
  ],
  ["an end alone", "a,value\n", ["--role", "a:dead=low"], 2, "E-ROLE-TARGET: --role: “low”"],
  [
    "two losses",
    "a,b,value\n",
    ["--role", "a:dead=killed", "--role", "b:dead=killed"],
    2,
    "E-ROLE-TARGET: --role: two columns say what",
  ],
  [
    "two ends",
    "a,b,c,value\n",
    ["--role", "a:dead=killed", "--role", "b:x=low", "--role", "c:x=low"],
    2,
    "E-ROLE-TARGET: --role: two columns say which",
  ],
  ["no figures", "type,dead\n", ["--role", "type:a=killed"], 2, "E-ROLE-FIGURES: --role: no column is called"],
  [
    "no column of single figures",
    "type,low\n",
    ["--role", "type:a=killed_low"],
    2,
    "E-ROLE-FIGURES: --role: no column is called estimate, figure, value, number",
  ],
  ["two columns of figures", "type,value,number\n", ["--role", "type:a=killed"], 3, "E-COLUMN-TWICE"],
  ["two columns of best values", "type,value,best\n", ["--role", "type:a=killed"], 3, "E-COLUMN-TWICE"],
  [
    "a role that is mapped, too",
    "type,value,dead\n",
    ["--role", "type:a=killed", "--map", "killed=dead"],
    2,
    "E-COLUMN-TWICE: --map",
  ],
  [
    "an unknown column of figures",
    "type,value\n",
    ["--role", "type:a=killed", "--map", "low=min"],
    2,
    "E-COLUMN-UNKNOWN: --map",
  ],
  ["an unknown kind", "a,killed\n", ["--kind-from", "a:yes=rumour"], 2, "E-CHOICE: --kind-from"],
  [
    "a kind left out without a column",
    "a,killed\n",
    ["--without", "claim"],
    2,
    "E-OPTIONS-CLASH: --without was given without --kind-from",
  ],
  ["a join without roles", "a,killed\n", ["--join", "a"], 2, "E-OPTIONS-CLASH: --join was given without --role"],
  ["an unknown key", "type,value\n", ["--role", "type:a=killed", "--join", "side"], 2, "E-COLUMN-UNKNOWN: --join"],
  [
    "a column that joined rows get",
    "type,value,Killed\n",
    ["--role", "type:a=killed", "--join", "type"],
    2,
    "E-COLUMN-EXISTS: --role",
  ],
  [
    "a hedge that joined rows cannot have",
    "type,value,value*\na,1,x\n",
    ["--role", "type:a=killed", "--join", "type"],
    3,
    "2: value*: E-CHOICE",
  ],
  ["a list with roles", "type,value\n", ["--count", "killed", "--role", "type:a=killed"], 2, "E-OPTIONS-CLASH"],
  [
    "a join in blocks",
    "type,value\n",
    ["--no-header", "--role", "type:a=killed", "--join", "type"],
    2,
    "E-OPTIONS-CLASH",
  ],
])("%s is refused", async (_, table, options, status, message) => {
  const result = await batch(table, ...options);
  expect([result.status, result.stderr]).toEqual([status, expect.stringContaining(message)]);
});

test("joined rows that do not fit in memory are refused", async () => {
  const row = `${"x".repeat(2 ** 20)},a,1\n`;
  async function* rows() {
    yield Buffer.from("note,type,value\n");
    for (let at = 0; at < 9; at += 1) yield Buffer.from(row);
  }
  const result = await run(["batch", "--role", "type:a=killed", "--join", "type"], { stdin: rows() });
  expect([result.status, result.stderr]).toEqual([3, expect.stringContaining("E-JOIN-LARGE")]);
});

test("ends in each other's columns are read if the best value is between them", async () => {
  const rows = "killed_low,killed_best,killed_high\n58,52,47\n58,,47\n58,40,47\n";
  const { status, stdout, stderr } = await batch(rows);
  expect([status, columnsOf(stdout, ...KILLED, "est_caveats")]).toEqual([3, ["47,52,58,KILLED_ALONE ENDS_SWAPPED"]]);
  expect(stderr.match(/\d: killed_low: E-RANGE-REVERSED/g)).toHaveLength(2);
});

test("a claim has its caveat even if the table does not say whose it is", async () => {
  const { stdout } = await run(["batch", "--ratio", "3", "--kind-from", "type:party=claim"], {
    stdin: "type,killed\nparty,900\nother,500\n",
  });
  expect(stdout.split("\n").map((line) => line.split(",").at(-1))).toEqual(["est_caveats", "CLAIM_OF_SIDE", "", ""]);
});

describe("what goes to print has the facts of caveats, and text has advice as well", () => {
  const FLOOR = ["--killed", "Mediazona=1234 confirmed dead", "--ratio", "3"];
  const MULTIPLIER = ["--killed", "7000", "--wounded", "3"];
  const FACTS = [
    [FLOOR, /comes from a list of confirmed deaths, so it is a minimum\./, /Write a \+/],
    [MULTIPLIER, /was read as a number of people \(wounded\)\./, /write 3x/],
    [
      ["total", ...MULTIPLIER.map((word) => word.replace("7000", "A=7000").replace(/^3$/, "A=3"))],
      /A: “3” was read/,
      /write 3x/,
    ],
    [["--killed", "7000", "--force", "5000"], /The losses are more than the size of the force\./, /Check what/],
  ] as const;

  test.each(FACTS)("%j", async (argv, fact, advice) => {
    const words = (stdout: string) => stdout.replace(/\s+/g, " ");
    const text = words((await run(argv)).stdout);
    expect(text).toMatch(fact);
    expect(text).toMatch(advice);
    for (const format of ["markdown", "wikitext", "svg"]) {
      const { stdout } = await run([...argv, "--format", format]);
      expect(stdout).toMatch(fact);
      expect(stdout).not.toMatch(advice);
    }
  });
});
