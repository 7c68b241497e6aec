import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/core/errors.ts";
import type { Range } from "../../src/core/range.ts";
import { Rational } from "../../src/core/rational.ts";
import { people } from "../../src/notation/print.ts";
import { withArticle } from "../../src/render/article.ts";
import { roundedTo } from "../../src/render/quote/digits.ts";
import { lengthOf } from "../../src/render/quote/fitting.ts";
import { peopleInWords } from "../../src/render/quote/numbers.ts";
import { quoteOf } from "../../src/render/quote/quote.ts";
import { withRemark } from "../../src/render/remark.ts";
import { run } from "../cli/run.ts";
import { estimateFor } from "../scenario.ts";

const ALL = "people were killed or otherwise put out of action";
const THREE = "if three others were wounded, captured, missing or deserted for each person killed";
const quote = (options: readonly string[], most?: number) =>
  quoteOf(estimateFor(...options), most, (text) => text).text;

/** What may be printed: each sentence is in quotes.txt. */
const QUOTED: readonly (readonly [name: string, options: readonly string[]])[] = [
  ["a ratio", ["--killed 7000", "--ratio 3"]],
  ["a side", ["--killed 7000", "--side Russia"]],
  ["the killed alone", ["--killed 7000", "--force 150000"]],
  ["one person", ["--killed 1"]],
  ["nobody", ["--killed 0", "--ratio 3", "--side Russia"]],
  ["nobody, without a side", ["--killed 0", "--ratio 3"]],
  ["one category", ["--deserted 1700", "--force 5800"]],
  ["a pace", ["--killed 0.4 a day"]],
  ["a part", ["--killed 10576", "--of fighters=20%"]],
  ["a part of a side", ["--killed 100", "--of fighters=20%", "--side A"]],
  ["a coverage", ["--killed >=106745", "--coverage 45%-65%"]],
  ["two lists", ["--list a=1500", "--list b=1200", "--both 900"]],
  ["a pair", ["--killed 275000-325000", "--casualties 1200000"]],
  ["the share who died", ["--casualties 28000", "--died 25%"]],
  ["a multiplier", ["--killed 7000", "--wounded 1x", "--deserted 0.5x"]],
  ["a ratio that is divided by", ["--wounded 2000", "--ratio 3"]],
  ["a named ratio", ["--killed 7000", "--wounded us-korea"]],
  ["one other", ["--killed 7000", "--ratio 1"]],
  ["the force", ["--casualties 250000", "--share 38%"]],
  ["a share of a force", ["--casualties 35%", "--force 766700"]],
  ["a share that is almost all", ["--killed 3990", "--wounded 3x", "--force 16000"]],
  ["a share of more than all", ["--killed 17400", "--ratio 9.18", "--force 150000"]],
  ["a date of the losses, and one of the report", ["--killed Standard@2022=649", "--as-of 1982", "--side Argentina"]],
  ["some past wars", ["--killed 7000", "--wounded history:1946-2000"]],
  ["past wars of a kind", ["--killed 7000", "--wounded history:war"]],
  [
    "a target with those who returned and recruits",
    [
      "--killed 7000",
      "--wounded 3x",
      "--returned 30%",
      "--recruits 10000",
      "--force 150000",
      "--days 90",
      "--until 50%",
    ],
  ],
  ["a target of a force with no share", ["--casualties 92 a day", "--force 12000", "--until 100%"]],
  ["two forces", ["--killed 700", "--force a=1000", "--force b=2000"]],
  ["an unknown share", ["--killed up to 700", "--force up to 1000"]],
  ["a pace of the printed total", ["--killed 8100", "--ratio 3", "--days 40"]],
  ["a category of a side", ["--deserted CSIS@2026-01=1700", "--side Soviet Union", "--force 5800"]],
  ["more sources than are named", [1, 2, 3, 4, 5, 6].map((at) => `--killed s${at}=${at}00`)],
  ["a pace and a period", ["--casualties 1,271 a day", "--days 90"]],
  ["those who returned", ["--killed 6000", "--wounded 3x", "--returned half", "--force 150000"]],
  ["returned of all others", ["--killed 6000", "--casualties 24000", "--returned half"]],
  ["recruits", ["--casualties a=1523 a day", "--recruits b=1000-1100 a day"]],
  ["a target", ["--casualties 4000", "--days 90", "--force 11000", "--until 100%", "--as-of 2025-01-16"]],
  ["a change", ["--casualties UK@2025-03-20=900,000", "--casualties UK@2025-06-12=1,000,000", "--combine change"]],
  [
    "a revised total",
    ["--casualties UK@2025-03-20=900-950", "--casualties UK@2025-06-12=920-1,000", "--combine change"],
  ],
  ["a sum", ["--killed a=13,800", "--killed b=2,000", "--combine sum"]],
  ["an overlap", ["--killed a=up to 6,000", "--killed b=at least 3,000", "--combine overlap"]],
  ["a month", ["--killed a@2022-03=7000"]],
  ["dates that differ", ["--killed a@2022-03-16=7000", "--killed b@2022-04=8000"]],
  ["the force's source", ["--killed 700", "--force at the border@2022-02=1000"]],
  ["a month of a longer war", ["--casualties MoD@2024-05-31=38,940", "--start 2024-05-01", "--end 2024-05-31"]],
  ["two months of a year", ["--killed 500", "--start 2024-05-03", "--end 2024-06"]],
  ["two months in full", ["--killed 500", "--start 2024-05", "--end 2024-06"]],
  ["two years", ["--killed 500", "--start 2024-05-03", "--end 2025-06-04"]],
  ["one month", ["--killed 500", "--start 2024-05", "--end 2024-05"]],
  ["one day", ["--killed 500", "--start 2024-05-03", "--end 2024-05-03"]],
  ["days from a date", ["--killed 500", "--start 2024-05-03", "--days 30"]],
  ["days to a date", ["--killed 500", "--end 2024-05-03", "--days 30"]],
  [
    "a change that may be a fall",
    ["--casualties UK@2025-03-20=50,000", "--casualties UK@2025-06-12=35,000", "--combine change", "--side Russia"],
  ],
  ["a part with a ratio", ["--killed A=54,321", "--of fighters=20%-33%", "--ratio 3", "--side Hamas"]],
  ["no fighters", ["--killed 0", "--of fighters=20%", "--side Hamas"]],
  ["nobody of a force", ["--killed 0", "--ratio 3", "--force 1000"]],
  ["none killed", ["--killed US=0", "--side Russia"]],
  ["none of two kinds", ["--killed 0", "--wounded 0"]],
  ["none of all casualties killed", ["--casualties 500", "--killed 0"]],
  [
    "three sources of which two count",
    ["--killed US=7000", "--wounded UK=14000", "--captured CH=50", "--ratio 3", "--casualties FR=30000"],
  ],
  ["sources of both numbers", ["--killed a=7000", "--casualties a=28000"]],
  ["a source of recruits alone", ["--casualties 5000", "--recruits X=3000", "--days 30"]],
  [
    "recruits with a date",
    ["--casualties 5000", "--recruits X@2025-01-16=3000", "--recruits Y@2025-02=30", "--days 30", "--as-of 2025-01-16"],
  ],
  ["rival reports", ["--killed Ukraine=13,800", "--killed US=up to 6,000"]],
  ["the same reports", ["--killed Ukraine=6,000", "--killed US=6,000"]],
  [
    "several figures of one source",
    ["--killed UK: army@2023=30,000", "--killed UK: Wagner@2023=20,000", "--combine sum"],
  ],
  ["more losses than the force", ["--casualties 12500", "--force 12000"]],
  ["nearly all losses killed", ["--killed 13,799", "--casualties 13,800"]],
  ["a share of nearly all", ["--casualties 1199-1201", "--force 1200"]],
  ["two lists and a ratio", ["--list A=1500", "--list B=1200", "--both 800", "--ratio 3"]],
  ["an approximate minimum", ["--killed at least about 6,000"]],
  ["an approximate maximum", ["--killed up to about 6,000"]],
  ["from nobody to one", ["--killed 0-1"]],
  ["from nobody to some", ["--killed 0-600", "--ratio 3"]],
  ["less than one other", ["--killed 7000", "--ratio 0.5"]],
  ["best values", ["--killed 6000/8000/13800", "--ratio 3", "--force 150000"]],
  ["a best value of a pair", ["--killed 24000/32000/55200", "--casualties 112000"]],
  ["the share who died of the killed", ["--killed 7000", "--died 16%-17%"]],
  ["a pace that is the period's", ["--casualties 92 a day", "--days 10"]],
  ["a pace of the killed", ["--killed 10 a day", "--ratio 3", "--days 10"]],
  ["a past interval", ["--killed 7000", "--wounded history"]],
  ["one who remains", ["--killed 1", "--wounded 4", "--returned 100%"]],
  ["a name with a full stop", ["--killed Dr. No.=7000"]],
  ["a name in small letters", ["--killed 7000", "--side iPhone"]],
  ["a date of the scenario", ["--killed encyclopedia=23,157", "--wounded encyclopedia=43,557", "--as-of 1940"]],
];

