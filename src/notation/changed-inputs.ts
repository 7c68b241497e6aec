import { defined } from "../core/defined.ts";
import type { InputName } from "../core/inputs.ts";
import type { Replacement, Scenario } from "../core/scenario.ts";
import { INPUT_ENTRIES } from "./inputs.ts";
import { textOf } from "./override.ts";

/** The inputs of a scenario that another changes, and those that both give alike. Whose they are and when is apart. */
export function changedInputs(from: Scenario, to: Scenario) {
  const inputs = INPUT_ENTRIES.map(([input]) => input).filter((input) => input !== "side" && input !== "asOf");
  const texts = inputs.map((input) => ({ input, from: textOf(from, input), to: textOf(to, input) }));
  const given = texts.filter((entry) => entry.from !== undefined || entry.to !== undefined);
  const isSame = (entry: Replacement) => entry.from === entry.to;
  return {
    changed: given.filter((entry) => !isSame(entry)).map((entry): Replacement => defined(entry)),
    same: given.filter(isSame).map(({ input }): InputName => input),
  };
}
