import { groupDigits } from "../../core/digits.ts";
import type { Markup } from "./markup.ts";
import { widthOf } from "./measure.ts";
import { ascent, SMALL, textAt } from "./text.ts";

/** "150,000", "0.5". */
export function tickText(value: number): string {
  const [whole = "", fraction] = String(value).split(".");
  return fraction === undefined ? groupDigits(whole) : `${groupDigits(whole)}.${fraction}`;
}

/** The label of a tick, with the room that it has, and the point of it that is fixed, since fonts differ in width. */
export interface TickLabel<T> {
  readonly tick: T;
  readonly text: string;
  readonly left: number;
  readonly x: number;
  readonly anchor: "start" | "middle" | "end";
}

interface Axis<T> {
  /** Roughly this many ticks. */
  readonly ticks: (count: number) => readonly T[];
  readonly x: (tick: T) => number;
  readonly text: (tick: T, at: number) => string;
  /** What is counted: the first label says it after its number. */
  readonly unit?: string;
  /** Labels stay between these. */
  readonly from: number;
  readonly to: number;
}

/** As many ticks as have room for their labels, which are centred on them where they can be. */
export function labelledTicks<T>({ ticks, x, text, unit, from, to }: Axis<T>): readonly TickLabel<T>[] {
  const labelled = (count: number) =>
    ticks(count).map((tick, at) => {
      const label = labelOf(tick, text(tick, at), x(tick), { from, to });
      return at > 0 || unit === undefined ? label : withUnit(label, unit);
    });
  for (let count = 6; count > 0; count -= 1) {
    const labels = labelled(count);
    if (labels.every((label, at) => at === 0 || isAfter(label, labels[at - 1]!))) return labels;
  }
  return labelled(1).slice(0, 1);
}

/** A label in the middle of its tick, or else as near to it as the ends of the axis allow. */
function labelOf<T>(tick: T, text: string, x: number, { from, to }: Pick<Axis<T>, "from" | "to">): TickLabel<T> {
  const width = widthOf(text, SMALL);
  const left = x - width / 2;
  if (left < from) return { tick, text, left: from, x: from, anchor: "start" };
  if (left + width > to) return { tick, text, left: to - width, x: to, anchor: "end" };
  return { tick, text, left, x, anchor: "middle" };
}

/** The label with its unit, which does not move its number. */
function withUnit<T>(label: TickLabel<T>, unit: string): TickLabel<T> {
  return { ...label, text: `${label.text} ${unit}`, x: label.left, anchor: "start" };
}

const SPACE = 8;

const isAfter = ({ left }: { readonly left: number }, before: { readonly text: string; readonly left: number }) =>
  left >= before.left + widthOf(before.text, SMALL) + SPACE;

/** The labels below an axis. */
export function tickLabels(labels: readonly TickLabel<unknown>[], top: number): Markup[] {
  return labels.map(({ text, x, anchor }) =>
    textAt(text, x, top + ascent(SMALL), { font: SMALL, anchor, muted: true }),
  );
}
