import { askedOf, workingNames } from "./asked.ts";
import { CATEGORIES, type Category, isPairName } from "./categories.ts";
import type { Caveat } from "./caveats/caveat.ts";
import { caveatsOf } from "./caveats.ts";
import { type JudgedConclusion, judgedConclusions } from "./claim.ts";
import { comparisonsOf, contradictions, type StatementComparison } from "./contradictions.ts";
import { InputError } from "./errors.ts";
import { exact } from "./figure.ts";
import { givenIn, isDaily } from "./given.ts";
import { type Goal, goalOf } from "./goal.ts";
import type { CategoryLoss, Force } from "./inputs.ts";
import { listsIn } from "./lists.ts";
import { perKilled } from "./quantities.ts";
import type { Derivation, Range } from "./range.ts";
import { ZERO } from "./rational.ts";
import { problemsOf } from "./rules.ts";
import { givenCategories, isKilledGiven, type LooseScenario, listed, type Scenario } from "./scenario.ts";
import { RANK, Solution } from "./solve.ts";
import { type Account, type Combination, combinationsIn, ownReport } from "./sources.ts";
import { type Width, widthOf } from "./width.ts";
import { included } from "./without.ts";

/**
 * The losses of one account, or of all accounts together. They are people, or people a day if the estimate is daily.
 * What is unknown is undefined, never zero.
 */
export interface Losses {
  /** Undefined if only casualties are known. */
  readonly killed?: Range | undefined;
  /** All losses except the killed. */
  readonly others?: Range | undefined;
  readonly categories: Readonly<Partial<Record<Category, Range>>>;
  /** Counted losses per person killed, for each category that is reported as a count. */
  readonly implied: Readonly<Partial<Record<Category, Range>>>;
  readonly outOfAction: Range;
  /** Out of action less the wounded who returned to duty. */
  readonly net?: Range | undefined;
}

/** The share of one force that is out of action. Shares are 0 to 1, or above 1 if losses exceed the force. */
export interface ForceShare {
  readonly force: Force;
  readonly share: Range;
  /** The share of those who did not return to duty. Only if a returned share was given. */
  readonly netShare?: Range | undefined;
}

/** The result for one source alone. It has no losses if they cannot be split by source. */
export interface AccountResult {
  readonly account: Account;
  readonly losses?: Losses | undefined;
  readonly shares: readonly ForceShare[];
}

/**
 * The estimate for a scenario. Counts are people, exact and unrounded; ratios are per person killed; shares are 0 to 1.
 * What is unknown is undefined, never zero.
 */
export interface Estimate extends Losses {
  /** Without the reports of the kinds that it leaves out. */
  readonly scenario: Scenario;
  /** The same with these reports. */
  readonly asGiven: Scenario;
  /** The losses that are counted in outOfAction. */
  readonly covers: readonly ("killed" | Category)[];
  /** How the sources of each quantity were combined. */
  readonly combinations: readonly Combination[];
  /** Statements that the result does not depend on. */
  readonly comparisons: readonly StatementComparison[];
  /** Every known quantity by its name; then the same with each force. */
  readonly solution: Solution;
  readonly byForce: readonly Solution[];
  /** The quantities that answer the question, in order. */
  readonly asked: readonly string[];
  /** Only paces are known, so every number of people is a number of people a day. */
  readonly isDaily: boolean;
  /** When the target is reached, if there is a target. */
  readonly goal?: Goal | undefined;
  /** Whether a report's conclusions follow, and what would have to be true for them. */
  readonly verdicts: readonly JudgedConclusion[];
  /** The inputs that make the result a wide range. */
  readonly width?: Width | undefined;
  /** One result for each source of the killed, or of casualties if no source reports the killed. */
  readonly accounts: readonly AccountResult[];
  readonly shares: readonly ForceShare[];
  readonly caveats: readonly Caveat[];
  /** How the results were calculated. Figures that are only reported are not included. */
  readonly working: readonly Derivation[];
}

/**
 * Calculates how many people are out of action, and what share of each force that is.
 *
 * Pure: no files, clock, locale or randomness. Throws InputError, with all the mistakes at once, if the inputs do not
 * belong together (see rules.ts) or contradict each other.
 */
export function estimate(given: LooseScenario): Estimate {
  return estimateOf(given, false);
}

