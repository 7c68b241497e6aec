import type { Range } from "../../core/range.ts";
import type { Mark } from "./picture.ts";

/** A range as it is drawn. */
export function markOf({ low, best, high, openLow, openHigh, approximate }: Range): Mark {
  return { low: low.toNumber(), best: best?.toNumber(), high: high.toNumber(), openLow, openHigh, approximate };
}

/** What the parts of the drawing mean, for those that are in it. */
export function keyOf(marks: readonly Mark[]): string[] {
  const has = (what: (mark: Mark) => boolean) => marks.some(what);
  const parts = [
    ...(has(({ openLow, openHigh }) => openLow || openHigh) ? ["an arrow: the number may be further that way"] : []),
    ...(has(({ approximate }) => approximate) ? ["a soft end: approximate"] : []),
    ...(has(({ best }) => best !== undefined) ? ["a diamond: the source’s best value"] : []),
  ];
  if (parts.length === 0) return [];
  const text = parts.join("; ");
  return [`${text[0]!.toUpperCase()}${text.slice(1)}.`];
}
