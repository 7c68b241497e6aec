import { CATEGORIES, type Category } from "../core/categories.ts";
import { defined } from "../core/defined.ts";
import { groupDigits } from "../core/digits.ts";
import { type Counted, type ExpectedKind, InputError, type ProblemArgs, refuse } from "../core/errors.ts";
import { type Figure, LARGEST_COUNT, type Ratio, type Share } from "../core/figure.ts";
import type { Range } from "../core/range.ts";
import type { RatioLookup } from "../core/ratio-lookup.ts";
import { ONE, Rational, ZERO } from "../core/rational.ts";
import type { End } from "./end.ts";
import { plain } from "./print.ts";
import type { ParsedQuantity, WrittenQuantity } from "./quantity.ts";
import { readQuantity } from "./read-quantity.ts";
import { readWithTries } from "./tries.ts";

const LARGEST = Rational.of(LARGEST_COUNT);
const HUNDRED = Rational.of(100);
const THOUSAND = Rational.of(1000);

type WrittenText = Pick<Figure, "text" | "step" | "only" | "dropped" | "confirmed">;

/** What the caller knows about a figure before it is read. */
export interface ReadAs {
  /** What the figure should count, so that "28,000 casualties" is not read as killed. */
  readonly counted?: Counted;
  /** Finds the ratios that have a name; without it, names are not read. */
  readonly ratios?: RatioLookup | undefined;
}

/**
 * Reads a reported number of people: "13,800", "at least 7,000", "six to fourteen thousand",
 * "6000/8000/13800". Throws InputError, with the place and spellings that would work.
 */
export function parseFigure(text: string, { counted }: ReadAs = {}): Figure {
  return readWithTries(text, (spelling) => figureOf(spelling, readQuantity(spelling, "figure"), counted));
}

/** Reads a ratio or a multiplier, per person killed: "3", "2x-4x", "3:1", or a name. Throws InputError. */
export function parseRatio(text: string, { ratios }: ReadAs = {}): Ratio {
  const read = () => readWithTries(text, (spelling) => ratioOf(spelling, readQuantity(spelling, "ratio"), "ratio"));
  return ratios ? readOrFind(text, ratios, read, (name) => ratios(name, "ratio")) : read();
}

/**
 * Reads a share, 0 to 1: "30%", "0.3", "45-65%", or "half of the wounded" if the wounded are counted. Throws
 * InputError.
 */
export function parseShare(text: string, { counted }: ReadAs = {}): Share {
  return readWithTries(text, (spelling) => shareOf(spelling, readQuantity(spelling, "share"), counted));
}

/** A category of loss as written: a count of people, or with an x, a multiplier of the killed. */
export type Loss =
  | { readonly kind: "count"; readonly figure: Figure }
  | { readonly kind: "multiplier"; readonly ratio: Ratio };

/** Reads a count ("14000-21000"), a multiplier ("2x-3x") or the name of a multiplier. Throws InputError. */
export function parseLoss(text: string, as: ReadAs = {}): Loss {
  return readLossOrName(text, as, (spelling) => lossOf(spelling, readQuantity(spelling, "loss"), as.counted));
}

/** Reads a loss, or the name of a multiplier. Throws InputError. */
export function readLossOrName<T>(text: string, { counted, ratios }: ReadAs, take: (spelling: string) => T): T | Loss {
  const read = () => readWithTries(text, take);
  if (!ratios || !isCategory(counted)) return read();
  const find = (name: string): Loss => ({ kind: "multiplier", ratio: ratios(name, counted) });
  return readOrFind<T | Loss>(text, ratios, read, find);
}

/** A quantity as a count or a multiplier. Throws InputError. */
export function lossOf(text: string, quantity: WrittenQuantity, counted?: Counted): Loss {
  return quantity.sign === "times"
    ? { kind: "multiplier", ratio: ratioOf(text, quantity, "loss", counted) }
    : { kind: "count", figure: figureOf(text, quantity, counted) };
}

const isCategory = (counted: Counted | undefined): counted is Category =>
  CATEGORIES.some((category) => category === counted);

/** A name begins with a letter. What narrows history comes after colons. */
export const RATIO_NAME = /^[a-z][\w-]{0,59}(?::[\w-]{1,60}){0,5}$/i;

