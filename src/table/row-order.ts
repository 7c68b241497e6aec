import { collect } from "../core/errors.ts";
import { DateColumn } from "./date-column.ts";
import { columnByName } from "./named-column.ts";
import type { BatchPlan, SeriesPlan } from "./plan.ts";
import type { ObjectRecords } from "./read/objects.ts";
import { learnKeys, recordsFor } from "./read/open.ts";
import type { Column } from "./read/records.ts";
import { SeparatedRecords } from "./read/separated.ts";
import { RowSelection } from "./selection.ts";

/** What has to be done with the rows of a table so that the days of each series ascend. */
export type RowOrder = "kept" | "reversed" | "sorted";

/** A day as most tables write it. */
const ISO_DAY = /^[12]\d{3}-(?:0[1-9]|1[012])-(?:0[1-9]|[12]\d|3[01])$/;

/** If the order of day and month is still open after so many rows, the rows are left as they are. */
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
  readonly #dates: DateColumn;
  readonly #series: SeriesPlan;
  /** Rows whose days cannot be read yet. */
  #open: DatedRow[] = [];
  readonly #last = new Map<string, number>();
  /** Whether so far each day is written like 2022-03-16, whose text sorts as the days do, and the days ascend. */
  #isPlain: boolean;
  #lastDay = "";
  #ascends = false;
  #descends = false;
  #isBroken = false;
  #state: OrderState | undefined;

  constructor(private readonly plan: BatchPlan) {
    this.#records = recordsFor(plan);
    this.#series = plan.series!;
    this.#dates = freshDates(this.#series);
    this.#isPlain = this.#series.group === undefined && !plan.selection;
  }

  /** Whether later rows can no longer change the order. */
  get isDone(): boolean {
    return this.#isBroken || (this.#ascends && this.#descends);
  }

  get order(): RowOrder {
    if (this.#isBroken || !this.#descends) return "kept";
    return this.#ascends ? "sorted" : "reversed";
  }

  feed(chunk: Uint8Array): void {
    this.#look(() => {
      learnKeys(this.#records, chunk);
      this.#records.feed(chunk);
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
    const [records, dates] = [this.#records, this.#dates];
    while (!this.isDone && records.next()) {
      this.#state ??= this.#begin();
      if (!this.#state) return false;
      const { by, group, selection } = this.#state;
      if (records.fault || (selection && !selection.includes())) continue;
      const text = records.text(by);
      if (this.#isPlain && text > this.#lastDay && ISO_DAY.test(text)) {
        this.#ascends ||= this.#lastDay !== "";
        this.#lastDay = text;
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
    this.#dates.observe(this.#lastDay, line);
    this.#compare({ group: "", text: this.#lastDay, line });
  }

  #compare({ group, text, line }: DatedRow): void {
    const day = collect([], () => this.#dates.read(text, line))?.from;
    if (day === undefined) return;
    const before = this.#last.get(group);
    if (before !== undefined && day > before) this.#ascends = true;
    if (before !== undefined && day < before) this.#descends = true;
    this.#last.set(group, day);
  }
}

function freshDates({ dates }: SeriesPlan): DateColumn {
  return new DateColumn(dates.name, dates.given, dates.hasSpans);
}

interface TableRow {
  readonly bytes: Buffer;
  readonly line: number;
  /** The day of the row, or of the row before it if it has none. */
  readonly day: number;
}

/**
 * A table with its rows from the last to the first, or by day, and the line that each row was on; undefined if the last
 * row is not whole.
 */
export function rearranged(
  plan: BatchPlan,
  table: Uint8Array,
  order: Exclude<RowOrder, "kept">,
): { readonly table: Uint8Array; readonly lines: readonly number[] } | undefined {
  const records = recordsFor(plan);
  const isWhole = collect([], () => {
    learnKeys(records, table);
    records.feed(table);
    records.finish();
    return true;
  });
  const found = isWhole && collect([], () => rowsOf(records, plan.series!));
  if (!found || found.rows.length === 0) return undefined;
  const { names, rows } = found;
  if (order === "reversed") rows.reverse();
  else rows.sort((a, b) => (a.day === b.day ? 0 : a.day - b.day));
  const isSeparated = records instanceof SeparatedRecords;
  const between = Buffer.from(isSeparated ? records.lineEnd : records.isList ? "," : "\n");
  const parts = rows.flatMap(({ bytes }, index) => (index === 0 ? [bytes] : [between, bytes]));
  const whole = isSeparated
    ? [names, ...parts, between]
    : records.isList
      ? [Buffer.from("["), ...parts, Buffer.from("]")]
      : parts;
  return { table: Buffer.concat(whole), lines: rows.map(({ line }) => line) };
}

/** All rows of a table, and what comes before them; undefined if a quote swallows the rest of the table. */
function rowsOf(records: SeparatedRecords | ObjectRecords, series: SeriesPlan) {
  const dates = freshDates(series);
  const rows: { readonly bytes: Buffer; readonly line: number; readonly text: string }[] = [];
  let names = Buffer.alloc(0);
  while (records.next()) {
    const { bytes, start, end, line, fault } = records;
    if (fault?.code === "E-ROW-QUOTE-OPEN") return undefined;
    if (rows.length === 0) names = Buffer.from(bytes.subarray(0, start));
    const by = fault ? undefined : columnByName(records, series.dates.name);
    const text = by === undefined ? "" : records.text(by);
    if (by !== undefined) dates.observe(text, line);
    rows.push({ bytes: Buffer.from(bytes.subarray(start, end)), line, text });
  }
  let day = Number.NEGATIVE_INFINITY;
  const dated = rows.map(({ bytes, line, text }): TableRow => {
    day = collect([], () => dates.read(text, line))?.from ?? day;
    return { bytes, line, day };
  });
  return { names, rows: dated };
}
