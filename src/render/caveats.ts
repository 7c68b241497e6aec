import { REPORTED } from "../core/categories.ts";
import type { Caveat, CaveatArgs, CaveatCode, MovedResult, NamedInput } from "../core/caveats/caveat.ts";
import type { InputName } from "../core/inputs.ts";
import { PAST, WHO_IS_COUNTED } from "../core/past-ratios.ts";
import { Rational } from "../core/rational.ts";
import { measured, people, signed } from "../notation/print.ts";
import { capital } from "./capital.ts";
import { DEFINITION } from "./definitions.ts";
import { pastWarName } from "./for-readers.ts";
import { list } from "./list.ts";
import { numberWord } from "./number-word.ts";
import { counted, quantityWords } from "./quantity-words.ts";

const RESULT: Record<MovedResult, string> = {
  killed: "The number killed",
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
  lossesByThen: "The number of further losses",
};

/** Caveats that are merged into one sentence if there are several. */
const MERGED: { readonly [Code in MergedCode]: (all: readonly CaveatArgs[Code][]) => string } = {
  OPEN_LOW: (all) => `${RESULT[all[0]!.of]} may be lower than shown: ${list(all.map(inputIsText))}.`,
  OPEN_HIGH: (all) => `${RESULT[all[0]!.of]} may be higher than shown: ${list(all.map(inputIsText))}.`,
  VAGUE_FLOOR: (all) => {
    const words = all.map((args) => `${quotedInput(args)} was read as at least ${people(Rational.of(args.floor))}`);
    return `${list(words)}, as in conflict databases.`;
  },
  TEXT_DROPPED: (all) => {
    const texts = all.map((args) => `“${args.dropped}” in ${quotedInput(args)}`);
    return `${list(texts)} ${all.length === 1 ? "was taken for a footnote or remark" : "were taken for footnotes or remarks"}, and ignored.`;
  },
  PARTS_LACK: (all) => {
    const groups = [...new Set(all.map(({ names }) => list(names)))].map((names) => {
      const lacking = all.filter((args) => list(args.names) === names);
      return `${names} (${list(lacking.map(({ quantity }) => quantityWords(quantity)))})`;
    });
    return `Some sums are minimums, since some parts lack a figure: ${groups.join("; ")}.`;
  },
  COMPARED_ENDS_CROSS: (all) =>
    `The comparison takes the low end of one range with the high end of the other, which is as far apart as the two allow. If both ranges come from one report, low usually goes with low, and high with high: ${pairedReadings(all).join("; ")}.`,
  MAY_EXCEED_FORCE: (all) =>
    `The high end is more than ${sizeOf(all)}, so not every combination of these figures is possible.`,
  EXCEEDS_FORCE: (all) => `The losses are more than ${sizeOf(all)}.`,
};

type MergedCode =
  | "OPEN_LOW"
  | "OPEN_HIGH"
  | "VAGUE_FLOOR"
  | "TEXT_DROPPED"
  | "PARTS_LACK"
  | "COMPARED_ENDS_CROSS"
  | "MAY_EXCEED_FORCE"
  | "EXCEEDS_FORCE";

