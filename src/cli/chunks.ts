import { accessSync, constants, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { InputError, type Problem, refuse } from "../core/errors.ts";
import { withFile } from "../core/in-file.ts";
import { FOLDER } from "./input.ts";
import { type Io, reasonOf } from "./io.ts";
import { type UnpackOptions, unpacked } from "./unpacked.ts";

const CHUNK = 2 ** 18;

/**
 * Yields the bytes of a file as they arrive, or of standard input for "-". The next chunk overwrites the previous one.
 * Throws InputError.
 */
export async function* chunksOf(file: string, io: Io, options?: UnpackOptions): AsyncGenerator<Uint8Array> {
  if (file === "-" && io.source.isFolder) refuse(FOLDER);
  try {
    yield* unpacked(file === "-" ? io.stdin : chunksOfFile(file), options);
  } catch (error) {
    if (error instanceof InputError) throw new InputError(error.problems.map((problem) => withFile(problem, file)));
    const reason = reasonOf(error as Error);
    if (file === "-") refuse({ code: "E-INPUT-FAILED", args: { reason } });
    refuse({ code: "E-FILE-OPEN", args: { file, reason }, at: { file } });
  }
}

async function* chunksOfFile(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file);
  try {
    const buffer = Buffer.allocUnsafeSlow(CHUNK);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** Whether a file can be read twice. */
export function isRegular(file: string): boolean {
  return file !== "-" && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

/**
 * The total size of the files in bytes, or undefined if it is not known. Adds each file that cannot be opened to the
 * list.
 */
export function sizeOf(files: readonly string[], problems: Problem[]): number | undefined {
  const sizes = files.map((file) => {
    if (file === "-") return undefined;
    try {
      // We don't open the file: if it is a pipe, anything written before we read it would be lost.
      accessSync(file, constants.R_OK);
      const found = statSync(file);
      if (found.isDirectory()) throw new Error("EISDIR: illegal operation on a directory, read");
      return found.isFile() && !/\.(?:gz|xlsx)$/i.test(file) ? found.size : undefined;
    } catch (error) {
      problems.push({ code: "E-FILE-OPEN", args: { file, reason: reasonOf(error as Error) }, at: { file } });
      return undefined;
    }
  });
  return sizes.reduce<number | undefined>(
    (sum, size) => (sum === undefined || size === undefined ? undefined : sum + size),
    0,
  );
}
