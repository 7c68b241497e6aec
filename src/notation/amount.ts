import { ONE, Rational, ZERO } from "../core/rational.ts";
import { type Digits, readDigits } from "./digits.ts";
import { isHyphenAt, signTextAt, type Token, wordAt } from "./tokens.ts";

/** Words and letters that multiply the number before them. "Hundred" is not here, because it is part of that number. */
const SCALES: ReadonlyMap<string, number> = new Map([
  ["dozen", 12],
  ["score", 20],
  ["thousand", 1_000],
  ["k", 1_000],
  ["lakh", 100_000],
  ["million", 1_000_000],
  ["m", 1_000_000],
  ["mn", 1_000_000],
  ["mln", 1_000_000],
  ["crore", 10_000_000],
  ["billion", 1_000_000_000],
  ["bn", 1_000_000_000],
]);
/** "Two millions". "Dozens" and "scores" are not plurals of this kind: they are vague words with a floor. */
const PLURALS = /^(?:thousand|lakh|million|crore|billion)s$/;

const TEN = Rational.of(10);
const THOUSAND = Rational.of(1000);

const SMALL = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen " +
  "sixteen seventeen eighteen nineteen"
).split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** Words for the numbers below a hundred. */
const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, 10 * (index + 2)] as const),
]);

/** A number as it was written, before the unit of its neighbour is applied to it. */
export interface WrittenNumber {
  readonly value: Rational;
  /** The place value of the last digit: 1 for "24,000", 1,000 for "24k", a tenth for "16.0". */
  readonly step: Rational;
  /** Has no word like "thousand", so its neighbour's may apply: "six" in "six to fourteen thousand". */
  readonly bare: boolean;
  /** The value of the largest such word; 1 if it is bare. */
  readonly scale: number;
  /** The factors that a bare neighbour may need, the likeliest first. */
  readonly factors: readonly number[];
  /** More than one of these factors may be meant: "two hundred and fifty" after "one to". */
  readonly unclear?: boolean | undefined;
  /** Its largest word is "hundred", so its neighbour's thousands may apply: "six hundred", "one hundred and fifty". */
  readonly hundreds: boolean;
  /** Bare digits in groups: in "10 to 15,000", the 10 may mean 10,000. */
  readonly grouped?: boolean | undefined;
  /** "A couple of hundred". */
  readonly about?: boolean | undefined;
  /** The digits without the dot, if it may separate thousands: "13.800". */
  readonly dot?: string | undefined;
  readonly next: number;
}

/**
 * Reads a number at a place in the tokens, in digits or in words, with its scale. Undefined if no number begins there.
 * `and` says whether "one hundred and fifty" may be one number.
 */
export function readAmount(
  tokens: readonly Token[],
  at: number,
  and: boolean,
  text: string,
): WrittenNumber | undefined {
  const token = tokens[at];
  const part = readPartOfScale(tokens, at) ?? readCouple(tokens, at);
  if (part) return part;
  if (token?.kind === "digits") return withScale(tokens, at + 1, readDigits(token, text), text);
  const vulgar = readVulgar(tokens, at);
  if (vulgar && readVulgar(tokens, at + 1)) return undefined;
  if (vulgar) return withScale(tokens, at + 1, { value: vulgar, step: TENTH, grouped: false, scientific: false }, text);
  return readNumber(tokens, at, and, Number.POSITIVE_INFINITY);
}

/** Words that a number can contain, for correcting a misspelt word. */
export function numberWords(): string[] {
  return [...NUMBER_WORDS.keys(), ...SCALES.keys(), "hundred", "hundreds", "thousands", "millions", "billions"];
}

const TENTH = Rational.of(1, 10);

/** "½" */
function readVulgar(tokens: readonly Token[], at: number): Rational | undefined {
  const [top, bottom] = signTextAt(tokens, at).normalize("NFKD").split("\u2044");
  return bottom ? Rational.of(Number(top), Number(bottom)) : undefined;
}

const PARTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["a half", [1, 2]],
  ["one half", [1, 2]],
  ["a quarter", [1, 4]],
  ["one quarter", [1, 4]],
  ["three quarters", [3, 4]],
]);

/** Reads what may follow a number: "½", "and a half", "and three quarters". */
function readRemainder(
  tokens: readonly Token[],
  at: number,
): { readonly value: Rational; readonly next: number } | undefined {
  const vulgar = readVulgar(tokens, at);
  if (vulgar) return { value: vulgar, next: at + 1 };
  if (wordAt(tokens, at) === "point") return readDecimals(tokens, at + 1);
  const and = skipHyphen(tokens, at);
  const count = skipHyphen(tokens, and + 1);
  const name = skipHyphen(tokens, count + 1);
  const part = wordAt(tokens, and) === "and" && PARTS.get(`${wordAt(tokens, count)} ${wordAt(tokens, name)}`);
  // "A quarter of a million" is a separate number.
  return part && wordAt(tokens, name + 1) !== "of" ? { value: Rational.of(...part), next: name + 1 } : undefined;
}

/** "Three point five", "4 point 3". */
function readDecimals(
  tokens: readonly Token[],
  at: number,
): { readonly value: Rational; readonly next: number } | undefined {
  let [digits, next] = ["", at];
  for (
    let token = tokens[next];
    token && (SMALL.indexOf(token.text) >= 0 || /^\d$/.test(token.text));
    token = tokens[next]
  ) {
    const value = SMALL.indexOf(token.text);
    if (value > 9) break;
    digits += value < 0 ? token.text : String(value);
    next += 1;
  }
  return digits === "" ? undefined : { value: Rational.decimal(`0.${digits}`), next };
}

/** Reads the word that multiplies the number before it, also after a hyphen: "500-thousand". */
function scaleAt(tokens: readonly Token[], at: number): { readonly scale: number; readonly next: number } | undefined {
  const hyphen = isHyphenAt(tokens, at) && wordAt(tokens, at + 1).length > 3 ? 1 : 0;
  const word = wordAt(tokens, at + hyphen);
  const scale = SCALES.get(PLURALS.test(word) ? word.slice(0, -1) : word);
  return scale === undefined ? undefined : { scale, next: at + hyphen + 1 };
}

interface ScaleWords {
  readonly hundred: boolean;
  /** "thousand", "million" and the like. */
  readonly larger: number | undefined;
  readonly factor: number;
  readonly next: number;
}

/** "hundred", "thousand", "hundred thousand". */
function readFactor(tokens: readonly Token[], at: number): ScaleWords {
  const hundred = wordAt(tokens, at) === "hundred";
  const from = hundred ? at + 1 : at;
  const larger = scaleAt(tokens, from);
  const factor = (hundred ? 100 : 1) * (larger?.scale ?? 1);
  return { hundred, larger: larger?.scale, factor, next: larger?.next ?? from };
}

/** "5", "5 hundred", "5 hundred thousand", "7k", "1½ million", "13 thousand 800". */
function withScale(tokens: readonly Token[], at: number, digits: Digits, text: string): WrittenNumber {
  const { step, dot, grouped, scientific } = digits;
  const isSmall = !grouped && !scientific && digits.value.compare(THOUSAND) < 0;
  const remainder = isSmall ? readRemainder(tokens, at) : undefined;
  const value = remainder ? digits.value.plus(remainder.value) : digits.value;
  const from = remainder?.next ?? at;
  const { hundred, larger, factor, next } = readFactor(tokens, from);
  const amount: WrittenNumber = {
    value: value.times(Rational.of(factor)),
    step: (remainder ? TENTH : step).times(stepOf(factor)),
    bare: factor === 1 && !scientific,
    scale: larger ?? factor,
    factors: factorsOf(hundred, larger),
    hundreds: hundred && !larger,
    grouped: grouped && factor === 1,
    ...(dot !== undefined && factor === 1 && !remainder ? { dot } : {}),
    next,
  };
  return larger && value.isWhole() ? withRest(tokens, amount, larger, text) : amount;
}

