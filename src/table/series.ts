import type { AsOf } from "../core/dates.ts";
import { defined } from "../core/defined.ts";
import { refuse } from "../core/errors.ts";
import { exact } from "../core/figure.ts";
import type { Range } from "../core/range.ts";
import type { Scenario } from "../core/scenario.ts";
import { suggest } from "../core/suggest.ts";
import { type Change, changeBetween, type Total } from "./change.ts";
import type { DateColumn } from "./date-column.ts";
import type { Column, Records } from "./read/records.ts";

/** The columns of running totals. */
export interface SeriesPlan {
  readonly dates: DateColumn;
  readonly group: string | undefined;
}

/** Reads rows as running totals, one series for each value of the group's column. */
export class SeriesReader {
  readonly #dates: DateColumn;
  readonly #by: Column;
  readonly #group: Column | undefined;
  readonly #last = new Map<string, { readonly date: string; readonly total: Total }>();
  #day: AsOf | undefined;

  /** Throws InputError if there is no such column, or its values are not days in a known order. */
  constructor(
    private readonly records: Records,
    { dates, group }: SeriesPlan,
  ) {
    this.#dates = dates;
    this.#by = this.#column(dates.name, "--by");
    this.#group = group === undefined ? undefined : this.#column(group, "--group");
    dates.judge();
  }

  /** Reads the day of the row that was taken last. Throws InputError if the column as a whole cannot be read. */
  readDay(): void {
    this.#day = this.#dates.read(this.records.text(this.#by), this.records.line);
  }

  /**
   * What came since the row before it in the series; undefined for the first. Throws InputError
   * if the row has no day, or not a later one.
   */
  next({ killed, casualties }: Scenario): Change | undefined {
    const { figure, rate } = (casualties ?? killed)![0]!;
    return this.after(figure ? exact(figure) : rate);
  }

  /** The same for the total itself. */
  after(people: Range): Change | undefined {
    const { name: cell, given: order } = this.#dates;
    const at = { cell };
    const text = this.records.text(this.#by).trim();
    if (!this.#day) return refuse({ code: "E-DATE-DAY", args: defined({ found: text, order }), at });
    const { from: day } = this.#day;
    const total = { day, people };
    const group = this.#group === undefined ? "" : this.records.text(this.#group);
    const before = this.#last.get(group);
    if (before && before.total.day >= day) {
      refuse({ code: "E-DATE-ORDER", args: { date: text, before: before.date }, at });
    }
    this.#last.set(group, { date: text, total });
    return before && changeBetween(before.total, total);
  }

  #column(name: string, option: string): Column {
    const column = columnCalled(this.records, name);
    if (column !== undefined) return column;
    const { header } = this.records;
    const args = defined({ column: name, columns: header, suggestion: suggest(name, header) });
    return refuse({ code: "E-COLUMN-UNKNOWN", args, at: { option } });
  }
}

/** The column of that name, whatever spaces are around it in the table. */
export function columnCalled(records: Records, name: string): Column | undefined {
  const found = records.header.find((one) => one.trim() === name);
  return found === undefined ? undefined : records.column(found);
}
