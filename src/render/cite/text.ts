import { RECORD, type RecordSource, titleOf } from "../../record/cases.ts";
import type { KnownCase } from "../../record/names.ts";
import { capital } from "../capital.ts";
import type { Layout } from "../layout.ts";
import { list } from "../list.ts";
import { copyOf, counterOf } from "../named.ts";
import { monthName, monthsOf } from "../ratios/months.ts";
import { authorName, partsOf, sourcesOf } from "./citations.ts";

/** How to cite each case, for people: a line for each source, and one for the record itself. */
export function citedText(listed: readonly KnownCase[], { heading, wrap }: Layout): string {
  const cases = listed.map((known) => {
    const { id, belligerent, conflict } = known.case;
    const months = monthsOf(known.case);
    const title =
      months === undefined ? titleOf(known.case) : [belligerent, conflict, months].filter(Boolean).join(", ");
    const head = title === undefined ? id : `${id}: ${title}`;
    const lines = sourcesOf(known).map(({ source, of }) => `- ${capital(of.join(", "))}: ${citationText(source)}`);
    return [heading(wrap(head)), ...lines.map((line) => wrap(line, "  "))].join("\n");
  });
  const isBuiltIn = listed.some(({ file }) => file === undefined);
  const record = `The record itself: loss-calc, “Record of past wars”, version ${RECORD.version}.`;
  return `${[...cases, ...(isBuiltIn ? [wrap(record)] : [])].join("\n\n")}\n`;
}

/** Who counted; the document, and the place in it; the page, and when it was seen. */
function citationText(source: RecordSource): string {
  const { countedBy, title, titleEnglish, container, publisher, published, where, url, seen } = source;
  const authors = list((source.author ?? []).map(authorName));
  const english = titleEnglish === undefined ? "" : ` (${titleEnglish})`;
  const parts = [
    // Nobody is named twice.
    ...(authors === "" || countedBy?.includes(authors) || authors === container ? [] : [authors]),
    `${titleText(title)}${english}`,
    ...(container === undefined || container === countedBy ? [] : [container]),
    ...(publisher === undefined || container?.includes(publisher) ? [] : [publisher]),
    ...(published === undefined ? [] : [dateText(published)]),
    ...(where === undefined ? [] : [where]),
    ...copyOf(source),
    ...(url === undefined ? [] : [url]),
    ...(seen === undefined ? [] : [`seen ${dateText(seen)}`]),
  ];
  const counter = counterOf(source).map((name) => name.replace(/\.$/, ""));
  return `${[...counter, parts.join(", ")].join(". ")}.`;
}

/** A title that the document has is quoted. One that is ours keeps its brackets. */
function titleText(title: string): string {
  return /^\[.*\]$/.test(title) ? title : `“${title}”`;
}

/** "26 May 1988", "May 1988", "1988". */
function dateText(date: string): string {
  const [year, month, day] = partsOf(date);
  return [day, month && monthName(month), year].filter((part) => part !== undefined).join(" ");
}
