import { collect, type Problem } from "../../../src/core/errors.ts";
import { ObjectRecords } from "../../../src/table/read/objects.ts";
import { EMPTY, NOT_PLAIN, type Records } from "../../../src/table/read/records.ts";
import { SeparatedRecords } from "../../../src/table/read/separated.ts";

/** A file in pieces: a list of texts, or a single text. */
export type Pieces = string | Buffer | readonly (string | Buffer)[];

/**
 * What is read from files that come in pieces: the header, each row with its line and its cells or its fault, and where
 * the reader stops. A cell is followed by its value in plain numbers, if it has one.
 */
export function readingOf(records: Records, ...files: Pieces[]): string {
  const parts: string[] = [];
  let hasHeader = false;
  const take = () => {
    while (records.next()) {
      if (!hasHeader) parts.push(headerOf(records));
      hasHeader = true;
      parts.push(rowOf(records));
    }
    return true;
  };
  const problems: Problem[] = [];
  collect(problems, () => {
    for (const file of files) {
      records.beginFile();
      for (const piece of Array.isArray(file) ? file : [file]) {
        records.feed(Buffer.from(piece));
        take();
      }
      records.finish();
      take();
    }
    return true;
  });
  if (!hasHeader && records.header.length > 0) parts.push(headerOf(records));
  const stops = problems.map(
    ({ code, args, at }) => `stops: ${code}${argsText(args)}${at?.line ? ` at ${at.line}` : ""}`,
  );
  return [...parts, ...stops].join(" ; ");
}

/** The cells of each row that has no fault: as they were read, and as they are read again from the bytes of the row. */
export function readTwice(records: Records, text: string | Buffer): { first: string[]; again: string[] } {
  const rows: Buffer[] = [];
  const first: string[] = [];
  const cells = () => records.header.map((_, column) => cellOf(records, column)).join(" | ");
  const take = () => {
    while (records.next()) {
      if (records.fault || records.header.length === 0) continue;
      rows.push(Buffer.from(records.bytes.subarray(records.start, records.end)));
      first.push(cells());
    }
    return true;
  };
  collect([], () => {
    records.beginFile();
    records.feed(Buffer.from(text));
    take();
    records.finish();
    return take();
  });
  const again = rows.map((row) => {
    records.readAgain(row);
    return records.fault ? records.fault.code : cells();
  });
  return { first, again };
}

/** A text in pieces of one byte. */
export function bytewise(text: string | Buffer): Buffer[] {
  return [...Buffer.from(text)].map((byte) => Buffer.from([byte]));
}

/** A text in two pieces, cut at every byte, or at up to 100 bytes of a long one. */
export function halvesOf(text: string | Buffer): [Buffer, Buffer][] {
  const bytes = Buffer.from(text);
  const step = Math.ceil(bytes.length / 100);
  return Array.from({ length: Math.floor(bytes.length / Math.max(1, step)) }, (_, index) => [
    bytes.subarray(0, index * step),
    bytes.subarray(index * step),
  ]);
}

function headerOf(records: Records): string {
  const names = records.header.join(" | ");
  if (!(records instanceof SeparatedRecords)) return names;
  const { mark, lineEnd, separator } = records;
  return `${mark ? "marked " : ""}${JSON.stringify(`${separator}${lineEnd}`)} ${names}`;
}

function rowOf(records: Records): string {
  const { line, fault, header, bytes, start, end } = records;
  const raw = bytes.toString("utf8", start, end);
  if (fault) return `${line}: ${fault.code}${argsText(fault.args)} in ${JSON.stringify(raw.slice(0, 20))}`;
  const cells = header.map((_, column) => cellOf(records, column));
  const more =
    records instanceof ObjectRecords
      ? [...(records.hasExtraKeys() ? [`extra ${records.extraKeys().join()}`] : []), ...repeatedIn(records)]
      : [];
  return [`${line}:${records.isBlank() ? " blank" : ""} ${cells.join(" | ")}`, ...more].join(" ");
}

function repeatedIn(records: ObjectRecords): string[] {
  const keys = records.repeatedKeys();
  return keys.length > 0 ? [`twice ${keys.join()}`] : [];
}

function cellOf(records: Records, column: number): string {
  const [text, written, whole] = [records.text(column), records.written(column), records.whole(column)];
  const decimal = records.decimal(column);
  const number = whole === EMPTY ? " empty" : whole === NOT_PLAIN ? "" : ` =${whole}`;
  if (records.isEmpty(column) !== (whole === EMPTY))
    throw new Error("isEmpty and whole differ on whether the cell is empty");
  return [
    `${JSON.stringify(text).slice(1, -1)}${number}`,
    ...(decimal ? [`${decimal.units}/${decimal.scale}`] : []),
    ...(written === text ? [] : [`as ${written}`]),
  ].join(" ");
}

function argsText(args: object): string {
  return Object.keys(args).length > 0 ? ` ${JSON.stringify(args)}` : "";
}
