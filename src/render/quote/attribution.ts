import { isPairName } from "../../core/categories.ts";
import type { AsOf } from "../../core/dates.ts";
import type { Estimate } from "../../core/estimate.ts";
import { type Attribution, KINDS, type Kind } from "../../core/inputs.ts";
import { isKilledAlone } from "../../core/scenario.ts";
import { list } from "../list.ts";

/** One source: what its reports are, and their dates. */
interface Named {
  readonly kind: Kind | undefined;
  readonly source: string | undefined;
  readonly dates: readonly AsOf[];
}

/**
 * "based on deaths claimed by Ukraine as of 16 March 2022", or "as claimed by Ukraine" if that is the result itself: who
 * says so, and when. Nothing if neither is known.
 */
export function attributionOf(estimates: readonly Estimate[]): string | undefined {
  const all = bySource(estimates.flatMap(reportsOf));
  const named = all.filter(({ kind, source }) => kind !== undefined || source !== undefined);
  const dates = new Map(all.flatMap((each) => each.dates.map((date) => [date.text, date])));
  const isOneDate = dates.size === 1 && all.every((each) => each.dates.length > 0);
  const stated = estimates.length === 1 ? estimates[0]!.scenario.asOf : undefined;
  const [own] = isOneDate ? dates.values() : [stated];
  const date = own && (named.length === 0 || isOneDate || dates.size === 0) ? [`as of ${dateInWords(own)}`] : [];
  const left = [...new Set(estimates.flatMap(({ scenario }) => scenario.leftOut?.map(({ kind }) => kind) ?? []))].map(
    (kind) => LEFT_OUT[kind],
  );
  const isOfKilled = estimates.every(isBasedOnKilled);
  const what =
    estimates.length === 1 && isReported(estimates[0]!) ? "as" : `based on ${isOfKilled ? "deaths" : "figures"}`;
  const who = named.length > 0 ? [`${what} ${whoSays(named, !isOneDate)}`] : [];
  const text = [...who, ...date].join(" ");
  return [text, ...(left.length > 0 ? [`leaving out ${list(left)}`] : [])].filter(Boolean).join(", ") || undefined;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** A date as newspapers write it: "16 March 2022", "March 2022". */
export function dateInWords({ text }: AsOf): string {
  const [year, month, day] = text.split("-");
  return [...(day ? [String(Number(day))] : []), ...(month ? [MONTHS[Number(month) - 1]] : []), year].join(" ");
}

const LEFT_OUT: Readonly<Record<Kind, string>> = {
  claim: "claims",
  estimate: "estimates",
  confirmed: "lists of confirmed deaths",
};

/** Whatever the result rests on, except assumptions. */
function reportsOf({ combinations, scenario }: Estimate): (Attribution & { readonly kind?: Kind | undefined })[] {
  const used = combinations.filter(({ form }) => form !== "multiplier").flatMap((combination) => combination.used);
  const confirmed = used.map((report) => ({
    ...report,
    kind: report.kind ?? ("confirmed" in report.stated ? ("confirmed" as const) : undefined),
  }));
  return [...confirmed, ...(scenario.list ?? []), ...(scenario.recruits ?? [])];
}

function bySource(reports: ReturnType<typeof reportsOf>): Named[] {
  const kinds = new Map(reports.flatMap(({ source, kind }) => (source && kind ? [[source, kind] as const] : [])));
  const all = new Map<string, Named>();
  for (const { asOf, ...report } of reports) {
    // A label can say what one count has, instead of who says so.
    const source = report.source !== undefined && isPairName(report.source) ? undefined : report.source;
    const kind = report.kind ?? (source === undefined ? undefined : kinds.get(source));
    const key = `${kind} ${source}`;
    const dates = all.get(key)?.dates ?? [];
    const isNew = asOf && !dates.some(({ text }) => text === asOf.text);
    all.set(key, { kind, source, dates: isNew ? [...dates, asOf] : dates });
  }
  return [...all.values()];
}

/** "claimed by Ukraine and estimated by the CIA and by the Pentagon", each with its dates if these differ. */
function whoSays(named: readonly Named[], isDated: boolean): string {
  const by = ({ source, dates, kind }: Named) => {
    const name = source ?? (kind === "claim" ? "a side in the war" : undefined);
    const on = isDated && dates.length > 0 ? [`(${list(dates.map(dateInWords))})`] : [];
    return [...(name === undefined ? [] : [`by ${name}`]), ...on].join(" ");
  };
  const words = [...KINDS, undefined].flatMap((kind) => {
    const all = named.filter((each) => each.kind === kind);
    const names = list(all.map(by).filter((text) => text !== ""));
    return all.length > 0 ? [[SAID[kind ?? "report"], ...(names ? [names] : [])].join(" ")] : [];
  });
  return list(words);
}

const SAID: Readonly<Record<Kind | "report", string>> = {
  claim: "claimed",
  estimate: "estimated",
  confirmed: "confirmed one by one",
  report: "reported",
};

function isBasedOnKilled({ combinations, scenario }: Estimate): boolean {
  return !scenario.recruits?.length && combinations.every(({ of, form }) => of === "killed" || form === "multiplier");
}

/** Whether the sources reported the result itself, so that nothing was calculated from what they say. */
function isReported({ solution, combinations, scenario, shares, asked }: Estimate): boolean {
  if (scenario.list || shares.length > 0 || asked.includes("share who died")) return false;
  const isPlain = combinations.every(
    ({ rule, form, used }) =>
      form === "count" && rule !== "sum" && rule !== "change" && used.every(({ coverage, part }) => !coverage && !part),
  );
  const isDerived = (name: string) => solution.get(name) !== undefined && solution.derivation(name) !== undefined;
  return isPlain && (isKilledAlone(scenario) || !isDerived("out of action")) && !isDerived("killed");
}
