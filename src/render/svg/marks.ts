import type { Range } from "../../core/range.ts";
import { capital } from "../capital.ts";
import type { Mark, RangeGroup } from "./picture.ts";

/** A range as it is drawn. */
export function markOf({ low, best, high, openLow, openHigh, approximate }: Range): Mark {
  return { low: low.toNumber(), best: best?.toNumber(), high: high.toNumber(), openLow, openHigh, approximate };
}

/** What the ends of bars mean, for those that are in the picture. */
export function keyOf(groups: readonly RangeGroup[], limit?: Mark): string[] {
  const marks = groups.flatMap(({ rows }) => rows.map(({ mark }) => mark));
  return keyOfMarks(marks, "a soft edge: approximate", limit ? [`${limitName(limit)}: the force`] : []);
}

/** What a number that all bars are compared with looks like. */
function limitName({ low, high, openLow, openHigh, approximate }: Mark): string {
  if (low !== high) return "the pale band";
  return openLow || openHigh || approximate ? "the dashed line" : "the upright line";
}

/** The same for other marks; `soft` says how approximate ones are drawn. */
export function keyOfMarks(marks: readonly Mark[], soft: string, more: readonly string[] = []): string[] {
  const has = (what: (mark: Mark) => boolean) => marks.some(what);
  const parts = [
    ...(has(({ openLow, openHigh }) => openLow || openHigh) ? ["an arrow: the number may be further that way"] : []),
    ...(has(({ approximate }) => approximate) ? [soft] : []),
    ...(has(({ best }) => best !== undefined) ? ["a diamond: a source’s best value"] : []),
    ...more,
  ];
  return parts.length > 0 ? [`${capital(parts.join("; "))}.`] : [];
}

/** More names than these are only counted. */
const MOST_NAMES = 8;

/** "Ukraine; CSIS; 3 more". */
export function shortList(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return (more > 0 ? [...names.slice(0, MOST_NAMES), `${more} more`] : names).join("; ");
}

/** That the axis is, or the axes are. */
export const logarithmic = (axes: number): string => `${axes > 1 ? "The axes are" : "The axis is"} logarithmic.`;
