import type { CaveatCode, TableCode } from "../core/caveats/caveat.ts";
import type { ProblemCode } from "../core/errors.ts";
import { CAVEAT_PAGES } from "./explain/caveats.ts";
import { COMMAND_LINE_PAGES } from "./explain/command-line.ts";
import { COMPARISON_PAGES } from "./explain/comparisons.ts";
import type { Explanation } from "./explain/explanation.ts";
import { FILE_PAGES } from "./explain/files.ts";
import { NOTATION_PAGES } from "./explain/notation.ts";
import { PICTURE_PAGES } from "./explain/pictures.ts";
import { RATIO_PAGES } from "./explain/ratios.ts";
import { SCENARIO_PAGES } from "./explain/scenario.ts";
import { STREAM_PAGES } from "./explain/streams.ts";
import { TABLE_PAGES } from "./explain/tables.ts";
import { wrapped } from "./wrap.ts";

/** Every code that the program prints. */
export type Code = ProblemCode | CaveatCode | TableCode;

/** What each code means: mistakes in the order of their families, then caveats. */
export const EXPLANATIONS: Readonly<Record<Code, Explanation>> = {
  ...NOTATION_PAGES,
  ...SCENARIO_PAGES,
  ...COMMAND_LINE_PAGES,
  ...COMPARISON_PAGES,
  ...FILE_PAGES,
  ...PICTURE_PAGES,
  ...TABLE_PAGES,
  ...RATIO_PAGES,
  ...STREAM_PAGES,
  ...CAVEAT_PAGES,
};

const USUAL_WIDTH = 80;

/** The page of a code. The example is never wrapped, so that it can be copied. */
export function explanationPage(code: Code, width = USUAL_WIDTH): string {
  const { means, example, advice } = EXPLANATIONS[code];
  const meaning = paragraph(means, width);
  const whatToDo = paragraph(`What to do: ${advice}`, width);
  return `${code}\n\n${meaning}\n\nExample:\n  ${example}\n\n${whatToDo}\n`;
}

/** Wraps text, but keeps an option with its value on one line, and loss-calc with its command. */
function paragraph(text: string, width: number): string {
  const held = text.replace(/(?<=--[a-z-]+|loss-calc) /g, NO_BREAK);
  return wrapped(held, width, "").replaceAll(NO_BREAK, " ");
}

const NO_BREAK = "\u00a0";

export const CODES = Object.keys(EXPLANATIONS) as Code[];
const BY_ESSENCE = new Map(CODES.map((code) => [essence(code), code]));

/** The code that a text means, ignoring case, with or without E- in front, and with - or _ between its words. */
export function codeMeant(text: string): Code | undefined {
  return BY_ESSENCE.get(essence(text));
}

/**
 * "E-DOT", "e_dot" and "Dot" all become "DOT". Anything that was copied along with a code, such as a colon, is ignored.
 */
function essence(text: string): string {
  return text
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== "")
    .join("-")
    .replace(/^E-/, "");
}
