import { type Expected, type Problem, refuse } from "../core/errors.ts";
import { suggestions } from "../core/suggest.ts";
import { numberWords, wordAt } from "./amount.ts";
import { fractionWords } from "./fraction.ts";
import { phraseWords } from "./phrases.ts";
import { type Token, tokenize } from "./tokens.ts";

/** A stretch of text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in the tokens of a text that is being read. */
export class Cursor {
  readonly tokens: readonly Token[];
  at = 0;

  constructor(
    readonly text: string,
    readonly expected: Expected,
  ) {
    this.tokens = tokenize(text, expected);
  }

  get done(): boolean {
    return this.at >= this.tokens.length;
  }

  /** Steps over one of these words or signs, or over none. */
  take(...texts: readonly string[]): boolean {
    const token = this.tokens[this.at];
    const found = token !== undefined && texts.includes(token.text);
    if (found) this.at += 1;
    return found;
  }

  /** Steps over all of these words, or over none. */
  takeAll(...words: readonly string[]): boolean {
    const found = words.every((word, index) => wordAt(this.tokens, this.at + index) === word);
    if (found) this.at += words.length;
    return found;
  }

  /** Where a token begins; behind the text, where there is none. */
  startOf(at: number): number {
    return this.tokens[at]?.start ?? this.text.length;
  }

  /** Where the token before a place ends. */
  endBefore(at: number): number {
    return this.tokens[Math.min(at, this.tokens.length) - 1]?.end ?? 0;
  }

  /** Refuses the token that stands here, or the missing one, guessing at misspelt words. */
  unexpected(): never {
    const token = this.tokens[this.at];
    const { start, end } = token ?? { start: this.text.length, end: this.text.length };
    this.refuse({
      code: "E-NOT-A-NUMBER",
      args: { expected: this.expected, found: this.text.slice(start, end) },
      start,
      end,
      tries: this.#respelt(),
    });
  }

  /** The text with one unknown word replaced, by each word that it may have been meant for. */
  #respelt(): string[] {
    const fractions = this.expected === "claim" ? fractionWords() : [];
    const known = [...phraseWords(), ...numberWords(), ...fractions];
    const unknown = this.tokens.filter(({ kind, text }) => kind === "word" && text.length > 3 && !known.includes(text));
    const [only, another] = unknown;
    // One replacement cannot mend two words.
    if (!only || another) return [];
    const { text, start, end } = only;
    return suggestions(text, known).map((word) => this.text.slice(0, start) + word + this.text.slice(end));
  }

  refuse(problem: Problem): never {
    return refuse({ ...problem, text: this.text });
  }
}
