import { collect, InputError, type Problem, refuse } from "../core/errors.ts";
import type { Expectation, Stated, Tolerance } from "../core/expected.ts";
import type { Per } from "../core/figure.ts";
import type { Unit } from "../core/range.ts";
import { ONE, Rational, ZERO } from "../core/rational.ts";
import { QUANTITY_OF } from "../core/result-names.ts";
import { readDied } from "./died.ts";
import type { End } from "./end.ts";
import {
  checkPeople,
  checkRatio,
  checkShare,
  hundredths,
  namedLosses,
  onOneLine,
  type ReadAs,
  refuseCounted,
  refuseVague,
} from "./figure.ts";
import { readSlice } from "./label.ts";
import { plain, plainRange } from "./print.ts";
import type { WrittenQuantity } from "./quantity.ts";
import { LONGEST, readMeasured, readQuantity, readShareOfForce, refuseMeasure } from "./read-quantity.ts";
import { MARK } from "./sign.ts";
import { readWithTries } from "./tries.ts";

/**
 * Reads an expected result, and how precisely it was written: people ("24,000-55,200"), losses per killed ("2-3"), a
 * share ("16.0%-36.8%", which may be above 100%), or a number of days, of people a day and so on ("44.4"), with its
 * unit or without. A balance or a change may be below zero ("-6,000 to -2,500"). Throws InputError.
 */
export function parseStated(text: string, unit: Unit, as: ReadAs = {}): Stated {
  return readWithTries(text, (spelling) => {
    const read = (part: string) => readStated(part, unit, as);
    return readBelowZero(spelling, unit, read) ?? read(spelling);
  });
}

function readStated(text: string, unit: Unit, { counted }: ReadAs): Stated {
  if (unit === "share") {
    const quantity = readShareOfForce(text, "share");
    checkShare(text, quantity, true);
    return statedShare(text, quantity);
  }
  if (unit !== "people" && unit !== "perKilled") return readMeasuredResult(text, unit, counted);
  const quantity = readQuantity(text, READ_AS[unit]);
  if (unit === "people") checkPeople(text, quantity, counted);
  else checkRatio(text, quantity, "ratio");
  return statedOf(text, quantity);
}

const READ_AS = { people: "figure", perKilled: "ratio" } as const;

/** "44.4", "44.4 a day", "3 months", "7.45 per 1,000 per day". */
function readMeasuredResult(text: string, unit: MeasuredUnit, counted: ReadAs["counted"]): Stated {
  const expected = unit === "days" ? "days" : "result";
  const quantity = readMeasured(text, expected, true);
  const { measure, vague, sign } = quantity;
  const per = MEASURED_PER[unit];
  if (vague) refuseVague(text);
  if (sign || (measure && measure.per !== per)) refuseMeasure(text, quantity, expected);
  refuseCounted(text, quantity, counted);
  const factor = measure?.factor ?? ONE;
  const stated = statedOf(text, quantity, measure && unit === "perThousand" ? factor.times(THOUSAND) : factor);
  const isLong = unit === "perDay" && !factor.equals(ONE);
  return isLong ? { ...stated, days: ONE.over(factor).toNumber() } : stated;
}

type MeasuredUnit = Exclude<Unit, "people" | "perKilled" | "share">;

/** The rate that a result can be written as. Days have a unit of time instead, and the rest have none. */
const MEASURED_PER: Readonly<Partial<Record<MeasuredUnit, Per>>> = { perDay: "day", perThousand: "force and day" };

/** Results that cannot be below zero. */
const NEVER_NEGATIVE: readonly Unit[] = ["perKilled", "days", "amount"];
/** A minus before the first digit, after any words or signs. */
const BELOW_ZERO = /^(?:\D*[\s~≤≥<>=])?[-−](?=\.?\d)/;
const JOINT = /\s(?:to|and)\s|\s*[–—]\s*|\s*\.{2,}\s*|\/|(?<=\d(?:k|m|mn|bn)?|[%+])\s*-\s*(?=[~≤\d.−-])/g;

