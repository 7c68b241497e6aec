import { defined } from "../core/defined.ts";
import { collect, MOST_MISTAKES, type Place, type Problem } from "../core/errors.ts";
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

/** So many lines are wrong before the rest is left unread; few enough to be shown with what is wrong elsewhere. */
const MOST_WRONG_LINES = MOST_MISTAKES / 2;

/** The killed of the command line, with the lines of standard input where "-" is given. */
function killedFrom(texts: readonly string[], lines: readonly Line[], problems: Problem[]): Report[] {
  return texts.flatMap((text) =>
    text === "-" ? killedIn(lines, problems) : killedAt({ option: "--killed" }, text, problems),
  );
}

function killedIn(lines: readonly Line[], problems: Problem[]): Report[] {
  const wrong: Problem[] = [];
  const reports: Report[] = [];
  for (const [index, { number, text }] of lines.entries()) {
    const at = { option: "--killed", line: number };
    if (wrong.length >= MOST_WRONG_LINES) {
      wrong.push({ code: "E-LINES-UNREAD", args: { mistakes: wrong.length, lines: lines.length - index }, at });
      break;
    }
    reports.push(...killedAt(at, text, wrong));
  }
  problems.push(...wrong);
  return reports;
}

function killedAt(at: Place, text: string, problems: Problem[]): Report[] {
  const report = collect(
    problems,
    () => parseReport(text, "killed"),
    () => at,
  );
  return report ? [report] : [];
}
