import { FIGURES, type FigureRole, type Mapping, rangeOf } from "./roles.ts";
import { END_WORDS } from "./usual-names.ts";

/** Columns with the ends of a range, of which only another number is used. */
export interface UnusedRange {
  readonly columns: readonly string[];
  /** The column that is used instead. */
  readonly used: string;
  /** The --map options that would use all of them. */
  readonly maps: readonly string[];
}

const ENDS = ["low", "best", "high"] as const;
const END_NAME = /^(|.*[\s_.-])(?:low|min|best|high|max)$/is;

/** The columns of a range by their end: those that are called low, best and high after the prefix. */
function rangeColumns(prefix: string, header: readonly string[]) {
  return ENDS.flatMap((end) => {
    const names = END_WORDS[end].map((word) => (prefix + word).toLowerCase());
    const column = header.find((name) => names.includes(name.toLowerCase()));
    return column === undefined ? [] : [{ end, column }];
  });
}

/** The --map options for a range, like killed_low=low; empty if there is no column for its low or high end. */
export function rangeMaps(role: FigureRole, prefix: string, header: readonly string[]): string[] {
  const found = rangeColumns(prefix, header);
  return found.some(({ end }) => end !== "best") ? found.map(({ end, column }) => `${role}_${end}=${column}`) : [];
}

/** The ranges of which one number was mapped as the whole figure, like the "best" of low, best and high. */
export function unusedRanges(mapping: Mapping, header: readonly string[]): UnusedRange[] {
  const mapped = new Set(mapping.values());
  return FIGURES.flatMap((role) => {
    const used = mapping.get(role);
    const prefix = used && END_NAME.exec(used)?.[1];
    if (used === undefined || prefix === undefined || rangeOf(role).some((end) => mapping.has(end))) return [];
    const columns = rangeColumns(prefix, header).flatMap(({ column }) => (mapped.has(column) ? [] : [column]));
    const maps = rangeMaps(role, prefix, header);
    return columns.length > 0 && maps.length > 0 ? [{ columns, used, maps }] : [];
  });
}
