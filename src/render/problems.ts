import type { Counted, Expected, JsonSlip, Place, Problem, ProblemArgs, ProblemCode } from "../core/errors.ts";
import type { Unit } from "../core/range.ts";
import { printable } from "../notation/characters.ts";

/** What was wrong, and what was expected or can be done. */
export interface Wording {
  readonly says: string;
  readonly expected?: string;
}

const EXPECTED: Record<Expected, string> = {
  figure: 'a count of people, like 13,800, 6,000-13,800, "at least 7,000" or "up to 6,000"',
  ratio: "losses for each person killed, like 3, 2.5, 2-4 or 2x-4x",
  loss: "a count of people, like 14000-21000, or a multiplier of the killed, like 3x or 2x-3x",
  share: "a share, like 30%, 0.3 or 45%-65%",
  claim: "a share, like 30%, 1/3, a fifth, or between a fifth and a third",
  tolerance: "a tolerance, like 500 people, 1% of the value, or 0.5 points of a share",
  date: "a date, like 2022-03-16, 2022-03 or 2022",
  name: "a name, like Ukraine",
  note: "a remark in words",
  url: "the address of a page, like https://example.org/report",
};

const TOLERANCE: Record<Unit, string> = {
  people: "a number of people, like 500, or percent of the value, like 1%",
  perKilled: "losses per person killed, like 0.1, or percent of the value, like 1%",
  share: "points of the share, like 0.5 points",
};

const KIND: Record<Expected, string> = {
  figure: "a count of people",
  ratio: "a ratio",
  loss: "a count or a multiplier",
  share: "a share",
  claim: "a share",
  tolerance: "a tolerance",
  date: "a date",
  name: "a name",
  note: "a remark",
  url: "an address",
};

/** How an input is named where the mistake was made: --as-of 2022 on a command line, "asOf": 2022 in a file. */
type Spell = (input: string, value?: string) => string;

const OPTION: Spell = (input, value) => `--${input}${value === undefined ? "" : ` ${value}`}`;
const KEY: Spell = (input, value) => `"${input}"${value === undefined ? "" : `: "${value.replace(/^"|"$/g, "")}"`}`;

type Words = { readonly [Code in ProblemCode]: (args: ProblemArgs[Code], spell: Spell) => Wording };

const NOTATION = {
  "E-EMPTY": ({ expected }) => ({ says: "nothing is written here", expected: EXPECTED[expected] }),
  "E-TOO-LONG": ({ expected, length, limit }) => ({
    says: `this is ${length} characters long; ${KIND[expected]} has at most ${limit}`,
    expected: EXPECTED[expected],
  }),
  "E-CHARACTER": ({ name, instead }) => ({
    says: `there is ${name}${instead ? ` where ${instead} was expected` : " here"}`,
  }),
  "E-NOT-A-NUMBER": ({ expected, found }) => ({
    says:
      found === "," ? "a comma does not separate figures; give one option for each" : `this is not ${KIND[expected]}`,
    expected: EXPECTED[expected],
  }),
  "E-NEGATIVE": ({ expected }) => ({ says: `${KIND[expected]} cannot be negative`, expected: EXPECTED[expected] }),
  "E-FRACTION": ({ value }) => ({ says: `${value} is a fraction of a person`, expected: "a whole number of people" }),
  "E-TOO-LARGE": ({ limit }) => ({ says: "this is more than can be counted exactly", expected: `at most ${limit}` }),
  "E-GROUPING": () => ({
    says: "these digits are not grouped by thousands",
    expected: "groups of three, like 1,234,567, and a dot for decimals",
  }),
  "E-DOT": ({ first, second }) => ({
    says: `this may be ${first} or ${second}`,
    expected: "a comma between thousands, or a unit behind decimals",
  }),
  "E-SLASH": () => ({
    says: "with slashes there are always three numbers: low/best/high",
    expected: "three numbers, or a range with a hyphen, like 6000-13800 or 45%-65%",
  }),
  "E-RATIO-FORM": () => ({
    says: "a ratio with a colon ends in 1: so many others for one killed",
    expected: EXPECTED.ratio,
  }),
  "E-RANGE-REVERSED": ({ low, high }) => ({
    says: `the range runs backwards, from ${high} to ${low}`,
    expected: "the lower end first",
  }),
  "E-BOUNDS": ({ first, second }) => ({
    says: `“${first}” and “${second}” cannot stand together`,
    expected: 'one bound, or a lower and a higher one, like "at least 6,000 and at most 13,800"',
  }),
  "E-BOUND-BEFORE-RANGE": ({ bound }) => ({
    says: `after “${bound}” it is not clear which end is open`,
    expected: "a closed range, or + behind the end that may be higher",
  }),
  "E-BEST-OUTSIDE": ({ best }) => ({
    says: `the best value, ${best}, is not one number within the range`,
    expected: "low, best and high in this order, like 6000/8000/13800",
  }),
  "E-SPREAD": ({ because }) => SPREAD[because],
  "E-VAGUE": ({ found }) => ({
    says: `“${found}” names no number`,
    expected: "a number, or a word with a known floor: dozens, scores, hundreds, thousands, tens of thousands",
  }),
  "E-MIXED-FORMS": () => ({
    says: "it is not clear whether the unit belongs to both ends",
    expected: "a unit behind each end, or behind the last for both",
  }),
  "E-UNIT": ({ found, expected }) => ({
    says: `“${found}” is not ${KIND[expected]}`,
    expected: EXPECTED[expected],
  }),
  "E-CATEGORY": ({ found, number, counted, expected }, spell) => ({
    says: `“${found}” means ${MEANS[counted]}${expected ? `, not ${MEANS[expected]}` : ""}`,
    expected: [counted, ...(expected ? [expected] : [])]
      .map((name) => `${spell(name, `"${number}"`)} if it counts ${MEANS[name]}`)
      .join(", "),
  }),
  "E-SHARE": ({ found }) => ({ says: `“${found}” is more than everyone, or not clear`, expected: EXPECTED.share }),
  "E-TOLERANCE": ({ unit }) => ({ says: "this is no tolerance, or not clear", expected: TOLERANCE[unit] }),
  "E-DATE": ({ found }) => ({ says: `“${found}” is no date, or no day of the calendar`, expected: EXPECTED.date }),
  "E-NAME-EMPTY": () => ({ says: "there is no name before the “=”", expected: "SOURCE=FIGURE, like Ukraine=13,800" }),
} satisfies Partial<Words>;

