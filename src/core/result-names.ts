import { QUANTITIES } from "./quantities.ts";
import type { Unit } from "./range.ts";

/** A quantity of an estimate, by its name in the results (see `quantities.ts`): "outOfAction", "implied.wounded". */
export type ResultName = string;

/** The quantities that are results, by their names in results. */
export const QUANTITY_OF: ReadonlyMap<string, string> = new Map(
  [...QUANTITIES].flatMap(([name, { result }]) => (result === undefined ? [] : [[result, name] as const])),
);

/** Every result that can be stated, in the order in which results are listed. */
export const RESULT_NAMES: readonly ResultName[] = [...QUANTITY_OF.keys()];

/** The results that belong to a force, of which there may be several. */
const OF_FORCE: ReadonlySet<string> = new Set([
  "force",
  "share",
  "netShare",
  "killedShare",
  "perThousandPerDay",
  "forceAtEnd",
]);

/** The unit of a result. */
export function unitOf(name: ResultName): Unit {
  return QUANTITIES.get(QUANTITY_OF.get(name)!)!.unit;
}

/** Whether a result has a value for each force, so that it can be stated as a list. */
export function isOfForce(name: ResultName): boolean {
  return OF_FORCE.has(name);
}
