import { defined } from "./defined.ts";
import type { Problem } from "./errors.ts";

/** Reports a value that is not one of the choices, with the choice that may have been meant. */
export function choiceProblem(value: string, choices: readonly string[], synonym = ""): Problem {
  const suggestion = choices.includes(synonym) ? synonym : suggest(value, choices);
  return { code: "E-CHOICE", args: defined({ value, choices, suggestion }) };
}

/** The word that was probably meant, or undefined. */
export function suggest(typed: string, known: readonly string[]): string | undefined {
  return suggestions(typed, known)[0];
}

/** The words that may have been meant, nearest first. They differ in at most a third of their length. */
export function suggestions(typed: string, known: readonly string[]): string[] {
  const lower = typed.toLowerCase();
  return known
    .filter((word) => Math.abs(word.length - typed.length) <= limitOf(word))
    .map((word) => ({ word, distance: editDistance(lower, word.toLowerCase(), limitOf(word)) }))
    .filter(({ word, distance }) => distance <= limitOf(word) && distance < word.length)
    .sort((a, b) => a.distance - b.distance)
    .map(({ word }) => word);
}

function limitOf(word: string): number {
  return Math.max(1, Math.floor(word.length / 3));
}

/**
 * Counts insertions, deletions, replacements and swaps of neighbours (optimal string alignment). Most words are very
 * different, so it stops as soon as the count must exceed the limit.
 */
function editDistance(a: string, b: string, limit: number): number {
  let [older, previous] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  let leastBefore = 0;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = previous[j - 1]! + Number(a[i - 1] !== b[j - 1]);
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, replaced, isSwap ? older[j - 2]! + 1 : replaced);
      row.push(cost);
      if (cost < least) least = cost;
    }
    // A swap may still continue from the row before, at a cost of one.
    if (least > limit && leastBefore >= limit) return least;
    [older, previous, leastBefore] = [previous, row, least];
  }
  return previous[b.length]!;
}
