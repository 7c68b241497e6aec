/** The losses that are not deaths, in the order in which they are listed. */
export const CATEGORIES = ["wounded", "captured", "missing", "deserted"] as const;
export type Category = (typeof CATEGORIES)[number];

/** The losses that reports state. */
export const REPORTED = ["killed", "casualties", ...CATEGORIES] as const;
export type Reported = (typeof REPORTED)[number];
