import { isPairName, REPORTED } from "../core/categories.ts";
import type { PastWar, Subject } from "../core/compare/quantities.ts";
import type { CategoryLoss, Kind, LossReport } from "../core/inputs.ts";
import type { CaseRatio, NamedRatio, Page } from "../core/named.ts";
import type { Scenario } from "../core/scenario.ts";
import { combinationsIn } from "../core/sources.ts";
import { documentReference, type Reference, referenceText } from "./cite/reference.ts";
import { labelOf } from "./compare/names.ts";
import { dateInWords } from "./date-words.ts";
import { list } from "./list.ts";
import { originParts, ratioName } from "./named.ts";
import { attributed, attributedRatios } from "./origin.ts";

/** A scenario whose sources are listed; its name, if there are several. A past war has the documents of its counts. */
export interface Cited {
  readonly name?: string | undefined;
  readonly scenario: Scenario;
  readonly documents?: PastWar["documents"];
}

/** What a source was cited for: "killed", of one of several subjects. */
interface Use {
  readonly name?: string | undefined;
  readonly of: string;
}

/** Who says so, and when: one source, with everything that it was cited for in the same words. */
export interface Source {
  /** "killed", "Russia, killed and wounded". */
  readonly of: string;
  readonly uses?: readonly Use[];
  readonly who?: string | undefined;
  readonly asOf?: string | undefined;
  readonly kind?: Kind | undefined;
  readonly note?: string | undefined;
  readonly url?: string | undefined;
  /** The document that a count of a past war is from, which is cited in full. */
  readonly document?: Page | undefined;
}

/** The scenarios of a comparison, or the parts of a total. */
export function citedOf(subjects: readonly Subject[]): Cited[] {
  return subjects.map((subject) => ({
    name: labelOf(subject),
    scenario: subject.estimate.scenario,
    documents: subject.past?.documents,
  }));
}

/** Every source of some scenarios, in the order of their inputs. */
export function sourcesOf(cited: readonly Cited[]): Source[] {
  return merged(
    cited.flatMap(({ name, scenario, documents }) =>
      [...(documents?.map(documentSource) ?? reports(scenario)), ...ratios(scenario)].map(({ of, ...source }) => ({
        ...source,
        uses: [{ name, of }],
      })),
    ),
  );
}

/** Who reported the figures, without the past wars that their ratios are from. */
export function reportedBy(cited: readonly Cited[]): Source[] {
  return merged(
    cited.flatMap(({ name, scenario }) =>
      reports(scenario).map(({ of, ...source }) => ({ ...source, uses: [{ name, of }] })),
    ),
  );
}

function documentSource({ of, page }: { readonly of: string; readonly page: Page }): Source {
  return { of, who: page.countedBy ?? page.title, url: page.url, document: page };
}

/** The sources in one cell of a table: what each is cited for, and how to cite it. Dates are written for programs. */
export function sourcesCell(sources: readonly Source[]): string {
  const text = (source: Source) => {
    if (source.document) return referenceText(documentReference(source.document, source.of));
    const parts = [...namesOf(source, ({ text }) => text), ...(source.url === undefined ? [] : [source.url])];
    return `${source.of}: ${parts.join(", ")}`;
  };
  return sources.map(text).join("; ");
}

/** How a page cites a source. A link is on the title of the document, or else on the site, which may only quote it. */
export function referenceOf(source: Source): Reference {
  const { document, of, url, note = "" } = source;
  if (document) {
    const reference = documentReference(document, of);
    const isLink = url === undefined || linkOf(source) !== undefined;
    const place = isLink ? reference : { ...reference, after: `${reference.after}, ${url}`, url: undefined };
    return { ...place, note: note === "" ? "" : `. ${note}` };
  }
  const names = namesOf(source, (date) => `as of ${dateInWords(date)}`).join(", ");
  const link = linkOf(source);
  const more = [note, ...(link === undefined ? [url] : [])].filter(Boolean).join(" ");
  return {
    before: `${of}: ${names}${names && link !== undefined ? ", at " : ""}`,
    linked: link === undefined ? "" : hostOf(link),
    after: "",
    url: link,
    seen: "",
    note: more === "" ? "" : `${names || link ? ": " : ""}${more}`,
  };
}

