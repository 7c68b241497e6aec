import type { CaveatCode, TableCode } from "../core/caveats/caveat.ts";
import { InputError } from "../core/errors.ts";
import { type Estimate, estimate } from "../core/estimate.ts";
import type { Figure, Ratio } from "../core/figure.ts";
import { PAST } from "../core/past.ts";
import type { Range } from "../core/range.ts";
import { gcd, Rational } from "../core/rational.ts";
import { CATEGORIES, type Force, type InputName, type Scenario } from "../core/scenario.ts";
import { openEnds } from "../render/separated.ts";

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

/** A number of people, or a range of them, which that of the next row is written over. */
export class People {
  low = NONE;
  best = NONE;
  high = NONE;
  openLow = false;
  openHigh = false;
  approximate = false;

  clear(): void {
    this.low = this.best = this.high = NONE;
    this.openLow = this.openHigh = this.approximate = false;
  }

  get isOpen(): boolean {
    return this.openLow || this.openHigh;
  }

  /** One closed number. */
  get isExact(): boolean {
    return this.low === this.high && !this.isOpen;
  }
}

/** Losses per person killed, in parts of a whole number. */
export interface Parts {
  readonly low: number;
  readonly high: number;
  readonly scale: number;
  readonly approximate: boolean;
}

/** A row in plain numbers, which the next one is written over. */
export class PlainRow {
  readonly killed = new People();
  readonly casualties = new People();
  /** Of the categories, in their order. */
  readonly counts: readonly People[] = CATEGORIES.map(() => new People());
  ratio: Parts | undefined;
  /** A fraction of a person was rounded. */
  isRounded = false;
}

/** What each person killed is multiplied by: one, plus the other losses that are in proportion. All in one scale. */
interface Factor extends Parts {
  readonly best: number | undefined;
  /** Whether low and high are one number, so that a best of the killed is one of the result. */
  readonly single: boolean;
}

/** What holds for all rows that have the same cells filled. */
interface Form {
  readonly factor: Factor | undefined;
  /** Whether other losses are in proportion to the killed, by the options. */
  readonly isRated: boolean;
  /** Which ends of its results are open. */
  readonly open: Quick["open"];
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
const ROUNDED: TableCode = "ROUNDED";
const APPROXIMATE: TableCode = "APPROXIMATE";
const WOUNDED = CATEGORIES.indexOf("wounded");

/** Inputs that losses are in proportion by, or that change no number of a row. */
const PLAIN: ReadonlySet<string> = new Set<InputName>([
  ...(["side", "asOf", "ratios", "start", "end", "days", "per"] as const),
  ...(["ratio", "died", "coverage", ...CATEGORIES] as const),
]);

/** A figure that stands for itself, and no list of which there are more. */
const WHOLE: Parts = { low: 1, high: 1, scale: 1, approximate: false };

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
  readonly forces: People[];
  caveats = "";

  readonly #forms = new Map<number, Form | undefined>();
  /** The counts of a row together, where they are added up. */
  readonly #sum = new People();
  #isForceAbout = false;

  private constructor(
    private readonly defaults: Scenario,
    private readonly isAllSides: "all sides" | undefined,
    forces: People[],
    /** How many were killed for each one of a list. */
    private readonly list: Parts,
  ) {
    this.forces = forces;
  }

  /** For rows that lack nothing but these defaults; undefined where these are not plain. */
  static for(defaults: Scenario, counts: "all sides" | undefined): Quick | undefined {
    const forces = defaults.force?.map(sizeOf) ?? [];
    if (forces.includes(undefined)) return undefined;
    const { force: _, ...losses } = defaults;
    if (Object.entries(losses).some(([input, value]) => value !== undefined && !PLAIN.has(input))) return undefined;
    const list = listed(defaults);
    return list && new Quick(losses, counts, forces as People[], list);
  }

