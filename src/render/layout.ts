import { alignedSheet, type Sheet } from "./sheet.ts";
import { wrapped } from "./wrap.ts";

/** How the parts of a text are laid out: plainly, or for a terminal (see terminal.ts). */
export interface Layout {
  /** Aligned columns, whatever their width. */
  readonly sheet: (sheet: Sheet) => string;
  /** The columns of a terminal, if it is one: a wider table becomes a list. */
  readonly width?: number | undefined;
  readonly heading: (text: string) => string;
  /** How something that is well, or not, stands out. */
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  /** Breaks a line of prose; what follows the first line is indented. */
  readonly wrap: (text: string, indent?: string) => string;
}

const USUAL_WIDTH = 80;

/** For pipes and files: the same columns as on a terminal, without rules, and prose of 80 columns. */
export const PLAIN: Layout = {
  sheet: (sheet) => alignedSheet(sheet).join("\n"),
  heading: (text) => text,
  good: (text) => text,
  bad: (text) => text,
  wrap: (text, indent = "") => wrapped(text, USUAL_WIDTH, indent),
};
