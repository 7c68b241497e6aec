import { describe, expect, test } from "vitest";
import type { Place } from "../../src/core/errors.ts";
import { estimate } from "../../src/core/estimate.ts";
import { type Expectation, expectationName } from "../../src/core/expected.ts";
import { RESULT_NAMES } from "../../src/core/result-names.ts";
import { readScenarios, type ScenarioEntry } from "../../src/input/scenario.ts";
import { schemaText } from "../../src/input/schemas.ts";
import { toRecord } from "../../src/render/record.ts";
import { run } from "../cli/run.ts";
import { cpuTime } from "../cpu.ts";
import { problemsOf } from "../problems.ts";

const placed = ({ line, column, path }: Place = {}) => `${line}:${column}${path === undefined ? "" : ` ${path}`}`;

/** The mistakes in a text: code and place. */
function mistakes(text: string): string[] {
  try {
    return readScenarios(text).flatMap(({ problems }) => problems.map(({ code, at }) => `${code} ${placed(at)}`));
  } catch {
    return problemsOf(() => readScenarios(text)).map(({ code, at, args }) =>
      [code, placed(at), ...("because" in args ? [args.because] : [])].join(" "),
    );
  }
}

describe("broken JSON", () => {
  test.each([
    ["", "E-JSON 1:1 empty"],
    ["  \n ", "E-JSON 2:2 empty"],
    ["[[[", "E-JSON 1:4 end"],
    ['{"killed":[', "E-JSON 1:12 end"],
    ['{\n  "killed": 7000,\n}', "E-JSON 3:1 comma"],
    ["[1,]", "E-JSON 1:4 comma"],
    ['{"a":1}}', "E-JSON 1:8 more"],
    ['{"a" 1}', "E-JSON 1:6 colon"],
    ['{"a":"x" "b":2}', "E-JSON 1:10 separator"],
    ["[1 2]", "E-JSON 1:4 separator"],
    ['{"killed":7, ratio:3}', "E-JSON 1:14 key"],
    ['{"killed":13,800,"ratio":3}', "E-JSON 1:14 grouped"],
    ["{\"killed\":7, 'ratio':3}", "E-JSON 1:14 quote"],
    ["{“killed”:7}", "E-JSON 1:2 quote"],
    ['{"killed":7 // dead\n}', "E-JSON 1:13 comment"],
    ['{"killed":7 # dead\n}', "E-JSON 1:13 comment"],
    ['{"killed":007}', "E-JSON 1:12 number"],
    ['{"killed":7.}', "E-JSON 1:11 number"],
    ['{"killed":+7}', "E-JSON 1:11 number"],
    ['{"killed":"7,000\n}', "E-JSON 1:11 string"],
    ['{"name":"a\\xb"}', "E-JSON 1:9 escape"],
    ['{"name":"a\tb"}', "E-JSON 1:9 control"],
    ['{"killed":NaN}', "E-JSON 1:11 other"],
    ["[".repeat(100_000), "E-JSON-DEEP 1:33"],
    [`{"note":"${"[".repeat(50)}"}`, ""],
    ['{"killed":7,"ratio":3,"killed":8}', "E-KEY-TWICE 1:23"],
    ['[{"killed":{"figure":7,"figure":8}}]', "E-KEY-TWICE 1:24"],
    ['{"__proto__":{"killed":7}}', "E-KEY-UNKNOWN 1:2"],
    ['{"expect":{"__proto__":7}}', "E-KEY-UNKNOWN 1:12"],
    ["[]", "E-LIST-EMPTY 1:1"],
  ])("%j: %s", (text, expected) => expect(mistakes(text).join("; ")).toBe(expected));

  test("a byte order mark is ignored, and lines may end with LF, CRLF or CR", () => {
    expect(mistakes('\ufeff{"killed":7}')).toEqual([]);
    expect(mistakes('\ufeff{\r\n"killed":-7}')).toEqual(["E-NEGATIVE 2:10 killed"]);
    expect(mistakes('{\r"killed":-7}')).toEqual(["E-NEGATIVE 2:10 killed"]);
  });

  test("reading takes time linear in the length of the text", () => {
    const start = cpuTime();
    const long = 2 ** 18;
    const keys = Array.from({ length: 5000 }, (_, index) => `"k${index}":1`).join();
    const texts = [`{"note":"${"\\".repeat(long)}`, "{".repeat(long), `[${"1,".repeat(long)}`, " ".repeat(long)];
    for (const text of [...texts, `{${keys},"k1":2}`]) expect(mistakes(text)).toHaveLength(1);
    expect(mistakes(`{${keys}}`)).toHaveLength(5000);
    expect(mistakes(`[${"1,\n".repeat(5000)}1]`)).toHaveLength(5001);
    // It takes part of a second; quadratic time would take a minute.
    expect(cpuTime() - start).toBeLessThan(5000);
  });
});

