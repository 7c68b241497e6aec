import { InputError, type Problem, type ProblemArgs } from "../core/errors.ts";
import { choiceProblem } from "../core/suggest.ts";
import type { GivenOptions } from "./given.ts";

/** The one word that a command takes, which must be one of its choices. Throws InputError. */
export function chosenOperand<T extends string>(
  { operands: [operand, ...more] }: GivenOptions,
  before: readonly Problem[],
  choices: readonly T[],
  missing: ProblemArgs["E-OPERAND-MISSING"],
): T {
  const chosen = choices.find((choice) => choice === operand);
  const { command } = missing;
  const problems: Problem[] = [
    ...before,
    ...(operand === undefined && before.length === 0 ? [{ code: "E-OPERAND-MISSING", args: missing } as const] : []),
    ...(operand !== undefined && !chosen ? [choiceProblem(operand, choices)] : []),
    ...more.map((argument): Problem => ({ code: "E-ARGUMENT", args: { argument, command } })),
  ];
  if (!chosen || problems.length > 0) throw new InputError(problems);
  return chosen;
}
