import type { Reported } from "../categories.ts";
import { daysApart } from "../dates.ts";
import { Rational } from "../rational.ts";
import type { Account, Combination } from "../sources.ts";
import { type Caveat, type CaveatArgs, DAYS_APART } from "./caveat.ts";

const DISAGREEMENT = Rational.of(2);

/** Caveats about whom reports count: only the people on a list, or the people of every side. */
export function countedCaveats(combinations: readonly Combination[]): Caveat[] {
  const isAnyOfAllSides = combinations.some(({ used }) => used.some(({ counts }) => counts));
  return [
    ...deathsIn(combinations).flatMap(confirmedCaveats),
    ...(isAnyOfAllSides ? [{ code: "COUNTS_ALL_SIDES", args: {} } as const] : []),
  ];
}

/** Figures that a side in the war claims, one caveat for each source. It is its own loss if the source is the side. */
export function claimCaveats(side: string | undefined, combinations: readonly Combination[]): Caveat[] {
  const claims = combinations.flatMap(({ used }) => used.filter(({ kind }) => kind === "claim"));
  return [...new Set(claims.map(({ source }) => source))].map((source) => ({
    code: "CLAIM_OF_SIDE",
    args: {
      ...(side === undefined ? {} : { name: side }),
      ...(source === undefined ? {} : { source }),
      isOwn: source !== undefined && source.toLowerCase() === side?.toLowerCase(),
    },
  }));
}

/** Caveats about how several sources were combined into one figure. */
export function sourceCaveats(combinations: readonly Combination[]): Caveat[] {
  const rival = combinations.filter(({ rule }) => rule !== "sum" && rule !== "change");
  return [
    ...deathsIn(combinations).flatMap(closedFloorCaveats),
    ...disagreementCaveats(rival.filter(({ all }) => all.length > 1)),
    ...combinations.flatMap(({ rule, all }) => (rule === "change" ? [] : datesCaveats(all))),
  ];
}

function deathsIn(combinations: readonly Combination[]): readonly Account[] {
  return combinations.find(({ of }) => of === "killed")?.used ?? [];
}

/**
 * Caveat for a list of confirmed deaths, unless it is written as "at least" or a coverage says what share of all it is.
 */
function confirmedCaveats({ kind, name, source, stated, coverage }: Account): Caveat[] {
  if ((kind !== "confirmed" && !("confirmed" in stated)) || coverage || stated.openHigh) return [];
  return [
    { code: "CONFIRMED_IS_A_FLOOR", args: { ...(source === undefined ? {} : { source: name }), text: stated.text } },
  ];
}

function closedFloorCaveats({ name, source, stated, coverage }: Account): Caveat[] {
  if (!coverage || !stated.openHigh) return [];
  return [
    { code: "COVERAGE_CLOSES_FLOOR", args: { ...(source === undefined ? {} : { source: name }), text: stated.text } },
  ];
}

/** A caveat for each two sources that disagree, with the losses on which they do if several have several sources. */
function disagreementCaveats(combinations: readonly Combination[]): Caveat[] {
  const found = new Map<string, { of: Reported[]; args: CaveatArgs["SOURCES_DISAGREE"] }>();
  for (const { of, all } of combinations) {
    const args = furthestApart(all);
    if (!args) continue;
    const key = JSON.stringify(args);
    found.set(key, { of: [...(found.get(key)?.of ?? []), of], args });
  }
  return [...found.values()].map(({ of, args }) => ({
    code: "SOURCES_DISAGREE",
    args: combinations.length > 1 ? { ...args, of } : args,
  }));
}

/** The two accounts whose numbers are furthest apart, first of those that cannot both be right. */
function furthestApart(all: readonly Account[]): CaveatArgs["SOURCES_DISAGREE"] | undefined {
  const closed = disagreement(
    all.filter(({ value }) => !value.openHigh),
    all.filter(({ value }) => !value.openLow),
  );
  const found = closed ?? disagreement(all, all);
  return found && { ...found, compatible: !closed };
}

/** The lowest of some accounts and the highest of others, if they differ by more than a factor of two. */
function disagreement(lower: readonly Account[], higher: readonly Account[]) {
  const [anyLow, anyHigh] = [lower[0], higher[0]];
  if (!anyLow || !anyHigh) return undefined;
  const bottom = lower.reduce((a, b) => (b.value.high.compare(a.value.high) < 0 ? b : a), anyLow);
  const top = higher.reduce((a, b) => (b.value.low.compare(a.value.low) > 0 ? b : a), anyHigh);
  const disagree = top.value.low.compare(bottom.value.high.times(DISAGREEMENT)) > 0;
  return disagree ? { low: bottom.name, high: top.name } : undefined;
}

/** Compares the two accounts, or lists, whose dates are furthest apart. */
export function datesCaveats(
  all: readonly Pick<Account, "name" | "asOf">[],
  also: Pick<CaveatArgs["DATES_APART"], "isOfLists"> = {},
): Caveat[] {
  const dated = all.flatMap(({ name, asOf }) => (asOf ? [{ name, asOf }] : []));
  const [first] = dated;
  if (!first) return [];
  const earlier = dated.reduce((a, b) => (b.asOf.to < a.asOf.to ? b : a));
  const later = dated.reduce((a, b) => (b.asOf.from > a.asOf.from ? b : a));
  const days = daysApart(earlier.asOf, later.asOf);
  if (days <= DAYS_APART) return [];
  return [{ code: "DATES_APART", args: { earlier: earlier.name, later: later.name, days, ...also } }];
}
