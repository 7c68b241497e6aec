import { Rational, ZERO } from "../../core/rational.ts";
import { compact, people } from "../../notation/print.ts";
import type { Backtest, Block, Trial } from "../../record/backtest.ts";
import { RECORD } from "../../record/cases.ts";
import { range, sixDecimals } from "../record.ts";
import { openEnds, separatedLine } from "../separated.ts";
import type { Sheet } from "../sheet.ts";
import { count } from "./list.ts";

const TITLE: Record<Block["measure"], string> = {
  wounded: "wounded",
  others: "wounded, captured and missing together",
};

/** What a block is of. */
export function blockTitle({ measure, trials }: Block): string {
  const known = measure === "others" ? ", as far as known" : "";
  return `${TITLE[measure]}${known}: ${trials.length} comparable ${trials.length === 1 ? "case" : "cases"}`;
}

/** A line for each case: what the ratio gives, what was recorded, and the error. */
export function blockSheet({ trials }: Block, { isHistory }: Backtest): Sheet {
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

/** How near the estimates came. */
export function blockSummary(block: Block, { isHistory, isSingle }: Backtest): string[] {
  const { trials, inside, withinQuarter, withinTwo, tooLow, tooHigh } = block;
  const of = (number: number) => `${number} of ${trials.length}`;
  if (isHistory) {
    const share = ((inside / trials.length) * 100).toFixed(1);
    return [
      `${of(inside)} inside the interval of the other wars: ${share}% of the cases, where it is meant for 80% of wars; ${tooLow} above it, ${tooHigh} below.`,
    ];
  }
  return [
    `${of(withinQuarter)} within 25%, ${of(withinTwo)} within a factor of two.`,
    ...(isSingle ? [] : [`${of(inside)} inside the range; the others are counted by its nearer end.`]),
    `Too low in ${tooLow}, too high in ${tooHigh}${isSingle && inside > 0 ? `, exact in ${inside}` : ""}.`,
  ];
}

export const ERROR_FORMULA = `error = (estimate − recorded) ÷ recorded. Record of ${RECORD.version}.`;

/** What the ratio says nothing of, and whether it is judged by what it was taken from. */
export function backtestNotes({ text, without, blocks }: Backtest): string[] {
  const own = blocks.flatMap(({ trials }) => trials.map((trial) => trial.case.id)).includes(text.toLowerCase());
  return [
    ...without.map((measure) => `${text} says nothing of ${TITLE[measure]}.`),
    ...(own ? [`${text} is one of the cases, and fits itself.`] : []),
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

export function backtestRows({ blocks }: Backtest, separator: "," | "\t"): string {
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
  return [COLUMNS, ...rows].map((cells) => separatedLine(cells, separator)).join("");
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
      trials: trials.map(({ case: one, ratio, estimate, recorded, errorLow, errorHigh }) => ({
        name: one.id,
        killed: one.killed,
        ratio: range(ratio, "perKilled"),
        estimate: range(estimate, "people"),
        recorded: recorded.round(),
        error: { low: sixDecimals(errorLow), high: sixDecimals(errorHigh) },
      })),
    })),
    without,
  };
}
