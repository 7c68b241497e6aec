import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/core/errors.ts";
import type { Range } from "../../src/core/range.ts";
import { Rational } from "../../src/core/rational.ts";
import { roundedTo } from "../../src/render/quote/digits.ts";
import { lengthOf } from "../../src/render/quote/fitting.ts";
import { quoteOf } from "../../src/render/quote/quote.ts";
import { run } from "../cli/run.ts";
import { estimateFor } from "../scenario.ts";

const ALL = "people were lost, killed or otherwise out of action";
const THREE = "if three others were wounded, captured, missing or deserted for each person killed";
const quote = (options: readonly string[], most?: number) =>
  quoteOf(estimateFor(...options), most, (text) => text).text;

describe("what may be printed", () => {
  test.each<[string, readonly string[], string]>([
    ["a ratio", ["--killed 7000", "--ratio 3"], `28,000 ${ALL}, ${THREE}.`],
    ["a side", ["--killed 7000", "--side Russia"], "Russia lost 7,000 killed."],
    [
      "the killed alone",
      ["--killed 7000", "--force 150000"],
      "7,000 people were killed, about 4.7% of a force of 150,000.",
    ],
    ["one person", ["--killed 1"], "One person was killed."],
    ["nobody", ["--killed 0", "--ratio 3", "--side Russia"], "Russia had no losses."],
    ["nobody, without a side", ["--killed 0", "--ratio 3"], "There were no losses."],
    [
      "one category",
      ["--deserted 1700", "--force 5800"],
      "1,700 people were lost, deserted, about 29% of a force of 5,800.",
    ],
    ["a pace", ["--killed 0.4 a day"], "0.4 people a day were killed."],
    [
      "a part",
      ["--killed 10576", "--of fighters=20%"],
      "About 2,120 fighters were killed, if 20% of the killed were fighters.",
    ],
    [
      "a part of a side",
      ["--killed 100", "--of fighters=20%", "--side A"],
      "A lost 20 fighters killed, if 20% of the killed were fighters.",
    ],
    [
      "a coverage",
      ["--killed >=106745", "--coverage 45%-65%"],
      "164,000 to 238,000 people were killed, if the list has 45% to 65% of all deaths.",
    ],
    [
      "two lists",
      ["--list a=1500", "--list b=1200", "--both 900"],
      "2,000 people were killed, if being on one of two lists says nothing about being on the other, based on deaths reported by a and by b.",
    ],
    [
      "a pair",
      ["--killed 275000-325000", "--casualties 1200000"],
      `1,200,000 ${ALL}, 275,000 to 325,000 of them killed (22% to 28%).`,
    ],
    [
      "the share who died",
      ["--casualties 28000", "--died 25%"],
      `28,000 ${ALL}, 7,000 of them killed, if 25% of them died.`,
    ],
    [
      "a multiplier",
      ["--killed 7000", "--wounded 1x", "--deserted 0.5x"],
      "About 18,000 people were lost, killed, wounded or deserted, if one was wounded and 0.5 deserted for each person killed.",
    ],
    [
      "a ratio that is divided by",
      ["--wounded 2000", "--ratio 3"],
      "About 2,700 people were lost, killed or wounded, about 670 of them killed, if three were wounded for each person killed.",
    ],
    [
      "a named ratio",
      ["--killed 7000", "--wounded us-korea"],
      "About 28,000 people were lost, killed or wounded, if 3.06 were wounded (us-korea) for each person killed.",
    ],
    [
      "one other",
      ["--killed 7000", "--ratio 1"],
      `14,000 ${ALL}, if one other was wounded, captured, missing or deserted for each person killed.`,
    ],
    [
      "the force",
      ["--casualties 250000", "--share 38%"],
      `250,000 ${ALL}, out of a force of about 660,000, if that is 38% of it.`,
    ],
    ["a share of a force", ["--casualties 35%", "--force 766700"], `About 270,000 ${ALL}, 35% of a force of 766,700.`],
    [
      "two forces",
      ["--killed 700", "--force a=1000", "--force b=2000"],
      "700 people were killed, 70% of a force of 1,000 (a), 35% of a force of 2,000 (b).",
    ],
    ["an unknown share", ["--killed up to 700", "--force up to 1000"], "Up to 700 people were killed."],
    [
      "a pace and a period",
      ["--casualties 1,271 a day", "--days 90"],
      `About 114,400 ${ALL}, if the pace was “1,271 a day” for 90 days. That is 1,271 a day over 90 days.`,
    ],
    [
      "those who returned",
      ["--killed 6000", "--wounded 3x", "--returned half", "--force 150000"],
      "24,000 people were lost, killed or wounded, 16% of a force of 150,000, if three were wounded for each person killed. If 50% of the wounded returned, 15,000 are out of action for good, 10%.",
    ],
    [
      "returned of all others",
      ["--killed 6000", "--casualties 24000", "--returned half"],
      `24,000 ${ALL}, 6,000 of them killed (25%). If 50% of the others returned, 15,000 are out of action for good.`,
    ],
    [
      "recruits",
      ["--casualties a=1523 a day", "--recruits b=1000-1100 a day"],
      "1,523 people a day were lost, killed or otherwise out of action, based on figures reported by a and by b. Recruits fall short of the losses by 420 to 530 a day.",
    ],
    [
      "a target",
      ["--casualties 4000", "--days 90", "--force 11000", "--until 100%", "--as-of 2025-01-16"],
      `4,000 ${ALL}, about 36% of a force of 11,000, as of 16 January 2025. That is about 44 a day over 90 days. At this pace, losses reach 100% of the force in about 160 more days.`,
    ],
    [
      "a change",
      ["--casualties UK@2025-03-20=900,000", "--casualties UK@2025-06-12=1,000,000", "--combine change"],
      `100,000 ${ALL}, based on figures reported by UK (20 March 2025 and 12 June 2025). That is about 1,200 a day over 84 days.`,
    ],
    [
      "a revised total",
      ["--casualties UK@2025-03-20=900-950", "--casualties UK@2025-06-12=920-1,000", "--combine change"],
      "From 20 March 2025 to 12 June 2025, the figure for the losses changed by -30 to 100, based on figures reported by UK (20 March 2025 and 12 June 2025).",
    ],
    [
      "a sum",
      ["--killed a=13,800", "--killed b=2,000", "--combine sum"],
      "15,800 people were killed, if the figures count different people, based on deaths reported by a and by b.",
    ],
    [
      "an overlap",
      ["--killed a=up to 6,000", "--killed b=at least 3,000", "--combine overlap"],
      "3,000 to 6,000 people were killed, if all of the figures are right, as reported by a and by b.",
    ],
    ["a month", ["--killed a@2022-03=7000"], "7,000 people were killed, as reported by a as of March 2022."],
    [
      "dates that differ",
      ["--killed a@2022-03-16=7000", "--killed b@2022-04=8000"],
      "7,000 to 8,000 people were killed, as reported by a (16 March 2022) and by b (April 2022).",
    ],
    [
      "the force's source",
      ["--killed 700", "--force at the border@2022-02=1000"],
      "700 people were killed, 70% of a force of 1,000 (at the border, February 2022).",
    ],
  ])("%s", (_, options, text) => {
    expect(quote(options)).toBe(text);
  });
});

