import { RECORD } from "../../record/cases.ts";
import { capital } from "../capital.ts";
import type { Layout } from "../layout.ts";
import { referenceMarkdown } from "../markdown.ts";
import { footnoteWikitext } from "../wikitext.ts";
import type { Cited } from "./citations.ts";
import { type Counted, documentReference, type Reference, referenceText } from "./reference.ts";

/** How to cite each case, for people: a line for each source, the rival counts, and a line for the record itself. */
export function citedText(cited: readonly Cited[], { heading, wrap }: Layout): string {
  const item = ({ source, counted }: Counted) => `- ${referenceText(documentReference(source, counted))}.`;
  const sections = cited.map(({ name, title, documents, others, note }) => {
    const lines = [
      ...documents.map(({ source, counted }) => item({ source, counted: capital(counted) })),
      ...(note === undefined ? [] : [`- Note: ${note}`]),
      ...(others.length > 0 ? ["Other counts:", ...others.map(item)] : []),
    ];
    const head = title === undefined ? name : `${name}: ${title}`;
    return [heading(wrap(head)), ...lines.map((line) => wrap(line, "  "))].join("\n");
  });
  const isBuiltIn = cited.some((each) => each.isBuiltIn);
  const record = `The record itself: loss-calc, “Record of past wars”, version ${RECORD.version}.`;
  return `${[...sections, ...(isBuiltIn ? [wrap(record)] : [])].join("\n\n")}\n`;
}

/** The same in a markup language, with links: a line for each count, which says of what war it is. */
export function citedMarkup(cited: readonly Cited[], format: "markdown" | "wikitext"): string {
  const write =
    format === "markdown" ? (reference: Reference) => `- ${referenceMarkdown(reference)}` : footnoteWikitext;
  return cited
    .flatMap(({ name, title = name, documents, others }) => [
      ...documents.map(({ source, counted }) => documentReference(source, `${title}: ${counted}`)),
      ...others.map(({ source, counted }) => documentReference(source, `${title}, other count: ${counted}`)),
    ])
    .map((reference) => `${write(reference)}\n`)
    .join("");
}
