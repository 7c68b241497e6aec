import { content, element, type Markup } from "./markup.ts";
import type { Font } from "./measure.ts";
import { named } from "./style.ts";

/** The sizes of text, in units of the picture. At 320 pixels, a picture 520 units wide shows the smallest at 9. */
export const TITLE: Font = { size: 22, bold: true };
export const LEAD: Font = { size: 16.5 };
export const LABEL: Font = { size: 16 };
export const STRONG: Font = { size: 16, bold: true };
export const SMALL: Font = { size: 15 };

/** From one line of text to the next. */
export const lineHeight = ({ size }: Font): number => size * 1.28;

/** From the top of a line to the bottom of its letters. */
export const ascent = ({ size }: Font): number => size * 0.95;

export interface TextStyle {
  readonly font: Font;
  readonly anchor?: "start" | "middle" | "end";
  readonly muted?: boolean;
}

/** One line of text with its baseline at y. */
export function textAt(
  text: string,
  x: number,
  y: number,
  { font, anchor = "start", muted = false }: TextStyle,
): Markup {
  const classes = named("text", muted ? "muted" : "ink", ...(font.bold ? ["bold"] : []));
  const attributes = {
    class: classes,
    x,
    y,
    "font-size": font.size,
    "text-anchor": anchor === "start" ? undefined : anchor,
  };
  return element("text", attributes, content(text));
}

/** Lines of text below each other, the first with its top at y. */
export function textBlock(lines: readonly string[], x: number, top: number, style: TextStyle): Markup[] {
  return lines.map((line, at) => textAt(line, x, top + ascent(style.font) + at * lineHeight(style.font), style));
}