const SPREAD = {
  share: { says: "± of a share may mean points or percent of it", expected: "both ends, like 45%-55%" },
  "below zero": { says: "the lower end is below zero", expected: "a spread that is smaller than the number before it" },
  tolerance: {
    says: "± may be a range that must come out, or how far off the result may be",
    expected: 'both ends, or { "value": …, "tolerance": … }',
  },
};

const MEANS: Record<Counted, string> = {
  killed: "people killed",
  casualties: "all losses together",
  wounded: "the wounded",
  captured: "the captured",
  missing: "the missing",
  deserted: "the deserted",
};

const SCENARIO = {
  "E-NOTHING": (_, spell) => ({
    says: "there is nothing to reckon with",
    expected: `${spell("killed", "FIGURE")} or ${spell("casualties", "FIGURE")}, like ${[spell("killed", "7000"), spell("ratio", "3"), spell("force", "150000")].join(spell === KEY ? ", " : " ")}`,
  }),
  "E-KILLED-AND-CASUALTIES": (_, spell) => ({
    says: `${spell("killed")} and ${spell("casualties")} were both given, but casualties already include the killed`,
    expected: "one of the two",
  }),
  "E-RATIO-AND-CATEGORY": ({ categories }, spell) => ({
    says: `${spell("ratio")} was given with ${list(categories.map((category) => spell(category)))}, but a ratio already covers wounded, captured, missing and deserted`,
    expected: `${spell("ratio")} alone, or the categories, each with a count or a multiplier like 3x`,
  }),
  "E-RETURNED": ({ because }, spell) =>
    ({
      ratio: {
        says: `${spell("returned")} was given with ${spell("ratio")}, but a ratio does not say how many of the others were wounded`,
        expected: `${spell("wounded")} with a count or a multiplier instead of ${spell("ratio")}`,
      },
      casualties: {
        says: `${spell("returned")} was given with ${spell("casualties")}, which do not say how many were wounded`,
        expected: `${spell("killed")} and ${spell("wounded")} instead of ${spell("casualties")}`,
      },
      "nobody wounded": {
        says: `${spell("returned")} is a share of the wounded, but there are none`,
        expected: `${spell("wounded")} with a count or a multiplier`,
      },
    })[because],
  "E-CASUALTIES-AND": ({ given }, spell) => ({
    says: `${spell(given)} was given with ${spell("casualties")}, ${CASUALTIES_AND[given] ?? "which already include that count"}`,
    expected:
      given === "coverage" || given === "combine"
        ? `${spell("killed")} in place of ${spell("casualties")}, or no ${spell(given)}`
        : `a multiplier, like ${spell(given, "3x")}, or ${spell("killed")} in place of ${spell("casualties")}`,
  }),
  "E-COVERAGE-SOURCE": ({ sources }, spell) => ({
    says: `${spell("coverage")} does not say which of the sources it belongs to`,
    expected: `a name before it: ${alternatives(sources)}, like ${spell("coverage", `"${printable(sources[0] ?? "")}=45%-65%"`)}`,
  }),
  "E-COVERAGE-CEILING": ({ figure, source }, spell) => ({
    says: `${spell("coverage")} was given for “${figure}”${source ? ` of ${source}` : ""}, but a ceiling is not a list of confirmed deaths`,
    expected: 'a count, or "at least" a count',
  }),
  "E-COVERAGE-ZERO": () => ({
    says: "a list that holds 0% of the deaths says nothing of their number",
    expected: "a coverage above 0%",
  }),
  "E-SOURCE-UNKNOWN": ({ name, sources, suggestion }) => ({
    says: `no source is called “${name}”${suggestion ? `; did you mean “${suggestion}”?` : ""}`,
    expected: `one of ${alternatives(sources)}`,
  }),
  "E-SOURCE-TWICE": ({ name, sources }) => ({
    says: `more than one source is called “${name}”`,
    expected:
      new Set(sources).size === sources.length
        ? `a name with its date, NAME@DATE; the sources are ${alternatives(sources)}`
        : "another name, or a date, for each: NAME=FIGURE, NAME@DATE=FIGURE",
  }),
  "E-OVERLAP-EMPTY": ({ first, second }, spell) => ({
    says: `${first} and ${second} exclude each other, so there is no overlap`,
    expected: `${spell("combine", "envelope")}, or prefer=NAME`,
  }),
  "E-FORCE-ZERO": ({ label }) => ({
    says: `${label ?? "the force"} may be 0 people, which has no share`,
    expected: "a force of at least 1",
  }),
} satisfies Partial<Words>;

