import type { Caveat } from "../../core/caveats/caveat.ts";
import type { Comparison } from "../../core/compare/compare.ts";
import type { Contrast, Pair } from "../../core/compare/pair.ts";
import { type ComparedQuantity, dateOf, type Subject } from "../../core/compare/quantities.ts";
import type { Range } from "../../core/range.ts";
import { changedInputs } from "../../notation/changed-inputs.ts";
import { compact, measured, type Print, percent, RESULT, signed } from "../../notation/print.ts";
import { capital } from "../capital.ts";
import { caveatSentences } from "../caveats.ts";
import { dateInWords } from "../date-words.ts";
import { list as listOf } from "../list.ts";
import { originLines } from "../origin.ts";
import { assumptionOfAll } from "../quote/printed.ts";
import { listSection, type Section, sourcesSection } from "../sections.ts";
import type { Sheet } from "../sheet.ts";
import { labelOf, quantityName } from "./names.ts";
import { commonDate, comparisonSentence } from "./sentence.ts";
import { comparisonWorking } from "./working.ts";

/** The sections of a comparison, in the order in which they are printed. */
export function comparisonSections(comparison: Comparison, explain: boolean, isText: boolean): Section[] {
  const { subjects, pairs, caveats } = comparison;
  const audience = { isForReaders: !isText };
  const lines = pairs.map((pair) => [pair, changes(pair)] as const);
  const sources = subjects.flatMap(({ name, estimate }) =>
    originLines(estimate.scenario, explain).map((line) => `${name}: ${line}`),
  );
  return [
    { kind: "title", text: datedTitle(comparison) },
    { kind: "sheet", sheet: sheetOf(comparison) },
    { kind: "sentence", text: comparisonSentence(comparison) },
    ...assumptionSection(subjects, comparison.rows),
    ...lines.flatMap(([{ subject, against }, changed]) =>
      listSection(`What changed${pairs.length > 1 ? ` (${datesOf(comparison, against, subject)})` : ""}`, changed),
    ),
    ...listSection("Caveats", [...caveatSentences(caveats, audience), ...ownCaveats(subjects, audience)]),
    ...notesOf(subjects).map((text) => ({ kind: "sentence", text }) as const),
    ...sourcesSection(sources),
    ...(explain ? [{ kind: "steps", title: "Working", steps: comparisonWorking(comparison) } as const] : []),
  ];
}

/** What the numbers of these rows take: tables show results, and no condition. */
export function assumptionSection(
  subjects: readonly Subject[],
  rows: readonly { readonly quantity: ComparedQuantity }[],
): Section[] {
  const keys = rows.map(({ quantity }) => quantity.key);
  return assumptionOfAll(subjects, keys).map((text) => ({ kind: "sentence", text }));
}

/** The note of each file, which may say what it counts. One that all have is printed once, and has no names. */
export function notesOf(subjects: readonly Subject[]): string[] {
  const names = new Map<string, string[]>();
  for (const { name, estimate } of subjects) {
    const { note } = estimate.scenario;
    if (note) names.set(note, [...(names.get(note) ?? []), name]);
  }
  return [...names].map(([note, all]) => {
    const whose = all.length < subjects.length ? ` (${listOf(all)})` : "";
    return `Note${whose}: ${note}`;
  });
}

/** The caveats of each subject. Those that several have are printed once. */
export function ownCaveats(
  subjects: readonly Subject[],
  audience: { readonly isForReaders: boolean },
  isShown = (_: Caveat) => true,
): string[] {
  const names = new Map<string, string[]>();
  for (const subject of subjects) {
    for (const text of caveatSentences(caveatsOf(subject).filter(isShown), audience))
      names.set(text, [...(names.get(text) ?? []), subject.name]);
  }
  return [...names].map(([text, all]) => `${listOf(all)}: ${text}`);
}

/** The caveats of a subject in a comparison or a total, in every format. */
export function caveatsOf({ estimate, past }: Subject): readonly Caveat[] {
  // How the counts of the record were made is not a caveat of this comparison, and the killed are compared as such.
  return past ? [] : estimate.caveats.filter(({ code }) => code !== "KILLED_ALONE");
}

/** The codes in a row about some subjects: those of the whole, and of each of them. */
export function caveatCodes(caveats: readonly Caveat[], subjects: readonly Subject[]): string {
  return [...new Set([...caveats, ...subjects.flatMap(caveatsOf)].map(({ code }) => code))].join(" ");
}

/** The title, with the date that all of them have. */
function datedTitle(comparison: Comparison): string {
  const isPlain = !areDates(comparison) && comparison.subjects.every(({ past }) => past === undefined);
  const date = isPlain ? commonDate(comparison.subjects) : undefined;
  const title = titleOf(comparison);
  // A name that the user gave is written as it was typed.
  return [
    comparison.subjects[0]!.title === undefined ? title : capital(title),
    ...(date ? [dateInWords(date)] : []),
  ].join(", ");
}

