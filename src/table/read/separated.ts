import { isUtf8 } from "node:buffer";
import { type Problem, refuse } from "../../core/errors.ts";
import type { Decimal } from "../plain-row.ts";
import { isMarked, LINE_FEED, type LineEnd, lineEndOf, MARK_LENGTH, RETURN } from "./line-end.ts";
import { type Column, EMPTY, LONGEST, LONGEST_MIB, NOT_PLAIN, plainDecimal, type Records } from "./records.ts";
import { bytesOf, separatorIn } from "./separator.ts";
import { Window } from "./window.ts";

const [QUOTE, HASH, COMMA, ZERO] = [34, 35, 44, 48];
/**
 * The bytes after a hash that make it a comment, and not a name: a space, another hash, an exclamation mark, or the end
 * of the line.
 */
const AFTER_HASH = [32, 35, 33, RETURN, LINE_FEED];
const MOST_DIGITS = 15;

/** How far we got with a row whose end has not arrived yet. */
interface Unfinished {
  /** Where its last cell begins, which is quoted, and how far we looked for the closing quote. */
  readonly cell: number;
  readonly searched: number;
  readonly count: number;
  readonly lines: number;
  readonly fault: Problem | undefined;
}

/**
 * The rows of CSV (RFC 4180) or TSV. Cells may be quoted, and a quote inside of them is doubled. The bytes of a row are
 * kept as they are. No CSV library offers that at this speed; see CONTRIBUTING.md for what was measured.
 */
export class SeparatedRecords implements Records {
  bytes: Buffer = Buffer.alloc(0);
  start = 0;
  end = 0;
  line = 0;
  fault: Problem | undefined;
  header: readonly string[] = [];
  /** The lines that rows were on before they were put in order. */
  #lines: readonly number[] | undefined;
  #rows = 0;
  /** The byte order mark, if the first file has it. */
  mark: "" | "\ufeff" = "";
  /** The first row, with its byte order mark. */
  headerLine: Buffer = Buffer.alloc(0);
  lineEnd = "\n";

  /** What separates the cells. It is found in the first line, unless it is given. */
  separator: string | undefined;
  #separator = COMMA;
  /** The first byte of a separator that has two. */
  #before: number | undefined;
  /** No byte above this has a special meaning. */
  #highest = COMMA;
  readonly #skip: number;
  /** How many lines are still to be skipped. */
  #toSkip: number;
  /** What ends a line: a line feed, perhaps after a carriage return; or a carriage return alone. Unknown at first. */
  #lineEnd: LineEnd | undefined;
  /** Where each cell of the row ends. */
  #ends = new Int32Array(64);
  #count = 0;
  /** Where the next row begins. The whole lines reach up to #limit. */
  #at = 0;
  readonly #window = new Window();
  #limit = 0;
  #nextLine = 1;
  #finished = false;
  /** Whether all the bytes we have are UTF-8, so that we need not check each row. */
  #allUtf8 = true;
  #headerDue = true;
  /** The row that broke off inside a quoted cell, kept so that no byte of it is looked at twice. */
  #unfinished: Unfinished | undefined;
  #searched = 0;
  /** Remembers the ratios that were read: most columns only have a few. */
  readonly #decimals = new Map<number, Decimal | undefined>();

  constructor(separator?: string, skip = 0) {
    if (separator !== undefined) this.#separate(separator);
    this.#skip = skip;
    this.#toSkip = skip;
  }

  #separate(separator: string): void {
    this.separator = separator;
    [this.#separator, this.#before] = bytesOf(separator);
    this.#highest = Math.max(COMMA, this.#separator);
  }

  beginFile(lines?: readonly number[]): void {
    this.#lines = lines;
    this.#rows = 0;
    this.bytes = this.#window.clear();
    this.#at = 0;
    this.#limit = 0;
    this.#nextLine = 1;
    this.#finished = false;
    this.#allUtf8 = true;
    this.#headerDue = true;
    this.#toSkip = this.#skip;
    this.#lineEnd = undefined;
    this.#unfinished = undefined;
  }

