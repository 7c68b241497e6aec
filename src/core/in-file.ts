import { InputError, type Problem } from "./errors.ts";

/** Runs code that reads or uses a file, and adds the file to any mistakes. */
export function inFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.problems.map((problem) => withFile(problem, file)));
  }
}

/** Adds the file to a mistake, unless the mistake is in an option or in what is written. */
export function withFile(problem: Problem, file: string): Problem {
  if (problem.at?.option !== undefined || problem.at?.file !== undefined) return problem;
  if (problem.code.startsWith("E-OUTPUT")) return problem;
  return { ...problem, at: { ...problem.at, file: file === "-" ? "standard input" : file } };
}
