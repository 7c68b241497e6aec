import type { Category } from "../../core/categories.ts";
import type { CaveatCode, TableCode } from "../../core/caveats/caveat.ts";
import type { Estimate } from "../../core/estimate.ts";
import type { Range } from "../../core/range.ts";
import { openEnds } from "../../render/separated.ts";
import type { Columns } from "../columns.ts";
import { type Course, hasApproximateChange } from "../course.ts";
import type { SeriesKind } from "../plan.ts";
import { formsOf } from "../roles.ts";

/** Which columns are added to a table. */
export interface AddedOptions {
  /** What their names begin with: "est_". */
  readonly prefix: string;
  /** The name of the column with the file of each row. */
  readonly file: string | undefined;
  /** Whether a column or an option can give best values. */
  readonly best: boolean;
  /** Whether some wounded returned. */
  readonly net: boolean;
  /** The suffixes that tell the forces apart: "" for a single force. */
  readonly forces: readonly string[];
  /** What the rows are, if they are a series. */
  readonly series: SeriesKind | undefined;
}

/** What an added cell holds. */
type Content =
  | "file"
  | "killed"
  | "outOfAction"
  | "net"
  | "share"
  | "netShare"
  | "course"
  | "courseKilled"
  | "courseOpen"
  | "perDay"
  | "open"
  | "caveats";

/** One added column. Both writers of rows go through a list of these, so that neither can miss a column. */
export interface AddedColumn {
  readonly name: string;
  readonly content: Content;
  /** Which end of a range, if it holds one. */
  readonly end: "low" | "best" | "high";
  /** Which force a share belongs to. */
  readonly force: number;
  /** Whether it holds words. Every other column holds digits, or nothing. */
  readonly isWords: boolean;
}

/** The added columns, in order. */
export function addedColumns({ prefix, file, best, net, forces, series }: AddedOptions): AddedColumn[] {
  const column = (name: string, content: Content, end: AddedColumn["end"] = "low", force = 0): AddedColumn => {
    const isWords = content === "file" || content === "open" || content === "courseOpen" || content === "caveats";
    return { name: prefix + name, content, end, force, isWords };
  };
  const range = (name: string, content: Content, force?: number) =>
    (["low", "best", "high"] as const).flatMap((end) =>
      end === "best" && !best ? [] : [column(`${name}_${end}`, content, end, force)],
    );
  return [
    ...(file === undefined ? [] : [{ ...column("", "file"), name: file }]),
    ...range("killed", "killed"),
    ...range("out_of_action", "outOfAction"),
    ...(net ? range("net", "net") : []),
    ...forces.flatMap((force, index) => [
      ...range(`share${force}`, "share", index),
      ...(net ? range(`net_share${force}`, "netShare", index) : []),
    ]),
    ...(series ? SERIES_COLUMNS[series](column) : []),
    column("open", "open"),
    column("caveats", "caveats"),
  ];
}

type MakeColumn = (name: string, content: Content, end?: "low" | "high") => AddedColumn;

/** The change since the row before, or the total so far. Neither has a best value. */
const SERIES_COLUMNS: Readonly<Record<SeriesKind, (column: MakeColumn) => AddedColumn[]>> = {
  cumulative: (column) => [
    column("change_low", "course", "low"),
    column("change_high", "course", "high"),
    column("change_open", "courseOpen"),
    column("per_day_low", "perDay", "low"),
    column("per_day_high", "perDay", "high"),
  ],
  daily: (column) => [
    column("total_killed_low", "courseKilled", "low"),
    column("total_killed_high", "courseKilled", "high"),
    column("total_out_of_action_low", "course", "low"),
    column("total_out_of_action_high", "course", "high"),
    column("total_open", "courseOpen"),
  ],
};

