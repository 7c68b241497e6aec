import {
  bounded,
  type Direction,
  directionsIn,
  evaluate,
  type Formula,
  formulaText,
  namesIn,
  withoutBounds,
} from "./formula.ts";
import { QUANTITIES } from "./quantities.ts";
import { type Derivation, type Input, isExact, type Range, type RangeEnd, type Unit } from "./range.ts";
import { Rational, ZERO } from "./rational.ts";

/** One value for each input. */
type Corner = ReadonlyMap<string, Rational>;

/**
 * Applies a formula that is monotone in each of its quantities as long as the others stay the same. If the direction of
 * a quantity depends on the others, both of its ends are tried.
 *
 * The low end is the result with every input at the end that pushes the result down, so an input that occurs twice has
 * the same value in both places. The ends therefore hold for every combination of inputs. They are reached only if all
 * inputs err in the same direction, and say nothing about how likely that is. Throws RangeError if the formula may
 * divide by zero.
 */
export function derive(of: string, formula: Formula, rangeOf: (name: string) => Range): Derivation {
  const quantity = QUANTITIES.get(of)!;
  const { shown, directions: plainDirections, text } = formulaInfo(formula);
  const ranges = new Map<string, Range>();
  for (const name of shown.keys()) ranges.set(name, rangeOf(name));
  const all = [...ranges.values()];
  const isSigned = all.some(({ low }) => low.compare(ZERO) < 0);
  const directions = isSigned
    ? directionsIn(formula, (name) => ranges.get(name)!.low.compare(ZERO) < 0)
    : plainDirections;
  const at = (corner: Corner) =>
    bounded(
      evaluate(formula, (name) => corner.get(name)!),
      quantity,
    );
  const corners = cornersOf(ranges, directions, at);
  const low = at(corners.low);
  const high = all.every(isSingle) ? low : at(corners.high);
  const isAnyOpen = all.some(({ openLow, openHigh }) => openLow || openHigh);
  const value: Range = {
    low,
    best: hasBest(all) ? at(new Map([...ranges].map(([name, value]) => [name, value.best ?? value.low]))) : undefined,
    high,
    openLow:
      isAnyOpen && isOpen(ranges, corners.low, (corner) => at(corner).compare(low) < 0, isBound(low, quantity.most)),
    openHigh:
      isAnyOpen &&
      isOpen(ranges, corners.high, (corner) => at(corner).compare(high) > 0, isBound(high, quantity.least)),
    approximate: all.some(({ approximate }) => approximate),
  };
  const inputs = () =>
    Object.fromEntries(
      [...ranges].map(([name, value]) => [shown.get(name)!, inputOf(name, value, directions.get(name)!, corners, at)]),
    );
  const unbounded = (end: RangeEnd) => {
    if (end === "best") return undefined;
    const free = evaluate(withoutBounds(formula), (name) => corners[end].get(name)!);
    return free.equals(value[end]) ? undefined : free;
  };
  return new Derived(of, quantity.unit, text, value, inputs, unbounded);
}

/**
 * Most results are never explained, so their inputs are calculated on demand. This is a class because an object with
 * its own getter is slow to create.
 */
class Derived implements Derivation {
  constructor(
    readonly of: string,
    readonly unit: Unit,
    readonly formula: string,
    readonly value: Range,
    private readonly makeInputs: () => Record<string, Input>,
    readonly unbounded: (end: RangeEnd) => Rational | undefined,
  ) {}

  get inputs(): Record<string, Input> {
    return this.makeInputs();
  }
}

const isSingle = ({ low, high }: Range) => low === high || low.equals(high);

/** What a formula says before any number is known. */
interface FormulaInfo {
  readonly shown: ReadonlyMap<string, string>;
  readonly directions: ReadonlyMap<string, Direction>;
  readonly text: string;
}

/** Cached because every row of a table uses the same formulas. */
const FORMULA_INFO = new WeakMap<Formula, FormulaInfo>();

function formulaInfo(formula: Formula): FormulaInfo {
  const known = FORMULA_INFO.get(formula);
  if (known) return known;
  const shown = namesIn(formula);
  const info = { shown, directions: directionsIn(formula, () => false), text: formulaText(formula, shown) };
  FORMULA_INFO.set(formula, info);
  return info;
}

