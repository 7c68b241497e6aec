import { groupDigits } from "../../core/digits.ts";
import { shortened, type Words } from "./words.ts";

const LIMITS = {
  bars: "fewer sources, or --format csv for another program to draw",
  lines: "fewer groups, like --where country=russia",
  days: "fewer rows, such as one for each week",
};

export const PICTURES = {
  "E-DIMENSIONS": ({ found }) => ({
    says: `“${shortened(found)}” is not a size`,
    expected: "the width and height in pixels, each from 10 to 99,999: --dimensions 1200x675",
  }),
  "E-PICTURE-MANY": ({ of, found, limit }) => ({
    says: `${groupDigits(String(found))} ${of} are too many for a picture, which has at most ${groupDigits(String(limit))}`,
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
