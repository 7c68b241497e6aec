import type { Scale } from "./mark.ts";
import { widthOf } from "./measure.ts";
import { SMALL } from "./text.ts";

export interface Dot {
  readonly label: string;
  readonly value: number;
  readonly x: number;
  /** How many dots are below it. */
  level: number;
}

/** The dots from left to right, each on the lowest level on which it is at least `step` away from all others. */
export function stacked(
  dots: readonly { readonly label: string; readonly value: number }[],
  x: Scale,
  step: number,
): Dot[] {
  const placed: Dot[] = [];
  for (const { label, value } of [...dots].sort((a, b) => a.value - b.value)) {
    const dot: Dot = { label, value, x: x(value), level: 0 };
    const near = placed.filter((other) => dot.x - other.x < step).map(({ level }) => level);
    while (near.includes(dot.level)) dot.level += 1;
    placed.push(dot);
  }
  return placed;
}

/** The name of a dot, in one of two rows above the dots. */
export interface DotName {
  readonly dot: Dot;
  readonly row: 0 | 1;
  readonly left: number;
  readonly width: number;
}

/** Names are for those at each end, which a reader asks about. */
const NAMED_AT_END = 3;
const SPACE = 8;

/**
 * Names for the highest and lowest dots, as far as there is room: no line to a dot crosses a word or another dot, or
 * what is between `from` and `to`.
 */
export function namedDots(
  dots: readonly Dot[],
  width: number,
  avoid: { readonly from: number; readonly to: number },
): DotName[] {
  const sorted = [...dots].sort((a, b) => a.value - b.value);
  const isFree = ({ x, level }: Dot) =>
    (x < avoid.from || x > avoid.to) && !dots.some((other) => other.level > level && Math.abs(other.x - x) < SPACE);
  // If the last dot has no room for its name, that of the one before would be taken for it.
  const named = (from: readonly Dot[]) => {
    const blocked = from.findIndex((dot) => !isFree(dot));
    return from.slice(0, blocked < 0 ? undefined : blocked);
  };
  const [lowest, highest] = [named(sorted.slice(0, NAMED_AT_END)), named(sorted.slice(-NAMED_AT_END).reverse())];
  const fromEnds = [0, 1, 2].flatMap((at) => [...highest.slice(at, at + 1), ...lowest.slice(at, at + 1)]);
  const names: DotName[] = [];
  for (const dot of new Set(fromEnds)) {
    const size = widthOf(dot.label, SMALL);
    const left = Math.min(Math.max(dot.x - size / 2, 0), width - size);
    const row = ([1, 0] as const).find((row) =>
      names.every((other) => areApart({ dot, row, left, width: size }, other)),
    );
    if (row !== undefined && left >= 0) names.push({ dot, row, left, width: size });
  }
  return names;
}

function areApart(a: DotName, b: DotName): boolean {
  if (a.row === b.row) return a.left > b.left + b.width + SPACE || b.left > a.left + a.width + SPACE;
  const [upper, lower] = a.row === 0 ? [a, b] : [b, a];
  return upper.dot.x < lower.left - SPACE / 2 || upper.dot.x > lower.left + lower.width + SPACE / 2;
}
