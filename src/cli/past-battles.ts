import { collect, InputError, type Problem } from "../core/errors.ts";
import { exact } from "../core/figure.ts";
import { withMinimums } from "../core/minimum.ts";
import { isExact, type Range } from "../core/range.ts";
import { type RelativeLosses, relativeLosses } from "../core/relative.ts";
import { withRules } from "../core/rules.ts";
import { parseDays } from "../notation/days.ts";
import { parseFigure } from "../notation/figure.ts";
import {
  type BattleRanking,
  type BattleSelection,
  classOf,
  LENGTH_CLASSES,
  type Limits,
  rankAmong,
  STRENGTH_CLASSES,
  USUAL_ERA,
} from "../record/battle-ranks.ts";
import { BATTLE_SIDES } from "../record/battles.ts";
import { parseEra } from "../record/scope.ts";
import { battleSources, rankingSections } from "../render/battles/sections.ts";
import { estimateForReaders } from "../render/for-readers.ts";
import type { Separation } from "../render/separated.ts";
import { conflictsIn, streamConflicts } from "./conflicts.ts";
import { csvSafeProblems } from "./csv-safe.ts";
import { deliver, deliveryFrom, impliedBy, renderWithNotes } from "./deliver.ts";
import { calculated, givenInputs } from "./estimate.ts";
import { EXIT } from "./exit.ts";
import { fileConflicts } from "./file-conflicts.ts";
import type { GivenOptions } from "./given.ts";
import type { Io } from "./io.ts";
import { pictureProblems } from "./picture.ts";
import { maxProblems } from "./quoted.ts";

/**
 * Runs the past command: the inputs of an estimate → the share lost and the losses a day → their ranks among the sides
 * of past battles. Resolves to the exit status. Throws InputError.
 */
export async function runPastBattles(given: GivenOptions, before: readonly Problem[], io: Io): Promise<number> {
  const clashes = streamConflicts(given);
  const delivery = deliveryFrom(given);
  const problems = [
    ...before,
    ...given.repeatProblems(),
    ...pictureProblems(given, delivery.format),
    ...csvSafeProblems(given, delivery.format),
    ...conflictsIn("past", given, impliedBy(delivery)),
    ...clashes,
    ...fileConflicts(given, io),
    ...maxProblems(given),
  ];
  // Standard input can only be read once.
  if (clashes.length > 0) throw new InputError(problems);
  const chosen = chosenFrom(given, problems);
  const { inputs, base } = await givenInputs(given, problems, io);
  const isWhole = !given.has("--scenario") || base !== undefined;
  if (problems.length > 0) throw new InputError(isWhole ? withRules(problems, inputs) : problems);
  const losses = await calculated(() => relativeLosses(inputs), given, io);
  const ranking = rankingOf(losses, chosen);
  const result = {
    sections: (explain: boolean, isText: boolean) =>
      rankingSections(isText ? ranking : forReaders(ranking), explain, isText),
    cited: () => {
      const { estimate } = forReaders(ranking).losses;
      return estimate ? [{ scenario: estimate.scenario }] : [];
    },
    sources: async () => battleSources(),
    notes: ["these are battles, not campaigns or wars: they may place a figure, but they never support it"],
    record: async () => (await import("../render/battles/record.ts")).rankingRecord(ranking, given.has("--explain")),
    rows: async (separation: Separation) =>
      (await import("../render/battles/record.ts")).rankingRows(ranking, separation),
    quote: async (most: number | undefined, finish: (text: string) => string) => {
      const { battlesQuote } = await import("../render/quote/battles.ts");
      const { text, notes } = battlesQuote(rankingOf(withLeast(losses), chosen), most, finish);
      return { text, notes: [...notes, ...result.notes] };
    },
    picture: async () => (await import("../render/svg/battles-picture.ts")).battlesPicture(forReaders(ranking)),
  };
  await deliver(await renderWithNotes(result, delivery, io), delivery, io);
  return EXIT.fine;
}

/** Losses among the sides that are chosen, or else of their own class. */
function rankingOf(losses: RelativeLosses, { era = USUAL_ERA, strength, days }: Partial<BattleSelection>) {
  return rankAmong(BATTLE_SIDES, losses, {
    era,
    strength: strength ?? (losses.force ? classOf(losses.force, STRENGTH_CLASSES) : {}),
    days: days ?? (losses.days ? classOf(losses.days, LENGTH_CLASSES) : {}),
  });
}

/** The same ranking, with past wars as readers know them. */
function forReaders(ranking: BattleRanking): BattleRanking {
  const { estimate } = ranking.losses;
  if (!estimate) return ranking;
  return { ...ranking, losses: { ...ranking.losses, estimate: estimateForReaders(estimate) } };
}

/** Losses with lists of confirmed deaths as minimums. */
function withLeast(losses: RelativeLosses): RelativeLosses {
  return losses.estimate ? relativeLosses(withMinimums(losses.estimate).asGiven) : losses;
}

/** Which sides to compare, as far as options say so. Adds every mistake to the list. */
function chosenFrom(given: GivenOptions, problems: Problem[]): Partial<BattleSelection> {
  const years = given.value("--era");
  const era = years === undefined ? undefined : parseEra(years);
  if (years !== undefined && !era) problems.push({ code: "E-ERA", args: { found: years }, at: { option: "--era" } });
  const people = (text: string) => exact(parseFigure(text, { counted: "force" }));
  const strength = limitsFrom(given, ["--min-force", "--max-force"], people, problems);
  const days = limitsFrom(given, ["--min-days", "--max-days"], parseDays, problems);
  return { ...(era ? { era } : {}), ...(strength ? { strength } : {}), ...(days ? { days } : {}) };
}

type LimitOption = "--min-force" | "--max-force" | "--min-days" | "--max-days";

/** The least and the most that two options give. Undefined if neither is given. */
function limitsFrom(
  given: GivenOptions,
  options: readonly [least: LimitOption, most: LimitOption],
  read: (text: string) => Range,
  problems: Problem[],
): Limits | undefined {
  const [min, max] = options.map((option) => {
    const text = given.value(option);
    if (text === undefined) return undefined;
    const value = collect(
      problems,
      () => read(text),
      () => ({ option }),
    );
    if (!value) return undefined;
    if (isExact(value) && !value.approximate) return Number(value.low);
    problems.push({ code: "E-LIMIT", args: { because: "range", found: text }, at: { option } });
    return undefined;
  });
  if (min !== undefined && max !== undefined && min > max) {
    const [least, most] = options.map((option) => `${option} ${given.value(option)}`) as [string, string];
    problems.push({ code: "E-LIMIT", args: { because: "reversed", options: [least, most] } });
  }
  return options.some((option) => given.has(option)) ? { min, max, by: "options" } : undefined;
}
