import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/core/errors.ts";
import { ObjectRecords } from "../../src/table/read/objects.ts";
import { EMPTY, NOT_PLAIN, plainDecimal, type Records } from "../../src/table/read/records.ts";
import { SeparatedRecords } from "../../src/table/read/separated.ts";
import { SEPARATORS } from "../../src/table/read/separator.ts";
import { cpuTime } from "../cpu.ts";

/** The rows of a text that is read in pieces: their cells, their raw text and their line. */
function rowsOf(records: Records, text: Buffer, size: number): { cells: string[]; raw: string; line: number }[] {
  const rows: { cells: string[]; raw: string; line: number }[] = [];
  const take = () => {
    while (records.next()) {
      const { bytes, start, end, line, fault, header } = records;
      expect(fault).toBeUndefined();
      const cells = header.map((_, column) => records.text(column));
      rows.push({ cells, raw: bytes.toString("utf8", start, end), line });
    }
  };
  for (let at = 0; at < text.length; at += size) {
    records.feed(text.subarray(at, at + size));
    take();
  }
  records.finish();
  take();
  return rows;
}

const cell = fc.oneof(
  fc.nat(99_999).map(String),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r\n", "\t", ";", "|", "¦", "a", "æ", " ", "€"), maxLength: 6 }),
);
const table = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom("\n", "\r\n", "\r"), fc.boolean(), fc.boolean())
  .chain(([width, lineEnd, mark, last]) =>
    fc.tuple(
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      fc.constant({ width, lineEnd, mark, last }),
    ),
  );
const quoted = (text: string, separator: string) =>
  /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;

