import { askedOf, workingNames } from "./asked.ts";
import type { Caveat } from "./caveats/caveat.ts";
import { caveatsOf } from "./caveats.ts";
import { type Verdict, verdictsOn } from "./claim.ts";
import { type Comparison, comparisonsOf, contradictions } from "./contradictions.ts";
import { InputError } from "./errors.ts";
import { exact } from "./figure.ts";
import { givenIn, isDaily } from "./given.ts";
import { type Goal, goalOf } from "./goal.ts";
import { perKilled } from "./quantities.ts";
import type { Derivation, Range } from "./range.ts";
import { ZERO } from "./rational.ts";
import { problemsOf } from "./rules.ts";
import {
  CATEGORIES,
  type Category,
  type Force,
  givenCategories,
  type LooseScenario,
  listed,
  type Scenario,
} from "./scenario.ts";
import { RANK, Solution } from "./solve.ts";
import { type Account, type Combination, combinationsIn } from "./sources.ts";
import { type Width, widthOf } from "./width.ts";

/**
 * The losses of one account, or of all accounts together: people, or where an estimate is daily people a day. What is
 * not known is undefined, never zero.
 */
export interface Losses {
  /** Missing where only casualties are known. */
  readonly killed?: Range | undefined;
  /** All losses but the killed. */
  readonly others?: Range | undefined;
  readonly categories: Readonly<Partial<Record<Category, Range>>>;
  /** Counted losses per person killed, for a category that is reported as a count. */
  readonly implied: Readonly<Partial<Record<Category, Range>>>;
  readonly outOfAction: Range;
  /** Out of action less the wounded who returned to duty. */
  readonly net?: Range | undefined;
}

/** What share of one force is out of action. Shares are 0 to 1, above 1 where losses exceed the force. */
export interface ForceShare {
  readonly force: Force;
  readonly share: Range;
  /** The share of those not returned to duty; only where a returned share was given. */
  readonly netShare?: Range | undefined;
}

/** One source taken alone. Without losses if they cannot be split by source. */
export interface AccountResult {
  readonly account: Account;
  readonly losses?: Losses | undefined;
  readonly shares: readonly ForceShare[];
}

/**
 * The estimate for a scenario. Counts are people, exact and unrounded; ratios are per person
 * killed; shares are 0 to 1. What is not known is undefined, never zero.
 */
export interface Estimate extends Losses {
  readonly scenario: Scenario;
  /** What is counted in outOfAction. */
  readonly covers: readonly ("killed" | Category)[];
  /** How the sources of each thing became one. */
  readonly combinations: readonly Combination[];
  /** Statements that the result does not rest on. */
  readonly comparisons: readonly Comparison[];
  /** Every quantity that is known, by its name; and with each force. */
  readonly solution: Solution;
  readonly byForce: readonly Solution[];
  /** The quantities that answer what was asked, in order. */
  readonly asked: readonly string[];
  /** Only paces are known, so that every number of people is one of people a day. */
  readonly isDaily: boolean;
  /** When a target is reached, if there is one. */
  readonly goal?: Goal | undefined;
  /** Whether what a report concluded follows, and what would have to be true for it. */
  readonly verdicts: readonly Verdict[];
  /** Which inputs make the result a wide range. */
  readonly width?: Width | undefined;
  /** One result for each source of the killed, or of casualties if no source reports the killed. */
  readonly accounts: readonly AccountResult[];
  readonly shares: readonly ForceShare[];
  readonly caveats: readonly Caveat[];
  /** How the results were calculated; what is reported is not in it. */
  readonly working: readonly Derivation[];
}

/**
 * Computes how many are out of action, and what share of each force that is.
 *
 * Pure: no files, clock, locale or randomness. Throws InputError, with all the mistakes at once,
 * where the inputs do not belong together (see rules.ts) or exclude each other.
 */
export function estimate(given: LooseScenario): Estimate {
  const scenario = listed(given);
  const problems = problemsOf(scenario);
  if (problems.length > 0) throw new InputError(problems);

  return new Result(scenario, combinationsIn(scenario));
}

/** What most results are never asked for is made on demand: by a class, since objects with getters are slow to make. */
class LossesIn implements Losses {
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

class Result extends LossesIn implements Estimate {
  readonly shares: readonly ForceShare[];
  readonly byForce: readonly Solution[];
  readonly comparisons: readonly Comparison[];
  readonly isDaily: boolean;
  readonly goal: Goal | undefined;
  readonly caveats: readonly Caveat[];
  #accounts: readonly AccountResult[] | undefined;
  #verdicts: readonly Verdict[] | undefined;

