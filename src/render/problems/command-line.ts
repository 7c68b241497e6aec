import { groupDigits } from "../../core/digits.ts";
import type { ProblemArgs } from "../../core/errors.ts";
import { list } from "../list.ts";
import { numberWord } from "../number-word.ts";
import { alternatives, shortened, UNSET, type Words } from "./words.ts";

/** Reasons why an option has no effect without another. */
const WITHOUT = [
  "no file",
  "no cite",
  "no series",
  "no ratio",
  "no picture",
  "no rows",
  "no group",
  "no kinds",
  "no roles",
  "one stream",
  "no quote",
];

export const COMMAND_LINE = {
  "E-OPTION-UNKNOWN": ({ option, command, suggestions, others }) => ({
    says: others
      ? `${option} is an option of loss-calc ${list(others)}, not of ${command}`
      : `unknown option ${shortened(option)}${suggestions.length > 0 ? `; did you mean ${suggestions.join(" or ")}?` : ""}`,
    expected: `an option that loss-calc ${command === "estimate" ? "" : `${command} `}--help lists`,
  }),
  "E-PARTS-OF-KILLED": ({ options }) => ({
    says: `${list(options)} are parts of the killed`,
    expected: "their sum as --killed, or --combine sum",
  }),
  "E-UNQUOTED": () => ({
    says: "the value has spaces, and the shell split it into several words",
    expected: "quotes around a value with spaces",
  }),
  "E-BARE": ({ because, words }) => ({
    says:
      because === "names"
        ? `“${shortened(words)}”: the names of options begin with two dashes`
        : `“${shortened(words)}”: a number needs an option that says what it counts`,
    expected: "a figure after its option, like --killed 7000",
  }),
  "E-COMMAND-UNKNOWN": ({ word, commands, suggestion }) => ({
    says: `unknown command “${shortened(word)}”${suggestion ? `; did you mean ${suggestion}?` : ""}`,
    expected: `one of ${commands.join(", ")}; a figure comes after its option, like --killed 7000`,
  }),
  "E-COMMAND-PLACE": ({ command }) => ({
    says: `“${command}” is a command, and there can be only one, before any other word`,
    expected: `loss-calc ${command}, followed by its options`,
  }),
  "E-ARGUMENT": ({ argument, command }) => ({
    says: `“${shortened(argument)}” does not belong to an option`,
    expected:
      command === "estimate"
        ? 'a figure after its option, in quotes if it has spaces, like --killed "at least 7,000"'
        : `an argument that loss-calc ${command} --help shows`,
  }),
  "E-VALUE-MISSING": ({ option, value }) => ({
    says: `${option} has no value`,
    expected: `${MISSING[option] ?? `${option} ${value}`}; ${UNSET}`,
  }),
  "E-VALUE-UNWANTED": ({ option, value }) => ({
    says: `${option} takes no value, but was given “${value}”`,
    expected: `${option} alone`,
  }),
  "E-REPEATED": ({ option, times }) => ({
    says: `${option} was given ${times === 2 ? "twice" : `${numberWord(times)} times`}, and only one can be used`,
    expected: `${option} once`,
  }),
  "E-CHOICE": ({ value, choices, suggestion, listedBy }) => ({
    says: `“${shortened(value)}” is not one of the choices${suggestion ? `; did you mean ${suggestion}?` : ""}`,
    expected:
      listedBy === undefined
        ? `${choices.length > 1 ? "one of " : ""}${alternatives(choices)}`
        : `one that ${listedBy} lists; the results with --json or --format csv have the code of each caveat`,
  }),
  "E-OPTIONS-CLASH": ({ options: [first, second], why }) => ({
    says: WITHOUT.includes(why)
      ? `${first} was given without ${second}`
      : `${first} and ${second} ${why === "one file" ? "are the same file" : "cannot be used together"}`,
    expected: {
      format: "one output format",
      digits: "--value alone, which prints nothing but the values",
      "no place": "--explain with text, markdown, wikitext or JSON, which can show the working",
      "no file": "the file that may be replaced, like --output FILE --overwrite",
      "one file": "a file for each of them",
      formats: "tables of one format in a run",
      "no series": "--series cumulative --by COLUMN, or --series daily --by COLUMN",
      "no ratio": "the ratio that is tested on past wars, like --backtest 3",
      "no picture":
        "a picture, which is the only output that has a size and a title of its own: --format svg, or --output with a name like losses.svg",
      "no group": "--group for a series, or for a list with --count killed",
      "no kinds": "the column that says what each source is, like --kind-from party:yes=claim --without claim",
      "no roles": "the column that says what each row counts, like --role type:deaths=killed,casualties=casualties",
      counted: "--count alone, which reads no figures",
      alone: "--no-header only if each row is calculated by itself",
      keys: "--to ndjson, since columns are taken from the first row",
      disjoint: "one of them, since running totals count the same people again and again",
      "no names": "--to csv or tsv, which have a header",
      "no rows": "--format csv or --format tsv, which spreadsheets open",
      "many forces": "the column with the force of each row, or several --force and --map force= to leave it out",
      "one stream": "a file for the rows, like --rejects - --output rows.csv",
      cited: "--cite alone, or with --format markdown, wikitext, bibtex (-o refs.bib) or csl-json (-o refs.json)",
      "no cite": "--cite, which prints how to cite cases",
      stream: "standard input or output for one thing only",
      quoted: "--quote alone, which prints a sentence and nothing else",
      "no quote": "the sentence that is shortened, like --quote --max 280",
      "no result": "--save - alone, which prints the scenario instead of the result",
    }[why],
  }),
  "E-MAX": ({ found }) => ({
    says: `“${shortened(found)}” is not a number of characters`,
    expected: "the most characters that the sentence may have, like --max 280",
  }),
  "E-QUOTE-LONG": ({ most, needed }) => ({
    says: `the shortest form of the sentence has ${groupDigits(String(needed))} characters, and --max allows ${groupDigits(String(most))}`,
    expected: `at least ${groupDigits(String(needed))} characters`,
  }),
  "E-OPERAND-MISSING": ({ command, operand, example }) => ({
    says: `${command} was given no ${operand}`,
    expected: `${operand} after it, like ${example}`,
  }),
  "E-PATH-UNKNOWN": ({ path, paths, because, short, suggestion }) => ({
    says: `the result has no “${path}”${because ? `: ${WHY_NO_PATH[because]}` : short ? `: ${shortList(short)}` : ""}${suggestion ? `; did you mean ${suggestion}?` : ""}`,
    expected: `for example ${paths.join(", ")}`,
  }),
  "E-PATH-RANGE": ({ path }) => ({
    says: `the ends of ${path} differ`,
    expected: `${path}.low or ${path}.high`,
  }),
  "E-PATH-NO-NUMBER": ({ path }) => ({
    says: `${path} has several values`,
    expected: "a path to a number or a string, like outOfAction.high or sentence",
  }),
} satisfies Partial<Words>;

const WHY_NO_PATH = {
  "no best": "there is a best value only if an input has one and every input that is a range has one too",
  "no force": "a share needs a --force",
  "many forces": "each of the forces has a share of its own",
};

function shortList({ list, count }: NonNullable<ProblemArgs["E-PATH-UNKNOWN"]["short"]>): string {
  if (count === 0) return `this result has no ${list}`;
  return count === 1
    ? `${list} has only one item, ${list}[0]`
    : `${list} has only ${numberWord(count)} items, the last of which is ${list}[${count - 1}]`;
}

const MISSING: Readonly<Record<string, string>> = {
  "--force": "the size of a force, like --force 150000; to replace an existing file, use --overwrite",
  "--strength": "the size of a force, like --strength 150000",
};
