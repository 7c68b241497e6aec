import { QUANTITIES } from "../core/quantities.ts";
import type { Range, Unit } from "../core/range.ts";
import { compact, decimal, type Print, people, percent } from "../notation/print.ts";

/** How the value of each unit is printed in a table. */
const PRINT: Record<Unit, Print> = {
  people,
  perKilled: decimal,
  share: percent,
  days: decimal,
  perDay: oneIfSmall,
  perThousand: decimal,
  amount: decimal,
  perUnit: oneIfSmall,
};

/** A rate in whole numbers from a thousand, below with one decimal; tiny ones with the digits that say something. */
function oneIfSmall(value: Parameters<Print>[0]): string {
  const size = Math.abs(Number(value));
  if (size >= 1000) return people(value);
  return size >= 10 ? trimmed(value.toFixed(1)) : decimal(value);
}

const trimmed = (digits: string) => digits.replace(/\.0$/, "");

/** The value of a quantity as a table prints it. */
export function printed(quantity: string, value: Range): string {
  return compact(value, PRINT[QUANTITIES.get(quantity)!.unit]);
}

export function printOf(quantity: string): Print {
  return PRINT[QUANTITIES.get(quantity)!.unit];
}
