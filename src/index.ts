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
import type { RatioLookup } from "./core/ratio-lookup.ts";
import { ratiosByName as byName } from "./record/names.ts";

export type { Category } from "./core/categories.ts";
export type { Caveat, CaveatArgs, CaveatCode } from "./core/caveats/caveat.ts";
export { type Checked, type Comparison, check } from "./core/check.ts";
export type { Conclusion, Need, Verdict } from "./core/claim.ts";
export type { StatementComparison } from "./core/contradictions.ts";
export type { AsOf } from "./core/dates.ts";
export { InputError, type Problem, type ProblemArgs, type ProblemCode } from "./core/errors.ts";
export { type AccountResult, type Estimate, estimate, type ForceShare, type Losses } from "./core/estimate.ts";
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
export { problemWording } from "./render/problems.ts";
export { type EstimateRecord, toRecord } from "./render/record.ts";
export { sentenceOf } from "./render/sentence.ts";

/** The ratios of the built-in record by their names, for parseRatio, parseLoss and parseCategory. */
export function ratiosByName(): RatioLookup {
  return byName();
}
