/** The formats in which tables are read. */
export const TABLES = ["csv", "tsv", "ndjson", "json"] as const;
export type TableFormat = (typeof TABLES)[number];

/** The formats in which tables are written. The last four are for people. */
export const FOR_PEOPLE = ["markdown", "wikitext", "table", "svg"] as const;
export const WRITTEN_TABLES = [...TABLES, ...FOR_PEOPLE] as const;
export type WrittenTable = (typeof WRITTEN_TABLES)[number];
