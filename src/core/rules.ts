import { CATEGORIES, type Category, isPairName, REPORTED, type Reported } from "./categories.ts";
import { defined } from "./defined.ts";
import { collect, type Problem, type ProblemArgs, type ProblemCode } from "./errors.ts";
import type { Amount } from "./figure.ts";
import { isDaily, isDivided, paces, quantityStated, RANK_OF } from "./given.ts";
import type { Attribution, Force, InputName } from "./inputs.ts";
import { listProblems } from "./lists.ts";
import { ratioOf } from "./named.ts";
import { periodOf, periodProblems } from "./period.ts";
import { Rational, ZERO } from "./rational.ts";
import { type Route, routeFrom, type Statement } from "./route.ts";
import { givenCategories, isKilledGiven, type Scenario } from "./scenario.ts";
import { RANK } from "./solve.ts";
import { coveredReport, formOf, matchingReport, matchingReports } from "./sources.ts";
import { isSameUnit } from "./units.ts";
import { included, withoutProblems } from "./without.ts";

/**
 * The inputs of a scenario that do not belong together. Empty if it can be estimated. If its result is compared with
 * others, a single category is enough: the wounded can be compared with the wounded.
 */
export function problemsOf(given: Scenario, isOneOfSeveral = false): Problem[] {
  const without = withoutProblems(given, isOneOfSeveral);
  if (without.some(({ args }) => "because" in args && args.because !== "none")) return without;
  const scenario = included(given);
  return [
    ...without,
    ...missingProblems(scenario, isOneOfSeveral),
    ...totalProblems(scenario),
    ...pairProblems(scenario),
    ...ratioProblems(scenario),
    ...returnedProblems(scenario),
    ...sourceProblems(scenario, given),
    ...listProblems(scenario),
    ...partProblems(scenario),
    ...periodProblems(scenario),
    ...paceProblems(scenario),
    ...targetProblems(scenario),
    ...forceProblems(scenario),
  ];
}

/** Problems that may only exist because another input could not be read. */
const OF_ABSENCE: readonly ProblemCode[] = [
  "E-NOTHING",
  "E-MISSING",
  "E-NEEDS",
  "E-PERIOD-NEEDED",
  "E-RETURNED",
  "E-SOURCE-UNKNOWN",
  "E-COVERAGE-CEILING",
  "E-LISTS-LACK",
  "E-WITHOUT",
];

/** The input that a problem of a whole scenario belongs to. */
export function inputOf({ code, args }: Problem): InputName | undefined {
  if (code === "E-NEEDS" || code === "E-STATEMENTS-CLASH" || code === "E-ZERO" || code === "E-SHARE-FORCE")
    return args.input;
  if (code === "E-FORMS-DIFFER" || code === "E-UNITS-DIFFER" || code === "E-CHANGE") return args.of;
  if (code === "E-PERIOD-NEEDED") return args.pace;
  if (code === "E-PART-OF-KILLED" || code === "E-LISTS-WITH") return args.given;
  if (code === "E-PAIR-AND-CATEGORY") return args.other;
  if (code === "E-LISTS-LACK") return args.lacks === "lists" ? "both" : "list";
  return INPUT[code];
}

const INPUT: Partial<Record<ProblemCode, InputName>> = {
  "E-CASUALTIES-LACK": "casualties",
  "E-RATIO-AND-CATEGORY": "ratio",
  "E-RATIO-OF-CATEGORIES": "ratio",
  "E-HISTORY-ONLY": "ratio",
  "E-RETURNED": "returned",
  "E-COVERAGE-SOURCE": "coverage",
  "E-COVERAGE-CEILING": "coverage",
  "E-COVERAGE-ZERO": "coverage",
  "E-LISTS-MANY": "list",
  "E-BOTH": "both",
  "E-WITHOUT": "without",
  "E-SOURCE-UNKNOWN": "combine",
  "E-SOURCE-TWICE": "combine",
  "E-OVERLAP-EMPTY": "combine",
  "E-FORCE-ZERO": "force",
  "E-KILLED-ABOVE": "killed",
  "E-PERIOD-REVERSED": "end",
  "E-PERIOD-DAYS": "days",
};

function isOfAbsence({ code, args }: Problem): boolean {
  return OF_ABSENCE.includes(code) || (code === "E-CHANGE" && args.because === "one");
}

/** Everything that is wrong with a scenario, if some of its inputs could not be read. */
export function withRules(unread: readonly Problem[], scenario: Scenario): Problem[] {
  const broken = problemsOf(scenario).filter((problem) => unread.length === 0 || !isOfAbsence(problem));
  return [...unread, ...broken];
}

