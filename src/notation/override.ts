import { CATEGORIES, type Category, REPORTED } from "../core/categories.ts";
import { defined } from "../core/defined.ts";
import type { Attribution, InputName } from "../core/inputs.ts";
import type { Replacement, Scenario } from "../core/scenario.ts";
import { matchingReports } from "../core/sources.ts";
import { INPUT_ENTRIES, INPUTS, type InputSpec } from "./inputs.ts";

/**
 * Replaces some of the inputs of a scenario, and lists what was replaced. Lists are replaced whole. Whatever
 * contradicts a new input is dropped:
 *
 * - A ratio, the share who died and multipliers say the same thing, so a new one of these drops the others. Counts of
 *   categories stay, as parts of what it gives.
 * - A number of days drops the dates of the period, and a date drops the number of days.
 * - Killed and casualties can both be given, unless there is a ratio or the like, by which each follows from the
 *   other. Then the new one of the two becomes the basis, and the old one is dropped with what was said about it. If
 *   the scenario had both already, or both are new, both stay.
 * - Two lists of the killed replace everything else about the killed and the casualties, and are replaced by it.
 * - An input that names a source or a force is dropped if that source or force is no longer there.
 */
export function override(base: Scenario, given: Scenario): Scenario {
  const changed = INPUT_ENTRIES.map(([input]) => input).filter((input) => isGiven(given[input]));
  const dropped = droppedBy(base, given);
  const removed = new Set([...dropped, ...namesMissing(base, given, dropped), ...changed]);
  const kept = Object.fromEntries(Object.entries(base).filter(([key]) => !removed.has(key as InputName)));
  const replaced = [...removed].flatMap((input): Replacement[] => {
    const [from, to] = [textOf(base, input), textOf(given, input)];
    return from === to && isSame(base[input], given[input]) ? [] : [defined({ input, from, to })];
  });
  const values = Object.fromEntries(changed.map((input) => [input, given[input]]));
  return { ...kept, ...values, ...(replaced.length > 0 ? { replaced } : {}) };
}

/** Whether two values agree, even in what was not typed: an address, a kind. */
function isSame(value: unknown, other: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify(other);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

function droppedBy(base: Scenario, given: Scenario): InputName[] {
  const multiplied = multipliedIn(base);
  return [
    ...(given.ratio ? (["died", ...multiplied] as const) : []),
    ...(given.died ? (["ratio", ...multiplied] as const) : []),
    ...(multipliedIn(given).length > 0 ? (["ratio", "died"] as const) : []),
    ...(given.days ? (["start", "end"] as const) : []),
    ...(given.start || given.end ? (["days"] as const) : []),
    ...(isGiven(given.list) ? (["killed", "casualties", "coverage", "of"] as const) : []),
    ...(isGiven(given.killed) || isGiven(given.casualties) ? (["list", "both"] as const) : []),
    ...formerBasis(base, given),
  ];
}

/** The categories that are given as multipliers of the killed. */
function multipliedIn(scenario: Scenario): Category[] {
  return CATEGORIES.filter((category) => scenario[category]?.some(({ kind }) => kind === "multiplier"));
}

/** The killed or the casualties that now follow from the other of the two, and what was said about them. */
function formerBasis(base: Scenario, given: Scenario): InputName[] {
  const has = (scenario: Scenario, input: "killed" | "casualties") => isGiven(scenario[input]);
  const isTied = [base, given].some((scenario) => scenario.ratio || scenario.died || multipliedIn(scenario).length > 0);
  if (!isTied) return [];
  if (has(given, "casualties") && !has(given, "killed") && !has(base, "casualties"))
    return ["killed", "coverage", "of"];
  return has(given, "killed") && !has(given, "casualties") && !has(base, "killed") ? ["casualties"] : [];
}

/** The inputs that name a source or a force that is no longer there. */
function namesMissing(base: Scenario, given: Scenario, dropped: readonly InputName[]): InputName[] {
  const { coverage, combine, share } = base;
  const isChanged = (input: InputName) => isGiven(given[input]) || dropped.includes(input);
  const reports = (input: (typeof REPORTED)[number]): readonly Attribution[] =>
    given[input] ?? (dropped.includes(input) ? [] : (base[input] ?? []));
  const isNamed = ({ source, asOf }: Attribution, inputs: typeof REPORTED | readonly ["killed"]) =>
    source === undefined || inputs.some((input) => matchingReports(reports(input), source, asOf).length > 0);
  const labels = (given.force ?? []).map(({ label }) => label);
  return [
    ...(coverage && isChanged("killed") && !isNamed(coverage, ["killed"]) ? (["coverage"] as const) : []),
    ...(combine?.rule === "prefer" && REPORTED.some(isChanged) && !isNamed(combine, REPORTED)
      ? (["combine"] as const)
      : []),
    ...(share?.label !== undefined && isGiven(given.force) && !labels.includes(share.label)
      ? (["share"] as const)
      : []),
  ];
}

/** An input as it would be typed; undefined if it is not given. */
export function textOf(scenario: Scenario, input: InputName): string | undefined {
  const value = scenario[input];
  if (!isGiven(value)) return undefined;
  const { kind, repeats } = INPUTS[input] as InputSpec;
  return repeats ? (value as unknown[]).map(kind.write).join("; ") : kind.write(value);
}
