import { expect, test } from "vitest";
import { inWholeLines, run } from "./run.ts";

/** What people type at their first try, the code of the answer, and what it suggests instead. */
const GUESSES: [line: string, code: string, tries: string[]][] = [
  ["--killed at least 7,000 --ratio 3", "E-UNQUOTED", ['--killed "at least 7,000"']],
  ["--killed=up to 7,000 --ratio 3", "E-UNQUOTED", ['--killed "up to 7,000"']],
  ["--ratio 3 --force the border=150,000", "E-UNQUOTED", ['--force "the border=150,000"']],
  ["--killed Ukraine = 13,800 --ratio 3", "E-UNQUOTED", ['--killed "Ukraine = 13,800"']],
  ["--killed 7 --side Russian army", "E-UNQUOTED", ['--side "Russian army"']],
  ["--killed 7 --as-of 16 March 2022", "E-UNQUOTED", ['--as-of "16 March 2022"']],
  ["--killed Ukraine@16 March 2022=13,800 --ratio 3", "E-UNQUOTED", ['--killed "Ukraine@16 March 2022=13,800"']],
  ["batch --date-format dmy", "E-OPTION-UNKNOWN", ["--dates dmy"]],
  ["killed 7000 ratio 3 force 150000", "E-BARE", ["loss-calc --killed 7000 --ratio 3 --force 150000"]],
  ["killed=7000 ratio=3", "E-BARE", ["loss-calc --killed 7000 --ratio 3"]],
  ["dead: 7,000 troops: 150,000", "E-BARE", ["loss-calc --killed 7,000 --force 150,000"]],
  ["killed at least 7,000 ratio 3", "E-BARE", ['loss-calc --killed "at least 7,000" --ratio 3']],
  ["killed many ratio 3", "E-BARE", []],
  ["13800 3 150000", "E-BARE", ["loss-calc --killed 13800 --ratio 3 --force 150000"]],
  ["6000-13800 2-4 150,000", "E-BARE", ["loss-calc --killed 6000-13800 --ratio 2-4 --force 150,000"]],
  ["7000", "E-BARE", ["loss-calc --killed 7000"]],
  ["13800 150000", "E-BARE", []],
  ["7000 --ratio 3", "E-BARE", ["--killed 7000"]],
  ["--killed 7000 ratio 3", "E-BARE", ["--ratio 3"]],
  ["--killed 7000 8000", "E-ARGUMENT", []],
  ["--dead 7000", "E-OPTION-UNKNOWN", ["--killed 7000"]],
  ["--deaths 7000", "E-OPTION-UNKNOWN", ["--killed 7000"]],
  ["--kia 7000", "E-OPTION-UNKNOWN", ["--killed 7000"]],
  ["--dow 7000", "E-OPTION-UNKNOWN", ["--killed 7000"]],
  ["--overlap 900", "E-OPTION-UNKNOWN", ["--both 900"]],
  ["--on-both 900", "E-OPTION-UNKNOWN", ["--both 900"]],
  ["--first-list A=1500", "E-OPTION-UNKNOWN", ["--list A=1500"]],
  ["--injured 300", "E-OPTION-UNKNOWN", ["--wounded 300"]],
  ["--wia at least 300", "E-OPTION-UNKNOWN", ['--wounded "at least 300"']],
  ["--wia=300", "E-OPTION-UNKNOWN", ["--wounded 300"]],
  ["--pow 300", "E-OPTION-UNKNOWN", ["--captured 300"]],
  ["--prisoners 300", "E-OPTION-UNKNOWN", ["--captured 300"]],
  ["--captured-missing 300", "E-OPTION-UNKNOWN", ["--captured 300"]],
  ["--mia 300", "E-OPTION-UNKNOWN", ["--missing 300"]],
  ["--losses 28000", "E-OPTION-UNKNOWN", ["--killed 28000", "--casualties 28000"]],
  ["--troops 150000", "E-OPTION-UNKNOWN", ["--force 150000"]],
  ["--army 150000", "E-OPTION-UNKNOWN", ["--force 150000"]],
  ["--size 150000", "E-OPTION-UNKNOWN", ["--force 150000"]],
  ["--killed 7 --csv", "E-OPTION-UNKNOWN", ["--format csv"]],
  ["--killed 7 --markdown", "E-OPTION-UNKNOWN", ["--format markdown"]],
  ["--killed 7 --output-format csv", "E-OPTION-UNKNOWN", ["--format csv"]],
  ["--killed 7 --no-color", "E-OPTION-UNKNOWN", ["--color never"]],
  ["--as_of 2022", "E-OPTION-UNKNOWN", ["--as-of 2022"]],
  ["--KILLED 7000", "E-OPTION-UNKNOWN", ["--killed 7000"]],
  ["—killed 7000", "E-OPTION-UNKNOWN", ["--killed 7000"]],
  ["-killed 7000", "E-OPTION-UNKNOWN", ["--killed 7000"]],
  ["--kiled many", "E-OPTION-UNKNOWN", []],
  ["--kia 100 --dow 20", "E-PARTS-OF-KILLED", ["--killed kia=100 --killed dow=20 --combine sum"]],
  ["--killed 7000 --kia 5000", "E-OPTION-UNKNOWN", []],
  ["--dead 100 --kia 50", "E-OPTION-UNKNOWN", ["--killed 100"]],
  ["killed 7000 ratio us-korea", "E-BARE", ["loss-calc --killed 7000 --ratio us-korea"]],
  ["killed 7000 format csv", "E-BARE", ["loss-calc --killed 7000 --format csv"]],
  ["--killed 7 --multiplier us-korea", "E-OPTION-UNKNOWN", ["--ratio us-korea"]],
  ["batch --filter country=russia", "E-OPTION-UNKNOWN", ["--where country=russia"]],
  ["batch --exclude country=russia", "E-OPTION-UNKNOWN", ["--where-not country=russia"]],
  ["batch --markdown", "E-OPTION-UNKNOWN", ["--format markdown"]],
  ["batch --tsv", "E-OPTION-UNKNOWN", ["--format tsv"]],
  ["--killed 7 --to csv", "E-OPTION-UNKNOWN", ["--format csv"]],
  ["--killed 7 --to 2022-03-16", "E-OPTION-UNKNOWN", ["--end 2022-03-16"]],
  ["--killed 7 --from 2022-02", "E-OPTION-UNKNOWN", ["--start 2022-02"]],
  ["batch --from 2022-02-24", "E-CHOICE", ["--start 2022-02-24"]],
  ["batch --to 2022-03-16", "E-CHOICE", ["--end 2022-03-16"]],
  ["batch --from cvs", "E-CHOICE", []],
  ["--since 2022-02-24", "E-OPTION-UNKNOWN", ["--start 2022-02-24"]],
  ["--start-date 2022", "E-OPTION-UNKNOWN", ["--start 2022"]],
  ["--until-date 16 March 2022", "E-OPTION-UNKNOWN", ['--end "16 March 2022"']],
  ["--duration 3 months", "E-OPTION-UNKNOWN", ['--days "3 months"']],
  ["--period 90", "E-OPTION-UNKNOWN", ["--days 90"]],
  ["--months 3", "E-OPTION-UNKNOWN", ['--days "3 months"']],
  ["--years 4.4", "E-OPTION-UNKNOWN", ['--days "4.4 years"']],
  ["--weeks 6-8", "E-OPTION-UNKNOWN", ['--days "6-8 weeks"']],
  ["--day 90", "E-OPTION-UNKNOWN", ["--days 90"]],
  ["--day 16.3.2022", "E-OPTION-UNKNOWN", ["--as-of 16.3.2022"]],
  ["--rate 92 a day", "E-OPTION-UNKNOWN", ['--pace "92 a day"']],
  ["--rate 3", "E-OPTION-UNKNOWN", ["--ratio 3"]],
  ["--daily 1,271", "E-OPTION-UNKNOWN", ['--casualties "1,271 a day"']],
  ["--monthly 35,000", "E-OPTION-UNKNOWN", ['--casualties "35,000 a month"']],
  ["--killed-per-day 57", "E-OPTION-UNKNOWN", ['--killed "57 a day"']],
  ["--area 2,356 km2", "E-OPTION-UNKNOWN", ['--per "2,356 km2"']],
  ["--area 2,356", "E-OPTION-UNKNOWN", []],
  ["--km2 2,356", "E-OPTION-UNKNOWN", ['--per "2,356 km2"']],
  ["--share-died 20%", "E-OPTION-UNKNOWN", ["--died 20%"]],
  ["--fatality-rate 16%-17%", "E-OPTION-UNKNOWN", ["--died 16%-17%"]],
  ["--percent 38%", "E-OPTION-UNKNOWN", ["--share 38%"]],
  ["--fighters 20%", "E-OPTION-UNKNOWN", ["--of fighters=20%"]],
  ["--reinforcements 9000", "E-OPTION-UNKNOWN", ["--recruits 9000"]],
  ["--target 100%", "E-OPTION-UNKNOWN", ["--until 100%"]],
  ["--change", "E-OPTION-UNKNOWN", ["--combine change"]],
  ["--death 7000", "E-OPTION-UNKNOWN", ["--killed 7000"]],
  ["--share_died 20%", "E-OPTION-UNKNOWN", ["--died 20%"]],
  ["--recruit 9000", "E-OPTION-UNKNOWN", ["--recruits 9000"]],
  ["check --fail-on=--claims x.json", "E-CHOICE", []],
  ["--killed 7 --format=--json", "E-CHOICE", []],
  ["batch --wia 300", "E-OPTION-UNKNOWN", ["--wounded 300"]],
  ["check --junit", "E-OPTION-UNKNOWN", ["--format junit"]],
  ["estimat --killed 7", "E-COMMAND-UNKNOWN", []],
  ["ratio korea", "E-COMMAND-UNKNOWN", []],
  ["HELP", "E-COMMAND-UNKNOWN", []],
  ["--source AP", "E-OPTION-UNKNOWN", []],
  ["estimate batch", "E-COMMAND-PLACE", []],
  ["help nope", "E-CHOICE", []],
  ["help E-DOT", "E-CHOICE", ["loss-calc explain E-DOT"]],
  ["help open_high", "E-CHOICE", ["loss-calc explain OPEN_HIGH"]],
  ["help us-korea", "E-CHOICE", ["loss-calc ratios us-korea"]],
  ["help us korea", "E-CHOICE", ["loss-calc ratios us-korea"]],
  ["history", "E-COMMAND-UNKNOWN", ["loss-calc ratios history"]],
  ["help share", "E-CHOICE", []],
  ["E-DOT", "E-COMMAND-UNKNOWN", ["loss-calc explain E-DOT"]],
  ["us-korea", "E-COMMAND-UNKNOWN", ["loss-calc ratios us-korea"]],
  ["r.csv", "E-SCENARIO-MANY", ["loss-calc batch r.csv"]],
  ["r.tsv --ratio 3", "E-SCENARIO-MANY", ["loss-calc batch r.tsv"]],
  ["--scenario fixtures/reports.csv", "E-SCENARIO-MANY", ["loss-calc batch fixtures/reports.csv"]],
  ["a.csv b.csv", "E-SCENARIO-MANY", ["loss-calc batch a.csv b.csv"]],
  ["fixtures/scenarios", "E-SCENARIO-MANY", ["loss-calc check fixtures/scenarios"]],
  ["--scenario fixtures/scenarios", "E-SCENARIO-MANY", ["loss-calc check fixtures/scenarios"]],
  ["fixtures/scenarios/*.json", "E-SCENARIO-MANY", ['loss-calc check "fixtures/scenarios/*.json"']],
  ["a.json b.json", "E-SCENARIO-MANY", ["loss-calc check a.json b.json"]],
];

