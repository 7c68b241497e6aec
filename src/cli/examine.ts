import { canUpdate, check, expectsNothing } from "../core/check.ts";
import { attempt, collect, type Problem } from "../core/errors.ts";
import { parseJson } from "../input/json.ts";
import { type OtherJson, otherJson } from "../input/other-json.ts";
import { type Entry, placed, scenariosIn } from "../input/scenario.ts";
import { type Change, updated } from "../input/update.ts";
import { printable } from "../notation/characters.ts";
import type { Examined } from "../render/check/findings.ts";
import { inert } from "../render/inert.ts";
import { readFile, readStdin } from "./input.ts";
import type { Io } from "./io.ts";
import { writeOutputs } from "./output.ts";
import type { RatioFiles } from "./ratio-files.ts";
import { ratiosBeside, withFile } from "./scenario-file.ts";

/** What is to be done with a file. */
export interface How {
  readonly update: boolean;
  /** Passes over a file that is clearly not one of scenarios, instead of reporting it. */
  readonly skip: boolean;
}

/** Checks the scenarios of a file, or says why it was skipped; updates the file first, if asked to. */
export async function examine(file: string, how: How, ratios: RatioFiles, io: Io): Promise<Examined[] | OtherJson> {
  const problems: Problem[] = [];
  const text = await attempt(problems, async () => (file === "-" ? await readStdin(io, "check") : readFile(file)));
  if (text === undefined) return problems.map((problem) => lost(withFile(problem, file), file));
  const before = await examineText(file, text, how.skip, ratios);
  if (!how.update || typeof before === "string") return before;
  const found = before.flatMap(({ checked, number }) =>
    checked && (canUpdate(checked) || expectsNothing(checked))
      ? [{ checked, root: number === undefined ? [] : [number - 1] }]
      : [],
  );
  if (found.length === 0) return before;
  const { text: after, changes } = updated(text, found);
  for (const line of changeLines(file, changes)) io.stderr.write(inert(`${printable(line)}\n`));
  collect(problems, () => writeOutputs([{ file, text: after }], true, io));
  if (problems.length === 0) return examineText(file, after, false, ratios);
  const [first, ...rest] = before;
  return [{ ...first!, problems: [...first!.problems, ...problems] }, ...rest];
}

function changeLines(file: string, changes: readonly Change[]): string[] {
  const lines = changes.map(({ path, from, to }) => `  ${path}: ${from === undefined ? "" : `${from} → `}${to}`);
  return lines.length > 0 ? [`updating ${file}`, ...lines] : [];
}

async function examineText(
  file: string,
  text: string,
  skip: boolean,
  ratios: RatioFiles,
): Promise<Examined[] | OtherJson> {
  const problems: Problem[] = [];
  const found = await attempt(problems, async () => {
    const json = parseJson(text);
    const other = skip ? otherJson(json.value) : undefined;
    if (other) return other;
    return ratios.read((ratiosOf) => scenariosIn(json, ratiosBeside(file, ratiosOf)).map((read) => read()));
  });
  if (!found) return problems.map((problem) => lost(withFile(problem, file), file));
  return typeof found === "string" ? found : found.map((entry) => examineEntry(file, entry));
}

function examineEntry(file: string, { scenario, number, placeOf, problems }: Entry): Examined {
  const unfit: Problem[] = [];
  const checked = scenario && collect(unfit, () => check(scenario));
  return {
    file,
    number,
    checked,
    problems: [...problems, ...placed(unfit, placeOf)].map((problem) => withFile(problem, file)),
    placeOf,
  };
}

/** A file that could not be read, or a word that names none. */
export function lost(
  problem: Problem,
  file = problem.at?.file ?? ("pattern" in problem.args ? problem.args.pattern : ""),
): Examined {
  return { file, problems: [problem], placeOf: () => ({}) };
}
