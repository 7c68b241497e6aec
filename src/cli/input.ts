import { readFileSync, statSync } from "node:fs";
import { defined } from "../core/defined.ts";
import { refuse } from "../core/errors.ts";
import { type Io, reasonOf } from "./io.ts";
import type { Line } from "./scenario.ts";

/** Far more than any list of sources or scenarios; what is larger is refused before it fills memory. */
const LIMIT_MIB = 8;
const LIMIT = LIMIT_MIB * 2 ** 20;

/** The lines of standard input that hold figures: not the blank ones, nor those that begin with #. */
export async function readLines(stdin: Io["stdin"], option: string): Promise<Line[]> {
  const lines = (await readStdin(stdin, option))
    .split(/\r?\n/)
    .map((text, index) => ({ number: index + 1, text: text.trim() }))
    .filter(({ text }) => text !== "" && !text.startsWith("#"));
  if (lines.length === 0) refuse({ code: "E-INPUT-EMPTY", args: {}, at: { option } });
  return lines;
}

/** All of standard input, for the option that "-" was given to. Throws InputError. */
export async function readStdin(stdin: Io["stdin"], option: string): Promise<string> {
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

/** A file of text, with the mark that some editors begin it with. Throws InputError. */
export function readFile(file: string): string {
  const bytes = open(file);
  if (!bytes) refuse({ code: "E-INPUT-TOO-LARGE", args: { limitMiB: LIMIT_MIB, file }, at: { file } });
  return decoded(bytes, { file });
}

/** The bytes of a file; undefined where there are too many. */
function open(file: string): Uint8Array | undefined {
  try {
    return statSync(file).size > LIMIT ? undefined : readFileSync(file);
  } catch (error) {
    return refuse({ code: "E-FILE-OPEN", args: { file, reason: reasonOf(error as Error) }, at: { file } });
  }
}

function decoded(bytes: Uint8Array, at: { option: string } | { file: string }): string {
  const file = "file" in at ? at.file : undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: file !== undefined }).decode(bytes);
  } catch {
    return refuse({ code: "E-INPUT-UTF8", args: defined({ file }), at });
  }
}
