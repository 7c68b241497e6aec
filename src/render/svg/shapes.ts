import { element, type Markup } from "./markup.ts";
import { named, type Paint } from "./style.ts";

/** A line without a fill. */
export function stroke(path: string, paint: Paint, width: number, dashes?: string): Markup {
  const attributes = { class: `${named(paint)}-line`, d: rounded(path), fill: "none" };
  return element("path", { ...attributes, "stroke-width": width, "stroke-dasharray": dashes });
}

/** A shape without an edge. */
export function filled(path: string, paint: Paint, opacity?: number): Markup {
  return element("path", { class: named(paint), d: rounded(path), "fill-opacity": opacity });
}

/** A path with its numbers in hundredths of a unit. */
function rounded(path: string): string {
  return path.replace(/\d+\.\d{3,}/g, (digits) => String(Math.round(Number(digits) * 100) / 100));
}
