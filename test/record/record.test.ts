import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { collect, InputError } from "../../src/core/errors.ts";
import { outsidePast } from "../../src/core/past.ts";
import { PAST, WHO_IS_COUNTED } from "../../src/core/past-ratios.ts";
import { closed } from "../../src/core/range.ts";
import { Rational } from "../../src/core/rational.ts";
import { readRatios } from "../../src/input/ratios.ts";
import { parseLoss, parseRatio, RATIO_NAME } from "../../src/notation/figure.ts";
import { RECORD, ratioOf, titleOf } from "../../src/record/cases.ts";
import { CONFIDENCES, DEFINITIONS, RECORD_VERSION, SCOPES, SOURCE_TYPES } from "../../src/record/choices.ts";
import { historyOf, middleOf, studentT } from "../../src/record/history.ts";
import { casesOfHistory, ratiosByName } from "../../src/record/names.ts";
import { OTHER_NAMES } from "../../src/record/other-names.ts";
import { searchCases } from "../../src/record/search.ts";
import { wordsIn } from "../../src/record/words.ts";

// The other tests use the cases of test/usual-record.ts, so that a new case changes only what is tested here.

type Count = "killed" | "wounded" | "captured" | "missing" | "capturedOrMissing";

/** A row as it is in the file. The tests calculate with it without the program's own code. */
interface RecordRow {
  id: string;
  war: string;
  startYear: number;
  startMonth?: number;
  endYear: number;
  endMonth?: number;
  scope: string;
  killed: number;
  killedBasis: string;
  wounded: number;
  captured?: number;
  missing?: number;
  capturedOrMissing?: number;
  comparable: boolean;
  notComparableBecause?: string;
  woundedMeans?: string;
  sourceId: string;
  countSources?: Record<string, string>;
  alsoSeenIn?: string[];
  otherFigures?: (Partial<Record<Count, number>> & { sourceId: string })[];
  confidence: string;
}
interface RecordPage {
  id: string;
  countedBy: string;
  counterUnknown?: boolean;
  type: string;
  title: string;
  note?: string;
  author?: { family?: string; given?: string; literal?: string }[];
  container?: string;
  publisher?: string;
  published?: string;
  reproducedBy?: string;
  url: string;
  seen: string;
}
const raw = JSON.parse(readFileSync("src/record/conflicts.json", "utf8")) as {
  version: string;
  sources: RecordPage[];
  conflicts: RecordRow[];
  definitions: { sourceId: string }[];
};
const rows = raw.conflicts;
const comparable = rows.filter((row) => row.comparable);
const wounded = (row: RecordRow) => row.wounded / row.killed;
const others = ({ wounded, captured, missing, capturedOrMissing, killed }: RecordRow) => {
  const known = [captured, missing, capturedOrMissing].filter((count) => count !== undefined);
  return known.length > 0 ? known.reduce((sum, count) => sum + count, wounded) / killed : undefined;
};
const quantile = (values: number[], part: number) => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return below + (at - Math.floor(at)) * (above - below);
};

