import { CATEGORIES, type Category, type Reported } from "./categories.ts";
import { defined } from "./defined.ts";
import { derive } from "./derive.ts";
import { type Problem, refuse } from "./errors.ts";
import { exact, type Figure, type Per, type Rate, type Ratio } from "./figure.ts";
import type { Attribution, CategoryLoss, Combine, Coverage, LossReport, Provenance, Report } from "./inputs.ts";
import { addPeople, type Derivation, difference, type Ends, type Range } from "./range.ts";
import { greatest, least } from "./rational.ts";
import { FROM_LIST, PART_OF } from "./relations.ts";
import type { Scenario } from "./scenario.ts";
import { suggest } from "./suggest.ts";

/** The form in which a loss is reported: a count, a number per person killed, or a rate. */
export type Form = "count" | "multiplier" | Per;

/** One source's figure, as reported and as used. */
export interface Account extends Provenance, NumberedSource, Pick<Report, "kind" | "counts"> {
  /** The name of its row if there are several. */
  readonly name: string;
  readonly form: Form;
  /** As it was reported. */
  readonly stated: Figure | Rate | Ratio;
  /** As it is used: what was reported, or what it becomes after its coverage is applied. */
  readonly value: Range;
  /** The working, if a part of it was asked for, and if a coverage was applied. */
  readonly part?: Derivation;
  readonly coverage?: Derivation;
}

/** All sources of the same thing, combined into one figure. */
export interface Combination {
  readonly of: Reported;
  readonly form: Form;
  readonly rule: Combine["rule"];
  readonly value: Range;
  readonly all: readonly Account[];
  /** The accounts that the ends are based on: all of them, or only the preferred account. */
  readonly used: readonly Account[];
}

/** A source that shares its name and date with others. The number says which of them it is, from 1. */
interface NumberedSource extends Attribution {
  readonly number?: number | undefined;
}

/** "Ukraine", "Ukraine@2022-03", "Ukraine (2)@2022-03", or "source 2" for a nameless source. */
export function attributionName({ source, asOf, number }: NumberedSource, index = 0): string {
  return `${numberedSource({ source: source ?? `source ${index + 1}`, number })}${asOf ? `@${asOf.text}` : ""}`;
}

/** "Ukraine", or "Ukraine (2)" if there are several with that name and date. */
export function numberedSource({ source = "", number }: NumberedSource): string {
  return number === undefined ? source : `${source} (${number})`;
}

/** Numbers the reports that share their name and date with others. */
function numbersOf(reports: readonly Attribution[]): (number | undefined)[] {
  if (reports.length < 2) return [];
  const keys = reports.map((report, index) => normalizedName(attributionName(report, index)));
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return times.get(key)! > 1 ? number : undefined;
  });
}

export function namesOf(reports: readonly Attribution[]): string[] {
  const numbers = numbersOf(reports);
  return reports.map(({ source, asOf }, index) => attributionName({ source, asOf, number: numbers[index] }, index));
}

/**
 * Combines what a scenario's sources report, separately for each loss. Throws InputError if they cannot be combined.
 */
export function combinationsIn(scenario: Scenario): Combination[] {
  const { killed = [], casualties = [] } = scenario;
  const method = scenario.combine ?? ENVELOPE;
  const found: Combination[] = [];
  const add = (of: Reported, accounts: readonly Account[]) => {
    if (accounts.length > 0) found.push(combine(of, accounts, method));
  };
  add("killed", accountsOf(killed.map(accountOf), scenario));
  add("casualties", accountsOf(casualties.map(accountOf)));
  for (const category of CATEGORIES) {
    const losses = scenario[category];
    if (losses) add(category, accountsOf(losses.map(accountOfCategory)));
  }
  return found;
}

const ENVELOPE: Combine = { rule: "envelope" };

type UnnamedAccount = Omit<Account, "name" | "value">;

function accountOf(report: LossReport): UnnamedAccount {
  const { source, asOf, url, note, kind, counts } = report;
  return {
    source,
    asOf,
    url,
    note,
    kind,
    counts,
    form: report.rate?.per ?? "count",
    stated: report.figure ?? report.rate,
  };
}

/** The form in which a report states its loss. */
export function formOf(report: LossReport | CategoryLoss): Form {
  if (report.kind === "count" || report.kind === "multiplier") return report.kind;
  return "rate" in report && report.rate ? report.rate.per : "count";
}

