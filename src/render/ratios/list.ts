import { defined } from "../../core/defined.ts";
import type { Range } from "../../core/range.ts";
import { Rational } from "../../core/rational.ts";
import { printable } from "../../notation/characters.ts";
import { compact, people } from "../../notation/print.ts";
import { type Case, type Counts, pagesOf, RECORD, ratioOf, titleOf } from "../../record/cases.ts";
import { type LossMeasure, MEASURES } from "../../record/choices.ts";
import { middleOf } from "../../record/history.ts";
import { givenRatio, type KnownCase, type OwnCase } from "../../record/names.ts";
import { capital } from "../capital.ts";
import { killedText } from "../definitions.ts";
import { listOfPhrases } from "../list.ts";
import { numberWord } from "../number-word.ts";
import { type Separation, separatedText } from "../separated.ts";
import { columnWidths, type Sheet, sheetWidth, withoutLast } from "../sheet.ts";
import { shortName } from "../short-name.ts";
import type { Source } from "../sources.ts";
import { intervalText } from "./history.ts";

/** What counts are called. */
export const COUNTED = {
  killed: "killed",
  wounded: "wounded",
  captured: "captured",
  missing: "missing",
  capturedOrMissing: "captured or missing",
} as const satisfies Record<keyof Counts, string>;

export const count = (number: number | undefined) => (number === undefined ? "" : people(Rational.of(number)));

/** A ratio to two decimals or digits if it follows from counts, otherwise as it was given. */
export function ratioText(entry: OwnCase, measure: LossMeasure): string {
  const ratio = ratioOf(entry, measure);
  return ratio ? decimals(ratio) : (givenRatio(entry, measure)?.text ?? "");
}

/** "2.55", or two digits of a small ratio: "0.0026". */
function decimals(ratio: Rational): string {
  const zeros = /^0\.(0*)[1-9]/.exec(ratio.toFixed(20))?.[1]?.length ?? 0;
  return ratio.toFixed(2 + zeros);
}

/** The number killed in 30 days, of the cases whose pace is known. */
export type Paces = ReadonlyMap<KnownCase, Range>;

/** A line for each case, with its pace if the list is sorted by it. Readers get titles instead of names to type. */
export function casesSheet(listed: readonly KnownCase[], paces?: Paces, isForReaders = false): Sheet {
  const sheet = isForReaders ? readableSheet(listed) : sheetOf(listed);
  if (!paces) return sheet;
  const at = sheet.heads.indexOf("killed") + 1;
  const withPace = <Cell>(cells: readonly Cell[], cell: Cell) => [...cells.slice(0, at), cell, ...cells.slice(at)];
  const paceOf = (known: KnownCase) => {
    const pace = paces.get(known);
    return pace ? compact(pace, people) : "";
  };
  return {
    heads: withPace(sheet.heads, "in 30 days"),
    numbers: withPace(sheet.numbers!, true),
    rows: sheet.rows.map((row, at) => withPace(row, paceOf(listed[at]!))),
  };
}

function sheetOf(listed: readonly KnownCase[]): Sheet {
  return {
    heads: ["name", "war", "year", "killed", "wounded", "others", "killed means"],
    numbers: [false, false, false, true, true, true, false],
    rows: listed.map(({ case: entry, file }) => [
      `${entry.id}${file === undefined && !entry.comparable ? "*" : ""}`,
      warOf(entry),
      String(entry.startYear ?? ""),
      count(entry.killed),
      ratioText(entry, "wounded"),
      ratioText(entry, "others"),
      entry.killedBasis ?? "",
    ]),
  };
}

function readableSheet(listed: readonly KnownCase[]): Sheet {
  return {
    heads: ["past war", "killed", "wounded", "others", "killed means"],
    numbers: [false, true, true, true, false],
    rows: listed.map(({ case: entry, file }) => [
      `${titleOf(entry) ?? entry.id}${file === undefined && !entry.comparable ? "*" : ""}`,
      count(entry.killed),
      ratioText(entry, "wounded"),
      ratioText(entry, "others"),
      killedText(entry.killedBasis, undefined) ?? "",
    ]),
  };
}

