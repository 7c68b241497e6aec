import { CATEGORIES } from "../core/categories.ts";
import type { CaveatCode, TableCode } from "../core/caveats/caveat.ts";
import type { Share } from "../core/figure.ts";
import type { Force, InputName } from "../core/inputs.ts";
import { PAST } from "../core/past-ratios.ts";
import type { Range } from "../core/range.ts";
import { Rational } from "../core/rational.ts";
import type { Scenario } from "../core/scenario.ts";
import { isOrdered, NONE, People, type PlainRow, type RatioInParts } from "./plain-row.ts";
import { type CommonOptions, type Factor, formFor, listedIn, partsOf, type RowForm, WHOLE } from "./quick-form.ts";

/*
 * THIS IS A SECOND WAY TO CALCULATE WHAT src/core CALCULATES. It only exists for its speed: it is a hundred times as
 * fast as the fractions. If you change a rule in core, change it here as well, or leave the rows that it affects to
 * core. test/properties.test.ts writes tables in both ways and compares every byte; test/table runs through both.
 */

/** Numbers up to here are exact, and so is the sum of any two. */
const LARGEST = 2 ** 52;
/** Above this share, not every millionth is exact. */
const LARGEST_SHARE = 1_000_000;
const ROUNDED: TableCode = "ROUNDED";
const APPROXIMATE: TableCode = "APPROXIMATE";
const WOUNDED = CATEGORIES.indexOf("wounded");

/** Inputs that losses are in proportion to, or that change no number of a row. */
const PLAIN: ReadonlySet<string> = new Set<InputName>([
  ...(["side", "asOf", "ratios", "start", "end", "days", "per"] as const),
  ...(["ratio", "died", "returned", "coverage", ...CATEGORIES] as const),
]);

