import type { Case } from "../../record/cases.ts";
import { monthName } from "../date-words.ts";

/** "June 1950 to July 1953", "February to March 1945", "July 1863"; undefined if no month is known. */
export function monthsOf({ startYear, startMonth, endYear, endMonth }: Case): string | undefined {
  if (startMonth === undefined && endMonth === undefined) return undefined;
  const isOneYear = startYear === endYear && startMonth !== undefined && endMonth !== undefined;
  const first = [startMonth && monthName(startMonth), isOneYear ? undefined : startYear];
  const last = [endMonth && monthName(endMonth), endYear];
  const text = (parts: readonly unknown[]) => parts.filter((part) => part !== undefined).join(" ");
  return isOneYear && startMonth === endMonth ? text(last) : [text(first), text(last)].filter(Boolean).join(" to ");
}