/**
 * A text in the spelling of ratio names, with hyphens instead of spaces and of the dashes that editors make. Undefined
 * if it cannot be a name.
 */
export function nameOfRatio(text: string): string | undefined {
  if (text.length > LONGEST_NAME) return undefined;
  const name = text
    .trim()
    .replace(/^history\s+(?=\w)/i, "history:")
    .replace(/[\u2010-\u2015\u2212]|\.{2,}|(?<=\d)\s+to\s+(?=\d)/g, "-")
    .replace(/\s*([:-])\s*/g, "$1")
    .replace(/\s+/g, "-");
  // Anything after "history:" is kept, so that it can be reported as an unknown part of the name.
  return RATIO_NAME.test(name) || /^history:/i.test(name) ? name : undefined;
}

/** Longer than any name with everything that can narrow it. The patterns are slow on long runs of blanks. */
const LONGEST_NAME = 400;

/**
 * A text that is not in the notation may be a name. Other mistakes in the notation are reported as they are. No known
 * name is in the notation, so names are looked up first: the rows of a table repeat them, and failing to read the
 * notation is slow.
 */
function readOrFind<T>(text: string, ratios: RatioLookup, read: () => T, find: (name: string) => T): T {
  const name = nameOfRatio(text);
  if (name === undefined) return read();
  if (ratios.knows(name)) return findNamed(text, name, NO_MISTAKES, find);
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError) || error.problems[0]?.code !== "E-NOT-A-NUMBER") throw error;
    return findNamed(text, name, error, find);
  }
}

const NO_MISTAKES = new InputError([]);

/**
 * An unknown name that resembles no other is reported as a mistake in the notation if it resembles a word of the
 * notation or has several words.
 */
function findNamed<T>(text: string, name: string, inNotation: InputError, find: (name: string) => T): T {
  try {
    return find(name);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [problem] = error.problems;
    const isUnlikeAny = problem?.code === "E-RATIO-UNKNOWN" && problem.args.suggestions.length === 0;
    const isNotation = /\S\s+\S/.test(text) || inNotation.problems.some(({ tries = [] }) => tries.length > 0);
    if (isUnlikeAny && isNotation) throw inNotation;
    throw new InputError(error.problems.map((problem) => ({ ...problem, text, start: 0, end: text.length })));
  }
}

/** A quantity as a count of people. Throws InputError. */
export function figureOf(text: string, quantity: WrittenQuantity, expected?: Counted): Figure {
  checkPeople(text, quantity, expected);
  checkSize(text, quantity);
  // The ends of 7001±10% are not whole people, so they are rounded like every count.
  const whole = (value: Rational) => Number(value.round());
  const figure = rangeWithText(text, quantity, whole);
  return quantity.vague ? { ...figure, vague: true } : figure;
}

function ratioOf(text: string, quantity: WrittenQuantity, expected: ExpectedKind, counted?: Counted): Ratio {
  checkRatio(text, quantity, expected, counted);
  if (quantity.high.compare(LARGEST) > 0) refuseLarge(text, { start: 0, end: text.length });
  const ratio = rangeWithText(text, quantity, (value) => value);
  return quantity.quotient ? { ...ratio, quotient: quantity.quotient } : ratio;
}

/** A quantity as a share. Throws InputError. */
export function shareOf(text: string, quantity: WrittenQuantity, counted?: Counted): Share {
  checkShare(text, quantity, false, counted);
  return rangeWithText(text, quantity, hundredths(quantity));
}

/** The numbers of a quantity, converted by `take`, with its text. */
export function rangeWithText<N>(
  text: string,
  quantity: WrittenQuantity,
  take: (value: Rational) => N,
): Range<N> & WrittenText {
  const { dropped, confirmed } = quantity;
  const step = stepOf(quantity);
  const only = namedLosses(quantity);
  return {
    text: onOneLine(text),
    ...rangeOf(quantity, take),
    ...(step && { step }),
    ...(only && { only }),
    ...(dropped && { dropped }),
    ...(confirmed && { confirmed }),
  };
}

