import type { Category } from "./categories.ts";
import { type Caveat, type CaveatArgs, LARGEST_LIKE_MULTIPLIER } from "./caveats/caveat.ts";
import type { Evidence } from "./caveats/evidence.ts";
import { inputCaveats } from "./caveats/inputs.ts";
import { ratioCaveats } from "./caveats/ratios.ts";
import { relationCaveats } from "./caveats/relations.ts";
import { claimCaveats, countedCaveats, datesCaveats, sourceCaveats } from "./caveats/sources.ts";
import { groupDigits } from "./digits.ts";
import { exact } from "./figure.ts";
import { isDaily } from "./given.ts";
import { type CategoryLoss, type Force, forceName, KINDS } from "./inputs.ts";
import { listsIn, type TwoLists } from "./lists.ts";
import { isExact, type Range } from "./range.ts";
import { ZERO } from "./rational.ts";
import { givenCategories, isKilledAlone, type Scenario } from "./scenario.ts";
import type { Solution } from "./solve.ts";
import { namesOf } from "./sources.ts";
import { namedLeftOut } from "./without.ts";

/** All caveats of an estimate, in a fixed order. */
export function caveatsOf(evidence: Evidence): Caveat[] {
  const { scenario, combinations, solution, byForce } = evidence;
  return [
    ...listCaveats(evidence),
    ...(isKilledAlone(scenario) ? [{ code: "KILLED_ALONE", args: {} } as const] : []),
    ...inputCaveats(evidence),
    ...leftOutCaveats(evidence),
    ...countedCaveats(combinations),
    ...claimCaveats(scenario.side, combinations),
    ...ratioCaveats(evidence),
    ...relationCaveats(evidence),
    ...sourceCaveats(combinations),
    ...givenCategories(scenario).flatMap(([category, loss]) => categoryCaveats(category, loss, solution.get("killed"))),
    ...prisonersCaveats(scenario, solution),
    ...partsCaveats(evidence),
    ...(isDaily(scenario) ? [] : (scenario.force ?? [])).flatMap((force, index) =>
      beyondForceCaveats(byForce[index]!, force, index),
    ),
  ];
}

function namesOn({ first, second, both, isMoved }: TwoLists): CaveatArgs["TWO_LISTS"] {
  const isKnown = !isMoved && [first, second, both].every((each) => isExact(each) && !each.approximate);
  return isKnown ? { names: groupDigits(first.low.plus(second.low).minus(both.low).round().toString()) } : {};
}

function leftOutCaveats({ scenario: { leftOut = [] } }: Evidence): Caveat[] {
  return KINDS.flatMap((kind) => {
    const reports = leftOut.filter((report) => report.kind === kind).map(namedLeftOut);
    return reports.length > 0 ? [{ code: "LEFT_OUT", args: { kind, reports } } as const] : [];
  });
}

function listCaveats({ scenario }: Evidence): Caveat[] {
  const lists = listsIn(scenario);
  if (!lists) return [];
  const { list = [] } = scenario;
  const names = namesOf(list);
  return [
    { code: "TWO_LISTS", args: namesOn(lists) },
    ...datesCaveats(
      list.map(({ asOf }, index) => ({ name: names[index]!, asOf })),
      { isOfLists: true },
    ),
    ...(lists.isMoved ? [{ code: "IMPOSSIBLE_END", args: { isOfLists: true } } as const] : []),
  ];
}

function categoryCaveats(category: Category, loss: CategoryLoss, killed: Range | undefined): Caveat[] {
  if (loss.kind === "multiplier") {
    return category === "captured" ? [{ code: "CAPTURED_BY_MULTIPLIER", args: { text: loss.ratio.text } }] : [];
  }
  if (loss.kind === "rate") return [];
  const { high, text } = loss.figure;
  const small = high > 0 && high <= LARGEST_LIKE_MULTIPLIER;
  if (!small || !killed || exact(loss.figure).high.compare(killed.high) >= 0) return [];
  return [{ code: "COUNT_LIKE_MULTIPLIER", args: { category, text } }];
}

/** Wounded prisoners are counted twice only if a result rests on both the wounded and the captured, and neither is 0. */
function prisonersCaveats({ wounded, captured }: Scenario, solution: Solution): Caveat[] {
  if (!wounded || !captured) return [];
  const restsOn = (result: string, category: Category) =>
    Object.entries(solution.derivation(result)?.inputs ?? {}).some(
      ([name, { value }]) => name.startsWith(category) && (value.openHigh || !value.high.equals(ZERO)),
    );
  const isDoubled = ["out of action", "killed"].some((of) => restsOn(of, "wounded") && restsOn(of, "captured"));
  return isDoubled ? [{ code: "WOUNDED_AND_CAPTURED", args: {} }] : [];
}

/** If the killed are calculated from the casualties with an input that is a range, the parts do not add up. */
function partsCaveats({ scenario, solution }: Evidence): Caveat[] {
  const inputs = Object.entries(solution.derivation("killed")?.inputs ?? {});
  if (!scenario.casualties || !inputs.some(([name]) => name === "casualties")) return [];
  const isSplit = inputs.some(([name, { value }]) => name !== "casualties" && !value.low.equals(value.high));
  return isSplit ? [{ code: "PARTS_DO_NOT_ADD_UP", args: {} }] : [];
}

function beyondForceCaveats(solution: Solution, force: Force, index: number): Caveat[] {
  const outOfAction = solution.get("out of action")!;
  const { low, high, openHigh } = exact(force.figure);
  const args = { force: forceName(force, index) };
  const certain = !outOfAction.openLow && !openHigh;
  if (certain && outOfAction.low.compare(high) > 0) return [{ code: "EXCEEDS_FORCE", args }];
  if (outOfAction.high.compare(low) > 0) return [{ code: "MAY_EXCEED_FORCE", args }];
  return [];
}