/** "CSIS (estimate)", and the date of its figure, which may be reported later, if they are known. */
export function namesOf(
  { who, kind, asOf }: Pick<Source, "who" | "kind" | "asOf">,
  date: (asOf: { readonly text: string }) => string,
): string[] {
  const name = [...(who === undefined ? [] : [who]), ...(kind === undefined ? [] : [`(${kind})`])].join(" ");
  return [...(name === "" ? [] : [name]), ...(asOf === undefined ? [] : [date({ text: asOf })])];
}

/** The address as a link can have it. Anything but a page of the web stays text. */
function linkOf({ url }: Pick<Source, "url">): string | undefined {
  return url !== undefined && /^https?:\/\/./i.test(url) ? url : undefined;
}

/** The site of an address: "example.org". */
function hostOf(url: string): string {
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

function ratios(scenario: Scenario): Source[] {
  return attributedRatios(scenario).flatMap(([of, named]) =>
    named.kind === "case" ? ratioSources(of, named) : [historySource(of, named)],
  );
}

/** Where an interval of past wars is from. */
export const RECORD_OF_WARS = "loss-calc’s record of past wars";

function historySource(of: string, named: NamedRatio): Source {
  const note = [ratioName(named), ...originParts(named, false)].join(". ");
  return { of, who: RECORD_OF_WARS, note };
}

/**
 * The documents of the counts that a ratio is the quotient of. The first says what the ratio is, and of the user's file the
 * name alone, since the folder is nobody else's.
 */
function ratioSources(of: string, named: CaseRatio): Source[] {
  const { source, counts, elsewhere = [], title } = named;
  const file = named.file?.replace(/^.*[/\\]/s, "");
  const ratio = of === "ratio" ? of : `${of} per killed`;
  const pages = new Map<string, { page: Page; counted: string[] }>();
  for (const count of counts ? ["killed", ...counts.losses.map((loss) => loss.of)] : [""]) {
    const page = elsewhere.find((other) => other.of === count)?.source ?? source;
    const known = pages.get(JSON.stringify(page));
    pages.set(JSON.stringify(page), { page, counted: [...(known?.counted ?? []), count] });
  }
  return [...pages.values()].map(({ page, counted }, at) => ({
    of: pages.size > 1 ? `${ratio} (${list(counted)})` : of,
    who: title ?? ratioName(named),
    note: at === 0 ? originParts({ ...named, file }, false).join(". ") : title,
    url: page.url,
    document: page,
  }));
}

/** What one source says of several things is cited once. Its figures of a category and a force have no kind of their own. */
function merged(sources: readonly (Omit<Source, "of"> & { readonly uses: readonly Use[] })[]): Source[] {
  const all: (typeof sources)[number][] = [];
  for (const source of sources) {
    const at = all.findIndex((other) => isSame(source, other));
    const { uses = [], kind = source.kind } = all[at] ?? {};
    all.splice(at < 0 ? all.length : at, 1, { ...source, kind, uses: [...uses, ...source.uses] });
  }
  return all.map((source) => ({ ...source, of: usesText(source.uses) }));
}

function isSame(a: Omit<Source, "of">, b: Omit<Source, "of">): boolean {
  const isOfKind = a.kind === undefined || b.kind === undefined || a.kind === b.kind;
  const isOfDocument = a.document?.title === b.document?.title && a.document?.where === b.document?.where;
  const isAlike = (["who", "asOf", "note", "url"] as const).every((key) => a[key] === b[key]);
  return isOfKind && isOfDocument && isAlike && a.who !== undefined;
}

/** "killed and wounded", "Russia and Ukraine, killed"; each subject on its own, if they differ. */
function usesText(uses: readonly Use[]): string {
  const names = [...new Set(uses.map(({ name }) => name))];
  const each = names.map((name) => list([...new Set(uses.flatMap((use) => (use.name === name ? [use.of] : [])))]));
  const named = names.flatMap((name) => name ?? []);
  if (new Set(each).size === 1) return [...(named.length > 0 ? [list(named)] : []), each[0]!].join(", ");
  return names.map((name, at) => [...(name === undefined ? [] : [name]), each[at]!].join(", ")).join("; ");
}
