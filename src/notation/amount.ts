import { groupDigits } from "../core/digits.ts";
import { refuse } from "../core/errors.ts";
import { ONE, Rational } from "../core/rational.ts";
import type { Token } from "./tokens.ts";

/** Words and letters that multiply the number before them; "hundred" is part of that number. */
const SCALES: ReadonlyMap<string, number> = new Map([
  ["dozen", 12],
  ["thousand", 1_000],
  ["k", 1_000],
  ["million", 1_000_000],
  ["m", 1_000_000],
  ["mn", 1_000_000],
  ["mln", 1_000_000],
  ["billion", 1_000_000_000],
  ["bn", 1_000_000_000],
]);

const TEN = Rational.of(10);

const SMALL = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen " +
  "sixteen seventeen eighteen nineteen"
).split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** The words below a hundred that a number can be written with. */
const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, 10 * (index + 2)] as const),
]);

/** A number as it was written, before a unit of its neighbour is applied to it. */
export interface Amount {
  readonly value: Rational;
  /** One of the last digit written: 1 for "24,000", 1,000 for "24k", a tenth for "16.0". */
  readonly step: Rational;
  /** Without a word like "thousand", so that a neighbour's may be meant: "six" in "six to fourteen thousand". */
  readonly bare: boolean;
  /** The largest such word in it; 1 where it is bare. */
  readonly scale: number;
  /** What a bare neighbour may have to be multiplied by. More than one where that is not clear. */
  readonly factors: readonly number[];
  /** Hundreds and no more, which may be of a neighbour's thousands: "six hundred". */
  readonly hundreds: boolean;
  /** The digits without the dot, where it may separate thousands: "13.800". */
  readonly dot?: string | undefined;
  readonly next: number;
}

/**
 * Reads a number at a place in the tokens, in digits or in words, with its scale. Undefined where
 * none begins there. `and` says whether "one hundred and fifty" may be one number.
 */
export function readAmount(tokens: readonly Token[], at: number, and: boolean, text: string): Amount | undefined {
  const token = tokens[at];
  if (token?.kind === "digits") return withScale(tokens, at + 1, readDigits(token, text));
  return token?.kind === "word" ? readWords(tokens, at, and) : undefined;
}

/** Words that can stand in a number, for guessing at a misspelt one. */
export function numberWords(): string[] {
  return [...NUMBER_WORDS.keys(), "dozen", "hundred", "thousand", "million", "billion"];
}

interface Digits {
  readonly value: Rational;
  readonly step: Rational;
  readonly dot?: string;
}

function readDigits(token: Token, text: string): Digits {
  const parts = token.text.split(/[^0-9]/);
  const separators = [...token.text.replace(/[0-9]/g, "")].map((sign) => (/[,_.]/.test(sign) ? sign : sameSign(sign)));
  const fraction = separators.at(-1) === "." ? parts.pop() : undefined;
  if (fraction !== undefined) separators.pop();
  if (!isGrouped(parts, separators)) refuseGrouping(token, text, separators, fraction);
  const whole = parts.join("");
  const value = Rational.decimal(fraction === undefined ? whole : `${whole}.${fraction}`);
  const grouped = separators.length > 0;
  const ambiguous = !grouped && fraction?.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  const step = Rational.of(1n, 10n ** BigInt(fraction?.length ?? 0));
  return ambiguous ? { value, step, dot: whole + fraction } : { value, step };
}

/** All spaces are one separator, and so are both apostrophes. */
function sameSign(sign: string): string {
  return sign === "'" || sign === "’" ? "'" : " ";
}

/** One to three digits that do not begin with 0, then threes, all with one separator. */
function isGrouped(parts: readonly string[], separators: readonly string[]): boolean {
  if (separators.length === 0) return true;
  const [first = "", ...rest] = parts;
  return (
    /^[1-9]\d{0,2}$/.test(first) &&
    rest.every((part) => part.length === 3) &&
    separators.every((sign) => sign === separators[0] && sign !== ".")
  );
}

/** With one separator throughout, the digits may be meant; two numbers side by side may be a range. */
function refuseGrouping(token: Token, text: string, separators: readonly string[], fraction?: string): never {
  const put = (number: string) => text.slice(0, token.start) + number + text.slice(token.end);
  const digits = token.text.replace(/[^0-9]/g, "").replace(/^0+(?=\d)/, "");
  const one = new Set([...separators, ...(fraction === undefined ? [] : ["."])]).size === 1;
  const decimal = separators.length === 1 && separators[0] === "," && fraction === undefined;
  const tries = [
    ...(separators.includes(" ") ? [put(token.text.replace(/\s/g, "-"))] : one ? [put(groupDigits(digits))] : []),
    ...(decimal ? [put(token.text.replace(",", "."))] : []),
  ];
  refuse({ code: "E-GROUPING", args: { found: token.text }, text, start: token.start, end: token.end, tries });
}

