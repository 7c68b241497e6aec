import type { Problem } from "../core/errors.ts";
import { SCHEMAS, schemaText } from "../input/schemas.ts";
import { EXIT } from "./exit.ts";
import type { GivenOptions } from "./given.ts";
import type { Io } from "./io.ts";
import { chosenOperand } from "./operands.ts";

/** Runs the schema command: prints the JSON Schema of what is read or written. Throws InputError. */
export async function runSchema(given: GivenOptions, before: readonly Problem[], io: Io): Promise<number> {
  const name = chosenOperand(given, before, SCHEMAS, {
    command: "schema",
    operand: "NAME",
    example: "loss-calc schema scenario",
  });
  io.stdout.write(schemaText(name));
  return EXIT.fine;
}
