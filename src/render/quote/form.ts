/** What may be printed, and what had to be left out of it. */
export interface Quote {
  readonly text: string;
  /** What it does not say. */
  readonly notes: readonly string[];
}

/** One form of what may be printed: its first sentence in parts, whatever follows, and what is not in it. */
export interface Form {
  readonly answer: readonly string[];
  /** What it takes, and who says so: in this form, and in the whole. */
  readonly assumption: Kept;
  readonly source: KeptSource;
  readonly further: readonly string[];
  /** The names of what the whole has and this form has not. */
  readonly dropped: readonly string[];
  /** What was not given, and where the ratios of past wars are from. */
  readonly missing: readonly Missing[];
  readonly ratios: readonly string[];
}

/** A part of a sentence; undefined if there is none. */
export interface Kept {
  readonly text: string | undefined;
  readonly isKept: boolean;
}

export interface KeptSource extends Kept {
  /** How many sources there are, if they are too many to be named. */
  readonly counted?: number | undefined;
}

/** What readers ask, but the sentence cannot say, since nobody gave it: whose losses, who says so, and when. */
export type Missing = "side" | "source" | "a side’s source" | "date";