function accountOfCategory(loss: CategoryLoss): UnnamedAccount {
  const { source, asOf, url, note } = loss;
  return { source, asOf, url, note, ...statedBy(loss) };
}

function statedBy(loss: NonNullable<Scenario[Category]>[number]): Pick<Account, "form" | "stated"> {
  if (loss.kind === "count") return { form: "count", stated: loss.figure };
  return loss.kind === "multiplier"
    ? { form: "multiplier", stated: loss.ratio }
    : { form: loss.rate.per, stated: loss.rate };
}

/**
 * Names the accounts, takes the part of the killed that is asked for, and applies the coverage to the account that it
 * names, or to the only account. Throws InputError if the coverage matches no account, or two.
 */
function accountsOf(
  reports: readonly UnnamedAccount[],
  { of: asked, coverage }: Pick<Scenario, "of" | "coverage"> = {},
): Account[] {
  if (reports.length === 0) return [];
  const covered = coverage && coveredReport(reports, coverage);
  const numbers = numbersOf(reports);
  return reports.map((report, index) => {
    const number = numbers[index];
    const { source, asOf } = report;
    const name = attributionName({ source, asOf, number }, index);
    const stated = rangeOf(report.stated);
    if (!asked && !coverage && number === undefined) return { name, value: stated, ...report };
    const part = asked && partOf(stated, asked.share);
    const value = part?.value ?? stated;
    const uncovered = coverage && report === covered ? killedFromList(value, coverage) : undefined;
    return { ...report, ...defined({ number, part, coverage: uncovered }), name, value: uncovered?.value ?? value };
  });
}

/** The part of the killed that is asked for. */
function partOf(reported: Range, part: Range): Derivation {
  return derive("killed", PART_OF, (name) => (name === "reported" ? reported : part));
}

function rangeOf(stated: Account["stated"]): Range {
  return typeof stated.low === "number" ? exact(stated as Figure) : (stated as Rate | Ratio);
}

/** Killed = confirmed ÷ coverage. The list counts as exact, so a coverage closes an "at least". */
function killedFromList(list: Range, { share }: Coverage): Derivation {
  const confirmed: Range = { ...list, openHigh: false };
  return derive("killed", FROM_LIST, (name) => (name === "confirmed" ? confirmed : share));
}

/** The report that a coverage belongs to: the report that it names, or the only report. Throws InputError. */
export function coveredReport<R extends Attribution>(reports: readonly R[], coverage: Coverage): R {
  const [first] = reports;
  if (coverage.source !== undefined) return matchingReport(reports, coverage.source, coverage);
  if (!first || reports.length > 1) refuse({ code: "E-COVERAGE-SOURCE", args: { sources: namesOf(reports) } });
  return first;
}

/** What the source of an account reports of another loss. Undefined if it does not, or more than once. */
export function ownReport({ source }: Attribution, combination: Combination): Combination | undefined {
  const own = combination.all.filter((report) => source !== undefined && report.source === source);
  return own.length === 1 ? { ...combination, value: own[0]!.value } : undefined;
}

/**
 * Combines several accounts by the rule that the user chose. If the preferred source is not among them, the default
 * rule is used.
 */
function combine(of: Reported, all: readonly Account[], method: Combine): Combination {
  const form = all[0]!.form;
  const other = all.find((account) => account.form !== form);
  if (other) refuse({ code: "E-FORMS-DIFFER", args: { of, first: all[0]!.stated.text, second: other.stated.text } });
  if (method.rule === "prefer") {
    if (matchingReports(all, method.source, method.asOf).length === 0) return combine(of, all, ENVELOPE);
    const preferred = matchingReport(all, method.source, method);
    return { of, form, rule: method.rule, value: preferred.value, all, used: [preferred] };
  }
  if (method.rule === "change" && all.length > 1) return changeOf(of, all);
  const single = all.length === 1 && all[0]!.value;
  if (method.rule === "change") return { of, form, rule: "envelope", value: all[0]!.value, all, used: all };
  const value = single || { approximate: some(all, "approximate"), ...RULES[method.rule](all) };
  return { of, form, rule: method.rule, value, all, used: all };
}

/** The change between the earliest and the latest running total of one source. The totals in between are only shown. */
function changeOf(of: Reported, all: readonly Account[]): Combination {
  const because = changeFault(all);
  if (because) refuse({ code: "E-CHANGE", args: { of, because } });
  const dated = [...all].sort((a, b) => a.asOf!.from - b.asOf!.from);
  const [first, last] = [dated[0]!, dated.at(-1)!];
  const value = difference(first.value, last.value);
  return { of, form: first.form, rule: "change", value, all, used: [first, last] };
}

