/** The formats of tables, by their names in --from and --to. */
export const TABLES = ["csv", "tsv", "ndjson", "json"] as const;
export type TableFormat = (typeof TABLES)[number];
