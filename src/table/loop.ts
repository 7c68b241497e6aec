import { collect, type Problem, refuse } from "../core/errors.ts";
import { estimate } from "../core/estimate.ts";
import { inFile } from "../core/in-file.ts";
import { lossBy } from "../core/rules.ts";
import { givenCategories } from "../core/scenario.ts";
import { parseFigure } from "../notation/figure.ts";
import type { MissingCode } from "./cells.ts";
import { type Columns, columnsOf } from "./columns.ts";
import { Figures } from "./figures.ts";
import { withGap } from "./gaps.ts";
import type { BatchPlan, Rejects, TableInput } from "./plan.ts";
import { QuickReader } from "./quick-rows.ts";
import type { UnusedRange } from "./range-columns.ts";
import { ObjectRecords } from "./read/objects.ts";
import { feedRecords, recordsFor } from "./read/open.ts";
import { SeparatedRecords } from "./read/separated.ts";
import { FIGURES, formsOf } from "./roles.ts";
import { placedInRow, RowReader } from "./row.ts";
import { checkKeys } from "./row-keys.ts";
import { RowSelection } from "./selection.ts";
import { SeriesReader } from "./series.ts";
import { Totals } from "./totals.ts";
import type { UnusedLoss } from "./unused.ts";
import { unusedLoss } from "./unused.ts";
import {
  type AddedColumn,
  type AddedOptions,
  addedCells,
  addedColumns,
  emptyCells,
  forceSuffixes,
} from "./write/added.ts";
import { CourseTable } from "./write/course-table.ts";
import { SheetTable } from "./write/sheet-table.ts";
import { ObjectTable, SeparatedTable, type Table } from "./write/tables.ts";
import { ByteWriter } from "./write/writer.ts";

/** What is known about a table once its columns are. */
interface TableState {
  readonly columns: Columns;
  readonly added: readonly AddedColumn[];
  /** Whether there are columns for best values. */
  readonly hasBest: boolean;
  readonly table: Table;
  readonly series: SeriesReader | undefined;
  readonly selection: RowSelection | undefined;
  readonly reader: RowReader;
  /** Takes the rows in plain numbers, and writes them to the table. */
  readonly quick: QuickReader | undefined;
}

/** Takes bytes, and passes on the rows in them with their results. */
export class RowLoop implements TableInput {
  readonly totals = new Totals();
  /** Rows that were added up although they look like the total of others. */
  totalRows = 0;
  /** How many rows have a best value that no column shows. */
  unseenBest = 0;
  /** Keys that have no column, since the rows before them lack them. */
  readonly lostKeys = new Set<string>();
  readonly #unusedKeys = new Map<string, UnusedLoss>();
  /** Whether a loss of a row that was calculated is a pace. */
  hasPace = false;
  /** How many files were reversed, since their newest row came first, and how many were sorted. */
  readonly arrangedTables = { reversed: 0, sorted: 0 };
  /** The first day of a row that was rejected before the rows were joined. */
  lostFrom = Number.POSITIVE_INFINITY;
  /** Whether no more input is needed. */
  isDone = false;

  readonly #records: SeparatedRecords | ObjectRecords;
  readonly #writer: ByteWriter;
  #file = "";
  /** What the column with the file of each row says. */
  #fileNames = "";
  #state: TableState | undefined;

  constructor(
    private readonly plan: BatchPlan,
    private readonly rejects: Rejects,
    send: (bytes: Uint8Array) => void,
  ) {
    this.#records = recordsFor(plan);
    this.#writer = new ByteWriter(send);
  }

  get rows(): number {
    return this.totals.rows;
  }

  get rejected(): number {
    return this.totals.rejected;
  }

  /** Which rows count, if that depends on their values. */
  get selection(): RowSelection | undefined {
    return this.#state?.selection;
  }

