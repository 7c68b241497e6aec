import type { DateFault } from "../../core/dates.ts";
import type { ExpectedKind, ProblemArgs } from "../../core/errors.ts";
import type { Per } from "../../core/figure.ts";
import type { Unit } from "../../core/range.ts";
import { EXPECTED, MEANS, type SpellInput, shortened, UNSET, type Wording, type Words } from "./words.ts";

const TOLERANCE: Record<Unit, string> = {
  people: "a number of people, like 500, or percent of the value, like 1%",
  perKilled: "losses per person killed, like 0.1, or percent of the value, like 1%",
  share: "points of the share, like 0.5 points",
  days: "a number of days, like 2, or percent of the value, like 1%",
  perDay: "a number of people a day, like 0.5, or percent of the value, like 1%",
  perThousand: "a number for every 1,000 a day, like 0.1, or percent of the value, like 1%",
  amount: "a number in the same unit, like 10, or percent of the value, like 1%",
  perUnit: "a number of people for each unit, like 0.1, or percent of the value, like 1%",
};

const KIND: Record<ExpectedKind, string> = {
  figure: "a count of people",
  ratio: "a ratio",
  loss: "a count or a multiplier",
  share: "a share",
  died: "the share who died",
  claim: "a share",
  conclusion: "a share, a ratio or a count of people",
  "one conclusion": "a single share, ratio or count of people",
  tolerance: "a tolerance",
  rate: "a rate",
  pace: "a pace",
  days: "a period",
  amount: "an amount",
  target: "a target",
  result: "a number",
  date: "a date",
  name: "a name",
  note: "a remark",
  url: "a web address",
};

export const NOTATION = {
  "E-EMPTY": (args) =>
    "expected" in args
      ? { says: "the value is empty", expected: EXPECTED[args.expected] }
      : {
          says: args.usage === undefined ? "an argument is empty" : "the value is empty",
          expected: `${args.usage ?? "no empty argument"}; ${UNSET}`,
        },
  "E-TOO-LONG": ({ expected, length, limit }) => ({
    says: `this is ${length} characters long`,
    expected: `${KIND[expected]} of at most ${limit} characters`,
  }),
  "E-CHARACTER": ({ name, instead }) => ({
    says: `found ${name}${instead ? ` instead of ${instead}` : ""}`,
    ...(instead ? {} : { expected: "only characters that can be seen" }),
  }),
  "E-NOT-A-NUMBER": ({ expected, found, isStream }) => ({
    says: SIGN.get(found) ?? `this is not ${KIND[expected]}`,
    expected: `${EXPECTED[expected]}${isStream ? "; only --killed - reads standard input" : ""}`,
  }),
  "E-NEGATIVE": ({ expected }) => ({ says: `${KIND[expected]} cannot be negative`, expected: EXPECTED[expected] }),
  "E-FRACTION": ({ value }) => ({
    says: `${value} is not a whole number of people`,
    expected: "a whole number of people",
  }),
  "E-TOO-LARGE": ({ limit }) => ({
    says: Number(limit) < 10_000 ? `this is more than ${limit}` : "this is more than can be counted exactly",
    expected: `at most ${limit}`,
  }),
  "E-GROUPING": ({ figures }) => ({
    says: figures ? `this may be two figures, ${figures.join(" and ")}` : "these digits are not grouped by thousands",
    expected: figures
      ? "one option for each figure, or a range"
      : "groups of three, like 1,234,567, and a dot for decimals",
  }),
  "E-DOT": ({ first, second }) => ({
    says: `this may be ${first} or ${second}`,
    expected: "a comma between thousands, or a unit after decimals",
  }),
  "E-SLASH": ({ date }) => ({
    says: date
      ? "this may be a day, or a low, a best and a high value"
      : "with slashes there are always three numbers: low/best/high",
    expected: "three numbers, or a range with a hyphen, like 6000-13800 or 45%-65%",
  }),
  "E-THOUSANDS": ({ first, second }) => ({
    says: `this may be ${first}, or ${second}`,
    expected: "both ends in full, or no comma in the higher end",
  }),
  "E-RATIO-FORM": ({ because }) => ({
    says: because
      ? NO_RATIO[because]
      : "a ratio with a colon must end in 1: three others for each person killed are 3:1",
    expected: EXPECTED.ratio,
  }),
  "E-RATIO-OR-RANGE": ({ first, second }) => ({
    says: `this may be ${first}, or a range from ${second.replace("-", " to ")}`,
    expected: "a colon for one ratio, like 3:1, or a hyphen for a range, like 1-3",
  }),
  "E-RANGE-REVERSED": ({ low, high }) => ({
    says: `the range runs backwards, from ${high} to ${low}`,
    expected: "the lower end first",
  }),
  "E-BOUNDS": ({ first, second }) => ({
    says: `“${first}” and “${second}” contradict each other`,
    expected: 'one bound, or a lower and a higher one, like "at least 6,000 and at most 13,800"',
  }),
  "E-BOUND-BEFORE-RANGE": ({ bound }) => ({
    says: `after “${bound}” it is not clear which end is open`,
    expected: "a closed range, or + after the end that may be higher",
  }),
  "E-BEST-OUTSIDE": ({ best }) => ({
    says: `the best value, ${best}, is not one number within the range`,
    expected: "low, best and high in this order, like 6000/8000/13800",
  }),
  "E-SPREAD": ({ because }) => SPREAD[because],
  "E-VAGUE": ({ found }) => ({
    says: `“${found}” does not name a number`,
    expected: "a number, or a word with a known floor: dozens, scores, hundreds, thousands, tens of thousands",
  }),
  "E-MIXED-FORMS": ({ because }) =>
    because
      ? { says: "the two ends have different units", expected: "one unit for both ends" }
      : {
          says: "it is not clear whether the unit belongs to both ends",
          expected: "a unit after each end, or after the last for both",
        },
  "E-UNIT": ({ found, expected, is, counted = "casualties" }, spell) => {
    if (is === "share") return shareOfWhat(found, spell);
    if (is === "bare") return { says: `“${found}” needs a unit`, expected: EXPECTED[expected] };
    if (is) return rateInstead(found, expected, RATE[is], spell(counted, `"${found}"`));
    return { says: `“${found}” is not ${KIND[expected]}`, expected: EXPECTED[expected] };
  },
  "E-CATEGORY": ({ found, number, counted, expected, several, isClaim }, spell) => {
    if (isClaim) return claimOfPart(found);
    return {
      says: several
        ? `“${found}” is more than one kind of loss`
        : `“${found}” means ${MEANS[counted]}${expected ? `, not ${MEANS[expected]}` : ""}`,
      expected: several
        ? `one kind of loss${TOGETHER[several](`"${number}"`, spell)}`
        : [counted, ...(expected ? [expected] : [])]
            .map((name) => `${spell(name, `"${number}"`)} if it counts ${MEANS[name]}`)
            .join(", "),
    };
  },
  "E-SHARE": ({ found }) => ({ says: `“${found}” is not clearly a share from 0% to 100%`, expected: EXPECTED.share }),
  "E-TOLERANCE": ({ unit }) => ({ says: "this is not clearly a tolerance", expected: TOLERANCE[unit] }),
  "E-DATE": ({ found, because }) => ({
    says: `“${shortened(found)}” ${DATE_FAULTS[because]}`,
    expected: because === "year" ? "all four digits of the year, as in 16 March 2022" : EXPECTED.date,
  }),
  "E-DATE-AMBIGUOUS": ({ first, second }) => ({
    says: `this may be ${first} or ${second}: the day or the month can come first`,
    expected: "the year first, or the month by its name",
  }),
  "E-NAME-EMPTY": ({ of }) =>
    of
      ? { says: PART_OF_KILLED[of], expected: "NAME=SHARE, like fighters=20%" }
      : { says: "the name before the “=” is missing", expected: "SOURCE=FIGURE, like Ukraine=13,800" },
} satisfies Partial<Words>;

