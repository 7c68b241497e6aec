import type { DateOrder } from "../core/dates.ts";
import type { Kind } from "../core/inputs.ts";
import { dateIn, orderShown, readingsOf, withoutTime } from "../notation/date.ts";
import { plainValue } from "./column-values.ts";
import { columnFor } from "./named-column.ts";
import type { JoinPlan } from "./plan.ts";
import type { Column, RowCells } from "./read/records.ts";

/** Says which rows belong together. */
export class JoinKey {
  readonly #columns: readonly Column[];
  readonly #order: DateOrder | undefined;

  /** Throws InputError if there is no such column. */
  constructor(
    private readonly records: RowCells,
    { keys, order }: JoinPlan,
  ) {
    this.#columns = keys.map((key) => columnFor("--join", key, records));
    this.#order = order;
  }

  /**
   * The key of the current row, whose source is of that kind: those of different kinds are not one source. Undefined if
   * a part of it is empty, since two unknown values may differ.
   */
  read(kind: Kind | undefined): string | undefined {
    const parts = this.#columns.map((column) => plainCell(this.records.text(column), this.#order));
    return parts.includes("") ? undefined : JSON.stringify([kind, ...parts]);
  }
}

/**
 * A cell as it is compared: a date as its day, or as both days if the day or the month may come first, and any other
 * text ignoring case.
 */
export function plainCell(text: string, order: DateOrder | undefined): string {
  const readings = readingsOf(withoutTime(text.trim()));
  const { dmy, mdy } = readings;
  if (!order && orderShown(readings) === "unclear") return `day ${dmy!.from} or ${mdy!.from}`;
  const date = dateIn(readings, order);
  return date && date.from === date.to ? `day ${date.from}` : plainValue(text);
}
