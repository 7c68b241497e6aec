import type { Problem } from "../core/errors.ts";
import { type Columns, isMissedKey, isUsedColumn } from "./columns.ts";
import type { BatchPlan } from "./plan.ts";
import type { ObjectRecords } from "./read/objects.ts";
import type { RowSelection } from "./selection.ts";

/** What decides whether a key of an object matters. */
export interface KeyRules {
  readonly plan: BatchPlan;
  readonly columns: Columns;
  readonly selection: RowSelection | undefined;
  /** The names of the columns with results. */
  readonly added: readonly string[];
}

/** What is wrong with the keys of a row, and its other keys that have no column. */
export function checkKeys(
  records: ObjectRecords,
  { plan: { series, join }, columns, selection, added }: KeyRules,
): { readonly problems: Problem[]; readonly others: readonly string[] } {
  const isWrong = (key: string) =>
    isMissedKey(columns, key) || added.includes(key.trim()) || selection?.roles?.isFigure(key.trim()) === true;
  const extra = records.extraKeys();
  const keys = extra.filter(isWrong);
  const deciding = [series?.dates.name, series?.group, ...(join?.keys ?? []), ...(selection?.columns ?? [])];
  const isUsed = (key: string) => deciding.includes(key) || isUsedColumn(columns, key);
  const problems = [
    ...(keys.length > 0 ? [{ code: "E-ROW-KEYS", args: { keys } } as const] : []),
    ...records
      .repeatedKeys()
      .filter((key) => isUsed(key.trim()))
      .map((key) => ({ code: "E-KEY-TWICE", args: { key, isInRow: true }, at: { cell: key } }) as const),
  ];
  return { problems, others: extra.filter((key) => !isWrong(key)) };
}
