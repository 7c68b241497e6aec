import { type Category, isPairName } from "../categories.ts";
import { distance, type StatementComparison } from "../contradictions.ts";
import { daysApart } from "../dates.ts";
import { groupDigits } from "../digits.ts";
import { givenIn, isDaily, paces, quantityStated, rates } from "../given.ts";
import type { Goal } from "../goal.ts";
import { outsidePast } from "../past.ts";
import { perKilled } from "../quantities.ts";
import type { Range } from "../range.ts";
import { Rational, ZERO } from "../rational.ts";
import type { Scenario } from "../scenario.ts";
import { Solution } from "../solve.ts";
import { type Account, type Combination, ownReport } from "../sources.ts";
import { type Caveat, DAYS_APART, LARGEST_LIKE_MULTIPLIER } from "./caveat.ts";
import type { Evidence } from "./evidence.ts";

const SHORT = Rational.of(14);
const HUNDRED = Rational.of(100);
/** What totals are rounded to, the largest first. */
const ROUND = [6, 5, 4, 3].map((zeros) => Rational.of(10 ** zeros));

/** Caveats about how the statements of a scenario fit together, and about what was calculated from them. */
export function relationCaveats(evidence: Evidence): Caveat[] {
  const { scenario, solution, goal, comparisons } = evidence;
  return [
    ...comparisons.flatMap(disagreementCaveats),
    ...partsCaveats(solution),
    ...sourcesMixedCaveats(evidence),
    ...pairCaveats(evidence),
    ...impliedCaveats(evidence),
    ...(scenario.ratio?.quotient ? [{ code: "BORROWED_RATIO", args: { text: scenario.ratio.text } } as const] : []),
    ...(scenario.returned && !scenario.wounded ? [{ code: "RETURNED_OF_ALL", args: {} } as const] : []),
    ...periodCaveats(evidence),
    ...(goal ? goalCaveats(goal, scenario) : []),
  ];
}

/** Compares an unused statement with the result: what it would have made of a quantity. */
function disagreementCaveats(comparison: StatementComparison): Caveat[] {
  const { input, of, calculated, used, agrees } = comparison;
  if (agrees) return [];
  const part = distance(comparison);
  const isLess = part.compare(ZERO) < 0;
  const percent = `${(isLess ? ZERO.minus(part) : part).times(HUNDRED).toFixed(1)}%`;
  return [
    {
      code: "STATEMENTS_DISAGREE",
      args: { input, of, calculated: people(calculated), used: people(used), percent, isLess },
    },
  ];
}

function people({ low, high }: Range): string {
  const [from, to] = [low, high].map((end) => groupDigits(end.round().toString()));
  return from === to ? from! : `${from} to ${to}`;
}

/** Caveats for killed and casualties that are both stated, so that the others are calculated from the two. */
function pairCaveats({ scenario, combinations, solution }: Evidence): Caveat[] {
  const [killed, casualties] = (["killed", "casualties"] as const).map((of) =>
    combinations.find((combination) => combination.of === of),
  );
  const raised = casualties && totalRaisedCaveats(casualties, solution);
  if (!killed || !casualties || scenario.combine?.rule === "change") return raised ?? [];
  const [dead, all] = [solution.get("killed")!, solution.get("out of action")!];
  const isRange = ({ low, high }: Range) => !low.equals(high);
  const isImpossible = dead.high.compare(all.low) > 0;
  return [
    ...(isRange(dead) && isRange(all) ? [{ code: "ENDS_CROSS", args: {} } as const] : []),
    ...(isImpossible ? [{ code: "IMPOSSIBLE_END", args: {} } as const] : []),
    ...(raised ?? []),
    ...pairOfTwoCaveats(killed.used[0]!, casualties.used[0]!),
  ];
}

/** At an end where the counts of some categories are more than all others, nothing was left for the rest. */
function partsCaveats(solution: Solution): Caveat[] {
  const rest = solution.derivation("not broken down");
  const free = rest?.unbounded?.("low");
  return free && free.compare(ZERO) < 0 ? [{ code: "IMPOSSIBLE_END", args: { isOfParts: true } }] : [];
}

function totalRaisedCaveats({ of, form, value, used }: Combination, solution: Solution): Caveat[] {
  const total = solution.given.get(quantityStated(of, form))?.value;
  if (!value.openHigh || !total || total.low.compare(value.low) <= 0) return [];
  const lowest = used.reduce((a, b) => (b.value.low.compare(a.value.low) < 0 ? b : a));
  return [{ code: "TOTAL_RAISED", args: { text: lowest.stated.text } }];
}

function pairOfTwoCaveats(killed: Account, casualties: Account, of?: Category): Caveat[] {
  const isOther = killed.source !== casualties.source;
  const isApart = killed.asOf && casualties.asOf && daysApart(killed.asOf, casualties.asOf) > DAYS_APART;
  if (!isOther && !isApart) return [];
  const name = (account: Account) => (account.source === undefined ? "" : account.name);
  return [{ code: "PAIR_OF_TWO", args: { killed: name(killed), casualties: name(casualties), ...(of ? { of } : {}) } }];
}

/**
 * Caveats for counts of categories if a source of the killed gives none, so that another source's are used. Only sources
 * that are named can be compared.
 */