const SEED = [
  { source: "Ukraine", kind: "claim", asOf: "2022-03-16", figure: "13,800" },
  { source: "US and Europe", kind: "estimate", asOf: "2022-03-16", figure: "up to 6,000" },
];
const quoted = (scenario: object, ...options: readonly string[]) =>
  run(["--scenario", "-", "--quote", ...options], { stdin: JSON.stringify(scenario) });

describe("who says so is in the sentence, and so is what changes its truth", () => {
  test.each<[string, object, string]>([
    [
      "a claim and an estimate",
      { side: "Russia", killed: SEED, ratio: 3, force: 150000 },
      `Russia lost 24,000 (or fewer) to 55,200 people, killed or otherwise out of action, 16% (or less) to 37% of a force of 150,000, ${THREE}, based on deaths claimed by Ukraine and estimated by US and Europe as of 16 March 2022.`,
    ],
    [
      "a claim that is the result",
      { killed: SEED[0] },
      "13,800 people were killed, as claimed by Ukraine as of 16 March 2022.",
    ],
    [
      "a claim of nobody",
      { killed: { kind: "claim", figure: 9 } },
      "Nine people were killed, as claimed by a side in the war.",
    ],
    [
      "an estimate of nobody",
      { killed: { kind: "estimate", asOf: "2022", figure: 9 } },
      "Nine people were killed, as estimated as of 2022.",
    ],
    [
      "a list is a minimum",
      { killed: { source: "Mediazona", kind: "confirmed", figure: 25000 }, ratio: 3 },
      `At least 100,000 ${ALL}, ${THREE}, based on deaths confirmed one by one by Mediazona.`,
    ],
    [
      "a list by its words",
      { killed: "7,000 confirmed dead" },
      "At least 7,000 people were killed, as confirmed one by one.",
    ],
    [
      "a list with a coverage is not",
      { killed: { kind: "confirmed", figure: 25000 }, coverage: "50%" },
      "50,000 people were killed, if the list has 50% of all deaths, based on deaths confirmed one by one.",
    ],
    [
      "claims are left out",
      { killed: SEED, without: ["claim"] },
      "Up to 6,000 people were killed, as estimated by US and Europe as of 16 March 2022, leaving out claims.",
    ],
    [
      "what a source says of a category is of the same kind",
      { killed: { source: "a", kind: "estimate", figure: 10 }, wounded: { source: "a", figure: 30 } },
      "40 people were lost, killed or wounded, based on figures estimated by a.",
    ],
  ])("%s", async (_, scenario, text) => {
    expect(await quoted(scenario, "-q")).toEqual({ status: 0, stdout: `${text}\n`, stderr: "" });
  });
});

