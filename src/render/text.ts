import type { Estimate } from "../core/estimate.ts";
import { caveatSentence } from "./caveats.ts";
import { claimLines } from "./claims.ts";
import { originLines, replacementLines } from "./origin.ts";
import { type Outline, outlineOf } from "./outline.ts";
import { sentenceOf } from "./sentence.ts";
import { widthLine } from "./width.ts";
import { workingOf } from "./working.ts";

/** How the parts of a text are laid out: plainly, or for a terminal (see terminal.ts). */
export interface Layout {
  readonly table: (outline: Outline) => string;
  readonly heading: (text: string) => string;
  /** How something that is well, or not, stands out. */
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  /** Breaks a line of prose; what follows the first line is indented. */
  readonly wrap: (text: string, indent?: string) => string;
}

/** For pipes and files: aligned columns without decoration, one line for each sentence. */
export const PLAIN: Layout = {
  table: (outline) => columns(outline),
  heading: (text) => text,
  good: (text) => text,
  bad: (text) => text,
  wrap: (text) => text,
};

/** The estimate for people: a table, one sentence to quote, the caveats, and on request the working. */
export function renderText(estimate: Estimate, explain: boolean, { table, heading, wrap }: Layout = PLAIN): string {
  const working = (explain ? workingOf(estimate) : []).flatMap(({ step, formula, lines }, index) => [
    wrap(`${index + 1}. ${step} = ${formula}`, "   "),
    ...lines.map((line) => wrap(`   ${line}`, "     ")),
  ]);
  const { name, note, replaced } = estimate.scenario;
  const listed = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? [[heading(title), ...lines.map((line) => wrap(`- ${line}`, "  "))]] : [];
  const blocks = [
    ...(name ? [[heading(name)]] : []),
    [table(outlineOf(estimate))],
    [wrap(sentenceOf(estimate))],
    ...listed("Not as in the file", replacementLines(replaced)),
    ...listed("Claims", claimLines(estimate)),
    ...listed("Caveats", estimate.caveats.map(caveatSentence)),
    ...(note ? [[wrap(`Note: ${note}`)]] : []),
    ...listed("Sources", originLines(estimate.scenario)),
    ...(explain ? [[heading("Working"), ...working]] : []),
    ...(explain ? [widthLine(estimate) ?? []].flat().map((line) => [wrap(line)]) : []),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/**
 * The cells of the table, the head first; a quantity is named once, and a column that would be
 * empty left out.
 */
export function cellsOf({ heading, forces, rows }: Outline): string[][] {
  const hasBasis = rows.some(({ basis }) => basis !== "");
  const cells = (quantity: string, basis: string, rest: readonly string[]) =>
    hasBasis ? [quantity, basis, ...rest] : [quantity, ...rest];
  const head = cells("", "", [heading, ...forces.map((force) => `share of ${force}`)]);
  return [
    ...(head.some((cell) => cell !== "") ? [head] : []),
    ...rows.map(({ quantity, basis, value, shares }, index) =>
      cells(quantity === rows[index - 1]?.quantity ? "" : quantity, basis, [
        value,
        ...forces.map((_, at) => shares[at] ?? ""),
      ]),
    ),
  ];
}

/**
 * Aligned columns, by code points: a name in a script of wide letters may shift what stands
 * behind it. The rows for the whole can be made to stand out.
 */
export function columns(outline: Outline, strong = (line: string) => line): string {
  const lines = cellsOf(outline);
  const widths = lines.reduce(
    (widest, cells) => cells.map((cell, column) => Math.max(widest[column] ?? 0, [...cell].length)),
    [] as number[],
  );
  const pad = (cell: string, column: number) => cell + " ".repeat(widths[column]! - [...cell].length);
  const text = lines.map((cells) => cells.map(pad).join("   ").trimEnd());
  const heads = lines.length - outline.rows.length;
  return text.map((line, index) => (outline.rows[index - heads]?.whole ? strong(line) : line)).join("\n");
}
