import type { Range } from "./range.ts";
import { ONE, Rational, ZERO } from "./rational.ts";
import { Solution } from "./solve.ts";

/** How much narrower a result would be if one of its inputs were known exactly. */
export interface Narrowing {
  /** The quantity that is given as a range. */
  readonly of: string;
  /** The value that it is assumed to have: its best value, or else its midpoint. */
  readonly value: Rational;
  /** The part of the result's width that would disappear, 0 to 1. */
  readonly narrower: Rational;
}

/** A result that is a range, and the inputs that would make it narrower. */
export interface Width {
  readonly of: string;
  readonly by: readonly Narrowing[];
}

/** The results whose width may be explained. The first that is asked for and is a range is used. */
const RESULTS = ["days to go", "share", "others per killed", "balance", "out of action", "killed"];

/** Which inputs make a result wide, the most important first. For each, the others stay as they are. */
export function widthOf(solution: Solution, asked: readonly string[]): Width | undefined {
  const of = RESULTS.find((name) => {
    // A range that was given needs no explanation.
    const isAsked = (name === "share" || asked.includes(name)) && !solution.given.has(name);
    const value = isAsked ? solution.get(name) : undefined;
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
