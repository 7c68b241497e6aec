import { isPairName, type Reported } from "../../core/categories.ts";
import type { AsOf } from "../../core/dates.ts";
import type { Estimate } from "../../core/estimate.ts";
import { quantityStated } from "../../core/given.ts";
import { type Attribution, KINDS, type Kind, type LossReport } from "../../core/inputs.ts";
import type { Account, Combination } from "../../core/sources.ts";
import { withArticle } from "../article.ts";
import { dateInWords } from "../date-words.ts";
import { list, listOfPhrases } from "../list.ts";
import { numberWord } from "../number-word.ts";
import { withRemark } from "../remark.ts";
import type { Basis } from "./basis.ts";
import type { KeptSource } from "./form.ts";
import { type When, whenOf } from "./when.ts";

/** An estimate, and the given quantities that its printed numbers rest on. */
export interface Printed {
  readonly estimate: Estimate;
  readonly basis: Basis;
  /** It is a past war: a case of the record, which names its sources, or one of the user's own. */
  readonly isPast?: boolean;
  readonly isOwn?: boolean | undefined;
}

/** One source: what its reports are, and their dates, as far as the sentence does not say them elsewhere. */
interface Named {
  readonly isOfDeaths: boolean;
  readonly kind: Kind | undefined;
  readonly source: string | undefined;
  readonly dates: readonly AsOf[];
}

/**
 * "based on deaths claimed by Ukraine", or "as claimed by Ukraine" if that is the result itself: who reported the numbers
 * from which the printed ones follow. Undefined if nobody is known.
 */
export function attributionOf(all: readonly Printed[]): KeptSource {
  const sourced = all.filter(({ isPast, isOwn }) => !isPast || isOwn);
  const named = bySource(sourced.flatMap(reportsOf)).filter(
    ({ kind, source }) => kind !== undefined || source !== undefined,
  );
  const counted = named.length > MOST_NAMED ? named.length : undefined;
  const kept = (text: string | undefined) => ({ text, isKept: true, counted });
  const record = sourced.length < all.length ? ["loss-calc’s record of past wars"] : [];
  const [only, another] = sourced;
  const isReported = only && !another && record.length === 0 && isAsReported(only);
  if (isReported) return kept(named.length > 0 ? `as ${whoSays(named, false)}` : undefined);
  const texts = [...(named.length > 0 ? [whoSays(named, true)] : []), ...record];
  const phrases = texts.map((text, at) => (at > 0 ? `on ${text}` : text));
  return kept(texts.length > 0 ? `based on ${listOfPhrases(phrases)}` : undefined);
}

/** More sources than this are counted, not named. */
const MOST_NAMED = 5;

const LEFT_OUT: Readonly<Record<Kind, string>> = {
  claim: "claims",
  estimate: "estimates",
  confirmed: "lists of confirmed deaths",
};

/** "leaving out claims", which is never dropped. */
export function leftOutOf(estimates: readonly Estimate[]): string[] {
  const kinds = new Set(estimates.flatMap(({ scenario }) => scenario.leftOut?.map(({ kind }) => kind) ?? []));
  return kinds.size > 0 ? [`leaving out ${list([...kinds].map((kind) => LEFT_OUT[kind]))}`] : [];
}

/** When the printed losses occurred. */
export function whenPrinted(printed: Printed): When | undefined {
  const reports = countedReports(printed);
  return whenOf(
    printed.estimate,
    reports.map(({ asOf }) => asOf),
  );
}

/** ", based on recruits reported by Reuters"; empty if nobody is known. */
export function recruitsSource({ scenario: { recruits = [], ...scenario } }: Estimate): string {
  const isSaid = (date: AsOf) => date.text === scenario.asOf?.text || date.text === scenario.end?.text;
  const named = bySource(recruits.map((report) => sourceOf(report, "recruits", isSaid)));
  const known = named.filter(({ source }) => source !== undefined);
  return known.length > 0 ? `, based on recruits ${whoSays(known, false)}` : "";
}

type ReportLike = Attribution & Partial<Pick<LossReport, "kind">>;

function sourceOf(report: ReportLike, of: Reported | "list" | "recruits", isSaid: (date: AsOf) => boolean): Named {
  const { source, asOf, kind } = report;
  return {
    isOfDeaths: of === "killed" || of === "list",
    kind,
    // A label can say what one count has, instead of who says so.
    source: source !== undefined && isPairName(source) ? undefined : source,
    dates: asOf && !isSaid(asOf) ? [asOf] : [],
  };
}

/** Whatever the printed numbers rest on, except assumptions. */
export function countedReports({ estimate: { combinations, scenario }, basis }: Printed) {
  const used = combinations.filter((combination) => isUsed(combination, basis));
  const reports = used.flatMap((combination) =>
    accountsOf(combination, basis).map((account) => ({ ...account, of: combination.of, kind: kindOf(account) })),
  );
  const lists = basis.has("first list") ? (scenario.list ?? []) : [];
  return [...reports, ...lists.map((report) => ({ ...report, of: "list" as const }))];
}