const CASUALTIES_AND: Readonly<Record<string, string>> = {
  coverage: "but coverage is that of a list of confirmed deaths",
  combine: "but there is only one figure of casualties",
};

const COMMAND_LINE = {
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
    expected: `${option} once; only --killed, --force and --map are repeated`,
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
      digits: "--value alone, which prints nothing but digits",
      "no place": "--explain with text, markdown or JSON, which have room for the working",
      "no file": "the file that may be replaced, like --output FILE --overwrite",
      "one file": "two names, since two things are written",
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
    says: `${path} is not a number`,
    expected: "a path to a number, like outOfAction.high",
  }),
} satisfies Partial<Words>;

const MISSING: Readonly<Record<string, string>> = {
  "--force": "the size of a force, like --force 150000; what replaces an existing file is --overwrite",
  "--strength": "the size of a force, like --strength 150000",
};

const JSON_SLIPS: Record<JsonSlip, Wording> = {
  empty: { says: "there is nothing in it", expected: "one scenario { }, or a list of them [ ]" },
  grouped: { says: "a number with commas stands without quotes", expected: 'quotes around it, like "13,800"' },
  end: { says: "the JSON ends before it is complete", expected: "a closing quote, bracket or brace" },
  more: { says: "the JSON is complete before it", expected: "one scenario { }, or one list of them [ ]" },
  comma: { says: "a comma stands before the closing bracket", expected: "no comma behind the last value" },
  separator: { says: "a comma is missing before it", expected: "a comma between two values" },
  colon: { says: "a colon is missing before it", expected: 'a colon behind a key, like "killed": 7000' },
  key: { says: "a key stands without quotes", expected: "straight double quotes around keys and texts" },
  quote: { says: "JSON has no such quotes", expected: "straight double quotes around keys and texts" },
  comment: { says: "JSON has no comments", expected: 'a remark as a value, like "note": "…"' },
  number: {
    says: "this is no number of JSON",
    expected: 'digits like 7000 or 0.5, or a figure in quotes, like "7,000+"',
  },
  string: {
    says: "the text that begins here does not end on its line",
    expected: "a closing quote; \\n for a line break",
  },
  escape: { says: "in this text stands a backslash that JSON does not know", expected: "\\\\ for a backslash" },
  control: { says: "a control character stands in this text", expected: "the text without it" },
  other: { says: "this is no JSON", expected: "a text in quotes, a number, true, false, null, [ ] or { }" },
};

const TYPES: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  object: "an object { }",
  array: "a list [ ]",
  boolean: "true or false",
};