test("what may be printed", async () => {
  const text = QUOTED.map(([name, options]) => `${name}: ${options.join(" ")}\n  ${quote(options)}\n`).join("\n");
  await expect(text).toMatchFileSnapshot("quotes.txt");
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
      `Russia had lost 24,000 (or fewer) to 55,200 people as of 16 March 2022, killed or otherwise out of action, 16% (or less) to 37% of a force of 150,000, ${THREE}, based on deaths claimed by Ukraine and estimated by the US and Europe.`,
    ],
    [
      "a claim that is the result",
      { killed: SEED[0] },
      "13,800 people had been killed as of 16 March 2022, as claimed by Ukraine.",
    ],
    [
      "a claim of nobody",
      { killed: { kind: "claim", figure: 9 } },
      "Nine people were killed, as claimed by a side in the war.",
    ],
    [
      "an estimate of nobody",
      { killed: { kind: "estimate", asOf: "2022", figure: 9 } },
      "Nine people had been killed as of 2022, as estimated.",
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
      "Up to 6,000 people had been killed as of 16 March 2022, leaving out claims, as estimated by the US and Europe.",
    ],
    [
      "what a source says of a category is of the same kind",
      { killed: { source: "a", kind: "estimate", figure: 10 }, wounded: { source: "a", figure: 30 } },
      "40 people were killed or wounded, based on figures estimated by a.",
    ],
  ])("%s", async (_, scenario, text) => {
    expect(await quoted(scenario, "-q")).toEqual({ status: 0, stdout: `${text}\n`, stderr: "" });
  });
});