test("a label that says what a count has is not its source", () => {
  const options = ["--killed a=700", "--captured captured or missing=530"];
  expect(quote(options)).toBe("1,230 people were lost, killed, captured or missing, based on figures reported by a.");
});

test("caveats that are not in the sentence are named, and those that are in it are not", async () => {
  const odd = { killed: "up to 7,000", ratio: 30 };
  expect((await quoted(odd)).stderr).toBe("note: these caveats are not in the sentence: OUTSIDE_HISTORY\n");
  expect((await quoted({ killed: "up to 7,000", ratio: 3 })).stderr).toBe("");
});

describe("no number is more precise than what it rests on", () => {
  test.each<[string, readonly string[], string]>([
    ["a product", ["--killed 13812", "--ratio 2.357"], "about 46,400 people"],
    ["the fewest digits", ["--killed 13812", "--wounded 5,000", "--captured 70"], "about 18,900 people"],
    ["a sum of counts", ["--killed 1,383", "--captured 5"], "1,388 people"],
    ["approximate", ["--killed about 13,812"], "about 13,800 people"],
    ["a low end goes down and a high end up", ["--killed 13,812-17,891", "--ratio 3"], "55,200 to 71,600 people"],
    ["a minimum goes down", ["--killed at least 13,816", "--ratio 3"], "at least 55,200 people"],
    ["a maximum goes up", ["--killed up to 13,812", "--ratio 3"], "up to 55,300 people"],
    [
      "a best value is rounded",
      ["--killed 13,811/15,812/17,891", "--ratio 3"],
      "55,200 to 71,600 (best 63,200) people",
    ],
    ["a pace of a month", ["--casualties 35,000 a month"], "about 1,200 people a day"],
    ["an exact count stays", ["--killed 106,745"], "106,745 people"],
  ])("%s: %j is %s", (_, options, begins) => {
    expect(quote(options).toLowerCase().slice(0, begins.length)).toBe(begins);
  });

  const whole = fc.integer({ min: 0, max: 1e9 });
  const place = fc.option(fc.integer({ min: -3, max: 8 }), { nil: undefined });
  test("a rounded range covers the range, and has no more digits", () => {
    fc.assert(
      fc.property(whole, whole, place, place, fc.boolean(), fc.boolean(), (a, b, low, high, openLow, openHigh) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)].map((number) => Rational.of(number, 7)) as [
          Rational,
          Rational,
        ];
        const range: Range = { low: from, high: to, openLow, openHigh, approximate: false };
        const rounded = roundedTo(range, { low, high });
        const isSame = rounded.low.equals(from) && rounded.high.equals(to);
        if (rounded.approximate) expect(a).toBe(b);
        else if (a !== b || isSame) {
          expect(rounded.low.compare(from)).toBeLessThanOrEqual(0);
          expect(rounded.high.compare(to)).toBeGreaterThanOrEqual(0);
        }
        if (a !== b && low !== undefined && low >= 0) expect(Number(rounded.low.round()) % 10 ** low).toBe(0);
      }),
    );
  });
});

