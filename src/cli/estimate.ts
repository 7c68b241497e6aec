import { InputError, type Problem, type ProblemCode } from "../core/errors.ts";
import { estimate } from "../core/estimate.ts";
import { problemsOf } from "../core/rules.ts";
import { deliver, deliveryFrom } from "./deliver.ts";
import type { Io } from "./io.ts";
import type { Given } from "./options.ts";
import { type Line, scenarioFrom } from "./scenario.ts";

/**
 * The command: options → scenario → estimate → text, to standard output or a file. Throws
 * InputError with the problems of the command line that were found before, and its own.
 */
export async function runEstimate(given: Given, before: readonly Problem[], io: Io): Promise<void> {
  const problems = [...before, ...repeats(given)];
  const delivery = deliveryFrom(given, problems);
  const lines = await linesFor(given, io, problems);
  const scenario = scenarioFrom(given, lines ?? [], problems);
  const unread = problems.length > 0;
  problems.push(...problemsOf(scenario).filter(({ code }) => !(unread && OF_ABSENCE.includes(code))));
  if (problems.length > 0) throw new InputError(problems);
  await deliver(estimate(scenario), delivery, io);
}

/** Problems that may only be there because something else could not be read. */
const OF_ABSENCE: readonly ProblemCode[] = ["E-NOTHING", "E-RETURNED"];

function repeats(given: Given): Problem[] {
  return given
    .repeated()
    .filter(([option]) => option !== "--killed" && option !== "--force")
    .map(([option, times]) => ({ code: "E-REPEATED", args: { option, times } }));
}

/** Standard input is read once, and only where "-" stands for it. */
async function linesFor(given: Given, io: Io, problems: Problem[]): Promise<Line[] | undefined> {
  const times = given.all("--killed").filter((value) => value === "-").length;
  if (times > 1) problems.push({ code: "E-REPEATED", args: { option: "--killed -", times } });
  if (times !== 1) return undefined;
  try {
    const { readLines } = await import("./input.ts");
    return await readLines(io.stdin);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