/**
 * The arithmetic of plain rows, in plain numbers: killed × (1 + ratio), or killed and counts, or casualties, and ÷
 * force. It gives the same results as estimate(), and leaves to estimate() whatever does not fit.
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
  /** The losses less those who returned, as `…/netScale`; NONE if nothing is known about them. */
  netLow = NONE;
  netBest = NONE;
  netHigh = NONE;
  netScale = 1;
  /** Which ends are open: those of the killed, and of everything that follows from them. */
  open: RowForm["open"] = "";
  /** The sizes of the forces. The first is the row's own, if it has one. */
  readonly forces: People[];
  caveats = "";

  readonly #forms = new Map<number, RowForm | undefined>();
  /** The sum of the counts of a row, if they are added up. */
  readonly #sum = new People();
  #isKilledAbout = false;
  #isOutAbout = false;
  #isForceAbout = false;

  private constructor(
    private readonly common: CommonOptions,
    forces: People[],
    private readonly returned: RatioInParts | undefined,
  ) {
    this.forces = forces;
  }

  /** For rows that take what they lack from these defaults; undefined if the defaults are not plain. */
  static for(defaults: Scenario, isAllSides: "all sides" | undefined): Quick | undefined {
    const forces = defaults.force?.map(sizeOf) ?? [];
    if (forces.includes(undefined)) return undefined;
    const { force: _, ...losses } = defaults;
    if (Object.entries(losses).some(([input, value]) => value !== undefined && !PLAIN.has(input))) return undefined;
    const { ratio, died, returned } = defaults;
    const list = listedIn(defaults);
    const back = returned && isPlainShare(returned) ? partsOf(returned) : undefined;
    if (!list || (returned && !back)) return undefined;
    const isCovered = ratio !== undefined || died !== undefined;
    return new Quick({ defaults: losses, isAllSides, list, isCovered }, forces as People[], back);
  }

  /** Computes a row; false if it has to be left to estimate(). */
  compute(row: PlainRow): boolean {
    const { killed, casualties, ratio } = row;
    if (!isOrdered(killed) || !isOrdered(casualties) || casualties.best !== NONE) return false;
    const counted = this.#addUp(row.counts);
    if (counted < 0) return false;
    const key = ((counted * 5 + codeOf(killed)) * 5 + codeOf(casualties)) * 2 + Number(ratio !== undefined);
    if (!this.#forms.has(key)) this.#forms.set(key, formFor(row, this.common));
    const form = this.#forms.get(key);
    if (!form) return false;
    const isTotal = casualties.low !== NONE;
    if (!(isTotal ? this.#ofCasualties(row, form, counted > 0) : this.#ofKilled(row, form))) return false;
    this.open = form.open;
    if (this.returned && !this.#lessReturned(this.returned, row, form.factor?.wounded)) return false;
    if (!this.#compareForces(form.open === "low" || form.open === "both")) return false;
    if (row.isRounded) this.addCaveat(ROUNDED);
    const byRatio = (ratio ?? form.factor)?.approximate === true;
    const isDeadAbout = killed.approximate || this.common.list.approximate;
    this.#isOutAbout = isTotal ? casualties.approximate : isDeadAbout || byRatio || this.#sum.approximate;
    this.#isKilledAbout = isDeadAbout || (isTotal && killed.low === NONE && (casualties.approximate || byRatio));
    const isAbout = this.#isOutAbout || this.#isKilledAbout || this.#sum.approximate || this.#isForceAbout;
    if (isAbout || byRatio || this.returned?.approximate) this.addApproximate();
    return true;
  }

  /** Adds up the counts, and returns which of them there are, and are not 0; below zero if they are not plain enough. */
  #addUp(counts: readonly People[]): number {
    const sum = this.#sum;
    sum.clear();
    sum.low = sum.high = 0;
    let filled = 0;
    for (const count of counts) {
      filled *= 3;
      if (count.low === NONE) continue;
      if (count.isOpen || count.best !== NONE || count.low > count.high) return -1;
      filled += count.high === 0 ? 1 : 2;
      sum.low += count.low;
      sum.high += count.high;
      sum.approximate ||= count.approximate;
    }
    return filled;
  }

  /** Computes a row from the killed, and from what is in proportion to them or counted. */
  #ofKilled({ killed, ratio, counts }: PlainRow, { factor, open, caveats, outside }: RowForm): boolean {
    const { low, best, high } = killed;
    const [sum, { list }] = [this.#sum, this.common];
    if (low === NONE || (!ratio && !factor)) return false;
    const scale = ratio ? ratio.scale * list.scale : factor!.scale;
    const least = ratio ? (ratio.scale + ratio.low) * list.low : factor!.low;
    const most = ratio ? (ratio.scale + ratio.high) * list.high : factor!.high;
    const isCovered = ratio !== undefined || this.common.isCovered;
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
      const perKilled = least === most ? most : usual;
      if (perKilled !== undefined && sum.isExact) this.outBest = best * perKilled + addedLow;
      // The length of a list is exact, but it only says that at least that many were killed.
    } else if (usual !== undefined && low === high && open === "" && sum.isExact) {
      this.outBest = low * usual + addedLow;
    }
    const isOutside = ratio
      ? isOutsidePast(ratio.low, ratio.high, ratio.scale, ratio.scale, PAST_RATIO)
      : !isCovered && this.#isUnusual(counts[WOUNDED]!);
    this.caveats = isOutside ? outside : caveats;
    return true;
  }

  /** Whether the losses that a ratio gives have room for the counts, which they include. */
  #hasRoom(others: number, scale: number): boolean {
    const sum = this.#sum;
    return sum.isExact && !sum.approximate && sum.high * scale <= others;
  }

  /** Whether the wounded are outside the past. A count that looks like a multiplier is not compared with it. */
  #isUnusual(wounded: People): boolean {
    if (wounded.high <= 20 || this.low === 0) return false;
    const { low, high, killedScale: scale } = this;
    return isOutsidePast(wounded.low * scale, wounded.high * scale, high, low, PAST_WOUNDED);
  }

  /** Computes a row from all losses together, and perhaps the killed among them. */
  #ofCasualties({ killed, casualties, ratio }: PlainRow, form: RowForm, isCounted: boolean): boolean {
    const { factor, isRated, caveats, outside } = form;
    const sum = this.#sum;
    if (isCounted && (!casualties.isExact || casualties.approximate || !sum.isExact || sum.approximate)) return false;
    this.best = this.outBest = NONE;
    this.scale = this.killedScale = 1;
    this.outLow = casualties.low;
    this.outHigh = casualties.high;
    if (killed.low !== NONE) {
      const others = casualties.low - killed.low;
      const isPair = killed.isExact && killed.best === NONE && casualties.isExact && this.common.list === WHOLE;
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
    // Of at most 0 casualties, at most 0 were killed.
    if (casualties.openLow && casualties.low === 0) return false;
    const { scale } = ratio ?? factor!;
    this.killedScale = ratio ? scale + ratio.high : factor!.high;
    this.low = casualties.low * scale;
    this.high = casualties.high * scale;
    if (ratio && isOutsidePast(ratio.low, ratio.high, scale, scale, PAST_RATIO)) this.caveats = outside;
    return this.high < LARGEST;
  }

  /**
   * Subtracts those who returned: a share of the wounded, or of all others if the wounded are not known. False if the
   * numbers are too large.
   */
  #lessReturned(returned: RatioInParts, row: PlainRow, wounded: Factor["wounded"]): boolean {
    const counted = row.counts[WOUNDED]!;
    const known = row.casualties.low === NONE ? row.killed : row.casualties;
    // One of the two scales is a multiple of the other.
    const scale = Math.max(this.scale, this.killedScale);
    const [out, dead, part] = [scale / this.scale, scale / this.killedScale, returned.scale];
    const less = (share: number, all: number, killed: number, count: number, people: number, each = 0) => {
      const mayReturn = counted.low !== NONE ? count * scale : wounded ? people * each : all * out - killed * dead;
      return all * out * part - mayReturn * share;
    };
    this.netScale = scale * part;
    this.netLow = less(returned.high, this.outLow, this.low, counted.low, known.low, wounded?.low);
    this.netHigh = less(returned.low, this.outHigh, this.high, counted.high, known.high, wounded?.high);
    this.netBest = NONE;
    if (this.outBest !== NONE && returned.low === returned.high) {
      const bestOf = ({ low, best }: { low: number; best: number }) => (best === NONE ? low : best);
      const each = wounded && (wounded.best ?? wounded.low);
      this.netBest = less(returned.low, this.outBest, bestOf(this), counted.low, bestOf(known), each);
    }
    return this.outHigh * out * part <= LARGEST;
  }

  #compareForces(openLow: boolean): boolean {
    let more: "" | "EXCEEDS_FORCE" | "MAY_EXCEED_FORCE" = "";
    this.#isForceAbout = false;
    for (const { low, high, approximate } of this.forces) {
      this.#isForceAbout ||= approximate;
      const [least, most] = [low * this.scale, high * this.scale];
      if (low <= 0 || Math.max(most, high * this.netScale) > LARGEST || this.outHigh > least * LARGEST_SHARE)
        return false;
      if (this.outHigh <= least) continue;
      const code = this.outLow > most && !openLow ? "EXCEEDS_FORCE" : "MAY_EXCEED_FORCE";
      if (more !== "" && more !== code) return false;
      more = code;
    }
    if (more !== "") this.addCaveat(more);
    return true;
  }

  /** Those killed, as the fractions have them; undefined if they are not known. */
  get killedRange(): Range | undefined {
    return this.low === NONE ? undefined : this.#range(this.low, this.high, this.killedScale, this.#isKilledAbout);
  }

  get outRange(): Range {
    return this.#range(this.outLow, this.outHigh, this.scale, this.#isOutAbout);
  }

  #range(low: number, high: number, scale: number, approximate: boolean): Range {
    const [openLow, openHigh] = [
      this.open === "low" || this.open === "both",
      this.open === "high" || this.open === "both",
    ];
    return { low: Rational.of(low, scale), high: Rational.of(high, scale), openLow, openHigh, approximate };
  }

  /** One end of the losses, or of the losses less those who returned; NONE if there is none. */
  losses(of: "outOfAction" | "net", end: "low" | "best" | "high"): number {
    if (of === "net") return end === "low" ? this.netLow : end === "high" ? this.netHigh : this.netBest;
    return end === "low" ? this.outLow : end === "high" ? this.outHigh : this.outBest;
  }

  scaleOf(of: "outOfAction" | "net"): number {
    return of === "net" ? this.netScale : this.scale;
  }

  /** Says that a figure was hedged, once. */
  addApproximate(): void {
    if (!this.caveats.endsWith(APPROXIMATE)) this.addCaveat(APPROXIMATE);
  }

  /** Adds a caveat to those of the row. */
  addCaveat(code: CaveatCode | TableCode): void {
    this.caveats = this.caveats === "" ? code : `${this.caveats} ${code}`;
  }
}