describe("--max", () => {
  const scenario = { side: "Russia", killed: SEED, ratio: 3, force: { label: "border", figure: 150000 } };
  const who = "based on deaths claimed by Ukraine and estimated by US and Europe as of 16 March 2022";
  const whom = "killed or otherwise out of action";
  test.each<[number, string, string]>([
    [
      312,
      `Russia lost 24,000 (or fewer) to 55,200 people, ${whom}, 16% (or less) to 37% of a force of 150,000 (border), ${THREE}, ${who}.`,
      "",
    ],
    [
      300,
      `Russia lost 24,000 (or fewer) to 55,200 people, ${whom}, 16% (or less) to 37% of a force of 150,000, ${THREE}, ${who}.`,
      "the source of the force",
    ],
    [280, `Russia lost 24,000 (or fewer) to 55,200 people, ${whom}, ${THREE}, ${who}.`, "the share of the force"],
    [240, `Russia lost up to 55,200 people, ${whom}, ${THREE}, ${who}.`, "the share of the force, the range"],
    [
      200,
      `By one estimate, Russia lost up to 55,200 people, ${whom}, ${who}.`,
      "the share of the force, the range, the assumption",
    ],
    [
      84,
      `By one estimate, Russia lost up to 55,200 people, ${whom}.`,
      "the share of the force, the range, the assumption, the source",
    ],
  ])("%i drops what it has to, and the source last", async (most, text, left) => {
    const { status, stdout, stderr } = await quoted(scenario, "--max", String(most));
    expect([status, stdout]).toEqual([0, `${text}\n`]);
    expect(lengthOf(text)).toBeLessThanOrEqual(most);
    const dropped = left ? `note: left out of the sentence to fit --max: ${left}\n` : "";
    expect(stderr).toBe(`${dropped}note: these caveats are not in the sentence: SOURCES_DISAGREE\n`);
  });

  test.each<[string, readonly string[], number, string]>([
    ["what else follows", ["--casualties 4000", "--days 90"], 60, `4,000 ${ALL}.`],
    ["a closed range", ["--killed 6000-13800"], 34, "At least 6,000 people were killed."],
    ["a range with a best value", ["--killed 6000/8000/13800"], 40, "At least 6,000 people were killed."],
    [
      "a range open at both ends",
      ["--killed a=up to 6000", "--killed b=at least 9000"],
      70,
      "Reportedly, 6,000 (or fewer) to 9,000 (or more) people were killed.",
    ],
    ["a single number", ["--killed a=7000"], 40, "Reportedly, 7,000 people were killed."],
    ["the number killed", ["--casualties a=28000", "--killed a=7000"], 85, `Reportedly, 28,000 ${ALL}.`],
  ])("drops %s", (_, options, most, text) => {
    const found = quote(options, Math.max(most, lengthOf(text)));
    expect(found).toBe(text);
  });

  test("nothing is cut: if the shortest form does not fit, the message says how long it is", async () => {
    const { status, stdout, stderr } = await quoted(scenario, "--max", "83");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("the shortest form of the sentence has 84 characters, and --max allows 83");
    expect(stderr).toContain("--max 84");
  });

  test("no form is longer than allowed, or shorter than the message says", () => {
    const options = [
      "--killed a=6000-13800",
      "--wounded 3x",
      "--returned 50%",
      "--force x=9000",
      "--force y=90000",
      "--days 9",
    ];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (most) => {
        try {
          expect(lengthOf(quote(options, most))).toBeLessThanOrEqual(most);
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          const { needed } = error.problems[0]!.args as { needed: number };
          expect(needed).toBeGreaterThan(most);
          expect(lengthOf(quote(options, needed))).toBe(needed);
        }
      }),
    );
  });

  test("characters are counted as readers see them, and as they are printed", async () => {
    expect(lengthOf("e\u0301 👩‍👩‍👧 é")).toBe(5);
    const name = { side: "Côte d’Ivoire", killed: 7 };
    expect((await quoted(name, "--max", "34")).stdout).toBe("Côte d’Ivoire lost seven killed.\n");
    expect((await quoted({ side: "→", killed: 7 }, "--ascii", "--max", "20")).stderr).toContain("21 characters");
    expect((await quoted({ side: "→", killed: 7 }, "--ascii", "--max", "21")).stdout).toBe("-> lost seven killed.\n");
  });

  test("a very long name is printed whole, or its sentence is refused", async () => {
    const source = "x".repeat(150);
    const { stdout } = await quoted({ killed: { source, figure: 7 } });
    expect(stdout).toBe(`Seven people were killed, as reported by ${source}.\n`);
    expect((await quoted({ side: source, killed: 7 }, "--max", "100")).status).toBe(2);
  });
});

