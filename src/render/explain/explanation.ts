/** The page of a code: what explain says about it. */
export interface Explanation {
  /** What the code means: one to three sentences, for a person who has just met it. */
  readonly means: string;
  /** A command, as typed into a shell, that leads to it. */
  readonly example: string;
  /** What to do: one or two sentences, with the actual option or spelling. */
  readonly advice: string;
}

/** A page for each code in a table of sentences. No code lacks a page, and no page lacks a code. */
export type PagesFor<Sentences> = Readonly<Record<keyof Sentences, Explanation>>;
