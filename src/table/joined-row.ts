import { plainValue } from "./column-values.ts";
import { ENDS } from "./role-words.ts";
import type { RowRoles } from "./row-roles.ts";

/** A row that was read, in case it has to be rejected. */
export interface RowPart {
  readonly line: number;
  readonly text: string;
}

/** What a row gives to the row that it is joined to. */
export interface GivenRow extends RowPart {
  readonly file: string;
  /** The cells that are not figures. */
  readonly cells: readonly string[];
  /** The figures, by the columns of roles. */
  readonly figures: readonly string[];
}

/** Rows with the same key, as one row. */
export class JoinedRow {
  readonly parts: RowPart[];
  readonly file: string;
  readonly figures: string[];
  /** The first role for which two rows give different figures, and the line of the first. */
  clash: { readonly role: string; readonly before: number } | undefined;
  readonly #cells: string[];
  /** What the rows have in a cell, if it is not the same. */
  readonly #values = new Map<number, string[]>();
  /** The figures of each role, or of one end of it, and the line that gives them. */
  readonly #given = new Map<string, { readonly figures: string; readonly line: number }>();

  constructor({ file, line, text, cells, figures }: GivenRow, roles: RowRoles) {
    this.parts = [{ line, text }];
    this.file = file;
    this.#cells = [...cells];
    this.figures = [...figures];
    this.#note(figures, line, roles);
  }

  get line(): number {
    return this.parts[0]!.line;
  }

  /** The cells that are not figures. If the rows differ in one, it lists what they have. */
  get cells(): string[] {
    return this.#cells.map((cell, index) => this.#values.get(index)?.join("; ") ?? cell);
  }

  /** Adds a row with the same key. `fixed` are the cells that are taken from the first row alone. */
  add({ line, text, cells, figures }: GivenRow, roles: RowRoles, fixed: ReadonlySet<number>): void {
    this.parts.push({ line, text });
    for (const [index, cell] of cells.entries()) if (!fixed.has(index)) this.#addCell(index, cell);
    this.#note(figures, line, roles);
    for (const [index, figure] of figures.entries()) if (figure !== "") this.figures[index] = figure;
  }

  #addCell(index: number, cell: string): void {
    const first = this.#cells[index]!;
    if (plainValue(cell) === plainValue(first) || cell.trim() === "") return;
    if (first.trim() === "") {
      this.#cells[index] = cell;
      return;
    }
    const values = this.#values.get(index) ?? [first];
    if (!values.some((value) => plainValue(value) === plainValue(cell))) values.push(cell);
    this.#values.set(index, values);
  }

  /** Notes which figures a row gives. The same figures twice are no clash. */
  #note(figures: readonly string[], line: number, { role, end }: RowRoles): void {
    const own = { figures: figures.join("\n"), line };
    const name = `${role} ${end ?? ""}`;
    // A whole figure overlaps with each of its ends.
    const others = (end === undefined ? ENDS : [""]).map((other) => `${role} ${other}`);
    const same = this.#given.get(name);
    const before = others.map((other) => this.#given.get(other)).find((given) => given !== undefined);
    const clash = same && same.figures !== own.figures ? same : before;
    if (clash) this.clash ??= { role, before: clash.line };
    if (!same) this.#given.set(name, own);
  }
}
