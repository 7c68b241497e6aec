import { type Case, type Counts, countsBySource, type RecordSource } from "../../record/cases.ts";
import type { KnownCase, OwnCase } from "../../record/names.ts";
import { killedText } from "../definitions.ts";
import { countsText } from "../ratios/explain.ts";
import { COUNTED, count } from "../ratios/list.ts";
import { counterText } from "./reference.ts";

/** What a source is the source of, in one case. */
export interface Use {
  readonly name: string;
  /** "killed, 33,739 (battle deaths)"; "2.15 wounded per killed" for a case without counts. */
  readonly counted: string;
}

/** A source to cite, with a key that no other has. */
export interface Citation {
  readonly key: string;
  readonly source: RecordSource;
  readonly uses: readonly Use[];
}

/** A source, and what it counted: "killed, 33,739 (battle deaths)". */
export interface Counted {
  readonly source: RecordSource;
  readonly counted: string;
}

/** The sources of the counts of a case, each with the counts that it is for. */
export function documentsOf({ case: entry, pages }: KnownCase): Counted[] {
  const counted = [...countsBySource(entry)];
  if (counted.length === 0) return [{ source: pages.get(entry.sourceId)!, counted: ratiosText(entry) }];
  return counted.map(([id, counts]) => ({
    source: pages.get(id)!,
    counted: counts.map((of) => countText(entry, of)).join("; "),
  }));
}

/** "2.15 wounded per killed", of a case without counts. */
function ratiosText({ woundedPerKilled, nonfatalPerKilled }: OwnCase): string {
  const ratios = [
    [woundedPerKilled, "wounded"],
    [nonfatalPerKilled, "others"],
  ] as const;
  return ratios.flatMap(([ratio, of]) => (ratio ? [`${ratio.text} ${of} per killed`] : [])).join("; ");
}

/** The rival counts of a case, and their sources. */
export function otherCounts({ case: { otherFigures = [] }, pages }: KnownCase): Counted[] {
  return otherFigures.map((figure) => ({
    source: pages.get(figure.sourceId)!,
    counted: [countsText(figure), ...(figure.note === undefined ? [] : [figure.note])].join("; "),
  }));
}

/** "wounded, 103,284 (wounding incidents, of 92,134 people)". */
function countText(entry: Case, of: keyof Counts): string {
  const { killedBasis, killedMeans, woundedMeans } = entry;
  const means = of === "killed" ? killedText(killedBasis, killedMeans) : of === "wounded" ? woundedMeans : undefined;
  return `${COUNTED[of]}, ${count(entry[of])}${means === undefined ? "" : ` (${means})`}`;
}

/** Every source of some cases once, in the order in which they first occur. */
export function citationsOf(listed: readonly KnownCase[]): Citation[] {
  const uses = new Map<RecordSource, Use[]>();
  for (const known of listed)
    for (const { source, counted } of documentsOf(known))
      uses.set(source, [...(uses.get(source) ?? []), { name: known.case.id, counted }]);
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
  const { reproducedBy, titleEnglish, where } = source;
  const counter = counterText(source);
  return [
    ...(reproducedBy === undefined ? [] : [`As reproduced by ${reproducedBy}`]),
    ...(counter === undefined ? [] : [counter]),
    ...uses.map(({ name, counted }) => `${name}: ${counted}`),
    ...(where === undefined ? [] : [`Where: ${where}`]),
    ...(titleEnglish === undefined ? [] : [`In English: ${titleEnglish}`]),
  ];
}

/** The year, month and day of a date, as far as they are known. */
export function partsOf(date: string): number[] {
  return date.split("-").map(Number);
}
