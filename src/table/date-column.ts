import type { AsOf, DateOrder } from "../core/dates.ts";
import { defined } from "../core/defined.ts";
import { refuse } from "../core/errors.ts";
import { type DateReadings, dateIn, orderShown, readingsOf, withoutTime } from "../notation/date.ts";

/** If this many of the first values are all something else, the column does not hold days. */
const MOST_STRAYS = 100;

interface DateCell {
  readonly text: string;
  readonly line: number;
}

const YEAR_FIRST = /^\d{4}-\d\d-\d\d$/;

/** Dots show that the day comes first, but say nothing about dates with slashes or hyphens in the same column. */
type DateStyle = "dots" | "others";

/**
 * The days of a column. In 3/4/2022, either the day or the month may come first. The order is given, or else the first
 * date with only one reading shows it, and then it holds for the whole column.
 */
export class DateColumn {
  readonly #orders: Partial<Record<DateStyle, DateOrder>> = {};
  /** The dates that showed the orders. */
  readonly #shownBy: Partial<Record<DateStyle, string>> = {};
  /** The first date with two readings, and whether no day came before it. */
  #unclear: (DateCell & { readonly isFirst: boolean }) | undefined;
  #stray: DateCell | undefined;
  #strays = 0;
  #hasDay = false;

  constructor(
    readonly name: string,
    readonly given: DateOrder | undefined,
    /** Whether a month or a year is allowed instead of a day. */
    readonly hasSpans = false,
  ) {
    if (given) this.#orders = { dots: given, others: given };
  }

  /** Looks at a value before its row is calculated. */
  observe(text: string, line: number): void {
    const written = withoutTime(text.trim());
    // This form has only one reading, so it shows nothing new.
    if (written === "" || (this.#hasDay && YEAR_FIRST.test(written))) return;
    const readings = readingsOf(written);
    const shown = this.given ?? orderShown(readings);
    if (shown === "unclear") {
      this.#unclear ??= { text: written, line, isFirst: !this.#hasDay };
    } else if (this.#dayIn(readings, shown)) {
      this.#hasDay = true;
      if (shown) this.#settle(styleOf(readings), shown, written);
    } else {
      this.#stray ??= { text: written, line };
      this.#strays += 1;
    }
  }

  /** Whether later values can no longer change anything. */
  get isSettled(): boolean {
    return this.#hasDay ? this.#orders.others !== undefined : this.#hasStrays;
  }

  /** Whether the rows so far have to wait for a later row. */
  get isOpen(): boolean {
    return this.#unclear ? !this.#orders.others : !this.#hasDay && !this.#hasStrays;
  }

  /** Whether so many values are something else that the column does not hold days. */
  get #hasStrays(): boolean {
    return this.#strays >= MOST_STRAYS && !this.#unclear;
  }

  /**
   * Throws InputError if none of the values so far is a day, or if a date with two readings came before the first day
   * and its order is still unknown.
   */
  judge(): void {
    const { name: cell, given: order } = this;
    if (this.#unclear?.isFirst && !this.#orders.others) this.#refuseUnclear(this.#unclear);
    if (!this.#stray || this.#hasDay || this.#unclear) return;
    const { text: found, line } = this.#stray;
    // A number alone is not a date that lacks anything.
    const isShortYear = readingsOf(found).fault === "year" && /\d\W+\w+\W+\d/.test(found);
    const args = defined({ column: cell, found, order, isShortYear: isShortYear || undefined });
    refuse({ code: "E-DATES-NONE", args, at: { line, cell } });
  }

  /** Reads the day of a row; undefined if it is not a day. Throws InputError if its order is not that of the column. */
  read(text: string, line: number): AsOf | undefined {
    const written = withoutTime(text.trim());
    const readings = readingsOf(written);
    const style = styleOf(readings);
    const shown = this.given ?? orderShown(readings);
    const order = this.#orders[style];
    if (shown === "unclear") {
      if (!order) this.#refuseUnclear({ text: written, line });
    } else if (shown && !order) this.#settle(style, shown, written);
    else if (shown && shown !== order) {
      const args = { date: written, before: this.#shownBy[style] ?? "" };
      refuse({ code: "E-DATES-MIXED", args, at: { line, cell: this.name } });
    }
    return this.#dayIn(readings, this.#orders[style]);
  }

  /** The date in the order of its column, if it is a single day, or a span in a column that allows spans. */
  #dayIn(readings: DateReadings, order: DateOrder | undefined): AsOf | undefined {
    const date = dateIn(readings, order);
    return date && (this.hasSpans || date.from === date.to) ? date : undefined;
  }

  /** Throws InputError for a row whose value is not a day. */
  refuse(found: string): never {
    refuse({ code: "E-DATE-DAY", args: defined({ found, order: this.given }), at: { cell: this.name } });
  }

  #settle(style: DateStyle, order: DateOrder, shownBy: string): void {
    if (this.#orders[style]) return;
    this.#orders[style] = order;
    this.#shownBy[style] = shownBy;
  }

  #refuseUnclear({ text: found, line }: DateCell): never {
    const { dmy, mdy } = readingsOf(found);
    const args = { found, first: dmy!.text, second: mdy!.text };
    return refuse({ code: "E-DATES-UNCLEAR", args, at: { line, cell: this.name } });
  }
}

const styleOf = ({ dots }: DateReadings): DateStyle => (dots ? "dots" : "others");
