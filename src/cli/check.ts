import { canUpdate, check, expectsNothing } from "../core/check.ts";
import { attempt, collect, InputError, MOST_MISTAKES, type Problem } from "../core/errors.ts";
import { gapsOf } from "../core/provenance.ts";
import { type Entry, placed, readScenarios } from "../input/scenario.ts";
import { type Change, updated } from "../input/update.ts";
import { printable } from "../notation/characters.ts";
import type { Examined } from "../render/check/findings.ts";
import { githubReport } from "../render/check/github.ts";
import { humanReport } from "../render/check/human.ts";
import { jsonReport } from "../render/check/json.ts";
import { junitReport } from "../render/check/junit.ts";
import { type Outcome, outcomeOf } from "../render/check/outcome.ts";
import { tapReport } from "../render/check/tap.ts";
import { layoutFor } from "./deliver.ts";
import { EXIT, exitStatus } from "./exit.ts";
import { findFiles } from "./files.ts";
import { readFile, readStdin } from "./input.ts";
import type { Io } from "./io.ts";
import { COLOURS, type Given, REPORTERS, type Reporter } from "./options.ts";
import { writeOutput } from "./output.ts";
import { RatioFiles } from "./ratio-files.ts";
import { ratiosBeside, withFile } from "./scenario-file.ts";

/**
 * The command: files → scenarios → what came out beside what was expected → a report. Resolves to
 * the exit status. Throws InputError where the command line is wrong or no file is found.
 */
export async function runCheck(given: Given, before: readonly Problem[], io: Io): Promise<number> {
  const problems = [...before, ...given.repeats()];
  const reporter = given.choice("--reporter", REPORTERS, problems) ?? (given.has("--json") ? "json" : "human");
  const colour = given.choice("--color", COLOURS, problems) ?? "auto";
  problems.push(...clashes(given, reporter, before));
  if (problems.length > 0) throw new InputError(problems);

  const missing: Problem[] = [];
  const files = await findFiles(given.operands, missing);
  if (files.length === 0 && reporter === "human") throw new InputError(missing);
  const how = { strict: given.has("--strict"), update: given.has("--update") };
  const needs = { places: reporter === "github" || reporter === "json", estimates: reporter === "json" };
  const outcomes: Outcome[] = [];
  let room = MOST_MISTAKES;
  const add = (examined: Examined) => {
    outcomes.push(outcomeOf(examined, needs, room));
    room = Math.max(0, room - examined.problems.length);
  };
  for (const problem of missing) add(lost(problem));
  const ratios = await RatioFiles.open(given.one("--ratios"), io);
  for (const file of files) {
    for (const examined of await examine(file, how, ratios, io)) add(examined);
  }
  io.stdout.write(await REPORTS[reporter](outcomes, () => layoutFor(colour, false, io)));
  return statusFor(outcomes);
}

interface How {
  readonly strict: boolean;
  readonly update: boolean;
}

type Report = (outcomes: readonly Outcome[], layout: () => ReturnType<typeof layoutFor>) => Promise<string> | string;

const REPORTS: Record<Reporter, Report> = {
  human: async (outcomes, layout) => humanReport(outcomes, await layout()),
  tap: tapReport,
  junit: junitReport,
  github: githubReport,
  json: jsonReport,
};

function clashes(given: Given, reporter: Reporter, before: readonly Problem[]): Problem[] {
  const named = `--reporter ${reporter}`;
  const operand = { command: "check", operand: "FILE", example: 'loss-calc check "scenarios/**/*.json"' };
  return [
    ...(given.operands.length === 0 && !before.some(({ code }) => code === "E-OPTION-UNKNOWN")
      ? [{ code: "E-OPERAND-MISSING", args: operand } as const]
      : []),
    ...(given.has("--json") && reporter !== "json"
      ? [{ code: "E-OPTIONS-CLASH", args: { options: ["--json", named], why: "format" } } as const]
      : []),
    ...(given.one("--ratios") === "-" && given.operands.includes("-")
      ? [{ code: "E-OPTIONS-CLASH", args: { options: ["--ratios -", "-"], why: "stream" } } as const]
      : []),
    ...(given.has("--update") && given.operands.includes("-")
      ? [{ code: "E-OPTIONS-CLASH", args: { options: ["--update", "-"], why: "stream" } } as const]
      : []),
    ...(given.has("--update") && given.has("--quiet")
      ? [{ code: "E-OPTIONS-CLASH", args: { options: ["--update", "--quiet"], why: "unseen" } } as const]
      : []),
  ];
}

/** Checks the scenarios of a file; writes it anew, where that was asked, and checks that. */
async function examine(file: string, { strict, update }: How, ratios: RatioFiles, io: Io): Promise<Examined[]> {
  const problems: Problem[] = [];
  const text = await attempt(problems, async () =>
    file === "-" ? await readStdin(io.stdin, "check") : readFile(file),
  );
  if (text === undefined) return problems.map((problem) => lost(withFile(problem, file), file));
  const before = await examineText(file, text, strict, ratios);
  if (!update) return before;
  const found = before.flatMap(({ checked, number }) =>
    checked && (canUpdate(checked) || expectsNothing(checked))
      ? [{ checked, root: number === undefined ? [] : [number - 1] }]
      : [],
  );
  if (found.length === 0) return before;
  const { text: after, changes } = updated(text, found);
  for (const line of changeLines(file, changes)) io.stderr.write(`${printable(line)}\n`);
  collect(problems, () => writeOutput(file, after, true, io));
  if (problems.length === 0) return examineText(file, after, strict, ratios);
  const [first, ...rest] = before;
  return [{ ...first!, problems: [...first!.problems, ...problems] }, ...rest];
}

function changeLines(file: string, changes: readonly Change[]): string[] {
  const lines = changes.map(({ path, from, to }) => `  ${path}: ${from === undefined ? "" : `${from} → `}${to}`);
  return lines.length > 0 ? [`updating ${file}`, ...lines] : [];
}

async function examineText(file: string, text: string, strict: boolean, ratios: RatioFiles): Promise<Examined[]> {
  const problems: Problem[] = [];
  const entries = await attempt(problems, () =>
    ratios.read((ratiosOf) => readScenarios(text, ratiosBeside(file, ratiosOf))),
  );
  if (!entries) return problems.map((problem) => lost(withFile(problem, file), file));
  return entries.map((entry) => examineEntry(file, entry, strict));
}

function examineEntry(file: string, { scenario, number, placeOf, problems }: Entry, strict: boolean): Examined {
  const unfit: Problem[] = [];
  const checked = scenario && collect(unfit, () => check(scenario));
  return {
    file,
    number,
    checked,
    problems: [...problems, ...placed(unfit, placeOf)].map((problem) => withFile(problem, file)),
    gaps: checked && strict ? gapsOf(checked.estimate.scenario) : [],
    placeOf,
  };
}

/** A file that could not be read, or a word that names none. */
function lost(
  problem: Problem,
  file = problem.at?.file ?? ("pattern" in problem.args ? problem.args.pattern : ""),
): Examined {
  return { file, problems: [problem], gaps: [], placeOf: () => ({}) };
}

/** What could not be read comes before what does not hold. */
function statusFor(outcomes: readonly Outcome[]): number {
  const problems = outcomes.flatMap((outcome) => outcome.problems);
  if (problems.length > 0) return exitStatus(problems);
  return outcomes.every(({ status }) => status === "ok") ? EXIT.fine : EXIT.no;
}
