import { Readable } from "node:stream";
import { refuse } from "../core/errors.ts";

/** The first bytes of files that are not text, and what to call these files. */
const CONTAINERS: readonly (readonly [name: string, magic: readonly number[]])[] = [
  ["an old workbook (.xls), or one with a password", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a PDF", [0x25, 0x50, 0x44, 0x46]],
  ["a Parquet file", [0x50, 0x41, 0x52, 0x31]],
  ["compressed with bzip2", [0x42, 0x5a, 0x68]],
  ["compressed with xz", [0xfd, 0x37, 0x7a, 0x58]],
  ["compressed with zstd", [0x28, 0xb5, 0x2f, 0xfd]],
];
const GZIP = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** What a LibreOffice workbook has right after the header of its first file. */
const OPEN_DOCUMENT = "mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
/** The length of the longest signature we look for. Waiting for more bytes would hold up the rows of a slow pipe. */
const LONGEST = 4;

const startsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte);

/** How to read the bytes of a table. */
export interface UnpackOptions {
  readonly encoding?: string | undefined;
  /** The name or number of a sheet in workbooks. */
  readonly sheet?: string | undefined;
  /** Called with the sheets that are not read. */
  readonly onUnreadSheets?: ((sheets: readonly string[]) => void) | undefined;
}

/**
 * Yields the input as UTF-8 text: unpacked if it is gzip or a workbook, and decoded. Throws InputError if it is not
 * text.
 */
export async function* unpacked(
  chunks: AsyncIterable<Uint8Array>,
  options: UnpackOptions = {},
): AsyncGenerator<Uint8Array> {
  const { encoding, sheet } = options;
  const { head, all } = await readHead(chunks);
  if (startsWith(head, GZIP)) {
    yield* unpacked(await gunzipped(all), options);
    return;
  }
  if (startsWith(head, ZIP)) {
    yield await csvOfWorkbook(all, options);
    return;
  }
  const found = CONTAINERS.find(([, magic]) => startsWith(head, magic));
  if (found) refuse({ code: "E-TABLE-CONTAINER", args: { found: found[0] } });
  if (sheet !== undefined) {
    refuse({ code: "E-SHEET-UNKNOWN", args: { found: sheet, sheets: [] }, at: { option: "--sheet" } });
  }
  const named = encoding ?? encodingBy(head);
  if (named === undefined) yield* all;
  else yield* decoded(all, named);
}

async function csvOfWorkbook(
  chunks: AsyncIterable<Uint8Array>,
  { sheet, onUnreadSheets }: UnpackOptions,
): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of copies(chunks)) all.push(chunk);
  const bytes = Buffer.concat(all);
  if (bytes.subarray(0, 100).includes(OPEN_DOCUMENT)) {
    refuse({ code: "E-TABLE-CONTAINER", args: { found: "a workbook of LibreOffice (.ods)" } });
  }
  const { sheetIn } = await import("./workbook.ts");
  const { csv, others } = await sheetIn(bytes, sheet);
  onUnreadSheets?.(others);
  return csv;
}

/** The first bytes, and an iterator that yields all bytes from the start. */
async function readHead(chunks: AsyncIterable<Uint8Array>) {
  const iterator = chunks[Symbol.asyncIterator]();
  let head = new Uint8Array();
  while (head.length < LONGEST) {
    const { done, value } = await iterator.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  return { head, all: headAndRest(head, iterator) };
}

async function* headAndRest(head: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    for (;;) {
      const { done, value } = await iterator.next();
      if (done) return;
      yield value;
    }
  } finally {
    await iterator.return?.();
  }
}

async function gunzipped(chunks: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const { createGunzip } = await import("node:zlib");
  const gunzip = createGunzip();
  const packed = Readable.from(copies(chunks));
  packed.on("error", (error) => gunzip.destroy(error));
  return packed.pipe(gunzip);
}

/** Copies each chunk, because it will be overwritten before unpacking gets to it. */
async function* copies(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}

/** Recognises UTF-16 by its byte order mark. */
function encodingBy(head: Uint8Array): string | undefined {
  if (startsWith(head, [0xff, 0xfe])) return "utf-16le";
  return startsWith(head, [0xfe, 0xff]) ? "utf-16be" : undefined;
}

async function* decoded(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return Buffer.from(bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode());
    } catch {
      return refuse({ code: "E-NOT-ENCODED", args: { encoding } });
    }
  };
  for await (const chunk of chunks) yield decode(chunk);
  yield decode();
}

/** Whether text can be decoded from an encoding of this name. */
export function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name) !== undefined;
  } catch {
    return false;
  }
}
