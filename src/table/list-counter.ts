import { collect, type Problem, refuse } from "../core/errors.ts";
import { inFile } from "../core/in-file.ts";
import { separatedLine } from "../render/separated.ts";
import { DateColumn } from "./date-column.ts";
import type { RowLoop } from "./loop.ts";
import { columnFor } from "./named-column.ts";
import type { BatchPlan, ListPlan, Rejects, TableInput } from "./plan.ts";
import type { ObjectRecords } from "./read/objects.ts";
import { feedRecords, recordsFor } from "./read/open.ts";
import type { Column } from "./read/records.ts";
import { SeparatedRecords } from "./read/separated.ts";
import type { Mapping } from "./roles.ts";
import { ROLES } from "./roles.ts";
import { RowSelection } from "./selection.ts";

/** The plan for a table of counts. A list may be incomplete, so it gives a low end alone: "at least". */
export function countedPlan(plan: BatchPlan, { of }: ListPlan): BatchPlan {
  const mapping: Mapping = new Map(ROLES.map((role) => [role, role === `${of}_low` ? role : ""]));
  const series = plan.series && { ...plan.series, dates: new DateColumn(plan.series.dates.name, "ymd") };
  const cellOptions = { missing: [], scale: () => 1 };
  const selection = undefined;
  return { ...plan, mapping, series, cellOptions, selection, from: "csv", separator: ",", skip: 0, keys: [] };
}

interface ListColumns {
  readonly group: Column | undefined;
  readonly by: Column | undefined;
}

/**
 * Counts the rows of lists that have a row for each person. The counts become the rows of a table, which it feeds to a
 * loop.
 */
export class ListCounter implements TableInput {
  rows = 0;
  /** Rows with nothing in them. */
  empty = 0;
  rejected = 0;
  leftOut = 0;
  /** Whether no more input is needed. */
  isDone = false;
  readonly #records: SeparatedRecords | ObjectRecords;
  #file = "";
  #columns: ListColumns | undefined;
  /** How many people each group has, by day if they are counted by day. */
  readonly #groups = new Map<string, Map<string, number>>();
  /** Which rows count, if that depends on their values. */
  selection: RowSelection | undefined;

  constructor(
    private readonly plan: BatchPlan,
    private readonly list: ListPlan,
    private readonly rejects: Rejects,
    private readonly counts: RowLoop,
  ) {
    this.#records = recordsFor(plan);
  }

  /** Whether each count is that of a whole group. */
  get hasGroups(): boolean {
    return this.list.group !== undefined && !this.plan.series;
  }

  begin(file: string, lines?: readonly number[]): void {
    this.#file = file;
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
      if (this.#records.header.length > 0) this.#columns ??= this.#findColumns();
      else if (this.#records instanceof SeparatedRecords) refuse({ code: "E-TABLE-EMPTY", args: {} });
    });
  }

  /** Ends the input: writes the table of counts and feeds it to the loop. */
  end(): void {
    this.counts.begin("the table of counts");
    this.counts.feed(Buffer.from(this.#table()));
    this.counts.finish();
    this.counts.end();
  }

  #takeRows(): void {
    const records = this.#records;
    while (records.next()) {
      this.#columns ??= this.#findColumns();
      this.isDone = !this.plan.rows;
      if (this.isDone) return;
      this.rows += 1;
      if (records.fault) this.#reject([records.fault]);
      else if (records.isBlank()) this.empty += 1;
      else if (this.selection && !this.selection.includes()) this.leftOut += 1;
      else this.#take(this.#columns);
    }
  }

  #findColumns(): ListColumns {
    const [records, { group }, dates] = [this.#records, this.list, this.plan.series?.dates];
    const counted = `${this.list.of}_low`;
    if (group === counted || dates?.name === counted) {
      const option = group === counted ? "--group" : "--by";
      refuse({ code: "E-COLUMN-EXISTS", args: { column: counted, isCounted: true }, at: { option } });
    }
    const columns = {
      group: group === undefined ? undefined : columnFor("--group", group, records),
      by: dates && columnFor("--by", dates.name, records),
    };
    dates?.judge();
    if (this.plan.selection) this.selection = new RowSelection(records, this.plan.selection);
    return columns;
  }

  #take({ group, by }: ListColumns): void {
    const [records, dates] = [this.#records, this.plan.series?.dates];
    const name = group === undefined ? "" : records.text(group).trim();
    const written = by === undefined ? "" : records.text(by).trim();
    const date = dates?.read(written, records.line);
    const problems: Problem[] = [];
    const day = collect(problems, () => (dates ? (date?.text ?? dates.refuse(written)) : ""));
    if (day === undefined) {
      this.#reject(problems);
      return;
    }
    const days = this.#groups.get(name) ?? new Map<string, number>();
    this.#groups.set(name, days);
    days.set(day, (days.get(day) ?? 0) + 1);
  }

  #reject(problems: readonly Problem[]): void {
    this.rejected += 1;
    this.rejects.add(this.#file, this.#records, problems);
  }

  /** A row for each group, or for each of its days. In running totals, each row counts everyone up to its day. */
  #table(): string {
    const { series } = this.plan;
    const { of, group } = this.list;
    const row = (name: string, day: string, count: string) =>
      separatedLine([...(group === undefined ? [] : [name]), ...(series ? [day] : []), count]);
    const rows: string[] = [];
    for (const [name, days] of this.#groups) {
      let total = 0;
      for (const [day, count] of [...days].sort()) {
        total += count;
        rows.push(row(name, day, String(series?.kind === "daily" ? count : total)));
      }
    }
    if (rows.length === 0 && group === undefined && !series) rows.push(row("", "", "0"));
    const names = row(group ?? "", series?.dates.name ?? "", `${of}_low`);
    // The quotes keep the header from being mistaken for a comment.
    return [names.replace(/^#[^,\n]*/, '"$&"'), ...rows].join("");
  }
}
