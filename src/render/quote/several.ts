import type { Caveat } from "../../core/caveats/caveat.ts";
import type { Comparison } from "../../core/compare/compare.ts";
import { type ComparedQuantity, dateOf, type Subject } from "../../core/compare/quantities.ts";
import { areTimesApart, type Total } from "../../core/compare/total.ts";
import type { Estimate } from "../../core/estimate.ts";
import { typedPercent } from "../../notation/print.ts";
import { withArticle } from "../article.ts";
import {
  monthStatement,
  pairStatement,
  quotientSaid,
  type Style,
  saidOf,
  togetherSentence,
} from "../compare/sentence.ts";
import { totalStatement } from "../compare/total.ts";
import { dateInWords } from "../date-words.ts";
import { list } from "../list.ts";
import { withRemark } from "../remark.ts";
import { whenPrinted } from "./attribution.ts";
import { joinedBasis } from "./basis.ts";
import type { End } from "./digits.ts";
import { type Finish, firstFitting, without, withShorterEnds } from "./fitting.ts";
import type { Form, Quote } from "./form.ts";
import { boundOf, endsSaid, percentInWords } from "./numbers.ts";
import { type PrintedSubject, printedOf } from "./printed.ts";
import { roundedContrast, roundedTotal, same, sumOf } from "./rounded-several.ts";
import { wholeForm } from "./whole.ts";

/** What may be printed of a comparison: each pair and their sum, with what they take and who says so. */
export function comparisonQuote(comparison: Comparison, most: number | undefined, finish: Finish): Quote {
  const caveats = [...comparison.caveats, ...ownCaveats(comparison.subjects)];
  return firstFitting(comparisonForms(comparison), caveats, most, finish);
}

/** What may be printed of a total: its parts count different people only if the user is right. */
export function totalQuote(total: Total, most: number | undefined, finish: Finish): Quote {
  return firstFitting(totalForms(total), [...total.caveats, ...ownCaveats(total.parts)], most, finish);
}

/** How much a sentence says of a comparison. */
interface Extent extends Pick<Style, "quantities" | "isWithPercent"> {
  readonly statements: number;
  readonly isBound: boolean;
}

/** Every form of the sentence, from the whole to the shortest. */
function comparisonForms(given: Comparison): Form[] {
  const comparison = overallFirst(readable(given));
  const statements = statementsOf(comparison, WHOLE).length;
  const further = inAMonth(comparison);
  const forms: Form[] = [{ ...comparisonForm(comparison, WHOLE), further }];
  if (further.length > 0) forms.push(without(forms[0]!, { further: [] }, "the losses in 30 days"));
  let extent = WHOLE;
  const add = (change: Partial<Extent>, name: string) => {
    extent = { ...extent, ...change };
    const form = comparisonForm(comparison, extent);
    if (form.answer[0] !== forms.at(-1)!.answer[0]) forms.push(without(forms.at(-1)!, form, name));
  };
  for (let count = statements - 1; count > 0; count -= 1) add({ statements: count }, "the rest of the comparison");
  add({ isWithPercent: false }, "the percentages");
  add({ quantities: 1 }, "the other losses");
  return withShorterEnds(forms, comparisonForm(comparison, { ...extent, isBound: true }));
}

/** The losses of two sides in a month, whose number is easier to imagine than how many times as many it is. */
function inAMonth({ pairs }: Comparison): string[] {
  const [pair, another] = pairs;
  if (!pair || another || pair.kind === "dates") return [];
  const rounded = { ...pair, contrasts: pair.contrasts.map((contrast) => roundedContrast(contrast, pair, same)) };
  return monthStatement(rounded, { ...WHOLE, percent: typedPercent, isQuoted: true });
}

/** Of several dates, the change from the first to the last is said first, and is the last to go. */
function overallFirst(comparison: Comparison): Comparison {
  const { pairs } = comparison;
  const [overall, ...others] = [...pairs].reverse();
  const isCourse = others.length > 0 && pairs.every(({ kind }) => kind === "dates");
  return isCourse ? { ...comparison, pairs: [overall!, ...others.reverse()] } : comparison;
}

const WHOLE: Extent = { statements: Number.POSITIVE_INFINITY, quantities: 2, isWithPercent: true, isBound: false };

function comparisonForm(comparison: Comparison, extent: Extent): Form {
  const { subjects, pairs } = comparison;
  const said = saidOfSubjects(comparison, extent);
  const printed = subjects.flatMap((subject) => {
    const own = said.filter(({ of }) => of === subject.estimate).map(({ basis }) => basis);
    return own.length > 0 ? [printedOf(subject, joinedBasis(own))] : [];
  });
  const areDates = pairs.every(({ kind }) => kind === "dates");
  const times = areDates ? NO_TIMES : timesOf(printed);
  const [first = "", ...others] = statementsOf(withTimes(comparison, times.own), extent);
  const text = others.length > 0 ? `${[first, ...others.slice(0, -1)].join(", ")}, and ${others.at(-1)}` : first;
  return wholeForm([`${text}${times.common}`], printed);
}

/** The subjects with when their losses occurred, if that differs: "Russia (in May 2024)". */
function withTimes(
  { subjects, pairs, rows }: Comparison,
  times: Times["own"],
): Pick<Comparison, "subjects" | "pairs" | "rows"> {
  const dated = (subject: Subject) => {
    const time = times.get(subject.estimate);
    const date = dateOf(subject);
    const name = date ? subject.name.replace(` (${dateInWords(date)})`, "") : subject.name;
    return time === undefined ? subject : { ...subject, name: withRemark(name, time) };
  };
  const datedPairs = pairs.map((pair) => ({ ...pair, subject: dated(pair.subject), against: dated(pair.against) }));
  return { subjects, pairs: datedPairs, rows };
}

