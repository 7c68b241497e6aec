import type { Category } from "./categories.ts";
import type { Problem } from "./errors.ts";
import type { Expectation, Stated } from "./expected.ts";
import { rates } from "./given.ts";
import { QUANTITIES } from "./quantities.ts";
import { areOverlapping, closed, type Range, type RangeEnd, type Unit } from "./range.ts";
import { greatest, least, ONE, Rational, ZERO } from "./rational.ts";
import { QUANTITY_OF, type ResultName, unitOf } from "./result-names.ts";
import { givenCategories, type Scenario } from "./scenario.ts";
import { distance, nearRoomOf, roomOf, shareRangeInWords } from "./share.ts";
import { type Given, RANK, Solution } from "./solve.ts";

/** Whether a claim follows: each value of the result agrees with it, some values do, or none does. */
export type Verdict = "follows" | "may hold" | "does not hold";

/** What somebody concluded. */
export interface Conclusion {
  /** The quantity that it is about. */
  readonly of: string;
  readonly stated: Stated;
}

/** What one input would have to be if the others stay the same. An open end means that there is no limit on that side. */
export interface Need {
  /** The quantity that would have to be different. */
  readonly of: string;
  /** The values with which the conclusion may hold. */
  readonly value: Range;
  /** The values with which it certainly holds. Absent if none does, for example because another input is a range. */
  readonly certain?: Range;
  /** The ends of both that are not among these values: "over 28,000" needs more than 7,000 killed. */
  readonly excludes?: readonly ("low" | "high")[];
}

/** A conclusion compared with the result, and what would have to be true for it. */
export interface JudgedConclusion extends Conclusion {
  readonly actual: Range;
  /** The values that agree with it: what was stated, widened by the room that its words leave. */
  readonly agrees: Range;
  readonly verdict: Verdict;
  /** Only for the share of the force and the number out of action. */
  readonly needs: readonly Need[];
}

/**
 * Judges each conclusion of a report, except those about one of several forces. If the losses are only a pace, that is
 * all a conclusion can be about.
 */
export function judgedConclusions(scenario: Scenario, solution: Solution, isDaily: boolean): JudgedConclusion[] {
  return (scenario.claimed?.results ?? []).flatMap(({ of: result, stated, force }) => {
    if (force !== undefined || (isDaily && result !== "perDay")) return [];
    const of = QUANTITY_OF.get(result)!;
    return judged({ of, stated }, solution.get(isDaily ? "out of action" : of), solution, scenario) ?? [];
  });
}

/** A scenario and the verdicts on its claims: the part of an estimate that claims are about. */
interface Judgement {
  readonly scenario: Scenario;
  readonly isDaily: boolean;
  readonly verdicts: readonly JudgedConclusion[];
  readonly covers: readonly ("killed" | Category)[];
}

const CLAIMABLE = ["share", "outOfAction", "shareWhoDied", "perDay"];
const isRatio = (of: ResultName) => unitOf(of) === "perKilled";

/**
 * Why claims cannot be judged: there is no single result to compare them with, or they are about some of the losses that
 * the result counts.
 */
export function claimProblems({ scenario, isDaily, verdicts, covers }: Judgement): Problem[] {
  const { claimed, force: forces = [] } = scenario;
  // A total covers what its report means by it, and at least the categories that are given.
  const counted = scenario.casualties ? givenCategories(scenario).map(([category]) => category) : covers;
  const part = verdicts.find(({ stated: { only } }) => only && counted.some((loss) => !only.includes(loss)));
  if (part) {
    const args = { found: part.stated.text, number: "", counted: "casualties", isClaim: true } as const;
    return [{ code: "E-CATEGORY", args }];
  }
  const judged = new Set(verdicts.map(({ stated }) => stated));
  const isUnjudged = ({ of, stated, force }: Expectation) =>
    (CLAIMABLE.includes(of) || isRatio(of)) && force === undefined && !judged.has(stated);
  const unjudged = claimed?.results.find(isUnjudged);
  if (!unjudged) return [];
  const because = isDaily
    ? "pace"
    : isRatio(unjudged.of)
      ? "no ratio"
      : unjudged.of === "perDay"
        ? "no days"
        : forces.length > 1
          ? "several forces"
          : "no force";
  return [{ code: "E-CLAIM", args: { because } }];
}

