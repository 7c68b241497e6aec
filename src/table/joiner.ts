import { collect, type Problem, refuse } from "../core/errors.ts";
import { inFile } from "../core/in-file.ts";
import { type Columns, columnsOf } from "./columns.ts";
import { DateColumn } from "./date-column.ts";
import { JoinKey } from "./join-key.ts";
import type { JoinedRejects } from "./joined-rejects.ts";
import { JoinedRows } from "./joined-rows.ts";
import { JoinedTable } from "./joined-table.ts";
import type { RowLoop } from "./loop.ts";
import { columnByName } from "./named-column.ts";
import type { BatchPlan, JoinPlan, SelectionPlan, TableInput } from "./plan.ts";
import { ObjectRecords } from "./read/objects.ts";
import { feedRecords, recordsFor } from "./read/open.ts";
import type { Column } from "./read/records.ts";
import { SeparatedRecords } from "./read/separated.ts";
import { checkKeys } from "./row-keys.ts";
import type { RowRoles } from "./row-roles.ts";
import { RowSelection } from "./selection.ts";

/** All rows have to be in memory, since those of a pair may be anywhere. On Node 20, this many take less than 128 MiB. */
const LARGEST_MIB = 8;
const LARGEST = LARGEST_MIB * 2 ** 20;

/** The plan for the table of joined rows, whose figures are in columns that are called like their roles. */
export function joinedPlan(plan: BatchPlan): BatchPlan {
  const kinds = plan.selection?.kinds ?? [];
  const selection = { conditions: [], kinds, without: [], roles: [], figures: new Map() };
  return {
    ...plan,
    selection: kinds.length > 0 ? selection : undefined,
    join: undefined,
    from: "csv",
    separator: ",",
    skip: 0,
    keys: [],
  };
}

/** What is known about a table once its columns are. */
interface JoinState {
  readonly selection: RowSelection;
  readonly roles: RowRoles;
  readonly key: JoinKey;
  readonly table: JoinedTable;
  readonly rows: JoinedRows;
  /** The column with the date of each row, for a series. */
  readonly by: Column | undefined;
  /** What the columns mean, if the rows are objects. */
  readonly columns: Columns | undefined;
}

/**
 * Joins rows that give several figures of one source, such as the killed and all casualties. The joined rows become a
 * table, which it feeds to a loop.
 */
export class Joiner implements TableInput {
  rows = 0;
  /** Whether no more input is needed. */
  isDone = false;
  readonly #records: SeparatedRecords | ObjectRecords;
  readonly #dates: DateColumn | undefined;
  /** The dates of rejected rows, which may only be read once all are known. */
  readonly #lost: { readonly text: string; readonly line: number }[] = [];
  #file = "";
  #state: JoinState | undefined;

  constructor(
    private readonly plan: BatchPlan,
    private readonly join: JoinPlan,
    private readonly rejects: JoinedRejects,
    /** Counts the rows that are not in the table of joined rows, too. */
    private readonly loop: RowLoop,
    /** Passes the joined rows on to the loop. */
    private readonly output: TableInput,
  ) {
    this.#records = recordsFor(plan);
    const dates = plan.series?.dates;
    this.#dates = dates && new DateColumn(dates.name, dates.given, dates.hasSpans);
  }

  /** Which rows count; undefined until the columns are known. */
  get selection(): RowSelection | undefined {
    return this.#state?.selection;
  }

  begin(file: string): void {
    this.#file = file;
    this.#records.beginFile();
  }

  feed(chunk: Uint8Array): void {
    inFile(this.#file, () => {
      feedRecords(this.#records, chunk);
      this.#takeRows();
    });
  }

