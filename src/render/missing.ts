import type { ResultName } from "../core/result-names.ts";

/** Why an estimate does not have a result, if a usual input of it is missing. */
export function whyMissing(of: ResultName): string | undefined {
  return WHY[of];
}

const WHY: Partial<Record<ResultName, string>> = {
  killed: "without a ratio, casualties do not say how many were killed",
  others: "there is no ratio",
  perDay: "there is no period",
  killedPerDay: "there is no period",
  net: "the share of the wounded who returned was not given",
  netShare: "the share of the wounded who returned was not given",
  ...Object.fromEntries(
    ["wounded", "captured", "missing", "deserted"].map((name) => [
      `implied.${name}`,
      `${name} was not given as a count along with the killed`,
    ]),
  ),
};