describe("a value that does not fit the schema", () => {
  test.each([
    ["5", "E-TYPE 1:1"],
    ["null", "E-TYPE 1:1"],
    ['[{"killed":7},5]', "E-TYPE 1:15 [1]"],
    ['{"kiled":7}', "E-KEY-UNKNOWN 1:10 kiled"],
    ['{"killed":true}', "E-TYPE 1:11 killed"],
    ['{"killed":null}', "E-TYPE 1:11 killed"],
    ['{"killed":[]}', "E-LIST-EMPTY 1:11 killed"],
    ['{"killed":[{"figure":[7]}]}', "E-TYPE 1:22 killed[0].figure"],
    ['{"killed":{"source":"a"}}', "E-KEY-MISSING 1:11 killed.figure"],
    ['{"killed":{"figure":7,"knd":"claim"}}', "E-KEY-UNKNOWN 1:29 killed.knd"],
    ['{"killed":{"figure":7,"kind":"rumour"}}', "E-CHOICE 1:30 killed.kind"],
    ['{"killed":{"figure":7,"kind":{"toString":1,"valueOf":1}}}', "E-TYPE 1:30 killed.kind"],
    ['{"killed":{"figure":7,"kind":5}}', "E-TYPE 1:30 killed.kind"],
    ['{"killed":7,"wounded":{"figure":3,"kind":"claim"}}', "E-KEY-UNKNOWN 1:42 wounded.kind"],
    ['{"killed":7,"name":5}', "E-TYPE 1:20 name"],
    ['{"killed":7,"force":[{"label":"a"}]}', "E-KEY-MISSING 1:22 force[0].figure"],
    ['{"killed":7,"expect":{"shares":"5%"}}', "E-KEY-UNKNOWN 1:32 expect.shares"],
    ['{"killed":7,"expect":{"caveats":["OPEN"]}}', "E-CHOICE 1:34 expect.caveats[0]"],
    ['{"killed":7,"expect":{"caveats":[]}}', "E-LIST-EMPTY 1:33 expect.caveats"],
    ['{"killed":7,"expect":{"outOfAction":{"value":7,"tol":1}}}', "E-KEY-UNKNOWN 1:54 expect.outOfAction.tol"],
    ['{"killed":7,"expect":{"implied":{"killed":1}}}', "E-KEY-UNKNOWN 1:43 expect.implied.killed"],
    ['{"killed":7,"expect":{"perday":1}}', "E-KEY-UNKNOWN 1:32 expect.perday"],
    ['{"killed":7,"expect":{"pace":1}}', "E-KEY-UNKNOWN 1:30 expect.pace"],
    ['{"killed":7,"expect":{"perDay":[1]}}', "E-TYPE 1:32 expect.perDay"],
    ['{"killed":7,"expect":{"killedShare":[]}}', "E-LIST-EMPTY 1:37 expect.killedShare"],
    ['{"killed":7,"of":5}', "E-TYPE 1:18 of"],
    ['{"killed":7,"recruits":[{"source":"a"}]}', "E-KEY-MISSING 1:25 recruits[0].figure"],
    ['{"killed":7,"share":{"source":"a","share":"5%"}}', "E-KEY-UNKNOWN 1:31 share.source"],
  ])("%s: %s", (text, expected) => expect(mistakes(text)).toEqual([expected]));

  test("all mistakes are reported, with what was probably meant", () => {
    const [entry] = readScenarios('{"killed":[{"figur":7}],"ration":3,"expect":{"caveats":["OPEN_LO"]}}');
    expect(entry!.problems.map(({ code, args }) => [code, "suggestion" in args && args.suggestion])).toEqual([
      ["E-KEY-MISSING", false],
      ["E-KEY-UNKNOWN", "figure"],
      ["E-CHOICE", "OPEN_LOW"],
      ["E-KEY-UNKNOWN", "ratio"],
    ]);
  });
});

