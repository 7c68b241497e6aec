import type { TABLES } from "../problems/tables.ts";
import type { PagesFor } from "./explanation.ts";

/** The tables of batch: their format, their columns and their rows. */
export const TABLE_PAGES = {
  "E-TABLE-TALL": {
    means:
      "--to markdown, wikitext and table are for reading, and all rows are held until the widths of the columns are known.",
    example: "(echo killed; seq 10001) | loss-calc batch --to table",
    advice: "Write CSV, or pick the rows that are to be shown.",
  },
  "E-TABLE-BINARY": {
    means: "The input is not text, or it is UTF-16 without a byte order mark.",
    example: String.raw`printf 'k\000i\000l\000l\000e\000d\000\n\0007\000\n\000' | loss-calc batch`,
    advice: "If it is text, name its encoding, as in --encoding utf-16le.",
  },
  "E-TABLE-CONTAINER": {
    means:
      "The first bytes of the file show that it is not text: it is a PDF, a workbook other than .xlsx, or an archive that loss-calc does not unpack.",
    example: "printf '%%PDF-1.7' | loss-calc batch",
    advice:
      "Open a workbook and save the sheet as CSV in UTF-8; copy tables out of a PDF first; unpack other archives.",
  },
  "E-WORKBOOK": {
    means:
      "The file begins like a workbook (.xlsx), but it is not one, is damaged, or is larger than loss-calc holds in memory. Workbooks are read whole.",
    example: String.raw`printf 'PK\003\004...%50s' | loss-calc batch`,
    advice: "Open it in a spreadsheet and save the sheet as CSV in UTF-8.",
  },
  "E-SHEET-UNKNOWN": {
    means: "--sheet names a sheet that the workbook does not have. In this example there is no workbook at all.",
    example: String.raw`printf 'killed\n7000\n' | loss-calc batch --sheet Losses`,
    advice: "Use one of the names in the message, or the number of the sheet.",
  },
  "E-ENCODING": {
    means: "--encoding names the character encoding of a table, and this name is unknown.",
    example: String.raw`printf 'killed\n7000\n' | loss-calc batch --encoding windows`,
    advice:
      "Old spreadsheets in western European languages use windows-1252, and those in eastern European ones windows-1250 or windows-1251.",
  },
  "E-NOT-ENCODED": {
    means: "The table contains bytes that are not valid in the encoding you named, so its text would be wrong.",
    example: String.raw`printf 'killed\n7000\n\377' | loss-calc batch --encoding utf-8`,
    advice: "Name another encoding, or leave --encoding out if the table is in UTF-8.",
  },
  "E-TABLE-EMPTY": {
    means: "The table is empty. It does not even have a first row with the names of its columns.",
    example: "printf '' | loss-calc batch",
    advice: "Check the file, or the program that sends it. The first row names the columns, as in date,killed.",
  },
  "E-TABLE-FORMAT": {
    means:
      "The input looks like JSON but would be read as CSV. Standard input is taken for CSV unless --from says otherwise.",
    example: String.raw`printf '{"killed": 7000}\n' | loss-calc batch --ratio 3`,
    advice: "Add --from ndjson if each line is an object, or --from json if it is one list [ ].",
  },
  "E-SEPARATOR": {
    means:
      "--ifs says what separates the cells of a table. It is needed only if the first line does not show it: commas, semicolons, tabs and pipes are detected.",
    example: String.raw`printf 'date::killed\n2022-03-16::7000\n' | loss-calc batch --ifs ::`,
    advice: "Give one character, or its name, as in --ifs tab.",
  },
  "E-SKIP": {
    means: "--skip says how many lines to skip before the column names.",
    example: String.raw`printf 'Losses in March\nkilled\n7000\n' | loss-calc batch --skip one`,
    advice: "Give a number, as in --skip 1. Lines that begin with # and a space are skipped without it.",
  },
  "E-TABLE-RETURNS": {
    means:
      "The line with the names of the columns has a carriage return inside it, without a line feed after it. Some lines of this table probably end the way they did on old Macs, and others with a line feed. A table whose lines all end with a carriage return can be read.",
    example: String.raw`printf 'killed,source\r7000,Ukraine\r6000,US\n' | loss-calc batch --ratio 3`,
    advice: String.raw`Make all of its lines end alike first: tr '\r' '\n' < reports.csv | loss-calc batch.`,
  },
  "E-HEADER-DIFFERS": {
    means:
      "Several files become one table, so all of them need the same columns in the same order. The names in this file differ from those in the first.",
    example: String.raw`loss-calc batch <(printf 'killed\n7000\n') <(printf 'dead\n6000\n')`,
    advice: "Make the columns alike, or run loss-calc batch once for each file.",
  },
  "E-MAP": {
    means: "--map takes two names: what the column holds, and what your table calls it. Only one of them is here.",
    example: String.raw`printf 'date,dead\n2022-03-16,7000\n' | loss-calc batch --map dead`,
    advice: "Write both, with an equals sign between them: --map killed=dead.",
  },
  "E-COLUMN-VALUES": {
    means:
      "--where, --where-not, --role and --kind-from take the name of a column and some of its values. --role and --kind-from also say what each value means.",
    example: String.raw`printf 'side,killed\nrussia,7000\n' | loss-calc batch --where russia`,
    advice:
      "Write the column first: --where side=russia, or --role type:deaths=killed. Put a value that has a comma in quotes, as in --where 'source=\"Smith, J\"'.",
  },
  "E-ROLE-TARGET": {
    means:
      "Exactly one --role says what a row counts: the killed, all casualties, or one other loss. A second one may say which end of the range it gives.",
    example: String.raw`printf 'end,value\nlow,6000\nhigh,7000\n' | loss-calc batch --role end:low=low,high=high`,
    advice: "Name the loss with its end: low=killed_low and high=killed_high.",
  },
  "E-ROLE-FIGURES": {
    means:
      "With --role, one column says what a row counts, and the figures are in columns with a general name: estimate, figure, value, number, count, or low, best and high, alone or with one of these words (estimate_low). This table has none.",
    example: String.raw`printf 'type,people\ndeaths,7000\n' | loss-calc batch --role type:deaths=killed --map figure=`,
    advice: "Name the columns: --map figure=COLUMN, or --map low=COLUMN --map best=COLUMN --map high=COLUMN.",
  },
  "E-JOIN-TWICE": {
    means:
      "Rows with the same values in the --join columns become one row, but two of them give different figures for the same loss. loss-calc does not choose between them, so all rows with that key are rejected.",
    example: String.raw`printf 'source,type,value\nAP,deaths,7000\nAP,deaths,6000\n' | loss-calc batch --role type:deaths=killed --join source`,
    advice: "Add the column in which they differ, as in --join source,date,side, or leave one of them out.",
  },
  "E-KIND-TWICE": {
    means:
      "Several --kind-from were given, and the columns that they name say different things about the source of this row. loss-calc does not choose between them, so the row is rejected.",
    example: String.raw`printf 'party,list,killed\nyes,yes,7000\n' | loss-calc batch --kind-from party:yes=claim --kind-from list:yes=confirmed`,
    advice: "Leave such rows out, as in --where-not party=yes, or leave out one of the two --kind-from.",
  },
  "E-JOIN-LARGE": {
    means:
      "Rows that belong together may be anywhere in the table, so all of them are held in memory until its end, up to a limit.",
    example: `(echo note,source,type,value; yes "$(printf '%0999d' 0),AP,deaths,7000" | head -n 9000) | loss-calc batch --role type:deaths=killed --join source`,
    advice:
      "Leave out rows that you do not need, with --where or --where-not, or split the table by one of the --join columns: mlr --csv split -g source FILE writes a file for each source, and each of them can be joined alone.",
  },
  "E-COLUMN-UNKNOWN": {
    means: "An option names a column that the table does not have.",
    example: String.raw`printf 'date,dead\n2022-03-16,7000\n' | loss-calc batch --map killed=deaths`,
    advice: "Use one of the names in the message, exactly as the first row has it; capital letters make a difference.",
  },
  "E-COLUMN-TWICE": {
    means: "Two columns, or two --map options, give the same input, and only one of them can be used.",
    example: String.raw`printf 'killed,Killed\n7000,6000\n' | loss-calc batch`,
    advice: "Say which column to use, as in --map killed=Killed, or rename one of them.",
  },
  "E-COLUMN-NAMES": {
    means: "Two columns have the same name. A JSON object has each key only once, so one of the columns would be lost.",
    example: String.raw`printf 'killed,note,note\n7000,a,b\n' | loss-calc batch --to ndjson`,
    advice: "Rename one of the columns, or write a table with --to csv.",
  },
  "E-COLUMN-EXISTS": {
    means:
      "The table already has a column with the name of one that would be added. It may have been through loss-calc batch before.",
    example: String.raw`printf 'killed,est_open\n7000,high\n' | loss-calc batch --ratio 3`,
    advice: "Remove the old columns, or give the new ones other names, as in --prefix new_ or --file-column table.",
  },
  "E-COLUMNS-CLASH": {
    means: "The table gives the killed twice: in one column, and as a low and a high end. They may not agree.",
    example: String.raw`printf 'killed,killed_low,killed_high\n7000,6000,13800\n' | loss-calc batch`,
    advice: "Leave one of them out. With nothing after the equals sign, --map killed= ignores the single column.",
  },
  "E-COLUMNS-NONE": {
    means: "No column has a name such as killed, deaths or casualties, so there is nothing to calculate.",
    example: String.raw`printf 'date,personnel\n2022-03-16,7000\n' | loss-calc batch --ratio 3`,
    advice:
      "Say which column it is, as in --map casualties=personnel. A range takes several: --map killed_low=low --map killed_best=best --map killed_high=high. If each row is one person, --count killed counts the rows.",
  },
  "E-ROW-UTF8": {
    means:
      "The row is not in UTF-8, so some of its letters cannot be read. The é in this example is in an older encoding.",
    example: String.raw`printf 'source,killed\nLib\351ration,7000\n' | loss-calc batch --ratio 3`,
    advice: "Say how it is written, as in --encoding windows-1252.",
  },
  "E-ROW-COLUMNS": {
    means:
      "The row has more cells than the table has columns, or fewer. Here the comma in 13,800 separates two cells, because the figure is not in quotes.",
    example: String.raw`printf 'killed,source\n13,800,Ukraine\n' | loss-calc batch --ratio 3`,
    advice: 'Put a cell that has a comma in quotes, as in "13,800", or leave the comma out.',
  },
  "E-ROW-QUOTE": {
    means: "There is text after the closing quote of a cell. A cell that begins with a quote must also end with one.",
    example: String.raw`printf 'source,killed\n"AP" (Kyiv),7000\n' | loss-calc batch --ratio 3`,
    advice: 'Put the whole cell in quotes and write each quote inside it twice: """AP"" (Kyiv)".',
  },
  "E-ROW-QUOTE-OPEN": {
    means:
      "A cell begins with a quote that is never closed, so the rest of the file would belong to that cell. The file may have been cut off.",
    example: String.raw`printf 'source,killed\n"AP,7000\n' | loss-calc batch --ratio 3`,
    advice: "Add the closing quote, or get the complete file.",
  },
  "E-ROW-LONG": {
    means: "A row is longer than 8 MiB. Often a quote is not closed, so that the rows after it belong to one cell.",
    example: String.raw`{ printf 'killed\n"'; yes 7000 | head -c 9000000; } | loss-calc batch`,
    advice: "Look for the missing quote, beginning at the line that the message gives.",
  },
  "E-ROW-OBJECT": {
    means: "Each row of JSON must be an object, whose keys are the names of the columns. This row is something else.",
    example: String.raw`printf '{"killed": 7000}\n6000\n' | loss-calc batch --from ndjson`,
    advice: 'Write the row as an object, such as {"killed": 6000}. For a list of objects, use --from json.',
  },
  "E-ROW-JSON": {
    means:
      "The line is not valid JSON. Here 6,000 has a comma but no quotes. An object that runs over several lines is refused in the same way.",
    example: String.raw`printf '{"killed": 7000}\n{"killed": 6,000}\n' | loss-calc batch --from ndjson`,
    advice: 'Write "6,000" or 6000, and one whole object on each line, as jq -c does.',
  },
  "E-ROW-KEYS": {
    means:
      "The row has a key that the first rows lack, and that the result would depend on. The columns had been fixed by then: after the first rows that arrive from a pipe, or the first few thousand of a file.",
    example: `(echo '{"killed": 7000}'; sleep 0.5; echo '{"killed": 6000, "force": 9000}') | loss-calc batch --from ndjson`,
    advice:
      "Give every row the same keys, with null if there is no value; or save the rows to a file and add --to csv, which looks for all keys first.",
  },
  "E-ROWS-ARRAY": {
    means:
      "With --from json the input must be one list of objects, with a comma between two and none after the last. Here the list is inside another object.",
    example: `printf '{"data": [{"killed": 7000}]}' | loss-calc batch --from json`,
    advice: "Take the list out first, for example with jq .data. If each line is an object, use --from ndjson.",
  },
  "E-ROWS-CUT": {
    means: "The list ends before its closing bracket, so some rows may be missing. A download may have stopped early.",
    example: `printf '[{"killed": 7000},' | loss-calc batch --from json`,
    advice: "Get the complete file. The rows up to that point were calculated.",
  },
  "E-CELL-SINGLE": {
    means: "The columns for the low, best and high values take one number each, and this cell has a range.",
    example: String.raw`printf 'killed_low,killed_high\n6000-7000,13800\n' | loss-calc batch`,
    advice: "Write one number in each cell. A whole range can be in one column called killed.",
  },
  "E-CELL-NONE": {
    means:
      "In a cell, none and nil are written where nobody was lost, and also where nobody knows. The first is 0, the second an empty cell, and a result depends on which it is.",
    example: String.raw`printf 'killed\nnone\n' | loss-calc batch`,
    advice: "Write 0 or leave the cell empty; --missing-code none reads all of them as empty.",
  },
  "E-SCALE": {
    means: "--scale says what to multiply figures by: 1000 if the table counts in thousands.",
    example: String.raw`printf 'killed\n7\n' | loss-calc batch --scale thousand`,
    advice: "Give a whole number, or the column's meaning and a number, as in --scale force=1000.",
  },
  "E-DATE-DAY": {
    means:
      "A series is calculated from day to day, so each row needs a full date. Here the second row gives only a month.",
    example: String.raw`printf 'date,killed\n2022-02-25,2800\nMarch 2022,7000\n' | loss-calc batch --series cumulative --by date`,
    advice: "Write the day, as in 2022-03-16.",
  },
  "E-DATE-ORDER": {
    means:
      "Running totals must be in order of date, with one row for each day. The rows of a file are sorted, but those of a pipe, or of more than 16 MiB, are not. This row is not later than the one before. A daily series also has one row for each day.",
    example: String.raw`printf 'date,killed\n2022-03-16,13800\n2022-03-02,5840\n' | loss-calc batch --series cumulative --by date`,
    advice:
      "Sort the rows by date: mlr --csv sort -f date in front of it, or mlr --csv tac if the newest row comes first. If they belong to several series, name the column that tells these apart: --group side. If they are reports of several sources, take one of these, as in --where source=AP, or --group source. If the rows are the events of a day, with --series daily, add up those of each day first. Where all figures are plain numbers, mlr --csv stats1 -a sum -f killed -g date then rename killed_sum,killed events.csv does it. It cannot read words or commas, and counts nobody for “at least 12,100”: add up such rows by hand, as “at least 12,300”, or let --sum, without --series, add up all rows as they are written.",
  },
  "E-DATES-NONE": {
    means:
      "The --by column contains something other than full dates, at least in its first 100 rows: names, months, or two-digit years. Nothing was calculated.",
    example: String.raw`printf 'date,source,killed\n2022-03-16,AP,7000\n' | loss-calc batch --series cumulative --by source`,
    advice: "Name the column that has a full date in each row, here --by date.",
  },
  "E-DATES-UNCLEAR": {
    means:
      "In dates like 3/4/2022 the day may come first, or the month. A day above 12 anywhere in the column would show it, but there is none, at least not in the next 8 MiB of rows.",
    example: String.raw`printf 'date,killed\n3/4/2022,7000\n4/4/2022,7100\n' | loss-calc batch --series cumulative --by date`,
    advice: "Say which comes first: --dates dmy for the day, --dates mdy for the month.",
  },
  "E-DATES-MIXED": {
    means:
      "One date of the column can only have the day first and another only the month, so the dates between them may be either. Two tables may have been joined, or a spreadsheet has changed some of the dates.",
    example: String.raw`printf 'date,killed\n16/03/2022,7000\n03/17/2022,7100\n' | loss-calc batch --series cumulative --by date`,
    advice:
      "Write all dates in the same way. With --dates dmy or --dates mdy the column is read in that order, and rows that cannot be read that way are rejected.",
  },
} as const satisfies PagesFor<typeof TABLES>;
