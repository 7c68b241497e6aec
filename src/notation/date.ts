import type { AsOf, DateFault, DateOrder } from "../core/dates.ts";
import { refuse } from "../core/errors.ts";

/** What a text means if it is read as a date. */
export interface DateReadings {
  /** The date, if it does not depend on the order of day and month. */
  readonly date?: AsOf | undefined;
  /** What two numbers before a year mean with the day first, and with the month first. */
  readonly dmy?: AsOf | undefined;
  readonly mdy?: AsOf | undefined;
  /** Whether dots separate the numbers, which is usual with the day first. */
  readonly dots?: boolean;
  /** Why it is not a date. */
  readonly fault?: DateFault;
}

/**
 * Reads a day, a month or a year in any usual form: 2022-03-16, 16 March 2022, 16.03.2022. If no
 * order is given, 3/4/2022 is refused with both readings. Throws InputError.
 */
export function parseDate(text: string, { order }: { readonly order?: DateOrder | undefined } = {}): AsOf {
  const found = text.trim();
  const readings = readingsOf(found);
  const date = dateIn(readings, order);
  if (date) return date;
  const place = { text, start: 0, end: text.length };
  const { dmy, mdy, fault: because = "calendar" } = readings;
  if (dmy && mdy && !order) {
    const [first, second] = [dmy.text, mdy.text];
    refuse({ code: "E-DATE-AMBIGUOUS", args: { first, second }, ...place, tries: [first, second] });
  }
  const day = dateIn(readingsOf(withoutTime(found)), order);
  return refuse({ code: "E-DATE", args: { found, because }, ...place, tries: day ? [day.text] : [] });
}

/** The date that is meant, if the order is known or makes no difference. */
export function dateIn(readings: DateReadings, given?: DateOrder): AsOf | undefined {
  const order = given ?? orderShown(readings) ?? "dmy";
  return readings.date ?? (order === "dmy" || order === "mdy" ? readings[order] : undefined);
}

/** The order that a date is in: "unclear" if both are possible, undefined if it makes no difference. */
export function orderShown({ dmy, mdy, dots }: DateReadings): "dmy" | "mdy" | "unclear" | undefined {
  if (!dmy || !mdy) return dmy ? "dmy" : mdy && "mdy";
  if (dmy.from === mdy.from) return undefined;
  return dots ? "dmy" : "unclear";
}

const TIME =
  /(?:[T ]\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)? ?(?:[ap]\.?m\.?)? ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?|Z|[+-]\d\d:\d\d)$/i;

/** Drops the time after a day. Data sets add midnight to their days, and only the day counts. */
export function withoutTime(text: string): string {
  if (ISO.test(text)) return text;
  return text.replace(TIME, "").trim();
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const IS_MONTH = new RegExp(`^(?:${MONTH})$`, "i");

/** Whether a word is the name of a month. */
export function isMonth(word: string): boolean {
  return IS_MONTH.test(word);
}

const WEEKDAYS = "sun mon tue wed thu fri sat".split(" ");
const WEEKDAY = "(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?\\.?,? ?";
const LEADING_WEEKDAY = new RegExp(`^${WEEKDAY}`, "i");

/** An "@" before a date, or before what was meant as one: a digit, or the name of a month and a digit. */
export const DATE_FOLLOWS = new RegExp(`@\\s*(?:${WEEKDAY})?(?:\\d|(?:${MONTH})\\.?(?: of)?[\\s,/-]*\\d)`, "i");

/** Longer than "Wednesday, 16th of September 2022" with spaces to spare. */
const LONGEST = 60;

/** Most dates in files and data sets are written like this, so it is tried first. */
const ISO = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/** Every way in which a text can be read as a date. */
export function readingsOf(text: string): DateReadings {
  const [, year, month, day] = ISO.exec(text) ?? [];
  if (year) return { date: spanOf(Number(year), numberIn(month), numberIn(day)) };
  if (text.length > LONGEST) return { fault: "form" };
  const plain = text
    .trim()
    .replace(/^(?:(?:as of|on) )?(?:the (?=\d))?/i, "")
    .replace(/(?<=\d)\.$/, "")
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/\s+/g, " ");
  const written = plain.replace(LEADING_WEEKDAY, "");
  const readings = read(partsOf(written), written.includes("."));
  return written === plain ? readings : onWeekday(plain.slice(0, 3).toLowerCase(), readings);
}

