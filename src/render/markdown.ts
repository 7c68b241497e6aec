import type { Reference } from "./cite/reference.ts";
import { escaped } from "./escaped.ts";
import { aroundSources, filledSheet, type Markup } from "./markup.ts";
import type { Section } from "./sections.ts";
import { sheetMarkdown } from "./sheet.ts";
import { referenceOf, type Source } from "./sources.ts";

export const MARKDOWN: Markup = {
  text: escaped,
  strong: (text) => `**${escaped(text)}**`,
  item: (text) => `- ${escaped(text)}`,
  source: sourceItem,
  sheet: sheetMarkdown,
};

/** A result as Markdown, with all of its sources. */
export function renderMarkdown(sections: readonly Section[], sources: readonly Source[]): string {
  const [result, working] = aroundSources(sections).map((part) => part.map(sectionMarkdown));
  const list = sources.length > 0 ? [`Sources:\n\n${sources.map(sourceItem).join("\n")}`] : [];
  return `${[...result!, ...list, ...working!].join("\n\n")}\n`;
}

/** "- killed: Ukraine (claim), 16 March 2022, at [example.org](<https://example.org>): as quoted". */
function sourceItem(source: Source): string {
  return `- ${referenceMarkdown(referenceOf(source))}`;
}

export function referenceMarkdown({ before, linked, after, url, seen, note = "" }: Reference): string {
  const title = url === undefined ? escaped(linked) : `[${escaped(linked)}](<${address(url)}>)`;
  return `${escaped(before)}${title}${escaped(`${after}${seen}${note}`)}`;
}

/** An address in angle brackets, which Markdown shows and links unchanged. */
function address(url: string): string {
  return url.replace(/[<>\\`|]/g, encodeURIComponent);
}

function sectionMarkdown(section: Section): string {
  switch (section.kind) {
    case "title":
      return MARKDOWN.strong(section.text);
    case "table":
      return sheetMarkdown(filledSheet(section.outline));
    case "sheet":
      return sheetMarkdown(section.sheet);
    case "sentence":
      return escaped(section.text);
    case "list":
      return `${section.title}:\n\n${section.lines.map(MARKDOWN.item).join("\n")}`;
    case "steps": {
      const steps = section.steps.flatMap(({ step, formula, lines }, index) => [
        `${index + 1}. ${escaped(`${step} = ${formula}`)}`,
        ...lines.map((line) => `   - ${escaped(line)}`),
      ]);
      return `${section.title}:\n\n${steps.join("\n")}`;
    }
  }
}
