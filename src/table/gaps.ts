import { CATEGORIES, type Category } from "../core/categories.ts";
import type { Ends } from "../core/range.ts";
import type { Scenario } from "../core/scenario.ts";
import type { Columns } from "./columns.ts";
import { formsOf, PAIRS, type PairRole } from "./roles.ts";

/** The categories that a column of two losses in one count makes known. */
export const PAIRED: Readonly<Record<PairRole, readonly Category[]>> = {
  killed_wounded: ["wounded"],
  captured_missing: ["captured", "missing"],
};

/**
 * The categories that every row should have, since they have a column and the options do not give them. A row without
 * one of them leaves it out of the total, unless the row gives all losses.
 */
export function expectedCategories({ inHeader }: Pick<Columns, "inHeader">, defaults: Scenario): readonly Category[] {
  const { casualties, ratio, died, share } = defaults;
  if (casualties ?? ratio ?? died ?? share) return [];
  const hasColumn = (category: Category) =>
    formsOf(category).some((role) => inHeader.has(role)) ||
    PAIRS.some((pair) => inHeader.has(pair) && PAIRED[pair].includes(category));
  return CATEGORIES.filter((category) => hasColumn(category) && defaults[category] === undefined);
}

/**
 * Whether a row that gives only the killed leaves out casualties: there is a column for them, and no option says what
 * the other losses are.
 */
export function expectsCasualties({ inHeader }: Pick<Columns, "inHeader">, defaults: Scenario): boolean {
  const { casualties, ratio, died, share } = defaults;
  if (casualties ?? ratio ?? died ?? share) return false;
  const hasColumn = formsOf("casualties").some((role) => inHeader.has(role));
  return hasColumn && CATEGORIES.every((category) => defaults[category] === undefined);
}

/** Losses that are at least that many, if some are left out of them. */
export function withGap<T extends Ends>(losses: T, hasGap: boolean): T {
  return hasGap ? { ...losses, openHigh: true } : losses;
}
