import type { RATIOS } from "../problems/ratios.ts";
import type { PagesFor } from "./explanation.ts";

/** Ratios by name: the historical record, and files of ratios. */
export const RATIO_PAGES = {
  "E-RATIO-UNKNOWN": {
    means: "This is neither a number nor the name of a ratio. Ratios from past wars have names such as us-korea.",
    example: "loss-calc --killed 7000 --wounded korea",
    advice: "Use a name that loss-calc ratios lists, or a number such as 3x. Names of your own need --ratios FILE.",
  },
  "E-RATIO-LACKS": {
    means:
      "There is a ratio of this name, but its sources do not count what you asked for. For us-afghanistan they count only the wounded, so there is no ratio for all losses.",
    example: "loss-calc --killed 7000 --ratio us-afghanistan",
    advice:
      "Use the option in the message, here --wounded us-afghanistan. loss-calc ratios --covers others lists cases with other losses.",
  },
  "E-HISTORY-ONLY": {
    means:
      "“history” is a range calculated from past wars, for the wounded alone. How many are captured depends on who surrenders, not on how many are killed.",
    example: "loss-calc --killed 7000 --ratio history",
    advice:
      "Use --wounded history, or --ratio history with a count of the wounded and nothing else. Give other losses as counts if they were reported, as in --captured 389.",
  },
  "E-HISTORY-SCOPE": {
    means:
      "What follows “history:” selects past wars by their years, by their scope, or by what “killed” means. This word does none of that.",
    example: "loss-calc --killed 7000 --wounded history:europe",
    advice:
      "Write years (history:1946-2000), a scope (war, theatre, campaign or battle), or a definition (history:battle-deaths).",
  },
  "E-HISTORY-FEW": {
    means: "Fewer than five wars fit, and a range from so few would say little about another war.",
    example: "loss-calc --killed 7000 --wounded history:2001-",
    advice: "Choose more years, or use one of the cases in the message, as in --wounded us-iraq.",
  },
  "E-ERA": {
    means: "The years could not be read, or the first is later than the last.",
    example: "loss-calc ratios --era 2000-1946",
    advice: "Write --era 1946-2000, or 2001- for 2001 and later, -1899 for 1899 and earlier, or a single year.",
  },
  "E-RATIOS-STREAM": {
    means:
      "A saved scenario names the file that its ratios come from, so that it can be calculated again. Standard input has no name.",
    example: "printf '{}' | loss-calc --killed 7000 --ratios - --save march.json",
    advice: "Save the ratios in a file and give its name to --ratios.",
  },
  "E-RATIO-FILE": {
    means:
      "The scenario takes ratios from another file, and there is a mistake in that file. Here it is empty. The message gives the file and the place.",
    example: `printf '{"killed": 7000, "ratio": "ours", "ratios": "/dev/null"}' | loss-calc check -`,
    advice: "Correct that file. loss-calc ratios --ratios FILE lists all its mistakes.",
  },
  "E-RATIO-NAME": {
    means:
      "The name of a ratio must not be mistaken for a number or for another ratio. In this example us-korea is taken, because the built-in record has a case of that name.",
    example: `printf '{"sources": [{"id": "memo", "title": "Our memo"}], "conflicts": [{"id": "us-korea", "sourceId": "memo", "woundedPerKilled": 3}]}' | loss-calc ratios --ratios /dev/stdin`,
    advice: "Choose a name of letters from a to z, digits, - and _ that begins with a letter, such as house-rule.",
  },
  "E-RATIO-CASE": {
    means:
      "The entries of a case contradict each other, or do not give a ratio. In this example nobody was killed, so there is nothing to divide by.",
    example: `printf '{"sources": [{"id": "memo", "title": "Our memo"}], "conflicts": [{"id": "house-rule", "sourceId": "memo", "killed": 0, "wounded": 20}]}' | loss-calc ratios --ratios /dev/stdin`,
    advice:
      "Give counts of the killed and of other losses, or a ratio in “woundedPerKilled” or “nonfatalPerKilled”. The message says which entry is wrong.",
  },
  "E-RATIO-SOURCE-TWICE": {
    means: "Two sources in the file have the same id, so a case that names it could mean either of them.",
    example: `printf '{"sources": [{"id": "memo", "title": "Our memo"}, {"id": "memo", "title": "Our list"}], "conflicts": [{"id": "house-rule", "sourceId": "memo", "woundedPerKilled": 3}]}' | loss-calc ratios --ratios /dev/stdin`,
    advice: "Give each source an id of its own.",
  },
  "E-RATIO-SOURCE": {
    means: "A case names a source that is not in the file. Every ratio needs a source that readers can look up.",
    example: `printf '{"sources": [{"id": "memo", "title": "Our memo"}], "conflicts": [{"id": "house-rule", "sourceId": "list", "woundedPerKilled": 3}]}' | loss-calc ratios --ratios /dev/stdin`,
    advice: "Add the source to “sources”, or change “sourceId” to one of the ids in the message.",
  },
} as const satisfies PagesFor<typeof RATIOS>;
