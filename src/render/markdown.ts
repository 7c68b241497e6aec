import { escaped } from "./escaped.ts";
import type { Outline } from "./outline.ts";
import type { Section } from "./sections.ts";
import { sheetMarkdown } from "./sheet.ts";

/** A result as Markdown. */
export function renderMarkdown(sections: readonly Section[]): string {
  return `${sections.map(sectionMarkdown).join("\n\n")}\n`;
}

function sectionMarkdown(section: Section): string {
  switch (section.kind) {
    case "title":
      return `**${escaped(section.text)}**`;
    case "table":
      return tableOf(section.outline);
    case "sheet":
      return sheetMarkdown(section.sheet);
    case "sentence":
      return escaped(section.text);
    case "list":
      return `${section.title}:\n\n${section.lines.map((line) => `- ${escaped(line)}`).join("\n")}`;
    case "steps": {
      const steps = section.steps.flatMap(({ step, formula, lines }, index) => [
        `${index + 1}. ${escaped(`${step} = ${formula}`)}`,
        ...lines.map((line) => `   - ${escaped(line)}`),
      ]);
      return `${section.title}:\n\n${steps.join("\n")}`;
    }
  }
}

function tableOf({ heading, forces, rows }: Outline): string {
  const heads = ["", "", heading, ...forces.map((force) => `share of ${force}`)];
  const body = rows.map(({ quantity, basis, value, shares, whole }) => {
    const cells = [quantity, basis, value, ...forces.map((_, index) => shares[index] ?? "")].map(escaped);
    return whole ? cells.map((cell) => cell && `**${cell}**`) : cells;
  });
  const lines = [heads.map(escaped), heads.map((_, index) => (index < 2 ? "---" : "---:")), ...body];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
