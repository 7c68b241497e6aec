import { collect, type Problem, refuse } from "../core/errors.ts";
import { estimate } from "../core/estimate.ts";
import type { RatioLookup } from "../core/figure.ts";
import { inFile } from "../core/in-file.ts";
import { lossBy } from "../core/rules.ts";
import { givenCategories, type Scenario } from "../core/scenario.ts";
import { isPlainReading, type MissingCode, type Reading } from "./cells.ts";
import { type Columns, columnsOf, isRead, isUnread, type Mapping } from "./columns.ts";
import type { TableFormat, WrittenTable } from "./format.ts";
import { KilledFigures } from "./killed-figures.ts";
import { QuickReader } from "./quick-rows.ts";
import { KeyReader } from "./read/keys.ts";
import { ObjectRecords } from "./read/objects.ts";
import type { Records } from "./read/records.ts";
import { SeparatedRecords } from "./read/separated.ts";
import { FIGURES, formsOf } from "./roles.ts";
import { placedInRow, RowReader } from "./row.ts";
import { type SeriesPlan, SeriesReader } from "./series.ts";
import { Totals } from "./totals.ts";
import type { UnusedLoss } from "./unused.ts";
import { unusedLoss } from "./unused.ts";
import { type Added, type AddedColumn, addedCells, addedColumns, emptyCells, forceSuffixes } from "./write/added.ts";
import { SheetTable } from "./write/sheet-table.ts";
import { ObjectTable, SeparatedTable, type Table } from "./write/tables.ts";
import { ByteWriter } from "./write/writer.ts";

/** What is asked of a table. */
export interface BatchPlan {
  /** What fills a cell that is empty, or a column that is not there. */
  readonly defaults: Scenario;
  /** The ratios that have a name. */
  readonly ratios: RatioLookup | undefined;
  readonly mapping: Mapping;
  readonly reading: Reading;
  readonly from: TableFormat;
  /** What stands between cells, unless it is to be found in the first line. */
  readonly separator: string | undefined;
  /** How many lines before the names of the columns are left out. */
  readonly skip: number;
  readonly to: WrittenTable;
  /** How wide a table for people may be. */
  readonly width: number | undefined;
  /** The keys that rows of objects are known to have. */
  readonly keys: readonly string[];
  readonly prefix: string;
  /** The columns of a running total. */
  readonly series: SeriesPlan | undefined;
  /** Whether the rows count different people. */
  readonly sum: boolean;
  /** Whether caveats are counted. */
  readonly summary: boolean;
  readonly header: boolean;
  readonly rows: boolean;
  readonly safe: boolean;
}

/** Where rows go that could not be read. Throws InputError where the first of them is the last. */
export interface Rejects {
  add(file: string, row: Records, problems: readonly Problem[]): void;
}

/** What is known of a table once its columns are. */
interface Work {
  readonly columns: Columns;
  readonly added: readonly AddedColumn[];
  /** Whether there are columns for best values. */
  readonly hasBest: boolean;
  readonly table: Table;
  readonly series: SeriesReader | undefined;
  readonly reader: RowReader;
  /** For rows in plain numbers, and the table that takes them. */
  readonly quick: QuickReader | undefined;
}

/** Takes bytes, and sends on the rows in them with their results. */
export class RowLoop {
  readonly totals = new Totals();
  /** Rows whose best value no column shows. */
  unseenBest = 0;
  /** Keys that no column holds, since the rows before them lack them. */
  readonly lostKeys = new Set<string>();
  readonly #unusedKeys = new Map<string, UnusedLoss>();
  /** How many files were turned round, since their newest row came first. */
  turned = 0;
  /** Nothing more is asked of the input. */
  isDone = false;

  readonly #records: SeparatedRecords | ObjectRecords;
  readonly #writer: ByteWriter;
  #file = "";
  #work: Work | undefined;

  constructor(
    private readonly plan: BatchPlan,
    private readonly rejects: Rejects,
    send: (bytes: Uint8Array) => void,
  ) {
    this.#records = recordsFor(plan);
    this.#writer = new ByteWriter(send);
  }