/** Why reports are not running totals of one source. */
export function changeFault(reports: readonly Attribution[]): "sources" | "dates" | "one day" | undefined {
  const names = new Set(reports.map(({ source }) => normalizedName(source ?? "")));
  if (names.size > 1) return "sources";
  if (reports.some(({ asOf }) => asOf === undefined || asOf.from !== asOf.to)) return "dates";
  return new Set(reports.map(({ asOf }) => asOf!.from)).size < reports.length ? "one day" : undefined;
}

const RULES: Record<"envelope" | "overlap" | "sum", (all: readonly Account[]) => Ends> = {
  envelope: (all) => ({
    low: least(lows(all)),
    high: greatest(highs(all)),
    openLow: some(all, "openLow"),
    openHigh: some(all, "openHigh"),
  }),
  sum: (all) => {
    const { low, high, openLow, openHigh } = all.map(({ value }) => value).reduce(addPeople);
    return { low, high, openLow, openHigh };
  },
  overlap,
};

/** The range that all accounts allow. An open end reaches to 0 or without limit. */
function overlap(all: readonly Account[]): Ends {
  const floors = all.filter(({ value }) => !value.openLow);
  const ceilings = all.filter(({ value }) => !value.openHigh);
  const floor = floors.length > 0 ? greatest(lows(floors)) : undefined;
  const ceiling = ceilings.length > 0 ? least(highs(ceilings)) : undefined;
  if (floor && ceiling && floor.compare(ceiling) > 0) refuse(exclusiveProblem(floors, ceilings));
  // If no account has a floor (or none has a ceiling), the bound shown is the tightest one named.
  const low = floor ?? least([greatest(lows(all)), ceiling ?? greatest(lows(all))]);
  const high = ceiling ?? greatest([least(highs(all)), low]);
  return { low, high, openLow: !floor, openHigh: !ceiling };
}

/** Reports the account with the highest floor and the account with the lowest ceiling. */
function exclusiveProblem(floors: readonly Account[], ceilings: readonly Account[]): Problem {
  const above = floors.reduce((a, b) => (b.value.low.compare(a.value.low) > 0 ? b : a));
  const below = ceilings.reduce((a, b) => (b.value.high.compare(a.value.high) < 0 ? b : a));
  const describe = ({ name, stated }: Account) => `${name} (${stated.text})`;
  return { code: "E-OVERLAP-EMPTY", args: { first: describe(above), second: describe(below) } };
}

const lows = (all: readonly Account[]) => all.map(({ value }) => value.low);
const highs = (all: readonly Account[]) => all.map(({ value }) => value.high);
const some = (all: readonly Account[], flag: "openLow" | "openHigh" | "approximate") =>
  all.some(({ value }) => value[flag]);

/**
 * The only report with this name, ignoring case. The full name as shown, with its date, takes precedence over the same
 * source with another date or none.
 */
export function matchingReport<R extends Attribution>(reports: readonly R[], source: string, { asOf }: Attribution): R {
  const name = attributionName({ source, asOf });
  const matches = matchingReports(reports, source, asOf);
  const [found, another] = matches;
  if (!found) {
    const sources = namesOf(reports);
    refuse({ code: "E-SOURCE-UNKNOWN", args: defined({ name, sources, suggestion: suggest(name, sources) }) });
  }
  if (another) {
    const sources = namesOf(reports).filter((_, index) => matches.includes(reports[index]!));
    refuse({ code: "E-SOURCE-TWICE", args: { name, sources } });
  }
  return found;
}

/** The reports that a name may mean. Empty if no source has that name. */
export function matchingReports<R extends Attribution>(
  reports: readonly R[],
  source: string,
  asOf: Attribution["asOf"],
): R[] {
  const wanted = normalizedName(attributionName({ source, asOf }));
  const names = namesOf(reports).map(normalizedName);
  const shown = reports.filter((report, index) =>
    [names[index], normalizedName(attributionName(report, index))].includes(wanted),
  );
  if (shown.length > 0 || asOf) return shown;
  return reports.filter(
    (report) => report.source !== undefined && normalizedName(report.source) === normalizedName(source),
  );
}

/** Names are compared ignoring case and how their accents are encoded. */
function normalizedName(name: string): string {
  return name.normalize().toLowerCase();
}
