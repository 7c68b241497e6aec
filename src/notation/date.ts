import type { AsOf } from "../core/dates.ts";
import { refuse } from "../core/errors.ts";

export const DATE = /\d{4}(?:-\d{2}(?:-\d{2})?)?/;
const PARTS = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const MS_PER_DAY = 86_400_000;
const DAYS_IN_400_YEARS = 146_097;

/** Reads YYYY, YYYY-MM or YYYY-MM-DD, a day of the calendar. Throws InputError. */
export function parseDate(text: string): AsOf {
  const trimmed = text.trim();
  const parts = PARTS.exec(trimmed);
  const span = parts && spanOf(Number(parts[1]), maybe(parts[2]), maybe(parts[3]));
  if (!span) refuse({ code: "E-DATE", args: { found: trimmed }, text, start: 0, end: text.length });
  return { text: trimmed, ...span };
}

function maybe(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

/** First and last day; undefined for a day that the calendar does not have. */
function spanOf(year: number, month?: number, day?: number): Pick<AsOf, "from" | "to"> | undefined {
  if (month === undefined) return { from: dayNumber(year, 1, 1), to: dayNumber(year, 12, 31) };
  if (month < 1 || month > 12) return undefined;
  const first = dayNumber(year, month, 1);
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  if (day === undefined) return { from: first, to: next - 1 };
  const number = first + day - 1;
  return day >= 1 && number < next ? { from: number, to: number } : undefined;
}

/** Date.UTC takes a year below 100 for one of the 1900s; 400 years later the calendar is the same. */
function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year + 400, month - 1, day) / MS_PER_DAY - DAYS_IN_400_YEARS;
}
