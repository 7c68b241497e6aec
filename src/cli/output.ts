import { accessSync, chmodSync, constants, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { refuse } from "../core/errors.ts";
import { reasonOf } from "./io.ts";

/** Whether two names are of one file. */
export function isSameFile(one: string, other: string): boolean {
  return resolve(one) === resolve(other);
}

/**
 * Writes a file whole or not at all: under another name beside it, which is then renamed. What is
 * no regular file (a pipe, a device) is written to as it is. Throws InputError.
 */
export function writeOutput(file: string, text: string, overwrite: boolean): void {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found && !found.isFile()) writeFileSync(file, text);
    else if (found && !overwrite) refuse({ code: "E-OUTPUT-EXISTS", args: { file } });
    else {
      if (found) accessSync(file, constants.W_OK);
      replace(found ? realpathSync(file) : file, text, found?.mode);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    refuse({ code: "E-OUTPUT-FAILED", args: { file, reason: reasonOf(error as Error) } });
  }
}

function replace(file: string, text: string, mode: number | undefined): void {
  const unique = Math.random().toString(36).slice(2);
  const temporary = join(dirname(file), `.${basename(file)}.${unique}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: "wx" });
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