  /** Computes a row; false where it has to be left to estimate(). */
  compute(row: PlainRow): boolean {
    const { killed, casualties, ratio } = row;
    if (!isOrdered(killed) || !isOrdered(casualties) || casualties.best !== NONE) return false;
    const counted = this.#addUp(row.counts);
    if (counted < 0) return false;
    const key = ((counted * 5 + codeOf(killed)) * 5 + codeOf(casualties)) * 2 + Number(ratio !== undefined);
    const form = this.#forms.has(key) ? this.#forms.get(key) : this.#formFor(key, row);
    if (!form) return false;
    const isTotal = casualties.low !== NONE;
    if (!(isTotal ? this.#ofCasualties(row, form, counted > 0) : this.#ofKilled(row, form))) return false;
    this.open = form.open;
    if (!this.#compareForces(form.open === "low" || form.open === "both")) return false;
    if (row.isRounded) this.tell(ROUNDED);
    const isApproximate = killed.approximate || casualties.approximate || this.#sum.approximate || this.#isForceAbout;
    if (isApproximate || this.list.approximate || (ratio ?? form.factor)?.approximate) this.tell(APPROXIMATE);
    return true;
  }

  /** Adds the counts, and tells which there are; below zero where they are not that plain. */
  #addUp(counts: readonly People[]): number {
    const sum = this.#sum;
    sum.clear();
    sum.low = sum.high = 0;
    let filled = 0;
    for (const count of counts) {
      filled *= 2;
      if (count.low === NONE) continue;
      if (count.isOpen || count.best !== NONE || count.low > count.high) return -1;
      filled += 1;
      sum.low += count.low;
      sum.high += count.high;
      sum.approximate ||= count.approximate;
    }
    return filled;
  }

  /** Killed, and what is in proportion to them or counted. */
  #ofKilled({ killed, ratio, counts }: PlainRow, { factor, open, caveats, outside }: Form): boolean {
    const { low, best, high } = killed;
    const [sum, { list }] = [this.#sum, this];
    if (low === NONE || (!ratio && !factor)) return false;
    const scale = ratio ? ratio.scale * list.scale : factor!.scale;
    const least = ratio ? (ratio.scale + ratio.low) * list.low : factor!.low;
    const most = ratio ? (ratio.scale + ratio.high) * list.high : factor!.high;
    const isCovered = ratio !== undefined || this.#isCovered;
    if (isCovered && !this.#hasRoom(low * (least * list.scale - list.low * scale), scale * list.scale)) return false;
    const [addedLow, addedHigh] = isCovered ? [0, 0] : [sum.low * scale, sum.high * scale];
    if (high * Math.max(most, list.high) + addedHigh > LARGEST) return false;
    this.low = low * list.low;
    this.best = best === NONE || list.low !== list.high ? NONE : best * list.low;
    this.high = high * list.high;
    this.killedScale = list.scale;
    this.scale = scale;
    this.outLow = low * least + addedLow;
    this.outHigh = high * most + addedHigh;
    this.outBest = NONE;
    const usual = ratio ? undefined : factor!.best;
    if (best !== NONE) {
      const by = least === most ? most : usual;
      if (by !== undefined && sum.isExact) this.outBest = best * by + addedLow;
      // A list is as long as it is, though at least so many were killed.
    } else if (usual !== undefined && low === high && open === "" && sum.isExact) {
      this.outBest = low * usual + addedLow;
    }
    const isOutside = ratio
      ? isOutsidePast(ratio.low, ratio.high, ratio.scale, ratio.scale, PAST_RATIO)
      : !isCovered && this.#isUnusual(counts[WOUNDED]!);
    this.caveats = isOutside ? outside : caveats;
    return true;
  }

  /** What a ratio makes has the counts in it. */
  #hasRoom(others: number, scale: number): boolean {
    const sum = this.#sum;
    return sum.isExact && !sum.approximate && sum.high * scale <= others;
  }

  /** Whether the options tell all other losses. */
  get #isCovered(): boolean {
    return this.defaults.ratio !== undefined || this.defaults.died !== undefined;
  }

  /** A count that looks like a multiplier is not compared with the past. */
  #isUnusual(wounded: People): boolean {
    if (wounded.high <= 20 || this.low === 0) return false;
    const { low, high, killedScale: scale } = this;
    return isOutsidePast(wounded.low * scale, wounded.high * scale, high, low, PAST_WOUNDED);
  }

