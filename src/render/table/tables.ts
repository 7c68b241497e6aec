import type { Quick } from "../../core/quick.ts";
import { NONE } from "../../core/quick.ts";
import { type Added, addedNames, isWords } from "./added.ts";
import type { ByteWriter } from "./writer.ts";

/** The row that goes out, as its reader holds it. */
export interface Source {
  readonly header: readonly string[];
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  written(column: number): string;
}

/** Writes a table: each row as it came, and behind it what was added. */
export interface Table {
  begin(): void;
  /** A row with its added cells. */
  row(cells: readonly string[]): void;
  /** A row that was computed in plain numbers. */
  quick(quick: Quick): void;
  end(): void;
}

const [COMMA, NEW_LINE] = [44, 10];

export interface SeparatedLayout {
  readonly separator: "," | "\t";
  readonly lineEnd: string;
  /** The first line as it came, where lines go out as they came. */
  readonly headerLine: Buffer | undefined;
  /** What some editors begin a file with, where the table had it and its first line goes out anew. */
  readonly mark: string;
  /** Marks text that a spreadsheet would run. */
  readonly safe: boolean;
}

/** CSV and TSV. */
export class SeparatedTable implements Table {
  readonly #separator: number;

  constructor(
    private readonly writer: ByteWriter,
    private readonly source: Source,
    private readonly added: Added,
    private readonly layout: SeparatedLayout,
  ) {
    this.#separator = layout.separator.charCodeAt(0);
  }

  begin(): void {
    const { headerLine } = this.layout;
    if (headerLine) this.writer.copy(headerLine, 0);
    else {
      this.writer.text(this.layout.mark);
      this.#cells(this.source.header);
    }
    for (const name of addedNames(this.added)) this.#cell(name);
    this.writer.text(this.layout.lineEnd);
  }

  row(cells: readonly string[]): void {
    this.#lead();
    for (const cell of cells) this.#cell(cell);
    this.#endRow();
  }

  quick(quick: Quick): void {
    const { writer } = this;
    const separator = this.#separator;
    const { best } = this.added;
    this.#lead();
    writer.byte(separator);
    writer.whole(quick.low);
    if (best) {
      writer.byte(separator);
      if (quick.best !== NONE) writer.whole(quick.best);
    }
    writer.byte(separator);
    writer.whole(quick.high);
    writer.byte(separator);
    writer.people(quick.outLow, quick.scale);
    if (best) {
      writer.byte(separator);
      if (quick.outBest !== NONE) writer.people(quick.outBest, quick.scale);
    }
    writer.byte(separator);
    writer.people(quick.outHigh, quick.scale);
    for (const force of quick.forces) {
      const people = force * quick.scale;
      writer.byte(separator);
      writer.share(quick.outLow, people);
      if (best) {
        writer.byte(separator);
        if (quick.outBest !== NONE) writer.share(quick.outBest, people);
      }
      writer.byte(separator);
      writer.share(quick.outHigh, people);
    }
    writer.byte(separator);
    writer.byte(separator);
    writer.text(quick.caveats);
    this.#endRow();
  }

  end(): void {
    this.writer.flush();
  }

  /** A line that goes out as it came ends as it did. */
  #endRow(): void {
    const { source, layout, writer } = this;
    const byte = layout.headerLine ? source.bytes[source.end] : undefined;
    if (byte === NEW_LINE || (byte === undefined && layout.lineEnd === "\n")) writer.byte(NEW_LINE);
    else writer.text(byte === undefined ? layout.lineEnd : "\r\n");
  }

  #lead(): void {
    const { source } = this;
    if (this.layout.headerLine) this.writer.copy(source.bytes, source.start, source.end);
    else this.#cells(source.header.map((_, column) => source.written(column)));
  }

  #cells(cells: readonly string[]): void {
    this.writer.text(cells.map((cell) => this.#quoted(cell)).join(this.layout.separator));
  }

  #cell(cell: string): void {
    this.writer.byte(this.#separator);
    this.writer.text(this.#quoted(cell));
  }

  #quoted(cell: string): string {
    const { safe, separator } = this.layout;
    const text = safe && /^[=+\-@\t\r]/.test(cell) && !/^[+-]?[\d.,]+$/.test(cell) ? `'${cell}` : cell;
    return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  }
}

/** NDJSON, an object a line, or a list of objects. */
export class ObjectTable implements Table {
  readonly #keys: readonly string[];
  readonly #words: readonly boolean[];
  #rows = 0;

  constructor(
    private readonly writer: ByteWriter,
    private readonly source: Source,
    added: Added,
    private readonly list: boolean,
    /** Whether rows are objects already, which go out as they came. */
    private readonly isObject: boolean,
  ) {
    const names = addedNames(added);
    this.#keys = names.map((name) => `${JSON.stringify(name)}:`);
    this.#words = names.map(isWords);
  }

  begin(): void {
    if (this.list) this.writer.text("[");
  }

  row(cells: readonly string[]): void {
    this.#lead();
    for (const [index, cell] of cells.entries()) {
      const written = this.#words[index] ? JSON.stringify(cell) : cell === "" ? "null" : cell;
      if (!this.#empty || index > 0) this.writer.byte(COMMA);
      this.writer.text(this.#keys[index]! + written);
    }
    this.writer.text(this.list ? "}" : "}\n");
  }

  /** Objects are read and written as a whole, which takes so long that a quicker way is no gain. */
  quick(): void {
    throw new Error("rows of objects are not computed in plain numbers");
  }

  end(): void {
    if (this.list) this.writer.text(this.#rows > 0 ? "\n]\n" : "]\n");
    this.writer.flush();
  }

  #empty = false;

  #lead(): void {
    const { source, writer } = this;
    if (this.list) writer.text(this.#rows > 0 ? ",\n" : "\n");
    this.#rows += 1;
    if (this.isObject) {
      // All but the closing brace, and what stands before it.
      const text = source.bytes.toString("utf8", source.start, source.end - 1).trimEnd();
      this.#empty = text === "{";
      // Texts hold no line break as it is, so that none of these is inside of one.
      writer.text(this.list ? text : text.replace(/\s*[\r\n]\s*/g, " "));
      return;
    }
    const pairs = source.header.map(
      (name, column) => `${JSON.stringify(name)}:${JSON.stringify(source.written(column))}`,
    );
    this.#empty = false;
    writer.text(`{${pairs.join(",")}`);
  }
}
