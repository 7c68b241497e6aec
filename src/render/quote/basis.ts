import { inputAt } from "../../core/range.ts";
import { ALIASES } from "../../core/relations.ts";
import type { Solution } from "../../core/solve.ts";
import { ENDS, type End } from "./digits.ts";

/** The given quantities that printed numbers rest on, by their names, and the ends of them that are used. */
export type Basis = ReadonlyMap<string, ReadonlySet<End>>;

/** What both ends of some results rest on, or only one end, if that is all that is printed. */
export function basisOf(results: readonly string[], solution: Solution, printed: readonly End[] = ENDS): Basis {
  const seen = new Set<string>();
  const given = new Map<string, Set<End>>();
  const visit = (name: string, end: End) => {
    const key = `${name} ${end}`;
    if (seen.has(key)) return;
    seen.add(key);
    const derivation = solution.derivation(name);
    if (!derivation) given.set(name, (given.get(name) ?? new Set()).add(end));
    for (const [shown, input] of Object.entries(derivation?.inputs ?? {})) {
      const value = inputAt(input, end);
      for (const own of ENDS.filter((each) => input.value[each].equals(value))) visit(ALIASES[shown] ?? shown, own);
    }
  };
  for (const name of results) for (const end of printed) visit(name, end);
  return given;
}

/** What several numbers rest on. */
export function joinedBasis(all: readonly Basis[]): Basis {
  const joined = new Map<string, Set<End>>();
  for (const [name, ends] of all.flatMap((basis) => [...basis]))
    joined.set(name, new Set([...(joined.get(name) ?? []), ...ends]));
  return joined;
}