/** Compares a conclusion with the result. Undefined if there is no such result. */
function judged(
  { of, stated }: Conclusion,
  actual: Range | undefined,
  solution: Solution,
  scenario: Scenario,
): JudgedConclusion | undefined {
  if (!actual) return undefined;
  const { unit } = QUANTITIES.get(of)!;
  const verdict = verdictOn(stated, actual, unit, scenario);
  const room = around(stated, unit);
  // "Just over 20,000" begins at 20,001.
  const agrees = stated.isClose ? withoutExcluded(room, stated, unit) : room;
  const isMain = of === "share" || of === "out of action";
  const needs = verdict === "follows" || !isMain ? [] : needsOf({ of, stated: limited(stated, unit) }, room, solution);
  return { of, stated, actual, agrees, verdict, needs };
}

/** The one rule for claims: judges what was stated of a result by the room that its words leave. */
export function verdictOn(stated: Stated, actual: Range, unit: Unit, scenario: Scenario): Verdict {
  const usual = verdictOnStated(stated, actual, unit);
  const period = stated.days === undefined ? undefined : PERIODS[stated.days];
  // Losses that are counted in months are compared with those of a month, however long that is.
  if (!period || usual === "may hold" || textsOfPeriods(scenario).some((text) => period.words.test(text))) return usual;
  const at = (low: number, high: number) => verdictOnStated(inDays(stated, low, high), actual, unit);
  // A bound has to hold for an average month, too. A number is meant as 30 days, the usual month of such sums.
  const isBound = stated.openLow || stated.openHigh;
  if (usual === "follows" && (!isBound || at(period.average, period.average) === "follows")) return usual;
  return at(period.longest, period.shortest) === "does not hold" ? "does not hold" : "may hold";
}

/** How long a month and a year are, in days, by the days that they are counted as. */
export const PERIODS: Readonly<Record<number, Period>> = {
  30: { shortest: 28, longest: 31, average: 365 / 12, words: /month/i },
  365: { shortest: 365, longest: 366, average: 365, words: /year|annual|p\.a/i },
};

interface Period {
  readonly shortest: number;
  readonly longest: number;
  readonly average: number;
  readonly words: RegExp;
}

/** The same number of people in this many days, each end of it in others. */
function inDays({ low, high, step, ...stated }: Stated, ofLow: number, ofHigh: number): Stated {
  const scaled = (value: Rational, days: number) => value.times(Rational.of(stated.days! * 12, Math.round(days * 12)));
  return {
    ...stated,
    low: scaled(low, ofLow),
    best: stated.best && scaled(stated.best, ofHigh),
    high: scaled(high, ofHigh),
    step: {
      low: scaled(step.low, ofLow),
      best: step.best && scaled(step.best, ofHigh),
      high: scaled(step.high, ofHigh),
    },
  };
}

function textsOfPeriods(scenario: Scenario): string[] {
  return [...rates(scenario), scenario.days].flatMap((given) => given?.text ?? []);
}

function verdictOnStated(stated: Stated, actual: Range, unit: Unit): Verdict {
  const claimed = around(stated, unit);
  if (isPrintedAs(stated, actual, unit)) return "follows";
  const allowed = withoutExcluded(claimed, stated, unit);
  if (isWithin(actual, allowed) && isBestMet(stated, actual, unit)) return "follows";
  return areOverlapping(actual, actual.approximate ? claimed : allowed) ? "may hold" : "does not hold";
}

/** Without the very number that "over" or "under" excludes. Part of a person is no difference: 28,000.3 is 28,000. */
function withoutExcluded(range: Range, { excludes = [] }: Stated, unit: Unit): Range {
  return without(range, excludes, unit === "people" ? HALF : TINY);
}

/** A range without some of its ends, which are moved inwards by as little as this. */
function without({ low, high, ...range }: Range, ends: readonly ("low" | "high")[], least: Rational): Range {
  return {
    ...range,
    low: ends.includes("low") ? low.plus(least) : low,
    high: ends.includes("high") ? high.minus(least) : high,
  };
}

const OTHER = { low: "high", high: "low" } as const;

/** "Just over a fifth" is no more than what is printed as "over a fifth": the words limit the open end. */
function limited(stated: Stated, unit: Unit): Stated {
  const { low, high, openLow, openHigh, isClose } = stated;
  if (!isClose || openLow === openHigh) return stated;
  const room = nearRoom(stated, openLow ? "low" : "high", unit);
  const ends = openLow ? { low: low.minus(room) } : { high: high.plus(room) };
  return { ...stated, ...ends, openLow: false, openHigh: false };
}

