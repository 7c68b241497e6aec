import type { CaveatCode, TableCode } from "../core/caveats/caveat.ts";
import { InputError } from "../core/errors.ts";
import { type Estimate, estimate } from "../core/estimate.ts";
import type { Figure, Ratio } from "../core/figure.ts";
import { PAST } from "../core/past.ts";
import { gcd, Rational } from "../core/rational.ts";
import { CATEGORIES, type Force, type Scenario } from "../core/scenario.ts";

/*
 * THIS IS A SECOND WAY TO CALCULATE WHAT src/core CALCULATES. It is there for its speed alone: a hundred times that of
 * the fractions. Whoever changes a rule in core changes it here as well, or leaves the rows that it touches to core.
 * test/properties.test.ts writes tables in both ways and compares every byte; test/table runs through both.
 */

/** A number with few decimals as a whole number of parts: 2.5 is 25 of 10. */
export interface Decimal {
  readonly units: number;
  readonly scale: number;
}

/** No number. */
export const NONE = -1;

/** A row in plain numbers, which the next one is written over. */
export class PlainRow {
  low = NONE;
  best = NONE;
  high = NONE;
  openLow = false;
  openHigh = false;
  approximate = false;
  casualties = NONE;
  ratio: Decimal | undefined;
  /** Counts of the categories, in their order. */
  readonly counts: number[] = CATEGORIES.map(() => NONE);

  clear(): void {
    this.low = this.best = this.high = this.casualties = NONE;
    this.openLow = this.openHigh = this.approximate = false;
    this.ratio = undefined;
    this.counts.fill(NONE);
  }
}

/** What each person killed is multiplied by: one, plus the other losses that are in proportion. All in one scale. */
interface Factor {
  readonly low: number;
  readonly best: number | undefined;
  readonly high: number;
  readonly scale: number;
  /** Whether low and high are one number, so that a best of the killed is one of the result. */
  readonly single: boolean;
  readonly approximate: boolean;
}

/** What holds for all rows that have the same cells filled. */
interface Form {
  readonly factor: Factor | undefined;
  /** Whether other losses are in proportion to the killed, by the options. */
  readonly isRated: boolean;
  /** The caveats of such a row, apart from those of its force: with a usual ratio, and with one outside the past. */
  readonly caveats: string;
  readonly outside: string;
}

/** Numbers up to here are exact, and so is the sum of two. */
const LARGEST = 2 ** 52;
/** Of a larger share not all millionths are exact. */
const LARGEST_SHARE = 1_000_000;
/** More parts than a ratio of counts has, or one in decimals. */
const MOST_PARTS = 1_000_000;
const APPROXIMATE: TableCode = "APPROXIMATE";
const WOUNDED = CATEGORIES.indexOf("wounded");

/** Inputs that losses are in proportion by, or that change no number. */
const PLAIN: readonly string[] = ["side", "asOf", "ratios", "ratio", ...CATEGORIES];

/**
 * The arithmetic of plain rows, in plain numbers: killed × (1 + ratio), or killed and counts, or casualties, and ÷ force.
 * It gives what estimate() gives; what it does not fit, it leaves to estimate().
 *
 * Its fields hold the last row that was computed: people as `…/scale`, each force as people.
 */
export class Quick {
  low = 0;
  best = NONE;
  high = 0;
  killedScale = 1;
  outLow = 0;
  outBest = NONE;
  outHigh = 0;
  scale = 1;
  /** Which ends are open, of the killed and of what follows from them. */
  open: "" | "low" | "high" | "both" = "";
  /** Sizes of the forces; the first is that of the row where the row has one. */
  readonly forces: number[];
  caveats = "";

  readonly #forms = new Map<number, Form | undefined>();

  private constructor(
    private readonly defaults: Scenario,
    private readonly isAllSides: "all sides" | undefined,
    forces: number[],
  ) {
    this.forces = forces;
  }

  /** For rows that lack nothing but these defaults; undefined where these are not plain. */
  static for(defaults: Scenario, counts: "all sides" | undefined): Quick | undefined {
    const forces = defaults.force?.map(sizeOf) ?? [];
    if (forces.includes(undefined)) return undefined;
    const { force: _, ...losses } = defaults;
    if (Object.entries(losses).some(([input, value]) => value !== undefined && !PLAIN.includes(input)))
      return undefined;
    return new Quick(losses, counts, forces as number[]);
  }