/** If only one end is printed, the reports that have it. */
function accountsOf({ of, form, rule, used, value }: Combination, basis: Basis): readonly Account[] {
  const [end, another] = basis.get(quantityStated(of, form))!;
  if (another || rule === "sum" || rule === "change") return used;
  return used.filter((account) => account.value[end!].equals(value[end!]));
}

/** Whether printed numbers rest on reports, which a multiplier is not. */
export function isUsed({ of, form }: Combination, basis: Basis): boolean {
  return form !== "multiplier" && basis.has(quantityStated(of, form));
}

function kindOf({ kind, stated }: Account): Kind | undefined {
  return kind ?? ("confirmed" in stated ? "confirmed" : undefined);
}

/** A claim or estimate is of all that a source says. A list of deaths is not one of the wounded. */
function reportsOf(printed: Printed): Named[] {
  const reports = withOneName(countedReports(printed));
  const kinds = new Map(
    reports.flatMap(({ source, kind }) => (source && kind && kind !== "confirmed" ? [[source, kind] as const] : [])),
  );
  const said = whenPrinted(printed)?.dates ?? [];
  return reports.map(({ of, kind, ...report }) => {
    const own = kind ?? (report.source === undefined ? undefined : kinds.get(report.source));
    return sourceOf({ ...report, kind: own }, of, ({ text }) => said.includes(text));
  });
}

/** "UK: regular forces" and "UK: Wagner" are one source, which says what each of its figures counts. */
function withOneName<R extends ReportLike>(reports: readonly R[]): R[] {
  const nameOf = (source = "") => source.split(": ")[0]!;
  const sources = [...new Set(reports.map(({ source }) => source))];
  return reports.map((report) => {
    const isAlone = sources.filter((source) => nameOf(source) === nameOf(report.source)).length < 2;
    return isAlone || report.source === undefined ? report : { ...report, source: nameOf(report.source) };
  });
}

/** One entry for everything that a source says in one way. */
function bySource(reports: readonly Named[]): Named[] {
  const all = new Map<string, Named>();
  for (const report of reports) {
    const key = `${report.kind} ${report.source}`;
    const { dates = [], isOfDeaths = true } = all.get(key) ?? {};
    const isNew = ({ text }: AsOf) => !dates.some((date) => date.text === text);
    all.set(key, {
      ...report,
      isOfDeaths: isOfDeaths && report.isOfDeaths,
      dates: [...dates, ...report.dates.filter(isNew)],
    });
  }
  return [...all.values()];
}

/** "deaths claimed by Ukraine and estimated by the CIA and by the Pentagon", each with its dates. */
function whoSays(named: readonly Named[], isWithNoun: boolean): string {
  const areDeaths = named.every(({ isOfDeaths }) => isOfDeaths);
  let before = "";
  const words = [...KINDS, undefined].flatMap((kind) => {
    const all = named.filter((each) => each.kind === kind);
    if (all.length === 0) return [];
    const isList = kind === "confirmed" && all.every(({ isOfDeaths }) => isOfDeaths);
    const noun = areDeaths || isList ? "deaths " : "figures ";
    const isNew = isWithNoun && noun !== before;
    before = noun;
    const names =
      named.length > MOST_NAMED
        ? `by ${numberWord(all.length)} ${all.length === 1 ? "source" : "sources"}`
        : listOfPhrases(all.map(by).filter((text) => text !== ""));
    return [[`${isNew ? noun : ""}${SAID[kind ?? "report"]}`, ...(names ? [names] : [])].join(" ")];
  });
  return listOfPhrases(words);
}

function by({ source, dates, kind }: Named): string {
  const name = source ?? (kind === "claim" ? "a side in the war" : undefined);
  const on = list(dates.map(dateInWords));
  const who = name === undefined ? "" : `by ${withArticle(name)}`;
  return on === "" ? who : who === "" ? `(${on})` : withRemark(who, on);
}

const SAID: Readonly<Record<Kind | "report", string>> = {
  claim: "claimed",
  estimate: "estimated",
  confirmed: "confirmed one by one",
  report: "reported",
};

/** Whether every source reported the printed numbers themselves, so that nothing was calculated from what they say. */
function isAsReported({ estimate: { combinations, scenario }, basis }: Printed): boolean {
  const used = combinations.filter((combination) => isUsed(combination, basis));
  const sources = new Set(used.map((combination) => combination.used.map(({ source }) => source).join("\n")));
  // A sum of several categories is calculated.
  const isOne = used.length === 1 || used.every(({ of }) => of === "killed" || of === "casualties");
  return isOne && !scenario.of && used.length === basis.size && sources.size === 1 && used.every(isStated);
}

/** Whether every report of a combination is the combined figure. */
function isStated({ form, rule, used, value }: Combination): boolean {
  const isSame = (account: Account) =>
    account.value.low.equals(value.low) &&
    account.value.high.equals(value.high) &&
    account.value.openLow === value.openLow &&
    account.value.openHigh === value.openHigh;
  const isOne = rule !== "sum" && rule !== "change";
  return form === "count" && isOne && used.every((account) => !account.coverage && isSame(account));
}
