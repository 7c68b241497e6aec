/** A whole number. Plain if all its digits fit, which is many times faster than a bigint. */
type WholeNumber = number | bigint;

/**
 * An exact fraction of two whole numbers, always in lowest terms.
 *
 * Counts, ratios and shares are calculated with these and rounded only when printed. So 7,000 × 2.3 is exactly 16,100,
 * and a number above 2^53 keeps its last digit.
 */
export class Rational {
  // Both are plain numbers if both fit, otherwise both are bigint. TypeScript's `private` instead of a #field, because
  // every result is a Rational and V8 creates #fields more slowly.
  private readonly n: WholeNumber;
  private readonly d: WholeNumber;

  private constructor(numerator: WholeNumber, denominator: WholeNumber) {
    this.n = numerator;
    this.d = denominator;
  }

  /** The fraction numerator ÷ denominator. Both must be whole, and the denominator above zero. */
  static of(numerator: WholeNumber, denominator: WholeNumber = 1): Rational {
    if (denominator <= 0) throw new RangeError("the denominator of a fraction must be above zero");
    if (Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)) {
      return Rational.small(numerator as number, denominator as number);
    }
    return Rational.large(BigInt(numerator), BigInt(denominator));
  }

  private static small(numerator: number, denominator: number): Rational {
    if (denominator === 1) return new Rational(numerator, 1);
    const divisor = gcd(Math.abs(numerator), denominator);
    return new Rational(numerator / divisor, denominator / divisor);
  }

  private static large(numerator: bigint, denominator: bigint): Rational {
    const divisor = greatestDivisor(numerator < 0n ? -numerator : numerator, denominator);
    const [n, d] = [numerator / divisor, denominator / divisor];
    const [plainN, plainD] = [fitting(n), fitting(d)];
    return typeof plainN === typeof plainD ? new Rational(plainN, plainD) : new Rational(n, d);
  }

  /** Reads plain decimal digits, "2.3" or "13800", exactly. */
  static decimal(digits: string): Rational {
    const dot = digits.indexOf(".");
    const numerator = dot < 0 ? digits : digits.slice(0, dot) + digits.slice(dot + 1);
    const places = dot < 0 ? 0 : numerator.length - dot;
    if (numerator.length <= 15) return Rational.small(Number(numerator), 10 ** places);
    return Rational.large(BigInt(numerator), 10n ** BigInt(places));
  }

  /** The denominator in lowest terms. */
  get denominator(): number | bigint {
    return this.d;
  }

  plus(other: Rational): Rational {
    const left = product(this.n, other.d);
    const right = product(other.n, this.d);
    return Rational.of(sum(left, right), product(this.d, other.d));
  }

  minus(other: Rational): Rational {
    const left = product(this.n, other.d);
    const right = product(other.n, this.d);
    return Rational.of(sum(left, product(right, -1)), product(this.d, other.d));
  }

  times(other: Rational): Rational {
    return Rational.of(product(this.n, other.n), product(this.d, other.d));
  }

  /** Divides by a fraction above zero; throws RangeError otherwise. */
  over(other: Rational): Rational {
    return Rational.of(product(this.n, other.d), product(this.d, other.n));
  }

  /** Below zero, zero or above zero if this is less than, equal to or more than the other. */
  compare(other: Rational): number {
    // Most values are whole.
    if (this.d === other.d) return this.n < other.n ? -1 : Number(this.n > other.n);
    const left = product(this.n, other.d);
    const right = product(other.n, this.d);
    return left < right ? -1 : Number(left > right);
  }

  equals(other: Rational): boolean {
    return this.n === other.n && this.d === other.d;
  }

  isWhole(): boolean {
    return this.d === 1 || this.d === 1n;
  }

  /** The greatest whole number that is not above this one. */
  floor(): Rational {
    return Rational.of(this.minus(HALF).round());
  }

  /** The least whole number that is not below this one. */
  ceiling(): Rational {
    return ZERO.minus(ZERO.minus(this).floor());
  }

  /** The nearest whole number, halves up. A bigint if a plain number would lose digits. */
  round(): WholeNumber {
    if (typeof this.n === "number") return rounded(this.n, this.d as number);
    const [n, d] = [BigInt(this.n), BigInt(this.d)];
    const doubled = 2n * n + d;
    const quotient = doubled / (2n * d);
    // BigInt division truncates towards zero. Below zero that is one too high, unless there is no remainder.
    return fitting(doubled < 0n && quotient * 2n * d !== doubled ? quotient - 1n : quotient);
  }

  /** Decimal digits with exactly N places, halves up. */
  toFixed(places: number): string {
    // Most values are whole people and need no arithmetic.
    if (this.d === 1) return places === 0 ? String(this.n) : `${this.n}.${"0".repeat(places)}`;
    const power = places <= 15 ? 10 ** places : 10n ** BigInt(places);
    const scaled = Rational.of(product(this.n, power), this.d).round();
    const sign = scaled < 0 ? "-" : "";
    const digits = (scaled < 0 ? -scaled : scaled).toString().padStart(places + 1, "0");
    if (places === 0) return sign + digits;
    return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }

  /** The nearest number that JavaScript can represent, for calculations that need no more precision. */
  toNumber(): number {
    return typeof this.n === "number" ? this.n / (this.d as number) : Number(this.toFixed(40));
  }

  valueOf(): number {
    return this.toNumber();
  }

  toJSON(): number {
    return this.toNumber();
  }

  toString(): string {
    return this.isWhole() ? `${this.n}` : `${this.n}/${this.d}`;
  }
}

export const ZERO = Rational.of(0);
export const ONE = Rational.of(1);
const HALF = Rational.of(1, 2);

export function least(values: readonly Rational[]): Rational {
  return values.reduce((a, b) => (a.compare(b) <= 0 ? a : b));
}

export function greatest(values: readonly Rational[]): Rational {
  return values.reduce((a, b) => (a.compare(b) >= 0 ? a : b));
}

/** A whole number as a plain number, if all of its digits fit. */
function fitting(value: bigint): WholeNumber {
  const plain = Number(value);
  return Number.isSafeInteger(plain) ? plain : value;
}

/**
 * If the exact product does not fit in a plain number, the rounded product does not either, so checking that is enough.
 */
function product(a: WholeNumber, b: WholeNumber): WholeNumber {
  if (typeof a === "number" && typeof b === "number") {
    const plain = a * b;
    if (Number.isSafeInteger(plain)) return plain;
  }
  return BigInt(a) * BigInt(b);
}

function sum(a: WholeNumber, b: WholeNumber): WholeNumber {
  if (typeof a === "number" && typeof b === "number") {
    const plain = a + b;
    if (Number.isSafeInteger(plain)) return plain;
  }
  return BigInt(a) + BigInt(b);
}

/** The nearest whole number, halves up. Uses the remainder, which is exact when a quotient would not be. */
function rounded(n: number, d: number): number {
  const rest = n % d;
  const towardsZero = (n - rest) / d;
  if (rest < 0) return 2 * rest < -d ? towardsZero - 1 : towardsZero;
  return 2 * rest >= d ? towardsZero + 1 : towardsZero;
}

export function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
