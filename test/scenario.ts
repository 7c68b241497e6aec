import { GivenOptions } from "../src/cli/given.ts";
import type { OptionName } from "../src/cli/options.ts";
import { scenarioFrom } from "../src/cli/scenario.ts";
import { InputError, type Problem } from "../src/core/errors.ts";
import { type Estimate, estimate } from "../src/core/estimate.ts";
import type { Range } from "../src/core/range.ts";
import type { Scenario } from "../src/core/scenario.ts";
import { compact, type Print, people } from "../src/notation/print.ts";
import { ratiosByName } from "../src/record/names.ts";

/** The scenario for options as they are typed, but without shell quotes: "--killed at least 7,000", "--ratio 3". */
export function scenarioFor(...options: string[]): Scenario {
  const given = new GivenOptions();
  for (const option of options) {
    const [, name, value] = /^(--[\w-]+) (.*)$/s.exec(option)!;
    given.add(name as OptionName, value!);
  }
  const problems: Problem[] = [];
  const scenario = scenarioFrom(given, [], problems, ratiosByName());
  if (problems.length > 0) throw new InputError(problems);
  return scenario;
}

export function estimateFor(...options: string[]): Estimate {
  return estimate(scenarioFor(...options));
}

/** A range in its shortest form; "" if there is none. */
export function short(range: Range | undefined, print: Print = people): string {
  return range ? compact(range, print) : "";
}
