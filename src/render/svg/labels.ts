import type { AsOf } from "../../core/dates.ts";
import type { Range } from "../../core/range.ts";
import { inWords, type Print, significant } from "../../notation/print.ts";
import { dateInWords } from "../date-words.ts";
import type { RangeLabel } from "./picture.ts";

/**
 * The words at a bar. The ends of a range that may be further out have arrows, so only a single number says "up to" or
 * "at least".
 */
export function rangeLabel(range: Range, print: Print, fewer?: string): RangeLabel {
  const isNumber = print(range.low) === print(range.high);
  const shown = isNumber ? range : withoutEnds(range);
  const short = inWords({ ...shown, best: isNumber ? range.best : undefined }, print, fewer);
  return { text: inWords(shown, print, fewer), short: short.replace(/(?<=[\d%]) to (?=\d)/, "–") };
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