  feed(chunk: Uint8Array): void {
    // What is left is a single row that has no end yet.
    if (this.bytes.length - this.#at > LONGEST) this.#refuseLong(this.#nextLine);
    this.bytes = this.#window.shift(this.#at, chunk);
    this.#moveBack();
    const isNew = this.#lineEnd === undefined;
    this.#lineEnd ??= lineEndOf(this.bytes, false);
    if (this.#lineEnd === undefined) return;
    // Earlier bytes were searched when they arrived.
    const from = isNew ? 0 : this.bytes.length - chunk.length;
    const last = this.bytes.subarray(from).lastIndexOf(this.#lineEnd);
    if (last >= 0) this.#extendTo(from + last + 1);
  }

  finish(): void {
    this.#finished = true;
    this.#lineEnd ??= lineEndOf(this.bytes, true);
    this.#extendTo(this.bytes.length);
  }

  /** Moves every offset that is kept back by the rows that are dropped. */
  #moveBack(): void {
    const shift = this.#at;
    if (shift === 0) return;
    this.#at = 0;
    this.#limit = Math.max(0, this.#limit - shift);
    if (!this.#unfinished) return;
    const { cell, searched, count } = this.#unfinished;
    this.#unfinished = { ...this.#unfinished, cell: cell - shift, searched: searched - shift };
    for (let index = 0; index < count; index += 1) this.#ends[index]! -= shift;
  }

  #extendTo(limit: number): void {
    const isUtf8Before = this.#at >= this.#limit || this.#allUtf8;
    this.#allUtf8 = isUtf8Before && isUtf8(this.bytes.subarray(this.#limit, limit));
    this.#limit = limit;
  }

  next(): boolean {
    while (this.#take()) {
      if (!this.#headerDue) {
        this.#check();
        this.line = this.#lines?.[this.#rows] ?? this.line;
        this.#rows += 1;
        return true;
      }
      this.#takeHeader();
    }
    return false;
  }

  readAgain(row: Buffer): void {
    this.bytes = row;
    this.#at = 0;
    this.#limit = row.length;
    // All line ends in it are in its cells.
    this.#lineEnd = undefined;
    this.#headerDue = false;
    this.#take();
  }

  isBlank(): boolean {
    return this.header.every((_, column) => this.isEmpty(column));
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
      // If commas do not separate cells, groups need no quotes.
      if (digit < 0 || digit > 9) return bytes[at] === COMMA ? this.#grouped(start, end) : NOT_PLAIN;
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
    // Use the bytes as the key: a column only has a few different ratios.
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

  /** Reads digits, alone or in groups of three, as between quotes: "13,800". */
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
    return column === 0 ? this.start : this.#ends[column - 1]! + (this.#before === undefined ? 1 : 2);
  }

  #cellEnd(column: Column): number {
    return this.#ends[column]!;
  }

  /** Finds the next line that is not blank, and its cells; false if its end has not arrived yet. */
  #take(): boolean {
    const { bytes } = this;
    const limit = this.#limit;
    const lineEnd = this.#lineEnd;
    if (this.#headerDue) this.#passTitles();
    let at = this.#at;
    while (at < limit && bytes[at]! <= RETURN && this.#isBlankAt(at)) {
      if (bytes[at] === lineEnd) this.#nextLine += 1;
      at += 1;
    }
    this.#at = at;
    if (at >= limit) return false;
    if (this.separator === undefined) {
      const from = isMarked(bytes, at) ? at + MARK_LENGTH : at;
      this.#separate(separatorIn(bytes, from, this.#lineFrom(at)));
    }
    const [separator, before, highest] = [this.#separator, this.#before, this.#highest];
    let cell = this.#headerDue && isMarked(bytes, at) ? at + MARK_LENGTH : at;
    let [count, lines, searched] = [0, 1, 0];
    this.fault = undefined;
    if (this.#unfinished) {
      ({ cell, count, lines, searched, fault: this.fault } = this.#unfinished);
      this.#unfinished = undefined;
      at = cell;
    }
    for (; at < limit; at += 1) {
      const byte = bytes[at]!;
      // Letters and digits are above every byte with a meaning, so most bytes stop here.
      if (byte > highest) continue;
      if (byte === separator) {
        if (before !== undefined && bytes[at - 1] !== before) continue;
        this.#setEnd(count, before === undefined ? at : at - 1);
        count += 1;
        cell = at + 1;
      } else if (byte === lineEnd) break;
      else if (byte === QUOTE && at === cell) {
        const closing = this.#closingQuote(Math.max(at + 1, searched));
        if (closing < 0) {
          if (!this.#finished) {
            this.#unfinished = { cell, searched: this.#searched, count, lines, fault: this.fault };
            return false;
          }
          this.fault = { code: "E-ROW-QUOTE-OPEN", args: {} };
          at = limit;
          break;
        }
        lines += this.#linesBetween(at, closing);
        at = closing;
        if (!this.#endsCell(closing + 1)) this.fault ??= { code: "E-ROW-QUOTE", args: { column: count + 1 } };
      }
    }
    const end = lineEnd !== undefined && at > this.#at && bytes[at - 1] === RETURN ? at - 1 : at;
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

  /** Finds the quote that closes a cell. If it has not arrived yet, #searched is how far we need not look again. */
  #closingQuote(from: number): number {
    const { bytes } = this;
    let at = bytes.indexOf(QUOTE, from);
    while (at >= 0 && bytes[at + 1] === QUOTE) at = bytes.indexOf(QUOTE, at + 2);
    // If the quote is the last byte so far, a second quote may still follow.
    if (at >= 0 && at < this.#limit && (at < bytes.length - 1 || this.#finished)) return at;
    this.#searched = at < 0 ? bytes.length : at;
    return NOT_PLAIN;
  }

  #endsCell(at: number): boolean {
    if (at >= this.#limit || this.#isLineEnd(at)) return true;
    if (this.#before === undefined) return this.bytes[at] === this.#separator;
    return this.bytes[at] === this.#before && this.bytes[at + 1] === this.#separator;
  }

  /** Finds the end of the line that begins at this offset. */
  #lineFrom(at: number): number {
    const end = this.#lineEnd === undefined ? -1 : this.bytes.indexOf(this.#lineEnd, at);
    return end < 0 ? this.#limit : Math.min(end, this.#limit);
  }

  /** Skips lines before the names of the columns: as many as were asked for, and comments. */
  #passTitles(): void {
    const { bytes } = this;
    while (this.#at < this.#limit) {
      const at = isMarked(bytes, this.#at) ? this.#at + MARK_LENGTH : this.#at;
      const isComment = bytes[at] === HASH && AFTER_HASH.includes(bytes[at + 1]!);
      if (this.#toSkip === 0 && !isComment) return;
      if (this.#toSkip > 0) this.#toSkip -= 1;
      this.#at = this.#lineFrom(this.#at) + 1;
      this.#nextLine += 1;
    }
  }

  #isLineEnd(at: number): boolean {
    const byte = this.bytes[at];
    if (byte === this.#lineEnd) return true;
    return byte === RETURN && (at + 1 >= this.#limit || this.bytes[at + 1] === LINE_FEED);
  }

  /** Whether a line that begins here would be blank. A line feed can also be left over from the line before. */
  #isBlankAt(at: number): boolean {
    return this.bytes[at] === LINE_FEED || this.#isLineEnd(at);
  }

  #linesBetween(from: number, to: number): number {
    let lines = 0;
    for (let at = from; at < to; at += 1) if (this.bytes[at] === this.#lineEnd) lines += 1;
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
    if (this.fault) {
      const isJson = this.header.length === 0 && /^\ufeff?\s*[{[]/.test(line.toString("utf8", 0, 100));
      refuse(isJson ? { code: "E-TABLE-FORMAT", args: {} } : { ...this.fault, at: { line: this.line } });
    }
    this.#headerDue = false;
    const mark = isMarked(this.bytes, this.start) ? "\ufeff" : "";
    if (mark) this.start += MARK_LENGTH;
    const header = Array.from({ length: this.#count }, (_, column) => this.text(column));
    if (header.some((name, column) => name.includes("\r") && this.bytes[this.#cellStart(column)] !== QUOTE)) {
      refuse({ code: "E-TABLE-RETURNS", args: {}, at: { line: this.line } });
    }
    if (this.header.length === 0) {
      this.header = header;
      this.headerLine = Buffer.from(line);
      this.mark = mark;
      this.lineEnd = this.bytes[this.end] !== RETURN ? "\n" : this.#lineEnd === RETURN ? "\r" : "\r\n";
    } else if (header.some((name, column) => name !== this.header[column]) || header.length !== this.header.length) {
      refuse({ code: "E-HEADER-DIFFERS", args: {}, at: { line: this.line } });
    }
  }

  /** A row is kept in memory until its end arrives. For a row without an end, that would be the whole input. */
  #refuseLong(line: number): never {
    refuse({ code: "E-ROW-LONG", args: { limitMiB: LONGEST_MIB }, at: { line } });
  }
}
