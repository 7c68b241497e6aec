import { type Case, ratioOf } from "./cases.ts";
import type { Measure, Order } from "./choices.ts";
import type { OwnCase } from "./names.ts";
import { isMeant, type Narrowing } from "./scope.ts";

/** Which cases are asked for. */
export interface Selection extends Narrowing {
  /** All of them stand in the name, the conflict, the belligerent or the war, in any case of letters. */
  readonly words: readonly string[];
  readonly side?: string | undefined;
  readonly covers?: Measure | undefined;
  readonly comparable: boolean;
}

export function isSelected(one: OwnCase, { words, side, covers, comparable, ...narrowing }: Selection): boolean {
  const { id, conflict, belligerent, war } = one;
  const text = [id, conflict, belligerent, war].join(" ").toLowerCase();
  return (
    words.every((word) => text.includes(word.toLowerCase())) &&
    (side === undefined || (belligerent ?? "").toLowerCase().includes(side.toLowerCase())) &&
    (covers === undefined || knows(one, covers)) &&
    (!comparable || one.comparable) &&
    isMeant(one, narrowing)
  );
}

function knows(one: OwnCase, measure: Measure): boolean {
  const given = measure === "wounded" ? one.woundedPerKilled : measure === "others" ? one.nonfatalPerKilled : undefined;
  return (given ?? ratioOf(one, measure)) !== undefined;
}

/** Sorts by a column: names by the alphabet, numbers the smallest first, what is not known last. */
export function inOrder<T extends { readonly case: Case }>(cases: readonly T[], order: Order): T[] {
  if (order === "name") return [...cases].sort((a, b) => (a.case.id < b.case.id ? -1 : 1));
  const key = ({ case: one }: T): number => {
    const value = order === "year" ? one.startYear : order === "killed" ? one.killed : ratioOf(one, order)?.toNumber();
    return value ?? Number.POSITIVE_INFINITY;
  };
  return [...cases].sort((a, b) => {
    const [first, second] = [key(a), key(b)];
    return first === second ? 0 : first - second;
  });
}
