import { collect, type Problem, refuse } from "../core/errors.ts";
import { choiceProblem } from "../core/suggest.ts";
import { separatedLine } from "../render/separated.ts";
import { HEDGES } from "./cells.ts";
import { plainValue } from "./column-values.ts";
import type { DateColumn } from "./date-column.ts";
import { plainCell } from "./join-key.ts";
import type { CellRules, JoinedRow } from "./joined-row.ts";
import type { JoinedRows } from "./joined-rows.ts";
import { columnByName } from "./named-column.ts";
import type { BatchPlan, TableInput } from "./plan.ts";
import type { Column, RowCells } from "./read/records.ts";
import type { RowRoles } from "./row-roles.ts";
import { WrittenFigures } from "./written-figures.ts";

/** How much of the table is fed at once. */
const PIECE = 2 ** 18;

/** The columns of joined rows: those of the table, without the figures, and one for each role. */
export class JoinedTable implements CellRules {
  readonly fixed: ReadonlySet<number>;
  readonly written: WrittenFigures;
  readonly #names: readonly string[];
  readonly #kept: readonly Column[];
  /** For each role, the column next to its figures, which says "about" or "more" about them. */
  readonly #hedges: ReadonlyMap<Column, Column>;

  /** Throws InputError if the table has a column that is called like a role. */
  constructor(
    private readonly records: RowCells,
    private readonly roles: RowRoles,
    private readonly plan: BatchPlan,
  ) {
    const { join, selection, series } = plan;
    const header = records.header.map((name) => name.trim());
    const isDropped = (name: string) => roles.used.some((used) => name === used || name === `${used}*`);
    const fixed = [...join!.keys, ...selection!.kinds.map(({ column }) => column)];
    const needed = [
      ...fixed,
      ...(series ? [series.dates.name, ...(series.group === undefined ? [] : [series.group])] : []),
    ];
    const kept = header.flatMap((name, column) =>
      needed.includes(name) || !isDropped(name) ? [{ name, column }] : [],
    );
    // A path to a key of an inner object becomes a column.
    const paths = [...new Set(needed)].flatMap((name) => {
      const column = header.includes(name) ? undefined : columnByName(records, name);
      return column === undefined ? [] : [{ name, column }];
    });
    const all = [...kept, ...paths];
    const names = all.map(({ name }) => name);
    const twice = roles.columns.find(({ role }) => names.some((name) => name.toLowerCase() === role));
    if (twice) {
      refuse({ code: "E-COLUMN-EXISTS", args: { column: twice.role, isJoined: true }, at: { option: "--role" } });
    }
    this.fixed = new Set(names.flatMap((name, index) => (fixed.includes(name) ? [index] : [])));
    this.written = new WrittenFigures(plan.cellOptions);
    this.#names = names;
    this.#kept = all.map(({ column }) => column);
    this.#hedges = new Map(
      roles.columns.flatMap(({ name, column }) => {
        const hedge = header.indexOf(`${name}*`);
        return hedge < 0 ? [] : [[column, hedge] as const];
      }),
    );
  }

  /** The cells of the current row that are not figures. */
  cells(): string[] {
    return this.#kept.map((column) => this.records.written(column));
  }

  compared(cell: string, index: number): string {
    const { series, join } = this.plan;
    return this.#names[index] === series?.dates.name ? plainCell(cell, join!.order) : plainValue(cell);
  }

  /** The figures of the current row, by the columns of roles. Every mistake is added to the list. */
  figures(problems: Problem[]): string[] {
    const { roles, records } = this;
    return roles.columns.map(({ name, column }) => {
      const text = roles.text(column).trim();
      const next = this.#hedges.get(column);
      const hedge =
        next === undefined || this.written.isEmpty(text, roles.role) ? "" : records.text(next).trim().toLowerCase();
      if (hedge === "") return text;
      const words = HEDGES.get(hedge);
      if (words === undefined) problems.push({ ...choiceProblem(hedge, [...HEDGES.keys()]), at: { cell: `${name}*` } });
      return `${words} ${text}`;
    });
  }

  /** The rows in the order in which they are fed: by day if they have dates, or else that of the table. */
  ordered(rows: JoinedRows, whole: readonly number[], dates: DateColumn | undefined): readonly number[] {
    return dates ? this.#byDay(rows, whole, dates) : whole;
  }

  /** Feeds the joined rows to a loop. */
  feed(rows: JoinedRows, whole: readonly number[], output: TableInput, file: string): void {
    const names = separatedLine([...this.#names, ...this.roles.columns.map(({ role }) => role)]);
    // The quotes keep the header from being mistaken for a comment.
    const header = names.replace(/^#[^,\n]*/, '"$&"');
    if (whole.length === 0) feedFiles([file], header, rows, [], output);
    for (let from = 0; from < whole.length; ) {
      const files = rows.filesOf(whole[from]!);
      let to = from + 1;
      while (to < whole.length && areSame(files, rows.filesOf(whole[to]!))) to += 1;
      feedFiles(files, header, rows, whole.slice(from, to), output);
      from = to;
    }
  }

  /** The date of a row in a series, as it is written. */
  dateOf({ cells }: JoinedRow): string {
    return cells[this.#names.indexOf(this.plan.series?.dates.name ?? "")] ?? "";
  }

  /** Sorts rows by day. A row without one stays after the row before it. */
  #byDay(rows: JoinedRows, whole: readonly number[], dates: DateColumn): number[] {
    let day = Number.NEGATIVE_INFINITY;
    const days = new Map<number, number>();
    for (const first of whole) {
      // Mistakes are ignored here: the loop reports them.
      day = collect([], () => dates.read(this.dateOf(rows.joined(first)), rows.lineOf(first)))?.from ?? day;
      days.set(first, day);
    }
    return whole.toSorted((a, b) => (days.get(a) === days.get(b) ? 0 : days.get(a)! - days.get(b)!));
  }
}

const areSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((file, index) => file === others[index]);

/** Feeds rows that were joined from rows of the same files. */
function feedFiles(
  files: readonly string[],
  header: string,
  rows: JoinedRows,
  whole: readonly number[],
  output: TableInput,
): void {
  output.begin(
    files[0]!,
    whole.map((first) => rows.lineOf(first)),
    files,
  );
  let text = header;
  for (const first of whole) {
    text += rows.joined(first).line;
    if (text.length < PIECE) continue;
    output.feed(Buffer.from(text));
    text = "";
  }
  if (text !== "") output.feed(Buffer.from(text));
  output.finish();
}
