import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { OPTIONS } from "../../src/cli/options.ts";
import { run } from "./run.ts";

/** The codes of the printed mistakes, in order. */
const codesIn = (text: string) => [...text.matchAll(/\b(E-[A-Z0-9-]+):/g)].map(([, code]) => code).join(" ");

/** Command lines, and the codes of their mistakes. The wording is in golden/wording.txt. */
const COMMAND_LINES: [string[], string][] = [
  [["--killed", ""], "E-EMPTY"],
  [["--killed="], "E-EMPTY"],
  [["--killed", "7", "--ratio", "3", "--force", "150000", ""], "E-EMPTY"],
  [["--killed", "at", "least", "7", ""], "E-UNQUOTED E-EMPTY"],
  [["--killed", "7", "-o", ""], "E-EMPTY"],
  [["--killed", "x", "--ratio", " ", "--jsn"], "E-EMPTY E-OPTION-UNKNOWN E-NOT-A-NUMBER"],
  [["--killed", "7", "--force", "-o", "x.json"], "E-VALUE-MISSING"],
  [[""], "E-EMPTY"],
  [["compare", "", "us-korea"], "E-EMPTY"],
  [["compare", "--", ""], "E-EMPTY"],
  [["--killed", "x".repeat(201)], "E-TOO-LONG"],
  [["--killed", "7к"], "E-CHARACTER"],
  [["--killed", "7\u200b0"], "E-CHARACTER"],
  [["--killed", "men"], "E-NOT-A-NUMBER"],
  [["--killed", "constructor."], "E-NOT-A-NUMBER"],
  [["--killed", "6,000, 13,800"], "E-NOT-A-NUMBER"],
  [["--killed", "2,721 killed (4.79%)"], "E-NOT-A-NUMBER"],
  [["--killed", "-5"], "E-NEGATIVE"],
  [["--killed", "7.5"], "E-FRACTION"],
  [["--killed", "99999999999999999"], "E-TOO-LARGE"],
  [["--killed", "1,23"], "E-GROUPING"],
  [["--killed", "6,000,13,800"], "E-GROUPING"],
  [["--killed", "13.800"], "E-DOT"],
  [["--killed", "12-14,000"], "E-THOUSANDS"],
  [["--killed", "6/8"], "E-SLASH"],
  [["--killed", "8-6"], "E-RANGE-REVERSED"],
  [["--killed", "at least 8 and at most 6"], "E-BOUNDS"],
  [["--killed", "at least 6 to 8"], "E-BOUND-BEFORE-RANGE"],
  [["--killed", "6/9/8"], "E-BEST-OUTSIDE"],
  [["--killed", "5±6"], "E-SPREAD"],
  [["--killed", "several"], "E-VAGUE"],
  [["--killed", "6k-14"], "E-MIXED-FORMS"],
  [["--killed", "3x"], "E-UNIT"],
  [["--killed", "7 wounded"], "E-CATEGORY"],
  [["--killed", "=7"], "E-NAME-EMPTY"],
  [["--killed", "a@2022-02-30=7"], "E-DATE"],
  [["--killed", "a@16/03/22=7"], "E-DATE"],
  [["--killed", "a@3/4/2022=7"], "E-DATE-AMBIGUOUS"],
  [["--killed", "7", "--ratio", "3%"], "E-UNIT"],
  [["--killed", "7", "--ratio", "1:3"], "E-RATIO-FORM"],
  [["--killed", "7", "--ratio", "one to three"], "E-RATIO-OR-RANGE"],
  [["--killed", "7", "--ratio", "7 casualties : 9 killed"], "E-RATIO-FORM"],
  [["--killed", "7", "--ratio", "7 wounded : 0 killed"], "E-RATIO-FORM"],
  [["--killed", "7", "--ratio", "2x-4"], "E-MIXED-FORMS"],
  [["--killed", "7", "--ratio", "dozens"], "E-VAGUE"],
  [["--killed", "7", "--ratio", "tree"], "E-NOT-A-NUMBER"],
  [["--killed", "7", "--wounded", "2x", "--returned", "30"], "E-SHARE"],
  [["--killed", "7", "--wounded", "2x", "--returned", "1"], "E-SHARE"],
  [["--killed", "7", "--wounded", "2x", "--returned", "101%"], "E-SHARE"],
  [["--killed", "7", "--wounded", "2x", "--returned", "50%±5%"], "E-SPREAD"],
  [["--killed", "7", "--wounded", "2x", "--returned", "30/40"], "E-SLASH"],
  [["--killed", "7", "--wounded", "2x", "--returned", "0.45-65%"], "E-MIXED-FORMS"],
  [["--killed", "7", "--wounded", "30%", "--as-of", "yesterday"], "E-DATE E-UNIT"],
  [["--killed", "7", "--ratio", "25% of the force", "--force", "57 killed a day"], "E-UNIT E-UNIT"],
  [["--killed", "7", "--wounded", "2x", "--returned", "0.7% of the force a day"], "E-UNIT"],
  [["--ratio", "3"], "E-NOTHING"],
  [["--killed", "7", "--ratio", "2", "--wounded", "1x", "--missing", "2"], "E-RATIO-AND-CATEGORY"],
  [["--wounded", "2000"], "E-MISSING"],
  [["--share", "38%"], "E-MISSING"],
  [["--killed", "25% of the force"], "E-MISSING"],
  [
    ["--casualties", "7", "--returned", "30%", "--coverage", "50%", "--of", "fighters=20%", "--recruits", "8"],
    "E-RETURNED E-NEEDS E-NEEDS E-NEEDS",
  ],
  [["--casualties", "7", "--pace", "8 a day", "--end", "2022"], "E-NEEDS E-NEEDS"],
  [["--casualties", "92 a day", "--claim", "50,000"], "E-CLAIM"],
  [["--killed", "7", "--claim", "7", "--claim", "8", "--save", "-"], "E-CLAIM"],
  [["--casualties", "7", "--claim", "a quarter died"], "E-CLAIM"],
  [["--killed", "7", "--ratio", "3", "--claim", "8 wounded per killed"], "E-CLAIM"],
  [["--killed", "7", "--wounded", "8", "--captured", "9", "--claim", "15 dead and wounded"], "E-CATEGORY"],
  [["--killed", "7", "--ratio", "3", "--claim", "28 dead or wounded"], "E-CATEGORY"],
  [["--casualties", "24", "--missing", "9", "--claim", "24 killed and wounded"], "E-CATEGORY"],
  [["--casualties", "UK@2025-03-20=9", "--casualties", "UK@3/4/2025=10", "--combine", "change"], "E-DATE-AMBIGUOUS"],
  [["--casualties", "7", "--days", "9", "--force", "99", "--until", "8 left"], "E-NEEDS"],
  [["--killed", "7", "--side", "Lib\ufffdration"], "E-CHARACTER"],
  [["--casualties", "lost 30 to 40 percent"], "E-NOT-A-NUMBER"],
  [["--casualties", "7", "--start", "2022"], "E-NEEDS"],
  [["--casualties", "7", "--until", "100%"], "E-NEEDS E-NEEDS"],
  [["--casualties", "7", "--until", "9 km2"], "E-NEEDS"],
  [["--casualties", "7", "--until", "9"], "E-NEEDS"],
  [["--casualties", "7", "--days", "9", "--per", "9 km2", "--until", "8 villages"], "E-UNITS-DIFFER"],
  [["--killed", "7 a day", "--wounded", "8"], "E-PERIOD-NEEDED"],
  [["--casualties", "7 a day", "--recruits", "8"], "E-PERIOD-NEEDED"],
  [["--killed", "7", "--start", "2022-03", "--end", "2022-02-24"], "E-PERIOD-REVERSED"],
  [["--killed", "7", "--start", "2022-01-01", "--end", "2022-04-01", "--days", "90"], "E-PERIOD-DAYS"],
  [["--killed", "9", "--of", "fighters=20%", "--casualties", "50"], "E-PART-OF-KILLED"],
  [["--killed", "a=9", "--killed", "b=5 a day", "--days", "9"], "E-FORMS-DIFFER"],
  [["--killed", "9000", "--casualties", "7000"], "E-KILLED-ABOVE"],
  [["--killed", "9000", "--casualties", "17000", "--wounded", "7000", "--captured", "4000"], "E-PARTS-ABOVE"],
  [["--killed", "9000", "--ratio", "3", "--died", "10%"], "E-STATEMENTS-CLASH"],
  [["--killed", "9", "--died", "0%"], "E-ZERO"],
  [["--killed", "9", "--force", "90", "--force", "80", "--share", "50%"], "E-SHARE-FORCE"],
  [["--killed", "9", "--force", "a=90", "--force", "b=80", "--share", "c=50%"], "E-SHARE-FORCE"],
  [["--killed", "a=7", "--killed", "b=8", "--combine", "change"], "E-CHANGE"],
  [["--killed", "a@2022=7", "--killed", "a=8", "--combine", "change"], "E-CHANGE"],
  [["--killed", "a@2022-01-01=7", "--killed", "a@2022-01-01=8", "--combine", "change"], "E-CHANGE"],
  [["--killed", "7", "--returned", "30%"], "E-RETURNED"],
  [["--killed", "a=7", "--killed", "b=8", "--coverage", "50%"], "E-COVERAGE-SOURCE"],
  [[..."abcdefghij"].flatMap((name) => ["--killed", `${name}=7`]).concat("--coverage", "x=50%"), "E-SOURCE-UNKNOWN"],
  [["--killed", "AP=up to 7", "--coverage", "50%"], "E-COVERAGE-CEILING"],
  [["--killed", "7", "--coverage", "0-50%"], "E-COVERAGE-ZERO"],
  [["--killed", "Ukraine=9", "--without", "claim"], "E-WITHOUT"],
  [["--killed", "Ukraine=9", "--without", "claim", "--kind", "Ukraine=claim"], "E-WITHOUT"],
  [["--killed", "Ukraine=9", "--without", "estimate", "--kind", "Ukraine=claim"], "E-WITHOUT"],
  [["--killed", "Ukraine=9", "--without", "clam"], "E-CHOICE"],
  [["--killed", "Ukraine=9", "--kind", "Ukraine=clam"], "E-CHOICE"],
  [["--killed", "Ukraine=9", "--kind", "Ukrain=claim"], "E-SOURCE-UNKNOWN"],
  [["--killed", "Ukraine=9", "--kind", "Ukraine"], "E-KIND"],
  [["--killed", "A=9", "--wounded", "B=50", "--kind", "B=claim"], "E-KIND"],
  [
    ["--killed", "7", "--captured", "captured or missing=2", "--missing", "Missing and captured=2"],
    "E-PAIR-AND-CATEGORY",
  ],
  [["--killed", "7", "--captured", "captured or missing=2", "--missing", "1"], "E-PAIR-AND-CATEGORY"],
  [["--killed", "7", "--captured", "1", "--missing", "captured or missing=2"], "E-PAIR-AND-CATEGORY"],
  [["--killed", "7", "--wounded", "killed and wounded=20"], "E-CATEGORY"],
  [["--killed", "dead, wounded, or missing=7", "--ratio", "3"], "E-CATEGORY"],
  [["--killed", "captured or missing=7", "--ratio", "3"], "E-CATEGORY"],
  [["--killed", "7", "--captured", "wounded or captured=7"], "E-CATEGORY"],
  [["--killed", "Ukraine=9", "--kind", "=claim"], "E-EMPTY"],
  [["--killed", "tree", "--kind", "Ukraine=claim", "--without", "claim"], "E-NOT-A-NUMBER"],
  [["compare", "--killed", "A/x=9", "--killed", "B/y=8", "--kind", "z=claim"], "E-SOURCE-UNKNOWN"],
  [["compare", "--killed", "A/x=9", "--killed", "B/y=8", "--kind", "x"], "E-KIND"],
  [["--list", "A=1500"], "E-LISTS-LACK"],
  [["--list", "A=1500", "--list", "B=1200"], "E-LISTS-LACK"],
  [["--both", "900"], "E-LISTS-LACK"],
  [["--list", "A=1500", "--both", "900"], "E-LISTS-LACK"],
  [["--list", "A=1500", "--list", "B=tree", "--both", "900"], "E-NOT-A-NUMBER"],
  [["--list", "9", "--list", "8", "--list", "7"], "E-LISTS-MANY"],
  [["--list", "9", "--list", "8", "--list", "7", "--both", "0"], "E-LISTS-MANY"],
  [["--list", "9", "--list", "8", "--both", "0"], "E-BOTH"],
  [["--list", "9", "--list", "8", "--both", "0-5"], "E-BOTH"],
  [["--list", "9", "--list", "8", "--both", "9"], "E-BOTH"],
  [["--list", "9", "--list", "8", "--both", "5", "--killed", "7", "--coverage", "50%"], "E-LISTS-WITH E-LISTS-WITH"],
  [["--list", "9", "--list", "8", "--both", "5", "--casualties", "50"], "E-LISTS-WITH"],
  [
    ["--list", "9", "--list", "8", "--both", "5", "--of", "fighters=20%", "--combine", "sum"],
    "E-LISTS-WITH E-LISTS-WITH",
  ],
  [["--list", "9", "--list", "8", "--both", "5", "--share", "20%"], "E-MISSING"],
  [["--list", "9", "--list", "8", "--both", "5", "--wounded", "7 a day"], "E-PERIOD-NEEDED"],
  [["--list", "9", "--list", "8", "--both", "5", "--recruits", "7 a day"], "E-PERIOD-NEEDED"],
  [["--list", "9 a day"], "E-UNIT"],
  [["--list", "9 wounded"], "E-CATEGORY"],
  [["--killed", "Ukraine=7", "--combine", "prefer=Ukrane"], "E-SOURCE-UNKNOWN"],
  [["--killed", "a@2022=7", "--killed", "a@2023=8", "--combine", "prefer=a"], "E-SOURCE-TWICE"],
  [["--killed", "a=7", "--killed", "b=8", "--combine", "overlap"], "E-OVERLAP-EMPTY"],
  [["--killed", "7", "--force", "0", "--force", "all=0-5"], "E-FORCE-ZERO E-FORCE-ZERO"],
  [["--kiled", "7", "--json=1"], "E-VALUE-UNWANTED E-OPTION-UNKNOWN"],
  [["estimat"], "E-COMMAND-UNKNOWN"],
  [["7000"], "E-BARE"],
  [["--killed", "--force", "--overwrite"], "E-VALUE-MISSING E-VALUE-MISSING E-OPTIONS-CLASH"],
  [["--killed", "7", "--strength"], "E-VALUE-MISSING"],
  [["--killed", "7", "--ratio", "2", "--ratio", "3", "--ratio", "4"], "E-REPEATED"],
  [["--killed", "7", "--format", "cvs", "--combine", "x"], "E-CHOICE E-CHOICE"],
  [
    ["--killed", "7", "--explain", "--format", "csv", "--value", "x", "--overwrite"],
    "E-OPTIONS-CLASH E-OPTIONS-CLASH E-OPTIONS-CLASH E-OPTIONS-CLASH",
  ],
  [["--killed", "7", "--format", "tsv", "--value", "killed"], "E-OPTIONS-CLASH"],
  [["--killed", "7", "--value", "kiled.low"], "E-PATH-UNKNOWN"],
  [["--killed", "7-8", "--value", "killed"], "E-PATH-RANGE"],
  [["--killed", "7", "--value", "caveats"], "E-PATH-NO-NUMBER"],
  [["--killed", "7", "--save", "s.yaml"], "E-SAVE-FORMAT"],
  [["--killed", "7", "--save", "package.json#2"], "E-SAVE-LIST"],
  [["--killed", "7", "--ratios", "-", "--save", "s.json"], "E-RATIOS-STREAM"],
  [["--killed", "7", "--ratio", "us-koera"], "E-RATIO-UNKNOWN"],
  [["--killed", "7", "--ratio", "korea"], "E-RATIO-UNKNOWN"],
  [["--killed", "7", "--ratio", "atlantis"], "E-RATIO-UNKNOWN"],
  [["--killed", "7", "--ratio", "us-afghanistan"], "E-RATIO-LACKS"],
  [["--killed", "7", "--ratio", "history"], "E-HISTORY-ONLY"],
  [["--killed", "7", "--wounded", "history:x"], "E-HISTORY-SCOPE"],
  [["--killed", "7", "--wounded", "history:2001-"], "E-HISTORY-FEW"],
  [["--killed", "7", "--wounded", "history:1066"], "E-HISTORY-FEW"],
  [["--killed", "7", "--captured", "history:war", "--deserted", "us-korea"], "E-HISTORY-ONLY E-RATIO-LACKS"],
  [["ratios", "--era", "2000-1946", "--scope", "wars", "--explain", "--backtest", "atlantis"], "E-CHOICE E-ERA"],
  [["ratios", "--backtest", "atlantis"], "E-RATIO-UNKNOWN"],
  [["ratios", "--backtest", "30%"], "E-UNIT"],
  [["--killed", "-"], "E-INPUT-TERMINAL"],
  [["--killed", "7", "-o", "node_modules/.package-lock.json"], "E-OUTPUT-EXISTS"],
  [["--killed", "7", "-o", "no/such/folder"], "E-OUTPUT-FAILED"],
  [["--killed", "7", "-o", "docs"], "E-OUTPUT-FAILED"],
  [["--killed", "7", "-o", ".svg"], "E-OUTPUT-NAME"],
  [["--killed", "7", "-o", "docs/.json"], "E-OUTPUT-NAME"],
  [["compare", "us-korea", "us-vietnam", "-o", ".csv"], "E-OUTPUT-NAME"],
];

