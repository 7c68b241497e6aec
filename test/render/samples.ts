import type { CaveatArgs, CaveatCode } from "../../src/core/caveats/caveat.ts";
import type { ExpectedKind, ProblemArgs, ProblemCode } from "../../src/core/errors.ts";
import type { Unit } from "../../src/core/range.ts";

/*
 * A sample of every message of the program, one for each way in which its wording differs. A code without a sample does
 * not compile. The sentences are in test/golden/wording.txt.
 */

const KINDS: readonly ExpectedKind[] = [
  ...(["figure", "ratio", "loss", "share", "died", "claim", "tolerance", "rate", "pace", "days", "amount"] as const),
  ...(["target", "result", "date", "name", "note", "url", "conclusion", "one conclusion"] as const),
];
const UNITS: readonly Unit[] = [
  ...(["people", "perKilled", "share", "days", "perDay", "perThousand", "amount", "perUnit"] as const),
];
/** "us-korea 3.06". */
const pastRatio = (text: string) => {
  const [name = "", ratio = ""] = text.split(" ");
  return { name, title: name, ratio };
};
const killed = { input: "killed", text: "up to 6,000" } as const;
const sourced = { ...killed, source: "US and Europe" } as const;
const force = { input: "force", source: "the force", text: "150,000+" } as const;