const SENTENCES: {
  readonly [Code in Exclude<CaveatCode, MergedCode>]: (args: CaveatArgs[Code], isForReaders: boolean) => string;
} = {
  TWO_LISTS: ({ names }) =>
    `The number killed is an estimate from two lists${names === undefined ? "" : `, which have ${names} different names`}. It holds only if both are of the same people and period, and being on one says nothing about being on the other. If people on one are more likely to be on the other too, it is too low; if they are less likely, it is too high.`,
  KILLED_ALONE: () => "Only the killed are counted: the wounded, captured, missing and deserted are not included.",
  CONFIRMED_IS_A_FLOOR: ({ source, text }) =>
    `“${text}”${inBrackets(source)} comes from a list of confirmed deaths, so it is a minimum.`,
  COUNTS_ALL_SIDES: () => "The killed are those of all sides, civilians included, not the losses of one force.",
  RATIO_COVERS: ({ name, covers, lacks }) => `“${name}” covers ${theList(covers)}; ${theList(lacks)} are not included.`,
  NOT_COMPARABLE: ({ name, because }) => `“${name}” is not comparable with other cases: ${because}.`,
  KILLED_OUTRIGHT: ({ name }) =>
    `“${name}” counts those who died of wounds as wounded. For killed that include them, its ratio is too high.`,
  HISTORY_INTERVAL: ({ name, wars, definitions, outside }, isForReaders) =>
    `“${name}” is an 80% interval from ${numberWord(wars)} past wars, not a bound${outsideOf(outside, isForReaders)}. ${definitionsOf(definitions)}`,
  FEW_WARS: ({ name, wars }) => `“${name}” rests on only ${numberWord(wars)} wars, so its interval is rough.`,
  OUTSIDE_HISTORY: ({ of, text, implied, source, where, nearest }, isForReaders) =>
    `${implied ? IMPLIED[of](text, source === undefined ? "the counts" : `the counts from ${source}`) : GIVEN[of](text)} ${OUTSIDE[where]} ${USUAL[of]} The nearest comparable cases: ${list(nearest.map(({ name, title, ratio }) => `${isForReaders ? pastWarName(title) : name} ${ratio}`))}.`,
  ENDS_CROSS: () =>
    "The ends assume the fewest casualties with the most killed, and the most casualties with the fewest killed, which is as far apart as the two ranges allow. If both ranges come from one source, low usually goes with low, and high with high.",
  IMPOSSIBLE_END: ({ isOfParts, isOfLists }) =>
    isOfLists
      ? "At one end, more people would be on both lists than on one of them, which is impossible, so at that end everyone on the shorter list was taken to be on both."
      : isOfParts
        ? "At one end the parts would add up to more than the losses that they belong to, which is impossible, so the losses not broken down were set to zero there."
        : "One end would have more killed than casualties, which is impossible, so the other losses at that end were set to zero.",
  BORROWED_RATIO: ({ text }) => `The ratio “${text}” comes from elsewhere, so using it here is an assumption.`,
  PAIR_OF_TWO: ({ killed, casualties, of = "casualties" }) =>
    `The killed are from ${killed || unnamed(casualties, "one source")} and the ${of} from ${casualties || unnamed(killed, "another source")}, so they may not cover the same people or the same dates.`,
  STATEMENTS_DISAGREE: ({ input, of, calculated, used, percent, isLess }) =>
    `Based on ${INPUT[input] ?? input}, there would be ${counted(of, calculated)}. The result uses ${used}, which is ${percent} ${isLess ? "less" : "more"}.`,
  TOTAL_RAISED: ({ text }) => `“${text}” is less than the sum of the parts, so that sum was used for the casualties.`,
  RETURNED_OF_ALL: () =>
    "The number of wounded is not known, so the share who returned was applied to all losses other than killed.",
  SHORT_PERIOD: ({ days }) =>
    `The pace covers only ${days === 1 ? "one day" : `${numberWord(days)} days`}, which says little about a month or a year.`,
  MONTHS_AND_YEARS: () => "A month was counted as 30 days, and a year as 365.",
  NO_FORECAST: ({ isGross }) =>
    `The days to go are arithmetic, not a forecast: they apply only if the pace stays the same.${isGross ? " Those who return are counted as losses here." : ""}`,
  PACE_OF_TOTALS: ({ of, perDay }) =>
    `The totals of ${of} are rounded, so the pace may be ${perDay} a day higher or lower.`,
  REVISED: () =>
    "The later total may be lower than the earlier one. The estimate may have been revised, so the change gives no pace.",
  MAY_NEVER: () =>
    "Recruits may match or exceed the losses, or there may be no losses at all, so the target may never be reached.",
  NEVER: () =>
    "Recruits match or exceed the losses, or there are no losses at all, so at this pace the target is never reached.",
  ALREADY_REACHED: () => "The losses so far have already reached the target.",
  COVERAGE_CLOSES_FLOOR: ({ source, text }) =>
    `The coverage treats “${text}”${inBrackets(source)} as the exact number of names on the list, so its open end is closed.`,
  SOURCES_DISAGREE: ({ low, high, compatible, of }) =>
    `The figures ${of ? `of ${theList(of)} ` : ""}from ${high} and from ${low} differ by more than a factor of two.${compatible ? " Both may be right, since one is only a bound." : ""}`,
  DATES_APART: ({ earlier, later, days, isOfLists }) =>
    `${earlier} and ${later} are at least ${days} days apart, ${isOfLists ? "so the lists may not cover the same period" : "which may explain part of the difference"}.`,
  COVERS_DIFFER: ({ name, other, lacks, isUncertain }) =>
    isUncertain
      ? `The losses of ${name} have no separate count of ${theList(lacks)}. Those of ${other} may include them, since a total or a ratio does not say which losses it includes, so the two may not count the same thing.`
      : `The losses of ${name} have no separate count of ${theList(lacks)}, and those of ${other} include them, so the two do not count the same thing.`,
  KINDS_DIFFER: ({ confirmed, other }) =>
    `The killed of ${confirmed} are names on a list, which is a minimum, but those of ${other} are an estimate of all the dead.`,
  LEFT_OUT: ({ kind, reports }) => `${LEFT_OUT[kind]} were left out: ${list(reports.map(quotedInput))}.`,
  CLAIM_OF_SIDE: ({ name, source, isOwn }) =>
    isOwn
      ? `${source} reports its own losses here, which sides at war tend to understate.`
      : `${name === undefined ? "These losses" : `The losses of ${name}`} are a claim by ${source === undefined ? "" : `${source}, `}a side in the war. Sides at war tend to overstate the losses of others.`,
  BODIES: () =>
    "Bodies are recovered by whoever holds the ground, so the number of bodies exchanged shows who was advancing, not who lost more people.",
  PAST_DEFINITION: ({ name, killedMeans, woundedMeans }) =>
    `For ${name}, “killed” means: ${killedMeans ?? "not stated"}${woundedMeans ? `; “wounded” means: ${woundedMeans}` : ""}.`,
  PERIODS_DIFFER: ({ areKnown }) =>
    `There is no number a day for all parts together, since they do not cover the same days${areKnown ? "" : ", or not all of them say which"}.`,
  FORCES_NOT_ADDED: () =>
    "Parts of one side at different times may have the same force, so the forces were not added up.",
  TOTAL_DIFFERS: ({ of, stated, sum, percent }) =>
    `The stated total, ${counted(of, stated)}, is not the sum of the parts, which is ${sum}: they are ${percent}% apart.`,
  TOTAL_BELOW_PARTS: ({ of, stated, sum }) =>
    `The stated total, ${counted(of, stated)}, starts lower than the sum of the parts (${sum}). A total can have a narrower range than its parts, but it cannot start lower.`,
  COUNT_LIKE_MULTIPLIER: ({ category, text }) => `“${text}” was read as a number of people (${category}).`,
  CAPTURED_BY_MULTIPLIER: ({ text }) =>
    `The captured were calculated in proportion to the killed (“${text}”), but they do not scale with them: a winner may lose almost none, while a garrison that surrenders can lose many times its number killed.`,
  COUNTED_TWICE: ({ name, who }) => `Some people of “${name}” may be counted twice: ${who.replace(/\.$/, "")}.`,
  WOUNDED_AND_CAPTURED: () => "Wounded prisoners may be counted twice, as wounded and as captured.",
  PARTS_DO_NOT_ADD_UP: () =>
    "The ends of the parts do not add up to the casualties: the killed are fewest when the others are most.",
};

