const SIZE = 2 ** 18;
const [ZERO, DOT] = [48, 46];
/** For fewer bytes than this, and most rows and cells have fewer, a loop is faster than a call. */
const SHORT = 48;
/** At least as many digits as the largest plain number has. */
const MOST_DIGITS = 20;
const MILLIONTHS = 1_000_000;
/** Numbers up to here are exact, and so is the sum of any two. */
const LARGEST = 2 ** 52;

/** Collects bytes and passes them on in large pieces, which it overwrites afterwards. */
export class ByteWriter {
  #bytes = Buffer.allocUnsafeSlow(SIZE);
  #used = 0;
  readonly #send: (bytes: Uint8Array) => void;

  constructor(send: (bytes: Uint8Array) => void) {
    this.#send = send;
  }

  flush(): void {
    if (this.#used > 0) this.#send(this.#bytes.subarray(0, this.#used));
    this.#used = 0;
  }

  /** Writes one ASCII character. */
  byte(code: number): void {
    if (this.#used === SIZE) this.flush();
    this.#bytes[this.#used] = code;
    this.#used += 1;
  }

  text(text: string): void {
    if (text === "") return;
    if (text.length * 3 > SIZE) {
      this.copy(Buffer.from(text), 0);
      return;
    }
    this.#reserve(text.length * 3);
    if (text.length >= SHORT || !this.#short(text)) this.#used += this.#bytes.write(text, this.#used);
  }

  /** Writes a few characters, for which a loop is faster than a call. False if one of them is not ASCII. */
  #short(text: string): boolean {
    const bytes = this.#bytes;
    const start = this.#used;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 127) return false;
      bytes[start + at] = code;
    }
    this.#used = start + text.length;
    return true;
  }

  copy(from: Uint8Array, start: number, end = from.length): void {
    const length = end - start;
    if (length > SIZE) {
      this.flush();
      this.#send(from.subarray(start, end));
      return;
    }
    this.#reserve(length);
    if (length < SHORT) {
      const bytes = this.#bytes;
      for (let at = start, to = this.#used; at < end; at += 1, to += 1) bytes[to] = from[at]!;
    } else this.#bytes.set(from.subarray(start, end), this.#used);
    this.#used += length;
  }

  /** Writes a whole number from zero up to 2^53. */
  whole(value: number): void {
    this.#reserve(MOST_DIGITS);
    let length = 1;
    for (let power = 10; power <= value; power *= 10) length += 1;
    this.#digits(value, length);
  }

  /** Writes numerator ÷ denominator in whole people, halves up; see quotient(). */
  people(numerator: number, denominator: number): void {
    this.whole(denominator === 1 ? numerator : quotient(numerator, denominator));
  }

  /** Writes numerator ÷ denominator with six decimals, halves up; see quotient(). */
  share(numerator: number, denominator: number): void {
    const product = numerator * MILLIONTHS;
    const millionths =
      product <= LARGEST ? quotient(product, denominator) : largeQuotient(BigInt(numerator) * 1_000_000n, denominator);
    const whole = Math.floor(millionths / MILLIONTHS);
    this.whole(whole);
    this.#reserve(MOST_DIGITS);
    this.#bytes[this.#used] = DOT;
    this.#used += 1;
    this.#digits(millionths - whole * MILLIONTHS, 6);
  }

  #digits(value: number, length: number): void {
    const bytes = this.#bytes;
    let at = this.#used + length;
    this.#used = at;
    let rest = value;
    while (rest > 0x7fffffff) {
      const tenth = Math.floor(rest / 10);
      at -= 1;
      bytes[at] = ZERO + (rest - tenth * 10);
      rest = tenth;
    }
    // Now it is small enough for 32-bit arithmetic, which is the fastest.
    let small = rest | 0;
    while (at > this.#used - length) {
      const tenth = (small / 10) | 0;
      at -= 1;
      bytes[at] = ZERO + (small - tenth * 10);
      small = tenth;
    }
  }

  #reserve(length: number): void {
    if (this.#used + length > SIZE) this.flush();
  }
}

/** The same for a numerator above 2^52. No share has that many millionths. */
function largeQuotient(numerator: bigint, denominator: number): number {
  const whole = BigInt(denominator);
  return Number((2n * numerator + whole) / (2n * whole));
}

/**
 * The nearest whole number to a quotient of whole numbers up to 2^52, halves up. The division may be off by one because
 * it is rounded, but the remainder is exact and shows it.
 */
function quotient(numerator: number, denominator: number): number {
  let whole = Math.floor(numerator / denominator);
  let rest = numerator - whole * denominator;
  if (rest < 0) {
    whole -= 1;
    rest += denominator;
  }
  return 2 * rest >= denominator ? whole + 1 : whole;
}
