import type { Comparison } from "./contradictions.ts";
import { daysApart } from "./dates.ts";
import { defined } from "./defined.ts";
import { exact, type Figure } from "./figure.ts";
import { isDaily, quantityStated } from "./given.ts";
import type { Goal } from "./goal.ts";
import type { HistoryRatio } from "./named.ts";
import type { Outside } from "./past.ts";
import type { Range } from "./range.ts";
import { ratioCaveats } from "./ratio-caveats.ts";
import { Rational } from "./rational.ts";
import { relationCaveats } from "./relation-caveats.ts";
import {
  type Attribution,
  type Category,
  type CategoryLoss,
  type Force,
  givenCategories,
  type InputName,
  isKilledAlone,
  type Scenario,
} from "./scenario.ts";
import type { Solution } from "./solve.ts";
import { type Account, attributionName, type Combination } from "./sources.ts";

/** An input as a caveat names it: what it is, whose it is, and how it was written. */
export interface Named {
  readonly input: InputName;
  readonly source?: string;
  readonly text: string;
}

/** The result whose end an input moves. */
export type Moved = (typeof MOVED)[number][1];

/** The results that an input may move, by the names of their quantities; the first one is named. */
const MOVED = [
  ["out of action", "outOfAction"],
  ["net", "net"],
  ["killed", "killed"],
  ["others", "others"],
  ["share", "share"],
  ["force", "force"],
  ["losses a day", "perDay"],
  ["losses per unit", "perUnit"],
  ["balance", "balance"],
  ["days to go", "daysToGo"],
  ["losses by then", "lossesByThen"],
  ["not broken down", "notBrokenDown"],
] as const;

