import { Rational, ZERO } from "../../core/rational.ts";
import { compact, decimal, inWords, people } from "../../notation/print.ts";
import type { Backtest, BacktestBlock, Trial } from "../../record/backtest.ts";
import { RECORD, ratioOf } from "../../record/cases.ts";
import { withArticle } from "../article.ts";
import { capital } from "../capital.ts";
import { pastWarName } from "../for-readers.ts";
import { list } from "../list.ts";
import { digitsAsWords, numberWord } from "../number-word.ts";
import { rangeRecord, sixDecimals } from "../record/range.ts";
import { withRemark } from "../remark.ts";
import { openEnds, type Separation, separatedText } from "../separated.ts";
import type { Sheet } from "../sheet.ts";
import { count } from "./list.ts";

/** The answer: what was tested, and for each measure how close the estimates were. */
export function backtestAnswer(result: Backtest, isForReaders: boolean): string[] {
  const { text, isNamed, title, blocks } = result;
  const cases = Math.max(...blocks.map(({ trials }) => trials.length));
  const name = isForReaders && title !== undefined ? `The ratio of ${pastWarName(title)}` : text;
  const tested = isNamed ? name : `A ratio of ${text}`;
  return [
    `${tested}, tested on ${cases} comparable ${cases === 1 ? "case" : "cases"} (record of ${RECORD.version})`,
    ...backtestSentences(result),
  ];
}

/** The same without what was tested: a sentence for each measure. */
export function backtestSentences(result: Backtest): string[] {
  const tested = result.blocks.map((block) => `${capital(backtestStatement(block, result))}.`);
  return [...tested, ...result.without.map((measure) => `There is no ratio for ${COUNTED[measure]}.`)];
}

/** What the answer leaves out, if the cases are not listed after it. */
export function backtestMore({ blocks }: Backtest, isForReaders: boolean): string[] {
  const others = blocks.some(({ measure }) => measure === "others")
    ? ["The captured and the missing are counted where they are known."]
    : [];
  const all = [...others, ...(isForReaders ? [] : ["--explain lists the cases."])];
  return all.length > 0 ? [all.join(" ")] : [];
}

/** The title for a table of cases. */
export function blockTitle({ measure, trials }: BacktestBlock): string {
  const cases = `${trials.length} comparable ${trials.length === 1 ? "case" : "cases"}`;
  const means = measure === "others" ? " (wounded, captured and missing, where known)" : "";
  return `${measure}${means}: ${cases}`;
}

/** A line for each case: what the ratio gives, what was recorded, and the error. */
export function blockSheet({ trials }: BacktestBlock, { isHistory }: Backtest): Sheet {
  return {
    heads: ["name", "killed", ...(isHistory ? ["other wars"] : []), "estimate", "recorded", "error"],
    numbers: [false, true, ...(isHistory ? [true] : []), true, true, true],
    rows: trials.map((trial) => [
      trial.case.id,
      count(trial.case.killed),
      ...(isHistory ? [`${trial.ratio.low.toFixed(2)}–${trial.ratio.high.toFixed(2)}`] : []),
      compact(trial.estimate, people),
      people(trial.recorded),
      errorText(trial),
    ]),
  };
}

/** "+86.7%", "-33.3% to +20.0%", "-34.7% or more". */
function errorText({ errorLow, errorHigh, estimate: { openLow, openHigh } }: Trial): string {
  const [low, high] = [
    `${signed(errorLow)}${openLow ? " or less" : ""}`,
    `${signed(errorHigh)}${openHigh ? " or more" : ""}`,
  ];
  if (!errorLow.equals(errorHigh) || (openLow && openHigh)) return `${low} to ${high}`;
  return openHigh ? high : low;
}

const HUNDRED = Rational.of(100);

function signed(error: Rational): string {
  return `${error.compare(ZERO) > 0 ? "+" : ""}${error.times(HUNDRED).toFixed(1)}%`;
}

/** What each measure counts. */
export const COUNTED = { wounded: "the wounded", others: "the wounded, captured and missing" };
const COUNTED_ONES = { wounded: "wounded", others: "wounded, captured or missing" };

/** How much of it a sentence says: by how much the ratio was wrong, and which way. */
export interface TestExtent {
  readonly isWithFactor: boolean;
  readonly isWithMisses: boolean;
}

/**
 * "a ratio of three wounded to one killed was within 25% of the actual ratio in 19 of 43 comparable cases from past wars,
 * and within a factor of two in 38; it was too low in 26 and too high in 17", without its full stop.
 */
