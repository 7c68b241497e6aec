import { fstatSync, readSync, statSync, writeSync } from "node:fs";
import { InputError } from "../core/errors.ts";
import { identityOf, type Output, reasonOf } from "./io.ts";
import { main } from "./main.ts";

// A file can hold a hundred thousand mistakes, and nobody looks at their stacks. Capturing them took half of the time.
Error.stackTraceLimit = 0;

/** This is the only file that touches the process. */
void main(process.argv.slice(2), {
  // Only opened when it is read, because opening it takes time.
  get stdin() {
    return process.stdin;
  },
  get source() {
    const stats = fstatSync(0, { bigint: true });
    return { identity: identityOf(stats), isFolder: stats.isDirectory() };
  },
  stdout: output(1, (error) => {
    const args = { file: "standard output", reason: reasonOf(error) };
    throw new InputError([{ code: "E-OUTPUT-FAILED", args }]);
  }),
  stderr: output(2, () => {}),
  onInterrupt(clear) {
    for (const [signal, status] of [
      ["SIGHUP", 129],
      ["SIGINT", 130],
      ["SIGQUIT", 131],
      ["SIGTERM", 143],
    ] as const) {
      process.once(signal, () => {
        clear();
        process.exit(status);
      });
    }
  },
  env: process.env,
}).then((status) => {
  process.exitCode = status;
});

/**
 * A standard stream. Only a terminal is opened as a Node stream, because that takes longer than the calculation. A
 * reader that closes its pipe has seen enough, so that is not an error.
 */
function output(fd: 1 | 2, failed: (error: NodeJS.ErrnoException) => void): Output {
  const isDevice = fstatSync(fd).isCharacterDevice();
  const terminal = isDevice ? (fd === 1 ? process.stdout : process.stderr) : undefined;
  return {
    isTTY: terminal?.isTTY === true,
    get identity() {
      return identityOf(fstatSync(fd, { bigint: true }));
    },
    get isDiscarded() {
      return isDevice && terminal?.isTTY !== true && isNullForReading(fd);
    },
    // Some terminals do not know their width and report 0.
    ...(terminal?.isTTY && terminal.columns > 0 ? { columns: terminal.columns, rows: terminal.rows } : {}),
    write(text) {
      try {
        writeAll(fd, typeof text === "string" ? Buffer.from(text) : text);
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EPIPE") failed(error as NodeJS.ErrnoException);
        return false;
      }
    },
  };
}

/**
 * If a standard stream is closed, Node opens /dev/null for reading and writing, whereas a shell opens it for writing
 * only. Programs that discard another program's output (Python's DEVNULL, Node's "ignore") do the same as Node, and we
 * cannot tell the two apart. So this is worth a note, but it is not a mistake.
 */
function isNullForReading(fd: number): boolean {
  try {
    return fstatSync(fd).rdev === statSync("/dev/null").rdev && readSync(fd, Buffer.alloc(1)) === 0;
  } catch {
    return false;
  }
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(fd, bytes, done);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      // Another process made this pipe non-blocking, and it is full: wait for its reader.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