/** The numbers in a date, and the name of its month; empty if it contains anything else. */
function partsOf(text: string): readonly string[] {
  // "1904-5" may be two years, and so may "2009/10".
  const [, first, second] = /^(\d{4})\/(\d+)$/.exec(text) ?? [];
  if (/^\d{4}(?:\.\d+|-\d)$/.test(text) || (first && (Number(first) + 1) % 100 === Number(second))) return [];
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  if (year) return [year, month!, day!];
  const isDigits = /^\d+(?:([-/.]) ?\d+(?:\1 ?\d+)?)?$/.test(text);
  const isWords = /^(?=.*[a-z])[\da-z ,./-]+$/i.test(text);
  const plain = text.replace(/(\d)(?:st|nd|rd|th)\b/i, "$1").replace(/ of /i, " ");
  // "1st" is a day, and its month must be named.
  if (plain !== text && !/[a-z]{3}/i.test(plain)) return [];
  return isDigits || isWords ? (plain.match(/\d+|[a-z]+/gi) ?? []) : [];
}

/** The order of year, month and day in a date, by its form. Y is a year, N another number, M the name of a month. */
const FORMS: Readonly<Record<string, string>> = {
  Y: "y",
  YN: "ym",
  YNN: "ymd",
  NY: "my",
  MY: "my",
  YM: "ym",
  YMN: "ymd",
  NMY: "dmy",
  MNY: "mdy",
};

function read(parts: readonly string[], dots: boolean): DateReadings {
  const form = parts.map(letterFor).join("");
  const dateAs = (order: string) => {
    const [year = 0, month, day] = ["y", "m", "d"].map((letter) => numberIn(parts[order.indexOf(letter)]));
    return spanOf(year, month, day);
  };
  if (form === "NNY") return { dmy: dateAs("dmy"), mdy: dateAs("mdy"), dots };
  const order = FORMS[form];
  if (order) return { date: dateAs(order) };
  return { fault: /^[NM]{1,3}$/.test(form) ? "year" : "form" };
}

function letterFor(part: string): string {
  if (IS_MONTH.test(part)) return "M";
  return { 1: "N", 2: "N", 4: "Y" }[/^\d/.test(part) ? part.length : 0] ?? "?";
}

function numberIn(part: string | undefined): number | undefined {
  if (part === undefined) return undefined;
  return /^\d/.test(part) ? Number(part) : MONTHS.indexOf(part.slice(0, 3).toLowerCase()) + 1;
}

/** The first and last day; undefined for a day that is not in the calendar. */
function spanOf(year: number, month?: number, day?: number): AsOf | undefined {
  const text =
    padded(year, 4) + (month === undefined ? "" : `-${padded(month)}`) + (day === undefined ? "" : `-${padded(day)}`);
  if (month === undefined) return { text, from: dayNumber(year, 1, 1), to: dayNumber(year, 12, 31) };
  if (month < 1 || month > 12) return undefined;
  const first = dayNumber(year, month, 1);
  const next = dayNumber(year, month + 1, 1);
  if (day === undefined) return { text, from: first, to: next - 1 };
  const number = first + day - 1;
  return day >= 1 && number < next ? { text, from: number, to: number } : undefined;
}

function padded(part: number, length = 2): string {
  return String(part).padStart(length, "0");
}

const MS_PER_DAY = 86_400_000;
const DAYS_IN_400_YEARS = 146_097;

/**
 * The number of a day since 1970-01-01. Date.UTC reads a year below 100 as one of the 1900s, so this calculates 400
 * years later, where the calendar is the same. Month 13 is the next January.
 */
function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year + 400, month - 1, day) / MS_PER_DAY - DAYS_IN_400_YEARS;
}

/** Keeps the readings that fall on that weekday: "Monday, 16 March 2022" is not in the calendar. */
function onWeekday(weekday: string, { date, dmy, mdy, ...rest }: DateReadings): DateReadings {
  const isOn = (day: AsOf | undefined) =>
    day && day.from === day.to && WEEKDAYS[new Date(day.from * MS_PER_DAY).getUTCDay()] === weekday ? day : undefined;
  return { ...rest, date: isOn(date), dmy: isOn(dmy), mdy: isOn(mdy) };
}

/** A day as YYYY-MM-DD, from its number since 1970-01-01. Undefined if its year does not have four digits. */
export function dayText(day: number): string | undefined {
  if (Math.abs(day) > MOST_DAYS) return undefined;
  const text = new Date(day * MS_PER_DAY).toISOString();
  return /^\d/.test(text) ? text.slice(0, "YYYY-MM-DD".length) : undefined;
}

/** The most days that a Date can hold. */
const MOST_DAYS = 100_000_000;
