import { difference, type Range } from "../core/range.ts";
import { Rational, ZERO } from "../core/rational.ts";

/** Everyone up to a day. */
export interface Total {
  /** In days since 1970-01-01. */
  readonly day: number;
  readonly people: Range;
}

/** What a series tells beside each of its rows: what came since the row before, or all losses so far. */
export interface Course {
  readonly people: Range;
  /** Those killed so far; undefined where a row does not tell them, and of what came since the row before. */
  readonly killed?: Range | undefined;
  /** Only of what came since the row before. */
  readonly perDay?: Pick<Range, "low" | "high">;
  /** The total is certainly lower than before: it was corrected, or counts something else. */
  readonly falls: boolean;
}

/**
 * What came to a running total between two days, the second the later. The ends hold wherever in
 * its bounds each total lies: the fewest are from the earlier high to the later low.
 */
export function changeBetween(before: Total, now: Total): Course {
  const people = difference(before.people, now.people);
  const days = Rational.of(now.day - before.day);
  return {
    people,
    perDay: { low: people.low.over(days), high: people.high.over(days) },
    falls: !people.openHigh && people.high.compare(ZERO) < 0,
  };
}
