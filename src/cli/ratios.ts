import { collect, InputError, type Problem } from "../core/errors.ts";
import { parseRatio, RATIO_NAME } from "../notation/figure.ts";
import { type Backtest, backtest } from "../record/backtest.ts";
import { RECORD } from "../record/cases.ts";
import { DEFINITIONS, MEASURES, ORDERS, SCOPES } from "../record/choices.ts";
import { ratiosByName } from "../record/names.ts";
import { parseEra } from "../record/scope.ts";
import { inOrder, isSelected, type Selection } from "../record/select.ts";
import { writeJson } from "../render/json.ts";
import { escaped } from "../render/markdown.ts";
import {
  backtestRecord,
  backtestRows,
  blockSheet,
  blockSummary,
  blockTitle,
  withoutText,
} from "../render/ratios/backtest.ts";
import { explained } from "../render/ratios/explain.ts";
import { caseRecord, casesNotes, casesRows, casesSheet, type Listed } from "../render/ratios/list.ts";
import { sheetMarkdown, sheetText } from "../render/sheet.ts";
import type { Layout } from "../render/text.ts";
import { type Delivery, deliver, deliveryFrom, layoutFor } from "./deliver.ts";
import { EXIT } from "./exit.ts";
import type { Io } from "./io.ts";
import type { Given } from "./options.ts";
import { readRatioFile } from "./ratio-files.ts";

/**
 * The command: the cases of the record and of the user's file → those that are asked for → a table,
 * each in full, or a ratio tested on them. Resolves to the exit status, 1 where no case fits. Throws
 * InputError.
 */
export async function runRatios(given: Given, before: readonly Problem[], io: Io): Promise<number> {
  const problems = [...before, ...given.repeats()];
  const delivery = deliveryFrom(given, problems);
  const selection = selectionFrom(given, problems);
  const order = given.choice("--sort", ORDERS, problems) ?? "year";
  problems.push(...clashes(given));
  if (problems.length > 0) throw new InputError(problems);

  const file = given.one("--ratios");
  const own = file === undefined ? [] : [await readRatioFile(file)];
  const all = [
    ...own.flatMap(({ file, sources, conflicts }) => conflicts.map((one): Listed => ({ case: one, file, sources }))),
    ...RECORD.conflicts.map((one): Listed => ({ case: one, sources: RECORD.sources })),
  ];
  const listed = inOrder(
    all.filter(({ case: one }) => isSelected(one, selection)),
    order,
  );
  if (listed.length === 0) {
    io.stderr.write("no case fits; loss-calc ratios lists all of them\n");
    return EXIT.no;
  }
  const tested = given.one("--backtest");
  const result = tested === undefined ? undefined : testOf(tested, listed, ratiosByName(own));
  const width = delivery.file === undefined ? io.stdout.columns : undefined;
  const layout = await layoutFor(delivery.colour, delivery.file !== undefined, io);
  const page = { layout, width };
  const text = result ? backtestText(result, delivery, page) : casesText(listed, delivery, page);
  await deliver({ text, notes: [] }, delivery, io);
  return EXIT.fine;
}

function selectionFrom(given: Given, problems: Problem[]): Selection {
  const years = given.one("--era");
  const era = years === undefined ? undefined : parseEra(years);
  if (years !== undefined && !era) problems.push({ code: "E-ERA", args: { found: years }, at: { option: "--era" } });
  return {
    words: given.operands,
    era,
    side: given.one("--side"),
    scope: given.choice("--scope", SCOPES, problems),
    definition: given.choice("--definition", DEFINITIONS, problems),
    covers: given.choice("--covers", MEASURES, problems),
    comparable: given.has("--comparable"),
  };
}

function clashes(given: Given): Problem[] {
  if (!given.has("--backtest") || !given.has("--explain")) return [];
  return [{ code: "E-OPTIONS-CLASH", args: { options: ["--backtest", "--explain"], why: "no place" } }];
}

/** What is written is a number, a range, or a name. Throws InputError. */
function testOf(text: string, listed: readonly Listed[], lookup: ReturnType<typeof ratiosByName>): Backtest {
  const cases = listed.filter(({ file }) => file === undefined).map((one) => one.case);
  const unread: Problem[] = [];
  const ratio = collect(unread, () => parseRatio(text));
  // What is no number may be a name, which can know one measure and not the other.
  const problems = RATIO_NAME.test(text.trim()) ? [] : unread;
  const test =
    ratio || problems.length === 0 ? collect(problems, () => backtest(cases, text.trim(), ratio, lookup)) : undefined;
  if (!test) throw new InputError(problems.map((problem) => ({ ...problem, at: { option: "--backtest" } })));
  return test;
}

interface Page {
  readonly layout: Layout;
  readonly width: number | undefined;
}

function casesText(listed: readonly Listed[], { format, explain }: Delivery, { layout, width }: Page): string {
  if (format === "csv" || format === "tsv") return casesRows(listed, format === "csv" ? "," : "\t");
  const records = listed.map(caseRecord);
  if (format === "ndjson") return records.map((record) => `${JSON.stringify(record)}\n`).join("");
  if (format === "json") {
    return `${writeJson({ schema: "loss-calc/ratios", version: 1, record: RECORD.version, cases: records }, true)}\n`;
  }
  const isMarkdown = format === "markdown";
  if (explain) {
    const blocks = listed.map((one) => {
      const known = explained(one);
      if (isMarkdown) {
        return [`**${escaped(one.case.id)}**\n`, ...known.map(([label, text]) => `- ${label}: ${escaped(text)}`)].join(
          "\n",
        );
      }
      const lines = known.map(([label, text]) => layout.wrap(`  ${label}: ${text}`, "    "));
      return [layout.heading(one.case.id), ...lines].join("\n");
    });
    return `${blocks.join("\n\n")}\n`;
  }
  const notes = casesNotes(listed);
  const sheet = casesSheet(listed);
  if (isMarkdown) return `${sheetMarkdown(sheet)}\n\n${notes.map(escaped).join("\n\n")}\n`;
  return `${sheetText(sheet, layout, width)}\n\n${notes.map((note) => layout.wrap(note)).join("\n")}\n`;
}

function backtestText(result: Backtest, { format }: Delivery, { layout, width }: Page): string {
  if (format === "csv" || format === "tsv") return backtestRows(result, format === "csv" ? "," : "\t");
  if (format === "json" || format === "ndjson") return `${writeJson(backtestRecord(result), format === "json")}\n`;
  const isMarkdown = format === "markdown";
  const blocks = result.blocks.map((block) => {
    const sheet = blockSheet(block, result);
    const summary = blockSummary(block, result);
    return isMarkdown
      ? [`**${blockTitle(block)}**`, sheetMarkdown(sheet), ...summary.map(escaped)].join("\n\n")
      : [
          layout.heading(layout.wrap(blockTitle(block))),
          sheetText(sheet, { ...layout, heading: (text) => text }, width),
          ...summary.map((line) => layout.wrap(line)),
        ].join("\n");
  });
  return `${[...blocks, ...withoutText(result).map((line) => layout.wrap(line))].join("\n\n")}\n`;
}