  /** Computes a row; false where it has to be left to estimate(). */
  compute(row: PlainRow): boolean {
    const { low, best, high, casualties, ratio, counts } = row;
    let [key, sum] = [0, 0];
    for (let index = 0; index < counts.length; index += 1) {
      const count = counts[index]!;
      key *= 2;
      if (count === NONE) continue;
      key += 1;
      sum += count;
    }
    const isKilled = low !== NONE;
    key = key * 2 + Number(isKilled);
    key = key * 2 + Number(casualties !== NONE);
    key = key * 2 + Number(ratio !== undefined);
    key = key * 2 + Number(row.openLow);
    key = key * 2 + Number(row.openHigh);
    const form = this.#forms.has(key) ? this.#forms.get(key) : this.#formFor(key, row);
    if (!form) return false;
    const isDone = casualties === NONE ? this.#ofKilled(row, form, sum) : this.#ofCasualties(row, form, sum);
    if (!isDone || (isKilled && (low > high || (best !== NONE && (best < low || best > high))))) return false;
    this.open = row.openLow ? (row.openHigh ? "both" : "low") : row.openHigh ? "high" : "";
    if (!this.#compareForces(row.openLow)) return false;
    if (row.approximate || form.factor?.approximate) this.tell(APPROXIMATE);
    return true;
  }

  /** Killed, and what is in proportion to them or counted. */
  #ofKilled(
    { low, best, high, openLow, openHigh, ratio, counts }: PlainRow,
    { factor, caveats, outside }: Form,
    sum: number,
  ): boolean {
    if (low === NONE || (!ratio && !factor)) return false;
    const scale = ratio?.scale ?? factor!.scale;
    const [least, most] = ratio ? [scale + ratio.units, scale + ratio.units] : [factor!.low, factor!.high];
    const isCovered = ratio !== undefined || this.defaults.ratio !== undefined;
    const added = isCovered ? 0 : sum * scale;
    if (high * most + added > LARGEST) return false;
    // What a ratio makes has the counts in it.
    if (isCovered && sum * scale > low * (least - scale)) return false;
    this.low = low;
    this.best = best;
    this.high = high;
    this.killedScale = 1;
    this.scale = scale;
    this.outLow = low * least + added;
    this.outHigh = high * most + added;
    this.outBest = NONE;
    if (best !== NONE) {
      const by = ratio || factor!.single ? most : factor!.best;
      if (by !== undefined) this.outBest = best * by + added;
    } else if (!ratio && factor!.best !== undefined && low === high && !openLow && !openHigh) {
      this.outBest = low * factor!.best + added;
    }
    const wounded = counts[WOUNDED]!;
    const isOutside = ratio
      ? isOutsidePast(ratio.units, ratio.units, ratio.scale, ratio.scale, PAST_RATIO)
      : !isCovered && wounded > 20 && low > 0 && isOutsidePast(wounded, wounded, high, low, PAST_WOUNDED);
    this.caveats = isOutside ? outside : caveats;
    return true;
  }