/** "Killed and wounded" are not all losses. */
export function namedLosses({ counted }: WrittenQuantity): Figure["only"] {
  const as = counted?.as ?? [];
  const isPart = as.length > 1 && as.includes("killed") && !as.includes("casualties");
  return isPart ? as.filter((loss) => loss !== "casualties" && loss !== "force") : undefined;
}

/** The place value of the last digit; undefined if it is 1, or if there is no such digit. */
function stepOf({ ends, sign }: ParsedQuantity): Rational | undefined {
  let step = ZERO;
  for (const end of ends) if (end.step.compare(step) > 0) step = end.step;
  if (sign === "percent") return step.over(HUNDRED);
  return step.equals(ONE) || step.equals(ZERO) ? undefined : step;
}

/** Refuses what is not a count of people, whatever its size. */
export function checkPeople(text: string, quantity: WrittenQuantity, expected?: Counted): void {
  if (quantity.sign) refuseSign(text, quantity, "figure");
  refuseCounted(text, quantity, expected);
  for (const end of quantity.ends) checkCount(text, end, quantity.ends);
}

/** Refuses what is not a number of losses per person killed. */
export function checkRatio(text: string, quantity: WrittenQuantity, expected: ExpectedKind, counted?: Counted): void {
  if (quantity.sign === "percent") refuseSign(text, quantity, expected);
  if (quantity.vague) refuseVague(text);
  // "Three wounded for each killed" is a ratio. Of the captured alone it is a multiplier, and "3 wounded" is neither.
  const as = quantity.counted?.as ?? [];
  const isOfAll = as.includes("wounded") || as.includes("casualties") || as.length > 1;
  if (counted || quantity.sign !== "times" || !isOfAll) refuseCounted(text, quantity, counted);
}

/**
 * Refuses what is not a share, or not clearly one. It may be above 100% only if `above` is set, for a stated result.
 */
export function checkShare(text: string, quantity: WrittenQuantity, above = false, counted?: Counted): void {
  if (quantity.vague) refuseVague(text);
  refuseCounted(text, quantity, counted);
  if (quantity.sign === "times") refuseSign(text, quantity, "share");
  for (const end of quantity.ends) if (!above || !quantity.sign) checkPart(text, quantity, end);
}

/** Converts percent to hundredths. */
export function hundredths({ sign }: ParsedQuantity): (value: Rational) => Rational {
  return (value) => (sign === "percent" ? value.over(HUNDRED) : value);
}

function rangeOf<N>(quantity: ParsedQuantity, take: (value: Rational) => N): Range<N> {
  const { low, best, high, openLow, openHigh, approximate } = quantity;
  return { low: take(low), best: best && take(best), high: take(high), openLow, openHigh, approximate };
}

/** Refuses a dot that may separate thousands. `mark` is what the spelling with decimals has after the number. */
export function checkDot(
  text: string,
  { value, dot, number: { start, end } }: End,
  ends: readonly End[],
  mark = "",
): void {
  if (dot === undefined) return;
  const args = { first: plain(value), second: plain(Rational.decimal(dot)) };
  const decimals = `${text.slice(0, start)}${plain(value)}${mark}${text.slice(end)}`;
  refuse({ code: "E-DOT", args, text, start, end, tries: [withoutDots(text, ends), decimals] });
}

function checkCount(text: string, end: End, ends: readonly End[]): void {
  const { value, number: span, bare } = end;
  const put = (number: string) => text.slice(0, span.start) + number + text.slice(span.end);
  checkDot(text, end, ends, "x");
  if (!value.isWhole()) {
    const tries = bare
      ? [put(`${plain(value)}x`), ...(value.compare(THOUSAND) < 0 ? [put(`${plain(value)}k`)] : [])]
      : [];
    refuse({ code: "E-FRACTION", args: { value: plain(value) }, text, ...span, tries });
  }
}

/** The text with every dot that may separate thousands read as a thousands separator. */
function withoutDots(text: string, ends: readonly End[]): string {
  return ends.reduceRight(
    (written, { dot, number: { start, end } }) =>
      dot === undefined ? written : written.slice(0, start) + groupDigits(dot) + written.slice(end),
    text,
  );
}

