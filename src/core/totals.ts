import type { Range } from "./range.ts";
import { type Rational, ZERO } from "./rational.ts";

type Sum = Pick<Range, "low" | "high" | "openLow" | "openHigh">;

/** How the rows of a table came out, and what they add up to. */
export class Totals {
  rows = 0;
  /** Rows without a figure. */
  empty = 0;
  rejected = 0;
  killed: Sum = NOTHING;
  /** Rows that tell how many were killed; others tell only casualties. */
  killedRows = 0;
  outOfAction: Sum = NOTHING;
  /** In how many rows each caveat stands. */
  readonly caveats = new Map<string, number>();

  add(killed: Sum | undefined, outOfAction: Sum): void {
    if (killed) {
      this.killed = sum(this.killed, killed);
      this.killedRows += 1;
    }
    this.outOfAction = sum(this.outOfAction, outOfAction);
  }

  addExact(low: Rational, high: Rational, outLow: Rational, outHigh: Rational): void {
    this.add({ ...NOTHING, low, high }, { ...NOTHING, low: outLow, high: outHigh });
  }

  /** The codes of a row, with spaces between them. */
  count(codes: string): void {
    if (codes !== "") for (const code of codes.split(" ")) this.caveats.set(code, (this.caveats.get(code) ?? 0) + 1);
  }
}

const NOTHING: Sum = { low: ZERO, high: ZERO, openLow: false, openHigh: false };

function sum(a: Sum, b: Sum): Sum {
  return {
    low: a.low.plus(b.low),
    high: a.high.plus(b.high),
    openLow: a.openLow || b.openLow,
    openHigh: a.openHigh || b.openHigh,
  };
}
