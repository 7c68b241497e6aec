import { collect, type Problem, refuse } from "../core/errors.ts";
import { choiceProblem } from "../core/suggest.ts";
import { separatedLine } from "../render/separated.ts";
import { HEDGES } from "./cells.ts";
import type { ColumnMeanings } from "./column-values.ts";
import type { DateColumn } from "./date-column.ts";
import type { JoinedRow } from "./joined-row.ts";
import type { TableInput } from "./plan.ts";
import type { Column, RowCells } from "./read/records.ts";
import type { RowRoles } from "./row-roles.ts";

/** How much of the table is fed at once. */
const PIECE = 2 ** 18;

/** The columns of joined rows: those of the table, without the figures, and one for each role. */
export class JoinedTable {
  /** Cells that are taken from the first row alone. */
  readonly fixed: ReadonlySet<number>;
  readonly #names: readonly string[];
  readonly #kept: readonly Column[];
  /** For each role, the column next to its figures, which says "about" or "more" about them. */
  readonly #hedges: ReadonlyMap<Column, Column>;

  /** Throws InputError if the table has a column that is called like a role. */
  constructor(
    private readonly records: RowCells,
    private readonly roles: RowRoles,
    keys: readonly string[],
    kinds: readonly ColumnMeanings<unknown>[],
  ) {
    const header = records.header.map((name) => name.trim());
    const isDropped = (name: string) => roles.used.some((used) => name === used || name === `${used}*`);
    const names = header.filter((name) => keys.includes(name) || !isDropped(name));
    const twice = roles.columns.find(({ role }) => names.some((name) => name.toLowerCase() === role));
    if (twice) {
      refuse({ code: "E-COLUMN-EXISTS", args: { column: twice.role, isJoined: true }, at: { option: "--role" } });
    }
    const isFixed = (name: string) => keys.includes(name) || kinds.some(({ column }) => column === name);
    this.fixed = new Set(names.flatMap((name, index) => (isFixed(name) ? [index] : [])));
    this.#names = names;
    this.#kept = header.flatMap((name, index) =>
      names.includes(name) ? [records.column(records.header[index]!)!] : [],
    );
    this.#hedges = new Map(
      roles.columns.flatMap(({ name, column }) => {
        const hedge = header.indexOf(`${name}*`);
        return hedge < 0 ? [] : [[column, records.column(records.header[hedge]!)!] as const];
      }),
    );
  }

  /** The cells of the current row that are not figures. */
  cells(): string[] {
    return this.#kept.map((column) => this.records.written(column));
  }

  /** The figures of the current row, by the columns of roles. Every mistake is added to the list. */
  figures(problems: Problem[]): string[] {
    const { roles, records } = this;
    return roles.columns.map(({ name, column }) => {
      const text = roles.text(column).trim();
      const next = this.#hedges.get(column);
      const hedge = text === "" || next === undefined ? "" : records.text(next).trim().toLowerCase();
      if (hedge === "") return text;
      const words = HEDGES.get(hedge);
      if (words === undefined) problems.push({ ...choiceProblem(hedge, [...HEDGES.keys()]), at: { cell: `${name}*` } });
      return `${words} ${text}`;
    });
  }

  /** Feeds the joined rows to a loop: by day if they have dates, or else in the order of the table. */
  feed(rows: readonly JoinedRow[], dates: DateColumn | undefined, output: TableInput, file: string): void {
    const names = separatedLine([...this.#names, ...this.roles.columns.map(({ role }) => role)]);
    // The quotes keep the header from being mistaken for a comment.
    const header = names.replace(/^#[^,\n]*/, '"$&"');
    const ordered = dates ? this.#byDay(rows, dates) : rows;
    if (ordered.length === 0) feedFile(file, header, [], output);
    for (let from = 0; from < ordered.length; ) {
      const { file } = ordered[from]!;
      const to = ordered.findIndex((row, index) => index > from && row.file !== file);
      const part = ordered.slice(from, to < 0 ? ordered.length : to);
      feedFile(file, header, part, output);
      from += part.length;
    }
  }

  /** Sorts rows by day. A row without one stays after the row before it. */
  #byDay(rows: readonly JoinedRow[], dates: DateColumn): JoinedRow[] {
    const by = this.#names.indexOf(dates.name);
    let day = Number.NEGATIVE_INFINITY;
    const dated = rows.map((row) => {
      // Mistakes are ignored here: the loop reports them.
      day = collect([], () => dates.read(row.cells[by] ?? "", row.lines[0]!))?.from ?? day;
      return { row, day };
    });
    return dated.sort((a, b) => (a.day === b.day ? 0 : a.day - b.day)).map(({ row }) => row);
  }
}

function feedFile(file: string, header: string, rows: readonly JoinedRow[], output: TableInput): void {
  output.begin(
    file,
    rows.map(({ lines }) => lines[0]!),
  );
  let text = header;
  for (const { cells, figures } of rows) {
    text += separatedLine([...cells, ...figures]);
    if (text.length < PIECE) continue;
    output.feed(Buffer.from(text));
    text = "";
  }
  if (text !== "") output.feed(Buffer.from(text));
  output.finish();
}