export function backtestStatement(
  block: BacktestBlock,
  { isHistory, isSingle, title, text }: Backtest,
  { isWithFactor, isWithMisses }: TestExtent = { isWithFactor: true, isWithMisses: true },
): string {
  const { measure, trials, inside, withinQuarter, withinTwo, tooLow, tooHigh } = block;
  const [first] = trials;
  if (!first) return `no comparable case has a count of ${COUNTED[measure]}`;
  const isSome = trials.length < RECORD.conflicts.filter((each) => each.comparable && ratioOf(each, measure)).length;
  const own = trials.some((trial) => trial.case.id === text.toLowerCase()) ? " (its own among them)" : "";
  const cases = `${numberWord(trials.length)} ${isSome ? "selected" : "comparable"} ${trials.length === 1 ? "case" : "cases"}${isSome ? chosenFrom(trials) : " from past wars"}${own}`;
  const word = (cases: number) => (cases === 0 ? "none" : numberWord(cases));
  if (isHistory) {
    const misses = isWithMisses ? `; it was above the range in ${word(tooLow)} and below it in ${word(tooHigh)}` : "";
    return `the ratio of ${COUNTED_ONES[measure]} to killed was in the 80% range of the other wars in ${word(inside)} of ${cases}${misses}`;
  }
  const ratio = `a ratio of ${digitsAsWords(inWords(first.ratio, decimal, "less"))} ${COUNTED_ONES[measure]} to one killed`;
  const factor = isWithFactor ? `, and within a factor of two in ${word(withinTwo)}` : "";
  const right = inside > 0 ? [`${isSingle ? "exact" : "right"} in ${word(inside)}`] : [];
  const misses = list([...right, `too low in ${word(tooLow)}`, `too high in ${word(tooHigh)}`]);
  return `${title === undefined ? ratio : withRemark(ratio, title)} was within 25% of the actual ratio in ${word(withinQuarter)} of ${cases}${factor}${isWithMisses ? `; it was ${misses}` : ""}`;
}

/** " of the United States from wars that began from 2001 to 2014": what the selected cases have in common. */
function chosenFrom(trials: readonly Trial[]): string {
  const cases = trials.map((trial) => trial.case);
  const [side, another] = new Set(cases.map(({ belligerent }) => belligerent));
  const years = cases.flatMap(({ startYear }) => startYear ?? []);
  const whose = side === undefined || another !== undefined ? "" : ` of ${withArticle(side)}`;
  if (years.length < cases.length) return `${whose} from past wars`;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return `${whose} from ${cases.length === 1 ? "a past war" : "past wars"} that began ${first === last ? "in" : `from ${first} to`} ${last}`;
}

/** How to read the tables of cases. */
export function backtestNotes({ isHistory, isSingle }: Backtest): string[] {
  return [
    "error = (estimate − recorded) ÷ recorded",
    ...(isHistory
      ? ["The interval is meant to include 80% of wars; each case is tested with the interval from the other wars."]
      : []),
    ...(isSingle || isHistory
      ? []
      : ["A range is judged by its nearer end, or as exact if the recorded number is inside."]),
  ];
}

const COLUMNS = [
  "measure",
  "name",
  "killed",
  "ratio_low",
  "ratio_high",
  "estimate_low",
  "estimate_best",
  "estimate_high",
  "open",
  "recorded",
  "error_low",
  "error_high",
  "record",
] as const;

export function backtestRows({ blocks }: Backtest, separation: Separation): string {
  const rows = blocks.flatMap(({ measure, trials }) =>
    trials.map((trial) => [
      measure,
      trial.case.id,
      String(trial.case.killed),
      ...[trial.ratio.low, trial.ratio.high].map((end) => end.toFixed(6)),
      ...[trial.estimate.low, trial.estimate.best, trial.estimate.high].map((end) => String(end?.round() ?? "")),
      openEnds(trial.estimate),
      String(trial.recorded.round()),
      ...[trial.errorLow, trial.errorHigh].map((error) => error.toFixed(6)),
      RECORD.version,
    ]),
  );
  return separatedText([COLUMNS, ...rows], separation);
}

/** The back-test for programs. */
export function backtestRecord({ text, isHistory, blocks, without }: Backtest): object {
  return {
    schema: "loss-calc/backtest",
    version: 1,
    record: RECORD.version,
    ratio: text,
    ...(isHistory ? { nominal: 0.8 } : {}),
    blocks: blocks.map(({ trials, ...counts }) => ({
      ...counts,
      count: trials.length,
      trials: trials.map(({ case: entry, ratio, estimate, recorded, errorLow, errorHigh }) => ({
        name: entry.id,
        killed: entry.killed,
        ratio: rangeRecord(ratio, "perKilled"),
        estimate: rangeRecord(estimate, "people"),
        recorded: recorded.round(),
        error: { low: sixDecimals(errorLow), high: sixDecimals(errorHigh) },
      })),
    })),
    without,
  };
}
