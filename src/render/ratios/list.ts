import { defined } from "../../core/defined.ts";
import { Rational } from "../../core/rational.ts";
import { printable } from "../../notation/characters.ts";
import { people } from "../../notation/print.ts";
import { type Case, pagesOf, RECORD, ratioOf, titleOf } from "../../record/cases.ts";
import { MEASURES, type Measure } from "../../record/choices.ts";
import { middleOf } from "../../record/history.ts";
import { givenRatio, type KnownCase, type OwnCase } from "../../record/names.ts";
import { separatedLine } from "../separated.ts";
import type { Sheet } from "../sheet.ts";
import { intervalText } from "./history.ts";

export const count = (people_: number | undefined) => (people_ === undefined ? "" : people(Rational.of(people_)));

/** A ratio to two decimals, counted or as it is given. */
export function rate(one: OwnCase, measure: Measure): string {
  return ratioOf(one, measure)?.toFixed(2) ?? givenRatio(one, measure)?.text ?? "";
}

/** A line for each case. */
export function casesSheet(listed: readonly KnownCase[]): Sheet {
  return {
    heads: ["name", "year", "killed", "wounded", "others", "killed means"],
    numbers: [false, false, true, true, true, false],
    rows: listed.map(({ case: one, file }) => [
      `${one.id}${file === undefined && !one.comparable ? "*" : ""}`,
      String(one.startYear ?? ""),
      count(one.killed),
      rate(one, "wounded"),
      rate(one, "others"),
      one.killedBasis ?? "",
    ]),
  };
}

/** What the columns mean, and what the cases say together. */
export function casesNotes(listed: readonly KnownCase[]): string[] {
  const cases = ofRecord(listed);
  const own = listed.length - cases.length;
  const rows = cases.filter(({ comparable }) => comparable).length;
  const middle = middleOf(cases);
  const total = `${cases.length} ${cases.length === 1 ? "case" : "cases"}, ${rows} comparable`;
  return [
    `wounded, others (wounded, captured and missing, as far as known): for each person killed. Record of ${RECORD.version}.`,
    ...(rows < cases.length ? ["* not comparable with others; --explain says why."] : []),
    ...(own > 0 ? [`${own} of your own, which no interval and no back-test takes in.`] : []),
    ...(cases.length > 0 ? [`${total}, of ${intervalText(cases)}.`] : []),
    ...(middle
      ? [`others: middle 80% of ${middle.rows} cases ${middle.low.toFixed(2)} to ${middle.high.toFixed(2)}.`]
      : []),
  ];
}

/** The cases that are built in. */
export function ofRecord(listed: readonly KnownCase[]): Case[] {
  return listed.flatMap(({ case: one, file }) => (file === undefined ? [one] : []));
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
] as const;

export function casesRows(listed: readonly KnownCase[], separator: "," | "\t"): string {
  const lines = listed.map(({ case: one, file, pages }) => {
    const page = pages.get(one.sourceId);
    const cells = [
      one.id,
      one.conflict,
      one.belligerent,
      one.war,
      one.startYear,
      one.endYear,
      one.scope,
      one.killed,
      one.killedBasis,
      one.wounded,
      one.captured,
      one.missing,
      one.capturedOrMissing,
      one.served,
      rate(one, "wounded"),
      rate(one, "others"),
      one.comparable,
      one.confidence,
      page?.title,
      page?.url,
      file === undefined ? RECORD.version : printable(file),
    ];
    return cells.map((cell) => String(cell ?? ""));
  });
  return [COLUMNS, ...lines].map((cells) => separatedLine(cells, separator)).join("");
}

/** A case in full, for programs: as the record has it, with its ratios and its pages. */
export function caseRecord({ case: one, file, pages }: KnownCase): object {
  const { woundedPerKilled, nonfatalPerKilled, ...rest } = one;
  const ratios = MEASURES.map((measure) => [measure, rate(one, measure)] as const).filter(([, text]) => text !== "");
  return {
    ...rest,
    ...defined({ title: titleOf(one) }),
    perKilled: Object.fromEntries(
      ratios.map(([measure, text]) => [measure, /^[\d.]+$/.test(text) ? Number(text) : text]),
    ),
    sources: [...new Set(pagesOf(one))].map((id) => pages.get(id)),
    ...(file === undefined ? { record: RECORD.version } : { file }),
  };
}