describe("a remark on a remark has no brackets of its own", () => {
  test.each([
    ["20% to 30% (or more)", "(20% to 30%, or more)"],
    ["16% (or less) to 37%", "(16%, or less, to 37%)"],
    ["Iraq War (Iraqi Freedom), 2003", "(Iraq War, Iraqi Freedom, 2003)"],
  ])("%s", (remark, text) => {
    expect(withRemark("a", remark)).toBe(`a ${text}`);
    expect(withRemark("a (b)", remark)).toBe(`a (b, ${text.slice(1)}`);
  });
});

describe("every sentence is well written, whatever its names", () => {
  const numbers = [
    "7,000",
    "6,000-13,800",
    "up to 6,000",
    "5,000/6,000/7,000 or more",
    "about 12,000,000",
    "5-9",
    "0-1",
  ];
  const source = fc.constantFrom("", "/UK Office (London), in a note", "/US (Pentagon)@2022-03-16", "/Dr. No.@2022-04");
  const report = fc.tuple(source, fc.constantFrom(...numbers)).map(([who, figure]) => `${who}=${figure}`);
  const ratio = fc.constantFrom("2-4", "at least 3", "us-iraq", "0.5");
  const max = fc.integer({ min: 80, max: 400 }).map(String);
  const isWritten = async (argv: readonly string[]) => {
    const { stdout, stderr } = await run([...argv, "--quote", "-q"]);
    if (stdout === "") return expect(stderr).toContain("E-QUOTE-LONG");
    expect(stdout).not.toMatch(/\([^)]*\(| {2}|\.\.|,[,.]| [,.]|undefined|^[a-z]/);
    for (const pair of ["()", "“”"]) expect(stdout.split(pair[0]!).length).toBe(stdout.split(pair[1]!).length);
  };

  test("of one estimate", async () => {
    const property = fc.asyncProperty(
      report,
      ratio,
      fc.constantFrom(...numbers.slice(0, 5)),
      max,
      async (killed, each, force, most) => {
        await isWritten(["--killed", killed.slice(1), "--ratio", each, "--force", `US (Army)=${force}`, "--max", most]);
      },
    );
    await fc.assert(property);
  });

  test.each(["compare", "total"])("of a %s", async (command) => {
    const property = fc.asyncProperty(report, report, ratio, ratio, max, async (one, other, each, another, most) => {
      const killed = ["--killed", `US (Union)${one}`, "--killed", `b${other}`];
      await isWritten([command, ...killed, "--ratio", `US (Union)=${each}`, "--ratio", `b=${another}`, "--max", most]);
    });
    await fc.assert(property);
  });

  test.each(["compare", "total"])("of a %s with a past war", async (command) => {
    const property = fc.asyncProperty(report, ratio, max, async (one, each, most) => {
      await isWritten([command, "--killed", `US (Union)${one}`, "--ratio", each, "us-iraq", "--max", most]);
    });
    await fc.assert(property);
  });
});

test("a label that says what a count has is not its source", () => {
  const options = ["--killed a=700", "--captured captured or missing=530"];
  expect(quote(options)).toBe("1,230 people were killed, captured or missing, based on deaths reported by a.");
});

describe("what is not in the sentence is noted", () => {
  const known = { side: "Russia", killed: { source: "a", asOf: "2022", figure: "up to 7,000" } };
  const noNames = { ...known, killed: Array.from({ length: 6 }, (_, at) => ({ source: `s${at}`, figure: 7 + at })) };
  const korea = `us-korea: United States, Korean War, 1950-1953: 103,284 wounded (wounding incidents, of 92,134 people) to 33,739 killed (battle deaths).`;
  const borrowed = "189,500-223,000 casualties : 43,000 killed";
  const nothing =
    "the sentence does not say whose losses these are (--side), who says so (SOURCE=…) or when it was (@DATE or --as-of)";
  test.each<[string, object, readonly string[], readonly string[]]>([
    ["nothing", { ...known, ratio: 3 }, [], []],
    ["a caveat", { ...known, ratio: 30 }, [], ["these caveats are not in the sentence: OUTSIDE_HISTORY"]],
    ["whose losses, who says so and when", { killed: 7 }, [], [nothing]],
    ["none of them with -q", { killed: 7 }, ["-q"], []],
    [
      "when alone",
      { side: "A", killed: { source: "a", figure: 7 } },
      [],
      ["the sentence does not say when it was (@DATE or --as-of)"],
    ],
    [
      "who says so alone",
      { side: "A", asOf: "2022", killed: 7 },
      [],
      ["the sentence does not say who says so (SOURCE=…)"],
    ],
    ["a source that is only dropped", known, ["--max", "66"], ["left out of the sentence to fit --max: the source"]],
    [
      "one number of two without a source",
      { ...known, wounded: 21000 },
      [],
      ["the sentence does not say who says so (SOURCE=…)"],
    ],
    ["many sources", { ...noNames, asOf: "2022" }, [], ["the sentence counts its six sources, but does not name them"]],
    [
      "many sources that are dropped",
      { ...noNames, asOf: "2022" },
      ["--max", "64"],
      ["left out of the sentence to fit --max: the source"],
    ],
    ["who counted in a past war", { ...known, wounded: "us-korea" }, [], [korea]],
    [
      "where a ratio is from",
      { ...known, ratio: borrowed },
      [],
      ["these caveats are not in the sentence: BORROWED_RATIO"],
    ],
    [
      "the verdict on each claim",
      { side: "A", killed: { source: "a", asOf: "2022", figure: "at least 7,000" }, ratio: 3, force: 150000 },
      ["--claim", "over 60%", "--claim", "over 5%", "--claim", "under 5%"],
      [
        "the claim “under 5%” does not hold, so the exit status is 1",
        "the claim “over 60%” may be true, but it does not follow",
        "the claim “over 5%” follows",
      ],
    ],
  ])("%s", async (_, scenario, options, notes) => {
    const { stderr, stdout } = await quoted(scenario, ...options);
    expect(stdout).not.toBe("");
    const lines = stderr.split("\n").filter((line) => line !== "");
    expect(lines.length, stderr).toBe(notes.length);
    for (const [at, note] of notes.entries()) expect(lines[at]).toMatch(`note: ${note}`);
  });

  test("of a comparison", async () => {
    const { stderr } = await run("compare --killed a=7000 --killed b=3000 --quote".split(" "));
    expect(stderr).toBe(
      "note: the sentence does not say who says so (SIDE/SOURCE=…) or when it was (@DATE or --as-of)\n",
    );
  });
});

test.each<[command: string, end: string]>([
  [
    "us-vietnam ussr-afghanistan --quiet",
    "record of past wars. On average, that is 458 to 467 deaths in 30 days, against 129 to 131.",
  ],
  ["us-vietnam ussr-afghanistan --quiet --max 260", "based on loss-calc’s record of past wars."],
  ["us-korea us-vietnam --quiet", "On average, that is 875 to 922 deaths in 30 days, against 458 to 467."],
  [
    "--casualties a=900 --casualties b=300-400 --days 61",
    "over 61 days. On average, that is about 440 casualties in 30 days, against 150 to 200.",
  ],
  ["--casualties a=900 --casualties b=300-400 --days 30", "casualties over 30 days."],
  ["--killed a=0 --killed b=5 --days 90", "five deaths over 90 days."],
])(
  "compare %s --quote ends with the losses in 30 days if both sides have them for longer: %s",
  async (command, end) => {
    const { stdout } = await run(["compare", ...command.split(" "), "--quote"]);
    expect(stdout.trimEnd().endsWith(end), stdout).toBe(true);
  },
);

test.each([
  ["US", "the US"],
  ["US and Europe", "the US and Europe"],
  ["US officials", "US officials"],
  ["UK Ministry of Defence: Wagner", "the UK Ministry of Defence: Wagner"],
  ["Ukrainian General Staff, in an update", "the Ukrainian General Staff, in an update"],
  ["NATO Secretary General", "the NATO Secretary General"],
  ["US ambassador to the OSCE", "the US ambassador to the OSCE"],
  ["Soviet Union", "the Soviet Union"],
  ["The Economist Union", "The Economist Union"],
  ["Russia", "Russia"],
  ["New York Times", "the New York Times"],
  ["army", "the army"],
  ["US official, in the New York Times", "a US official, in the New York Times"],
  ["Israeli officer", "an Israeli officer"],
  ["European diplomat", "a European diplomat"],
])("%s is %s in a sentence", (name, text) => {
  expect(withArticle(name)).toBe(text);
});

describe("no number is more precise than what it rests on", () => {
  test.each<[string, readonly string[], string]>([
    ["a product", ["--killed 13812", "--ratio 2.357"], "about 46,400 people"],
    ["the fewest digits", ["--killed 13812", "--wounded 5,000", "--captured 70"], "about 18,900 people"],
    ["a sum of counts", ["--killed 1,383", "--captured 5"], "1,388 people"],
    ["approximate", ["--killed about 13,812"], "about 13,800 people"],
    ["both ends go to the nearest", ["--killed 13,812-17,891", "--ratio 3"], "55,200 to 71,600 people"],
    [
      "an open high end goes down",
      ["--killed 13,812-17,899 or more", "--ratio 3"],
      "55,200 to 71,500 (or more) people",
    ],
    ["a minimum goes down", ["--killed at least 13,816", "--ratio 3"], "at least 55,200 people"],
    ["a maximum goes up", ["--killed up to 13,812", "--ratio 3"], "up to 55,300 people"],
    [
      "a best value is rounded",
      ["--killed 13,811/15,812/17,891", "--ratio 3"],
      "55,200 to 71,600 people (best 63,200)",
    ],
    ["a pace of a month", ["--casualties 35,000 a month"], "about 1,200 people a day"],
    ["short numbers above a million", ["--killed 900,000-1,250,000"], "900,000 to 1.25 million people"],
    ["long numbers above a million", ["--killed 1,371,000-1,776,000"], "1,371,000 to 1,776,000 people"],
    ["numbers above a billion", ["--killed 1,200,000,000"], "1,200,000,000 people"],
    ["an exact count stays", ["--killed 106,745"], "106,745 people"],
  ])("%s: %j is %s", (_, options, begins) => {
    expect(quote(options).toLowerCase().slice(0, begins.length)).toBe(begins);
  });

  const whole = fc.integer({ min: 0, max: 1e9 });
  const place = fc.option(fc.integer({ min: -3, max: 8 }), { nil: undefined });
  const rangeOf = (a: number, b: number, marks: Partial<Range> = {}): Range => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)].map((number) => Rational.of(number, 7));
    return { low: low!, high: high!, openLow: false, openHigh: false, approximate: false, ...marks };
  };
  const isRound = (value: Rational, place: number) =>
    value
      .times(Rational.of(10 ** 9))
      .over(Rational.of(10 ** (place + 9)))
      .isWhole();
  test("both ends of a range are the nearest numbers with no more digits, and stay in order", () => {
    fc.assert(
      fc.property(whole, whole, place, place, (a, b, low, high) => {
        const range = rangeOf(a, b);
        const rounded = roundedTo(range, { low, high });
        expect(rounded.low.compare(rounded.high)).toBeLessThanOrEqual(0);
        for (const [end, at] of [["low", low] as const, ["high", high] as const]) {
          if (at === undefined || rounded.approximate) continue;
          const off = Math.abs(Number(rounded[end].minus(range[end]).toFixed(9)));
          expect(off).toBeLessThanOrEqual(10 ** at / 2);
          expect(isRound(rounded[end], at - 1)).toBe(true);
        }
      }),
    );
  });

  test("a bound and an open end stay true", () => {
    fc.assert(
      fc.property(whole, whole, place, fc.constantFrom("openLow", "openHigh"), (a, b, at, open) => {
        const isLow = open === "openLow";
        const range = rangeOf(a, b, { [open]: true });
        const rounded = roundedTo(range, { low: at, high: at });
        const [end, sign] = isLow ? (["low", 1] as const) : (["high", -1] as const);
        const isBound = rounded.low.equals(rounded.high);
        const true_ = isBound && isLow ? range.high : isBound ? range.low : range[end];
        expect(Math.sign(rounded[end].compare(true_)) * sign).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test.each<[string, Range, number, string]>([
    ["ends that stay apart", rangeOf(7 * 12_340, 7 * 12_460), 2, "12,300 to 12,500"],
    ["ends that would become equal have one more digit", rangeOf(7 * 12_310, 7 * 12_340), 2, "12,310 to 12,340"],
    ["ends that are nearly equal are one number", rangeOf(7 * 12_311, 7 * 12_312), 2, "about 12,300"],
  ])("%s", (_, range, at, text) => {
    expect(peopleInWords(roundedTo(range, { low: at, high: at }), people)).toBe(text);
  });
});

describe("--max", () => {
  const scenario = { side: "Russia", killed: SEED, ratio: 3, force: { label: "border", figure: 150000 } };
  const who = "based on deaths claimed by Ukraine and estimated by the US and Europe";
  const highest = "based on deaths claimed by Ukraine";
  const when = "as of 16 March 2022";
  const whom = "killed or otherwise out of action";
  const range = `had lost 24,000 (or fewer) to 55,200 people ${when}, ${whom}`;
  test.each<[number, string, string]>([
    [320, `Russia ${range}, 16% (or less) to 37% of a force of 150,000 (border), ${THREE}, ${who}.`, ""],
    [311, `Russia ${range}, 16% (or less) to 37% of a force of 150,000, ${THREE}, ${who}.`, "the source of the force"],
    [280, `Russia ${range}, ${THREE}, ${who}.`, "the share of the force"],
    [
      240,
      `Russia had lost up to 55,200 people ${when}, ${whom}, ${THREE}, ${highest}.`,
      "the share of the force, the range",
    ],
    [200, `By one calculation, Russia ${range}, ${who}.`, "the share of the force, the assumption"],
    [
      174,
      `By one calculation, Russia had lost up to 55,200 people ${when}, ${whom}, ${highest}.`,
      "the share of the force, the range, the assumption",
    ],
    [130, `By one calculation, Russia ${range}.`, "the share of the force, the assumption, the source"],
    [
      111,
      `By one calculation, Russia had lost up to 55,200 people ${when}, ${whom}.`,
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
    [
      "what else follows",
      ["--casualties 4000", "--days 90"],
      75,
      "4,000 people were killed or otherwise put out of action over 90 days.",
    ],
    [
      "the assumption, and has its shares again",
      ["--killed a=7000", "--ratio 3", "--force 150000", "--days 90"],
      160,
      `By one calculation, 28,000 people were killed or otherwise put out of action over 90 days, about 19% of a force of 150,000, based on deaths reported by a.`,
    ],
    ["a closed range", ["--killed 600000-138000000"], 40, "At least 600,000 people were killed."],
    ["no range for one letter", ["--killed a=6000-13800"], 49, "Reportedly, 6,000 to 13,800 people were killed."],
    ["a range with a best value", ["--killed 6000/8000/13800"], 40, "At least 6,000 people were killed."],
    [
      "a range open at both ends",
      ["--killed a=up to 6000", "--killed b=at least 9000"],
      70,
      "Reportedly, 6,000 (or fewer) to 9,000 (or more) people were killed.",
    ],
    ["a single number", ["--killed a=7000"], 40, "Reportedly, 7,000 people were killed."],
    [
      "the number killed and its source",
      ["--casualties a=28000", "--killed b=7000"],
      85,
      `28,000 ${ALL}, as reported by a.`,
    ],
    ["a source", ["--casualties Pentagon=28000", "--killed b=7000"], 75, `Reportedly, 28,000 ${ALL}.`],
    [
      "no period",
      ["--casualties a=28000", "--start 2024-05-01", "--end 2024-05-31"],
      93,
      "Reportedly, 28,000 people were killed or otherwise put out of action from 1 to 31 May 2024.",
    ],
    [
      "no part",
      ["--killed A=1000", "--of fighters=20%", "--ratio 3", "--side Hamas"],
      90,
      "By one calculation, Hamas lost 800 fighters, killed or otherwise out of action.",
    ],
    [
      "no kind that is left out",
      ["--killed a=7000", "--killed b=7 confirmed dead", "--without confirmed"],
      76,
      "Reportedly, 7,000 people were killed, leaving out lists of confirmed deaths.",
    ],
    ["no condition of what it does not print", ["--casualties 28000", "--died 25%"], 70, `28,000 ${ALL}.`],
  ])("drops %s", (_, options, most, text) => {
    const found = quote(options, Math.max(most, lengthOf(text)));
    expect(found).toBe(text);
  });

  test("a bound has no sources but those of its end", () => {
    const options = ["--killed Ukraine=13,800", "--killed West=up to 6,000", "--ratio 3", "--force 150000"];
    for (let most = 70; most < 300; most += 1) {
      const text = quote(options, Math.max(most, 85));
      expect(text.includes("West"), text).toBe(text.includes("24,000") && text.includes("Ukraine"));
    }
  });

  test("nothing is cut: if the shortest form does not fit, the message says how long it is", async () => {
    const { status, stdout, stderr } = await quoted(scenario, "--max", "105");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("the shortest form of the sentence has 111 characters, and --max allows 105");
    expect(stderr).toContain("--max 111");
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

  test("any whole number is a number of characters", async () => {
    expect((await quoted({ killed: 7 }, "--max", "9999999999")).stdout).toBe("Seven people were killed.\n");
  });

  test("characters are counted as readers see them, and as they are printed", async () => {
    expect(lengthOf("e\u0301 👩‍👩‍👧 é")).toBe(5);
    const name = { side: "Côte d’Ivoire", killed: 7 };
    expect((await quoted(name, "--max", "39")).stdout).toBe("Côte d’Ivoire lost seven people killed.\n");
    expect((await quoted({ side: "→", killed: 7 }, "--ascii", "--max", "27")).stderr).toContain("28 characters");
    expect((await quoted({ side: "→", killed: 7 }, "--ascii", "--max", "28")).stdout).toBe(
      "-> lost seven people killed.\n",
    );
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
  const who = "based on figures reported by CSIS";
  const times = "Russia had 2 to 3.3 times as many deaths and 2 to 2.4 times as many casualties as Ukraine";
  const together = "and together they had 375,000 to 465,000 deaths and 1.7 million to 1.8 million casualties";
  const both =
    "if for the army three others were wounded, captured, missing or deserted for each person killed, for the militia two others were wounded, captured, missing or deserted for each person killed, and the parts count different people";
  test.each<[string, string]>([
    [csis, `${times}, ${together} as of January 2026, ${who}.`],
    [`${csis} --max 180`, `${times} as of January 2026, ${who}.`],
    [
      `${csis} --max 115`,
      "Russia had 2 to 3.3 times as many deaths as Ukraine as of January 2026, based on deaths reported by CSIS.",
    ],
    [`${csis} --max 90`, "Reportedly, Russia had 2 to 3.3 times as many deaths as Ukraine as of January 2026."],
    [
      "compare --killed a@2025=172000 --killed a@2026=275000-325000",
      "From 2025 to 2026, the figure for a’s deaths rose by 103,000 to 153,000 (59.9% to 89%).",
    ],
    [
      "compare --killed a@2025=1720 --killed a@2026=2750-3250 --ratio 3 --max 170",
      "From 2025 to 2026, the figure for a’s deaths rose by 1,030 to 1,530.",
    ],
    [
      "compare --killed US@2025=>=300 --killed US@2026=500",
      "From 2025 to 2026, the figure for the US’s deaths may have risen by up to 200 (67%), or fallen.",
    ],
    [
      "compare --killed a@2025=<=500 --killed a@2026=300",
      "From 2025 to 2026, the figure for a’s deaths may have fallen by up to 200 (40%), or risen.",
    ],
    ["compare --killed a=7 --killed b=7", "A had as many deaths as b, and together they had 14 deaths."],
    ["compare --killed a=0 --killed b=5", "A had no deaths, and b had five, and together they had five deaths."],
    [
      "compare --killed a@2025=500 --killed a@2026=500-600",
      "From 2025 to 2026, the figure for a’s deaths rose by up to 100 (up to 20%).",
    ],
    [
      "compare --killed a=<=50 --killed b=<=70",
      "A had up to 50 deaths, and b had up to 70, and together they had up to 120 deaths.",
    ],
    ["compare --killed a=<=5 --killed b=5 --max 40", "A had at most as many deaths as b."],
    ["compare --killed a=>=5 --killed b=5 --max 40", "A had at least as many deaths as b."],
    ["compare --killed a=~5 --killed b=5 --max 40", "A had about as many deaths as b."],
    ["compare --killed a=10 --killed b=0", "A had 10 deaths, and b had none, and together they had 10 deaths."],
    [
      "compare us-korea us-vietnam --quiet",
      "The United States (Korean War, 1950-1953) had 1.87 to 2.01 times as many deaths a day and",
    ],
    [
      "compare --killed Russia=7000 --ratio 3 ussr-afghanistan",
      "Russia had about 0.53 times as many deaths and about 0.57 times as many casualties as the Soviet Union (Soviet-Afghan War, 1979-1988), if for Russia three others were wounded, captured, missing or deserted for each person killed, based on loss-calc’s record of past wars.",
    ],
    [
      "compare --killed a=7000 --killed b=5000 --as-of 2022-03-16",
      "A had 1.4 times as many deaths as b, and together they had 12,000 deaths as of 16 March 2022.",
    ],
    [
      "compare --killed a@2022-03-16=7000 --killed b@2022-03-20=5000 --max 95",
      "A (as of 16 March 2022) had 1.4 times as many deaths as b (as of 20 March 2022).",
    ],
    [
      "compare --killed a/P=600000 --killed a/Q=138000000 --killed b/R=7 --killed b/S=5 --max 88",
      "A had at least 85,000 times as many deaths as b, based on deaths reported by P and by R.",
    ],
    [
      "total --killed a/P=600000 --killed a/Q=138000000 --killed b/R=700 --killed b/S=500 --max 137",
      "A and b together have at least 600,000 killed, if the parts count different people, based on deaths reported by P and by S.",
    ],
    ["compare --killed a=>=7000 --killed b=<=6000", "A had at least 1.1 times as many deaths as b."],
    [
      "total --killed army=13,800 --killed militia=<=6,000 --ratio 3 --force 150000 --max 140",
      "By one calculation, the army and the militia together have 55,200 to 79,200 out of action, 13,800 to 19,800 of them killed.",
    ],
    [
      "total --killed army=13,800 --killed militia=<=6,000 --force 40000",
      "The army and the militia together have 13,800 to 19,800 killed: 35% to 50% of a force of 40,000, if the parts count different people.",
    ],
    [
      "total --killed a=7000 --killed b=5000 --as-of 2022-03-16",
      "A and b together have 12,000 killed as of 16 March 2022, if the parts count different people.",
    ],
    [
      "compare --killed a@2025-01-05=17 --killed a@2026-02=27",
      "From 5 January 2025 to February 2026, the figure for a’s deaths rose by 10",
    ],
    [
      "compare --killed a/L=275000 --killed b=100000 --kind L=confirmed",
      "A had at least 2.7 times as many deaths as b, and together they had at least 375,000 deaths, based on deaths confirmed one by one by L.",
    ],
    [
      ratios,
      `The army and the militia together have 73,200 to 78,000 out of action, 19,800 to 21,000 of them killed: 49% to 52% of a force of 150,000 as of March 2022 for the militia, ${both}, based on deaths reported by Ukraine.`,
    ],
    [
      `${ratios} --max 200`,
      "By one calculation, the army and the militia together have 73,200 to 78,000 out of action, 19,800 to 21,000 of them killed as of March 2022 for the militia, based on deaths reported by Ukraine.",
    ],
    [
      `${ratios} --max 160`,
      "By one calculation, the army and the militia together have 73,200 to 78,000 out of action, 19,800 to 21,000 of them killed as of March 2022 for the militia.",
    ],
    [
      "total --casualties a=1234560 --casualties b=1007",
      "A and b together have about 1,235,570 out of action, if the parts count different people.",
    ],
    [
      "compare --casualties a=1234560 --casualties b=1007",
      "A had about 1,230 times as many casualties as b, and together they had about 1,235,570 casualties.",
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
