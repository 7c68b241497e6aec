import { groupDigits } from "../../core/digits.ts";
import { widthOf } from "./measure.ts";
import { SMALL } from "./text.ts";

/** "150,000", "0.5". */
export function tickText(value: number): string {
  const [whole = "", fraction] = String(value).split(".");
  return fraction === undefined ? groupDigits(whole) : `${groupDigits(whole)}.${fraction}`;
}

/** As many ticks as have room for their labels, which are centred on them. */
export function ticksThatFit<T>(
  ticksFor: (count: number) => readonly T[],
  x: (tick: T) => number,
  label: (tick: T, at: number) => string,
): readonly T[] {
  for (let count = 6; count > 1; count -= 1) {
    const ticks = ticksFor(count);
    const areApart = ticks.every((tick, at) => {
      const next = ticks[at + 1];
      if (next === undefined) return true;
      const needed = (widthOf(label(tick, at), SMALL) + widthOf(label(next, at + 1), SMALL)) / 2 + 8;
      return x(next) - x(tick) >= needed;
    });
    if (areApart) return ticks;
  }
  return ticksFor(1).slice(0, 1);
}
