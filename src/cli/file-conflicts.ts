import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { Problem } from "../core/errors.ts";
import { formatByName } from "./file-format.ts";
import { splitOperand } from "./file-number.ts";
import type { GivenOptions } from "./given.ts";
import { type Io, streamNamed } from "./io.ts";
import { PICTURE_NAME } from "./option.ts";
import { fileIdentity } from "./output.ts";

/** A file that is read or written: what to call it, and where it is. A terminal or a device has no place. */
export interface UsedFile {
  readonly text: string;
  readonly place: string | undefined;
}

/** Files that are read without an option of their own. */
interface OtherFiles {
  /** The file of ratios that a scenario names. */
  readonly ratios?: string | undefined;
  readonly tables?: readonly string[];
}

/**
 * Reports files whose names would cause them to be misread, and files that would overwrite another that is read or
 * written. A scenario file may be saved over itself, which brings it up to date, unless it holds a list: the other
 * scenarios would be lost.
 */
export function fileConflicts(
  given: GivenOptions,
  io: Io,
  { ratios = given.value("--ratios"), tables = [] }: OtherFiles = {},
) {
  const written = writtenFiles(given, io);
  const scenario = given.value("--scenario");
  const read = [
    ...tables.map((table) => usedInput("the table", table, io)),
    ...(ratios === undefined ? [] : [usedInput("--ratios", ratios, io)]),
    ...(scenario === undefined ? [] : [usedInput("--scenario", splitOperand(scenario).file, io)]),
    ...(given.values("--killed").includes("-") ? [usedInput("--killed", "-", io)] : []),
  ];
  const isUpdate = (input: UsedFile, output: UsedFile) =>
    input.text === `--scenario ${scenario}` && output.text === `--save ${scenario}`;
  const isOfList = scenario !== undefined && splitOperand(scenario).number !== undefined;
  const isIntoList = (input: UsedFile, output: UsedFile) =>
    isOfList && input.text.startsWith("--scenario ") && output.text.startsWith("--save ");
  const clashes = written.flatMap((output, index): Problem[] => [
    ...written.slice(index + 1).flatMap((other) => sameFileProblems(output, other)),
    ...read
      .filter((input) => !isUpdate(input, output))
      .flatMap((input) => {
        const found = sameFileProblems(input, output);
        return isIntoList(input, output) ? found.map(() => listProblem(given.value("--save")!)) : found;
      }),
  ]);
  const nameless = namelessProblems(given);
  return nameless.length > 0 ? nameless : [...outputNameProblems(given), ...clashes];
}

/** The options that name a file to write. */
const WRITTEN = ["--output", "--save", "--rejects"] as const;

/** Reports names that are only the end of one, as a variable without a value before it leaves them. */
function namelessProblems(given: GivenOptions): Problem[] {
  return WRITTEN.flatMap((option) =>
    given.values(option).flatMap((file): Problem[] => {
      const name = basename(file);
      const isEnding = /^\.[^.]+$/.test(name) && formatByName(`name${name}`) !== undefined;
      return isEnding ? [{ code: "E-OUTPUT-NAME", args: { extension: name }, at: { option } }] : [];
    }),
  );
}

/** Everything that is written: files, and standard output unless the result is written to a file. */
function writtenFiles(given: GivenOptions, io: Io): UsedFile[] {
  const named = WRITTEN.flatMap((option) => given.values(option).map((file) => ({ text: `${option} ${file}`, file })));
  const files = named.filter(({ file }) => streamNamed(file) !== "stdout");
  const stream = named.find(({ file }) => streamNamed(file) === "stdout");
  const isUsed = stream !== undefined || given.outputFile() === undefined;
  return [
    ...files.map(({ text, file }) => ({ text, place: fileIdentity(file) })),
    ...(isUsed ? [{ text: stream?.text ?? "standard output", place: io.stdout.identity }] : []),
  ];
}

/** Where a result or report is written. */
export function usedOutput(given: GivenOptions, io: Io): UsedFile {
  const file = given.outputFile();
  return file === undefined
    ? { text: "standard output", place: io.stdout.identity }
    : { text: `--output ${file}`, place: fileIdentity(file) };
}

/** What is read, through an option or as a word of its own: a file, or standard input for "-". */
export function usedInput(what: string, file: string, io: Io): UsedFile {
  if (file === "-" && !what.startsWith("--")) return { text: "standard input", place: io.source.identity };
  return { text: `${what} ${file}`.trim(), place: file === "-" ? io.source.identity : fileIdentity(file) };
}

/** Reports a mistake if both are the same file, since one would destroy what the other reads or writes. */
export function sameFileProblems(first: UsedFile, second: UsedFile): Problem[] {
  const args = { options: [first.text, second.text], why: "one file" } as const;
  return first.place !== undefined && first.place === second.place ? [{ code: "E-OPTIONS-CLASH", args }] : [];
}

/** The extensions of other formats. Any program that opens a scenario under such a name would misread it. */
const NOT_JSON = /\.(?:ya?ml|toml|ini|xml|csv|tsv|tab|ndjson|jsonl|md|markdown|wiki|mediawiki|txt|html?|xlsx?|ods)$/i;

/** A scenario is saved as JSON, so the name must not belong to another format. */
export function saveNameProblems(given: GivenOptions): Problem[] {
  const list = /^(.+)#\d+$/s.exec(given.value("--save") ?? "")?.[1];
  if (list !== undefined && existsSync(list)) return [listProblem(list)];
  return extensionProblems(given, "--save", NOT_JSON, ".json", (extension) => ({
    code: "E-SAVE-FORMAT",
    args: { extension },
  }));
}

/** A scenario cannot be saved into a list. A file called FILE#2 would be read instead of the second one from then on. */
function listProblem(file: string): Problem {
  return { code: "E-SAVE-LIST", args: { file }, at: { option: "--save" } };
}

/**
 * The extensions of formats that are not text. Any program that opens a result under such a name would call it damaged.
 */
const NOT_TEXT = /\.(?:xls[xmb]?|ods|docx?|odt|parquet|gz|png|jpe?g|gif|webp|tiff?|pdf|eps)$/i;

function outputNameProblems(given: GivenOptions): Problem[] {
  const file = given.value("--output") ?? "";
  const instead = PICTURE_NAME.test(file) ? ".svg" : /\.gz$/i.test(file) ? "" : ".csv";
  return extensionProblems(given, "--output", NOT_TEXT, instead, (extension) => ({
    code: "E-OUTPUT-FORMAT",
    args: { extension, ...(instead === ".svg" ? { picture: file.replace(PICTURE_NAME, instead) } : {}) },
  }));
}

/** Reports files whose names end in one of these, and suggests a better name. */
function extensionProblems(
  given: GivenOptions,
  option: "--save" | "--output",
  endings: RegExp,
  instead: string,
  problem: (extension: string) => Problem,
): Problem[] {
  const text = given.value(option);
  const [extension] = (text !== undefined && endings.exec(text)) || [];
  if (text === undefined || extension === undefined) return [];
  const start = text.length - extension.length;
  return [{ ...problem(extension), text, start, tries: [`${text.slice(0, start)}${instead}`], at: { option } }];
}
