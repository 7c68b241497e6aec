import { alternatives, type Words } from "./words.ts";

export const COMMAND_LINE = {
  "E-OPTION-UNKNOWN": ({ option, command, suggestion }) => ({
    says: `there is no option ${option}${suggestion ? `; did you mean ${suggestion}?` : ""}`,
    expected: `an option listed by loss-calc ${command === "estimate" ? "" : `${command} `}--help`,
  }),
  "E-COMMAND-UNKNOWN": ({ word, commands, suggestion }) => ({
    says: `there is no command “${word}”${suggestion ? `; did you mean ${suggestion}?` : ""}`,
    expected: `one of ${alternatives(commands)}; a figure follows its option, like --killed 7000`,
  }),
  "E-COMMAND-PLACE": ({ command }) => ({
    says: `“${command}” is a command, and a command comes first, once`,
    expected: `loss-calc ${command} --killed 7000 …`,
  }),
  "E-ARGUMENT": ({ argument, command }) => ({
    says: `“${argument}” belongs to no option`,
    expected:
      command === "estimate"
        ? 'a figure behind its option, in quotes where it has spaces, like --killed "at least 7,000"'
        : `the words that loss-calc ${command} --help shows`,
  }),
  "E-VALUE-MISSING": ({ option, next }) => ({
    says: `${option} has no value${next ? `: ${next} is the next option` : ""}`,
    expected: MISSING[option] ?? `${option} with a value`,
  }),
  "E-VALUE-UNWANTED": ({ option, value }) => ({
    says: `${option} takes no value, but was given “${value}”`,
    expected: `${option} alone`,
  }),
  "E-REPEATED": ({ option, times }) => ({
    says: `${option} was given ${times === 2 ? "twice" : `${times} times`}, and none of them is preferred`,
    expected: `${option} once; only --killed, --force, --map and --value are repeated`,
  }),
  "E-CHOICE": ({ value, choices, suggestion }) => ({
    says: `“${value}” is none of the choices${suggestion ? `; did you mean ${suggestion}?` : ""}`,
    expected: `one of ${alternatives(choices)}`,
  }),
  "E-OPTIONS-CLASH": ({ options: [one, other], why }) => ({
    says:
      why === "no file" || why === "no series"
        ? `${one} was given without ${other}`
        : `${one} and ${other} cannot stand together`,
    expected: {
      format: "one output format",
      digits: "--value alone, which prints nothing but the values",
      "no place": "--explain with text, markdown or JSON, which have room for the working",
      "tested or told": "--backtest for a ratio on all cases, or --explain for what is known of each",
      "no file": "the file that may be replaced, like --output FILE --overwrite",
      "one file": "a file for each of them",
      formats: "tables of one format in a run",
      "no series": "--series cumulative --by COLUMN, both",
      alone: "--no-header for rows that are computed each by itself",
      keys: "--to ndjson; a table of columns takes them from its first row",
      disjoint: "one of them: running totals count the same people again and again",
      "no names": "--to csv or tsv, which have a line of names",
      "many forces": "the column with the force of each row, or several --force",
      unseen: "--update alone, which shows what it changes",
      stream: "standard input or output for one thing only",
      "no result": "--save - alone, which prints the scenario in place of the result",
    }[why],
  }),
  "E-OPERAND-MISSING": ({ command, operand, example }) => ({
    says: `${command} was given no ${operand}`,
    expected: `${operand} behind it, like ${example}`,
  }),
  "E-PATH-UNKNOWN": ({ path, paths, suggestion }) => ({
    says: `the result has no “${path}”${suggestion ? `; did you mean ${suggestion}?` : ""}`,
    expected: `one of ${paths.join(", ")}`,
  }),
  "E-PATH-RANGE": ({ path }) => ({
    says: `the ends of ${path} differ`,
    expected: `${path}.low or ${path}.high`,
  }),
  "E-PATH-NO-NUMBER": ({ path }) => ({
    says: `${path} holds several values`,
    expected: "a path to a number or a text, like outOfAction.high or sentence",
  }),
} satisfies Partial<Words>;

const MISSING: Readonly<Record<string, string>> = {
  "--force": "the size of a force, like --force 150000; what replaces an existing file is --overwrite",
  "--strength": "the size of a force, like --strength 150000",
};
