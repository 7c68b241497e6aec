import { CATEGORIES, type Category } from "../core/categories.ts";
import { defined } from "../core/defined.ts";
import { collect, InputError, type Problem, refuse } from "../core/errors.ts";
import type { Ratio } from "../core/figure.ts";
import type { CaseRatio, NamedRatio, Page, RatioInput } from "../core/named.ts";
import { closed } from "../core/range.ts";
import type { RatioLookup } from "../core/ratio-lookup.ts";
import type { Rational } from "../core/rational.ts";
import { suggest, suggestions } from "../core/suggest.ts";
import { type Case, categoriesOf, lossesOf, RECORD, type RecordSource, ratioOf, titleOf } from "./cases.ts";
import { DEFINITIONS, type LossMeasure, SCOPES } from "./choices.ts";
import { comparableCases, FEWEST_WARS, historyOf, rounded, warsOf } from "./history.ts";
import { type CaseFilter, matchesFilter, parseCaseFilter } from "./scope.ts";

/** A case of the user's own, which may have ratios without counts. */
export interface OwnCase extends Case {
  readonly woundedPerKilled?: Ratio | undefined;
  readonly nonfatalPerKilled?: Ratio | undefined;
  /** What nonfatalPerKilled includes. */
  readonly covers?: readonly Category[] | undefined;
}

/** The user's own cases. */
export interface OwnRecord {
  readonly file: string;
  readonly version?: string | undefined;
  readonly sources: readonly RecordSource[];
  readonly conflicts: readonly OwnCase[];
}

export const HISTORY = "history";

/** Whether a name is history, or history narrowed, ignoring case. */
export function isHistory(name: string): boolean {
  return name.toLowerCase().split(":")[0] === HISTORY;
}

/** A case, and the pages of the record that contains it. */
export interface KnownCase {
  readonly case: OwnCase;
  readonly pages: ReadonlyMap<string, RecordSource>;
  /** The user's file; absent for a built-in case. */
  readonly file?: string | undefined;
  readonly version?: string | undefined;
}

/** All cases, the user's first. */
export function knownCases(own: readonly OwnRecord[]): KnownCase[] {
  return [...own, { ...RECORD, file: undefined }].flatMap(({ sources, conflicts, file, version }) => {
    const pages = new Map(sources.map((source) => [source.id, source]));
    return conflicts.map((entry) => ({ case: entry, pages, file, version }));
  });
}

/** Finds ratios by name, ignoring case: built-in cases, the user's own cases, and history. */
export function ratiosByName(own: readonly OwnRecord[] = []): RatioLookup {
  const cases = new Map(knownCases(own).map((known) => [known.case.id.toLowerCase(), known]));
  const names = [HISTORY, ...cases.keys()];
  const find = memoized((text, asked) => {
    const name = text.toLowerCase();
    if (isHistory(name)) return historyRatio(name, asked);
    const found = cases.get(name);
    if (found) return caseRatio(found, asked);
    return refuse({ code: "E-RATIO-UNKNOWN", args: { name: text, suggestions: suggestedNames(name, names) } });
  });
  return Object.assign(find, { knows: (name: string) => isHistory(name) || cases.has(name.toLowerCase()) });
}

const MOST_REMEMBERED = 1000;

type FindRatio = (name: string, asked: RatioInput) => Ratio;

/** Remembers each answer, because the rows of a table ask for a few names over and over. */
function memoized(find: FindRatio): FindRatio {
  const known = new Map<string, Ratio | InputError>();
  return (text, asked) => {
    const key = `${asked} ${text}`;
    let found = known.get(key);
    if (!found) {
      const problems: Problem[] = [];
      found = collect(problems, () => find(text, asked)) ?? new InputError(problems);
      if (known.size === MOST_REMEMBERED) known.clear();
      known.set(key, found);
    }
    if (found instanceof InputError) throw found;
    return found;
  };
}

const MOST_SUGGESTED = 3;
const SHORTEST_PART = 3;
/** Comparing names is slow, and a table may have many unknown names. */
const MOST_COMPARED = 200;

/** Names that contain the word that was typed, or if there are none, names with a similar spelling. */
function suggestedNames(name: string, known: readonly string[]): string[] {
  if (known.length > MOST_COMPARED) return [];
  const [word = name] = name.split(":");
  const containing = word.length < SHORTEST_PART ? [] : known.filter((name) => name.includes(word));
  return (containing.length > 0 ? containing : suggestions(word, known)).slice(0, MOST_SUGGESTED);
}

