import type { Range } from "../core/range.ts";
import { Rational } from "../core/rational.ts";
import type { Course } from "./course.ts";
import { withGap } from "./gaps.ts";

/**
 * Adds up in billionths of a person, since the denominators of exact fractions would grow with every row. Even ten
 * million rows are then off by a hundredth of a person at most.
 */
class Sum {
  #low = 0n;
  #high = 0n;
  #openLow = false;
  #openHigh = false;
  #approximate = false;

  add({ low, high, openLow, openHigh, approximate }: Range): void {
    this.#low += billionths(low);
    this.#high += billionths(high);
    this.#openLow ||= openLow;
    this.#openHigh ||= openHigh;
    this.#approximate ||= approximate;
  }

  get range(): Range {
    const [low, high] = [Rational.of(this.#low, BILLION), Rational.of(this.#high, BILLION)];
    return { low, high, openLow: this.#openLow, openHigh: this.#openHigh, approximate: this.#approximate };
  }
}

const BILLION = 1_000_000_000;
const SCALE = Rational.of(BILLION);

function billionths(value: Rational): bigint {
  return BigInt(value.times(SCALE).round());
}

/** How the rows of a table were read, and what they add up to. */
export class Totals {
  rows = 0;
  /** Rows without a figure. */
  empty = 0;
  rejected = 0;
  /** Rows that were left out by their values. */
  leftOut = 0;
  /** Rows that were added to another row. */
  joined = 0;
  /** Rows of a running total that are certainly lower than the row before. */
  falls = 0;
  /** The line of the first of them, and whether one has another source than the row before. */
  firstFall: number | undefined;
  isFallOfSources = false;
  /** Rows that say how many were killed. The others only give casualties. */
  killedRows = 0;
  readonly #killed = new Sum();
  readonly #outOfAction = new Sum();
  /** How many rows have each caveat. */
  readonly caveats = new Map<string, number>();

  /** Rows with a result. */
  get computed(): number {
    return this.rows - this.empty - this.rejected - this.leftOut - this.joined;
  }

  /** At least those of the rows that say how many were killed. */
  get killed(): Range {
    return withGap(this.#killed.range, this.killedRows < this.rows - this.leftOut - this.joined);
  }

  /** At least those of the rows that have a figure and could be read. */
  get outOfAction(): Range {
    return withGap(this.#outOfAction.range, this.empty + this.rejected > 0);
  }

  add(killed: Range | undefined, outOfAction: Range): void {
    if (killed) {
      this.#killed.add(killed);
      this.killedRows += 1;
    }
    this.#outOfAction.add(outOfAction);
  }

  noteFall(course: Course | undefined, line: number): void {
    if (!course?.isLower) return;
    this.falls += 1;
    this.firstFall ??= line;
    this.isFallOfSources ||= course.isOfOtherSource === true;
  }

  /** Counts the codes of a row, which have spaces between them. */
  count(codes: string): void {
    if (codes !== "") for (const code of codes.split(" ")) this.caveats.set(code, (this.caveats.get(code) ?? 0) + 1);
  }
}
