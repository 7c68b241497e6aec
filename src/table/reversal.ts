import { collect } from "../core/errors.ts";
import { DateColumn } from "./date-column.ts";
import { columnByName } from "./named-column.ts";
import type { SeriesPlan } from "./plan.ts";
import type { ObjectRecords } from "./read/objects.ts";
import { SeparatedRecords } from "./read/separated.ts";

/** Enough rows to see which way the days run. */
const MOST_ROWS = 100;

interface DatedRow {
  readonly group: string;
  readonly text: string;
  readonly line: number;
}

/** Whether the days of a table run backwards, as far as its first rows show. */
export function isNewestFirst(
  records: SeparatedRecords | ObjectRecords,
  chunk: Uint8Array,
  series: SeriesPlan,
): boolean {
  const dates = new DateColumn(series.dates.name, series.dates.given, series.dates.hasSpans);
  const rows: DatedRow[] = [];
  const isBackwards = () => {
    records.feed(chunk);
    while (rows.length < MOST_ROWS && records.next()) {
      const by = columnByName(records, dates.name);
      if (by === undefined) return false;
      const group = series.group === undefined ? undefined : columnByName(records, series.group);
      const { line } = records;
      const text = records.text(by);
      dates.observe(text, line);
      rows.push({ group: group === undefined ? "" : records.text(group), text, line });
    }
    return allDescend(rows, dates);
  };
  // Mistakes are ignored here: the loop reports what is wrong with the table.
  return collect([], isBackwards) ?? false;
}

function allDescend(rows: readonly DatedRow[], dates: DateColumn): boolean {
  const last = new Map<string, number>();
  let descents = 0;
  for (const { group, text, line } of rows) {
    const day = dates.read(text, line)?.from;
    if (day === undefined) continue;
    const before = last.get(group);
    if (before !== undefined && day > before) return false;
    if (before !== undefined && day < before) descents += 1;
    last.set(group, day);
  }
  return descents > 0;
}

/** A table from its last row to its first, and the line that each row was on; undefined if some rows are not whole. */
export function reversed(
  records: SeparatedRecords | ObjectRecords,
  table: Uint8Array,
  isList: boolean,
): { readonly table: Uint8Array; readonly lines: readonly number[] } | undefined {
  const rows: { readonly bytes: Buffer; readonly line: number }[] = [];
  let names = Buffer.alloc(0);
  const read = () => {
    while (records.next()) {
      const { bytes, start, end, line, fault } = records;
      if (fault) return false;
      if (rows.length === 0) names = Buffer.from(bytes.subarray(0, start));
      rows.push({ bytes: Buffer.from(bytes.subarray(start, end)), line });
    }
    return true;
  };
  const isWhole = collect([], () => {
    records.feed(table);
    if (!read()) return false;
    records.finish();
    return read();
  });
  if (!isWhole || rows.length === 0) return undefined;
  rows.reverse();
  const isSeparated = records instanceof SeparatedRecords;
  const between = Buffer.from(isSeparated ? records.lineEnd : isList ? "," : "\n");
  const parts = rows.flatMap(({ bytes }, index) => (index === 0 ? [bytes] : [between, bytes]));
  const whole = isSeparated
    ? [names, ...parts, between]
    : isList
      ? [Buffer.from("["), ...parts, Buffer.from("]")]
      : parts;
  return { table: Buffer.concat(whole), lines: rows.map(({ line }) => line) };
}
