import { type Estimate, estimate as estimateOf } from "./estimate.ts";
import type { LossReport } from "./inputs.ts";
import { coveredReport } from "./sources.ts";

/**
 * The estimate with every list of confirmed deaths as the minimum that it is, whatever it was given as, unless its
 * coverage says what is not on it.
 */
export function withMinimums(estimate: Estimate, calculate = estimateOf): Estimate {
  const { asGiven } = estimate;
  const { killed = [], coverage } = asGiven;
  const covered = coverage && coveredReport(killed, coverage);
  const opened = killed.map((report): LossReport => {
    const isList = report.kind === "confirmed" || report.figure?.confirmed === true;
    if (!report.figure || !isList || report === covered) return report;
    return { ...report, figure: { ...report.figure, openHigh: true } };
  });
  const isSame = opened.every((report, at) => report === killed[at]);
  return isSame ? estimate : calculate({ ...asGiven, killed: opened });
}
