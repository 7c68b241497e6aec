import { difference, type Range } from "../core/range.ts";
import { Rational, ZERO } from "../core/rational.ts";

/** Everyone up to a day. */
export interface Total {
  /** In days since 1970-01-01. */
  readonly day: number;
  readonly people: Range;
  /** Who reports it, if a column says so. */
  readonly source?: string | undefined;
}

/** What a series says next to each of its rows: the change since the row before, or all losses so far. */
export interface Course {
  readonly people: Range;
  /** Those killed so far; undefined if a row does not give them, and for the change since the row before. */
  readonly killed?: Range | undefined;
  /** Only for the change since the row before. */
  readonly perDay?: Pick<Range, "low" | "high">;
  /** Whether the total is certainly lower than before, because it was corrected or counts something else. */
  readonly isLower: boolean;
  /** Whether the row before has another source. */
  readonly isOfOtherSource?: boolean;
}

/**
 * The change of a running total between two days, the second being the later. The ends hold wherever each total lies
 * within its bounds: the smallest change is from the earlier high to the later low.
 */
export function changeBetween(before: Total, now: Total): Course {
  const people = difference(before.people, now.people);
  const days = Rational.of(now.day - before.day);
  return {
    people,
    perDay: { low: people.low.over(days), high: people.high.over(days) },
    isLower: !people.openHigh && people.high.compare(ZERO) < 0,
    isOfOtherSource: before.source !== now.source,
  };
}

/** Whether a row shows the change of a running total of which either end was hedged. */
export function hasApproximateChange(course: Course | undefined): boolean {
  return course?.perDay !== undefined && course.people.approximate === true;
}
