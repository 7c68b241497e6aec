import type { KnownCase } from "../../record/names.ts";
import type { Layout } from "../layout.ts";
import { citedBibtex } from "./bibtex.ts";
import { citedCsl } from "./csl.ts";
import { citedMarkup, citedText } from "./text.ts";

export type CiteFormat = "text" | "markdown" | "wikitext" | "bibtex" | "csl-json";

/** How to cite each case. */
export function citePage(listed: readonly KnownCase[], format: CiteFormat, layout: Layout): string {
  if (format === "markdown" || format === "wikitext") return citedMarkup(listed, format);
  if (format === "bibtex") return citedBibtex(listed);
  return format === "csl-json" ? citedCsl(listed) : citedText(listed, layout);
}
