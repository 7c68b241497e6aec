import { defined } from "../../core/defined.ts";
import { refuse } from "../../core/errors.ts";
import { exact } from "../../core/figure.ts";
import type { Scenario } from "../../core/scenario.ts";
import { type Change, changeBetween, type Total } from "../../core/series.ts";
import { suggest } from "../../core/suggest.ts";
import { parseDate } from "../../notation/date.ts";
import type { Column, Records } from "./records.ts";

/** Reads rows as running totals, one series for each value of the group's column. */
export class SeriesReader {
  readonly #by: Column;
  readonly #group: Column | undefined;
  readonly #name: string;
  readonly #last = new Map<string, { readonly date: string; readonly total: Total }>();

  /** Throws InputError where there is no such column. */
  constructor(
    private readonly records: Records,
    { by, group }: { readonly by: string; readonly group: string | undefined },
  ) {
    this.#name = by;
    this.#by = this.#column(by, "--by");
    this.#group = group === undefined ? undefined : this.#column(group, "--group");
  }

  /**
   * What came since the row before it in the series; undefined for the first. Throws InputError
   * where the date is none, or not later.
   */
  next({ killed, casualties }: Scenario): Change | undefined {
    const at = { cell: this.#name };
    // Data sets of events write midnight behind their days.
    const text = this.records
      .text(this.#by)
      .trim()
      .replace(/[T ]\d{2}:\d{2}.*$/, "");
    const { from, to } = parseDateAt(text, at);
    if (from !== to) refuse({ code: "E-DATE-DAY", args: { found: text }, at });
    const total = { day: from, people: exact((casualties ?? killed![0]!).figure) };
    const group = this.#group === undefined ? "" : this.records.text(this.#group);
    const before = this.#last.get(group);
    if (before && before.total.day >= from) {
      refuse({ code: "E-DATE-ORDER", args: { date: text, before: before.date }, at });
    }
    this.#last.set(group, { date: text, total });
    return before && changeBetween(before.total, total);
  }

  #column(name: string, option: string): Column {
    const { header } = this.records;
    const index = header.findIndex((one) => one.trim() === name);
    if (index >= 0) return this.records.column(header[index]!)!;
    const args = defined({ column: name, columns: header, suggestion: suggest(name, header) });
    return refuse({ code: "E-COLUMN-UNKNOWN", args, at: { option } });
  }
}

function parseDateAt(text: string, at: { readonly cell: string }) {
  try {
    return parseDate(text);
  } catch {
    return refuse({ code: "E-DATE-DAY", args: { found: text }, at });
  }
}
