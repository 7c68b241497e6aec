import type { AsOf } from "../core/dates.ts";
import { defined } from "../core/defined.ts";
import { refuse } from "../core/errors.ts";
import { exact } from "../core/figure.ts";
import { type Range, together } from "../core/range.ts";
import type { Scenario } from "../core/scenario.ts";
import { suggest } from "../core/suggest.ts";
import { type Course, changeBetween, type Total } from "./course.ts";
import type { DateColumn } from "./date-column.ts";
import type { SeriesKind, SeriesPlan } from "./plan.ts";
import type { Column, Records } from "./read/records.ts";

/** Reads rows as those of a series, one for each value of the group's column. */
export class SeriesReader {
  readonly #kind: SeriesKind;
  readonly #dates: DateColumn;
  readonly #by: Column;
  readonly #group: Column | undefined;
  /** The last row of each series: the date as it was written, and everyone up to that day. */
  readonly #last = new Map<string, { readonly date: string; readonly total: Total }>();
  #day: AsOf | undefined;

  /** Throws InputError if there is no such column, or its values are not days in a known order. */
  constructor(
    private readonly records: Records,
    { kind, dates, group }: SeriesPlan,
  ) {
    this.#kind = kind;
    this.#dates = dates;
    this.#by = columnFor("--by", dates.name, records);
    this.#group = group === undefined ? undefined : columnFor("--group", group, records);
    dates.judge();
  }

  /** Reads the day of the row that was taken last. Throws InputError if the column as a whole cannot be read. */
  readDay(): void {
    this.#day = this.#dates.read(this.records.text(this.#by), this.records.line);
  }

  /**
   * What came since the row before it in the series, undefined for the first; or the total so far. Throws InputError
   * if the row has no day, or not a later one.
   */
  next({ killed, casualties }: Scenario): Course | undefined {
    const { figure, rate } = (casualties ?? killed)![0]!;
    return this.after(figure ? exact(figure) : rate);
  }

  /** The same for the figure itself. */
  after(people: Range): Course | undefined {
    const text = this.records.text(this.#by).trim();
    const day = this.#day?.from ?? this.#dates.refuse(text);
    const group = this.#group === undefined ? "" : this.records.text(this.#group);
    const before = this.#last.get(group);
    if (before && before.total.day >= day) {
      refuse({ code: "E-DATE-ORDER", args: { date: text, before: before.date }, at: { cell: this.#dates.name } });
    }
    const isDaily = this.#kind === "daily";
    const total = { day, people: isDaily && before ? together(before.total.people, people) : people };
    this.#last.set(group, { date: text, total });
    if (isDaily) return { people: total.people, falls: false };
    return before && changeBetween(before.total, total);
  }
}

/** The column that an option names. Throws InputError where there is none. */
export function columnFor(option: "--by" | "--group", name: string, records: Records): Column {
  const { header } = records;
  if (header.filter((one) => one.trim() === name).length > 1) {
    refuse({ code: "E-COLUMN-TWICE", args: { column: name, isName: true }, at: { option } });
  }
  const column = columnCalled(records, name);
  if (column !== undefined) return column;
  const args = defined({ column: name, columns: header, suggestion: suggest(name, header) });
  return refuse({ code: "E-COLUMN-UNKNOWN", args, at: { option } });
}

/** The column of that name, whatever spaces are around it in the table. */
export function columnCalled(records: Records, name: string): Column | undefined {
  const found = records.header.find((one) => one.trim() === name);
  return found === undefined ? undefined : records.column(found);
}