export const CAVEAT_SAMPLES: { readonly [Code in CaveatCode]: readonly CaveatArgs[Code][] } = {
  TWO_LISTS: [{}, { names: "5,400" }],
  KILLED_ALONE: [{}],
  OPEN_LOW: [
    { ...killed, of: "outOfAction" },
    { ...sourced, of: "killed" },
    { ...force, of: "share" },
    { ...force, source: "border", of: "share" },
    ...(["others", "notBrokenDown", "net", "force", "perDay", "perUnit"] as const).map((of) => ({ ...sourced, of })),
    { input: "recruits", text: "up to 500", of: "balance" },
    { input: "recruits", text: "up to 500", of: "recruits" },
    { input: "until", text: "up to 700", of: "daysToGo" },
    { input: "per", text: "up to 7 km2", of: "lossesByThen" },
    { input: "of", text: "up to 20%", of: "killed" },
    { input: "list", source: "BBC", text: "up to 1,500", of: "killed" },
    { input: "both", text: "at least 900", of: "killed" },
    { input: "died", text: "up to 20%", of: "killed" },
    { input: "returned", text: "at least 20%", of: "net" },
  ],
  OPEN_HIGH: [{ ...killed, text: "at least 7,000", of: "outOfAction" }],
  VAGUE_FLOOR: [
    { input: "killed", text: "dozens", floor: 12 },
    { input: "wounded", source: "AP", text: "tens of thousands", floor: 10_000 },
    { ...force, text: "thousands", floor: 1000 },
  ],
  TEXT_DROPPED: [
    { input: "killed", text: "3,843 [1]", dropped: "[1]" },
    { ...force, text: "450,000 (a) [b]", dropped: "(a) [b]" },
  ],
  CONFIRMED_IS_A_FLOOR: [{ text: "106,745" }, { source: "Mediazona", text: "106,745" }],
  COUNTS_ALL_SIDES: [{}],
  RATIO_COVERS: [{ name: "us-korea", covers: ["wounded", "captured"], lacks: ["missing", "deserted"] }],
  NOT_COMPARABLE: [{ name: "ukraine-2022-24", because: "its wounded are an estimate" }],
  HISTORY_INTERVAL: [
    {
      name: "history",
      wars: 23,
      definitions: [
        { definition: "battle-deaths", rows: 14 },
        { definition: "killed-in-action", rows: 9 },
      ],
      outside: [pastRatio("sino-indian-war 1.33"), pastRatio("iraq-war 9.18")],
    },
    {
      name: "history:war",
      wars: 7,
      definitions: [{ definition: "hostile-deaths", rows: 7 }],
      outside: [pastRatio("a 1")],
    },
    { name: "history:war", wars: 7, definitions: [{ definition: "reported-killed", rows: 7 }], outside: [] },
  ],
  KILLED_OUTRIGHT: [{ name: "japan-1904" }],
  FEW_WARS: [{ name: "history:war", wars: 7 }],
  OUTSIDE_HISTORY: [
    { of: "wounded", text: "0.5", where: "below", nearest: [pastRatio("india-1962 0.76"), pastRatio("uk-wwii 1.05")] },
    { of: "ratio", text: "12", where: "above", nearest: [pastRatio("a 1")] },
    { of: "died", text: "50%", where: "from below", nearest: [pastRatio("a 1")] },
    { of: "wounded", text: "0.5", implied: true, where: "to above", nearest: [pastRatio("a 1")] },
    { of: "ratio", text: "12", implied: true, where: "on both sides", nearest: [pastRatio("a 1")] },
    { of: "died", text: "50.0%", implied: true, where: "below", nearest: [pastRatio("a 1")] },
    { of: "wounded", text: "0.74", implied: true, source: "Moscow", where: "below", nearest: [pastRatio("a 1")] },
  ],
  ENDS_CROSS: [{}],
  IMPOSSIBLE_END: [{}, { isOfParts: true }, { isOfLists: true }],
  BORROWED_RATIO: [{ text: "223,000 casualties : 43,000 killed" }],
  PAIR_OF_TWO: [
    { killed: "UK", casualties: "US@2024" },
    { killed: "", casualties: "" },
    { killed: "NYT", casualties: "Kyiv", of: "wounded" },
  ],
  STATEMENTS_DISAGREE: [
    ...(
      ["killed", "casualties", "ratio", "died", "wounded", "captured", "missing", "deserted", "force", "share"] as const
    ).map((input) => ({
      ...{ input, of: "out of action", calculated: "55,200", used: "50,000", percent: "9.4%", isLess: true },
    })),
    { input: "ratio", of: "others", calculated: "900", used: "1,000", percent: "11.1%", isLess: false },
  ],
  TOTAL_RAISED: [{ text: "at least 5,000" }],
  RETURNED_OF_ALL: [{}],
  SHORT_PERIOD: [{ days: 1 }, { days: 7 }, { days: 12.5 }],
  MONTHS_AND_YEARS: [{}],
  NO_FORECAST: [{}, { isGross: true }],
  PACE_OF_TOTALS: [{ of: "casualties", perDay: "1,190" }],
  REVISED: [{}],
  MAY_NEVER: [{}],
  NEVER: [{}],
  ALREADY_REACHED: [{}],
  COVERAGE_CLOSES_FLOOR: [{ text: "106,745+" }, { source: "Mediazona", text: "106,745+" }],
  SOURCES_DISAGREE: [
    { low: "US", high: "Ukraine", compatible: false },
    { low: "US", high: "Ukraine", compatible: true },
    { low: "US", high: "Ukraine", compatible: false, of: ["killed", "wounded"] },
  ],
  DATES_APART: [
    { earlier: "a@2022-01", later: "b@2022-05", days: 89 },
    { earlier: "a@2022-01", later: "b@2022-05", days: 89, isOfLists: true },
  ],
  COVERS_DIFFER: [
    { name: "a", other: "b", lacks: ["captured", "missing"] },
    { name: "a", other: "b", lacks: ["captured", "missing"], isUncertain: true },
  ],
  COMPARED_ENDS_CROSS: [
    { name: "a", other: "b", quantity: "killed", low: 2.321, high: 2.75 },
    { name: "a (2026)", other: "a (2025)", quantity: "out of action", low: 75000, high: 75000, isChange: true },
    { name: "a", other: "b", quantity: "killed", low: 10_000, high: 13_333.333 },
    { name: "a", other: "b", quantity: "killed", low: 0.00001, high: 0.00002 },
  ],
  KINDS_DIFFER: [{ confirmed: "a", other: "b" }],
  CLAIM_OF_SIDE: [
    { isOwn: false },
    { name: "Russia", source: "Ukraine", isOwn: false },
    { name: "Ukraine", source: "Ukraine", isOwn: true },
    { source: "Ukraine", isOwn: false },
  ],
  BODIES: [{}],
  LEFT_OUT: [
    { kind: "claim", reports: [{ input: "killed", source: "Ukraine", text: "13,800" }] },
    { kind: "estimate", reports: [{ input: "killed", text: "7,000" }] },
    {
      kind: "confirmed",
      reports: [
        { input: "list", source: "BBC", text: "1,500" },
        { input: "wounded", source: "BBC", text: "2x" },
      ],
    },
  ],
  PARTS_LACK: [
    { quantity: "wounded", names: ["militia"] },
    { quantity: "out of action", names: ["a", "b"] },
  ],
  PERIODS_DIFFER: [{}, { areKnown: true }],
  FORCES_NOT_ADDED: [{}],
  TOTAL_DIFFERS: [{ of: "killed", stated: "1,500", sum: "1,200", percent: "25.0" }],
  TOTAL_BELOW_PARTS: [{ of: "out of action", stated: "1,150 to 1,300", sum: "1,200 to 1,400" }],
  PAST_DEFINITION: [
    { name: "us-korea", killedMeans: "hostile deaths", woundedMeans: "admissions" },
    { name: "a", woundedMeans: "all" },
  ],
  COUNT_LIKE_MULTIPLIER: [
    { category: "wounded", text: "3" },
    { category: "missing", text: "three" },
  ],
  CAPTURED_BY_MULTIPLIER: [{ text: "1x" }],
  WOUNDED_AND_CAPTURED: [{}],
  COUNTED_TWICE: [{ name: "us-wwii", who: "14,072 people are among the killed and among the captured" }],
  PARTS_DO_NOT_ADD_UP: [{}],
  MAY_EXCEED_FORCE: [{ force: "the force" }, { force: "border" }],
  EXCEEDS_FORCE: [{ force: "the force" }],
};

