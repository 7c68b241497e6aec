import type { Subject } from "../../core/compare/quantities.ts";
import { assumptionOf } from "./assumption.ts";
import type { Printed } from "./attribution.ts";
import { type Basis, basisOf, joinedBasis } from "./basis.ts";
import { ENDS } from "./digits.ts";

/** A subject, and what its printed numbers rest on. */
export interface PrintedSubject extends Printed {
  readonly name: string;
}

/** What the printed quantities of a subject rest on, given by their keys, and which of their ends are printed. */
export function printedOf({ name, estimate, past }: Subject, said: Basis): PrintedSubject {
  const { solution } = estimate;
  const losses = [
    ["killed", "killed"],
    ["outOfAction", "out of action"],
  ] as const;
  const all = losses.flatMap(([key, name]) => (said.has(key) ? [basisOf([name], solution, [...said.get(key)!])] : []));
  const every = () => new Map([...solution.given.keys()].map((given) => [given, new Set(ENDS)]));
  return {
    name,
    estimate,
    basis: all.length > 0 ? joinedBasis(all) : every(),
    isPast: past !== undefined,
    isOwn: past?.isOwn,
  };
}

/** "Assumes three others were wounded …": what some numbers of several subjects take, as a sentence of its own. */
export function assumptionOfAll(
  subjects: readonly Subject[],
  keys: readonly string[],
  more: readonly string[] = [],
): string[] {
  const said = new Map(keys.map((key) => [key, new Set(ENDS)]));
  return assumes(
    assumptionOf(
      subjects.map((subject) => printedOf(subject, said)),
      more,
    ),
  );
}

/** An assumption that begins with "if", as a sentence; nothing without one. */
export function assumes(assumption: string | undefined): string[] {
  return assumption === undefined ? [] : [`${assumption.replace(/^if/, "Assumes")}.`];
}
