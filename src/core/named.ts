import { Rational } from "./rational.ts";
import type { Category } from "./scenario.ts";

/** What a ratio is asked for: one category, or all other losses together. */
export type Asked = Category | "ratio";

/** A page that a number was taken from. */
export interface Page {
  readonly title: string;
  readonly url?: string | undefined;
  /** Where on it. */
  readonly where?: string | undefined;
}

interface Named {
  /** As it is written on a command line: "us-korea", "history:1946-2000". */
  readonly name: string;
  /** What the ratio takes in. */
  readonly covers: readonly Category[];
  /** The version of the historical record; absent where the ratio is from a file of the user's. */
  readonly record?: string | undefined;
}

/** A ratio that was counted in one war, campaign or battle, or that the user's file gives. */
export interface CaseRatio extends Named {
  readonly kind: "case";
  /** "United States, Korean War, 1950-1953". */
  readonly title?: string | undefined;
  /** What the ratio is the quotient of; absent where a file gives the ratio alone. */
  readonly counts?: { readonly killed: number; readonly losses: readonly CountedLoss[] } | undefined;
  /** What "killed" takes in, as one of the definitions of the record, and in the words of its source. */
  readonly definition?: string | undefined;
  readonly killedMeans?: string | undefined;
  readonly woundedMeans?: string | undefined;
  /** Why the case is not compared with others. */
  readonly notComparable?: string | undefined;
  readonly source: Page;
  /** The pages of those counts that are not from that one. */
  readonly elsewhere?: readonly { readonly of: "killed" | CountedLoss["of"]; readonly source: Page }[] | undefined;
  /** The file that it is from, unless it is built in, and what the file calls its version. */
  readonly file?: string | undefined;
  readonly version?: string | undefined;
}

export interface CountedLoss {
  readonly of: Exclude<Category, "deserted"> | "captured or missing";
  readonly count: number;
}

/** The 80% prediction interval for another war, from the wars of the past. Its ends are no bounds. */
export interface HistoryRatio extends Named {
  readonly kind: "history";
  readonly wars: number;
  readonly rows: number;
  /** Geometric mean and standard deviation of the wars. */
  readonly mean: number;
  readonly spread: number;
  /** Student's 90% point for one degree of freedom less than there are wars. */
  readonly t: number;
  /** What "killed" takes in, the most frequent first. */
  readonly definitions: readonly { readonly definition: string; readonly rows: number }[];
  /** The wars whose mean lies outside, the lowest first. */
  readonly outside: readonly { readonly war: string; readonly mean: number }[];
}

/** Whether a ratio is one of all losses, as cases count them: the wounded and some of the others. */
export function isOfAll(named: NamedRatio | undefined): boolean {
  return named === undefined || (named.covers.includes("wounded") && named.covers.length > 1);
}

/**
 * The ratio of some categories alone, from the counts of a case; undefined where it does not tell each of them apart
 * from others.
 */
export function ratioOf(named: NamedRatio, categories: readonly Category[]): Rational | undefined {
  if (named.kind !== "case" || !named.counts) return undefined;
  const asked = new Set<string>(categories);
  const counts = named.counts.losses.filter(({ of }) => of.split(" or ").every((part) => asked.has(part)));
  const told = new Set(counts.flatMap(({ of }) => of.split(" or ")));
  if (categories.some((category) => !told.has(category))) return undefined;
  const losses = counts.reduce((sum, { count }) => sum + count, 0);
  return Rational.of(losses, named.counts.killed);
}

export type NamedRatio = CaseRatio | HistoryRatio;
