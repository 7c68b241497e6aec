// The words of the record that are values of options. They are apart from its table, which takes time to load.

/** The day the table was put together; a test compares it with the table. */
export const RECORD_VERSION = "2026-11-30";

/** How a source defines "killed"; see DEFINITION in render for the words. */
export const DEFINITIONS = [
  "battle-deaths",
  "killed-in-action",
  "hostile-deaths",
  "reported-killed",
  "dead-and-missing",
  "all-deaths",
] as const;
export type Definition = (typeof DEFINITIONS)[number];

export const SCOPES = ["war", "theatre", "campaign", "battle"] as const;
export type Scope = (typeof SCOPES)[number];

export const CONFIDENCES = ["high", "medium", "low"] as const;

/** The types of documents, by their names in the Citation Style Language (CSL 1.0.2). */
export const SOURCE_TYPES = [
  ...(["article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast"] as const),
  ...(["chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary"] as const),
  ...(["entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case"] as const),
  ...(["legislation", "manuscript", "map", "motion_picture", "musical_score", "pamphlet"] as const),
  ...(["paper-conference", "patent", "performance", "periodical", "personal_communication", "post"] as const),
  ...(["post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech"] as const),
  ...(["standard", "thesis", "treaty", "webpage"] as const),
] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

/** The losses that a ratio can be formed from. */
export const MEASURES = ["wounded", "captured", "missing", "others"] as const;
export type LossMeasure = (typeof MEASURES)[number];

export const ORDERS = ["year", "name", "killed", "wounded", "others"] as const;
export type Order = (typeof ORDERS)[number];
