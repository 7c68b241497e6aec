import { derive } from "../core/derive.ts";
import { collect, InputError, type Problem } from "../core/errors.ts";
import type { Ratio } from "../core/figure.ts";
import { isOfAll, type RatioInput } from "../core/named.ts";
import { closed, isExact, type Range } from "../core/range.ts";
import type { RatioLookup } from "../core/ratio-lookup.ts";
import { ONE, Rational, ZERO } from "../core/rational.ts";
import { formulaOf } from "../core/relations.ts";
import { type Case, lossesOf, peopleIn, ratioOf } from "./cases.ts";
import { historyOf, rounded } from "./history.ts";
import { casesOfHistory } from "./names.ts";

/** A ratio applied to the killed of one case, next to what was recorded. In people, unrounded. */
export interface Trial {
  readonly case: Case;
  readonly ratio: Range;
  readonly estimate: Range;
  readonly recorded: Rational;
  /** (estimate − recorded) ÷ recorded, at each end. */
  readonly errorLow: Rational;
  readonly errorHigh: Rational;
}

/**
 * All trials of one measure, and how many of them were close. A range is as close as its nearer end, or exact if the
 * recorded number is inside.
 */
export interface BacktestBlock {
  readonly measure: "wounded" | "others";
  readonly trials: readonly Trial[];
  readonly withinQuarter: number;
  readonly withinTwo: number;
  /** Inside the range; for a single number, equal to it. */
  readonly inside: number;
  readonly tooLow: number;
  readonly tooHigh: number;
}

export interface Backtest {
  /** What was tested, as it was written. */
  readonly text: string;
  readonly isNamed: boolean;
  /** The war that a name is of, in words. */
  readonly title?: string | undefined;
  /** Whether each case was tested with an interval from the other wars. */
  readonly isHistory: boolean;
  /** Every case was tested with a single number. */
  readonly isSingle: boolean;
  readonly blocks: readonly BacktestBlock[];
  /** Measures that the ratio says nothing about. */
  readonly without: readonly BacktestBlock["measure"][];
}

/** The ratio to test a case with; undefined if there is none for that case. */
type RatioFinder = (entry: Case) => Range | undefined;

const ASKED: Record<BacktestBlock["measure"], RatioInput> = { wounded: "wounded", others: "ratio" };

/** The ratio of a name for whichever measure it has. Throws InputError if it has neither. */
export function eitherMeasure(lookup: RatioLookup): RatioLookup {
  const find = (name: string): Ratio => {
    const problems: Problem[] = [];
    const found = collect(problems, () => lookup(name, "wounded"));
    if (found) return found;
    if (problems[0]?.code === "E-RATIO-LACKS") return lookup(name, "ratio");
    throw new InputError(problems);
  };
  return Object.assign(find, { knows: lookup.knows });
}

/**
 * Applies a ratio to the killed of every comparable case, and compares the result with what was recorded. A ratio with
 * a name is tested for each measure with what the name says about it.
 */
export function backtest(cases: readonly Case[], ratio: Ratio, lookup: RatioLookup): Backtest {
  const isHistory = ratio.named?.kind === "history";
  const past = isHistory ? casesOfHistory(ratio.text) : [];
  const finders: RatioFinders = isHistory ? { wounded: byOtherWars(past) } : findersOf(ratio, lookup);
  const judged = isHistory ? cases.filter((entry) => past.includes(entry)) : cases;
  const measures = ["wounded", "others"] as const;
  const blocks = measures.flatMap((measure) => {
    const finder = finders[measure];
    return finder ? [blockOf(measure, judged, finder)] : [];
  });
  return {
    text: ratio.text,
    isNamed: ratio.named !== undefined,
    title: ratio.named?.kind === "case" ? ratio.named.title : undefined,
    isHistory,
    isSingle: blocks.every(({ trials }) => trials.every(({ ratio }) => isExact(ratio))),
    blocks,
    without: measures.filter((measure) => !finders[measure]),
  };
}

type RatioFinders = { readonly [M in BacktestBlock["measure"]]?: RatioFinder | undefined };

/** A plain ratio is used for both measures; a name, for those it has a ratio for. */
function findersOf(ratio: Ratio, lookup: RatioLookup): RatioFinders {
  const finder = (measure: BacktestBlock["measure"]): RatioFinder | undefined => {
    const found = ratio.named ? collect([], () => lookup(ratio.text, ASKED[measure])) : ratio;
    const isLike = found && (measure === "wounded" || isOfAll(found.named));
    return isLike ? () => found : undefined;
  };
  return { wounded: finder("wounded"), others: finder("others") };
}

/** Tests each case with the interval of all wars except its own, so that it is not judged by itself. */
function byOtherWars(cases: readonly Case[]): RatioFinder {
  const known = new Map<string, ReturnType<RatioFinder>>();
  return ({ war }) => {
    if (!known.has(war!)) {
      const interval = historyOf(cases.filter((other) => other.war !== war));
      const [low, high] = interval ? rounded(interval) : [];
      known.set(war!, low && closed(low, high));
    }
    return known.get(war!);
  };
}

const QUARTER = Rational.of(1, 4);
const [HALF, TWO] = [Rational.of(1, 2), Rational.of(2)];

function blockOf(measure: BacktestBlock["measure"], cases: readonly Case[], finder: RatioFinder): BacktestBlock {
  const trials = cases.flatMap((entry) => {
    const ratio = entry.comparable && ratioOf(entry, measure) ? finder(entry) : undefined;
    return ratio ? [trialOf(entry, measure, ratio)] : [];
  });
  const nearest = trials.map(nearestTo);
  const count = (holds: (quotient: Rational) => boolean) => nearest.filter(holds).length;
  return {
    measure,
    trials,
    withinQuarter: count((quotient) => abs(quotient.minus(ONE)).compare(QUARTER) <= 0),
    withinTwo: count((quotient) => quotient.compare(HALF) >= 0 && quotient.compare(TWO) <= 0),
    inside: count((quotient) => quotient.equals(ONE)),
    tooLow: count((quotient) => quotient.compare(ONE) < 0),
    tooHigh: count((quotient) => quotient.compare(ONE) > 0),
  };
}

const BY_RATIO = formulaOf("killed × ratio");

function trialOf(entry: Case, measure: BacktestBlock["measure"], ratio: Range): Trial {
  const recorded = peopleIn(lossesOf(entry, measure)!);
  const killed = closed(Rational.of(entry.killed!));
  const estimate = derive("others", BY_RATIO, (name) => (name === "killed" ? killed : ratio)).value;
  const error = (people: Rational) => people.minus(recorded).over(recorded);
  return { case: entry, ratio, estimate, recorded, errorLow: error(estimate.low), errorHigh: error(estimate.high) };
}

/** Estimate ÷ recorded at the nearest end; 1 if the recorded number is inside the range. */
function nearestTo({ errorLow, errorHigh, estimate }: Trial): Rational {
  if (errorLow.compare(ZERO) > 0 && !estimate.openLow) return errorLow.plus(ONE);
  if (errorHigh.compare(ZERO) < 0 && !estimate.openHigh) return errorHigh.plus(ONE);
  return ONE;
}

function abs(value: Rational): Rational {
  return value.compare(ZERO) < 0 ? ZERO.minus(value) : value;
}
