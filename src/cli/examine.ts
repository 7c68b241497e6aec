import { canUpdate, check, expectsNothing } from "../core/check.ts";
import { attempt, collect, type Problem } from "../core/errors.ts";
import { withFile } from "../core/in-file.ts";
import { type Json, parseJson } from "../input/json.ts";
import { type OtherJson, otherJson, otherNamedJson } from "../input/other-json.ts";
import { placed, type ScenarioEntry, scenariosIn } from "../input/scenario.ts";
import { type Change, updated } from "../input/update.ts";
import { printable } from "../notation/characters.ts";
import type { Examined } from "../render/check/findings.ts";
import { inert } from "../render/inert.ts";
import { splitOperand } from "./file-number.ts";
import { readFile, readStdin } from "./input.ts";
import type { Io } from "./io.ts";
import { writeOutputs } from "./output.ts";
import type { RatioFiles } from "./ratio-files.ts";
import { ratiosFor } from "./scenario-file.ts";

/** What to do with a file. */
export interface ExamineOptions {
  readonly update: boolean;
  /** Skips a file that clearly does not hold scenarios, instead of reporting it. */
  readonly skip: boolean;
}

/** The results for the scenarios of a file, one after the other, because a list can be long. */
type AllExamined = Iterable<Examined> | AsyncIterable<Examined>;

/**
 * Checks the scenarios of a file, or the second of them for FILE#2, or says why it was skipped. Updates the file first,
 * if asked to.
 */
export async function examine(
  operand: string,
  options: ExamineOptions,
  ratios: RatioFiles,
  io: Io,
): Promise<AllExamined | OtherJson> {
  const { file } = splitOperand(operand);
  const problems: Problem[] = [];
  const text = await attempt(problems, async () => (file === "-" ? await readStdin(io, "check") : readFile(file)));
  if (text === undefined) return unreadableAll(problems, file);
  const examined = examineText(operand, text, options.skip, ratios);
  if (!options.update || typeof examined === "string") return examined;
  const before: Examined[] = [];
  for await (const entry of examined) before.push(entry);
  const found = before.flatMap(({ checked, number }) =>
    checked && (canUpdate(checked) || expectsNothing(checked))
      ? [{ checked, root: number === undefined ? [] : [number - 1] }]
      : [],
  );
  if (found.length === 0) return before;
  const { text: after, changes } = updated(text, found);
  for (const line of changeLines(file, changes)) io.stderr.write(inert(`${printable(line)}\n`));
  collect(problems, () => writeOutputs([{ file, text: after }], true, io));
  if (problems.length === 0) return examineText(operand, after, false, ratios);
  const [first, ...rest] = before;
  return [{ ...first!, problems: [...first!.problems, ...problems] }, ...rest];
}

function changeLines(file: string, changes: readonly Change[]): string[] {
  const lines = changes.map(({ path, from, to }) => `  ${path}: ${from === undefined ? "" : `${from} → `}${to}`);
  return lines.length > 0 ? [`updating ${file}`, ...lines] : [];
}

function examineText(operand: string, text: string, skip: boolean, ratios: RatioFiles): AllExamined | OtherJson {
  const { file, number } = splitOperand(operand);
  const problems: Problem[] = [];
  const json = collect(problems, () => parseJson(text));
  if (!json) return unreadableAll(problems, file);
  const kind = skip ? otherJson(json.value) : otherNamedJson(json.value);
  if (!kind) return examineAll(file, json, ratios, number);
  if (skip) return kind;
  return unreadableAll([{ code: "E-SCENARIO-OTHER", args: { kind }, at: json.locate([]) }], file);
}

async function* examineAll(
  file: string,
  json: Json,
  ratios: RatioFiles,
  only: number | undefined,
): AsyncGenerator<Examined> {
  const problems: Problem[] = [];
  const ratiosOf = await ratiosFor(file, json, ratios);
  const all = collect(problems, () => scenariosIn(json, ratiosOf)) ?? [];
  if (only !== undefined && problems.length === 0 && !all[only - 1]) {
    problems.push({ code: "E-SCENARIO-NUMBER", args: { file, count: all.length, number: only } });
  }
  for (const read of only === undefined ? all : all.slice(only - 1, only)) {
    const entry = collect(problems, read);
    if (entry) yield examineEntry(file, entry);
  }
  yield* unreadableAll(problems, file);
}

function examineEntry(file: string, { scenario, number, locate, problems }: ScenarioEntry): Examined {
  const unfit: Problem[] = [];
  const checked = scenario && collect(unfit, () => check(scenario));
  return {
    file,
    number,
    checked,
    problems: [...problems, ...placed(unfit, locate)].map((problem) => withFile(problem, file)),
    locate,
  };
}

function unreadableAll(problems: readonly Problem[], file: string): Examined[] {
  return problems.map((problem) => unreadable(withFile(problem, file), file));
}

/** Reports a file that could not be read, or a word that names no file. */
export function unreadable(
  problem: Problem,
  file = problem.at?.file ?? ("pattern" in problem.args ? problem.args.pattern : ""),
): Examined {
  return { file, problems: [problem], locate: () => ({}) };
}
