import { decimal, inWords } from "../../notation/print.ts";
import type { Backtest, BacktestBlock } from "../../record/backtest.ts";
import { type Case, RECORD, ratioOf } from "../../record/cases.ts";
import { historyOf, middleOf, rounded } from "../../record/history.ts";
import { capital } from "../capital.ts";
import { dateInWords } from "../date-words.ts";
import { pastWarName } from "../for-readers.ts";
import { backtestSentences, COUNTED } from "../ratios/backtest.ts";
import { keyOfMarks, logarithmic, markOf } from "./marks.ts";
import type { DotBlock, Picture } from "./picture.ts";

/** The ratios of past cases as dots, with the ratio that was tested and where most of the past is. */
export function backtestPicture(backtest: Backtest): Picture {
  const blocks = backtest.blocks.filter(({ trials }) => trials.length > 0);
  const drawn = blocks.map((block) => blockOf(block, backtest));
  const sentences = backtestSentences({ ...backtest, blocks });
  return {
    title: `${titleFor(backtest)}, tested on past wars`,
    leads: [sentences.join(" ")],
    chart: { kind: "dots", blocks: drawn },
    parts: [
      { leads: [sentences[0]!, ""], chart: { kind: "dots", blocks: drawn.slice(0, 1) }, key: keyOf(drawn.slice(0, 1)) },
    ],
    key: keyOf(drawn),
    caveats: [],
    kept: [],
    sources: [`Source: loss-calc’s record of past wars, ${dateInWords({ text: RECORD.version })}.`],
    table: {
      heads: ["Losses", "Case", "Per person killed"],
      rows: blocks.flatMap(({ measure, trials }) =>
        trials.map((trial) => [measure, nameOf(trial.case), decimal(ratioOf(trial.case, measure)!)]),
      ),
      numbers: [false, false, true],
    },
  };
}

/** What the dots and lines of these panels mean. */
function keyOf(drawn: readonly DotBlock[]): string[] {
  return [
    `Each dot is one side in one war or battle. ${logarithmic(drawn.length)}`,
    ...keyOfMarks(
      drawn.flatMap(({ rule }) => (rule ? [{ ...rule.mark, best: undefined }] : [])),
      "a dashed line: approximate",
    ),
  ];
}

function titleFor({ text, title, isNamed, isHistory }: Backtest): string {
  if (isHistory) return "The 80% range of other wars";
  if (!isNamed) return `A ratio of ${text}`;
  return `The ratio of ${title === undefined ? text : pastWarName(title)}`;
}

function blockOf({ measure, trials }: BacktestBlock, { isHistory }: Backtest): DotBlock {
  const cases = trials.map((trial) => trial.case);
  const isWounded = measure === "wounded";
  const interval = isWounded ? intervalOf(cases) : middleOf(cases);
  const means = isWounded ? "the 80% interval of past wars" : "the middle 80% of the cases";
  // Each case was tested with another interval, that of the other wars, so there is no single line to draw.
  const [first] = isHistory ? [] : trials;
  return {
    title: `${capital(COUNTED[measure].slice("the ".length))} per person killed: ${cases.length} ${cases.length === 1 ? "case" : "cases"}`,
    note: interval
      ? `Dashed frame: ${means}, ${interval.low.toFixed(2)} to ${interval.high.toFixed(2)} ${isWounded ? "wounded" : "others"} per killed`
      : "",
    unit: "",
    dots: trials.map(({ case: entry }) => ({ label: nameOf(entry), value: ratioOf(entry, measure)!.toNumber() })),
    rule: first && {
      label: `${inWords(first.ratio, decimal, "less")} for each person killed`,
      mark: markOf(first.ratio),
    },
    interval: interval && { low: interval.low.toNumber(), high: interval.high.toNumber() },
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
