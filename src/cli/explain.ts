import { defined } from "../core/defined.ts";
import { InputError, type Problem } from "../core/errors.ts";
import { suggest } from "../core/suggest.ts";
import { CODES, codeMeant, explanationPage } from "../render/explain.ts";
import { EXIT } from "./exit.ts";
import type { GivenOptions } from "./given.ts";
import { caveatsTopic, mistakesTopic } from "./help/caveats.ts";
import { topicText, widthOf } from "./help.ts";
import { type Io, show } from "./io.ts";

/** Runs the explain command: explains the codes of mistakes and caveats, or lists them. Throws InputError. */
export async function runExplain(given: GivenOptions, before: readonly Problem[], io: Io): Promise<number> {
  const codes = given.operands.map((text) => codeMeant(text) ?? unknownCode(text));
  const problems: Problem[] = [...before, ...codes.filter((code) => typeof code !== "string")];
  if (problems.length > 0) throw new InputError(problems);
  const width = widthOf(io);
  const pages =
    codes.length === 0
      ? [caveatsTopic(), mistakesTopic()].map((topic) => `${topicText(topic, width)}\n`)
      : codes.filter((code) => typeof code === "string").map((code) => explanationPage(code, width));
  await show(pages.join("\n"), given.showOptions, io);
  return EXIT.fine;
}

function unknownCode(value: string): Problem {
  const suggestion = suggest(value.toUpperCase(), CODES);
  return { code: "E-CHOICE", args: defined({ value, choices: CODES, suggestion, listedBy: "loss-calc explain" }) };
}