const FILES = {
  "E-JSON": ({ found, because }) => {
    const { says, expected } = JSON_SLIPS[because];
    return { says: found ? `“${found}”: ${says}` : says, ...(expected ? { expected } : {}) };
  },
  "E-JSON-DEEP": ({ limit }) => ({
    says: `more than ${limit} brackets stand inside of one another`,
    expected: "values that are a few deep",
  }),
  "E-KEY-TWICE": ({ key }) => ({
    says: `“${key}” stands twice in the same object, and only one can count`,
    expected: "each key once; several figures go into a list [ ]",
  }),
  "E-KEY-UNKNOWN": ({ key, known, suggestion }) => ({
    says: `there is no “${shortened(key)}” here${suggestion ? `; did you mean “${suggestion}”?` : ""}`,
    expected: known.length > 0 ? `one of ${known.join(", ")}` : "another name",
  }),
  "E-KEY-MISSING": ({ key }) => ({ says: `“${key}” is missing`, expected: `"${key}" with a value` }),
  "E-TYPE": ({ found, expected }) => ({
    says: `this is ${TYPES[found] ?? found}`,
    expected: expected.map((type) => TYPES[type] ?? type).join(", or "),
  }),
  "E-LIST-EMPTY": () => ({ says: "the list is empty", expected: "at least one value, or no list" }),
  "E-URL": () => ({ says: "this is no address", expected: EXPECTED.url }),
  "E-SCENARIO-NUMBER": ({ file, count, number }) => ({
    says: `${file} holds ${count} ${count === 1 ? "scenario" : "scenarios"}${number === undefined ? "" : `, and none with number ${number}`}`,
    expected: `the number of one behind the name, like ${file}#1`,
  }),
} satisfies Partial<Words>;

const TABLES = {
  "E-TABLE-BINARY": () => ({ says: "this is no text", expected: "CSV, TSV or JSON in UTF-8" }),
  "E-TABLE-EMPTY": () => ({ says: "there are no rows in it, and no names of columns", expected: "a table" }),
  "E-TABLE-FORMAT": () => ({
    says: "this looks like JSON, and was to be read as a table with a separator",
    expected: "--from ndjson for an object a line, or --from json for a list of them",
  }),
  "E-TABLE-SEPARATOR": ({ separator }) => ({
    says: `the cells are separated by ${separator === ";" ? "semicolons" : "tabs"}, and were to be read with commas`,
    expected: separator === ";" ? "commas, as mlr --icsv --ifs ';' --ocsv cat writes them" : "--from tsv",
  }),
  "E-HEADER-DIFFERS": () => ({
    says: "the columns are not those of the first file, and the rows go into one table",
    expected: "tables with the same columns in the same order, or a run for each",
  }),
  "E-MAP": ({ found }) => ({
    says: `“${found}” does not say which column stands for what`,
    expected: "what it stands for, then the column, like --map casualties=personnel",
  }),
  "E-COLUMN-UNKNOWN": ({ column, columns, suggestion }) => ({
    says: `there is no column “${shortened(column)}”${suggestion ? `; did you mean “${suggestion}”?` : ""}`,
    expected: `one of ${alternatives(columns.map(shortened))}`,
  }),
  "E-COLUMN-TWICE": ({ column }) => ({
    says: `there are two columns for “${column}”, and only one can count`,
    expected: `one, or the one that counts under another name with --map ${column}=COLUMN`,
  }),
  "E-COLUMN-NAMES": ({ column }) => ({
    says: `two columns are called “${shortened(column)}”, and an object has a key once`,
    expected: "names that differ, or --to csv",
  }),
  "E-COLUMN-EXISTS": ({ column }) => ({
    says: `there is a column “${column}” already`,
    expected: "another beginning for the new columns, like --prefix new_",
  }),
  "E-COLUMNS-CLASH": ({ columns: [one, other], role }) => ({
    says: `the columns “${one}” and “${other}” both tell the killed`,
    expected: `one of them left out, like --map ${role}=`,
  }),
  "E-COLUMNS-NONE": ({ columns }) => ({
    says: `no column is called killed, killed_low and killed_high, or casualties: there are ${alternatives(columns.map(shortened))}`,
    expected: "the column that holds the figures, like --map killed=COLUMN or --map casualties=COLUMN",
  }),
  "E-ROW-UTF8": () => ({
    says: "this is not UTF-8 text",
    expected: "text in UTF-8, as iconv -f WINDOWS-1252 -t UTF-8 makes it of an old spreadsheet's",
  }),
  "E-ROW-COLUMNS": ({ found, width }) => ({
    says: `there ${found === 1 ? "is 1 cell" : `are ${found} cells`} for ${width} columns`,
    expected: "a cell for each column, in quotes where it holds a comma",
  }),
  "E-ROW-QUOTE": ({ column }) => ({
    says: `something stands behind the closing quote of cell ${column}`,
    expected: 'a quote inside of a cell written twice, like "the ""Azov"" group"',
  }),
  "E-ROW-QUOTE-OPEN": () => ({
    says: "a quote is opened in this row and not closed before the end",
    expected: "a closing quote; the input may be cut off",
  }),
  "E-ROW-LONG": ({ limitMiB }) => ({
    says: `a row begins here that is longer than ${limitMiB} MiB`,
    expected: "shorter rows; a quote may lack its end",
  }),
  "E-ROW-OBJECT": () => ({ says: "this is no object of JSON", expected: 'an object a line, like {"killed": 7000}' }),
  "E-ROW-JSON": ({ array }) => ({
    says: "this line is no JSON",
    expected: array ? "--from json for a list [ ]" : "one whole object on each line, as jq -c writes them",
  }),
  "E-ROW-KEYS": ({ keys }) => ({
    says: `the table has no column for ${alternatives(keys.map(shortened))}, which the first row lacks`,
    expected: "the same keys in every row, null where there is nothing",
  }),
  "E-ROWS-ARRAY": ({ found }) => ({
    says: `“${found}” stands where the list or one of its objects was expected`,
    expected: "a list of objects [ { }, { } ]; jq takes one out of an object, like jq .data",
  }),
  "E-ROWS-CUT": () => ({ says: "the list ends before it is complete", expected: "a closing bracket ]" }),
  "E-CELL-SINGLE": ({ found }) => ({
    says: `“${found}” is not one end of a range`,
    expected: "one number, which may be open on its own side",
  }),
  "E-CELL-MISSING": ({ column, other }) => ({
    says: `${column} is given without ${other}`,
    expected: "both ends, or the figure in a column of its own",
  }),
  "E-DATE-DAY": ({ found }) => ({ says: `“${found}” is not one day`, expected: "a date like 2022-03-16" }),
  "E-DATE-ORDER": ({ date, before }) => ({
    says: `${date} does not come after ${before}, the date of the row before it`,
    expected: "rows sorted by date, one for each day; --group COLUMN where there are several series",
  }),
} satisfies Partial<Words>;

