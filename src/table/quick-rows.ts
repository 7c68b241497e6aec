import { CATEGORIES } from "../core/categories.ts";
import { InputError } from "../core/errors.ts";
import type { RatioLookup } from "../core/ratio-lookup.ts";
import { Rational } from "../core/rational.ts";
import type { Scenario } from "../core/scenario.ts";
import { parseFigure } from "../notation/figure.ts";
import type { CellOptions } from "./cells.ts";
import type { Columns } from "./columns.ts";
import { type Course, hasApproximateChange } from "./course.ts";
import { cellFigure, Figures } from "./figures.ts";
import { expectedCategories, expectsCasualties, withGap } from "./gaps.ts";
import { NONE, People, PlainRow } from "./plain-row.ts";
import { Quick } from "./quick.ts";
import { QuickCells, QuickRatios } from "./quick-cells.ts";
import type { Column, RowCells } from "./read/records.ts";
import { FIGURES, type FigureRole, formsOf, PAIRS, type PairRole, type Role } from "./roles.ts";
import type { SeriesReader } from "./series.ts";
import type { Totals } from "./totals.ts";
import type { Table } from "./write/tables.ts";

/** What is kept of the rows, besides what is written. */
interface TotalsOptions {
  /** Whether caveats are counted. */
  readonly summary: boolean;
  readonly sum: boolean;
}

/** What is known about a table that rows of plain numbers are read from and written to. */
interface QuickTable {
  readonly defaults: Scenario;
  readonly columns: Columns;
  readonly records: RowCells;
  readonly cellOptions: CellOptions;
  readonly ratios: RatioLookup | undefined;
  /** The figures of the killed, which the slower way reads too. */
  readonly killed: Figures;
  readonly table: Table;
  /** Whether there is a column for best values. */
  readonly hasBest: boolean;
  readonly series: SeriesReader | undefined;
}

/** The cells of a figure, and what they are read into. */
interface CellTarget {
  readonly cells: QuickCells;
  readonly people: People;
}

/** The cells that count two losses together: the killed and wounded, and the captured and missing. */
interface PairTargets {
  readonly both: CellTarget | undefined;
  readonly held: CellTarget | undefined;
}

/** The columns that are read here, or that change no number. */
const TAKEN: readonly Role[] = ["name", "source", "ratio", ...FIGURES.flatMap(formsOf)];
const [WOUNDED, CAPTURED, MISSING] = (["wounded", "captured", "missing"] as const).map((category) =>
  CATEGORIES.indexOf(category),
) as [number, number, number];

/** Takes rows of plain numbers, which most rows of large tables are. */
export class QuickReader {
  readonly #row = new PlainRow();
  /** The losses that have columns, each with what it is read into. */
  readonly #losses: readonly CellTarget[];
  /** The columns that count two losses together, with what they are read into. */
  readonly #pairs: PairTargets | undefined;
  readonly #ratios: QuickRatios | undefined;
  readonly #force: QuickCells | undefined;
  readonly #ownForce = new People();
  readonly #usualForce: People | undefined;
  /** Columns that only the slower way can read. If they are empty, a row is plain. */
  readonly #others: readonly Column[];
  /** The categories that every row should have, by their places in the counts. */
  readonly #expected: readonly number[];
  readonly #expectsCasualties: boolean;
  /** Whether the row gives all casualties. */
  #isTotal = false;