describe("a table with a separator", () => {
  test.each(SEPARATORS)("is read as csv-parse reads it, in pieces of any size: %j", (separator) => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 40 }), ([rows, { width, lineEnd, mark, last }], size) => {
        const names = Array.from({ length: width }, (_, index) => `c${index}`);
        const lines = [names, ...rows].map((cells) => cells.map((text) => quoted(text, separator)).join(separator));
        const text = (mark ? "\ufeff" : "") + lines.join(lineEnd) + (last ? lineEnd : "");
        const theirs = parse(text, { bom: true, delimiter: separator, skip_empty_lines: true, relax_quotes: true });
        // Only several names show what separates them.
        const reader = new SeparatedRecords(width > 1 ? undefined : separator);
        const found = rowsOf(reader, Buffer.from(text), size);
        expect(found.map(({ cells }) => cells)).toEqual((theirs as string[][]).slice(1));
        // The raw rows make up the text again, except for blank lines.
        const whole = lines.slice(1).filter((line) => line !== "");
        expect(found.map(({ raw }) => raw)).toEqual(whole);
        const end = lineEnd === "\r" ? "\r" : "\n";
        const begins = lines.map((_, index) => lines.slice(0, index).join(end).split(end).length + (index > 0 ? 1 : 0));
        expect(found.map(({ line }) => line)).toEqual(
          begins.flatMap((line, index) => (index === 0 || lines[index] === "" ? [] : [line])),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("may have rows longer than a piece", () => {
    const long = `"${'x""\n'.repeat(300_000)}"`;
    const rows = rowsOf(new SeparatedRecords(","), Buffer.from(`a,b\n${long},1\n2,3\n`), 65_536);
    expect(rows.map(({ raw, line }) => [raw.length, line])).toEqual([
      [long.length + 2, 2],
      [3, 300_003],
    ]);
  });

  test("may have 1,000 columns", () => {
    const cells = Array.from({ length: 1000 }, (_, index) => String(index));
    const text = `${cells.join(",")}\n${cells.join(",")}\n`;
    expect(rowsOf(new SeparatedRecords(","), Buffer.from(text), 999)[0]!.cells).toEqual(cells);
  });
});

test("objects are found in pieces of any size", () => {
  const object = fc.dictionary(fc.string({ maxLength: 4 }), fc.jsonValue({ maxDepth: 2 }), {
    minKeys: 1,
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(
      fc.array(object, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom(undefined, 1),
      (objects, size, indent) => {
        const list = rowsOf(new ObjectRecords(true), Buffer.from(JSON.stringify(objects, null, indent)), size);
        expect(list.map(({ raw }) => JSON.parse(raw))).toEqual(JSON.parse(JSON.stringify(objects)));
        const lines = rowsOf(
          new ObjectRecords(false),
          Buffer.from(objects.map((value) => JSON.stringify(value)).join("\n")),
          size,
        );
        expect(lines.map(({ raw, line }) => [raw, line])).toEqual(
          objects.map((value, index) => [JSON.stringify(value), index + 1]),
        );
      },
    ),
  );
});

test.each([
  ["3", 3, 1],
  ["2.5", 25, 10],
  ["0.25", 25, 100],
  ["1.0625", 10_625, 10_000],
])("%s is a plain decimal", (text, units, scale) => expect(plainDecimal(text)).toEqual({ units, scale }));

test.each(["", "3x", "1.125", "-1", ".5", "1e3", "1234567", "1,5"])("%j is not a plain decimal", (text) =>
  expect(plainDecimal(text)).toBeUndefined(),
);

test.each([
  ["7000", 7000],
  ['"7000"', 7000],
  ['"13,800"', 13_800],
  ['"1,234,567"', 1_234_567],
  ["", EMPTY],
  ['""', NOT_PLAIN],
  ['"13,80"', NOT_PLAIN],
  ['"1380,000"', NOT_PLAIN],
  ['"0,500"', NOT_PLAIN],
  ['",500"', NOT_PLAIN],
  ['"13,,800"', NOT_PLAIN],
  ['"13,800,"', NOT_PLAIN],
  ['"13.800"', NOT_PLAIN],
  ["7k", NOT_PLAIN],
  [" 7", NOT_PLAIN],
  ["9".repeat(16), NOT_PLAIN],
  ['"1,234,567,890,123"', NOT_PLAIN],
])("whole() of the cell %j is %s", (text, expected) => {
  const records = new SeparatedRecords(",");
  records.feed(Buffer.from(`a,b\n1,${text}\n`));
  expect([records.next(), records.whole(1)]).toEqual([true, expected]);
});

describe("reading takes time linear in the input", () => {
  const CSV = () => new SeparatedRecords(",");
  const JSON_LIST = () => new ObjectRecords(true);
  const NDJSON = () => new ObjectRecords(false);
  /** Much smaller than a row: reading the row again with each piece would take quadratic time. */
  const PIECE = 1024;
  const bestTime = (times: number, make: () => Records, text: (times: number) => string) => {
    const bytes = Buffer.from(text(times));
    const runs = [1, 2, 3].map(() => {
      const records = make();
      const start = cpuTime();
      for (let at = 0; at < bytes.length; at += PIECE) {
        records.feed(bytes.subarray(at, at + PIECE));
        while (records.next());
      }
      try {
        records.finish();
        while (records.next());
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
      return cpuTime() - start;
    });
    return Math.min(...runs);
  };

  test.each<[string, () => Records, (times: number) => string]>([
    ["quoted cells in a row", CSV, (times) => `a\n${'"",'.repeat(times)}\n`],
    ["quoted cells with line breaks", CSV, (times) => `a\n${'"\n",'.repeat(times)}\n`],
    ["doubled quotes and line breaks in a cell", CSV, (times) => `a\n"${'""\n'.repeat(times)}"\n`],
    ["a quote that is never closed", CSV, (times) => `a\n"${'""\n'.repeat(times)}`],
    ["a row without an end", CSV, (times) => `a\n${"x,".repeat(times)}`],
    ["blank lines", CSV, (times) => `a\n${"\n".repeat(times)}1\n`],
    ["lines that end with a carriage return", CSV, (times) => `a\r${"1\r".repeat(times)}`],
    ["a quoted name of a column", CSV, (times) => `"${'""'.repeat(times)}"\n`],
    ["an object of many lines", JSON_LIST, (times) => `[{"a":[${"1,\n".repeat(times)}1]}]`],
    ["an object without an end", JSON_LIST, (times) => `[{"a":"${"x".repeat(times)}`],
    ["a long line of NDJSON", NDJSON, (times) => `{"a":"${"x".repeat(2 * times)}"}\n`],
    ["a line of NDJSON without an end", NDJSON, (times) => `{"a":"${"x".repeat(2 * times)}`],
    ["blank lines of NDJSON", NDJSON, (times) => `${"\n".repeat(times)}{"a":1}\n`],
  ])("%s", (_, make, text) => {
    const [less, more] = [bestTime(100_000, make, text), bestTime(800_000, make, text)];
    // Eight times the input, for which quadratic time would be 64 times. Less than 3 ms is noise, and counts as 3 ms.
    expect(more).toBeLessThan(24 * Math.max(less, 3));
  });
});
