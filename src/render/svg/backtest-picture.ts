import { closed, type Range } from "../../core/range.ts";
import { decimal, inWords } from "../../notation/print.ts";
import type { Backtest, BacktestBlock } from "../../record/backtest.ts";
import { type Case, RECORD, ratioOf } from "../../record/cases.ts";
import { historyOf, middleOf, rounded } from "../../record/history.ts";
import { capital } from "../capital.ts";
import { backtestAnswer } from "../ratios/backtest.ts";
import type { DotBlock, Picture } from "./picture.ts";

/** The ratios of past cases as dots, with the ratio that was tested and where most of the past is. */
export function backtestPicture(backtest: Backtest): Picture {
  const blocks = backtest.blocks.filter(({ trials }) => trials.length > 0);
  const [title = "", ...lead] = backtestAnswer(backtest);
  return {
    title,
    leads: [lead.map((line) => `${capital(line)}.`).join(" ")],
    chart: { kind: "dots", blocks: blocks.map((block) => blockOf(block, backtest)) },
    notes: [
      "Each dot is one side in one war or battle. The axis is logarithmic: from 1 to 2 is as far as from 2 to 4.",
      `Source: loss-calc’s record of past wars, version ${RECORD.version}.`,
    ],
    caveats: [],
    table: {
      heads: ["Losses", "Case", "Per person killed"],
      rows: blocks.flatMap(({ measure, trials }) =>
        trials.map((trial) => [measure, nameOf(trial.case), decimal(ratioOf(trial.case, measure)!)]),
      ),
      numbers: [false, false, true],
    },
  };
}

function blockOf({ measure, trials }: BacktestBlock, { isHistory, text }: Backtest): DotBlock {
  const cases = trials.map((trial) => trial.case);
  const isWounded = measure === "wounded";
  const interval = isWounded ? intervalOf(cases) : middleOf(cases);
  const means = isWounded ? "where 80% of other wars are expected" : "the middle 80% of the cases";
  // Each case was tested with another interval, that of the other wars, so there is no single line to draw.
  const [first] = isHistory ? [] : trials;
  return {
    title: isWounded ? "Wounded per person killed" : "Wounded, captured and missing per person killed",
    note: interval ? `Dashed: ${means}, ${inWords(closed(interval.low, interval.high), decimal)}` : "",
    unit: "",
    dots: trials.map(({ case: entry }) => ({ label: nameOf(entry), value: ratioOf(entry, measure)!.toNumber() })),
    rule: first && { ...toNumbers(first.ratio), label: `${text} for each killed` },
    interval: interval && toNumbers(interval),
  };
}

const nameOf = ({ id, belligerent, conflict }: Case) =>
  belligerent !== undefined && conflict !== undefined ? `${belligerent}, ${conflict}` : id;

function intervalOf(cases: Parameters<typeof historyOf>[0]) {
  const history = historyOf(cases);
  if (!history) return undefined;
  const [low, high] = rounded(history);
  return { low, high };
}

const toNumbers = ({ low, high }: Pick<Range, "low" | "high">) => ({ low: low.toNumber(), high: high.toNumber() });
