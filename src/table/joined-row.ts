import { defined } from "../core/defined.ts";
import { collect, type ProblemArgs } from "../core/errors.ts";
import { separatedLine } from "../render/separated.ts";
import { ENDS } from "./role-words.ts";
import type { FigureRole } from "./roles.ts";
import type { RowRoles } from "./row-roles.ts";
import type { WrittenFigures } from "./written-figures.ts";

/** A row as it is written, and where it is. */
export interface WrittenRow {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** What a row gives to the row that it is joined to. */
export interface GivenRow extends WrittenRow {
  /** The cells that are not figures. */
  readonly cells: readonly string[];
  /** The figures, by the columns of roles. */
  readonly figures: readonly string[];
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

/** The figures of one role, or of one end of it, and the row that gives them. */
interface Given {
  readonly of: string;
  readonly figures: string;
  readonly row: WrittenRow;
}

/** Cells are kept as one text, which takes a fifth of the memory that a list of texts takes. */
const packed = (cells: readonly string[]): string => JSON.stringify(cells);
const unpacked = (cells: string) => JSON.parse(cells) as string[];

/** Lists of rows up to this length are copied when they grow. */
const LONGEST_COPIED = 4;

/** Rows with the same key, as one row. */
export class JoinedRow {
  rows: WrittenRow[] = [];
  /** The first role for which two rows give different figures, and where they are. */
  clash: ProblemArgs["E-JOIN-TWICE"] | undefined;
  #cells: string;
  /** What the rows have in a cell, if it is not the same, by what is compared. */
  #values: Map<number, Map<string, string>> | undefined;
  #given: readonly Given[] = [];
  /** The figures of the first row that gives none, as it writes their empty cells. */
  #empty: string | undefined;

  constructor(row: GivenRow, roles: RowRoles, rules: CellRules) {
    this.#cells = packed(row.cells);
    this.#note(row, roles, rules);
  }

  get first(): WrittenRow {
    return this.rows[0]!;
  }

  /** The files that its rows are in. */
  get files(): string[] {
    return [...new Set(this.rows.map(({ file }) => file))];
  }

  /** The cells that are not figures. If the rows differ in one, it lists what they have. */
  get cells(): string[] {
    return unpacked(this.#cells).map((cell, index) => {
      const values = this.#values?.get(index);
      return values ? [...values.values()].join("; ") : cell;
    });
  }

  /** The figures, by the columns of roles. */
  get figures(): string[] {
    const all = [...this.#given.map(({ figures }) => figures), this.#empty ?? []].flat().map(unpacked);
    return all[0]!.map((_, column) => all.find((figures) => figures[column] !== "")?.[column] ?? "");
  }

  /** Adds a row with the same key. */
  add(row: GivenRow, roles: RowRoles, rules: CellRules): void {
    const own = unpacked(this.#cells);
    for (const [index, cell] of row.cells.entries())
      if (!rules.fixed.has(index)) this.#addCell(own, index, cell, rules);
    this.#cells = packed(own);
    this.#note(row, roles, rules);
  }

  #addCell(own: string[], index: number, cell: string, rules: CellRules): void {
    const first = own[index]!;
    if (cell.trim() === "" || cell === first) return;
    if (first.trim() === "") {
      own[index] = cell;
      return;
    }
    const [before, now] = [first, cell].map((written) => rules.compared(written, index)) as [string, string];
    if (before === now) return;
    this.#values ??= new Map();
    const values = this.#values.get(index) ?? new Map([[before, first]]);
    if (!values.has(now)) values.set(now, cell);
    this.#values.set(index, values);
  }

  /** Notes which figures a row gives. The same figures twice do not clash, and neither do empty cells. */
  #note({ file, line, text, figures }: GivenRow, { role, end }: RowRoles, { written }: CellRules): void {
    const row = { file, line, text };
    // A list that grows by push() has room for many more elements than most of these ever have, so short ones are copied.
    if (this.rows.length < LONGEST_COPIED) this.rows = [...this.rows, row];
    else this.rows.push(row);
    const own = { of: nameOf(role, end), figures: packed(figures), row };
    if (figures.every((figure) => written.isEmpty(figure, role))) {
      this.#empty ??= own.figures;
      return;
    }
    const same = this.#given.find(({ of }) => of === own.of);
    // A whole figure overlaps with each of its ends.
    const others = (end === undefined ? ENDS : [undefined]).map((other) => nameOf(role, other));
    const clash =
      same && !areSame(same.figures, own.figures, role, written)
        ? same
        : this.#given.find(({ of }) => others.includes(of));
    if (clash) this.clash ??= clashOf(role, clash.row, row);
    if (!same) this.#given = [...this.#given, own];
  }
}

/** The row of the table of joined rows. */
export function joinedLine({ cells, figures }: JoinedRow): string {
  return separatedLine([...cells, ...figures]);
}

/** What has to be the same in two figures, which may be written differently: 1000 and 1,000. */
const COMPARED = ["low", "best", "high", "openLow", "openHigh", "approximate", "confirmed", "vague"] as const;

/** Whether two rows give the same figures of a role. What cannot be read is compared as it is written. */
function areSame(some: string, others: string, role: FigureRole, written: WrittenFigures): boolean {
  if (some === others) return true;
  const texts = unpacked(others);
  return unpacked(some).every((text, column) => text === texts[column] || isSame(text, texts[column]!, role, written));
}

function isSame(text: string, otherText: string, role: FigureRole, written: WrittenFigures): boolean {
  const read = (one: string) => collect([], () => ({ figure: written.read(one, role) }));
  const [some, other] = [read(text), read(otherText)];
  return (
    some !== undefined && other !== undefined && COMPARED.every((part) => some.figure?.[part] === other.figure?.[part])
  );
}

function clashOf(role: string, first: WrittenRow, second: WrittenRow): ProblemArgs["E-JOIN-TWICE"] {
  const files = first.file === second.file ? undefined : ([first.file, second.file] as const);
  return defined({ role, lines: [first.line, second.line] as const, files });
}

const nameOf = (role: string, end: string | undefined) => (end === undefined ? role : `${role}_${end}`);
