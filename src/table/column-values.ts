import type { Problem } from "../core/errors.ts";
import { choiceProblem } from "../core/suggest.ts";

/** The options that name values of a column. */
export type ValuesOption = "--where" | "--where-not" | "--role" | "--kind-from";

/** Some values of a column, and what each of them means. */
export interface ColumnMeanings<T> {
  readonly option: ValuesOption;
  readonly column: string;
  /** By the value, as plainValue() writes it. */
  readonly meanings: ReadonlyMap<string, { readonly written: string; readonly meaning: T }>;
}

/** A cell as it is compared: ignoring case and the spaces around it. */
export function plainValue(text: string): string {
  return text.trim().toLowerCase();
}

/** Reads "country=russia,belarus". Every mistake is added to the list. */
export function conditionsFrom(
  texts: readonly string[],
  option: "--where" | "--where-not",
  problems: Problem[],
): ColumnMeanings<true>[] {
  return texts.flatMap((text) => {
    const [column, list] = halves(text, "=");
    if (list === undefined || column === "") return refused(text, option, problems);
    const values = listedIn(list).map((value) => [value, true] as const);
    return { option, column, meanings: new Map(values.map(entryOf)) };
  });
}

/** Reads "type:deaths=killed,casualties=casualties". Every mistake is added to the list. */
export function meaningsFrom<T extends string>(
  texts: readonly string[],
  option: "--role" | "--kind-from",
  choices: readonly T[],
  problems: Problem[],
): ColumnMeanings<T>[] {
  return texts.flatMap((text) => {
    const [column, list] = halves(text, ":");
    const pairs = itemsOf(list ?? "").map((item) => /^(.*)=(.*)$/s.exec(item));
    if (list === undefined || column === "" || pairs.includes(null)) return refused(text, option, problems);
    const values = pairs.flatMap((pair) => {
      const word = pair![2]!.trim();
      const meaning = choices.find((choice) => choice === word);
      if (meaning === undefined) problems.push({ ...choiceProblem(word, choices), at: { option } });
      return meaning === undefined ? [] : [[unquoted(pair![1]!), meaning] as const];
    });
    const meanings = new Map(values.map(entryOf));
    if (meanings.size < values.length) {
      const twice = values.find(([value], index) => values.findIndex(([other]) => isSame(value, other)) < index)![0];
      problems.push({ code: "E-COLUMN-VALUES", args: { found: text, option, twice }, at: { option } });
    }
    return { option, column, meanings };
  });
}

const isSame = (a: string, b: string) => plainValue(a) === plainValue(b);

function entryOf<T>([written, meaning]: readonly [string, T]) {
  return [plainValue(written), { written, meaning }] as const;
}

function halves(text: string, separator: string): readonly [column: string, list: string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at).trim(), text.slice(at + 1)];
}

/** Reads a list like "source,date". A text with a comma is in quotes, as in CSV. */
export function listedIn(list: string): string[] {
  return itemsOf(list).map(unquoted);
}

function itemsOf(list: string): string[] {
  return list.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
}

function unquoted(item: string): string {
  const text = item.trim();
  return /^"(.*)"$/s.exec(text)?.[1]?.replaceAll('""', '"') ?? text;
}

function refused(found: string, option: ValuesOption, problems: Problem[]): [] {
  problems.push({ code: "E-COLUMN-VALUES", args: { found, option }, at: { option } });
  return [];
}