  constructor(
    scenario: Scenario,
    readonly combinations: readonly Combination[],
  ) {
    const { solution, byForce, shares } = outcomeOf(scenario, combinations);
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

  get verdicts(): readonly Verdict[] {
    this.#verdicts ??= this.isDaily ? [] : verdictsOn(this.scenario, this.solution);
    return this.#verdicts;
  }

  get asked(): string[] {
    return askedOf(this.scenario, this.solution, this.goal);
  }

  get width(): Width | undefined {
    return widthOf(this.solution, this.asked);
  }

  get working(): Derivation[] {
    const names = workingNames(this.scenario, this.asked);
    const shares = this.byForce.flatMap((one) => one.derivations.filter(isOfForce));
    const lines = [...this.solution.derivations.filter((line) => !isOfForce(line)), ...shares];
    const told = this.isDaily ? lines.map(ofOneDay) : lines;
    return told.filter((line) => names.has(line.of) && isCalculated(line));
  }
}

/** What follows from one figure for each thing that is reported. */
interface Outcome {
  readonly solution: Solution;
  readonly byForce: readonly Solution[];
  readonly shares: readonly ForceShare[];
}

function outcomeOf(scenario: Scenario, combinations: readonly Combination[]): Outcome {
  const { force: forces = [] } = scenario;
  const alone = (force?: Force) => new Solution(givenIn(scenario, combinations, force));
  const telling = tellingForce(scenario);
  const solution = alone(telling);
  const byForce = forces.map((force) => {
    if (force === telling) return solution;
    return telling ? besides(solution, force) : alone(force);
  });
  // There is no share of losses a day, nor of a change that may be below zero.
  const hasShares = !isDaily(scenario) && !isRevised(solution);
  const shares = hasShares ? byForce.map((one, index) => shareOf(one, forces[index]!, scenario)) : [];
  return { solution, byForce, shares };
}

function shareOf(solution: Solution, force: Force, { returned }: Scenario): ForceShare {
  return { force, share: solution.get("share")!, netShare: returned && solution.get("net share") };
}

/** The force that may tell the losses: the only one, or the one that a share is of. Others are compared with them. */
function tellingForce({ force: forces = [], share }: Scenario): Force | undefined {
  return forces.length === 1 ? forces[0] : share && forces.find(({ label }) => label === share.label);
}

/** The same losses, compared with a force that did not tell them. */
function besides(told: Solution, { figure }: Force): Solution {
  const given = new Map(told.given);
  given.set("out of action", { value: told.get("out of action")!, rank: RANK.count });
  given.set("force", { value: exact(figure), rank: RANK.condition });
  return new Solution(given);
}

const isRevised = (solution: Solution) => (solution.get("out of action")?.low.compare(ZERO) ?? 0) < 0;

const isOfForce = ({ of }: Derivation) => of === "share" || of === "net share";

/** A day need not be multiplied by one. */
function ofOneDay(line: Derivation): Derivation {
  const { of, unit, value, inputs } = line;
  return { of, unit, value, inputs, formula: line.formula.replaceAll(/ [×÷] \{days\}/g, "") };
}

/** A quantity that is only another name for one that is known needs no line. */
const isCalculated = ({ formula }: Derivation) => !/^\{[^}]*\}$/.test(formula);

/** What each source alone comes to; one by itself is the whole. */
function accountsOf({ scenario, combinations, solution, shares }: Estimate): AccountResult[] {
  const basis = combinations[0];
  if (!basis || (basis.of !== "killed" && basis.of !== "casualties")) return [];
  const [only, another] = basis.all;
  // One figure of casualties is a total, and no account of the killed.
  if (!another && basis.of === "casualties") return [];
  if (only && !another) return [{ account: only, losses: new LossesIn(solution, scenario), shares }];
  return basis.all.map((account) => accountResult(account, scenario, combinations));
}

/**
 * A source's own losses. Not where sources are added up and a category is a count: the count
 * belongs to all of them together.
 */
function accountResult(
  account: Account,
  scenario: Scenario,
  [basis, ...others]: readonly Combination[],
): AccountResult {
  const counted = others.some(({ form }) => form === "count");
  if (basis!.rule === "sum" && counted) return { account, shares: [] };
  const { solution, shares } = outcomeOf(scenario, [{ ...basis!, value: account.value }, ...others]);
  return { account, losses: new LossesIn(solution, scenario), shares };
}

/** A total, a share who died, and a ratio cover every category, unless it is of a case that knows less. */
function coversOf(scenario: Scenario): ("killed" | Category)[] {
  const { ratio, casualties, killed, died, share } = scenario;
  const counted = [...new Set(givenCategories(scenario).map(([category]) => category))];
  if (casualties || died || share) return ["killed", ...CATEGORIES];
  // A ratio for counts, and nothing else, is one of those alone.
  if (ratio && killed) return ["killed", ...(ratio.named?.covers ?? CATEGORIES)];
  return [...(killed || ratio ? ["killed" as const] : []), ...counted];
}
