import type { Rational } from "../core/rational.ts";
import { suggestions } from "../core/suggest.ts";
import { type Case, ratioOf } from "./cases.ts";
import type { Measure, Order } from "./choices.ts";
import { comparable } from "./history.ts";
import { casesOfHistory, givenRatio, isHistory, type OwnCase } from "./names.ts";
import { isMeant, type Narrowing } from "./scope.ts";

/** Which cases are asked for. */
export interface Selection extends Narrowing {
  /** Cases by their names; where there are any, only these. */
  readonly names: readonly string[];
  /** The cases that an interval rests on. */
  readonly past?: readonly Case[] | undefined;
  /** All of them stand in the name, the conflict, the belligerent or the war, in any case of letters. */
  readonly words: readonly string[];
  readonly side?: string | undefined;
  readonly covers?: Measure | undefined;
  readonly comparable: boolean;
}

/** What stands on a command line: names of cases (in small letters), history, or words to look for. Throws InputError. */
export function wantedBy(
  texts: readonly string[],
  ids: ReadonlySet<string>,
): Pick<Selection, "names" | "past" | "words"> {
  const lower = texts.map((text) => text.trim().toLowerCase());
  const histories = lower.filter(isHistory).map((name) => comparable(casesOfHistory(name)));
  return {
    names: lower.filter((text) => ids.has(text)),
    past: histories.length > 0 ? histories.reduce((all, one) => all.filter((row) => one.includes(row))) : undefined,
    words: lower.filter((text) => !ids.has(text) && !isHistory(text)).flatMap((text) => text.split(/\s+/)),
  };
}

export function isSelected(one: OwnCase, selection: Selection): boolean {
  const { names, past, words, side, covers } = selection;
  const text = [one.id, one.conflict, one.belligerent, one.war].join(" ").toLowerCase();
  return (
    (names.length === 0 || names.includes(one.id.toLowerCase())) &&
    (!past || past.includes(one)) &&
    words.every((word) => text.includes(word)) &&
    (side === undefined || isOfSide(one, side)) &&
    (covers === undefined || known(one, covers) !== undefined) &&
    (!selection.comparable || one.comparable) &&
    isMeant(one, selection)
  );
}

/** Words of the belligerent begin with it, or the name does: "german", "us". So short a word stands for itself. */
function isOfSide({ id, belligerent = "" }: OwnCase, side: string): boolean {
  const [sought, words] = [side, belligerent].map((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim(),
  );
  return (
    id.toLowerCase().startsWith(`${sought!.replaceAll(" ", "-")}-`) ||
    ` ${words} `.includes(` ${sought}${sought!.length > SHORT ? "" : " "}`)
  );
}

const SHORT = 3;

/** Words of the cases that are spelled much like those that were looked for. */
export function wordsMeant(words: readonly string[], cases: readonly OwnCase[]): string[] {
  const texts = cases.flatMap(({ id, conflict, belligerent, war }) => [id, conflict, belligerent, war]);
  const spelled = texts.flatMap((text) => (text ? [text, ...text.split(/[^\p{L}\p{N}]+/u)] : []));
  const distinct = [...new Set(spelled.map((word) => word.toLowerCase()))];
  const lost = words.filter((word) => !distinct.some((one) => one.includes(word)));
  return lost.flatMap((word) => suggestions(word, distinct)[0] ?? []);
}

/** Sorts by a column: names by the alphabet, numbers the smallest first, what is not known last. */
export function inOrder<T extends { readonly case: OwnCase }>(cases: readonly T[], order: Order): T[] {
  if (order === "name") {
    return [...cases].sort((a, b) => (a.case.id.toLowerCase() < b.case.id.toLowerCase() ? -1 : 1));
  }
  const key = ({ case: one }: T): number => {
    const value = order === "year" ? one.startYear : order === "killed" ? one.killed : known(one, order)?.toNumber();
    return value ?? Number.POSITIVE_INFINITY;
  };
  return [...cases].sort((a, b) => {
    const [first, second] = [key(a), key(b)];
    return first === second ? 0 : first - second;
  });
}

/** The ratio as counted, or the low end of the one that is given. */
function known(one: OwnCase, measure: Measure): Rational | undefined {
  return givenRatio(one, measure)?.low ?? ratioOf(one, measure);
}