describe("a value that cannot be read is reported with its place", () => {
  test.each([
    ['{"killed":13.800}', "E-DOT 1:11 killed"],
    ['{"killed":"12-14,000"}', "E-THOUSANDS 1:11 killed"],
    ['{"killed":7,"ratio":"one to three"}', "E-RATIO-OR-RANGE 1:21 ratio"],
    ['{"killed":7,"expect":{"outOfAction":"12-14,000"}}', "E-THOUSANDS 1:37 expect.outOfAction"],
    ['{"killed":7.5}', "E-FRACTION 1:11 killed"],
    ['{"killed":7.5e-1}', "E-FRACTION 1:11 killed"],
    ['{"killed":7e3}', ""],
    ['{"killed":9007199254740993}', "E-TOO-LARGE 1:11 killed"],
    ['{"killed":1e400}', "E-TOO-LARGE 1:11 killed"],
    ['{"killed":-0}', "E-NEGATIVE 1:11 killed"],
    ['{"killed":7,"claimed":{"outOfAction":"7 wounded"}}', "E-CATEGORY 1:38 claimed.outOfAction"],
    ['{"killed":7,"claimed":{"share":"a third to 30%"}}', "E-MIXED-FORMS 1:32 claimed.share"],
    ['{"killed":"28,000 casualties"}', "E-CATEGORY 1:11 killed"],
    ['{"killed":["Ukraine=7", "several"]}', "E-VAGUE 1:25 killed[1]"],
    ['{"killed":{"source":"a=b","figure":"a=7"}}', "E-NOT-A-NUMBER 1:36 killed.figure"],
    ['{"killed":{"source":"a\\u001b[31m","figure":7}}', "E-CHARACTER 1:21 killed.source"],
    ['{"killed":7,"side":" "}', "E-EMPTY 1:20 side"],
    ['{"killed":7,"note":"\\u202e"}', "E-CHARACTER 1:20 note"],
    ['{"killed":7,"asOf":"2022-02-30"}', "E-DATE 1:20 asOf"],
    ['{"killed":{"figure":7,"url":"example"}}', "E-URL 1:29 killed.url"],
    ['{"killed":{"figure":7,"url":"https://a b"}}', "E-URL 1:29 killed.url"],
    ['{"killed":7,"returned":30,"wounded":"2x"}', "E-SHARE 1:24 returned"],
    ['{"killed":7,"combine":"avarage"}', "E-CHOICE 1:23 combine"],
    ['{"killed":7,"days":0}', "E-UNIT 1:20 days"],
    ['{"killed":7,"per":2356}', "E-UNIT 1:19 per"],
    ['{"killed":7,"pace":92}', "E-UNIT 1:20 pace"],
    ['{"killed":7,"until":0}', "E-UNIT 1:21 until"],
    ['{"killed":7,"of":"20%"}', "E-NAME-EMPTY 1:18 of"],
    ['{"killed":"25%"}', "E-UNIT 1:11 killed"],
    ['{"killed":7,"expect":{"perDay":"25%"}}', "E-UNIT 1:32 expect.perDay"],
    ['{"killed":7,"expect":{"days":-1}}', "E-NEGATIVE 1:30 expect.days"],
    ['{"killed":7,"expect":{"killedPerDay":"7 wounded a day"}}', "E-CATEGORY 1:38 expect.killedPerDay"],
    ['{"killed":7,"expect":{"outOfAction":"7±1"}}', "E-SPREAD 1:37 expect.outOfAction"],
    [
      '{"killed":7,"expect":{"outOfAction":{"value":7,"tolerance":"some"}}}',
      "E-NOT-A-NUMBER 1:60 expect.outOfAction.tolerance",
    ],
    ['{"killed":7,"expect":{"share":"a fith"}}', "E-NOT-A-NUMBER 1:31 expect.share"],
    ['{"killed":7,"claimed":{"share":"a fith"}}', "E-NOT-A-NUMBER 1:32 claimed.share"],
    ['{"ratio":"x","returned":"30%"}', "E-NOT-A-NUMBER 1:10 ratio"],
    ['{"killed":7,"ratio":3,"wounded":"2x","name":""}', "E-EMPTY 1:45 name; E-RATIO-AND-CATEGORY 1:21 ratio"],
  ])("%s: %s", (text, expected) => expect(mistakes(text).join("; ")).toBe(expected));
});

