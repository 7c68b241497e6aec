import { collect, MOST_MISTAKES, type Place, type Problem } from "../core/errors.ts";
import type { RatioLookup } from "../core/ratio-lookup.ts";
import type { Scenario } from "../core/scenario.ts";
import { INPUT_ENTRIES, type InputOption, optionOf } from "../notation/inputs.ts";
import type { GivenOptions } from "./given.ts";

/** A line of standard input, with its number. */
export interface StdinLine {
  readonly number: number;
  readonly text: string;
}

/**
 * Reads the options that describe a scenario. Adds every mistake to the list. The lines of standard input are undefined
 * if none of these options reads them.
 */
export function scenarioFrom(
  given: GivenOptions,
  lines: readonly StdinLine[] | undefined,
  problems: Problem[],
  ratios?: RatioLookup,
): Scenario {
  const scenario: Record<string, unknown> = {};
  for (const [name, { kind, repeats, takesLines }] of INPUT_ENTRIES) {
    const option = optionOf(name);
    if (!given.has(option)) continue;
    const read = (text: string, at: Place, problems: Problem[]) => {
      const value = collect(
        problems,
        () => kind.read(text, ratios),
        () => at,
      );
      return value === undefined ? [] : [value];
    };
    const readOption = (text: string) => {
      const unread: Problem[] = [];
      const value = read(text, { option }, unread);
      problems.push(...(lines && text === "-" ? unread.map(withStream) : unread));
      return value;
    };
    const values = given
      .values(option)
      .flatMap((text) =>
        takesLines && text === "-" && lines ? valuesIn(lines, problems, option, read) : readOption(text),
      );
    // A value that was given twice is a mistake, but it is reported elsewhere.
    if (repeats || values.length > 0) scenario[name] = repeats ? values : values[0];
  }
  // The table of inputs ties each name to the type of its values.
  return scenario as Scenario;
}

/** Adds which option reads standard input to a mistake that may be meant to. */
function withStream(problem: Problem): Problem {
  return problem.code === "E-NOT-A-NUMBER" ? { ...problem, args: { ...problem.args, isStream: true } } : problem;
}

/**
 * After this many wrong lines, the rest is not read. The number is low enough that mistakes from elsewhere are shown
 * too.
 */
const MOST_WRONG_LINES = MOST_MISTAKES / 2;

/** Reads the lines of standard input until too many are wrong. Adds the mistakes to the list. */
function valuesIn<T>(
  lines: readonly StdinLine[],
  problems: Problem[],
  option: InputOption,
  read: (text: string, at: Place, problems: Problem[]) => T[],
): T[] {
  const wrong: Problem[] = [];
  const values: T[] = [];
  for (const [index, { number, text }] of lines.entries()) {
    const at = { option, line: number };
    if (wrong.length >= MOST_WRONG_LINES) {
      wrong.push({ code: "E-LINES-UNREAD", args: { mistakes: wrong.length, lines: lines.length - index }, at });
      break;
    }
    values.push(...read(text, at, wrong));
  }
  problems.push(...wrong);
  return values;
}
