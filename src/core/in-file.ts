import { InputError, type Problem } from "./errors.ts";

/** Runs what reads or uses a file; its mistakes are reported with the file. */
export function inFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.problems.map((problem) => withFile(problem, file)));
  }
}

/** A mistake with the file it is in, unless it is one of an option, or of what goes out. */
export function withFile(problem: Problem, file: string): Problem {
  if (problem.at?.option !== undefined || problem.at?.file !== undefined) return problem;
  if (problem.code.startsWith("E-OUTPUT")) return problem;
  return { ...problem, at: { ...problem.at, file: file === "-" ? "standard input" : file } };
}