/** "13 thousand 800": adds the digits after a scale in words, if they are less than that scale. */
function withRest(tokens: readonly Token[], amount: WrittenNumber, scale: number, text: string): WrittenNumber {
  const [before, token] = [tokens[amount.next - 1], tokens[amount.next]];
  // In "23 million [1] 2" the digits are another number.
  const isNext = token?.kind === "digits" && token.start - before!.end === 1 && /^[\d,]+$/.test(token.text);
  if (scale < 1000 || before!.text.length < 3 || !isNext) return amount;
  const rest = withScale(tokens, amount.next + 1, readDigits(token, text), text);
  // A digit alone, as in "7 million 7", is more likely a footnote.
  const isFull = !rest.bare || rest.grouped || token.text.length === String(scale).length - 1;
  if (!isFull || rest.value.compare(Rational.of(scale)) >= 0) return amount;
  const value = amount.value.plus(rest.value);
  // "12 to 14 thousand 500" may begin at 12 or at 12,000.
  return { ...amount, value, step: rest.step, factors: [1, scale], unclear: true, grouped: false, next: rest.next };
}

/** A number in thousands is precise to the thousand; one in dozens or scores, to the unit. */
function stepOf(factor: number): Rational {
  return factor % 10 === 0 && factor !== 20 ? Rational.of(factor) : ONE;
}

/** Halves and quarters of a scale are precise to a tenth of it. */
function tenthOf(scale: number): Rational {
  const step = stepOf(scale).over(TEN);
  return step.isWhole() ? step : ONE;
}

/** "Fourteen thousand" can share its thousand; "two hundred thousand", its hundred thousand or its thousand. */
function factorsOf(hundred: boolean, larger: number | undefined): number[] {
  if (larger) return hundred ? [100 * larger, larger] : [larger];
  return hundred ? [100] : [];
}

/** "Half a million", "half-a-million", "a quarter of a million", "half a dozen". */
function readPartOfScale(tokens: readonly Token[], at: number): WrittenNumber | undefined {
  const alone = PARTS.get(`a ${wordAt(tokens, at)}`);
  const second = skipHyphen(tokens, at + 1);
  const part = alone ?? PARTS.get(`${wordAt(tokens, at)} ${wordAt(tokens, second)}`);
  if (!part) return undefined;
  let next = skipHyphen(tokens, alone ? at + 1 : second + 1);
  if (wordAt(tokens, next) === "of") next += 1;
  if (/^an?$/.test(wordAt(tokens, next))) next = skipHyphen(tokens, next + 1);
  const scale = SCALES.get(wordAt(tokens, next));
  if (!scale || wordAt(tokens, next).length < 3) return undefined;
  return {
    value: Rational.of(scale).times(Rational.of(...part)),
    step: tenthOf(scale),
    bare: false,
    scale,
    factors: [scale],
    hundreds: false,
    next: next + 1,
  };
}

function skipHyphen(tokens: readonly Token[], at: number): number {
  return isHyphenAt(tokens, at) ? at + 1 : at;
}

/** "A couple of hundred" is about 200. On its own, "a couple" is not a number. */
function readCouple(tokens: readonly Token[], at: number): WrittenNumber | undefined {
  if (wordAt(tokens, at) !== "a" || wordAt(tokens, at + 1) !== "couple") return undefined;
  const from = wordAt(tokens, at + 2) === "of" ? at + 3 : at + 2;
  const { larger, factor, next } = readFactor(tokens, from);
  if (factor === 1) return undefined;
  return {
    value: Rational.of(2 * factor),
    step: stepOf(factor),
    bare: false,
    scale: larger ?? factor,
    factors: [],
    hundreds: false,
    about: true,
    next,
  };
}

