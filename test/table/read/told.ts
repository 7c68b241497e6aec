import { collect, type Problem } from "../../../src/core/errors.ts";
import { ObjectRecords } from "../../../src/table/read/objects.ts";
import { EMPTY, NOT_PLAIN, type Records } from "../../../src/table/read/records.ts";
import { SeparatedRecords } from "../../../src/table/read/separated.ts";

/** A file in pieces: a list of texts, or one that comes at once. */
export type Pieces = string | Buffer | readonly (string | Buffer)[];

/**
 * What a reader says of files that come in pieces: the header, each row with its line and its cells, or what is wrong;
 * and where it stops. After each cell what it is in plain numbers, if it is any.
 */
export function readingOf(records: Records, ...files: Pieces[]): string {
  const said: string[] = [];
  let isHeaderSaid = false;
  const take = () => {
    while (records.next()) {
      if (!isHeaderSaid) said.push(headerOf(records));
      isHeaderSaid = true;
      said.push(rowOf(records));
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
  if (!isHeaderSaid && records.header.length > 0) said.push(headerOf(records));
  const stops = problems.map(
    ({ code, args, at }) => `stops: ${code}${argsText(args)}${at?.line ? ` at ${at.line}` : ""}`,
  );
  return [...said, ...stops].join(" ; ");
}

/** Every byte by itself. */
export function bytewise(text: string | Buffer): Buffer[] {
  return [...Buffer.from(text)].map((byte) => Buffer.from([byte]));
}

/** A text in two pieces, cut at every place, or at every hundredth of a long one. */
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
      ? [...(records.hasExtraKeys() ? [`extra ${records.extraKeys().join()}`] : []), ...twice(records)]
      : [];
  return [`${line}:${records.isBlank() ? " blank" : ""} ${cells.join(" | ")}`, ...more].join(" ");
}

function twice(records: ObjectRecords): string[] {
  const keys = records.repeatedKeys();
  return keys.length > 0 ? [`twice ${keys.join()}`] : [];
}

function cellOf(records: Records, column: number): string {
  const [text, written, whole] = [records.text(column), records.written(column), records.whole(column)];
  const decimal = records.decimal(column);
  const number = whole === EMPTY ? " empty" : whole === NOT_PLAIN ? "" : ` =${whole}`;
  if (records.isEmpty(column) !== (whole === EMPTY)) throw new Error("whether it is empty is said in two ways");
  return [
    `${JSON.stringify(text).slice(1, -1)}${number}`,
    ...(decimal ? [`${decimal.units}/${decimal.scale}`] : []),
    ...(written === text ? [] : [`as ${written}`]),
  ].join(" ");
}

function argsText(args: object): string {
  return Object.keys(args).length > 0 ? ` ${JSON.stringify(args)}` : "";
}