test.each(GUESSES)("loss-calc %s is answered with %s and the suggestions %j", async (line, code, tries) => {
  const { status, stdout, stderr } = await run(line.split(" "));
  const offered = /^ {2}try: (.*(?:\n {7}.*)*)/m.exec(stderr)?.[1]?.split(/\n {7}/) ?? [];
  expect([status, /^error (E-[A-Z-]+)/.exec(stderr)?.[1], offered, stdout]).toEqual([2, code, tries, ""]);
});

test("each guess has one answer, next to the mistakes in other options", async () => {
  const { stderr } = await run(["--killed", "at", "least", "7,000", "--ratio", "tree", "--dead", "5", "--force"]);
  expect(stderr.match(/^error E-[A-Z-]+/gm)).toEqual([
    "error E-UNQUOTED",
    "error E-VALUE-MISSING",
    "error E-OPTION-UNKNOWN",
    "error E-NOT-A-NUMBER",
  ]);
});

const FILE = "fixtures/scenarios/ukraine-2022-03-16.json";

test.each([[[FILE]], [["estimate", FILE]], [["--quiet", FILE]]])("%j calculates the scenario", async (argv) => {
  expect(await run(argv)).toEqual(await run(["--scenario", FILE]));
});

test.each([[["--side", "Ukraine", FILE]], [["--ratio", "3", FILE]]])(
  "%j is read with a scenario file after an option",
  async (argv) => {
    expect((await run(argv)).stdout).toContain("5,200");
  },
);

test.each([
  [["--ratio", "3"], "or --killed - for figures on standard input, like"],
  [["check"], "like loss-calc check -, which reads standard input"],
])("what is piped to %j needs a hyphen, which only the message to a pipe says", async (argv, hint) => {
  const piped = inWholeLines((await run(argv, { stdin: "7000\n" })).stderr);
  expect([piped.includes(hint), inWholeLines((await run(argv)).stderr).includes(hint)]).toEqual([true, false]);
});

test("a single hyphen is a scenario on standard input", async () => {
  const stdin = '{ "killed": 7000, "ratio": 3 }';
  expect((await run(["-", "--value", "outOfAction"], { stdin })).stdout).toBe("28000\n");
});

test("an option replaces an input of a scenario file without --scenario", async () => {
  expect((await run([FILE, "--ratio", "4", "--value", "outOfAction.low"])).stdout).toBe("6500\n");
  expect((await run(["--ratio", "4", FILE, "--value", "outOfAction.low"])).stdout).toBe("6500\n");
  expect((await run([FILE, "--scenario", FILE])).stderr).toContain("E-REPEATED");
  expect((await run(["no/such/march.json"])).status).toBe(4);
});
