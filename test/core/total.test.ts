import { describe, expect, test } from "vitest";
import { type Total, total } from "../../src/core/compare/total.ts";
import { problemsOf } from "../problems.ts";
import { coded, type Given, type Subjects, scenarioOf, subjectsOf, written } from "./subjects.ts";

interface Whole {
  readonly disjoint?: boolean;
  /** Inputs of the whole, as in a file. */
  readonly whole?: object;
}

const totalOf = (subjects: Subjects, { disjoint, whole }: Whole = {}): Total =>
  total(subjectsOf(subjects), {
    ...(disjoint === undefined ? {} : { disjoint }),
    ...(whole ? { whole: scenarioOf(whole) } : {}),
  });

const two = (a: Given, b: Given): Subjects => ({ a, b });
const killed = (a: string | number, b: string | number): Subjects => two({ killed: a }, { killed: b });

/** Two parts of one side, in periods that do not overlap. */
const seasons = (spring: Given, summer: Given): Subjects => ({
  spring: { side: "a", start: "2025-03-01", end: "2025-05-31", ...spring },
  summer: { side: "a", start: "2025-06-01", end: "2025-08-31", ...summer },
});

describe("a sum", () => {
  const sumOf = ({ rows }: Total, key: string) => rows.find(({ quantity }) => quantity.key === key);
  const BOTH = { killed: 10, wounded: 20 };
  const MORE = { killed: 5, wounded: 4, captured: 3 };

  test.each<[string, Subjects, string, string | undefined]>([
    ["ranges", killed("10-20", 4), "killed", "14–24"],
    ["best values", killed("8/10/12", "1/2/3"), "killed", "9/12/15"],
    ["what one part lacks", two(BOTH, { killed: 4 }), "wounded", "20+ without b"],
    ["what no part has", killed(1, 2), "captured", undefined],
    ["killed alone", killed(1, 2), "outOfAction", undefined],
    ["killed and casualties", two({ killed: 1 }, { casualties: 20 }), "killed", "1+ without b"],
    ["killed and casualties", two({ killed: 1 }, { casualties: 20 }), "outOfAction", "21+ without a"],
    ["killed of one and wounded of another", two({ killed: 1 }, { wounded: 2 }), "outOfAction", "3+ without a, b"],
    ["killed of one and wounded of another", two({ killed: 1 }, { wounded: 2 }), "killed", "1+ without b"],
    ["killed a day and losses", two({ killed: "5 a day" }, BOTH), "outOfAction", "30+ without a"],
    // A part without a kind of loss that another has may have had some.
    ["the same kinds", two(BOTH, BOTH), "outOfAction", "60"],
    ["the same kinds", two(BOTH, BOTH), "others", "40"],
    ["more kinds in one part", two(BOTH, MORE), "killed", "15"],
    ["more kinds in one part", two(BOTH, MORE), "wounded", "24"],
    ["more kinds in one part", two(BOTH, MORE), "outOfAction", "42+"],
    ["more kinds in one part", two(MORE, BOTH), "outOfAction", "42+"],
    ["more kinds in one part", two(BOTH, MORE), "others", "27+"],
    ["more kinds in one part", two({ ...BOTH, returned: "50%" }, { ...MORE, returned: "50%" }), "net", "30+"],
    ["more kinds in one part", two({ ...BOTH, days: "3" }, { ...MORE, days: "3" }), "perDay", "14+"],
    ["more kinds in one part", two({ ...BOTH, days: "3" }, { ...MORE, days: "3" }), "killedPerDay", "5"],
    // Only people can be added up, and paces of the same days.
    ["ratios", two({ killed: 1, ratio: "2" }, { killed: 1, ratio: "2" }), "ratio", undefined],
    ["recruits", two({ killed: 1, days: "9", recruits: 3 }, { killed: 1, days: "9", recruits: 4 }), "recruits", "7"],
    ["paces alone", two({ killed: "5 a day" }, { killed: "4 a day" }), "killedPerDay", "9"],
    ["periods of one length", two({ killed: 7, days: "7" }, { killed: 14, days: "7" }), "killedPerDay", "3"],
    ["periods of two lengths", two({ killed: 7, days: "7" }, { killed: 16, days: "8" }), "killedPerDay", undefined],
    ["periods of two lengths", two({ casualties: 7, days: "7" }, { casualties: 16, days: "8" }), "perDay", undefined],
    [
      "a length that is less certain",
      two({ killed: 7, days: "7" }, { killed: 7, days: "7-8" }),
      "killedPerDay",
      undefined,
    ],
    [
      "a length that is less certain",
      two({ killed: 7, days: "7" }, { killed: 7, days: "6-7" }),
      "killedPerDay",
      undefined,
    ],
    ["a period and a pace", two({ killed: 7, days: "7" }, { killed: "4 a day" }), "killedPerDay", undefined],
    [
      "periods of the same dates",
      two(
        { killed: 7, start: "2025-01-01", end: "2025-01-07" },
        { killed: 14, start: "2025-01-01", end: "2025-01-07" },
      ),
      "killedPerDay",
      "3",
    ],
    [
      "periods of other dates",
      two(
        { killed: 7, start: "2025-01-01", end: "2025-01-07" },
        { killed: 14, start: "2025-01-02", end: "2025-01-08" },
      ),
      "killedPerDay",
      undefined,
    ],
    [
      "periods that start together",
      two(
        { killed: 7, start: "2025-01-01", end: "2025-01-07" },
        { killed: 14, start: "2025-01-01", end: "2025-01-08" },
      ),
      "killedPerDay",
      undefined,
    ],
    [
      "a period by its end and one by its length",
      two({ killed: 7, start: "2025-01-01", end: "2025-01-07" }, { killed: 14, start: "2025-01-01", days: "7" }),
      "killedPerDay",
      "3",
    ],
    [
      "changes over other dates",
      two(
        { killed: ["r@2025-01-01=1", "r@2025-01-31=31"], combine: "change" },
        { killed: ["r@2025-03-01=1", "r@2025-03-31=31"], combine: "change" },
      ),
      "killedPerDay",
      undefined,
    ],
    // Forces of one side at two times may be the same people.
    ["forces of two sides", two({ killed: 1, force: 100 }, { killed: 1, force: 200 }), "force", "300"],
    ["a force of one part", two({ killed: 1, force: 100 }, { killed: 1 }), "force", "100+ without b"],
    ["forces of one side", seasons({ killed: 1, force: 100 }, { killed: 1, force: 200 }), "force", undefined],
  ])("of %s", (_, subjects, key, expected) => {
    const row = sumOf(totalOf(subjects), key);
    const lacking = row && row.lacking.length > 0 ? ` without ${row.lacking.join(", ")}` : "";
    expect(row && `${written(row.sum)}${lacking}`).toBe(expected);
  });

  test.each<[string, Subjects, Whole, string | undefined, string | undefined]>([
    ["of one part", { a: { killed: 10, force: 100 } }, {}, "100", "0.1"],
    ["of one part without a side", { a: { side: undefined, killed: 10, force: 100 } }, {}, "100", "0.1"],
    ["of two sides", two({ killed: 10, force: 100 }, { killed: 5, force: 50 }), {}, "150", "0.1"],
    ["of a side without a force", two({ killed: 10, force: 100 }, { killed: 5 }), {}, undefined, undefined],
    [
      "of a side with two forces",
      two({ killed: 10, force: 100 }, { killed: 5, force: ["x=10", "y=20"] }),
      {},
      undefined,
      undefined,
    ],
    ["of a whole", two({ killed: 10, force: 100 }, { killed: 5 }), { whole: { force: 300 } }, "300", "0.05"],
    [
      "of a whole, whatever the parts' shares are",
      two({ killed: 10, force: 100 }, { killed: 5, force: 50 }),
      { whole: { force: 300 } },
      "300",
      "0.05",
    ],
    ["of one side", seasons({ killed: 10, force: 100 }, { killed: 5, force: 50 }), {}, undefined, undefined],
    [
      "of one side, whose parts are different people",
      seasons({ killed: 10, force: 100 }, { killed: 5, force: 50 }),
      { disjoint: true },
      "150",
      "0.1",
    ],
    [
      "of parts without sides",
      { spring: { side: undefined, killed: 10, force: 100 }, summer: { side: undefined, killed: 5, force: 50 } },
      { disjoint: true },
      "150",
      "0.1",
    ],
    // It is not lower or higher than that of every part.
    [
      "of two sides with one share",
      two({ casualties: "25% of the force", force: "100-200" }, { casualties: "25% of the force", force: "100-200" }),
      {},
      "200–400",
      "0.25",
    ],
    [
      "of two sides with two shares",
      two({ casualties: "20% of the force", force: "100-200" }, { casualties: "30% of the force", force: "100-200" }),
      {},
      "200–400",
      "0.2–0.3",
    ],
    [
      "of sides of which one has only a pace",
      two({ killed: "5 a day", force: 100 }, { killed: 4, force: 100 }),
      {},
      "200",
      "0.02+",
    ],
    [
      "of losses that are not only killed",
      two({ killed: 10, wounded: 5, force: 100 }, { killed: 5, wounded: 10, force: 100 }),
      {},
      "200",
      "0.15",
    ],
    [
      "of sides of which one may have lost nobody",
      two({ killed: "up to 6000", force: 10000 }, { killed: 2000, force: 10000 }),
      {},
      "20,000",
      "0.1–0.4",
    ],
    ["of paces", two({ killed: "5 a day", force: 100 }, { killed: "4 a day", force: 100 }), {}, "200", undefined],
  ])("as a share %s", (_, subjects, whole, force, share) => {
    const { force: sum, share: part } = totalOf(subjects, whole);
    expect([written(sum), written(part)]).toEqual([force, share]);
  });

  test.each<[string, Subjects, Whole, string[]]>([
    ["parts alike", two(BOTH, BOTH), {}, []],
    [
      "parts that lack something",
      two({ killed: 1 }, { killed: 1, wounded: 3 }),
      {},
      [
        "PARTS_LACK quantity=wounded names=a",
        "PARTS_LACK quantity=others names=a",
        "PARTS_LACK quantity=out of action names=a",
      ],
    ],
    ["paces and counts", two({ killed: "5 a day" }, { killed: "4 a day" }), {}, []],
    [
      "periods that differ",
      two({ killed: 7, days: "7" }, { killed: 16, days: "8" }),
      {},
      ["PERIODS_DIFFER areKnown=true"],
    ],
    ["a period that is not known", two({ killed: 7, days: "7" }, { killed: 16 }), {}, ["PERIODS_DIFFER"]],
    ["one side, without forces", seasons({ killed: 1 }, { killed: 1 }), {}, ["PERIODS_DIFFER areKnown=true"]],
    [
      "one side, with a force",
      seasons({ killed: 1 }, { killed: 1, force: 9 }),
      {},
      ["PERIODS_DIFFER areKnown=true", "FORCES_NOT_ADDED"],
    ],
    [
      "one side, with a force of the whole",
      seasons({ killed: 1, force: 9 }, { killed: 1, force: 9 }),
      { whole: { force: 20 } },
      ["PERIODS_DIFFER areKnown=true"],
    ],
    [
      "one side, with parts that are different people",
      seasons({ killed: 1, force: 9 }, { killed: 1, force: 9 }),
      { disjoint: true },
      ["PERIODS_DIFFER areKnown=true"],
    ],
    [
      "one side in capitals",
      seasons({ killed: 1, force: 9 }, { side: "A", killed: 1, force: 9 }),
      {},
      ["PERIODS_DIFFER areKnown=true", "FORCES_NOT_ADDED"],
    ],
    [
      "a part without a side",
      seasons({ killed: 1, force: 9 }, { side: undefined, killed: 1, force: 9 }),
      {},
      ["PERIODS_DIFFER areKnown=true", "FORCES_NOT_ADDED"],
    ],
    [
      "kinds of losses that only a sum of several has",
      two({ killed: 9, ratio: 3 }, { killed: 9, wounded: 20 }),
      {},
      [
        "PARTS_LACK quantity=wounded names=a",
        "PARTS_LACK quantity=captured names=b",
        "PARTS_LACK quantity=missing names=b",
        "PARTS_LACK quantity=deserted names=b",
      ],
    ],
    [
      "past wars that count others as killed",
      two(
        { killed: 9, past: { killedBasis: "x", killedMeans: "in battle" } },
        { killed: 9, past: { killedBasis: "y", killedMeans: "all" } },
      ),
      {},
      ["PAST_DEFINITION name=a killedMeans=in battle", "PAST_DEFINITION name=b killedMeans=all"],
    ],
    [
      "past wars that count the same",
      two(
        { killed: 9, past: { killedBasis: "x", killedMeans: "in battle" } },
        { killed: 9, past: { killedBasis: "x", killedMeans: "in action" } },
      ),
      {},
      [],
    ],
    ["kinds of losses of the killed alone", two({ killed: 9 }, { killed: 9 }), {}, []],
    ["two sides, with forces", two({ killed: 1, force: 9 }, { killed: 1, force: 9 }), {}, []],
  ])("caveats: %s", (_, subjects, whole, caveats) => {
    expect(totalOf(subjects, whole).caveats.map(coded)).toEqual(caveats);
  });
});