/** Widens what was claimed by the room that its words leave. */
function around(claim: Stated, unit: Unit): Range {
  const stated = limited(claim, unit);
  const { low, high, openLow, openHigh, approximate } = stated;
  return {
    low: low.minus(roomOfWords(stated, "low", unit)),
    high: high.plus(roomOfWords(stated, "high", unit)),
    openLow,
    openHigh,
    approximate,
  };
}

function isBestMet(stated: Stated, { best }: Range, unit: Unit): boolean {
  if (!stated.best) return true;
  return best !== undefined && distance(best, stated.best).compare(roomOfWords(stated, "best", unit)) <= 0;
}

/** Whether a report claims a share in exactly the words in which it is printed. */
function isPrintedAs({ text, step }: Stated, actual: Range, unit: Unit): boolean {
  const isInWords = unit === "share" && step.low.equals(ZERO);
  return isInWords && text.toLowerCase().replaceAll("-", " ") === shareRangeInWords(actual);
}

/**
 * How far a result may be from an end of a claim and still agree with its words: half a unit of its last digit, every
 * share that is called by the fraction, or what "about" means before a number. A bound leaves none, nor does "exactly".
 */
function roomOfWords(stated: Stated, end: RangeEnd, unit: Unit): Rational {
  const { low, high, openLow, openHigh, approximate, isClose, isStrict, excludes } = stated;
  if (end !== "best" && excludes?.includes(end)) return ZERO;
  const [value, half] = [stated[end]!, halfUnit(stated, end, unit)];
  const isBound = low.equals(high) ? openLow || openHigh : isClose;
  // "At least a fifth" means no less, apart from what printing rounds away: 9.6 people are 10.
  const printed = value.equals(ZERO) && unit === "share" ? ZERO : least([half, PRINTED[unit] ?? ZERO]);
  if (isStrict || (isBound && (isClose || !approximate))) return printed;
  // "Nearly 30,000" is less, but not much less.
  if (isClose) return end === "low" ? greatest([nearRoom(stated, end, unit), half]) : printed;
  if (unit === "share") return approximate || half.equals(ZERO) ? greatest([roomOf(value), half]) : half;
  return approximate && IN_PEOPLE.includes(unit) ? greatest([half, aboutPeople(value, stated.step[end]!)]) : half;
}

/** Half a unit of the last digit, but no more than 5% for thousands and millions: "a million" is 950,000 to 1,050,000. */
function halfUnit({ step, ...stated }: Stated, end: RangeEnd, unit: Unit): Rational {
  const half = step[end]!.over(TWO);
  // "Three months" are counted in days.
  return unit === "days" || step[end]!.compare(ONE) <= 0 ? half : least([half, fivePercent(stated[end]!)]);
}

/** How far from a number "just over", "just under" and "nearly" it may be. */
function nearRoom(stated: Stated, end: "low" | "high", unit: Unit): Rational {
  const value = stated[end];
  return unit === "share" ? nearRoomOf(value, end) : aboutPeople(value, stated.step[end]).times(TWO);
}

/** What is written as a number of people. */
const IN_PEOPLE: readonly Unit[] = ["people", "perDay"];

/**
 * Five percent, but no more than half a unit of the last digit that is not 0: "about 28,500" is 28,450 to 28,550. A
 * month's losses are digits of a month: its step is a part of a person a day.
 */
function aboutPeople(value: Rational, step: Rational): Rational {
  let last = step.equals(ZERO) ? ONE : step;
  while (!value.equals(ZERO) && value.over(last.times(TEN)).isWhole()) last = last.times(TEN);
  return least([fivePercent(value), last.over(TWO)]);
}

/** Half a unit of the last digit that is printed. */
const PRINTED: Readonly<Partial<Record<Unit, Rational>>> = {
  people: Rational.of(1, 2),
  share: Rational.of(1, 2000),
};

const fivePercent = (value: Rational) => distance(value, ZERO).over(TWENTY);

/** The inputs whose values may be questioned: whatever is stated about the losses and the force. */
const ADJUSTABLE = ["killed", "out of action", "others per killed", "share who died", "force"];

function isWithin(inner: Range, outer: Range): boolean {
  const isAbove = outer.openLow || (!inner.openLow && inner.low.compare(outer.low) >= 0);
  const isBelow = outer.openHigh || (!inner.openHigh && inner.high.compare(outer.high) <= 0);
  return isAbove && isBelow;
}