describe("the data", () => {
  test("has a version, which the program prints", () => {
    expect(raw.version).toBe(RECORD_VERSION);
    expect(raw.version).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test.each(rows.map((row) => [row.id, row] as const))("%s has a source, a definition and a confidence", (id, row) => {
    const sources = new Set(raw.sources.map((source) => source.id));
    const counted = Object.entries(row.countSources ?? {});
    const others = [...(row.alsoSeenIn ?? []), ...(row.otherFigures ?? []).map(({ sourceId }) => sourceId)];
    const named = [row.sourceId, ...counted.map(([, source]) => source), ...others];
    // Each is for a count of the row, and differs from the row's own page.
    expect(counted.filter(([count, source]) => !(count in row) || source === row.sourceId)).toEqual([]);
    expect(named.filter((source) => !sources.has(source))).toEqual([]);
    expect(DEFINITIONS).toContain(row.killedBasis);
    expect(CONFIDENCES).toContain(row.confidence);
    expect(SCOPES).toContain(row.scope);
    expect(row.endYear).toBeGreaterThanOrEqual(row.startYear);
    expect(row.notComparableBecause === undefined).toBe(row.comparable);
    // The rule of docs/ratios.md, as far as a definition shows it.
    if (["all-deaths", "dead-and-missing"].includes(row.killedBasis)) expect(row.comparable).toBe(false);
    // A page where the same counts were also seen has no others.
    const rivals = (row.otherFigures ?? []).map(({ sourceId }) => sourceId);
    const elsewhere = [row.sourceId, ...rivals, ...counted.map(([, source]) => source)];
    expect((row.alsoSeenIn ?? []).filter((source) => elsewhere.includes(source))).toEqual([]);
    for (const { killed, wounded, captured, missing, capturedOrMissing } of row.otherFigures ?? []) {
      const figures = [killed, wounded, captured, missing, capturedOrMissing].filter((figure) => figure !== undefined);
      expect(figures).not.toEqual([]);
    }
    const unknown = raw.sources.filter(({ counterUnknown }) => counterUnknown).map((source) => source.id);
    const ofRatio = [row.countSources?.killed ?? row.sourceId, row.countSources?.wounded ?? row.sourceId];
    if (row.confidence === "high") expect(ofRatio.filter((source) => unknown.includes(source))).toEqual([]);
    const counts = [row.killed, row.wounded, row.captured, row.missing, row.capturedOrMissing];
    expect(counts.every((count) => count === undefined || (Number.isSafeInteger(count) && count >= 0))).toBe(true);
    expect(row.killed).toBeGreaterThan(0);
    // Its name can be given instead of a figure or a ratio, and cannot be read as either.
    expect(id).toMatch(RATIO_NAME);
    for (const parse of [parseRatio, parseLoss]) expect(() => parse(id)).toThrow(InputError);
  });

  test("can be read like a file of the user's", () => {
    const { definitions, ...file } = raw;
    const ours = raw.conflicts.map((row) => ({ ...row, id: `our-${row.id}` }));
    const read = readRatios(JSON.stringify({ ...file, conflicts: ours }), "ours.json");
    expect(read.conflicts).toHaveLength(67);
    // So every date is one, in its usual spelling.
    expect(read.sources).toEqual(raw.sources);
  });

  test("has no name twice, and no unused source", () => {
    const ids = rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const used = new Set(
      rows.flatMap((row) => [
        row.sourceId,
        ...Object.values(row.countSources ?? {}),
        ...(row.alsoSeenIn ?? []),
        ...(row.otherFigures ?? []).map(({ sourceId }) => sourceId),
      ]),
    );
    for (const { sourceId } of raw.definitions) used.add(sourceId);
    expect(raw.sources.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
    expect(raw.sources.every(({ title, url }) => title !== "" && /^https?:/.test(url))).toBe(true);
  });

  test("has a case for every everyday name, which is written in the form in which it is looked up", () => {
    const names = [...OTHER_NAMES.keys()];
    expect(names.filter((name) => searchCases([name], RECORD.conflicts).cases.size === 0)).toEqual([]);
    expect(names.filter((name) => wordsIn(name).join(" ") !== name)).toEqual([]);
  });

  test.each(rows.map((row) => [row.id, row] as const))("%s: the first month is not after the last", (_, row) => {
    const months = [row.startMonth, row.endMonth].filter((month) => month !== undefined);
    expect(months.every((month) => Number.isInteger(month) && month >= 1 && month <= 12)).toBe(true);
    const [first, last] = [row.startYear * 12 + (row.startMonth ?? 1), row.endYear * 12 + (row.endMonth ?? 12)];
    expect(last).toBeGreaterThanOrEqual(first);
  });

  test.each(raw.sources.map((source) => [source.id, source] as const))("%s says who counted", (_, source) => {
    expect(source.countedBy).not.toBe("");
    expect(SOURCE_TYPES).toContain(source.type);
    expect(source.seen).toMatch(/^\d{4}-\d\d-\d\d$/);
    if (!source.counterUnknown) return;
    // If it does not, whoever published it is named.
    const people = (source.author ?? []).map(({ family, literal }) => family ?? literal);
    const names = [...people, source.container, source.publisher, source.reproducedBy, source.title, source.url]
      .join(" ")
      .toLowerCase();
    expect(source.countedBy.split(/[ ,]+/).some((word) => word.length > 2 && names.includes(word.toLowerCase()))).toBe(
      true,
    );
  });

  test("marks each title that is ours, and has addresses without tracking, ports and test hosts", () => {
    const ours = raw.sources.filter(({ note = "" }) =>
      /title is (?:ours|read from)|opening words|title of/i.test(note),
    );
    expect(ours.length).toBeGreaterThan(15);
    expect(ours.map(({ title }) => title).filter((title) => !/^\[.+\]$/.test(title))).toEqual([]);
    const unfit = /[?&](?:utm_\w*|share|ref|refId|referer|context|sq|searchTag|no_prefetch)=|\b(?:uat|dev|test)\./;
    const parts = raw.sources.map(({ url }) => url).filter((url) => unfit.test(url) || new URL(url).port !== "");
    expect([...parts, ...raw.sources.map(({ url }) => url).filter((url) => /^\w+:\/\/[^/]+:\d/.test(url))]).toEqual([]);
  });

  test("says nothing about how it was put together", () => {
    const printed = [...rows, ...raw.sources].map((entry) => JSON.stringify(entry));
    expect(printed.filter((text) => /\bstored\b|earlier choice|release below|copy seen/.test(text))).toEqual([]);
  });

  test("has no page twice for one counter, and copies say so", () => {
    const keys = raw.sources.map(({ url, countedBy }) => `${url} ${countedBy}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    const titles = raw.sources.map(({ title }) => title);
    expect(titles.filter((title) => /infobox|\b(?:copy|mirror|reproduced)\b/i.test(title))).toEqual([]);
    // Wikipedia and its copies are never called the counter, unless the article names none.
    const counters = raw.sources.filter(({ countedBy }) => /wiki/i.test(countedBy));
    expect(counters.filter(({ counterUnknown }) => !counterUnknown)).toEqual([]);
  });

  test.each(rows.map((row) => [row.id, row] as const))("%s: the ratios are the quotients of the counts", (id, row) => {
    const conflict = RECORD.conflicts.find((other) => other.id === id)!;
    expect(ratioOf(conflict, "wounded")?.toNumber()).toBeCloseTo(wounded(row), 12);
    const rest = ratioOf(conflict, "others")?.toNumber();
    if (others(row) === undefined) expect(rest).toBeUndefined();
    else expect(rest).toBeCloseTo(others(row)!, 12);
  });
});

test.each([
  // From published tables of Student's t, 90%.
  [1, 3.078],
  [2, 1.886],
  [3, 1.638],
  [4, 1.533],
  [5, 1.476],
  [12, 1.356],
  [22, 1.321],
  [30, 1.31],
])("Student's t for %i degrees of freedom is %d", (degrees, t) => {
  expect(studentT(0.9, degrees)).toBeCloseTo(t, 3);
});

describe("history", () => {
  /** The interval of rows, by the formula, with t from a table. */
  function interval(chosen: RecordRow[], t: number): [string, string, number] {
    const wars = [...new Set(chosen.map(({ war }) => war))].map((war) => {
      const logs = chosen.filter((row) => row.war === war).map((row) => Math.log(wounded(row)));
      return logs.reduce((a, b) => a + b, 0) / logs.length;
    });
    const n = wars.length;
    const mean = wars.reduce((a, b) => a + b, 0) / n;
    const s = Math.sqrt(wars.reduce((sum, war) => sum + (war - mean) ** 2, 0) / (n - 1));
    const ends = [-1, 1].map((sign) => Math.exp(mean + sign * t * s * Math.sqrt(1 + 1 / n)).toFixed(2));
    return [ends[0]!, ends[1]!, n];
  }

  test.each<[string, (row: RecordRow) => boolean, number, [string, string, number]]>([
    ["history", () => true, 1.321237, ["2.03", "6.39", 23]],
    ["history:1946-2000", ({ startYear }) => startYear >= 1946 && startYear <= 2000, 1.383029, ["1.79", "4.62", 10]],
    ["history:war", ({ scope }) => scope === "war", 1.325341, ["1.87", "7.05", 21]],
    ["history:battle-deaths", ({ killedBasis }) => killedBasis === "battle-deaths", 1.396815, ["1.92", "4.09", 9]],
    ["history:reported-killed", ({ killedBasis }) => killedBasis === "reported-killed", 1.356217, ["1.61", "6.95", 13]],
    [
      "history:-1945",
      ({ startYear }) => startYear <= 1945,
      1.414924,
      interval(
        comparable.filter((r) => r.startYear <= 1945),
        1.414924,
      ),
    ],
  ])("%s has the interval that the formula gives", (name, isChosen, t, ends) => {
    expect(interval(comparable.filter(isChosen), t)).toEqual(ends);
    const history = historyOf(casesOfHistory(name))!;
    expect([history.low.toFixed(2), history.high.toFixed(2), history.wars]).toEqual(ends);
    const outside = history.outside.map(({ mean }) => mean);
    expect(outside).toEqual(outside.toSorted((a, b) => a - b));
    expect(outside.every((mean) => mean < history.low || mean > history.high)).toBe(true);
  });
});

test("who is counted twice is a number of people who can be in both counts, and in the note", () => {
  const twice = RECORD.conflicts.filter(({ countedTwice }) => countedTwice !== undefined);
  expect(twice.map(({ id }) => id)).toEqual(["us-wwi", "us-wwii", "us-korea", "france-dien-bien-phu", "us-vietnam"]);
  for (const { id, countedTwice = "", captured = 0, killed = 0, wounded = 0, note = "" } of twice) {
    const [number = ""] = /^[\d,]+/.exec(countedTwice) ?? [];
    const people = Number(number.replace(",", ""));
    expect([id, people > 0 && people <= Math.min(captured, Math.max(killed, wounded)), note.includes(number)]).toEqual([
      id,
      true,
      true,
    ]);
  }
});

test("the wars outside their interval are reported", () => {
  expect(historyOf(RECORD.conflicts)!.outside.map((war) => ({ ...war, mean: war.mean.toFixed(2) }))).toEqual([
    { war: "sino-indian-war", title: "Sino-Indian War", mean: "1.33" },
    { war: "russo-georgian-war", title: "Russo-Georgian War", mean: "9.02" },
    { war: "iraq-war", title: "Iraq War", mean: "9.17" },
  ]);
});

test("who is counted: the example in core/past-ratios.ts is the widest of the record, whose shares fit its ratios", () => {
  const widest = RECORD.definitions.toSorted(
    (a, b) => Number(b.published) / Number(b.returnedSoonLeftOut) - Number(a.published) / Number(a.returnedSoonLeftOut),
  )[0]!;
  const { war, published, diedOfWoundsMoved, returnedSoonLeftOut, sourceId } = widest;
  const [by] = raw.sources.find(({ id }) => id === sourceId)!.countedBy.split(",");
  expect(WHO_IS_COUNTED).toEqual({ who: "US", war, ratios: [published, diedOfWoundsMoved, returnedSoonLeftOut], by });
  expect(widest.belligerent).toBe("United States");
  for (const { published, diedOfWoundsMoved, returnedSoonLeftOut, ...shares } of RECORD.definitions) {
    const [ratio, died, soon] = [published, shares.diedOfWoundsShare, shares.returnedSoonShare].map(Number) as [
      number,
      number,
      number,
    ];
    // Of the wounded of each killed, so many died and so many returned: the source rounds its shares.
    const killed = 1 + ratio * died;
    expect(Math.abs((ratio * (1 - died)) / killed / Number(diedOfWoundsMoved) - 1)).toBeLessThan(0.02);
    expect(Math.abs((ratio * (1 - died - soon)) / killed / Number(returnedSoonLeftOut) - 1)).toBeLessThan(0.03);
  }
});

describe("a ratio outside the range of past wars", () => {
  test("the 80% interval for the wounded in core/past-ratios.ts is that of history", () => {
    const { low, high } = historyOf(RECORD.conflicts)!;
    expect([PAST.wounded.low, PAST.wounded.high].map((end) => end.toFixed(2))).toEqual(
      [low, high].map((end) => end.toFixed(2)),
    );
  });

  test("the middle 80% for all others in core/past-ratios.ts is that of the comparable rows with counts of them", () => {
    const known = comparable.flatMap((row) => others(row) ?? []);
    expect(known).toHaveLength(33);
    expect([PAST.ratio.low.toFixed(2), PAST.ratio.high.toFixed(2)]).toEqual(
      [0.1, 0.9].map((part) => quantile(known, part).toFixed(2)),
    );
    const middle = middleOf(RECORD.conflicts)!;
    expect([middle.rows, middle.low.toFixed(2), middle.high.toFixed(2)]).toEqual([33, "2.49", "9.14"]);
    // Of too few cases, and of 12, of which 10 have counts of others.
    const of = (rows: number) => middleOf(RECORD.conflicts.filter(({ comparable }) => comparable).slice(0, rows));
    expect([of(3), of(12)?.rows]).toEqual([undefined, 10]);
  });

  test.each([
    ["wounded", wounded],
    ["ratio", others],
  ] as const)("the nearest cases for %s are the nearest of the whole table", (of, ratio) => {
    const all = comparable.flatMap((row): [string, number][] => {
      const value = ratio(row);
      return value === undefined ? [] : [[row.id, value]];
    });
    for (const { name, title, ratio: value } of PAST[of].cases) {
      const row = RECORD.conflicts.find(({ id }) => id === name)!;
      expect([titleOf(row), all.find(([id]) => id === name)![1].toFixed(2)]).toEqual([title, value]);
    }
    for (let hundredths = 1; hundredths <= 40_000; hundredths += hundredths < 3000 ? 1 : 100) {
      const value = Rational.of(hundredths, 100);
      const outside = outsidePast({ ...closed(value), named: undefined }, of);
      const [low, high] = [PAST[of].low.toNumber(), PAST[of].high.toNumber()];
      expect(outside?.where).toBe(hundredths / 100 < low ? "below" : hundredths / 100 > high ? "above" : undefined);
      if (!outside) continue;
      // The nearest by the two decimals that are printed.
      const distance = (ratio: number) => Math.abs(Math.log(Number(ratio.toFixed(2)) / (hundredths / 100)));
      const nearest = all.toSorted((a, b) => distance(a[1]) - distance(b[1])).slice(0, 2);
      expect(outside.nearest.map(({ name, ratio }) => [name, ratio])).toEqual(
        nearest.map(([id, ratio]) => [id, ratio.toFixed(2)]),
      );
    }
  });

  test.each(["wounded", "ratio"] as const)(
    "a case outside the range for %s is compared with other cases, not with itself",
    (of) => {
      const ratios = ratiosByName();
      const outsiders = RECORD.conflicts.flatMap(({ id, comparable }) => {
        const ratio = comparable ? collect([], () => ratios(id, of)) : undefined;
        const outside = ratio && outsidePast(ratio, of);
        return outside ? [[id, ratio.low, outside.nearest] as const] : [];
      });
      expect(outsiders.length).toBeGreaterThan(5);
      for (const [id, low, nearest] of outsiders) {
        const rivals = comparable.flatMap((row): [string, number][] => {
          const value = of === "wounded" ? wounded(row) : others(row);
          return value === undefined || row.id === id ? [] : [[row.id, Math.abs(Math.log(value / low.toNumber()))]];
        });
        const two = rivals
          .toSorted((a, b) => a[1] - b[1])
          .slice(0, 2)
          .map(([name]) => name);
        expect([id, nearest.map(({ name }) => name)]).toEqual([id, two]);
      }
    },
  );

  test.each([
    ["2-3", "ratio", "from below"],
    ["3-12", "ratio", "to above"],
    ["1-12", "ratio", "on both sides"],
    ["10-12", "ratio", "above"],
    ["0", "wounded", "below"],
    ["2.03-6.39", "wounded", undefined],
  ] as const)("%s as a ratio for %s is outside: %s", (text, of, where) => {
    expect(outsidePast(parseRatio(text), of)?.where).toBe(where);
  });
});
