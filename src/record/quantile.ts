import { Rational } from "../core/rational.ts";

/**
 * The value below which this many tenths of the values are, by linear interpolation between the two nearest. The values
 * must be in order, the lowest first, and there must be at least one.
 */
export function quantile(sorted: readonly Rational[], tenths: number): Rational {
  const place = Rational.of((sorted.length - 1) * tenths, 10);
  const below = Math.floor(place.toNumber());
  const [from, to] = [sorted[below]!, sorted[below + 1] ?? sorted[below]!];
  return from.plus(to.minus(from).times(place.minus(Rational.of(below))));
}
