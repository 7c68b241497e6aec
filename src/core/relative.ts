import { REPORTED } from "./categories.ts";
import { refuse } from "./errors.ts";
import { type Estimate, estimate } from "./estimate.ts";
import type { Range } from "./range.ts";
import { ONE, ZERO } from "./rational.ts";
import { isKilledAlone, type Scenario } from "./scenario.ts";
import { type Form, formOf } from "./sources.ts";

/** The losses of a scenario, relative to the force. */
export interface RelativeLosses {
  /** Of the whole period. Unknown if only paces are given. */
  readonly share?: Range | undefined;
  readonly perThousandPerDay?: Range | undefined;
  readonly force?: Range | undefined;
  readonly days?: Range | undefined;
  /** What they follow from. Absent if they were given as they are. */
  readonly estimate?: Estimate | undefined;
}

/**
 * All losses as a share of the force, and per 1,000 of it a day. If they are stated as such, no force is needed. Throws
 * InputError for what `estimate` refuses, if the size of the force is missing, and if the killed alone are known.
 */
export function relativeLosses(scenario: Scenario): RelativeLosses {
  if ((scenario.force?.length ?? 0) > 1) refuse({ code: "E-BATTLES", args: { because: "several forces" } });
  const forms = REPORTED.flatMap((of) => scenario[of]?.map(formOf) ?? []);
  if (forms.length === 0 && !scenario.list?.length && !scenario.share)
    refuse({ code: "E-BATTLES", args: { because: "nothing" } });
  const isStated = isStatedAsShare(scenario, forms);
  const result = estimate(isStated ? { ...scenario, force: [ANY_FORCE] } : scenario);
  if (isKilledAlone(result.scenario)) refuse({ code: "E-BATTLES", args: { because: "killed alone" } });
  const solution = result.byForce[0] ?? result.solution;
  const [share, days] = result.isDaily ? [] : [solution.get("share"), solution.get("days")];
  const perThousandPerDay = solution.get("losses per 1,000 a day");
  if (!share && !perThousandPerDay) refuse({ code: "E-BATTLES", args: { because: "no force" } });
  if (share && share.low.compare(ZERO) < 0) refuse({ code: "E-BATTLES", args: { because: "below zero" } });
  if (share && share.low.compare(ONE) > 0) refuse({ code: "E-BATTLES", args: { because: "above the force" } });
  const known = isStated ? {} : { force: solution.get("force"), estimate: result };
  return { share, perThousandPerDay, days, ...known };
}

/** A share is the same share of any force. */
const ANY_FORCE = {
  figure: { low: 1000, high: 1000, openLow: false, openHigh: false, approximate: false, text: "1000" },
} as const;

/** Whether there is no force, and losses are stated only as a share of it. */
function isStatedAsShare({ force = [], list = [] }: Scenario, forms: readonly Form[]): boolean {
  return force.length === 0 && list.length === 0 && !forms.includes("count") && !forms.includes("day");
}
