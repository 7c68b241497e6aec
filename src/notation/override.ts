import { defined } from "../core/defined.ts";
import {
  type Attribution,
  CATEGORIES,
  type InputName,
  type Replacement,
  type Report,
  type Scenario,
} from "../core/scenario.ts";
import { named } from "../core/sources.ts";
import { INPUT_ENTRIES, INPUTS, type Input } from "./inputs.ts";

/**
 * A scenario with some of its inputs replaced by others, and a list of what was replaced. Lists are replaced
 * whole. Whatever does not go with a new input is dropped: the ratio when a category is given, the categories
 * (and who returned of the wounded) when a ratio is, and with casualties the killed and all that was said
 * about them.
 */
export function override(base: Scenario, given: Scenario): Scenario {
  const changed = INPUT_ENTRIES.map(([input]) => input).filter((input) => isGiven(given[input]));
  const gone = new Set([...droppedBy(base, given), ...changed]);
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
  const counts = CATEGORIES.filter((category) => base[category]?.kind === "count");
  return [
    ...(given.killed ? (["casualties", ...namesMissing(base, given.killed)] as const) : []),
    ...(given.casualties ? (["killed", "coverage", "combine", "returned", ...counts] as const) : []),
    ...(given.ratio ? ([...CATEGORIES, "returned"] as const) : []),
    ...(CATEGORIES.some((category) => given[category]) ? (["ratio"] as const) : []),
  ];
}

/** The inputs that name a source which is not among the new killed. */
function namesMissing({ coverage, combine }: Scenario, killed: readonly Report[]): ("coverage" | "combine")[] {
  const isMissing = ({ source, asOf }: Attribution) => source !== undefined && named(killed, source, asOf).length === 0;
  return [
    ...(coverage && isMissing(coverage) ? (["coverage"] as const) : []),
    ...(combine?.rule === "prefer" && isMissing(combine) ? (["combine"] as const) : []),
  ];
}

/** An input as it would be typed; undefined if it is not given. */
function textOf(scenario: Scenario, input: InputName): string | undefined {
  const value = scenario[input];
  if (!isGiven(value)) return undefined;
  const { kind, repeats } = INPUTS[input] as Input;
  return repeats ? (value as unknown[]).map(kind.write).join("; ") : kind.write(value);
}
