import { CATEGORIES, type Category } from "../core/categories.ts";
import type { AsOf } from "../core/dates.ts";
import { defined } from "../core/defined.ts";
import type { Days, Figure } from "../core/figure.ts";
import { authorName, type Page } from "../core/named.ts";
import type { Span } from "../core/period.ts";
import { closed, type Range } from "../core/range.ts";
import { Rational } from "../core/rational.ts";
import type { Scenario } from "../core/scenario.ts";
import { parseDate } from "../notation/date.ts";
import { type Case, titleOf } from "../record/cases.ts";
import type { KnownCase } from "../record/names.ts";

/**
 * A case of the record as a scenario: its counts, and how long the war was. Those who served are left out: some cases
 * count them worldwide, others in the theatre, so a share of them cannot be compared.
 */
export function pastScenario({ case: entry, pages }: KnownCase): Scenario {
  const { killed, belligerent, sourceId, countSources } = entry;
  const counts = { ...entry, captured: entry.captured ?? entry.capturedOrMissing };
  const sourceOf = (count: "killed" | CountedCategory) => {
    const page = pages.get(countSources?.[count] ?? sourceId)!;
    return page.countedBy ?? authorOf(page) ?? `“${page.title}”`;
  };
  const categories = CATEGORIES.flatMap((category) => {
    if (category === "deserted") return [];
    const count = counts[category];
    if (count === undefined) return [];
    // One number for both keeps its label, so that the missing are known to be in it.
    const isPair = category === "captured" && entry.captured === undefined;
    const label = isPair ? "captured or missing" : sourceOf(category);
    return [[category, [{ kind: "count", figure: counted(count), source: label }]]];
  });
  return defined({
    name: titleOf(entry),
    side: belligerent,
    killed: killed === undefined ? undefined : [{ figure: counted(killed), source: sourceOf("killed") }],
    ...Object.fromEntries(categories),
    days: lengthOf(entry),
  });
}

/** Who wrote a document that does not say who counted. */
function authorOf({ author = [] }: Page): string | undefined {
  const [first, ...others] = author.map(authorName);
  if (first === undefined || others.length === 0) return first;
  return `${first} and ${others.length === 1 ? others[0] : "others"}`;
}

/** Killed in 30 days, of a case whose months are known. */
export function killedInAMonth(entry: Dates & { readonly killed?: number | undefined }): Range | undefined {
  const days = entry.startMonth && entry.endMonth ? lengthOf(entry) : undefined;
  if (!days || entry.killed === undefined) return undefined;
  const inThirty = Rational.of(entry.killed * 30);
  return closed(inThirty.over(days.high), inThirty.over(days.low));
}

type Dates = { readonly [Part in "startYear" | "startMonth" | "endYear" | "endMonth"]?: number | undefined };

/** The days from the first to the last month of a case, or year if the months are not known. */
export function pastSpan(entry: Case): Span | undefined {
  const first = dateOf(entry.startYear, entry.startMonth);
  const last = dateOf(entry.endYear, entry.endMonth);
  return first && last && { from: first.from, to: last.to };
}

type CountedCategory = Exclude<Category, "deserted">;

function counted(count: number): Figure {
  return { low: count, high: count, openLow: false, openHigh: false, approximate: false, text: String(count) };
}

/**
 * How long a war was, by the months in which it began and ended, or the years if they are not known: from the last day
 * of the first to the first day of the last at the least, and with all of both at the most. Unknown if there is no whole
 * month or year between them, since it may have been two days or two months.
 */
function lengthOf(entry: Dates): Days | undefined {
  const first = dateOf(entry.startYear, entry.startMonth);
  const last = dateOf(entry.endYear, entry.endMonth);
  if (first === undefined || last === undefined || last.from <= first.to + 1) return undefined;
  const [least, most] = [last.from - first.to + 1, last.to - first.from + 1].map((days) => Rational.of(days));
  return { ...closed(least!, most), text: `${first.text} to ${last.text}` };
}

/** A month, or a year if the month is not known. */
function dateOf(year: number | undefined, month: number | undefined): AsOf | undefined {
  if (year === undefined) return undefined;
  return parseDate(String(year).padStart(4, "0") + (month === undefined ? "" : `-${String(month).padStart(2, "0")}`));
}
