import { isUtf8 } from "node:buffer";
import { type Problem, refuse } from "../../core/errors.ts";
import type { Decimal } from "../../core/quick.ts";
import { type Column, EMPTY, LONGEST, LONGEST_MIB, NOT_PLAIN, plainDecimal, type Records } from "./records.ts";
import { Window } from "./window.ts";

const [LINE_FEED, RETURN, QUOTE, COMMA, ZERO] = [10, 13, 34, 44, 48];
const MARK = [0xef, 0xbb, 0xbf];
const MOST_DIGITS = 15;

/**
 * The rows of CSV (RFC 4180) or TSV: cells may stand in quotes, a quote inside of them doubled.
 * The bytes of a row are kept as they are, which no library for CSV offers at this speed; see
 * CONTRIBUTING.md for what was measured.
 */
export class SeparatedRecords implements Records {
  bytes: Buffer = Buffer.alloc(0);
  start = 0;
  end = 0;
  line = 0;
  fault: Problem | undefined;
  header: readonly string[] = [];
  /** What some editors begin a file with. */
  mark: "" | "\ufeff" = "";
  /** The first row, with its mark. */
  headerLine: Buffer = Buffer.alloc(0);
  lineEnd = "\n";

  readonly #separator: number;
  /** Where each cell of the row ends. */
  #ends = new Int32Array(64);
  #count = 0;
  /** Where the next row begins, and how far whole lines reach. */
  #at = 0;
  readonly #window = new Window();
  #limit = 0;
  #nextLine = 1;
  #finished = false;
  /** Whether all the bytes at hand are UTF-8, so that no row has to be looked at. */
  #allUtf8 = true;
  #headerDue = true;
  /** Scratch for ratios: most columns have few. */
  readonly #decimals = new Map<number, Decimal | undefined>();

  constructor(separator: "," | "\t") {
    this.#separator = separator.charCodeAt(0);
  }

  beginFile(): void {
    this.bytes = this.#window.clear();
    this.#at = 0;
    this.#limit = 0;
    this.#nextLine = 1;
    this.#finished = false;
    this.#headerDue = true;
  }

