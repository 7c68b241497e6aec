import { collect } from "../core/errors.ts";
import { DateColumn } from "./date-column.ts";
import { columnByName } from "./named-column.ts";
import { Numbers } from "./numbers.ts";
import type { BatchPlan, SeriesPlan } from "./plan.ts";
import { ObjectRecords } from "./read/objects.ts";
import { feedRecords, recordsFor } from "./read/open.ts";
import type { Column } from "./read/records.ts";
import type { SeparatedRecords } from "./read/separated.ts";
import { RowStore } from "./row-store.ts";
import { RowSelection } from "./selection.ts";

/** What has to be done with the rows of a table so that the days of each series ascend. */
export type RowOrder = "kept" | "reversed" | "sorted";

/** A day as most tables write it. */
const ISO_DAY = /^[12]\d{3}-(?:0[1-9]|1[012])-(?:0[1-9]|[12]\d|3[01])$/;

/** More days than any series has: 54 years. If that many ascend, we look no further. */
const MOST_DAYS = 20_000;

/** If the order of day and month is still open after this many rows, the rows are left as they are. */
const MOST_OPEN = 100_000;

interface DatedRow {
  readonly group: string;
  readonly text: string;
  readonly line: number;
}

/** The columns that the order depends on. */
interface OrderState {
  readonly by: Column;
  readonly group: Column | undefined;
  readonly selection: RowSelection | undefined;
}

/** Finds out which way the days of a table run. It reads the rows without keeping them. */
export class OrderFinder {
  readonly #records: SeparatedRecords | ObjectRecords;
  /** The days of the table, which are in one order. */
  readonly dates: DateColumn;
  readonly #series: SeriesPlan;
  /** Rows whose days cannot be read yet. */
  #open: DatedRow[] = [];
  readonly #last = new Map<string, number>();
  /** Whether so far each day is written like 2022-03-16, whose text sorts as the days do, and the days ascend. */
  #isPlain: boolean;
  #lastDay = "";
  #plainRows = 0;
  #ascends = false;
  #descends = false;
  #isBroken = false;
  #state: OrderState | undefined;

  constructor(private readonly plan: BatchPlan) {
    this.#records = recordsFor(plan);
    this.#series = plan.series!;
    const { name, given, hasSpans } = this.#series.dates;
    this.dates = new DateColumn(name, given, hasSpans);
    this.#isPlain = this.#series.group === undefined && !plan.selection;
  }

  /** Whether later rows can no longer change the order. */
  get isDone(): boolean {
    return this.#isBroken || (this.#ascends && this.#descends) || this.#plainRows > MOST_DAYS;
  }

  get order(): RowOrder {
    if (this.#isBroken || !this.#descends) return "kept";
    return this.#ascends ? "sorted" : "reversed";
  }

  feed(chunk: Uint8Array): void {
    this.#look(() => {
      feedRecords(this.#records, chunk);
    });
  }

