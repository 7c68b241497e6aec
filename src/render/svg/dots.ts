import type { Scale } from "./mark.ts";
import { widthOf } from "./measure.ts";
import { SMALL } from "./text.ts";

export const RADIUS = 5;
/** From one dot to the next, if they touch. */
export const STEP = 2 * RADIUS + 2;

export interface Dot {
  readonly label: string;
  readonly value: number;
  readonly x: number;
  /** How many dots are below it. */
  level: number;
}

/** The dots from left to right, each on the lowest level on which it overlaps with none. */
export function stacked(dots: readonly { readonly label: string; readonly value: number }[], x: Scale): Dot[] {
  const placed: Dot[] = [];
  for (const { label, value } of [...dots].sort((a, b) => a.value - b.value)) {
    const dot: Dot = { label, value, x: x(value), level: 0 };
    const near = placed.filter((other) => dot.x - other.x < STEP).map(({ level }) => level);
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

/** Names are for those at the ends, which a reader asks about. */
const MOST_NAMES = 6;

/** Names for the highest and lowest dots, as far as there is room: no line to a dot crosses a word. */
export function namedDots(
  dots: readonly Dot[],
  width: number,
  avoid: { readonly from: number; readonly to: number },
): DotName[] {
  const free = dots.filter((dot) => !dots.some((other) => other.level > dot.level && Math.abs(other.x - dot.x) < STEP));
  const sorted = free.filter(({ x }) => x < avoid.from || x > avoid.to).sort((a, b) => a.value - b.value);
  const fromEnds = sorted.flatMap((_, at) => [sorted[sorted.length - 1 - at]!, sorted[at]!]);
  const names: DotName[] = [];
  for (const dot of [...new Set(fromEnds)].slice(0, MOST_NAMES)) {
    const size = widthOf(dot.label, SMALL);
    const left = Math.min(Math.max(dot.x - size / 2, 0), width - size);
    const row = ([1, 0] as const).find((row) =>
      names.every((other) => areApart({ dot, row, left, width: size }, other)),
    );
    if (row !== undefined) names.push({ dot, row, left, width: size });
  }
  return names;
}

const SPACE = 8;

function areApart(a: DotName, b: DotName): boolean {
  if (a.row === b.row) return a.left > b.left + b.width + SPACE || b.left > a.left + a.width + SPACE;
  const [upper, lower] = a.row === 0 ? [a, b] : [b, a];
  return upper.dot.x < lower.left - SPACE / 2 || upper.dot.x > lower.left + lower.width + SPACE / 2;
}
