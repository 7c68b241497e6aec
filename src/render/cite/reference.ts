import type { Page } from "../../core/named.ts";
import type { RecordSource } from "../../record/cases.ts";
import { dateInWords } from "../date-words.ts";
import { authorsOf, copyOf } from "../named.ts";

/** A source, and what it counted: "killed, 33,739 (battle deaths)". */
export interface Counted {
  readonly source: RecordSource;
  readonly counted: string;
}

/** A source as it is cited, with what a link is on, and what is written before and after it. */
export interface Reference {
  /** "Killed, 7. Counted by: the army. In: W. Fox, ", "killed: CSIS (estimate), December 2025, at ". */
  readonly before: string;
  /** The title of the document, or the site. */
  readonly linked: string;
  /** ", main table, as reproduced by GlobalSecurity.org". */
  readonly after: string;
  readonly url?: string | undefined;
  /** ", seen 30 November 2026". */
  readonly seen: string;
  readonly note?: string;
}

/** What was counted, and who counted it; the document, and the place in it; the page, and when it was seen. */
export function documentReference(page: Page, of: string): Reference {
  const { title, titleEnglish, container, countedBy, publisher, published, where, url, seen } = page;
  const authors = authorsOf(page).map((names) => `${names}, `);
  const more = [
    ...(container === undefined || container === countedBy ? [] : [container]),
    ...(publisher === undefined || container?.includes(publisher) ? [] : [publisher]),
    ...(published === undefined ? [] : [dateInWords({ text: published })]),
    ...(where === undefined ? [] : [where]),
    ...copyOf(page),
  ];
  const counter = counterText(page);
  return {
    before: `${of}${counter === undefined ? ": " : `. ${counter}. In: `}${authors.join("")}`,
    linked: titleText(title),
    after: `${titleEnglish === undefined ? "" : ` (${titleEnglish})`}${more.map((part) => `, ${part}`).join("")}`,
    url,
    seen: seen === undefined ? "" : `, seen ${dateInWords({ text: seen })}`,
  };
}

/** A reference in one piece, with its address. */
export function referenceText({ before, linked, after, url, seen }: Reference): string {
  return `${before}${linked}${after}${url === undefined ? "" : `, ${url}`}${seen}`;
}

/** Who counted, who is not who wrote the document; if it does not say, who published it. Undefined if neither is known. */
export function counterText({ countedBy, counterUnknown }: Page): string | undefined {
  const name = countedBy?.replace(/\.$/, "");
  if (!counterUnknown) return name && `Counted by: ${name}`;
  return name === undefined ? "Who counted is not stated" : `Published by: ${name}; who counted is not stated`;
}

/** A title that the document has is quoted. One that is ours keeps its brackets. */
function titleText(title: string): string {
  return /^\[.*\]$/.test(title) ? title : `“${title}”`;
}