/** The ratios that a case can be asked for. */
export function knownRatios(entry: OwnCase): RatioInput[] {
  return (["ratio", ...CATEGORIES] as const).filter((asked) => givenRatio(entry, asked) ?? countedRatio(entry, asked));
}

function caseRatio({ case: entry, pages, file, version }: KnownCase, asked: RatioInput): Ratio {
  const { id: name, killed, killedBasis, killedMeans, woundedMeans, countedTwice, notComparableBecause } = entry;
  const about = {
    kind: "case" as const,
    name,
    title: titleOf(entry),
    definition: killedBasis,
    killedMeans,
    notComparable: notComparableBecause,
    source: pageOf(pages, entry.sourceId),
    file,
    ...(file === undefined ? { record: version } : { version }),
  } satisfies Partial<CaseRatio>;
  const given = givenRatio(entry, asked);
  if (given) {
    const covers = asked === "ratio" ? (entry.covers ?? CATEGORIES) : [asked];
    return { ...given, text: name, named: { ...about, covers } };
  }
  const ratio = countedRatio(entry, asked);
  if (!ratio) return refuse({ code: "E-RATIO-LACKS", args: { name, asked, knows: knownRatios(entry) } });
  const losses = lossesOf(entry, measureOf(asked)!)!;
  const counted = ["killed", ...losses.map(({ of }) => of)] as const;
  const elsewhere = counted.flatMap((of) => {
    const id = entry.countSources?.[of === "captured or missing" ? "capturedOrMissing" : of];
    return id ? [{ of, source: pageOf(pages, id) }] : [];
  });
  return closedRatio(ratio, ratio, name, {
    ...about,
    woundedMeans: losses.some(({ of }) => of === "wounded") ? woundedMeans : undefined,
    // As all of these are of the captured, too.
    countedTwice: losses.some(({ of }) => of === "captured") ? countedTwice : undefined,
    covers: categoriesOf(losses),
    counts: { killed: killed!, losses },
    elsewhere: elsewhere.length > 0 ? elsewhere : undefined,
  });
}

function pageOf(pages: KnownCase["pages"], id: string): Page {
  const { id: _, type: _type, note: _note, ...page } = pages.get(id)!;
  return defined(page);
}

/** The ratio that a file gives without counts. */
export function givenRatio(entry: OwnCase, asked: RatioInput | "others"): Ratio | undefined {
  if (asked === "wounded") return entry.woundedPerKilled;
  return asked === "ratio" || asked === "others" ? entry.nonfatalPerKilled : undefined;
}

function countedRatio(entry: Case, asked: RatioInput): Rational | undefined {
  const measure = measureOf(asked);
  return measure && ratioOf(entry, measure);
}

/** Undefined for deserters, because no source counts them separately. */
function measureOf(asked: RatioInput): LossMeasure | undefined {
  return asked === "ratio" ? "others" : asked === "deserted" ? undefined : asked;
}

function historyRatio(name: string, asked: RatioInput): Ratio {
  // A ratio is of the wounded if nothing else is known, which the rules check.
  if (asked !== "wounded" && asked !== "ratio") return refuse({ code: "E-HISTORY-ONLY", args: { name, asked } });
  const cases = casesOfHistory(name);
  const interval = historyOf(cases);
  if (!interval) {
    const rows = comparableCases(cases);
    const shown = rows.map((row) => `${row.id} ${ratioOf(row, "wounded")!.toFixed(2)}`);
    const args = { name, wars: warsOf(rows).length, fewest: FEWEST_WARS, cases: shown };
    return refuse({ code: "E-HISTORY-FEW", args });
  }
  const { low, high, ...basis } = interval;
  const named: NamedRatio = {
    ...{ kind: HISTORY, name, selected: filtersOfHistory(name), covers: ["wounded"], record: RECORD.version },
    ...basis,
  };
  return closedRatio(...rounded(interval), name, named);
}

/** The cases that a name like history:1946-2000:war selects. Throws InputError. */
export function casesOfHistory(name: string): readonly Case[] {
  const filters = filtersOfHistory(name);
  return RECORD.conflicts.filter((entry) => filters.every((filter) => matchesFilter(entry, filter)));
}

function filtersOfHistory(name: string): CaseFilter[] {
  return name
    .toLowerCase()
    .split(":")
    .slice(1)
    .map((found): CaseFilter => {
      const suggestion = suggest(found, [...SCOPES, ...DEFINITIONS]);
      return parseCaseFilter(found) ?? refuse({ code: "E-HISTORY-SCOPE", args: defined({ found, suggestion }) });
    });
}

function closedRatio(low: Rational, high: Rational, text: string, named: NamedRatio): Ratio {
  return { ...closed(low, high), text, named };
}
