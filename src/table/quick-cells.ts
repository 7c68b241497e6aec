import { collect } from "../core/errors.ts";
import type { Figure } from "../core/figure.ts";
import type { RatioLookup } from "../core/ratio-lookup.ts";
import { INPUTS } from "../notation/inputs.ts";
import { isEmptyCell } from "../notation/missing.ts";
import { type CellOptions, HEDGES } from "./cells.ts";
import type { Columns } from "./columns.ts";
import type { Figures } from "./figures.ts";
import { isOrdered, NONE, People, type RatioInParts } from "./plain-row.ts";
import { partsOf } from "./quick-form.ts";
import { type Column, EMPTY, NOT_PLAIN, type RowCells } from "./read/records.ts";
import { type FigureRole, PAIRS, type PairRole, rangeOf } from "./roles.ts";

/** A number from a model. With three decimals after up to three digits, it may mean thousands: 13.800. */
const DECIMALS = /^(?:(0|[1-9]\d{0,11})\.(\d\d?|\d{4,})|([1-9]\d{3,11})\.(\d{3}))$/;

/** Reads the figure of one role in plain numbers, from one column or from the columns of its ends. */
export class QuickCells {
  /** Whether a fraction of a person was rounded in the figure. */
  isRounded = false;
  readonly #column: Column | undefined;
  readonly #hedge: Column | undefined;
  readonly #ends: Readonly<Record<"low" | "best" | "high", Column | undefined>>;
  readonly #factor: number;
  readonly #missing: ReadonlySet<string>;
  readonly #found = { low: new People(), best: new People(), high: new People() };

  constructor(
    private readonly records: RowCells,
    role: FigureRole | PairRole,
    { of, hedges }: Columns,
    { missing, scale }: CellOptions,
    private readonly figures: Figures,
    /** Whether there is a column for best values. */
    private readonly hasBest: boolean,
  ) {
    this.#column = of[role];
    this.#hedge = hedges[role];
    const ends = PAIRS.some((pair) => pair === role) ? [] : rangeOf(role as FigureRole);
    const [low, best, high] = ends.map((end) => of[end]);
    this.#ends = { low, best, high };
    this.#factor = scale(role);
    this.#missing = missingOf(missing);
  }

  /** Reads the figure of the current row, if it has one; false if that needs the slower way. */
  read(into: People): boolean {
    this.isRounded = false;
    return this.#column === undefined ? this.#readEnds(into) : this.#readCell(this.#column, into, this.#hedge);
  }

  #readCell(column: Column, into: People, hedge?: Column): boolean {
    const { records } = this;
    const whole = records.whole(column);
    if (whole === EMPTY) return true;
    const isHedged = hedge !== undefined && !records.isEmpty(hedge);
    if (whole === NOT_PLAIN || isHedged || this.#missing.size > 0) {
      const text = records.text(column).trim();
      if (isEmptyCell(text)) return true;
      if (this.#missing.has(text.toLowerCase())) return false;
      if (isHedged) return this.#readHedged(text, records.text(hedge), into);
      if (whole === NOT_PLAIN) return this.#readText(text, into);
    }
    into.low = into.high = whole * this.#factor;
    return Number.isSafeInteger(into.low);
  }

  #readHedged(text: string, hedge: string, into: People): boolean {
    const words = HEDGES.get(hedge.trim().toLowerCase());
    return words !== undefined && this.#readText(`${words} ${text}`, into);
  }

  #readText(text: string, into: People): boolean {
    if (this.#factor !== 1) return false;
    const [, short, few, long, three] = DECIMALS.exec(text) ?? [];
    const [whole, decimals] = [short ?? long, few ?? three];
    if (whole !== undefined && decimals !== undefined) {
      into.low = into.high = Number(whole) + Number(decimals >= "5");
      this.isRounded ||= /[1-9]/.test(decimals);
      return true;
    }
    const figure = this.figures.plain(text);
    if (!figure || (figure.best !== undefined && !this.hasBest)) return false;
    take(figure, into);
    return true;
  }

  /** A low or a high alone leaves the other end open. A best value alone is both ends. */
  #readEnds(into: People): boolean {
    const { low, best, high } = this.#found;
    const { low: lowEnd, best: bestEnd, high: highEnd } = this.#ends;
    if (!this.#readEnd(lowEnd, low) || !this.#readEnd(bestEnd, best) || !this.#readEnd(highEnd, high)) return false;
    const [isLow, isHigh] = [low.low !== NONE, high.low !== NONE];
    const fallback = best.low === NONE ? Math.max(low.low, high.low) : best.low;
    into.low = isLow ? low.low : fallback;
    into.high = isHigh ? high.low : fallback;
    into.best = best.low;
    into.openLow = !isLow && isHigh;
    into.openHigh = !isHigh && isLow;
    into.approximate = low.approximate || best.approximate || high.approximate;
    return isOrdered(into) && (into.best === NONE || this.hasBest);
  }

  #readEnd(column: Column | undefined, end: People): boolean {
    end.clear();
    return column === undefined || (this.#readCell(column, end) && end.isExact && end.best === NONE);
  }
}

const missingOf = (codes: readonly string[]) => new Set(codes.map((code) => code.trim().toLowerCase()));

function take({ low, best = NONE, high, openLow, openHigh, approximate }: Figure, into: People): void {
  into.low = low;
  into.best = best;
  into.high = high;
  into.openLow = openLow;
  into.openHigh = openHigh;
  into.approximate = approximate;
}

/** More kinds of ratios than any table has. */
const MOST_RATIOS = 1000;

/** Reads the ratios of a column: numbers, and ranges of them. */
export class QuickRatios {
  readonly #missing: ReadonlySet<string>;
  readonly #known = new Map<string, RatioInParts | undefined>();

  constructor(
    private readonly records: RowCells,
    private readonly column: Column,
    private readonly ratios: RatioLookup | undefined,
    { missing }: CellOptions,
  ) {
    this.#missing = missingOf(missing);
  }

  /** The ratio of the current row, or "none"; undefined if it needs the slower way. */
  read(): RatioInParts | "none" | undefined {
    const { records, column } = this;
    if (records.isEmpty(column)) return "none";
    if (this.#missing.size > 0 && this.#missing.has(records.text(column).trim().toLowerCase())) return undefined;
    const decimal = records.decimal(column);
    if (decimal) return { low: decimal.units, high: decimal.units, scale: decimal.scale, approximate: false };
    const text = records.text(column).trim();
    if (!this.#known.has(text) && this.#known.size < MOST_RATIOS) this.#known.set(text, this.#closely(text));
    return this.#known.get(text);
  }

  #closely(text: string): RatioInParts | undefined {
    const ratio = collect([], () => INPUTS.ratio.kind.read(text, this.ratios));
    if (!ratio || ratio.named || ratio.quotient || ratio.dropped) return undefined;
    return ratio.best === undefined && !ratio.openLow && !ratio.openHigh ? partsOf(ratio) : undefined;
  }
}
