import { collect, type Problem } from "../core/errors.ts";
import type { RatioLookup } from "../core/figure.ts";
import type { Scenario } from "../core/scenario.ts";
import { INPUT_ENTRIES, type InputOption, optionOf } from "../notation/inputs.ts";
import type { Given } from "./given.ts";

/** A line of standard input, with its number. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** Reads the options that describe a scenario; every mistake is added to the list. */
export function scenarioFrom(
  given: Given,
  lines: readonly Line[],
  problems: Problem[],
  ratios?: RatioLookup,
): Scenario {
  const scenario: Record<string, unknown> = {};
  for (const [name, { kind, repeats, takesLines }] of INPUT_ENTRIES) {
    const option = optionOf(name);
    if (!given.has(option)) continue;
    const values = textsOf(given, option, takesLines ? lines : undefined).flatMap(
      ({ text, line }) =>
        collect(
          problems,
          () => kind.read(text, ratios),
          () => (line === undefined ? { option } : { option, line }),
        ) ?? [],
    );
    // A value that was given twice is a mistake, which is reported elsewhere.
    if (repeats || values.length > 0) scenario[name] = repeats ? values : values[0];
  }
  // The table of inputs ties each name to the type of its values.
  return scenario as Scenario;
}

/** The texts of an option; the lines of standard input where "-" is one of them. */
function textsOf(
  given: Given,
  option: InputOption,
  lines: readonly Line[] | undefined,
): { readonly text: string; readonly line?: number }[] {
  return given
    .all(option)
    .flatMap((text) => (lines && text === "-" ? lines.map(({ text, number: line }) => ({ text, line })) : [{ text }]));
}
