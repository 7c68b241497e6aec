import { element, type Markup } from "./markup.ts";
import type { Mark, Tone } from "./picture.ts";
import { filled, stroke } from "./shapes.ts";
import { named, type Paint } from "./style.ts";

/** Where a number is, from left to right. */
export type Scale = (value: number) => number;

/** How far an arrow reaches beyond its bar, if there is room for it, and a soft end beyond its number. */
export const ARROW = 20;
const SHORTEST_ARROW = 4;
const SOFT = 8;

/** A range is never narrower than this, so that it does not look like a single number. */
const NARROWEST = 6;

export interface MarkStyle {
  readonly tone: Tone;
  readonly thickness: number;
  /** The beginning of every id in the picture. */
  readonly id: string;
}

/**
 * A range as a bar, and a single number as a dot. An open end has an arrow, an approximate one fades out, and a best
 * value is a diamond.
 */
export function drawMark(mark: Mark, x: Scale, middle: number, style: MarkStyle): Markup[] {
  const isNumber = mark.low === mark.high;
  const { low, high } = wideEnough(x(mark.low), x(mark.high), isNumber ? 0 : NARROWEST);
  const paint = paintOf(style.tone);
  const radius = style.thickness / 2 + 1;
  // There are no fewer than no people, but a change may be below zero. A line reaches half of its width beyond its tip.
  const tip = mark.low < 0 ? low - ARROW : Math.max(x(0) + 2, low - ARROW);
  const isSoft = mark.approximate;
  return [
    ...(mark.openLow && low - tip >= SHORTEST_ARROW ? arrow(low, tip, middle, paint) : []),
    ...(mark.openHigh ? arrow(high, high + ARROW, middle, paint) : []),
    ...(isNumber
      ? [isSoft ? softDot(low, middle, style) : dot(low, middle, radius, paint)]
      : (isSoft ? softBar : bar)(low, high, middle, style)),
    ...(mark.best === undefined ? [] : diamond(x(mark.best), middle, style.thickness / 2 - 1)),
  ];
}

function wideEnough(low: number, high: number, width: number): { readonly low: number; readonly high: number } {
  const more = Math.max(0, width - (high - low)) / 2;
  return { low: low - more, high: high + more };
}

export function paintOf(tone: Tone): Paint {
  return typeof tone === "number" ? `tone${tone}` : tone;
}

export function dot(x: number, y: number, radius: number, paint: Paint): Markup {
  return element("circle", { class: named(paint), cx: x, cy: y, r: radius });
}

function bar(low: number, high: number, middle: number, { tone, thickness }: MarkStyle): Markup[] {
  const place = { x: low, y: middle - thickness / 2, width: high - low, height: thickness };
  return [element("rect", { class: named(paintOf(tone)), ...place })];
}

/** A bar that is half as strong at its numbers, and fades out beyond them. */
function softBar(low: number, high: number, middle: number, style: MarkStyle): Markup[] {
  const [left, right] = [low - SOFT, high + SOFT];
  const edge = Math.min(0.5, (2 * SOFT) / (right - left));
  const place = { x: left, y: middle - style.thickness / 2, width: right - left, height: style.thickness };
  const stops = [stop(0, 0, style), stop(edge, 1, style), stop(1 - edge, 1, style), stop(1, 0, style)];
  const own = idAt(left, middle, style);
  return [element("linearGradient", { id: own }, ...stops), element("rect", { fill: `url(#${own})`, ...place })];
}

/** A dot that fades out. */
export function softDot(x: number, middle: number, style: MarkStyle): Markup {
  const own = idAt(x, middle, style);
  const stops = [stop(0, 1, style), stop(0.5, 1, style), stop(1, 0, style)];
  const circle = { cx: x, cy: middle, r: style.thickness / 2 + SOFT / 2 };
  const gradient = element("radialGradient", { id: own }, ...stops);
  return element("g", {}, gradient, element("circle", { fill: `url(#${own})`, ...circle }));
}

function stop(at: number, opacity: number, { tone }: MarkStyle): Markup {
  return element("stop", { offset: at, class: `${named(paintOf(tone))}-stop`, "stop-opacity": opacity });
}

/** A name for the fill of a mark, which no other mark in the picture has. */
function idAt(x: number, middle: number, { id }: MarkStyle): string {
  return `${id}-${Math.round(x * 10)}-${Math.round(middle * 10)}`;
}

/** A dashed line with a head, from an open end to where the truth may be. */
function arrow(start: number, tip: number, middle: number, paint: Paint): Markup[] {
  const reach = Math.min(7, Math.abs(tip - start));
  const back = tip + (tip < start ? reach : -reach);
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
