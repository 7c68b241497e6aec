import type { DateOrder } from "../../core/dates.ts";
import { groupDigits } from "../../core/digits.ts";
import type { ProblemArgs } from "../../core/errors.ts";
import { printable } from "../../notation/characters.ts";
import { numberWord } from "../number-word.ts";
import { shellQuoted } from "../shell-quoted.ts";
import { alternatives, shortened, type Words } from "./words.ts";

export const TABLES = {
  "E-TABLE-TALL": ({ limit }) => ({
    says: `output in markdown, wikitext or table format can have at most ${groupDigits(String(limit))} rows`,
    expected: "--to csv, or fewer rows",
  }),
  "E-TABLE-BINARY": () => ({
    says: "this is not text",
    expected: "CSV, TSV or JSON in UTF-8; for another encoding, name it, like --encoding utf-16le",
  }),
  "E-TABLE-CONTAINER": ({ found }) => ({
    says: `this is ${found}, not text`,
    expected:
      "CSV, TSV, JSON or a workbook (.xlsx): save other spreadsheets as CSV UTF-8, and decompress other archives; gzip is read as it is",
  }),
  "E-WORKBOOK": (args) => {
    switch (args.because) {
      case "damaged":
        return {
          says: `the workbook cannot be read: ${args.reason}`,
          expected: "a workbook saved by Excel or LibreOffice (.xlsx), or its sheet saved as CSV UTF-8",
        };
      case "large":
        return {
          says: `the sheets of the workbook take more than ${args.limitMiB} MiB`,
          expected: "its sheet saved as CSV UTF-8, which is read row by row",
        };
      case "far":
        return {
          says: `cell ${shortened(args.cell)} is so far out that the sheet does not fit into memory`,
          expected: "a sheet without cells far from the others, or saved as CSV UTF-8",
        };
    }
  },
  "E-SHEET-UNKNOWN": ({ found, sheets, suggestion }) => ({
    says:
      sheets.length === 0
        ? `there is no sheet “${shortened(found)}”: this is not a workbook`
        : `no sheet is called “${shortened(found)}”${suggestion ? `; did you mean “${suggestion}”?` : ""}`,
    expected:
      sheets.length === 0
        ? "--sheet with a workbook (.xlsx)"
        : `one of ${alternatives(sheets.map(shortened))}, or its number`,
  }),
  "E-ENCODING": ({ found }) => ({
    says: `unknown encoding “${shortened(found)}”`,
    expected: "a name like windows-1252, utf-16le or koi8-r",
  }),
  "E-NOT-ENCODED": ({ encoding }) => ({
    says: `not all of the text is in ${shortened(encoding)}`,
    expected: "the encoding that it was saved in; UTF-8 needs no --encoding",
  }),
  "E-TABLE-EMPTY": () => ({ says: "there are no rows and no header", expected: "a table" }),
  "E-TABLE-FORMAT": () => ({
    says: "this looks like JSON, but was read as CSV or TSV",
    expected: "--from ndjson for one object per line, or --from json for a list",
  }),
  "E-SEPARATOR": ({ found }) => ({
    says: `“${shortened(found)}” cannot separate cells`,
    expected: "one character, or comma, semicolon, tab, pipe or space, like --ifs semicolon",
  }),
  "E-SKIP": ({ found }) => ({
    says: `“${shortened(found)}” is not a number of lines`,
    expected: "how many lines to skip before the header, like --skip 2",
  }),
  "E-TABLE-RETURNS": () => ({
    says: "the first line has a carriage return inside it, which may be the end of a line",
    expected: "one kind of line ending; to convert: tr '\\r' '\\n' < FILE | loss-calc batch",
  }),
  "E-HEADER-DIFFERS": () => ({
    says: "the columns differ from those of the first file, but the rows go into one table",
    expected: "tables with the same columns in the same order, or a run for each",
  }),
  "E-MAP": ({ found }) => ({
    says: `“${found}” does not say what a column means`,
    expected: "what it means, then the column, like --map casualties=personnel",
  }),
  "E-COLUMN-VALUES": ({ found, option, twice }) => ({
    says:
      twice === undefined
        ? `“${shortened(found)}” does not name a column and its values`
        : `“${shortened(twice)}” is given twice in “${shortened(found)}”`,
    expected: twice === undefined ? `a column, then values of it, like ${VALUES_LIKE[option]}` : "each value once",
  }),
  "E-ROLE-TARGET": ({ because }) =>
    ({
      "no loss": {
        says: "“low”, “best” and “high” do not say what a row counts",
        expected: "the loss as well, like --role kind:min=killed_low,max=killed_high, or another --role for the loss",
      },
      "two losses": {
        says: "two columns say what a row counts",
        expected:
          "one --role for the loss; a second one may say which end a row gives, like --role part:min=low,max=high",
      },
      "two ends": {
        says: "two columns say which end of a range a row gives",
        expected: "one --role with low, best and high",
      },
    })[because],
  "E-ROLE-FIGURES": ({ columns, isSingle }) => ({
    says: isSingle
      ? "no column is called estimate, figure, value, number or count; each row gives one number, and --role says which"
      : `no column is called estimate, figure, value, low or high; ${columnNames(columns.filter((name) => name !== ""))}`,
    expected: isSingle
      ? "the column with the numbers, like --map figure=COLUMN"
      : "the columns with the figures, like --map figure=COLUMN, or --map low=COLUMN --map high=COLUMN",
  }),
  "E-JOIN-TWICE": (args) => ({
    says: `the rows on ${linesOf(args)} have the same key, but different figures for “${args.role}”`,
    expected: "one figure for each key and loss; add a column to --join, or choose with --where or --where-not",
  }),
  "E-KIND-TWICE": ({ kinds: [first, second] }) => ({
    says: `one --kind-from makes the source “${first}”, and another “${second}”`,
    expected: "one kind for each source; leave such rows out with --where or --where-not, or change one --kind-from",
  }),
  "E-JOIN-LARGE": ({ limitMiB }) => ({
    says: `the rows to join take more than ${limitMiB} MiB, and all of them have to be in memory`,
    expected: "fewer rows, like --where side=russia",
  }),
  "E-COLUMN-UNKNOWN": ({ column, columns, suggestion }) => ({
    says: `unknown column “${shortened(column)}”${suggestion ? `; did you mean “${suggestion}”?` : ""}`,
    expected: `one of ${alternatives(columns.map(shortened))}`,
  }),
  "E-COLUMN-TWICE": ({ column, columns, isName }) => {
    if (isName)
      return { says: `two columns are called “${shortened(column)}”`, expected: "a name that only one column has" };
    if (!columns)
      return {
        says: `there are two columns for “${column}”, but only one can be used`,
        expected: `one of them, or --map ${column}=COLUMN to say which`,
      };
    const both = columns.map((name) => `“${shortened(name)}”`).join(" and ");
    return {
      says: `the columns ${both} could both be used for “${column}”`,
      expected: `--map ${column}=COLUMN to say which`,
    };
  },
  "E-COLUMN-NAMES": ({ column }) => ({
    says: `two columns are called “${shortened(column)}”, but an object has each key once`,
    expected: "a different name for each, or --to csv",
  }),
  "E-COLUMN-EXISTS": ({ column, isFile, isCounted, isJoined }) => ({
    says: isCounted
      ? `the new column of counts is called “${column}”`
      : isJoined
        ? `the joined rows get a column “${column}”, but there is one already`
        : `there is already a column “${column}”`,
    expected:
      isCounted || isJoined
        ? "a column with another name"
        : isFile
          ? "another name, like --file-column table"
          : "another prefix for the new columns, like --prefix new_",
  }),
  "E-COLUMNS-CLASH": ({ columns: [first, second], role }) => ({
    says: `the columns “${first}” and “${second}” both give the ${role}`,
    expected: `one of them left out, like --map ${role}=`,
  }),
  "E-COLUMNS-NONE": ({ columns, maps, hasPersons, hasKeys }) => ({
    says: `no column is called killed, killed_low, killed_high or casualties; ${columnNames(columns.filter((name) => name !== ""))}`,
    expected: [
      maps
        ? `what the range counts, like ${maps.map((map) => `--map ${shellQuoted(printable(map))}`).join(" ")}`
        : "the column that holds the figures, like --map killed=COLUMN or --map casualties=COLUMN",
      ...(hasPersons ? ["if each row is one person, --count killed counts the rows"] : []),
      ...(hasPersons || hasKeys ? [] : ["if there is a title before the header, --skip 1 skips a line"]),
    ].join("; "),
  }),
  "E-ROW-UTF8": () => ({
    says: "this is not UTF-8 text",
    expected: "UTF-8; for an old spreadsheet, try --encoding windows-1252",
  }),
  "E-ROW-COLUMNS": ({ found, width }) => ({
    says: `there ${found === 1 ? "is one cell" : `are ${numberWord(found)} cells`} for ${numberWord(width)} ${width === 1 ? "column" : "columns"}`,
    expected: "one cell per column, in quotes if it has a comma",
  }),
  "E-ROW-QUOTE": ({ column }) => ({
    says: `there is something after the closing quote of cell ${column}`,
    expected: 'a quote inside a cell written twice, like "the ""Azov"" group"',
  }),
  "E-ROW-QUOTE-OPEN": () => ({
    says: "a quote opens in this row and is never closed",
    expected: "a closing quote; the input may be cut off",
  }),
  "E-ROW-LONG": ({ limitMiB }) => ({
    says: `the row that begins here is longer than ${limitMiB} MiB`,
    expected: "shorter rows; maybe a closing quote is missing",
  }),
  "E-ROW-OBJECT": () => ({ says: "this is not a JSON object", expected: 'one object per line, like {"killed": 7000}' }),
  "E-ROW-JSON": ({ array }) => ({
    says: "this line is not JSON",
    expected: array ? "--from json for a list [ ]" : "one object per line, as jq -c writes them",
  }),
  "E-ROW-KEYS": ({ keys }) => ({
    says: `the table has no column for ${alternatives(keys.map(shortened))}, because the first row has no such ${keys.length === 1 ? "key" : "keys"}`,
    expected: "the same keys in every row, with null for what is missing",
  }),
  "E-ROWS-ARRAY": ({ found }) => ({
    says: `found “${found}” where there should be a list, an object in the list, or a comma between two objects`,
    expected:
      "a list of objects [ { }, { } ] without a comma after the last; if it is inside an object, take it out with jq .data",
  }),
  "E-ROWS-CUT": () => ({ says: "the list ends before it is complete", expected: "a closing bracket ]" }),
  "E-CELL-SINGLE": ({ found }) => ({
    says: `“${found}” cannot be one end of a range`,
    expected: "one number; only a low end may be “up to”, and only a high end “at least”",
  }),
  "E-CELL-NONE": ({ found }) => ({
    says: `“${found}” may mean that there were none, or that the number is not known`,
    expected: `0, or an empty cell; --missing-code ${found} reads it as empty`,
  }),
  "E-SCALE": ({ found }) => ({
    says: `“${shortened(found)}” is not a number to multiply figures by`,
    expected: "a whole number up to 1,000,000, like --scale 1000 or --scale force=1000",
  }),
  "E-DATE-DAY": ({ found, order }) => ({
    says: `“${shortened(found)}” is not a full date${inOrder(order)}`,
    expected: `a date like ${order ? LIKE[order] : "2022-03-16"}`,
  }),
  "E-DATE-ORDER": ({ date, before, daily, sources }) => ({
    says:
      daily || sources
        ? `two rows have the same date, ${date}`
        : `${date} does not come after ${before}, the date of the row before it`,
    expected: sources
      ? `one row per day: these may be rival reports, which are never added up, so take one source (--where ${shellQuoted(`${sources}=NAME`)}), or a series for each (--group ${shellQuoted(sources)})`
      : daily
        ? `one row per day: add up the rows of each day first. If all figures are plain numbers, like 12100, ${summing(daily)} FILE does it, but it loses “at least 12,100”. --sum without --series adds up all rows as they are written; --group COLUMN if there are several series`
        : "one row per day; --group COLUMN if there are several series. The rows of a file are sorted; for a pipe, or for more than 16 MiB, mlr --csv sort -f COLUMN does it, or mlr --csv tac if the newest row comes first",
  }),
  "E-DATES-NONE": ({ column, found, order, isShortYear }) => ({
    says: `the column “${shortened(column)}” has no full dates${inOrder(order)}: its first value is “${shortened(found)}”${isShortYear ? ", whose year needs four digits" : ""}`,
    expected: `a column with a full date in each row, like ${order ? LIKE[order] : "2022-03-16"}`,
  }),
  "E-DATES-UNCLEAR": ({ found, first, second }) => ({
    says: `“${found}” may be ${first} or ${second}, and no other date in the column shows which`,
    expected: `--dates dmy for ${first}, or --dates mdy for ${second}`,
  }),
  "E-DATES-MIXED": ({ date, before }) => ({
    says: `“${date}” and “${before}” cannot be in the same order of day and month`,
    expected: "one order in the whole column, or --dates dmy or --dates mdy, which rejects rows in the other",
  }),
} satisfies Partial<Words>;

