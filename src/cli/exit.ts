import type { Problem, ProblemCode } from "../core/errors.ts";

/** The exit statuses, as --help and the README list them. */
export const EXIT = { fine: 0, no: 1, wrong: 2, data: 3, file: 4, bug: 70 } as const;

const FILE: readonly ProblemCode[] = ["E-OUTPUT-EXISTS", "E-OUTPUT-FAILED", "E-FILE-OPEN"];
const DATA: readonly ProblemCode[] = [
  "E-INPUT-EMPTY",
  "E-INPUT-KIND",
  "E-INPUT-UTF8",
  "E-INPUT-TOO-LARGE",
  "E-INPUT-FAILED",
  "E-FILES-NONE",
];

/**
 * The exit status for some mistakes: a wrong command line takes precedence, then data that could not be read, then
 * files.
 */
export function exitStatus(problems: readonly Problem[]): number {
  const statuses = problems.map((problem) => {
    const { code, at } = problem.code === "E-RATIO-FILE" ? problem.args.problem : problem;
    if (FILE.includes(code)) return EXIT.file;
    return DATA.includes(code) || at?.line !== undefined || at?.file !== undefined ? EXIT.data : EXIT.wrong;
  });
  return statuses.reduce<number>((a, b) => Math.min(a, b), EXIT.bug);
}