/** The same for a scenario whose result is compared with others, so that a single category is enough. */
export function estimateOfOne(given: LooseScenario): Estimate {
  return estimateOf(given, true);
}

function estimateOf(given: LooseScenario, isOneOfSeveral: boolean): Estimate {
  const asGiven = listed(given);
  const problems = problemsOf(asGiven, isOneOfSeveral);
  if (problems.length > 0) throw new InputError(problems);

  const scenario = included(asGiven);
  return new Result(scenario, combinationsIn(scenario), asGiven);
}

/**
 * Calculates on demand what most results are never asked for. This is a class because objects with getters are slow to
 * create.
 */
class LazyLosses implements Losses {
  readonly killed: Range | undefined;
  readonly others: Range | undefined;
  readonly categories: Partial<Record<Category, Range>> = {};
  readonly outOfAction: Range;
  readonly net: Range | undefined;

  constructor(
    readonly solution: Solution,
    readonly scenario: Scenario,
  ) {
    this.killed = solution.get("killed");
    this.others = solution.get("others");
    this.outOfAction = solution.get("out of action")!;
    this.net = scenario.returned && solution.get("net");
    for (const category of CATEGORIES) {
      const value = solution.get(category);
      if (value) this.categories[category] = value;
    }
  }

  get implied(): Losses["implied"] {
    const counted = givenCategories(this.scenario).flatMap(([category, { kind }]) => {
      const value = kind === "count" && this.solution.get(perKilled(category));
      return value ? [[category, value] as const] : [];
    });
    return Object.fromEntries(counted);
  }
}

class Result extends LazyLosses implements Estimate {
  readonly shares: readonly ForceShare[];
  readonly byForce: readonly Solution[];
  readonly comparisons: readonly StatementComparison[];
  readonly isDaily: boolean;
  readonly goal: Goal | undefined;
  readonly caveats: readonly Caveat[];
  #accounts: readonly AccountResult[] | undefined;
  #verdicts: readonly JudgedConclusion[] | undefined;

  constructor(
    scenario: Scenario,
    readonly combinations: readonly Combination[],
    readonly asGiven: Scenario,
  ) {
    const { solution, byForce, shares } = solveScenario(scenario, combinations);
    super(solution, scenario);
    const comparisons = comparisonsOf(solution, scenario, combinations);
    const contradicted = contradictions(scenario, solution, comparisons);
    if (contradicted.length > 0) throw new InputError(contradicted);
    const goal = goalOf(scenario, solution);
    this.shares = shares;
    this.byForce = byForce;
    this.comparisons = comparisons;
    this.isDaily = isDaily(scenario);
    this.goal = goal;
    this.caveats = caveatsOf({ scenario, combinations, comparisons, goal, solution, byForce });
  }

  get covers(): readonly ("killed" | Category)[] {
    return coversOf(this.scenario);
  }

  get accounts(): readonly AccountResult[] {
    this.#accounts ??= accountsOf(this);
    return this.#accounts;
  }

  get verdicts(): readonly JudgedConclusion[] {
    this.#verdicts ??= judgedConclusions(this.scenario, this.solution, this.isDaily);
    return this.#verdicts;
  }

  get asked(): string[] {
    return askedOf(this.scenario, this.solution, this.goal);
  }

  get width(): Width | undefined {
    // An end of two lists that was moved would move elsewhere if one of them were known exactly.
    return listsIn(this.scenario)?.isMoved ? undefined : widthOf(this.solution, this.asked);
  }

  get working(): Derivation[] {
    const names = workingNames(this.scenario, this.asked);
    const shares = this.byForce.flatMap((solution) => solution.derivations.filter(isOfForce));
    const lines = [...this.solution.derivations.filter((line) => !isOfForce(line)), ...shares];
    const shown = this.isDaily ? lines.map(ofOneDay) : lines;
    return shown.filter((line) => names.has(line.of) && isCalculated(line));
  }
}

/** What follows from one combined figure for each reported quantity. */
interface SolvedScenario {
  readonly solution: Solution;
  readonly byForce: readonly Solution[];
  readonly shares: readonly ForceShare[];
}

