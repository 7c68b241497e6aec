import { refuse } from "../core/errors.ts";
import type { RatioLookup } from "../core/figure.ts";
import type { RatiosOf } from "../input/scenario.ts";
import type { OwnRecord, ratiosByName } from "../record/names.ts";

/** Thrown where a ratio is asked for by a name, or a file of them is, and what reads it is not loaded. */
class NotLoaded extends Error {
  constructor(readonly isFile: boolean) {
    super("ratios are not loaded yet");
  }
}

/**
 * The ratios that have a name: those of the record, and of the file that --ratios or a scenario
 * names. The record and what reads files are loaded when one is asked for, since most runs need none.
 */
export class RatioFiles {
  /** By their files, undefined for the record alone; throws what is wrong with the file. */
  readonly #known = new Map<string | undefined, () => RatioLookup>();
  readonly #option: string | undefined;
  #byName: typeof ratiosByName | undefined;
  #read: ((file: string) => OwnRecord) | undefined;

  private constructor(option: string | undefined) {
    this.#option = option;
  }

  /** Loads the file of the command line, if there is one. Throws InputError. */
  static async open(option: string | undefined): Promise<RatioFiles> {
    refuseStream(option);
    const files = new RatioFiles(option);
    await files.read((ratiosOf) => ratiosOf(undefined));
    return files;
  }

  /** Runs a reader; anew, where something that it asks for had to be loaded first. */
  async read<T>(read: (ratiosOf: RatiosOf) => T): Promise<T> {
    for (;;) {
      try {
        return read(this.#ratiosOf);
      } catch (error) {
        if (!(error instanceof NotLoaded)) throw error;
        this.#byName ??= (await import("../record/names.ts")).ratiosByName;
        if (error.isFile) this.#read ??= await ratioReader();
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

  /** The file of the command line takes the place of a scenario's. */
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
export async function ownRatios(option: string | undefined): Promise<OwnRecord[]> {
  refuseStream(option);
  return option === undefined ? [] : [(await ratioReader())(option)];
}

/** A result names the file that a ratio is from, and standard input has no name. */
function refuseStream(option: string | undefined): void {
  if (option === "-") refuse({ code: "E-RATIOS-STREAM", args: {}, at: { option: "--ratios" } });
}

/** What reads a file of the user's ratios. It throws InputError. */
async function ratioReader(): Promise<(file: string) => OwnRecord> {
  const [{ readRatios }, { readFile }, { inFile }] = await Promise.all([
    import("../input/ratios.ts"),
    import("./input.ts"),
    import("./scenario-file.ts"),
  ]);
  return (file) => inFile(file, () => readRatios(readFile(file), file));
}
