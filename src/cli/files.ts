import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { InputError, type Problem, refuse } from "../core/errors.ts";
import { printable } from "../notation/characters.ts";
import { splitOperand } from "./file-number.ts";
import { reasonOf } from "./io.ts";

/** The files that one word of the command line means. FILE#2 is the second scenario of a file. */
export interface FoundFiles {
  /** The file itself, or the pattern that found the files. */
  readonly pattern: string;
  /** The word is the name of a file, not of a folder or a pattern. */
  readonly isFile: boolean;
  readonly files: readonly string[];
}

/**
 * Finds the files that names, folders (all .json files in them, however deep) and patterns mean, in the order of the
 * words and by name within each. Adds a word that matches nothing to the problems, and whatever cannot be opened along
 * the way.
 */
export async function findFiles(operands: readonly string[], problems: Problem[]): Promise<FoundFiles[]> {
  const found: FoundFiles[] = [];
  for (const operand of operands) {
    try {
      const { files, ...word } = await filesOf(operand, problems);
      found.push({ ...word, files: files.map((file) => file.replace(/^(?:\.\/+)+(?!-?$)/, "")).sort() });
    } catch (error) {
      if (error instanceof InputError) problems.push(...error.problems);
      else problems.push(openProblem(operand, reasonOf(error as Error)));
    }
  }
  return found;
}

async function filesOf(operand: string, problems: Problem[]): Promise<FoundFiles> {
  const stats = operand === "-" ? undefined : statSync(operand, { throwIfNoEntry: false });
  if (operand === "-" || (stats && !stats.isDirectory())) return { pattern: operand, isFile: true, files: [operand] };
  const { file, number } = splitOperand(operand);
  if (!stats && number !== undefined && existsSync(file)) return { pattern: operand, isFile: true, files: [operand] };
  const before = problems.length;
  const files = stats ? jsonFilesIn(operand, problems) : await matchingFiles(operand, problems);
  const pattern = stats ? join(operand, "**", "*.json") : operand;
  if (!files) problems.push(openProblem(operand, "no such file or folder"));
  else if (files.length === 0 && problems.length === before) {
    problems.push({ code: "E-FILES-NONE", args: { pattern } });
  }
  return { pattern, isFile: false, files: files ?? [] };
}

function openProblem(file: string, reason: string): Problem {
  return { code: "E-FILE-OPEN", args: { file, reason }, at: { file } };
}

function jsonFilesIn(folder: string, problems: Problem[]): string[] {
  return new FolderWalk((file) => file.endsWith(".json"), problems).files(folder, Number.POSITIVE_INFINITY);
}

/** The files that a pattern matches, or undefined if it is not a pattern. */
async function matchingFiles(pattern: string, problems: Problem[]): Promise<string[] | undefined> {
  const { default: picomatch } = await import("picomatch");
  const { base, isGlob } = picomatch.scan(pattern);
  if (!isGlob) return undefined;
  const isMatch = WILDCARDS.test(pattern) ? await withinTime(picomatch(pattern), pattern) : picomatch(pattern);
  const depth = pattern.includes("**") ? Number.POSITIVE_INFINITY : pattern.split("/").length;
  return existsSync(base || ".") ? new FolderWalk((file) => isMatch(file), problems).files(base || ".", depth) : [];
}

/** Enough wildcards between two slashes, or groups, for a regular expression to try more and more combinations. */
const WILDCARDS = /(?:[*?][^/*?]*){4}|[@!+*?]\(/;
const LONGEST_MS = 1000;

/** Wraps a name test in a time limit. A pattern that takes a second for one name is refused. */
async function withinTime(isMatch: (name: string) => boolean, pattern: string): Promise<(name: string) => boolean> {
  const { createContext, Script } = await import("node:vm");
  const context = createContext({ isMatch, name: "" });
  const script = new Script("isMatch(name)");
  return (name) => {
    context.name = name;
    try {
      return script.runInContext(context, { timeout: LONGEST_MS }) as boolean;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
      return refuse(openProblem(pattern, `its wildcards take too long to compare with ${printable(name)}`));
    }
  };
}

/** Lists the files we want in folders. Skips hidden files, anything that npm installs, pipes and devices. */
class FolderWalk {
  readonly #isWanted: (file: string) => boolean;
  readonly #problems: Problem[];
  /** The real paths of the folders we have seen, because a link may lead back to one. */
  readonly #seen = new Set<string>();

  constructor(isWanted: (file: string) => boolean, problems: Problem[]) {
    this.#isWanted = isWanted;
    this.#problems = problems;
  }

  /** The files in a folder and its subfolders, down to a depth. A folder that cannot be read is a problem. */
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
      if (error instanceof InputError) throw error;
      this.#problems.push(openProblem(folder, reasonOf(error as Error)));
      return [];
    }
  }

  #entry(entry: Dirent, path: string, depth: number): string[] {
    const target = entry.isSymbolicLink() ? this.#targetOf(path) : entry;
    if (target?.isDirectory()) return this.files(path, depth - 1);
    return target?.isFile() && this.#isWanted(path) ? [path] : [];
  }

  /**
   * Follows a link. A broken one is a problem if it may have led to a file we want or to a folder; the files next to it
   * are still listed.
   */
  #targetOf(link: string): ReturnType<typeof statSync> {
    try {
      return statSync(link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const reason = code === "ENOENT" ? "it is a link that leads nowhere" : reasonOf(error as Error);
      if (this.#isWanted(link) || extname(link) === "") this.#problems.push(openProblem(link, reason));
      return undefined;
    }
  }
}