  finish(): void {
    this.#look(() => this.#records.finish());
    for (const row of this.#open.splice(0)) this.#compare(row);
  }

  /** Mistakes are ignored here: the loop reports what is wrong with the table. */
  #look(read: () => void): void {
    this.#isBroken ||= !collect([], () => {
      read();
      return this.#takeRows();
    });
  }

  /** Looks at the rows that are whole; false if the table has no such columns, or no days. */
  #takeRows(): boolean {
    const [records, dates] = [this.#records, this.dates];
    while (!this.isDone && records.next()) {
      this.#state ??= this.#begin();
      if (!this.#state) return false;
      const { by, group, selection } = this.#state;
      if (records.fault || (selection && !selection.includes())) continue;
      const text = records.text(by);
      if (this.#isPlain && text > this.#lastDay && ISO_DAY.test(text)) {
        this.#ascends ||= this.#lastDay !== "";
        this.#lastDay = text;
        this.#plainRows += 1;
        continue;
      }
      if (this.#isPlain) this.#endPlain(records.line);
      const role = selection?.roles?.role ?? "";
      const row = { group: role + (group === undefined ? "" : records.text(group)), text, line: records.line };
      if (!dates.isSettled) dates.observe(text, row.line);
      if (dates.isOpen) {
        if (this.#open.push(row) > MOST_OPEN) return false;
        continue;
      }
      if (this.#open.length > 0) for (const held of this.#open.splice(0)) this.#compare(held);
      this.#compare(row);
    }
    return true;
  }

  #begin(): OrderState | undefined {
    const { selection, series } = this.plan;
    const by = columnByName(this.#records, series!.dates.name);
    const group = series!.group === undefined ? undefined : columnByName(this.#records, series!.group);
    if (by === undefined) return undefined;
    return { by, group, selection: selection && new RowSelection(this.#records, selection) };
  }

  /** Goes on with rows that need a closer look. */
  #endPlain(line: number): void {
    this.#isPlain = false;
    if (this.#lastDay === "") return;
    this.dates.observe(this.#lastDay, line);
    this.#compare({ group: "", text: this.#lastDay, line });
  }

  #compare({ group, text, line }: DatedRow): void {
    const day = collect([], () => this.dates.read(text, line))?.from;
    if (day === undefined) return;
    const before = this.#last.get(group);
    if (before !== undefined && day > before) this.#ascends = true;
    if (before !== undefined && day < before) this.#descends = true;
    this.#last.set(group, day);
  }
}

/** A table whose rows are in order of their days. */
export interface ArrangedTable {
  /** The table in pieces. */
  readonly table: Iterable<Uint8Array>;
  /** The line that each row was on. */
  readonly lines: readonly number[];
}

/** Earlier than every day. */
const BEFORE_ALL = -(2 ** 31);

/** How much of a table is passed on at once. */
const PIECE = 2 ** 18;

/** Holds the rows of a table, and puts them in order: from the last to the first, or by day. */
export class RowArranger {
  readonly #records: SeparatedRecords | ObjectRecords;
  readonly #rows = new RowStore();
  readonly #lines = new Numbers();
  /** The day of each row, or that of the row before it if it has none. */
  readonly #days = new Numbers();
  #day = BEFORE_ALL;
  /** What comes before the first row. */
  #names: Uint8Array = Buffer.alloc(0);
  #fed = 0;
  #isBroken = false;

  constructor(
    private readonly plan: BatchPlan,
    private readonly finder: Pick<OrderFinder, "order" | "dates">,
  ) {
    this.#records = recordsFor(plan);
  }

  /** How many bytes all rows have. */
  get size(): number {
    return this.#rows.size;
  }

  feed(chunk: Uint8Array): void {
    if (this.#lines.length === 0) this.#names = Buffer.concat([this.#names, chunk]);
    this.#fed += chunk.length;
    this.#read(() => feedRecords(this.#records, chunk));
  }

  /** Ends the table. Undefined if its last row is not whole, or if it has none. */
  finish(): ArrangedTable | undefined {
    this.#read(() => this.#records.finish());
    if (this.#isBroken || this.#lines.length === 0) return undefined;
    const rows = Array.from({ length: this.#lines.length }, (_, row) => row);
    if (this.finder.order === "reversed") rows.reverse();
    else rows.sort((a, b) => this.#days.at(a) - this.#days.at(b));
    return { table: this.#pieces(rows), lines: rows.map((row) => this.#lines.at(row)) };
  }

  /** Mistakes are ignored here: the loop reports what is wrong with the table. */
  #read(read: () => void): void {
    this.#isBroken ||= !collect([], () => {
      read();
      return this.#takeRows();
    });
  }

  /** Takes the rows that are whole; false if a quote swallows the rest of the table. */
  #takeRows(): boolean {
    const records = this.#records;
    const { dates } = this.finder;
    while (records.next()) {
      const { bytes, start, end, line, fault } = records;
      if (fault?.code === "E-ROW-QUOTE-OPEN") return false;
      if (this.#lines.length === 0) this.#names = this.#names.slice(0, this.#fed - bytes.length + start);
      const by = fault ? undefined : columnByName(records, dates.name);
      if (by !== undefined) this.#day = collect([], () => dates.read(records.text(by), line))?.from ?? this.#day;
      this.#rows.add(bytes.subarray(start, end));
      this.#lines.push(line);
      this.#days.push(this.#day);
    }
    return true;
  }

  #pieces(rows: readonly number[]): Iterable<Uint8Array> {
    const { first, between, last } = marksOf(this.#records, this.#names);
    const size = first.length + this.size + rows.length * between.length + last.length;
    // Unless the keys of all objects are known, those of the first piece are taken.
    const isWhole = this.#records instanceof ObjectRecords && this.plan.keys.length === 0;
    const store = this.#rows;
    function* parts(): Generator<Uint8Array> {
      yield first;
      for (const [index, row] of rows.entries()) {
        yield store.get(row);
        yield index < rows.length - 1 ? between : last;
      }
    }
    return inPieces(parts(), isWhole ? size : Math.min(size, PIECE));
  }
}

/** What comes before, between and after the rows of a table. */
function marksOf(records: SeparatedRecords | ObjectRecords, names: Uint8Array) {
  if (records instanceof ObjectRecords) {
    const [first, between, last] = records.isList ? (["[", ",", "]"] as const) : (["", "\n", ""] as const);
    return { first: Buffer.from(first), between: Buffer.from(between), last: Buffer.from(last) };
  }
  const lineEnd = Buffer.from(records.lineEnd);
  return { first: names, between: lineEnd, last: lineEnd };
}

/** Joins parts to pieces of up to this size. Each piece overwrites the last one. */
function* inPieces(parts: Iterable<Uint8Array>, size: number): Generator<Uint8Array> {
  const piece = Buffer.allocUnsafeSlow(size);
  let length = 0;
  for (const part of parts) {
    if (length > 0 && length + part.length > size) {
      yield piece.subarray(0, length);
      length = 0;
    }
    if (part.length > size) yield part;
    else {
      piece.set(part, length);
      length += part.length;
    }
  }
  if (length > 0) yield piece.subarray(0, length);
}
