import type { CaveatCode, TableCode } from "../../core/caveats/caveat.ts";
import { WHO_IS_COUNTED } from "../../core/past-ratios.ts";
import type { PagesFor } from "./explanation.ts";

const [ALL, LIVED, STAYED] = WHO_IS_COUNTED.ratios;
/** The example of the caveat in full, and where its source is. */
const WHO_IS_COUNTED_PAGE = `For the ${WHO_IS_COUNTED.who} in ${WHO_IS_COUNTED.war}, the ${WHO_IS_COUNTED.by} gives ${ALL} wounded per killed with everyone who was wounded, ${LIVED} with those who died of wounds among the killed, and ${STAYED} also without those who returned to duty within 72 hours, whom it takes for people only “carded for record”. loss-calc ratios history --explain has the table and its source.`;

/** The caveats of an estimate, and of the rows of a table. */
export const CAVEAT_PAGES = {
  TWO_LISTS: {
    means:
      "The killed were calculated from two lists and the people on both: if 900 of the 1,200 on one list are also on the other, the other is taken to have three quarters of everyone (the Lincoln–Petersen estimate). This holds only if both lists count the same people and period, and being on one list says nothing about being on the other. If the lists overlap more than they would by chance, the estimate is too low: one may copy from the other, or both may find officers, or people from towns, more easily. If they overlap less, it is too high: one may cover a region, or a kind of unit, that the other leaves out. Two entries for one person that were not matched, because of a misspelled name for example, also make it too high.",
    example: "loss-calc --list A=1500 --list B=1200 --both 900",
    advice:
      "Ask how each list was made before you quote the result, and quote it as an estimate. The two lists together have 1,800 people here, so at least that many were killed. For three or more lists, use multiple systems estimation.",
  },
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
  LEFT_OUT: {
    means:
      "--without left out the reports of a kind. The result rests on the others alone, and readers should know that there were more figures. Counts of the wounded, captured, missing and deserted are left out with the killed or the casualties of the same source.",
    example:
      'loss-calc --killed "Ukraine=13,800" --killed "US and Europe=up to 6,000" --kind Ukraine=claim --without claim',
    advice: "Say so when you quote the result, or calculate it again with them.",
  },
  CONFIRMED_IS_A_FLOOR: {
    means:
      "A list of confirmed deaths was given as if it were complete. Such a list includes only deaths that someone could verify, so the true number is at least as high.",
    example: `printf '{"killed": {"figure": 106745, "kind": "confirmed"}}' | loss-calc --scenario -`,
    advice: 'Write "at least 106,745", or say what share of all deaths the list covers, as in --coverage 45%-65%.',
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
      "The case that gives the ratio counts people differently from other cases, or its figures are doubtful. The caveat gives the reason, and an example of how much it matters who is counted.",
    example: "loss-calc --killed 7000 --ratio poland-1939",
    advice: "Use a case that can be compared with others. loss-calc ratios --comparable lists them.",
  },
  KILLED_OUTRIGHT: {
    means:
      "The case that gives the ratio counts as killed only those killed in action. Those who died of wounds later are still among its wounded, so there are fewer killed and more wounded than in a count that moves them.",
    example: "loss-calc --killed 7000 --wounded japan-1904",
    advice:
      "Use it for killed who are counted in the same way, such as early reports from the field. Otherwise take a case of battle deaths: loss-calc ratios --definition battle-deaths lists them.",
  },
  HISTORY_INTERVAL: {
    means: `The ratio is an interval calculated from past wars, which would include four of five other wars like them. So its ends are not limits, and since past wars are no random sample, 80% is not the chance of any one war. The wars do not count the same people, either. ${WHO_IS_COUNTED_PAGE}`,
    example: "loss-calc --killed 7000 --wounded history",
    advice: "Say so when you quote the result. loss-calc ratios history --explain shows the wars and the working.",
  },
  FEW_WARS: {
    means: "The range of past wars rests on fewer than ten of them, so one more war could move its ends a good deal.",
    example: "loss-calc --killed 7000 --wounded history:-1917",
    advice: "Include more years, as in history:-1945, or use history alone for all wars.",
  },
  OUTSIDE_HISTORY: {
    means: `The ratio, or one end of it, is lower or higher than in most past wars. It may have been given, or follow from counts. It may still be right, but a reader will want to know why. Who is counted can make as much difference as the war. ${WHO_IS_COUNTED_PAGE}`,
    example: "loss-calc --killed 7000 --ratio 12",
    advice:
      "Check that it is others for each person killed, without the killed themselves, or that both counts are of the same people. Compare it with the cases that the caveat names.",
  },
  ENDS_CROSS: {
    means:
      "The killed and the casualties are both ranges. The other losses are fewest where the fewest casualties go with the most killed, which is unlikely if both ranges come from one source: low usually goes with low, and high with high.",
    example: "loss-calc --killed 100000-140000 --casualties 500000-600000",
    advice:
      "Quote the range as the widest that the figures allow. --explain also shows it with low paired with low, and high with high.",
  },
  IMPOSSIBLE_END: {
    means:
      "At one end there would be more killed than casualties, which include them, so that end was set to no other losses, or to everyone having died. Or the counts of some categories are more, at one end, than a ratio gives for all of them.",
    example: "loss-calc --killed 100-300 --casualties 200-400",
    advice: "Check that the casualties include the killed, and that both figures have the same date.",
  },
  BORROWED_RATIO: {
    means:
      "The ratio was made from the figures of another report and is used for other figures here. It may come from another battle, another army or another way of counting.",
    example: 'loss-calc --killed 7000 --ratio "189,500-223,000 casualties : 43,000 killed"',
    advice: "Say where the ratio comes from when you quote the result.",
  },
  PAIR_OF_TWO: {
    means:
      "The killed and the casualties, or the wounded, come from different sources, or have dates more than 30 days apart. What follows from both, such as the share who died, is a number that neither source reported.",
    example: "loss-calc --killed UK=100,000 --casualties US=500,000",
    advice: "Use two figures from one source and date if there are any. Otherwise name both sources.",
  },
  STATEMENTS_DISAGREE: {
    means:
      "More was given than is needed, and the inputs do not agree. The result uses those that carry the most weight: counts first, then a pace over a period, then a share of the force, then a ratio or the share who died.",
    example: "loss-calc --killed 13800 --ratio 3 --casualties 50000",
    advice: "Check both. If the result should use the other one, leave out the one that it uses.",
  },
  TOTAL_RAISED: {
    means:
      "The casualties are given as a minimum that is below the sum of the parts that were given. Since the true number can be higher, it was raised to that sum.",
    example: 'loss-calc --killed 7000 --casualties "at least 5,000"',
    advice: "Check that the casualties include the killed, and that they have the same date as the parts.",
  },
  RETURNED_OF_ALL: {
    means:
      "The share who returned to duty is a share of the wounded, but how many were wounded is not known. It was applied to all losses other than killed, although the captured, missing and deserted seldom return.",
    example: "loss-calc --killed 7000 --ratio 3 --returned 50%",
    advice: "Give the wounded by themselves if you can, as in --wounded 2x. Otherwise the net number is too low.",
  },
  SHORT_PERIOD: {
    means: "The pace covers only a few days. Losses come in bursts, so do not extrapolate from a few days to months.",
    example: "loss-calc --casualties 4000 --days 7",
    advice: "Quote the pace with its days, or use figures over a longer period.",
  },
  MONTHS_AND_YEARS: {
    means:
      "Paces and periods are calculated in days, with 30 days to a month and 365 to a year. A real month may be up to two days shorter or a day longer, and a leap year is a day longer.",
    example: 'loss-calc --casualties 125800 --days "3 months"',
    advice: "If that matters, give the dates with --start and --end, or the number of days.",
  },
  NO_FORECAST: {
    means:
      "The date on which the target is reached assumes that every day is like the average of the days before. Wars do not proceed like that, so the date shows the pace of the losses, not what will happen.",
    example: "loss-calc --casualties 4000 --days 90 --force 11000 --until 100%",
    advice: "Quote it with “at this pace”, and never as a date on which something will happen.",
  },
  PACE_OF_TOTALS: {
    means:
      "The pace was calculated from two running totals that are rounded. The difference between them can be off by as much as the two roundings together, which is a lot if the totals are close to each other.",
    example: "loss-calc --casualties UK@2025-03-20=900,000 --casualties UK@2025-06-12=1,000,000 --combine change",
    advice: "Use totals that are further apart, or exact ones.",
  },
  REVISED: {
    means:
      "Running totals can only rise, but here the later one may be below the earlier one. The source may have corrected itself or begun to count in another way, so the difference may not be what was lost in between.",
    example:
      "loss-calc --casualties UK@2025-03-20=900,000-1,000,000 --casualties UK@2025-06-12=950,000-1,050,000 --combine change",
    advice: "Do not quote the difference as losses. Look for totals that the source has not revised.",
  },
  MAY_NEVER: {
    means:
      "Recruits may match or exceed the losses. The force may then not shrink at all, so only the earliest day on which the target may be reached is known.",
    example: 'loss-calc --casualties "1,000 a day" --recruits "900-1100 a day" --force 150000 --until 50%',
    advice: "Quote the number of days as a minimum.",
  },
  NEVER: {
    means:
      "Recruits match or exceed the losses, so the force does not shrink, and the target is never reached at this pace.",
    example: 'loss-calc --casualties "1,000 a day" --recruits "1,100 a day" --force 150000 --until 50%',
    advice: "Leave --recruits out if losses are to be counted whether or not they are replaced.",
  },
  ALREADY_REACHED: {
    means: "The losses so far are as many as the target, or more, so there are no days to go.",
    example: "loss-calc --casualties 14000 --days 90 --until 5000",
    advice: "Give a target in --until that is above the losses so far: it counts all losses, not those still to come.",
  },
  COVERAGE_CLOSES_FLOOR: {
    means:
      "A coverage is a share of the exact number of names on a list. The words “at least” were therefore set aside, and the result has a high end.",
    example: 'loss-calc --killed "at least 106,745" --coverage 45%-65%',
    advice: "Make sure that the figure is the length of the list. If it is not, leave --coverage out.",
  },
  SOURCES_DISAGREE: {
    means:
      "The lowest number of one source is more than twice the highest of another. They may define “killed” differently, refer to different dates, or have an interest in the number.",
    example: 'loss-calc --killed Ukraine=13,800 --killed "US=up to 6,000" --ratio 3',
    advice:
      "Quote both, or choose one with --combine prefer=NAME and say why. An average would be a number that nobody reported.",
  },
  DATES_APART: {
    means:
      "The dates of two sources are more than 30 days apart. Part of the difference between their figures may be losses in between. Two lists with such dates may not cover the same period, so that people on one could not be on the other.",
    example: "loss-calc --killed Russia@2022-03-25=1,351 --killed Ukraine@2022-04-25=21,900",
    advice: "Use figures from about the same date, or calculate each source by itself.",
  },
  COVERS_DIFFER: {
    means:
      "The losses of one side include, or may include, a category that those of the other lack, so they may not count the same thing. A sum of the killed and wounded leaves out the captured, missing and deserted. A total of casualties may include them, which only its source can say.",
    example: "loss-calc compare --killed a=900 --wounded a=2000 --killed b=800 --wounded b=1900 --captured b=300",
    advice: "Compare the categories that both sides have, or add the missing figure.",
  },
  COMPARED_ENDS_CROSS: {
    means:
      "Both sides, or both dates, have a range, and the comparison takes the low end of one with the high end of the other, since nothing says that both err in the same direction. If both ranges come from one report, they usually do: then low goes with low and high with high, and the comparison is narrower. The caveat has that reading.",
    example: "loss-calc compare --killed Russia=275000-325000 --killed Ukraine=100000-140000",
    advice:
      "Quote the wider range, as --quote does: it is what the figures allow. If the report itself says that its low figures go together, and its high ones, quote the narrower range, and say so. --explain shows both.",
  },
  KINDS_DIFFER: {
    means:
      "The killed of one side were confirmed one by one, by name, so they are a minimum. Those of the other are an estimate of all the dead. One divided by the other says little.",
    example: 'loss-calc compare --killed "a=900 confirmed dead" --killed b=1200',
    advice: "Give the share of the dead that the list covers, as in --coverage a=50%, or compare two lists.",
  },
  CLAIM_OF_SIDE: {
    means:
      "A figure comes from a side in the war. Sides tend to report few losses of their own and many of the other side.",
    example: "loss-calc --killed Ukraine=9000 --kind Ukraine=claim --side Ukraine",
    advice: "Look for an estimate by someone else, and name the side whenever you quote its figure.",
  },
  BODIES: {
    means:
      "The figures count bodies. The side that advances finds the dead of both, so an exchange of bodies says who holds the ground.",
    example: 'loss-calc compare --killed "Ukraine/exchange of bodies=1000" --killed "Russia/exchange of bodies=31"',
    advice: "Do not use it as a ratio of losses. Use estimates of the killed of both sides.",
  },
  PAST_DEFINITION: {
    means:
      "A past war is compared with other figures or added to them, and its source says what it counted. The others may count other people, for example those who died of disease. The caveat has an example of how much that matters.",
    example: "loss-calc compare --killed Russia=275000 ussr-afghanistan",
    advice: "Check that both count the same. loss-calc ratios NAME --explain prints the case with other counts.",
  },
  PARTS_LACK: {
    means:
      "Some of the parts have no figure for this kind of loss. What the others have is added up, so the true sum is at least that.",
    example: "loss-calc total --killed army=900 --wounded army=2000 --killed militia=300",
    advice: "Add the missing figure, or a ratio for that part, as in --ratio militia=3.",
  },
  PERIODS_DIFFER: {
    means:
      "The parts cover different days, or not all of them say which. Losses of different days add up to a number of people, but not to a number a day.",
    example: "loss-calc total --killed army=900 --days army=90 --killed militia=300 --days militia=30",
    advice: "Divide each part by its own days, or use figures for the same period.",
  },
  FORCES_NOT_ADDED: {
    means:
      "The parts are losses of one side in different periods, and each has a force. It may be the same force each time, so the sum of the forces would count people twice.",
    example:
      "loss-calc total --killed a@2025-01=9 --start a@2025-01=2025-01 --end a@2025-01=2025-01 --killed a@2025-02=8 --start a@2025-02=2025-02 --end a@2025-02=2025-02 --force a=90",
    advice: "Give the force of the whole without a name, as in --force 150000.",
  },
  TOTAL_DIFFERS: {
    means: "A total was given next to its parts, and it is not their sum. The result uses the sum.",
    example: "loss-calc total --killed army=900 --killed militia=300 --killed 1500",
    advice: "Look for a part that is missing, counted twice, or of another date.",
  },
  TOTAL_BELOW_PARTS: {
    means:
      "A range was given for the total, and its low end is less than the sum of the low ends of the parts. That cannot be right if the parts are.",
    example: "loss-calc total --killed army=900-1000 --killed militia=300-400 --killed 1150-1300",
    advice: "Ask the source how the total was made. Quote the sum of the parts, or the total, but say which.",
  },
  COUNT_LIKE_MULTIPLIER: {
    means:
      "A number without an x is a count of people: --wounded 3 is three wounded in all. That is so few next to the killed that the x may have been forgotten.",
    example: "loss-calc --killed 7000 --wounded 3",
    advice: "Write --wounded 3x for three wounded for each person killed. If it is a count, leave it as it is.",
  },
  CAPTURED_BY_MULTIPLIER: {
    means:
      "The captured were calculated from the killed, but one does not follow from the other. A winner may lose hardly any prisoners, and a garrison that surrenders nearly everyone.",
    example: "loss-calc --killed 7000 --wounded 3x --captured 1x",
    advice:
      "Give a reported count if there is one, as in --captured 389. A named ratio of all others includes the captured, so the total stays as it is: take only the wounded from it, as in --wounded israel-1973 --captured 350.",
  },
  WOUNDED_AND_CAPTURED: {
    means:
      "Both the wounded and the captured are counted, and wounded prisoners may be in both figures. The total may be too high by their number.",
    example: "loss-calc --killed 7000 --wounded 3x --captured 389",
    advice: "Find out how your sources count wounded prisoners. If they are in both figures, take them out of one.",
  },
  COUNTED_TWICE: {
    means:
      "Some people of a past war are in two of its counts, for example prisoners who died, as killed and as captured. The caveat says about how many, and the sum may be too high by that.",
    example: "loss-calc total us-wwi us-wwii",
    advice: "Take them out of one count if that matters, or compare the killed alone.",
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
      "Check that the losses and the force count the same people on the same date. The figure for the force may leave out replacements or allied units.",
  },
  EXCEEDS_FORCE: {
    means:
      "Even the low end of the losses is more than the whole force, so these figures cannot all be about the same people.",
    example: "loss-calc --killed 13800 --ratio 3 --force 40000",
    advice:
      "Check what each figure counts, and when. Common causes are casualties given as killed, a force figure that leaves out replacements, and a missing zero.",
  },
  APPROXIMATE: {
    means:
      "A figure in this row of a table is only approximate, as in “about 7,000”, and so are the results. Other formats mark them with a ~.",
    example: String.raw`printf 'killed\n"about 7,000"\n' | loss-calc batch --ratio 3`,
    advice: "Quote the results of this row with “about”.",
  },
  ENDS_SWAPPED: {
    means:
      "The low end of a figure is above its high end, and the best value is between the two. So the two columns were mixed up in this row, and the lower number was read as the low end.",
    example: String.raw`printf 'killed_low,killed_best,killed_high\n8000,7000,6000\n' | loss-calc batch`,
    advice: "Compare the row with its source. Without a best value that shows it, such a row is rejected.",
  },
  ROUNDED: {
    means:
      "The row has a fraction of a person, as models and averages give it. It was rounded to a whole number, halves up.",
    example: String.raw`printf 'killed\n433.61\n' | loss-calc batch`,
    advice: "Nothing needs doing. If the figures count thousands, --scale 1000 says so.",
  },
  TOTAL_FALLS: {
    means:
      "A running total is lower than in the row before, although total losses can only rise. The source may have corrected its figure, or begun to count something else, or the numbers may be those of single days.",
    example: String.raw`printf 'date,killed\n2022-03-02,498\n2022-03-03,490\n' | loss-calc batch --series cumulative --by date`,
    advice:
      "Find out what changed on that day, and do not quote the change as losses. For numbers of single days, use --series daily.",
  },
} as const satisfies PagesFor<Record<CaveatCode | TableCode, unknown>>;