test.each(COMMAND_LINES)("%j is refused: %s", async (argv, codes) => {
  const { stdout, stderr, status } = await run(argv);
  expect([stdout, codesIn(stderr)]).toEqual(["", codes]);
  expect([2, 3, 4]).toContain(status);
});

/** Tables, and the codes of their mistakes. */
const TABLES: [string, string[], string][] = [
  ["\u0000", [], "E-TABLE-BINARY"],
  ["", [], "E-TABLE-EMPTY"],
  ['{"killed":7}\n', [], "E-TABLE-FORMAT"],
  ["killed,a\r7,b\n", [], "E-TABLE-RETURNS"],
  ["killed\n", ["--map", "killed"], "E-MAP"],
  ["killed\n", ["--map", "force=man"], "E-COLUMN-UNKNOWN"],
  ["killed\n", ["--map", "force=kiled"], "E-COLUMN-UNKNOWN"],
  ["killed,Killed\n", [], "E-COLUMN-TWICE"],
  ["killed,injured,hurt\n", [], "E-COLUMN-TWICE"],
  ["deaths,deaths_low\n", [], "E-COLUMN-TWICE"],
  ["killed,a,a\n", ["--to", "json"], "E-COLUMN-NAMES"],
  ["killed,est_open\n", [], "E-COLUMN-EXISTS"],
  ["killed,killed_low\n", [], "E-COLUMNS-CLASH"],
  ["a,b,Enemy deaths,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13,c14,c15,c16,c17,c18,c19\n", [], "E-COLUMNS-NONE"],
  ["killed,a\n7\n7,8,9\n", [], "E-ROW-COLUMNS E-ROW-COLUMNS"],
  ['killed\n"7"0\n', [], "E-ROW-QUOTE"],
  ['killed\n"7\n', [], "E-ROW-QUOTE-OPEN"],
  [`killed\n"${"x".repeat(9 * 2 ** 20)}`, [], "E-ROW-LONG"],
  ['7\n{"killed":7\n[{"killed":7}]\n', ["--from", "ndjson"], "E-ROW-OBJECT E-ROW-JSON E-ROW-OBJECT"],
  [
    '{"killed":7}\n{"killed":7,"force":8}\n{"killed":7,"killed":8}\n{"killed":1e400}\n',
    ["--from", "ndjson"],
    "E-KEY-TWICE E-TOO-LARGE",
  ],
  ['{"a":[]}', ["--from", "json"], "E-ROWS-ARRAY"],
  ['[{"killed":7}', ["--from", "json"], "E-ROWS-CUT"],
  ["killed_low,killed_high\n6-7,8\n6,\n", [], "E-CELL-SINGLE"],
  [
    "day,killed\nMarch,7\n2022-03-16,7\n2022-03-16,8\n",
    ["--series", "cumulative", "--by", "day"],
    "E-DATE-DAY E-DATE-ORDER",
  ],
];