/** Encodes which ends of an amount are open; 0 if there is no amount. */
function codeOf({ low, openLow, openHigh }: People): number {
  return low === NONE ? 0 : 1 + Number(openLow) + 2 * Number(openHigh);
}

type HundredthsRange = readonly [low: number, high: number];
const hundredths = ({ low, high }: { low: Rational; high: Rational }): HundredthsRange => [
  Number(low.times(Rational.of(100))),
  Number(high.times(Rational.of(100))),
];
const PAST_RATIO = hundredths(PAST.ratio);
const PAST_WOUNDED = hundredths(PAST.wounded);

/** Whether the range from low ÷ most to high ÷ least reaches beyond what was seen in the past. */
function isOutsidePast(low: number, high: number, most: number, least: number, [from, to]: HundredthsRange): boolean {
  return low * 100 < from * most || high * 100 > to * least;
}

/** Whether a share has no open ends, and no best value of its own. */
function isPlainShare({ best, openLow, openHigh }: Share): boolean {
  return best === undefined && !openLow && !openHigh;
}

/** The size of a force; undefined if it has an open end, or a best value of its own. */
function sizeOf({ figure: { low, high, best, openLow, openHigh, approximate } }: Force): People | undefined {
  if (best !== undefined || openLow || openHigh || low <= 0) return undefined;
  return Object.assign(new People(), { low, high, approximate });
}
