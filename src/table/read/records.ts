import type { Problem } from "../../core/errors.ts";
import type { Decimal } from "../plain-row.ts";

/** A row longer than this is no row; what was read of it fills memory. */
export const LONGEST_MIB = 8;
export const LONGEST = LONGEST_MIB * 2 ** 20;

/** What whole() gives for a cell that is not digits alone, and for an empty one. */
export const NOT_PLAIN = -1;
export const EMPTY = -2;

/** A column as its table finds it: a place in the line, or a key. */
export type Column = number;

/**
 * The rows of one table or of several, read from bytes as they come: feed() them, take rows with next() until it
 * is false, and at the end finish() and take the rest. What it tells is of the row that was taken
 * last. Throws InputError where no more rows can be told apart.
 */
export interface Records {
  /** The names of the columns, once a first row was looked for. */
  readonly header: readonly string[];
  /** Where the row stands in bytes, without its line end. */
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  /** The line it begins on, from 1. */
  readonly line: number;
  /** What is wrong with the row as a whole. */
  readonly fault: Problem | undefined;
  /** Begins another file, whose columns must be those of the first; with the lines that its rows stood on, if it was reversed. */
  beginFile(lines?: readonly number[]): void;
  feed(chunk: Uint8Array): void;
  finish(): void;
  next(): boolean;
  isEmpty(column: Column): boolean;
  /** Whether nothing stands in any of its cells, also of those that are no columns. */
  isBlank(): boolean;
  text(column: Column): string;
  /** The same as it goes out: numbers like 1.50 and identifiers of twenty digits as they came. */
  written(column: Column): string;
  /** A count of digits alone, perhaps in groups; or NOT_PLAIN, or EMPTY. */
  whole(column: Column): number;
  /** A number of digits with few decimals; undefined for any other text. */
  decimal(column: Column): Decimal | undefined;
  /** The number of the column of that name, made where rows need not have the same. */
  column(name: string): Column | undefined;
}

const DECIMAL = /^(\d{1,6})(?:\.(\d{1,4}))?$/;

/** Reads "3" and "2.5"; undefined for any other text, and for 13.800, which may be thousands. */
export function plainDecimal(text: string): Decimal | undefined {
  const [, whole, part = ""] = DECIMAL.exec(text) ?? [];
  if (whole === undefined || part.length === 3) return undefined;
  return { units: Number(whole + part), scale: 10 ** part.length };
}

/** A number whose dot cannot be taken for one between thousands, as in a text it may be: 13.800. */
export function plainNumber(digits: string): string {
  return /\.\d{3}$/.test(digits) ? `${digits}0` : digits;
}
