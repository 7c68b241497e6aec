import type { AsOf } from "../../core/dates.ts";
import type { Range } from "../../core/range.ts";
import { inWords, type Print, significant } from "../../notation/print.ts";
import { dateInWords } from "../date-words.ts";
import type { RangeChart, RangeLabel } from "./picture.ts";

type Ends = Pick<Range, "openLow" | "openHigh">;

/**
 * The words at a bar. The ends of a range that have arrows may be further out, so only a single number says "up to" or
 * "at least". If the sentence does not say of a range what its arrows mean, its label does.
 */
export function rangeLabel(range: Range, print: Print, fewer?: string, arrows: Ends = range): RangeLabel {
  const isNumber = print(range.low) === print(range.high);
  const openLow = range.openLow && (isNumber || !arrows.openLow);
  const openHigh = range.openHigh && (isNumber || !arrows.openHigh);
  const label = (shown: Range) => ({
    text: inWords(shown, print, fewer),
    short: inWords(withoutBest(shown, isNumber), print, fewer).replace(/(?<=[\d%]) to (?=\d)/, "–"),
  });
  const isLess = openLow !== range.openLow || openHigh !== range.openHigh;
  const whole = isLess ? { said: inWords(withoutBest(range, false), print, fewer), ...label(range) } : undefined;
  return { ...label({ ...range, openLow, openHigh }), whole };
}

const withoutBest = (range: Range, isNumber: boolean) => (isNumber ? range : { ...range, best: undefined });

/** The chart below a sentence: what the sentence does not say of a range is said at its bar. */
export function completed(chart: RangeChart, sentence: string): RangeChart {
  const said = sentence.toLowerCase();
  const number = ({ whole, ...label }: RangeLabel) =>
    whole && !said.includes(whole.said.toLowerCase()) ? { text: whole.text, short: whole.short } : label;
  const groups = chart.groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => ({ ...row, number: number(row.number) })),
  }));
  return { ...chart, groups };
}

/** Approximate numbers have three significant digits, as in the sentence. */
export function asPrecise(print: Print, { approximate }: Range): Print {
  return approximate ? (value) => print(significant(value, 3)) : print;
}

/** The same without a word about its open ends. */
export function withoutEnds(range: Range): Range {
  return { ...range, openLow: false, openHigh: false };
}

/**
 * A text of ours with its dates in words. They follow the name of a source: "Ukraine, 2022-03-16", "Ukraine@2022-03-16",
 * "(Ukraine@2022-03-16)".
 */
export function withDatesInWords(text: string, dates: readonly AsOf[] = []): string {
  const known = new Set(dates.map((date) => date.text));
  return text
    .replace(/@(\d{4}(?:-\d\d){0,2})(?=\))/g, (_, date: string) => `, ${dateInWords({ text: date })}`)
    .replace(/@(\d{4}(?:-\d\d){0,2})(?![\d-])/g, (_, date: string) => ` (${dateInWords({ text: date })})`)
    .replace(/(?<=^|, )(\d{4}(?:-\d\d){0,2})(?=$|[,:])/g, (date) =>
      known.has(date) ? dateInWords({ text: date }) : date,
    );
}