  /** Numbers that were read as nothing. */
  get codes(): readonly MissingCode[] {
    return [...(this.#work?.reader.cells.codes.values() ?? [])];
  }

  /** Columns and keys that look like losses and change no result. */
  get unused(): readonly UnusedLoss[] {
    return [...(this.#work?.columns.unused ?? []), ...this.#unusedKeys.values()];
  }

  /** Begins a file; the rows of all of them are one table. */
  begin(file: string, lines?: readonly number[]): void {
    this.#file = file;
    this.#records.beginFile(lines);
  }

  /** Takes the rows that are whole by now. Throws InputError where no more can be told apart. */
  feed(chunk: Uint8Array): void {
    inFile(this.#file, () => {
      this.#learnKeys(chunk);
      this.#records.feed(chunk);
      this.#takeRows();
    });
  }

  /** Takes the last row of a file, which may lack its line end. */
  finish(): void {
    inFile(this.#file, () => {
      this.#records.finish();
      this.#takeRows();
      if (!this.#work && this.#records instanceof SeparatedRecords) refuse({ code: "E-TABLE-EMPTY", args: {} });
    });
  }

  /** Sends what is held back, where the table ends before its end. */
  flush(): void {
    this.#writer.flush();
  }

  /** Ends the table that goes out. */
  end(): void {
    if (this.#work) this.#work.table.end();
    else if (this.plan.to === "json") this.#writer.text("[]\n");
    this.#writer.flush();
  }

  /** Objects need not have the same keys: where nobody knows those of all, the first ones tell them. */
  #learnKeys(chunk: Uint8Array): void {
    const records = this.#records;
    if (!(records instanceof ObjectRecords) || records.header.length > 0) return;
    const reader = new KeyReader(this.plan.from === "json");
    reader.feed(chunk);
    records.setKeys([...reader.keys]);
  }

  #takeRows(): void {
    const records = this.#records;
    const { totals } = this;
    while (!this.isDone && records.next()) {
      if (!this.#work && records.header.length > 0) this.#begin();
      if (this.isDone) return;
      totals.rows += 1;
      if (records.fault) this.#reject([records.fault]);
      else {
        const work = this.#work ?? this.#begin();
        work.series?.readDay();
        const isUneven =
          records instanceof ObjectRecords && (records.hasExtraKeys() || records.repeatedKeys().length > 0);
        if (isUneven || !work.quick?.take(this.plan, totals)) this.#takeSlowly(work);
      }
    }
    if (!this.#work && records.header.length > 0) this.#begin();
  }

  #begin(): Work {
    const work = workFor(this.plan, this.#records, this.#writer);
    this.#work = work;
    if (this.plan.header) work.table.begin();
    this.isDone = !this.plan.rows;
    return work;
  }

  /** A row in any notation. */
  #takeSlowly(work: Work): void {
    const { columns, added, hasBest, table, series } = work;
    const problems = this.#records instanceof ObjectRecords ? this.#keyProblems(this.#records, work) : [];
    const row = work.reader.read();
    problems.push(...row.problems);
    if (problems.length === 0 && !row.scenario) {
      this.totals.empty += 1;
      table.row(emptyCells(added));
      return;
    }
    const done = collect(problems, () => {
      if (!row.scenario) return undefined;
      const result = estimate(row.scenario);
      // The columns are counts of people, which those of a single day are not.
      if (result.isDaily) refuse({ code: "E-PERIOD-NEEDED", args: { pace: lossBy(row.scenario, true)! } });
      return { result, change: series?.next(row.scenario) };
    });
    if (!done || problems.length > 0) {
      this.#reject(placedInRow(problems, columns));
      return;
    }
    const cells = addedCells(added, { ...done, isRounded: row.isRounded, columns });
    if (!hasBest && (done.result.killed?.best ?? done.result.outOfAction.best)) this.unseenBest += 1;
    if (this.plan.summary) this.totals.count(cells.at(-1)!);
    if (this.plan.sum) this.totals.add(done.result.killed, done.result.outOfAction);
    table.row(cells);
  }

  /** What is wrong with the keys of a row. */
  #keyProblems(records: ObjectRecords, { columns, added, table }: Work): Problem[] {
    const names = added.map(({ name }) => name);
    const isWrong = (key: string) => isUnread(columns, key) || names.includes(key.trim());
    const [keys, others] = partition(records.extraKeys(), isWrong);
    for (const key of others) {
      if (!(table instanceof ObjectTable)) this.lostKeys.add(key);
      this.#noteUnused(key, columns);
    }
    const { dates, group } = this.plan.series ?? {};
    const isUsed = (key: string) => key === dates?.name || key === group || isRead(columns, key);
    return [
      ...(keys.length > 0 ? [{ code: "E-ROW-KEYS", args: { keys } } as const] : []),
      ...records
        .repeatedKeys()
        .filter((key) => isUsed(key.trim()))
        .map((key) => ({ code: "E-KEY-TWICE", args: { key, isInRow: true }, at: { cell: key } }) as const),
    ];
  }

  /** A key that the first row lacks, and that looks like a loss. */
  #noteUnused(key: string, { names, mapping }: Columns): void {
    if (this.#unusedKeys.has(key) || Object.values(names).includes(key)) return;
    if (unusedLoss(key, names, mapping)) this.#unusedKeys.set(key, { column: key, maps: [], isLate: true });
  }

  #reject(problems: readonly Problem[]): void {
    this.totals.rejected += 1;
    this.rejects.add(this.#file, this.#records, problems);
  }
}

/** What reads the rows of a table. */
export function recordsFor({ from, separator, skip, keys }: BatchPlan): SeparatedRecords | ObjectRecords {
  if (from === "csv" || from === "tsv")
    return new SeparatedRecords(separator ?? (from === "tsv" ? "\t" : undefined), skip);
  const records = new ObjectRecords(from === "json");
  records.setKeys(keys);
  return records;
}

/** Finds out what to do with the rows of a table by its columns. Throws InputError. */
function workFor(plan: BatchPlan, records: SeparatedRecords | ObjectRecords, writer: ByteWriter): Work {
  const isObject = records instanceof ObjectRecords;
  if (/^\s*[{[]/.test(records.header[0] ?? "")) refuse({ code: "E-TABLE-FORMAT", args: {} });
  const columns = columnsOf(records, plan.mapping, isObject);
  const results = addedFor(plan, columns);
  const added = addedColumns(results);
  const names = added.map(({ name }) => name);
  const existing = records.header.find((name) => names.includes(name.trim()));
  if (existing !== undefined) refuse({ code: "E-COLUMN-EXISTS", args: { column: existing } });
  const series = plan.series && new SeriesReader(records, plan.series);
  const table = tableFor(plan, records, added, writer);
  const figures = new KilledFigures();
  const reader = new RowReader(records, columns, plan.defaults, figures, plan.reading, plan.ratios);
  const quick =
    isPlainReading(plan.reading) && !(table instanceof SheetTable)
      ? QuickReader.for(plan.defaults, columns, records, table, results.best, figures, series)
      : undefined;
  return { columns, added, hasBest: results.best, table, series, reader, quick };
}

/** The table that goes out. Throws InputError. */
function tableFor(
  { from, to, safe, width }: BatchPlan,
  records: SeparatedRecords | ObjectRecords,
  added: readonly AddedColumn[],
  writer: ByteWriter,
): Table {
  const isObject = records instanceof ObjectRecords;
  if (to === "markdown" || to === "table") return new SheetTable(writer, records, added, to, width);
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

function partition<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))];
}

function firstRepeated(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(name).size);
}

function addedFor({ prefix, defaults, series }: BatchPlan, { of }: Columns): Added {
  const { force: forces = [], ratio, returned } = defaults;
  const losses = givenCategories(defaults).map(([, loss]) =>
    loss.kind === "count" ? loss.figure : loss.kind === "multiplier" ? loss.ratio : loss.rate,
  );
  const hasForces = formsOf("force").some((role) => of[role] !== undefined);
  if (hasForces && forces.length > 1) {
    const args = { options: ["--force", "a column of forces"], why: "many forces" } as const;
    refuse({ code: "E-OPTIONS-CLASH", args, at: { option: "--force" } });
  }
  const inputs = [...forces.map(({ figure }) => figure), ...(ratio ? [ratio] : []), ...losses];
  return {
    prefix,
    best: FIGURES.some((role) => of[`${role}_best`] !== undefined) || inputs.some(({ best }) => best !== undefined),
    net: returned !== undefined || of.returned !== undefined,
    forces: hasForces ? [""] : forceSuffixes(forces.map(({ label }) => label)),
    series: series !== undefined,
  };
}