/** "Korean War". For a battle, the war that it was part of, since the name of the case already has the battle. */
function warOf({ conflict, war, scope }: OwnCase): string {
  if (conflict !== undefined && (war === undefined || scope === undefined || scope === "war")) return conflict;
  // As a case of the whole war calls it.
  const whole = RECORD.conflicts.find((other) => other.war === war && other.scope === "war")?.conflict;
  const plain = (war ?? "").replaceAll("-", " ").replace(/(?<=^| )\p{L}/gu, (letter) => letter.toUpperCase());
  return whole ?? plain;
}

/** The width that we expect the reader of a pipe to have room for. */
const USUAL_WIDTH = 80;
const WAR = 1;
const NARROWEST_WAR = 12;

/**
 * Fits the list to a width. If it is too wide, it loses the definitions of "killed", and then long names of wars are
 * shortened. If it is still too wide for a terminal, it stays whole and is printed as a list.
 */
export function fittedSheet(sheet: Sheet, width: number | undefined): Sheet {
  const limit = width ?? USUAL_WIDTH;
  if (sheetWidth(sheet) <= limit) return sheet;
  const short = withoutLast(sheet);
  const room = Math.max((columnWidths(short)[WAR] ?? 0) + limit - sheetWidth(short), NARROWEST_WAR);
  const fitted = {
    ...short,
    rows: short.rows.map((row) => row.map((cell, at) => (at === WAR ? shortName(cell, room) : cell))),
  };
  return width !== undefined && sheetWidth(fitted) > width ? sheet : fitted;
}

/** What the columns mean, and what the cases say together. */
export function casesNotes(listed: readonly KnownCase[], paces?: Paces, isForReaders = false): string[] {
  const cases = builtInCases(listed);
  const own = listed.length - cases.length;
  const rows = cases.filter(({ comparable }) => comparable).length;
  const middle = middleOf(cases);
  const definitions = new Set(cases.flatMap(({ killedBasis }) => killedBasis ?? [])).size;
  const more = (what: string) => (isForReaders ? "" : `; --explain says ${what}`);
  const total = capital(`${numberWord(cases.length)} ${cases.length === 1 ? "case" : "cases"}`);
  return [
    `wounded and others: per person killed; others are the wounded, captured and missing, where known. Record of ${RECORD.version}.`,
    ...(paces ? [paceNote(listed.length - paces.size)] : []),
    ...(rows < cases.length ? [`* cannot be compared with other cases${more("why")}.`] : []),
    ...(definitions > 1 ? [`The sources define "killed" differently${more("how")}.`] : []),
    ...(own > 0 ? [`${capital(numberWord(own))} of your own, not included in the interval or in back-tests.`] : []),
    ...(cases.length > 0
      ? [
          rows === 0
            ? `${total}, none comparable.`
            : `${total}, ${numberWord(rows)} comparable${comparableFrom(rows, cases)}.`,
        ]
      : []),
    ...(middle
      ? [
          `others: ${middle.low.toFixed(2)} to ${middle.high.toFixed(2)} in the middle 80% of the ${middle.rows} comparable cases that have them.`,
        ]
      : []),
  ];
}

function paceNote(without: number): string {
  const last =
    without > 0
      ? ` ${capital(numberWord(without))} ${without === 1 ? "case" : "cases"} without months, or with no whole month between the first and the last, ${without === 1 ? "is" : "are"} at the end.`
      : "";
  return `in 30 days: killed in 30 days, by the months that the counts cover.${last}`;
}

/** Only the comparable cases have an interval, and are from the wars that it counts. */
function comparableFrom(rows: number, cases: readonly Case[]): string {
  if (rows === cases.length) return `, from ${intervalText(cases)}`;
  return `. The comparable ${rows === 1 ? "one is" : "ones are"} from ${intervalText(cases)}`;
}

