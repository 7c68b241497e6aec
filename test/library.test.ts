import { expect, test } from "vitest";
import * as library from "../src/index.ts";
import { scenarioFor } from "./scenario.ts";

const { check, estimate, InputError, parseCategory, parseClaim, parseFigure, parseRatio, parseReport } = library;

/** What JavaScript may pass, without the types. */
function messageOf(scenario: unknown, calculate: typeof estimate | typeof check = estimate): string {
  try {
    calculate(scenario as object);
    return "";
  } catch (error) {
    return error instanceof InputError ? error.message : String(error);
  }
}

const killed = parseReport("7000", "killed");

test.each<[unknown, string]>([
  [{ killed: "6000-13800" }, "killed: “6000-13800”: this is a string; expected a report from parseReport()"],
  [{ killed, ratio: 3 }, "ratio: “3”: this is a number; expected a ratio from parseRatio()"],
  [{ killed, ratio: parseFigure("3") }, "ratio: this is an object { }; expected a ratio from parseRatio()"],
  [{ killed: parseFigure("7") }, "killed: this is an object { }; expected a report from parseReport()"],
  [{ killed, wounded: killed }, "wounded: this is an object { }; expected a loss from parseCategory()"],
  [{ killed: [killed, 8] }, "killed[1]: “8”: this is a number; expected a report from parseReport()"],
  [{ killed, days: [9] }, "days: this is a list [ ]; expected a period from parseDays()"],
  [{ killed, force: null }, "force: this is null; expected a force from parseForce()"],
  [{ killed, until: "100%" }, "until: “100%”: this is a string; expected a target from parseTarget()"],
  [{ killed, claimed: "a third" }, "claimed: “a third”: this is a string; expected an object with a list of results"],
  [
    { killed, claimed: { results: ["a third"] } },
    "claimed.results[0]: “a third”: this is a string; expected a claim from parseClaim()",
  ],
  [
    { killed, expected: { results: [{ of: "killed", stated: "7" }] } },
    "expected.results[0].stated: “7”: this is a string; expected a result from parseStated()",
  ],
  [
    { killed, expected: { results: [{ of: "ratio", stated: parseRatio("3") }] } },
    "expected.results[0].stated: this is an object { }; expected a result from parseStated()",
  ],
  [undefined, "scenario: this is undefined; expected an object { }"],
  [{ killed, ratio: undefined }, ""],
  [{ killed, wounded: [parseCategory("2x", "wounded")] }, ""],
])("a value that was not parsed is refused by its key: %j", (scenario, message) => {
  expect([messageOf(scenario), messageOf(scenario, check)]).toEqual([message, message]);
});

test("a kind that is left out is one of the kinds", () => {
  const report = { figure: parseFigure("7"), kind: "claim" as const };
  expect(estimate({ killed: [report, killed], without: ["claim"] }).scenario.killed).toEqual([killed]);
  expect(messageOf({ killed, without: "claims" })).toMatch(/^without: “claims”: /);
});

test("an unknown key is refused, and the key that was meant is named", () => {
  expect(messageOf({ killed, wonded: 3 })).toMatch(
    /^wonded: unknown key “wonded”; did you mean “wounded”\?; expected one of /,
  );
  const results = [parseClaim("7"), { ...parseClaim("7"), of: "outOfActon" }];
  expect(messageOf({ killed, expected: { results } }, check)).toMatch(
    /^expected\.results\[1\]\.of: unknown key “outOfActon”; did you mean “outOfAction”\?; expected one of /,
  );
  expect(messageOf({ killed: Array(300).fill(1) })).toContain("100 more");
});

test.each([
  [["--casualties 900"], "a third", "the result does not have the share that was claimed"],
  [["--casualties 900", "--force a=9000", "--force b=8000"], "10%", "a share was claimed, but it is not clear which"],
  [["--casualties 9 a day"], "50,000", "losses are given only as a pace"],
  [["--casualties 900", "--force 9000"], "10%", ""],
])(
  "a claim without a result to judge it by is refused by estimate(), not by check(): %j, %s",
  (options, text, message) => {
    const scenario = { ...scenarioFor(...options), claimed: { results: [parseClaim(text)] } };
    expect(messageOf(scenario)).toMatch(message === "" ? /^$/ : new RegExp(`^claimed: ${message}`));
    expect(check(scenario).claims.map(({ verdict }) => verdict)).toEqual([message === "" ? "follows" : undefined]);
  },
);

test.each([
  [
    "--side Russia",
    "--as-of 2022-03",
    "--killed a=7000",
    "--killed b=9000",
    "--of men=20%",
    "--ratio 3",
    "--combine prefer=a",
  ],
  ["--casualties 9000", "--died 20%", "--returned 30%", "--force x=90000", "--force y=80000", "--share x=10%"],
  [
    "--killed 7000",
    "--coverage 50%",
    "--wounded 2x",
    "--captured 9",
    "--start 2022-01",
    "--end 2022-03",
    "--per 9 km2",
  ],
  [
    "--casualties 5 a day",
    "--days 9",
    "--missing 9",
    "--deserted 1 a day",
    "--recruits 9",
    "--pace 9 a day",
    "--until 700",
  ],
  ["--casualties 900", "--days 9", "--per 9 km2", "--until 90 km2", "--recruits 5 a day"],
  ["--casualties 900", "--force 9000", "--days 9", "--until 50%"],
  ["--list a=1500", "--list b=1200", "--both 900"],
])("every value that the readers give is accepted: %s %s", (...options) => {
  expect(estimate(scenarioFor(...options)).outOfAction).toBeDefined();
});
