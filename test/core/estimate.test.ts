import { describe, expect, test } from "vitest";
import { decimal, percent } from "../../src/notation/print.ts";
import { problemsOf, refusalOf } from "../problems.ts";
import { estimateFor, short } from "../scenario.ts";

/** Worked cases from the specification and others: options, out of action, shares. */
const CASES: [string[], string, string[]][] = [
  [["--killed 7,000", "--ratio 3", "--force 150000"], "28,000", ["18.7%"]],
  [
    ["--killed Ukraine=13,800", "--killed US and Europe=up to 6,000", "--ratio 3", "--force 150000"],
    "≤24,000–55,200",
    ["≤16.0%–36.8%"],
  ],
  [["--killed at least 7,000", "--wounded 14000-21000", "--force 150000"], "21,000–28,000+", ["14.0%–18.7%+"]],
  [["--casualties 28000", "--ratio 3", "--force 150000"], "28,000", ["18.7%"]],
  [["--casualties 20000-40000", "--ratio 2-4"], "20,000–40,000", []],
  [["--killed 6000-13800", "--wounded 3x", "--returned 50%", "--force 150000"], "24,000–55,200", ["16.0%–36.8%"]],
  [["--killed 6000-13800", "--ratio 2-4", "--force 150000-190000"], "18,000–69,000", ["9.5%–46.0%"]],
  [["--killed 7000", "--ratio 2.3"], "23,100", []],
  [["--killed 9007199254740991", "--ratio 2.3"], "29,723,757,540,645,270", []],
  [["--killed 7000", "--force 150000"], "7,000", ["4.7%"]],
  [["--killed 0", "--ratio 3", "--force 10"], "0", ["0.0%"]],
  [["--killed 100", "--ratio 0"], "100", []],
  [["--killed 100", "--wounded 1x", "--captured 2x", "--missing 3", "--deserted 0.5x"], "453", []],
  [["--killed 6000-13800", "--wounded 2x-3x", "--captured 389"], "18,389–55,589", []],
  [["--killed about 7000", "--ratio 3", "--force 150000"], "~28,000", ["~18.7%"]],
  [["--killed 7000", "--ratio about 3", "--force 150000"], "~28,000", ["~18.7%"]],
  [["--killed 7000", "--ratio 3", "--force about 150000"], "28,000", ["~18.7%"]],
  [["--killed 7000", "--ratio at least 2", "--force 150000"], "21,000+", ["14.0%+"]],
  [["--killed 7000", "--ratio 3", "--force up to 150000"], "28,000", ["18.7%+"]],
  [["--killed 7000", "--ratio 3", "--force at least 150000"], "28,000", ["≤18.7%"]],
  [["--killed up to 7000", "--ratio at least 3"], "≤28,000–28,000+", []],
  [["--killed 7000", "--ratio 3", "--force 100000", "--force all=200000"], "28,000", ["28.0%", "14.0%"]],
  // A best result needs a best value in one input, and a best value or an exact number in all others.
  [["--killed 6000/8000/13800", "--ratio 3", "--force 150000"], "24,000/32,000/55,200", ["16.0%/21.3%/36.8%"]],
  [["--killed 6000/8000/13800", "--ratio 2/3/4"], "18,000/32,000/69,000", []],
  [["--killed 6000/8000/13800", "--ratio 2-4"], "18,000–69,000", []],
  [["--killed 6000/8000/13800", "--ratio at least 3"], "24,000–55,200+", []],
  [["--killed 6000/8000/13800", "--wounded 2x", "--captured 400"], "18,400/24,400/41,800", []],
  [["--killed 6000/8000/13800", "--ratio 3", "--force 100000-150000"], "24,000/32,000/55,200", ["16.0%–55.2%"]],
  [["--casualties 20000/30000/40000", "--ratio 3"], "20,000/30,000/40,000", []],
];

test.each(CASES)("%j: %s out of action", (options, outOfAction, shares) => {
  const result = estimateFor(...options);
  expect(short(result.outOfAction)).toBe(outOfAction);
  expect(result.shares.map(({ share }) => short(share, percent))).toEqual(shares);
});

