import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
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
    for (const file of await matches(operand, problems)) files.add(file.replace(/^(?:\.\/+)+(?!-?$)/, ""));
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
  const before = problems.length;
  const files = stats ? jsonIn(operand, problems) : await matching(operand, problems);
  if (!files) {
    const numbered = existsSync(operand.replace(/#\d+$/, ""));
    const reason = numbered ? "check takes whole files; a number is for --scenario" : "there is no such file or folder";
    problems.push({ code: "E-FILE-OPEN", args: { file: operand, reason }, at: { file: operand } });
  } else if (files.length === 0 && problems.length === before) {
    problems.push({ code: "E-FILES-NONE", args: { pattern: stats ? join(operand, "**", "*.json") : operand } });
  }
  return files?.sort() ?? [];
}

function jsonIn(folder: string, problems: Problem[]): string[] {
  return new Walk(problems).files(folder, Number.POSITIVE_INFINITY).filter((file) => file.endsWith(".json"));
}

/** The files that a pattern matches; undefined where it is none. */
async function matching(pattern: string, problems: Problem[]): Promise<string[] | undefined> {
  const { default: picomatch } = await import("picomatch");
  const { base, isGlob } = picomatch.scan(pattern);
  if (!isGlob) return undefined;
  const isMatch = picomatch(pattern);
  const depth = pattern.includes("**") ? Number.POSITIVE_INFINITY : pattern.split("/").length;
  return existsSync(base || ".") ? new Walk(problems).files(base || ".", depth).filter((file) => isMatch(file)) : [];
}

/** Lists the files in folders, but for hidden ones and what npm installs; pipes and devices are no files. */
class Walk {
  readonly #problems: Problem[];
  /** Folders that were seen, by their own names: a link may lead back to one. */
  readonly #seen = new Set<string>();

  constructor(problems: Problem[]) {
    this.#problems = problems;
  }

  /** The files in a folder, and in its folders down to a depth. One that cannot be read is a problem. */
  files(folder: string, depth: number): string[] {
    try {
      const own = realpathSync(folder);
      if (depth === 0 || this.#seen.has(own)) return [];
      this.#seen.add(own);
      const prefix = folder === "." ? "" : folder.replace(/\/*$/, "/");
      return readdirSync(folder, { withFileTypes: true })
        .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
        .flatMap((entry) => this.#entry(entry, prefix + entry.name, depth));
    } catch (error) {
      const args = { file: folder, reason: reasonOf(error as Error) };
      this.#problems.push({ code: "E-FILE-OPEN", args, at: { file: folder } });
      return [];
    }
  }

  #entry(entry: Dirent, path: string, depth: number): string[] {
    const target = entry.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false }) : entry;
    if (target?.isDirectory()) return this.files(path, depth - 1);
    return target?.isFile() ? [path] : [];
  }
}
