import type { Problem } from "../core/errors.ts";
import { type JoinedRow, joinedLine } from "./joined-row.ts";
import type { RejectedRow, Rejects } from "./plan.ts";
import type { Totals } from "./totals.ts";

/** Takes rejected rows of the table of joined rows, and passes on the rows that each was joined from. */
export class JoinedRejects implements Rejects {
  #rows: readonly JoinedRow[] = [];
  #at = 0;
  #totals: Totals | undefined;

  constructor(private readonly rejects: Rejects) {}

  /** Begins the table of joined rows, which are rejected in this order. */
  begin(rows: readonly JoinedRow[], totals: Totals): void {
    this.#rows = rows;
    this.#totals = totals;
  }

  add(file: string, row: RejectedRow, problems: readonly Problem[]): void {
    const joined = this.#find(file, row);
    if (!joined) {
      this.rejects.add(file, row, problems);
      return;
    }
    const others = joined.rows.length - 1;
    this.#totals!.joined -= others;
    this.#totals!.rejected += others;
    this.addAll(joined, problems);
  }

  /** Passes on the rows that a row was joined from, each with its own line. */
  addAll({ rows }: JoinedRow, problems: readonly Problem[]): void {
    for (const { file, line, text } of rows) {
      const bytes = Buffer.from(text);
      this.rejects.add(file, { bytes, start: 0, end: bytes.length, line }, problems);
    }
  }

  #find(file: string, { bytes, start, end, line }: RejectedRow): JoinedRow | undefined {
    const text = bytes.toString("utf8", start, end);
    // Objects of a list may all be on one line.
    const isThis = (row: JoinedRow) =>
      row.first.line === line && row.first.file === file && joinedLine(row) === `${text}\n`;
    for (let at = this.#at; at < this.#rows.length; at += 1) {
      if (!isThis(this.#rows[at]!)) continue;
      this.#at = at + 1;
      return this.#rows[at];
    }
    return undefined;
  }
}
