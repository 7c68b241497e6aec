import { type Caveat, caveatsOf } from "./caveats.ts";
import { InputError } from "./errors.ts";
import { exact } from "./figure.ts";
import { perKilled } from "./quantities.ts";
import type { Derivation, Range } from "./range.ts";
import { problemsOf } from "./rules.ts";
import { CATEGORIES, type Category, type Force, givenCategories, type Scenario } from "./scenario.ts";
import { type Given, RANK, Solution } from "./solve.ts";
import { type Account, accounts, type Combination, combine } from "./sources.ts";

/** The losses of one account, or of all accounts together. What is not known is undefined, never zero. */
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

/** One source taken alone. Without losses where they cannot be told apart by source. */
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
  /** How several sources became one; absent where casualties are given. */
  readonly combination?: Combination | undefined;
  /** One result for each source of killed. */
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
export function estimate(scenario: Scenario): Estimate {
  const problems = problemsOf(scenario);
  if (problems.length > 0) throw new InputError(problems);

  const { killed, coverage } = scenario;
  const combination = killed && combine(accounts(killed, coverage), scenario.combine ?? { rule: "envelope" });
  const whole = outcomeOf(scenario, combination?.killed);
  const { losses, shares } = whole;
  // Written out, since a spread is slow to make.
  return {
    scenario,
    covers: coversOf(scenario),
    killed: losses.killed,
    others: losses.others,
    categories: losses.categories,
    get implied() {
      return losses.implied;
    },
    outOfAction: losses.outOfAction,
    net: losses.net,
    combination,
    accounts: accountsOf(scenario, combination, whole),
    shares,
    caveats: caveatsOf(scenario, losses, combination),
    get working() {
      return whole.working;
    },
  };
}

/** What comes of one figure for the killed, or of all together. */
interface Outcome {
  readonly losses: Losses;
  readonly shares: readonly ForceShare[];
  readonly working: readonly Derivation[];
}

function outcomeOf(scenario: Scenario, killed: Range | undefined): Outcome {
  const given = givenIn(scenario, killed);
  const { force: forces = [] } = scenario;
  // One force may tell the losses; several are each compared with them.
  const each = forces.map((force) => new Solution(withForce(given, force)));
  const solution = (each.length === 1 && each[0]) || new Solution(given);
  return {
    losses: lossesOf(solution, scenario),
    shares: each.map((one, index) => ({
      force: forces[index]!,
      share: one.get("share")!,
      netShare: one.get("net share"),
    })),
    get working() {
      const shares = each.flatMap((one) => one.derivations.filter(isShare));
      return [...solution.derivations.filter((line) => !isShare(line)), ...shares].filter(isAsked(scenario));
    },
  };
}

const isShare = ({ of }: Derivation) => of === "share" || of === "net share";

/** Whether a line of working belongs to an answer. */
function isAsked(scenario: Scenario): (line: Derivation) => boolean {
  const asked = new Set([
    ...(scenario.casualties ? ["killed"] : []),
    ...(scenario.ratio ? ["others"] : []),
    ...givenCategories(scenario).map(([category, { kind }]) => (kind === "count" ? perKilled(category) : category)),
    "out of action",
    "net",
    "share",
    "net share",
  ]);
  return ({ of, formula }) => asked.has(of) && !/^\{[^}]*\}$/.test(formula);
}

/** What a scenario states of each quantity. */
function givenIn(scenario: Scenario, killed: Range | undefined): Map<string, Given> {
  const given = new Map<string, Given>();
  const add = (of: string, rank: number, value: Range | undefined) => value && given.set(of, { value, rank });
  add("killed", RANK.total, killed);
  add("out of action", RANK.total, scenario.casualties && exact(scenario.casualties.figure));
  for (const [category, loss] of givenCategories(scenario)) {
    if (loss.kind === "count") add(category, RANK.category, exact(loss.figure));
    else add(perKilled(category), RANK.ratio, loss.ratio);
  }
  add("ratio", RANK.ratio, scenario.ratio);
  add("returned", RANK.condition, scenario.returned);
  return given;
}

function withForce(given: ReadonlyMap<string, Given>, { figure }: Force): Map<string, Given> {
  return new Map([...given, ["force", { value: exact(figure), rank: RANK.condition }]]);
}

function lossesOf(solution: Solution, scenario: Scenario): Losses {
  const categories: Partial<Record<Category, Range>> = {};
  for (const category of CATEGORIES) {
    const value = solution.get(category);
    if (value) categories[category] = value;
  }
  return {
    killed: solution.get("killed"),
    others: solution.get("others"),
    categories,
    get implied() {
      const counted = givenCategories(scenario).flatMap(([category, { kind }]) => {
        const value = kind === "count" && solution.get(perKilled(category));
        return value ? [[category, value] as const] : [];
      });
      return Object.fromEntries(counted);
    },
    outOfAction: solution.get("out of action")!,
    net: solution.get("net"),
  };
}

/** What each source alone comes to; one by itself is the whole. */
function accountsOf(scenario: Scenario, combination: Combination | undefined, whole: Outcome): AccountResult[] {
  const [only, another] = combination?.all ?? [];
  if (only && !another) return [{ account: only, losses: whole.losses, shares: whole.shares }];
  return combination?.all.map((account) => accountResult(account, scenario)) ?? [];
}

/**
 * A source's own losses. Not where sources are added up and a category is a count: the count
 * belongs to all of them together.
 */
function accountResult(account: Account, scenario: Scenario): AccountResult {
  const counted = givenCategories(scenario).some(([, loss]) => loss.kind === "count");
  if (scenario.combine?.rule === "sum" && counted) return { account, shares: [] };
  const { losses, shares } = outcomeOf(scenario, account.killed);
  return { account, losses, shares };
}

/** A ratio, unless it is of a case that knows less, and a total of casualties cover every category. */
function coversOf(scenario: Scenario): ("killed" | Category)[] {
  const { ratio, casualties } = scenario;
  if (ratio || casualties) return ["killed", ...((!casualties && ratio?.named?.covers) || CATEGORIES)];
  return ["killed", ...givenCategories(scenario).map(([category]) => category)];
}
