import { type Markup, styleSheet } from "./markup.ts";

/**
 * Colours for light and for dark surroundings. Every fill differs from the paper by 3 to 1 or more, and every text by
 * 4.5 to 1. The classes have a prefix, because an SVG inside a page shares its styles with the page.
 */
export const COLOURS = {
  paper: ["#ffffff", "#14171b"],
  ink: ["#1b1d20", "#f1f2f4"],
  muted: ["#55595f", "#b4b9c0"],
  grid: ["#d5d8dc", "#3c424a"],
  whole: ["#174a7c", "#8fbfec"],
  part: ["#5f8fbb", "#4f7ca6"],
  tone0: ["#174a7c", "#8fbfec"],
  tone1: ["#b0500f", "#f2a35e"],
  tone2: ["#3b7d4f", "#7cc391"],
  tone3: ["#7a4a8c", "#c79ad6"],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;

export type Paint = keyof typeof COLOURS;

const FONT = "Helvetica,Arial,'Liberation Sans','DejaVu Sans',Verdana,sans-serif";

const PREFIX = "lc-";

/** The name of a class in the picture. */
export const named = (...names: readonly string[]): string => names.map((name) => PREFIX + name).join(" ");

const rulesFor = (at: 0 | 1) =>
  Object.entries(COLOURS)
    .map(([name, values]) => {
      const [colour, cls] = [values[at], named(name)];
      return `.${cls}{fill:${colour}}.${cls}-line{stroke:${colour}}.${cls}-stop{stop-color:${colour}}`;
    })
    .join("");

export const STYLE: Markup = styleSheet(
  `.${named("text")}{font-family:${FONT}}.${named("bold")}{font-weight:bold}${rulesFor(0)}` +
    `@media screen and (prefers-color-scheme:dark){${rulesFor(1)}}`,
);
