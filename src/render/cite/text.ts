import { RECORD, titleOf } from "../../record/cases.ts";
import type { KnownCase } from "../../record/names.ts";
import { capital } from "../capital.ts";
import type { Layout } from "../layout.ts";
import { referenceMarkdown } from "../markdown.ts";
import { monthsOf } from "../ratios/months.ts";
import { footnoteWikitext } from "../wikitext.ts";
import { type Counted, documentsOf, otherCounts } from "./citations.ts";
import { documentReference, type Reference, referenceText } from "./reference.ts";

/** How to cite each case, for people: a line for each source, the rival counts, and a line for the record itself. */
export function citedText(listed: readonly KnownCase[], { heading, wrap }: Layout): string {
  const item = ({ source, counted }: Counted) => `- ${referenceText(documentReference(source, counted))}.`;
  const cases = listed.map((known) => {
    const { id, note } = known.case;
    const title = longTitleOf(known);
    const others = otherCounts(known).map(item);
    const lines = [
      ...documentsOf(known).map(({ source, counted }) => item({ source, counted: capital(counted) })),
      ...(note === undefined ? [] : [`- Note: ${note}`]),
      ...(others.length > 0 ? ["Other counts:", ...others] : []),
    ];
    const head = title === undefined ? id : `${id}: ${title}`;
    return [heading(wrap(head)), ...lines.map((line) => wrap(line, "  "))].join("\n");
  });
  const isBuiltIn = listed.some(({ file }) => file === undefined);
  const record = `The record itself: loss-calc, “Record of past wars”, version ${RECORD.version}.`;
  return `${[...cases, ...(isBuiltIn ? [wrap(record)] : [])].join("\n\n")}\n`;
}

/** The same in a markup language, with links: a line for each count, which says of what war it is. */
export function citedMarkup(listed: readonly KnownCase[], format: "markdown" | "wikitext"): string {
  const write =
    format === "markdown" ? (reference: Reference) => `- ${referenceMarkdown(reference)}` : footnoteWikitext;
  return listed
    .flatMap((known) => {
      const whose = longTitleOf(known) ?? known.case.id;
      return [
        ...documentsOf(known).map(({ source, counted }) => documentReference(source, `${whose}: ${counted}`)),
        ...otherCounts(known).map(({ source, counted }) =>
          documentReference(source, `${whose}, other count: ${counted}`),
        ),
      ];
    })
    .map((reference) => `${write(reference)}\n`)
    .join("");
}

/** "United States, Korean War, June 1950 to July 1953". */
function longTitleOf({ case: entry }: KnownCase): string | undefined {
  const { belligerent, conflict } = entry;
  const months = monthsOf(entry);
  return months === undefined ? titleOf(entry) : [belligerent, conflict, months].filter(Boolean).join(", ");
}
