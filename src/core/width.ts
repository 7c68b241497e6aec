import type { Range } from "./range.ts";
import { ONE, Rational, ZERO } from "./rational.ts";
import { Solution } from "./solve.ts";

/** What a result would gain if one of its inputs were known exactly. */
export interface Narrowing {
  /** The quantity that is given as a range. */
  readonly of: string;
  /** The value that it is taken to have: its best, or else the middle of it. */
  readonly value: Rational;
  /** The part of the result's width that is gone, 0 to 1. */
  readonly narrower: Rational;
}

/** A result that is a range, and what would make it narrower. */
export interface Width {
  readonly of: string;
  readonly by: readonly Narrowing[];
}

/** The results whose width may be asked for: the first that is asked for, and is a range. */
const RESULTS = ["days to go", "share", "others per killed", "balance", "out of action", "killed"];

/** Which inputs make a result wide, the one that matters most first; all others stay as they are. */
export function widthOf(solution: Solution, asked: readonly string[]): Width | undefined {
  const of = RESULTS.find((name) => {
    const value = name === "share" || asked.includes(name) ? solution.get(name) : undefined;
    return value && spanOf(value).compare(ZERO) > 0;
  });
  if (of === undefined) return undefined;
  const width = spanOf(solution.get(of)!);
  const by = [...solution.given].flatMap(([name, { value, rank }]): Narrowing[] => {
    if (value.low.equals(value.high)) return [];
    const exactly = value.best ?? value.low.plus(value.high).over(TWO);
    const known = { ...value, low: exactly, best: undefined, high: exactly };
    const narrow = new Solution(new Map([...solution.given, [name, { value: known, rank }]])).get(of);
    const narrower = narrow && ONE.minus(spanOf(narrow).over(width));
    return narrower && !narrower.equals(ZERO) ? [{ of: name, value: exactly, narrower }] : [];
  });
  return { of, by: by.sort((a, b) => b.narrower.compare(a.narrower)) };
}

const TWO = Rational.of(2);

function spanOf({ low, high }: Range): Rational {
  return high.minus(low);
}