/** Every remark that can belong to an estimate: its stable code and what its sentence needs. */
export interface CaveatArgs {
  KILLED_ALONE: object;
  /** The low end of a result may lie lower, because of an open end of this input. */
  OPEN_LOW: Named & { readonly of: Moved };
  OPEN_HIGH: Named & { readonly of: Moved };
  /** A vague word was read as a floor. */
  VAGUE_FLOOR: Named & { readonly floor: number };
  /** A footnote mark, or a remark in brackets, was left out of what was read. */
  TEXT_DROPPED: Named & { readonly dropped: string };
  /** A list of confirmed deaths was given as if it were all of them. */
  CONFIRMED_IS_A_FLOOR: { readonly source?: string; readonly text: string };
  /** The killed are those of every side, civilians too, as in data sets of events. */
  COUNTS_ALL_SIDES: object;
  /** A ratio by its name covers some categories only. */
  RATIO_COVERS: { readonly name: string; readonly covers: readonly Category[]; readonly lacks: readonly Category[] };
  /** The case that a ratio is named after is not compared with others. */
  NOT_COMPARABLE: { readonly name: string; readonly because: string };
  /** The ratio is the 80% interval of past wars, which is not a bound. */
  HISTORY_INTERVAL: Pick<HistoryRatio, "name" | "wars" | "definitions"> & { readonly outside: readonly string[] };
  /** That interval rests on few wars. */
  FEW_WARS: { readonly name: string; readonly wars: number };
  /** A ratio lies outside what was seen in the past. */
  OUTSIDE_HISTORY: Outside & {
    readonly of: "wounded" | "ratio" | "died";
    readonly text: string;
    /** It follows from counts, and was not given. */
    readonly implied?: true;
  };
  /** Killed and casualties are both ranges, so the fewest casualties are taken with the most killed. */
  ENDS_CROSS: object;
  /** At one end there would be more killed than casualties, so that end is set to where there are no other losses. */
  IMPOSSIBLE_END: object;
  /** A ratio that was counted elsewhere is used for these figures. */
  BORROWED_RATIO: { readonly text: string };
  /** The killed and the casualties are of different sources, or dates more than 30 days apart. */
  PAIR_OF_TWO: { readonly killed: string; readonly casualties: string };
  /** What others imply of a quantity, and is not so. The percentage is of the calculated number. */
  STATEMENTS_DISAGREE: {
    readonly input: InputName;
    readonly of: string;
    readonly calculated: string;
    readonly used: string;
    readonly percent: string;
    readonly isLess: boolean;
  };
  /** A total that is open above was raised to the sum of its parts. */
  TOTAL_RAISED: { readonly text: string };
  /** Nobody says how many were wounded, so the share who returned is taken of all others. */
  RETURNED_OF_ALL: object;
  SHORT_PERIOD: { readonly days: number };
  /** A month was taken as 30 days, or a year as 365. */
  MONTHS_AND_YEARS: object;
  /** A day when something is reached is arithmetic, and no forecast. */
  NO_FORECAST: object;
  /** The pace between two totals is no better than their rounding: how many people a day it may be off. */
  PACE_OF_TOTALS: { readonly perDay: string };
  /** The later total may be below the earlier one, so that the estimate was revised and gives no pace. */
  REVISED: object;
  /** The losses may be no more than the recruits, so that the target may never be reached. */
  MAY_NEVER: object;
  /** They are no more, so that it is not. */
  NEVER: object;
  /** What was to be reached is reached already. */
  ALREADY_REACHED: object;
  COVERAGE_CLOSES_FLOOR: { readonly source?: string; readonly text: string };
  /** One's low is more than twice another's high; compatible where an open end lets both be true. */
  SOURCES_DISAGREE: { readonly low: string; readonly high: string; readonly compatible: boolean };
  /** Certainly more than 30 days lie between the dates of two sources. */
  DATES_APART: { readonly earlier: string; readonly later: string; readonly days: number };
  /** A count so small, and so far below the killed, that a multiplier may have been meant. */
  COUNT_LIKE_MULTIPLIER: { readonly category: Category; readonly text: string };
  CAPTURED_BY_MULTIPLIER: { readonly text: string };
  /** Wounded prisoners may be counted twice. */
  WOUNDED_AND_CAPTURED: object;
  /** Casualties are split by a ratio that is a range. */
  PARTS_DO_NOT_ADD_UP: object;
  /** The high end is above the force's low end. */
  MAY_EXCEED_FORCE: { readonly force: string };
  /** Even the low end is above the force's high end, and neither of them is open. */
  EXCEEDS_FORCE: { readonly force: string };
}

export type CaveatCode = keyof CaveatArgs;

/** Every code, for those who name one; the type finds a missing one. */
const CODES: Record<CaveatCode, null> = {
  KILLED_ALONE: null,
  OPEN_LOW: null,
  OPEN_HIGH: null,
  VAGUE_FLOOR: null,
  TEXT_DROPPED: null,
  CONFIRMED_IS_A_FLOOR: null,
  COUNTS_ALL_SIDES: null,
  RATIO_COVERS: null,
  NOT_COMPARABLE: null,
  HISTORY_INTERVAL: null,
  FEW_WARS: null,
  OUTSIDE_HISTORY: null,
  ENDS_CROSS: null,
  IMPOSSIBLE_END: null,
  BORROWED_RATIO: null,
  PAIR_OF_TWO: null,
  STATEMENTS_DISAGREE: null,
  TOTAL_RAISED: null,
  RETURNED_OF_ALL: null,
  SHORT_PERIOD: null,
  MONTHS_AND_YEARS: null,
  NO_FORECAST: null,
  PACE_OF_TOTALS: null,
  REVISED: null,
  MAY_NEVER: null,
  NEVER: null,
  ALREADY_REACHED: null,
  COVERAGE_CLOSES_FLOOR: null,
  SOURCES_DISAGREE: null,
  DATES_APART: null,
  COUNT_LIKE_MULTIPLIER: null,
  CAPTURED_BY_MULTIPLIER: null,
  WOUNDED_AND_CAPTURED: null,
  PARTS_DO_NOT_ADD_UP: null,
  MAY_EXCEED_FORCE: null,
  EXCEEDS_FORCE: null,
};
export const CAVEAT_CODES = Object.keys(CODES) as CaveatCode[];

