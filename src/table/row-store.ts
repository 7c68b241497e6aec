import { Numbers } from "./numbers.ts";

/** Rows are kept in blocks of this size, so that none has to be copied to make room for others. */
const BLOCK = 2 ** 20;

/** Rows as bytes, one after the other. As objects they would take ten times the memory. */
export class RowStore {
  /** How many bytes all rows have. */
  size = 0;
  readonly #blocks: Buffer[] = [];
  readonly #ends = new Numbers();

  /** Keeps a copy of a row, which gets the next number, from 0. */
  add(row: Uint8Array): void {
    for (let at = 0; at < row.length; ) {
      const from = this.size % BLOCK;
      const part = row.subarray(at, at + BLOCK - from);
      if (from === 0) this.#blocks.push(Buffer.allocUnsafeSlow(BLOCK));
      this.#blocks.at(-1)!.set(part, from);
      this.size += part.length;
      at += part.length;
    }
    this.#ends.push(this.size);
  }

  get(row: number): Buffer {
    const end = this.#ends.at(row);
    const parts: Buffer[] = [];
    for (let at = row === 0 ? 0 : this.#ends.at(row - 1); at < end; at += parts.at(-1)!.length) {
      const from = at % BLOCK;
      parts.push(this.#blocks[Math.floor(at / BLOCK)]!.subarray(from, from + end - at));
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  }
}