/** Reads a group below a thousand, its scale, and what follows in smaller scales. */
function readNumber(tokens: readonly Token[], at: number, and: boolean, below: number): WrittenNumber | undefined {
  const group = readGroup(tokens, at, and);
  if (!group) return undefined;
  const { hundred, whole } = group;
  const remainder = readRemainder(tokens, group.next);
  const value = Rational.of(group.value).plus(remainder?.value ?? ZERO);
  const next = remainder?.next ?? group.next;
  const found = scaleAt(tokens, next);
  if (!found || found.scale >= below) {
    // "Two to three hundred and fifty" may begin at 2 or at 200.
    const factors = whole ? factorsOf(hundred, undefined) : [1, 100];
    return {
      value,
      step: remainder ? TENTH : Rational.of(hundred && whole ? 100 : 1),
      bare: !hundred,
      scale: hundred ? 100 : 1,
      factors,
      unclear: !whole,
      hundreds: hundred,
      next,
    };
  }
  const { scale } = found;
  const scaled = value.times(Rational.of(scale));
  const own = factorsOf(hundred, scale);
  const half = remainder ? undefined : readRemainder(tokens, found.next);
  const amount: WrittenNumber = {
    value: half ? scaled.plus(half.value.times(Rational.of(scale))) : scaled,
    step: remainder || half ? tenthOf(scale) : stepOf(hundred && whole ? 100 * scale : scale),
    bare: false,
    scale,
    factors: own,
    unclear: hundred && !whole,
    hundreds: false,
    next: half?.next ?? found.next,
  };
  if (scale < 1000 || remainder || half) return amount;
  const rest = readNumber(tokens, skipAnd(tokens, skipComma(tokens, found.next), and), and, scale);
  if (!rest || rest.value.compare(Rational.of(scale)) >= 0) return amount;
  const sum = scaled.plus(rest.value);
  return { ...amount, value: sum, step: rest.step, factors: [1, ...own], unclear: true, next: rest.next };
}

interface Group {
  readonly value: number;
  /** Contains "hundred". */
  readonly hundred: boolean;
  /** Nothing follows the "hundred", if there is one. */
  readonly whole: boolean;
  readonly next: number;
}

/** "eight hundred and one", "thirteen hundred", "twenty-one", "a" before a scale. */
function readGroup(tokens: readonly Token[], at: number, and: boolean): Group | undefined {
  const lead = readBelowHundred(tokens, at);
  const hundred = lead ? skipHyphen(tokens, lead.next) : at;
  if (!lead || wordAt(tokens, hundred) !== "hundred") return lead && { ...lead, hundred: false, whole: true };
  const value = lead.value * 100;
  const rest = readBelowHundred(tokens, skipAnd(tokens, skipHyphen(tokens, hundred + 1), and));
  if (!rest) return { value, hundred: true, whole: true, next: hundred + 1 };
  return { value: value + rest.value, hundred: true, whole: false, next: rest.next };
}

function readBelowHundred(tokens: readonly Token[], at: number): Pick<Group, "value" | "next"> | undefined {
  const word = wordAt(tokens, at);
  const following = wordAt(tokens, at + 1);
  if (/^an?$/.test(word) && (following === "hundred" || SCALES.has(following))) return { value: 1, next: at + 1 };
  const value = NUMBER_WORDS.get(word);
  if (value === undefined) return undefined;
  // A dash makes a range: "sixty–two hundred" is not 6,200.
  const hyphen = isHyphenAt(tokens, at + 1) ? 1 : 0;
  const unit = NUMBER_WORDS.get(wordAt(tokens, at + 1 + hyphen)) ?? 0;
  const compound = value >= 20 && unit >= 1 && unit <= 9;
  return compound ? { value: value + unit, next: at + 2 + hyphen } : { value, next: at + 1 };
}

function skipAnd(tokens: readonly Token[], at: number, and: boolean): number {
  return and && wordAt(tokens, at) === "and" ? at + 1 : at;
}

/** "Thirteen thousand, eight hundred". */
function skipComma(tokens: readonly Token[], at: number): number {
  return signTextAt(tokens, at) === "," && NUMBER_WORDS.has(wordAt(tokens, at + 1)) ? at + 1 : at;
}