/** The command that adds up the rows of each day. */
function summing({ add, by }: NonNullable<ProblemArgs["E-DATE-ORDER"]["daily"]>): string {
  const names = shellQuoted(`${add}_sum,${add}`);
  return printable(`mlr --csv stats1 -a sum -f ${shellQuoted(add)} -g ${shellQuoted(by.join())} then rename ${names}`);
}

/** "lines 12 and 15", or "line 12 of north.csv and line 3 of south.csv". */
function linesOf({ lines: [first, second], files }: ProblemArgs["E-JOIN-TWICE"]): string {
  if (!files) return `lines ${first} and ${second}`;
  const [one, other] = files.map((file) => (file === "-" ? "standard input" : printable(file)));
  return `line ${first} of ${one} and line ${second} of ${other}`;
}

/** "the columns are a, b", without the columns that have no name. */
function columnNames(columns: readonly string[]): string {
  return `the ${columns.length === 1 ? "only column name is" : "columns are"} ${alternatives(columns.map(shortened))}`;
}

const VALUES_LIKE: Record<ProblemArgs["E-COLUMN-VALUES"]["option"], string> = {
  "--where": "--where country=russia,belarus",
  "--where-not": "--where-not country=ukraine",
  "--role": "--role type:deaths=killed,casualties=casualties",
  "--kind-from": "--kind-from party:yes=claim",
};

const inOrder = (order: DateOrder | undefined) => (order ? ` in --dates ${order} order` : "");

const LIKE: Record<DateOrder, string> = {
  dmy: "16/03/2022 or 2022-03-16",
  mdy: "03/16/2022 or 2022-03-16",
  ymd: "2022-03-16",
};
