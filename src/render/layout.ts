import { alignedSheet, type Sheet, sheetWidth } from "./sheet.ts";
import { wrapped } from "./wrap.ts";

/** How the parts of a text are laid out: plainly, or for a terminal (see terminal.ts). */
export interface Layout {
  /** Aligned columns, whatever their width. */
  readonly sheet: (sheet: Sheet) => string;
  /** The columns of a terminal, if it is one. A table wider than this becomes a list. */
  readonly width?: number | undefined;
  readonly heading: (text: string) => string;
  /** Highlights something that is ok, or something that is not. */
  readonly success: (text: string) => string;
  readonly failure: (text: string) => string;
  /** Wraps a line of prose, and indents every line after the first. */
  readonly wrap: (text: string, indent?: string) => string;
}

const USUAL_WIDTH = 80;

/** For pipes and files: the same columns as on a terminal but without rules, and prose at 80 columns. */
export const PLAIN: Layout = {
  sheet: (sheet) => alignedSheet(sheet).join("\n"),
  heading: (text) => text,
  success: (text) => text,
  failure: (text) => text,
  wrap: (text, indent = "") => wrapped(text, USUAL_WIDTH, indent),
};

/** Aligned columns. If they are wider than the terminal, each row becomes a line below its first cell instead. */
export function sheetText(sheet: Sheet, layout: Layout): string {
  const { heads, rows } = sheet;
  const { heading, wrap, width } = layout;
  if (width === undefined || sheetWidth(sheet) <= width) return layout.sheet(sheet);
  return rows
    .map(([first, ...rest]) => {
      const cells = rest.flatMap((cell, at) => (cell === "" ? [] : [`${heads[at + 1]} ${cell}`]));
      return `${heading(first!)}\n${wrap(`  ${cells.join(", ")}`, "  ")}`;
    })
    .join("\n");
}
