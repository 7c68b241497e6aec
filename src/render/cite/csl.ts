import { defined } from "../../core/defined.ts";
import { RECORD } from "../../record/cases.ts";
import { writeJson } from "../json.ts";
import { type Citation, type Cited, citationsOf, partsOf, RECORD_KEY, remarksOn } from "./citations.ts";

/** The sources of cases as CSL-JSON, which reference managers read, with the record itself at the end. */
export function citedCsl(cited: readonly Cited[]): string {
  const isBuiltIn = cited.some((each) => each.isBuiltIn);
  const record = {
    id: RECORD_KEY,
    type: "dataset",
    title: "Record of past wars",
    author: [{ literal: "loss-calc" }],
    issued: dateOf(RECORD.version),
    version: RECORD.version,
  };
  return `${writeJson([...citationsOf(cited).map(itemOf), ...(isBuiltIn ? [record] : [])], true)}\n`;
}

function itemOf(citation: Citation): object {
  const { type, title, author, container, publisher, published, url, seen } = citation.source;
  return defined({
    id: citation.key,
    type: type ?? "document",
    title,
    author,
    "container-title": container,
    publisher,
    issued: published === undefined ? undefined : dateOf(published),
    URL: url,
    accessed: seen === undefined ? undefined : dateOf(seen),
    note: remarksOn(citation).join(". "),
  });
}

function dateOf(date: string): object {
  return { "date-parts": [partsOf(date)] };
}
