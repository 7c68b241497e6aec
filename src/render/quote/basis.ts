import { ALIASES } from "../../core/relations.ts";
import type { Solution } from "../../core/solve.ts";

/** The given quantities that some results rest on, by their names. */
export function basisOf(results: readonly string[], solution: Solution): ReadonlySet<string> {
  const seen = new Set<string>();
  const given = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    const derivation = solution.derivation(name);
    if (!derivation) given.add(name);
    else for (const shown of Object.keys(derivation.inputs)) visit(ALIASES[shown] ?? shown);
  };
  results.forEach(visit);
  return given;
}
