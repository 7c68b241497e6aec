import type { InputName } from "../../core/inputs.ts";
import { printable } from "../../notation/characters.ts";
import { list } from "../../render/list.ts";
import { numberWord } from "../../render/number-word.ts";
import { alternatives } from "../../render/problems/words.ts";
import { shellQuoted } from "../../render/shell-quoted.ts";
import type { ListCounter } from "../../table/list-counter.ts";
import type { RowLoop } from "../../table/loop.ts";
import type { BatchPlan } from "../../table/plan.ts";
import type { Role } from "../../table/roles.ts";
import type { RowSelection } from "../../table/selection.ts";
import { summaryJson, summaryText } from "../../table/write/summary.ts";
import { unusedNote, unusedRangeNote } from "../../table/write/unused-note.ts";
import { byNameNote } from "../file-format.ts";
import type { GivenOptions } from "../given.ts";
import type { Io } from "../io.ts";
import { selectionNotes } from "./selection-notes.ts";

/** What read the rows of a table, and counted them. */
interface TableReaders {
  readonly loop: RowLoop;
  readonly counter: ListCounter | undefined;
  readonly selection: RowSelection | undefined;
}

/** Writes what the user should know about a table apart from its rows. */
export function writeNotes(
  given: GivenOptions,
  plan: BatchPlan,
  { loop, counter, selection }: TableReaders,
  io: Io,
): void {
  const isJson = given.has("--summary-json");
  for (const { rows, rejected } of counter ? [counter, loop] : [loop]) {
    // The JSON has this number, and has to be all that a program reads.
    if (rejected === 0 || isJson) continue;
    io.stderr.write(`${countOf(rejected, rows)} ${rejected === 1 ? "was" : "were"} rejected\n`);
  }
  if (!given.has("--quiet")) {
    const notes = [
      ...fileNotes(given, plan),
      ...silentNotes(plan, loop),
      ...selectionNotes(selection, counter?.rows ?? loop.rows),
      ...joinNotes(plan, loop),
      ...(counter && plan.rows ? listNotes(counter) : []),
      ...rowNotes(plan, loop),
    ];
    for (const note of notes) io.stderr.write(`note: ${note}\n`);
  }
  if (isJson) io.stderr.write(summaryJson(loop.totals, plan.sum, counter));
  else if (plan.summary) io.stderr.write(summaryText(loop.totals, plan.sum, counter));
}

/** "one of seven rows", or "the only row". */
function countOf(count: number, rows: number): string {
  return rows === 1 ? "the only row" : `${numberWord(count)} of ${numberWord(rows)} rows`;
}

function fileNotes(given: GivenOptions, plan: BatchPlan): string[] {
  const file = given.outputFile();
  const isByName = file !== undefined && !given.has("--format") && plan.to !== plan.from;
  return isByName && plan.to !== "svg" ? [byNameNote(file, plan.to, "--to", plan.from)] : [];
}

/** Inputs that the command line may give because rows take them, but whose results have no column. */
const SILENT = ["per", "recruits", "until"] as const;
/** What turns a pace into a number of people. Recruits and targets need it too. */
const PERIOD = ["start", "end", "days"] as const;

function silentNotes({ defaults, mapping }: BatchPlan, { totals, hasForce, hasPace }: RowLoop): string[] {
  const isGiven = (input: InputName & Role) => defaults[input] !== undefined || mapping.get(input);
  const note = (inputs: readonly string[], without = "") =>
    inputs.length === 0
      ? []
      : [`${list(inputs)} ${inputs.length === 1 ? "adds" : "add"} no column${without}, only caveats`];
  const silent = SILENT.filter(isGiven);
  const isCalculated = totals.rows > totals.empty + totals.rejected;
  const isPeriodUnused = isCalculated && !hasPace && !isGiven("recruits") && !isGiven("until");
  return [
    ...note(silent),
    ...(isCalculated && !hasForce && isGiven("share") ? note(["share"], " without a force") : []),
    ...(isPeriodUnused ? note(PERIOD.filter(isGiven), " without a pace") : []),
  ];
}

/**
 * Reports which sheets of a workbook are not read, before any output from the others. If a file is read twice, they are
 * reported only once.
 */