/** Reads a result that begins below zero, in which each number has a sign of its own. Undefined for any other text. */
function readBelowZero(text: string, unit: Unit, read: (part: string) => Stated): Stated | undefined {
  if (text.length > LONGEST || NEVER_NEGATIVE.includes(unit) || !BELOW_ZERO.test(text)) return undefined;
  const joints = [...text.matchAll(JOINT)];
  const from = joints.length === 1 ? (/^\s*(?:between|from)\s/i.exec(text)?.[0].length ?? 0) : 0;
  const starts = [from, ...joints.map(({ index, 0: joint }) => index + joint.length)];
  const ends = starts.map((start, index) => {
    const end = joints[index]?.index ?? text.length;
    return readSlice(text, start, end, (part) => readSigned(part, read));
  });
  const [low, high, best] = ends.length === 3 ? [ends[0]!, ends[2]!, ends[1]!] : [ends[0]!, ends.at(-1)!];
  const isRange = ends.every((end) => end.low.equals(end.high) && !end.best) && ends.length <= 3;
  const isOpenInside = ends.length > 1 && (low.openHigh || high.openLow);
  // Anything else is refused because of its sign.
  if (!isRange || isOpenInside) return undefined;
  if (low.low.compare(best?.low ?? high.low) > 0 || (best && best.low.compare(high.low) > 0)) {
    const args = { low: plain(high.low), high: plain(low.low) };
    refuse({ code: "E-RANGE-REVERSED", args, text, start: 0, end: text.length });
  }
  return {
    low: low.low,
    best: best?.low,
    high: high.low,
    openLow: low.openLow,
    openHigh: high.openHigh,
    approximate: ends.some(({ approximate }) => approximate),
    text: onOneLine(text),
    step: { low: low.step.low, best: best?.step.low, high: high.step.high },
    ...(ends.length === 1 && low.excludes && { excludes: low.excludes }),
  };
}

/** One number with its sign, if it has one. */
function readSigned(text: string, read: (part: string) => Stated): Stated {
  if (!BELOW_ZERO.test(text)) return read(text);
  // A space instead of the sign keeps every other character in its place.
  const stated = read(text.replace(/[-−]/, " "));
  return { ...stated, low: ZERO.minus(stated.low), high: ZERO.minus(stated.high) };
}

/**
 * Reads a share that a report concludes, which may be in words: "1/3", "a fifth", "between a fifth and a third", "one in
 * five soldiers is out of action".
 */
export function parseClaimedShare(text: string): Stated {
  return readWithTries(text, (spelling) => {
    const share = withoutPredicate(spelling);
    const quantity = readShareOfForce(share, "claim");
    checkShare(share, quantity, true);
    return { ...statedShare(share, quantity), text: onOneLine(spelling) };
  });
}

const PREDICATE =
  /\s+(?:(?:is|are|was|were|has|have|had)\s+(?:been\s+)?)?(?:gone|lost|destroyed|(?:put\s+|knocked\s+)?out\s+of\s+action)\s*$/i;
const SOLDIERS = /(?<=\b(?:in|out\s+of)\s+(?:every\s+)?\w+)\s+(?:soldiers|troops|men)\s*$/i;
/** "Of those mobilised", "of the men who fought": the force, by what it is made of. */
const OF_THOSE = /\s+of\s+(?:those|(?:all\s+)?(?:the\s+)?men)(?:\s+[a-z]+){0,3}\s*$/i;
/** What only a share has. Without any of it, "1 out of action" is one person. */
const PART =
  /%|\b(?:percent|per\s+cent|of\s+the|in|out\s+of|half|thirds?|quarters?|(?:fif|six|seven|eigh|nin|ten)ths?)\b/i;

/** The share alone, without what is said of it. The patterns are slow on long runs of blanks. */
function withoutPredicate(text: string): string {
  if (text.length > LONGEST) return text;
  const share = text.replace(PREDICATE, "").replace(SOLDIERS, "").replace(OF_THOSE, " of the force");
  return PART.test(share) ? share : text;
}

/**
 * Reads the share of the casualties who died, as a report concludes it: "a quarter died", "25%". Throws InputError.
 */
export function parseClaimedDied(text: string): Stated {
  return readWithTries(text, (spelling) => claimedDied(spelling, readDied(spelling)));
}

function claimedDied(text: string, { counted: _, ...quantity }: WrittenQuantity): Stated {
  checkShare(text, quantity);
  return statedShare(text, quantity);
}

