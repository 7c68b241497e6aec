import { type Caveat, caveatsOf } from "./caveats.ts";
import { InputError } from "./errors.ts";
import { type Losses, lossesFromCasualties, lossesFromKilled } from "./losses.ts";
import type { Derivation, Range } from "./range.ts";
import { problemsOf } from "./rules.ts";
import { CATEGORIES, type Category, type Force, givenCategories, type Scenario } from "./scenario.ts";
import { shareOf } from "./share.ts";
import { type Account, accounts, type Combination, combine } from "./sources.ts";

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

  const { killed, casualties, force: forces = [] } = scenario;
  const combination = killed && combine(accounts(killed, scenario.coverage), scenario.combine ?? { rule: "envelope" });
  const losses = combination
    ? lossesFromKilled(combination.killed, scenario)
    : lossesFromCasualties(casualties!, scenario);
  const shares = forces.map((force) => forceShare(losses, force));
  // Written out, since a spread is slow to make.
  return {
    scenario,
    covers: coversOf(scenario),
    killed: losses.killed,
    others: losses.others,
    categories: losses.categories,
    implied: losses.implied,
    outOfAction: losses.outOfAction,
    net: losses.net,
    combination,
    accounts: accountsOf(scenario, combination, losses, shares),
    shares: shares.map(({ result }) => result),
    caveats: caveatsOf(scenario, losses, combination),
    working: [...losses.working, ...shares.flatMap(({ working }) => working)],
  };
}

/** What each source alone comes to; one by itself is the whole. */
function accountsOf(
  scenario: Scenario,
  combination: Combination | undefined,
  whole: Losses,
  shares: readonly WorkedShare[],
): AccountResult[] {
  const [only, another] = combination?.all ?? [];
  if (only && !another) return [{ account: only, losses: whole, shares: shares.map(({ result }) => result) }];
  return combination?.all.map((account) => accountResult(account, scenario)) ?? [];
}

/**
 * A source's own losses. Not where sources are added up and a category is a count: the count
 * belongs to all of them together.
 */
function accountResult(account: Account, scenario: Scenario): AccountResult {
  const counted = givenCategories(scenario).some(([, loss]) => loss.kind === "count");
  if (scenario.combine?.rule === "sum" && counted) return { account, shares: [] };
  const losses = lossesFromKilled(account.killed, scenario);
  const shares = (scenario.force ?? []).map((force) => forceShare(losses, force).result);
  return { account, losses, shares };
}

interface WorkedShare {
  readonly result: ForceShare;
  readonly working: readonly Derivation[];
}

function forceShare(losses: Losses, force: Force): WorkedShare {
  const share = shareOf("share", losses.outOfAction, force);
  const net = losses.net && shareOf("netShare", losses.net, force);
  return {
    result: { force, share: share.value, netShare: net?.value },
    working: net ? [share, net] : [share],
  };
}

/** A ratio, unless it is of a case that knows less, and a total of casualties cover every category. */
function coversOf(scenario: Scenario): ("killed" | Category)[] {
  const { ratio, casualties } = scenario;
  if (ratio || casualties) return ["killed", ...((!casualties && ratio?.named?.covers) || CATEGORIES)];
  return ["killed", ...givenCategories(scenario).map(([category]) => category)];
}