function sourcesMixedCaveats({ scenario, combinations }: Evidence): Caveat[] {
  if (scenario.combine?.rule === "change") return [];
  const isNamed = ({ source }: Account) => source !== undefined && !isPairName(source);
  const killed = combinations.find(({ of }) => of === "killed")?.used.filter(isNamed) ?? [];
  return combinations.flatMap(({ of, form, used }) => {
    const reports = used.filter(isNamed);
    if (reports.length === 0 || of === "killed" || of === "casualties" || form === "multiplier") return [];
    const mixed = killed.flatMap((account) => {
      const report = reports.find(({ source }) => source === account.source) ?? reports[0]!;
      return pairOfTwoCaveats(account, report, of);
    });
    return mixed.slice(0, 1);
  });
}

/**
 * Compares a ratio that was calculated from counts, or from the share who died, with past wars, just like a given
 * ratio.
 */
function impliedCaveats(evidence: Evidence): Caveat[] {
  const { killed, casualties, died, ratio, wounded } = evidence.scenario;
  if (ratio) return [];
  const all = died || (killed && casualties) ? evidence.solution.get("others per killed") : undefined;
  if (all && died) return outsideCaveats(all, "ratio", { of: "died", text: died.text });
  if (all) return impliedOutside(evidence, "casualties");
  // A count that looks like a multiplier has its own caveat.
  const isCounted = wounded?.some((loss) => loss.kind === "count" && loss.figure.high > LARGEST_LIKE_MULTIPLIER);
  return isCounted ? impliedOutside(evidence, "wounded") : [];
}

/** The implied ratio of each source that reports both losses, or else of all sources together. */
function impliedOutside({ scenario, combinations, solution }: Evidence, loss: "casualties" | "wounded"): Caveat[] {
  const [of, name] =
    loss === "wounded" ? (["wounded", perKilled(loss)] as const) : (["ratio", "others per killed"] as const);
  const [killed, other] = (["killed", loss] as const).map((of) => combinations.find((found) => found.of === of));
  const isOfSeveral = [killed, other].some((found) => found && found.used.length > 1 && ALTERNATIVES.has(found.rule));
  const own = (isOfSeveral && killed && other ? killed.used : []).flatMap((account) => {
    const report = ownReport(account, other!);
    const pair = report && [{ ...killed!, value: account.value }, report];
    const value = pair && new Solution(givenIn(scenario, pair)).get(name);
    return value ? [{ value, source: account.name }] : [];
  });
  if (own.length > 0) return own.flatMap(({ value, source }) => outsideCaveats(value, of, { source }));
  const value = solution.get(name);
  return value ? outsideCaveats(value, of) : [];
}

/** The rules by which only one of several sources is right. */
const ALTERNATIVES: ReadonlySet<Combination["rule"]> = new Set(["envelope", "overlap"]);

function outsideCaveats(
  value: Range,
  of: "ratio" | "wounded",
  given: { of: "died"; text: string } | { source?: string } = {},
): Caveat[] {
  const found = outsidePast(value, of);
  if (!found) return [];
  const [low, high] = [value.low.toFixed(2), value.high.toFixed(2)];
  const text = low === high ? low : `${low} to ${high}`;
  return [
    { code: "OUTSIDE_HISTORY", args: { ...("of" in given ? given : { of, text, implied: true, ...given }), ...found } },
  ];
}

function periodCaveats({ scenario, combinations, solution }: Evidence): Caveat[] {
  const days = solution.get("days");
  const written = [
    ...rates(scenario),
    ...(scenario.recruits ?? []).flatMap(({ rate }) => rate ?? []),
    scenario.pace,
    scenario.days,
    // Without losses a day, a pace that was claimed is not judged.
    ...(days || isDaily(scenario) ? (scenario.claimed?.results.map(({ stated }) => stated) ?? []) : []),
  ];
  const isLong = written.some((stated) => stated && /month|year|annual|p\.a/i.test(stated.text));
  const change = combinations.filter(({ rule }) => rule === "change");
  return [
    ...(days && paces(scenario).length === 0 && days.high.compare(SHORT) < 0
      ? [{ code: "SHORT_PERIOD", args: { days: Number(days.high.toFixed(1)) } } as const]
      : []),
    ...(isLong ? [{ code: "MONTHS_AND_YEARS", args: {} } as const] : []),
    ...(change.some(({ value }) => value.low.compare(ZERO) < 0) ? [{ code: "REVISED", args: {} } as const] : []),
    ...(days ? change.flatMap((combination) => roundTotalsCaveats(combination, days)) : []),
  ];
}

/** Totals that all end in zeros were rounded. Each of them may be off by half a unit of its last significant digit. */
function roundTotalsCaveats({ of, used }: Combination, days: Range): Caveat[] {
  const ends = used.flatMap(({ value }) => [value.low, value.high]);
  const step = ROUND.find((size) => ends.every((end) => end.over(size).isWhole()));
  if (!step) return [];
  return [{ code: "PACE_OF_TOTALS", args: { of, perDay: groupDigits(step.over(days.low).round().toString()) } }];
}

function goalCaveats({ days, outcome }: Goal, { returned }: Scenario): Caveat[] {
  if (!days && !outcome) return [];
  if (outcome === "reached") return [{ code: "ALREADY_REACHED", args: {} }];
  if (outcome === "never") return [{ code: "NEVER", args: {} }];
  return [
    ...(outcome ? [{ code: "MAY_NEVER", args: {} } as const] : []),
    { code: "NO_FORECAST", args: returned ? { isGross: true } : {} },
  ];
}
