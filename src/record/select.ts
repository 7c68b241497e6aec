import type { Rational } from "../core/rational.ts";
import { ratioOf } from "./cases.ts";
import type { LossMeasure, Order } from "./choices.ts";
import { givenRatio, type OwnCase } from "./names.ts";
import { type CaseFilter, matchesFilter } from "./scope.ts";

/** Which cases are asked for. */
export interface Selection extends CaseFilter {
  /** The cases found for the words of the command line, and for each option; a case has to be in all of them. */
  readonly found: readonly ReadonlySet<OwnCase>[];
  readonly covers?: LossMeasure | undefined;
  readonly comparable: boolean;
}

export function isSelected(entry: OwnCase, selection: Selection): boolean {
  const { found, covers, comparable } = selection;
  return (
    found.every((cases) => cases.has(entry)) &&
    (covers === undefined || knownRatio(entry, covers) !== undefined) &&
    (!comparable || entry.comparable) &&
    matchesFilter(entry, selection)
  );
}

/** Sorts by a column: names alphabetically, killed from the most, other numbers from the smallest, unknown ones last. */
export function inOrder<T extends { readonly case: OwnCase }>(cases: readonly T[], order: Order): T[] {
  if (order === "name") {
    return [...cases].sort((a, b) => (a.case.id.toLowerCase() < b.case.id.toLowerCase() ? -1 : 1));
  }
  const sortKey = ({ case: entry }: T): number => {
    const most = entry.killed === undefined ? undefined : -entry.killed;
    const value = order === "year" ? entry.startYear : order === "killed" ? most : knownRatio(entry, order)?.toNumber();
    return value ?? Number.POSITIVE_INFINITY;
  };
  return [...cases].sort((a, b) => {
    const [first, second] = [sortKey(a), sortKey(b)];
    return first === second ? 0 : first - second;
  });
}

/** The low end of the ratio that is given, or if none is, the ratio of the counts. */
function knownRatio(entry: OwnCase, measure: LossMeasure): Rational | undefined {
  return givenRatio(entry, measure)?.low ?? ratioOf(entry, measure);
}
