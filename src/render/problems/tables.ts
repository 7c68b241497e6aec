import type { DateOrder } from "../../core/dates.ts";
import { groupDigits } from "../../core/digits.ts";
import { alternatives, shortened, type Words } from "./words.ts";

export const TABLES = {
  "E-TABLE-TALL": ({ limit }) => ({
    says: `a table for people has no more than ${groupDigits(String(limit))} rows`,
    expected: "--to csv, or fewer rows",
  }),
  "E-TABLE-BINARY": () => ({
    says: "this is not text",
    expected: "CSV, TSV or JSON in UTF-8, or what --encoding utf-16le and the like name",
  }),
  "E-TABLE-CONTAINER": ({ found }) => ({
    says: `this is no text, but ${found}`,
    expected:
      "CSV, TSV, JSON or a workbook (.xlsx): save other sheets as CSV UTF-8, and unpack what is compressed; gzip is read as it is",
  }),
  "E-WORKBOOK": (args) => {
    switch (args.because) {
      case "damaged":
        return {
          says: `the workbook cannot be read: ${args.reason}`,
          expected: "a workbook as Excel or LibreOffice save it (.xlsx), or its sheet saved as CSV UTF-8",
        };
      case "large":
        return {
          says: `the workbook has more than ${args.limitMiB} MiB of sheets in it`,
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
        ? `there is no sheet “${shortened(found)}”: this is no workbook`
        : `no sheet is called “${shortened(found)}”${suggestion ? `; did you mean “${suggestion}”?` : ""}`,
    expected:
      sheets.length === 0
        ? "--sheet with a workbook (.xlsx)"
        : `one of ${alternatives(sheets.map(shortened))}, or its number`,
  }),
  "E-ENCODING": ({ found }) => ({
    says: `“${shortened(found)}” is no encoding that is known`,
    expected: "a name like windows-1252, utf-16le or koi8-r",
  }),
  "E-NOT-ENCODED": ({ encoding }) => ({
    says: `the text is not all in ${shortened(encoding)}`,
    expected: "the encoding that it was saved in; UTF-8 needs no --encoding",
  }),
  "E-TABLE-EMPTY": () => ({ says: "there are no rows in it, and no names of columns", expected: "a table" }),
  "E-TABLE-FORMAT": () => ({
    says: "this looks like JSON, and was to be read as a table with a separator",
    expected: "--from ndjson for an object a line, or --from json for a list of them",
  }),
  "E-SEPARATOR": ({ found }) => ({
    says: `“${shortened(found)}” cannot stand between cells`,
    expected: "one character, or comma, semicolon, tab, pipe or space, like --ifs semicolon",
  }),
  "E-SKIP": ({ found }) => ({
    says: `“${shortened(found)}” is no number of lines`,
    expected: "how many lines come before the names of the columns, like --skip 2",
  }),
  "E-TABLE-RETURNS": () => ({
    says: "the first line has a carriage return inside it, which may be the end of a line",
    expected: "lines of one kind, as tr '\\r' '\\n' < FILE | loss-calc batch makes them",
  }),
  "E-HEADER-DIFFERS": () => ({
    says: "the columns are not those of the first file, and the rows go into one table",
    expected: "tables with the same columns in the same order, or a run for each",
  }),
  "E-MAP": ({ found }) => ({
    says: `“${found}” does not say what a column means`,
    expected: "what it means, then the column, like --map casualties=personnel",
  }),
  "E-COLUMN-UNKNOWN": ({ column, columns, suggestion }) => ({
    says: `unknown column “${shortened(column)}”${suggestion ? `; did you mean “${suggestion}”?` : ""}`,
    expected: `one of ${alternatives(columns.map(shortened))}`,
  }),
  "E-COLUMN-TWICE": ({ column, columns, isName }) => {
    if (isName) return { says: `two columns are called “${shortened(column)}”`, expected: "the name of one of them" };
    if (!columns)
      return {
        says: `there are two columns for “${column}”, and only one can count`,
        expected: `one, or the one that counts under another name with --map ${column}=COLUMN`,
      };
    const both = columns.map((name) => `“${shortened(name)}”`).join(" and ");
    return {
      says: `the columns ${both} could both be used for “${column}”, and only one can count`,
      expected: `the name of the one that counts, with --map ${column}=COLUMN`,
    };
  },
  "E-COLUMN-NAMES": ({ column }) => ({
    says: `two columns are called “${shortened(column)}”, and an object has a key once`,
    expected: "names that differ, or --to csv",
  }),
  "E-COLUMN-EXISTS": ({ column, isFile, isCounted }) => ({
    says: isCounted ? `“${column}” is the name of the counts` : `there is a column “${column}” already`,
    expected: isCounted
      ? "a column of another name"
      : isFile
        ? "another name, like --file-column table"
        : "another beginning for the new columns, like --prefix new_",
  }),
  "E-COLUMNS-CLASH": ({ columns: [one, other], role }) => ({
    says: `the columns “${one}” and “${other}” both give the ${role}`,
    expected: `one of them left out, like --map ${role}=`,
  }),
  "E-COLUMNS-NONE": ({ columns, hasPersons }) => ({
    says: `no column is called killed, killed_low and killed_high, or casualties: there are ${alternatives(columns.filter((name) => name !== "").map(shortened))}`,
    expected: `the column that holds the figures, like --map killed=COLUMN or --map casualties=COLUMN; ${
      hasPersons
        ? "if each row is one person, --count killed counts the rows"
        : "if titles come before the names of the columns, --skip 1 leaves out a line of them"
    }`,
  }),
  "E-ROW-UTF8": () => ({
    says: "this is not UTF-8 text",
    expected: "text in UTF-8; --encoding windows-1252 reads that of an old spreadsheet",
  }),
  "E-ROW-COLUMNS": ({ found, width }) => ({
    says: `there ${found === 1 ? "is 1 cell" : `are ${found} cells`} for ${width} columns`,
    expected: "a cell for each column, in quotes where it holds a comma",
  }),
  "E-ROW-QUOTE": ({ column }) => ({
    says: `there is something after the closing quote of cell ${column}`,
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
  "E-ROW-OBJECT": () => ({ says: "this is not a JSON object", expected: 'an object a line, like {"killed": 7000}' }),
  "E-ROW-JSON": ({ array }) => ({
    says: "this line is not JSON",
    expected: array ? "--from json for a list [ ]" : "one whole object on each line, as jq -c writes them",
  }),
  "E-ROW-KEYS": ({ keys }) => ({
    says: `the table has no column for ${alternatives(keys.map(shortened))}, which the first row lacks`,
    expected: "the same keys in every row, null where there is nothing",
  }),
  "E-ROWS-ARRAY": ({ found }) => ({
    says: `“${found}” is where the list, one of its objects or a comma between two was expected`,
    expected:
      "a list of objects [ { }, { } ], without a comma after the last; jq takes one out of an object, like jq .data",
  }),
  "E-ROWS-CUT": () => ({ says: "the list ends before it is complete", expected: "a closing bracket ]" }),
  "E-CELL-SINGLE": ({ found }) => ({
    says: `“${found}” cannot be one end of a range`,
    expected: "one number; only a low end may be “up to”, and only a high end “at least”",
  }),
  "E-CELL-NONE": ({ found }) => ({
    says: `“${found}” may say that there were none, or that nobody knows`,
    expected: `0, or an empty cell; --missing-code ${found} makes it one`,
  }),
  "E-SCALE": ({ found }) => ({
    says: `“${shortened(found)}” is no number that figures could be multiplied by`,
    expected: "a whole number up to 1,000,000, like --scale 1000 or --scale force=1000",
  }),
  "E-DATE-DAY": ({ found, order }) => ({
    says: `“${shortened(found)}” is not one day${inOrder(order)}`,
    expected: `a date like ${order ? LIKE[order] : "2022-03-16"}`,
  }),
  "E-DATE-ORDER": ({ date, before }) => ({
    says: `${date} does not come after ${before}, the date of the row before it`,
    expected:
      "rows sorted by date, the oldest first, one for each day; --group COLUMN where there are several series. A file whose newest row comes first is turned round; of a pipe, or of more than 64 MiB, mlr --csv tac does the same",
  }),
  "E-DATES-NONE": ({ column, found, order }) => ({
    says: `the column “${shortened(column)}” has no days${inOrder(order)}: it begins with “${shortened(found)}”`,
    expected: `a column with a full date in each row, like ${order ? LIKE[order] : "2022-03-16"}`,
  }),
  "E-DATES-UNCLEAR": ({ found, first, second }) => ({
    says: `“${found}” may be ${first} or ${second}, and the dates before and after it do not show which`,
    expected: `--dates dmy for ${first}, or --dates mdy for ${second}`,
  }),
  "E-DATES-MIXED": ({ date, before }) => ({
    says: `“${date}” and “${before}” cannot be in the same order of day and month`,
    expected: "one order in the whole column; or --dates dmy or --dates mdy, which rejects the rows in another",
  }),
} satisfies Partial<Words>;

const inOrder = (order: DateOrder | undefined) => (order ? ` in the order of --dates ${order}` : "");

const LIKE: Record<DateOrder, string> = {
  dmy: "16/03/2022 or 2022-03-16",
  mdy: "03/16/2022 or 2022-03-16",
  ymd: "2022-03-16",
};
