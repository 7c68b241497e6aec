import type { ProblemArgs } from "../../core/errors.ts";
import type { Asked } from "../../core/named.ts";
import { list } from "../list.ts";
import { alternatives, shortened, type Words } from "./words.ts";

const ASKED: Record<Asked, string> = {
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
    says: `${name} knows ${list(knows.map((known) => ASKED[known]))}, not ${ASKED[asked]}`,
    expected: knows.map((known) => spell(known, name)).join(", or "),
  }),
  "E-HISTORY-ONLY": ({ name, asked }, spell) => ({
    says: `history knows the wounded, not ${ASKED[asked]}${asked === "ratio" || asked === "captured" ? ": the captured do not scale with the killed" : ""}`,
    expected: `${spell("wounded", name)}, and ${spell(asked === "ratio" ? "captured" : asked, "COUNT")} where a count is known`,
  }),
  "E-HISTORY-SCOPE": ({ found, suggestion }) => ({
    says: `“${shortened(found)}” narrows nothing${suggestion === undefined ? "" : `; did you mean ${suggestion}?`}`,
    expected:
      "years (history:1946-2000, history:2001-), war, theatre, campaign or battle, or a definition of killed like battle-deaths",
  }),
  "E-HISTORY-FEW": ({ name, wars, fewest, cases }) => ({
    says: `${wars === 0 ? "no war fits" : `only ${wars} ${wars === 1 ? "war fits" : "wars fit"}`} ${name}, too few for an interval${cases.length > 0 ? `; the cases: ${cases.join(", ")}` : ""}`,
    expected: `${fewest} wars or more${cases.length > 0 ? ", or one of these cases by its name" : ""}`,
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
        : `; and ${others} more ${others === 1 ? "mistake" : "mistakes"}, which loss-calc ratios --ratios FILE tells`;
    return { says: `${file}:${where} ${says}${rest}`, ...more };
  },
  "E-RATIO-NAME": ({ name, because }) => ({
    says: `“${shortened(name)}” cannot be the name of a ratio: ${NAME[because]}`,
    expected: "a name of its own, like house-rule",
  }),
  "E-RATIO-CASE": ({ because, key }) => CASE[because](key),
  "E-RATIO-SOURCE-TWICE": ({ id }) => ({
    says: `there are two sources “${shortened(id)}”`,
    expected: "an id for each source",
  }),
  "E-RATIO-SOURCE": ({ id, sources }) => ({
    says: `unknown source “${shortened(id)}”`,
    expected: `one of ${alternatives(sources.map(shortened))}`,
  }),
} satisfies Partial<Words>;

const NAME = {
  form: "it has to begin with a letter from a to z, and hold such letters, digits, - and _ alone",
  notation: "it is read as a figure",
  empty: "a table has it where there is nothing",
  "built in": "the built-in record has it",
  twice: "it is there twice",
};

const CASE: Record<ProblemArgs["E-RATIO-CASE"]["because"], (key?: string) => { says: string; expected: string }> = {
  "nothing known": () => ({
    says: "no ratio follows from this",
    expected:
      '"killed" with "wounded", "captured", "missing" or "capturedOrMissing", or "woundedPerKilled", or "nonfatalPerKilled"',
  }),
  "no killed": () => ({ says: "nobody was killed", expected: "a count of 1 or more" }),
  twice: () => ({
    says: "the captured or the missing are counted here once more",
    expected: '"captured" and "missing", or one number for both in "capturedOrMissing"',
  }),
  "covers nothing": () => ({
    says: "this says what a ratio takes in that is not there; counts say it themselves",
    expected: '"covers" beside "nonfatalPerKilled"',
  }),
  "no count": () => ({
    says: "this is the source of a count that is not there",
    expected: "sources of counts that are",
  }),
  less: (key) => ({ says: `this is less than the wounded alone come to`, expected: `"${key}" with the wounded in it` }),
  both: () => ({ says: "the case is comparable, and this says why it is not", expected: "one of the two" }),
  years: () => ({ says: "this is before the first year", expected: "a year that is not before startYear" }),
  differs: (key) => ({ says: `this is not what the counts come to`, expected: `the counts, or "${key}", alone` }),
};
