/**
 * The library: figures as people write them, and what follows from them.
 *
 * estimate(scenario) takes whatever is known and calculates what follows. The best-known results are fields of the
 * Estimate (killed, outOfAction, shares). Every quantity is in estimate.solution, by the name that it has in formulas:
 * solution.get("others per killed") is its value, and solution.derivation("others per killed") its formula, inputs and
 * unit, if it was calculated. QUANTITIES lists the names, each with its unit and with the name that it has in results,
 * which is that of toRecord(), of scenario files and of resultOf().
 *
 * Counts are people, ratios losses per person killed, shares 0 to 1, periods days, and paces people a day. Results are
 * exact fractions (Rational); toRecord() rounds them for writing. A mistake in an input is an InputError, which has
 * every mistake that was found.
 */
import { type Checked, check as checkParsed } from "./core/check.ts";
import { claimProblems } from "./core/claim.ts";
import { InputError, type Problem } from "./core/errors.ts";
import { type Estimate, estimate as estimateParsed } from "./core/estimate.ts";
import type { RatioLookup } from "./core/ratio-lookup.ts";
import type { LooseScenario } from "./core/scenario.ts";
import { unparsedProblems } from "./notation/parsed.ts";
import { ratiosByName as byName } from "./record/names.ts";
import { problemWording } from "./render/problems.ts";

export type { Category } from "./core/categories.ts";
export type { Caveat, CaveatArgs, CaveatCode } from "./core/caveats/caveat.ts";
export type { Checked, Comparison } from "./core/check.ts";
export type { Need } from "./core/claim/needs.ts";
export type { Verdict } from "./core/claim/verdict.ts";
export type { Conclusion } from "./core/claim.ts";
export { type Comparison as ComparedResults, compare } from "./core/compare/compare.ts";
export type { Contrast, Pair } from "./core/compare/pair.ts";
export type { ComparedQuantity, Subject } from "./core/compare/quantities.ts";
export { type Total, type TotalOptions, total } from "./core/compare/total.ts";
export type { StatementComparison } from "./core/contradictions.ts";
export type { AsOf } from "./core/dates.ts";
export { InputError, type Problem, type ProblemArgs, type ProblemCode } from "./core/errors.ts";
export type { AccountResult, Estimate, ForceShare, Losses } from "./core/estimate.ts";
export type { Claim, Expectation, Expected, Stated, Tolerance } from "./core/expected.ts";
export type { Amount, Days, Figure, Per, Quotient, Rate, Ratio, Share, Target } from "./core/figure.ts";
export type { Goal } from "./core/goal.ts";
export type {
  CategoryLoss,
  Combine,
  Coverage,
  Force,
  ForcePart,
  Inputs,
  Kind,
  LossReport,
  PartOfKilled,
  Provenance,
  RateReport,
  Report,
} from "./core/inputs.ts";
export type { CaseRatio, HistoryRatio, NamedRatio } from "./core/named.ts";
export { QUANTITIES, type Quantity } from "./core/quantities.ts";
export type { Derivation, Input, Range, Unit } from "./core/range.ts";
export type { RatioLookup } from "./core/ratio-lookup.ts";
export { Rational } from "./core/rational.ts";
export type { ResultName } from "./core/result-names.ts";
export { resultOf } from "./core/results.ts";
export type { LooseScenario, Replacement, Scenario } from "./core/scenario.ts";
export { shareInWords } from "./core/share.ts";
export type { Given, Solution } from "./core/solve.ts";
export type { Account, Combination } from "./core/sources.ts";
export type { Narrowing, Width } from "./core/width.ts";
export { parseDate } from "./notation/date.ts";
export { parseDays } from "./notation/days.ts";
export { parseDied } from "./notation/died.ts";
export { parseFigure, parseLoss, parseRatio, parseShare } from "./notation/figure.ts";
export {
  parseCategory,
  parseCombine,
  parseCoverage,
  parseForce,
  parseList,
  parseRecruits,
  parseReport,
} from "./notation/kinds.ts";
export { parseLabelled } from "./notation/label.ts";
export { parseAmount } from "./notation/measured.ts";
export { override } from "./notation/override.ts";
export { parsePace, parseRate } from "./notation/rate.ts";
export { parseForceShare, parseOf } from "./notation/shares.ts";
export { parseClaim, parseClaimedShare, parseStated, parseTolerance } from "./notation/stated.ts";
export { parseTarget } from "./notation/target.ts";
export { caveatSentence } from "./render/caveats.ts";
export { type ComparisonRecord, comparisonRecord } from "./render/compare/record.ts";
export { type TotalRecord, totalRecord } from "./render/compare/total-record.ts";
export { problemWording } from "./render/problems.ts";
export { type EstimateRecord, toRecord } from "./render/record.ts";
export { sentenceOf } from "./render/sentence.ts";

/** The ratios of the built-in record by their names, for parseRatio, parseLoss and parseCategory. */
export function ratiosByName(): RatioLookup {
  return byName();
}

/**
 * Calculates how many people are out of action, what share of each force that is, and everything else that follows.
 *
 * Throws InputError, with all the mistakes at once, if a key is unknown or a value was not parsed, if the inputs do not
 * belong together or contradict each other, or if there is no result to compare a claim with.
 */
export function estimate(scenario: LooseScenario): Estimate {
  const result = estimateParsed(parsed(scenario));
  refuseAll(claimProblems(result).map((problem) => ({ ...problem, at: { path: "claimed" } })));
  return result;
}

/**
 * Calculates a scenario and compares the result with what it expects. Throws InputError, as estimate() does, except that
 * a claim without a result to judge it by is only left without a verdict.
 */
export function check(scenario: LooseScenario): Checked {
  return checkParsed(parsed(scenario));
}

/** The scenario, in which JavaScript may have put anything. Throws InputError. */
function parsed(scenario: LooseScenario): LooseScenario {
  refuseAll(unparsedProblems(scenario));
  return scenario;
}

function refuseAll(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new InputError(problems, sentenceFor);
}

/** "killed: “6000-13800”: this is a string; expected a report from parseReport()". */
function sentenceFor(problem: Problem): string {
  const { says, expected } = problemWording(problem);
  const text = problem.text === undefined ? undefined : `“${problem.text}”`;
  const parts = [problem.at?.path, text, says].filter((part) => part !== undefined);
  return parts.join(": ") + (expected === undefined ? "" : `; expected ${expected}`);
}
