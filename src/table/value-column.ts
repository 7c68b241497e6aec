import { suggest } from "../core/suggest.ts";
import { type ColumnMeanings, plainValue, type ValuesOption } from "./column-values.ts";
import { columnFor } from "./named-column.ts";
import type { Column, RowCells } from "./read/records.ts";

/** A value that an option names and no row has. */
export interface UnseenValue {
  readonly option: ValuesOption;
  readonly column: string;
  readonly value: string;
  /** The value of a row that may have been meant. */
  readonly suggestion: string | undefined;
}

/** Columns with more values than this hold no kinds of rows, but names or numbers. */
const MOST_VALUES = 1000;

/** Looks up what the cells of one column mean, and remembers which values it has not seen. */
export class ValueColumn<T> {
  readonly #column: Column;
  readonly #unseen: Set<string>;
  /** Other values of the column. */
  readonly #others = new Map<string, string>();

  /** Throws InputError if there is no such column. */
  constructor(
    private readonly records: RowCells,
    readonly asked: ColumnMeanings<T>,
  ) {
    this.#column = columnFor(asked.option, asked.column, records);
    this.#unseen = new Set(asked.meanings.keys());
  }

  /** The cell as it is written. */
  get text(): string {
    return this.records.text(this.#column).trim();
  }

  /** What the value of the current row means; undefined if the option does not name it. */
  read(): T | undefined {
    const { text } = this;
    const value = plainValue(text);
    const found = this.asked.meanings.get(value);
    if (found) this.#unseen.delete(value);
    else if (this.#unseen.size > 0 && this.#others.size < MOST_VALUES) this.#others.set(value, text);
    return found?.meaning;
  }

  /** The values that no row has; none if the options before this one left out every row. */
  get unseen(): UnseenValue[] {
    if (this.#others.size === 0 && this.#unseen.size === this.asked.meanings.size) return [];
    const { option, column, meanings } = this.asked;
    return [...this.#unseen].map((plain) => {
      const like = suggest(plain, [...this.#others.keys()]);
      const suggestion = like === undefined ? undefined : this.#others.get(like);
      return { option, column, value: meanings.get(plain)!.written, suggestion };
    });
  }
}
