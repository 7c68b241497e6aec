import { type Author, type Counts, countsBySource, type RecordSource } from "../../record/cases.ts";
import type { KnownCase } from "../../record/names.ts";
import { COUNTED } from "../ratios/list.ts";

/** What a source is the source of, in one case. */
export interface Use {
  readonly name: string;
  /** "killed", "wounded"; "ratio" for a case without counts. */
  readonly of: readonly string[];
}

/** A source to cite, with a key that no other has. */
export interface Citation {
  readonly key: string;
  readonly source: RecordSource;
  readonly uses: readonly Use[];
}

/** The sources of the counts of a case, each with the counts that it is for. */
export function sourcesOf({ case: entry, pages }: KnownCase): { source: RecordSource; of: string[] }[] {
  const counted: [string, readonly (keyof Counts)[]][] = [...countsBySource(entry)];
  if (counted.length === 0) return [{ source: pages.get(entry.sourceId)!, of: ["ratio"] }];
  return counted.map(([id, counts]) => ({ source: pages.get(id)!, of: counts.map((count) => COUNTED[count]) }));
}

/** Every source of some cases once, in the order in which they first occur. */
export function citationsOf(listed: readonly KnownCase[]): Citation[] {
  const uses = new Map<RecordSource, Use[]>();
  for (const known of listed)
    for (const { source, of } of sourcesOf(known))
      uses.set(source, [...(uses.get(source) ?? []), { name: known.case.id, of }]);
  const taken = new Set([RECORD_KEY]);
  return [...uses].map(([source, used]) => ({ key: keyFor(source.id, taken), source, uses: used }));
}

/** The key of the record itself. */
export const RECORD_KEY = "loss-calc-record";

/** A key that BibTeX can read. It ignores case there, and two files of ratios may use one name. */
function keyFor(id: string, taken: Set<string>): string {
  const readable = id.replace(/[^A-Za-z0-9_-]+/g, "-");
  const plain = /[A-Za-z0-9]/.test(readable) ? readable : "source";
  let key = plain;
  for (let next = 2; taken.has(key.toLowerCase()); next += 1) key = `${plain}-${next}`;
  taken.add(key.toLowerCase());
  return key;
}

/** What has no field of its own in a reference: who counted what, the copy that was seen, and the title in English. */
export function remarksOn({ source, uses }: Citation): string[] {
  const { countedBy, counterUnknown, reproducedBy, titleEnglish, where } = source;
  const counter = counterUnknown
    ? "Who counted is not stated"
    : countedBy && `Counted by ${countedBy.replace(/\.$/, "")}`;
  return [
    ...(reproducedBy === undefined ? [] : [`As reproduced by ${reproducedBy}`]),
    ...(counter === undefined ? [] : [counter]),
    ...uses.map(({ name, of }) => `${name}: ${of.join(", ")}`),
    ...(where === undefined ? [] : [`Where: ${where}`]),
    ...(titleEnglish === undefined ? [] : [`In English: ${titleEnglish}`]),
  ];
}

/** "William F. Fox", or the name of an office. */
export function authorName({ family, given, literal }: Author): string {
  return literal ?? [given, family].filter((part) => part !== undefined).join(" ");
}

/** The year, month and day of a date, as far as they are known. */
export function partsOf(date: string): number[] {
  return date.split("-").map(Number);
}
