/**
 * The library: figures as people write them, and the estimate that follows from them.
 *
 * Counts are people, ratios losses per person killed, shares 0 to 1. Results are exact fractions
 * (Rational); toRecord() rounds them for writing. Every mistake in an input is an InputError.
 */
import type { RatioLookup } from "./core/figure.ts";
import { ratiosByName as byName } from "./record/names.ts";

export type { Caveat, CaveatArgs, CaveatCode } from "./core/caveats.ts";
export { type Checked, type Comparison, check } from "./core/check.ts";
export type { AsOf } from "./core/dates.ts";
export { InputError, type Problem, type ProblemArgs, type ProblemCode } from "./core/errors.ts";
export { type AccountResult, type Estimate, estimate, type ForceShare, type Losses } from "./core/estimate.ts";
export type { Claim, Expectation, Expected, ResultName, Stated, Tolerance } from "./core/expected.ts";
export type { Figure, Ratio, RatioLookup, Share } from "./core/figure.ts";
export type { CaseRatio, HistoryRatio, NamedRatio } from "./core/named.ts";
export type { Derivation, Range } from "./core/range.ts";
export { Rational } from "./core/rational.ts";
export type {
  Category,
  CategoryLoss,
  Combine,
  Coverage,
  Force,
  Kind,
  Provenance,
  Replacement,
  Report,
  Scenario,
} from "./core/scenario.ts";
export { shareInWords } from "./core/share.ts";
export { parseDate } from "./notation/date.ts";
export { parseFigure, parseLoss, parseRatio, parseShare } from "./notation/figure.ts";
export { parseCategory, parseCombine, parseCoverage, parseForce, parseReport } from "./notation/kinds.ts";
export { parseLabelled } from "./notation/label.ts";
export { override } from "./notation/override.ts";
export { parseClaimedShare, parseStated, parseTolerance } from "./notation/stated.ts";
export { caveatSentence } from "./render/caveats.ts";
export { problemWording } from "./render/problems.ts";
export { type EstimateRecord, toRecord } from "./render/record.ts";
export { sentenceOf } from "./render/sentence.ts";

/** The ratios of the built-in record by their names, for parseRatio, parseLoss and parseCategory. */
export function ratiosByName(): RatioLookup {
  return byName();
}
