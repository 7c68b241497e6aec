import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { defined } from "../core/defined.ts";
import { collect, InputError, type Problem, refuse } from "../core/errors.ts";
import { type Io, identityOf, type Output, reasonOf, streamNamed } from "./io.ts";

/**
 * Identifies a file, whichever of its names is used, including symbolic and hard links. Devices are distinguished by
 * their names.
 */
export function fileIdentity(file: string): string {
  return identityOf(ifExists(() => statSync(file, { bigint: true }))) ?? realPlace(file);
}

/** Linux follows this many links in a row. */
const MOST_LINKS = 40;

/** Where a name finally leads, even if nothing exists there yet. */
export function realPlace(file: string, links = MOST_LINKS): string {
  // Use the system's own resolution: after a link to a folder, ".." means the parent of the real folder.
  const real = ifExists(() => realpathSync.native(file));
  if (real !== undefined) return real;
  if (links === 0 || dirname(file) === file) return resolve(file);
  const folder = realPlace(dirname(file), links - 1);
  const target = ifExists(() => readlinkSync(file));
  if (target === undefined) return join(folder, basename(file));
  return realPlace(isAbsolute(target) ? target : `${folder}/${target}`, links - 1);
}

function ifExists<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/** A file that is written whole or not at all. Its methods throw InputError. */
export interface OutputFile {
  write(bytes: Uint8Array): void;
  /** Moves the file to its final name. */
  commit(): void;
  /** Removes what was written. */
  discard(): void;
}

/** A file and what to write to it. */
export interface FileContent {
  readonly file: string;
  readonly text: string;
}

/** Writes files, each whole or not at all. If one of them cannot be written, none is. Throws InputError. */
export function writeOutputs(files: readonly FileContent[], overwrite: boolean, io: Io): void {
  const problems: Problem[] = [];
  const outputs = files.flatMap(({ file, text }) => {
    const output = collect(problems, () => openOutput(file, overwrite, io));
    return output ? [{ output, text }] : [];
  });
  for (const { output, text } of outputs) {
    if (problems.length === 0) collect(problems, () => output.write(Buffer.from(text)));
  }
  for (const { output } of outputs) {
    if (problems.length === 0) collect(problems, () => output.commit());
    else output.discard();
  }
  if (problems.length > 0) throw new InputError(problems);
}

/**
 * Opens a file for writing. We write to a temporary name in the same folder and rename it at the end. A standard
 * stream, or anything else that is not a regular file (a pipe, a device), is written to directly. Throws InputError if
 * the file exists and may not be replaced.
 */
export function openOutput(file: string, overwrite: boolean, io: Io): OutputFile {
  const stream = streamNamed(file);
  if (stream) return streamOutput(io[stream]);
  return withFileName(file, () => {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats && !stats.isFile()) return plainOutput(file, openSync(file, "w"));
    // A broken link exists, too.
    const isThere = lstatSync(file, { throwIfNoEntry: false }) !== undefined;
    if (isThere && !overwrite) refuse({ code: "E-OUTPUT-EXISTS", args: { file } });
    if (stats) accessSync(file, constants.W_OK);
    return replacement(file, isThere ? realPlace(file) : file, stats?.mode);
  });
}

function streamOutput(stream: Output): OutputFile {
  return { write: (bytes) => void stream.write(bytes), commit: () => {}, discard: () => {} };
}

function plainOutput(file: string, fd: number): OutputFile {
  const close = () => withFileName(file, () => closeSync(fd));
  return { write: (bytes) => withFileName(file, () => writeAll(fd, bytes)), commit: close, discard: close };
}

function replacement(file: string, target: string, mode: number | undefined): OutputFile {
  const unique = Math.random().toString(36).slice(2);
  // Leave out the target's name, which may already be as long as the system allows.
  const temporary = join(dirname(target), `.loss-calc-${unique}.tmp`);
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
      withFileName(file, act);
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

/** Errors of the system that a user can do something about. */
const CAUSES: Readonly<Record<string, "folder" | "no folder">> = {
  EISDIR: "folder",
  ENOENT: "no folder",
  ENOTDIR: "no folder",
};

/** Turns an error of the system into a mistake with the name of the file. */
function withFileName<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const because = CAUSES[code];
    return refuse({ code: "E-OUTPUT-FAILED", args: defined({ file, reason: reasonOf(error as Error), because }) });
  }
}