interface Corners {
  readonly low: Corner;
  readonly high: Corner;
}

/** The inputs at which the result reaches its ends. An input without a fixed direction is tried at both of its ends. */
function cornersOf(
  ranges: ReadonlyMap<string, Range>,
  directions: ReadonlyMap<string, Direction>,
  at: (corner: Corner) => Rational,
): Corners {
  const corner = (end: "low" | "high") => {
    const values = new Map<string, Rational>();
    for (const [name, { low, high }] of ranges) {
      values.set(name, (end === "low") === (directions.get(name) !== "falls") ? low : high);
    }
    return values;
  };
  const tried = [...ranges].filter(([name, { low, high }]) => directions.get(name) === "either" && !low.equals(high));
  if (tried.length === 0) return { low: corner("low"), high: corner("high") };
  const all = (from: Corner) =>
    tried.reduce<Corner[]>(
      (corners, [name, { low, high }]) =>
        corners.flatMap((corner) => [low, high].map((end) => new Map([...corner, [name, end]]))),
      [from],
    );
  return {
    low: all(corner("low")).reduce((a, b) => (at(b).compare(at(a)) < 0 ? b : a)),
    high: all(corner("high")).reduce((a, b) => (at(b).compare(at(a)) > 0 ? b : a)),
  };
}

const isBound = (value: Rational, bound: Rational | undefined) => bound?.equals(value) ?? false;

/**
 * Whether an input is at an open end that would push the result further. A result that was set to its bound only moves
 * when the input has come far enough.
 */
function isOpen(
  ranges: ReadonlyMap<string, Range>,
  corner: Corner,
  isBeyond: (corner: Corner) => boolean,
  isBounded: boolean,
): boolean {
  const step = isBounded ? FAR : NEAR;
  for (const [name, { low, high, openLow, openHigh }] of ranges) {
    const value = corner.get(name)!;
    const isMoved = (moved: Rational) => isBeyond(new Map([...corner, [name, moved]]));
    if (openLow && value.equals(low) && isMoved(below(value, step))) return true;
    if (openHigh && value.equals(high) && isMoved(value.plus(step.sum))) return true;
  }
  return false;
}

interface Step {
  readonly sum: Rational;
  readonly factor: Rational;
}

/** Far enough to see in which direction a result moves. */
const NEAR: Step = { sum: Rational.of(1, 1000), factor: Rational.of(999, 1000) };
/** Further than any number that can be given. */
const FAR: Step = { sum: Rational.of(10n ** 18n), factor: Rational.of(1n, 10n ** 18n) };

/** A lower value. One above zero stays above zero. */
function below(value: Rational, { sum, factor }: Step): Rational {
  return value.compare(ZERO) > 0 ? value.times(factor) : value.minus(sum);
}

/**
 * An input with the direction in which it pushes the result. Includes its values at the ends of the result if the
 * direction is not fixed.
 */
function inputOf(
  name: string,
  value: Range,
  direction: Direction,
  { low, high }: Corners,
  at: (corner: Corner) => Rational,
): Input {
  const { unit } = QUANTITIES.get(name)!;
  if (direction === "rises") return { value, unit };
  if (direction === "falls") return { value, unit, inverse: true };
  const [first, last] = [low.get(name)!, high.get(name)!];
  if (value.low.equals(value.high)) {
    const more = at(new Map([...low, [name, first.plus(NEAR.sum)]]));
    return more.compare(at(low)) < 0 ? { value, unit, inverse: true } : { value, unit };
  }
  if (first.equals(value.low) && last.equals(value.high)) return { value, unit };
  return first.equals(value.high) && last.equals(value.low)
    ? { value, unit, inverse: true }
    : { value, unit, at: { low: first, high: last } };
}

/**
 * A result has a best value if at least one input has one and every other input has one or is a single closed number.
 */
function hasBest(inputs: readonly Range[]): boolean {
  return inputs.some(({ best }) => best) && inputs.every((value) => value.best ?? isExact(value));
}
