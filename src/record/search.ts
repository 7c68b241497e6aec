import { defined } from "../core/defined.ts";
import { suggest } from "../core/suggest.ts";
import type { Case } from "./cases.ts";
import { comparableCases } from "./history.ts";
import { casesOfHistory, HISTORY, isHistory, type OwnCase } from "./names.ts";
import { OTHER_NAMES } from "./other-names.ts";
import { parseEra } from "./scope.ts";
import { everydayMatches, namesTerm, type SearchedCase, type Term, termsOf, yearsTerm } from "./search-terms.ts";
import { wordsIn } from "./words.ts";

/** The cases that a search found, and what its reader should know. */
export interface SearchResult {
  readonly cases: ReadonlySet<OwnCase>;
  readonly findings: readonly SearchFinding[];
}

export type SearchFinding =
  /** Nothing matches what was typed. */
  | { readonly kind: "unmatched"; readonly of: SearchScope; readonly typed: string; readonly suggestion?: string }
  /** No case matches everything that was typed, so these are the cases that match the most of it. */
  | { readonly kind: "partial"; readonly typed: readonly string[]; readonly matched: number };

/** Whether whole cases are searched, or only their belligerents. */
type SearchScope = "case" | "side";

/** A part of a search between commas: a case has to match all of it. */
interface SearchPart {
  readonly typed: string;
  readonly terms: readonly Term[];
  /** The cases that each history named here rests on. */
  readonly histories: readonly ReadonlySet<Case>[];
}

/**
 * Finds cases by their names, by history, by years in which they were under way, and by the beginnings of words in the
 * name, conflict, belligerent and war. A comma separates alternatives. Throws InputError for a history that cannot be
 * read.
 */
export function searchCases(texts: readonly string[], cases: readonly OwnCase[]): SearchResult {
  const ids = new Set(cases.map(({ id }) => id.toLowerCase()));
  const entries = cases.map((entry): SearchedCase => {
    const { id, conflict = "", belligerent = "", war = "" } = entry;
    return { case: entry, words: wordsIn(`${id} ${conflict} ${belligerent} ${war}`), isDated: true };
  });
  return search(
    partsOf(texts).map((pieces) => casePart(pieces, ids, entries)),
    entries,
    "case",
  );
}

/** Finds the cases of a belligerent, by the beginnings of its words or the first word of the name: "german", "us". */
export function searchSides(text: string, cases: readonly OwnCase[]): SearchResult {
  const entries = cases.map((entry): SearchedCase => {
    const [side = ""] = wordsIn(entry.id);
    return { case: entry, words: [side, ...wordsIn(entry.belligerent ?? "")], isDated: false };
  });
  const parts = partsOf([text]).map(
    (pieces): SearchPart => ({ typed: pieces.join(" "), terms: termsOf(pieces, entries), histories: [] }),
  );
  return search(parts, entries, "side");
}

/** A comma, unless it groups the digits of a number: "1,950" is neither 1 nor 950, and no year. */
const BETWEEN = /(?<!(?<!\d)\d{1,3}),|,(?!\d{3}(?!\d))/;

/** A word, or years with spaces: "1946 to 2000", "since 2001". */
const PIECES = /(?:\d{4}\s+(?:to|[-–])|since|until)\s+\d{4}(?!\S)|\S+/gi;

/** Splits at commas. Words count the same with quotes around them and without, as in "korea, vietnam". */
function partsOf(texts: readonly string[]): string[][] {
  return texts
    .join(" ")
    .split(BETWEEN)
    .flatMap((part) => {
      const pieces: string[] | null = parseEra(part) ? [part.trim()] : part.match(PIECES);
      return pieces ? [pieces] : [];
    });
}

function casePart(pieces: readonly string[], ids: ReadonlySet<string>, entries: readonly SearchedCase[]): SearchPart {
  const names = pieces.filter((piece) => ids.has(piece.toLowerCase()));
  const years = pieces.flatMap((piece) => yearsTerm(piece) ?? []);
  const rest = pieces.filter((piece) => !names.includes(piece) && !isHistory(piece) && !parseEra(piece));
  return {
    typed: pieces.join(" "),
    terms: [...(names.length > 0 ? [namesTerm(names)] : []), ...termsOf(rest, entries), ...years],
    histories: pieces.filter(isHistory).map((name) => new Set(comparableCases(casesOfHistory(name)))),
  };
}

function search(parts: readonly SearchPart[], entries: readonly SearchedCase[], of: SearchScope): SearchResult {
  const typed = parts.flatMap((part) => part.terms.map((term) => term.typed.toLowerCase()));
  const results = parts.map((part) => searchPart(part, entries, of, typed));
  return {
    cases: new Set(results.flatMap((result) => [...result.cases])),
    findings: results.flatMap(({ findings }) => findings),
  };
}

/**
 * Finds the cases that match all terms. If no case in the record does, although each term matches some, the terms were
 * alternatives: "korea vietnam".
 */
function searchPart(
  { typed, terms, histories }: SearchPart,
  entries: readonly SearchedCase[],
  of: SearchScope,
  others: readonly string[],
): SearchResult {
  const unmatched = terms.filter((term) => !entries.some(term.matches));
  if (unmatched.length > 0) {
    // A word that was also typed is not what this one was meant to be.
    const known = suggestedFrom(entries, of).filter((word) => !others.includes(word));
    const findings = unmatched.map((term): SearchFinding => {
      // Another number is not what was meant.
      const suggestion =
        /\d$/.test(term.typed) && !/\p{L}/u.test(term.typed) ? undefined : suggest(term.typed.toLowerCase(), known);
      return { kind: "unmatched", of, typed: term.typed, ...defined({ suggestion }) };
    });
    return { cases: new Set(), findings };
  }
  const scored = entries.map((entry) => ({ entry, score: terms.filter((term) => term.matches(entry)).length }));
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
  const found = scored
    .filter(({ entry, score }) => score === best && histories.every((history) => history.has(entry.case)))
    .map(({ entry }) => entry.case);
  if (found.length === 0) return { cases: new Set(), findings: [{ kind: "unmatched", of, typed }] };
  const partial = { kind: "partial", typed: terms.map((term) => term.typed), matched: best } as const;
  return { cases: new Set(found), findings: best < terms.length ? [partial] : [] };
}

/** A shorter everyday name resembles too many words. */
const SHORTEST_SUGGESTED = 4;

/** Suggestions that would have found something: names, their words, and everyday names. */
function suggestedFrom(entries: readonly SearchedCase[], of: SearchScope): string[] {
  const names =
    of === "case"
      ? [HISTORY, ...entries.flatMap(({ case: { id, conflict = "", war = "" } }) => [id, conflict, war])]
      : [];
  const everyday = [...OTHER_NAMES.keys()].filter(
    (name) => name.length >= SHORTEST_SUGGESTED && entries.some(everydayMatches(name)),
  );
  const words = entries.flatMap((entry) => entry.words);
  return [...new Set([...names.map((name) => name.toLowerCase()), ...words, ...everyday])];
}