  /** All losses together, and perhaps the killed among them. */
  #ofCasualties({ killed, casualties, ratio }: PlainRow, form: Form, isCounted: boolean): boolean {
    const { factor, isRated, caveats, outside } = form;
    const sum = this.#sum;
    if (isCounted && (!casualties.isExact || casualties.approximate || !sum.isExact || sum.approximate)) return false;
    this.best = this.outBest = NONE;
    this.scale = this.killedScale = 1;
    this.outLow = casualties.low;
    this.outHigh = casualties.high;
    if (killed.low !== NONE) {
      const others = casualties.low - killed.low;
      const isPair = killed.isExact && killed.best === NONE && casualties.isExact && this.list === WHOLE;
      if (!isPair || ratio || isRated || others < 0 || sum.high > others) return false;
      this.low = this.high = killed.low;
      const isOutside = killed.low > 0 && isOutsidePast(others, others, killed.low, killed.low, PAST_RATIO);
      this.caveats = isOutside ? outside : caveats;
      return true;
    }
    this.low = this.high = NONE;
    this.caveats = caveats;
    if (!ratio && !isRated) return sum.high <= casualties.low;
    const isSingle = ratio ? ratio.low === ratio.high : factor?.single && factor.best === undefined;
    if (isCounted || !isSingle) return false;
    // Of nobody at most nobody was killed.
    if (casualties.openLow && casualties.low === 0) return false;
    const { scale } = ratio ?? factor!;
    this.killedScale = ratio ? scale + ratio.high : factor!.high;
    this.low = casualties.low * scale;
    this.high = casualties.high * scale;
    if (ratio && isOutsidePast(ratio.low, ratio.high, scale, scale, PAST_RATIO)) this.caveats = outside;
    return this.high < LARGEST;
  }

  #compareForces(openLow: boolean): boolean {
    let more: "" | "EXCEEDS_FORCE" | "MAY_EXCEED_FORCE" = "";
    this.#isForceAbout = false;
    for (const { low, high, approximate } of this.forces) {
      this.#isForceAbout ||= approximate;
      const [least, most] = [low * this.scale, high * this.scale];
      if (low <= 0 || most > LARGEST || this.outHigh > least * LARGEST_SHARE) return false;
      if (this.outHigh <= least) continue;
      const code = this.outLow > most && !openLow ? "EXCEEDS_FORCE" : "MAY_EXCEED_FORCE";
      if (more !== "" && more !== code) return false;
      more = code;
    }
    if (more !== "") this.tell(more);
    return true;
  }

  /** Those killed, as the fractions have them; undefined where they are not known. */
  get killedRange(): Range | undefined {
    return this.low === NONE ? undefined : this.#range(this.low, this.high, this.killedScale);
  }

  get outRange(): Range {
    return this.#range(this.outLow, this.outHigh, this.scale);
  }

  #range(low: number, high: number, scale: number): Range {
    const [openLow, openHigh] = [
      this.open === "low" || this.open === "both",
      this.open === "high" || this.open === "both",
    ];
    return { low: Rational.of(low, scale), high: Rational.of(high, scale), openLow, openHigh, approximate: false };
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

  #tryForm({ killed, casualties, ratio, counts }: PlainRow): Form | undefined {
    const filled = CATEGORIES.filter((_, index) => counts[index]!.low !== NONE);
    const rest = { ...this.defaults, ...Object.fromEntries(filled.map((category) => [category, undefined])) };
    // A count in an option would have to be told from those in cells.
    const isCounted = CATEGORIES.some((category) => rest[category]?.some(({ kind }) => kind !== "multiplier"));
    const { died } = rest;
    const isMixed = (ratio ?? rest.ratio ?? died) && CATEGORIES.some((category) => rest[category] !== undefined);
    if (isCounted || isMixed || (died && (ratio ?? rest.ratio))) return undefined;
    const of = (dead: number, all: number, perKilled: Ratio, wounded: number): Scenario => ({
      ...rest,
      ...(ratio ? { ratio: perKilled } : {}),
      ...(killed.low === NONE ? {} : { killed: [{ counts: this.isAllSides, figure: figure(dead, killed) }] }),
      ...(casualties.low === NONE ? {} : { casualties: [{ figure: figure(all, casualties) }] }),
      ...Object.fromEntries(
        filled.map((category) => [category, [{ kind: "count", figure: figure(category === "wounded" ? wounded : 1) }]]),
      ),
    });
    const isCovered = casualties.low !== NONE || ratio !== undefined || this.#isCovered;
    try {
      const wounded = Math.round((4000 * this.list.low) / this.list.scale);
      const usual = estimate(of(1000, 5000, USUAL, isCovered ? 100 : wounded));
      const unusual = estimate(of(1000, 1200, UNUSUAL, isCovered ? 100 : 30));
      const isRated = this.#isCovered || CATEGORIES.some((category) => rest[category] !== undefined);
      const open = openEnds(usual.outOfAction);
      // With a wide range of what a list holds no count of wounded is usual.
      if (this.list !== WHOLE && codesOf(usual).includes("OUTSIDE_HISTORY")) return undefined;
      return { factor: this.#factorOf(rest), isRated, open, caveats: codesOf(usual), outside: codesOf(unusual) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return undefined;
    }
  }

  /** The losses for one person killed, apart from counts; undefined where that is no simple fraction, or has an open end. */
  #factorOf(losses: Scenario): Factor | undefined {
    const { outOfAction } = estimate({ ...losses, killed: [{ figure: figure(1) }] });
    const { best, openLow, openHigh } = outOfAction;
    const parts = openLow || openHigh ? undefined : partsOf(outOfAction);
    return (
      parts && { ...parts, best: best?.times(Rational.of(parts.scale)).toNumber(), single: parts.low === parts.high }
    );
  }
}

