import { extname } from "node:path";
import { printable } from "../notation/characters.ts";
import type { Format } from "./option.ts";

type FileFormat = Exclude<Format, "text">;

/** The format that each file extension means. */
const ENDINGS: Readonly<Record<string, FileFormat>> = {
  ".json": "json",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".csv": "csv",
  ".tsv": "tsv",
  ".tab": "tsv",
  ".md": "markdown",
  ".markdown": "markdown",
  ".svg": "svg",
  ".wiki": "wikitext",
  ".mediawiki": "wikitext",
  ".wikitext": "wikitext",
};

const NAMES: Readonly<Record<string, string>> = {
  text: "text",
  json: "JSON",
  ndjson: "NDJSON",
  csv: "CSV",
  tsv: "TSV",
  markdown: "Markdown",
  svg: "SVG",
  wikitext: "wikitext",
  junit: "JUnit XML",
  tap: "TAP",
  bibtex: "BibTeX",
  "csl-json": "CSL-JSON",
};

/** The format that the name of a file asks for, or undefined if it asks for none. */
export function formatByName(file: string): FileFormat | undefined {
  return ENDINGS[extname(file).toLowerCase()];
}

/** Whether the name of a file is that of references in BibTeX. */
export function isBibliography(file: string): boolean {
  return extname(file).toLowerCase() === ".bib";
}

/** Whether the name of a file is that of references, in a format that the program may not have. */
export function isReferences(file: string): boolean {
  return [".bib", ".ris", ".enw", ".nbib"].includes(extname(file).toLowerCase());
}

/** Whether the name of a file is that of a table. A list of objects does not count, because it may hold scenarios. */
export function isTable(file: string): boolean {
  return ["csv", "tsv"].includes(formatByName(file) ?? "") || extname(file).toLowerCase() === ".xlsx";
}

/** The note on a format that was chosen because of a file's name, with how to get the usual one instead. */
export function byNameNote(file: string, format: string, option: "--format" | "--to", usual: string): string {
  return `${printable(file)} is written as ${NAMES[format]} because of its name; ${option} ${usual} writes ${NAMES[usual] ?? "text"}`;
}
