import type { StatementComparison } from "../contradictions.ts";
import type { Goal } from "../goal.ts";
import type { Scenario } from "../scenario.ts";
import type { Solution } from "../solve.ts";
import type { Combination } from "../sources.ts";

/** Everything that caveats are based on: a calculation and its results. */
export interface Evidence {
  readonly scenario: Scenario;
  readonly combinations: readonly Combination[];
  readonly comparisons: readonly StatementComparison[];
  readonly goal?: Goal | undefined;
  /** The solution for all losses, then with each force. */
  readonly solution: Solution;
  readonly byForce: readonly Solution[];
}
