import type { CaveatCode } from "../../core/caveats.ts";
import type { TableCode } from "../table/added.ts";
import type { PagesFor } from "./explanation.ts";

/** The caveats of an estimate, and of the rows of a table. */
export const CAVEAT_PAGES = {
  KILLED_ALONE: {
    means:
      "Only the killed were counted. The wounded, captured, missing and deserted are usually several times as many, so this is not the number out of action.",
    example: "loss-calc --killed 7000",
    advice: "Add a ratio for all of them, such as --ratio 3, or give each category, as in --wounded 3x --captured 389.",
  },
  OPEN_LOW: {
    means:
      "The true number may be below the low end, because a figure that it rests on has no lower limit: “up to 6,000” can be any number from 0 to 6,000. A force of “at least 150,000” does the same to a share.",
    example: 'loss-calc --killed "up to 6,000" --ratio 3',
    advice: "Quote the low end with “or fewer”, or use a source that gives both ends.",
  },
  OPEN_HIGH: {
    means:
      "The true number may be above the high end, because a figure that it rests on has no upper limit: “at least 7,000” can be any number from 7,000 up. A force of “up to 150,000” does the same to a share.",
    example: 'loss-calc --killed "at least 7,000" --ratio 3',
    advice: "Quote the high end with “or more”, or use a source that gives both ends.",
  },
  VAGUE_FLOOR: {
    means:
      "A word such as “dozens” was read as the lowest number that it usually means, here at least 12. These numbers follow ACLED, which records armed conflicts around the world.",
    example: "loss-calc --killed dozens --ratio 3",
    advice: "Use a number if any source gives one. Otherwise quote the result as a minimum.",
  },
  TEXT_DROPPED: {
    means:
      "Something next to the number looked like a footnote mark, as in “3,843 [1]”, or a remark in brackets, as in “450,000 (Truth Commission)”. It was left out, and the number was read as if it were not there.",
    example: 'loss-calc --killed "3,843 [1]" --ratio 3',
    advice: "Read the footnote: it may say that the number counts something else.",
  },
  CONFIRMED_IS_A_FLOOR: {
    means:
      "A list of confirmed deaths was given as if it were complete. Such a list includes only deaths that someone could verify, so the true number is at least as high.",
    example: `printf '{"killed": {"figure": 106745, "kind": "confirmed"}}' | loss-calc --scenario -`,
    advice: 'Write "at least 106,745", or say what share of all deaths the list has, as in --coverage 45%-65%.',
  },
  COUNTS_ALL_SIDES: {
    means:
      "The table has a row for each event or battle, and its figures count the dead of all sides, sometimes with civilians. They are not the losses of one force.",
    example: String.raw`printf 'type_of_violence,best,low,high\n1,10,5,20\n' | loss-calc batch --wounded 2x-4x`,
    advice:
      "Do not give them as a share of one side's force. For one side, choose its column, as in --map killed=deaths_a.",
  },
  RATIO_COVERS: {
    means:
      "The ratio comes from a real case whose sources did not count every kind of loss. The result leaves out what they did not count.",
    example: "loss-calc --killed 7000 --ratio us-korea",
    advice: "Say what the result covers when you quote it. loss-calc ratios us-korea --explain shows what was counted.",
  },
  NOT_COMPARABLE: {
    means:
      "The case that gives the ratio counts people differently from other cases, or its figures are doubtful. The caveat gives the reason.",
    example: "loss-calc --killed 7000 --ratio poland-1939",
    advice: "Use a case that can be compared with others. loss-calc ratios --comparable lists them.",
  },
  HISTORY_INTERVAL: {
    means:
      "The ratio is the range in which another war should fall with a chance of 80%, judging by past wars. About one in five would fall outside, so its ends are not limits.",
    example: "loss-calc --killed 7000 --wounded history",
    advice: "Say so when you quote the result. loss-calc ratios history --explain shows the wars and the working.",
  },
  FEW_WARS: {
    means: "The range of past wars rests on fewer than ten of them, so one more war could move its ends a good deal.",
    example: "loss-calc --killed 7000 --wounded history:-1917",
    advice: "Include more years, as in history:-1945, or use history alone for all wars.",
  },
  OUTSIDE_HISTORY: {
    means:
      "The ratio, or one end of it, is lower or higher than in most past wars. It may still be right, but a reader will want to know why.",
    example: "loss-calc --killed 7000 --ratio 12",
    advice:
      "Check that it is others for each person killed, without the killed themselves. Compare it with the cases that the caveat names.",
  },
  COVERAGE_CLOSES_FLOOR: {
    means:
      "A coverage is a share of the exact number of names on a list. The words “at least” were therefore set aside, and the result has a high end.",
    example: 'loss-calc --killed "at least 106,745" --coverage 45%-65%',
    advice: "Make sure that the figure is the length of the list. If it is not, leave --coverage out.",
  },
  SOURCES_DISAGREE: {
    means:
      "The lowest number of one source is more than twice the highest of another. They may define “killed” differently, speak of different dates, or have an interest in the number.",
    example: 'loss-calc --killed Ukraine=13,800 --killed "US=up to 6,000" --ratio 3',
    advice:
      "Quote both, or choose one with --combine prefer=NAME and say why. An average would be a number that nobody reported.",
  },
  DATES_APART: {
    means:
      "The dates of two sources are more than 30 days apart. Part of the difference between their figures may be losses in between.",
    example: "loss-calc --killed Russia@2022-03-25=1,351 --killed Ukraine@2022-04-25=21,900",
    advice: "Use figures from about the same date, or calculate each source by itself.",
  },
  COUNT_LIKE_MULTIPLIER: {
    means:
      "A number without an x is a count of people: --wounded 3 is three wounded in all. That is so few next to the killed that the x may have been forgotten.",
    example: "loss-calc --killed 7000 --wounded 3",
    advice: "Write --wounded 3x for three wounded for each person killed. If it is a count, leave it as it is.",
  },
  CAPTURED_BY_MULTIPLIER: {
    means:
      "The captured were calculated from the killed, but one does not follow from the other. A winner loses hardly any prisoners, and a garrison that surrenders loses nearly everyone.",
    example: "loss-calc --killed 7000 --wounded 3x --captured 1x",
    advice: "Give a reported count if there is one, as in --captured 389.",
  },
  WOUNDED_AND_CAPTURED: {
    means:
      "Both the wounded and the captured are counted, and wounded prisoners may be in both figures. The total may be too high by their number.",
    example: "loss-calc --killed 7000 --wounded 3x --captured 389",
    advice: "Find out how your sources count wounded prisoners. If they are in both figures, take them out of one.",
  },
  PARTS_DO_NOT_ADD_UP: {
    means:
      "The casualties were split by a ratio that is a range. The killed are fewest when the others are most, so the low ends of the parts do not add up to the low end of the whole, nor do the high ends.",
    example: "loss-calc --casualties 20000-40000 --ratio 2-4",
    advice: "Quote each range by itself. If the parts must add up, use a single ratio, such as --ratio 3.",
  },
  MAY_EXCEED_FORCE: {
    means:
      "At the high end, more people would be lost than there were in the force, so not every combination of these figures is possible.",
    example: "loss-calc --killed 6000-13800 --ratio 3 --force 40000",
    advice:
      "Check that the losses and the force count the same people on the same date. The force may lack its replacements or allied units.",
  },
  EXCEEDS_FORCE: {
    means:
      "Even the low end of the losses is more than the whole force, so these figures cannot all be about the same people.",
    example: "loss-calc --killed 13800 --ratio 3 --force 40000",
    advice:
      "Check what each figure counts, and when. Common causes are casualties given as killed, a force without its replacements, and a missing zero.",
  },
  APPROXIMATE: {
    means:
      "A figure in this row of a table is only approximate, as in “about 7,000”, and so are the results. Other formats mark them with a ~.",
    example: String.raw`printf 'killed\n"about 7,000"\n' | loss-calc batch --ratio 3`,
    advice: "Quote the results of this row with “about”.",
  },
  TOTAL_FALLS: {
    means:
      "A running total is lower than in the row before, although losses can only add up. The source may have corrected its figure, or begun to count something else.",
    example: String.raw`printf 'date,killed\n2022-03-02,498\n2022-03-03,490\n' | loss-calc batch --series cumulative --by date`,
    advice: "Find out what changed on that day, and do not quote the change as losses.",
  },
} as const satisfies PagesFor<Record<CaveatCode | TableCode, unknown>>;
