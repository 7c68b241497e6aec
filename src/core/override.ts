import { defined } from "./defined.ts";
import {
  type Attribution,
  CATEGORIES,
  type Force,
  type InputName,
  type Replacement,
  type Report,
  type Scenario,
} from "./scenario.ts";
import { attributionName, combineText, named } from "./sources.ts";

/**
 * A scenario with some of its inputs replaced by others, and a list of what was replaced. Lists
 * are replaced whole. What cannot stand beside a new input goes: the ratio beside a category, the
 * categories (and who returned of the wounded) beside a ratio, and beside casualties the killed
 * and all that was said of them.
 */
export function override(base: Scenario, given: Scenario): Scenario {
  const gone = new Set([...goneBy(base, given), ...INPUTS.filter((key) => isGiven(given[key]))]);
  const kept = Object.fromEntries(Object.entries(base).filter(([key]) => !gone.has(key as keyof Scenario)));
  const changed = Object.fromEntries(Object.entries(given).filter(([, value]) => isGiven(value)));
  const before = textsOf(base);
  const after = textsOf(given);
  const replaced = [...gone].flatMap((key): Replacement[] => {
    const input = key === "forces" ? "force" : (key as InputName);
    const [from, to] = [before.get(input), after.get(input)];
    return from === to && isSame(base[key], given[key]) ? [] : [defined({ input, from, to })];
  });
  return { ...kept, ...changed, ...(replaced.length > 0 ? { replaced } : {}) };
}

/** Also in what is not typed: an address, a kind. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const INPUTS = [
  "side",
  "asOf",
  "killed",
  "casualties",
  "ratios",
  "ratio",
  ...CATEGORIES,
  "returned",
  "coverage",
  "combine",
  "forces",
] as const satisfies (keyof Scenario)[];

function isGiven(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

function goneBy(base: Scenario, given: Scenario): (keyof Scenario)[] {
  const counts = CATEGORIES.filter((category) => base[category]?.kind === "count");
  return [
    ...(given.killed ? (["casualties", ...namesMissing(base, given.killed)] as const) : []),
    ...(given.casualties ? (["killed", "coverage", "combine", "returned", ...counts] as const) : []),
    ...(given.ratio ? ([...CATEGORIES, "returned"] as const) : []),
    ...(CATEGORIES.some((category) => given[category]) ? (["ratio"] as const) : []),
  ];
}

/** What names a source that a new list of killed has not. */
function namesMissing({ coverage, combine }: Scenario, killed: readonly Report[]): ("coverage" | "combine")[] {
  const isMissing = ({ source, asOf }: Attribution) => source !== undefined && named(killed, source, asOf).length === 0;
  return [
    ...(coverage && isMissing(coverage) ? (["coverage"] as const) : []),
    ...(combine?.rule === "prefer" && isMissing(combine) ? (["combine"] as const) : []),
  ];
}

/** Each input as it would be typed. */
function textsOf(scenario: Scenario): Map<InputName, string> {
  const { side, asOf, killed, casualties, ratio, returned, coverage, combine, forces } = scenario;
  const labelled = (whose: Attribution, text: string) =>
    whose.source === undefined ? text : `${attributionName(whose)}=${text}`;
  const force = ({ label, asOf, figure }: Force) => labelled(defined({ source: label, asOf }), figure.text);
  const texts: [InputName, string | undefined][] = [
    ["side", side],
    ["asOf", asOf?.text],
    ["killed", killed?.map((report) => labelled(report, report.figure.text)).join("; ")],
    ["casualties", casualties && labelled(casualties, casualties.figure.text)],
    ["ratios", scenario.ratios],
    ["ratio", ratio?.text],
    ...CATEGORIES.map((category): [InputName, string | undefined] => {
      const loss = scenario[category];
      return [category, loss && labelled(loss, loss.kind === "count" ? loss.figure.text : loss.ratio.text)];
    }),
    ["returned", returned?.text],
    ["coverage", coverage && labelled(coverage, coverage.share.text)],
    ["combine", combine && combineText(combine)],
    ["force", forces?.map(force).join("; ")],
  ];
  return new Map(texts.filter((entry): entry is [InputName, string] => Boolean(entry[1])));
}