export type Caveat = {
  readonly [Code in CaveatCode]: { readonly code: Code; readonly args: CaveatArgs[Code] };
}[CaveatCode];

const DISAGREEMENT = Rational.of(2);
const DAYS_APART = 30;
const LARGEST_LIKE_MULTIPLIER = 20;

/** What is said of a calculation, and with which results. */
export interface Told {
  readonly scenario: Scenario;
  readonly combinations: readonly Combination[];
  readonly comparisons: readonly Comparison[];
  readonly goal?: Goal | undefined;
  /** Of all losses, and with each force. */
  readonly solution: Solution;
  readonly byForce: readonly Solution[];
}

/** Everything to say of an estimate, in a fixed order. */
export function caveatsOf(told: Told): Caveat[] {
  const { scenario, combinations, solution, byForce } = told;
  const inputs = [...reportedInputs(told), ...otherInputs(told)];
  const used = combinations.flatMap((combination) => combination.used);
  const deaths = combinations.find(({ of }) => of === "killed")?.used ?? [];
  const rival = combinations.filter(({ rule }) => rule !== "sum" && rule !== "change");
  return [
    ...(isKilledAlone(scenario) ? [{ code: "KILLED_ALONE", args: {} } as const] : []),
    ...inputs.flatMap(openEnds),
    ...inputs.flatMap(vagueFloor),
    ...inputs.flatMap(droppedText),
    ...deaths.flatMap(confirmedFloor),
    ...(used.some(({ counts }) => counts) ? [{ code: "COUNTS_ALL_SIDES", args: {} } as const] : []),
    ...ratioCaveats(scenario),
    ...relationCaveats(told),
    ...deaths.flatMap(closedFloor),
    ...rival.flatMap(({ all }) => rivals(all)),
    ...combinations.flatMap(({ rule, all }) => (rule === "change" ? [] : datesApart(all))),
    ...givenCategories(scenario).flatMap(([category, loss]) => categoryCaveats(category, loss, solution.get("killed"))),
    ...(scenario.wounded && scenario.captured ? [{ code: "WOUNDED_AND_CAPTURED", args: {} } as const] : []),
    ...partsOfCasualties(told),
    ...(isDaily(scenario) ? [] : (scenario.force ?? [])).flatMap((force, index) =>
      beyondForce(byForce[index]!, force, index),
    ),
  ];
}

/** What a force is called: its label, or its place in the list. */
export function forceName({ label }: Force, index: number): string {
  return label ?? (index === 0 ? "the force" : `force ${index + 1}`);
}

type Written = Pick<Range, "openLow" | "openHigh"> &
  Pick<Figure, "text" | "vague" | "dropped"> & { low: number | Rational };

/** An input and the first result that its ends move. */
interface Mover {
  readonly input: Named["input"];
  readonly written: Written;
  readonly whose: Attribution;
  readonly openLow: boolean;
  readonly openHigh: boolean;
  readonly of: Moved;
  /** Whether the result falls where the input rises. */
  readonly falls: boolean;
}

/** An input with an open end, a vague word for its number, or a footnote; most have none, and no more to say. */
function hasMore({ openLow, openHigh, vague, dropped }: Written): boolean {
  return openLow || openHigh || vague === true || dropped !== undefined;
}

/**
 * An account's open end counts only where it survived the combining; where a coverage was
 * applied, it is the coverage's.
 */