test.each(TABLES)("the table %j with %j is refused: %s", async (stdin, options, codes) => {
  const { stderr, status } = await run(["batch", ...options], { stdin });
  expect([codesIn(stderr), [2, 3].includes(status)]).toEqual([codes, true]);
});

test.each([
  ["caveats[0].code", ["--ratio", "3"], "this result has no caveats\n"],
  ["caveats[1].code", [], "caveats has only one item, caveats[0]"],
  [
    "forces[2].share.low",
    ["--force", "a=9", "--force", "b=8"],
    "forces has only two items, the last of which is forces[1]",
  ],
])("an item that a list lacks: %s with %j", async (path, options, says) => {
  const { stderr } = await run(["--killed", "7", ...options, "--value", path]);
  expect(stderr).toContain(`error E-PATH-UNKNOWN: the result has no “${path}”: ${says}`);
});

test.each([
  ["E-INPUT-EMPTY", ""],
  ["E-INPUT-UTF8", new Uint8Array([255])],
  ["E-INPUT-TOO-LARGE", new Uint8Array(9 * 2 ** 20)],
])("standard input that cannot be read is refused with %s", async (code, stdin) => {
  const { stderr, status } = await run(["--killed", "-"], { stdin });
  expect([codesIn(stderr), status]).toEqual([code, 3]);
});