/** Reads the share who died, in words that say so: "a quarter died", "25% of the casualties were killed". */
function readClaimedDied(text: string): Stated | undefined {
  return collect([], () => {
    const quantity = readDied(text);
    return quantity.counted?.as.includes("killed") ? claimedDied(text, quantity) : undefined;
  });
}

/** Reads a ratio, in words that say of which loss: "eight wounded for every soldier killed", "3 others per killed". */
function readClaimedRatio(text: string): Pick<Expectation, "of" | "stated"> | undefined {
  return collect([], () => {
    const quantity = readQuantity(text, "ratio");
    const { sign, counted, low, ends } = quantity;
    const [loss, another] = counted?.as ?? [];
    checkRatio(text, quantity, "ratio", loss);
    // A quotient, such as "800 per hundred", says nothing about how precise it is.
    const isPlain = sign === "times" && ends[0]!.value.equals(low);
    const of = loss ? `implied.${loss}` : /\bother/i.test(text) ? "ratio" : undefined;
    return isPlain && of && !another && QUANTITY_OF.has(of) ? { of, stated: statedOf(text, quantity) } : undefined;
  });
}

/** Reads losses a day, a week, a month or a year: "1,500 a day". */
function readClaimedPace(text: string): Stated | undefined {
  return collect([], () => {
    const isPace = readMeasured(text, "result", true).measure?.per === "day";
    const stated = isPace ? readMeasuredResult(text, "perDay", "casualties") : undefined;
    // "A tenth a month" is a share, not a part of a person.
    const people = stated?.high.times(Rational.of(stated.days ?? 1));
    return people && people.compare(ZERO) > 0 && people.compare(ONE) < 0 ? undefined : stated;
  });
}

/**
 * Reads what somebody concluded: a share of the force ("a third"), the share who died ("a quarter died"), a ratio
 * ("eight wounded for every soldier killed"), losses a day ("1,500 a day"), or people out of action ("50,000"). Throws
 * InputError.
 */
export function parseClaim(text: string): Pick<Expectation, "of" | "stated"> {
  const share = collect([], () => parseClaimedShare(text));
  if (share) return { of: "share", stated: share };
  const died = readClaimedDied(text);
  if (died) return { of: "shareWhoDied", stated: died };
  const ratio = readClaimedRatio(text);
  if (ratio) return ratio;
  const pace = readClaimedPace(text);
  if (pace) return { of: "perDay", stated: pace };
  const problems: Problem[] = [];
  const stated = collect(problems, () => parseStated(text, "people", { counted: "casualties" }));
  if (stated) return { of: "outOfAction", stated };
  throw new InputError(problems.map(asConclusionProblem));
}

/** A text that is not a count of people either may have been meant as a share, and a claim is about all losses. */
function asConclusionProblem({ tries = [], ...rest }: Problem): Problem {
  // Each word of a conclusion may matter: "30,000 lost for good" does not mean "30,000 lost".
  const words = (text: string) => text.split(/\s+/).length;
  const problem = { ...rest, tries: tries.filter((spelling) => words(spelling) >= words(rest.text ?? "")) };
  if (problem.code === "E-CATEGORY") return { ...problem, args: { ...problem.args, isClaim: true } };
  // A pace or an amount cannot be claimed here either.
  if (problem.code !== "E-NOT-A-NUMBER" && problem.code !== "E-UNIT") return problem;
  const { found } = problem.args;
  const parts = (rest.text ?? "").split(/[,;]\s+(?:and\s+|or\s+)?/);
  const isOfSeveral = parts.length > 1 && parts.some((part) => collect([], () => parseClaim(part)));
  return {
    ...problem,
    code: "E-NOT-A-NUMBER",
    args: { found, expected: isOfSeveral ? "one conclusion" : "conclusion" },
  };
}

/** "Just over", "slightly fewer than", "nearly". */
const CLOSE =
  /\b(?:(?:just|barely|slightly|somewhat|a\s+(?:little|bit))\s+(?:over|above|beyond|more|greater|higher|under|below|fewer|less|lower|smaller|exceed|topped|surpassed|north)|nearly|almost|virtually|approaching)/i;

/** "Over", "more than" and ">", but not "no more than", "or over" or ">=". */
const EXCLUDES =
  /(?<!\b(?:no|not|nor|or|and)\s+(?:to\s+)?)\b(?:(?:more|greater|higher|fewer|less|lower|smaller)\s+than(?!\s+or\b)|over|above|beyond|under|below|exceed(?:s|ed|ing)?|topped|surpassed|north\s+of|in\s+excess\s+of)\b|[<>](?!=)/i;

