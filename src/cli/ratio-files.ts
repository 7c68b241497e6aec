import type { RatioLookup } from "../core/figure.ts";
import type { RatiosOf } from "../input/scenario.ts";
import type { OwnRecord } from "../record/names.ts";

/** Thrown where a ratio is asked for by a name, or a file of them is, and neither is loaded. */
class NotLoaded extends Error {
  constructor(readonly file: string | undefined) {
    super("ratios are not loaded yet");
  }
}

/**
 * The ratios that have a name: those of the record, and of the file that --ratios or a scenario
 * names. They are loaded when one is asked for, since most runs need none.
 */
export class RatioFiles {
  /** By their files; undefined for the record alone. Throws what is wrong with the file. */
  readonly #loaded = new Map<string | undefined, () => RatioLookup>();
  readonly #option: string | undefined;

  private constructor(option: string | undefined) {
    this.#option = option;
  }

  /** Loads the file of the command line, if there is one. Throws InputError. */
  static async open(option: string | undefined): Promise<RatioFiles> {
    const files = new RatioFiles(option);
    await files.read((ratiosOf) => ratiosOf(undefined));
    return files;
  }

  /** Runs a reader; anew, where a ratio that it asks for had to be loaded first. */
  async read<T>(read: (ratiosOf: RatiosOf) => T): Promise<T> {
    for (;;) {
      try {
        return read(this.#ratiosOf);
      } catch (error) {
        if (!(error instanceof NotLoaded)) throw error;
        this.#loaded.set(error.file, await load(error.file));
      }
    }
  }

  /** The ratios for the rows of a table. Throws InputError. */
  async all(): Promise<RatioLookup> {
    this.#loaded.set(this.#option, this.#loaded.get(this.#option) ?? (await load(this.#option)));
    return this.#ratiosOf(undefined);
  }

  /** The file of the command line takes the place of a scenario's. */
  readonly #ratiosOf: RatiosOf = (named) => {
    const file = this.#option ?? named;
    const loaded = this.#loaded.get(file);
    if (loaded) return loaded();
    if (file !== undefined) throw new NotLoaded(file);
    return () => {
      throw new NotLoaded(undefined);
    };
  };
}

async function load(file: string | undefined): Promise<() => RatioLookup> {
  const { ratiosByName } = await import("../record/names.ts");
  try {
    const ratios = ratiosByName(file === undefined ? [] : [await readRatioFile(file)]);
    return () => ratios;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** The user's own ratios. Throws InputError. */
export async function readRatioFile(file: string): Promise<OwnRecord> {
  const [{ readRatios }, { readFile }, { inFile }] = await Promise.all([
    import("../input/ratios.ts"),
    import("./input.ts"),
    import("./scenario-file.ts"),
  ]);
  return inFile(file, () => readRatios(readFile(file), file));
}