const readings = { first: "13.8", second: "13,800" };
const found = "x";
const many = Array.from({ length: 18 }, (_, index) => `c${index}`);

export const PROBLEM_SAMPLES: { readonly [Code in ProblemCode]: readonly ProblemArgs[Code][] } = {
  "E-EMPTY": [...KINDS.map((expected) => ({ expected })), { usage: "--killed FIGURE" }, { usage: undefined }],
  "E-TOO-LONG": [{ expected: "figure", length: 201, limit: 200 }],
  "E-CHARACTER": [
    { character: "к", name: "U+043A CYRILLIC SMALL LETTER KA", instead: "k" },
    { character: "\u200b", name: "U+200B ZERO WIDTH SPACE" },
  ],
  "E-NOT-A-NUMBER": [
    ...KINDS.map((expected) => ({
      expected,
      found: "tree",
      ...(expected === "pace" ? { isStream: true as const } : {}),
    })),
    ...[",", "(", "["].map((sign) => ({ expected: "figure" as const, found: sign })),
  ],
  "E-NEGATIVE": [{ expected: "figure" }],
  "E-FRACTION": [{ value: "7.5" }],
  "E-TOO-LARGE": [{ limit: "9,007,199,254,740,991" }],
  "E-GROUPING": [{ found: "1,23" }, { found: "6,000,13,800", figures: ["6,000", "13,800"] }],
  "E-DOT": [readings],
  "E-SLASH": [{ found: "6/8" }, { found: "16/3/22", date: true }],
  "E-THOUSANDS": [{ first: "12,000 to 14,000", second: "12 to 14,000" }],
  "E-RATIO-FORM": [{}, { because: "fewer than killed" }, { because: "nobody killed" }],
  "E-RATIO-OR-RANGE": [{ first: "3:1", second: "1-3" }],
  "E-RANGE-REVERSED": [{ low: "6", high: "8" }],
  "E-BOUNDS": [{ first: "at least 8", second: "at most 6" }],
  "E-BOUND-BEFORE-RANGE": [{ bound: "at least" }],
  "E-BEST-OUTSIDE": [{ best: "9" }],
  "E-SPREAD": [{ because: "below zero" }, { because: "share" }, { because: "tolerance" }],
  "E-VAGUE": [{ found: "several" }],
  "E-MIXED-FORMS": [{}, { because: "units" }],
  "E-UNIT": [
    { found: "25%", expected: "figure", is: "share" },
    { found: "half a percent", expected: "figure", is: "share" },
    { found: "70", expected: "amount", is: "bare" },
    { found: "25% of the force", expected: "ratio", is: "force", counted: "wounded" },
    { found: "57 killed a day", expected: "figure", is: "day" },
    { found: "0.7% of the force a day", expected: "share", is: "force and day" },
    { found: "9 km2", expected: "figure" },
  ],
  "E-CATEGORY": [
    { found: "wounded", number: "7", counted: "wounded", expected: "killed" },
    ...(["killed", "casualties", "force", "captured", "missing", "deserted"] as const).map((counted) => ({
      ...{ found: "men", number: "7", counted },
    })),
    { found: "killed and wounded", number: "7", counted: "killed", several: "with killed" },
    {
      found: "captured or missing",
      number: "7",
      counted: "captured",
      expected: "missing",
      several: "captured or missing",
    },
    { found: "wounded and missing", number: "7", counted: "wounded", several: "without killed" },
    { found: "killed", number: "7,000", counted: "killed", expected: "casualties", isClaim: true },
  ],
  "E-SHARE": [{ found: "101%" }],
  "E-TOLERANCE": UNITS.map((unit) => ({ unit })),
  "E-DATE": [
    { found: "yesterday", because: "form" },
    { found: "16/03/22", because: "year" },
    { found: "2022-02-30", because: "calendar" },
  ],
  "E-DATE-AMBIGUOUS": [{ first: "2022-04-03", second: "2022-03-04" }],
  "E-NAME-EMPTY": [{}, { of: "unnamed" }, { of: "dated" }],
  "E-NOTHING": [{ isPiped: true }],
  "E-MISSING": [
    { given: ["wounded", "share"], add: ["killed", "wounded", "ratio", "days"] },
    { given: ["share"], add: ["casualties", "ratio", "died"] },
  ],
  "E-NEEDS": [
    { input: "coverage", needs: ["killed"] },
    { input: "of", needs: ["killed"] },
    { input: "start", needs: ["end", "days", "asOf"] },
    { input: "end", needs: ["start", "days"] },
    { input: "recruits", needs: ["days", "start"] },
    { input: "pace", needs: ["until"] },
    { input: "until", needs: ["force"] },
    { input: "until", needs: ["per"] },
    { input: "until", needs: ["per"], left: { text: "4,000 left", lost: "7000" } },
    { input: "until", needs: ["pace", "days", "start"] },
  ],
  "E-PERIOD-NEEDED": [{ pace: "killed" }, { pace: "killed", count: "wounded" }],
  "E-PERIOD-REVERSED": [{ start: "2022-03", end: "2022-02-24" }],
  "E-PERIOD-DAYS": [
    { stated: "90", counted: 91 },
    { stated: "3 months", counted: 1 },
  ],
  "E-PAIR-AND-CATEGORY": [{ name: "captured or missing", other: "missing" }],
  "E-RATIO-AND-CATEGORY": [{ categories: ["wounded", "missing"], covers: ["wounded", "captured", "missing"] }],
  "E-RATIO-OF-CATEGORIES": [{ name: "us-korea", categories: ["wounded", "missing"] }],
  "E-RETURNED": [{ because: "casualties" }, { because: "nobody wounded" }],
  "E-CASUALTIES-LACK": [{ casualties: "14,000 killed and wounded", lacks: ["missing"] }],
  "E-PART-OF-KILLED": [{ label: "fighters", given: "casualties" }],
  "E-FORMS-DIFFER": [{ of: "killed", first: "9", second: "5 a day" }],
  "E-KILLED-ABOVE": [{ killed: "9,000", casualties: "7,000" }],
  "E-PARTS-ABOVE": [
    { parts: ["wounded", "captured"], sum: "9,000", total: "8,000", of: "others" },
    { parts: ["wounded"], sum: "9,000", total: "8,000", of: "casualties" },
  ],
  "E-STATEMENTS-CLASH": [
    { input: "died", of: "killed", calculated: "2,800", used: "7,000" },
    { input: "wounded", of: "wounded", calculated: "90", used: "91" },
  ],
  "E-ZERO": [{ input: "ratio" }, { input: "died", isWhole: true }],
  "E-CLAIM": [
    { because: "no force" },
    { because: "no ratio" },
    { because: "no days" },
    { because: "several forces" },
    { because: "pace" },
    { because: "saved" },
  ],
  "E-SHARE-FORCE": [
    { input: "share", because: "several", labels: [] },
    { input: "share", because: "unknown", labels: ["a", "b"] },
    { input: "until", because: "several", labels: ["a", "b"] },
  ],
  "E-UNITS-DIFFER": [{ of: "until", first: "villages", second: "km2" }],
  "E-CHANGE": (["sources", "dates", "one day", "periods", "one"] as const).map((because) => ({
    ...{ of: "casualties" as const, because },
  })),
  "E-COVERAGE-SOURCE": [{ sources: ["a", "b"] }, { sources: many }],
  "E-COVERAGE-CEILING": [{ figure: "up to 7" }, { figure: "up to 7", source: "AP" }],
  "E-COVERAGE-ZERO": [{}],
  "E-LISTS-LACK": [
    ...[{ lacks: "list" as const }, { lacks: "lists" as const }, { lacks: "both" as const }],
    ...[
      { lacks: "list" as const, leftOut: "claim" as const },
      { lacks: "lists" as const, leftOut: "confirmed" as const },
    ],
  ],
  "E-LISTS-MANY": [{ count: 3 }],
  "E-LISTS-WITH": (["killed", "casualties", "coverage", "of", "combine"] as const).map((given) => ({ given })),
  "E-WITHOUT": [
    { because: "none", kind: "claim", kinds: [], sources: [] },
    { because: "none", kind: "claim", kinds: [], sources: ["US and Europe"] },
    { because: "none", kind: "claim", kinds: ["estimate", "confirmed"], sources: ["Ukraine"] },
    { because: "all", kinds: ["claim"] },
    { because: "all", kinds: ["estimate", "confirmed"] },
    { because: "named", kind: "claim", input: "combine", name: "Ukraine" },
  ],
  "E-KIND": [{ found: "Ukraine" }, { found: "Ukraine", of: "wounded" }],
  "E-BOTH": [
    { because: "nobody" },
    { because: "above", both: "1,300", list: "1,200" },
    { because: "above", both: "1,300", list: "1,200", source: "BBC" },
  ],
  "E-SOURCE-UNKNOWN": [
    { name: "Ukrane", sources: ["Ukraine"], suggestion: "Ukraine" },
    { name: "c", sources: ["a", "b"] },
  ],
  "E-SOURCE-TWICE": [{ name: "a", sources: ["a (1)", "a (2)"] }],
  "E-OVERLAP-EMPTY": [{ first: "a (7)", second: "b (8)" }],
  "E-FORCE-ZERO": [{}, { label: "border" }],
  "E-OPTION-UNKNOWN": [
    { option: "--kiled", command: "estimate", suggestions: ["--killed"] },
    { option: `--${"x".repeat(70)}`, command: "batch", suggestions: [] },
    { option: "--map", command: "check", suggestions: ["--a", "--b"] },
    { option: "--save", command: "compare", suggestions: [], others: ["estimate"] },
  ],
  "E-PARTS-OF-KILLED": [{ options: ["--army", "--wagner"] }],
  "E-UNQUOTED": [{}],
  "E-BARE": [
    { because: "names", words: "killed 7000" },
    { because: "numbers", words: "7000" },
  ],
  "E-COMMAND-UNKNOWN": [
    { word: "estimat", commands: ["estimate", "check"], suggestion: "estimate" },
    { word: "x", commands: ["estimate", "check"] },
  ],
  "E-COMMAND-PLACE": [{ command: "batch" }],
  "E-ARGUMENT": [
    { argument: "x", command: "estimate" },
    { argument: "x", command: "schema" },
  ],
  "E-VALUE-MISSING": [
    { option: "--killed", value: "<FIGURE>" },
    { option: "--force", value: "<FIGURE>" },
  ],
  "E-VALUE-UNWANTED": [{ option: "--json", value: "1" }],
  "E-REPEATED": [
    { option: "--ratio", times: 2 },
    { option: "--ratio", times: 3 },
  ],
  "E-CHOICE": [
    { value: "cvs", choices: ["csv", "tsv"], suggestion: "csv" },
    { value: "x", choices: ["csv", "tsv"], listedBy: "loss-calc explain" },
  ],
  "E-SIDE": [
    { sides: ["a", "b"] },
    { sides: [] },
    { label: "Rusia", sides: ["Russia", "Ukraine"], suggestion: "Russia" },
    { label: "x", sides: ["a"] },
  ],
  "E-SUBJECT": [
    { name: "us-corea", suggestions: ["us-korea"] },
    { name: "x", suggestions: [] },
    { name: "house-rule", suggestions: [], isRatio: true },
  ],
  "E-TOTAL": [
    { because: "none", names: [] },
    { because: "overlap", names: ["a", "b"] },
    { because: "above", names: ["killed", "1,200", "1,000"] },
    { because: "no sum", names: ["5 a day"] },
  ],
  "E-BATTLES": (
    ["nothing", "no force", "killed alone", "several forces", "below zero", "above the force"] as const
  ).map((because) => ({ because })),
  "E-BATTLES-FEW": [
    {
      sides: 0,
      fewest: 10,
      years: { from: 1600, to: 1982 },
      selection: { era: { from: 2000 }, strength: {}, days: {} },
    },
    {
      sides: 1,
      fewest: 10,
      years: { from: 1600, to: 1982 },
      selection: { era: { to: 1659 }, strength: { max: 999 }, days: { max: 1 } },
    },
    {
      ...{ sides: 7, fewest: 10, years: { from: 1600, to: 1982 } },
      selection: { era: { from: 1914, to: 1918 }, strength: { min: 1000, max: 9999 }, days: { min: 2, max: 6 } },
    },
    {
      sides: 7,
      fewest: 10,
      years: { from: 1600, to: 1982 },
      selection: { era: { from: 1916, to: 1916 }, strength: { min: 50_000 }, days: { min: 7 } },
    },
  ],
  "E-LIMIT": [
    { because: "range", found },
    { because: "reversed", options: ["--min-force 7", "--max-force 3"] },
  ],
  "E-COMPARE": [
    { because: "one", names: [] },
    { because: "one", names: ["a"] },
    { because: "one", names: ["a"], dated: ["a@2024-01/BBC=5000", "a@2024-03/BBC=about 9000"] },
    { because: "no days", names: ["us-wwi", "a"] },
    { because: "nothing shared", names: ["a", "b"] },
    { because: "part", names: ["a", "fighters"] },
  ],
  "E-OPTIONS-CLASH": (
    [
      ...(["format", "digits", "no place", "no file", "one file", "stream", "no result", "formats"] as const),
      ...([
        "no series",
        "no group",
        "counted",
        "one stream",
        "alone",
        "keys",
        "disjoint",
        "no names",
        "no rows",
      ] as const),
      ...(["many forces", "quoted", "no quote", "cited", "no cite"] as const),
    ] as const
  ).map((why) => ({ options: ["--a", "--b"], why })),
  "E-MAX": [{ found }],
  "E-QUOTE-LONG": [{ most: 40, needed: 61 }],
  "E-OPERAND-MISSING": [{ command: "check", operand: "FILE", example: 'loss-calc check "a/**/*.json"' }],
  "E-PATH-UNKNOWN": [
    { path: "kiled", paths: ["killed", "net"], suggestion: "killed" },
    { path: "killed.best", paths: ["killed"], because: "no best" },
    { path: "share", paths: ["killed"], because: "no force" },
    { path: "share", paths: ["killed"], because: "many forces" },
    { path: "caveats[0].code", paths: ["killed"], short: { list: "caveats", count: 0 } },
    { path: "caveats[1].code", paths: ["killed"], short: { list: "caveats", count: 1 } },
    { path: "forces[2].share", paths: ["killed"], short: { list: "forces", count: 2 } },
  ],
  "E-PATH-RANGE": [{ path: "killed" }],
  "E-PATH-NO-NUMBER": [{ path: "caveats" }],
  "E-JSON": [
    ...(
      [
        ...(["empty", "end", "grouped", "more", "comma", "separator", "colon", "key", "quote", "comment"] as const),
        ...(["number", "string", "escape", "control", "other"] as const),
      ] as const
    ).map((because) => ({ found, because })),
    { found: "", because: "end" },
  ],
  "E-JSON-DEEP": [{ limit: 32 }],
  "E-KEY-TWICE": [{ key: "killed" }, { key: "killed", isInRow: true }],
  "E-KEY-UNKNOWN": [
    { key: "kiled", known: ["killed", "force"], suggestion: "killed" },
    { key: "__proto__", known: [] },
  ],
  "E-KEY-MISSING": [{ key: "id" }],
  "E-TYPE": [
    { found: "string", expected: ["number", "object"] },
    { found: "array", expected: ["boolean", "null"] },
  ],
  "E-LIST-EMPTY": [{}],
  "E-URL": [{ found }],
  "E-SCENARIO-MANY": [
    ...(["several", "folder", "pattern", "table"] as const).map((because) => ({ because, file: "a" })),
    ...(["folder", "table"] as const).map((because) => ({ because, file: "a", isOneOfSeveral: true as const })),
  ],
  "E-SCENARIO-OTHER": (["ratios", "result", "other"] as const).map((kind) => ({ kind })),
  "E-SCENARIO-NUMBER": [
    { file: "a.json", count: 1 },
    { file: "a.json", count: 2, number: 3 },
  ],
  "E-DIMENSIONS": [{ found: "wide" }],
  "E-PICTURE-MANY": [
    { of: "bars", found: 1000, limit: 60 },
    { of: "bars", found: 1003, limit: 100, parts: 1000 },
    { of: "lines", found: 30, limit: 6 },
    { of: "days", found: 20_000, limit: 4000 },
  ],
  "E-PICTURE-NOTHING": [{ because: "no counts" }, { because: "no rows" }],
  "E-PICTURE-SMALL": [{ width: 600, height: 100, needed: 320 }],
  "E-TABLE-TALL": [{ limit: 10_000 }],
  "E-TABLE-BINARY": [{}],
  "E-TABLE-CONTAINER": [{ found: "a PDF" }],
  "E-WORKBOOK": [
    { because: "damaged", reason: "invalid zip data" },
    { because: "large", limitMiB: 32 },
    { because: "far", cell: "XFD1048576" },
  ],
  "E-SHEET-UNKNOWN": [
    { found, sheets: [] },
    { found, sheets: ["Losses", "Notes"] },
    { found: "Loses", sheets: ["Losses"], suggestion: "Losses" },
  ],
  "E-ENCODING": [{ found }],
  "E-NOT-ENCODED": [{ encoding: "utf-16le" }],
  "E-TABLE-EMPTY": [{}],
  "E-TABLE-FORMAT": [{}],
  "E-SEPARATOR": [{ found: "ab" }],
  "E-SKIP": [{ found }],
  "E-TABLE-RETURNS": [{}],
  "E-HEADER-DIFFERS": [{}],
  "E-MAP": [{ found }],
  "E-COLUMN-VALUES": [
    ...(["--where", "--where-not", "--role", "--kind-from"] as const).map((option) => ({ found, option })),
    { found: "type:deaths=killed,Deaths=wounded", option: "--role", twice: "Deaths" },
  ],
  "E-ROLE-TARGET": [{ because: "no loss" }, { because: "two losses" }, { because: "two ends" }],
  "E-ROLE-FIGURES": [{ columns: ["type", "people killed"] }, { columns: ["type", "min"], isSingle: true }],
  "E-JOIN-TWICE": [
    { role: "killed", lines: [12, 15] },
    { role: "killed", lines: [12, 3], files: ["north.csv", "south.csv"] },
  ],
  "E-KIND-TWICE": [{ kinds: ["claim", "confirmed"] }],
  "E-JOIN-LARGE": [{ limitMiB: 8 }],
  "E-COLUMN-UNKNOWN": [
    { column: "kiled", columns: ["killed", "force"], suggestion: "killed" },
    { column: found, columns: many },
  ],
  "E-COLUMN-TWICE": [
    { column: "killed" },
    { column: "killed", columns: ["deaths", "fatalities"] },
    { column: "killed", isName: true },
  ],
  "E-COLUMN-NAMES": [{ column: "a" }],
  "E-COLUMN-EXISTS": [
    { column: "est_open" },
    { column: "file", isFile: true },
    { column: "killed_low", isCounted: true },
    { column: "killed_low", isJoined: true },
  ],
  "E-COLUMNS-CLASH": [{ columns: ["killed", "killed_low"], role: "killed" }],
  "E-COLUMNS-NONE": [
    { columns: ["a", "", "b"] },
    { columns: ["low", "high"], maps: ["killed_low=low", "killed_high=high"] },
    { columns: ["name", "born"], hasPersons: true },
    { columns: ["a"], hasKeys: true },
  ],
  "E-ROW-UTF8": [{}],
  "E-ROW-COLUMNS": [
    { found: 1, width: 2 },
    { found: 3, width: 2 },
  ],
  "E-ROW-QUOTE": [{ column: 2 }],
  "E-ROW-QUOTE-OPEN": [{}],
  "E-ROW-LONG": [{ limitMiB: 8 }],
  "E-ROW-OBJECT": [{}],
  "E-ROW-JSON": [{ array: false }, { array: true }],
  "E-ROW-KEYS": [{ keys: ["a", "b"] }],
  "E-ROWS-ARRAY": [{ found }],
  "E-ROWS-CUT": [{}],
  "E-SCALE": [{ found }],
  "E-CELL-SINGLE": [{ found: "6-7" }],
  "E-CELL-NONE": [{ found: "none" }],
  "E-DATE-DAY": [{ found: "March" }, ...(["dmy", "mdy", "ymd"] as const).map((order) => ({ found: "3.2022", order }))],
  "E-DATE-ORDER": [
    { date: "2022-03-16", before: "2022-03-16", sources: "reported by" },
    { date: "2022-03-02", before: "2022-03-16" },
    { date: "2022-03-16", before: "2022-03-16", daily: { add: "dead men", by: ["side", "date"] } },
  ],
  "E-DATES-NONE": [
    { column: "source", found: "AP" },
    { column: "day", found: "13/13/2022", order: "dmy" },
    { column: "day", found: "1-Apr-23", isShortYear: true },
  ],
  "E-DATES-UNCLEAR": [{ found: "3/4/2022", first: "2022-04-03", second: "2022-03-04" }],
  "E-DATES-MIXED": [{ date: "13/2/2022", before: "2/13/2022" }],
  "E-RATIO-UNKNOWN": [
    { name: "us-koera", suggestions: ["us-korea", "uk-korea"] },
    { name: "atlantis", suggestions: [] },
  ],
  "E-RATIO-LACKS": [
    { name: "us-afghanistan", asked: "ratio", knows: ["wounded"] },
    { name: "us-korea", asked: "deserted", knows: ["wounded", "captured", "missing", "ratio"] },
  ],
  "E-HISTORY-ONLY": (["ratio", "captured", "deserted"] as const).map((asked) => ({ name: "history", asked })),
  "E-HISTORY-SCOPE": [{ found }, { found: "wars", suggestion: "war" }],
  "E-HISTORY-FEW": [
    { name: "history:1066", wars: 0, fewest: 5, cases: [] },
    { name: "history:2001-", wars: 1, fewest: 5, cases: ["us-iraq"] },
    { name: "history:2001-", wars: 3, fewest: 5, cases: ["us-iraq", "uk-iraq"] },
  ],
  "E-ERA": [{ found }],
  "E-RATIOS-STREAM": [{}],
  "E-RATIO-FILE": [
    { file: "r.json", problem: { code: "E-LIST-EMPTY", args: {} }, others: 0 },
    { file: "r.json", problem: { code: "E-URL", args: { found }, at: { line: 2, column: 3 } }, others: 1 },
    { file: "r.json", problem: { code: "E-URL", args: { found }, at: { line: 2, column: 3, path: "a" } }, others: 2 },
  ],
  "E-RATIO-NAME": (["form", "notation", "empty", "built in", "twice"] as const).map((because) => ({
    ...{ name: "x", because },
  })),
  "E-RATIO-CASE": (
    [
      ...(["nothing known", "no killed", "differs", "twice", "years", "covers nothing", "both", "no count"] as const),
      ...(["less", "months", "no year"] as const),
    ] as const
  ).map((because) => ({ because, key: "nonfatalPerKilled" })),
  "E-RATIO-SOURCE-TWICE": [{ id: "memo" }],
  "E-RATIO-SOURCE": [{ id: found, sources: ["memo", "ap"] }],
  "E-INPUT-EMPTY": [{}],
  "E-INPUT-KIND": [{ option: "--killed" }, { option: "--killed", header: "date,killed" }],
  "E-INPUT-TERMINAL": [{ option: "--killed" }],
  "E-INPUT-UTF8": [{}, { file: "a.json" }],
  "E-INPUT-TOO-LARGE": [{ limitMiB: 8 }, { limitMiB: 8, file: "a.json" }],
  "E-INPUT-FAILED": [{ reason: "it is a folder" }],
  "E-LINES-UNREAD": [
    { mistakes: 100, lines: 1 },
    { mistakes: 100, lines: 2000 },
  ],
  "E-FILE-OPEN": [{ file: "a.json", reason: "permission denied" }],
  "E-FILES-NONE": [{ pattern: "a/*.json" }, { pattern: "a", skipped: 2 }],
  "E-OUTPUT-EXISTS": [{ file: "a.json" }],
  "E-SAVE-FORMAT": [{ extension: ".yaml" }],
  "E-SAVE-LIST": [{ file: "a b.json" }],
  "E-OUTPUT-FORMAT": [
    { extension: ".xlsx" },
    { extension: ".gz" },
    { extension: ".png", picture: "losses.svg" },
    { extension: ".jpg", picture: "losses.svg" },
    { extension: ".pdf", picture: "losses.svg" },
  ],
  "E-OUTPUT-NAME": [{ extension: ".svg" }],
  "E-OUTPUT-FAILED": [
    { file: "a.json", reason: "no space left on device" },
    { file: "a/b.json", reason: "no such file or directory", because: "no folder" },
    { file: "a", reason: "illegal operation on a directory", because: "folder" },
  ],
  "E-MORE-MISTAKES": [{ count: 1 }, { count: 2000 }],
};
