import type { Author } from "../../core/named.ts";
import { RECORD, type RecordSource } from "../../record/cases.ts";
import type { SourceType } from "../../record/choices.ts";
import { monthName } from "../date-words.ts";
import { type Citation, type Cited, citationsOf, partsOf, RECORD_KEY, remarksOn } from "./citations.ts";

/** The entry type of each type of document; any other is @misc. */
const ENTRIES: Partial<Record<SourceType, string>> = {
  ...{ "article-journal": "article", "article-magazine": "article", "article-newspaper": "article" },
  ...{ book: "book", chapter: "incollection", "paper-conference": "inproceedings", report: "techreport" },
};

/** The field for what a document is part of, and for its publisher, where they differ from those of @misc. */
const CONTAINER: Readonly<Record<string, string>> = {
  ...{ article: "journal", book: "series", incollection: "booktitle", inproceedings: "booktitle", techreport: "type" },
};
const PUBLISHER: Readonly<Record<string, string>> = { techreport: "institution" };

/** The sources of cases as a BibTeX file, in UTF-8, with the record itself at the end. */
export function citedBibtex(cited: readonly Cited[]): string {
  const isBuiltIn = cited.some((each) => each.isBuiltIn);
  const record = entryText("misc", RECORD_KEY, [
    ["author", `{${authorText({ literal: "loss-calc" })}}`],
    ["title", whole("Record of past wars")],
    ...dateFields(RECORD.version),
    ["note", `{Version ${RECORD.version}}`],
  ]);
  return `${[...citationsOf(cited).map(entryOf), ...(isBuiltIn ? [record] : [])].join("\n\n")}\n`;
}

type Field = readonly [name: string, value: string];

function entryOf(citation: Citation): string {
  const { title, author = [], container, publisher, published, url, seen } = citation.source;
  const entry = entryFor(citation.source);
  const fields: (Field | undefined)[] = [
    author.length > 0 ? ["author", `{${author.map(authorText).join(" and ")}}`] : undefined,
    ["title", whole(title)],
    container === undefined ? undefined : [CONTAINER[entry] ?? "howpublished", whole(container)],
    publisher === undefined ? undefined : [PUBLISHER[entry] ?? "publisher", whole(publisher)],
    ...(published === undefined ? [] : dateFields(published)),
    url === undefined ? undefined : ["url", `{${urlText(url)}}`],
    seen === undefined ? undefined : ["urldate", `{${seen}}`],
    ["note", `{${remarksOn(citation).map(texText).join(". ")}}`],
  ];
  return entryText(
    entry,
    citation.key,
    fields.filter((field) => field !== undefined),
  );
}

/** @misc, too, if a field that the entry must have is not known. */
function entryFor({ type, container, publisher }: RecordSource): string {
  const entry = (type && ENTRIES[type]) ?? "misc";
  const needed = PUBLISHER[entry] ? publisher : entry === "book" ? entry : container;
  return needed === undefined ? "misc" : entry;
}

function entryText(entry: string, key: string, fields: readonly Field[]): string {
  return [`@${entry}{${key},`, ...fields.map(([name, value]) => `  ${name} = ${value},`), "}"].join("\n");
}

/** Two braces keep the capitals of a title, and a name in one piece. */
const whole = (text: string) => `{{${texText(text)}}}`;

/** "Fox, William F."; an office, or a name that BibTeX would take apart, in one piece. */
function authorText({ family, given, literal }: Author): string {
  if (literal !== undefined) return `{${texText(literal)}}`;
  const parts = [family, given].filter((part) => part !== undefined);
  return parts.map((part) => (/,|\band\b|[^\p{L}\p{M} .'’-]/iu.test(part) ? `{${texText(part)}}` : part)).join(", ");
}

/** A month is the name of a macro, without braces. */
function dateFields(date: string): Field[] {
  const [year, month, day] = partsOf(date);
  return [
    ["year", `{${year}}`],
    ...(month === undefined ? [] : [["month", monthName(month).slice(0, 3).toLowerCase()] as const]),
    ...(day === undefined ? [] : [["day", `{${day}}`] as const]),
  ];
}

/** What TeX would take for a command, as the character that it is. BibTeX counts braces even after a backslash. */
const SPECIAL: Readonly<Record<string, string>> = {
  ...{ "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "~": "\\textasciitilde{}" },
  ...{ "^": "\\textasciicircum{}", "&": "\\&", "%": "\\%", $: "\\$", "#": "\\#", _: "\\_" },
};

function texText(text: string): string {
  return text.replace(/[\\{}~^&%$#_]/g, (character) => SPECIAL[character]!);
}

/** An address is printed as it is, so only what would end the field, or is not ASCII, is written in another way. */
function urlText(url: string): string {
  return url.replace(/[{}\\]|[^!-~]/gu, encodeURIComponent);
}
