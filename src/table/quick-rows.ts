import { InputError } from "../core/errors.ts";
import { Rational } from "../core/rational.ts";
import { CATEGORIES, type Scenario } from "../core/scenario.ts";
import type { Columns } from "./columns.ts";
import type { Course } from "./course.ts";
import type { KilledFigures } from "./killed-figures.ts";
import { NONE, PlainRow, Quick } from "./quick.ts";
import { type Column, EMPTY, NOT_PLAIN, type Records } from "./read/records.ts";
import type { Role } from "./roles.ts";
import type { SeriesReader } from "./series.ts";
import type { Totals } from "./totals.ts";
import type { Table } from "./write/tables.ts";

/** What is kept of the rows besides what is written. */
interface Kept {
  /** Whether caveats are counted. */
  readonly summary: boolean;
  readonly sum: boolean;
}

/** The columns that are taken here, or that change no number. */
const TAKEN: readonly Role[] = [
  "name",
  "source",
  "killed",
  "killed_low",
  "killed_best",
  "killed_high",
  "casualties",
  "ratio",
  ...CATEGORIES,
  "force",
];

/** Takes rows of plain numbers: most rows of large tables. */
export class QuickReader {
  readonly #row = new PlainRow();
  readonly #of: Columns["of"];
  readonly #categories: readonly (readonly [index: number, column: Column])[];
  readonly #usualForce: number;
  /** Columns that only a longer road takes; where they are empty, a row is plain. */
  readonly #others: readonly Column[];

  private constructor(
    private readonly quick: Quick,
    { of, hedges }: Columns,
    private readonly records: Records,
    private readonly table: Table,
    /** Whether there is a column for best values. */
    private readonly hasBest: boolean,
    private readonly figures: KilledFigures,
    private readonly series: SeriesReader | undefined,
  ) {
    this.#of = of;
    this.#categories = CATEGORIES.flatMap((category, index) => {
      const column = of[category];
      return column === undefined ? [] : [[index, column] as const];
    });
    this.#usualForce = quick.forces[0] ?? NONE;
    const others = Object.entries(of).flatMap(([role, column]) => (TAKEN.includes(role as Role) ? [] : [column]));
    this.#others = [...others, ...Object.values(hedges)];
  }

  static for(
    defaults: Scenario,
    columns: Columns,
    records: Records,
    table: Table,
    hasBest: boolean,
    figures: KilledFigures,
    series: SeriesReader | undefined,
  ): QuickReader | undefined {
    const quick = Quick.for(defaults, columns.counts);
    return quick && new QuickReader(quick, columns, records, table, hasBest, figures, series);
  }

  /** Writes the row that was taken last with its result; false if it is not that plain. */
  take(kept: Kept, totals: Totals): boolean {
    const { records, quick } = this;
    for (const column of this.#others) if (!records.isEmpty(column)) return false;
    const row = this.#row;
    row.clear();
    if (!this.#readLosses() || !this.#readForce()) return false;
    if (row.low === NONE && row.casualties === NONE) return false;
    if (!quick.compute(row)) return false;
    const course = this.#courseOf(row);
    if (course === "unknown") return false;
    if (course?.falls) quick.tell("TOTAL_FALLS");
    this.table.quick(quick, course);
    if (kept.summary) totals.count(quick.caveats);
    if (kept.sum) totals.addQuick(quick);
    return true;
  }

  /** What the series tells; where the day of the row is wrong, the longer road says so. */
  #courseOf({ casualties, low, high, openLow, openHigh, approximate }: PlainRow): Course | undefined | "unknown" {
    if (!this.series) return undefined;
    const [from, to] = casualties === NONE ? [low, high] : [casualties, casualties];
    const people = { low: Rational.of(from), high: Rational.of(to), openLow, openHigh, approximate };
    try {
      return this.series.after(people);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return "unknown";
    }
  }

  #readLosses(): boolean {
    const { records } = this;
    const row = this.#row;
    const { killed, killed_low: low, killed_high: high, casualties, ratio } = this.#of;
    if (killed !== undefined) {
      if (!this.#readKilled(killed)) return false;
    } else if (low !== undefined && high !== undefined && !this.#readRange(low, high)) return false;
    if (casualties !== undefined) {
      const all = records.whole(casualties);
      if (all === NOT_PLAIN) return false;
      if (all !== EMPTY) row.casualties = all;
    }
    for (const [index, column] of this.#categories) {
      const count = records.whole(column);
      if (count === NOT_PLAIN) return false;
      if (count !== EMPTY) row.counts[index] = count;
    }
    if (ratio !== undefined && !records.isEmpty(ratio)) {
      row.ratio = records.decimal(ratio);
      if (!row.ratio) return false;
    }
    return true;
  }

  /** The killed of one column, in digits or words; an empty cell is no mistake. */
  #readKilled(column: Column): boolean {
    const row = this.#row;
    const whole = this.records.whole(column);
    if (whole === EMPTY) return true;
    if (whole !== NOT_PLAIN) {
      row.low = row.high = whole;
      return true;
    }
    const figure = this.figures.plain(this.records.text(column));
    if (!figure || (figure.best !== undefined && !this.hasBest)) return false;
    row.low = figure.low;
    row.best = figure.best ?? NONE;
    row.high = figure.high;
    row.openLow = figure.openLow;
    row.openHigh = figure.openHigh;
    row.approximate = figure.approximate;
    return true;
  }

  /** The killed of three columns. One end alone is left to the longer road. */
  #readRange(low: Column, high: Column): boolean {
    const row = this.#row;
    const [from, to] = [this.#end(low), this.#end(high)];
    const best = this.#of.killed_best === undefined ? EMPTY : this.#end(this.#of.killed_best);
    if (from === EMPTY && to === EMPTY && best === EMPTY) return true;
    if (from < 0 || to < 0 || best === NOT_PLAIN) return false;
    row.low = from;
    row.best = best === EMPTY ? NONE : best;
    row.high = to;
    return true;
  }

  /** One number, in digits or words. */
  #end(column: Column): number {
    const whole = this.records.whole(column);
    if (whole !== NOT_PLAIN) return whole;
    const figure = this.figures.plain(this.records.text(column));
    if (!figure || figure.low !== figure.high || figure.best !== undefined || figure.openLow || figure.openHigh) {
      return NOT_PLAIN;
    }
    this.#row.approximate ||= figure.approximate;
    return figure.low;
  }

  #readForce(): boolean {
    const { force } = this.#of;
    if (force === undefined) return true;
    const found = this.records.whole(force);
    const size = found === EMPTY ? this.#usualForce : found;
    if (size <= 0) return false;
    this.quick.forces[0] = size;
    return true;
  }
}
