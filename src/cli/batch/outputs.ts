import { setTimeout } from "node:timers/promises";
import type { Given } from "../given.ts";
import type { Io } from "../io.ts";
import { type OutputFile, openOutput } from "../output.ts";
import type { Progress } from "../progress.ts";

const SETTLED_MS = 30;

/** Where rows go: standard output or a file, and those that could not be read. */
export class Outputs {
  /** Nobody reads the rows any more. */
  isClosed = false;
  /** The system could not write what was sent last. */
  hasFailed = false;
  readonly rejects: OutputFile | undefined;
  readonly #file: OutputFile | undefined;
  readonly #io: Io;

  constructor(given: Given, progress: Progress, io: Io) {
    this.#io = io;
    const open = (file: string | undefined) =>
      file === undefined ? undefined : openOutput(file, given.has("--overwrite"), io);
    this.#file = open(given.outputFile());
    try {
      this.rejects = open(given.one("--rejects"));
    } catch (error) {
      this.discard();
      throw error;
    }
    if (this.#file || this.rejects) {
      io.onInterrupt(() => {
        progress.clear();
        this.discard();
        this.rejects?.discard();
      });
    }
  }

  readonly send = (bytes: Uint8Array): void => {
    this.hasFailed = true;
    if (this.#file) this.#file.write(bytes);
    else if (!this.isClosed) this.isClosed = !this.#io.stdout.write(bytes);
    this.hasFailed = false;
  };

  /**
   * An interrupt also ends the program that writes our input, and that end may be seen before the
   * interrupt is: what was cut off by it must not be taken for the whole.
   */
  async settle(): Promise<void> {
    if (this.#file || this.rejects) await setTimeout(SETTLED_MS);
  }

  commit(): void {
    this.#file?.commit();
  }

  /** Leaves no file if its beginning cannot be written. */
  orDiscard<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  discard(): void {
    this.#file?.discard();
  }
}
