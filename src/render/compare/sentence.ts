import type { Comparison } from "../../core/compare/compare.ts";
import type { Contrast, Pair } from "../../core/compare/pair.ts";
import { dateOf, type Subject } from "../../core/compare/quantities.ts";
import type { AsOf } from "../../core/dates.ts";
import { areOverlapping, negated, type Range } from "../../core/range.ts";
import { Rational, ZERO } from "../../core/rational.ts";
import { decimal, inWords, measured, type Print, people, percent, RESULT, significant } from "../../notation/print.ts";
import { withArticle } from "../article.ts";
import { capital } from "../capital.ts";
import { dateInWords } from "../date-words.ts";
import { list } from "../list.ts";
import { digitsAsWords, inMillions } from "../number-word.ts";
import { fromZero } from "../quote/numbers.ts";
import { withRemark } from "../remark.ts";
import { beginningWith } from "./names.ts";

/** What a sentence says of each comparison, the first that is known of these. */
const SAID: readonly (readonly string[])[] = [
  ["killed", "killedPerDay"],
  ["outOfAction", "perDay"],
];

/** The same if two wars were not of one length: the paces first, which can be compared anyway. */
const SAID_OF_PERIODS = [["killedPerDay"], ["perDay"], ["killed"], ["outOfAction"]];

/** Sentences to quote: one for each pair, and one for all sides together. */
export function comparisonSentence(comparison: Comparison): string {
  return comparisonSentences(comparison).join(" ");
}

/** The same one by one, about as many quantities. */
export function comparisonSentences(comparison: Comparison, quantities = USUAL_STYLE.quantities): string[] {
  const style = { ...USUAL_STYLE, quantities };
  const together = togetherSentence(comparison, style).map(capital);
  const pairs = comparison.pairs.map((pair, at) => pairSentence(pair, comparison.pairs[at - 1], style));
  return [...pairs, ...together].map((text) => `${text}.`);
}

function pairSentence(pair: Pair, previous: Pair | undefined, style: Style): string {
  return beginningWith(pair.subject, datedStatement(pair, previous, style));
}

/**
 * "as of December 2025, Russia had …", unless the sentence before says so; if two sides have other dates, each date is
 * with the name of its side.
 */
function datedStatement(pair: Pair, previous: Pair | undefined, style: Style): string {
  const { kind, subject, against } = pair;
  const shared = commonDate([subject, against]);
  const isSaid = previous && shared && commonDate([previous.subject, previous.against])?.text === shared.text;
  if (kind === "dates" || isSaid) return pairStatement(pair, style);
  if (shared) return `as of ${dateInWords(shared)}, ${pairStatement(pair, style)}`;
  const dated = [subject, against].flatMap((each) => {
    const date = dateOf(each);
    // A name can have its date already.
    return date && !each.name.includes(date.text) ? [`${each.name} as of ${dateInWords(date)}`] : [];
  });
  return `${pairStatement(pair, style)}${dated.length > 0 ? ` (${list(dated)})` : ""}`;
}

/** The date of all subjects but past wars, if they have the same. */
export function commonDate(subjects: readonly Subject[]): AsOf | undefined {
  const dates = subjects.flatMap((subject) => (subject.past ? [] : [dateOf(subject)]));
  return dates.every((date) => date?.text === dates[0]?.text) ? dates[0] : undefined;
}

/** How a sentence is written, and how much it says. */
export interface Style {
  readonly percent: Print;
  /** The most quantities. */
  readonly quantities: number;
  /** Whether it says how large a change is in percent. */
  readonly isWithPercent: boolean;
  /** Whether it may be printed: "twice as many deaths", and not "2 times as many killed". */
  readonly isQuoted: boolean;
}

const USUAL_STYLE: Style = {
  percent,
  quantities: SAID.length,
  isWithPercent: true,
  isQuoted: false,
};

/** The same as it is within a sentence. A quoted sentence has a style of its own. */
export function pairStatement(pair: Pair, style = USUAL_STYLE): string {
  const said = saidOf(pair).slice(0, style.quantities);
  return pair.kind === "dates" ? changeSentence(pair, said, style) : timesSentence(pair, said, style);
}

/**
 * The killed and all casualties; if neither is shared, the first quantity that is. Losses in periods of different lengths
 * come after their paces.
 */
export function saidOf(pair: Pair): Contrast[] {
  const { contrasts } = pair;
  const said = (arePeriodsApart(pair) ? SAID_OF_PERIODS : SAID).flatMap(
    (keys) => contrasts.find(({ quantity }) => keys.includes(quantity.key)) ?? [],
  );
  return said.length > 0 ? said : contrasts.slice(0, 1);
}

