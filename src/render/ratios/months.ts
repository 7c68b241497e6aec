import type { Case } from "../../record/cases.ts";

const MONTHS = [
  ...(["January", "February", "March", "April", "May", "June"] as const),
  ...(["July", "August", "September", "October", "November", "December"] as const),
];

/** "July" of 7. */
export const monthName = (month: number): string => MONTHS[month - 1]!;

/** "June 1950 to July 1953", "February to March 1945", "July 1863"; undefined if no month is known. */
export function monthsOf({ startYear, startMonth, endYear, endMonth }: Case): string | undefined {
  if (startMonth === undefined && endMonth === undefined) return undefined;
  const isOneYear = startYear === endYear && startMonth !== undefined && endMonth !== undefined;
  const first = [startMonth && monthName(startMonth), isOneYear ? undefined : startYear];
  const last = [endMonth && monthName(endMonth), endYear];
  const text = (parts: readonly unknown[]) => parts.filter((part) => part !== undefined).join(" ");
  return isOneYear && startMonth === endMonth ? text(last) : [text(first), text(last)].filter(Boolean).join(" to ");
}
