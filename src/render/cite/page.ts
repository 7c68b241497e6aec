import type { Layout } from "../layout.ts";
import { citedBibtex } from "./bibtex.ts";
import type { Cited } from "./citations.ts";
import { citedCsl } from "./csl.ts";
import { citedMarkup, citedText } from "./text.ts";

export type CiteFormat = "text" | "markdown" | "wikitext" | "bibtex" | "csl-json";

/** How to cite each case, in one of the formats. */
export function citePage(cited: readonly Cited[], format: CiteFormat, layout: Layout): string {
  if (format === "markdown" || format === "wikitext") return citedMarkup(cited, format);
  if (format === "bibtex") return citedBibtex(cited);
  return format === "csl-json" ? citedCsl(cited) : citedText(cited, layout);
}
