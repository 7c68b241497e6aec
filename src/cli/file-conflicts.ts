import type { Problem } from "../core/errors.ts";
import type { Given } from "./given.ts";
import { type Io, streamNamed } from "./io.ts";
import type { OptionName } from "./options.ts";
import { clashesOfFiles, type Used } from "./output.ts";
import { splitOperand } from "./scenario-file.ts";

/** What is read and written without an option of its own. */
interface OtherFiles {
  /** The file of ratios that a scenario names. */
  readonly ratios?: string | undefined;
  readonly tables?: readonly string[];
  /** Where rows go if no file is named. */
  readonly rows?: Io;
}

/**
 * The files that would be written over another that is read or written, as mistakes. A scenario file may be saved
 * over itself, which brings it up to date, unless it is one of a list: the others would be lost.
 */
export function fileConflicts(given: Given, { ratios, tables = [], rows }: OtherFiles = {}): Problem[] {
  const named = (option: OptionName): Used => ({ option, file: given.one(option) });
  const written = (["--output", "--save", "--rejects"] as const).flatMap((option): Used[] => {
    const file = given.one(option);
    if (file === undefined || streamNamed(file) !== "stdout") return file === undefined ? [] : [named(option)];
    return option === "--rejects" && rows ? [{ option: `${option} ${file}`, stream: rows.stdout }] : [];
  });
  // Rejected rows on standard output need a file for the rows, which conflicts.ts asks for.
  const isTaken = written.some(({ option, stream }) => option === "--output" || stream !== undefined);
  if (rows && !isTaken) written.push({ option: "the rows on standard output", stream: rows.stdout });
  const scenario = given.one("--scenario");
  const read: Used[] = [
    ...tables.map((file) => ({ option: "the table", file })),
    { option: "--ratios", file: given.one("--ratios") ?? ratios },
    { option: "--scenario", file: scenario === undefined ? undefined : splitOperand(scenario).file },
  ];
  return written.flatMap((output, index) => [
    ...written.slice(index + 1).flatMap((other) => clashesOfFiles([output, other])),
    ...read
      .filter(({ option, file }) => !(option === "--scenario" && output.option === "--save" && file === scenario))
      .flatMap((input) => clashesOfFiles([input, output])),
  ]);
}

/** The endings of other formats: whatever opens a scenario under such a name would misread it. */
const NOT_JSON = /\.(?:ya?ml|toml|ini|xml|csv|tsv|tab|ndjson|jsonl|md|markdown|txt|html?|xlsx?|ods)$/i;

/** A scenario is saved as JSON, and not under the name of anything else. */
export function unfitSave(given: Given): Problem[] {
  const file = given.one("--save");
  const [extension] = (file !== undefined && NOT_JSON.exec(file)) || [];
  if (file === undefined || extension === undefined) return [];
  const start = file.length - extension.length;
  const tries = [`${file.slice(0, start)}.json`];
  return [{ code: "E-SAVE-FORMAT", args: { extension }, text: file, start, tries, at: { option: "--save" } }];
}
