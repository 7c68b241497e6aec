import { QUANTITIES } from "../core/quantities.ts";
import type { Range } from "../core/range.ts";
import { compact, type Print, RESULT } from "../notation/print.ts";

/** How the values of a quantity are printed. */
export function printOf(quantity: string): Print {
  return RESULT[QUANTITIES.get(quantity)!.unit];
}

/** The value of a quantity as a table prints it. */
export function printed(quantity: string, value: Range): string {
  return compact(value, printOf(quantity));
}