  /** All losses together, and perhaps the killed among them. */
  #ofCasualties(
    { low, best, high, openLow, openHigh, casualties, ratio, counts }: PlainRow,
    form: Form,
    sum: number,
  ): boolean {
    const { factor, isRated, caveats, outside } = form;
    const isPair = low !== NONE;
    if (openLow || openHigh) return false;
    this.best = this.outBest = NONE;
    this.scale = this.killedScale = 1;
    this.outLow = this.outHigh = casualties;
    if (isPair) {
      const others = casualties - low;
      if (low !== high || best !== NONE || ratio || isRated || others < 0 || sum > others) return false;
      this.low = this.high = low;
      this.caveats = low > 0 && isOutsidePast(others, others, low, low, PAST_RATIO) ? outside : caveats;
      return true;
    }
    this.low = this.high = NONE;
    this.caveats = caveats;
    if (ratio) {
      this.killedScale = ratio.scale + ratio.units;
      this.low = this.high = casualties * ratio.scale;
      if (isOutsidePast(ratio.units, ratio.units, ratio.scale, ratio.scale, PAST_RATIO)) this.caveats = outside;
    } else if (isRated) {
      if (!factor?.single || factor.best !== undefined) return false;
      this.killedScale = factor.high;
      this.low = this.high = casualties * factor.scale;
    }
    // The counts are parts of the others.
    const others = this.low === NONE ? casualties : casualties - this.low / this.killedScale;
    const isDivided = ratio !== undefined || isRated;
    return this.low < LARGEST && sum <= others && !(isDivided && counts.some((count) => count !== NONE));
  }

  #compareForces(openLow: boolean): boolean {
    let more: "" | "EXCEEDS_FORCE" | "MAY_EXCEED_FORCE" = "";
    for (const force of this.forces) {
      const people = force * this.scale;
      if (force === 0 || people > LARGEST || this.outHigh > people * LARGEST_SHARE) return false;
      if (this.outHigh <= people) continue;
      const code = this.outLow > people && !openLow ? "EXCEEDS_FORCE" : "MAY_EXCEED_FORCE";
      if (more !== "" && more !== code) return false;
      more = code;
    }
    if (more !== "") this.tell(more);
    return true;
  }

  /** Adds a caveat to those of the row. */
  tell(code: CaveatCode | TableCode): void {
    this.caveats = this.caveats === "" ? code : `${this.caveats} ${code}`;
  }

  /** What rows of these cells have in common, told by estimates of such rows; undefined where they are not plain. */
  #formFor(key: number, row: PlainRow): Form | undefined {
    const form = this.#tryForm(row);
    this.#forms.set(key, form);
    return form;
  }

  #tryForm({ low, casualties, ratio, counts, openLow, openHigh }: PlainRow): Form | undefined {
    const filled = CATEGORIES.filter((_, index) => counts[index] !== NONE);
    const rest = { ...this.defaults, ...Object.fromEntries(filled.map((category) => [category, undefined])) };
    // A count in an option would have to be told from those in cells.
    const isCounted = CATEGORIES.some((category) => rest[category]?.some(({ kind }) => kind !== "multiplier"));
    const isMixed = (ratio ?? rest.ratio) && CATEGORIES.some((category) => rest[category] !== undefined);
    if (isCounted || isMixed) return undefined;
    const of = (killed: number, all: number, perKilled: Ratio, wounded: number): Scenario => ({
      ...rest,
      ...(ratio ? { ratio: perKilled } : {}),
      ...(low === NONE ? {} : { killed: [{ counts: this.isAllSides, figure: figure(killed, openLow, openHigh) }] }),
      ...(casualties === NONE ? {} : { casualties: [{ figure: figure(all) }] }),
      ...Object.fromEntries(
        filled.map((category) => [category, [{ kind: "count", figure: figure(category === "wounded" ? wounded : 1) }]]),
      ),
    });
    const isCovered = casualties !== NONE || ratio !== undefined || this.defaults.ratio !== undefined;
    try {
      const usual = estimate(of(1000, 5000, USUAL, isCovered ? 100 : 3000));
      const unusual = estimate(of(1000, 1200, UNUSUAL, isCovered ? 100 : 30));
      const isRated = rest.ratio !== undefined || CATEGORIES.some((category) => rest[category] !== undefined);
      return { factor: this.#factorOf(rest), isRated, caveats: codesOf(usual), outside: codesOf(unusual) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return undefined;
    }
  }

  /** The losses for one person killed, apart from counts; undefined where that is no simple fraction, or has an open end. */
  #factorOf(losses: Scenario): Factor | undefined {
    const { outOfAction } = estimate({ ...losses, killed: [{ figure: figure(1) }] });
    const { low, best, high, openLow, openHigh, approximate } = outOfAction;
    const scale = [low, best ?? low, high].reduce(
      (parts, value) => commonMultiple(parts, Number(value.denominator)),
      1,
    );
    if (scale > MOST_PARTS || openLow || openHigh) return undefined;
    const units = (value: Rational) => value.times(Rational.of(scale)).toNumber();
    return {
      low: units(low),
      best: best && units(best),
      high: units(high),
      scale,
      single: low.equals(high),
      approximate,
    };
  }
}

function commonMultiple(a: number, b: number): number {
  return (a / gcd(a, b)) * b;
}

function figure(people: number, openLow = false, openHigh = false): Figure {
  return { low: people, high: people, openLow, openHigh, approximate: false, text: String(people) };
}

/** The codes of a row, of whose counts every one is in a column. */
function codesOf({ caveats }: Estimate): string {
  return [...new Set(caveats.map(({ code }) => code))].filter((code) => code !== "COUNT_LIKE_MULTIPLIER").join(" ");
}

const ratioOf = (value: Rational): Ratio => ({
  low: value,
  high: value,
  openLow: false,
  openHigh: false,
  approximate: false,
  text: value.toFixed(1),
});
/** A ratio without caveats, and one outside the past. */
const USUAL = ratioOf(PAST.ratio.low);
const UNUSUAL = ratioOf(Rational.of(1));

type Bounds = readonly [low: number, high: number];
const hundredths = ({ low, high }: { low: Rational; high: Rational }): Bounds => [
  Number(low.times(Rational.of(100))),
  Number(high.times(Rational.of(100))),
];
const PAST_RATIO = hundredths(PAST.ratio);
const PAST_WOUNDED = hundredths(PAST.wounded);

/** Whether low ÷ most to high ÷ least reaches beyond what was seen in the past. */
function isOutsidePast(low: number, high: number, most: number, least: number, [from, to]: Bounds): boolean {
  return low * 100 < from * most || high * 100 > to * least;
}

/** The size of a force that is one closed number. */
function sizeOf({ figure: { low, high, best, openLow, openHigh, approximate } }: Force): number | undefined {
  const plain = low === high && best === undefined && !openLow && !openHigh && !approximate;
  return plain && low > 0 ? low : undefined;
}
