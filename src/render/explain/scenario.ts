import type { SCENARIO } from "../problems/scenario.ts";
import type { PagesFor } from "./explanation.ts";

/** Which inputs belong together. */
export const SCENARIO_PAGES = {
  "E-NOTHING": {
    means:
      "An estimate starts from the number of people killed, or from casualties, and neither was given. A ratio and a force alone are not enough.",
    example: "loss-calc --ratio 3 --force 150000",
    advice: "Add --killed or --casualties, as in --killed 7000.",
  },
  "E-KILLED-AND-CASUALTIES": {
    means: "Casualties already include the killed, so an estimate starts from one of the two, not from both.",
    example: "loss-calc --killed 7000 --casualties 28000",
    advice:
      "Give --killed, with a ratio or other losses if you have them, or give --casualties, with a ratio that splits them.",
  },
  "E-RATIO-AND-CATEGORY": {
    means:
      "--ratio covers all losses other than killed in one number. With --wounded or another category as well, the same people would be counted twice.",
    example: "loss-calc --killed 7000 --ratio 3 --wounded 2x",
    advice:
      "Use --ratio alone, or give each category: a count such as --captured 389, or a multiplier such as --wounded 3x.",
  },
  "E-RETURNED": {
    means:
      "--returned is the share of the wounded who went back to duty, so the number of wounded must be known. Casualties, or a ratio for all losses, do not say how many were wounded.",
    example: "loss-calc --killed 7000 --ratio 3 --returned 50%",
    advice: "Give --killed and --wounded, with --wounded as a count or a multiplier such as 3x.",
  },
  "E-CASUALTIES-AND": {
    means:
      "Casualties are one figure for all losses, so counts of wounded, captured, missing or deserted are already in it. --coverage and --combine apply only to figures of killed.",
    example: "loss-calc --casualties 28000 --wounded 14000",
    advice:
      "Leave the other option out, or use --killed instead of --casualties. A multiplier such as --wounded 3x is fine, since it splits the casualties.",
  },
  "E-COVERAGE-SOURCE": {
    means:
      "A coverage says what share of all deaths is on a list of confirmed deaths. There are several sources here, and --coverage does not say which of them is the list.",
    example: 'loss-calc --killed "our list=7,000" --killed Ukraine=13,800 --coverage 50%',
    advice: 'Name the source, as in --coverage "our list=50%".',
  },
  "E-COVERAGE-CEILING": {
    means:
      "A coverage says what share of all deaths is on a list of confirmed deaths. “Up to 6,000” is an upper limit, not the length of a list, so nothing follows from it.",
    example: 'loss-calc --killed "up to 6,000" --coverage 50%',
    advice: "Give the number of names on the list, or leave --coverage out.",
  },
  "E-COVERAGE-ZERO": {
    means:
      "Confirmed deaths are divided by their coverage to estimate all deaths. If the list may contain 0% of them, there is no limit to how many there were.",
    example: "loss-calc --killed 106,745 --coverage 0%-65%",
    advice: "Give a coverage above 0%, such as 45%-65%.",
  },
  "E-SOURCE-UNKNOWN": {
    means:
      "--combine prefer=NAME and --coverage NAME=SHARE refer to a source by the name that was given with its figure. No figure has this name.",
    example: "loss-calc --killed Ukraine=13,800 --killed US=6,000 --combine prefer=Russia",
    advice: "Use one of the names in the message. Capital letters make no difference.",
  },
  "E-SOURCE-TWICE": {
    means: "More than one figure has this name, so it is unclear which of them is meant.",
    example: "loss-calc --killed US=6,000 --killed US=7,000 --combine prefer=US",
    advice:
      "Give each figure its date, as in US@2022-03-16=6,000, and write the date here too: prefer=US@2022-03-16. Figures with one name and one date are numbered in the order in which they are given: prefer=US (2).",
  },
  "E-OVERLAP-EMPTY": {
    means:
      "--combine overlap keeps only the numbers that all sources allow. Here one source says 13,800 and another says 6,000 at most, so no number is left.",
    example: 'loss-calc --killed Ukraine=13,800 --killed "US=up to 6,000" --combine overlap',
    advice:
      "Use --combine envelope for the range from the lowest figure to the highest, or --combine prefer=NAME to use one source.",
  },
  "E-FORCE-ZERO": {
    means: "The result is shown as a share of the force, and there is no share of zero people.",
    example: "loss-calc --killed 7000 --force 0",
    advice: "Give a force of at least 1, or leave --force out if its size is unknown.",
  },
} as const satisfies PagesFor<typeof SCENARIO>;
