import { InputError, type Problem } from "../core/errors.ts";
import { notAChoice } from "../core/suggest.ts";
import { SCHEMAS, schemaText } from "../input/schemas.ts";
import { EXIT } from "./exit.ts";
import type { Io } from "./io.ts";
import type { Given } from "./options.ts";

/** The command: prints the JSON Schema of what is read or written. Throws InputError. */
export async function runSchema(given: Given, before: readonly Problem[], io: Io): Promise<number> {
  const problems = [...before];
  const [operand, ...more] = given.operands;
  const name = SCHEMAS.find((known) => known === operand);
  const missing = { command: "schema", operand: "NAME", example: "loss-calc schema scenario" };
  if (operand === undefined) problems.push({ code: "E-OPERAND-MISSING", args: missing });
  else if (!name) problems.push(notAChoice(operand, SCHEMAS));
  problems.push(...more.map((argument): Problem => ({ code: "E-ARGUMENT", args: { argument, command: "schema" } })));
  if (!name || problems.length > 0) throw new InputError(problems);
  io.stdout.write(schemaText(name));
  return EXIT.fine;
}