  feed(chunk: Uint8Array): void {
    // What is left is one row that has no end yet.
    if (this.bytes.length - this.#at > LONGEST) this.#refuseLong(this.#nextLine);
    this.bytes = this.#window.shift(this.#at, chunk);
    this.#at = 0;
    this.#limit = this.bytes.lastIndexOf(LINE_FEED) + 1;
    this.#allUtf8 = isUtf8(this.bytes.subarray(0, this.#limit));
  }

  finish(): void {
    this.#finished = true;
    this.#limit = this.bytes.length;
    this.#allUtf8 = isUtf8(this.bytes.subarray(this.#at));
  }

  next(): boolean {
    while (this.#take()) {
      if (!this.#headerDue) {
        this.#check();
        return true;
      }
      this.#takeHeader();
    }
    return false;
  }

  isEmpty(column: Column): boolean {
    return this.#cellStart(column) === this.#cellEnd(column);
  }

  text(column: Column): string {
    const [start, end] = [this.#cellStart(column), this.#cellEnd(column)];
    if (this.bytes[start] !== QUOTE) return this.bytes.toString("utf8", start, end);
    return this.bytes.toString("utf8", start + 1, end - 1).replaceAll('""', '"');
  }

  written(column: Column): string {
    return this.text(column);
  }

  whole(column: Column): number {
    const { bytes } = this;
    const [start, end] = [this.#cellStart(column), this.#cellEnd(column)];
    if (start === end) return EMPTY;
    if (bytes[start] === QUOTE) return this.#grouped(start + 1, end - 1);
    if (end - start > MOST_DIGITS) return NOT_PLAIN;
    let value = 0;
    for (let at = start; at < end; at += 1) {
      const digit = bytes[at]! - ZERO;
      if (digit < 0 || digit > 9) return NOT_PLAIN;
      value = value * 10 + digit;
    }
    return value;
  }

  decimal(column: Column): Decimal | undefined {
    const { bytes } = this;
    let [start, end] = [this.#cellStart(column), this.#cellEnd(column)];
    if (bytes[start] === QUOTE) {
      start += 1;
      end -= 1;
    }
    if (end - start > 6) return undefined;
    // The bytes as a number: few different ratios stand in a column.
    let key = end - start;
    for (let at = start; at < end; at += 1) key = key * 256 + bytes[at]!;
    let decimal = this.#decimals.get(key);
    if (decimal === undefined && !this.#decimals.has(key)) {
      decimal = plainDecimal(bytes.toString("latin1", start, end));
      if (this.#decimals.size < 10_000) this.#decimals.set(key, decimal);
    }
    return decimal;
  }

  column(name: string): Column | undefined {
    const found = this.header.indexOf(name);
    return found < 0 ? undefined : found;
  }

  /** Digits alone or in groups of three, "13,800", as they stand between quotes. */
  #grouped(start: number, end: number): number {
    const { bytes } = this;
    if (start >= end || end - start > MOST_DIGITS) return NOT_PLAIN;
    let [value, group, groups] = [0, 0, 0];
    for (let at = start; at < end; at += 1) {
      const digit = bytes[at]! - ZERO;
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        group += 1;
      } else {
        const isFull = groups === 0 ? group > 0 && group <= 3 && bytes[start] !== ZERO : group === 3;
        if (bytes[at] !== COMMA || !isFull) return NOT_PLAIN;
        groups += 1;
        group = 0;
      }
    }
    return groups === 0 || group === 3 ? value : NOT_PLAIN;
  }

  #cellStart(column: Column): number {
    return column === 0 ? this.start : this.#ends[column - 1]! + 1;
  }

  #cellEnd(column: Column): number {
    return this.#ends[column]!;
  }

  /** Finds the next line that is not blank, and its cells; false where its end is not there yet. */
  #take(): boolean {
    const { bytes } = this;
    const limit = this.#limit;
    const separator = this.#separator;
    let at = this.#at;
    while (at < limit && (bytes[at] === LINE_FEED || (bytes[at] === RETURN && bytes[at + 1] === LINE_FEED))) {
      if (bytes[at] === LINE_FEED) this.#nextLine += 1;
      at += 1;
    }
    this.#at = at;
    if (at >= limit) return false;
    // The mark that some editors begin a file with stands before the first cell.
    let cell =
      this.#headerDue && bytes[at] === MARK[0] && bytes[at + 1] === MARK[1] && bytes[at + 2] === MARK[2] ? at + 3 : at;
    let count = 0;
    let lines = 1;
    this.fault = undefined;
    for (; at < limit; at += 1) {
      const byte = bytes[at]!;
      // Letters and digits come behind all that has a meaning.
      if (byte > COMMA) continue;
      if (byte === separator) {
        this.#setEnd(count, at);
        count += 1;
        cell = at + 1;
      } else if (byte === LINE_FEED) break;
      else if (byte === QUOTE && at === cell) {
        const closing = this.#closingQuote(at + 1);
        if (closing < 0) {
          if (!this.#finished) return false;
          this.fault = { code: "E-ROW-QUOTE-OPEN", args: {} };
          at = limit;
          break;
        }
        lines += this.#linesBetween(at, closing);
        at = closing;
        if (!this.#endsCell(closing + 1)) this.fault ??= { code: "E-ROW-QUOTE", args: { column: count + 1 } };
      }
    }
    const end = at > this.#at && bytes[at - 1] === RETURN ? at - 1 : at;
    this.#setEnd(count, end);
    this.#count = count + 1;
    this.start = this.#at;
    this.end = end;
    this.line = this.#nextLine;
    this.#nextLine += lines;
    this.#at = at + 1;
    return true;
  }

  #setEnd(cell: number, at: number): void {
    if (cell === this.#ends.length) {
      const longer = new Int32Array(cell * 2);
      longer.set(this.#ends);
      this.#ends = longer;
    }
    this.#ends[cell] = at;
  }

  #closingQuote(from: number): number {
    const { bytes } = this;
    let at = bytes.indexOf(QUOTE, from);
    while (at >= 0 && bytes[at + 1] === QUOTE) at = bytes.indexOf(QUOTE, at + 2);
    // At the end of what was read a second quote may follow.
    return at >= this.#limit || (at === bytes.length - 1 && !this.#finished) ? NOT_PLAIN : at;
  }

  #endsCell(at: number): boolean {
    const byte = this.bytes[at];
    if (at >= this.#limit || byte === this.#separator || byte === LINE_FEED) return true;
    return byte === RETURN && (at + 1 >= this.#limit || this.bytes[at + 1] === LINE_FEED);
  }

  #linesBetween(from: number, to: number): number {
    let lines = 0;
    for (let at = this.bytes.indexOf(LINE_FEED, from); at >= 0 && at < to; at = this.bytes.indexOf(LINE_FEED, at + 1))
      lines += 1;
    return lines;
  }

  #check(): void {
    const width = this.header.length;
    if (this.end - this.start > LONGEST) this.#refuseLong(this.line);
    if (this.fault) return;
    if (!this.#allUtf8 && !isUtf8(this.bytes.subarray(this.start, this.end)))
      this.fault = { code: "E-ROW-UTF8", args: {} };
    else if (this.#count !== width) this.fault = { code: "E-ROW-COLUMNS", args: { found: this.#count, width } };
  }

  #takeHeader(): void {
    const line = this.bytes.subarray(this.start, this.end);
    if (line.includes(0)) refuse({ code: "E-TABLE-BINARY", args: {} });
    if (!isUtf8(line)) refuse({ code: "E-ROW-UTF8", args: {} });
    if (this.fault) refuse({ ...this.fault, at: { line: this.line } });
    this.#headerDue = false;
    const isMarked = MARK.every((byte, index) => line[index] === byte);
    if (isMarked) this.start += MARK.length;
    const header = Array.from({ length: this.#count }, (_, column) => this.text(column));
    if (this.header.length === 0) {
      this.header = header;
      this.headerLine = Buffer.from(line);
      if (isMarked) this.mark = "\ufeff";
      if (this.bytes[this.end] === RETURN) this.lineEnd = "\r\n";
    } else if (header.some((name, column) => name !== this.header[column]) || header.length !== this.header.length) {
      refuse({ code: "E-HEADER-DIFFERS", args: {}, at: { line: this.line } });
    }
  }

  /** What was read of a row is kept until its end comes; for a row without end that would be all. */
  #refuseLong(line: number): never {
    refuse({ code: "E-ROW-LONG", args: { limitMiB: LONGEST_MIB }, at: { line } });
  }
}
