import { groupDigits } from "../../core/digits.ts";
import type { Markup } from "./markup.ts";
import { widthOf } from "./measure.ts";
import { ascent, SMALL, textAt } from "./text.ts";

/** "150,000", "0.5". */
export function tickText(value: number): string {
  const [whole = "", fraction] = String(value).split(".");
  return fraction === undefined ? groupDigits(whole) : `${groupDigits(whole)}.${fraction}`;
}

/** The label of a tick, and where it begins. */
export interface TickLabel<T> {
  readonly tick: T;
  readonly text: string;
  readonly left: number;
}

interface Axis<T> {
  /** About so many ticks. */
  readonly ticks: (count: number) => readonly T[];
  readonly x: (tick: T) => number;
  readonly text: (tick: T, at: number) => string;
  /** Labels stay between these. */
  readonly from: number;
  readonly to: number;
}

/** As many ticks as have room for their labels, which are centred on them where they can be. */
export function labelledTicks<T>({ ticks, x, text, from, to }: Axis<T>): readonly TickLabel<T>[] {
  const labelled = (count: number) =>
    ticks(count).map((tick, at) => {
      const width = widthOf(text(tick, at), SMALL);
      return { tick, text: text(tick, at), left: Math.min(Math.max(x(tick) - width / 2, from), to - width) };
    });
  for (let count = 6; count > 1; count -= 1) {
    const labels = labelled(count);
    if (labels.every((label, at) => at === 0 || isAfter(label, labels[at - 1]!))) return labels;
  }
  return labelled(1).slice(0, 1);
}

const SPACE = 8;

const isAfter = ({ left }: { readonly left: number }, before: { readonly text: string; readonly left: number }) =>
  left >= before.left + widthOf(before.text, SMALL) + SPACE;

/** The labels below an axis. */
export function tickLabels(labels: readonly TickLabel<unknown>[], top: number): Markup[] {
  return labels.map(({ text, left }) => textAt(text, left, top + ascent(SMALL), { font: SMALL, muted: true }));
}
