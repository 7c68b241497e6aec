import { defined } from "../../core/defined.ts";
import type { Backtest, BacktestBlock } from "../../record/backtest.ts";
import { RECORD } from "../../record/cases.ts";
import type { KnownCase } from "../../record/names.ts";
import { writeJson } from "../json.ts";
import { type Layout, sheetText } from "../layout.ts";
import { MARKDOWN } from "../markdown.ts";
import type { Markup } from "../markup.ts";
import { WIKITEXT } from "../wikitext.ts";
import { backtestAnswer, backtestMore, backtestNotes, backtestRecord, blockSheet, blockTitle } from "./backtest.ts";
import { caseFacts } from "./explain.ts";
import type { Fact } from "./fact.ts";
import { historyFacts, historyRecord } from "./history.ts";
import { builtInCases, caseRecord, caseSources, casesNotes, casesSheet, fittedSheet, type Paces } from "./list.ts";

export type PageFormat = "text" | "json" | "ndjson" | "markdown" | "wikitext";

const MARKUPS: Readonly<Partial<Record<PageFormat, Markup>>> = { markdown: MARKDOWN, wikitext: WIKITEXT };

/** What a wiki calls the table of cases. */
const CASES = "Losses per person killed";

/** The list of cases, or each case in full. If a history was asked for by name, its interval in full. */
export function casesPage(
  listed: readonly KnownCase[],
  format: PageFormat,
  explain: boolean,
  layout: Layout,
  { history, paces }: { readonly history?: string; readonly paces?: Paces } = {},
): string {
  const records = listed.map(caseRecord);
  if (format === "ndjson") return records.map((record) => `${writeJson(record, false)}\n`).join("");
  if (format === "json") {
    const about = { schema: "loss-calc/ratios", version: 1, record: RECORD.version };
    return `${writeJson({ ...about, cases: records, ...defined({ history: historyRecord(builtInCases(listed)) }) }, true)}\n`;
  }
  if (explain) {
    const parts: [string, Fact[]][] =
      history === undefined
        ? listed.map((known) => [known.case.id, caseFacts(known)])
        : [[history, historyFacts(history, builtInCases(listed))]];
    return `${parts.map(([head, known]) => factsText(head, known, format, layout)).join("\n\n")}\n`;
  }
  const markup = MARKUPS[format];
  const notes = casesNotes(listed, paces, markup !== undefined);
  const sheet = casesSheet(listed, paces, markup !== undefined);
  if (markup) {
    const sources = `Sources:\n${markup === MARKDOWN ? "\n" : ""}${caseSources(listed).map(markup.source).join("\n")}`;
    return `${[markup.sheet(sheet, CASES), ...notes.map(markup.text), sources].join("\n\n")}\n`;
  }
  return `${sheetText(fittedSheet(sheet, layout.width), layout)}\n\n${notes.map((note) => layout.wrap(note)).join("\n")}\n`;
}

function factsText(head: string, known: readonly Fact[], format: PageFormat, layout: Layout): string {
  const markup = MARKUPS[format];
  const lines = markup
    ? [markup.strong(head), "", ...known.map(([label, text]) => markup.item(`${label}: ${text}`))]
    : [layout.heading(head), ...known.map(([label, text]) => layout.wrap(`  ${label}: ${text}`, "    "))];
  return lines.join("\n");
}

/** How close a ratio was to what was recorded: the answer, and on request the cases. */
export function backtestPage(result: Backtest, format: PageFormat, explain: boolean, layout: Layout): string {
  if (format === "json" || format === "ndjson") return `${writeJson(backtestRecord(result), format === "json")}\n`;
  const markup = MARKUPS[format];
  const [head = "", ...lines] = backtestAnswer(result, markup !== undefined);
  const answer = explain ? lines : [...lines, ...backtestMore(result, markup !== undefined)];
  const tables = explain ? result.blocks.filter(({ trials }) => trials.length > 0) : [];
  const notes = explain ? backtestNotes(result) : [];
  const { wrap, heading } = layout;
  const blocks = markup
    ? [
        markup.strong(head),
        answer.map(markup.item).join("\n"),
        ...tables.map((block) => `${markup.strong(blockTitle(block))}\n\n${markup.sheet(blockSheet(block, result))}`),
        ...notes.map(markup.text),
      ]
    : [
        [heading(wrap(head)), ...answer.map((line) => wrap(line))].join("\n"),
        ...tables.map((block) => blockText(block, result, layout)),
        ...(notes.length > 0 ? [notes.map((note) => wrap(note)).join("\n")] : []),
      ];
  return `${blocks.join("\n\n")}\n`;
}

function blockText(block: BacktestBlock, result: Backtest, layout: Layout): string {
  const plain = { ...layout, heading: (text: string) => text };
  return [layout.heading(layout.wrap(blockTitle(block))), sheetText(blockSheet(block, result), plain)].join("\n");
}
