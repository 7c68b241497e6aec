import { existsSync } from "node:fs";
import { InputError, type Problem, refuse } from "../core/errors.ts";
import type { Scenario } from "../core/scenario.ts";
import { readScenarios } from "../input/scenario.ts";
import { readFile, readStdin } from "./input.ts";
import type { Io } from "./io.ts";

/** The scenario of a file, or of standard input: FILE, or FILE#2 for the second of a list. Throws InputError. */
export async function loadScenario(operand: string, io: Io): Promise<Scenario> {
  const { file, number } = splitOperand(operand);
  const text = file === "-" ? await readStdin(io.stdin, "--scenario") : readFile(file);
  const entries = inFile(file, () => readScenarios(text));
  const entry = entries[(number ?? 1) - 1];
  if (!entry || (number === undefined && entries.length > 1)) {
    const args = { file, count: entries.length, ...(number === undefined ? {} : { number }) };
    refuse({ code: "E-SCENARIO-NUMBER", args, at: { option: "--scenario" } });
  }
  if (!entry.scenario) throw new InputError(entry.problems.map((problem) => withFile(problem, file)));
  return entry.scenario;
}

/** A name that ends in # and a number names that scenario of a list, unless it is a file. */
function splitOperand(operand: string): { file: string; number?: number } {
  const [, file, number] = /^(.*)#(\d+)$/s.exec(operand) ?? [];
  return file === undefined || existsSync(operand) ? { file: operand } : { file, number: Number(number) };
}

/** Runs what reads or uses a file; its mistakes are told with the file. */
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
  if (problem.at?.option !== undefined || problem.code.startsWith("E-OUTPUT")) return problem;
  return { ...problem, at: { ...problem.at, file: file === "-" ? "standard input" : file } };
}
