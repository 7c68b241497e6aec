import { directionsIn, evaluate, type Formula, formulaText, namesIn } from "./formula.ts";
import { QUANTITIES, type Quantity } from "./quantities.ts";
import { type Derivation, type End, type Input, inputAt, isExact, type Range } from "./range.ts";
import { Rational, ZERO } from "./rational.ts";

/**
 * Applies a formula that is monotone in each of its quantities.
 *
 * The low end is reached where every input is at the end that pushes the result down, so
 * an input that occurs twice has one value in both places. The ends therefore hold for every
 * combination of inputs, are reached only when all inputs err the same way, and say nothing
 * about how likely that is. Throws RangeError where the formula may divide by zero.
 */
export function derive(of: string, formula: Formula, ranges: (name: string) => Range): Derivation {
  const quantity = QUANTITIES.get(of)!;
  const inputs = turned(formula, inputsOf(formula, ranges));
  const at = (end: End) => evaluate(formula, (name) => inputAt(inputs.get(name)!, end));
  const all = [...inputs.values()];
  const shown = namesIn(formula);
  return {
    of,
    unit: quantity.unit,
    formula: formulaText(formula, shown),
    inputs: Object.fromEntries([...inputs].map(([name, input]) => [shown.get(name)!, input])),
    value: within(quantity, {
      low: at("low"),
      best: hasBest(all) ? at("best") : undefined,
      high: at("high"),
      openLow: all.some(({ value, falls }) => (falls ? value.openHigh : value.openLow)),
      openHigh: all.some(({ value, falls }) => (falls ? value.openLow : value.openHigh)),
      approximate: all.some(({ value }) => value.approximate),
    }),
  };
}

/** The inputs of a formula by their names, each with the way in which it pushes the result. */
function inputsOf(formula: Formula, ranges: (name: string) => Range): Map<string, Input> {
  const inputs = new Map<string, Input>();
  const directions = [...directionsIn(formula)];
  for (const [name, direction] of directions) inputs.set(name, inputOf(name, ranges(name), direction === "falls"));
  for (const [name, direction] of directions) {
    if (direction === "either") inputs.set(name, inputOf(name, ranges(name), falls(formula, name, inputs)));
  }
  return inputs;
}

/**
 * A factor below zero turns the directions of the others round, so every combination of ends is tried.
 */
function turned(formula: Formula, inputs: Map<string, Input>): Map<string, Input> {
  if (![...inputs.values()].some(({ value }) => value.low.compare(ZERO) < 0)) return inputs;
  const corners = [...inputs].reduce<ReadonlyMap<string, Rational>[]>(
    (all, [name, { value }]) => {
      const ends = value.low.equals(value.high) ? [value.low] : [value.low, value.high];
      return all.flatMap((corner) => ends.map((end) => new Map([...corner, [name, end]])));
    },
    [new Map()],
  );
  const results = corners.map((corner) => ({ corner, result: evaluate(formula, (name) => corner.get(name)!) }));
  const lowest = results.reduce((a, b) => (b.result.compare(a.result) < 0 ? b : a)).corner;
  const highest = results.reduce((a, b) => (b.result.compare(a.result) > 0 ? b : a)).corner;
  const at = (name: string) => ({ low: lowest.get(name)!, high: highest.get(name)! });
  return new Map([...inputs].map(([name, input]) => [name, { ...input, at: at(name) }]));
}

function inputOf(name: string, value: Range, falls: boolean): Input {
  const { unit } = QUANTITIES.get(name)!;
  return falls ? { value, unit, falls } : { value, unit };
}

/**
 * Whether a quantity that occurs in a formula twice pushes it down: tried at both ends of the others, since at one of
 * them it may make no difference.
 */
function falls(formula: Formula, name: string, inputs: ReadonlyMap<string, Input>): boolean {
  const { low, high } = inputs.get(name)!.value;
  const more = low.equals(high) ? low.plus(STEP) : high;
  return (["low", "high"] as const).some((end) => {
    const at = (value: Rational) =>
      evaluate(formula, (other) => (other === name ? value : inputAt(inputs.get(other)!, end)));
    return at(more).compare(at(low)) < 0;
  });
}

/** Far enough from an exact number to see which way a result goes. */
const STEP = Rational.of(1, 1000);

/** A result has a best if an input has one and every other has one or is a single closed number. */
function hasBest(inputs: readonly Input[]): boolean {
  return inputs.some(({ value }) => value.best) && inputs.every(({ value }) => value.best ?? isExact(value));
}

/** An end beyond what the quantity can be is set to that bound, and closed. */
function within({ least, most }: Quantity, range: Range): Range {
  const isBelow = least !== undefined && range.low.compare(least) < 0;
  const isAbove = most !== undefined && range.high.compare(most) > 0;
  if (!isBelow && !isAbove) return range;
  const kept = (value: Rational) => {
    if (least && value.compare(least) < 0) return least;
    return most && value.compare(most) > 0 ? most : value;
  };
  return {
    ...range,
    low: kept(range.low),
    best: range.best && kept(range.best),
    high: kept(range.high),
    openLow: range.openLow && !isBelow,
    openHigh: range.openHigh && !isAbove,
  };
}
