import { jsonText } from "../../render/json.ts";
import { quotedCell, safeCell } from "../../render/separated.ts";
import type { Course } from "../course.ts";
import { NONE } from "../plain-row.ts";
import type { Quick } from "../quick.ts";
import { type AddedColumn, courseCell, openCell } from "./added.ts";
import type { ByteWriter } from "./writer.ts";

/** The row that is written, as its reader holds it. */
export interface SourceRow {
  readonly header: readonly string[];
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  written(column: number): string;
}

/** Writes a table: each row as it was, and after it what was added. */
export interface Table {
  /** Which file the next rows are from. */
  beginFile(name: string): void;
  begin(): void;
  /** Writes a row with its added cells. */
  row(cells: readonly string[]): void;
  /** Writes a row that was computed in plain numbers, and what its series says. */
  quick(quick: Quick, course: Course | undefined): void;
  end(): void;
}

const [COMMA, NEW_LINE] = [44, 10];

export interface SeparatedLayout {
  readonly separator: string;
  readonly lineEnd: string;
  /** The first line as it was, if lines are written just as they were read. */
  readonly headerLine: Buffer | undefined;
  /** The byte order mark, if the table had it and its first line is written again. */
  readonly mark: string;
  /** Whether to mark text that a spreadsheet would run. */
  readonly safe: boolean;
}

/** How the added cells of a row are written, one after the other. */
interface CellWriter {
  next(): void;
  nothing(): void;
  words(text: string): void;
  file(): void;
}

/**
 * Writes the added cells of a row that was computed in plain numbers, as addedCells() would, but without its strings.
 */
function writeQuick(
  quick: Quick,
  course: Course | undefined,
  columns: readonly AddedColumn[],
  writer: ByteWriter,
  cells: CellWriter,
): void {
  for (const { content, end, force } of columns) {
    cells.next();
    switch (content) {
      case "file":
        cells.file();
        break;
      case "killed": {
        const people = end === "low" ? quick.low : end === "high" ? quick.high : quick.best;
        if (people === NONE) cells.nothing();
        else writer.people(people, quick.killedScale);
        break;
      }
      case "outOfAction":
      case "net": {
        const people = quick.losses(content, end);
        if (people === NONE) cells.nothing();
        else writer.people(people, quick.scaleOf(content));
        break;
      }
      case "share":
      case "netShare": {
        const losses = content === "share" ? "outOfAction" : "net";
        const people = quick.losses(losses, end);
        const size = quick.forces[force];
        if (people === NONE || !size || (end === "best" && size.low !== size.high)) cells.nothing();
        // The smallest force makes the largest share.
        else writer.share(people, (end === "high" ? size.low : size.high) * quick.scaleOf(losses));
        break;
      }
      case "caveats":
        cells.words(quick.caveats);
        break;
      case "open":
        cells.words(quick.open);
        break;
      case "courseOpen":
        cells.words(openCell(course));
        break;
      case "course":
      case "courseKilled":
      case "perDay": {
        const cell = courseCell(course, content, end);
        if (cell === "") cells.nothing();
        else writer.text(cell);
        break;
      }
      default:
        content satisfies never;
    }
  }
}

/** Writes CSV and TSV. */
export class SeparatedTable implements Table, CellWriter {
  #file = "";

  constructor(
    private readonly writer: ByteWriter,
    private readonly source: SourceRow,
    private readonly added: readonly AddedColumn[],
    private readonly layout: SeparatedLayout,
  ) {}

  begin(): void {
    const { headerLine } = this.layout;
    if (headerLine) this.writer.copy(headerLine, 0);
    else {
      this.writer.text(this.layout.mark);
      this.#cells(this.source.header);
    }
    for (const { name } of this.added) this.#cell(name);
    this.writer.text(this.layout.lineEnd);
  }

  row(cells: readonly string[]): void {
    this.#lead();
    for (const cell of cells) this.#cell(cell);
    this.#endRow();
  }

  quick(quick: Quick, course: Course | undefined): void {
    this.#lead();
    writeQuick(quick, course, this.added, this.writer, this);
    this.#endRow();
  }