/** What the person who typed the figures can do. It is not printed where others read a result. */
const ADVICE: { readonly [Code in CaveatCode]?: (args: CaveatArgs[Code]) => string } = {
  CONFIRMED_IS_A_FLOOR: ({ text }) =>
    `Write ${/^[\d,]+$/.test(text) ? `${text}+` : "a + after the number"} to leave the high end open.`,
  FORCES_NOT_ADDED: () => "Give the force of the whole, without a name.",
  COUNT_LIKE_MULTIPLIER: ({ text }) => `For a multiplier of the killed, write ${/\d$/.test(text) ? text : 3}x.`,
  CAPTURED_BY_MULTIPLIER: () => "A reported count is safer.",
  EXCEEDS_FORCE: () => "Check what each figure counts, and as of when.",
};

/** "2.32 to 2.75 (killed) for Russia and Ukraine", "+25,000 (killed) from Russia (2025) to Russia (2026)". */
function pairedReadings(all: readonly CaveatArgs["COMPARED_ENDS_CROSS"][]): string[] {
  const pairOf = ({ name, other, isChange }: (typeof all)[number]) =>
    isChange ? `from ${other} to ${name}` : `for ${name} and ${other}`;
  return [...new Set(all.map(pairOf))].map((pair) => {
    const readings = all
      .filter((args) => pairOf(args) === pair)
      .map((args) => `${pairedEnds(args)} (${counted(args.quantity, "").trim()})`);
    return `${list(readings)} ${pair}`;
  });
}