/** The quantities that a scenario states, whatever their values. */
function statements(scenario: Scenario): Statement[] {
  const reported = REPORTED.flatMap((of): Statement[] => {
    const first = scenario[of]?.[0];
    const form = first && formOf(first);
    return form ? [{ of: quantityStated(of, form), rank: RANK_OF[form] }] : [];
  });
  // What is missing of two lists and their overlap is reported as such.
  const lists = isGiven(scenario.list) || scenario.both ? LIST_STATEMENTS : [];
  const others = OTHER_STATEMENTS.flatMap(([input, statement]) => (isGiven(scenario[input]) ? [statement] : []));
  const days = isDaily(scenario) || periodOf(scenario) ? [{ of: "days", rank: RANK.condition }] : [];
  return [...reported, ...lists, ...others, ...days];
}

const LIST_STATEMENTS: readonly Statement[] = ["first list", "second list", "on both lists"].map((of) => ({
  of,
  rank: RANK.count,
}));

const OTHER_STATEMENTS: readonly (readonly [InputName, Statement])[] = [
  ["force", { of: "force", rank: RANK.condition }],
  ["ratio", { of: "others per killed", rank: RANK.ratio }],
  ["died", { of: "share who died", rank: RANK.ratio }],
  ["share", { of: "share", rank: RANK.share }],
];

const isGiven = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0);

/** The inputs that may be added if nothing follows yet. */
const ADDABLE: readonly (readonly [InputName, Statement])[] = [
  ["killed", { of: "killed", rank: RANK.count }],
  ["casualties", { of: "out of action", rank: RANK.count }],
  ...OTHER_STATEMENTS,
  ["days", { of: "days", rank: RANK.condition }],
];

/** Reports what else would have to be known, according to the table of relations. */
function missingProblems(scenario: Scenario, isOneOfSeveral: boolean): Problem[] {
  const stated = statements(scenario);
  const route = routeFrom(stated);
  const { known } = route;
  // A statement about all casualties is not meant for some parts of them, or for the killed alone.
  const isTotalStated = isGiven(scenario.casualties);
  const isMore = isTotalStated || (isGiven(scenario.share) && givenCategories(scenario).length === 0);
  const gives = ({ known, isSummed }: Route, name: string) =>
    known.has(name) && !(isMore && isSummed && name === "out of action");
  // Some of the others alone are a result only if something is calculated from them.
  const isPart = known.has("out of action") && !known.has("killed") && !isTotalStated;
  const isUsed =
    isOneOfSeveral ||
    ["force", "share", "per", "recruits", "until"].some((input) => isGiven(scenario[input as InputName])) ||
    known.has("days");
  // A loss that is a share of the force is unknown without the force.
  const unknown = REPORTED.find((of) => isGiven(scenario[of]) && !gives(route, quantityStated(of, "count")));
  if (gives(route, "out of action") && !(isPart && !isUsed) && !unknown) return [];
  const goal = unknown ? quantityStated(unknown, "count") : isPart ? "killed" : "out of action";
  // Casualties do not go with lists.
  const addable = ADDABLE.filter(([input]) => !isGiven(scenario.list) || input !== "casualties");
  const add = addable.flatMap(([input, statement]) =>
    !stated.some(({ of }) => of === statement.of) && gives(routeFrom([...stated, statement]), goal) ? [input] : [],
  );
  if (isPart && !unknown && !add.includes("force")) add.push("force");
  const given = inputsGiven(scenario);
  const isNothing = stated.every(({ rank }) => rank === RANK.condition || rank === RANK.ratio);
  return [isNothing ? { code: "E-NOTHING", args: {} } : { code: "E-MISSING", args: { given, add } }];
}

function inputsGiven(scenario: Scenario): InputName[] {
  const losses: readonly InputName[] = [...REPORTED, "list", "ratio", "died", "share", "force"];
  return losses.filter((input) => isGiven(scenario[input]));
}

/** Casualties whose words leave out a category that is given may or may not include it. */
function totalProblems(scenario: Scenario): Problem[] {
  const given = categoriesOf(givenCategories(scenario));
  return (scenario.casualties ?? []).flatMap(({ figure, rate }): Problem[] => {
    const { text, only } = figure ?? rate;
    const lacks = only ? given.filter((category) => !only.includes(category)) : [];
    return lacks.length > 0 ? [{ code: "E-CASUALTIES-LACK", args: { casualties: text, lacks } }] : [];
  });
}

/** The captured and the missing in one number include the people of both categories. */
function pairProblems({ captured = [], missing = [] }: Scenario): Problem[] {
  const pairIn = (losses: readonly Attribution[]) =>
    losses.flatMap(({ source }) => (source !== undefined && isPairName(source) ? [source] : []))[0];
  if (captured.length === 0 || missing.length === 0) return [];
  const first = pairIn(captured);
  const name = first ?? pairIn(missing);
  if (name === undefined) return [];
  return [{ code: "E-PAIR-AND-CATEGORY", args: { name, other: first === undefined ? "captured" : "missing" } }];
}