function reportedInputs({ scenario, combinations, solution }: Told): Mover[] {
  return combinations.flatMap(({ of: input, form, value, used }) => {
    const telling = used.filter(
      ({ stated, value, coverage }) => coverage || hasMore(stated) || value.openLow || value.openHigh,
    );
    if (telling.length === 0) return [];
    const moves = movedBy(quantityStated(input, form), solution, scenario);
    return telling.flatMap((account) => {
      const { openLow, openHigh } = account.value;
      const ends = { openLow: openLow && value.openLow, openHigh: openHigh && value.openHigh };
      if (!account.coverage) return [moverOf(input, account.stated, account, moves, ends)];
      return [
        moverOf(input, account.stated, account, moves, CLOSED),
        moverOf("coverage", scenario.coverage!.share, account, moves, ends),
      ];
    });
  });
}

function otherInputs({ scenario, solution, byForce }: Told): Mover[] {
  const { ratio, died, returned, force: forces = [], share, days, per, recruits = [], until, pace } = scenario;
  const target = until && (until.of === "force" ? until.share : until.of === "people" ? until.figure : until.amount);
  const recruited = solution.given.has("recruits") ? "recruits" : "recruits a day";
  const inputs: readonly (readonly [Named["input"], string, Written | undefined])[] = [
    ["ratio", "ratio", ratio],
    ["died", "share who died", died],
    ["returned", "returned", returned],
    ["share", "share", share?.share],
    ["days", "days", days],
    ["per", "amount", per],
    ["pace", "pace", pace],
    ["until", until?.of === "force" ? "target share" : until?.of === "people" ? "target" : "target amount", target],
    ...recruits.map((stream) => ["recruits", recruited, stream.figure ?? stream.rate] as const),
  ];
  return [
    ...inputs.flatMap(([input, quantity, written]) =>
      written && hasMore(written) ? [moverOf(input, written, {}, movedBy(quantity, solution, scenario))] : [],
    ),
    ...forces.flatMap((force, index) => {
      if (!hasMore(force.figure)) return [];
      const moves = movedBy("force", byForce[index]!, scenario);
      return [moverOf("force", force.figure, { source: forceName(force, index) }, moves)];
    }),
  ];
}

/** The first result that rests on a quantity, and whether it falls where that rises. */
function movedBy(quantity: string, solution: Solution, scenario: Scenario): Pick<Mover, "of" | "falls"> {
  if (quantity === "out of action") return { of: "outOfAction", falls: false };
  if (quantity === "killed" && isKilledAlone(scenario)) return { of: "killed", falls: false };
  for (const [name, of] of MOVED) {
    const input = solution.derivation(name)?.inputs[quantity];
    if (input) return { of, falls: input.falls === true };
  }
  return { of: "outOfAction", falls: false };
}

type Ends = Pick<Range, "openLow" | "openHigh">;
const CLOSED: Ends = { openLow: false, openHigh: false };

function moverOf(
  input: Named["input"],
  written: Written,
  whose: Attribution,
  moves: Pick<Mover, "of" | "falls">,
  { openLow, openHigh }: Ends = written,
): Mover {
  return { input, written, whose, openLow, openHigh, ...moves };
}

function named({ input, written, whose }: Mover): Named {
  return defined({
    input,
    source: whose.source === undefined ? undefined : attributionName(whose),
    text: written.text,
  });
}

function openEnds(mover: Mover): Caveat[] {
  const { openLow, openHigh, of, falls } = mover;
  const args = { ...named(mover), of };
  return [
    ...((falls ? openHigh : openLow) ? [{ code: "OPEN_LOW", args } as const] : []),
    ...((falls ? openLow : openHigh) ? [{ code: "OPEN_HIGH", args } as const] : []),
  ];
}

function vagueFloor(mover: Mover): Caveat[] {
  const { vague, low } = mover.written;
  return vague ? [{ code: "VAGUE_FLOOR", args: { ...named(mover), floor: Number(low) } }] : [];
}

function droppedText(mover: Mover): Caveat[] {
  const { dropped } = mover.written;
  return dropped ? [{ code: "TEXT_DROPPED", args: { ...named(mover), dropped: dropped.join(" ") } }] : [];
}

