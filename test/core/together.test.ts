import { describe, expect, test } from "vitest";
import type { CaveatCode } from "../../src/core/caveats/caveat.ts";
import { inputOf, withRules } from "../../src/core/rules.ts";
import { problemsOf } from "../problems.ts";
import { estimateFor, scenarioFor } from "../scenario.ts";

/** Which inputs fit together, which do not, and the caveats for those that nearly do not. */

const TOTALS = ["--killed A@2025-01-01=70", "--killed A@2025-02-01=90", "--combine change"];
const LESS = ["--casualties A@2025-01-01=100", "--casualties A@2025-02-01=50", "--combine change"];

const ALLOWED: [string[], string[]][] = [
  [["--killed 10", "--casualties 100", "--coverage 50%"], []],
  [["--killed 100", "--wounded 2x", "--of fighters=20%"], []],
  [["--killed 5 a day", "--wounded 2x"], []],
  [["--casualties 5 a day", "--force a=900", "--force b=700"], []],
  [["--casualties 100", "--share a=20%"], []],
  [["--casualties 5 a day", "--days 14", "--share 20%", "--force 900"], ["STATEMENTS_DISAGREE"]],
  [["--wounded 30", "--share 20%"], []],
  [["--wounded 30", "--days 14"], []],
  [["--wounded 30", "--per 9 km2"], []],
  [["--wounded 30", "--recruits 9", "--days 14"], []],
  [["--wounded 30", "--until 90", "--pace 9 a day"], ["NO_FORECAST"]],
  [["--killed 0", "--ratio 3", "--died 25%"], []],
  // A change since an earlier total may be below zero, so nothing is checked as a part of it.
  [
    [...TOTALS, ...LESS.slice(0, 2)],
    ["OUTSIDE_HISTORY", "REVISED"],
  ],
  [[...LESS, "--wounded 20"], ["REVISED"]],
  [["--killed A@2025-01-01=70", "--killed A@2025-02-01=70", "--combine change"], ["KILLED_ALONE"]],
  [
    [
      ...["--killed A@2025-01-01=70-80", "--killed A@2025-02-01=90-95"],
      ...["--casualties A@2025-01-01=270-280", "--casualties A@2025-02-01=330-340", "--combine change"],
    ],
    ["OUTSIDE_HISTORY"],
  ],
  // An open end may lie beyond the other figure.
  [
    ["--killed up to 600", "--casualties 500"],
    ["OPEN_HIGH", "IMPOSSIBLE_END", "OUTSIDE_HISTORY"],
  ],
  [
    ["--killed 600", "--casualties at least 500"],
    ["OPEN_HIGH", "TOTAL_RAISED", "OUTSIDE_HISTORY"],
  ],
  [["--killed 50", "--casualties at least 10 a day", "--days 18"], ["OPEN_HIGH"]],
  // A statement that no result depends on opens no end.
  [["--killed 100", "--casualties 400", "--ratio at least 3"], []],
  [["--killed a@2022-01-01=100", "--casualties a=400"], []],
];

test.each(ALLOWED)("%j fits together, with the caveats %j", (options, codes) => {
  expect(estimateFor(...options).caveats.map(({ code }) => code)).toEqual(codes);
});

/** Options, and arguments of their caveat with a code. */
const CAVEAT_ARGS: [string[], CaveatCode, object][] = [
  [
    ["--killed 300", "--wounded 900", "--casualties a=at least 500", "--casualties b=at least 400"],
    "TOTAL_RAISED",
    { text: "at least 400" },
  ],
  [["--killed 10", "--wounded a=8", "--wounded b=900"], "OUTSIDE_HISTORY", { text: "0.80 to 90.00" }],
  [["--killed a=1000", "--killed b=1000", "--killed c=100"], "SOURCES_DISAGREE", { low: "c", high: "a" }],
  [["--killed a=1000", "--killed b=100", "--killed c=100"], "SOURCES_DISAGREE", { low: "b", high: "a" }],
  [
    [
      ...["--killed a@2025-01-01=1000", "--killed b@2025-01-01=1000"],
      ...["--killed c@2025-06-01=1000", "--killed d@2025-06-01=1000"],
    ],
    "DATES_APART",
    { earlier: "a@2025-01-01", later: "c@2025-06-01" },
  ],
  [["--killed 7000 [1] [2]", "--ratio 3"], "TEXT_DROPPED", { dropped: "[1] [2]" }],
  [["--casualties 100", "--died 1%"], "OUTSIDE_HISTORY", { of: "died", text: "1%" }],
];

test.each(CAVEAT_ARGS)("for %j, %s has the arguments %j", (options, code, args) => {
  expect(estimateFor(...options).caveats.find((caveat) => caveat.code === code)?.args).toMatchObject(args);
});

