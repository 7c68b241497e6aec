import { refuse } from "../../core/errors.ts";
import { PLAIN, sheetText } from "../../render/layout.ts";
import { type Sheet, sheetMarkdown } from "../../render/sheet.ts";
import { sheetWikitext } from "../../render/wikitext.ts";
import { wrapped } from "../../render/wrap.ts";
import type { FOR_PEOPLE } from "../format.ts";
import type { AddedColumn } from "./added.ts";
import type { SourceRow, Table } from "./tables.ts";
import type { ByteWriter } from "./writer.ts";

/** Nobody reads more rows than this, and we have to hold all of them to know how wide the columns are. */
const MOST_ROWS = 10_000;

/** A table for people: in Markdown, in wikitext, or as aligned text. */
export class SheetTable implements Table {
  readonly #rows: (readonly string[])[] = [];

  constructor(
    private readonly writer: ByteWriter,
    private readonly source: SourceRow,
    private readonly added: readonly AddedColumn[],
    private readonly format: Exclude<(typeof FOR_PEOPLE)[number], "svg">,
    private readonly width: number | undefined,
  ) {}

  begin(): void {}

  row(cells: readonly string[]): void {
    const { header } = this.source;
    if (this.#rows.length === MOST_ROWS) refuse({ code: "E-TABLE-TALL", args: { limit: MOST_ROWS } });
    this.#rows.push([...header.map((_, column) => oneLine(this.source.written(column))), ...cells]);
  }

  beginFile(): void {}

  quick(): never {
    throw new Error("a sheet is written of cells");
  }

  end(): void {
    const heads = [...this.source.header.map(oneLine), ...this.added.map(({ name }) => name)];
    const isNumber = (_: string, column: number) => this.#rows.every((row) => /^[-\d.,]*$/.test(row[column]!));
    const sheet: Sheet = { heads, rows: this.#rows, numbers: heads.map(isNumber) };
    const { width } = this;
    const wrap = (line: string, indent = "") => wrapped(line, width ?? Number.POSITIVE_INFINITY, indent);
    const plain = () => sheetText(sheet, { ...PLAIN, width, wrap });
    const text = { markdown: sheetMarkdown, wikitext: sheetWikitext, table: plain }[this.format](sheet);
    this.writer.text(`${text}\n`);
    this.writer.flush();
  }
}

function oneLine(cell: string): string {
  return cell.replace(/\s+/g, " ").trim();
}
