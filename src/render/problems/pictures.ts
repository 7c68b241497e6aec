import { groupDigits } from "../../core/digits.ts";
import { numberWord } from "../number-word.ts";
import { shortened, type Words } from "./words.ts";

const LIMITS = {
  bars: "fewer sources, sides or parts; or --format csv for another program to draw",
  lines: "fewer groups, like --where country=russia",
  days: "fewer rows, such as one for each week",
};

/** " (1,000 for sources or parts, and three for wholes and forces)". */
function countOf(parts: number, others: number): string {
  const rest = others > 0 ? `, and ${numberWord(others)} for wholes and forces` : "";
  return ` (${groupDigits(String(parts))} for sources or parts${rest})`;
}

export const PICTURES = {
  "E-DIMENSIONS": ({ found }) => ({
    says: `“${shortened(found)}” is not a size`,
    expected: "the width and height in pixels, each from 100 to 99,999: --dimensions 1200x675",
  }),
  "E-PICTURE-MANY": ({ of, found, limit, parts = 0 }) => ({
    says: `${groupDigits(String(found))} ${of}${parts > 0 ? countOf(parts, found - parts) : ""} are too many for a picture, which has at most ${groupDigits(String(limit))}`,
    expected: LIMITS[of],
  }),
  "E-PICTURE-NOTHING": ({ because }) => ({
    says:
      because === "no rows"
        ? "no row has losses to draw"
        : "these results have no numbers of people that could be drawn on one axis",
    expected:
      because === "no rows" ? "a row with a day and a figure" : "results that both have the killed, or all casualties",
  }),
  "E-PICTURE-SMALL": ({ width, height, needed }) => ({
    says: `the picture does not fit into ${width} by ${height} pixels`,
    expected: `at this width, a height of ${needed} or more: --dimensions ${width}x${needed}`,
  }),
} satisfies Partial<Words>;
