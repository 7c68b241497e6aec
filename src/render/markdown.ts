import type { Estimate } from "../core/estimate.ts";
import { caveatSentences } from "./caveats.ts";
import { claimLines } from "./claims.ts";
import { escaped } from "./escaped.ts";
import { originLines, replacementLines } from "./origin.ts";
import { outlineOf } from "./outline.ts";
import { sentenceOf } from "./sentence.ts";
import { widthLine } from "./width.ts";
import { workingOf } from "./working.ts";

/** The estimate as Markdown: the table, the sentence, the caveats, and on request the working. */
export function renderMarkdown(estimate: Estimate, explain: boolean): string {
  const { heading, forces, rows } = outlineOf(estimate);
  const heads = ["", "", heading, ...forces.map((force) => `share of ${force}`)];
  const body = rows.map(({ quantity, basis, value, shares, whole }) => {
    const cells = [quantity, basis, value, ...forces.map((_, index) => shares[index] ?? "")].map(escaped);
    return whole ? cells.map((cell) => cell && `**${cell}**`) : cells;
  });
  const lines = [heads.map(escaped), heads.map((_, index) => (index < 2 ? "---" : "---:")), ...body];
  const table = lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  const { name, note, replaced } = estimate.scenario;
  const listed = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? [`${title}:`, lines.map((line) => `- ${escaped(line)}`).join("\n")] : [];
  const working = workingOf(estimate).map(({ step, formula, lines }, index) =>
    [`${index + 1}. ${escaped(`${step} = ${formula}`)}`, ...lines.map((line) => `   - ${escaped(line)}`)].join("\n"),
  );
  const blocks = [
    ...(name ? [`**${escaped(name)}**`] : []),
    table,
    escaped(sentenceOf(estimate)),
    ...listed("Not as in the file", replacementLines(replaced)),
    ...listed("Claims", claimLines(estimate)),
    ...listed("Caveats", caveatSentences(estimate.caveats)),
    ...(note ? [`Note: ${escaped(note)}`] : []),
    ...listed("Sources", originLines(estimate.scenario, explain)),
    ...(explain ? ["Working:", working.join("\n"), ...[widthLine(estimate) ?? []].flat().map(escaped)] : []),
  ];
  return `${blocks.join("\n\n")}\n`;
}