  private constructor(
    private readonly quick: Quick,
    private readonly plain: QuickTable,
  ) {
    const { columns, records, cellOptions, ratios, killed, hasBest } = plain;
    const { of, hedges } = columns;
    const row = this.#row;
    const make = (role: FigureRole | PairRole, figures: Figures) =>
      new QuickCells(records, role, columns, cellOptions, figures, hasBest);
    const cellsOf = (role: FigureRole) => {
      if (formsOf(role).every((form) => of[form] === undefined)) return undefined;
      const parse = (text: string) =>
        of[role] === undefined ? parseFigure(text, { counted: role }) : cellFigure(role, text);
      return make(role, role === "killed" ? killed : new Figures(parse));
    };
    const pairOf = (role: PairRole) =>
      of[role] === undefined ? undefined : { cells: make(role, new Figures(parseFigure)), people: new People() };
    const losses = [
      ["killed", row.killed],
      ["casualties", row.casualties],
      ...CATEGORIES.map((category, index) => [category, row.counts[index]!] as const),
    ] as const;
    this.#losses = losses.flatMap(([role, people]) => {
      const cells = cellsOf(role);
      return cells ? [{ cells, people }] : [];
    });
    this.#expected = expectedCategories(columns, plain.defaults).map((category) => CATEGORIES.indexOf(category));
    this.#expectsCasualties = expectsCasualties(columns, plain.defaults);
    this.#ratios = of.ratio === undefined ? undefined : new QuickRatios(records, of.ratio, ratios, cellOptions);
    this.#force = cellsOf("force");
    this.#usualForce = quick.forces[0];
    // Losses in the options would have to be told apart from those in cells.
    const isPlain = CATEGORIES.every((category) => plain.defaults[category] === undefined);
    const [both, held] = isPlain ? PAIRS.map(pairOf) : [];
    this.#pairs = both || held ? { both, held } : undefined;
    const taken: readonly string[] = isPlain ? [...TAKEN, ...PAIRS] : TAKEN;
    const isTaken = ([role]: [string, Column]) => taken.includes(role);
    const isOwn = ([role]: [string, Column]) => FIGURES.some((figure) => figure === role);
    this.#others = [
      ...Object.entries(of).filter((entry) => !isTaken(entry)),
      ...Object.entries(hedges).filter((entry) => !isOwn(entry)),
    ].map(([, column]) => column);
  }

  static for(plain: QuickTable): QuickReader | undefined {
    const quick = Quick.for(plain.defaults, plain.columns.counts);
    return quick && new QuickReader(quick, plain);
  }

  /** Writes the current row with its result; false if it is not plain enough for that. */
  take(kept: TotalsOptions, totals: Totals, line: number): boolean {
    const { quick } = this;
    const { records, table } = this.plain;
    for (const column of this.#others) if (!records.isEmpty(column)) return false;
    const row = this.#row;
    if (!this.#readLosses() || !this.#readForce()) return false;
    if (row.killed.low === NONE && row.casualties.low === NONE) return false;
    if (!quick.compute(row)) return false;
    const course = this.#courseOf(row);
    if (course === "unknown") return false;
    if (hasApproximateChange(course)) quick.addApproximate();
    if (course?.isLower) quick.addCaveat("TOTAL_FALLS");
    totals.noteFall(course, line);
    table.quick(quick, course);
    if (kept.summary) totals.count(quick.caveats);
    if (kept.sum) totals.add(quick.killedRange, withGap(quick.outRange, this.#hasGap(row)));
    return true;
  }

  /** What the series says about the row. If its day is wrong, the slower way reports that. */
  #courseOf(row: PlainRow): Course | undefined | "unknown" {
    const { casualties, killed } = row;
    const { series } = this.plain;
    if (!series) return undefined;
    const of = casualties.low === NONE ? "killed" : "casualties";
    const { low, high, openLow, openHigh, approximate } = of === "killed" ? killed : casualties;
    try {
      if (series.kind === "daily") {
        return series.addDay(this.quick.killedRange, withGap(this.quick.outRange, this.#hasGap(row)));
      }
      return series.nextTotal({ low: Rational.of(low), high: Rational.of(high), openLow, openHigh, approximate }, of);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return "unknown";
    }
  }

  /** Does what RowReader does with losses that are left out. */
  #hasGap({ counts, ratio }: PlainRow): boolean {
    if (this.#isTotal || ratio) return false;
    const { both, held } = this.#pairs ?? {};
    const isKilledAlone = !both || both.people.low === NONE;
    if (this.#expectsCasualties && isKilledAlone && counts.every(({ low }) => low === NONE)) return true;
    const isPaired = (index: number) => {
      const pair = index === WOUNDED ? both : index === CAPTURED || index === MISSING ? held : undefined;
      return pair !== undefined && pair.people.low !== NONE;
    };
    return this.#expected.some((index) => counts[index]!.low === NONE && !isPaired(index));
  }

  #readLosses(): boolean {
    const row = this.#row;
    row.isRounded = false;
    if (this.#pairs) for (const people of [row.casualties, ...row.counts]) people.clear();
    for (const { cells, people } of this.#losses) {
      people.clear();
      if (!cells.read(people)) return false;
      row.isRounded ||= cells.isRounded;
    }
    this.#isTotal = row.casualties.low !== NONE;
    if (this.#pairs && !this.#readPairs(this.#pairs)) return false;
    if (!this.#ratios) return true;
    const ratio = this.#ratios.read();
    row.ratio = ratio === "none" ? undefined : ratio;
    return ratio !== undefined;
  }

  /** Does what RowReader does with two losses in one count. */
  #readPairs({ both, held }: PairTargets): boolean {
    const { killed, casualties, counts } = this.#row;
    for (const pair of [both, held]) {
      pair?.people.clear();
      if (pair && !pair.cells.read(pair.people)) return false;
      this.#row.isRounded ||= pair?.cells.isRounded ?? false;
    }
    if (casualties.low !== NONE) return true;
    if (held && held.people.low !== NONE) {
      counts[MISSING]!.clear();
      Object.assign(counts[CAPTURED]!, held.people);
    }
    if (!both || both.people.low === NONE || (killed.low !== NONE && counts[WOUNDED]!.low !== NONE)) return true;
    Object.assign(casualties, both.people);
    for (const [index, count] of counts.entries()) {
      if (index === WOUNDED || count.low === NONE) continue;
      if (count.best !== NONE) return false;
      casualties.low += count.low;
      casualties.high += count.high;
      casualties.openLow ||= count.openLow;
      casualties.openHigh ||= count.openHigh;
      casualties.approximate ||= count.approximate;
    }
    return true;
  }

  /** Reads the force. If neither the row nor the options have one, its shares stay empty. */
  #readForce(): boolean {
    if (!this.#force) return true;
    const own = this.#ownForce;
    const { forces } = this.quick;
    own.clear();
    if (!this.#force.read(own) || own.isOpen || own.best !== NONE || own.low === 0) return false;
    const size = own.low === NONE ? this.#usualForce : own;
    if (size) forces[0] = size;
    else forces.length = 0;
    this.#row.isRounded ||= this.#force.isRounded;
    return true;
  }
}
