import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Problem, refuse } from "../core/errors.ts";
import { reasonOf } from "./io.ts";

/** The pairs of names that are of one file, as mistakes: what is read or written by one would be lost by the other. */
export function clashesOfFiles(
  given: readonly { readonly option: string; readonly file: string | undefined }[],
): Problem[] {
  const named = given.flatMap(({ option, file }) =>
    file === undefined || file === "-" ? [] : [{ text: `${option} ${file}`, place: realPlace(file) }],
  );
  return named.flatMap((one, index) =>
    named.slice(index + 1).flatMap((other): Problem[] => {
      const args = { options: [one.text, other.text], why: "one file" } as const;
      return one.place === other.place ? [{ code: "E-OPTIONS-CLASH", args }] : [];
    }),
  );
}

/** Where a name leads in the end; as it is written, where nothing is there yet. */
export function realPlace(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return resolve(file);
  }
}

/** A file that is written whole or not at all. Its methods throw InputError. */
export interface OutputFile {
  write(bytes: Uint8Array): void;
  /** Puts it under its name. */
  commit(): void;
  /** Leaves nothing of it. */
  discard(): void;
}

/** Writes a file whole or not at all. Throws InputError. */
export function writeOutput(file: string, text: string, overwrite: boolean): void {
  const output = openOutput(file, overwrite);
  output.write(Buffer.from(text));
  output.commit();
}

/**
 * Opens a file for writing: under another name beside it, which is renamed in the end. What is no
 * regular file (a pipe, a device) is written to as it is. Throws InputError where it exists and may
 * not be replaced.
 */
export function openOutput(file: string, overwrite: boolean): OutputFile {
  return told(file, () => {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found && !found.isFile()) return plainOutput(file, openSync(file, "w"));
    if (found && !overwrite) refuse({ code: "E-OUTPUT-EXISTS", args: { file } });
    if (found) accessSync(file, constants.W_OK);
    return replacement(file, found ? realpathSync(file) : file, found?.mode);
  });
}

function plainOutput(file: string, fd: number): OutputFile {
  const close = () => told(file, () => closeSync(fd));
  return { write: (bytes) => told(file, () => writeAll(fd, bytes)), commit: close, discard: close };
}

function replacement(file: string, target: string, mode: number | undefined): OutputFile {
  const unique = Math.random().toString(36).slice(2);
  const temporary = join(dirname(target), `.${basename(target)}.${unique}.tmp`);
  const fd = openSync(temporary, "wx");
  let open = true;
  const close = () => {
    if (open) closeSync(fd);
    open = false;
  };
  let discarded = false;
  const discard = () => {
    discarded = true;
    close();
    rmSync(temporary, { force: true });
  };
  const orDiscard = (act: () => void) => {
    try {
      told(file, act);
    } catch (error) {
      discard();
      throw error;
    }
  };
  return {
    write: (bytes) => orDiscard(() => writeAll(fd, bytes)),
    commit: () =>
      orDiscard(() => {
        if (discarded) return;
        close();
        if (mode !== undefined) chmodSync(temporary, mode);
        renameSync(temporary, target);
      }),
    discard,
  };
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
}

/** What the system refuses is told with the name of the file. */
function told<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return refuse({ code: "E-OUTPUT-FAILED", args: { file, reason: reasonOf(error as Error) } });
  }
}
