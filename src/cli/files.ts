import { readdirSync, statSync } from "node:fs";
import type { Problem } from "../core/errors.ts";
import { reasonOf } from "./io.ts";

/**
 * The files that are meant by names, folders (all .json files in them, however deep) and patterns,
 * each once, in the order of the words and within one of their names. What matches nothing is added
 * to the problems.
 */
export async function findFiles(operands: readonly string[], problems: Problem[]): Promise<string[]> {
  const files = new Set<string>();
  for (const operand of operands) {
    for (const file of await matches(operand, problems)) files.add(file.replace(/^(?:\.\/+)+(?=.)/, ""));
  }
  return [...files];
}

/** What one word means. A folder that cannot be read is a problem too. */
async function matches(operand: string, problems: Problem[]): Promise<string[]> {
  try {
    return await found(operand, problems);
  } catch (error) {
    problems.push({
      code: "E-FILE-OPEN",
      args: { file: operand, reason: reasonOf(error as Error) },
      at: { file: operand },
    });
    return [];
  }
}

async function found(operand: string, problems: Problem[]): Promise<string[]> {
  const stats = operand === "-" ? undefined : statSync(operand, { throwIfNoEntry: false });
  if (operand === "-" || (stats && !stats.isDirectory())) return [operand];
  // The library takes longer to read a folder than the program to check the files in it.
  const { isDynamicPattern, glob } = stats ? {} : await import("tinyglobby");
  if (isDynamicPattern?.(operand) === false) {
    const args = { file: operand, reason: "there is no such file or folder" };
    problems.push({ code: "E-FILE-OPEN", args, at: { file: operand } });
    return [];
  }
  const files = glob ? await glob(operand, PATTERNS) : jsonIn(operand.replace(/(?<=.)\/+$/, ""));
  if (files.length === 0) problems.push({ code: "E-FILES-NONE", args: { pattern: operand } });
  return files.sort();
}

const PATTERNS = { expandDirectories: false, followSymbolicLinks: false, ignore: ["**/node_modules/**"] };

/** The .json files in a folder and its folders, but for hidden ones and what npm installs. */
function jsonIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.name.startsWith(".") || entry.name === "node_modules") return [];
    if (entry.isDirectory()) return jsonIn(path);
    return entry.name.endsWith(".json") ? [path] : [];
  });
}
