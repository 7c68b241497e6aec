import { isUtf8 } from "node:buffer";
import { closeSync, openSync, readSync } from "node:fs";
import { refuse } from "../core/errors.ts";
import { lossRoles } from "../table/usual-names.ts";
import { type Io, reasonOf } from "./io.ts";
import type { StdinLine } from "./scenario.ts";

/** Far more than any list of sources or scenarios needs. We refuse anything larger before it fills memory. */
const LIMIT_MIB = 8;
const LIMIT = LIMIT_MIB * 2 ** 20;

/** Node reads nothing from a folder without reporting an error, so we report it ourselves. */
export const FOLDER = { code: "E-INPUT-FAILED", args: { reason: "it is a folder" } } as const;

/** Reads the lines of standard input that hold figures. Skips blank lines and lines that begin with #. */
export async function readLines(io: Io, option: string): Promise<StdinLine[]> {
  const lines = (await readStdin(io, option))
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .map((text, index) => ({ number: index + 1, text: text.trim() }))
    .filter(({ text }) => text !== "" && !text.startsWith("#"));
  if (lines.length === 0) refuse({ code: "E-INPUT-EMPTY", args: {}, at: { option } });
  const [{ text: header }] = lines as [StdinLine];
  if (/^[{[]/.test(header)) refuse({ code: "E-INPUT-KIND", args: { option }, at: { option } });
  if (isHeader(header)) refuse({ code: "E-INPUT-KIND", args: { option, header }, at: { option } });
  return lines;
}

/** Whether a line has the names of columns, one of which is that of losses. */
function isHeader(line: string): boolean {
  const cells = line.split(/[,;\t|]/);
  return cells.length > 1 && !/\d/.test(line) && cells.some((cell) => lossRoles(cell).length > 0);
}

/** Reads all of standard input, for the option that was given "-". Throws InputError. */
export async function readStdin({ stdin, source }: Io, option: string): Promise<string> {
  if (source.isFolder) refuse({ ...FOLDER, at: { option } });
  if (stdin.isTTY) refuse({ code: "E-INPUT-TERMINAL", args: { option }, at: { option } });
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stdin) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > LIMIT) break;
    }
  } catch (error) {
    refuse({ code: "E-INPUT-FAILED", args: { reason: reasonOf(error as Error) }, at: { option } });
  }
  if (size > LIMIT) refuse({ code: "E-INPUT-TOO-LARGE", args: { limitMiB: LIMIT_MIB }, at: { option } });
  return decoded(Buffer.concat(chunks), { option });
}

/** Reads a text file, including its byte order mark if it has one. Throws InputError. */
export function readFile(file: string): string {
  const bytes = open(file);
  if (bytes.length > LIMIT) refuse({ code: "E-INPUT-TOO-LARGE", args: { limitMiB: LIMIT_MIB, file }, at: { file } });
  return decoded(bytes, { file });
}

/** Reads the bytes of a file, but little more than the limit, because a pipe or device may have no end. */
function open(file: string): Buffer {
  try {
    const fd = openSync(file, "r");
    try {
      return readAll(fd);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    return refuse({ code: "E-FILE-OPEN", args: { file, reason: reasonOf(error as Error) }, at: { file } });
  }
}

const PART = Buffer.allocUnsafe(2 ** 16);

function readAll(fd: number): Buffer {
  const chunks: Buffer[] = [];
  let size = 0;
  while (size <= LIMIT) {
    const read = readSync(fd, PART);
    if (read === 0) break;
    chunks.push(Buffer.from(PART.subarray(0, read)));
    size += read;
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

function decoded(bytes: Buffer, at: { option: string } | { file: string }): string {
  if (!isUtf8(bytes)) refuse({ code: "E-INPUT-UTF8", args: "file" in at ? { file: at.file } : {}, at });
  return bytes.toString("utf8");
}
