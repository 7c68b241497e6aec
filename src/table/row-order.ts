import { collect } from "../core/errors.ts";
import { DateColumn } from "./date-column.ts";
import { columnByName } from "./named-column.ts";
import type { BatchPlan, SeriesPlan } from "./plan.ts";
import type { ObjectRecords } from "./read/objects.ts";
import { feedRecords, recordsFor } from "./read/open.ts";
import type { Column } from "./read/records.ts";
import { SeparatedRecords } from "./read/separated.ts";
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

/** Where each row of a table is, and its day, or that of the row before it if it has none. */
interface RowPlaces {
  /** What comes before the first row. */
  readonly names: Uint8Array;
  readonly bytes: Uint8Array;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly lines: readonly number[];
  readonly days: readonly number[];
}

/**
 * A table with its rows from the last to the first, or by day, and the line that each row was on; undefined if the last
 * row is not whole.
 */
export function rearranged(
  plan: BatchPlan,
  table: Uint8Array,
  { order, dates }: Pick<OrderFinder, "order" | "dates">,
): { readonly table: Uint8Array; readonly lines: readonly number[] } | undefined {
  const records = recordsFor(plan);
  const found = collect([], () => placesOf(records, table, dates));
  if (!found || found.lines.length === 0) return undefined;
  const { names, bytes, starts, ends, lines, days } = found;
  const rows = lines.map((_, row) => row);
  if (order === "reversed") rows.reverse();
  else rows.sort((a, b) => (days[a] === days[b] ? a - b : days[a]! - days[b]!));
  const isSeparated = records instanceof SeparatedRecords;
  const isList = !isSeparated && records.isList;
  const between = Buffer.from(isSeparated ? records.lineEnd : isList ? "," : "\n");
  const [first, last] = isSeparated
    ? [names, between]
    : [Buffer.from(isList ? "[" : ""), Buffer.from(isList ? "]" : "")];
  const whole = Buffer.alloc(first.length + last.length + bytes.length + rows.length * between.length);
  let at = 0;
  const add = (part: Uint8Array) => {
    whole.set(part, at);
    at += part.length;
  };
  add(first);
  for (const [index, row] of rows.entries()) {
    if (index > 0) add(between);
    add(bytes.subarray(starts[row], ends[row]));
  }
  add(last);
  return { table: whole.subarray(0, at), lines: rows.map((row) => lines[row]!) };
}

/** Finds all rows of a table; undefined if a quote swallows the rest of it. */
function placesOf(
  records: SeparatedRecords | ObjectRecords,
  table: Uint8Array,
  dates: DateColumn,
): RowPlaces | undefined {
  const [starts, ends, lines, days]: [number[], number[], number[], number[]] = [[], [], [], []];
  let names: Uint8Array = new Uint8Array();
  let day = Number.NEGATIVE_INFINITY;
  feedRecords(records, table);
  records.finish();
  // All bytes are there, so they stay where they are.
  while (records.next()) {
    const { bytes, start, end, line, fault } = records;
    if (fault?.code === "E-ROW-QUOTE-OPEN") return undefined;
    if (lines.length === 0) names = bytes.subarray(0, start);
    const by = fault ? undefined : columnByName(records, dates.name);
    if (by !== undefined) day = collect([], () => dates.read(records.text(by), line))?.from ?? day;
    starts.push(start);
    ends.push(end);
    lines.push(line);
    days.push(day);
  }
  return { names, bytes: records.bytes, starts, ends, lines, days };
}