/**
 * A ratio covers all other losses, so a multiplier for one of them is already included. Counts are parts of what it
 * gives.
 */
function ratioProblems(scenario: Scenario): Problem[] {
  const { ratio } = scenario;
  if (!ratio) return [];
  const given = givenCategories(scenario);
  const covers = ratio.named?.covers ?? CATEGORIES;
  const multiplied = categoriesOf(given.filter(([, { kind }]) => kind === "multiplier"));
  if (multiplied.length > 0) return [{ code: "E-RATIO-AND-CATEGORY", args: { categories: multiplied, covers } }];
  const counted = categoriesOf(given);
  const isOfCounted = isDivided(scenario) && covers.join() === counted.join();
  if (ratio.named?.kind === "history" && !isOfCounted)
    return [{ code: "E-HISTORY-ONLY", args: { name: ratio.named.name, asked: "ratio" } }];
  if (!isDivided(scenario) || !ratio.named || isOfCounted) return [];
  if (ratioOf(ratio.named, counted)) return [];
  return [{ code: "E-RATIO-OF-CATEGORIES", args: { name: ratio.named.name, categories: counted } }];
}

const categoriesOf = (given: ReturnType<typeof givenCategories>): Category[] => [
  ...new Set(given.map(([category]) => category)),
];

/** The share who returned is a share of the wounded or, if they are unknown, of all others. */
function returnedProblems(scenario: Scenario): Problem[] {
  const { returned, wounded, casualties, ratio, died, share } = scenario;
  if (!returned || wounded || ratio || died || (isKilledGiven(scenario) && (casualties || share))) return [];
  return [{ code: "E-RETURNED", args: { because: casualties ? "casualties" : "nobody wounded" } }];
}

/**
 * Reports a named source that does not exist, or a coverage that does not fit the figure of its source. A coverage
 * without a name is for the only source that was given, not for the only one that was not left out.
 */
function sourceProblems(scenario: Scenario, given: Scenario): Problem[] {
  const { killed = [], coverage, combine } = scenario;
  const reports = coverage?.source === undefined ? (given.killed ?? []) : killed;
  const problems: Problem[] = [];
  if (coverage && killed.length === 0 && scenario.casualties) {
    problems.push({ code: "E-NEEDS", args: { input: "coverage", needs: ["killed"] } });
  }
  const covered = coverage && killed.length > 0 && collect(problems, () => coveredReport(reports, coverage));
  const figure = covered ? (covered.figure ?? covered.rate) : undefined;
  if (covered && figure?.openLow) {
    problems.push({ code: "E-COVERAGE-CEILING", args: defined({ figure: figure.text, source: covered.source }) });
  }
  if (coverage?.share.low.equals(ZERO)) problems.push({ code: "E-COVERAGE-ZERO", args: {} });
  const single = REPORTED.find((of) => scenario[of]?.length === 1);
  const isChange = combine?.rule === "change" && REPORTED.every((of) => (scenario[of] ?? []).length < 2);
  if (isChange && single) problems.push({ code: "E-CHANGE", args: { of: single, because: "one" } });
  if (combine?.rule === "prefer") collect(problems, () => checkPreferred(scenario, combine.source, combine));
  return problems;
}

/** The preferred name must be the name of a source of at least one loss. */
function checkPreferred(scenario: Scenario, source: string, choice: Parameters<typeof matchingReport>[2]): void {
  const reported = REPORTED.map((of): readonly Attribution[] => scenario[of] ?? []);
  const all = reported.filter((reports) => reports.length > 0);
  const withName = all.filter((reports) => matchingReports(reports, source, choice.asOf).length > 0);
  const searched = withName.length > 0 ? withName : all.slice(0, 1);
  for (const reports of searched) matchingReport(reports, source, choice);
}

/** A part of the killed applies to every figure of the killed, and to no other loss. */
function partProblems(scenario: Scenario): Problem[] {
  const { of } = scenario;
  if (!of || isGiven(scenario.list)) return [];
  if (!isGiven(scenario.killed)) return [{ code: "E-NEEDS", args: { input: "of", needs: ["killed"] } }];
  const counted = givenCategories(scenario).find(([, { kind }]) => kind !== "multiplier")?.[0];
  const given = ANY.find((input) => scenario[input] !== undefined) ?? counted;
  return given ? [{ code: "E-PART-OF-KILLED", args: { label: of.label, given } }] : [];
}