/** What losses that are one number can be given as. In tables, the captured and missing are the captured. */
const TOGETHER: Record<
  NonNullable<ProblemArgs["E-CATEGORY"]["several"]>,
  (number: string, spell: SpellInput) => string
> = {
  "with killed": (number, spell) => `, or ${spell("casualties", number)} for all of them`,
  "captured or missing": (number, spell) => `, or ${spell("captured", number)} for both together`,
  "without killed": () => "",
};

function claimOfPart(found: string): ReturnType<Words["E-CATEGORY"]> {
  return {
    says: `“${found}” is only part of the losses, and --claim tests all of them together`,
    expected: 'all losses or their share, like 50,000 or "a third"; a scenario file can claim any result',
  };
}

const RATE: Record<Per, string> = {
  force: "a share of the force",
  day: "a number of people a day",
  "force and day": "a share of the force a day",
};

/** The words for a rate that was given for an input that cannot be a rate. */
function rateInstead(found: string, expected: ExpectedKind, rate: string, loss: string): Wording {
  const other = expected === "share" ? "the share that belongs here" : KIND[expected];
  return {
    says: `“${found}” is ${rate}, not ${other}`,
    expected: `${EXPECTED[expected]}; losses can be given as a rate: ${loss}`,
  };
}

/** "25%" of the killed may mean 25% of the force or of the casualties. */
function shareOfWhat(found: string, spell: SpellInput): Wording {
  return {
    says: `it is not clear what “${found}” is a share of`,
    expected: `"${found} of the force", or ${spell("died", /\s/.test(found) ? `"${found}"` : found)} for the share of the casualties who died`,
  };
}

/** What is wrong with a character that does not belong in a figure. */
const SIGN: ReadonlyMap<string, string> = new Map([
  [",", "a comma does not separate figures; give one at a time"],
  ["(", "brackets may hold a footnote mark, words, or the range around a best value"],
  ["[", "brackets may hold a footnote mark, words, or the range around a best value"],
]);

const NO_RATIO = {
  "fewer than killed": "the casualties must be more than the killed, who are among them",
  "nobody killed": "a ratio needs at least one person killed",
};

const PART_OF_KILLED = {
  unnamed: "this does not say which of the killed are counted",
  dated: "a part of the killed has no date of its own",
};

const SPREAD = {
  share: { says: "± of a share may mean points or percent of it", expected: "both ends, like 45%-55%" },
  "below zero": { says: "the lower end is below zero", expected: "a spread that is smaller than the number before it" },
  tolerance: {
    says: "± may mean that the expected result is a range, or how far it may differ",
    expected: 'both ends, or { "value": …, "tolerance": … }',
  },
};

const DATE_FAULTS: Record<DateFault, string> = {
  form: "is not a date",
  year: "has no four-digit year",
  calendar: "is not in the calendar",
};
