import { REPORTED } from "../../core/categories.ts";
import type { Counted, ExpectedKind, Problem, ProblemArgs, ProblemCode } from "../../core/errors.ts";
import type { InputName } from "../../core/inputs.ts";
import { INPUTS, optionOf } from "../../notation/inputs.ts";

/** What was wrong, and what was expected or can be done. */
export interface Wording {
  readonly says: string;
  readonly expected?: string;
}

/** How to name an input where the mistake was made: --as-of 2022 on a command line, "asOf": 2022 in a file, 2022 in “asOf” in a table. */
export type SpellInput = (input: InputName, value?: string) => string;

export const OPTION: SpellInput = (input, value) => `${optionOf(input)}${value === undefined ? "" : ` ${value}`}`;
export const KEY: SpellInput = (input, value) => `"${input}"${value === undefined ? "" : `: "${unquoted(value)}"`}`;

/**
 * Names an input of a row by its column, or else by its option. A loss in figures is that of one row, and an option
 * would give it to all rows, so it needs a column too, like what is no option of batch.
 */
export function cellOf(columns: Readonly<Partial<Record<string, string>>>): SpellInput {
  return (input, value) => {
    const column = ["", "_low", "_best", "_high"].map((end) => columns[input + end]).find((name) => name !== undefined);
    if (column !== undefined) return `${value === undefined ? "" : `${unquoted(value)} in `}“${shortened(column)}”`;
    const isFigure = REPORTED.some((loss) => loss === input) && /^"?\d/.test(value ?? "");
    if (INPUTS[input].commands?.includes("batch") && !isFigure) return OPTION(input, value);
    return value === undefined ? `a column “${input}”` : `--map ${input}=COLUMN`;
  };
}

const unquoted = (value: string) => value.replace(/^"|"$/g, "");

/** The words for each mistake. If a mistake contains another, `word` puts that one into words. */
export type Words = {
  readonly [Code in ProblemCode]: (
    args: ProblemArgs[Code],
    spell: SpellInput,
    word: (inner: Problem) => Wording,
  ) => Wording;
};

export const EXPECTED: Record<ExpectedKind, string> = {
  figure: 'a count of people, like 13,800, 6,000-13,800, "at least 7,000" or "up to 6,000"',
  ratio: "losses for each person killed, like 3, 2.5, 2-4 or 2x-4x",
  loss: "a count of people, like 14000-21000, or a multiplier of the killed, like 3x or 2x-3x",
  share: "a share, like 30%, 0.3 or 45%-65%",
  died: "the share of the casualties who died, like 20%, 0.2 or 1 in 5",
  claim: "a share, like 30%, 1/3, a fifth, or between a fifth and a third",
  conclusion:
    'a share of the force, like 30% or "a third", the share who died, like "a quarter died", a ratio, like "8 wounded per killed", losses a day, like "1,500 a day", or people out of action, like 50,000; a scenario file can claim any result',
  "one conclusion": 'one conclusion at a time, like --claim "up to 55,200" --claim "more than a third"',
  tolerance: "a tolerance, like 500 people, 1% of the value, or 0.5 points of a share",
  rate: 'people a day, like "1,271 a day", or a share of the force, like "25% of the force"',
  pace: "people per day or per month, like 92 a day or 2,800 a month",
  days: "a number of days above zero, like 90, or of weeks, months or years, like 3 months",
  amount: "a number above zero with its unit, like 2,356 km2, 17 vehicles or 14 million roubles",
  target: "a share of the force, like 100% or a third, a number of people, like 50,000, or an amount, like 486,000 km2",
  result: "a number, like 44.4, 1,382 or 20-40",
  date: "a date, like 2022-03-16, 16 March 2022, 2022-03 or 2022",
  name: "a name, like Ukraine",
  note: "one word or more",
  url: "the address of a web page, like https://example.org/report",
};

export const MEANS: Record<Counted, string> = {
  killed: "people killed",
  casualties: "all losses together",
  force: "the size of a force",
  wounded: "the wounded",
  captured: "the captured",
  missing: "the missing",
  deserted: "the deserted",
};

export function shortened(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

const LONGEST_SHOWN = 60;

const SHOWN = 16;

export function alternatives(words: readonly string[]): string {
  const more = words.length - SHOWN;
  return more > 0 ? `${words.slice(0, SHOWN).join(", ")} and ${more} more` : words.join(", ");
}

/** Why a value may be missing that was typed: a shell leaves out what a variable does not have. */
export const UNSET = "a shell variable in its place may be empty or unset";
