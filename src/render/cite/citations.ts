import { type Case, type Counts, countsBySource, type RecordSource, titleOf } from "../../record/cases.ts";
import type { KnownCase, OwnCase } from "../../record/names.ts";
import { killedText } from "../definitions.ts";
import { countsText } from "../ratios/explain.ts";
import { examplesOfDefinitions } from "../ratios/history.ts";
import { COUNTED, count } from "../ratios/list.ts";
import { monthsOf } from "../ratios/months.ts";
import { type Counted, counterText } from "./reference.ts";

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

/** What is cited under one heading: a case of the record or of the user's file, or examples of who is counted. */
export interface Cited {
  readonly name: string;
  readonly title: string | undefined;
  readonly documents: readonly Counted[];
  /** The sources of rival counts. */
  readonly others: readonly Counted[];
  readonly note?: string | undefined;
  readonly isBuiltIn: boolean;
}

export function citedCase(known: KnownCase): Cited {
  const { id: name, note } = known.case;
  const [documents, others] = [documentsOf(known), otherCounts(known)];
  return { name, title: longTitleOf(known.case), documents, others, note, isBuiltIn: known.file === undefined };
}

/** "United States, Korean War, June 1950 to July 1953". */
function longTitleOf(entry: Case): string | undefined {
  const months = monthsOf(entry);
  if (months === undefined) return titleOf(entry);
  return [entry.belligerent, entry.conflict, months].filter(Boolean).join(", ");
}

/** The examples that caveats on past wars give of who is counted. */
export function citedExamples(): Cited {
  const name = "wounded per killed by who is counted";
  return { name, title: undefined, documents: examplesOfDefinitions(), others: [], isBuiltIn: true };
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
function otherCounts({ case: { otherFigures = [] }, pages }: KnownCase): Counted[] {
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

/** Every source once, in the order in which they first occur. */
export function citationsOf(cited: readonly Cited[]): Citation[] {
  const uses = new Map<RecordSource, Use[]>();
  const add = (name: string, all: readonly Counted[]) => {
    for (const { source, counted } of all) uses.set(source, [...(uses.get(source) ?? []), { name, counted }]);
  };
  for (const { name, title = name, documents, others } of cited) {
    add(title, documents);
    add(`${title}, other count`, others);
  }
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
