import { expect, test } from "vitest";
import { CAVEAT_CODES } from "../../src/core/caveats/caveat.ts";
import { estimate } from "../../src/core/estimate.ts";
import { readScenarios } from "../../src/input/scenario.ts";
import { estimateFor } from "../scenario.ts";

/** Options, and the caveats that they raise, with the arguments that distinguish them. */
const CASES: [string[], string[]][] = [
  [["--killed 7000", "--ratio 3"], []],
  [["--killed 7000"], ["KILLED_ALONE"]],
  [
    ["--list 1500", "--list 1200", "--both 900"],
    ["TWO_LISTS 1,800", "KILLED_ALONE"],
  ],
  [
    ["--list 1500-1600", "--list 1200", "--both 900"],
    ["TWO_LISTS", "KILLED_ALONE"],
  ],
  [
    ["--list a@2022-01-01=1500", "--list b@2022-02-01=1200", "--both 900"],
    ["TWO_LISTS 1,800", "DATES_APART a@2022-01-01 b@2022-02-01 31 true", "KILLED_ALONE"],
  ],
  [
    ["--list a@2022-01-01=1500", "--list b@2022-01-31=1200", "--both 900"],
    ["TWO_LISTS 1,800", "KILLED_ALONE"],
  ],
  [
    ["--list at least 1500", "--list dozens", "--both up to 9"],
    [
      ...["TWO_LISTS", "KILLED_ALONE", "OPEN_HIGH list of killed", "OPEN_HIGH list of killed"],
      ...["OPEN_HIGH both of killed", "VAGUE_FLOOR list 12"],
    ],
  ],
  [["--killed up to 7000"], ["KILLED_ALONE", "OPEN_LOW killed of killed"]],
  [["--killed US=up to 7000", "--ratio 3"], ["OPEN_LOW killed of outOfAction by US"]],
  [["--killed US@2022=7000+", "--ratio 3"], ["OPEN_HIGH killed of outOfAction by US@2022"]],
  [["--killed 7000", "--ratio at least 3"], ["OPEN_HIGH ratio of outOfAction"]],
  [["--killed 7000", "--ratio up to 3"], ["OPEN_LOW ratio of outOfAction"]],
  [["--killed 7000", "--wounded AP=up to 21000"], ["OPEN_LOW wounded of outOfAction by AP"]],
  [["--killed 7000", "--wounded at least 2x"], ["OPEN_HIGH wounded of outOfAction"]],
  [["--killed 7000", "--wounded 2x", "--returned at least 30%"], ["OPEN_LOW returned of net"]],
  [["--killed 7000", "--wounded 2x", "--returned up to 30%"], ["OPEN_HIGH returned of net"]],
  [["--killed 7000", "--ratio 3", "--force up to 150000"], ["OPEN_HIGH force of share by the force"]],
  [
    ["--killed 7000", "--ratio 3", "--force 150000+", "--force at least 1m"],
    ["OPEN_LOW force of share by the force", "OPEN_LOW force of share by force 2"],
  ],
  [["--killed 7000", "--ratio 3", "--force border=150000+"], ["OPEN_LOW force of share by border"]],
  [["--casualties US=28000+", "--ratio 3"], ["OPEN_HIGH casualties of outOfAction by US"]],
  [["--casualties 28000", "--ratio at least 3"], ["OPEN_LOW ratio of killed"]],
  [["--casualties 28000", "--wounded up to 3x"], ["OPEN_HIGH wounded of killed"]],
  // An open end raises no caveat if combining closes it, or if its source is not used.
  [["--killed a=up to 6", "--killed b=at least 5", "--combine overlap", "--ratio 3"], []],
  [["--killed a=up to 6", "--killed b=6", "--combine prefer=b", "--ratio 3"], []],
  [
    ["--killed a=up to 6", "--killed b=5+", "--ratio 3"],
    ["OPEN_LOW killed of outOfAction by a", "OPEN_HIGH killed of outOfAction by b"],
  ],
  [
    ["--killed dozens", "--ratio 3"],
    ["OPEN_HIGH killed of outOfAction", "VAGUE_FLOOR killed 12"],
  ],
  [
    ["--killed 5", "--ratio 3", "--force thousands"],
    ["OPEN_LOW force of share by the force", "VAGUE_FLOOR force the force 1000"],
  ],
  [["--killed Mediazona=106745+", "--coverage 50%", "--ratio 3"], ["COVERAGE_CLOSES_FLOOR Mediazona"]],
  [["--killed 106745+", "--coverage 50%", "--ratio 3"], ["COVERAGE_CLOSES_FLOOR"]],
  [["--killed 106745", "--coverage 50%", "--ratio 3"], []],
  [["--killed 106745", "--coverage at least 50%", "--ratio 3"], ["OPEN_LOW coverage of outOfAction"]],
  [
    ["--killed a=106745+", "--coverage a=up to 50%", "--ratio 3"],
    ["OPEN_HIGH coverage of outOfAction by a", "COVERAGE_CLOSES_FLOOR a"],
  ],
  [
    ["--killed 106745", "--of fighters=at least 20%"],
    ["KILLED_ALONE", "OPEN_HIGH of of killed"],
  ],
  [
    ["--killed up to 106745", "--of fighters=20%"],
    ["KILLED_ALONE", "OPEN_LOW killed of killed"],
  ],
  [
    ["--killed a=106745", "--killed b=90000", "--of fighters=up to 20%", "--ratio 3"],
    ["OPEN_LOW of of outOfAction by a", "OPEN_LOW of of outOfAction by b"],
  ],
  [["--killed 106745", "--of fighters=at least 20%", "--coverage 50%", "--ratio 3"], []],
  [
    ["--casualties 45000", "--days 30", "--recruits at least 1000/day", "--recruits up to 5000"],
    ["OPEN_HIGH recruits of recruits", "OPEN_LOW recruits of recruits"],
  ],
  [
    ["--casualties A@2025-01-01=at least 900", "--casualties A@2025-02-01=2000", "--combine change"],
    ["OPEN_LOW casualties of outOfAction by A@2025-01-01"],
  ],
  [
    ["--casualties A@2025-01-01=up to 900", "--casualties A@2025-02-01=at least 2000", "--combine change"],
    ["OPEN_HIGH casualties of outOfAction by A@2025-01-01", "OPEN_HIGH casualties of outOfAction by A@2025-02-01"],
  ],
  [
    ["--casualties 92 a day", "--until at least 5,000"],
    ["OPEN_HIGH until of daysToGo", "NO_FORECAST"],
  ],
  [
    ["--casualties 92 a day", "--force 9000", "--until at least 50%"],
    ["OPEN_HIGH until of daysToGo", "NO_FORECAST"],
  ],
  [["--wounded 2000", "--ratio us-korea"], []],
  // A ratio that is only compared covers nothing.
  [
    ["--killed 100", "--wounded 200", "--captured 50", "--missing 29", "--deserted 21", "--ratio us-korea"],
    ["STATEMENTS_DISAGREE ratio 427 400 6.4% true", "WOUNDED_AND_CAPTURED"],
  ],
  // Wounded prisoners are counted twice only in a sum of both.
  [["--killed 100", "--wounded 200", "--captured 30"], ["WOUNDED_AND_CAPTURED"]],
  [["--killed 100", "--wounded 200", "--captured 0"], []],
  [["--killed 200", "--ratio 3", "--wounded 400", "--captured 50"], []],
  [["--casualties 40000", "--wounded 2x", "--captured 10000"], ["WOUNDED_AND_CAPTURED"]],
  // With a count of the captured, they are not only in proportion to the killed.
  [
    ["--killed 7200", "--ratio israel-1973", "--captured 350"],
    ["RATIO_COVERS israel-1973 wounded,captured missing,deserted", "WOUNDED_AND_CAPTURED"],
  ],
  // Of two pairs, the one whose numbers exclude each other is named.
  [
    ["--killed A=12500", "--killed B=at least 9000", "--killed C=at least 31000", "--ratio 3"],
    ["OPEN_HIGH killed of outOfAction by B", "OPEN_HIGH killed of outOfAction by C", "SOURCES_DISAGREE A C false"],
  ],
  // More than a factor of two, not just two.
  [["--killed a=5000", "--killed b=10000", "--ratio 3"], []],
  [["--killed a=5000", "--killed b=10001", "--ratio 3"], ["SOURCES_DISAGREE a b false"]],
  [["--killed b=9-10", "--killed c=8", "--killed a=1-4", "--ratio 3"], ["SOURCES_DISAGREE a b false"]],
  [["--killed b=9-10", "--killed c=8", "--killed a=1-5", "--ratio 3"], []],
  [
    ["--killed a=5000+", "--killed b=10001", "--ratio 3"],
    ["OPEN_HIGH killed of outOfAction by a", "SOURCES_DISAGREE a b true"],
  ],
  [
    ["--killed a=5000", "--killed b=≤10001", "--ratio 3"],
    ["OPEN_LOW killed of outOfAction by b", "SOURCES_DISAGREE a b true"],
  ],
  [["--killed a=5000", "--killed b=10001", "--ratio 3", "--combine sum"], []],
  [["--killed a=5000", "--killed b=10001", "--ratio 3", "--combine prefer=a"], ["SOURCES_DISAGREE a b false"]],
  [["--killed a@2022=5", "--killed b@2024=5", "--ratio 3", "--combine sum"], ["DATES_APART a@2022 b@2024 366"]],
  // More than 30 days for certain: between the nearest days of the spans.
  [["--killed a@2022-03-01=5", "--killed b@2022-03-31=5", "--ratio 3"], []],
  [["--killed a@2022-03-01=5", "--killed b@2022-04-01=5", "--ratio 3"], ["DATES_APART a@2022-03-01 b@2022-04-01 31"]],
  [
    ["--killed b@2022-04-01=5", "--killed c=5", "--killed a@2022-03-01=5", "--ratio 3"],
    ["DATES_APART a@2022-03-01 b@2022-04-01 31"],
  ],
  [["--killed a@2022-03=5", "--killed b@2022-04=5", "--ratio 3"], []],
  [["--killed a@2022-03=5", "--killed b@2022-05=5", "--ratio 3"], ["DATES_APART a@2022-03 b@2022-05 31"]],
  [["--killed a@2022=5", "--killed b@2022-05=5", "--ratio 3"], []],
  // A count that looks like a multiplier: at most 20, and fewer than the killed.
  [["--killed 7000", "--wounded 3"], ["COUNT_LIKE_MULTIPLIER wounded 3"]],
  [["--killed 7000", "--missing 20"], ["COUNT_LIKE_MULTIPLIER missing 20"]],
  [["--killed 7000", "--missing 21"], []],
  [["--killed 7000", "--missing 0"], []],
  [["--killed 3", "--wounded 3"], []],
  [["--killed 4", "--wounded 3"], ["COUNT_LIKE_MULTIPLIER wounded 3"]],
  [["--killed 7000", "--captured 2x"], ["CAPTURED_BY_MULTIPLIER 2x"]],
  [["--killed 7000", "--wounded 2x", "--captured 389"], ["WOUNDED_AND_CAPTURED"]],
  [["--casualties 7", "--ratio 3-4"], ["PARTS_DO_NOT_ADD_UP"]],
  [["--casualties 7", "--wounded 2x-4x"], ["PARTS_DO_NOT_ADD_UP"]],
  [["--casualties 5-7", "--ratio 3"], []],
  [["--casualties 5-7"], []],
  // Above the force's low end, and above all of it. Losses equal to the force are possible.
  [["--killed 10", "--ratio 3", "--force 40"], []],
  [["--killed 10", "--ratio 3", "--force 39-41"], ["MAY_EXCEED_FORCE the force"]],
  [["--killed 10", "--ratio 3", "--force 10-40"], ["MAY_EXCEED_FORCE the force"]],
  [["--killed 10-11", "--ratio 3", "--force a=40"], ["MAY_EXCEED_FORCE a"]],
  [["--killed 10", "--ratio 3", "--force 100", "--force 39"], ["EXCEEDS_FORCE force 2"]],
  [
    ["--killed 10", "--ratio 3", "--force 39+"],
    ["OPEN_LOW force of share by the force", "MAY_EXCEED_FORCE the force"],
  ],
  [
    ["--killed up to 10", "--ratio 3", "--force 39"],
    ["OPEN_LOW killed of outOfAction", "MAY_EXCEED_FORCE the force"],
  ],
  [
    ["--killed at least 10", "--ratio 3", "--force 39"],
    ["OPEN_HIGH killed of outOfAction", "EXCEEDS_FORCE the force"],
  ],
];

