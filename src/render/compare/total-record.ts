import type { Caveat } from "../../core/caveats/caveat.ts";
import type { Total } from "../../core/compare/total.ts";
import { defined } from "../../core/defined.ts";
import { shareRangeInWords } from "../../core/share.ts";
import { caveatSentence } from "../caveats.ts";
import { type RangeRecord, rangeRecord } from "../record/range.ts";
import { type Separation, separatedText } from "../separated.ts";
import { citedOf, sourcesCell, sourcesOf } from "../sources.ts";
import type { WorkedStep } from "../worked-step.ts";
import { type SubjectRecord, subjectRecord } from "./record.ts";
import { snakeCase, valueCells } from "./rows.ts";
import { caveatCodes } from "./sections.ts";
import { totalSentence, totalWorking } from "./total.ts";

/** A total for programs. Within a version, fields are only added. */
export interface TotalRecord {
  readonly schema: "loss-calc/total";
  readonly version: 1;
  readonly parts: readonly SubjectRecord[];
  /** The sums by the keys of their quantities. */
  readonly sums: Readonly<Record<string, RangeRecord>>;
  /** The names of the parts that do not have a quantity, so that its sum is open above. */
  readonly lacking: Readonly<Record<string, readonly string[]>>;
  /** The force that the share is of. */
  readonly force?: RangeRecord;
  readonly share?: RangeRecord;
  readonly shareInWords?: string;
  readonly stated: readonly { readonly of: string; readonly stated: RangeRecord; readonly agrees: boolean }[];
  readonly sentence: string;
  readonly caveats: readonly (Caveat & { readonly message: string })[];
  readonly working: readonly WorkedStep[];
}

/** A total as a plain object, rounded for writing. */
export function totalRecord(total: Total): TotalRecord {
  const { parts, rows, force, share, stated, caveats } = total;
  const lacking = rows.flatMap((row) => (row.lacking.length > 0 ? [[row.quantity.key, row.lacking] as const] : []));
  return {
    schema: "loss-calc/total",
    version: 1,
    parts: parts.map(subjectRecord),
    sums: Object.fromEntries(rows.map(({ quantity: { key, unit }, sum }) => [key, rangeRecord(sum, unit)])),
    lacking: Object.fromEntries(lacking),
    ...defined({
      force: force && rangeRecord(force, "people"),
      share: share && rangeRecord(share, "share"),
      shareInWords: share && shareRangeInWords(share),
    }),
    stated: stated.map(({ quantity: { key, unit }, stated, agrees }) => ({
      of: key,
      stated: rangeRecord(stated, unit),
      agrees,
    })),
    sentence: totalSentence(total),
    caveats: caveats.map((caveat) => ({ ...caveat, message: caveatSentence(caveat) })),
    working: totalWorking(total),
  };
}

const COLUMNS = ["part", "quantity", "low", "best", "high", "open", "approximate", "caveats", "sources"];

/**
 * The total as a table of values: a row for each quantity of each part, and for each sum, which has no part. The last
 * columns have the caveats and the sources of the part, or of all parts.
 */
export function totalRows({ parts, rows, share, caveats }: Total, separation: Separation): string {
  const lines = rows.flatMap(({ quantity: { key, unit }, values, sum }) => [
    ...values.flatMap((value, at) => (value ? [[parts[at]!.name, snakeCase(key), ...valueCells(value, unit)]] : [])),
    ["", snakeCase(key), ...valueCells(sum, unit)],
  ]);
  const all = [...lines, ...(share ? [["", "share", ...valueCells(share, "share")]] : [])].map((line) => {
    const about = parts.filter(({ name }) => !line[0] || name === line[0]);
    return [...line, caveatCodes(caveats, about), sourcesCell(sourcesOf(citedOf(about)))];
  });
  return separatedText([COLUMNS, ...all], separation);
}
