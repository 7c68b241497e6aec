import type { Problem } from "../../core/errors.ts";
import type { Decimal } from "../plain-row.ts";

/** Anything longer than this is not a row, and what was read of it would fill memory. */
export const LONGEST_MIB = 8;
export const LONGEST = LONGEST_MIB * 2 ** 20;

/** What whole() returns for a cell that is not just digits, and for an empty cell. */
export const NOT_PLAIN = -1;
export const EMPTY = -2;

/** A column, the way its table finds it: a position in the line, or a key. */
export type Column = number;

/** The columns of a table, and the cells of its current row. */
export interface RowCells {
  /** The names of the columns, once there was a first row. */
  readonly header: readonly string[];
  isEmpty(column: Column): boolean;
  text(column: Column): string;
  /** The same as it is written: numbers like 1.50 and identifiers of twenty digits stay as they were. */
  written(column: Column): string;
  /** A count that is only digits, perhaps in groups; or else NOT_PLAIN or EMPTY. */
  whole(column: Column): number;
  /** A number of digits with few decimals; undefined for any other text. */
  decimal(column: Column): Decimal | undefined;
  /** The column of that name. If rows need not have the same columns, it is made when it is asked for. */
  column(name: string): Column | undefined;
}

/**
 * The rows of one or more tables, read from bytes as they arrive. Call feed(), then next() until it returns false, and
 * at the end finish() and next() for the rest. Everything else is about the current row, which next() took last. Throws
 * InputError if no further rows can be told apart.
 */
export interface Records extends RowCells {
  /** Where the row is: in `bytes` from `start` to `end`, without its line end. */
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** What is wrong with the row as a whole. */
  readonly fault: Problem | undefined;
  /**
   * Begins another file, whose columns must be the same as in the first. If its rows were put in order, `lines` are the lines that
   * its rows were on.
   */
  beginFile(lines?: readonly number[]): void;
  feed(chunk: Uint8Array): void;
  finish(): void;
  next(): boolean;
  /** Makes a row that was read before the current row, by its bytes alone, once no further rows are read. */
  readAgain(row: Buffer): void;
  /** Whether all of its cells are empty, including those that are not columns. */
  isBlank(): boolean;
}

const DECIMAL = /^(\d{1,6})(?:\.(\d{1,4}))?$/;

/** Reads "3" and "2.5"; undefined for any other text, and for 13.800, which may be thousands. */
export function plainDecimal(text: string): Decimal | undefined {
  const [, whole, part = ""] = DECIMAL.exec(text) ?? [];
  if (whole === undefined || part.length === 3) return undefined;
  return { units: Number(whole + part), scale: 10 ** part.length };
}

/** A number whose dot cannot be taken for a thousands separator, as it could in text: 13.800. */
export function plainNumber(digits: string): string {
  return /\.\d{3}$/.test(digits) ? `${digits}0` : digits;
}
