import type { SCENARIO } from "../problems/scenario.ts";
import type { PagesFor } from "./explanation.ts";

/** Which inputs belong together. */
export const SCENARIO_PAGES = {
  "E-NOTHING": {
    means:
      "An estimate starts from losses: the killed, all casualties, or a category such as the wounded. None was given, and a ratio and a force alone are not enough.",
    example: "loss-calc --ratio 3 --force 150000",
    advice: "Add --killed or --casualties, as in --killed 7000.",
  },
  "E-MISSING": {
    means:
      "These losses alone are not enough for a result. A number of wounded, for example, says nothing about the killed, and a share of a force gives a number of people only if the size of the force is known.",
    example: "loss-calc --wounded 2000",
    advice: "Add one of the options in the message, as in --wounded 2000 --ratio 3, which gives the killed.",
  },
  "E-NEEDS": {
    means:
      "One input means nothing without another: --coverage and --of need a figure for the killed, --end needs the start of the period, --recruits a period, --pace a target, and a target needs what it is measured against.",
    example: "loss-calc --casualties 28000 --recruits 9000",
    advice: "Add one of the options in the message, or leave out the one that needs it.",
  },
  "E-PERIOD-NEEDED": {
    means:
      "One figure is a pace, such as 1,271 a day, and another is a number of people. To combine the two, loss-calc needs to know how many days they cover. A row of a table needs a period even for a pace alone, since its results are numbers of people.",
    example: 'loss-calc --killed "1,271 a day" --wounded 90000',
    advice: "Give the length of the period, as in --days 90, or its first and last day with --start and --end.",
  },
  "E-PERIOD-REVERSED": {
    means:
      "The last day of the losses is before the first one. The two may have been swapped, or a year may be wrong. Without --end, the period runs to --as-of.",
    example: "loss-calc --killed 7000 --start 2022-03-16 --end 2022-02-24",
    advice: "Check both dates: --start is the first day of the losses, and --end the last.",
  },
  "E-PERIOD-DAYS": {
    means:
      "The length of the period was given twice, and the two differ. Between --start and --end both days are counted; between running totals it is the difference between their dates.",
    example: "loss-calc --casualties 125800 --start 2022-01-01 --end 2022-04-01 --days 90",
    advice: "Give the dates or --days, not both.",
  },
  "E-CASUALTIES-LACK": {
    means:
      "Casualties are all losses together. These were given as certain kinds of losses, such as the killed and wounded, and a count of another kind was given next to them. If they do not include it, the result would be too low without it; if they do, adding it would count it twice.",
    example: 'loss-calc --casualties "14,000 killed and wounded" --missing 500',
    advice:
      "Give the sum as the casualties, as in --casualties 14,500 --missing 500, or the number alone if the missing are among them, as in --casualties 14,000 --missing 500.",
  },
  "E-PAIR-AND-CATEGORY": {
    means:
      "The label “captured or missing” says that a number counts the captured and the missing together. With another number for one of them, the same people may be counted twice.",
    example: 'loss-calc --killed 7000 --captured "captured or missing=5,369" --missing 2000',
    advice:
      'Give the one number alone, as in --captured "captured or missing=5,369", or a number for each, as in --captured 3,369 --missing 2,000.',
  },
  "E-RATIO-AND-CATEGORY": {
    means:
      "--ratio covers all losses other than killed in one number. With a multiplier for the wounded or another category as well, the same people would be counted twice. A count of a category can be given with a ratio, and is then part of what the ratio gives.",
    example: "loss-calc --killed 7000 --ratio 3 --wounded 2x",
    advice:
      "Use --ratio alone or with counts such as --captured 389, or give each category a multiplier, as in --wounded 3x.",
  },
  "E-RATIO-OF-CATEGORIES": {
    means:
      "Without the killed, a ratio must cover exactly the losses that were given, since the killed are calculated from them. This ratio comes from a case that does not count each of them by itself.",
    example: "loss-calc --wounded 2000 --missing 30 --ratio us-korea",
    advice: "Add --killed, or give a ratio of those losses as a number, as in --ratio 3.",
  },
  "E-RETURNED": {
    means:
      "--returned is the share of the wounded who went back to duty, so there must be wounded. If their number is not known, the share is applied to all losses other than killed, but casualties alone do not say how many those were.",
    example: "loss-calc --casualties 28000 --returned 50%",
    advice: "Give --wounded as a count or a multiplier such as 3x, or give --killed or --ratio as well.",
  },
  "E-PART-OF-KILLED": {
    means:
      "--of asks for a part of the killed, such as the fighters among them. Casualties, counts of the wounded and the share who died cover everyone, so they cannot be combined with it.",
    example: "loss-calc --killed 10576 --of fighters=20% --casualties 28000",
    advice:
      "Leave the other option out, or use --ratio or a multiplier such as --wounded 3x, which build on the killed.",
  },
  "E-FORMS-DIFFER": {
    means:
      "Figures from several sources can be combined only if they are of the same kind. A number of people cannot be compared with a pace or with a share of the force.",
    example: 'loss-calc --killed UK=7,000 --killed "US=25% of the force" --force 150000',
    advice: "Write all of them as counts, or all as rates of one kind. If in doubt, calculate each by itself.",
  },
  "E-KILLED-ABOVE": {
    means:
      "Casualties are all losses together, the killed included, so there cannot be more killed than casualties. Often the figure called casualties counts only the wounded.",
    example: "loss-calc --killed 7000 --casualties 5000",
    advice: "Check what each figure counts. If the second leaves out the killed, write --wounded 5000.",
  },
  "E-PARTS-ABOVE": {
    means:
      "The categories are parts of all losses other than killed. Here they add up to more than their total, even at their low ends, so the figures cannot all be right.",
    example: "loss-calc --killed 7000 --casualties 28000 --wounded 20000 --captured 5000",
    advice:
      "Check what each figure counts and on which date: wounded prisoners may be counted twice, or a total may be older than its parts.",
  },
  "E-STATEMENTS-CLASH": {
    means:
      "Two inputs of the same rank say different things about one number, such as a ratio and the share who died. There is no reason to trust one more than the other, so nothing is calculated.",
    example: "loss-calc --killed 7000 --ratio 3 --died 10%",
    advice: "Leave out the one that you trust less.",
  },
  "E-CLAIM": {
    means:
      "A claim can only be compared with a result of its kind: a share of the force needs exactly one force, the share who died (“a quarter died”) needs the killed and all casualties, a ratio (“eight wounded for every soldier killed”) needs both counts, and any claim needs a number of losses, which a pace alone does not give.",
    example: 'loss-calc --casualties 28000 --claim "a third"',
    advice:
      "Give the force, as in --force 150000, or a claim of people, as in --claim 50,000. In a scenario file, a claim can be about any result.",
  },
  "E-ZERO": {
    means:
      "The result would be divided by this input, which is 0 or may be 0; or the input is a share that may be 100%, and the result would be divided by the rest, which is then 0. If nobody died, for example, no number of casualties follows from the killed.",
    example: "loss-calc --killed 7000 --died 0%",
    advice: "Give a value above 0, or leave the input out.",
  },
  "E-SHARE-FORCE": {
    means:
      "--share is the share of one force that is out of action. With several forces it must name one of them, by the label that was given with its size.",
    example: 'loss-calc --casualties 28000 --force "at the border=150,000" --force "whole army=280,000" --share 38%',
    advice: 'Write the label before the share, as in --share "at the border=38%".',
  },
  "E-UNITS-DIFFER": {
    means:
      "A target in --until that is an amount is measured by the amount in --per, so both need the same unit. Singular and plural are the same, and km2 is the same as square kilometres, but nothing is converted.",
    example: 'loss-calc --casualties 125800 --days 91 --per "2,356 km2" --until "70 villages"',
    advice: 'Write both in one unit, as in --per "2,356 km2" --until "486,000 km2".',
  },
  "E-CHANGE": {
    means:
      "--combine change subtracts the earliest running total from the latest. That needs totals from exactly one source, each with its full date and no two on the same day. Where the killed and the casualties both change, their dates must match.",
    example: "loss-calc --casualties UK@2025-03-20=900,000 --casualties US@2025-06-12=1,000,000 --combine change",
    advice: "Give each total its date, as in --casualties UK@2025-03-20=900,000, and leave other sources out.",
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
  "E-LISTS-LACK": {
    means:
      "Two lists of the killed and the number of people on both give an estimate of all killed. One of the three is missing.",
    example: "loss-calc --list A=1500 --list B=1200",
    advice: "Count the people who are on both lists, and give their number, as in --both 900.",
  },
  "E-LISTS-MANY": {
    means:
      "From two lists, the killed are one list times the other, divided by the people on both. With three or more, the number of people on each pair and on all of them shows how the lists depend on each other, and an estimate must allow for that. That takes multiple systems estimation: a log-linear or similar model, which statistics programs fit to the number of people on each combination of lists.",
    example: "loss-calc --list A=1500 --list B=1200 --list C=800 --both 900",
    advice:
      "Use a program that fits such models, or give two of the lists and the people on both, as in --list A=1500 --list B=1200 --both 900. Each pair gives an estimate; if they differ a lot, the lists do depend on each other.",
  },
  "E-LISTS-WITH": {
    means:
      "The killed are calculated from two lists and the people on both. This option states the killed or the casualties as well, or it applies to a report of the killed.",
    example: "loss-calc --list A=1500 --list B=1200 --both 900 --killed 7000",
    advice: "Calculate each by itself, or leave one of them out. --ratio, --wounded and the like go with lists.",
  },
  "E-BOTH": {
    means:
      "The lists are multiplied and divided by the number of people on both. If that may be 0, there is no upper limit to the killed. Nor can more people be on both lists than on either of them.",
    example: "loss-calc --list A=1500 --list B=1200 --both 1300",
    advice: "Give the number of people who are on both lists, from 1 to the length of the shorter list.",
  },
  "E-WITHOUT": {
    means:
      "--without leaves out the reports of a kind: claims of a side in the war, estimates, or lists of confirmed deaths. Either no report is known to be of that kind, or all of them are, so that nothing would be left. Or --coverage or --combine is about a source that was left out.",
    example: 'loss-calc --killed "Ukraine=13,800" --killed "US=up to 6,000" --without claim',
    advice: 'Say what the sources are, as in --kind Ukraine=claim, or in a scenario file with "kind": "claim".',
  },
  "E-KIND": {
    means:
      "--kind says what the reports of a source are, so it takes the name of the source and one of the words claim, estimate and confirmed. The source must report the killed, all casualties or a list: a count of a category has the kind of the other reports of its source.",
    example: 'loss-calc --killed "Ukraine=13,800" --kind Ukraine',
    advice: "Write both, as in --kind Ukraine=claim.",
  },
  "E-SOURCE-UNKNOWN": {
    means:
      "--combine prefer=NAME, --coverage NAME=SHARE and --kind NAME=KIND refer to a source by the name that was given with its figure. No figure has this name.",
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
