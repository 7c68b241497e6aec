import type { Caveat } from "../../core/caveats/caveat.ts";
import type { Comparison } from "../../core/compare/compare.ts";
import type { Contrast, Pair } from "../../core/compare/pair.ts";
import { dateOf, type Subject } from "../../core/compare/quantities.ts";
import type { Range } from "../../core/range.ts";
import { ZERO } from "../../core/rational.ts";
import { changedInputs } from "../../notation/changed-inputs.ts";
import { compact, measured, type Print, percent, RESULT } from "../../notation/print.ts";
import { caveatSentences } from "../caveats.ts";
import { dateInWords } from "../date-words.ts";
import { list as listOf } from "../list.ts";
import { originLines } from "../origin.ts";
import { listSection, type Section, sourcesSection } from "../sections.ts";
import type { Sheet } from "../sheet.ts";
import { quantityName } from "./names.ts";
import { commonDate, comparisonSentence } from "./sentence.ts";
import { comparisonWorking } from "./working.ts";

/** The sections of a comparison, in the order in which they are printed. */
export function comparisonSections(comparison: Comparison, explain: boolean): Section[] {
  const { subjects, pairs, caveats } = comparison;
  const lines = pairs.map((pair) => [pair, changes(pair)] as const);
  const sources = subjects.flatMap(({ name, estimate }) =>
    originLines(estimate.scenario, explain).map((line) => `${name}: ${line}`),
  );
  return [
    { kind: "title", text: datedTitle(comparison) },
    { kind: "sheet", sheet: sheetOf(comparison) },
    { kind: "sentence", text: comparisonSentence(comparison) },
    ...lines.flatMap(([{ subject }, changed]) =>
      listSection(`What changed${pairs.length > 1 ? ` (${subject.name})` : ""}`, changed),
    ),
    ...listSection("Caveats", [...caveatSentences(caveats), ...ownCaveats(subjects)]),
    ...sourcesSection(sources),
    ...(explain ? [{ kind: "steps", title: "Working", steps: comparisonWorking(comparison) } as const] : []),
  ];
}

/** The caveats of each subject. Those that several have are printed once. */
export function ownCaveats(subjects: readonly Subject[]): string[] {
  const names = new Map<string, string[]>();
  for (const subject of subjects) {
    for (const text of caveatSentences(caveatsOf(subject))) names.set(text, [...(names.get(text) ?? []), subject.name]);
  }
  return [...names].map(([text, all]) => `${listOf(all)}: ${text}`);
}

function caveatsOf({ estimate, past }: Subject): readonly Caveat[] {
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
  return [titleOf(comparison), ...(date ? [dateInWords(date)] : [])].join(", ");
}

/** "Russia and Ukraine", or "Russia: 2026-03-20 and 2026-08-21". */
export function titleOf(comparison: Comparison): string {
  const heads = headingsOf(comparison);
  const side = areDates(comparison) ? comparison.subjects[0]!.estimate.scenario.side : undefined;
  return `${side === undefined ? "" : `${side}: `}${listOf(heads)}`;
}

const areDates = ({ pairs }: Comparison) => pairs.every(({ kind }) => kind === "dates");

/** The names of the subjects, or their dates if these are what distinguishes them. */
function headingsOf(comparison: Comparison): string[] {
  const names = comparison.subjects.map(({ name }) => name);
  const dates = comparison.subjects.flatMap((subject) => dateOf(subject)?.text ?? []);
  return areDates(comparison) && new Set(dates).size === names.length ? dates : names;
}

/** The quantities in rows. Each subject has a column, and so does each comparison. */
function sheetOf(comparison: Comparison): Sheet {
  const { subjects, rows, pairs } = comparison;
  const heads = pairs.flatMap(pairHeads);
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

function pairHeads({ kind, subject, against }: Pair): string[] {
  if (kind === "sides") return [`${subject.name} : ${against.name}`];
  return kind === "past" ? [`times ${against.name}`] : ["change", ""];
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
  const signed: Print = (value) => `${value.compare(ZERO) > 0 ? "+" : ""}${print(value)}`;
  return `${compact(range, signed).replace("–", " to ")}${best ? ` (best ${signed(best)})` : ""}`;
}

/** Which inputs changed between two dates, and which did not. */
function changes({ kind, subject, against }: Pair): string[] {
  if (kind !== "dates") return [];
  const { changed, same } = changedInputs(against.estimate.scenario, subject.estimate.scenario);
  const lines = changed.map(({ input, from, to }) => {
    if (from === undefined) return `${input}: ${to} is new`;
    if (to === undefined) return `${input}: ${from} is no longer given`;
    const [before, after] = [from, to].map((text) => (/\s/.test(text) ? `“${text}”` : text));
    return `${input} went from ${before} to ${after}`;
  });
  return [...lines, ...(same.length > 0 ? [`${listOf(same)} as before`] : [])];
}

export type Pairs = readonly (readonly [string, Range])[];