  next(): void {
    const code = this.layout.separator.charCodeAt(0);
    if (code < 128) this.writer.byte(code);
    else this.writer.text(this.layout.separator);
  }

  nothing(): void {}

  words(text: string): void {
    this.writer.text(text);
  }

  beginFile(name: string): void {
    this.#file = this.#quoted(name);
  }

  file(): void {
    this.writer.text(this.#file);
  }

  end(): void {
    this.writer.flush();
  }

  /** If a line is written just as it was read, its line end is, too. */
  #endRow(): void {
    const { source, layout, writer } = this;
    const byte = layout.headerLine ? source.bytes[source.end] : undefined;
    if (byte === NEW_LINE || (byte === undefined && layout.lineEnd === "\n")) writer.byte(NEW_LINE);
    else if (byte === undefined || source.bytes[source.end + 1] !== NEW_LINE) writer.text(layout.lineEnd);
    else writer.text("\r\n");
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
    this.next();
    this.writer.text(this.#quoted(cell));
  }

  #quoted(cell: string): string {
    const { safe, separator } = this.layout;
    return quotedCell(safe ? safeCell(cell) : cell, separator);
  }
}

/** Writes NDJSON, with an object on each line, or a list of objects. */
export class ObjectTable implements Table, CellWriter {
  readonly #keys: readonly string[];
  #rows = 0;
  #file = "";
  /** Whether the row had no keys of its own. #cell is which of the added cells comes next. */
  #empty = false;
  #cell = 0;

  constructor(
    private readonly writer: ByteWriter,
    private readonly source: SourceRow,
    private readonly added: readonly AddedColumn[],
    private readonly list: boolean,
    /** Whether rows are already objects, which are written as they were. */
    private readonly isObject: boolean,
  ) {
    this.#keys = added.map(({ name }) => `${jsonText(name)}:`);
  }

  begin(): void {
    if (this.list) this.writer.text("[");
  }

  row(cells: readonly string[]): void {
    this.#lead();
    this.#cell = 0;
    for (const [index, cell] of cells.entries()) {
      this.next();
      if (this.added[index]!.isWords) this.words(cell);
      else if (cell === "") this.nothing();
      else this.writer.text(cell);
    }
    this.writer.text(this.list ? "}" : "}\n");
  }

  quick(quick: Quick, course: Course | undefined): void {
    this.#lead();
    this.#cell = 0;
    writeQuick(quick, course, this.added, this.writer, this);
    this.writer.text(this.list ? "}" : "}\n");
  }

  next(): void {
    if (!this.#empty || this.#cell > 0) this.writer.byte(COMMA);
    this.writer.text(this.#keys[this.#cell]!);
    this.#cell += 1;
  }

  nothing(): void {
    this.writer.text("null");
  }

  words(text: string): void {
    this.writer.text(jsonText(text));
  }

  beginFile(name: string): void {
    this.#file = jsonText(name);
  }

  file(): void {
    this.writer.text(this.#file);
  }

  end(): void {
    if (this.list) this.writer.text(this.#rows > 0 ? "\n]\n" : "]\n");
    this.writer.flush();
  }

  #lead(): void {
    const { source, writer } = this;
    if (this.list) writer.text(this.#rows > 0 ? ",\n" : "\n");
    this.#rows += 1;
    if (this.isObject) {
      // Everything but the closing brace, and the space before it.
      const text = source.bytes.toString("utf8", source.start, source.end - 1).trimEnd();
      this.#empty = text === "{";
      writer.text(this.list ? text : inOneLine(text));
      return;
    }
    const pairs = source.header.map((name, column) => `${jsonText(name)}:${jsonText(source.written(column))}`);
    this.#empty = false;
    writer.text(`{${pairs.join(",")}`);
  }
}

/** JSON without its line breaks. JSON strings cannot contain raw line breaks, so this changes none of them. */
function inOneLine(json: string): string {
  if (!/[\r\n]/.test(json)) return json;
  return json
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}
