import { isPairName, REPORTED } from "../core/categories.ts";
import type { Subject } from "../core/compare/quantities.ts";
import type { CategoryLoss, Kind, LossReport } from "../core/inputs.ts";
import type { Scenario } from "../core/scenario.ts";
import { combinationsIn } from "../core/sources.ts";
import { list } from "./list.ts";
import { originParts, pageName, ratioName } from "./named.ts";
import { attributed, attributedRatios } from "./origin.ts";

/** A scenario whose sources are listed; its name, if there are several. */
export interface Cited {
  readonly name?: string | undefined;
  readonly scenario: Scenario;
}

/** Who says so, and when: one source, with everything that it was cited for in the same words. */
export interface Source {
  /** "killed", "Russia, killed and wounded". */
  readonly of: string;
  readonly who?: string | undefined;
  /** The title of the page that the address is of, if it is not what the source is called. */
  readonly page?: string | undefined;
  readonly asOf?: string | undefined;
  readonly kind?: Kind | undefined;
  readonly note?: string | undefined;
  readonly url?: string | undefined;
}

/** The scenarios of a comparison, or the parts of a total. */
export function citedOf(subjects: readonly Subject[]): Cited[] {
  return subjects.map(({ name, estimate }) => ({ name, scenario: estimate.scenario }));
}

/** Every source of some scenarios, in the order of their inputs. The pages of the record are added on request. */
export function sourcesOf(cited: readonly Cited[], withPages: boolean): Source[] {
  return cited.flatMap(({ name, scenario }) =>
    merged([...reports(scenario), ...ratios(scenario, withPages)]).map((source) => ({
      ...source,
      of: name === undefined ? source.of : `${name}, ${source.of}`,
    })),
  );
}

/** The sources in one cell of a table: what each is cited for, its name, its date and its address. */
export function sourcesCell(sources: readonly Source[]): string {
  const text = (source: Source) => [...namesOf(source), ...(source.url === undefined ? [] : [source.url])].join(", ");
  return sources.map((source) => `${source.of}: ${text(source)}`).join("; ");
}

/** The name of a source and its date, if they are known. */
export function namesOf({ who, asOf }: Pick<Source, "who" | "asOf">): string[] {
  return [who, asOf].filter((text) => text !== undefined);
}

/** The address as a link can have it. Anything but a page of the web stays text. */
export function linkOf({ url }: Pick<Source, "url">): string | undefined {
  return url !== undefined && /^https?:\/\/./i.test(url) ? url : undefined;
}

/** What a link says if its source has no name: "example.org". */
export function hostOf(url: string): string {
  return url.replace(/^\w+:\/\/(?:www\.)?/i, "").replace(/[/?#].*$/s, "");
}

function reports(scenario: Scenario): Source[] {
  return attributed(withUsedReports(scenario)).flatMap(([of, { source, asOf, kind, url, note }]): Source[] => {
    // A label can say what one count has, instead of who says so.
    const isPair = source !== undefined && isPairName(source);
    const found = { of: isPair ? source : of, who: isPair ? undefined : source, asOf: asOf?.text, kind, note, url };
    return Object.values(found).some((part, at) => at > 0 && part !== undefined) ? [found] : [];
  });
}

/** Reports that are only shown, next to a preferred one or between two running totals, are not what a result rests on. */
function withUsedReports(scenario: Scenario): Scenario {
  if (scenario.combine?.rule !== "prefer" && scenario.combine?.rule !== "change") return scenario;
  const used = new Set<unknown>(
    combinationsIn(scenario).flatMap((combination) => combination.used.map(({ stated }) => stated)),
  );
  const kept = REPORTED.flatMap((of) => {
    const reports: readonly (LossReport | CategoryLoss)[] | undefined = scenario[of];
    return reports ? [[of, reports.filter((report) => Object.values(report).some((part) => used.has(part)))]] : [];
  });
  return { ...scenario, ...Object.fromEntries(kept) };
}

function ratios(scenario: Scenario, withPages: boolean): Source[] {
  return attributedRatios(scenario).map(([of, named]) => ({
    of,
    who: named.kind === "history" ? "loss-calc’s record of past wars" : (named.title ?? ratioName(named)),
    page: named.kind === "case" ? pageName(named.source) : undefined,
    note: [...(named.kind === "history" ? [ratioName(named)] : []), ...originParts(named, withPages)].join(". "),
    url: named.kind === "case" ? named.source.url : undefined,
  }));
}

/** What one source says of several things is cited once. Its figures of a category and a force have no kind of their own. */
function merged(sources: readonly Source[]): Source[] {
  const all: (Source & { readonly each: readonly string[] })[] = [];
  for (const source of sources) {
    const at = all.findIndex((other) => isSame(source, other));
    const { each = [], kind = source.kind } = all[at] ?? {};
    all.splice(at < 0 ? all.length : at, 1, { ...source, kind, each: [...each, source.of] });
  }
  return all.map(({ each, ...source }) => ({ ...source, of: list([...new Set(each)]) }));
}

function isSame(a: Source, b: Source): boolean {
  const isOfKind = a.kind === undefined || b.kind === undefined || a.kind === b.kind;
  return isOfKind && a.who !== undefined && (["who", "asOf", "note", "url"] as const).every((key) => a[key] === b[key]);
}