test.each(CASES)("the caveats of %j are %j", (options, expected) => {
  const caveats = estimateFor(...options).caveats.map(({ code, args }) => {
    const { input, of, source, text, ...rest } = args as Record<string, unknown>;
    const open = code.startsWith("OPEN");
    const named = open ? [input, "of", of, ...(source ? ["by", source] : [])] : [input, source];
    const own =
      code === "COUNT_LIKE_MULTIPLIER" || code === "CAPTURED_BY_MULTIPLIER"
        ? [...Object.values(rest), text]
        : Object.values(rest);
    return [code, ...named, ...own].filter((part) => part !== undefined && part !== "").join(" ");
  });
  expect(caveats).toEqual(expected);
});

test.each<[string[], string[]]>([
  [["--ratio 2.4"], []],
  [["--ratio 2.39"], ["OUTSIDE_HISTORY"]],
  [["--ratio 9.47"], []],
  [["--ratio 3-9.48"], ["OUTSIDE_HISTORY"]],
  [["--wounded 1.87x-6.18x"], []],
  [["--wounded 1.86x"], ["OUTSIDE_HISTORY"]],
  [["--wounded 6.19x"], ["OUTSIDE_HISTORY"]],
  [["--captured 50x"], ["CAPTURED_BY_MULTIPLIER"]],
  [["--wounded us-korea"], []],
  [["--wounded us-iraq"], ["OUTSIDE_HISTORY"]],
  [
    ["--wounded france-1870", "--captured france-1870"],
    ["NOT_COMPARABLE", "OUTSIDE_HISTORY", "CAPTURED_BY_MULTIPLIER", "WOUNDED_AND_CAPTURED"],
  ],
  [["--wounded ukraine-2022-24"], ["NOT_COMPARABLE", "OUTSIDE_HISTORY"]],
  // Those who died of wounds are among its wounded, but the captured are not affected.
  [["--wounded union-gettysburg"], ["KILLED_OUTRIGHT"]],
  [["--missing germany-east-1941-42"], []],
  [["--wounded us-korea"], []],
  [["--captured us-korea"], ["COUNTED_TWICE", "CAPTURED_BY_MULTIPLIER"]],
  [
    ["--captured us-korea", "--wounded us-korea"],
    ["COUNTED_TWICE", "CAPTURED_BY_MULTIPLIER", "WOUNDED_AND_CAPTURED"],
  ],
  [["--ratio us-korea"], ["RATIO_COVERS", "CAPTURED_BY_MULTIPLIER", "WOUNDED_AND_CAPTURED", "COUNTED_TWICE"]],
  // It has a count of the captured, which is 0.
  [["--ratio china-1962"], ["RATIO_COVERS", "OUTSIDE_HISTORY"]],
  [["--ratio finland-winter-war"], ["RATIO_COVERS", "OUTSIDE_HISTORY"]],
  [["--ratio union-gettysburg"], ["RATIO_COVERS", "CAPTURED_BY_MULTIPLIER", "WOUNDED_AND_CAPTURED", "KILLED_OUTRIGHT"]],
  // Its low end is below that of all history, but it is a part of history.
  [["--wounded history:1946-2000"], ["HISTORY_INTERVAL"]],
  [["--wounded history:-1945"], ["HISTORY_INTERVAL", "FEW_WARS"]],
  [["--wounded history:battle-deaths"], ["HISTORY_INTERVAL"]],
])("the caveats about past wars of %j are %j", (options, expected) => {
  expect(estimateFor("--killed 100", ...options).caveats.map(({ code }) => code)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["--wounded 900", ["KILLED_OUTRIGHT"]],
  // Those who died of wounds are not among the missing.
  ["--missing 900", []],
])("the caveats about the ratio that gives the killed of %s are %j", (option, expected) => {
  const { caveats } = estimateFor(option, "--ratio germany-east-1941-42");
  expect(caveats.map(({ code }) => code)).toEqual(expected);
});

test("caveats about past wars have the arguments of their sentences", () => {
  const argsOf = (...options: string[]) => estimateFor("--killed 100", ...options).caveats.map(({ args }) => args);
  expect(argsOf("--ratio us-korea")).toEqual([
    { name: "us-korea", covers: ["wounded", "captured"], lacks: ["missing", "deserted"] },
    { text: "us-korea" },
    {},
    { name: "us-korea", who: expect.stringMatching(/^2,436 of the killed/) },
  ]);
  expect(argsOf("--wounded history:-1945")).toMatchObject([
    {
      name: "history:-1945",
      wars: 7,
      definitions: [
        { definition: "killed-in-action", rows: 9 },
        { definition: "battle-deaths", rows: 9 },
      ],
    },
    { name: "history:-1945", wars: 7 },
  ]);
  const nearest = (text: string) =>
    text.split(", ").map((each) => {
      const [name, ratio] = each.split(" ");
      return { name, ratio };
    });
  expect(argsOf("--wounded 1x-7x")).toMatchObject([
    {
      of: "wounded",
      text: "1x-7x",
      where: "on both sides",
      nearest: nearest("uk-wwii 1.05, india-1962 0.76, israel-lebanon 5.92, russia-1904 5.52"),
    },
  ]);
  expect(argsOf("--wounded us-iraq")).toMatchObject([
    { of: "wounded", text: "us-iraq", where: "above", nearest: nearest("georgia-2008 9.02, us-afghanistan 10.93") },
  ]);
});

test.each([
  [{ kind: "confirmed", figure: 7 }, ['CONFIRMED_IS_A_FLOOR {"text":"7"}']],
  [
    { source: "AP", asOf: "2022", kind: "confirmed", figure: 7 },
    ['CONFIRMED_IS_A_FLOOR {"source":"AP@2022","text":"7"}'],
  ],
  [{ kind: "confirmed", figure: "at least 7" }, []],
  [{ kind: "claim", figure: 7 }, []],
  [{ figure: 7 }, []],
])("a list of confirmed deaths is a minimum: %j", (killed, expected) => {
  const floors = (inputs: object) =>
    estimate(readScenarios(JSON.stringify(inputs))[0]!.scenario!)
      .caveats.filter(({ code }) => code === "CONFIRMED_IS_A_FLOOR")
      .map(({ code, args }) => `${code} ${JSON.stringify(args)}`);
  expect(floors({ killed, ratio: 3 })).toEqual(expected);
  expect(floors({ killed, ratio: 3, coverage: "50%" })).toEqual([]);
});

test("CAVEAT_CODES has every code", () => {
  expect(CAVEAT_CODES).toHaveLength(51);
  expect(CAVEAT_CODES).toContain("CONFIRMED_IS_A_FLOOR");
});
