import type { Rational } from "../../core/rational.ts";
import { compact, people } from "../../notation/print.ts";
import type { Backtest, Block, Trial } from "../../record/backtest.ts";
import { RECORD } from "../../record/cases.ts";
import { separatedLine } from "../separated.ts";
import type { Sheet } from "../sheet.ts";
import { count } from "./list.ts";

const TITLE: Record<Block["measure"], string> = {
  wounded: "wounded",
  others: "wounded, captured and missing together",
};

/** What a block is of. */
export function blockTitle({ measure, trials }: Block): string {
  return `${TITLE[measure]}: ${trials.length} comparable cases`;
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
      compact({ ...trial.ratio, low: trial.low, high: trial.high, approximate: false }, people),
      count(trial.recorded),
      errorText(trial),
    ]),
  };
}

/** "+86.7%", "-33.3% to +20.0%". */
function errorText({ errorLow, errorHigh }: Trial): string {
  return errorLow.equals(errorHigh) ? signed(errorLow) : `${signed(errorLow)} to ${signed(errorHigh)}`;
}

function signed(error: Rational): string {
  const percent = (error.toNumber() * 100).toFixed(1);
  return `${error.toNumber() > 0 ? "+" : ""}${percent}%`;
}

/** How near the estimates came. */
export function blockSummary(block: Block, { isHistory, isSingle }: Backtest): string[] {
  const { trials, inside, withinQuarter, withinTwo, tooLow, tooHigh } = block;
  if (trials.length === 0) return ["No case can be judged: there is none that is comparable, or too few other wars."];
  const of = (number: number) => `${number} of ${trials.length}`;
  if (isHistory) {
    const share = ((inside / trials.length) * 100).toFixed(1);
    return [
      `${of(inside)} inside the interval of the other wars: ${share}%, where it is meant for 80%; ${tooLow} above it, ${tooHigh} below.`,
    ];
  }
  return [
    `${of(withinQuarter)} within 25%, ${of(withinTwo)} within a factor of two.`,
    ...(isSingle ? [] : [`${of(inside)} inside the range; the others are counted by its nearer end.`]),
    `Too low in ${tooLow}, too high in ${tooHigh}.`,
  ];
}

export const ERROR_FORMULA = `error = (estimate − recorded) ÷ recorded. Record of ${RECORD.version}.`;

/** What the ratio says nothing of. */
export function withoutText({ text, without }: Backtest): string[] {
  return without.map((measure) => `${text} says nothing of ${TITLE[measure]}.`);
}

const COLUMNS = [
  "measure",
  "name",
  "killed",
  "estimate_low",
  "estimate_high",
  "recorded",
  "error_low",
  "error_high",
] as const;

export function backtestRows({ blocks }: Backtest, separator: "," | "\t"): string {
  const rows = blocks.flatMap(({ measure, trials }) =>
    trials.map((trial) => [
      measure,
      trial.case.id,
      String(trial.case.killed),
      ...[trial.low, trial.high].map((end) => String(end.round())),
      String(trial.recorded),
      ...[trial.errorLow, trial.errorHigh].map((error) => error.toNumber().toFixed(6)),
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
      trials: trials.map(({ case: one, low, high, recorded, errorLow, errorHigh }) => ({
        name: one.id,
        killed: one.killed,
        estimate: { low: low.round(), high: high.round() },
        recorded,
        error: { low: six(errorLow), high: six(errorHigh) },
      })),
    })),
    without,
  };
}

const six = (value: Rational) => Number(value.toNumber().toFixed(6));
