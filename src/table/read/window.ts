const SIZE = 2 ** 19;

/**
 * The bytes that are being read. They share one buffer that is used again and again, so that memory does not grow with
 * the input.
 */
export class Window {
  #buffer = Buffer.allocUnsafeSlow(SIZE);
  #length = 0;

  /** Drops everything before an offset, adds a chunk after the rest, and returns both. */
  shift(from: number, chunk: Uint8Array): Buffer {
    const rest = Math.max(0, this.#length - from);
    const length = rest + chunk.length;
    if (length > this.#buffer.length) {
      const larger = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(length)));
      this.#buffer.copy(larger, 0, from, this.#length);
      this.#buffer = larger;
    } else if (rest > 0 && from > 0) this.#buffer.copyWithin(0, from, this.#length);
    this.#buffer.set(chunk, rest);
    this.#length = length;
    return this.#buffer.subarray(0, length);
  }

  clear(): Buffer {
    this.#length = 0;
    return this.#buffer.subarray(0, 0);
  }
}
