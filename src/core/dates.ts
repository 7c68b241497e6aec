/** A date or a partial date: the span of days that it names. */
export interface AsOf {
  /** YYYY, YYYY-MM or YYYY-MM-DD, however it was written. */
  readonly text: string;
  /** First and last day of the span, in days since 1970-01-01 (UTC). */
  readonly from: number;
  readonly to: number;
}

/** The order of day, month and year in a date of digits. */
export const DATE_ORDERS = ["dmy", "mdy", "ymd"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What keeps a text from being a date: its form, a year without four digits, or no such day. */
export type DateFault = "form" | "year" | "calendar";

/** The days that certainly lie between two dates; 0 where the spans touch or overlap. */
export function daysApart(a: AsOf, b: AsOf): number {
  return Math.max(0, a.from - b.to, b.from - a.to);
}
