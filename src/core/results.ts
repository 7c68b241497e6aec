import type { Estimate } from "./estimate.ts";
import { periodOf } from "./period.ts";
import { QUANTITIES } from "./quantities.ts";
import type { Range, Unit } from "./range.ts";
import { isOfForce, QUANTITY_OF } from "./result-names.ts";

/** Results that are counted over the whole period, and so are unknown if only paces are known. */
const OF_PERIOD: ReadonlySet<Unit> = new Set<Unit>(["people", "share", "days", "perUnit"]);
const ALWAYS: ReadonlySet<string> = new Set(["force", "shareWhoDied", "daysToGo", "per30Days", "lossesByThen"]);

/** A result by its name, and by its index if there are several forces. Undefined if the estimate does not have it. */
export function resultOf(estimate: Estimate, result: string, force?: number): Range | undefined {
  const quantity = QUANTITY_OF.get(result);
  if (quantity === undefined) return undefined;
  const { unit } = QUANTITIES.get(quantity)!;
  if (estimate.isDaily && OF_PERIOD.has(unit) && !ALWAYS.has(result)) return undefined;
  if (result === "daysToGo") return estimate.goal?.days;
  // The days are known even if they give no pace because a total was revised.
  if (result === "days") return periodOf(estimate.scenario)?.days;
  const { byForce, solution } = estimate;
  if (!isOfForce(result)) return solution.get(quantity);
  if (byForce.length === 0 || result === "force") return solution.derivation(quantity)?.value;
  return force === undefined && byForce.length > 1 ? undefined : byForce[force ?? 0]?.get(quantity);
}
