import { defined } from "./defined.ts";
import { type Problem, refuse } from "./errors.ts";
import { exact } from "./figure.ts";
import { type Derivation, derive, type Range } from "./range.ts";
import { greatest, least } from "./rational.ts";
import type { Attribution, Combine, Coverage, Report } from "./scenario.ts";
import { suggest } from "./suggest.ts";

/** One source's killed, as reported and as used. */
export interface Account extends Report {
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

/** "Ukraine", "Ukraine@2022-03", or for a nameless one "source 2". */
export function attributionName({ source, asOf }: Attribution, index = 0): string {
  return `${source ?? `source ${index + 1}`}${asOf ? `@${asOf.text}` : ""}`;
}

/**
 * Reads reports as accounts, with the coverage applied to the one that it names, or to the only
 * one. Throws InputError where the coverage names none of them, or two.
 */
export function accounts(reports: readonly Report[], coverage?: Coverage): Account[] {
  const covered = coverage && coveredReport(reports, coverage);
  return reports.map((report, index) => {
    const name = attributionName(report, index);
    if (!coverage || report !== covered) return { ...report, name, killed: exact(report.figure) };
    const derivation = uncover(report, coverage);
    return { ...report, name, killed: derivation.value, coverage: derivation };
  });
}

/** Killed = confirmed ÷ coverage. The list counts as exact, so an "at least" is closed by it. */
function uncover(report: Report, { share }: Coverage): Derivation {
  const confirmed: Range = { ...exact(report.figure), openHigh: false };
  return derive(
    "killed",
    "people",
    "{confirmed} ÷ {coverage}",
    {
      confirmed: { value: confirmed, unit: "people" },
      coverage: { value: share, unit: "share", falls: true },
    },
    (get) => get("confirmed").over(get("coverage")),
  );
}

/** The report that a coverage belongs to: the one that it names, or the only one. Throws InputError. */
export function coveredReport(reports: readonly Report[], coverage: Coverage): Report {
  const [first] = reports;
  if (coverage.source !== undefined) return reportNamed(reports, coverage.source, coverage);
  if (!first || reports.length > 1) refuse({ code: "E-COVERAGE-SOURCE", args: { sources: names(reports) } });
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
const names = (reports: readonly Attribution[]) => reports.map((report, index) => attributionName(report, index));

/**
 * The one report of that name, in any case: the name as it is shown, date and all, before the
 * same source with another date or none.
 */
export function reportNamed<R extends Attribution>(reports: readonly R[], source: string, { asOf }: Attribution): R {
  const name = attributionName({ source, asOf });
  const [found, another] = named(reports, source, asOf);
  if (!found) {
    const args = defined({ name, sources: names(reports), suggestion: suggest(name, names(reports)) });
    refuse({ code: "E-SOURCE-UNKNOWN", args });
  }
  if (another) refuse({ code: "E-SOURCE-TWICE", args: { name, sources: names(reports) } });
  return found;
}

/** The reports that a name may mean; none where it is of no source. */
export function named<R extends Attribution>(reports: readonly R[], source: string, asOf: Attribution["asOf"]): R[] {
  const name = attributionName({ source, asOf });
  const shown = reports.filter((report, index) => same(attributionName(report, index), name));
  return shown.length > 0 || asOf ? shown : reports.filter((report) => same(report.source, source));
}

function same(a: string | undefined, b: string): boolean {
  return a?.normalize().toLowerCase() === b.normalize().toLowerCase();
}