describe("the parts of a result", () => {
  test("are all others together if a ratio is given", () => {
    const { others, categories, covers } = estimateFor("--killed 6000-13800", "--ratio 2-4");
    expect([short(others), categories]).toEqual(["12,000–55,200", {}]);
    expect(covers).toEqual(["killed", "wounded", "captured", "missing", "deserted"]);
  });

  test("are categories, and the ratio that a count implies", () => {
    const result = estimateFor("--killed at least 7,000", "--wounded 14000-21000", "--captured 2x");
    expect(short(result.categories.wounded)).toBe("14,000–21,000");
    expect(short(result.categories.captured)).toBe("14,000+");
    expect(Object.entries(result.implied).map(([name, range]) => [name, short(range, decimal)])).toEqual([
      ["wounded", "≤2–3"],
    ]);
    expect(result.covers).toEqual(["killed", "wounded", "captured"]);
  });

  test("include the implied ratio of each source with its own killed", () => {
    const { accounts } = estimateFor("--killed a=100", "--killed b=200", "--wounded 400");
    expect(accounts.map(({ losses }) => short(losses?.implied.wounded, decimal))).toEqual(["4", "2"]);
  });

  test("include no implied ratio if perhaps nobody was killed", () => {
    expect(estimateFor("--killed 0-10", "--wounded 5").implied).toEqual({});
  });

  test("include the net losses without the wounded who returned", () => {
    const result = estimateFor("--killed 6000-13800", "--wounded 3x", "--returned 50%", "--force 150000");
    expect(short(result.net)).toBe("15,000–34,500");
    expect(short(result.shares[0]?.netShare, percent)).toBe("10.0%–23.0%");
    expect(short(estimateFor("--killed 100", "--wounded 100-200", "--captured 7", "--returned 50-100%").net)).toBe(
      "107–207",
    );
    expect(short(estimateFor("--killed 100", "--wounded 200", "--returned at least 50%").net)).toBe("≤200");
  });

  test("include the killed if casualties are given", () => {
    const killed = (...options: string[]) => short(estimateFor(...options).killed);
    expect(killed("--casualties 28000", "--ratio 3")).toBe("7,000");
    expect(killed("--casualties 20000-40000", "--ratio 2-4")).toBe("4,000–13,333");
    expect(killed("--casualties 28000")).toBe("");
    expect(killed("--casualties at least 28000", "--ratio 3")).toBe("7,000+");
    expect(killed("--casualties 28000", "--ratio at least 3")).toBe("≤7,000");
    expect(short(estimateFor("--casualties 20000-40000", "--ratio 2-4").others)).toBe("13,333–32,000");
  });

  test("are the categories of casualties with multipliers, whose sum is the ratio", () => {
    const result = estimateFor("--casualties 40000", "--wounded 2x-3x", "--captured 1x");
    expect([result.killed, result.categories.wounded, result.categories.captured].map((range) => short(range))).toEqual(
      ["8,000–10,000", "20,000–24,000", "8,000–10,000"],
    );
    expect(short(result.others)).toBe("30,000–32,000");
  });
});