/** "5", "5 hundred", "5 hundred thousand", "7k". */
function withScale(tokens: readonly Token[], at: number, { value, step, dot }: Digits): Amount {
  const hundred = wordAt(tokens, at) === "hundred";
  const after = hundred ? at + 1 : at;
  const larger = SCALES.get(wordAt(tokens, after));
  const factor = (hundred ? 100 : 1) * (larger ?? 1);
  return {
    value: value.times(Rational.of(factor)),
    step: step.times(stepOf(factor)),
    bare: factor === 1,
    scale: larger ?? factor,
    factors: factorsOf(hundred, larger),
    hundreds: hundred && !larger,
    ...(dot !== undefined && factor === 1 ? { dot } : {}),
    next: larger ? after + 1 : after,
  };
}

/** A number of thousands is written to the thousand; a dozen is twelve, to the one. */
function stepOf(factor: number): Rational {
  return factor % 10 === 0 ? Rational.of(factor) : ONE;
}

/** "Fourteen thousand" is of thousands; "two hundred thousand" of thousands, or of hundreds of them. */
function factorsOf(hundred: boolean, larger: number | undefined): number[] {
  if (larger) return hundred ? [larger, 100 * larger] : [larger];
  return hundred ? [100] : [];
}

/** "a dozen", "half a million", "thirteen thousand eight hundred". */
function readWords(tokens: readonly Token[], at: number, and: boolean): Amount | undefined {
  if (wordAt(tokens, at) !== "half" || !/^an?$/.test(wordAt(tokens, at + 1))) {
    return readNumber(tokens, at, and, Number.POSITIVE_INFINITY);
  }
  const scale = SCALES.get(wordAt(tokens, at + 2));
  if (!scale) return undefined;
  const step = stepOf(scale).over(TEN);
  return {
    value: Rational.of(scale, 2),
    step: step.isWhole() ? step : ONE,
    bare: false,
    scale,
    factors: [scale],
    hundreds: false,
    next: at + 3,
  };
}

/** A group below a thousand, its scale, and what follows in smaller scales. */
function readNumber(tokens: readonly Token[], at: number, and: boolean, below: number): Amount | undefined {
  const group = readGroup(tokens, at, and);
  if (!group) return undefined;
  const { value, hundred, whole, next } = group;
  const scale = SCALES.get(wordAt(tokens, next));
  if (!scale || scale >= below) {
    // "Two to three hundred and fifty" begins at 2, or at 200.
    const factors = whole ? factorsOf(hundred, undefined) : [1, 100];
    return {
      value: Rational.of(value),
      step: Rational.of(hundred && whole ? 100 : 1),
      bare: !hundred,
      scale: hundred ? 100 : 1,
      factors,
      hundreds: hundred && whole,
      next,
    };
  }
  const scaled = Rational.of(value * scale);
  const rest = scale < 1000 ? undefined : readNumber(tokens, skipAnd(tokens, next + 1, and), and, scale);
  const own = factorsOf(hundred, scale);
  const step = stepOf(hundred && whole ? 100 * scale : scale);
  if (!rest || rest.value.compare(Rational.of(scale)) >= 0) {
    return { value: scaled, step, bare: false, scale, factors: own, hundreds: false, next: next + 1 };
  }
  const sum = scaled.plus(rest.value);
  return { value: sum, step: rest.step, bare: false, scale, factors: [1, ...own], hundreds: false, next: rest.next };
}

interface Group {
  readonly value: number;
  /** Holds "hundred". */
  readonly hundred: boolean;
  /** Nothing follows that "hundred". */
  readonly whole: boolean;
  readonly next: number;
}

/** "eight hundred and one", "thirteen hundred", "twenty-one", "a" before a scale. */
function readGroup(tokens: readonly Token[], at: number, and: boolean): Group | undefined {
  const lead = readBelowHundred(tokens, at);
  if (!lead || wordAt(tokens, lead.next) !== "hundred") return lead && { ...lead, hundred: false, whole: true };
  const value = lead.value * 100;
  const rest = readBelowHundred(tokens, skipAnd(tokens, lead.next + 1, and));
  if (!rest) return { value, hundred: true, whole: true, next: lead.next + 1 };
  return { value: value + rest.value, hundred: true, whole: false, next: rest.next };
}

function readBelowHundred(tokens: readonly Token[], at: number): Pick<Group, "value" | "next"> | undefined {
  const word = wordAt(tokens, at);
  const following = wordAt(tokens, at + 1);
  if (/^an?$/.test(word) && (following === "hundred" || SCALES.has(following))) return { value: 1, next: at + 1 };
  const value = NUMBER_WORDS.get(word);
  if (value === undefined) return undefined;
  const hyphen = tokens[at + 1]?.text === "-" ? 1 : 0;
  const unit = NUMBER_WORDS.get(wordAt(tokens, at + 1 + hyphen)) ?? 0;
  const compound = value >= 20 && unit >= 1 && unit <= 9;
  return compound ? { value: value + unit, next: at + 2 + hyphen } : { value, next: at + 1 };
}

function skipAnd(tokens: readonly Token[], at: number, and: boolean): number {
  return and && wordAt(tokens, at) === "and" ? at + 1 : at;
}

/** The word at a place, or "" where there is none. */
export function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.kind === "word" ? token.text : "";
}
