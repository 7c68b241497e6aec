import type { Caveat, CaveatArgs, CaveatCode, Moved, Named } from "../core/caveats/caveat.ts";
import { PAST } from "../core/past.ts";
import { Rational } from "../core/rational.ts";
import type { InputName } from "../core/scenario.ts";
import { people } from "../notation/print.ts";
import { DEFINITION } from "./definitions.ts";
import { list } from "./list.ts";
import { numberWord } from "./number-word.ts";
import { quantityWords } from "./quantity-words.ts";

const RESULT: Record<Moved, string> = {
  killed: "The number of killed",
  others: "The number of other losses",
  notBrokenDown: "The number not broken down",
  outOfAction: "The number out of action",
  net: "The net number",
  force: "The size of the force",
  share: "The share",
  perDay: "The pace",
  perUnit: "The number for each unit",
  balance: "The balance",
  recruits: "The number of recruits",
  daysToGo: "The number of days to go",
  lossesByThen: "The losses by then",
};

const SENTENCES: { readonly [Code in CaveatCode]: (args: CaveatArgs[Code]) => string } = {
  KILLED_ALONE: () =>
    "Only the killed are counted: the wounded, captured, missing and deserted are not in it. A ratio or categories add them.",
  OPEN_LOW: (args) => `${RESULT[args.of]} may be lower than shown: ${given(args)}.`,
  OPEN_HIGH: (args) => `${RESULT[args.of]} may be higher than shown: ${given(args)}.`,
  VAGUE_FLOOR: (args) =>
    `${capital(given(args))}, which was read as at least ${people(Rational.of(args.floor))}, the floor that conflict recorders code it as.`,
  TEXT_DROPPED: (args) =>
    `${capital(given(args))}; “${args.dropped}” was taken for a footnote or remark, and not read.`,
  CONFIRMED_IS_A_FLOOR: ({ source, text }) =>
    `“${text}”${source === undefined ? "" : `, by ${source},`} is a list of confirmed deaths, which is a minimum: with a + after it, its high end is open.`,
  COUNTS_ALL_SIDES: () => "The killed are those of all sides, civilians among them, and not the losses of one force.",
  RATIO_COVERS: ({ name, covers, lacks }) =>
    `The ratio of “${name}” covers ${the(covers)}; ${the(lacks)} are not in it.`,
  NOT_COMPARABLE: ({ name, because }) => `“${name}” is not comparable with other cases: ${because}.`,
  HISTORY_INTERVAL: ({ name, wars, definitions, outside }) =>
    `“${name}” is the 80% interval of ${wars} past wars for another one, and not a bound${outsideOf(outside)}. ${definitionsOf(definitions)}`,
  FEW_WARS: ({ name, wars }) => `“${name}” rests on only ${wars} wars: its interval is rough.`,
  OUTSIDE_HISTORY: ({ of, text, implied, where, nearest }) =>
    `${implied ? IMPLIED[of](text) : GIVEN[of](text)} ${OUTSIDE[where]} ${USUAL[of]} The nearest comparable cases: ${list(nearest)}.`,
  ENDS_CROSS: () =>
    "The fewest casualties were taken with the most killed, and the most with the fewest, which is as far apart as the two ranges allow. The ends of one source usually go together.",
  IMPOSSIBLE_END: () =>
    "At one end there would be more killed than casualties, which cannot be: it was set to where there are no other losses.",
  BORROWED_RATIO: ({ text }) => `The ratio “${text}” was counted elsewhere: that it is the same here is an assumption.`,
  PAIR_OF_TWO: ({ killed, casualties }) =>
    `The killed are from ${killed || "one source"} and the casualties from ${casualties || "another source"}: they may not count the same people, or not up to the same date.`,
  STATEMENTS_DISAGREE: ({ input, of, calculated, used, percent, isLess }) =>
    `${capital(INPUT[input] ?? input)} would make ${quantityWords(of)} ${calculated}. The result rests on ${used}, which is ${percent} ${isLess ? "less" : "more"}.`,
  TOTAL_RAISED: ({ text }) => `“${text}” is less than the parts add up to, so the casualties were raised to their sum.`,
  RETURNED_OF_ALL: () =>
    "How many were wounded is not known, so the share who returned was taken of all losses other than killed.",
  SHORT_PERIOD: ({ days }) =>
    `The pace is that of ${days === 1 ? "one day" : `${numberWord(days)} days`}, which says little of a month or a year: a week is not a year.`,
  MONTHS_AND_YEARS: () => "A month was counted as 30 days, and a year as 365.",
  NO_FORECAST: ({ isGross }) =>
    `The days to go are arithmetic, not a forecast: they hold only if the pace stays as it is.${isGross ? " Those who return are counted among the losses." : ""}`,
  PACE_OF_TOTALS: ({ of, perDay }) =>
    `The totals of ${of} are rounded, so their pace may be ${perDay} a day higher or lower.`,
  REVISED: () =>
    "The later total may be below the earlier one, so the estimate may have been revised, and the change gives no pace.",
  MAY_NEVER: () => "There may be no more losses than recruits, or none at all, so the target may never be reached.",
  NEVER: () => "There are no more losses than recruits, or none at all, so the target is never reached at this pace.",
  ALREADY_REACHED: () => "The losses so far have already reached the target.",
  COVERAGE_CLOSES_FLOOR: ({ source, text }) =>
    `The coverage takes “${text}”${source === undefined ? "" : `, by ${source},`} as the exact length of the list, so its open end is closed.`,
  SOURCES_DISAGREE: ({ low, high, compatible }) =>
    `${high} and ${low} disagree by more than a factor of two.${compatible ? " Both may be true, since one gives only a bound." : ""}`,
  DATES_APART: ({ earlier, later, days }) =>
    `${earlier} and ${later} are ${days} days apart or more: part of the difference may be time.`,
  COUNT_LIKE_MULTIPLIER: ({ category, text }) =>
    `“${text}” was read as a count of people ${category}. A multiplier of the killed is written with an x, like ${/\d$/.test(text) ? text : 3}x.`,
  CAPTURED_BY_MULTIPLIER: ({ text }) =>
    `The captured were taken in proportion to the killed (“${text}”), but they do not scale with them: nearly none for a winner, many times the killed when a garrison surrenders. A reported count is safer.`,
  WOUNDED_AND_CAPTURED: () => "Wounded and captured are both counted: wounded prisoners may be in both.",
  PARTS_DO_NOT_ADD_UP: () =>
    "The ends of the parts need not add up to the casualties: the killed are fewest where the others are most.",
  MAY_EXCEED_FORCE: ({ force }) =>
    `The high end is above the size of ${force}: not every combination of these figures is possible.`,
  EXCEEDS_FORCE: ({ force }) =>
    `The losses are more than the whole of ${force}: check what each figure counts, and as of when.`,
};