describe("several sources", () => {
  const two = ["--killed a=13,800", "--killed b=up to 6,000"];
  const killed = (...options: string[]) => short(estimateFor(...options).killed);
  test.each([
    [[...two], "≤6,000–13,800"],
    [[...two, "--combine sum"], "13,800–19,800"],
    [[...two, "--combine prefer=a"], "13,800"],
    [[...two, "--combine prefer=B"], "≤6,000"],
    [["--killed a=up to 6,000", "--killed b=at least 3,000", "--combine overlap"], "3,000–6,000"],
    [["--killed a=up to 6,000", "--killed b=up to 5,000", "--combine overlap"], "≤5,000"],
    [["--killed a=at least 6,000", "--killed b=at least 5,000", "--combine overlap"], "6,000+"],
    [["--killed a=5000-9000", "--killed b=7000-12000", "--combine overlap"], "7,000–9,000"],
    [["--killed a=≤5000–9000", "--killed b=≤7000–12000", "--combine overlap"], "≤7,000–9,000"],
    [["--killed a=5000-9000+", "--killed b=7000-12000+", "--combine overlap"], "7,000–9,000+"],
    [["--killed a=5000-6000+", "--killed b=7000-8000+", "--combine overlap"], "7,000+"],
    [["--killed a=≤5000–6000+", "--killed b=≤7000–8000+", "--combine overlap"], "≤7,000–7,000+"],
    [["--killed a=5000-9000", "--killed b=9000-9500", "--combine overlap"], "9,000"],
    [["--killed 5000", "--killed at least 9000"], "5,000–9,000+"],
    [["--killed a=about 5000", "--killed b=9000"], "~5,000–9,000"],
    [["--killed a=5/6/7", "--killed b=9"], "5–9"],
    [["--killed a=5/6/7", "--killed b=9", "--combine prefer=a"], "5/6/7"],
    [["--killed a@2022-03=5", "--killed a@2022-04=9", "--combine prefer=a@2022-04"], "9"],
    [["--killed Köln=5", "--killed b=9", "--combine prefer=ko\u0308LN"], "5"],
    [["--killed a=5", "--combine sum"], "5"],
    [["--killed 5", "--killed 6", "--combine prefer=Source 2"], "6"],
    [["--killed a@2022=5", "--killed a=6", "--combine prefer=a"], "6"],
    [["--killed a@2022=5", "--killed b=6", "--combine prefer=a"], "5"],
    [["--killed a=5", "--killed b=6", "--killed A=7", "--combine prefer=a (2)"], "7"],
    [["--killed a@2022=5", "--killed a@2022=6", "--combine prefer=A (2)@2022"], "6"],
    [["--killed 5", "--killed source 1=6", "--combine prefer=source 1 (2)"], "6"],
    [["--killed a=5", "--killed a=6", "--coverage a (2)=50%", "--combine prefer=a (2)"], "12"],
  ])("%j: killed %s", (options, expected) => expect(killed(...options)).toBe(expected));

  test("each have a result", () => {
    const result = estimateFor(...two, "--ratio 3", "--force 150000");
    expect(
      result.accounts.map(({ account, losses, shares }) => [
        account.name,
        short(losses?.outOfAction),
        short(shares[0]?.share, percent),
      ]),
    ).toEqual([
      ["a", "55,200", "36.8%"],
      ["b", "≤24,000", "≤16.0%"],
    ]);
    expect(estimateFor("--killed 5", "--killed 6").accounts.map(({ account }) => account.name)).toEqual([
      "source 1",
      "source 2",
    ]);
  });

  test("have no results of their own if they are added up and a count is for all of them", () => {
    const result = estimateFor(...two, "--combine sum", "--wounded 100");
    expect(result.accounts.map(({ losses }) => losses)).toEqual([undefined, undefined]);
    expect(estimateFor(...two, "--combine sum", "--wounded 2x").accounts[0]?.losses).toBeDefined();
  });

  test.each([
    [[...two, "--combine overlap"], "E-OVERLAP-EMPTY"],
    [[...two, "--combine prefer=c"], "E-SOURCE-UNKNOWN"],
    [["--killed 5", "--killed 6", "--combine prefer=source 3"], "E-SOURCE-UNKNOWN"],
    [["--killed a=5", "--killed A=6", "--combine prefer=a"], "E-SOURCE-TWICE"],
    [["--killed a@2022=5", "--killed a@2023=9", "--combine prefer=a"], "E-SOURCE-TWICE"],
    [["--killed a@2022=5", "--killed a=9", "--combine prefer=a@2023"], "E-SOURCE-UNKNOWN"],
  ])("%j is refused: %s", (options, code) => expect(refusalOf(() => estimateFor(...options))).toBe(code));

  test("are named if they exclude each other, and a near name is suggested", () => {
    const args = (...options: string[]) => problemsOf(() => estimateFor(...options))[0]?.args;
    expect(args("--killed a=1-2", "--killed b=5", "--killed c=9", "--combine overlap")).toEqual({
      first: "c (9)",
      second: "a (1-2)",
    });
    expect(args("--killed Ukraine=5", "--combine prefer=Ukrane")).toMatchObject({ suggestion: "Ukraine" });
  });
});