/** Suffixes for the columns of forces with labels: short, only letters and digits, and all different. */
export function forceSuffixes(labels: readonly (string | undefined)[]): string[] {
  if (labels.length < 2) return labels.map(() => "");
  const names = labels.map((label) =>
    label
      ?.toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "_")
      .replace(/^_|_$/g, ""),
  );
  const distinct = names.every((name, index) => name && names.indexOf(name) === index);
  return names.map((name, index) => `_${distinct ? name : index + 1}`);
}

/** The added cells of a row without figures. */
export function emptyCells(columns: readonly AddedColumn[], file: string): string[] {
  return columns.map(({ content }) => (content === "file" ? file : ""));
}

/** The result of a row. */
export interface RowResult {
  readonly result: Estimate;
  readonly course: Course | undefined;
  readonly isRounded: boolean;
  readonly isSwapped: boolean;
  readonly file: string;
  readonly columns: Pick<Columns, "of">;
}

/** The added cells: whole people, shares with six decimals, and codes. */
export function addedCells(added: readonly AddedColumn[], row: RowResult): string[] {
  const { result: estimate, course } = row;
  const ranges = rangesOf(estimate);
  const cell = ({ content, end, force }: AddedColumn): string => {
    switch (content) {
      case "file":
        return row.file;
      case "killed":
      case "outOfAction":
      case "net":
        return estimate[content]?.[end]?.toFixed(0) ?? "";
      case "share":
      case "netShare":
        return estimate.shares[force]?.[content]?.[end]?.toFixed(6) ?? "";
      case "course":
      case "courseKilled":
      case "perDay":
        return courseCell(course, content, end);
      case "courseOpen":
        return openCell(course);
      case "open":
        return openEnds({
          openLow: ranges.some(({ openLow }) => openLow),
          openHigh: ranges.some(({ openHigh }) => openHigh),
        });
      case "caveats":
        return codesOf(row, ranges).join(" ");
    }
  };
  return added.map(cell);
}

/** Which ends are open in what a series says, of all losses or of the killed among them. */
export function openCell(course: Course | undefined): string {
  if (!course) return "";
  const { people, killed } = course;
  // Most rows have no such killed, and a new object for each of them takes time.
  if (!killed) return openEnds(people);
  return openEnds({ openLow: people.openLow || killed.openLow, openHigh: people.openHigh || killed.openHigh });
}

/** What a series says, in whole people, or per day with six decimals. */
export function courseCell(
  course: Course | undefined,
  of: "course" | "courseKilled" | "perDay",
  end: AddedColumn["end"],
): string {
  if (!course || end === "best") return "";
  if (of === "perDay") return course.perDay?.[end].toFixed(6) ?? "";
  return (of === "course" ? course.people : course.killed)?.[end].toFixed(0) ?? "";
}

/** Every range of people or shares in an estimate. */
function rangesOf({ killed, outOfAction, net, shares }: Estimate): Range[] {
  const all = [killed, outOfAction, net, ...shares.flatMap(({ share, netShare }) => [share, netShare])];
  return all.filter((range) => range !== undefined);
}

function isColumn(category: Category, { of }: RowResult["columns"]): boolean {
  return [...formsOf(category), "captured_missing" as const].some((role) => of[role] !== undefined);
}

function codesOf({ result, course, isRounded, isSwapped, columns }: RowResult, ranges: readonly Range[]) {
  const codes = new Set<CaveatCode | TableCode>();
  for (const { code, args } of result.caveats) {
    // A column of counts may well have small counts, too. The others, and what is not broken down, have no column.
    const isIdle = code === "COUNT_LIKE_MULTIPLIER" && isColumn(args.category, columns);
    const isUnseen =
      (code === "OPEN_LOW" || code === "OPEN_HIGH") && (args.of === "notBrokenDown" || args.of === "others");
    if (!isIdle && !isUnseen) codes.add(code);
  }
  if (isSwapped) codes.add("ENDS_SWAPPED");
  if (isRounded) codes.add("ROUNDED");
  if (hasApproximateChange(course) || ranges.some(({ approximate }) => approximate)) codes.add("APPROXIMATE");
  if (course?.isLower) codes.add("TOTAL_FALLS");
  return [...codes];
}
