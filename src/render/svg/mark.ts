import { element, type Markup } from "./markup.ts";
import type { Mark, Tone } from "./picture.ts";
import { filled, stroke } from "./shapes.ts";
import { named, type Paint } from "./style.ts";

/** Where a number is, from left to right. */
export type Scale = (value: number) => number;

/** How long the arrow of an open end is, and how far a soft end reaches beyond its number. */
export const ARROW = 20;
const SOFT = 8;

export interface MarkStyle {
  readonly tone: Tone;
  readonly thickness: number;
  /** Arrows do not reach further to the left: nothing is below zero. */
  readonly from: number;
  /** The beginning of every id in the picture. */
  readonly id: string;
}

/**
 * A range as a bar, and a single number as a dot. An open end has an arrow, an approximate one fades out, and a best
 * value is a diamond.
 */
export function drawMark(mark: Mark, x: Scale, middle: number, style: MarkStyle): Markup[] {
  const [low, high] = [x(mark.low), x(mark.high)];
  const { tone, thickness, from } = style;
  const fill = paintOf(tone);
  const isDot = high - low < 3;
  const body = mark.approximate
    ? softBar(low, high, middle, style)
    : isDot
      ? [element("circle", { class: named(fill), cx: (low + high) / 2, cy: middle, r: thickness / 2 + 1 })]
      : [bar(low, high - low, middle, thickness, { class: named(fill) })];
  return [
    ...(mark.openLow && low - from > 4 ? arrow(low, Math.max(from, low - ARROW), middle, fill) : []),
    ...(mark.openHigh ? arrow(high, high + ARROW, middle, fill) : []),
    ...body,
    ...(mark.best === undefined ? [] : diamond(x(mark.best), middle, thickness / 2 + 1)),
  ];
}

export function paintOf(tone: Tone): Paint {
  return typeof tone === "number" ? `tone${tone}` : tone;
}

function bar(left: number, width: number, middle: number, thickness: number, paint: { class?: string; fill?: string }) {
  return element("rect", { ...paint, x: left, y: middle - thickness / 2, width, height: thickness });
}

function softBar(low: number, high: number, middle: number, { tone, thickness, id }: MarkStyle): Markup[] {
  const [left, right] = [low - SOFT, high + SOFT];
  const own = `${id}-${Math.round(left * 10)}-${Math.round(middle * 10)}`;
  const stop = (at: number, opacity: number) =>
    element("stop", { offset: at, class: `${named(paintOf(tone))}-stop`, "stop-opacity": opacity });
  const edge = Math.min(0.5, (2 * SOFT) / (right - left));
  return [
    element("linearGradient", { id: own }, stop(0, 0), stop(edge, 1), stop(1 - edge, 1), stop(1, 0)),
    bar(left, right - left, middle, thickness, { fill: `url(#${own})` }),
  ];
}

/** A dashed line with a head, from an open end to where the truth may be. */
function arrow(start: number, tip: number, middle: number, paint: Paint): Markup[] {
  const back = tip + (tip < start ? 7 : -7);
  return [
    stroke(`M${start} ${middle}H${tip}`, paint, 3, "4 3"),
    stroke(`M${back} ${middle - 6}L${tip} ${middle}L${back} ${middle + 6}`, paint, 3),
  ];
}

/** A best value, on a bar or a band. */
export function diamond(x: number, middle: number, reach: number): Markup[] {
  const path = `M${x} ${middle - reach}L${x + reach} ${middle}L${x} ${middle + reach}L${x - reach} ${middle}Z`;
  return [filled(path, "paper"), stroke(path, "ink", 2)];
}
