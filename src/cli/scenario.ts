import { defined } from "../core/defined.ts";
import { type Counted, collect, InputError, type Problem } from "../core/errors.ts";
import {
  CATEGORIES,
  type CategoryLoss,
  type Combine,
  type Coverage,
  type Force,
  type Report,
  type Scenario,
} from "../core/scenario.ts";
import { suggest } from "../core/suggest.ts";
import { parseDate } from "../notation/date.ts";
import { parseFigure, parseLoss, parseRatio, parseShare } from "../notation/figure.ts";
import { type Labelled, parseLabel, parseLabelled, parseName } from "../notation/label.ts";
import type { Given } from "./options.ts";

const RULES = ["envelope", "overlap", "sum", "prefer=NAME"] as const;

/** A line of standard input, with its number. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** Reads the options that describe a scenario; every mistake is added to the list. */
export function scenarioFrom(given: Given, lines: readonly Line[], problems: Problem[]): Scenario {
  const read = <T>(option: string, parse: (text: string) => T): T | undefined => {
    const text = given.one(`--${option}`);
    return text === undefined ? undefined : collectAt(problems, { option: `--${option}` }, text, parse);
  };
  const categories = CATEGORIES.map((category) => [category, read(category, (text) => readLoss(text, category))]);
  return defined({
    side: read("side", parseName),
    asOf: read("as-of", parseDate),
    killed: given.has("--killed") ? killedFrom(given.all("--killed"), lines, problems) : undefined,
    casualties: read("casualties", (text) => readReport(text, "casualties")),
    ratio: read("ratio", parseRatio),
    ...(Object.fromEntries(categories) as Pick<Scenario, (typeof CATEGORIES)[number]>),
    returned: read("returned", parseShare),
    coverage: read("coverage", readCoverage),
    combine: read("combine", readCombine),
    forces: [...given.all("--force")].flatMap(
      (text) => collectAt(problems, { option: "--force" }, text, readForce) ?? [],
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
  return places.flatMap(({ text, at }) => collectAt(problems, at, text, (text) => readReport(text, "killed")) ?? []);
}

/** Reads a text; its mistakes are told with the place where it stood. */
function collectAt<T>(problems: Problem[], at: Problem["at"], text: string, read: (text: string) => T): T | undefined {
  const own: Problem[] = [];
  const value = collect(own, () => read(text));
  problems.push(...own.map((problem) => ({ ...problem, at }) as Problem));
  return value;
}

function readReport(text: string, counted: Counted): Report {
  const { value, ...label } = parseLabelled(text, (text) => parseFigure(text, { counted }));
  return { ...attribution(label), figure: value };
}

function readLoss(text: string, counted: Counted): CategoryLoss {
  const { value, ...label } = parseLabelled(text, (text) => parseLoss(text, { counted }));
  return { ...attribution(label), ...value };
}

function readCoverage(text: string): Coverage {
  const { value, ...label } = parseLabelled(text, parseShare);
  return { ...attribution(label), share: value };
}

function readForce(text: string): Force {
  const { value, name, asOf } = parseLabelled(text, (text) => parseFigure(text));
  return defined({ label: name, asOf, figure: value });
}

function readCombine(text: string): Combine {
  const [rule, name] = text.split(/=(.*)/s, 2) as [string, string | undefined];
  if (rule === "prefer" && name?.trim()) {
    const label = parseLabel(name);
    return defined({ rule: "prefer" as const, source: label.name, asOf: label.asOf });
  }
  if (name === undefined && (rule === "envelope" || rule === "overlap" || rule === "sum")) return { rule };
  throw new InputError([notAChoice(text, RULES)]);
}

/** A value that is none of the choices, with the one that may have been meant. */
export function notAChoice(value: string, choices: readonly string[]): Problem {
  return { code: "E-CHOICE", args: defined({ value, choices, suggestion: suggest(value, choices) }) };
}

function attribution({ name, asOf }: Omit<Labelled<unknown>, "value">) {
  return defined({ source: name, asOf });
}
