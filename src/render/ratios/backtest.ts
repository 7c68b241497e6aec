import { Rational, ZERO } from "../../core/rational.ts";
import { compact, people } from "../../notation/print.ts";
import type { Backtest, BacktestBlock, Trial } from "../../record/backtest.ts";
import { RECORD } from "../../record/cases.ts";
import { rangeRecord, sixDecimals } from "../record/range.ts";
import { openEnds, type Separation, separatedText } from "../separated.ts";
import type { Sheet } from "../sheet.ts";
import { count } from "./list.ts";

/** The answer: what was tested, and for each measure how close the estimates were. */
export function backtestAnswer(result: Backtest): string[] {
  const { text, isNamed, blocks, without } = result;
  const cases = Math.max(...blocks.map(({ trials }) => trials.length));
  const own = blocks.flatMap(({ trials }) => trials.map((trial) => trial.case.id)).includes(text.toLowerCase());
  const tested = isNamed ? text : `A ratio of ${text}`;
  return [
    `${tested}, tested on ${cases} comparable ${cases === 1 ? "case" : "cases"}${own ? " including itself" : ""} (record of ${RECORD.version})`,
    ...blocks.map((block) => `${block.measure}: ${blockSummary(block, result)}`),
    ...without.map((measure) => `${measure}: ${text} has no ratio for them`),
  ];
}

/** What the answer leaves out, if the cases are not listed after it. */
export function backtestMore({ blocks }: Backtest): string {
  const hasOthers = blocks.some(({ measure }) => measure === "others");
  return `${hasOthers ? "others = wounded + captured + missing, if known; " : ""}--explain lists the cases`;
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

/** How close the estimates were. */
function blockSummary(block: BacktestBlock, { isHistory, isSingle }: Backtest): string {
  const { trials, inside, withinQuarter, withinTwo, tooLow, tooHigh } = block;
  const { length } = trials;
  if (length === 0) return "no comparable case has a count of them";
  if (isHistory) {
    const share = ((inside / length) * 100).toFixed(1);
    return `${inside} of ${length} (${share}%) inside the interval from other wars; ${tooLow} above it, ${tooHigh} below`;
  }
  const near = `${withinQuarter} of ${length} within 25%, ${withinTwo} within a factor of two`;
  const missed = `${tooLow} too low, ${tooHigh} too high`;
  if (!isSingle) return `${near}; ${inside} inside the range, ${missed}`;
  return `${near}; ${missed}${inside > 0 ? `, ${inside} exact` : ""}`;
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
