/** A full or partial date: the span of days that it names. */
export interface AsOf {
  /** YYYY, YYYY-MM or YYYY-MM-DD, however it was written. */
  readonly text: string;
  /** First and last day of the span, in days since 1970-01-01 (UTC). */
  readonly from: number;
  readonly to: number;
}

/** The order of day, month and year in a numeric date. */
export const DATE_ORDERS = ["dmy", "mdy", "ymd"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** Why a text is not a date: its form, a year without four digits, or a day that does not exist. */
export type DateFault = "form" | "year" | "calendar";

/** The days that are certainly between two dates. 0 if the spans touch or overlap. */
export function daysApart(a: AsOf, b: AsOf): number {
  return Math.max(0, a.from - b.to, b.from - a.to);
}
