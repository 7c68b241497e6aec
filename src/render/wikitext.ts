import { list } from "./list.ts";
import { aroundSources, filledSheet, type Markup } from "./markup.ts";
import type { Section } from "./sections.ts";
import type { Sheet } from "./sheet.ts";
import { type Cited, hostOf, linkOf, type Source } from "./sources.ts";

export const WIKITEXT: Markup = {
  text: wikiText,
  strong: (text) => `'''${wikiText(text)}'''`,
  item: (text) => `* ${wikiText(text)}`,
  source: (source) => `* ${footnote(source)}`,
  sheet: sheetWikitext,
};

/** A result for a page of a wiki: a table with a caption, and the sentence with a footnote for each source. */
export function renderWikitext(
  sections: readonly Section[],
  sources: readonly Source[],
  cited: readonly Cited[],
): string {
  const [result, working] = aroundSources(sections.filter(({ kind }) => kind !== "title"));
  const caption = captionOf(sections, cited);
  const answer = result.findIndex(({ kind }) => kind === "sentence");
  const notes = sources.map((source) => `<ref>${footnote(source)}</ref>`).join("");
  const parts = [...result, ...working].map(
    (section, at) => sectionWikitext(section, caption) + (at === answer ? notes : ""),
  );
  return `${parts.join("\n\n")}\n`;
}

/** The title, or else whose losses these are. */
function captionOf(sections: readonly Section[], cited: readonly Cited[]): string {
  const [title] = sections;
  if (title?.kind === "title") return title.text;
  const names = cited.flatMap(({ name }) => name ?? []);
  if (names.length > 0) return `Losses: ${list(names)}`;
  const { side, asOf } = cited[0]?.scenario ?? {};
  return [side === undefined ? "Losses" : `Losses of ${side}`, ...(asOf ? [asOf.text] : [])].join(", ");
}

function sectionWikitext(section: Section, caption: string): string {
  switch (section.kind) {
    case "title":
      return WIKITEXT.strong(section.text);
    case "table":
      return sheetWikitext(filledSheet(section.outline), caption);
    case "sheet":
      return sheetWikitext(section.sheet, section.caption ?? caption);
    case "sentence":
      return wikiText(section.text);
    case "list":
      return `${section.title}:\n${section.lines.map(WIKITEXT.item).join("\n")}`;
    case "steps": {
      const steps = section.steps.flatMap(({ step, formula, lines }) => [
        `# ${wikiText(`${step} = ${formula}`)}`,
        ...lines.map((line) => `#* ${wikiText(line)}`),
      ]);
      return `${section.title}:\n${steps.join("\n")}`;
    }
  }
}

/** "[https://example.org Ukraine], 2022-03-16, killed (claim): as quoted". */
function footnote(source: Source): string {
  const { of, who, page, asOf, kind, note, url } = source;
  const link = linkOf(source);
  const name = page ?? who ?? (link === undefined ? undefined : hostOf(link));
  const linked = link !== undefined ? `[${address(link)} ${wikiText(name!)}]` : name && wikiText(name);
  const said = [linked, asOf, wikiText(of)].filter(Boolean).join(", ");
  const more = [note, ...(link === undefined ? [url] : [])].filter((text) => text !== undefined).join(" ");
  return `${said}${kind ? ` (${kind})` : ""}${more ? `: ${wikiText(more)}` : ""}`;
}

/** An address as an external link can have it. */
function address(url: string): string {
  return url.replace(
    /[\s"'<>[\]{}|\\^`]|~(?=~)|_(?=_)/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A table of MediaWiki. The first cell of a row is its heading. */
export function sheetWikitext({ heads, rows, numbers, whole = [] }: Sheet, caption?: string): string {
  const cell = (text: string, at: number, isWhole: boolean) => {
    const shown = isWhole && text !== "" ? WIKITEXT.strong(text) : wikiText(text);
    if (at === 0) return `! scope="row" | ${shown}`;
    if (text === "") return "|";
    return numbers[at] ? `| style="text-align: right;" | ${shown}` : `| ${shown}`;
  };
  return [
    '{| class="wikitable"',
    ...(caption === undefined ? [] : [`|+ ${wikiText(caption)}`]),
    ...(heads.some((head) => head !== "") ? heads.map((head) => `! scope="col" | ${wikiText(head)}`) : []),
    ...rows.flatMap((row, index) => ["|-", ...row.map((text, at) => cell(text, at, whole[index] === true))]),
    "|}",
  ]
    .map((line) => line.trimEnd())
    .join("\n");
}

/** Signs that are markup wherever they are. */
const MARKUP = /[&<>[\]{}|!]/g;
/** Signs that are markup in a row (bold, signatures, magic words, rules), or at the start of a line. */
const IN_A_ROW = /'{2,}|^'|'$|~{3,}|_{2,}|-{4,}/g;
const AT_START = /^[*#:;=\- ]/;
/** A colon that would make an address a link, and the space of what MediaWiki links by itself: "RFC 2119". */
const LINKED = /(?<=\w):(?=\S)/g;
const MAGIC = /(?<=\b(?:ISBN|RFC|PMID)) /g;

/**
 * Text as MediaWiki shows it unchanged, wherever it is: in a cell, a footnote or at the start of a line. A name can be
 * anything. An entity is never read as markup.
 */
export function wikiText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(MARKUP, entities)
    .replace(LINKED, entities)
    .replace(MAGIC, entities)
    .replace(IN_A_ROW, entities)
    .replace(AT_START, entities);
}

const entities = (signs: string) => [...signs].map((sign) => `&#${sign.codePointAt(0)};`).join("");
