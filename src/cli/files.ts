import { statSync } from "node:fs";
import { escapePath, glob, isDynamicPattern } from "tinyglobby";
import { collect, type Problem, refuse } from "../core/errors.ts";

/**
 * The files that are meant by names, folders (all .json files in them, however deep) and patterns,
 * each once, in the order of the words and within one of their names. What matches nothing is added
 * to the problems.
 */
export async function findFiles(operands: readonly string[], problems: Problem[]): Promise<string[]> {
  const found: string[] = [];
  for (const operand of operands) {
    found.push(...(await matches(operand, problems)));
  }
  return [...new Set(found.map((file) => file.replace(/^(?:\.\/+)+(?=.)/, "")))];
}

async function matches(operand: string, problems: Problem[]): Promise<string[]> {
  const stats = operand === "-" ? undefined : statSync(operand, { throwIfNoEntry: false });
  if (operand === "-" || (stats && !stats.isDirectory())) return [operand];
  if (!stats && !isDynamicPattern(operand)) {
    const args = { file: operand, reason: "there is no such file or folder" };
    collect(problems, () => refuse({ code: "E-FILE-OPEN", args, at: { file: operand } }));
    return [];
  }
  const folder = operand.replace(/\/+$/, "");
  const pattern = stats ? `${escapePath(folder)}/**/*.json` : operand;
  const files = await glob(pattern, { expandDirectories: false, followSymbolicLinks: false, ignore: IGNORED });
  if (files.length === 0)
    problems.push({ code: "E-FILES-NONE", args: { pattern: stats ? `${folder}/**/*.json` : operand } });
  return files.sort();
}

const IGNORED = ["**/node_modules/**"];
