import type { PICTURES } from "../problems/pictures.ts";
import type { PagesFor } from "./explanation.ts";

/** Pictures in SVG. */
export const PICTURE_PAGES: PagesFor<typeof PICTURES> = {
  "E-DIMENSIONS": {
    means: "The size of a picture could not be read.",
    example: "loss-calc --killed 7000 --ratio 3 --format svg --dimensions wide",
    advice: "Write the width and height in pixels, like 1200x675.",
  },
  "E-PICTURE-MANY": {
    means: "A picture with so many bars or lines could not be read.",
    example: "loss-calc --format svg $(seq -f '--killed %g' 101)",
    advice: "Leave some of them out, or write CSV and draw it with a charting program.",
  },
  "E-PICTURE-NOTHING": {
    means: "There are no numbers that could be drawn on one axis.",
    example: "(echo day,killed; echo 2022-03-01,) | loss-calc batch --series daily --by day --to svg",
    advice: "Give numbers of people: the killed, all casualties, or both.",
  },
  "E-PICTURE-SMALL": {
    means:
      "The words and bars of the picture need more height than --dimensions gives them. Letters are not made smaller than what can be read on a telephone.",
    example: "loss-calc --killed 7000 --ratio 3 --format svg --dimensions 600x100",
    advice: "Use the height that the message names, or a shorter name in the scenario file.",
  },
};
