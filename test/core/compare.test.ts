import { describe, expect, test } from "vitest";
import { changeOf, differenceOf, envelope, pairedOf, quotientOf } from "../../src/core/compare/arithmetic.ts";
import { type Comparison, compare, hasChanged } from "../../src/core/compare/compare.ts";
import { exact } from "../../src/core/figure.ts";
import type { InputName } from "../../src/core/inputs.ts";
import type { Range } from "../../src/core/range.ts";
import { parseFigure } from "../../src/notation/figure.ts";
import { typed } from "../../src/notation/print.ts";
import { problemsOf } from "../problems.ts";
import { coded, type Given, type Subjects, subjectsOf, written } from "./subjects.ts";

const range = (text: string): Range => exact(parseFigure(text));
const compared = (subjects: Subjects) => compare(subjectsOf(subjects));

/** A quantity of the first two subjects: "10–20 : 4–5; × 2–5; + 5–16; paired × 2.5–4, + 6–15". */
function contrast({ pairs }: Comparison, key: string): string | undefined {
  const found = pairs[0]!.contrasts.find(({ quantity }) => quantity.key === key);
  if (!found) return undefined;
  const { value, other, quotient, difference, paired } = found;
  const ends = (pair: NonNullable<typeof paired>["difference"] | undefined) => pair?.map(typed).join("–");
  return [
    `${written(value)} : ${written(other)}`,
    ...(quotient ? [`× ${written(quotient)}`] : []),
    `+ ${written(difference)}`,
    ...(paired ? [`paired × ${ends(paired.quotient)}, + ${ends(paired.difference)}, ${ends(paired.change)}`] : []),
  ].join("; ");
}

describe("two numbers", () => {
  test.each<[string, string, string | undefined, string | undefined, string]>([
    // a, b, a ÷ b, (a − b) ÷ b, a − b
    ["10", "4", "2.5", "1.5", "6"],
    ["10-20", "4-5", "2–5", "1–4", "5–16"],
    ["0", "5", "0", "-1", "-5"],
    ["0-5", "10", "0–0.5", "-1 to -0.5", "-10 to -5"],
    ["10", "0", undefined, undefined, "10"],
    ["10", "0-5", "2+", "1+", "5–10"],
    ["10", "up to 5", "2+", "1+", "5+"],
    ["10", "at least 5", "≤2", "≤1", "≤5"],
    ["at least 10", "5", "2+", "1+", "5+"],
    ["up to 10", "5", "≤2", "≤1", "≤5"],
    ["about 10", "5", "~2", "~1", "~5"],
    ["10", "about 5", "~2", "~1", "~5"],
    // A best value, if both have one or are single numbers.
    ["8/10/12", "2/4/5", "1.6/2.5/6", "0.6/1.5/5", "3/6/10"],
    ["8/10/12", "4", "2/2.5/3", "1/1.5/2", "4/6/8"],
    ["12", "2/4/6", "2/3/6", "1/2/5", "6/8/10"],
    ["8/10/12", "4-5", "1.6–3", "0.6–2", "3–8"],
    ["12-15", "2/4/6", "2–7.5", "1–6.5", "6–13"],
    ["8/10/12", "4+", "≤2–3", "≤1–2", "≤4–8"],
    ["8/10/12", "0/0/4", "2–3+", "1–2+", "4/10/12"],
  ])("%s and %s", (a, b, quotient, change, difference) => {
    const [value, other] = [range(a), range(b)];
    expect([
      written(quotientOf(value, other)),
      written(changeOf(other, value)),
      written(differenceOf(other, value)),
    ]).toEqual([quotient, change, difference]);
  });

  test("a number that may be below zero has no quotient, nor is there one for each of it", () => {
    const balance = differenceOf(range("5-6"), range("5-7"));
    expect([quotientOf(balance, range("4")), quotientOf(range("4"), balance)]).toEqual([undefined, undefined]);
  });

  test.each([
    ["10-20", "15-30", "10–30"],
    ["10", "4", "4–10"],
    ["8/10/12", "9", "8–12"],
    // An end is open if a range that has it is.
    ["at least 10", "4", "4–10+"],
    ["at least 4", "10", "4–10"],
    ["at least 10", "10", "10+"],
    ["up to 4", "10", "≤4–10"],
    ["up to 10", "4", "4–10"],
    ["up to 4", "4", "≤4"],
    ["about 4", "10", "~4–10"],
  ])("%s and %s together are %s", (a, b, expected) => {
    const [first, second] = [range(a), range(b)];
    expect([written(envelope(first, second)), written(envelope(second, first))]).toEqual([expected, expected]);
  });

  test.each<[string, string, string | undefined]>([
    ["10-20", "4-5", "2.5–4"],
    ["10-12", "2-6", "2–5"],
    ["10", "4-5", undefined],
    ["10-20", "4", undefined],
    ["10-20", "0-5", undefined],
    ["10-20", "1-5", "4–10"],
  ])("%s and %s, low with low and high with high: %s", (a, b, expected) => {
    const ends = pairedOf(range(a), range(b), (value, other) => value.over(other));
    expect(ends?.map(typed).join("–")).toBe(expected);
  });
});

