import { describe, expect, test } from "vitest";
import { collect } from "../../src/core/errors.ts";
import type { InputName } from "../../src/core/inputs.ts";
import { INPUT_ENTRIES, INPUTS, type InputSpec, optionOf } from "../../src/notation/inputs.ts";

/** Each input: its option, a text that is read and written unchanged, and one that is refused. */
const SAMPLES: Record<InputName, [option: string, text: string, refused: string]> = {
  side: ["--side", "Russia", " "],
  asOf: ["--as-of", "2022-03", "yesterday"],
  killed: ["--killed", "Ukraine@2022-03-16=13,800", "7 wounded"],
  list: ["--list", "BBC@2025-01=1,500", "7 a day"],
  both: ["--both", "up to 900", "7 wounded"],
  of: ["--of", "fighters=20%", "20%"],
  casualties: ["--casualties", "AP=at least 28,000", "7 killed"],
  ratio: ["--ratio", "2-4", "many"],
  died: ["--died", "16%-17%", "30"],
  wounded: ["--wounded", "AP=2x-3x", "7 killed"],
  captured: ["--captured", "389", "7 killed"],
  missing: ["--missing", "5% of the force", "5%"],
  deserted: ["--deserted", "AP@2022=20", "7 killed"],
  ratios: ["--ratios", "our ratios.json", ""],
  returned: ["--returned", "45%-65%", "30"],
  coverage: ["--coverage", "Mediazona=45%", "30"],
  without: ["--without", "claim", "claimed by all"],
  combine: ["--combine", "prefer=Ukraine@2022", "average"],
  force: ["--force", "at the border=150,000", "25% of the force"],
  share: ["--share", "at the border=38%", "30"],
  start: ["--start", "2022-02-24", "yesterday"],
  end: ["--end", "2022-03", "90"],
  days: ["--days", "3 months", "0"],
  per: ["--per", "2,356 km2", "2,356"],
  recruits: ["--recruits", "Kyiv@2024=1000-1100 a day", "25% of the force"],
  until: ["--until", "486,000 km2", "92 a day"],
  pace: ["--pace", "2,800 a month", "2,800"],
};

describe.each(Object.entries(SAMPLES))("%s", (name, [option, text, refused]) => {
  const { kind } = INPUTS[name as InputName] as InputSpec;
  test("has an option with its name", () => expect(optionOf(name as InputName)).toBe(option));
  test("reads a text, and writes it unchanged", () => expect(kind.write(kind.read(text))).toBe(text));
  test("refuses a text that is not one", () => expect(collect([], () => kind.read(refused))).toBeUndefined());
});

test("every input has a sample, in the order of the table", () => {
  expect(Object.keys(SAMPLES)).toEqual(INPUT_ENTRIES.map(([name]) => name));
});

test("the inputs that can be columns, and how their cells are read", () => {
  const read = (name: InputName, text: string) => collect([], () => (INPUTS[name] as InputSpec).cell?.(text));
  const columns = INPUT_ENTRIES.filter(([, { cell }]) => cell).map(([name]) => name);
  expect(columns).toEqual([
    ...["casualties", "ratio", "died", "wounded", "captured", "missing", "deserted", "returned", "force"],
    ...["share", "start", "end", "days", "per", "recruits", "until", "pace"],
  ]);
  expect(read("casualties", "1,271 a day")).toMatchObject({ rate: { per: "day" } });
  expect(read("wounded", "5% of the force")).toMatchObject({ kind: "rate", rate: { per: "force" } });
  expect(read("casualties", "28,000 casualties")).toMatchObject({ figure: { low: 28000 } });
  expect(read("casualties", "28,000 killed")).toBeUndefined();
  expect(read("casualties", "AP=28,000")).toBeUndefined();
  expect(read("ratio", "2-4")).toMatchObject({ text: "2-4" });
  expect(read("wounded", "2x")).toMatchObject({ kind: "multiplier" });
  expect(read("died", "1 in 5")).toMatchObject({ text: "1 in 5" });
  expect(read("days", "3 months")).toMatchObject({ text: "3 months" });
  expect(read("recruits", "1000 a day")).toMatchObject({ rate: { per: "day" } });
  expect(read("returned", "30%")).toMatchObject({ text: "30%" });
  expect(read("force", "border=150,000")).toMatchObject({ label: "border" });
});

test("only inputs that can be rivals, be added up or be compared may be given several times", () => {
  expect(INPUT_ENTRIES.filter(([, { repeats }]) => repeats).map(([name]) => name)).toEqual([
    ...["killed", "list", "casualties", "wounded", "captured", "missing", "deserted"],
    ...["without", "force", "recruits"],
  ]);
  expect(INPUT_ENTRIES.filter(([, { takesLines }]) => takesLines).map(([name]) => name)).toEqual(["killed"]);
});

test.each<[InputName, string, object]>([
  ["killed", "13,800", { figure: { low: 13800 } }],
  ["casualties", "28,000 casualties", { figure: { low: 28000 } }],
  ["wounded", "2x", { kind: "multiplier" }],
  ["captured", "389", { kind: "count", figure: { low: 389 } }],
  ["missing", "120 a day", { kind: "rate", rate: { per: "day" } }],
  ["killed", "25% of the force", { rate: { per: "force" } }],
  ["recruits", "1000-1100 a day", { rate: { per: "day" } }],
  ["coverage", "45%", { share: { text: "45%" } }],
  ["force", "150,000", { figure: { low: 150000 } }],
])("the object form of %s reads %s, but not with a source", (name, text, expected) => {
  const { object } = (INPUTS[name] as InputSpec).kind;
  const read = (part: string) => collect([], () => object?.read(part));
  expect(read(text)).toMatchObject(expected);
  expect(object?.write(read(text))).toBe(text);
  expect(read(`AP=${text}`)).toBeUndefined();
  expect(collect([], () => object?.read("7 deserted"))).toBeUndefined();
});

test("what shell completion offers for each input", () => {
  expect(Object.fromEntries(INPUT_ENTRIES.map(([name, { completes }]) => [name, completes]))).toEqual({
    side: undefined,
    without: "kinds",
    ratio: "ratios",
    wounded: "ratios",
    captured: "ratios",
    missing: "ratios",
    deserted: "ratios",
    ratios: "files",
    combine: "rules",
  });
});
