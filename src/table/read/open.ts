import type { BatchPlan } from "../plan.ts";
import { KeyReader } from "./keys.ts";
import { ObjectRecords } from "./objects.ts";
import { SeparatedRecords } from "./separated.ts";

/** Makes the reader for the rows of a table. */
export function recordsFor({ from, separator, skip, keys }: BatchPlan): SeparatedRecords | ObjectRecords {
  if (from === "csv" || from === "tsv")
    return new SeparatedRecords(separator ?? (from === "tsv" ? "\t" : undefined), skip);
  const records = new ObjectRecords(from === "json");
  records.setKeys(keys);
  return records;
}

/** Gives a reader the next bytes of a table. */
export function feedRecords(records: SeparatedRecords | ObjectRecords, chunk: Uint8Array): void {
  learnKeys(records, chunk);
  records.feed(chunk);
}

/**
 * Objects need not all have the same keys. If nobody knows the keys of all of them, we take those of the first ones.
 */
export function learnKeys(records: SeparatedRecords | ObjectRecords, chunk: Uint8Array): void {
  if (!(records instanceof ObjectRecords) || records.header.length > 0) return;
  const reader = new KeyReader(records.isList);
  reader.feed(chunk);
  records.setKeys([...reader.keys]);
}