test("every result can be expected and claimed, with a list for several forces", () => {
  const scenario = {
    killed: { source: "UK", figure: "7 a day" },
    days: 90,
    expect: {
      balance: -6904,
      balancePerDay: "-523–-423",
      killedPerDay: "7 killed a day",
      implied: { wounded: "2-3" },
      killedShare: ["1.0%", { value: 0.02, tolerance: "1 point" }],
      force: 7,
      perThousandPerDay: [7.45],
      daysToGo: { value: 157.5, tolerance: 1 },
    },
    claimed: { source: "AP", asOf: "2024", perDay: "1,271 a day", days: "3 months", share: ["a fifth", "a third"] },
  };
  const [{ scenario: read, problems }] = readScenarios(JSON.stringify(scenario)) as [ScenarioEntry];
  expect(problems).toEqual([]);
  const described = (results: readonly Expectation[] = []) =>
    results.map((result) => `${expectationName(result)} ${result.stated.text}${result.tolerance ? " ±" : ""}`);
  // In the order of the table of quantities.
  expect(described(read?.expected?.results)).toEqual([
    "killedShare[0] 1.0%",
    "killedShare[1] 0.02 ±",
    "killedPerDay 7 killed a day",
    "implied.wounded 2-3",
    "force 7",
    "perThousandPerDay[0] 7.45",
    "balance -6904",
    "balancePerDay -523–-423",
    "daysToGo 157.5 ±",
  ]);
  expect(described(read?.claimed?.results)).toEqual([
    "share[0] a fifth",
    "share[1] a third",
    "days 3 months",
    "perDay 1,271 a day",
  ]);
  expect(read?.claimed).toMatchObject({ source: "AP", asOf: { text: "2024" } });
});

test("the schema has every result under its name", () => {
  const { $defs } = JSON.parse(schemaText("scenario"));
  const { expect: expected, claimed } = $defs.scenario.properties;
  for (const name of RESULT_NAMES) {
    for (const { properties } of [expected, claimed]) {
      const [first, category] = name.split(".") as [string, string?];
      expect(category === undefined ? properties[first] : properties[first].properties[category]).toBeDefined();
    }
  }
  expect(Object.keys(claimed.properties.implied.properties)).toEqual(["wounded", "captured", "missing", "deserted"]);
});

test("a number keeps the precision that it was written with", () => {
  const stated = (text: string) => readScenarios(`{"killed":7,"expect":{"share":${text}}}`)[0]!.scenario!.expected!;
  expect(String(stated("0.160").results[0]!.stated.step.low)).toBe("1/1000");
  expect(String(stated("0.16").results[0]!.stated.step.low)).toBe("1/100");
});

test("a file gives the same result as the same options", async () => {
  const scenario = {
    side: "Russia",
    asOf: "2022-03-16",
    killed: [
      { source: "Ukraine", asOf: "2022-03-16", figure: "13,800" },
      { source: "Mediazona", figure: "at least 5,000" },
    ],
    wounded: "2x-3x",
    captured: [{ source: "AP", figure: 389 }],
    returned: "30%",
    recruits: [{ source: "Kyiv", figure: "1000-1100 a day" }, 500],
    start: "2022-02",
    days: 21,
    per: "2,356 km2",
    until: "50,000",
    pace: "92 a day",
    coverage: { source: "Mediazona", share: "45%-65%" },
    combine: "envelope",
    force: [{ label: "at the border", figure: "150,000" }, "whole army=280000-360000"],
  };
  const typed = [
    ...["--side", "Russia", "--as-of", "2022-03-16"],
    ...["--killed", "Ukraine@2022-03-16=13,800", "--killed", "Mediazona=at least 5,000"],
    ...["--wounded", "2x-3x", "--captured", "AP=389", "--returned", "30%", "--coverage", "Mediazona=45%-65%"],
    ...["--recruits", "Kyiv=1000-1100 a day", "--recruits", "500", "--start", "2022-02", "--days", "21"],
    ...["--per", "2,356 km2", "--until", "50,000", "--pace", "92 a day"],
    ...["--combine", "envelope", "--force", "at the border=150,000", "--force", "whole army=280000-360000", "--json"],
  ];
  const [entry] = readScenarios(JSON.stringify(scenario));
  expect(toRecord(estimate(entry!.scenario!))).toEqual(JSON.parse((await run(typed)).stdout));
});
