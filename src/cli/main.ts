import { InputError } from "../core/errors.ts";
import { RECORD_VERSION } from "../record/choices.ts";
import { EXIT, exitStatus } from "./exit.ts";
import type { Given } from "./given.ts";
import { type Io, isColoured } from "./io.ts";
import { COLOURS } from "./option.ts";
import { readCommandLine } from "./program.ts";
import { RUNNERS } from "./runners.ts";
import { VERSION } from "./version.ts";

/** Runs a command line (without the names of node and the script); resolves to the exit status. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await run(argv, io);
  } catch (bug) {
    const { name, message } = bug as Error;
    io.stderr.write(
      `loss-calc ${VERSION} met a bug of its own (${name}: ${message}). Please report it with this command line.\n`,
    );
    return EXIT.bug;
  }
}

async function run(argv: readonly string[], io: Io): Promise<number> {
  if (argv.length === 0) {
    io.stderr.write((await import("./help.ts")).SHORT_HELP);
    return EXIT.wrong;
  }
  const { command, given, problems } = await readCommandLine(argv);
  if (given.has("--help")) {
    const { commandPage, widthOf } = await import("./help.ts");
    io.stdout.write(await commandPage(command, widthOf(io)));
    return EXIT.fine;
  }
  if (given.has("--version")) {
    const version = given.has("--json") ? JSON.stringify({ version: VERSION, record: RECORD_VERSION }) : VERSION;
    io.stdout.write(`${version}\n`);
    return EXIT.fine;
  }
  try {
    return await RUNNERS[command.name](given, problems, io);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return reportMistakes(error, command.name === "batch" ? undefined : formatOf(given), given, io);
  }
}

/** The format that mistakes follow. A batch has the format of its table, and its mistakes are for people. */
function formatOf(given: Given): string | undefined {
  return given.has("--json") ? "json" : given.one("--format");
}

async function reportMistakes(
  { problems }: InputError,
  format: string | undefined,
  given: Given,
  io: Io,
): Promise<number> {
  const { problemsAsJson, reportProblems } = await import("../render/report.ts");
  const coloured = isColoured(io.stderr, given.choice("--color", COLOURS) ?? "auto", io.env);
  const bold = (text: string) => `\u001b[1;31m${text}\u001b[22;39m`;
  const asJson = format === "json" || format === "ndjson";
  io.stderr.write(
    asJson ? problemsAsJson(problems, format === "json") : reportProblems(problems, coloured ? bold : undefined),
  );
  return exitStatus(problems);
}