const STREAMS = {
  "E-INPUT-EMPTY": () => ({ says: "standard input holds no figure", expected: "a figure a line, like Ukraine=13,800" }),
  "E-INPUT-TERMINAL": ({ option }) => ({
    says: `${option} - reads standard input, which is this terminal`,
    expected: `a pipe or a file, like loss-calc ${option} - < FILE`,
  }),
  "E-INPUT-UTF8": ({ file }) => ({
    says: `${file ? "this" : "standard input"} is not UTF-8 text`,
    expected: "text in UTF-8",
  }),
  "E-INPUT-TOO-LARGE": ({ limitMiB, file }) => ({
    says: `${file ? "this" : "standard input"} is larger than ${limitMiB} MiB`,
    expected: "a figure a line, or a few scenarios",
  }),
  "E-INPUT-FAILED": ({ reason }) => ({ says: `standard input could not be read: ${reason}` }),
  "E-FILE-OPEN": ({ reason }) => ({ says: `could not be opened: ${reason}` }),
  "E-FILES-NONE": ({ pattern }) => ({
    says: `no file matches ${pattern}`,
    expected: 'a folder with .json files, or a pattern in quotes, like "scenarios/**/*.json"',
  }),
  "E-OUTPUT-EXISTS": ({ file }) => ({
    says: `${file} exists and was left as it is`,
    expected: "another name, or --overwrite to replace it",
  }),
  "E-OUTPUT-FAILED": ({ file, reason }) => ({ says: `${file} could not be written: ${reason}` }),
} satisfies Partial<Words>;

const WORDS: Words = { ...NOTATION, ...SCENARIO, ...COMMAND_LINE, ...FILES, ...TABLES, ...STREAMS };

/** The words for a mistake, without the text that it stands in. */
export function problemWording(problem: Problem): Wording {
  const say = WORDS[problem.code] as (args: Problem["args"], spell: Spell) => Wording;
  const { says, expected } = say(problem.args, isInFile(problem.at) ? KEY : OPTION);
  return { says: printable(says), ...(expected === undefined ? {} : { expected: printable(expected) }) };
}

function shortened(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

const LONGEST_SHOWN = 60;

function isInFile({ file, line, option }: Place = {}): boolean {
  return file !== undefined || (line !== undefined && option === undefined);
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

const SHOWN = 8;

function alternatives(words: readonly string[]): string {
  const more = words.length - SHOWN;
  return more > 0 ? `${words.slice(0, SHOWN).join(", ")} and ${more} more` : words.join(", ");
}