const ANY = ["casualties", "died", "share"] as const;

/** A pace and a count can be combined only over a period. The same goes for recruits. */
function paceProblems(scenario: Scenario): Problem[] {
  const { recruits = [] } = scenario;
  if (periodOf(scenario)) return [];
  const other = (["list", "share"] as const).find((input) => isGiven(scenario[input]));
  const [pace, count] = [lossBy(scenario, true), lossBy(scenario, false) ?? other];
  if (pace && count) return [{ code: "E-PERIOD-NEEDED", args: { pace, count } }];
  if (recruits.length === 0) return [];
  if (pace && recruits.some(({ figure }) => figure))
    return [{ code: "E-PERIOD-NEEDED", args: { pace, count: "recruits" } }];
  if (pace) return [];
  const isPace = recruits.some(({ rate }) => rate);
  if (isPace && count) return [{ code: "E-PERIOD-NEEDED", args: { pace: "recruits", count } }];
  return [{ code: "E-NEEDS", args: { input: "recruits", needs: ["days", "start"] } }];
}

/** The first loss that is given a day, or as people. */
export function lossBy(scenario: Scenario, isPace: boolean): Reported | undefined {
  return REPORTED.find((of) =>
    scenario[of]?.some((report) => {
      const form = formOf(report);
      return form !== "multiplier" && (form === "day" || form === "force and day") === isPace;
    }),
  );
}

function targetProblems(scenario: Scenario): Problem[] {
  const { until, pace, per, share, force = [] } = scenario;
  const needs = (input: InputName, ...needed: InputName[]): Problem => ({
    code: "E-NEEDS",
    args: { input, needs: needed },
  });
  if (!until) return pace ? [needs("pace", "until")] : [];
  if (until.of === "amount") {
    const left = leftOf(until.amount, force);
    if (left) return [{ code: "E-NEEDS", args: { input: "until", needs: ["per"], left } }];
    if (!per) return [needs("until", "per")];
    const [first, second] = [until.amount.unit, per.unit];
    return isSameUnit(first, second) ? [] : [{ code: "E-UNITS-DIFFER", args: { of: "until", first, second } }];
  }
  const isPaced = pace ?? periodOf(scenario) ?? paces(scenario)[0];
  return [
    ...(until.of === "force" && force.length === 0 && !share ? [needs("until", "force")] : []),
    ...(isPaced ? [] : [needs("until", "pace", "days", "start")]),
  ];
}

/** "4,000 left" says what is left of the force, while a target is what is lost. */
function leftOf({ unit, text, low, high }: Amount, forces: readonly Force[]): ProblemArgs["E-NEEDS"]["left"] {
  if (!/\b(?:left|remain(?:s|ing)?)$/i.test(unit)) return undefined;
  const [{ figure } = {}, another] = forces;
  const isExact = figure && !another && figure.low === figure.high && !figure.openLow && !figure.openHigh;
  const lost = isExact && low.equals(high) ? Rational.of(figure.low).minus(low) : ZERO;
  return { text, ...(lost.compare(ZERO) > 0 && lost.isWhole() ? { lost: lost.toFixed(0) } : {}) };
}

function forceProblems(scenario: Scenario): Problem[] {
  const { share, force: forces = [], casualties = [] } = scenario;
  const emptyForces = forces.flatMap(({ figure, label }, index) =>
    figure.low > 0 ? [] : [label ?? (forces.length > 1 ? `force ${index + 1}` : undefined)],
  );
  const labels = forces.flatMap(({ label }) => label ?? []);
  const ofForce = REPORTED.find((of) =>
    scenario[of]?.some((loss) => "rate" in loss && loss.rate && loss.rate.per !== "day"),
  );
  const unnamed = share && share.label === undefined ? ("share" as const) : undefined;
  const unclear =
    forces.length > 1 ? (unnamed ?? ofForce ?? (scenario.until?.of === "force" ? "until" : undefined)) : undefined;
  const isUnknown = share?.label !== undefined && forces.length > 0 && !labels.includes(share.label);
  const rival = share && casualties.find(({ rate }) => rate?.per === "force")?.rate;
  return [
    ...emptyForces.map((label) => ({ code: "E-FORCE-ZERO", args: label === undefined ? {} : { label } }) as const),
    ...(unclear ? [{ code: "E-SHARE-FORCE", args: { input: unclear, because: "several", labels } } as const] : []),
    ...(isUnknown ? [{ code: "E-SHARE-FORCE", args: { input: "share", because: "unknown", labels } } as const] : []),
    ...(rival
      ? [{ code: "E-FORMS-DIFFER", args: { of: "share", first: rival.text, second: share.share.text } } as const]
      : []),
  ];
}