/** The text as it is kept: on one line, so that it can be printed on one. */
export function onOneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

export function refuseVague(text: string): never {
  refuse({ code: "E-VAGUE", args: { found: onOneLine(text) }, text, start: 0, end: text.length });
}

/** Refuses more than can be counted exactly. */
export function checkSize(text: string, { ends, high }: ParsedQuantity): void {
  for (const { value, number } of ends) if (value.compare(LARGEST) > 0) refuseLarge(text, number);
  if (high.compare(LARGEST) > 0) refuseLarge(text, { start: 0, end: text.length });
}

function refuseLarge(text: string, span: { start: number; end: number }): never {
  refuse({ code: "E-TOO-LARGE", args: { limit: plain(LARGEST) }, text, ...span });
}

/** 0.3 and 30% are shares. 30 and a bare 1 are unclear, so they are refused. */
export function checkPart(
  text: string,
  { sign, ends }: ParsedQuantity,
  { value, step, number: { start, end } }: End,
): void {
  const limit = sign ? HUNDRED : ONE;
  // The whole in words is as clear as 100%.
  if (value.compare(limit) < 0 || ((sign || step.equals(ZERO)) && value.equals(limit))) return;
  const percents = ends.length === 1 && value.equals(ONE) ? [ONE, HUNDRED] : [value];
  // A percent sign at the end applies to every number, so it is suggested only if all are at least 1.
  const large = !sign && ends.every((other) => other.value.compare(ONE) >= 0);
  const last = ends.at(-1)!.number.end;
  const tries = percents.map((percent) =>
    ends.length === 1
      ? `${text.slice(0, start)}${plain(percent)}%${text.slice(end)}`
      : `${text.slice(0, last)}%${text.slice(last)}`,
  );
  refuse({ code: "E-SHARE", args: { found: text.slice(start, end) }, text, start, end, tries: large ? tries : [] });
}

function refuseSign(text: string, { ends }: ParsedQuantity, expected: ExpectedKind): never {
  const start = Math.min(...ends.map((end) => end.start));
  const end = Math.max(...ends.map((end) => end.end));
  const tries = expected === "ratio" ? [`${onOneLine(text)} die`] : [];
  refuse({ code: "E-UNIT", args: { found: text.slice(start, end), expected }, text, start, end, tries });
}

/** What is counted must be what was asked for; killed and wounded together are casualties. */
export function refuseCounted(text: string, { counted, sign, measure }: WrittenQuantity, expected?: Counted): void {
  if (!counted) return;
  const { start, end, as } = counted;
  const other = otherThan(expected, as);
  if (other === undefined) return;
  // What is counted may come first: "Wounded: 7,000".
  const before = text.slice(0, start).trim();
  const after = text
    .slice(end)
    .replace(measure && before ? /^(?: |of )+/ : /^(?:\W|of )+/, "")
    .trim();
  // "1,271 casualties a day" is 1,271 a day.
  const written = measure ? `${before} ${after}`.trim() : before || after;
  const number = sign === "times" ? `${written} times` : written;
  const found = text.slice(start, end).trim();
  const args = defined({ found, number, counted: other, expected, several: severalOf(as) });
  // If no category was asked for, the number is a count of people.
  const isAlone = expected === undefined && !sign && text.slice(end).trim() === "";
  refuse({ code: "E-CATEGORY", args, text, start, end, tries: isAlone ? [written] : [] });
}

/** A loss that is not the expected one. Killed and wounded together are casualties. */
export function otherThan(expected: Counted | undefined, as: readonly Counted[]): Counted | undefined {
  const isCasualties = expected === "casualties" && as.includes("killed") && as.length > 1;
  if (isCasualties && !as.includes("force")) return undefined;
  return as.find((loss) => loss !== expected && !(loss === "force" && expected === undefined));
}

/** What losses are that were written as one number, if there are several. */
export function severalOf(as: readonly Counted[]): ProblemArgs["E-CATEGORY"]["several"] {
  if (as.length < 2) return undefined;
  if (as.includes("killed")) return "with killed";
  const isPair = as.every((loss) => loss === "captured" || loss === "missing");
  return isPair ? "captured or missing" : "without killed";
}