describe("coverage", () => {
  test.each([
    [["--killed >=106745", "--coverage 45%-65%"], "164,223–237,211"],
    [["--killed 100", "--coverage 50%"], "200"],
    [["--killed a=100", "--killed b=500", "--coverage A=50%"], "200–500"],
    [["--killed a=100", "--coverage at least 50%"], "≤200"],
    [["--killed a=100", "--coverage about 50%"], "~200"],
    [["--killed a@2022=100", "--killed a@2023=500", "--coverage a@2023=50%"], "100–1,000"],
    [["--killed 90/100/110", "--coverage 50%"], "180/200/220"],
  ])("%j: killed %s", (options, expected) => expect(short(estimateFor(...options).killed)).toBe(expected));

  test.each([
    [["--killed a=1", "--killed b=2", "--coverage 50%"], "E-COVERAGE-SOURCE"],
    [["--killed a=1", "--coverage b=50%"], "E-SOURCE-UNKNOWN"],
    [["--killed up to 7", "--coverage 50%"], "E-COVERAGE-CEILING"],
    [["--killed a=up to 7", "--coverage 50%"], "E-COVERAGE-CEILING"],
    [["--killed 7", "--coverage 0-50%"], "E-COVERAGE-ZERO"],
  ])("%j is refused: %s", (options, code) => expect(refusalOf(() => estimateFor(...options))).toBe(code));
});

test.each([
  [["--ratio 3"], "E-NOTHING"],
  [["--killed 9", "--casualties 7"], "E-KILLED-ABOVE"],
  [["--killed 7", "--ratio 3", "--wounded 2x", "--missing 4"], "E-RATIO-AND-CATEGORY"],
  [["--killed 7", "--returned 30%"], "E-RETURNED"],
  [["--killed 7", "--captured 3", "--returned 30%"], "E-RETURNED"],
  [["--casualties 7", "--returned 30%"], "E-RETURNED"],
  [["--casualties 7", "--wounded 5", "--missing 3"], "E-PARTS-ABOVE"],
  [["--casualties 7", "--coverage 50%"], "E-NEEDS"],
  [["--killed 7", "--force 0-10"], "E-FORCE-ZERO"],
  [["--killed 7", "--force a=0", "--force b=0"], "E-FORCE-ZERO; E-FORCE-ZERO"],
  [["--ratio 3", "--wounded 2x", "--force 0"], "E-NOTHING; E-RATIO-AND-CATEGORY; E-FORCE-ZERO"],
])("%j is refused with the codes %s", (options, codes) => {
  expect(refusalOf(() => estimateFor(...options))).toBe(codes);
});

test.each([
  [
    ["--killed 7", "--ratio 3", "--wounded 2x", "--missing 4"],
    [{ categories: ["wounded"], covers: ["wounded", "captured", "missing", "deserted"] }],
  ],
  [["--killed 7", "--captured 3", "--returned 30%"], [{ because: "nobody wounded" }]],
  [["--casualties 7", "--returned 30%"], [{ because: "casualties" }]],
  [["--casualties 7", "--wounded 2", "--coverage 50%"], [{ input: "coverage", needs: ["killed"] }]],
  [
    ["--killed 7", "--force 0", "--force b=0"],
    [{ label: "force 1" }, { label: "b" }],
  ],
  [["--killed a=1", "--killed 2", "--coverage 50%"], [{ sources: ["a", "source 2"] }]],
  [["--killed up to 7", "--coverage 50%"], [{ figure: "up to 7" }]],
  [["--killed AP=up to 7", "--coverage 50%"], [{ figure: "up to 7", source: "AP" }]],
  [["--killed a@2022=1", "--killed a@2023=2", "--combine prefer=a"], [{ name: "a", sources: ["a@2022", "a@2023"] }]],
  [
    ["--killed a=9", "--killed b=8", "--killed c=2", "--killed d=3", "--combine overlap"],
    [{ first: "a (9)", second: "c (2)" }],
  ],
])("%j is refused with the arguments of its message", (options, args) => {
  expect(problemsOf(() => estimateFor(...options)).map((problem) => problem.args)).toEqual(args);
});
