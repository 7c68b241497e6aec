import { InputError, type Problem } from "../core/errors.ts";
import { notAChoice } from "../core/suggest.ts";
import { CODES, codeMeant, explanationPage } from "../render/explain.ts";
import { EXIT } from "./exit.ts";
import type { Given } from "./given.ts";
import { widthOf } from "./help.ts";
import type { Io } from "./io.ts";

/** The command: explains the codes of mistakes and caveats. Throws InputError. */
export async function runExplain(given: Given, before: readonly Problem[], io: Io): Promise<number> {
  const missing = { command: "explain", operand: "CODE", example: "loss-calc explain E-DOT" };
  const codes = given.operands.map((text) => codeMeant(text) ?? notAChoice(text, CODES));
  const problems: Problem[] = [
    ...before,
    ...(codes.length === 0 ? [{ code: "E-OPERAND-MISSING", args: missing } as const] : []),
    ...codes.filter((code) => typeof code !== "string"),
  ];
  if (problems.length > 0) throw new InputError(problems);
  const pages = codes.filter((code) => typeof code === "string").map((code) => explanationPage(code, widthOf(io)));
  io.stdout.write(pages.join("\n\n"));
  return EXIT.fine;
}