describe("a comparison", () => {
  test("has every quantity that both have: how many times, how many more, the change, and all together", () => {
    const a = {
      killed: "10-20",
      wounded: 30,
      force: 100,
      days: "10",
      returned: "50%",
      recruits: 5,
      population: "1000",
    };
    const b = { killed: 5, wounded: "20-40", force: 200, days: "5-10", returned: "50%", recruits: 2, population: "5k" };
    const { pairs, rows } = compared({ a, b });
    const together = new Map(rows.map((row) => [row.quantity.key, row.together]));
    const lines = pairs[0]!.contrasts.map(({ quantity: { key, name }, quotient, difference, change }) => {
      const values = [quotient, difference, change, together.get(key)].map((value) => written(value) ?? "-");
      return `${key} (${name}): ${values.join(", ")}`;
    });
    expect(lines).toEqual([
      "killed (killed): 2–4, 5–15, 1–3, 15–25",
      "wounded (wounded): 0.75–1.5, -10–10, -0.25–0.5, 50–70",
      "others (others): 0.75–1.5, -10–10, -0.25–0.5, 50–70",
      "outOfAction (out of action): 0.89–2, -5–25, -0.11–1, 65–95",
      "net (net): 1–2.33, 0–20, 0–1.33, 40–60",
      "ratio (others per killed): -, -6.5 to -1, -, -",
      "woundedPerKilled (wounded per killed): -, -6.5 to -1, -, -",
      "shareWhoDied (share who died): -, 0.05–0.29, -, -",
      "force (force): 0.5, -100, -0.5, 300",
      "share (share): -, 0.175–0.375, -, -",
      "killedPer1000 (killed per 1,000 troops): 4–8, 75–175, 3–7, -",
      "outOfActionPer1000 (losses per 1,000 troops): 1.78–4, 175–375, 0.78–3, -",
      "killedPer1000People (killed per 1,000 people): 10–20, 9–19, 9–19, -",
      "outOfActionPer1000People (losses per 1,000 people): 4.44–10, 31–45, 3.44–9, -",
      "days (days): -, 0–5, -, -",
      "killedPerDay (killed a day): 1–4, 0–1.5, 0–3, -",
      "perDay (losses a day): 0.44–2, -5–2.5, -0.56–1, -",
      "killedPer30Days (killed in 30 days): 1–4, 0–45, 0–3, -",
      "per30Days (losses in 30 days): 0.44–2, -150–75, -0.56–1, -",
      "perThousandPerDay (losses per 1,000 a day): 0.89–4, -5–37.5, -0.11–3, -",
      "recruits (recruits): 2.5, 3, 1.5, 7",
    ]);
  });

  const RATIO = { common: ["ratio"], ratio: "2-4" } as const;
  const BOTH = { killed: 10, wounded: 20 };
  const FEWER = { killed: 5, wounded: 5 };
  const shared = (input: InputName, value: string, a: Given = BOTH, b: Given = a): Subjects => ({
    a: { ...a, common: [input], [input]: value },
    b: { ...b, common: [input], [input]: value },
  });
  const years = (then: Given, now: Given): Subjects => ({ "a@2025": then, "a@2026": now });
  const two = (a: Given, b: Given): Subjects => ({ a, b });

  test.each<[string, Subjects, string, string | undefined]>([
    [
      "ranges",
      two({ killed: "10-20" }, { killed: "4-5" }),
      "killed",
      "10–20 : 4–5; × 2–5; + 5–16; paired × 2.5–4, + 6–15, 1.5–3",
    ],
    [
      "ranges whose own ends cross",
      two({ killed: "2-3", casualties: "8-9" }, { killed: "1-2", casualties: "4-6" }),
      "others",
      "5–7 : 2–5; × 1–3.5; + 0–5",
    ],
    [
      "ranges of which one crosses",
      two({ killed: "2-3", casualties: "8-9" }, { killed: "1-2", wounded: "3-4" }),
      "others",
      "5–7 : 3–4; × 1.25–2.33; + 1–4",
    ],
    [
      "the captured of both",
      two({ killed: 9, captured: 10 }, { killed: 9, captured: 5 }),
      "captured",
      "10 : 5; × 2; + 5",
    ],
    // What both have in common has one value.
    ["one ratio", shared("ratio", "2-4", { killed: 10 }, { killed: 5 }), "outOfAction", "30–50 : 15–25; × 2; + 15–25"],
    [
      "one ratio, and ranges",
      shared("ratio", "2-4", { killed: "10-12" }, { killed: "5-8" }),
      "outOfAction",
      "30–60 : 15–40; × 1.25–2.4; + 6–35; paired × 1.5–2, + 12–25, 0.5–1",
    ],
    [
      "a best ratio",
      shared("ratio", "2/3/4", { killed: 10 }, { killed: 5 }),
      "outOfAction",
      "30/40/50 : 15/20/25; × 2; + 15–25",
    ],
    [
      "one share who died",
      shared("died", "20%-50%", { killed: 10 }, { killed: 5 }),
      "outOfAction",
      "20–50 : 10–25; × 2; + 10–25",
    ],
    [
      "a share who died that may be zero, at which nobody has a multiple",
      shared("died", "0%-50%", { casualties: 20 }, { casualties: 10 }),
      "killed",
      "0–10 : 0–5; + 0–5",
    ],
    [
      "the same of ranges, which go together only at one end",
      shared("died", "0%-50%", { casualties: "20-40" }, { casualties: "10-20" }),
      "killed",
      "0–20 : 0–10; + 0–15",
    ],
    ["one share who returned", shared("returned", "20%-50%"), "net", "20–26 : 20–26; × 1; + 0"],
    ["one force", shared("force", "100-200"), "share", "0.15–0.3 : 0.15–0.3; + 0"],
    ["one period", shared("days", "5-10"), "killedPerDay", "1–2 : 1–2; × 1; + 0"],
    [
      "a force that may be larger",
      shared("force", "100-200+", BOTH, FEWER),
      "share",
      "≤0.15–0.3 : ≤0.05–0.1; + ≤0.1–0.2",
    ],
    [
      "a force that may be smaller",
      shared("force", "up to 100-200", BOTH, FEWER),
      "share",
      "0.15–0.3+ : 0.05–0.1+; + 0.1–0.2+",
    ],
    [
      "a force with an end at which fewer are lost than killed",
      shared("force", "10-100", { killed: 9, casualties: "35% of the force" }, { casualties: "35% of the force" }),
      "outOfAction",
      "3.5–35 : 3.5–35; × 0.1–10; + -31.5–31.5; paired × 1–1, + 0–0, 0–0",
    ],
    [
      "an input without a range",
      shared("ratio", "3", { killed: 10 }, { killed: 5 }),
      "outOfAction",
      "40 : 20; × 2; + 20",
    ],
    // It is the same for two sides only if it was given for all, and for two dates if it did not change.
    ...[
      two({ killed: 10, ...RATIO }, { killed: 5, ratio: "2-4" }),
      two({ killed: 10, ratio: "2-4" }, { killed: 5, ...RATIO }),
      two({ killed: 10, ratio: "2-4" }, { killed: 5, ratio: "2-4" }),
      two({ killed: 10, ratio: "2-4", common: ["force"] }, { killed: 5, ratio: "2-4", common: ["force"] }),
    ].map((subjects): [string, Subjects, string, string] => [
      "a ratio of each side",
      subjects,
      "outOfAction",
      "30–50 : 15–25; × 1.2–3.33; + 5–35; paired × 2–2, + 15–25, 1–1",
    ]),
    [
      "a ratio that did not change",
      years({ killed: 10, ratio: "2-4" }, { killed: 20, ratio: "2-4" }),
      "outOfAction",
      "60–100 : 30–50; × 2; + 30–50",
    ],
    [
      "a ratio that changed",
      years({ killed: 10, ratio: "2-4" }, { killed: 20, ratio: "2-5" }),
      "outOfAction",
      "60–120 : 30–50; × 1.2–4; + 10–90; paired × 2–2.4, + 30–70, 1–1.4",
    ],
    [
      "a ratio on one date",
      years({ killed: 10, ratio: "2-4" }, { killed: 20, wounded: 9 }),
      "outOfAction",
      "29 : 30–50; × 0.58–0.97; + -21 to -1",
    ],
    [
      "several forces",
      years({ ...BOTH, force: ["x=100-200", "y=300"] }, { ...BOTH, force: ["x=100-200", "y=300"] }),
      "force",
      undefined,
    ],
    // What is not known of both, or is only a part of it.
    ["killed alone", two({ killed: 10 }, { killed: 5 }), "outOfAction", undefined],
    ["killed alone of a force", two({ killed: 10, force: 20 }, { killed: 5, force: 20 }), "share", undefined],
    [
      "killed alone of a force",
      two({ killed: 1, force: 20 }, { killed: 1, force: 40 }),
      "killedPer1000",
      "50 : 25; × 2; + 25",
    ],
    ["killed alone in a period", two({ killed: 10, days: "10" }, { killed: 5, days: "8" }), "perDay", undefined],
    ["killed alone in a period", two({ killed: 10, days: "10" }, { killed: 5, days: "8" }), "per30Days", undefined],
    [
      "killed alone in a period",
      two({ killed: 10, days: "10" }, { killed: 5, days: "8" }),
      "killedPer30Days",
      "30 : 18.75; × 1.6; + 11.25",
    ],
    ["paces", two({ killed: "10 a day" }, { killed: "5 a day" }), "killed", undefined],
    ["paces", two({ killed: "10 a day" }, { killed: "5 a day" }), "killedPer30Days", "300 : 150; × 2; + 150"],
    ["a population of one", two({ killed: 10, population: "1m" }, { killed: 5 }), "killedPer1000People", undefined],
    // A past war is what others are compared with, whatever the order.
    ["a past war", two({ killed: 10 }, { killed: 5, past: {} }), "killed", "10 : 5; × 2; + 5"],
    ["a past war, which comes first", two({ killed: 10, past: {} }, { killed: 5 }), "killed", "5 : 10; × 0.5; + -5"],
    ["two past wars", two({ killed: 10, past: {} }, { killed: 5, past: {} }), "killed", "10 : 5; × 2; + 5"],
    [
      "two past wars of a side",
      two({ killed: 10, past: {} }, { side: "a", killed: 5, past: {} }),
      "killed",
      "10 : 5; × 2; + 5",
    ],
    ["one side, in capitals", two({ killed: 10 }, { side: "A", killed: 5 }), "killed", "5 : 10; × 0.5; + -5"],
  ])("of %s", (_, subjects, key, expected) => {
    expect(contrast(compared(subjects), key)).toBe(expected);
  });

  test("is calculated once if nothing that both have in common is a range", () => {
    const count = (subjects: Subjects) => compared(subjects).pairs[0]!.contrasts[0]!.corners.length;
    const forces = { ...BOTH, force: "100-200" };
    expect([
      count(shared("ratio", "3", { killed: 10 })),
      count(shared("ratio", "2-4", { killed: 10 })),
      count(shared("ratio", "2-4", { killed: 10, force: "100-200" })),
      count(years({ ...forces, days: "5-10" }, { ...forces, days: "5-10" })),
    ]).toEqual([1, 2, 2, 4]);
  });

  test.each<[string, Subjects, string[]]>([
    [
      "of dates are in the order of the dates",
      { "a@2026": BOTH, "a@2024": BOTH, "a@2025": BOTH },
      ["a@2024", "a@2025", "a@2026"],
    ],
    [
      "of one side are in the order of the latest reports",
      {
        x: { side: "a", killed: ["r@2025-03=5", "s@2025-01=6"] },
        y: { side: "a", killed: ["r@2025-02=5", "s@2025-02=6"] },
        z: { side: "a", killed: "s@2025-01=6", casualties: "s@2025-06=60" },
        none: { side: "a", killed: 7 },
      },
      ["none", "y", "x", "z"],
    ],
    [
      "of one side are in the order of the ends of their periods",
      {
        x: { side: "a", killed: "r@2024=5", start: "2025-01-01", end: "2025-03-31" },
        y: { side: "a", killed: "r@2026=5", start: "2025-01-01", end: "2025-02-28" },
      },
      ["y", "x"],
    ],
    [
      "stay as given if another side is among them",
      { "a@2026": BOTH, "a@2025": BOTH, b: BOTH },
      ["a@2026", "a@2025", "b"],
    ],
  ])("subjects %s", (_, subjects, names) => {
    expect(compared(subjects).subjects.map(({ name }) => name)).toEqual(names);
  });

  test.each<[string, Subjects, string | undefined]>([
    ["two sides", two({ killed: 10 }, { killed: "4-5" }), "14–15"],
    [
      "sides of which one is not known",
      { a: { killed: 10, casualties: 50 }, b: { killed: 4 }, c: { casualties: 30 } },
      undefined,
    ],
    ["one side twice", { a: { killed: 10 }, x: { side: "A", killed: 4 }, b: { killed: 5 } }, undefined],
    ["a past war", two({ killed: 10 }, { killed: 4, past: {} }), undefined],
  ])("the killed of all together, of %s", (_, subjects, sum) => {
    const { rows } = compared(subjects);
    expect(written(rows.find(({ quantity }) => quantity.key === "killed")!.together)).toBe(sum);
  });

  test("dates are compared with the one before, and the last with the first", () => {
    const pairsOf = (subjects: Subjects) =>
      compared(subjects).pairs.map(({ subject, against }) => `${against.name} to ${subject.name}`);
    const killed = { killed: 9 };
    expect([
      pairsOf({ "a@2024": killed, "a@2025": killed }),
      pairsOf({ "a@2026": killed, "a@2024": killed, "a@2025": killed }),
      pairsOf({ "a@2024": { killed: 9, casualties: 50 }, "a@2025": killed, "a@2026": { casualties: 50 } }),
      pairsOf({ "a@2026": killed, "a@2025": killed, b: killed }),
    ]).toEqual([
      ["a@2024 to a@2025"],
      ["a@2024 to a@2025", "a@2025 to a@2026", "a@2024 to a@2026"],
      ["a@2024 to a@2025", "a@2024 to a@2026"],
      ["a@2026 to a@2025", "b to a@2026"],
    ]);
  });

  test("has no row for what only one of them has, except for the categories of its losses", () => {
    const { rows } = compared({ a: { killed: 10 }, b: { killed: 4, wounded: 9, missing: 2 } });
    expect(rows.map(({ quantity, values }) => [quantity.key, ...values.map(written)])).toEqual([
      ["killed", "10", "4"],
      ["wounded", undefined, "9"],
      ["missing", undefined, "2"],
    ]);
  });

  test.each<[string, Given, Given, boolean]>([
    ["nothing", BOTH, BOTH, false],
    ["the same written differently", { killed: "8/10/12" }, { killed: "8 to 12 (best 10)" }, false],
    ["the low end", { killed: "8-12" }, { killed: "9-12" }, true],
    ["the high end", { killed: "8-12" }, { killed: "8-13" }, true],
    ["the best value", { killed: "8/10/12" }, { killed: "8/11/12" }, true],
    ["whether there is a best value", { killed: "8/10/12" }, { killed: "8-12" }, true],
    ["whether there is one now", { killed: "8-12" }, { killed: "8/10/12" }, true],
    ["an end that is open above", { killed: "8" }, { killed: "8+" }, true],
    ["an end that is open below", { killed: "8" }, { killed: "up to 8" }, true],
    ["a figure that is hedged", { killed: "8" }, { killed: "about 8" }, true],
    ["what is known", { killed: 8 }, { killed: 8, wounded: 9 }, true],
  ])("finds a change: %s", (_, then, now, expected) => {
    expect(hasChanged(compared(years(then, now)))).toBe(expected);
  });

  test("finds a change in one of several", () => {
    expect(hasChanged(compared({ "a@2024": { killed: 8 }, "a@2025": { killed: 8 }, "a@2026": { killed: 9 } }))).toBe(
      true,
    );
  });

  test.each<[string, () => unknown, string]>([
    ["one subject", () => compared({ a: BOTH }), "E-COMPARE because=one names=a"],
    [
      "one subject with the reports of two dates",
      () => compared({ a: { killed: ["s@2025-01=5", "t@2025-02=about 6", "r=7"] } }),
      "E-COMPARE because=one names=a dated=a@2025-01/s=5,a@2025-02/t=about 6",
    ],
    [
      "one subject with the report of a date",
      () => compared({ a: { killed: "s@2025-01=5" } }),
      "E-COMPARE because=one names=a",
    ],
    [
      "one subject without a side",
      () => compared({ a: { side: undefined, killed: ["s@2025-01=5", "s@2025-02=6"] } }),
      "E-COMPARE because=one names=a",
    ],
    [
      "two dates with nothing in common with a third",
      () => compared({ "a@2024": { killed: 1 }, "a@2025": { killed: 2 }, "a@2026": { casualties: 9 } }),
      "E-COMPARE because=nothing shared names=a@2024,a@2026",
    ],
    [
      "a pace and a count without days",
      () => compared(two({ killed: 9 }, { killed: "9 a day" })),
      "E-COMPARE because=no days names=a,b",
    ],
    [
      "a pace of the killed and a count of casualties in some days",
      () => compared(two({ killed: "9 a day" }, { casualties: 9, days: "3" })),
      "E-COMPARE because=nothing shared names=a,b",
    ],
    [
      "two paces of other losses",
      () => compared(two({ killed: "9 a day" }, { casualties: "9 a day" })),
      "E-COMPARE because=nothing shared names=a,b",
    ],
    [
      "two without a quantity in common",
      () => compared(two({ killed: 9 }, { casualties: 9 })),
      "E-COMPARE because=nothing shared names=a,b",
    ],
    [
      "a pace and a count",
      () => compared(two({ killed: "9 a day" }, { killed: 9 })),
      "E-COMPARE because=no days names=b,a",
    ],
    [
      "a part of the killed",
      () => compared(two({ killed: 9 }, { killed: 9, of: "fighters=20%" })),
      "E-COMPARE because=part names=b,fighters",
    ],
  ])("is refused for %s", (_, call, refusal) => {
    expect(problemsOf(call).map(coded)).toEqual([refusal]);
  });

  const dated = (a: string, b: string) => two({ killed: 9, asOf: a }, { killed: 9, asOf: b });
  const list = (figure: string, more: object = {}) => ({ killed: { source: "s", kind: "confirmed", figure }, ...more });
  const CATEGORIES = ["wounded", "captured", "missing"];
  const covering = (...losses: string[]) => ({ killed: 9, ...Object.fromEntries(losses.map((loss) => [loss, 5])) });
  test.each<[string, Subjects, string[]]>([
    ["30 days apart", dated("2025-01-01", "2025-01-31"), []],
    ["31 days apart", dated("2025-01-01", "2025-02-01"), ["DATES_APART earlier=a later=b days=31"]],
    ["31 days apart, the later first", dated("2025-02-01", "2025-01-01"), ["DATES_APART earlier=b later=a days=31"]],
    ["one without a date", two({ killed: 9, asOf: "2025" }, { killed: 9 }), []],
    ["the other without a date", two({ killed: 9 }, { killed: 9, asOf: "2025" }), []],
    [
      "dates of reports",
      two({ killed: "r@2025-01=9" }, { killed: "r@2026-01=9" }),
      ["DATES_APART earlier=a later=b days=335"],
    ],
    ["two dates of a side", years({ killed: 9 }, { killed: 9 }), []],
    ["a past war", two({ killed: 9, asOf: "2025" }, { killed: 9, asOf: "1985", past: {} }), []],
    ["the same categories", two(covering(...CATEGORIES), covering(...CATEGORIES)), []],
    [
      "more categories of the second",
      two(covering("wounded"), covering("wounded", "missing")),
      ["COVERS_DIFFER name=a lacks=missing other=b"],
    ],
    [
      "more categories of the first",
      two(covering("wounded", "missing"), covering("wounded")),
      ["COVERS_DIFFER name=b lacks=missing other=a"],
    ],
    [
      "categories of each",
      two(covering("wounded", "captured"), covering("wounded", "missing")),
      ["COVERS_DIFFER name=a lacks=missing other=b", "COVERS_DIFFER name=b lacks=captured other=a"],
    ],
    [
      "a total, which does not say what it counts",
      two({ casualties: 90 }, covering("wounded", "captured")),
      ["COVERS_DIFFER name=b lacks=missing,deserted other=a isUncertain=true"],
    ],
    [
      "a total with a count of what the other lacks",
      two({ casualties: 90, missing: 5, deserted: 3 }, covering("wounded", "captured")),
      ["COVERS_DIFFER name=b lacks=missing,deserted other=a"],
    ],
    [
      "a total with a count of some of it",
      two({ casualties: 90, missing: 5 }, covering("wounded", "captured")),
      ["COVERS_DIFFER name=b lacks=missing,deserted other=a isUncertain=true"],
    ],
    [
      "a share who died",
      two({ killed: 9, died: "20%" }, covering(...CATEGORIES)),
      ["COVERS_DIFFER name=b lacks=deserted other=a isUncertain=true"],
    ],
    [
      "a share of the force",
      two({ share: "20%", force: 90 }, covering(...CATEGORIES)),
      ["COVERS_DIFFER name=b lacks=deserted other=a isUncertain=true"],
    ],
    [
      "a ratio, which does not say what it counts",
      two({ killed: 9, ratio: 3 }, covering(...CATEGORIES)),
      ["COVERS_DIFFER name=b lacks=deserted other=a isUncertain=true"],
    ],
    [
      "captured or missing people",
      two({ killed: 9, captured: "captured or missing=5" }, { killed: 9, captured: 5 }),
      ["COVERS_DIFFER name=b lacks=missing other=a"],
    ],
    [
      "a pace",
      two({ casualties: "9 a day" }, { ...covering("wounded", "captured", "missing"), days: "5" }),
      ["COVERS_DIFFER name=b lacks=deserted other=a isUncertain=true"],
    ],
    ["categories of losses that are not compared", two(covering("wounded"), covering()), []],
    [
      "two ranges",
      two({ killed: "275000-325000" }, { killed: "100000-140000" }),
      ["COMPARED_ENDS_CROSS name=a other=b quantity=killed low=2.3214285714285716 high=2.75"],
    ],
    [
      "two ranges of casualties, one far smaller",
      two({ casualties: "20-22" }, { casualties: "5000-5200" }),
      ["COMPARED_ENDS_CROSS name=a other=b quantity=out of action low=0.004 high=0.004230769230769231"],
    ],
    [
      "two ranges of one source",
      two({ killed: "r@2025-01=20-30" }, { killed: ["s=20-30", "r@2025-01=30"] }),
      ["COMPARED_ENDS_CROSS name=a other=b quantity=killed low=1 high=1"],
    ],
    ["two ranges of two sources", two({ killed: "r=20-30" }, { killed: "s=20-30" }), []],
    [
      "two ranges of two sources, next to casualties of one",
      two({ killed: "r=20-30", casualties: "t=90" }, { killed: "s=20-30", casualties: "t=90" }),
      [],
    ],
    [
      "two ranges of one source, next to killed of two",
      two({ killed: "r=2-3", casualties: "t=20-30" }, { killed: "s=2-3", casualties: "t=10-15" }),
      ["COMPARED_ENDS_CROSS name=a other=b quantity=out of action low=2 high=2"],
    ],
    [
      "casualties that follow from killed of two sources",
      two({ killed: "r=20-30", ratio: 3 }, { killed: "s=20-30", ratio: 3 }),
      [],
    ],
    [
      "two ranges, one of them of a source",
      two({ killed: "r=20-30" }, { killed: "10-15" }),
      ["COMPARED_ENDS_CROSS name=a other=b quantity=killed low=2 high=2"],
    ],
    [
      "two ranges that are two dates, which rise",
      years({ killed: "s=200000-250000" }, { killed: "s=275000-325000" }),
      ["COMPARED_ENDS_CROSS name=a@2026 other=a@2025 quantity=killed low=75000 high=75000 isChange=true"],
    ],
    [
      "two ranges that are two dates, which fall",
      years({ killed: "20-3000" }, { killed: "20-1500" }),
      ["COMPARED_ENDS_CROSS name=a@2026 other=a@2025 quantity=killed low=-1500 high=0 isChange=true"],
    ],
    ["a range with an open end", two({ killed: "20-30+" }, { killed: "10-15" }), []],
    ["a range and a number", two({ killed: "20-30" }, { killed: 10 }), []],
    ["ranges of a past war", two({ killed: "20-30" }, { killed: "10-15", past: {} }), []],
    ["a list and an estimate", two(list("9"), { killed: 9 }), ["KINDS_DIFFER confirmed=a other=b"]],
    ["an estimate and a list", two({ killed: 9 }, list("9")), ["KINDS_DIFFER confirmed=b other=a"]],
    ["a list by its words", two({ killed: 9 }, { killed: "9 confirmed dead" }), ["KINDS_DIFFER confirmed=b other=a"]],
    ["two lists", two(list("9"), list("8")), []],
    ["a list of a known coverage", two(list("9", { coverage: "50%" }), { killed: 9 }), []],
    [
      "a list, next to an estimate",
      two({ killed: ["r=9", { source: "s", kind: "confirmed", figure: 8 }] }, { killed: 9 }),
      [],
    ],
    ["casualties and an estimate", two({ casualties: 50 }, { killed: 9, casualties: 50 }), []],
    ["an estimate and casualties", two({ killed: 9, casualties: 50 }, { casualties: 50 }), []],
    ["casualties and a list", two({ casualties: 50 }, list("9", { casualties: 50 })), []],
    ["a list and casualties", two(list("9", { casualties: 50 }), { casualties: 50 }), []],
    ["a side's own figure", two({ killed: "A=9" }, { killed: "r=9" }), ["CLAIM_OF_SIDE name=a source=A isOwn=true"]],
    [
      "a side's own casualties",
      two({ casualties: "r=9" }, { casualties: "b=9" }),
      ["CLAIM_OF_SIDE name=b source=b isOwn=true"],
    ],
    ["the other side's figure", two({ killed: "b=9" }, { killed: "a=9" }), []],
    [
      "a side's own claim, which its result says",
      two({ killed: { source: "a", kind: "claim", figure: 9 } }, { killed: 9 }),
      [],
    ],
    [
      "a side's own figure, and a claim of another",
      two({ killed: ["a=9", { source: "r", kind: "claim", figure: 9 }] }, { killed: 9 }),
      ["CLAIM_OF_SIDE name=a source=a isOwn=true"],
    ],
    ["a figure without a source or side", two({ killed: 9, side: undefined }, { killed: 9 }), []],
    [
      "bodies in a note",
      two({ killed: { source: "r", note: "counted Bodies", figure: 9 } }, { killed: 9 }),
      ["BODIES"],
    ],
    ["a body in a source", two({ killed: 9 }, { killed: "body count=9" }), ["BODIES"]],
    ["bodies in a figure", two({ killed: "9 bodies", casualties: 50 }, { killed: 9 }), ["BODIES"]],
    ["bodies in one of two reports", two({ killed: ["r=9", "s=9 bodies"] }, { killed: 9 }), ["BODIES"]],
    ["a body of troops that has a longer name", two({ killed: "bodyguards=9" }, { killed: "antibodies=9" }), []],
    ["a past war without definitions", two({ killed: 9 }, { killed: 9, past: {} }), []],
    [
      "a past war with one",
      two({ killed: 9 }, { killed: 9, past: { killedMeans: "in battle" } }),
      ["PAST_DEFINITION name=b killedMeans=in battle"],
    ],
    [
      "a past war with the other",
      two({ killed: 9, wounded: 9 }, { killed: 9, past: { woundedMeans: "in hospital" } }),
      ["PAST_DEFINITION name=b woundedMeans=in hospital"],
    ],
    [
      "a past war with both",
      two({ killed: 9, wounded: 9 }, { killed: 9, past: { killedMeans: "in battle", woundedMeans: "in hospital" } }),
      ["PAST_DEFINITION name=b killedMeans=in battle woundedMeans=in hospital"],
    ],
    [
      "a past war with both, of which only the killed are compared",
      two({ killed: 9 }, { killed: 9, wounded: 9, past: { killedMeans: "in battle", woundedMeans: "in hospital" } }),
      ["PAST_DEFINITION name=b killedMeans=in battle"],
    ],
    [
      "a past war that counts some people twice",
      two({ killed: 9, wounded: 9 }, { killed: 9, wounded: 9, past: { countedTwice: "two prisoners" } }),
      ["COUNTED_TWICE name=b who=two prisoners"],
    ],
    [
      "a past war that counts some people twice, of which only the killed are compared",
      two({ killed: 9 }, { killed: 9, past: { countedTwice: "two prisoners" } }),
      [],
    ],
  ])("caveats: %s", (_, subjects, caveats) => {
    expect(compared(subjects).caveats.map(coded)).toEqual(caveats);
  });
});
