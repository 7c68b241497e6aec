import { extname } from "node:path";
import { printable } from "../notation/characters.ts";
import type { Format } from "./option.ts";

type FileFormat = Exclude<Format, "text">;

/** What a file holds, by the ending of its name. */
const ENDINGS: Readonly<Record<string, FileFormat>> = {
  ".json": "json",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".csv": "csv",
  ".tsv": "tsv",
  ".tab": "tsv",
  ".md": "markdown",
  ".markdown": "markdown",
};

const NAMES: Readonly<Record<string, string>> = {
  text: "text",
  json: "JSON",
  ndjson: "NDJSON",
  csv: "CSV",
  tsv: "TSV",
  markdown: "Markdown",
};

/** The format that the name of a file asks for; undefined where it says nothing. */
export function formatByName(file: string): FileFormat | undefined {
  return ENDINGS[extname(file).toLowerCase()];
}

/** Whether the name of a file is that of a table; a list of objects may be one of scenarios. */
export function isTable(file: string): boolean {
  return ["csv", "tsv"].includes(formatByName(file) ?? "") || extname(file).toLowerCase() === ".xlsx";
}

/** A format that was chosen by the name of a file, and how to get the one that is usual without it. */
export function byNameNote(file: string, format: string, option: "--format" | "--to", usual: string): string {
  return `${printable(file)} is written as ${NAMES[format]} because of its name; ${option} ${usual} writes ${NAMES[usual] ?? "text"}`;
}