describe("parts that may count the same people", () => {
  const part = (start?: string, end?: string, side: string | undefined = "a"): Given => ({
    side,
    killed: 1,
    start,
    end,
  });
  const change = (from: string, to: string): Given => ({
    side: "a",
    killed: [`r@${from}=1`, `r@${to}=5`],
    combine: "change",
  });
  const past = (from: number, to: number, side = "a", war?: string): Given => ({
    side,
    killed: 1,
    past: { war, span: { from, to } },
  });
  const MAY = part("2025-05-01", "2025-05-31");
  test.each<[string, Given, Given, boolean]>([
    ["of two sides", part(), part(undefined, undefined, "b"), true],
    ["of one side", part(), part(), false],
    ["of one side in capitals", part(), part(undefined, undefined, "A"), false],
    ["one after the other", MAY, part("2025-06-01", "2025-06-30"), true],
    ["one before the other", MAY, part("2025-04-01", "2025-04-30"), true],
    ["from the last day of the other", MAY, part("2025-05-31", "2025-06-30"), false],
    ["to the first day of the other", MAY, part("2025-04-01", "2025-05-01"), false],
    ["around the other", MAY, part("2025-04-01", "2025-06-30"), false],
    ["without a period", MAY, part(), false],
    ["of a length without dates", MAY, { ...part(), days: "9" }, false],
    ["that ended before, after nine days", MAY, { ...part(undefined, "2025-04-30"), days: "9" }, true],
    ["that ended afterwards, after nine days", MAY, { ...part(undefined, "2025-06-09"), days: "9" }, true],
    ["that ended afterwards, after up to ten days", MAY, { ...part(undefined, "2025-06-09"), days: "9-10" }, false],
    [
      "that ended afterwards, after eight days and a half",
      MAY,
      { ...part(undefined, "2025-06-09"), days: "8.5" },
      true,
    ],
    ["that ended in the next month, after nine days", MAY, { ...part(undefined, "2025-06"), days: "9" }, false],
    [
      "that ended afterwards, after an unknown time",
      MAY,
      { ...part(undefined, "2025-06-09"), days: "at least 9" },
      false,
    ],
    ["that lasted nine days before", MAY, { ...part("2025-04-22"), days: "9" }, true],
    ["that lasted up to ten days", MAY, { ...part("2025-04-22"), days: "9-10" }, false],
    ["that lasted nine days of the month before", MAY, { ...part("2025-04"), days: "9" }, false],
    ["that began afterwards and lasted for an unknown time", MAY, { ...part("2025-06-01"), days: "at least 9" }, false],
    ["from the day after to the date of the figures", MAY, { ...part("2025-06-01"), asOf: "2025-06-30" }, true],
    ["from the last day to the date of the figures", MAY, { ...part("2025-05-31"), asOf: "2025-06-30" }, false],
    ["with a date and a length", MAY, { ...part(), asOf: "2025-06-30", days: "9" }, false],
    ["from one running total to another", MAY, change("2025-05-31", "2025-06-30"), true],
    ["from a running total of the last day but one", MAY, change("2025-05-30", "2025-06-30"), false],
    ["to a running total of the day before", MAY, change("2025-04-01", "2025-04-30"), true],
    ["to a running total of the first day", MAY, change("2025-04-01", "2025-05-01"), false],
    ["from a later month", part("2025-05", "2025-05"), part("2025-06", "2025-06"), true],
    ["of an unknown side", MAY, { ...MAY, side: undefined }, false],
    ["of a past war at another time", past(1, 9), past(10, 19), true],
    ["of a past war at the same time", past(1, 10), past(10, 19), false],
    ["of a past war, and of a part of its side", past(1, 10), past(10, 19, "A (an army)"), false],
    ["of a past war, and of another side", past(1, 10), past(10, 19, "b"), true],
    ["of a past war, and of another side of it", past(1, 10, "a", "w"), past(10, 19, "b", "w"), false],
    ["of a past war, and of another side of it later", past(1, 9, "a", "w"), past(10, 19, "b", "w"), true],
    ["of two past wars at the same time", past(1, 10, "a", "w"), past(10, 19, "b", "v"), true],
    ["of past wars of which one has no dates", past(1, 9), { side: "a", killed: 1, past: {} }, false],
    ["of a side with a longer name", MAY, { ...MAY, side: "a (an army)" }, true],
    ["of an unknown side, later", MAY, { ...part("2025-06-01", "2025-06-30"), side: undefined }, true],
  ])("%s", (_, a, b, areApart) => {
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const) {
      if (areApart) expect(totalOf({ x, y }).rows.length).toBeGreaterThan(0);
      else expect(problemsOf(() => totalOf({ x, y })).map(coded)).toEqual(["E-TOTAL because=overlap names=x,y"]);
      expect(totalOf({ x, y }, { disjoint: true }).rows.length).toBeGreaterThan(0);
    }
  });

  test("are named in the order given", () => {
    const three = { x: MAY, y: part("2025-06-01", "2025-06-30"), z: part("2025-06-30", "2025-07-31") };
    expect(problemsOf(() => totalOf(three)).map(coded)).toEqual(["E-TOTAL because=overlap names=y,z"]);
  });
});

