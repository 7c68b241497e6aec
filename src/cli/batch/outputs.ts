import { setTimeout } from "node:timers/promises";
import type { GivenOptions } from "../given.ts";
import type { Io } from "../io.ts";
import { type OutputFile, openOutput } from "../output.ts";
import type { Progress } from "../progress.ts";

const SETTLED_MS = 30;

/** Where rows are written (standard output or a file), and where the rows that could not be read are written. */
export class Outputs {
  /** Nobody reads the rows any more. */
  isClosed = false;
  /** The system could not write the last bytes we sent. */
  hasFailed = false;
  readonly rejects: OutputFile | undefined;
  readonly #file: OutputFile | undefined;
  readonly #io: Io;

  constructor(given: GivenOptions, progress: Progress, io: Io) {
    this.#io = io;
    const open = (file: string | undefined) =>
      file === undefined ? undefined : openOutput(file, given.has("--overwrite"), io);
    this.#file = open(given.outputFile());
    try {
      this.rejects = open(given.value("--rejects"));
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
   * Waits for an interrupt that may be on its way. It also ends the program that writes our input, and we may see that
   * end before we see the interrupt. A table that was cut off must not pass for a whole one.
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
