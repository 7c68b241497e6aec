import { InputError } from "../core/errors.ts";
import type { Ratio, RatioLookup } from "../core/figure.ts";
import type { Asked } from "../core/named.ts";
import { Rational } from "../core/rational.ts";
import { type Case, lossesOf, ratioOf } from "./cases.ts";
import { historyOf, rounded } from "./history.ts";
import { casesOfHistory, HISTORY } from "./names.ts";

type Ends = Pick<Ratio, "low" | "high" | "openLow" | "openHigh">;

/** A ratio applied to the killed of one case, beside what was recorded. In people, unrounded. */
export interface Trial {
  readonly case: Case;
  readonly ratio: Ends;
  readonly low: Rational;
  readonly high: Rational;
  readonly recorded: number;
  /** (estimate − recorded) ÷ recorded, at each end. */
  readonly errorLow: Rational;
  readonly errorHigh: Rational;
}

/** All trials of one measure, and how many came how near. A range is as near as its nearer end, or 0 inside. */
export interface Block {
  readonly measure: "wounded" | "others";
  readonly trials: readonly Trial[];
  readonly withinQuarter: number;
  readonly withinTwo: number;
  readonly inside: number;
  readonly tooLow: number;
  readonly tooHigh: number;
}

export interface Backtest {
  /** What was tested, as it was written. */
  readonly text: string;
  /** Whether each case was judged by an interval from the other wars. */
  readonly isHistory: boolean;
  /** One number for every case, so that nothing lies inside. */
  readonly isSingle: boolean;
  readonly blocks: readonly Block[];
  /** Measures that the ratio says nothing of. */
  readonly without: readonly Block["measure"][];
}

/** What a ratio says of one case; undefined where it cannot say anything. */
type Ruler = (one: Case) => Ends | undefined;

const ASKED: Record<Block["measure"], Asked> = { wounded: "wounded", others: "ratio" };

/**
 * Applies a ratio to the killed of every comparable case, and compares with what was recorded.
 * `ratio` is what was read as a number or range; without it the text is a name. Throws InputError.
 */
export function backtest(
  cases: readonly Case[],
  text: string,
  ratio: Ratio | undefined,
  lookup: RatioLookup,
): Backtest {
  const isHistory = !ratio && text.toLowerCase().split(":")[0] === HISTORY;
  // Refuses a scope with too few wars.
  if (isHistory) lookup(text, "wounded");
  const past = isHistory ? casesOfHistory(text.toLowerCase()) : [];
  const rulers: Rulers = isHistory ? { wounded: byOtherWars(past) } : rulersOf(text, ratio, lookup);
  const judged = isHistory ? cases.filter((one) => past.includes(one)) : cases;
  const measures = ["wounded", "others"] as const;
  const blocks = measures.flatMap((measure) => {
    const ruler = rulers[measure];
    return ruler ? [blockOf(measure, judged, ruler)] : [];
  });
  return {
    text,
    isHistory,
    isSingle: blocks.every(({ trials }) => trials.every(({ ratio }) => isSingle(ratio))),
    blocks,
    without: measures.filter((measure) => !rulers[measure]),
  };
}

function isSingle({ low, high, openLow, openHigh }: Ends): boolean {
  return low.equals(high) && !openLow && !openHigh;
}

type Rulers = { readonly [M in Block["measure"]]?: Ruler | undefined };

/** One ratio for both measures; a name for what it knows. */
function rulersOf(text: string, ratio: Ratio | undefined, lookup: RatioLookup): Rulers {
  if (ratio) return { wounded: () => ratio, others: () => ratio };
  const problems: InputError[] = [];
  const ruler = (measure: Block["measure"]): Ruler | undefined => {
    try {
      const found = lookup(text, ASKED[measure]);
      return () => found;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(error);
      return undefined;
    }
  };
  const [wounded, others] = [ruler("wounded"), ruler("others")];
  if (!wounded && !others) throw problems[0]!;
  return { wounded, others };
}

/** Each case by the interval of the wars but its own, so that it is not judged by itself. */
function byOtherWars(cases: readonly Case[]): Ruler {
  const known = new Map<string, ReturnType<Ruler>>();
  return ({ war }) => {
    if (!known.has(war!)) {
      const interval = historyOf(cases.filter((other) => other.war !== war));
      const [low, high] = interval ? rounded(interval) : [];
      known.set(war!, low && high && { low, high, openLow: false, openHigh: false });
    }
    return known.get(war!);
  };
}

const QUARTER = Rational.of(1, 4);
const [HALF, TWO] = [Rational.of(1, 2), Rational.of(2)];

function blockOf(measure: Block["measure"], cases: readonly Case[], ruler: Ruler): Block {
  const trials = cases.flatMap((one) => {
    const ratio = one.comparable && ratioOf(one, measure) ? ruler(one) : undefined;
    return ratio ? [trialOf(one, measure, ratio)] : [];
  });
  const nearest = trials.map(nearestTo);
  const count = (holds: (quotient: Rational) => boolean) => nearest.filter(holds).length;
  return {
    measure,
    trials,
    withinQuarter: count((quotient) => abs(quotient.minus(Rational.of(1))).compare(QUARTER) <= 0),
    withinTwo: count((quotient) => quotient.compare(HALF) >= 0 && quotient.compare(TWO) <= 0),
    inside: count((quotient) => quotient.equals(Rational.of(1))),
    tooLow: count((quotient) => quotient.compare(Rational.of(1)) < 0),
    tooHigh: count((quotient) => quotient.compare(Rational.of(1)) > 0),
  };
}

function trialOf(one: Case, measure: Block["measure"], ratio: Ends): Trial {
  const recorded = lossesOf(one, measure)!.reduce((sum, { count }) => sum + count, 0);
  const [people, killed] = [Rational.of(recorded), Rational.of(one.killed!)];
  const [least, most] = [killed.times(ratio.low), killed.times(ratio.high)];
  const error = (estimate: Rational) => estimate.minus(people).over(people);
  return {
    case: one,
    ratio,
    low: least,
    high: most,
    recorded,
    errorLow: error(least),
    errorHigh: error(most),
  };
}

/** Estimate ÷ recorded at the end that comes nearest; 1 where the recorded number lies inside. */
function nearestTo({ errorLow, errorHigh, ratio }: Trial): Rational {
  const zero = Rational.of(0);
  if (errorLow.compare(zero) > 0 && !ratio.openLow) return errorLow.plus(Rational.of(1));
  if (errorHigh.compare(zero) < 0 && !ratio.openHigh) return errorHigh.plus(Rational.of(1));
  return Rational.of(1);
}

function abs(value: Rational): Rational {
  return value.compare(Rational.of(0)) < 0 ? Rational.of(0).minus(value) : value;
}
