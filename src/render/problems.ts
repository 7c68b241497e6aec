import type { Place, Problem } from "../core/errors.ts";
import { printable } from "../notation/characters.ts";
import { COMMAND_LINE } from "./problems/command-line.ts";
import { COMPARISONS } from "./problems/comparisons.ts";
import { FILES } from "./problems/files.ts";
import { NOTATION } from "./problems/notation.ts";
import { PICTURES } from "./problems/pictures.ts";
import { RATIOS } from "./problems/ratios.ts";
import { SCENARIO } from "./problems/scenario.ts";
import { STREAMS } from "./problems/streams.ts";
import { TABLES } from "./problems/tables.ts";
import { cellOf, KEY, OPTION, type SpellInput, UNSET, type Wording, type Words } from "./problems/words.ts";

const WORDS: Words = {
  ...NOTATION,
  ...SCENARIO,
  ...COMMAND_LINE,
  ...COMPARISONS,
  ...FILES,
  ...PICTURES,
  ...TABLES,
  ...RATIOS,
  ...STREAMS,
};

/** The words for a mistake, without the text that contains it. */
export function problemWording(problem: Problem): Wording {
  const say = WORDS[problem.code] as (args: Problem["args"], spell: SpellInput, word: typeof problemWording) => Wording;
  const { says, expected } = say(problem.args, spellingAt(problem.at), problemWording);
  const isUnset = problem.code === "E-EMPTY" && "expected" in problem.args && isTyped(problem.at);
  if (isUnset) return { says, expected: `${expected}; ${UNSET}` };
  return { says: printable(says), ...(expected === undefined ? {} : { expected: printable(expected) }) };
}

/** Whether something is the value of an option, and not a line of standard input or a part of a file. */
function isTyped({ option, line }: Place = {}): boolean {
  return option !== undefined && line === undefined;
}

function spellingAt({ columns, file, line, option }: Place = {}): SpellInput {
  if (columns !== undefined) return cellOf(columns);
  return file !== undefined || (line !== undefined && option === undefined) ? KEY : OPTION;
}
