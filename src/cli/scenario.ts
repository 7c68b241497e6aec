import { defined } from "../core/defined.ts";
import { collect, type Problem } from "../core/errors.ts";
import type { RatioLookup } from "../core/figure.ts";
import { CATEGORIES, type Report, type Scenario } from "../core/scenario.ts";
import { parseDate } from "../notation/date.ts";
import { parseRatio, parseShare } from "../notation/figure.ts";
import { parseCategory, parseCombine, parseCoverage, parseForce, parseReport } from "../notation/inputs.ts";
import { parseFile, parseName } from "../notation/label.ts";
import type { Given } from "./options.ts";

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
  const read = <T>(option: string, parse: (text: string) => T): T | undefined => {
    const text = given.one(`--${option}`);
    return text === undefined
      ? undefined
      : collect(
          problems,
          () => parse(text),
          () => ({ option: `--${option}` }),
        );
  };
  const categories = CATEGORIES.map((category) => [
    category,
    read(category, (text) => parseCategory(text, category, ratios)),
  ]);
  return defined({
    side: read("side", parseName),
    asOf: read("as-of", parseDate),
    killed: given.has("--killed") ? killedFrom(given.all("--killed"), lines, problems) : undefined,
    casualties: read("casualties", (text) => parseReport(text, "casualties")),
    ratios: read("ratios", parseFile),
    ratio: read("ratio", (text) => parseRatio(text, { ratios })),
    ...(Object.fromEntries(categories) as Pick<Scenario, (typeof CATEGORIES)[number]>),
    returned: read("returned", parseShare),
    coverage: read("coverage", parseCoverage),
    combine: read("combine", parseCombine),
    forces: [...given.all("--force")].flatMap(
      (text) =>
        collect(
          problems,
          () => parseForce(text),
          () => ({ option: "--force" }),
        ) ?? [],
    ),
  });
}

/** The killed of the command line, with the lines of standard input where "-" stands. */
function killedFrom(texts: readonly string[], lines: readonly Line[], problems: Problem[]): Report[] {
  const places = texts.flatMap((text) =>
    text === "-"
      ? lines.map(({ number, text }) => ({ text, at: { option: "--killed", line: number } }))
      : [{ text, at: { option: "--killed" } }],
  );
  return places.flatMap(
    ({ text, at }) =>
      collect(
        problems,
        () => parseReport(text, "killed"),
        () => at,
      ) ?? [],
  );
}
