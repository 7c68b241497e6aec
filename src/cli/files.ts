import { existsSync, readdirSync, statSync } from "node:fs";
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
  const files = stats ? inFolder(operand).filter((file) => file.endsWith(".json")) : await matching(operand);
  if (!files) {
    const args = { file: operand, reason: "there is no such file or folder" };
    problems.push({ code: "E-FILE-OPEN", args, at: { file: operand } });
  } else if (files.length === 0) problems.push({ code: "E-FILES-NONE", args: { pattern: operand } });
  return files?.sort() ?? [];
}

/** The files that a pattern matches; undefined where it is none. */
async function matching(pattern: string): Promise<string[] | undefined> {
  const { default: picomatch } = await import("picomatch");
  const { base, isGlob } = picomatch.scan(pattern);
  if (!isGlob) return undefined;
  const isMatch = picomatch(pattern);
  return existsSync(base || ".") ? inFolder(base || ".").filter((file) => isMatch(file)) : [];
}

/** The files in a folder and its folders, but for hidden ones and what npm installs. */
function inFolder(folder: string): string[] {
  const prefix = folder === "." ? "" : folder.replace(/\/*$/, "/");
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith(".") || entry.name === "node_modules") return [];
    const path = prefix + entry.name;
    return entry.isDirectory() ? inFolder(path) : [path];
  });
}
