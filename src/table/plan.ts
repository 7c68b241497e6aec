import type { DateOrder } from "../core/dates.ts";
import type { Problem } from "../core/errors.ts";
import type { Kind } from "../core/inputs.ts";
import type { RatioLookup } from "../core/ratio-lookup.ts";
import type { Scenario } from "../core/scenario.ts";
import type { CourseData } from "../render/svg/course-picture.ts";
import type { CellOptions } from "./cells.ts";
import type { ColumnMeanings } from "./column-values.ts";
import type { DateColumn } from "./date-column.ts";
import type { FigurePart } from "./figure-columns.ts";
import type { TableFormat, WrittenTable } from "./format.ts";
import type { Records } from "./read/records.ts";
import type { RoleWord } from "./role-words.ts";
import type { Mapping } from "./roles.ts";

/** How a table is to be read, calculated and written. */
export interface BatchPlan {
  /** What fills an empty cell, or a column that is missing. */
  readonly defaults: Scenario;
  /** The ratios that have a name. */
  readonly ratios: RatioLookup | undefined;
  readonly mapping: Mapping;
  readonly cellOptions: CellOptions;
  readonly from: TableFormat;
  /** What separates the cells; undefined if it is to be found in the first line. */
  readonly separator: string | undefined;
  /** How many lines to skip before the names of the columns. */
  readonly skip: number;
  readonly to: WrittenTable;
  /** Draws the running totals of a series, if they are written as a picture. */
  readonly draw: ((data: CourseData) => string) | undefined;
  /** How wide a table for people may be. */
  readonly width: number | undefined;
  /** The keys that rows of objects are known to have. */
  readonly keys: readonly string[];
  readonly prefix: string;
  /** The name of the column with the file of each row, if it is wanted. */
  readonly fileColumn: string | undefined;
  /** Which rows count, and what their figures count, if that depends on the values of columns. */
  readonly selection: SelectionPlan | undefined;
  /** The columns whose values tell which rows belong together, if rows are to be joined. */
  readonly join: JoinPlan | undefined;
  /** What is counted, if each row is a person. */
  readonly list: ListPlan | undefined;
  /** What the rows of a series count, and its columns. */
  readonly series: SeriesPlan | undefined;
  /** Whether the rows count different people. */
  readonly sum: boolean;
  /** Whether caveats are counted. */
  readonly summary: boolean;
  readonly header: boolean;
  readonly rows: boolean;
  readonly safe: boolean;
}

/** Which rows of a table count, and as what, by the values of some of its columns. */
export interface SelectionPlan {
  /** The rows to read, and those to leave out. */
  readonly conditions: readonly ColumnMeanings<true>[];
  /** What the sources of rows are. */
  readonly kinds: readonly ColumnMeanings<Kind>[];
  /** The kinds of sources to leave out. */
  readonly without: readonly Kind[];
  /** What the figures of rows count. */
  readonly roles: readonly ColumnMeanings<RoleWord>[];
  /** The columns of these figures, as --map names them. */
  readonly figures: ReadonlyMap<FigurePart, string>;
}

/** Which rows belong together: those with the same values in these columns. */
export interface JoinPlan {
  readonly keys: readonly string[];
  /** The order of day and month in the dates among them. */
  readonly order: DateOrder | undefined;
}

/** The part of a row that is shown if it is rejected, and where it is. */
export type RejectedRow = Pick<Records, "bytes" | "start" | "end" | "line">;

/** Takes the rows that could not be read. Throws InputError if the first of them is to be the last. */
export interface Rejects {
  add(file: string, row: RejectedRow, problems: readonly Problem[]): void;
}

/** What the rows of a series count: everyone up to a day, or those of that day alone. */
export const SERIES_KINDS = ["cumulative", "daily"] as const;
export type SeriesKind = (typeof SERIES_KINDS)[number];

/** What the rows of a series count, and its columns. */
export interface SeriesPlan {
  readonly kind: SeriesKind;
  readonly dates: DateColumn;
  readonly group: string | undefined;
}

/** Who the persons of a list are: those killed, or those killed and others. */
export const LISTED = ["killed", "casualties"] as const;

/** How a list with a row for each person is counted. */
export interface ListPlan {
  readonly of: (typeof LISTED)[number];
  readonly group: string | undefined;
}

/** Takes the bytes of one table, which may be in several files. */
export interface TableInput {
  /**
   * Begins a file. If its rows were put in order, `lines` are the lines that its rows were on. If they were joined from
   * rows of several files, `files` are all of these.
   */
  begin(file: string, lines?: readonly number[], files?: readonly string[]): void;
  /** Takes the rows that are whole by now. Throws InputError if no further rows can be told apart. */
  feed(chunk: Uint8Array): void;
  /** Takes the last row of a file, which may lack its line end. */
  finish(): void;
  /** Ends the table that is written. */
  end(): void;
}
