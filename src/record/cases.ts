import type { Category } from "../core/categories.ts";
import type { CountedLoss, Page } from "../core/named.ts";
import { Rational, ZERO } from "../core/rational.ts";
import type { CONFIDENCES, Definition, LossMeasure, Scope, SourceType } from "./choices.ts";
import record from "./conflicts.json" with { type: "json" };

/** A document that counts are from, as the record has it. */
export interface RecordSource extends Page {
  readonly id: string;
  readonly type?: SourceType | undefined;
  readonly note?: string | undefined;
}

/** The counts of a case, or of a part of it. */
export interface Counts {
  readonly killed?: number | undefined;
  /** The wounded who lived. With killed-in-action they still include those who died later. */
  readonly wounded?: number | undefined;
  readonly captured?: number | undefined;
  readonly missing?: number | undefined;
  /** One number for both, if the source does not split them. */
  readonly capturedOrMissing?: number | undefined;
}

export const COUNTS = [
  "killed",
  "wounded",
  "captured",
  "missing",
  "capturedOrMissing",
] as const satisfies readonly (keyof Counts)[];

/**
 * One belligerent in one war, campaign or battle: people, as its source counts them. Unknown numbers are absent; 0 is a
 * stated zero.
 */
export interface Case extends Counts {
  readonly id: string;
  readonly conflict?: string | undefined;
  readonly belligerent?: string | undefined;
  /** Rows of one war are not independent. */
  readonly war?: string | undefined;
  readonly startYear?: number | undefined;
  /** 1 to 12. The months and years are those of the counts, which may differ from those of the war. */
  readonly startMonth?: number | undefined;
  readonly endYear?: number | undefined;
  readonly endMonth?: number | undefined;
  readonly scope?: Scope | undefined;
  readonly killedBasis?: Definition | undefined;
  readonly killedMeans?: string | undefined;
  readonly woundedMeans?: string | undefined;
  /** Who is in two of the counts: "14,072 people who died in captivity are among the killed and among the captured". */
  readonly countedTwice?: string | undefined;
  readonly served?: number | undefined;
  readonly servedMeans?: string | undefined;
  /** Decided by the rule in docs/ratios.md: from what was counted and how, never from the ratio or the date. */
  readonly comparable: boolean;
  readonly notComparableBecause?: string | undefined;
  /** The page that the counts are on. */
  readonly sourceId: string;
  /** The pages of the counts that are not on it. */
  readonly countSources?: { readonly [Count in keyof Counts | "served"]?: string | undefined } | undefined;
  /** More pages with the same counts. Pages with other counts are in otherFigures. */
  readonly alsoSeenIn?: readonly string[] | undefined;
  readonly otherFigures?:
    | readonly (Counts & { readonly sourceId: string; readonly note?: string | undefined })[]
    | undefined;
  readonly byService?: readonly (Counts & { readonly service: string })[] | undefined;
  readonly whyThisFigure?: string | undefined;
  readonly confidence?: (typeof CONFIDENCES)[number] | undefined;
  readonly note?: string | undefined;
}

/** The wounded per killed of one war by who is counted, as one source published them. Each has the digits of the source. */
export interface DefinitionsOfWar {
  readonly war: string;
  readonly belligerent: string;
  /** All who were wounded. */
  readonly wounded: number;
  readonly published: string;
  /** Those who died of wounds are among the killed. */
  readonly diedOfWoundsMoved: string;
  /** So they are, and those who returned to duty within 72 hours are left out. */
  readonly returnedSoonLeftOut: string;
  readonly returnedSoonShare: string;
  readonly diedOfWoundsShare: string;
  readonly sourceId: string;
}

interface HistoricalRecord {
  readonly version: string;
  readonly sources: readonly RecordSource[];
  readonly conflicts: readonly Case[];
  readonly definitions: readonly DefinitionsOfWar[];
}

/** The built-in historical record. */
export const RECORD = record as HistoricalRecord;

/** The losses that add up to a measure; undefined if the case does not have them. */
export function lossesOf(counts: Counts, measure: LossMeasure): readonly CountedLoss[] | undefined {
  const { wounded, captured, missing, capturedOrMissing } = counts;
  if (measure !== "others") {
    const count = counts[measure];
    return count === undefined ? undefined : [{ of: measure, count }];
  }
  const all: readonly (readonly [CountedLoss["of"], number | undefined])[] = [
    ["wounded", wounded],
    ["captured", captured],
    ["missing", missing],
    ["captured or missing", capturedOrMissing],
  ];
  const known = all.flatMap(([of, count]) => (count === undefined ? [] : [{ of, count }]));
  return wounded !== undefined && known.length > 1 ? known : undefined;
}

/** Losses of this measure per person killed; undefined if the case does not have the counts. */
export function ratioOf(counts: Counts, measure: LossMeasure): Rational | undefined {
  const losses = lossesOf(counts, measure);
  return losses && counts.killed ? peopleIn(losses).over(Rational.of(counts.killed)) : undefined;
}

/** All the people in counted losses. Their sum may be more than a number can hold. */
export function peopleIn(losses: readonly CountedLoss[]): Rational {
  return losses.reduce((sum, { count }) => sum.plus(Rational.of(count)), ZERO);
}

/** The categories that counted losses are in. */
export function categoriesOf(losses: readonly CountedLoss[]): Category[] {
  return losses.flatMap(({ of }): Category[] => (of === "captured or missing" ? ["captured", "missing"] : [of]));
}

/** The counts of a case by the source that each is from. */
export function countsBySource(entry: Case): ReadonlyMap<string, readonly (keyof Counts)[]> {
  const bySource = new Map<string, (keyof Counts)[]>();
  for (const of of COUNTS) {
    if (entry[of] === undefined) continue;
    const id = entry.countSources?.[of] ?? entry.sourceId;
    bySource.set(id, [...(bySource.get(id) ?? []), of]);
  }
  return bySource;
}

/** Every page that a case refers to. */
export function pagesOf({ sourceId, countSources, alsoSeenIn, otherFigures }: Case): string[] {
  const others = (otherFigures ?? []).map((figure) => figure.sourceId);
  return [
    sourceId,
    ...Object.values(countSources ?? {}).filter((id) => id !== undefined),
    ...(alsoSeenIn ?? []),
    ...others,
  ];
}

/** "United States, Korean War, 1950-1953". */
export function titleOf({ belligerent, conflict, startYear, endYear }: Case): string | undefined {
  const years = startYear === undefined || endYear === startYear ? startYear : `${startYear}-${endYear ?? ""}`;
  return [belligerent, conflict, years].filter((part) => part !== undefined).join(", ") || undefined;
}
