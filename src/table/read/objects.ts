import { isUtf8 } from "node:buffer";
import { type Problem, refuse } from "../../core/errors.ts";
import type { Decimal } from "../plain-row.ts";
import {
  type Column,
  EMPTY,
  LONGEST,
  LONGEST_MIB,
  NOT_PLAIN,
  plainDecimal,
  plainNumber,
  type Records,
} from "./records.ts";
import { Window } from "./window.ts";

const [LINE_FEED, QUOTE, COMMA, COLON, BACKSLASH] = [10, 34, 44, 58, 92];
const NO_KEYS: readonly string[] = [];
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [91, 93, 123, 125];

/** Deeper than any row of data. Anything much deeper overflows the stack. */
const DEEPEST = 500;

/** Whether more brackets than that are open at once. Brackets inside strings count too. */
function isDeep(bytes: Buffer): boolean {
  if (bytes.length < 2 * DEEPEST) return false;
  let depth = 0;
  for (const byte of bytes) {
    if (byte === OPEN || byte === OPEN_LIST) depth += 1;
    else if (byte === CLOSE || byte === CLOSE_LIST) depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** Puts the numbers of a JSON text in quotes. A pattern for whole strings would overflow the stack on a long string. */
function withQuotedNumbers(json: string): string {
  let inText = false;
  return json.replace(/"|\\.|-?\d[\d.eE+-]*/g, (part) => {
    if (part === '"') inText = !inText;
    return inText || part === '"' ? part : `"${part}"`;
  });
}

/** Digits for a number that JSON.stringify would write with an exponent, or as null: more than any count may be. */
const TOO_MANY = "9".repeat(25);

/** Counts the keys in the text of an object. A key that is there twice counts twice. */
function countKeys(bytes: Buffer, start: number, end: number): number {
  let [keys, depth, inText] = [0, 0, false];
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) inText = !inText;
    else if (inText) at += byte === BACKSLASH ? 1 : 0;
    else if (byte === OPEN || byte === OPEN_LIST) depth += 1;
    else if (byte === CLOSE || byte === CLOSE_LIST) depth -= 1;
    else if (byte === COLON && depth === 1) keys += 1;
  }
  return keys;
}

