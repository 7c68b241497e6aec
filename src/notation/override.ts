import { defined } from "../core/defined.ts";
import {
  type Attribution,
  CATEGORIES,
  type Category,
  type InputName,
  REPORTED,
  type Replacement,
  type Scenario,
} from "../core/scenario.ts";
import { named } from "../core/sources.ts";
import { INPUT_ENTRIES, INPUTS, type Input } from "./inputs.ts";

/**
 * A scenario with some of its inputs replaced by others, and a list of what was replaced. Lists are replaced whole.
 * Whatever cannot stand next to a new input is dropped:
 *
 * - a ratio, the share who died and multipliers say the same thing, so a new one of these drops the others; counts of
 *   categories stay, as parts of what it gives;
 * - a number of days drops the dates of the period, and a date the number of days;
 * - killed and casualties can stand together, unless there is a ratio or the like, by which each follows from the
 *   other: then a new one of the two is the basis instead of the old one, which is dropped with what was said about
 *   it. If the scenario had both already, or both are new, both stay;
 * - what names a source or a force that is no longer there.
 */
export function override(base: Scenario, given: Scenario): Scenario {
  const changed = INPUT_ENTRIES.map(([input]) => input).filter((input) => isGiven(given[input]));
  const dropped = droppedBy(base, given);
  const gone = new Set([...dropped, ...namesMissing(base, given, dropped), ...changed]);
  const kept = Object.fromEntries(Object.entries(base).filter(([key]) => !gone.has(key as InputName)));
  const replaced = [...gone].flatMap((input): Replacement[] => {
    const [from, to] = [textOf(base, input), textOf(given, input)];
    return from === to && isSame(base[input], given[input]) ? [] : [defined({ input, from, to })];
  });
  const values = Object.fromEntries(changed.map((input) => [input, given[input]]));
  return { ...kept, ...values, ...(replaced.length > 0 ? { replaced } : {}) };
}

/** Whether two values agree in what was not typed too: an address, a kind. */
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
    ...formerBasis(base, given),
  ];
}

/** The categories that are given as multipliers of the killed. */
function multipliedIn(scenario: Scenario): Category[] {
  return CATEGORIES.filter((category) => scenario[category]?.some(({ kind }) => kind === "multiplier"));
}

/** The killed or the casualties that follow from new ones of the other kind, and what was said about them. */
function formerBasis(base: Scenario, given: Scenario): InputName[] {
  const has = (scenario: Scenario, input: "killed" | "casualties") => isGiven(scenario[input]);
  const isTied = [base, given].some((one) => one.ratio || one.died || multipliedIn(one).length > 0);
  if (!isTied) return [];
  if (has(given, "casualties") && !has(given, "killed") && !has(base, "casualties"))
    return ["killed", "coverage", "of"];
  return has(given, "killed") && !has(given, "casualties") && !has(base, "killed") ? ["casualties"] : [];
}

/** The inputs that name a source, or a force, which is no longer there. */
function namesMissing(base: Scenario, given: Scenario, dropped: readonly InputName[]): InputName[] {
  const { coverage, combine, share } = base;
  const isChanged = (input: InputName) => isGiven(given[input]) || dropped.includes(input);
  const reports = (input: (typeof REPORTED)[number]): readonly Attribution[] =>
    given[input] ?? (dropped.includes(input) ? [] : (base[input] ?? []));
  const isNamed = ({ source, asOf }: Attribution, inputs: typeof REPORTED | readonly ["killed"]) =>
    source === undefined || inputs.some((input) => named(reports(input), source, asOf).length > 0);
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
function textOf(scenario: Scenario, input: InputName): string | undefined {
  const value = scenario[input];
  if (!isGiven(value)) return undefined;
  const { kind, repeats } = INPUTS[input] as Input;
  return repeats ? (value as unknown[]).map(kind.write).join("; ") : kind.write(value);
}