describe("a stated total", () => {
  test.each<[string, Subjects, object, string[]]>([
    ["the same", killed(9, 4), { killed: 13 }, []],
    ["rounded up", killed(9000, 3500), { killed: "13k" }, []],
    ["rounded down", killed(9000, 4500), { killed: "13k" }, []],
    [
      "rounded, with a sum that is one too low",
      killed(9000, 3499),
      { killed: "13k" },
      ["TOTAL_DIFFERS of=killed stated=13,000 sum=12,499 percent=4.0"],
    ],
    ["about the sum", killed(7000, 500), { killed: "about 7,000" }, []],
    [
      "about less",
      killed(7000, 501),
      { killed: "about 7,000" },
      ["TOTAL_DIFFERS of=killed stated=about 7,000 sum=7,501 percent=6.7"],
    ],
    [
      "about more",
      killed(6000, 499),
      { killed: "about 7,000" },
      ["TOTAL_DIFFERS of=killed stated=about 7,000 sum=6,499 percent=7.7"],
    ],
    [
      "about a number without zeros",
      killed(10, 4),
      { killed: "about 13" },
      ["TOTAL_DIFFERS of=killed stated=about 13 sum=14 percent=7.1"],
    ],
    ["more", killed(9, 4), { killed: 20 }, ["TOTAL_DIFFERS of=killed stated=20 sum=13 percent=53.8"]],
    ["more than a sum of zero", killed(0, 0), { killed: 5 }, ["TOTAL_DIFFERS of=killed stated=5 sum=0 percent=100"]],
    [
      "more, of ranges",
      killed("10-20", "20"),
      { killed: "50-60" },
      ["TOTAL_DIFFERS of=killed stated=50 to 60 sum=30 to 40 percent=25.0"],
    ],
    [
      "less than a hedged sum",
      killed("about 10", "20"),
      { killed: "10-20" },
      ["TOTAL_DIFFERS of=killed stated=10 to 20 sum=about 30 percent=33.3"],
    ],
    [
      "at least more",
      killed(9, 4),
      { killed: "at least 20" },
      ["TOTAL_DIFFERS of=killed stated=at least 20 sum=13 percent=53.8"],
    ],
    ["at least less", killed(10, 20), { killed: "at least 20" }, []],
    ["less than a sum that may be lower", killed("up to 10", 20), { killed: 20 }, []],
    ["up to more", killed(10, 20), { killed: "up to 40" }, []],
    [
      "more than a sum that may be lower",
      killed("up to 10", 20),
      { killed: 50 },
      ["TOTAL_DIFFERS of=killed stated=50 sum=20 to 30 percent=66.7"],
    ],
    ["more than a sum that may be higher", killed("at least 10", 20), { killed: 50 }, []],
    [
      "of thousands",
      killed(1000, 234),
      { killed: 2000 },
      ["TOTAL_DIFFERS of=killed stated=2,000 sum=1,234 percent=62.1"],
    ],
    // A range that starts lower than the parts do.
    [
      "that starts lower",
      killed("9-10", 4),
      { killed: "12-14" },
      ["TOTAL_BELOW_PARTS of=killed stated=12 to 14 sum=13 to 14"],
    ],
    [
      "that starts lower, rounded",
      killed("12501-14000", 0),
      { killed: "12k-14k" },
      ["TOTAL_BELOW_PARTS of=killed stated=12,000 to 14,000 sum=12,501 to 14,000"],
    ],
    ["that starts lower by rounding alone", killed("12500-14000", 0), { killed: "12k-14k" }, []],
    ["that starts higher", killed("9-10", 4), { killed: "14-15" }, []],
    ["that may be lower", killed("9-10", 4), { killed: "up to 12-14" }, []],
    ["that may be higher", killed("9-10", 4), { killed: "12-14+" }, []],
    ["that starts lower than a sum that may be lower", killed("up to 9", 4), { killed: "12-14" }, []],
    // Other losses.
    [
      "of casualties",
      two({ killed: 1, wounded: 2 }, { killed: 1, wounded: 3 }),
      { casualties: 9 },
      ["TOTAL_DIFFERS of=out of action stated=9 sum=7 percent=28.6"],
    ],
    ["of a category", two({ killed: 1, wounded: 2 }, { killed: 1, wounded: 3 }), { wounded: 5 }, []],
    [
      "of two losses",
      two({ killed: 1, wounded: 2 }, { killed: 1, wounded: 3 }),
      { killed: 3, wounded: 6 },
      ["TOTAL_DIFFERS of=killed stated=3 sum=2 percent=50.0", "TOTAL_DIFFERS of=wounded stated=6 sum=5 percent=20.0"],
    ],
  ])("%s", (_, subjects, whole, caveats) => {
    expect(totalOf(subjects, { whole }).caveats.map(coded)).toEqual(caveats);
  });

  test.each<[string, Subjects, object, string]>([
    ["less", killed(9, 4), { killed: 12 }, "E-TOTAL because=above names=killed,13,12"],
    ["less than is certain", killed("up to 9", 4), { killed: 3 }, "E-TOTAL because=above names=killed,4,3"],
    [
      "less by more than rounding",
      killed(9000, 4501),
      { killed: "13k" },
      "E-TOTAL because=above names=killed,13,501,13,000",
    ],
    [
      "less, with a sum that may be higher",
      killed("at least 9", 4),
      { killed: 12 },
      "E-TOTAL because=above names=killed,13,12",
    ],
    ["up to less", killed(9, 4), { killed: "up to 12" }, "E-TOTAL because=above names=killed,13,12"],
    ["of what the parts do not have", killed(9, 4), { casualties: "50" }, "E-TOTAL because=no sum names=50"],
    [
      "of a ratio",
      two({ killed: 1, wounded: 2 }, { killed: 1, wounded: 3 }),
      { wounded: "3x" },
      "E-TOTAL because=no sum names=3x",
    ],
  ])("is refused: %s", (_, subjects, whole, refusal) => {
    expect(problemsOf(() => totalOf(subjects, { whole })).map(coded)).toEqual([refusal]);
  });

  test("needs parts", () => {
    expect(problemsOf(() => total([])).map(coded)).toEqual(["E-TOTAL because=none names="]);
    expect(problemsOf(() => totalOf({ a: { killed: 9, of: "fighters=20%" } })).map(coded)).toEqual([
      "E-COMPARE because=part names=a,fighters",
    ]);
  });
});
