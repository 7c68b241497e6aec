import { type Problem, refuse } from "../core/errors.ts";
import { type Io, reasonOf } from "./io.ts";
import type { Line } from "./scenario.ts";

/** Far more than any list of sources; what is larger is a mistake, and is refused before it fills memory. */
const LIMIT_MIB = 8;
const AT: NonNullable<Problem["at"]> = { option: "--killed" };

/** The lines of standard input that hold figures: not the blank ones, nor those that begin with #. */
export async function readLines(stdin: Io["stdin"]): Promise<Line[]> {
  if (stdin.isTTY) refuse({ code: "E-INPUT-TERMINAL", args: {}, at: AT });
  const lines = (await readText(stdin))
    .split(/\r?\n/)
    .map((text, index) => ({ number: index + 1, text: text.trim() }))
    .filter(({ text }) => text !== "" && !text.startsWith("#"));
  if (lines.length === 0) refuse({ code: "E-INPUT-EMPTY", args: {}, at: AT });
  return lines;
}

async function readText(stdin: Io["stdin"]): Promise<string> {
  const bytes = await readBytes(stdin);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse({ code: "E-INPUT-UTF8", args: {}, at: AT });
  }
}

async function readBytes(stdin: Io["stdin"]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stdin) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > LIMIT_MIB * 2 ** 20) break;
    }
  } catch (error) {
    refuse({ code: "E-INPUT-FAILED", args: { reason: reasonOf(error as Error) }, at: AT });
  }
  if (size > LIMIT_MIB * 2 ** 20) refuse({ code: "E-INPUT-TOO-LARGE", args: { limitMiB: LIMIT_MIB }, at: AT });
  return Buffer.concat(chunks);
}
