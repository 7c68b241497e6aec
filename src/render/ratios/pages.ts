import { defined } from "../../core/defined.ts";
import type { Backtest, Block } from "../../record/backtest.ts";
import { RECORD } from "../../record/cases.ts";
import type { KnownCase } from "../../record/names.ts";
import { writeJson } from "../json.ts";
import { escaped } from "../markdown.ts";
import { sheetMarkdown, sheetText } from "../sheet.ts";
import type { Layout } from "../text.ts";
import {
  backtestNotes,
  backtestRecord,
  backtestRows,
  blockSheet,
  blockSummary,
  blockTitle,
  ERROR_FORMULA,
} from "./backtest.ts";
import { explained, type Known } from "./explain.ts";
import { historyInFull, historyRecord } from "./history.ts";
import { caseRecord, casesNotes, casesRows, casesSheet, ofRecord } from "./list.ts";

export type PageFormat = "text" | "json" | "ndjson" | "csv" | "tsv" | "markdown";

/** Where a page is shown. */
interface Page {
  readonly layout: Layout;
  readonly width: number | undefined;
}

/** The list of cases, or each in full; of a history that was asked for by its name, the interval in full. */
export function casesPage(
  listed: readonly KnownCase[],
  format: PageFormat,
  explain: boolean,
  page: Page,
  history?: string,
): string {
  if (format === "csv" || format === "tsv") return casesRows(listed, format === "csv" ? "," : "\t");
  const records = listed.map(caseRecord);
  if (format === "ndjson") return records.map((record) => `${writeJson(record, false)}\n`).join("");
  if (format === "json") {
    const about = { schema: "loss-calc/ratios", version: 1, record: RECORD.version };
    return `${writeJson({ ...about, cases: records, ...defined({ history: historyRecord(ofRecord(listed)) }) }, true)}\n`;
  }
  if (explain) {
    const parts: [string, Known[]][] =
      history === undefined
        ? listed.map((one) => [one.case.id, explained(one)])
        : [[history, historyInFull(history, ofRecord(listed))]];
    return `${parts.map(([head, known]) => inFull(head, known, format, page)).join("\n\n")}\n`;
  }
  const notes = casesNotes(listed);
  const sheet = casesSheet(listed);
  if (format === "markdown") return `${sheetMarkdown(sheet)}\n\n${notes.map(escaped).join("\n\n")}\n`;
  const { layout, width } = page;
  return `${sheetText(sheet, layout, width)}\n\n${notes.map((note) => layout.wrap(note)).join("\n")}\n`;
}

function inFull(head: string, known: readonly Known[], format: PageFormat, { layout }: Page): string {
  const lines =
    format === "markdown"
      ? [`**${escaped(head)}**`, "", ...known.map(([label, text]) => `- ${label}: ${escaped(text)}`)]
      : [layout.heading(head), ...known.map(([label, text]) => layout.wrap(`  ${label}: ${text}`, "    "))];
  return lines.join("\n");
}

/** A ratio tested on every case: what it gives, what was recorded, and how near it came. */
export function backtestPage(result: Backtest, format: PageFormat, page: Page): string {
  if (format === "csv" || format === "tsv") return backtestRows(result, format === "csv" ? "," : "\t");
  if (format === "json" || format === "ndjson") return `${writeJson(backtestRecord(result), format === "json")}\n`;
  const notes = [...backtestNotes(result), ERROR_FORMULA];
  const blocks =
    format === "markdown"
      ? [...result.blocks.map((block) => blockMarkdown(block, result)), ...notes.map(escaped)]
      : [
          ...result.blocks.map((block) => blockText(block, result, page)),
          ...notes.map((note) => page.layout.wrap(note)),
        ];
  return `${blocks.join("\n\n")}\n`;
}

function blockMarkdown(block: Block, result: Backtest): string {
  if (block.trials.length === 0) return `**${blockTitle(block)}**`;
  const parts = [`**${blockTitle(block)}**`, sheetMarkdown(blockSheet(block, result))];
  return [...parts, ...blockSummary(block, result).map(escaped)].join("\n\n");
}

function blockText(block: Block, result: Backtest, { layout, width }: Page): string {
  if (block.trials.length === 0) return layout.heading(layout.wrap(blockTitle(block)));
  const plain = { ...layout, heading: (text: string) => text };
  return [
    layout.heading(layout.wrap(blockTitle(block))),
    sheetText(blockSheet(block, result), plain, width),
    ...blockSummary(block, result).map((line) => layout.wrap(line)),
  ].join("\n");
}
