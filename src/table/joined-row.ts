import { defined } from "../core/defined.ts";
import { collect, type ProblemArgs } from "../core/errors.ts";
import { separatedLine } from "../render/separated.ts";
import type { End } from "./role-words.ts";
import type { FigureRole } from "./roles.ts";
import type { WrittenFigures } from "./written-figures.ts";

/** What a row gives to the row that it is joined to. */
export interface GivenRow {
  readonly file: string;
  readonly line: number;
  /** The cells that are not figures. */
  readonly cells: readonly string[];
  /** The figures, by the columns of roles. */
  readonly figures: readonly string[];
  /** What the figures count, and which end of it they give, if only one. */
  readonly role: FigureRole;
  readonly end?: End | undefined;
}

/** How the cells of rows with the same key become one. */
export interface CellRules {
  /** The cells that are taken from the first row alone. */
  readonly fixed: ReadonlySet<number>;
  /** A cell as it is compared: the day of a series as a date, and any other text ignoring case. */
  compared(cell: string, index: number): string;
  /** Reads figures, which are compared in people. */
  readonly written: WrittenFigures;
}

/** Rows with the same key, as one row. */
export class JoinedRow {
  /** The first role for which two rows give different figures, and where they are. */
  clash: ProblemArgs["E-JOIN-TWICE"] | undefined;
  #cells: string[] | undefined;
  /** What the rows have in a cell, if it is not the same, by what is compared. */
  readonly #values = new Map<number, Map<string, string>>();
  /** The first row for each role, or for each end of it, that gives figures. */
  readonly #given: GivenRow[] = [];
  /** The first row that gives none, which may write its empty cells in its own way. */
  #empty: GivenRow | undefined;

  constructor(private readonly rules: CellRules) {}

  /** The cells that are not figures. If the rows differ in one, it lists what they have. */
  get cells(): string[] {
    return this.#cells!.map((cell, index) => {
      const values = this.#values.get(index);
      return values ? [...values.values()].join("; ") : cell;
    });
  }

  /** The figures, by the columns of roles. */
  get figures(): string[] {
    const all = [...this.#given, this.#empty ?? []].flat().map(({ figures }) => figures);
    return all[0]!.map((_, column) => all.find((figures) => figures[column] !== "")?.[column] ?? "");
  }

  /** The row of the table of joined rows. */
  get line(): string {
    return separatedLine([...this.cells, ...this.figures]);
  }

  /** Adds a row with the same key. */
  add(row: GivenRow): void {
    this.#cells ??= [...row.cells];
    for (const [index, cell] of row.cells.entries())
      if (!this.rules.fixed.has(index)) this.#addCell(this.#cells, index, cell);
    this.#addFigures(row);
  }

  #addCell(own: string[], index: number, cell: string): void {
    const first = own[index]!;
    if (cell.trim() === "" || cell === first) return;
    if (first.trim() === "") {
      own[index] = cell;
      return;
    }
    const [before, now] = [first, cell].map((written) => this.rules.compared(written, index)) as [string, string];
    if (before === now) return;
    const values = this.#values.get(index) ?? new Map([[before, first]]);
    if (!values.has(now)) values.set(now, cell);
    this.#values.set(index, values);
  }

  /** Notes which figures a row gives. The same figures twice do not clash, and neither do empty cells. */
  #addFigures(row: GivenRow): void {
    const { role, end, figures } = row;
    const { written } = this.rules;
    if (figures.every((figure) => written.isEmpty(figure, role))) {
      this.#empty ??= row;
      return;
    }
    const ofRole = this.#given.filter((other) => other.role === role);
    const same = ofRole.find((other) => other.end === end);
    // A whole figure overlaps with each of its ends.
    const clash =
      same && !areSame(same.figures, figures, role, written)
        ? same
        : ofRole.find((other) => (other.end === undefined) !== (end === undefined));
    if (clash) this.clash ??= clashOf(role, clash, row);
    if (!same) this.#given.push(row);
  }
}

/** What has to be the same in two figures, which may be written differently: 1000 and 1,000. */
const COMPARED = ["low", "best", "high", "openLow", "openHigh", "approximate", "confirmed", "vague"] as const;

/** Whether two rows give the same figures of a role. What cannot be read is compared as it is written. */
function areSame(
  some: readonly string[],
  others: readonly string[],
  role: FigureRole,
  written: WrittenFigures,
): boolean {
  return some.every((text, column) => text === others[column] || isSame(text, others[column]!, role, written));
}

function isSame(text: string, otherText: string, role: FigureRole, written: WrittenFigures): boolean {
  const read = (one: string) => collect([], () => ({ figure: written.read(one, role) }));
  const [some, other] = [read(text), read(otherText)];
  return (
    some !== undefined && other !== undefined && COMPARED.every((part) => some.figure?.[part] === other.figure?.[part])
  );
}

function clashOf(role: string, first: GivenRow, second: GivenRow): ProblemArgs["E-JOIN-TWICE"] {
  const files = first.file === second.file ? undefined : ([first.file, second.file] as const);
  return defined({ role, lines: [first.line, second.line] as const, files });
}
