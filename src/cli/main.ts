import { InputError } from "../core/errors.ts";
import { RECORD_VERSION } from "../record/choices.ts";
import { EXIT, exitStatus } from "./exit.ts";
import type { GivenOptions } from "./given.ts";
import { type Io, isAscii, isColoured, show } from "./io.ts";
import { COLOURS } from "./option.ts";
import { type CommandLine, readCommandLine } from "./program.ts";
import { RUNNERS } from "./runners.ts";
import { VERSION } from "./version.ts";

/** Runs a command line, without the names of node and the script. Resolves to the exit status. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  // Stack traces only help with bugs, so they are off unless someone asks for them.
  if (argv.includes("--debug")) Error.stackTraceLimit = 50;
  try {
    return await run(argv, io);
  } catch (bug) {
    const { name, message, stack } = bug as Error;
    const trace = argv.includes("--debug") ? `\n${stack}\n` : " --debug adds the stack trace.\n";
    io.stderr.write(
      `This is a bug in loss-calc ${VERSION}, not a mistake of yours (${name}: ${message}).\nPlease report it with this command line, its input and the output of node --version.${trace}`,
    );
    return EXIT.bug;
  }
}

async function run(argv: readonly string[], io: Io): Promise<number> {
  const asked = await readCommandLine(argv);
  const { command, given } = asked;
  try {
    const status = await answer(argv, asked, io);
    // The answer of check is its exit status, so its output does not have to be seen.
    const isShown = command.name === "check" || given.outputFile() !== undefined;
    if (io.stdout.isDiscarded && !isShown && !given.has("--quiet")) io.stderr.write(DISCARDED);
    return status;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return reportMistakes(error, command.name === "batch" ? undefined : formatOf(given), given, io);
  }
}

/** The note on a result that may not have been seen by anyone. */
const DISCARDED = "note: standard output is closed or discarded, and the result with it; -o FILE writes it to a file\n";

async function answer(argv: readonly string[], { command, given, problems }: CommandLine, io: Io): Promise<number> {
  if (argv.length === 0) {
    io.stderr.write((await import("./help.ts")).SHORT_HELP);
    return EXIT.wrong;
  }
  if (given.has("--help")) {
    const { commandPage, widthOf } = await import("./help.ts");
    await show(await commandPage(command, widthOf(io)), given.showOptions, io);
    return EXIT.fine;
  }
  if (given.has("--version")) {
    // Not every command has --json for its results, so look for it in the words themselves.
    const isJson = argv.includes("--json");
    io.stdout.write(`${isJson ? JSON.stringify({ version: VERSION, record: RECORD_VERSION }) : VERSION}\n`);
    return EXIT.fine;
  }
  return RUNNERS[command.name](given, problems, io);
}

/**
 * The format in which mistakes are reported. Not used for batch: its format is that of its table, and its mistakes are
 * for people.
 */
function formatOf(given: GivenOptions): string | undefined {
  return given.has("--json") ? "json" : given.value("--format");
}

async function reportMistakes(
  { problems }: InputError,
  format: string | undefined,
  given: GivenOptions,
  io: Io,
): Promise<number> {
  const { problemsAsJson, reportProblems } = await import("../render/report.ts");
  const coloured = isColoured(io.stderr, given.choice("--color", COLOURS) ?? "auto", io.env);
  const bold = (text: string) => `\u001b[1;31m${text}\u001b[22;39m`;
  const asJson = format === "json" || format === "ndjson";
  const text = asJson
    ? problemsAsJson(problems, format === "json")
    : reportProblems(problems, coloured ? bold : undefined, io.stderr.columns);
  const isInAscii = !asJson && isAscii(given.has("--ascii"), { stdout: io.stderr, env: io.env });
  io.stderr.write(isInAscii ? (await import("../render/ascii.ts")).ascii(text) : text);
  return exitStatus(problems);
}