/** The keys that an object has twice. */
function repeatedIn(json: string): string[] {
  const [seen, repeated] = [new Set<string>(), new Set<string>()];
  let [depth, start, last] = [0, -1, ""];
  for (const { 0: part, index } of json.matchAll(/"|\\.|[{}[\]:]/g)) {
    if (part === '"') {
      if (start >= 0) last = json.slice(start, index + 1);
      start = start < 0 ? index : -1;
    } else if (start >= 0) continue;
    else if (part === "{" || part === "[") depth += 1;
    else if (part === "}" || part === "]") depth -= 1;
    else if (depth === 1) {
      const key = JSON.parse(last) as string;
      if (seen.has(key)) repeated.add(key);
      seen.add(key);
    }
  }
  return [...repeated];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a byte is white space between values. */
const isSpace = (byte: number | undefined) => byte === 32 || byte === 9 || byte === 13 || byte === LINE_FEED;

/**
 * The rows of NDJSON, with an object on each line, or of a JSON array of objects. The text of an object is kept as it
 * is. The columns are the keys that it is given, or else those of the first object. Any other key, or a path to a key
 * in an inner object ("verified.killed"), gets its column when it is asked for.
 */
export class ObjectRecords implements Records {
  bytes: Buffer = Buffer.alloc(0);
  start = 0;
  end = 0;
  line = 0;
  fault: Problem | undefined;
  header: string[] = [];
  #known: ReadonlySet<string> = new Set();

  /** The lines that rows were on before they were put in order. */
  #lines: readonly number[] | undefined;
  #rows = 0;
  readonly #columns = new Map<string, Column>();
  readonly #names: string[] = [];
  /** For a name with dots, the keys that lead to the value. */
  readonly #paths: (readonly string[] | undefined)[] = [];
  #object: Readonly<Record<string, unknown>> = {};
  /** The same object with its numbers as text, if that was asked for. */
  #written: Readonly<Record<string, unknown>> | undefined;
  #at = 0;
  readonly #window = new Window();
  /** How far the bytes were searched for the end of the line. */
  #searched = 0;
  #nextLine = 1;
  #finished = false;
  #place: "before" | "inside" | "behind" = "before";
  /** What came last in the list. */
  #last: "element" | "comma" | undefined;
  /** How far the object that is still incomplete was scanned, so that no byte is looked at twice. */
  #scan = { at: 0, depth: 0, inText: false };

  constructor(
    /** Whether the objects are the elements of one list, rather than an object on each line. */
    readonly isList: boolean,
  ) {}

  beginFile(lines?: readonly number[]): void {
    this.#lines = lines;
    this.#rows = 0;
    this.bytes = this.#window.clear();
    this.#at = 0;
    this.#searched = 0;
    this.#nextLine = 1;
    this.#finished = false;
    this.#place = "before";
    this.#last = undefined;
    this.#scan = { at: 0, depth: 0, inText: false };
  }

  feed(chunk: Uint8Array): void {
    this.bytes = this.#window.shift(this.#at, chunk);
    this.#scan.at -= this.#at;
    this.#searched -= this.#at;
    this.#at = 0;
  }

  finish(): void {
    this.#finished = true;
  }

  next(): boolean {
    if (!(this.isList ? this.#takeElement() : this.#takeLine())) {
      if (this.bytes.length - this.#at > LONGEST) {
        refuse({ code: "E-ROW-LONG", args: { limitMiB: LONGEST_MIB }, at: { line: this.#nextLine } });
      }
      return false;
    }
    if (this.header.length === 0) this.setKeys(this.keys());
    this.line = this.#lines?.[this.#rows] ?? this.line;
    this.#rows += 1;
    return true;
  }

  readAgain(row: Buffer): void {
    this.bytes = row;
    this.line = 0;
    this.#keep(0, row.length);
  }

  /** Sets which keys are columns. */
  setKeys(keys: readonly string[]): void {
    this.header = [...keys];
    this.#known = new Set(keys);
    for (const name of keys) this.column(name);
  }

  keys(): string[] {
    return Object.keys(this.#object);
  }

  column(name: string): Column {
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    this.#columns.set(name, this.#names.length);
    this.#paths.push(name.includes(".") ? name.split(".") : undefined);
    return this.#names.push(name) - 1;
  }

  isEmpty(column: Column): boolean {
    const value = this.#valueOf(column);
    return value === undefined || value === null || value === "";
  }

  isBlank(): boolean {
    return Object.values(this.#object).every((value) => value === null || value === "");
  }

  text(column: Column): string {
    const value = this.#valueOf(column);
    if (typeof value === "string") return value;
    if (typeof value === "number" && Math.abs(value) >= 1e21) return value < 0 ? `-${TOO_MANY}` : TOO_MANY;
    const text = value === undefined || value === null ? "" : JSON.stringify(value);
    return typeof value === "number" ? plainNumber(text) : text;
  }

  written(column: Column): string {
    if (typeof this.#valueOf(column) !== "number") return this.text(column);
    this.#written ??= JSON.parse(withQuotedNumbers(this.#text())) as Record<string, unknown>;
    return String(this.#in(this.#written, column));
  }

  whole(column: Column): number {
    if (this.isEmpty(column)) return EMPTY;
    const value = this.#valueOf(column);
    if (typeof value === "number") return Number.isSafeInteger(value) && value >= 0 ? value : NOT_PLAIN;
    return typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : NOT_PLAIN;
  }

  decimal(column: Column): Decimal | undefined {
    return plainDecimal(this.text(column));
  }

  hasExtraKeys(): boolean {
    for (const key in this.#object) if (!this.#known.has(key)) return true;
    return false;
  }

  /** Keys that are not columns. */
  extraKeys(): string[] {
    return Object.keys(this.#object).filter((key) => !this.#known.has(key));
  }

  /** Keys that the object has twice. Only the last value of each is visible. */
  repeatedKeys(): readonly string[] {
    let spare = countKeys(this.bytes, this.start, this.end);
    for (const _ in this.#object) spare -= 1;
    return spare > 0 ? repeatedIn(this.#text()) : NO_KEYS;
  }

  #valueOf(column: Column): unknown {
    return this.#in(this.#object, column);
  }

  /** A value by its key, or by the keys that lead to it. */
  #in(object: Readonly<Record<string, unknown>>, column: Column): unknown {
    const name = this.#names[column]!;
    if (Object.hasOwn(object, name)) return object[name];
    return this.#paths[column]?.reduce<unknown>(
      (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
      object,
    );
  }

  #takeLine(): boolean {
    for (;;) {
      const lineEnd = this.bytes.indexOf(LINE_FEED, Math.max(this.#at, this.#searched));
      if (lineEnd < 0) this.#searched = this.bytes.length;
      if (lineEnd < 0 && (!this.#finished || this.#at >= this.bytes.length)) return false;
      const end = lineEnd < 0 ? this.bytes.length : lineEnd;
      const from = this.#at;
      this.#at = end + 1;
      this.line = this.#nextLine;
      this.#nextLine += 1;
      if (this.#keep(from, end)) return true;
    }
  }

  /** Keeps the bytes of one row, without the space around it; false if there is nothing else. */
  #keep(from: number, to: number): boolean {
    let [start, end] = [from, to];
    if (this.line === 1 && this.bytes[start] === 0xef && this.bytes[start + 1] === 0xbb) start += 3;
    while (start < end && isSpace(this.bytes[start])) start += 1;
    while (end > start && isSpace(this.bytes[end - 1])) end -= 1;
    this.start = start;
    this.end = end;
    this.fault = undefined;
    this.#object = {};
    this.#written = undefined;
    if (start === end) return false;
    const bytes = this.bytes.subarray(start, end);
    if (!isUtf8(bytes)) this.fault = { code: "E-ROW-UTF8", args: {} };
    else if (isDeep(bytes)) this.fault = { code: "E-JSON-DEEP", args: { limit: DEEPEST } };
    else this.#read();
    return true;
  }

  #text(): string {
    return this.bytes.toString("utf8", this.start, this.end);
  }

  #read(): void {
    const text = this.#text();
    try {
      const value: unknown = JSON.parse(text);
      if (isObject(value)) this.#object = value;
      else this.fault = { code: "E-ROW-OBJECT", args: {} };
    } catch {
      this.fault = { code: "E-ROW-JSON", args: { array: text.startsWith("[") } };
    }
  }

  /** Takes the next object of the array, from its opening brace to its closing brace. */
  #takeElement(): boolean {
    // The byte order mark may arrive in pieces.
    if (this.#place === "before" && this.bytes.length < 3 && !this.#finished) return false;
    while (this.#scan.depth === 0 && this.#place !== "behind") {
      this.#skipSpace();
      const byte = this.bytes[this.#at];
      if (byte === undefined) {
        if (this.#finished) refuse({ code: "E-ROWS-CUT", args: {}, at: { line: this.#nextLine } });
        return false;
      }
      if (byte === OPEN && this.#place === "inside" && this.#last !== "element") break;
      if (byte === OPEN_LIST && this.#place === "before") this.#place = "inside";
      else if (byte === CLOSE_LIST && this.#place === "inside" && this.#last !== "comma") this.#place = "behind";
      else if (byte === COMMA && this.#last === "element") this.#last = "comma";
      else this.#refuseElement();
      this.#at += 1;
    }
    if (this.#place === "behind") {
      this.#skipSpace();
      if (this.#at < this.bytes.length) this.#refuseElement();
      return false;
    }
    const end = this.#closingBrace();
    if (end < 0) {
      if (this.#finished) refuse({ code: "E-ROWS-CUT", args: {}, at: { line: this.#nextLine } });
      return false;
    }
    const from = this.#at;
    this.line = this.#nextLine;
    for (let at = from; at <= end; at += 1) if (this.bytes[at] === LINE_FEED) this.#nextLine += 1;
    this.#at = end + 1;
    this.#keep(from, end + 1);
    this.#last = "element";
    return true;
  }

  #skipSpace(): void {
    if (this.#place === "before" && this.bytes[0] === 0xef && this.#at === 0) this.#at = 3;
    while (isSpace(this.bytes[this.#at])) {
      if (this.bytes[this.#at] === LINE_FEED) this.#nextLine += 1;
      this.#at += 1;
    }
  }

  #closingBrace(): number {
    const scan = this.#scan;
    if (scan.depth === 0) scan.at = this.#at;
    for (; scan.at < this.bytes.length; scan.at += 1) {
      const byte = this.bytes[scan.at];
      if (scan.inText) {
        if (byte === BACKSLASH) scan.at += 1;
        else if (byte === QUOTE) scan.inText = false;
      } else if (byte === QUOTE) scan.inText = true;
      else if (byte === OPEN || byte === OPEN_LIST) scan.depth += 1;
      else if (byte === CLOSE || byte === CLOSE_LIST) {
        scan.depth -= 1;
        if (scan.depth === 0) return scan.at;
      }
    }
    return NOT_PLAIN;
  }

  #refuseElement(): never {
    const found = String.fromCodePoint(this.bytes[this.#at]!);
    refuse({ code: "E-ROWS-ARRAY", args: { found }, at: { line: this.#nextLine } });
  }
}
