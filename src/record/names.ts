import { defined } from "../core/defined.ts";
import { refuse } from "../core/errors.ts";
import type { Ratio, RatioLookup } from "../core/figure.ts";
import type { Asked, CaseRatio, NamedRatio } from "../core/named.ts";
import type { Rational } from "../core/rational.ts";
import { CATEGORIES, type Category } from "../core/scenario.ts";
import { suggestions } from "../core/suggest.ts";
import { type Case, categoriesOf, lossesOf, RECORD, type RecordSource, ratioOf, titleOf } from "./cases.ts";
import type { Measure } from "./choices.ts";
import { comparable, FEWEST_WARS, historyOf, rounded, warMeans } from "./history.ts";
import { isMeant, type Narrowing, parseNarrowing } from "./scope.ts";

/** A case of the user's, which may give its ratios without counts. */
export interface OwnCase extends Case {
  readonly woundedPerKilled?: Ratio | undefined;
  readonly nonfatalPerKilled?: Ratio | undefined;
  /** What nonfatalPerKilled takes in. */
  readonly covers?: readonly Category[] | undefined;
}

/** Cases of the user's. */
export interface OwnRecord {
  readonly file: string;
  readonly sources: readonly RecordSource[];
  readonly conflicts: readonly OwnCase[];
}

export const HISTORY = "history";

/** Finds ratios by the names of cases, built in or of the user's, and history; in any case of letters. */
export function ratiosByName(own: readonly OwnRecord[] = []): RatioLookup {
  const sources = [...own, { ...RECORD, file: undefined }];
  return (text, asked) => {
    const name = text.toLowerCase();
    if (name.split(":")[0] === HISTORY) return historyRatio(name, asked);
    for (const { file, sources: pages, conflicts } of sources) {
      const found = conflicts.find(({ id }) => id.toLowerCase() === name);
      if (found) return caseRatio(found, asked, pages.find(({ id }) => id === found.sourceId)!, file);
    }
    const known = [HISTORY, ...sources.flatMap(({ conflicts }) => conflicts.map(({ id }) => id))];
    return refuse({ code: "E-RATIO-UNKNOWN", args: { name: text, suggestions: meant(name, known) } });
  };
}

const MOST_MEANT = 3;

/** Names that hold the word that was typed, else those that are spelled much like it. */
function meant(name: string, known: readonly string[]): string[] {
  const holding = known.filter((one) => one.includes(name));
  return (holding.length > 0 ? holding : suggestions(name, known)).slice(0, MOST_MEANT);
}

/** What a case can be asked for. */
export function knownOf(one: OwnCase): Asked[] {
  return (["ratio", ...CATEGORIES] as const).filter((asked) => givenRatio(one, asked) ?? countedRatio(one, asked));
}

function caseRatio(one: OwnCase, asked: Asked, source: RecordSource, file: string | undefined): Ratio {
  const { id: name, killed, killedBasis, notComparableBecause } = one;
  const about = {
    kind: "case" as const,
    name,
    title: titleOf(one),
    definition: killedBasis,
    notComparable: notComparableBecause,
    source: defined({ title: source.title, url: source.url, where: source.where }),
    why: one.whyThisFigure,
    file,
    record: file === undefined ? RECORD.version : undefined,
  } satisfies Partial<CaseRatio>;
  const given = givenRatio(one, asked);
  if (given) {
    const covers = asked === "ratio" ? (one.covers ?? CATEGORIES) : [asked];
    return { ...given, text: name, named: { ...about, covers } };
  }
  const ratio = countedRatio(one, asked);
  if (!ratio) return refuse({ code: "E-RATIO-LACKS", args: { name, asked, knows: knownOf(one) } });
  const losses = lossesOf(one, measureOf(asked)!)!;
  return exactly(ratio, ratio, name, { ...about, covers: categoriesOf(losses), counts: { killed: killed!, losses } });
}

function givenRatio({ woundedPerKilled, nonfatalPerKilled }: OwnCase, asked: Asked): Ratio | undefined {
  return asked === "wounded" ? woundedPerKilled : asked === "ratio" ? nonfatalPerKilled : undefined;
}

function countedRatio(one: Case, asked: Asked): Rational | undefined {
  const measure = measureOf(asked);
  return measure && ratioOf(one, measure);
}

/** No source counts deserters apart. */
function measureOf(asked: Asked): Measure | undefined {
  return asked === "ratio" ? "others" : asked === "deserted" ? undefined : asked;
}

function historyRatio(name: string, asked: Asked): Ratio {
  if (asked !== "wounded") return refuse({ code: "E-HISTORY-ONLY", args: { name, asked } });
  const cases = casesOfHistory(name);
  const interval = historyOf(cases);
  if (!interval) {
    const rows = comparable(cases);
    const shown = rows.map((one) => `${one.id} ${ratioOf(one, "wounded")!.toFixed(2)}`);
    const args = { name, wars: warMeans(rows).size, fewest: FEWEST_WARS, cases: shown };
    return refuse({ code: "E-HISTORY-FEW", args });
  }
  const { low, high, ...basis } = interval;
  const named: NamedRatio = { kind: HISTORY, name, covers: ["wounded"], record: RECORD.version, ...basis };
  return exactly(...rounded(interval), name, named);
}

/** The cases that a name like history:1946-2000:war means. Throws InputError. */
export function casesOfHistory(name: string): readonly Case[] {
  const narrowings = name
    .split(":")
    .slice(1)
    .map((found): Narrowing => parseNarrowing(found) ?? refuse({ code: "E-HISTORY-SCOPE", args: { found } }));
  return RECORD.conflicts.filter((one) => narrowings.every((narrowing) => isMeant(one, narrowing)));
}

function exactly(low: Rational, high: Rational, text: string, named: NamedRatio): Ratio {
  return { low, high, openLow: false, openHigh: false, approximate: false, text, named };
}