/** Whether the periods of two sides are certainly not of the same length. Two dates of one side are meant to differ. */
function arePeriodsApart({ kind, contrasts }: Pair): boolean {
  const days = kind === "dates" ? undefined : contrasts.find(({ quantity }) => quantity.key === "days");
  return days !== undefined && !areOverlapping(days.value, days.other);
}

/** "Russia had 1.96 to 3.25 times as many killed and 2 to 2.4 times as many casualties as Ukraine". */
function timesSentence({ subject, against }: Pair, said: readonly Contrast[], style: Style): string {
  const parts = said.flatMap((contrast) => {
    const { key, name } = contrast.quantity;
    const quotient = quotientSaid(contrast);
    const times = quotient && number(quotient, measured, style.isQuoted);
    return times === undefined ? [] : [`${timesAs(times)} many ${nounOf(key, name, style)}`];
  });
  if (parts.length > 0) return `${subject.name} had ${list(parts)} as ${against.name}`;
  const [{ quantity, value, other }] = said as [Contrast];
  const [mine, theirs] = [value, other].map((range) => number(range, RESULT[quantity.unit], style.isQuoted));
  return `${subject.name} had ${countOf(quantity.key, quantity.name, mine === "0" ? "no" : mine!, style)}, and ${against.name} had ${theirs === "0" ? "none" : theirs}`;
}

/** The losses of a month, if these or their pace are said. */
const IN_A_MONTH = [
  { said: ["killed", "killedPerDay"], key: "killedPer30Days" },
  { said: ["outOfAction", "perDay"], key: "per30Days" },
];
const MONTH = Rational.of(30);

/**
 * "on average, that is 458 to 467 deaths in 30 days, against 129 to 131": the first losses that a sentence says, in a
 * month, if both sides have them for longer than that.
 */
export function monthStatement(pair: Pair, style: Style): string[] {
  const find = (key: string | undefined) => pair.contrasts.find(({ quantity }) => quantity.key === key);
  const key = saidOf(pair)[0]?.quantity.key ?? "";
  const [contrast, days] = [find(IN_A_MONTH.find(({ said }) => said.includes(key))?.key), find("days")];
  const isLong = days && [days.value, days.other].every(({ low }) => low.compare(MONTH) > 0);
  if (!isLong || !contrast || !quotientSaid(contrast)) return [];
  const [mine, theirs] = [contrast.value, contrast.other].map((range) => number(range, people, style.isQuoted));
  const losses = contrast.quantity.key === "per30Days" ? "outOfAction" : "killed";
  return [`on average, that is ${countOf(losses, losses, mine!, style)} in 30 days, against ${theirs}`];
}

/** How many times as large a number is as the other. No number is said to be zero times another, or any number of times. */
export function quotientSaid({ value, quotient }: Contrast): Range | undefined {
  const isZero = value.high.equals(ZERO) && !value.openHigh;
  return isZero || !isKnown(quotient) ? undefined : quotient;
}

/** "0.53 times as", "as", "at most as". */
function timesAs(times: string): string {
  return /\bone$/.test(times) ? times.replace(/^up to/, "at most").replace(/one$/, "as") : `${times} times as`;
}

/**
 * "From 20 March 2026 to 21 August 2026, the figure for Russia's killed rose by 25,000 to 75,000 (8.3% to 25.0%)". A figure
 * may rise because more were killed, or because the estimate was revised. Two reports of one date are only different.
 */
function changeSentence({ subject, against }: Pair, said: readonly Contrast[], style: Style): string {
  const [date, other] = [dateOf(subject), dateOf(against)];
  const areReports = date !== undefined && date.text === other?.text;
  const [from, to] = date && other && !areReports ? [other, date].map(dateInWords) : [against.name, subject.name];
  const side = subject.estimate.scenario.side;
  const whose = side === undefined ? "the" : possessive(style.isQuoted ? withArticle(side) : side);
  const parts = said.map((contrast) => {
    const { key, name } = contrast.quantity;
    return `${nounOf(key, name, style)} ${changed(contrast, style, areReports ? DIFFERENCE : CHANGE)}`;
  });
  const what = `the figure for ${whose} ${parts.join(", and that for ")}`;
  return areReports ? `in ${to}, compared with ${from}, ${what}` : `from ${from} to ${to}, ${what}`;
}

/** How a sentence says that a number is another: of two dates, or of two reports. */
interface Verbs {
  readonly same: string;
  readonly either: string;
  readonly notUp: string;
  readonly notDown: string;
  readonly up: (number: string) => string;
  readonly down: (number: string) => string;
  readonly maybeUp: (most: string) => string;
  readonly maybeDown: (most: string) => string;
  readonly mixed: (down: string, up: string) => string;
}

