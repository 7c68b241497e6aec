import { defined } from "../../core/defined.ts";
import { exact, type Figure } from "../../core/figure.ts";
import type { Provenance } from "../../core/inputs.ts";
import type { Range, Unit } from "../../core/range.ts";
import { Rational } from "../../core/rational.ts";

/** A whole number of people. Above 2^53 it is a bigint, because a number would lose digits. */
export type Count = number | bigint;

/** A range as written: counts in whole people, ratios and shares with up to six decimals. */
export interface RangeRecord {
  readonly low: Count;
  readonly best?: Count;
  readonly high: Count;
  readonly openLow: boolean;
  readonly openHigh: boolean;
  readonly approximate: boolean;
}

export interface ProvenanceRecord {
  readonly source?: string;
  readonly asOf?: string;
  readonly url?: string;
  readonly note?: string;
}

/** An input as understood, with the text that it was read from. */
export interface InputRecord extends RangeRecord, ProvenanceRecord {
  readonly text: string;
}

/** Writes a range. */
export function rangeRecord(value: Range, unit: Unit): RangeRecord {
  const { low, best, high, openLow, openHigh, approximate } = value;
  const write = unit === "people" ? (value: Rational) => value.round() : sixDecimals;
  return { low: write(low), ...(best ? { best: write(best) } : {}), high: write(high), openLow, openHigh, approximate };
}

export function sixDecimals(value: Rational): Count {
  return value.compare(Rational.of(Number.MAX_SAFE_INTEGER)) > 0 ? value.round() : Number(value.toFixed(6));
}

/** A number that is not an exact fraction, to six decimals. */
export const six = (value: number): number => Number(value.toFixed(6));

export function figureRecord(value: Figure): InputRecord {
  return { ...rangeRecord(exact(value), "people"), text: value.text };
}

export function textRecord(value: Range & { readonly text: string }, unit: Unit): InputRecord {
  return { ...rangeRecord(value, unit), text: value.text };
}

export function provenanceRecord({ source, asOf, url, note }: Provenance): ProvenanceRecord {
  return defined({ source, asOf: asOf?.text, url, note });
}