/** "2.32 to 2.75"; of a change, with its sign: "+25,000". */
function pairedEnds({ low, high, isChange }: CaveatArgs["COMPARED_ENDS_CROSS"]): string {
  const [first, last] = [low, high].map((end) => {
    const value = Rational.decimal(end.toFixed(12));
    return isChange ? signed(value, people) : measured(value);
  });
  return first === last ? first! : `${first} to ${last}`;
}

/** A source without a name may be the one that is named. */
function unnamed(other: string, both: string): string {
  return other === "" ? both : "an unnamed source";
}

const LEFT_OUT: Record<CaveatArgs["LEFT_OUT"]["kind"], string> = {
  claim: "Claims",
  estimate: "Estimates",
  confirmed: "Lists of confirmed deaths",
};

function outsideOf(outside: CaveatArgs["HISTORY_INTERVAL"]["outside"], isForReaders: boolean): string {
  if (outside.length === 0) return "";
  const wars = outside.map(({ name, title, ratio }) => `${isForReaders ? title : name} ${ratio}`);
  return `: ${numberWord(outside.length)} of them ${outside.length === 1 ? "is" : "are"} outside (${wars.join(", ")})`;
}

/** Says how the past wars define "killed": in one way, or in several. */
function definitionsOf(definitions: CaveatArgs["HISTORY_INTERVAL"]["definitions"]): string {
  const [only, ...more] = definitions;
  if (more.length === 0) return `Its cases count ${DEFINITION[only!.definition]}.`;
  const counted = definitions.map(({ definition, rows }) => `${DEFINITION[definition]} in ${numberWord(rows)}`);
  return `Its cases define “killed” differently: ${counted.join(", ")}.`;
}

const OUTSIDE: Record<CaveatArgs["OUTSIDE_HISTORY"]["where"], string> = {
  below: "is below",
  above: "is above",
  "from below": "begins below",
  "to above": "reaches above",
  "on both sides": "reaches beyond both ends of",
};

const ends = ({ low, high }: (typeof PAST)["ratio"]) => `${low.toFixed(2)} to ${high.toFixed(2)}`;
const USUAL_RATIO = `the middle 80% of comparable past cases, ${ends(PAST.ratio)} others per killed (wounded, captured and missing, where known).`;
const USUAL = {
  wounded: `the 80% interval of past wars, ${ends(PAST.wounded)} wounded per killed.`,
  ratio: USUAL_RATIO,
  died: USUAL_RATIO,
};

/** The caveats that speak of what past wars count. They give an example of how much it matters. */
const OF_DEFINITIONS: readonly CaveatCode[] = [
  "NOT_COMPARABLE",
  "HISTORY_INTERVAL",
  "OUTSIDE_HISTORY",
  "PAST_DEFINITION",
];

/**
 * Whether a caveat needs the example, which is of a high ratio: not in a comparison of the killed alone, nor for a
 * ratio that is low.
 */
const needsExample = ({ code, args }: Caveat) => {
  if (code === "PAST_DEFINITION") return args.woundedMeans !== undefined;
  return OF_DEFINITIONS.includes(code) && !(code === "OUTSIDE_HISTORY" && args.where.endsWith("below"));
};

function whoIsCounted({ who, war, ratios, by }: typeof WHO_IS_COUNTED): string {
  const [all, lived, stayed] = ratios.map((ratio) => Rational.decimal(ratio).toFixed(1));
  return `The number of wounded per killed depends on who is counted: for the ${who} in ${war} it was ${all}, ${lived} or ${stayed} (${by}).`;
}

type ComparedRatio = CaveatArgs["OUTSIDE_HISTORY"]["of"];

/** A ratio as it was given. */
const GIVEN: Record<ComparedRatio, (text: string) => string> = {
  wounded: (text) => `The ratio of wounded per killed, “${text}”,`,
  ratio: (text) => `The ratio “${text}”`,
  died: (text) => `The share who died, “${text}”, converted to others per killed,`,
};