export function unreadSheetsReporter(given: GivenOptions, io: Io): (sheets: readonly string[]) => void {
  const reported = new Set<string>();
  return (sheets) => {
    const names = alternatives(sheets.map((sheet) => printable(sheet)));
    if (names === "" || reported.has(names) || given.has("--quiet") || given.has("--sheet")) return;
    reported.add(names);
    io.stderr.write(`note: other sheets of the workbook are not read: ${names}; --sheet NAME reads another
`);
  };
}

function joinNotes({ join }: BatchPlan, { totals: { joined, rows } }: RowLoop): string[] {
  if (!join || joined === 0) return [];
  const verb = joined === 1 ? "was" : "were";
  return [
    `${countOf(joined, rows)} ${verb} joined to others with the same ${list(join.keys.map((key) => printable(key)))}`,
  ];
}

function listNotes({ rows, empty, rejected, leftOut }: ListCounter): string[] {
  const people = rows - empty - rejected - leftOut;
  const counted = `${numberWord(people)} ${people === 1 ? "row was" : "rows were"} counted`;
  return [
    people === 0 ? counted : `${counted}, each as one person; a list may be incomplete, so each count is a minimum`,
    ...(empty > 0 ? [`${countOf(empty, rows)} ${empty === 1 ? "has" : "have"} nothing in any column`] : []),
  ];
}

/** Why a running total may fall, and what to do. */
function fallNotes({ series }: BatchPlan, { totals, sourceColumn }: RowLoop): string[] {
  const { falls, firstFall, isFallOfSources } = totals;
  if (falls === 0) return [];
  const often = falls === 1 ? `once, in line ${firstFall}` : `${numberWord(falls)} times, first in line ${firstFall}`;
  const remedy = series?.group === undefined ? ` (--group ${shellQuoted(sourceColumn)} keeps them apart)` : "";
  const sources = isFallOfSources ? `the rows are from several sources${remedy}, ` : "";
  return [
    `the running total falls ${often}: ${sources}it was corrected, it counts something else, or these are losses of single days (--series daily)`,
  ];
}

function rowNotes(plan: BatchPlan, loop: RowLoop): string[] {
  const { totals, totalRows, unseenBest, unused, unusedRanges, codes, lostKeys, arrangedTables } = loop;
  const { reversed, sorted } = arrangedTables;
  const tables = reversed === 1 ? "a table had its" : `${reversed} tables had their`;
  const unsorted = sorted === 1 ? "a table were" : `${sorted} tables were`;
  // If a table is processed in blocks, the run with the header reports this for all of them.
  const unusedText = plan.header ? unusedNote(unused) : undefined;
  const lost = alternatives([...lostKeys].map((key) => printable(key)));
  return [
    ...(reversed > 0 ? [`${tables} newest row first; the rows were reversed`] : []),
    ...(sorted > 0 ? [`the rows of ${unsorted} not in order of date, and were sorted`] : []),
    ...(totals.empty > 0
      ? [
          `${countOf(totals.empty, totals.rows)} ${totals.empty === 1 ? "has no figure, so it has" : "have no figure, so they have"} no results`,
        ]
      : []),
    ...fallNotes(plan, loop),
    ...(totalRows > 0
      ? [
          `${countOf(totalRows, totals.rows)} ${totalRows === 1 ? "looks like a total of others, and was" : "look like totals of others, and were"} added up with them`,
        ]
      : []),
    ...codes.map(({ column, code, cells }) => {
      const where = `${cells} ${cells === 1 ? "cell" : "cells"} of ${printable(column)}`;
      return `${code} in ${where} was read as empty: data sets often write it for “unknown”`;
    }),
    ...(unusedText === undefined ? [] : [unusedText]),
    ...(plan.header ? unusedRanges.map(unusedRangeNote) : []),
    ...(lostKeys.size > 0 ? [`the first rows lack ${lost}, for which there is no column`] : []),
    ...(unseenBest > 0
      ? [
          `${countOf(unseenBest, totals.rows)} gave a best value, which has no column: --map killed_best=COLUMN makes one`,
        ]
      : []),
  ];
}
