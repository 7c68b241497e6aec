/** The formats in which tables are read. */
export const TABLES = ["csv", "tsv", "ndjson", "json"] as const;
export type TableFormat = (typeof TABLES)[number];

/** Those in which they are written; the last two are for reading by people. */
export const WRITTEN_TABLES = [...TABLES, "markdown", "table"] as const;
export type WrittenTable = (typeof WRITTEN_TABLES)[number];