test.each([
  ["date,killed\n2024-01-01,4\n", "standard input is a table (“date,killed”)"],
  ['"Source";"Dead soldiers"\nBBC;5000\n', 'standard input is a table (“"Source";"Dead soldiers"”)'],
  ['{ "killed": 7000 }', "standard input is JSON"],
  ["[", "standard input is JSON"],
  ["Killed in action, BBC=7000\nb=several\n", "line 2"],
  ["killed\n7000\n", "line 1: this is not a count"],
])("standard input of another kind is named: %j", async (stdin, says) => {
  const { stderr, status } = await run(["--killed", "-", "--ratio", "3"], { stdin });
  expect([stderr.replace(/\s+/g, " "), status]).toEqual([expect.stringContaining(says), 3]);
});

test.each([
  [["--casualties", "-"], true],
  [["--killed", "7", "--ratio", "-"], true],
  [["--killed", "7", "--force", "none"], false],
  [["batch", "--wounded", "-"], false],
])("the mistake in %j says which option reads standard input: %s", async (argv, says) => {
  const { stderr } = await run(argv, { stdin: "" });
  expect(stderr.replace(/\s+/g, " ").includes("; only --killed - reads standard input")).toBe(says);
});

test("a mistake has its place, the text with a caret, what was expected and what to type", async () => {
  const { stderr } = await run(["--killed", "13.800", "--ratio", "7\u200b0"]);
  expect(stderr).toMatchInlineSnapshot(`
    "error E-DOT: --killed: this may be 13.8 or 13,800
        13.800
        ^^^^^^
      expected: a comma between thousands, or a unit after decimals
      try: --killed 13,800

    error E-CHARACTER: --ratio: found U+200B ZERO WIDTH SPACE
        7\\u{200b}0
         ^^^^^^^^
      expected: only characters that can be seen
      try: --ratio 70

    2 mistakes; nothing was calculated.
    "
  `);
});

