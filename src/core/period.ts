import { REPORTED } from "./categories.ts";
import type { AsOf } from "./dates.ts";
import type { Problem } from "./errors.ts";
import type { Attribution } from "./inputs.ts";
import { closed, type Range } from "./range.ts";
import { Rational } from "./rational.ts";
import type { Scenario } from "./scenario.ts";
import { changeFault } from "./sources.ts";

/** The days over which losses occurred, and the day on which they end, if it is known. */
export interface Period {
  readonly days: Range;
  /** In days since 1970-01-01. */
  readonly lastDay?: number | undefined;
}

/**
 * The period of a scenario: as stated, or from its first day to its last, counting both. Partial dates run from the
 * first day of the start to the last day of the end. Undefined if no period is stated.
 */
export function periodOf(scenario: Scenario): Period | undefined {
  const { start, end, days, asOf } = scenario;
  const change = changePeriod(scenario);
  if (change) return change;
  const last = end ?? (days ? undefined : asOf);
  if (start && last) return { days: closed(Rational.of(daysFrom(start, last))), lastDay: last.to };
  if (!days) return undefined;
  const isExact = days.low.equals(days.high) && days.low.isWhole();
  return { days, lastDay: end?.to ?? (start && isExact ? start.from + Number(days.low) - 1 : undefined) };
}

/** The first and the last day on which the losses of a scenario may have occurred, in days since 1970-01-01. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The days to which a scenario's losses are limited. Undefined if it does not say when they began or ended. */
export function spanOf(scenario: Scenario): Span | undefined {
  const { start, end, days, asOf } = scenario;
  const change = changePeriod(scenario);
  // The first of two running totals includes its own day.
  if (change) return { from: change.lastDay! - Number(change.days.low) + 1, to: change.lastDay! };
  const longest = days && !days.openHigh ? Math.ceil(days.high.toNumber()) - 1 : undefined;
  const last = end ?? (days ? undefined : asOf);
  const from = start?.from ?? (end && longest !== undefined ? end.from - longest : undefined);
  const to = last?.to ?? (start && longest !== undefined ? start.to + longest : undefined);
  return from === undefined || to === undefined ? undefined : { from, to };
}

function daysFrom(start: AsOf, end: AsOf): number {
  return end.to - start.from + 1;
}

/** The period between the first and last of two or more running totals: the difference between their dates. */
function changePeriod(scenario: Scenario): Period | undefined {
  if (scenario.combine?.rule !== "change") return undefined;
  const totals = REPORTED.map((of): readonly Attribution[] => scenario[of] ?? []).find(({ length }) => length > 1);
  if (!totals || changeFault(totals)) return undefined;
  const days = totals.map(({ asOf }) => asOf!.from);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  return { days: closed(Rational.of(last - first)), lastDay: last };
}

/** What is wrong with the dates and days of a scenario. */
export function periodProblems(scenario: Scenario): Problem[] {
  const { start, end, days, asOf } = scenario;
  const change = changePeriod(scenario);
  if (change) return changeProblems(scenario, change);
  if (end && !start && !days) return [{ code: "E-NEEDS", args: { input: "end", needs: ["start", "days"] } }];
  if (!start) return [];
  const last = end ?? (days ? undefined : asOf);
  if (!last) return days ? [] : [{ code: "E-NEEDS", args: { input: "start", needs: ["end", "days", "asOf"] } }];
  const counted = daysFrom(start, last);
  if (counted < 1) return [{ code: "E-PERIOD-REVERSED", args: { start: start.text, end: last.text } }];
  if (!days || !end) return [];
  const stated = Rational.of(counted);
  const isSame = days.low.compare(stated) <= 0 && stated.compare(days.high) <= 0;
  return isSame ? [] : [{ code: "E-PERIOD-DAYS", args: { stated: days.text, counted } }];
}

/**
 * The dates of running totals set the period: a stated period must match them, and all totals must cover the same one.
 */
function changeProblems(scenario: Scenario, { days: between }: Period): Problem[] {
  const { start, end, days } = scenario;
  const isLike = (stated: Range) => stated.low.compare(between.low) <= 0 && between.low.compare(stated.high) <= 0;
  const counted = start && end ? Rational.of(daysFrom(start, end)) : undefined;
  const text = days && !isLike(days) ? days.text : counted && !counted.equals(between.low) ? `${counted}` : undefined;
  const spans = REPORTED.flatMap((of) => {
    const dates = (scenario[of] ?? []).flatMap(({ asOf }) => asOf?.from ?? []);
    return dates.length > 1 ? [{ of, span: `${Math.min(...dates)}-${Math.max(...dates)}` }] : [];
  });
  const other = spans.find(({ span }) => span !== spans[0]!.span);
  return [
    ...(text === undefined
      ? []
      : [{ code: "E-PERIOD-DAYS", args: { stated: text, counted: Number(between.low) } } as const]),
    ...(other ? [{ code: "E-CHANGE", args: { of: other.of, because: "periods" } } as const] : []),
  ];
}