/** A ratio that was not given. */
const IMPLIED: Record<ComparedRatio, (text: string, counts: string) => string> = {
  wounded: (text, counts) => `The ratio of ${text} wounded per killed, which follows from ${counts},`,
  ratio: (text, counts) => `The ratio of ${text} others per killed, which follows from ${counts},`,
  died: (text, counts) => `The share who died that follows from ${counts}, ${text}, converted to others per killed,`,
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

/** Inputs that are plural in a sentence. */
const PLURAL: readonly InputName[] = [...REPORTED, "recruits"];

/** "the wounded and captured". */
function theList(categories: readonly string[]): string {
  return `the ${list(categories)}`;
}

/** The sentences for a caveat. */
export function caveatSentence(caveat: Caveat): string {
  return sentences([caveat], needsExample(caveat), false);
}

/**
 * The sentences for all caveats. Several of a kind share one, and only the last about definitions has the example. On a
 * page or in a picture they state the facts alone.
 */
export function caveatSentences(caveats: readonly Caveat[], { isForReaders = false } = {}): string[] {
  const kinds = new Map<string, Caveat[]>();
  for (const [index, caveat] of caveats.entries()) {
    const { code, args } = caveat;
    const kind = code in MERGED ? `${code} ${"of" in args ? args.of : ""}` : String(index);
    kinds.set(kind, [...(kinds.get(kind) ?? []), caveat]);
  }
  const groups = [...kinds.values()];
  const last = groups.filter(([first]) => needsExample(first!)).at(-1);
  return [...new Set(groups.map((group) => sentences(group, group === last, isForReaders)))];
}

function sentences(all: readonly Caveat[], withExample: boolean, isForReaders: boolean): string {
  const { code, args } = all[0]!;
  const advise = ADVICE[code] as ((args: Caveat["args"]) => string) | undefined;
  const example = withExample ? [whoIsCounted(WHO_IS_COUNTED)] : [];
  const advice = advise && !isForReaders ? [advise(args)] : [];
  return [factOf(all, isForReaders), ...example, ...advice].join(" ");
}

function factOf(all: readonly Caveat[], isForReaders: boolean): string {
  const { code, args } = all[0]!;
  if (code in MERGED) {
    const say = MERGED[code as MergedCode] as (all: readonly Caveat["args"][]) => string;
    return capital(say(all.map((caveat) => caveat.args)));
  }
  const say = SENTENCES[code as keyof typeof SENTENCES] as (args: Caveat["args"], isForReaders: boolean) => string;
  return say(args, isForReaders);
}

/** "the killed (US and Europe) are “up to 6,000”". */
function inputIsText(args: NamedInput): string {
  const { input, text } = args;
  const noun = NOUN[input] ?? INPUT[input] ?? `the ${input}`;
  return `${noun}${inBrackets(ownSource(args))} ${PLURAL.includes(input) ? "are" : "is"} “${text}”`;
}

/** "“dozens” (killed, US and Europe)". */
function quotedInput(args: NamedInput): string {
  const source = ownSource(args);
  return `“${args.text}” (${[nounOf(args), ...(source === undefined ? [] : [source])].join(", ")})`;
}

/** The source of a figure. "The force" is just the default name of a force without a label, so it is left out. */
function ownSource({ input, source }: NamedInput): string | undefined {
  return input === "force" && source === "the force" ? undefined : source;
}

function nounOf({ input }: NamedInput): string {
  return NOUN[input] ?? input;
}

function inBrackets(source: string | undefined): string {
  return source === undefined ? "" : ` (${source})`;
}

/** "the size of the force", "the size of the force (border)", "the sizes of the forces (border and reserve)". */
function sizeOf(all: readonly { readonly force: string }[]): string {
  const names = all.map(({ force }) => force);
  if (names.length > 1) return `the sizes of the forces (${list(names)})`;
  return `the size of the force${inBrackets(ownSource({ input: "force", source: names[0]!, text: "" }))}`;
}

/** What an input is called in a sentence, if its name is not a noun. */
const NOUN: Partial<Record<NamedInput["input"], string>> = {
  of: "the part of the killed",
  both: "the number on both lists",
  died: "the share who died",
  returned: "the share who returned",
  days: "the period",
  per: "the amount",
  until: "the target",
  force: "the force",
};