const VALUED = COMMANDS.flatMap(({ name }) =>
  OPTIONS.filter((option) => option.value !== undefined && !option.takesEmpty && option.commands.includes(name)).map(
    (option) => [name, option.name],
  ),
);

test.each(VALUED)("%s %s: an empty value is refused", async (command, option) => {
  const { stderr, stdout } = await run([command!, option!, ""], { stdin: "" });
  expect([stdout, codesIn(stderr)]).toEqual(["", "E-EMPTY"]);
  expect(stderr).toContain("may be empty or unset");
});

test.each(COMMANDS.map(({ name }) => [name]))("%s: an empty argument is refused", async (command) => {
  const { stderr, stdout } = await run([command, ""], { stdin: "" });
  expect([stdout, codesIn(stderr)]).toEqual(["", "E-EMPTY"]);
});

test("an empty prefix leaves the names of columns as they are", async () => {
  const { stdout } = await run(["batch", "--prefix", ""], { stdin: "killed\n7\n" });
  expect(stdout).toMatch(/^killed,killed_low,/);
});

test("a name that is too long is not repeated in full", async () => {
  const { stderr } = await run(["--killed", `${"a".repeat(300)}=7000`]);
  expect(stderr).toBe(
    [
      "error E-TOO-LONG: --killed: this is 300 characters long",
      `    ${"a".repeat(60)}…`,
      `    ${"^".repeat(61)}`,
      "  expected: a name of at most 200 characters",
      "",
    ].join("\n"),
  );
});

test.each([["border="], ["AP@2022="]])("%j may have lost a shell variable", async (force) => {
  const { stderr } = await run(["--killed", "7000", "--ratio", "3", "--force", force]);
  expect(stderr.replaceAll(/\s+/g, " ")).toContain("; a shell variable in its place may be empty or unset");
});
