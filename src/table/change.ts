import type { Range } from "../core/range.ts";
import { Rational } from "../core/rational.ts";

/** A running total on one day. */
export interface Total {
  /** In days since 1970-01-01. */
  readonly day: number;
  readonly people: Range;
}

/** What happened between two rows of a series. */
export interface Change {
  readonly people: Pick<Range, "low" | "high" | "openLow" | "openHigh">;
  readonly perDay: Pick<Range, "low" | "high">;
  /** The total is certainly lower than before: it was corrected, or counts something else. */
  readonly falls: boolean;
}

/**
 * What came to a running total between two days, the second the later. The ends hold wherever in
 * its bounds each total lies: the fewest are from the earlier high to the later low.
 */
export function changeBetween(before: Total, now: Total): Change {
  const low = now.people.low.minus(before.people.high);
  const high = now.people.high.minus(before.people.low);
  const openLow = now.people.openLow || before.people.openHigh;
  const openHigh = now.people.openHigh || before.people.openLow;
  const days = Rational.of(now.day - before.day);
  return {
    people: { low, high, openLow, openHigh },
    perDay: { low: low.over(days), high: high.over(days) },
    falls: !openHigh && high.compare(Rational.of(0)) < 0,
  };
}
