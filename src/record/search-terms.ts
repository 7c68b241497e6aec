import type { OwnCase } from "./names.ts";
import { MOST_WORDS, OTHER_NAMES } from "./other-names.ts";
import { type Era, parseEra } from "./scope.ts";
import { wordsIn } from "./words.ts";

/** A case, and what is searched in it. */
export interface SearchedCase {
  readonly case: OwnCase;
  readonly words: readonly string[];
  /** Whether the years of the case are searched. */
  readonly isDated: boolean;
}

/** One thing to search for: cases by their names, a word, an everyday name, or years. */
export interface Term {
  readonly typed: string;
  readonly matches: (entry: SearchedCase) => boolean;
}

/** Matches the cases with these names. */
export function namesTerm(names: readonly string[]): Term {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return { typed: names.join(" "), matches: (entry) => wanted.has(entry.case.id.toLowerCase()) };
}

/** "1914", "1946-2000": matches a case that was under way then, or whose name or conflict contains the year. */
export function yearsTerm(piece: string): Term | undefined {
  const era = parseEra(piece);
  return era && { typed: piece, matches: (entry) => isUnderWay(entry, era) || entry.words.includes(piece) };
}

function isUnderWay({ case: entry, isDated }: SearchedCase, { from, to }: Era): boolean {
  const { startYear, endYear = Number.POSITIVE_INFINITY } = entry;
  return (
    isDated &&
    startYear !== undefined &&
    startYear <= (to ?? Number.POSITIVE_INFINITY) &&
    endYear >= (from ?? Number.NEGATIVE_INFINITY)
  );
}

/** Words that join others, or say what is wanted: "the battle of gettysburg", "korea and vietnam", "losses in korea". */
const JOINING = new Set(
  "a against an and at casualties during in losses of on or ratio ratios the to versus vs".split(" "),
);

interface Word {
  readonly word: string;
  /** As typed, with the words that hyphens join it to. */
  readonly typed: string;
}

/**
 * A term for each word, or for several that form an everyday name of an entry. Words joined by hyphens are searched for
 * together.
 */
export function termsOf(pieces: readonly string[], entries: readonly SearchedCase[]): Term[] {
  const all = pieces.flatMap((typed): Word[] => {
    const words = wordsIn(typed);
    return words.length > 0 ? words.map((word) => ({ word, typed })) : [{ word: typed, typed }];
  });
  const significant = all.filter(({ word }) => !JOINING.has(word));
  const words = significant.length > 0 ? significant : all;
  const terms = new Map<string, Map<string, Term["matches"]>>();
  for (let index = 0; index < words.length; ) {
    const next = words.slice(index, index + MOST_WORDS);
    const name = everydayName(next, entries);
    const used = name === undefined ? next.slice(0, 1) : next.slice(0, name.split(" ").length);
    const typed = [...new Set(used.map((word) => word.typed))].join(" ");
    const word = used[0]?.word ?? "";
    const parts = terms.get(typed) ?? new Map<string, Term["matches"]>();
    terms.set(typed, parts.set(name ?? word, name === undefined ? wordMatches(word) : everydayMatches(name)));
    index += used.length;
  }
  return [...terms].map(([typed, parts]) => ({
    typed,
    matches: (entry) => [...parts.values()].every((matches) => matches(entry)),
  }));
}

/** The longest everyday name of an entry that the words begin with. */
function everydayName(words: readonly Word[], entries: readonly SearchedCase[]): string | undefined {
  const names = words.map((_, index) =>
    words
      .slice(0, words.length - index)
      .map(({ word }) => word)
      .join(" "),
  );
  return names.find((name) => OTHER_NAMES.has(name) && entries.some(everydayMatches(name)));
}

/** Matches the words of the record, or the name itself as a whole word: "American" in the Spanish-American War. */
export function everydayMatches(name: string): Term["matches"] {
  const words = OTHER_NAMES.get(name) ?? [];
  return (entry) => words.every((word) => hasBeginning(entry, word)) || entry.words.includes(name);
}

/** A number must match as a whole: 1 is not the beginning of 1914. */
function wordMatches(word: string): Term["matches"] {
  if (/^\d+$/.test(word)) return yearsTerm(word)?.matches ?? ((entry) => entry.words.includes(word));
  return (entry) => hasBeginning(entry, word);
}

/** A letter alone, as in "d-day", is no beginning. */
const hasBeginning = ({ words }: SearchedCase, beginning: string) =>
  beginning.length === 1 ? words.includes(beginning) : words.some((word) => word.startsWith(beginning));