describe("inputs that do not fit together", () => {
  const RATIO_NEEDED = { given: ["captured"], add: ["killed", "ratio", "died", "force"] };
  const REFUSED: [string[], string, object][] = [
    [["--killed 1000", "--casualties 100", "--coverage 50%"], "E-KILLED-ABOVE", { killed: "2,000" }],
    [["--killed 5", "--captured 3", "--returned 30%"], "E-RETURNED", { because: "nobody wounded" }],
    [["--casualties 100", "--returned 30%"], "E-RETURNED", { because: "casualties" }],
    [["--killed 100", "--captured 30", "--of fighters=20%"], "E-PART-OF-KILLED", { given: "captured" }],
    [["--killed 5 a day", "--share 20%", "--force 900"], "E-PERIOD-NEEDED", { pace: "killed", count: "share" }],
    [["--killed 5 a day", "--recruits 30", "--recruits 4 a day"], "E-PERIOD-NEEDED", { count: "recruits" }],
    [
      ["--casualties 7 per 1,000 per day", "--force 900", "--wounded 30"],
      "E-PERIOD-NEEDED",
      { pace: "casualties", count: "wounded" },
    ],
    [["--killed 5", "--force a=900", "--force 0"], "E-FORCE-ZERO", { label: "force 2" }],
    [["--killed 5", "--force a=0", "--force b=9"], "E-FORCE-ZERO", { label: "a" }],
    [["--casualties 35%", "--force a=900", "--force b=700"], "E-SHARE-FORCE", { input: "casualties" }],
    [
      ["--casualties 100", "--days 9", "--until 50%", "--force a=900", "--force b=700"],
      "E-SHARE-FORCE",
      { input: "until", because: "several", labels: ["a", "b"] },
    ],
    [["--ratio 3", "--died 25%"], "E-NOTHING", {}],
    [["--died 20%", "--force 900"], "E-NOTHING", {}],
    [["--wounded 2x"], "E-NOTHING", {}],
    [["--captured 3"], "E-MISSING", RATIO_NEEDED],
    [
      ["--wounded 2x", "--share 20%"],
      "E-MISSING",
      { given: ["wounded", "share"], add: ["killed", "casualties", "force"] },
    ],
    [["--wounded 5% of the force", "--killed 9"], "E-MISSING", { given: ["killed", "wounded"], add: ["force"] }],
    [["--wounded 2x", "--captured 3", "--force 900"], "E-MISSING", { given: ["wounded", "captured", "force"] }],
    [["--casualties 100", "--wounded 90", "--captured 20"], "E-PARTS-ABOVE", { of: "casualties", sum: "110" }],
    [
      ["--killed 10-12", "--ratio 3-4", "--died 50%-60%"],
      "E-STATEMENTS-CLASH",
      { calculated: "20 to 36", used: "10 to 12" },
    ],
  ];

  const BOTH = "14,000 killed and wounded";
  const LACKING: typeof REFUSED = [
    [[`--casualties ${BOTH}`, "--missing 500"], "E-CASUALTIES-LACK", { casualties: BOTH, lacks: ["missing"] }],
    [
      [`--casualties ${BOTH}`, "--wounded 2x", "--captured 9", "--deserted 1x"],
      "E-CASUALTIES-LACK",
      { lacks: ["captured", "deserted"] },
    ],
    [[`--casualties a=${BOTH} a month`, "--missing 5 a day", "--days 9"], "E-CASUALTIES-LACK", { lacks: ["missing"] }],
  ];

  test.each([
    ["--casualties 14,000 killed, wounded and missing", "--missing 500"],
    ["--casualties 14,000 killed and wounded", "--killed 3000", "--wounded 9000"],
    ["--casualties total losses of 14,000 killed and wounded", "--missing 500"],
    ["--casualties 14,000", "--missing 500"],
  ])("casualties whose words include what is given are read: %s", (...options) => {
    expect(estimateFor(...options).outOfAction.high.toNumber()).toBe(14_000);
  });

  test.each([...REFUSED, ...LACKING])("%j is refused as %s, with %j", (options, code, args) => {
    const [problem, ...more] = problemsOf(() => estimateFor(...options));
    expect([problem?.code, more]).toEqual([code, []]);
    expect(problem?.args).toMatchObject(args);
  });
});

test.each([
  [["--wounded 300", "--missing 20", "--ratio us-korea"], "ratio"],
  [["--casualties 90 killed and wounded", "--missing 5"], "casualties"],
  [["--killed 100", "--start 2022-03-02", "--end 2022-03-01"], "end"],
  [["--killed 100", "--start 2022-03-01", "--end 2022-03-31", "--days 30"], "days"],
])("the mistake in %j is that of the input %s", (options, input) => {
  expect(problemsOf(() => estimateFor(...options)).map(inputOf)).toEqual([input]);
});

test.each([
  [["--captured 3"], []],
  [["--killed up to 600", "--coverage 50%"], []],
  [["--killed 5 a day", "--recruits 30"], []],
  [["--killed 5", "--force 0"], ["E-FORCE-ZERO"]],
])(
  "nothing is reported as missing in %j if another input could not be read; other mistakes are: %j",
  (options, codes) => {
    const unreadable = problemsOf(() => scenarioFor("--killed x"));
    expect(withRules(unreadable, scenarioFor(...options)).map(({ code }) => code)).toEqual([
      unreadable[0]!.code,
      ...codes,
    ]);
  },
);
