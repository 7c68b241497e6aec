import { printable } from "../../notation/characters.ts";
import { people } from "../../notation/print.ts";
import {
  COUNTS,
  type Counts,
  countsBySource,
  lossesOf,
  peopleIn,
  RECORD,
  type RecordSource,
  ratioOf,
  titleOf,
} from "../../record/cases.ts";
import { type LossMeasure, MEASURES } from "../../record/choices.ts";
import { type KnownCase, knownRatios, type OwnCase } from "../../record/names.ts";
import { capital } from "../capital.ts";
import { killedText } from "../definitions.ts";
import { list } from "../list.ts";
import { copyOf, counterOf, pageText } from "../named.ts";
import type { Fact } from "./fact.ts";
import { COUNTED, count, ratioText } from "./list.ts";
import { monthsOf } from "./months.ts";

/** A case in full. */
export function caseFacts({ case: entry, file, pages }: KnownCase): Fact[] {
  const asked = knownRatios(entry).map((known) => `--${known} ${entry.id}`);
  return [
    ...factsOf(entry),
    ...servicesOf(entry),
    ...countersOf(entry, (id) => pages.get(id)!),
    ...pagesNamed(entry, (id) => pages.get(id)!),
    file === undefined ? ["record", RECORD.version] : ["file", printable(file)],
    ["as a ratio", asked.length > 0 ? asked.join(", ") : "none can be calculated"],
  ];
}

function factsOf(entry: OwnCase): Fact[] {
  const { scope, war, killed, killedBasis, killedMeans, capturedOrMissing, served, servedMeans, notComparableBecause } =
    entry;
  const withMeaning = (number: number | undefined, means: string | undefined) =>
    number === undefined ? undefined : `${count(number)}${means === undefined ? "" : ` (${means})`}`;
  const facts: (readonly [string, string | undefined])[] = [
    ["what", titleOf(entry)],
    ["months", monthsOf(entry)],
    ["scope", scope && scopeText(scope, war)],
    ["killed", withMeaning(killed, killedText(killedBasis, killedMeans))],
    ...MEASURES.map((measure) => [measure === "others" ? "all others" : measure, lossText(entry, measure)] as const),
    ["captured or missing", withMeaning(capturedOrMissing, undefined)],
    ["counted twice", entry.countedTwice],
    ["served", withMeaning(served, servedMeans)],
    ["comparable", entry.comparable ? "yes" : notComparableBecause && `no: ${notComparableBecause}`],
    ["confidence", entry.confidence],
    ["why this figure", entry.whyThisFigure],
    ["note", entry.note],
  ];
  return facts.filter((fact): fact is Fact => fact[1] !== undefined);
}

/** "battle, part of american-civil-war". */
function scopeText(scope: string, war: string | undefined): string {
  if (war === undefined) return scope;
  return scope === "war" ? `war (${war})` : `${scope}, part of ${war}`;
}

/** Each service, and their sum if it differs from the count of the case. */
function servicesOf({ byService = [], killed }: OwnCase): Fact[] {
  const services = byService.map((part): Fact => ["by service", `${part.service}: ${countsText(part)}`]);
  const serviceTotal = byService.flatMap((part) => part.killed ?? []).reduce((sum, part) => sum + part, 0);
  if (serviceTotal === 0 || serviceTotal === killed) return services;
  return [...services, ["by service", `the services add up to ${count(serviceTotal)} killed, not the count above`]];
}

/** Who counted what, as it can be printed. */
function countersOf(entry: OwnCase, page: (id: string) => RecordSource): Fact[] {
  return [...countsBySource(entry)].flatMap(([id, counts]): Fact[] => {
    const source = page(id);
    const [counter] = counterOf(source);
    const { container, countedBy, url } = source;
    const place = container === undefined || container === countedBy ? [] : [`in ${container}`];
    const who = [counter, ...place, ...copyOf(source), url].filter((part) => part !== undefined);
    const of = capital(counts.map((key) => COUNTED[key]).join(", "));
    return counter === undefined ? [] : [["who counted", `${of}: ${who.join(", ")}`]];
  });
}

/** The pages of rival figures, the pages of the counts, and other pages where a count was seen. */
function pagesNamed(entry: OwnCase, page: (id: string) => RecordSource): Fact[] {
  const { otherFigures = [], countSources = {}, alsoSeenIn = [] } = entry;
  const rivals = otherFigures.map((figure): Fact => {
    const source = page(figure.sourceId);
    const about = [countsText(figure), figure.note, ...counterOf(source), pageWithNote(source)].filter(Boolean);
    return ["other figures", about.join("; ")];
  });
  const counted = ([...COUNTS, "served"] as const).flatMap((key): Fact[] => {
    const id = countSources[key];
    const label = key === "served" ? "source of those who served" : `source of the ${COUNTED[key]}`;
    return id === undefined ? [] : [[label, pageWithNote(page(id))]];
  });
  return [
    ...rivals,
    ["source", pageWithNote(page(entry.sourceId))],
    ...counted,
    ...alsoSeenIn.map((id): Fact => ["also seen in", pageWithNote(page(id))]),
  ];
}

/** "103,284, 3.06 per killed". */
function lossText(entry: OwnCase, measure: LossMeasure): string | undefined {
  const parts = lossesOf(entry, measure);
  const ratio = ratioText(entry, measure);
  if (ratio === "") {
    const lacks = entry.wounded === undefined ? "the wounded" : "the captured and missing";
    return measure === "others" ? `not known: there is no count of ${lacks}` : "not known";
  }
  if (!parts) return `${ratio} per killed`;
  const means = measure === "wounded" ? entry.woundedMeans : undefined;
  const of = measure === "others" ? list(parts.map((part) => part.of)) : means;
  return `${people(peopleIn(parts))}${of === undefined ? "" : ` (${of})`}, ${ratio} per killed`;
}

/** "33,651 killed, 103,284 wounded (3.07 per killed)". */
export function countsText(figure: Counts): string {
  const ratio = ratioOf(figure, "wounded");
  const parts = COUNTS.flatMap((of) => (figure[of] === undefined ? [] : [`${count(figure[of])} ${COUNTED[of]}`]));
  return `${parts.join(", ")}${ratio ? ` (${ratio.toFixed(2)} wounded per killed)` : ""}`;
}

function pageWithNote(page: RecordSource): string {
  return `${pageText(page)}${page.note ? `. ${page.note}` : ""}`;
}
