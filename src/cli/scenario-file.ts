import { existsSync, statSync } from "node:fs";
import { dirname, isAbsolute } from "node:path";
import { InputError, refuse } from "../core/errors.ts";
import { inFile, withFile } from "../core/in-file.ts";
import type { Scenario } from "../core/scenario.ts";
import { parseJson } from "../input/json.ts";
import { type RatiosOf, scenariosIn } from "../input/scenario.ts";
import { shellQuoted } from "../render/report.ts";
import { isTable } from "./file-format.ts";
import { splitOperand } from "./file-number.ts";
import { readFile, readStdin } from "./input.ts";
import type { Io } from "./io.ts";

/** The text of a scenario file, and which of its scenarios is meant. */
export interface ScenarioText {
  readonly file: string;
  readonly text: string;
  readonly number: number | undefined;
}

/** Opens a file, or standard input: FILE, or FILE#2 for the second scenario of a list. Throws InputError. */
export async function openScenario(operand: string, io: Io): Promise<ScenarioText> {
  const { file, number } = splitOperand(operand);
  refuseMany(file);
  return { file, number, text: file === "-" ? await readStdin(io, "--scenario") : readFile(file) };
}

/** Refuses a folder, a pattern or a table. These name many scenarios, and only one can be calculated. */
function refuseMany(file: string): void {
  const because = isDirectory(file) ? "folder" : isTable(file) ? "table" : "pattern";
  if (because === "pattern" && (existsSync(file) || !/[*?{[]/.test(file))) return;
  const tries = [`loss-calc ${because === "table" ? "batch" : "check"} ${shellQuoted(file)}`];
  refuse({ code: "E-SCENARIO-MANY", args: { because, file }, tries });
}

/** False if the path cannot be examined, for example because of a loop of links. Opening it then reports the reason. */
function isDirectory(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch {
    return false;
  }
}

/** The scenario that is meant. Throws InputError. */
export function scenarioIn({ file, text, number }: ScenarioText, ratiosOf: RatiosOf): Scenario {
  const all = inFile(file, () => scenariosIn(parseJson(text), ratiosBeside(file, ratiosOf)));
  const read = all[(number ?? 1) - 1];
  if (!read || (number === undefined && all.length > 1)) {
    const args = { file, count: all.length, ...(number === undefined ? {} : { number }) };
    refuse({ code: "E-SCENARIO-NUMBER", args, at: { option: "--scenario" } });
  }
  const { scenario, problems } = inFile(file, read);
  if (!scenario || problems.length > 0) throw new InputError(problems.map((problem) => withFile(problem, file)));
  return scenario.ratios === undefined ? scenario : { ...scenario, ratios: beside(file, scenario.ratios) };
}

/** Looks for the file of ratios that a scenario names next to the scenario. */
export function ratiosBeside(file: string, ratiosOf: RatiosOf): RatiosOf {
  return (ratios) => ratiosOf(ratios && beside(file, ratios));
}

function beside(file: string, other: string): string {
  const folder = dirname(file);
  // We don't use join(): after a link to a folder, ".." means the parent of the real folder.
  return file === "-" || folder === "." || isAbsolute(other) ? other : `${folder}/${other}`;
}
