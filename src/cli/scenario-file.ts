import { existsSync, statSync } from "node:fs";
import { dirname, isAbsolute } from "node:path";
import { InputError, refuse } from "../core/errors.ts";
import { inFile, withFile } from "../core/in-file.ts";
import type { Scenario } from "../core/scenario.ts";
import { type Json, parseJson } from "../input/json.ts";
import { otherNamedJson } from "../input/other-json.ts";
import { ratioNeedsOf } from "../input/ratio-needs.ts";
import { type RatiosOf, scenariosIn } from "../input/scenario.ts";
import { shellQuoted } from "../render/shell-quoted.ts";
import { isTable } from "./file-format.ts";
import { splitOperand } from "./file-number.ts";
import { readFile, readStdin } from "./input.ts";
import type { Io } from "./io.ts";
import type { RatioFiles } from "./ratio-files.ts";

/** A scenario file, and which of its scenarios is meant. */
export interface ScenarioFile {
  readonly file: string;
  readonly json: Json;
  readonly number: number | undefined;
}

/** Opens a file, or standard input: FILE, or FILE#2 for the second scenario of a list. Throws InputError. */
export async function openScenario(operand: string, io: Io, isOneOfSeveral = false): Promise<ScenarioFile> {
  const { file, number } = splitOperand(operand);
  refuseMany(file, isOneOfSeveral);
  const text = file === "-" ? await readStdin(io, "--scenario") : readFile(file);
  return { file, number, json: inFile(file, () => parseJson(text)) };
}

/** Refuses a folder, a pattern or a table. These name many scenarios, and only one can be calculated. */
function refuseMany(file: string, isOneOfSeveral: boolean): void {
  const because = isDirectory(file) ? "folder" : isTable(file) ? "table" : "pattern";
  if (because === "pattern" && (existsSync(file) || !/[*?{[]/.test(file))) return;
  const command = because === "table" ? "batch" : "check";
  const tries = [`loss-calc ${command} ${shellQuoted(file)}${isOneOfSeveral ? " --sum" : ""}`];
  if (!isOneOfSeveral) refuse({ code: "E-SCENARIO-MANY", args: { because, file }, tries });
  const args = { because, file, isOneOfSeveral } as const;
  refuse({ code: "E-SCENARIO-MANY", args, tries: because === "table" ? tries : [] });
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
export function scenarioIn({ file, json, number }: ScenarioFile, ratiosOf: RatiosOf): Scenario {
  const kind = otherNamedJson(json.value);
  if (kind) inFile(file, () => refuse({ code: "E-SCENARIO-OTHER", args: { kind }, at: json.locate([]) }));
  const all = inFile(file, () => scenariosIn(json, ratiosOf));
  const read = all[(number ?? 1) - 1];
  if (!read || (number === undefined && all.length > 1)) {
    const args = { file, count: all.length, ...(number === undefined ? {} : { number }) };
    refuse({ code: "E-SCENARIO-NUMBER", args, at: { option: "--scenario" } });
  }
  const { scenario, problems } = inFile(file, read);
  if (!scenario || problems.length > 0) throw new InputError(problems.map((problem) => withFile(problem, file)));
  return scenario.ratios === undefined ? scenario : { ...scenario, ratios: inFolderOf(file, scenario.ratios) };
}

/** Loads the ratios that the scenarios of a file need. Their own files of ratios are looked for next to them. */
export async function ratiosFor(file: string, json: Json, ratios: RatioFiles): Promise<RatiosOf> {
  const { names, files } = ratioNeedsOf(json.value);
  const ratiosOf = await ratios.load({ names, files: files.map((other) => inFolderOf(file, other)) });
  return (other) => ratiosOf(other && inFolderOf(file, other));
}

function inFolderOf(file: string, other: string): string {
  const folder = dirname(file);
  // We don't use join(): after a link to a folder, ".." means the parent of the real folder.
  return file === "-" || folder === "." || isAbsolute(other) ? other : `${folder}/${other}`;
}
