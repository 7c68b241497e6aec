/** A date or a partial date: the span of days that it names. */
export interface AsOf {
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly text: string;
  /** First and last day of the span, in days since 1970-01-01 (UTC). */
  readonly from: number;
  readonly to: number;
}

/** The days that certainly lie between two dates; 0 where the spans touch or overlap. */
export function daysApart(a: AsOf, b: AsOf): number {
  return Math.max(0, a.from - b.to, b.from - a.to);
}
