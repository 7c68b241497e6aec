import { inFile } from "../core/in-file.ts";
import type { RatioLookup } from "../core/ratio-lookup.ts";
import type { RatiosOf } from "../input/scenario.ts";
import type { OwnRecord, ratiosByName } from "../record/names.ts";
import type { Io } from "./io.ts";

/** Thrown if a ratio is asked for by name, or a file of ratios is needed, before the code that reads it is loaded. */
class NotLoaded extends Error {
  constructor(readonly isFile: boolean) {
    super("ratios are not loaded yet");
  }
}

/**
 * The ratios that have names: those of the record, and those of the file that --ratios or a scenario names. The record
 * and the code that reads files are only loaded on demand, since most runs need neither.
 */
export class RatioFiles {
  /** The ratios by file, or of the record alone if the key is undefined. Throws what is wrong with the file. */
  readonly #known = new Map<string | undefined, () => RatioLookup>();
  readonly #option: string | undefined;
  /** The text of standard input, if the option names it. */
  readonly #text: string | undefined;
  #byName: typeof ratiosByName | undefined;
  #read: ((file: string) => OwnRecord) | undefined;

  private constructor(option: string | undefined, text: string | undefined) {
    this.#option = option;
    this.#text = text;
  }

  /** Loads the file of the command line, if there is one. Throws InputError. */
  static async open(option: string | undefined, io: Io): Promise<RatioFiles> {
    const files = new RatioFiles(option, await textOfStream(option, io));
    await files.read((ratiosOf) => ratiosOf(undefined));
    return files;
  }

  /** Runs a reader. If the reader asks for something that is not loaded yet, we load it and run the reader again. */
  async read<T>(read: (ratiosOf: RatiosOf) => T): Promise<T> {
    for (;;) {
      try {
        return read(this.#ratiosOf);
      } catch (error) {
        if (!(error instanceof NotLoaded)) throw error;
        this.#byName ??= (await import("../record/names.ts")).ratiosByName;
        if (error.isFile) this.#read ??= await ratioReader(this.#text);
      }
    }
  }

  /** The files that were asked for so far. */
  get files(): string[] {
    return [...this.#known.keys()].filter((file) => file !== undefined);
  }

  /** The ratios for the rows of a table. Throws InputError. */
  async all(): Promise<RatioLookup> {
    return this.read(() => this.#ratiosIn(this.#option));
  }

  /** The file of the command line replaces the one that a scenario names. */
  readonly #ratiosOf: RatiosOf = (named) => {
    const file = this.#option ?? named;
    return file === undefined ? (...asked) => this.#ratiosIn(undefined)(...asked) : this.#ratiosIn(file);
  };

  #ratiosIn(file: string | undefined): RatioLookup {
    let known = this.#known.get(file);
    if (!known) {
      if (!this.#byName || (file !== undefined && !this.#read)) throw new NotLoaded(file !== undefined);
      known = this.#ratiosOrMistakes(file, this.#byName);
      this.#known.set(file, known);
    }
    return known();
  }

  #ratiosOrMistakes(file: string | undefined, byName: typeof ratiosByName): () => RatioLookup {
    try {
      const ratios = byName(file === undefined ? [] : [this.#read!(file)]);
      return () => ratios;
    } catch (error) {
      return () => {
        throw error;
      };
    }
  }
}

/** The user's own ratios, if the command line names a file of them. Throws InputError. */
export async function ownRatios(option: string | undefined, io: Io): Promise<OwnRecord[]> {
  return option === undefined ? [] : [(await ratioReader(await textOfStream(option, io)))(option)];
}

async function textOfStream(option: string | undefined, io: Io): Promise<string | undefined> {
  return option === "-" ? (await import("./input.ts")).readStdin(io, "--ratios") : undefined;
}

/**
 * Makes a function that reads a file of the user's ratios, or the text of standard input. The function throws
 * InputError.
 */
async function ratioReader(text: string | undefined): Promise<(file: string) => OwnRecord> {
  const [{ readRatios }, { readFile }] = await Promise.all([import("../input/ratios.ts"), import("./input.ts")]);
  return (file) =>
    inFile(file, () =>
      file === "-" && text !== undefined ? readRatios(text, "standard input") : readRatios(readFile(file), file),
    );
}