describe("comparisons and totals", () => {
  const csis =
    "compare --killed Russia/CSIS@2026-01=275000-325000 --killed Ukraine/CSIS@2026-01=100000-140000 --casualties Russia/CSIS@2026-01=1.2m --casualties Ukraine/CSIS@2026-01=500000-600000";
  const ratios =
    "total --killed army=13,812-15,000 --killed militia/Ukraine@2022-03=6,000 --ratio army=3 --ratio militia=2 --force 150000";
  const who = "based on figures reported by CSIS as of January 2026";
  const together = "Together they had 370,000 to 470,000 killed and 1,700,000 to 1,800,000 casualties.";
  const both =
    "if three others were wounded, captured, missing or deserted for each person killed (army), two others were wounded, captured, missing or deserted for each person killed (militia) and the parts count different people";
  test.each<[string, string]>([
    [csis, `Russia had 1.9 to 3.3 killed and 2 to 2.4 casualties for each of Ukraine’s, ${who}. ${together}`],
    [`${csis} --max 180`, `Russia had 1.9 to 3.3 killed and 2 to 2.4 casualties for each of Ukraine’s, ${who}.`],
    [`${csis} --max 95`, "Reportedly, Russia had 1.9 to 3.3 killed and 2 to 2.4 casualties for each of Ukraine’s."],
    [
      "compare --killed a@2025=172000 --killed a@2026=275000-325000",
      "From 2025 to 2026, the figure for a’s killed rose by 103,000 to 153,000 (59.8% to 89%).",
    ],
    [
      "compare --killed a@2025=1720 --killed a@2026=2750-3250 --ratio 3 --max 170",
      "By one estimate, from 2025 to 2026, the figure for a’s killed rose by 1,030 to 1,530 (59.8% to 89%), and that for casualties rose by 4,100 to 6,200 (59.8% to 89%).",
    ],
    ["compare --killed a=10 --killed b=0", "A had 10 killed, and b had none. Together they had 10 killed."],
    ["compare us-korea us-vietnam --quiet", "us-korea had about 0.71 killed"],
    [
      "compare --killed a/L=275000 --killed b=100000 --kind L=confirmed",
      "A had at least 2.7 killed for each of b’s, based on deaths confirmed one by one by L. Together they had at least 370,000 killed.",
    ],
    [
      ratios,
      `Army and militia together have 73,000 to 78,000 out of action, 19,800 to 21,000 of them killed: 48% to 52% of a force of 150,000, under half to over half, ${both}, based on deaths reported by Ukraine (March 2022).`,
    ],
    [
      `${ratios} --max 180`,
      "By one estimate, army and militia together have at least 73,000 out of action, at least 19,800 of them killed, based on deaths reported by Ukraine (March 2022).",
    ],
    [
      `${ratios} --max 120`,
      "By one estimate, army and militia together have at least 73,000 out of action, at least 19,800 of them killed.",
    ],
    ["total --killed a=7", "A has seven killed."],
  ])("%s", async (command, text) => {
    const { stdout, status } = await run([...command.split(" "), "--quote"]);
    expect(status).toBe(0);
    expect(stdout.slice(0, text.length)).toBe(text);
    if (text.endsWith(".")) expect(stdout).toBe(`${text}\n`);
  });

  test.each(["compare", "total"])("%s refuses what its sentence cannot be", async (command) => {
    const typed = [command, "--killed", "a=7", "--killed", "b=8", "--quote"];
    expect((await run([...typed, "--max", "0"])).stderr).toContain("E-MAX");
    expect((await run([...typed, "--max", "9"])).stderr).toContain("E-QUOTE-LONG");
    expect((await run([...typed, "--json"])).stderr).toContain("E-OPTIONS-CLASH");
    expect((await run([...typed.slice(0, -1), "--max", "9"])).stderr).toContain("E-OPTIONS-CLASH");
  });
});
