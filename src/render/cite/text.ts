import { RECORD, titleOf } from "../../record/cases.ts";
import type { KnownCase } from "../../record/names.ts";
import { capital } from "../capital.ts";
import type { Layout } from "../layout.ts";
import { monthsOf } from "../ratios/months.ts";
import { otherCounts, sourcesOf } from "./citations.ts";
import { documentReference, type Reference, referenceText } from "./reference.ts";

/** How to cite each case, for people: a line for each source, the rival counts, and a line for the record itself. */
export function citedText(listed: readonly KnownCase[], { heading, wrap }: Layout): string {
  const cases = listed.map((known) => {
    const { note } = known.case;
    const others = otherReferences(known).map((reference) => `- ${referenceText(reference)}.`);
    const lines = [
      ...references(known).map((reference) => `- ${referenceText(reference)}.`),
      ...(note === undefined ? [] : [`- Note: ${note}`]),
      ...(others.length > 0 ? ["Other counts:", ...others] : []),
    ];
    return [heading(wrap(headOf(known))), ...lines.map((line) => wrap(line, "  "))].join("\n");
  });
  const isBuiltIn = listed.some(({ file }) => file === undefined);
  return `${[...cases, ...(isBuiltIn ? [wrap(RECORD_TEXT)] : [])].join("\n\n")}\n`;
}

/** How to cite the record itself. */
export const RECORD_TEXT = `The record itself: loss-calc, “Record of past wars”, version ${RECORD.version}.`;

/** "us-korea: United States, Korean War, June 1950 to July 1953". */
export function headOf(known: KnownCase): string {
  const { id, belligerent, conflict } = known.case;
  const months = monthsOf(known.case);
  const title = months === undefined ? titleOf(known.case) : [belligerent, conflict, months].filter(Boolean).join(", ");
  return title === undefined ? id : `${id}: ${title}`;
}

export function references(known: KnownCase): Reference[] {
  return sourcesOf(known).map(({ source, counted }) => documentReference(source, capital(counted)));
}

export function otherReferences(known: KnownCase): Reference[] {
  return otherCounts(known).map(({ source, counted }) => documentReference(source, counted));
}
