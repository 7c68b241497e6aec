import { InputError } from "../core/errors.ts";
import { RECORD_VERSION } from "../record/choices.ts";
import { EXIT, exitStatus } from "./exit.ts";
import { type Io, isColoured } from "./io.ts";
import { COLOURS, Given } from "./options.ts";
import { readCommandLine } from "./program.ts";
import { VERSION } from "./version.ts";

/** Runs a command line (without the names of node and the script); resolves to the exit status. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const given = new Given();
  try {
    return await dispatch(argv, given, io);
  } catch (error) {
    return await reportMistakes(error, given, io).catch((bug: Error) => {
      io.stderr.write(
        `loss-calc ${VERSION} met a bug of its own (${bug.name}: ${bug.message}). Please report it with this command line.\n`,
      );
      return EXIT.bug;
    });
  }
}

async function dispatch(argv: readonly string[], given: Given, io: Io): Promise<number> {
  const options = argv.includes("--") ? argv.slice(0, argv.indexOf("--")) : argv;
  const asked = (...names: readonly string[]) => options.some((word) => names.includes(word));
  if (argv.length === 0) {
    io.stderr.write((await import("./help.ts")).SHORT_HELP);
    return EXIT.wrong;
  }
  if (asked("--help", "-h") || argv[0] === "help") {
    const { helpText } = await import("./help.ts");
    io.stdout.write(helpText(argv[0] === "help" ? argv[1] : argv[0], (io.stdout.isTTY && io.stdout.columns) || 80));
    return EXIT.fine;
  }
  if (asked("--version", "-v")) {
    io.stdout.write(
      asked("--json") ? `${JSON.stringify({ version: VERSION, record: RECORD_VERSION })}\n` : `${VERSION}\n`,
    );
    return EXIT.fine;
  }
  const { command, problems } = readCommandLine(argv, given);
  return command.run(given, problems, io);
}

async function reportMistakes(error: unknown, given: Given, io: Io): Promise<number> {
  if (!(error instanceof InputError)) throw error;
  const { problems } = error;
  const { problemsAsJson, reportProblems } = await import("../render/report.ts");
  const when = COLOURS.find((name) => name === given.one("--color")) ?? "auto";
  const coloured = isColoured(io.stderr, when, io.env);
  const bold = (text: string) => `\u001b[1;31m${text}\u001b[22;39m`;
  const format = given.has("--json") ? "json" : (given.one("--format") ?? given.one("--reporter"));
  const asJson = format === "json" || format === "ndjson";
  io.stderr.write(
    asJson ? problemsAsJson(problems, format === "json") : reportProblems(problems, coloured ? bold : undefined),
  );
  return exitStatus(problems);
}
