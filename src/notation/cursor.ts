import { type ExpectedKind, type Problem, refuse } from "../core/errors.ts";
import { suggestions } from "../core/suggest.ts";
import { afterForce } from "./force.ts";
import { fractionWords, isFractionWord } from "./fraction.ts";
import { unmarked } from "./marks.ts";
import type { Match } from "./phrases.ts";
import { type Token, tokenize } from "./tokens.ts";
import { isMeaningful, knownWords } from "./vocabulary.ts";

/** A stretch of text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words for zero people. */
const NOBODY = /^\s*(?:none|nil|nobody|no[ -]?one|no (?:people|men|soldiers|casualties|deaths|losses))\s*$/i;

/** A position in the tokens of a text that is being read. */
export class Cursor {
  readonly tokens: readonly Token[];
  /** Footnote marks and remarks in brackets, which are not read. */
  readonly dropped: readonly string[];
  readonly isEstimate: boolean;
  at = 0;

  constructor(
    readonly text: string,
    readonly expected: ExpectedKind,
    /** Whether a rate can be written instead of a count. */
    readonly takesRates = false,
  ) {
    const { tokens, dropped, isEstimate } = unmarked(tokenize(text, expected), text);
    this.tokens = tokens;
    this.dropped = dropped;
    this.isEstimate = isEstimate;
  }

  /** Whether the text is a share: a share was asked for, or it says "of the force". */
  get isShare(): boolean {
    if (/^(?:share|died|claim|target)$/.test(this.expected)) return true;
    return this.tokens.some((_, at) => afterForce(this.tokens, at, this.text) !== undefined);
  }

  /** Whether parts of a whole can be written here: "a fifth", "half a year". Most texts do not contain such a word. */
  get readsParts(): boolean {
    if (!this.tokens.some(({ text }) => isFractionWord(text))) return false;
    return this.takesRates || this.expected === "days" || this.isShare;
  }

  get done(): boolean {
    return this.at >= this.tokens.length;
  }

  /** Skips one of these words or signs, if it is next. */
  take(...texts: readonly string[]): boolean {
    const token = this.tokens[this.at];
    const found = token !== undefined && texts.includes(token.text);
    if (found) this.at += 1;
    return found;
  }

  /** Skips these words and signs if all of them come next. */
  takeAll(...texts: readonly string[]): boolean {
    const found = texts.every((text, index) => this.tokens[this.at + index]?.text === text);
    if (found) this.at += texts.length;
    return found;
  }

  /** Skips a phrase and returns its meaning; undefined if there is none. */
  match<Meaning>(phrases: (tokens: readonly Token[], at: number) => Match<Meaning> | undefined): Meaning | undefined {
    const found = phrases(this.tokens, this.at);
    if (found) this.at = found.next;
    return found?.meaning;
  }

  /** Where a token begins; the end of the text if there is none. */
  startOf(at: number): number {
    return this.tokens[at]?.start ?? this.text.length;
  }

  /** Where the token before a place ends. */
  endBefore(at: number): number {
    return this.tokens[Math.min(at, this.tokens.length) - 1]?.end ?? 0;
  }

  /** Refuses the token here, or the missing one, and suggests corrections of a misspelt word. */
  unexpected(): never {
    const token = this.tokens[this.at];
    const { start, end } = token ?? { start: this.text.length, end: this.text.length };
    this.refuse({
      code: "E-NOT-A-NUMBER",
      args: { expected: this.expected, found: this.text.slice(start, end) },
      start,
      end,
      tries: NOBODY.test(this.text) ? ["0"] : this.#respelt(),
    });
  }

  /** The text with its one unknown word replaced by each word that may have been meant. */
  #respelt(): string[] {
    const fractions = this.takesRates || this.isShare ? fractionWords() : [];
    // "Lost" is not a typo of "almost".
    const isKnown = (word: string) => knownWords().has(word) || fractions.includes(word) || isMeaningful(word);
    const unknown = this.tokens.filter(({ kind, text }) => kind === "word" && text.length > 3 && !isKnown(text));
    const [only, another] = unknown;
    // One replacement cannot fix two words.
    if (!only || another) return [];
    const { text, start, end } = only;
    return suggestions(text, [...knownWords(), ...fractions]).map(
      (word) => this.text.slice(0, start) + word + this.text.slice(end),
    );
  }

  /** The text with one part replaced. */
  replaced({ start, end }: Span, by: string): string {
    return this.text.slice(0, start) + by + this.text.slice(end);
  }

  refuse(problem: Problem): never {
    return refuse({ ...problem, text: this.text });
  }
}
