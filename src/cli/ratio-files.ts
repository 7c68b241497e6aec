import { collect, InputError, type Problem } from "../core/errors.ts";
import { inFile } from "../core/in-file.ts";
import type { RatioLookup } from "../core/ratio-lookup.ts";
import type { RatioNeeds } from "../input/ratio-needs.ts";
import type { RatiosOf } from "../input/scenario.ts";
import type { OwnRecord } from "../record/names.ts";
import type { Io } from "./io.ts";

/**
 * The ratios that have names: those of the record, and those of the file that --ratios or a scenario names. The record
 * and the code that reads files are only loaded if they are needed, since most runs need neither.
 */
export class RatioFiles {
  /** The ratios by file, or of the record alone if the key is undefined. Throws what is wrong with the file. */
  readonly #known = new Map<string | undefined, () => RatioLookup>();
  readonly #option: string | undefined;

  private constructor(
    option: string | undefined,
    /** The cases in the file of the command line. */
    readonly own: readonly OwnRecord[],
  ) {
    this.#option = option;
  }

  /** Loads the file of the command line, if there is one. Throws InputError. */
  static async open(option: string | undefined, io: Io): Promise<RatioFiles> {
    const files = new RatioFiles(option, await ownRatios(option, io));
    if (option !== undefined) await files.load({ names: false, files: [] });
    return files;
  }

  /** The files that were needed so far. */
  get files(): string[] {
    return [...this.#known.keys()].filter((file) => file !== undefined);
  }

  /** The ratios for the rows of a table. Throws InputError. */
  async all(): Promise<RatioLookup> {
    return (await this.load({ names: true, files: [] }))(undefined);
  }

  /** Loads what is needed. The result throws what is wrong with a file when that file is asked for. */
  async load(needs: RatioNeeds): Promise<RatiosOf> {
    // The file of the command line replaces the one that a scenario names.
    const files = this.#option === undefined ? [...needs.files, ...(needs.names ? [undefined] : [])] : [this.#option];
    const missing = files.filter((file) => !this.#known.has(file));
    if (missing.length > 0) {
      const { ratiosByName } = await import("../record/names.ts");
      const read = missing.some((file) => file !== this.#option) ? await ratioReader(undefined) : undefined;
      for (const file of missing) {
        this.#known.set(
          file,
          readOnce(() => ratiosByName(file === this.#option ? this.own : [read!(file!)])),
        );
      }
    }
    return (named) => this.#known.get(this.#option ?? named)?.() ?? NOT_LOADED;
  }
}

/** For inputs in which no text can be a name. It is never asked for one. */
const NOT_LOADED: RatioLookup = Object.assign(
  () => {
    throw new Error("ratios are not loaded");
  },
  { knows: () => false },
);

/** Does something now, and returns or throws the outcome on demand. */
function readOnce<T>(read: () => T): () => T {
  const problems: Problem[] = [];
  const value = collect(problems, read);
  return () => {
    if (value === undefined) throw new InputError(problems);
    return value;
  };
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
