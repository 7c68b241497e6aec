import { groupDigits } from "../core/digits.ts";
import { refuse } from "../core/errors.ts";
import { Rational } from "../core/rational.ts";
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
  /** What a bare neighbour may be multiplied by to be of the same unit: "six to fourteen thousand". */
  readonly scale: number;
  /** Without any such word, so that the unit of a neighbour is its own: "six" there. */
  readonly bare: boolean;
  /** Such a "hundred" stands before the scale: "two hundred thousand". */
  readonly hundred: boolean;
  /** The digits without the dot, where it may separate thousands: "13.800". */
  readonly dot?: string;
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
  return ambiguous ? { value, dot: whole + fraction } : { value };
}

/** All spaces are one separator, and so are both apostrophes. */
function sameSign(sign: string): string {
  return sign === "'" || sign === "’" ? "'" : " ";
}

/** One to three digits, then threes, all with one separator. */
function isGrouped(parts: readonly string[], separators: readonly string[]): boolean {
  if (separators.length === 0) return true;
  const [first = "", ...rest] = parts;
  return (
    first.length <= 3 &&
    rest.every((part) => part.length === 3) &&
    separators.every((sign) => sign === separators[0] && sign !== ".")
  );
}

function refuseGrouping(token: Token, text: string, separators: readonly string[], fraction?: string): never {
  const digits = token.text.replace(/[^0-9]/g, "");
  const put = (number: string) => text.slice(0, token.start) + number + text.slice(token.end);
  const decimal = separators.length === 1 && separators[0] === "," && fraction === undefined;
  refuse({
    code: "E-GROUPING",
    args: { found: token.text },
    text,
    start: token.start,
    end: token.end,
    tries: [put(groupDigits(digits)), ...(decimal ? [put(token.text.replace(",", "."))] : [])],
  });
}

/** "5", "5 hundred", "5 hundred thousand", "7k". */
function withScale(tokens: readonly Token[], at: number, { value, dot }: Digits): Amount {
  const hundred = wordAt(tokens, at) === "hundred";
  const after = hundred ? at + 1 : at;
  const larger = SCALES.get(wordAt(tokens, after));
  const factor = (hundred ? 100 : 1) * (larger ?? 1);
  return {
    value: value.times(Rational.of(factor)),
    scale: larger ?? factor,
    bare: factor === 1,
    hundred,
    ...(dot !== undefined && factor === 1 ? { dot } : {}),
    next: larger ? after + 1 : after,
  };
}

/** "a dozen", "half a million", "thirteen thousand eight hundred". */
function readWords(tokens: readonly Token[], at: number, and: boolean): Amount | undefined {
  if (wordAt(tokens, at) === "half" && /^an?$/.test(wordAt(tokens, at + 1))) {
    const scale = SCALES.get(wordAt(tokens, at + 2));
    return scale ? { value: Rational.of(scale, 2), scale, bare: false, hundred: false, next: at + 3 } : undefined;
  }
  return readNumber(tokens, at, and, Number.POSITIVE_INFINITY);
}

/** A group below a thousand, its scale, and what follows in smaller scales. */
function readNumber(tokens: readonly Token[], at: number, and: boolean, below: number): Amount | undefined {
  const group = readGroup(tokens, at, and);
  if (!group) return undefined;
  const { value, hundred, next } = group;
  const scale = SCALES.get(wordAt(tokens, next));
  if (!scale || scale >= below) {
    return { value: Rational.of(value), scale: hundred ? 100 : 1, bare: value < 100, hundred, next };
  }

  const scaled = Rational.of(value * scale);
  const rest = readNumber(tokens, skipAnd(tokens, next + 1, and), and, scale);
  if (!rest) return { value: scaled, scale, bare: false, hundred, next: next + 1 };
  return { value: scaled.plus(rest.value), scale: 1, bare: false, hundred: false, next: rest.next };
}

interface Group {
  readonly value: number;
  /** Ends with "hundred". */
  readonly hundred: boolean;
  readonly next: number;
}

/** "eight hundred and one", "thirteen hundred", "twenty-one", "a" before a scale. */
function readGroup(tokens: readonly Token[], at: number, and: boolean): Group | undefined {
  const lead = readBelowHundred(tokens, at);
  if (!lead || wordAt(tokens, lead.next) !== "hundred") return lead;
  const value = lead.value * 100;
  const rest = readBelowHundred(tokens, skipAnd(tokens, lead.next + 1, and));
  if (!rest) return { value, hundred: true, next: lead.next + 1 };
  return { value: value + rest.value, hundred: false, next: rest.next };
}

function readBelowHundred(tokens: readonly Token[], at: number): Group | undefined {
  const word = wordAt(tokens, at);
  const following = wordAt(tokens, at + 1);
  if (/^an?$/.test(word) && (following === "hundred" || SCALES.has(following))) {
    return { value: 1, hundred: false, next: at + 1 };
  }
  const value = NUMBER_WORDS.get(word);
  if (value === undefined) return undefined;
  const hyphen = tokens[at + 1]?.text === "-" ? 1 : 0;
  const unit = NUMBER_WORDS.get(wordAt(tokens, at + 1 + hyphen)) ?? 0;
  const compound = value >= 20 && unit >= 1 && unit <= 9;
  return compound
    ? { value: value + unit, hundred: false, next: at + 2 + hyphen }
    : { value, hundred: false, next: at + 1 };
}

function skipAnd(tokens: readonly Token[], at: number, and: boolean): number {
  return and && wordAt(tokens, at) === "and" ? at + 1 : at;
}

/** The word at a place, or "" where there is none. */
export function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.kind === "word" ? token.text : "";
}