  /** Numbers that were read as empty cells. */
  get codes(): readonly MissingCode[] {
    return [...(this.#state?.reader.cells.codes.values() ?? [])];
  }

  /** The ends of ranges of which only one number is mapped. */
  get unusedRanges(): readonly UnusedRange[] {
    return this.#state?.columns.unusedRanges ?? [];
  }

  /** Columns and keys that look like losses and change no result. */
  get unused(): readonly UnusedLoss[] {
    return [...(this.#state?.columns.unused ?? []), ...this.#unusedKeys.values()];
  }

  /** The column that says who reports a row. */
  get sourceColumn(): string {
    return this.#state?.columns.names.source ?? "source";
  }

  /** Whether a column or an option gives the force. */
  get hasForce(): boolean {
    return this.plan.defaults.force !== undefined || (this.#state !== undefined && hasForces(this.#state.columns));
  }

  begin(file: string, lines?: readonly number[], files: readonly string[] = [file]): void {
    this.#file = file;
    this.#fileNames = files.map((name) => (name === "-" ? "standard input" : name)).join("; ");
    this.#state?.table.beginFile(this.#fileNames);
    this.#records.beginFile(lines);
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
      if (!this.#state && this.#records instanceof SeparatedRecords) refuse({ code: "E-TABLE-EMPTY", args: {} });
    });
  }

  /** Sends what is still held back, if the table breaks off early. */
  flush(): void {
    this.#writer.flush();
  }

  end(): void {
    if (this.#state) this.#state.table.end();
    else if (this.plan.to === "json") this.#writer.text("[]\n");
    this.#writer.flush();
  }

  #takeRows(): void {
    const records = this.#records;
    const { totals } = this;
    while (!this.isDone && records.next()) {
      if (!this.#state && records.header.length > 0) this.#begin();
      if (this.isDone) return;
      totals.rows += 1;
      if (records.fault) this.#reject([records.fault]);
      else {
        const state = this.#state ?? this.#begin();
        const { selection } = state;
        if (selection && !selection.includes()) {
          totals.leftOut += 1;
          continue;
        }
        state.series?.readDay();
        const isUneven =
          records instanceof ObjectRecords && (records.hasExtraKeys() || records.repeatedKeys().length > 0);
        const isPlain = !isUneven && !selection?.problems.length && (selection?.kind ?? "estimate") === "estimate";
        if (!isPlain || !state.quick?.take(this.plan, totals, records.line)) this.#takeSlowly(state);
        if (this.plan.sum && TOTAL.test(records.text(0))) this.totalRows += 1;
      }
    }
    if (!this.#state && records.header.length > 0) this.#begin();
  }

  #begin(): TableState {
    const state = tableStateFor(this.plan, this.#records, this.#writer, this.totals);
    this.#state = state;
    if (state.series) state.series.lostFrom = this.lostFrom;
    state.table.beginFile(this.#fileNames);
    if (this.plan.header) state.table.begin();
    this.isDone = !this.plan.rows;
    return state;
  }

  /** Takes a row in any notation. */
  #takeSlowly(state: TableState): void {
    const { columns, added, hasBest, table, series } = state;
    const problems = this.#records instanceof ObjectRecords ? this.#keyProblems(this.#records, state) : [];
    const row = state.reader.read();
    problems.push(...(state.selection?.problems ?? []), ...row.problems);
    if (problems.length === 0 && !row.scenario) {
      this.totals.empty += 1;
      series?.noteGap();
      table.row(emptyCells(added, this.#fileNames));
      return;
    }
    const done = collect(problems, () => {
      if (!row.scenario) return undefined;
      const result = estimate(row.scenario);
      const { killed } = result;
      const outOfAction = withGap(result.outOfAction, row.hasGap);
      const pace = lossBy(row.scenario, true);
      this.hasPace ||= pace !== undefined;
      // The columns are counts of people. Losses of a single day are not.
      if (result.isDaily) refuse({ code: "E-PERIOD-NEEDED", args: { pace: pace! } });
      return { result, outOfAction, course: series?.nextCourse(row.scenario, { killed, outOfAction }) };
    });
    if (!done || problems.length > 0) {
      this.#reject(placedInRow(problems, columns));
      return;
    }
    if (table instanceof CourseTable) {
      const { name, day } = series!.place;
      const people = series!.kind === "daily" ? done.course!.people : done.outOfAction;
      table.add(name, { day, people, estimate: done.result });
    }
    const { isRounded, isSwapped } = row;
    const cells = addedCells(added, { isRounded, isSwapped, file: this.#fileNames, columns, ...done });
    if (!hasBest && (done.result.killed?.best ?? done.result.outOfAction.best)) this.unseenBest += 1;
    this.totals.noteFall(done.course, this.#records.line);
    if (this.plan.summary) this.totals.count(cells.at(-1)!);
    if (this.plan.sum) this.totals.add(done.result.killed, done.outOfAction);
    table.row(cells);
  }

  #keyProblems(records: ObjectRecords, { columns, added, table, selection }: TableState): Problem[] {
    const rules = { plan: this.plan, columns, selection, added: added.map(({ name }) => name) };
    const { problems, others } = checkKeys(records, rules);
    for (const key of others) this.noteLateKey(key, columns, table instanceof ObjectTable);
    return problems;
  }

  /** Notes a key that the first rows lack: whether it has no column, and whether it looks like a loss. */
  noteLateKey(key: string, { names, mapping }: Columns, isWritten: boolean): void {
    if (!isWritten) this.lostKeys.add(key);
    if (this.#unusedKeys.has(key) || Object.values(names).includes(key)) return;
    if (unusedLoss(key, names, mapping)) this.#unusedKeys.set(key, { column: key, maps: [], isLate: true });
  }

  #reject(problems: readonly Problem[]): void {
    this.totals.rejected += 1;
    this.#state?.series?.noteGap();
    this.rejects.add(this.#file, this.#records, problems);
  }
}

/** What the first cell of a row says if the row is the total of others. */
const TOTAL = /^\s*(?:(?:grand|sub)[ -]?)?totals?\b|^\s*(?:sum|all|overall)\s*$/i;

/** Decides what to do with the rows of a table by its columns. Throws InputError. */
function tableStateFor(
  plan: BatchPlan,
  records: SeparatedRecords | ObjectRecords,
  writer: ByteWriter,
  totals: Totals,
): TableState {
  const isObject = records instanceof ObjectRecords;
  if (!plan.list && /^\s*[{[]/.test(records.header[0] ?? "")) refuse({ code: "E-TABLE-FORMAT", args: {} });
  const selection = plan.selection && new RowSelection(records, plan.selection);
  const cells = selection?.roles ?? records;
  const columns = columnsOf(cells, plan.mapping, isObject, selection?.roles?.columns);
  const results = addedFor(plan, columns);
  const added = addedColumns(results);
  const names = added.map(({ name }) => name);
  const existing = records.header.find((name) => names.includes(name.trim())) ?? firstRepeated(names);
  if (existing !== undefined) {
    const isFile = existing.trim() === plan.fileColumn;
    refuse({ code: "E-COLUMN-EXISTS", args: { column: existing, ...(isFile ? { isFile } : {}) } });
  }
  const series =
    plan.series &&
    new SeriesReader(
      records,
      plan.series,
      selection?.roles,
      columns.names.killed ?? columns.names.casualties ?? "killed",
      columns.of.source,
    );
  const table = plan.draw
    ? new CourseTable(writer, records, columns.of.source, totals, plan.draw)
    : tableFor(plan, records, added, writer);
  const killed = new Figures((text) => parseFigure(text, { counted: "killed" }));
  const reader = new RowReader(cells, columns, plan.defaults, killed, plan.cellOptions, plan.ratios, selection);
  const { defaults, cellOptions, ratios } = plan;
  const hasBest = results.best;
  const quick =
    table instanceof SheetTable || table instanceof CourseTable
      ? undefined
      : QuickReader.for({ defaults, columns, records: cells, cellOptions, ratios, killed, table, hasBest, series });
  return { columns, added, hasBest, table, series, selection, reader, quick };
}

/** The table that is written. Throws InputError. */
function tableFor(
  { from, to, safe, width }: BatchPlan,
  records: SeparatedRecords | ObjectRecords,
  added: readonly AddedColumn[],
  writer: ByteWriter,
): Table {
  const isObject = records instanceof ObjectRecords;
  if (to === "markdown" || to === "wikitext" || to === "table")
    return new SheetTable(writer, records, added, to, width);
  if (to === "json" || to === "ndjson") {
    const twice = isObject ? undefined : firstRepeated(records.header);
    if (twice !== undefined) refuse({ code: "E-COLUMN-NAMES", args: { column: twice } });
    return new ObjectTable(writer, records, added, to === "json", isObject);
  }
  return new SeparatedTable(writer, records, added, {
    separator: !isObject && from === to ? records.separator! : to === "csv" ? "," : "\t",
    lineEnd: isObject ? "\n" : records.lineEnd,
    headerLine: isObject || safe || from !== to ? undefined : records.headerLine,
    mark: isObject ? "" : records.mark,
    safe,
  });
}

function firstRepeated(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(name).size);
}

const hasForces = ({ of }: Columns) => formsOf("force").some((role) => of[role] !== undefined);

function addedFor({ prefix, fileColumn, defaults, series }: BatchPlan, columns: Columns): AddedOptions {
  const { of } = columns;
  const { force: forces = [], ratio, returned } = defaults;
  const losses = givenCategories(defaults).map(([, loss]) =>
    loss.kind === "count" ? loss.figure : loss.kind === "multiplier" ? loss.ratio : loss.rate,
  );
  const isForceRead = hasForces(columns);
  if (isForceRead && forces.length > 1) {
    const args = { options: ["--force", "a column of forces"], why: "many forces" } as const;
    refuse({ code: "E-OPTIONS-CLASH", args, at: { option: "--force" } });
  }
  const inputs = [...forces.map(({ figure }) => figure), ...(ratio ? [ratio] : []), ...losses];
  return {
    prefix,
    file: fileColumn,
    best: FIGURES.some((role) => of[`${role}_best`] !== undefined) || inputs.some(({ best }) => best !== undefined),
    net: returned !== undefined || of.returned !== undefined,
    forces: isForceRead ? [""] : forceSuffixes(forces.map(({ label }) => label)),
    series: series?.kind,
  };
}