function outsideOf(outside: CaveatArgs["HISTORY_INTERVAL"]["outside"]): string {
  if (outside.length === 0) return "";
  return `: ${outside.length} of them ${outside.length === 1 ? "lies" : "lie"} outside (${outside.join(", ")})`;
}

/** What the killed of past wars are: of one kind, or of several. */
function definitionsOf(definitions: CaveatArgs["HISTORY_INTERVAL"]["definitions"]): string {
  const [only, ...more] = definitions;
  if (more.length === 0) return `Its cases count ${DEFINITION[only!.definition]}.`;
  const counted = definitions.map(({ definition, rows }) => `${DEFINITION[definition]} in ${rows}`);
  return `Its cases define “killed” differently: ${counted.join(", ")}.`;
}

const OUTSIDE: Record<CaveatArgs["OUTSIDE_HISTORY"]["where"], string> = {
  below: "lies below",
  above: "lies above",
  "from below": "begins below",
  "to above": "reaches above",
  "on both sides": "reaches beyond both ends of",
};

const ends = ({ low, high }: (typeof PAST)["ratio"]) => `${low.toFixed(2)} to ${high.toFixed(2)}`;
const USUAL_RATIO = `the middle 80% of past cases, ${ends(PAST.ratio)} wounded, captured and missing per killed, as far as known.`;
const USUAL = {
  wounded: `the 80% interval of past wars, ${ends(PAST.wounded)} wounded per killed.`,
  ratio: USUAL_RATIO,
  died: USUAL_RATIO,
};

type OfHistory = CaveatArgs["OUTSIDE_HISTORY"]["of"];

/** A ratio as it was given. */
const GIVEN: Record<OfHistory, (text: string) => string> = {
  wounded: (text) => `Wounded at “${text}”`,
  ratio: (text) => `The ratio “${text}”`,
  died: (text) => `The share who died, “${text}”, as others per killed`,
};

/** A ratio that was not given. */
const IMPLIED: Record<OfHistory, (text: string) => string> = {
  wounded: (text) => `The ratio of ${text} wounded per killed, which follows from the counts,`,
  ratio: (text) => `The ratio of ${text} others per killed, which follows from the counts,`,
  died: (text) => `The share who died that follows from the counts, ${text}, as others per killed`,
};

/** What inputs are called in sentences. */
const INPUT: Partial<Record<InputName, string>> = {
  killed: "the killed",
  casualties: "the casualties",
  ratio: "the ratio",
  died: "the share who died",
  wounded: "the wounded",
  captured: "the captured",
  missing: "the missing",
  deserted: "the deserted",
  force: "the force",
  share: "the share of the force",
};

/** "the wounded and captured". */
function the(categories: readonly string[]): string {
  return `the ${list(categories)}`;
}

/** The sentence for a caveat. */
export function caveatSentence(caveat: Caveat): string {
  const say = SENTENCES[caveat.code] as (args: Caveat["args"]) => string;
  return say(caveat.args);
}

/** "killed, by US and Europe, is given as “up to 6,000”". */
function given({ input, source, text }: Named): string {
  const whose = source === undefined ? "" : input === "force" ? ` (${source})` : `, by ${source},`;
  return `${NOUN[input] ?? input}${whose} is given as “${text}”`;
}

/** What an input is in a sentence, where its name is no noun. */
const NOUN: Partial<Record<Named["input"], string>> = {
  of: "the part of the killed",
  died: "the share who died",
  returned: "the share who returned",
  per: "the amount",
  until: "the target",
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