/** Which quantities of which subject are printed, and which of their ends if a bound is. */
function saidOfSubjects({ subjects, pairs, rows }: Comparison, { statements, quantities, isBound }: Extent) {
  const saidOfOne = ({ estimate }: Subject, { key }: ComparedQuantity, ends: readonly End[]) => ({
    of: estimate,
    basis: new Map([[key, new Set(ends)]]),
  });
  const ofPairs = pairs.slice(0, statements).flatMap((pair) =>
    saidOf(pair)
      .slice(0, quantities)
      .flatMap((contrast) => {
        const { quantity, value, other, difference } = contrast;
        const result = pair.kind === "dates" ? difference : quotientSaid(contrast);
        const [own, others] = result
          ? [endsSaid(result, isBound), endsSaid(result, isBound).map(otherEnd)]
          : [endsSaid(value, isBound), endsSaid(other, isBound)];
        return [saidOfOne(pair.subject, quantity, own), saidOfOne(pair.against, quantity, others)];
      }),
  );
  if (statements <= pairs.length) return ofPairs;
  const ofAll = rows.flatMap(({ quantity, together }) => {
    const isSaid = ofPairs.some(({ basis }) => basis.has(quantity.key));
    return together && isSaid ? subjects.map((each) => saidOfOne(each, quantity, endsSaid(together, isBound))) : [];
  });
  return [...ofPairs, ...ofAll];
}

/** The most of one number is the most times the least of another. */
const otherEnd = (end: End): End => (end === "low" ? "high" : "low");

/** A sentence for each pair, and one for all subjects together. */
function statementsOf(
  comparison: Pick<Comparison, "subjects" | "pairs" | "rows">,
  { statements, isBound, ...extent }: Extent,
): string[] {
  const { subjects } = comparison;
  const style: Style = { ...extent, percent: typedPercent, isQuoted: true };
  const change = isBound ? boundOf : same;
  const pairs = comparison.pairs.map((pair) =>
    pairStatement({ ...pair, contrasts: pair.contrasts.map((each) => roundedContrast(each, pair, change)) }, style),
  );
  const rows = comparison.rows.map(({ quantity, values, together }) => ({
    quantity,
    values,
    together: together && sumOf(together, subjects, quantity, change),
  }));
  return [...pairs, ...togetherSentence({ rows }, style)].slice(0, statements);
}

function totalForms(given: Total): Form[] {
  const parts = given.parts.map(inSentence);
  const total = { ...given, parts };
  const more = conditionsOf(given);
  const isTwice = given.caveats.some(({ code }) => code === "COUNTED_TWICE") && sumIn(given, "outOfAction");
  const twice = isTwice ? ["with some people possibly counted twice"] : [];
  const form = (isBound: boolean, isWithShare: boolean) => {
    const rounded = roundedTotal(total, isBound ? boundOf : same);
    const basis = new Map(total.rows.map(({ quantity, sum }) => [quantity.key, new Set(endsSaid(sum, isBound))]));
    const said = { ...rounded, ...(isWithShare ? {} : { share: undefined }) };
    const printed = parts.map((part) => printedOf(part, basis));
    const { common, own } = timesOf(printed);
    const times = printed.flatMap(({ name, estimate }) =>
      own.has(estimate) ? [`${own.get(estimate)} for ${name}`] : [],
    );
    const time = times.length > 0 ? ` ${list(times)}` : common;
    return wholeForm([`${totalStatement(said, percentInWords)}${time}`, ...twice], printed, more);
  };
  const whole = form(false, true);
  const bare = total.share ? without(whole, { answer: form(false, false).answer }, "the share of the force") : whole;
  return withShorterEnds(total.share ? [whole, bare] : [whole], form(true, false));
}

function sumIn({ rows }: Total, key: string): boolean {
  return rows.some(({ quantity }) => quantity.key === key);
}

/** What a sum takes besides what its parts take. */
export function conditionsOf({ parts }: Total): string[] {
  return areTimesApart(parts) ? [] : ["the parts count different people"];
}

/** A subject as a sentence has it: "the Soviet Union", "Russia (2 March 2022)". */
export function inSentence(subject: Subject): Subject {
  const date = dateOf(subject);
  const name = date ? subject.name.replace(`(${date.text})`, `(${dateInWords(date)})`) : subject.name;
  return { ...subject, name: withArticle(name) };
}

/** The same for all of its subjects. */
export function readable(comparison: Comparison): Comparison {
  const pairs = comparison.pairs.map((pair) => ({
    ...pair,
    subject: inSentence(pair.subject),
    against: inSentence(pair.against),
  }));
  return { ...comparison, subjects: comparison.subjects.map(inSentence), pairs };
}

/** How the counts of the record were made is not a caveat of what is compared with them. */
function ownCaveats(subjects: readonly Subject[]): Caveat[] {
  return subjects.flatMap(({ estimate, past }) => (past ? [] : estimate.caveats));
}

/** When the losses of several subjects occurred: one time for all, or the own time of each. */
interface Times {
  /** " as of 16 March 2022", or nothing. */
  readonly common: string;
  readonly own: ReadonlyMap<Estimate, string>;
}

const NO_TIMES: Times = { common: "", own: new Map() };

function timesOf(all: readonly PrintedSubject[]): Times {
  const present = all.filter(({ isPast }) => !isPast);
  const own = new Map(
    present.flatMap((printed) => {
      const when = whenPrinted(printed);
      return when ? [[printed.estimate, when.text] as const] : [];
    }),
  );
  const [time, another] = new Set(own.values());
  if (time === undefined) return NO_TIMES;
  return another === undefined && own.size === all.length
    ? { common: ` ${time}`, own: new Map() }
    : { common: "", own };
}
