/**
 * An exact fraction of two whole numbers, always in lowest terms.
 *
 * Counts, ratios and shares are computed with these and rounded only when printed, so that
 * 7,000 × 2.3 is 16,100 and a number above 2^53 keeps its last digit.
 */
export class Rational {
  readonly #n: bigint;
  readonly #d: bigint;

  private constructor(numerator: bigint, denominator: bigint) {
    const divisor = gcd(numerator, denominator);
    this.#n = numerator / divisor;
    this.#d = denominator / divisor;
  }

  /** The fraction numerator ÷ denominator; both whole, the denominator above zero. */
  static of(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
    const d = BigInt(denominator);
    if (d <= 0n) throw new RangeError("the denominator of a fraction must be above zero");
    return new Rational(BigInt(numerator), d);
  }

  /** Reads plain decimal digits, "2.3" or "13800", exactly. */
  static decimal(digits: string): Rational {
    const [whole = "", fraction = ""] = digits.split(".");
    return Rational.of(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
  }

  plus(other: Rational): Rational {
    return Rational.of(this.#n * other.#d + other.#n * this.#d, this.#d * other.#d);
  }

  minus(other: Rational): Rational {
    return Rational.of(this.#n * other.#d - other.#n * this.#d, this.#d * other.#d);
  }

  times(other: Rational): Rational {
    return Rational.of(this.#n * other.#n, this.#d * other.#d);
  }

  /** Divides by a fraction above zero; throws RangeError otherwise. */
  over(other: Rational): Rational {
    return Rational.of(this.#n * other.#d, this.#d * other.#n);
  }

  /** Below zero, zero or above zero, as this is less than, equal to or more than the other. */
  compare(other: Rational): number {
    const difference = this.#n * other.#d - other.#n * this.#d;
    return difference < 0n ? -1 : Number(difference > 0n);
  }

  equals(other: Rational): boolean {
    return this.compare(other) === 0;
  }

  isWhole(): boolean {
    return this.#d === 1n;
  }

  /** The nearest whole number, halves up. */
  round(): bigint {
    const doubled = 2n * this.#n + this.#d;
    const quotient = doubled / (2n * this.#d);
    // BigInt division cuts towards zero; below zero that is one too high, unless it comes out even.
    return doubled < 0n && quotient * 2n * this.#d !== doubled ? quotient - 1n : quotient;
  }

  /** Decimal digits with exactly so many places, halves up. */
  toFixed(places: number): string {
    const scaled = this.times(Rational.of(10n ** BigInt(places))).round();
    const sign = scaled < 0n ? "-" : "";
    const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, "0");
    if (places === 0) return sign + digits;
    return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }

  /** The nearest number that JavaScript can hold, for sums where that is near enough. */
  toNumber(): number {
    return Number(this.toFixed(40));
  }

  valueOf(): number {
    return this.toNumber();
  }

  toJSON(): number {
    return this.toNumber();
  }

  toString(): string {
    return this.#d === 1n ? `${this.#n}` : `${this.#n}/${this.#d}`;
  }
}

export const ZERO = Rational.of(0);
export const ONE = Rational.of(1);

export function least(values: readonly Rational[]): Rational {
  return values.reduce((a, b) => (a.compare(b) <= 0 ? a : b));
}

export function greatest(values: readonly Rational[]): Rational {
  return values.reduce((a, b) => (a.compare(b) >= 0 ? a : b));
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