/** The pages that the counts of some cases are on, each with the titles of the cases. */
export function caseSources(listed: readonly KnownCase[]): Source[] {
  const cited = listed.flatMap(({ case: entry, pages }) =>
    [entry.sourceId, ...Object.values(entry.countSources ?? {})].flatMap((page) => {
      const source = page === undefined ? undefined : pages.get(page);
      return source ? [{ of: titleOf(entry) ?? entry.id, source }] : [];
    }),
  );
  return [...new Set(cited.map(({ source }) => source))].map((source) => ({
    of: listOfPhrases([...new Set(cited.flatMap((each) => (each.source === source ? [each.of] : [])))]),
    who: source.countedBy ?? source.title,
    url: source.url,
    document: source,
  }));
}

/** The page of each count: "killed, wounded: TITLE (URL); captured: TITLE". */
function sourcesText(entry: OwnCase, pages: KnownCase["pages"]): string {
  const counted = Object.entries(COUNTED).flatMap(([key, name]) =>
    entry[key as keyof Counts] === undefined
      ? []
      : [{ name, id: entry.countSources?.[key as keyof Counts] ?? entry.sourceId }],
  );
  return [...new Set(counted.map(({ id }) => id))]
    .flatMap((id) => {
      const page = id === undefined ? undefined : pages.get(id);
      const names = counted.flatMap((each) => (each.id === id ? [each.name] : []));
      return page ? [`${names.join(", ")}: ${page.title}${page.url ? ` (${page.url})` : ""}`] : [];
    })
    .join("; ");
}

/** The cases that are built in. */
export function builtInCases(listed: readonly KnownCase[]): Case[] {
  return listed.flatMap(({ case: entry, file }) => (file === undefined ? [entry] : []));
}

const COLUMNS = [
  "name",
  "conflict",
  "belligerent",
  "war",
  "start_year",
  "end_year",
  "scope",
  "killed",
  "killed_means",
  "wounded",
  "captured",
  "missing",
  "captured_or_missing",
  "served",
  "wounded_per_killed",
  "others_per_killed",
  "comparable",
  "confidence",
  "source",
  "url",
  "record",
  "start_month",
  "end_month",
  "counted_by",
  "reproduced_by",
  "sources",
] as const;

export function casesRows(listed: readonly KnownCase[], separation: Separation): string {
  const lines = listed.map(({ case: entry, file, pages }) => {
    const page = pages.get(entry.sourceId);
    const cells = [
      entry.id,
      entry.conflict,
      entry.belligerent,
      entry.war,
      entry.startYear,
      entry.endYear,
      entry.scope,
      entry.killed,
      entry.killedBasis,
      entry.wounded,
      entry.captured,
      entry.missing,
      entry.capturedOrMissing,
      entry.served,
      ratioText(entry, "wounded"),
      ratioText(entry, "others"),
      entry.comparable,
      entry.confidence,
      page?.title,
      page?.url,
      file === undefined ? RECORD.version : printable(file),
      entry.startMonth,
      entry.endMonth,
      page?.counterUnknown ? undefined : page?.countedBy,
      page?.reproducedBy,
      sourcesText(entry, pages),
    ];
    return cells.map((cell) => String(cell ?? ""));
  });
  return separatedText([COLUMNS, ...lines], separation);
}

/** A case in full, for programs: as the record has it, with its ratios and its pages. */
export function caseRecord({ case: entry, file, pages }: KnownCase): object {
  const { woundedPerKilled, nonfatalPerKilled, ...rest } = entry;
  const ratios = MEASURES.map((measure) => [measure, ratioText(entry, measure)] as const).filter(
    ([, text]) => text !== "",
  );
  return {
    ...rest,
    ...defined({ title: titleOf(entry) }),
    perKilled: Object.fromEntries(
      ratios.map(([measure, text]) => [measure, /^[\d.]+$/.test(text) ? Number(text) : text]),
    ),
    sources: [...new Set(pagesOf(entry))].map((id) => pages.get(id)),
    ...(file === undefined ? { record: RECORD.version } : { file }),
  };
}