/** Whether a quantity can have one of these values: none is below zero, and no share of the casualties is above all of them. */
function isPossible(name: string, { low, high, openLow, openHigh }: Range): boolean {
  return (openHigh || high.compare(ZERO) >= 0) && (openLow || name !== "share who died" || low.compare(ONE) <= 0);
}

/** Solves the table of relations backwards: the conclusion is given, and one input is calculated. */
function needsOf({ of, stated }: Conclusion, claimed: Range, solution: Solution): Need[] {
  return ADJUSTABLE.flatMap((name): Need[] => {
    const input = solution.given.get(name);
    const direction = input && name !== of ? directionOf(name, of, solution) : undefined;
    if (!input || !direction) return [];
    const others = [...solution.given].filter(([given]) => given !== name && given !== of);
    const valueFor = (claim: Rational) => valueIf(name, new Map([...others, [of, counted(closed(claim))]]), others);
    const [atLow, atHigh] = [valueFor(stated.low), valueFor(stated.high)];
    if (!atLow || !atHigh) return [];
    const { value, certain } =
      direction === "rises"
        ? between(atLow, atHigh, stated.openLow, stated.openHigh)
        : between(atHigh, atLow, stated.openHigh, stated.openLow);
    const resultOf = ({ low, high }: Range) =>
      new Solution(new Map([...solution.given, [name, { ...input, value: closed(low, high) }]])).get(of)!;
    const { excludes: ofClaim = [] } = stated;
    const excludes = direction === "rises" ? ofClaim : ofClaim.map((end) => OTHER[end]);
    if (!isPossible(name, without(value, excludes, TINY))) return [];
    const isFit = (range: Range) => isWithin(input.value, without(range, excludes, TINY));
    // No ratio makes the losses fewer than the killed: what would be below zero was set to zero.
    if (isFit(value) ? !certain || isFit(certain) : !areOverlapping(resultOf(value), claimed)) return [];
    const isCertain = certain !== undefined && isWithin(resultOf(certain), claimed);
    return [{ of: name, value, ...(isCertain && { certain }), ...(excludes.length > 0 && { excludes }) }];
  });
}

/** The value of an input if a conclusion is given. The counts of categories are all others only if nothing else says so. */
function valueIf(name: string, concluded: Solution["given"], others: readonly (readonly [string, Given])[]) {
  const sum = new Solution(new Map(others)).get("others");
  const counts = sum ? ([["others", counted(sum)]] as const) : [];
  return new Solution(concluded).get(name) ?? new Solution(new Map([...concluded, ...counts])).get(name);
}

const counted = (value: Range): Given => ({ value, rank: RANK.count });

/**
 * The values of an input between those that the ends of a claim need. Each of these is a range if another input is one:
 * any value in it may be enough, and any value beyond it certainly is. An open end of the claim sets no limit.
 */
function between(from: Range, to: Range, openFrom: boolean, openTo: boolean): Pick<Need, "value" | "certain"> {
  const interval = (low: Rational, high: Rational, openLow: boolean, openHigh: boolean): Range => ({
    ...closed(openLow ? high : low, openHigh ? low : high),
    openLow,
    openHigh,
  });
  const value = interval(from.low, to.high, openFrom || from.openLow, openTo || to.openHigh);
  const isLimited = (openFrom || !from.openHigh) && (openTo || !to.openLow);
  const isOrdered = openFrom || openTo || from.high.compare(to.low) <= 0;
  return isLimited && isOrdered ? { value, certain: interval(from.high, to.low, openFrom, openTo) } : { value };
}

/** How a result moves when one of its inputs is larger. Undefined if it does not depend on that input. */
function directionOf(input: string, result: string, solution: Solution): "rises" | "falls" | undefined {
  const { value, rank } = solution.given.get(input)!;
  const larger = (end: Rational) => end.times(TWO).plus(LITTLE);
  const given = { value: closed(larger(value.low), larger(value.high)), rank };
  const [before, after] = [
    solution.get(result)!,
    new Solution(new Map([...solution.given, [input, given]])).get(result),
  ];
  const sign = after ? after.low.compare(before.low) || after.high.compare(before.high) : 0;
  return sign === 0 ? undefined : sign > 0 ? "rises" : "falls";
}

const TWO = Rational.of(2);
const TEN = Rational.of(10);
const TWENTY = Rational.of(20);
const HALF = Rational.of(1, 2);
/** Far less than any difference between a result and what was claimed. */
const TINY = Rational.of(1, 10 ** 12);
/** Added because zero doubled is still zero. */
const LITTLE = Rational.of(1, 1000);
