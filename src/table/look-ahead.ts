import { collect } from "../core/errors.ts";
import type { DateColumn } from "./date-column.ts";
import { columnByName } from "./named-column.ts";
import type { SelectionPlan, TableInput } from "./plan.ts";
import type { ObjectRecords } from "./read/objects.ts";
import { feedRecords } from "./read/open.ts";
import { LONGEST } from "./read/records.ts";
import type { SeparatedRecords } from "./read/separated.ts";
import { RowSelection } from "./selection.ts";

/**
 * Holds back rows until the order of day and month in their dates is known, since a later row may show it. At most 8
 * MiB of rows are held, no matter how the input is split into chunks.
 */
export class LookAhead implements TableInput {
  /** What the loop has yet to do. */
  readonly #held: (() => void)[] = [];
  #isDone = false;
  /** The size of the rows that are held back, in bytes. */
  #size = 0;
  #selection: RowSelection | undefined;

  constructor(
    private readonly loop: TableInput,
    private readonly records: SeparatedRecords | ObjectRecords,
    private readonly dates: DateColumn,
    /** Which rows count: the dates of the others show nothing. */
    private readonly plan: SelectionPlan | undefined,
  ) {}

  begin(file: string, lines?: readonly number[], files?: readonly string[]): void {
    this.#pass(
      () => this.records.beginFile(lines),
      () => this.loop.begin(file, lines, files),
    );
  }

  feed(chunk: Uint8Array): void {
    // The caller overwrites its chunks, so we copy those that we may hold back.
    const kept = this.#isDone ? chunk : Buffer.from(chunk);
    this.#pass(
      () => {
        feedRecords(this.records, kept);
      },
      () => this.loop.feed(kept),
    );
  }

  finish(): void {
    this.#pass(
      () => this.records.finish(),
      () => this.loop.finish(),
    );
  }

  end(): void {
    this.#release();
    this.loop.end();
  }

  #pass(look: () => void, act: () => void): void {
    this.#held.push(act);
    // Mistakes are ignored here: the loop reports what is wrong with the table, after the rows before it.
    this.#isDone ||= collect([], () => this.#look(look)) ?? true;
    if (this.#isDone || !this.dates.isOpen) this.#release();
  }

  #release(): void {
    for (const act of this.#held.splice(0)) act();
  }

  /** Looks at the rows that are whole, and returns whether there is nothing more to look for. */
  #look(look: () => void): boolean {
    const { records, dates } = this;
    look();
    while (records.next()) {
      const column = columnByName(records, dates.name);
      if (column === undefined) return true;
      if (!records.fault && this.#isIncluded()) dates.observe(records.text(column), records.line);
      this.#size = dates.isOpen ? this.#size + records.end - records.start : 0;
      if (dates.isSettled || this.#size > LONGEST) return true;
    }
    return false;
  }

  #isIncluded(): boolean {
    const { plan, records } = this;
    if (plan) this.#selection ??= new RowSelection(records, plan);
    return this.#selection?.includes() ?? true;
  }
}
