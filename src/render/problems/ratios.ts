import type { ProblemArgs } from "../../core/errors.ts";
import type { RatioInput } from "../../core/named.ts";
import { list } from "../list.ts";
import { numberWord } from "../number-word.ts";
import { alternatives, shortened, type Words } from "./words.ts";

const ASKED: Record<RatioInput, string> = {
  ratio: "all other losses together",
  wounded: "the wounded",
  captured: "the captured",
  missing: "the missing",
  deserted: "the deserted",
};

/** The historical record, and ratios by name. */
export const RATIOS = {
  "E-RATIO-UNKNOWN": ({ name, suggestions }) => ({
    says: `unknown ratio “${shortened(name)}”${suggestions.length > 0 ? `; did you mean ${suggestions.join(" or ")}?` : ""}`,
    expected: "a ratio like 3, a multiplier like 2x-4x, or a name that loss-calc ratios lists",
  }),
  "E-RATIO-LACKS": ({ name, asked, knows }, spell) => ({
    says: `${name} has a ratio for ${list(knows.map((known) => ASKED[known]))}, not for ${ASKED[asked]}`,
    expected: knows.map((known) => spell(known, name)).join(", or "),
  }),
  "E-HISTORY-ONLY": ({ name, asked }, spell) => ({
    says: `history is an interval for the wounded, not for ${ASKED[asked]}${asked === "ratio" || asked === "captured" ? ": the captured do not scale with the killed" : ""}`,
    expected: `${spell("wounded", name)}, and ${spell(asked === "ratio" ? "captured" : asked, "COUNT")} if you have a count${asked === "ratio" ? `; or ${spell("ratio", name)} with a count of the wounded and nothing else` : ""}`,
  }),
  "E-HISTORY-SCOPE": ({ found, suggestion }) => ({
    says: `“${shortened(found)}” does not narrow history${suggestion === undefined ? "" : `; did you mean ${suggestion}?`}`,
    expected:
      "years (history:1946-2000, history:2001-), war, theatre, campaign or battle, or a definition of killed like battle-deaths",
  }),
  "E-HISTORY-FEW": ({ name, wars, fewest, cases }) => ({
    says: `${wars === 0 ? "no war fits" : `only ${numberWord(wars)} ${wars === 1 ? "war fits" : "wars fit"}`} ${name}; an interval needs at least ${numberWord(fewest)} wars${cases.length > 0 ? `; the cases: ${cases.join(", ")}` : ""}`,
    expected: `a wider selection of wars${cases.length > 0 ? ", or one of these cases by its name" : ""}`,
  }),
  "E-ERA": ({ found }) => ({
    says: `“${shortened(found)}” is not a year or a span of years`,
    expected: "years like 1946-2000, 2001-, -1899 or 1973",
  }),
  "E-RATIOS-STREAM": () => ({
    says: "a saved scenario names the file of its ratios, and standard input has no name",
    expected: "the ratios in a file, like --ratios ratios.json",
  }),
  "E-RATIO-FILE": ({ file, problem, others }, _, word) => {
    const { says, ...more } = word(problem);
    const { line, column, path } = problem.at ?? {};
    const where = line === undefined ? "" : ` line ${line}, column ${column}${path === undefined ? "" : `, ${path}`}:`;
    const rest =
      others === 0
        ? ""
        : `; and ${numberWord(others)} more ${others === 1 ? "mistake" : "mistakes"}, which loss-calc ratios --ratios FILE lists`;
    return { says: `${file}:${where} ${says}${rest}`, ...more };
  },
  "E-RATIO-NAME": ({ name, because }) => ({
    says: `“${shortened(name)}” cannot be the name of a ratio: ${NAME[because]}`,
    expected: "a name of its own, like house-rule",
  }),
  "E-RATIO-CASE": ({ because, key }) => CASE[because](key),
  "E-RATIO-SOURCE-TWICE": ({ id }) => ({
    says: `two sources have the id “${shortened(id)}”`,
    expected: "an id for each source",
  }),
  "E-RATIO-SOURCE": ({ id, sources }) => ({
    says: `unknown source “${shortened(id)}”`,
    expected: `one of ${alternatives(sources.map(shortened))}`,
  }),
} satisfies Partial<Words>;

const NAME = {
  form: "it must begin with a letter from a to z, and have only such letters, digits, - and _",
  notation: "it is read as a figure",
  empty: "in a table it means an empty cell",
  "built in": "a built-in case has it",
  twice: "it occurs twice",
};

const CASE: Record<ProblemArgs["E-RATIO-CASE"]["because"], (key?: string) => { says: string; expected: string }> = {
  "nothing known": () => ({
    says: "no ratio follows from this",
    expected:
      '"killed" with "wounded", "captured", "missing" or "capturedOrMissing", or "woundedPerKilled", or "nonfatalPerKilled"',
  }),
  "no killed": () => ({ says: "the number of killed is 0", expected: "a count of 1 or more" }),
  twice: () => ({
    says: "this counts the captured or the missing a second time",
    expected: '"captured" and "missing", or one number for both in "capturedOrMissing"',
  }),
  "covers nothing": () => ({
    says: '"covers" belongs to a ratio, and there is none; counts need no "covers"',
    expected: '"covers" together with "nonfatalPerKilled"',
  }),
  "no count": () => ({
    says: "this is the source of a count that the case does not have",
    expected: "sources of counts that it has",
  }),
  less: (key) => ({
    says: `this is less than the ratio of the wounded alone`,
    expected: `"${key}" that includes the wounded`,
  }),
  both: () => ({ says: "the case is marked comparable, but this says why it is not", expected: "one of the two" }),
  months: () => ({ says: "this is before the first month", expected: "a month that is not before startMonth" }),
  "no year": () => ({ says: "this is a month without a year", expected: "the years too, in startYear and endYear" }),
  years: () => ({ says: "this is before the first year", expected: "a year that is not before startYear" }),
  differs: (key) => ({ says: `this is not the quotient of the counts`, expected: `the counts, or "${key}", alone` }),
};