const CHANGE: Verbs = {
  same: "did not change",
  either: "may have risen or fallen",
  notUp: "did not rise",
  notDown: "did not fall",
  up: (number) => `rose by ${number}`,
  down: (number) => `fell by ${number}`,
  maybeUp: (most) => `may have risen by up to ${most}, or fallen`,
  maybeDown: (most) => `may have fallen by up to ${most}, or risen`,
  mixed: (down, up) => `may have fallen by up to ${down} or risen by up to ${up}`,
};

const DIFFERENCE: Verbs = {
  same: "is the same",
  either: "may be higher or lower",
  notUp: "is not higher",
  notDown: "is not lower",
  up: (number) => `is higher by ${number}`,
  down: (number) => `is lower by ${number}`,
  maybeUp: (most) => `may be higher by up to ${most}, or lower`,
  maybeDown: (most) => `may be lower by up to ${most}, or higher`,
  mixed: (down, up) => `may be lower by up to ${down} or higher by up to ${up}`,
};

function changed({ quantity, difference, change }: Contrast, style: Style, verbs: Verbs): string {
  const { low, high, openLow, openHigh } = difference;
  const { unit } = quantity;
  const print: Print = unit === "share" ? style.percent : unit === "people" ? people : decimal;
  const written = (of: (range: Range) => Range) => {
    const text = number(of(difference), print, style.isQuoted);
    return change && style.isWithPercent ? withRemark(text, number(of(change), style.percent, style.isQuoted)) : text;
  };
  const same = (range: Range) => range;
  // An end that may be beyond zero is a bound of the other direction.
  const most = (range: Range) => ({ ...range, low: range.high, best: undefined, openLow: false });
  const isZero = low.equals(ZERO) && high.equals(ZERO);
  if (openLow && openHigh) return verbs.either;
  if (isZero) return openLow ? verbs.notUp : openHigh ? verbs.notDown : verbs.same;
  if (low.compare(ZERO) >= 0 && !openLow) return verbs.up(written(same));
  if (high.compare(ZERO) <= 0 && !openHigh) return verbs.down(written(negated));
  if (openLow && high.compare(ZERO) > 0) return verbs.maybeUp(written(most));
  if (openHigh && low.compare(ZERO) < 0) return verbs.maybeDown(written((range) => most(negated(range))));
  return verbs.mixed(
    written((range) => most(negated(range))),
    written(most),
  );
}

export function togetherSentence({ rows }: Pick<Comparison, "rows">, style: Style): string[] {
  const parts = SAID.slice(0, style.quantities).flatMap((keys) => {
    const row = rows.find(({ quantity, together }) => keys.includes(quantity.key) && isKnown(together));
    if (!row?.together) return [];
    const { key, name } = row.quantity;
    return [countOf(key, name, number(row.together, people, style.isQuoted), style)];
  });
  return parts.length > 0 ? [`together they had ${parts.join(" and ")}`] : [];
}

/** "Up to" some number and "at least" another may be any number together. */
function isKnown(sum: Range | undefined): boolean {
  return sum !== undefined && !(sum.openLow && sum.openHigh && sum.low.equals(sum.high));
}

/** A number of a sentence: with three significant digits if it is approximate, unless it was rounded to be quoted. */
export function number(given: Range, print: Print, isRounded = false): string {
  const range = isRounded ? fromZero(given) : given;
  const rounded: Print = (value) => print(isRounded ? value : significant(value, 3));
  const { low, high, openLow, openHigh } = range;
  // A number without a lower or an upper limit, such as the sum of "up to 6,000" and "at least 7,000".
  if (openLow && openHigh && low.equals(high)) {
    const value = range.approximate ? `about ${rounded(low)}` : print(low);
    return digitsAsWords(`${value} (or ${print === people ? "fewer" : "less"}, or more)`);
  }
  const text = digitsAsWords(inWords(range, range.approximate ? rounded : print, print === people ? "fewer" : "less"));
  return isRounded && print === people ? inMillions(text) : text;
}

/** What a quantity counts, after a number: "killed", or "deaths" in print, "wounded", "casualties". */
function nounOf(key: string, name: string, { isQuoted }: Style): string {
  const noun = key === "outOfAction" ? "casualties" : key === "others" ? "other losses" : name;
  return isQuoted ? noun.replace(/^killed/, "deaths") : noun;
}

const ONE_OF: Readonly<Record<string, string>> = {
  casualties: "casualty",
  deaths: "death",
  "other losses": "other loss",
};

/** "one casualty", "two killed". */
function countOf(key: string, name: string, number: string, style: Style): string {
  const noun = nounOf(key, name, style);
  return `${number} ${(number === "one" && ONE_OF[noun]) || noun}`;
}

function possessive(name: string): string {
  return name.endsWith("s") ? `${name}’` : `${name}’s`;
}