/** Unless it is written as "at least", or a coverage says what share of all it is. */
function confirmedFloor({ kind, name, source, stated, coverage }: Account): Caveat[] {
  if ((kind !== "confirmed" && !("confirmed" in stated)) || coverage || stated.openHigh) return [];
  return [
    { code: "CONFIRMED_IS_A_FLOOR", args: { ...(source === undefined ? {} : { source: name }), text: stated.text } },
  ];
}

function closedFloor({ name, source, stated, coverage }: Account): Caveat[] {
  if (!coverage || !stated.openHigh) return [];
  return [
    { code: "COVERAGE_CLOSES_FLOOR", args: { ...(source === undefined ? {} : { source: name }), text: stated.text } },
  ];
}

/** The two accounts whose numbers lie furthest apart. */
function rivals(all: readonly Account[]): Caveat[] {
  if (all.length < 2) return [];
  const top = all.reduce((a, b) => (b.value.low.compare(a.value.low) > 0 ? b : a));
  const bottom = all.reduce((a, b) => (b.value.high.compare(a.value.high) < 0 ? b : a));
  const disagree = top.value.low.compare(bottom.value.high.times(DISAGREEMENT)) > 0;
  const compatible = top.value.openLow || bottom.value.openHigh;
  if (!disagree) return [];
  return [{ code: "SOURCES_DISAGREE", args: { low: bottom.name, high: top.name, compatible } }];
}

/** The two accounts that lie furthest apart in time. */
function datesApart(all: readonly Account[]): Caveat[] {
  if (all.length < 2) return [];
  const dated = all.flatMap(({ name, asOf }) => (asOf ? [{ name, asOf }] : []));
  const [first] = dated;
  if (!first) return [];
  const earlier = dated.reduce((a, b) => (b.asOf.to < a.asOf.to ? b : a));
  const later = dated.reduce((a, b) => (b.asOf.from > a.asOf.from ? b : a));
  const days = daysApart(earlier.asOf, later.asOf);
  if (days <= DAYS_APART) return [];
  return [{ code: "DATES_APART", args: { earlier: earlier.name, later: later.name, days } }];
}

function categoryCaveats(category: Category, loss: CategoryLoss, killed: Range | undefined): Caveat[] {
  if (loss.kind === "multiplier") {
    return category === "captured" ? [{ code: "CAPTURED_BY_MULTIPLIER", args: { text: loss.ratio.text } }] : [];
  }
  if (loss.kind === "rate") return [];
  const { high, text } = loss.figure;
  const small = high > 0 && high <= LARGEST_LIKE_MULTIPLIER;
  if (!small || !killed || exact(loss.figure).high.compare(killed.high) >= 0) return [];
  return [{ code: "COUNT_LIKE_MULTIPLIER", args: { category, text } }];
}

/** Where the killed follow from the casualties, and a range divides them. */
function partsOfCasualties({ scenario, solution }: Told): Caveat[] {
  const inputs = Object.entries(solution.derivation("killed")?.inputs ?? {});
  if (!scenario.casualties || !inputs.some(([name]) => name === "casualties")) return [];
  const isSplit = inputs.some(([name, { value }]) => name !== "casualties" && !value.low.equals(value.high));
  return isSplit ? [{ code: "PARTS_DO_NOT_ADD_UP", args: {} }] : [];
}

function beyondForce(solution: Solution, force: Force, index: number): Caveat[] {
  const outOfAction = solution.get("out of action")!;
  const { low, high, openHigh } = exact(force.figure);
  const args = { force: forceName(force, index) };
  const certain = !outOfAction.openLow && !openHigh;
  if (certain && outOfAction.low.compare(high) > 0) return [{ code: "EXCEEDS_FORCE", args }];
  if (outOfAction.high.compare(low) > 0) return [{ code: "MAY_EXCEED_FORCE", args }];
  return [];
}
