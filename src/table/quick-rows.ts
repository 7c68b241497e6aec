import { Rational } from "../core/rational.ts";
import type { Scenario } from "../core/scenario.ts";
import type { Columns } from "./columns.ts";
import type { KilledFigures } from "./killed-figures.ts";
import { NONE, Quick } from "./quick.ts";
import { type Column, EMPTY, NOT_PLAIN, type Records } from "./read/records.ts";
import type { Role } from "./roles.ts";
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
  "ratio",
  "force",
];

/** Takes rows of closed figures of killed, and a ratio and a force in digits: most rows of large tables. */
export class QuickReader {
  readonly #killed: number;
  readonly #low: number;
  readonly #best: number;
  readonly #high: number;
  readonly #ratio: number;
  readonly #force: number;
  readonly #usualForce: number;
  /** Columns that only a longer road takes; where they are empty, a row is plain. */
  readonly #others: readonly Column[];
  #approximate = false;

  private constructor(
    private readonly quick: Quick,
    { of, hedges }: Columns,
    private readonly records: Records,
    private readonly table: Table,
    /** Whether there is a column for best values. */
    private readonly hasBest: boolean,
    private readonly figures: KilledFigures,
  ) {
    this.#killed = of.killed ?? NONE;
    this.#low = of.killed_low ?? NONE;
    this.#best = of.killed_best ?? NONE;
    this.#high = of.killed_high ?? NONE;
    this.#ratio = of.ratio ?? NONE;
    this.#force = of.force ?? NONE;
    this.#usualForce = quick.forces[0] ?? NONE;
    const others = Object.entries(of).flatMap(([role, column]) => (TAKEN.includes(role as Role) ? [] : [column]));
    this.#others = [...others, ...Object.values(hedges)];
  }

  static for(
    defaults: Scenario,
    { of, ...columns }: Columns,
    records: Records,
    table: Table,
    hasBest: boolean,
    figures: KilledFigures,
  ): QuickReader | undefined {
    const { killed, killed_low: low, killed_high: high } = of;
    const quick = Quick.for(defaults, columns.counts);
    if ((killed === undefined && (low === undefined || high === undefined)) || !quick) return undefined;
    return new QuickReader(quick, { of, ...columns }, records, table, hasBest, figures);
  }

  /** One number, in digits or words. */
  #end(column: number): number {
    const whole = this.records.whole(column);
    if (whole !== NOT_PLAIN) return whole;
    const figure = this.figures.closed(this.records.text(column));
    if (figure?.low !== figure?.high || figure?.best !== undefined) return NOT_PLAIN;
    this.#approximate ||= figure?.approximate === true;
    return figure?.low ?? NOT_PLAIN;
  }

  /** Writes the row that was taken last with its result; false if it is not that plain. */
  take(kept: Kept, totals: Totals): boolean {
    const { records, quick } = this;
    for (const column of this.#others) if (!records.isEmpty(column)) return false;
    this.#approximate = false;
    let best = NONE;
    let [low, high] = [NONE, NONE];
    if (this.#killed !== NONE) {
      low = records.whole(this.#killed);
      high = low;
      if (low === NOT_PLAIN) {
        const figure = this.figures.closed(records.text(this.#killed));
        if (!figure) return false;
        low = figure.low;
        best = figure.best ?? NONE;
        high = figure.high;
        this.#approximate = figure.approximate;
        if (best !== NONE && !this.hasBest) return false;
      }
    } else {
      low = this.#end(this.#low);
      high = this.#end(this.#high);
      if (this.#best !== NONE) {
        best = this.#end(this.#best);
        if (best === EMPTY) best = NONE;
        else if (best < 0) return false;
      }
    }
    if (low < 0 || high < 0) return false;
    let ratio: ReturnType<Records["decimal"]>;
    if (this.#ratio !== NONE && !records.isEmpty(this.#ratio)) {
      ratio = records.decimal(this.#ratio);
      if (!ratio) return false;
    }
    if (this.#force !== NONE) {
      const force = records.whole(this.#force);
      const size = force === EMPTY ? this.#usualForce : force;
      if (size <= 0) return false;
      quick.forces[0] = size;
    }
    if (!quick.compute(low, best, high, ratio, this.#approximate)) return false;
    this.table.quick(quick);
    if (kept.summary) totals.count(quick.caveats);
    if (kept.sum) {
      const { scale } = quick;
      const [outLow, outHigh] = [Rational.of(quick.outLow, scale), Rational.of(quick.outHigh, scale)];
      totals.addExact(Rational.of(low), Rational.of(high), outLow, outHigh);
    }
    return true;
  }
}