/** How many were killed for each one of a list that covers a part of them; undefined where that is not one for all rows. */
function listed({ coverage }: Scenario): Parts | undefined {
  if (!coverage) return WHOLE;
  if (coverage.source !== undefined) return undefined;
  const { killed } = estimate({ coverage, killed: [{ figure: figure(1) }] });
  return killed && !killed.openLow && !killed.openHigh ? partsOf(killed) : undefined;
}

/** The ends of a ratio in parts of a whole number, which its best has too; undefined where they are no simple fractions. */
export function partsOf({ low, best = low, high, approximate }: Range): Parts | undefined {
  const scale = [low, best, high].reduce((parts, value) => commonMultiple(parts, Number(value.denominator)), 1);
  const units = (value: Rational) => value.times(Rational.of(scale)).toNumber();
  return scale > MOST_PARTS ? undefined : { low: units(low), high: units(high), scale, approximate };
}

function commonMultiple(a: number, b: number): number {
  return (a / gcd(a, b)) * b;
}

function figure(people: number, { openLow, openHigh }: Ends = CLOSED): Figure {
  return { low: people, high: people, openLow, openHigh, approximate: false, text: String(people) };
}

type Ends = Pick<People, "openLow" | "openHigh">;
const CLOSED: Ends = { openLow: false, openHigh: false };

/** Which ends are open of an amount that is there. */
function codeOf({ low, openLow, openHigh }: People): number {
  return low === NONE ? 0 : 1 + Number(openLow) + 2 * Number(openHigh);
}

export function isOrdered({ low, best, high }: People): boolean {
  return low <= high && (best === NONE || (low <= best && best <= high));
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

/** The size of a force without open ends, and without a best of its own. */
function sizeOf({ figure: { low, high, best, openLow, openHigh, approximate } }: Force): People | undefined {
  if (best !== undefined || openLow || openHigh || low <= 0) return undefined;
  return Object.assign(new People(), { low, high, approximate });
}
