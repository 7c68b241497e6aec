import { expect, test } from "vitest";
import { collect } from "../../src/core/errors.ts";
import { resultOf } from "../../src/core/results.ts";
import { decimal } from "../../src/notation/print.ts";
import { estimateFor, short } from "../scenario.ts";

const DAILY = ["--casualties 100 a day", "--recruits 20-30 a day", "--force 9000"];
const SHARE_ALONE = ["--killed 10", "--casualties 100", "--share 20%"];
const OF_TWO = ["--share b=20%", "--force a=900", "--force b=700", "--wounded 30", "--returned 50%"];

test.each([
  // Without a period only losses a day are known, and results that need no total, like the force and ratios.
  [DAILY, "outOfAction", ""],
  [DAILY, "share", ""],
  [DAILY, "days", ""],
  [DAILY, "perDay", "100"],
  [DAILY, "per30Days", "3,000"],
  [DAILY, "balancePerDay", "-80 to -70"],
  [["--casualties 100 a day", "--share 20%", "--days 9"], "force", "4,500"],
  [["--casualties 100 a day", "--killed 20 a day"], "shareWhoDied", "0.2"],
  [["--casualties 100 a day", "--until 50%", "--force 9000"], "daysToGo", "45"],
  [["--casualties 36600", "--days 30", "--per 176 km2", "--until 352 km2"], "lossesByThen", "73,200"],
  [["--casualties 36600", "--days 30", "--per 176 km2", "--until 352 km2"], "perUnit", "207.95"],
  [["--casualties 100", "--days 9"], "days", "9"],
  [["--casualties 100"], "days", ""],
  [["--casualties 100"], "daysToGo", ""],
  [["--casualties 100"], "nothing", ""],
  // What is set to its bound stays open, as long as the numbers may be those that a bound does not stop.
  [["--killed up to 6000", "--casualties 500"], "ratio", "0+"],
  [["--killed up to 6000", "--casualties 500"], "shareWhoDied", "≤1"],
  [["--killed up to 600", "--casualties 500-700"], "ratio", "0–0.17+"],
  [["--killed 400-600+", "--casualties 500"], "ratio", "0–0.25"],
  [["--killed 0-600", "--casualties 500"], "shareWhoDied", "0–1"],
  [["--killed up to 500", "--casualties 500"], "shareWhoDied", "≤1"],
  // A calculated force, and a share of it.
  [SHARE_ALONE, "force", "500"],
  [SHARE_ALONE, "killedShare", "0.02"],
  [["--casualties 100", "--force 900"], "force", ""],
  [["--killed 10", "--casualties 100", "--force 900"], "casualtiesPerKilled", "10"],
  [["--casualties 50", "--recruits 20", "--days 9"], "recruitsPerLoss", "0.4"],
  // Of several forces, the one that the share names gives the losses, and the other is compared with them.
  [OF_TWO, "outOfAction", "140"],
  [OF_TWO, "share", ""],
  [OF_TWO, "netShare", ""],
] as const)("%j: the result %s is %j", (options, name, expected) => {
  expect(short(resultOf(estimateFor(...options), name), (value) => decimal(value))).toBe(expected);
});

test("each force has its share, and its share net of those who returned", () => {
  const estimate = estimateFor(...OF_TWO);
  const of = (name: string) => [0, 1].map((force) => short(resultOf(estimate, name, force), (end) => end.toFixed(3)));
  expect([of("share"), of("netShare")]).toEqual([
    ["0.156", "0.200"],
    ["0.139", "0.179"],
  ]);
  expect(estimate.working.filter(({ of }) => of === "share").map(({ formula }) => formula)).toEqual([
    "{out of action} ÷ {force}",
  ]);
});

test.each([
  [
    ["--killed 7000", "--ratio 3", "--force 150000"],
    ["killed", "others", "out of action"],
  ],
  [["--killed 7000"], ["killed"]],
  [DAILY, ["out of action", "losses per 1,000 a day", "recruits", "balance"]],
  [
    ["--casualties 100", "--recruits 20 a day", "--force 9000", "--days 9"],
    ["out of action", "losses a day", "recruits", "balance", "force at the end"],
  ],
  [
    ["--casualties 100 a day", "--until 50%", "--force 9000"],
    ["out of action", "losses per 1,000 a day", "days to go"],
  ],
  [
    ["--casualties 9", "--killed 1", "--wounded 3", "--days 9"],
    [
      ...["killed", "others", "wounded", "not broken down", "others per killed", "share who died", "out of action"],
      ...["losses a day", "killed a day"],
    ],
  ],
  [SHARE_ALONE, ["killed", "others", "others per killed", "share who died", "out of action", "force"]],
])("%j asks for %j", (options, expected) => {
  expect(estimateFor(...options).asked).toEqual(expected);
});

test("an unknown category is left out of the categories", () => {
  expect(Object.keys(estimateFor("--killed 9", "--captured 3").categories)).toEqual(["captured"]);
});

test("a change below zero has no share of the force", () => {
  const estimate = estimateFor(
    ...["--killed A@2025-01-01=70", "--killed A@2025-02-01=60", "--combine change", "--force 9000"],
  );
  expect([short(estimate.outOfAction), estimate.shares]).toEqual(["-10", []]);
});

test("sources that are added up have no losses of their own if a count covers all of them", () => {
  const both = ["--killed a=10", "--killed b=20", "--combine sum"];
  const losses = (...more: string[]) =>
    estimateFor(...both, ...more).accounts.map(({ losses }) => short(losses?.outOfAction));
  expect(losses("--captured 2x")).toEqual(["30", "60"]);
  expect(losses("--captured 2x", "--wounded 30")).toEqual(["", ""]);
});

test("a result names the sources that it is based on", () => {
  const used = (...options: string[]) =>
    estimateFor(...options).combinations.map(({ rule, used }) => `${rule}: ${used.map(({ name }) => name).join(", ")}`);
  const two = ["--killed a=10", "--killed b=at least 20"];
  expect(used(...two)).toEqual(["envelope: a, b"]);
  expect(used(...two, "--combine prefer=b")).toEqual(["prefer: b"]);
  const totals = ["--killed a@2025-01-01=10", "--killed a@2025-01-09=20", "--casualties 90", "--combine change"];
  expect(used(...totals)).toEqual(["change: a@2025-01-01, a@2025-01-09", "envelope: source 1"]);
  expect(short(estimateFor(...two, "--combine sum").killed)).toBe("30+");
});

test.each([
  [["--killed a=1", "--killed b=2", "--killed a=3", "--combine prefer=a"], "a (1), a (2)"],
  [["--casualties a=5", "--casualties b=7", "--combine prefer=c"], "a, b"],
  [["--killed a=5", "--casualties b=7", "--combine prefer=c"], "a"],
])("%j is refused, with the sources %s", (options, names) => {
  const problems = collectProblems(options);
  expect(problems.map(({ args }) => (args as { sources: string[] }).sources.join(", "))).toEqual([names]);
});

function collectProblems(options: readonly string[]) {
  const problems: Parameters<typeof collect>[0] = [];
  collect(problems, () => estimateFor(...options));
  return problems;
}

test("a preferred source may be a source of casualties only", () => {
  const estimate = estimateFor("--killed a=5", "--casualties a=50", "--casualties b=70", "--combine prefer=b");
  expect([short(estimate.killed), short(estimate.outOfAction)]).toEqual(["5", "70"]);
});
