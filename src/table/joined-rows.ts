import { type CellRules, type GivenRow, JoinedRow } from "./joined-row.ts";
import { Numbers } from "./numbers.ts";
import type { RejectedRow } from "./plan.ts";
import { RowStore } from "./row-store.ts";

/**
 * Rows by their key. They are kept as bytes, and are read again when those with the same key are joined. Each of these
 * groups is known by the number of its first row.
 */
export class JoinedRows {
  /** The first row of each group, in the order of the table. */
  readonly firsts: number[] = [];
  readonly #rows = new RowStore();
  readonly #lines = new Numbers();
  /** The files, and the first row of each. */
  readonly #files: { readonly file: string; readonly from: number }[] = [];
  /** For each row, the next one with the same key; 0 if there is none. */
  readonly #next = new Numbers();
  readonly #lastOf = new Map<string, number>();

  constructor(
    private readonly rules: CellRules,
    /** What a row gives. */
    private readonly read: (row: Buffer) => Omit<GivenRow, "file" | "line">,
  ) {}

  /** How many bytes all rows have. */
  get size(): number {
    return this.#rows.size;
  }

  /** Adds a row, and returns whether there was one with its key. A row without a key belongs to no other. */
  add(file: string, { bytes, start, end, line }: RejectedRow, key: string | undefined): boolean {
    const row = this.#lines.length;
    if (this.#files.at(-1)?.file !== file) this.#files.push({ file, from: row });
    this.#rows.add(bytes.subarray(start, end));
    this.#lines.push(line);
    this.#next.push(0);
    const last = key === undefined ? undefined : this.#lastOf.get(key);
    if (key !== undefined) this.#lastOf.set(key, row);
    if (last === undefined) this.firsts.push(row);
    else this.#next.set(last, row);
    return last !== undefined;
  }

  lineOf(row: number): number {
    return this.#lines.at(row);
  }

  fileOf(row: number): string {
    return this.#files.findLast(({ from }) => from <= row)!.file;
  }

  bytesOf(row: number): Buffer {
    return this.#rows.get(row);
  }

  /** The rows of a group. */
  group(first: number): number[] {
    const rows = [first];
    for (let row = this.#next.at(first); row > 0; row = this.#next.at(row)) rows.push(row);
    return rows;
  }

  /** The files that the rows of a group are in. */
  filesOf(first: number): string[] {
    return [...new Set(this.group(first).map((row) => this.fileOf(row)))];
  }

  joined(first: number): JoinedRow {
    const joined = new JoinedRow(this.rules);
    for (const row of this.group(first)) {
      joined.add({ file: this.fileOf(row), line: this.lineOf(row), ...this.read(this.bytesOf(row)) });
    }
    return joined;
  }
}
