import type { Counted } from "../core/errors.ts";
import { lazy } from "../core/lazy.ts";
import { wordAt } from "./amount.ts";
import type { Token } from "./tokens.ts";

/** What words beside a number say of it. */
export type Qualifier = "above" | "below" | "about";

/** A phrase, word by word, and what it says; signs stand for themselves. */
type Phrase<Meaning> = readonly [readonly string[], Meaning];

/** Phrases by their first word: most words of a text begin none. */
type Phrases<Meaning> = () => ReadonlyMap<string, readonly Phrase<Meaning>[]>;

const BEFORE: Phrases<Qualifier> = table({
  above: [
    ">",
    "at least",
    "more than",
    "over",
    "above",
    "just over",
    "well over",
    "no fewer than",
    "no less than",
    "not fewer than",
    "not less than",
    "upwards of",
    "in excess of",
    "exceeding",
    "a minimum of",
    "minimum",
    "min.",
  ],
  below: [
    "<",
    "at most",
    "up to",
    "under",
    "below",
    "just under",
    "well under",
    "fewer than",
    "less than",
    "as many as",
    "no more than",
    "not more than",
    "a maximum of",
    "maximum",
    "max.",
  ],
  about: [
    "~",
    "about",
    "around",
    "approximately",
    "approx",
    "approx.",
    "roughly",
    "some",
    "nearly",
    "almost",
    "close to",
    "an estimated",
    "estimated",
    "circa",
    "c",
    "c.",
    "ca",
    "ca.",
  ],
});

const AFTER: Phrases<Qualifier> = table({
  above: ["+", "or more", "and more", "or above", "or over", "at least", "minimum"],
  below: ["or fewer", "or less", "or under", "or below", "at most", "maximum"],
  about: ["or so", "approximately", "approx", "approx."],
});

/**
 * Vague words, as the floors that ACLED codes them as when nothing better is known (its FAQ on
 * fatalities); a score is 20.
 */
const VAGUE = byFirstWord<number>(() => [
  [["hundreds", "of", "thousands"], 100_000],
  [["tens", "of", "thousands"], 10_000],
  [["hundreds", "of", "millions"], 100_000_000],
  [["tens", "of", "millions"], 10_000_000],
  [["millions"], 1_000_000],
  [["thousands"], 1_000],
  [["hundreds"], 100],
  [["scores"], 20],
  [["dozens"], 12],
  [["tens"], 10],
]);

/** Words that name no number at all. */
const NO_NUMBER = /^(?:several|few|many|most|numerous|countless|couple)$/;

/** What the people are that a number counts: by themselves they say nothing of the loss. */
const PEOPLE = /^(?:people|persons?|men|women|soldiers|troops|personnel|servicemen|fighters|combatants)$/;

/** Words behind a number that say which loss it counts. */
const COUNTED = byFirstWord<Counted>(() => [
  [["killed", "in", "action"], "killed"],
  [["killed"], "killed"],
  [["dead"], "killed"],
  [["deaths"], "killed"],
  [["fatalities"], "killed"],
  [["kia"], "killed"],
  [["casualties"], "casualties"],
  [["losses"], "casualties"],
  [["wounded"], "wounded"],
  [["injured"], "wounded"],
  [["wia"], "wounded"],
  [["captured"], "captured"],
  [["prisoners"], "captured"],
  [["pows"], "captured"],
  [["missing"], "missing"],
  [["mia"], "missing"],
  [["deserted"], "deserted"],
  [["deserters"], "deserted"],
]);

export interface Match<Meaning> {
  readonly meaning: Meaning;
  readonly next: number;
}

export const qualifierBefore = (tokens: readonly Token[], at: number) => match(BEFORE, tokens, at);
export const qualifierAfter = (tokens: readonly Token[], at: number) => match(AFTER, tokens, at);
export const countedAt = (tokens: readonly Token[], at: number) => match(COUNTED, tokens, at);
export const vagueAt = (tokens: readonly Token[], at: number) => match(VAGUE, tokens, at);

/** The word that names no number, "several", also behind an article: "a few". */
export function noNumberAt(tokens: readonly Token[], at: number): Match<string> | undefined {
  const start = wordAt(tokens, at) === "a" ? at + 1 : at;
  const word = wordAt(tokens, start);
  return NO_NUMBER.test(word) ? { meaning: word, next: start + 1 } : undefined;
}

export function peopleAt(tokens: readonly Token[], at: number): boolean {
  return PEOPLE.test(wordAt(tokens, at));
}

/** All words of these tables, for guessing at a misspelt one. */
export const phraseWords = lazy((): string[] => {
  const words = [BEFORE, AFTER, VAGUE].flatMap((phrases) =>
    [...phrases().values()].flat().flatMap(([phrase]) => phrase),
  );
  return [...new Set(words)].filter((word) => /^[a-z]{3,}$/.test(word));
});

function table(phrases: Readonly<Record<Qualifier, readonly string[]>>): Phrases<Qualifier> {
  const entries = Object.entries(phrases) as [Qualifier, readonly string[]][];
  return byFirstWord(() =>
    entries.flatMap(([meaning, texts]) => texts.map((text) => [text.split(" "), meaning] as const)),
  );
}

/** The longer phrase is tried first, so that "or more" is not "or". */
function byFirstWord<Meaning>(phrases: () => readonly Phrase<Meaning>[]): Phrases<Meaning> {
  return lazy(() => {
    const index = new Map<string, Phrase<Meaning>[]>();
    for (const phrase of phrases().toSorted(([a], [b]) => b.length - a.length)) {
      const [first = ""] = phrase[0];
      index.set(first, [...(index.get(first) ?? []), phrase]);
    }
    return index;
  });
}

function match<Meaning>(phrases: Phrases<Meaning>, tokens: readonly Token[], at: number): Match<Meaning> | undefined {
  const found = phrases()
    .get(tokens[at]?.text ?? "")
    ?.find(([words]) => words.every((word, index) => tokens[at + index]?.text === word));
  return found && { meaning: found[1], next: at + found[0].length };
}
