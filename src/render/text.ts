import type { Estimate } from "../core/estimate.ts";
import { caveatSentences } from "./caveats.ts";
import { claimLines } from "./claims.ts";
import { type Layout, PLAIN } from "./layout.ts";
import { originLines, replacementLines } from "./origin.ts";
import { type Outline, type OutlineRow, outlineOf } from "./outline.ts";
import { sentenceOf } from "./sentence.ts";
import { type Sheet, sheetWidth } from "./sheet.ts";
import { widthLine } from "./width.ts";
import { workingOf } from "./working.ts";

/** The estimate for people: a table, one sentence to quote, the caveats, and on request the working. */
export function renderText(estimate: Estimate, explain: boolean, layout: Layout = PLAIN): string {
  const { heading, wrap } = layout;
  const working = (explain ? workingOf(estimate) : []).flatMap(({ step, formula, lines }, index) => [
    wrap(`${index + 1}. ${step} = ${formula}`, "   "),
    ...lines.map((line) => wrap(`   ${line}`, "     ")),
  ]);
  const { name, note, replaced } = estimate.scenario;
  const listed = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? [[heading(title), ...lines.map((line) => wrap(`- ${line}`, "  "))]] : [];
  const blocks = [
    ...(name ? [[heading(name)]] : []),
    [outlineText(outlineOf(estimate), layout)],
    [wrap(sentenceOf(estimate))],
    ...listed("Not as in the file", replacementLines(replaced)),
    ...listed("Claims", claimLines(estimate)),
    ...listed("Caveats", caveatSentences(estimate.caveats)),
    ...(note ? [[wrap(`Note: ${note}`)]] : []),
    ...listed("Sources", originLines(estimate.scenario, explain)),
    ...(explain ? [[heading("Working"), ...working]] : []),
    ...(explain ? [widthLine(estimate) ?? []].flat().map((line) => [wrap(line)]) : []),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/**
 * The table. If the terminal is too narrow for it, there is a line for each figure under the name of what it counts.
 */
function outlineText(outline: Outline, layout: Layout): string {
  const sheet = sheetOf(outline);
  const { width } = layout;
  return width === undefined || sheetWidth(sheet) <= width ? layout.sheet(sheet) : listed(outline, layout);
}

function listed({ forces, rows }: Outline, { heading, wrap }: Layout): string {
  return rows
    .flatMap((row, index) => [
      ...(row.quantity === rows[index - 1]?.quantity ? [] : [heading(row.quantity)]),
      ...figures(row, forces).map((line) => wrap(line, "    ")),
    ])
    .join("\n");
}

function figures({ basis, value, shares }: OutlineRow, forces: readonly string[]): string[] {
  return [
    `  ${basis ? `${basis}: ` : ""}${value}`,
    ...shares.map((share, index) => `    ${share} of ${forces[index]}`),
  ];
}

/** The rows as a sheet. A quantity is named only once, and a column that would be empty is left out. */
export function sheetOf({ heading, forces, rows }: Outline): Sheet {
  const hasBasis = rows.some(({ basis }) => basis !== "");
  const basisOf = (text: string) => (hasBasis ? [text] : []);
  const values = [heading, ...forces.map((force) => `share of ${force}`)];
  return {
    heads: ["", ...basisOf(""), ...values],
    rows: rows.map(({ quantity, basis, value, shares }, index) => [
      quantity === rows[index - 1]?.quantity ? "" : quantity,
      ...basisOf(basis),
      value,
      ...forces.map((_, at) => shares[at] ?? ""),
    ]),
    numbers: [false, ...(hasBasis ? [false] : []), ...values.map(() => true)],
    whole: rows.map(({ whole }) => whole),
  };
}
