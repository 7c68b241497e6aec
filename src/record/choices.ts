// The words of the record that are values of options. They are apart from its table, which takes time to load.

/** The day the table was put together; a test compares it with the table. */
export const RECORD_VERSION = "2026-11-24";

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

/** The losses that a ratio can be formed from. */
export const MEASURES = ["wounded", "captured", "missing", "others"] as const;
export type LossMeasure = (typeof MEASURES)[number];

export const ORDERS = ["year", "name", "killed", "wounded", "others"] as const;
export type Order = (typeof ORDERS)[number];