/** "Russia and Ukraine", or "Russia: 2026-03-20 and 2026-08-21". */
export function titleOf(comparison: Comparison, writeDate?: typeof dateInWords): string {
  const dates = datesIn(comparison, writeDate);
  const side = areDates(comparison) ? comparison.subjects[0]!.estimate.scenario.side : undefined;
  return `${side === undefined ? "" : `${side}: `}${listOf(dates ?? comparison.subjects.map(({ name }) => name))}`;
}

const areDates = ({ pairs }: Comparison) => pairs.every(({ kind }) => kind === "dates");

/** The names of the subjects, or their dates if these are what distinguishes them. */
export function headingsOf(comparison: Comparison, writeDate?: typeof dateInWords): string[] {
  return datesIn(comparison, writeDate) ?? comparison.subjects.map(labelOf);
}

/** The dates of the subjects, if these are what distinguishes them. */
function datesIn(comparison: Comparison, writeDate: typeof dateInWords = ({ text }) => text): string[] | undefined {
  const dates = comparison.subjects.flatMap((subject) => {
    const date = dateOf(subject);
    return date ? [writeDate(date)] : [];
  });
  return areDates(comparison) && new Set(dates).size === comparison.subjects.length ? dates : undefined;
}

/** "2025 to 2026". */
function datesOf(comparison: Comparison, against: Subject, subject: Subject): string {
  const heads = headingsOf(comparison);
  return [against, subject].map((each) => heads[comparison.subjects.indexOf(each)]!).join(" to ");
}

/** The quantities in rows. Each subject has a column, and so does each comparison. */
function sheetOf(comparison: Comparison): Sheet {
  const { subjects, rows, pairs } = comparison;
  const heads = pairs.flatMap((pair) => pairHeads(pair, comparison));
  return {
    heads: ["", ...headingsOf(comparison), ...heads],
    rows: rows.map(({ quantity, values }) => [
      quantityName(quantity, subjects),
      ...values.map((value) => (value ? compact(value, RESULT[quantity.unit]) : "")),
      ...pairs.flatMap((pair) =>
        pairCells(
          pair,
          pair.contrasts.find((contrast) => contrast.quantity === quantity),
        ),
      ),
    ]),
    numbers: [false, ...subjects.map(() => true), ...heads.map(() => true)],
  };
}

function pairHeads({ kind, subject, against }: Pair, comparison: Comparison): string[] {
  if (kind === "sides") return [`${labelOf(subject)} : ${labelOf(against)}`];
  if (kind === "past") return [`times ${labelOf(against)}`];
  return [comparison.pairs.length > 1 ? datesOf(comparison, against, subject) : "change", "in percent"];
}

/** The comparison of one quantity; empty if one of the two does not have it. */
function pairCells({ kind }: Pair, contrast: Contrast | undefined): string[] {
  if (kind === "dates") return contrast ? changeCells(contrast) : ["", ""];
  const { quotient } = contrast ?? {};
  return [quotient ? `${compact(quotient, measured)}${kind === "sides" ? " : 1" : ""}` : ""];
}

function changeCells({ quantity: { unit }, difference, change }: Contrast): string[] {
  // The difference of two percentages is not a percentage.
  const print: Print = unit === "share" ? (value) => percent(value).replace("%", "") : RESULT[unit];
  return [
    `${signedRange(difference, print)}${unit === "share" ? " points" : ""}`,
    change ? signedRange(change, percent) : "",
  ];
}

/** "+5,000", "-25,000 to +75,000", "-5 to +7 (best +2)", "0". */
function signedRange({ best, ...range }: Range, print: Print): string {
  const withSign: Print = (value) => signed(value, print);
  return `${compact(range, withSign).replace("–", " to ")}${best ? ` (best ${withSign(best)})` : ""}`;
}

/** Which inputs changed between two dates, and which did not. */
function changes({ kind, subject, against }: Pair): string[] {
  if (kind !== "dates") return [];
  const { changed, same } = changedInputs(against.estimate.scenario, subject.estimate.scenario);
  const lines = changed.map(({ input, from, to }) => {
    if (from === undefined) return `${input}: ${reportText(to!)} is new`;
    if (to === undefined) return `${input}: ${reportText(from)} is no longer given`;
    const [before, after] = [from, to].map(reportText);
    return `${input} went from ${before} to ${after}`;
  });
  return [...lines, ...(same.length > 0 ? [`${listOf(same)} as before`] : [])];
}

/** "5000 (BBC, 2024-01)" of "BBC@2024-01=5000". A rule is not a report: "prefer=BBC". */
function reportText(typed: string): string {
  return typed
    .split("; ")
    .map((report) => {
      const [, source, figure = report] = /^(?!prefer=)([^=]+)=(.*)$/.exec(report) ?? [];
      const written = /\s/.test(figure) ? `“${figure}”` : figure;
      return source === undefined ? written : `${written} (${source.replace("@", ", ")})`;
    })
    .join(" and ");
}
