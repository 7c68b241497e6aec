import type { Category } from "./categories.ts";
import { Rational } from "./rational.ts";

/** What a ratio is needed for: one category, or all other losses together. */
export type RatioInput = Category | "ratio";

/** A person, or an office or agency as a whole. */
export interface Author {
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  readonly literal?: string | undefined;
}

/** "William F. Fox", or the name of an office. */
export function authorName({ family, given, literal }: Author): string {
  return literal ?? [given, family].filter((part) => part !== undefined).join(" ");
}

/** A document that a number is from, who counted, and the page on which it was seen. Only its title is always known. */
export interface Page {
  /** Who counted, or if the document does not say, who published it. */
  readonly countedBy?: string | undefined;
  readonly counterUnknown?: boolean | undefined;
  /** In brackets if it is ours, because the document has none or it was not seen. */
  readonly title: string;
  readonly titleEnglish?: string | undefined;
  readonly author?: readonly Author[] | undefined;
  /** The newspaper, journal, site or series that it is part of. */
  readonly container?: string | undefined;
  readonly publisher?: string | undefined;
  /** A day, a month or a year, as all dates here: 1988-05-26, 1988-05, 1988. */
  readonly published?: string | undefined;
  /** Who has the copy that was seen. The title and the author are those of the original. */
  readonly reproducedBy?: string | undefined;
  readonly url?: string | undefined;
  /** The day on which the page was seen. */
  readonly seen?: string | undefined;
  /** The place on the page. */
  readonly where?: string | undefined;
}

interface NamedRatioBase {
  /** The name as written on a command line: "us-korea", "history:1946-2000". */
  readonly name: string;
  /** The categories that the ratio covers. */
  readonly covers: readonly Category[];
  /** The version of the historical record. Absent if the ratio is from the user's own file. */
  readonly record?: string | undefined;
}

/** A ratio that was counted in one war, campaign or battle, or that the user's file gives. */
export interface CaseRatio extends NamedRatioBase {
  readonly kind: "case";
  /** The name to type, if `name` is a title for readers. */
  readonly typed?: string | undefined;
  /** "United States, Korean War, 1950-1953". */
  readonly title?: string | undefined;
  /** The counts that the ratio is the quotient of. Absent if a file gives only the ratio. */
  readonly counts?: { readonly killed: number; readonly losses: readonly CountedLoss[] } | undefined;
  /** What "killed" includes: one of the record's definitions, and the words of the source. */
  readonly definition?: string | undefined;
  readonly killedMeans?: string | undefined;
  readonly woundedMeans?: string | undefined;
  /** Who is in two of the counts that it is the quotient of. */
  readonly countedTwice?: string | undefined;
  /** Why the case is not compared with others. */
  readonly notComparable?: string | undefined;
  readonly source: Page;
  /** The pages of the counts that are not from `source`. */
  readonly elsewhere?: readonly { readonly of: "killed" | CountedLoss["of"]; readonly source: Page }[] | undefined;
  /** The user's file that it is from, unless it is built in, and the version that the file states. */
  readonly file?: string | undefined;
  readonly version?: string | undefined;
}

export interface CountedLoss {
  readonly of: Exclude<Category, "deserted"> | "captured or missing";
  readonly count: number;
}

/** The 80% prediction interval for another war, based on past wars. Its ends are not bounds. */
export interface HistoryRatio extends NamedRatioBase {
  readonly kind: "history";
  /** Which past wars are meant: by their first years, their scope, or what "killed" includes. */
  readonly selected?:
    | readonly {
        readonly era?: { readonly from?: number | undefined; readonly to?: number | undefined } | undefined;
        readonly scope?: string | undefined;
        readonly definition?: string | undefined;
      }[]
    | undefined;
  readonly wars: number;
  readonly rows: number;
  /** Geometric mean and standard deviation of the wars. */
  readonly mean: number;
  readonly spread: number;
  /** The 90% point of Student's t, with one degree of freedom fewer than there are wars. */
  readonly t: number;
  /** What "killed" includes, the most frequent definition first. */
  readonly definitions: readonly { readonly definition: string; readonly rows: number }[];
  /** The wars whose mean is outside the interval, the lowest first. */
  readonly outside: readonly { readonly war: string; readonly title: string; readonly mean: number }[];
}

/** Whether a ratio covers all losses in the sense that cases count them: the wounded and some of the others. */
export function isOfAll(named: NamedRatio | undefined): boolean {
  return named === undefined || (named.covers.includes("wounded") && named.covers.length > 1);
}

/**
 * The ratio of some categories alone, from the counts of a case. Undefined if the case does not count all of them
 * separately from other categories.
 */
export function ratioOf(named: NamedRatio, categories: readonly Category[]): Rational | undefined {
  if (named.kind !== "case" || !named.counts) return undefined;
  const counts = lossesAmong(categories, named.counts.losses);
  const counted = new Set(counts.flatMap(({ of }) => of.split(" or ")));
  if (categories.some((category) => !counted.has(category))) return undefined;
  const losses = counts.reduce((sum, { count }) => sum + count, 0);
  return Rational.of(losses, named.counts.killed);
}

/** A case with only the counts of some categories, if those are the only losses that it is used for. */
export function narrowed(named: NamedRatio, categories: readonly Category[]): NamedRatio {
  if (named.kind !== "case" || !named.counts || categories.length === 0) return named;
  const losses = lossesAmong(categories, named.counts.losses);
  const used = new Set<string>(["killed", ...losses.map(({ of }) => of)]);
  const elsewhere = named.elsewhere?.filter(({ of }) => used.has(of));
  return { ...named, counts: { ...named.counts, losses }, elsewhere };
}

function lossesAmong(categories: readonly Category[], losses: readonly CountedLoss[]): CountedLoss[] {
  const asked = new Set<string>(categories);
  return losses.filter(({ of }) => of.split(" or ").every((part) => asked.has(part)));
}

export type NamedRatio = CaseRatio | HistoryRatio;
