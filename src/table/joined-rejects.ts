import type { Problem } from "../core/errors.ts";
import type { JoinedRows } from "./joined-rows.ts";
import type { RejectedRow, Rejects } from "./plan.ts";
import type { Totals } from "./totals.ts";

/** Takes rejected rows of the table of joined rows, and passes on the rows that each was joined from. */
export class JoinedRejects implements Rejects {
  #rows: JoinedRows | undefined;
  /** The first row of each joined row, in the order in which they are fed. */
  #firsts: readonly number[] = [];
  #at = 0;
  #totals: Totals | undefined;

  constructor(private readonly rejects: Rejects) {}

  /** Begins the table of joined rows, which are rejected in this order. */
  begin(rows: JoinedRows, firsts: readonly number[], totals: Totals): void {
    this.#rows = rows;
    this.#firsts = firsts;
    this.#totals = totals;
  }

  add(file: string, row: RejectedRow, problems: readonly Problem[]): void {
    const first = this.#find(file, row);
    if (first === undefined) {
      this.rejects.add(file, row, problems);
      return;
    }
    const others = this.#rows!.group(first).length - 1;
    this.#totals!.joined -= others;
    this.#totals!.rejected += others;
    this.addAll(this.#rows!, first, problems);
  }

  /** Passes on the rows that a row was joined from, each with its own line. */
  addAll(rows: JoinedRows, first: number, problems: readonly Problem[]): void {
    for (const row of rows.group(first)) {
      const bytes = rows.bytesOf(row);
      this.rejects.add(rows.fileOf(row), { bytes, start: 0, end: bytes.length, line: rows.lineOf(row) }, problems);
    }
  }

  #find(file: string, { bytes, start, end, line }: RejectedRow): number | undefined {
    const rows = this.#rows;
    const text = bytes.toString("utf8", start, end);
    // Objects of a list may all be on one line.
    const isThis = (first: number) =>
      rows!.lineOf(first) === line && rows!.fileOf(first) === file && rows!.joined(first).line === `${text}\n`;
    for (let at = this.#at; at < this.#firsts.length; at += 1) {
      if (!isThis(this.#firsts[at]!)) continue;
      this.#at = at + 1;
      return this.#firsts[at];
    }
    return undefined;
  }
}
