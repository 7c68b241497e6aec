import { defined } from "./defined.ts";
import { derive } from "./derive.ts";
import { type Problem, refuse } from "./errors.ts";
import { exact } from "./figure.ts";
import type { Derivation, Range } from "./range.ts";
import { greatest, least } from "./rational.ts";
import { FROM_LIST } from "./relations.ts";
import type { Attribution, Combine, Coverage, Report } from "./scenario.ts";
import { suggest } from "./suggest.ts";

/** One source's killed, as reported and as used. */
export interface Account extends Report, Numbered {
  /** How the row is called where several stand together. */
  readonly name: string;
  /** The killed that are reckoned with: the figure, or what its coverage makes of it. */
  readonly killed: Range;
  /** The working, where a coverage was applied. */
  readonly coverage?: Derivation;
}

/** All sources made one. */
export interface Combination {
  readonly rule: Combine["rule"];
  readonly killed: Range;
  readonly all: readonly Account[];
  /** The accounts that the ends rest on: all of them, or the preferred one. */
  readonly used: readonly Account[];
}

/** A source whose name and date others have too: which of them it is, from 1. */
interface Numbered extends Attribution {
  readonly number?: number | undefined;
}

/** "Ukraine", "Ukraine@2022-03", "Ukraine (2)@2022-03", or for a nameless one "source 2". */
export function attributionName({ source, asOf, number }: Numbered, index = 0): string {
  return `${numberedSource({ source: source ?? `source ${index + 1}`, number })}${asOf ? `@${asOf.text}` : ""}`;
}

/** "Ukraine", or "Ukraine (2)" if there are several of that name and date. */
export function numberedSource({ source = "", number }: Numbered): string {
  return number === undefined ? source : `${source} (${number})`;
}

/** The numbers of those that share their name and date with others. */
function numbersOf(reports: readonly Attribution[]): (number | undefined)[] {
  if (reports.length < 2) return [];
  const keys = reports.map((report, index) => comparable(attributionName(report, index)));
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return times.get(key)! > 1 ? number : undefined;
  });
}

function namesOf(reports: readonly Attribution[]): string[] {
  const numbers = numbersOf(reports);
  return reports.map(({ source, asOf }, index) => attributionName({ source, asOf, number: numbers[index] }, index));
}

/**
 * Reads reports as accounts, with the coverage applied to the one that it names, or to the only
 * one. Throws InputError where the coverage names none of them, or two.
 */
export function accounts(reports: readonly Report[], coverage?: Coverage): Account[] {
  const covered = coverage && coveredReport(reports, coverage);
  const numbers = numbersOf(reports);
  return reports.map((report, index) => {
    const number = numbers[index];
    const whose = { ...report, ...defined({ number }), name: attributionName({ ...report, number }, index) };
    if (!coverage || report !== covered) return { ...whose, killed: exact(report.figure) };
    const derivation = uncover(report, coverage);
    return { ...whose, killed: derivation.value, coverage: derivation };
  });
}

/** Killed = confirmed ÷ coverage. The list counts as exact, so an "at least" is closed by it. */
function uncover(report: Report, { share }: Coverage): Derivation {
  const confirmed: Range = { ...exact(report.figure), openHigh: false };
  return derive("killed", FROM_LIST, (name) => (name === "confirmed" ? confirmed : share));
}

/** The report that a coverage belongs to: the one that it names, or the only one. Throws InputError. */
export function coveredReport(reports: readonly Report[], coverage: Coverage): Report {
  const [first] = reports;
  if (coverage.source !== undefined) return reportNamed(reports, coverage.source, coverage);
  if (!first || reports.length > 1) refuse({ code: "E-COVERAGE-SOURCE", args: { sources: namesOf(reports) } });
  return first;
}

/** Makes one of several accounts, by the rule that the user chose. */
export function combine(all: readonly Account[], how: Combine): Combination {
  if (how.rule === "prefer") {
    const preferred = reportNamed(all, how.source, how);
    return { rule: how.rule, killed: preferred.killed, all, used: [preferred] };
  }
  const [first] = all;
  const single = all.length === 1 && first?.killed;
  const killed = single || { ...RULES[how.rule](all), approximate: some(all, "approximate") };
  return { rule: how.rule, killed, all, used: all };
}

type Bounds = Omit<Range, "best" | "approximate">;

const RULES: Record<"envelope" | "overlap" | "sum", (all: readonly Account[]) => Bounds> = {
  envelope: (all) => ({
    low: least(lows(all)),
    high: greatest(highs(all)),
    openLow: some(all, "openLow"),
    openHigh: some(all, "openHigh"),
  }),
  sum: (all) => ({
    low: lows(all).reduce((a, b) => a.plus(b)),
    high: highs(all).reduce((a, b) => a.plus(b)),
    openLow: some(all, "openLow"),
    openHigh: some(all, "openHigh"),
  }),
  overlap,
};

/** What all accounts allow, where an open end reaches to 0 or without limit. */
function overlap(all: readonly Account[]): Bounds {
  const floors = all.filter(({ killed }) => !killed.openLow);
  const ceilings = all.filter(({ killed }) => !killed.openHigh);
  const floor = floors.length > 0 ? greatest(lows(floors)) : undefined;
  const ceiling = ceilings.length > 0 ? least(highs(ceilings)) : undefined;
  if (floor && ceiling && floor.compare(ceiling) > 0) refuse(exclusive(floors, ceilings));
  // Where no account has a floor (or none a ceiling), the bound shown is the tightest one named.
  const low = floor ?? least([greatest(lows(all)), ceiling ?? greatest(lows(all))]);
  const high = ceiling ?? greatest([least(highs(all)), low]);
  return { low, high, openLow: !floor, openHigh: !ceiling };
}

/** Names the account with the highest floor and the one with the lowest ceiling. */
function exclusive(floors: readonly Account[], ceilings: readonly Account[]): Problem {
  const above = floors.reduce((a, b) => (b.killed.low.compare(a.killed.low) > 0 ? b : a));
  const below = ceilings.reduce((a, b) => (b.killed.high.compare(a.killed.high) < 0 ? b : a));
  const say = ({ name, figure }: Account) => `${name} (${figure.text})`;
  return { code: "E-OVERLAP-EMPTY", args: { first: say(above), second: say(below) } };
}

const lows = (all: readonly Account[]) => all.map(({ killed }) => killed.low);
const highs = (all: readonly Account[]) => all.map(({ killed }) => killed.high);
const some = (all: readonly Account[], flag: "openLow" | "openHigh" | "approximate") =>
  all.some(({ killed }) => killed[flag]);

/**
 * The one report of that name, in any case: the name as it is shown, date and all, before the
 * same source with another date or none.
 */
export function reportNamed<R extends Attribution>(reports: readonly R[], source: string, { asOf }: Attribution): R {
  const name = attributionName({ source, asOf });
  const matches = named(reports, source, asOf);
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

/** The reports that a name may mean; none where it is of no source. */
export function named<R extends Attribution>(reports: readonly R[], source: string, asOf: Attribution["asOf"]): R[] {
  const wanted = comparable(attributionName({ source, asOf }));
  const names = namesOf(reports).map(comparable);
  const shown = reports.filter((report, index) =>
    [names[index], comparable(attributionName(report, index))].includes(wanted),
  );
  if (shown.length > 0 || asOf) return shown;
  return reports.filter((report) => report.source !== undefined && comparable(report.source) === comparable(source));
}

/** Names are the same ignoring case, and however their accents are written. */
function comparable(name: string): string {
  return name.normalize().toLowerCase();
}