/** The ends that are bounds whose words exclude the number itself. */
function excludedEnds(text: string, { ends, approximate }: WrittenQuantity): NonNullable<Stated["excludes"]> {
  const excludes = (end: End | undefined, bound: End["bound"]) =>
    end !== undefined && end.bound === bound && EXCLUDES.test(text.slice(end.start, end.end));
  if (approximate) return [];
  const isExcluded = { low: excludes(ends[0], "above"), high: excludes(ends[1] ?? ends[0], "below") };
  return (["low", "high"] as const).filter((end) => isExcluded[end]);
}

const EXACTLY = /\b(?:exactly|precisely)\b/i;

/** A bare 0 is as precise as "0%". */
function statedShare(text: string, quantity: WrittenQuantity): Stated {
  const isBare = (step: Rational) => !quantity.sign && step.compare(ONE) >= 0;
  const ends = quantity.ends.map((end) => (isBare(end.step) ? { ...end, step: ONE.over(HUNDRED) } : end));
  return statedOf(text, { ...quantity, ends });
}

function statedOf(text: string, quantity: WrittenQuantity, factor = ONE): Stated {
  if (quantity.spread) refuseSpread(text, quantity);
  const part = hundredths(quantity);
  const take = (value: Rational) => part(value).times(factor);
  const steps = quantity.ends.map(({ step }) => take(step));
  const best = quantity.best && steps.pop();
  const [low = ONE, high = low] = steps;
  const { openLow, openHigh, approximate } = quantity;
  const only = namedLosses(quantity);
  const isClose = quantity.low.equals(quantity.high) && CLOSE.test(text);
  const isBetween = quantity.ends.length > 1 && quantity.ends.every(({ bound }) => bound);
  const isStrict = !approximate && !isClose && (isBetween || EXACTLY.test(text));
  const excludes = excludedEnds(text, quantity);
  return {
    low: take(quantity.low),
    best: quantity.best && take(quantity.best),
    high: take(quantity.high),
    openLow,
    openHigh,
    approximate,
    text: onOneLine(text),
    step: { low, best, high },
    ...(only && { only }),
    ...(isClose && { isClose }),
    ...(isStrict && { isStrict }),
    ...(excludes.length > 0 && { excludes }),
  };
}

/** "28,000±500" may be the expected range, or one number and how far off it may be. */
function refuseSpread(text: string, { low, high, sign }: WrittenQuantity): never {
  const mark = sign ? MARK[sign] : "";
  const tries = [mark ? `${plain(low)}${mark}-${plain(high)}${mark}` : plainRange(low, high)];
  refuse({ code: "E-SPREAD", args: { because: "tolerance" }, text, start: 0, end: text.length, tries });
}

const POINTS = /\s*(?:percentage\s+)?(?:points?|pp)\s*$/i;

/**
 * Reads how far off a result may be: a number in its unit ("500", "0.1"), points for a share ("0.5 points"), or percent
 * of a value that is not a share ("1%"). Throws InputError.
 */
export function parseTolerance(text: string, unit: Unit): Tolerance {
  return readWithTries(text, (spelling) => {
    // The pattern is slow on long runs of blanks. Such a text is refused for its length instead.
    const points = spelling.length <= LONGEST && POINTS.test(spelling);
    const quantity = readQuantity(points ? spelling.replace(POINTS, "") : spelling, "tolerance");
    const { low: value, high, sign, openLow, openHigh, approximate } = quantity;
    const percent = sign === "percent";
    const fits = unit === "share" ? points && !sign : !points && sign !== "times";
    if (!fits || !value.equals(high) || openLow || openHigh || approximate) {
      const tries = unit === "share" ? [`${plain(value)} ${value.equals(ONE) ? "point" : "points"}`] : [];
      refuse({ code: "E-TOLERANCE", args: { unit }, text, start: 0, end: text.length, tries });
    }
    return { value: percent || points ? value.over(HUNDRED) : value, relative: percent, text: onOneLine(text) };
  });
}

const HUNDRED = Rational.of(100);
const THOUSAND = Rational.of(1000);
