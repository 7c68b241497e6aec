import { daysApart } from "./dates.ts";
import { defined } from "./defined.ts";
import type { Losses } from "./estimate.ts";
import { exact, type Figure } from "./figure.ts";
import type { HistoryRatio } from "./named.ts";
import type { Outside } from "./past.ts";
import type { Range } from "./range.ts";
import { ratioCaveats } from "./ratio-caveats.ts";
import { Rational } from "./rational.ts";
import {
  type Attribution,
  type Category,
  type Force,
  givenCategories,
  givenRatios,
  type Scenario,
} from "./scenario.ts";
import { type Account, attributionName, type Combination } from "./sources.ts";

/** An input as a caveat names it: what it is, whose it is, and how it was written. */
export interface Named {
  readonly input: "killed" | "casualties" | "ratio" | "coverage" | "returned" | "force" | Category;
  readonly source?: string;
  readonly text: string;
}

/** The result whose end an input moves. */
export type Moved = "killed" | "outOfAction" | "net" | "share";

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
  /** A ratio by its name takes in some categories only. */
  RATIO_COVERS: { readonly name: string; readonly covers: readonly Category[]; readonly lacks: readonly Category[] };
  /** The case that a ratio is named after is not compared with others. */
  NOT_COMPARABLE: { readonly name: string; readonly because: string };
  /** The ratio is the 80% interval of past wars, which is no bound. */
  HISTORY_INTERVAL: Pick<HistoryRatio, "name" | "wars" | "definitions"> & { readonly outside: readonly string[] };
  /** That interval rests on few wars. */
  FEW_WARS: { readonly name: string; readonly wars: number };
  /** A ratio lies outside what was seen in the past. */
  OUTSIDE_HISTORY: Outside & { readonly of: "wounded" | "ratio"; readonly text: string };
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

/** Everything to say of an estimate, in a fixed order. */
export function caveatsOf(scenario: Scenario, losses: Losses, combination?: Combination): Caveat[] {
  const alone = isKilledAlone(scenario);
  const killed = killedInputs(alone ? "killed" : "outOfAction", scenario, combination);
  const inputs = [...killed, ...otherInputs(scenario)].filter(hasMore);
  return [
    ...(alone ? [{ code: "KILLED_ALONE", args: {} } as const] : []),
    ...inputs.flatMap(openEnds),
    ...inputs.flatMap(vagueFloor),
    ...inputs.flatMap(droppedText),
    ...(combination?.used ?? []).flatMap(confirmedFloor),
    ...(combination?.used.some(({ counts }) => counts) ? [{ code: "COUNTS_ALL_SIDES", args: {} } as const] : []),
    ...ratioCaveats(scenario),
    ...(combination?.used ?? []).flatMap(closedFloor),
    ...(combination && combination.rule !== "sum" ? rivals(combination.all) : []),
    ...(combination ? datesApart(combination.all) : []),
    ...givenCategories(scenario).flatMap(([category, loss]) => categoryCaveats(category, loss, losses.killed)),
    ...(scenario.wounded && scenario.captured ? [{ code: "WOUNDED_AND_CAPTURED", args: {} } as const] : []),
    ...partsOfCasualties(scenario),
    ...(scenario.force ?? []).flatMap((force, index) => beyondForce(losses.outOfAction, force, index)),
  ];
}

