import { InputError } from "../core/errors.ts";
import type { Figure } from "../core/figure.ts";
import { parseFigure } from "../notation/figure.ts";
import { type CellOptions, Cells } from "./cells.ts";
import { FIGURES, type FigureRole, type Role } from "./roles.ts";

/** Reads figures that are kept as text, as the cells of a table. */
export class WrittenFigures {
  #text = "";
  readonly #cells: Cells;

  constructor(cellOptions: CellOptions) {
    const text = () => this.#text;
    const all = <T>(value: (role: FigureRole) => T) =>
      Object.fromEntries(FIGURES.map((role) => [role, value(role)])) as Partial<Record<Role, T>>;
    const columns = { of: all(() => 0), names: all((role) => role), hedges: {} };
    this.#cells = new Cells({ isEmpty: () => this.#text === "", text, written: text }, columns, cellOptions);
  }

  isEmpty(text: string, role: FigureRole): boolean {
    return this.#begin(text).text(role) === undefined;
  }

  /** A figure in people; undefined if the text is that of an empty cell. Throws InputError. */
  read(text: string, role: FigureRole): Figure | undefined {
    const cells = this.#begin(text);
    const found = cells.count(role, (written) => ({ figure: parseFigure(written, { counted: role }) }));
    if (cells.problems.length > 0) throw new InputError(cells.problems);
    return found?.figure;
  }

  #begin(text: string): Cells {
    this.#text = text;
    this.#cells.begin();
    return this.#cells;
  }
}
