import type { Backtest, Block } from "../../record/backtest.ts";
import { RECORD } from "../../record/cases.ts";
import { writeJson } from "../json.ts";
import { escaped } from "../markdown.ts";
import { sheetMarkdown, sheetText } from "../sheet.ts";
import type { Layout } from "../text.ts";
import {
  backtestRecord,
  backtestRows,
  blockSheet,
  blockSummary,
  blockTitle,
  ERROR_FORMULA,
  withoutText,
} from "./backtest.ts";
import { explained } from "./explain.ts";
import { caseRecord, casesNotes, casesRows, casesSheet, type Listed } from "./list.ts";

export type PageFormat = "text" | "json" | "ndjson" | "csv" | "tsv" | "markdown";

/** Where a page is shown. */
interface Page {
  readonly layout: Layout;
  readonly width: number | undefined;
}

/** The list of cases, or each in full. */
export function casesPage(listed: readonly Listed[], format: PageFormat, explain: boolean, page: Page): string {
  if (format === "csv" || format === "tsv") return casesRows(listed, format === "csv" ? "," : "\t");
  const records = listed.map(caseRecord);
  if (format === "ndjson") return records.map((record) => `${JSON.stringify(record)}\n`).join("");
  if (format === "json") {
    return `${writeJson({ schema: "loss-calc/ratios", version: 1, record: RECORD.version, cases: records }, true)}\n`;
  }
  if (explain) return `${listed.map((one) => caseInFull(one, format, page)).join("\n\n")}\n`;
  const notes = casesNotes(listed);
  const sheet = casesSheet(listed);
  if (format === "markdown") return `${sheetMarkdown(sheet)}\n\n${notes.map(escaped).join("\n\n")}\n`;
  const { layout, width } = page;
  return `${sheetText(sheet, layout, width)}\n\n${notes.map((note) => layout.wrap(note)).join("\n")}\n`;
}

function caseInFull(one: Listed, format: PageFormat, { layout }: Page): string {
  const known = explained(one);
  const lines =
    format === "markdown"
      ? [`**${escaped(one.case.id)}**`, "", ...known.map(([label, text]) => `- ${label}: ${escaped(text)}`)]
      : [layout.heading(one.case.id), ...known.map(([label, text]) => layout.wrap(`  ${label}: ${text}`, "    "))];
  return lines.join("\n");
}

/** A ratio tested on every case: what it gives, what was recorded, and how near it came. */
export function backtestPage(result: Backtest, format: PageFormat, page: Page): string {
  if (format === "csv" || format === "tsv") return backtestRows(result, format === "csv" ? "," : "\t");
  if (format === "json" || format === "ndjson") return `${writeJson(backtestRecord(result), format === "json")}\n`;
  const notes = [...withoutText(result), ERROR_FORMULA];
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
  const parts = [`**${blockTitle(block)}**`, sheetMarkdown(blockSheet(block, result))];
  return [...parts, ...blockSummary(block, result).map(escaped)].join("\n\n");
}

function blockText(block: Block, result: Backtest, { layout, width }: Page): string {
  const plain = { ...layout, heading: (text: string) => text };
  return [
    layout.heading(layout.wrap(blockTitle(block))),
    sheetText(blockSheet(block, result), plain, width),
    ...blockSummary(block, result).map((line) => layout.wrap(line)),
  ].join("\n");
}