export function isKilledAlone(scenario: Scenario): boolean {
  return scenario.killed !== undefined && !scenario.ratio && givenCategories(scenario).length === 0;
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
function hasMore({ openLow, openHigh, written }: Mover): boolean {
  return openLow || openHigh || written.vague === true || written.dropped !== undefined;
}

/**
 * An account's open end counts only where it survived the combining; where a coverage was
 * applied, it is the coverage's.
 */
function killedInputs(of: Moved, { coverage }: Scenario, combination?: Combination): Mover[] {
  return (combination?.used ?? []).flatMap((account) => {
    const openLow = account.killed.openLow && combination!.killed.openLow;
    const openHigh = account.killed.openHigh && combination!.killed.openHigh;
    const ends = { openLow, openHigh };
    if (!account.coverage) return [moverOf("killed", account.figure, of, account, false, ends)];
    return [
      moverOf("killed", account.figure, of, account, false, CLOSED),
      moverOf("coverage", coverage!.share, of, account, false, ends),
    ];
  });
}

function otherInputs(scenario: Scenario): Mover[] {
  const { casualties, ratio, returned, force: forces = [] } = scenario;
  // Casualties are divided by a ratio, the killed are multiplied.
  const byRatio = casualties ? "killed" : "outOfAction";
  const falls = casualties !== undefined;
  return [
    ...(casualties ? [moverOf("casualties", casualties.figure, "outOfAction", casualties)] : []),
    ...(ratio ? [moverOf("ratio", ratio, byRatio, {}, falls)] : []),
    ...givenCategories(scenario).map(([category, loss]) =>
      loss.kind === "count"
        ? moverOf(category, loss.figure, "outOfAction", loss)
        : moverOf(category, loss.ratio, byRatio, loss, falls),
    ),
    ...(returned ? [moverOf("returned", returned, "net", {}, true)] : []),
    ...forces.map((force, index) => moverOf("force", force.figure, "share", { source: forceName(force, index) }, true)),
  ];
}

type Ends = Pick<Range, "openLow" | "openHigh">;
const CLOSED: Ends = { openLow: false, openHigh: false };

function moverOf(
  input: Named["input"],
  written: Written,
  of: Moved,
  whose: Attribution,
  falls = false,
  { openLow, openHigh }: Ends = written,
): Mover {
  return { input, written, whose, openLow, openHigh, of, falls };
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
function confirmedFloor({ kind, name, source, figure, coverage }: Account): Caveat[] {
  if ((kind !== "confirmed" && !figure.confirmed) || coverage || figure.openHigh) return [];
  return [
    { code: "CONFIRMED_IS_A_FLOOR", args: { ...(source === undefined ? {} : { source: name }), text: figure.text } },
  ];
}

function closedFloor({ name, source, figure, coverage }: Account): Caveat[] {
  if (!coverage || !figure.openHigh) return [];
  return [
    { code: "COVERAGE_CLOSES_FLOOR", args: { ...(source === undefined ? {} : { source: name }), text: figure.text } },
  ];
}

/** The two accounts whose numbers lie furthest apart. */
function rivals(all: readonly Account[]): Caveat[] {
  const top = all.reduce((a, b) => (b.killed.low.compare(a.killed.low) > 0 ? b : a));
  const bottom = all.reduce((a, b) => (b.killed.high.compare(a.killed.high) < 0 ? b : a));
  const disagree = top.killed.low.compare(bottom.killed.high.times(DISAGREEMENT)) > 0;
  const compatible = top.killed.openLow || bottom.killed.openHigh;
  if (!disagree) return [];
  return [{ code: "SOURCES_DISAGREE", args: { low: bottom.name, high: top.name, compatible } }];
}

/** The two accounts that lie furthest apart in time. */
function datesApart(all: readonly Account[]): Caveat[] {
  const dated = all.flatMap(({ name, asOf }) => (asOf ? [{ name, asOf }] : []));
  const [first] = dated;
  if (!first) return [];
  const earlier = dated.reduce((a, b) => (b.asOf.to < a.asOf.to ? b : a));
  const later = dated.reduce((a, b) => (b.asOf.from > a.asOf.from ? b : a));
  const days = daysApart(earlier.asOf, later.asOf);
  if (days <= DAYS_APART) return [];
  return [{ code: "DATES_APART", args: { earlier: earlier.name, later: later.name, days } }];
}

function categoryCaveats(
  category: Category,
  loss: NonNullable<Scenario[Category]>,
  killed: Range | undefined,
): Caveat[] {
  if (loss.kind === "multiplier") {
    return category === "captured" ? [{ code: "CAPTURED_BY_MULTIPLIER", args: { text: loss.ratio.text } }] : [];
  }
  const { high, text } = loss.figure;
  const small = high > 0 && high <= LARGEST_LIKE_MULTIPLIER;
  if (!small || !killed || exact(loss.figure).high.compare(killed.high) >= 0) return [];
  return [{ code: "COUNT_LIKE_MULTIPLIER", args: { category, text } }];
}

function partsOfCasualties(scenario: Scenario): Caveat[] {
  if (!scenario.casualties) return [];
  if (givenRatios(scenario).every(([, { low, high }]) => low.equals(high))) return [];
  return [{ code: "PARTS_DO_NOT_ADD_UP", args: {} }];
}

function beyondForce(outOfAction: Range, force: Force, index: number): Caveat[] {
  const { low, high, openHigh } = exact(force.figure);
  const args = { force: forceName(force, index) };
  const certain = !outOfAction.openLow && !openHigh;
  if (certain && outOfAction.low.compare(high) > 0) return [{ code: "EXCEEDS_FORCE", args }];
  if (outOfAction.high.compare(low) > 0) return [{ code: "MAY_EXCEED_FORCE", args }];
  return [];
}