function solveScenario(scenario: Scenario, combinations: readonly Combination[]): SolvedScenario {
  const { force: forces = [] } = scenario;
  const solveWith = (force?: Force) => new Solution(givenIn(scenario, combinations, force));
  const baseline = baselineForce(scenario);
  const solution = solveWith(baseline);
  const byForce = forces.map((force) => {
    if (force === baseline) return solution;
    return baseline ? withForce(solution, force) : solveWith(force);
  });
  // Losses a day have no share, nor does a change that may be below zero.
  const hasShares = !isDaily(scenario) && !isRevised(solution);
  const shares = hasShares ? byForce.map((solution, index) => shareOf(solution, forces[index]!, scenario)) : [];
  return { solution, byForce, shares };
}

function shareOf(solution: Solution, force: Force, { returned }: Scenario): ForceShare {
  return { force, share: solution.get("share")!, netShare: returned && solution.get("net share") };
}

/**
 * The force that the losses may be calculated from: the only force, or the force that the share is of. The other forces
 * are only compared with the losses.
 */
function baselineForce({ force: forces = [], share }: Scenario): Force | undefined {
  return forces.length === 1 ? forces[0] : share && forces.find(({ label }) => label === share.label);
}

/** The same losses, compared with a force that they were not calculated from. */
function withForce(solution: Solution, { figure }: Force): Solution {
  const given = new Map(solution.given);
  given.set("out of action", { value: solution.get("out of action")!, rank: RANK.count });
  given.set("force", { value: exact(figure), rank: RANK.condition });
  return new Solution(given);
}

const isRevised = (solution: Solution) => (solution.get("out of action")?.low.compare(ZERO) ?? 0) < 0;

const isOfForce = ({ of }: Derivation) => of === "share" || of === "net share";

/** Drops the days from the formula: there is no need to multiply by one day. */
function ofOneDay(line: Derivation): Derivation {
  const { of, unit, value, inputs } = line;
  return { of, unit, value, inputs, formula: line.formula.replaceAll(/ [×÷] \{days\}/g, "") };
}

/** A quantity that is only another name for a known quantity needs no line. */
const isCalculated = ({ formula }: Derivation) => !/^\{[^}]*\}$/.test(formula);

/** The result for each source alone. If there is only one source, that is the whole result. */
function accountsOf({ scenario, combinations, solution, shares }: Estimate): AccountResult[] {
  const basis = combinations[0];
  if (!basis || (basis.of !== "killed" && basis.of !== "casualties")) return [];
  const [only, another] = basis.all;
  // A single figure for casualties is a total, not an account of the killed.
  if (!another && basis.of === "casualties") return [];
  if (only && !another) return [{ account: only, losses: new LazyLosses(solution, scenario), shares }];
  return basis.all.map((account) => accountResult(account, scenario, combinations));
}

/**
 * The losses of one source. They are unknown if sources are added up and a category is a count, because the count
 * belongs to all of them together.
 */
function accountResult(
  account: Account,
  scenario: Scenario,
  [basis, ...others]: readonly Combination[],
): AccountResult {
  const counted = others.some(({ form }) => form === "count");
  if (basis!.rule === "sum" && counted) return { account, shares: [] };
  const reports = others.map((combination) => ownReport(account, combination) ?? combination);
  const { solution, shares } = solveScenario(scenario, [{ ...basis!, value: account.value }, ...reports]);
  return { account, losses: new LazyLosses(solution, scenario), shares };
}

/** The categories that one count has: two of them, if its label says so. */
function categoriesCounted(category: Category, { source }: CategoryLoss): readonly Category[] {
  return source !== undefined && isPairName(source) ? ["captured", "missing"] : [category];
}

/** A total, a share who died and a ratio cover every category, except a ratio of a case that covers fewer. */
function coversOf(scenario: Scenario): ("killed" | Category)[] {
  const { ratio, casualties, died, share } = scenario;
  const killed = isKilledGiven(scenario);
  const given = new Set(givenCategories(scenario).flatMap(([category, loss]) => categoriesCounted(category, loss)));
  const counted = CATEGORIES.filter((category) => given.has(category));
  if (casualties || died || share) return ["killed", ...CATEGORIES];
  // A ratio that is used with counts alone covers only the categories of those counts. With a count of each, it is unused.
  const isEachCounted = CATEGORIES.every((category) => scenario[category]?.length);
  if (ratio && killed && !isEachCounted) return ["killed", ...(ratio.named?.covers ?? CATEGORIES)];
  return [...(killed || ratio ? ["killed" as const] : []), ...counted];
}
