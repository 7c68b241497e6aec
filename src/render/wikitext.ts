import type { Reference } from "./cite/reference.ts";
import { dateInWords } from "./date-words.ts";
import { list } from "./list.ts";
import { aroundSources, filledSheet, type Markup } from "./markup.ts";
import type { Section } from "./sections.ts";
import type { Sheet } from "./sheet.ts";
import { type Cited, referenceOf, type Source } from "./sources.ts";

export const WIKITEXT: Markup = {
  text: wikiText,
  strong: (text) => `'''${wikiText(text)}'''`,
  item: (text) => `* ${wikiText(text)}`,
  source: (source) => `* ${referenceWikitext(referenceOf(source))}`,
  sheet: sheetWikitext,
};

/**
 * A result for a page of a wiki: a table with a caption, and the sentence. Both have the footnotes of the sources; in the
 * table they are where it names a source or a side, or else at the caption.
 */
export function renderWikitext(
  sections: readonly Section[],
  sources: readonly Source[],
  cited: readonly Cited[],
): string {
  const [result, working] = aroundSources(sections.filter(({ kind }) => kind !== "title"));
  const caption = captionOf(sections, cited);
  const answer = result.findIndex(({ kind }) => kind === "sentence");
  const notes = new Footnotes(sources);
  const parts = [...result, ...working].map(
    (section, at) => sectionWikitext(section, caption, notes) + (at === answer ? notes.all() : ""),
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
  return [side === undefined ? "Losses" : `Losses of ${side}`, ...(asOf ? [dateInWords(asOf)] : [])].join(", ");
}

function sectionWikitext(section: Section, caption: string, notes: Footnotes): string {
  switch (section.kind) {
    case "title":
      return WIKITEXT.strong(section.text);
    case "table":
      return sheetWikitext(filledSheet(section.outline), caption, notes);
    case "sheet":
      return sheetWikitext(section.sheet, section.caption ?? caption, notes);
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

/** A footnote without a name. */
export function footnoteWikitext(reference: Reference): string {
  return `<ref>${referenceWikitext(reference)}</ref>`;
}

/** "killed: Ukraine (claim), 16 March 2022, at [https://example.org example.org]: as quoted". */
function referenceWikitext({ before, linked, after, url, seen, note = "" }: Reference): string {
  const title = url === undefined ? wikiText(linked) : `[${address(url)} ${wikiText(linked)}]`;
  return `${wikiText(before)}${title}${withinRow(`${after}${seen}${note}`)}`;
}

/** Footnotes of sources. Each is written out where it first occurs, and only named after that. */
class Footnotes {
  readonly #notes: readonly { readonly source: Source; readonly name: string }[];
  readonly #written = new Set<string>();

  constructor(sources: readonly Source[]) {
    const names = sources.map(noteName);
    this.#notes = sources.map((source, at) => {
      const number = names.slice(0, at + 1).filter((name) => name === names[at]).length;
      return { source, name: `${names[at]}${number > 1 ? ` (${number})` : ""}` };
    });
  }

  /** Those of the source or the side that a cell names. */
  at(cell: string): string {
    return this.#where((source) => isNamed(source, cell));
  }

  /** Those that none of these cells names, unless they are somewhere already. */
  besides(cells: readonly string[]): string {
    return this.#where((source, name) => !this.#written.has(name) && !cells.some((cell) => isNamed(source, cell)));
  }

  all(): string {
    return this.#where(() => true);
  }

  #where(isHere: (source: Source, name: string) => boolean): string {
    const written = this.#notes.flatMap(({ source, name }) => {
      if (!isHere(source, name)) return [];
      const isFirst = !this.#written.has(name);
      this.#written.add(name);
      return isFirst
        ? [`<ref name="${name}">${referenceWikitext(referenceOf(source))}</ref>`]
        : [`<ref name="${name}" />`];
    });
    return written.join("");
  }
}

/** Whether a cell names a source, or one of several sides that it was cited for. */
function isNamed(source: Source, cell: string): boolean {
  const sides = (source.uses ?? []).flatMap(({ name }) => name ?? []);
  return sides.length > 0 ? sides.includes(cell) : source.who !== undefined && cell === labelOf(source);
}

/** "CSIS, 2025-12", as tables call a source. */
const labelOf = ({ who, asOf }: Source) => [who, asOf].filter((part) => part !== undefined).join(", ");

/** The first count in what a source was cited for: "us-korea, killed, 33,739 (battle deaths)". A year has no such end. */
const COUNT = /, (?=\d[\d,]*(?: \(|;|$))/;

/** What a footnote is called: the source, and what it was cited for, without any sign that is markup. */
function noteName(source: Source): string {
  const [of] = source.of.split(COUNT);
  const name = [labelOf(source), of].filter(Boolean).join(", ");
  return name.replace(/[^\p{L}\p{M}\p{N} ,.()-]/gu, "");
}

/** An address as an external link can have it. */
function address(url: string): string {
  return url.replace(
    /[\s"'<>[\]{}|\\^`]|~(?=~)|_(?=_)/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A table of MediaWiki. The first cell of a row is its heading. Cells of text can have footnotes. */
export function sheetWikitext(sheet: Sheet, caption?: string, notes = new Footnotes([])): string {
  const { heads, rows, numbers, whole = [] } = sheet;
  const texts = [...heads, ...rows.flatMap((row) => row.filter((_, at) => !numbers[at]))];
  const head = caption === undefined ? "" : `|+ ${wikiText(caption)}${notes.besides(texts)}`;
  const cell = (text: string, at: number, isWhole: boolean) => {
    const shown = isWhole && text !== "" ? WIKITEXT.strong(text) : wikiText(text);
    const noted = numbers[at] ? shown : `${shown}${notes.at(text)}`;
    if (at === 0) return `! scope="row" | ${noted}`;
    if (text === "") return "|";
    return numbers[at] ? `| style="text-align: right;" | ${noted}` : `| ${noted}`;
  };
  return [
    '{| class="wikitable"',
    ...(head === "" ? [] : [head]),
    ...(heads.some((text) => text !== "")
      ? heads.map((text) => `! scope="col" | ${wikiText(text)}${notes.at(text)}`)
      : []),
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
  return withinRow(text).replace(AT_START, entities);
}

/** The same for text that something is before, so that its first sign does not start a line. */
function withinRow(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(MARKUP, entities)
    .replace(LINKED, entities)
    .replace(MAGIC, entities)
    .replace(IN_A_ROW, entities);
}

const entities = (signs: string) => [...signs].map((sign) => `&#${sign.codePointAt(0)};`).join("");