  finish(): void {
    inFile(this.#file, () => {
      this.#records.finish();
      this.#takeRows();
      if (this.#records.header.length > 0) this.#state ??= this.#begin();
      else if (this.#records instanceof SeparatedRecords) refuse({ code: "E-TABLE-EMPTY", args: {} });
    });
  }

  /** Ends the input: feeds the joined rows to the loop. */
  end(): void {
    const whole = this.#state?.rows.firsts.filter((first) => !this.#rejectClash(first, this.#state!)) ?? [];
    for (const { text, line } of this.#lost) {
      const day = collect([], () => this.#dates?.read(text, line))?.from ?? Number.NEGATIVE_INFINITY;
      this.loop.lostFrom = Math.min(this.loop.lostFrom, day);
    }
    if (this.#state) {
      const { table, rows } = this.#state;
      const ordered = table.ordered(rows, whole, this.#dates);
      this.rejects.begin(rows, ordered, this.loop.totals);
      table.feed(rows, ordered, this.output, this.#file);
    }
    this.output.end();
  }

  #takeRows(): void {
    const records = this.#records;
    while (!this.isDone && records.next()) {
      this.#state ??= this.#begin();
      this.isDone = !this.plan.rows;
      if (this.isDone) return;
      this.rows += 1;
      if (records.fault) this.#reject([records.fault]);
      else this.#take(this.#state);
    }
  }

  #begin(): JoinState {
    const records = this.#records;
    const selection = new RowSelection(records, this.plan.selection as SelectionPlan);
    const roles = selection.roles!;
    const key = new JoinKey(records, this.join);
    const table = new JoinedTable(records, roles, this.plan);
    const by = this.#dates && columnByName(records, this.#dates.name);
    const isObject = records instanceof ObjectRecords;
    const columns = isObject ? columnsOf(roles, this.plan.mapping, false, roles.columns) : undefined;
    const rows = new JoinedRows(table, (row) => {
      records.readAgain(row);
      selection.includes();
      return { cells: table.cells(), figures: table.figures([]), role: roles.role, end: roles.end };
    });
    return { selection, roles, key, table, rows, by, columns };
  }

  #take(state: JoinState): void {
    const { selection, key, table, rows, by } = state;
    const { totals } = this.loop;
    const records = this.#records;
    if (!selection.includes()) {
      totals.rows += 1;
      totals.leftOut += 1;
      return;
    }
    const problems = records instanceof ObjectRecords ? this.#keyProblems(records, state) : [];
    problems.push(...selection.problems);
    table.figures(problems);
    if (problems.length > 0) {
      this.#reject(problems);
      return;
    }
    if (by !== undefined) this.#dates?.observe(records.text(by), records.line);
    const isJoined = rows.add(this.#file, records, key.read(selection.kind));
    if (rows.size > LARGEST) refuse({ code: "E-JOIN-LARGE", args: { limitMiB: LARGEST_MIB } });
    if (!isJoined) return;
    totals.rows += 1;
    totals.joined += 1;
  }

  #keyProblems(records: ObjectRecords, { columns, selection }: JoinState): Problem[] {
    const { problems, others } = checkKeys(records, { plan: this.plan, columns: columns!, selection, added: [] });
    for (const key of others) this.loop.noteLateKey(key, columns!, false);
    return problems;
  }

  #reject(problems: readonly Problem[]): void {
    const records = this.#records;
    const by = records.fault ? undefined : this.#state?.by;
    this.#lost.push({ text: by === undefined ? "" : records.text(by), line: records.line });
    this.loop.totals.rows += 1;
    this.loop.totals.rejected += 1;
    this.rejects.add(this.#file, this.#records, problems);
  }

  /** Rejects all rows with a key that two rows give different figures for. Returns whether it did. */
  #rejectClash(first: number, { rows, table }: JoinState): boolean {
    const joined = rows.joined(first);
    if (!joined.clash) return false;
    const count = rows.group(first).length;
    this.#lost.push({ text: table.dateOf(joined), line: rows.lineOf(first) });
    this.loop.totals.joined -= count - 1;
    this.loop.totals.rows += 1;
    this.loop.totals.rejected += count;
    this.rejects.addAll(rows, first, [{ code: "E-JOIN-TWICE", args: joined.clash }]);
    return true;
  }
}
