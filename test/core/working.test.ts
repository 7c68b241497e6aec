import { expect, test } from "vitest";
import { estimateFor } from "../scenario.ts";

/** Options, and each line of working: the quantity and its unit, and the formula with its inputs and their units. */
const CASES: [string[], string[]][] = [
  [["--killed 7"], []],
  [
    ["--killed 7", "--ratio 3", "--force 150"],
    [
      "others people = {killed} × {ratio}; killed people, ratio perKilled",
      "out of action people = {killed} × (1 + {ratio}); killed people, ratio perKilled",
      "share share = {out of action} ÷ {force}; out of action people, force people falls",
    ],
  ],
  [
    ["--killed 7", "--wounded 2x", "--captured 5", "--returned 30%", "--force 150"],
    [
      "wounded people = {killed} × {wounded per killed}; killed people, wounded per killed perKilled",
      "captured per killed perKilled = {captured} ÷ {killed}; captured people, killed people falls",
      "out of action people = {killed} + {killed} × {wounded per killed} + {captured}; killed people, wounded per killed perKilled, captured people",
      "net people = {killed} + {killed} × {wounded per killed} × (1 − {returned}) + {captured}; killed people, wounded per killed perKilled, returned share falls, captured people",
      "share share = {out of action} ÷ {force}; out of action people, force people falls",
      "net share share = {net} ÷ {force}; net people, force people falls",
    ],
  ],
  [["--casualties 7"], []],
  [
    ["--casualties 7", "--ratio 3"],
    [
      "killed people = {casualties} ÷ (1 + {ratio}); casualties people, ratio perKilled falls",
      "others people = {casualties} × {ratio} ÷ (1 + {ratio}); casualties people, ratio perKilled",
    ],
  ],
  [
    ["--casualties 7", "--wounded 2x", "--captured 1x"],
    [
      "killed people = {casualties} ÷ (1 + {wounded per killed} + {captured per killed}); casualties people, wounded per killed perKilled falls, captured per killed perKilled falls",
      "wounded people = {casualties} × {wounded per killed} ÷ (1 + {wounded per killed} + {captured per killed}); casualties people, wounded per killed perKilled, captured per killed perKilled falls",
      "captured people = {casualties} × {captured per killed} ÷ (1 + {wounded per killed} + {captured per killed}); casualties people, captured per killed perKilled, wounded per killed perKilled falls",
    ],
  ],
];

test.each(CASES)("the working of %j", (options, expected) => {
  const lines = estimateFor(...options).working.map(({ of, unit, formula, inputs }) => {
    const named = Object.entries(inputs).map(
      ([name, input]) => `${name} ${input.unit}${input.inverse ? " falls" : ""}`,
    );
    return `${of} ${unit} = ${formula}; ${named.join(", ")}`;
  });
  expect(lines).toEqual(expected);
});

test("a coverage has its own line of working, with its source", () => {
  const [account] = estimateFor("--killed 106745", "--coverage 50%").combinations[0]!.all;
  expect(account?.coverage).toMatchObject({ of: "killed", unit: "people", formula: "{confirmed} ÷ {coverage}" });
  expect(Object.entries(account!.coverage!.inputs).map(([name, { unit }]) => `${name} ${unit}`)).toEqual([
    "confirmed people",
    "coverage share",
  ]);
});

test("an unknown result is undefined", () => {
  const keys = (...options: string[]) =>
    Object.entries(estimateFor(...options))
      .flatMap(([key, value]) => (value === undefined ? [] : [key]))
      .sort()
      .join(" ");
  expect(keys("--killed 7")).toBe(
    "asGiven byForce categories caveats combinations comparisons isDaily killed outOfAction scenario shares solution",
  );
  expect(keys("--casualties 7")).toBe(
    "asGiven byForce categories caveats combinations comparisons isDaily outOfAction scenario shares solution",
  );
  expect(estimateFor("--casualties 7")).toMatchObject({ accounts: [], shares: [], caveats: [], categories: {} });
  expect(estimateFor("--killed 7", "--killed 8", "--wounded 2", "--combine sum").accounts[0]).toMatchObject({
    shares: [],
  });
});
