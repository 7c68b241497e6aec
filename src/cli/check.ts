import { type Checked, check } from "../core/check.ts";
import { collect, InputError, type Problem } from "../core/errors.ts";
import { gapsOf } from "../core/provenance.ts";
import { type Entry, readScenarios } from "../input/scenario.ts";
import { type Change, updated } from "../input/update.ts";
import { printable } from "../notation/characters.ts";
import { githubReport } from "../render/check/github.ts";
import { humanReport } from "../render/check/human.ts";
import { jsonReport } from "../render/check/json.ts";
import { junitReport } from "../render/check/junit.ts";
import { type Outcome, statusOf } from "../render/check/outcome.ts";
import { tapReport } from "../render/check/tap.ts";
import { layoutFor } from "./deliver.ts";
import { EXIT, exitStatus } from "./exit.ts";
import { findFiles } from "./files.ts";
import { readFile, readStdin } from "./input.ts";
import type { Io } from "./io.ts";
import { COLOURS, type Given, REPORTERS, type Reporter } from "./options.ts";
import { writeOutput } from "./output.ts";
import { withFile } from "./scenario-file.ts";

/**
 * The command: files → scenarios → what came out beside what was expected → a report. Resolves to
 * the exit status. Throws InputError where the command line is wrong or no file is found.
 */
export async function runCheck(given: Given, before: readonly Problem[], io: Io): Promise<number> {
  const problems = [...before, ...given.repeats()];
  const reporter = given.choice("--reporter", REPORTERS, problems) ?? (given.has("--json") ? "json" : "human");
  const colour = given.choice("--color", COLOURS, problems) ?? "auto";
  problems.push(...clashes(given, reporter));
  if (problems.length > 0) throw new InputError(problems);

  const missing: Problem[] = [];
  const files = await findFiles(given.operands, missing);
  if (files.length === 0) throw new InputError(missing);
  const outcomes: Outcome[] = missing.map((problem) => lost(problem));
  for (const file of files) {
    const text = await read(file, io);
    outcomes.push(
      ...(typeof text === "string" ? checkText(file, text, given, io) : text.map((problem) => lost(problem, file))),
    );
  }
  io.stdout.write(await REPORTS[reporter](outcomes, () => layoutFor(colour, false, io)));
  return statusFor(outcomes);
}

type Report = (outcomes: readonly Outcome[], layout: () => ReturnType<typeof layoutFor>) => Promise<string> | string;

const REPORTS: Record<Reporter, Report> = {
  human: async (outcomes, layout) => humanReport(outcomes, await layout()),
  tap: tapReport,
  junit: junitReport,
  github: githubReport,
  json: jsonReport,
};

function clashes(given: Given, reporter: Reporter): Problem[] {
  const named = `--reporter ${reporter}`;
  const operand = { command: "check", operand: "FILE", example: 'loss-calc check "scenarios/**/*.json"' };
  return [
    ...(given.operands.length === 0 ? [{ code: "E-OPERAND-MISSING", args: operand } as const] : []),
    ...(given.has("--json") && reporter !== "json"
      ? [{ code: "E-OPTIONS-CLASH", args: { options: ["--json", named], why: "format" } } as const]
      : []),
    ...(given.has("--update") && given.operands.includes("-")
      ? [{ code: "E-OPTIONS-CLASH", args: { options: ["--update", "-"], why: "stream" } } as const]
      : []),
  ];
}

/** The text of a file, or why there is none. */
async function read(file: string, io: Io): Promise<string | Problem[]> {
  try {
    return file === "-" ? await readStdin(io.stdin, "check") : readFile(file);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map((problem) => withFile(problem, file));
  }
}

/** Checks the scenarios of a text; writes the file anew, where that was asked, and checks that. */
function checkText(file: string, text: string, given: Given, io: Io): Outcome[] {
  const strict = given.has("--strict");
  const outcomes = outcomesOf(file, text, strict);
  const found = outcomes.flatMap(({ checked, number, idle }) =>
    checked && (idle || !checked.holds) ? [{ checked, root: number === undefined ? [] : [number - 1] }] : [],
  );
  if (!given.has("--update") || found.length === 0) return outcomes;
  const { text: written, changes } = updated(text, found);
  if (!given.has("--quiet")) for (const line of changeLines(file, changes)) io.stderr.write(`${printable(line)}\n`);
  const problems: Problem[] = [];
  collect(problems, () => writeOutput(file, written, true));
  return [
    ...outcomesOf(file, problems.length > 0 ? text : written, strict),
    ...problems.map((problem) => lost(problem, file)),
  ];
}

function changeLines(file: string, changes: readonly Change[]): string[] {
  const lines = changes.map(({ path, from, to }) => `  ${path}: ${from === undefined ? "" : `${from} → `}${to}`);
  return lines.length > 0 ? [`updating ${file}`, ...lines] : [];
}

function outcomesOf(file: string, text: string, strict: boolean): Outcome[] {
  const problems: Problem[] = [];
  const entries = collect(problems, () => readScenarios(text));
  return entries
    ? entries.map((entry) => outcomeOf(file, entry, strict))
    : problems.map((problem) => lost(withFile(problem, file), file));
}

function outcomeOf(file: string, entry: Entry, strict: boolean): Outcome {
  const { scenario, placeOf } = entry;
  const problems = [...entry.problems];
  const checked = scenario && checkAt(scenario, placeOf, problems);
  return {
    file,
    ...(entry.number === undefined ? {} : { number: entry.number }),
    ...(scenario?.name === undefined ? {} : { name: scenario.name }),
    ...(checked ? { checked } : {}),
    problems: problems.map((problem) => withFile(problem, file)),
    gaps: scenario && strict ? gapsOf(scenario) : [],
    idle: scenario !== undefined && scenario.expected === undefined,
    placeOf,
  };
}

/** What does not go together in a scenario is told where it begins. */
function checkAt(
  scenario: NonNullable<Entry["scenario"]>,
  placeOf: Entry["placeOf"],
  problems: Problem[],
): Checked | undefined {
  const own: Problem[] = [];
  const checked = collect(own, () => check(scenario));
  problems.push(...own.map((problem) => ({ ...problem, at: problem.at ?? placeOf([]) })));
  return checked;
}

/** A file that could not be read, or a word that names none. */
function lost(
  problem: Problem,
  file = problem.at?.file ?? ("pattern" in problem.args ? problem.args.pattern : ""),
): Outcome {
  return { file, problems: [problem], gaps: [], idle: false, placeOf: () => ({}) };
}

/** What could not be read comes before what does not hold. */
function statusFor(outcomes: readonly Outcome[]): number {
  const problems = outcomes.flatMap(({ problems }) => problems);
  if (problems.length > 0) return exitStatus(problems);
  return outcomes.every((outcome) => statusOf(outcome) === "ok") ? EXIT.fine : EXIT.no;
}
