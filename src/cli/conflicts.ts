import type { Problem, ProblemArgs } from "../core/errors.ts";
import { FOR_PEOPLE } from "../table/format.ts";
import type { CommandName } from "./commands.ts";
import type { GivenOptions } from "./given.ts";
import { streamNamed } from "./io.ts";
import { CITE_FORMATS, FORMATS, REPORTERS } from "./option.ts";
import type { OptionName } from "./options.ts";

/** "FILE" means any word that belongs to no option. */
type Name = OptionName | "FILE";
/** An option, or an option with one of these values. */
type OptionPattern = Name | readonly [Name, ...string[]];

type Why = ProblemArgs["E-OPTIONS-CLASH"]["why"];

interface Conflict {
  readonly commands: readonly CommandName[];
  readonly given: OptionPattern;
  /** What it cannot be combined with. */
  readonly with: readonly OptionPattern[];
  /** It is only a conflict if this is given too. */
  readonly when?: OptionPattern;
  readonly why: Why;
}

interface Requirement {
  readonly commands: readonly CommandName[];
  readonly given: OptionPattern;
  /** It has no effect without one of these. */
  readonly needs: readonly [OptionName, ...OptionName[]];
  readonly why: Why;
}

const NOT_JSON = [...FORMATS, ...CITE_FORMATS, ...REPORTERS].filter((format) => format !== "json");
const NOT_PLAIN = REPORTERS.filter((reporter) => reporter !== "plain");
const NOT_TEXT = FORMATS.filter((format) => format !== "text");
const NOT_TSV = [...FORMATS, ...CITE_FORMATS].filter((format) => format !== "tsv");

const CONFLICTS: readonly Conflict[] = [
  {
    commands: ["estimate", "compare", "total", "past", "check", "ratios"],
    given: "--json",
    with: [["--format", ...NOT_JSON]],
    why: "format",
  },
  {
    commands: ["estimate", "compare", "total", "past", "ratios"],
    given: "--plain",
    with: [["--format", ...NOT_TSV], "--json"],
    why: "format",
  },
  { commands: ["check"], given: "--plain", with: [["--format", ...NOT_PLAIN], "--json"], why: "format" },
  {
    commands: ["estimate", "compare", "total"],
    given: "--value",
    with: ["--json", "--plain", "--format", "--explain"],
    why: "digits",
  },
  {
    commands: ["estimate", "compare", "total", "past", "ratios"],
    given: "--explain",
    with: [["--format", "csv", "tsv", "svg"], "--plain"],
    why: "no place",
  },
  {
    commands: ["ratios"],
    given: "--cite",
    with: ["--explain", "--backtest", "--plain", ["--format", "ndjson", "csv", "tsv", "svg"]],
    why: "cited",
  },
  {
    commands: ["estimate", "compare", "total", "past", "ratios"],
    given: "--quote",
    with: ["--value", "--json", "--plain", ["--format", ...NOT_TEXT], "--explain", ["--save", "-"]],
    why: "quoted",
  },
  {
    commands: ["estimate"],
    given: ["--save", "-"],
    with: ["--output", "--value", "--json", "--plain", "--format", "--explain"],
    why: "no result",
  },
  { commands: ["check"], given: "--update", with: [["FILE", "-"]], why: "stream" },
  {
    commands: ["batch"],
    given: "--no-header",
    with: ["--series", "--count", "--summary", "--summary-json", "--sum", "--strict", "--join"],
    why: "alone",
  },
  { commands: ["batch"], given: "--no-header", with: ["--header-only"], why: "alone" },
  { commands: ["batch"], given: "--no-header", with: [["--format", "json", ...FOR_PEOPLE]], why: "no names" },
  {
    commands: ["batch"],
    given: "--no-header",
    with: [["--from", "json", "ndjson"]],
    when: ["--format", "csv", "tsv"],
    why: "keys",
  },
  { commands: ["batch"], given: "--header-only", with: [["--format", "json", "ndjson", "svg"]], why: "no names" },
  {
    commands: ["batch"],
    given: "--csv-safe",
    with: [["--format", "json", "ndjson", ...FOR_PEOPLE]],
    why: "no names",
  },
  {
    commands: ["batch"],
    given: "--count",
    with: ["--map", "--missing-code", "--scale", "--file-column", "--role", "--join", "--kind-from"],
    why: "counted",
  },
  { commands: ["batch"], given: ["--series", "cumulative"], with: ["--sum"], why: "disjoint" },
];

const NEEDS: readonly Requirement[] = [
  { commands: ["estimate"], given: "--overwrite", needs: ["--output", "--save"], why: "no file" },
  {
    commands: ["compare", "total", "past", "check", "ratios"],
    given: "--overwrite",
    needs: ["--output"],
    why: "no file",
  },
  {
    commands: ["estimate", "compare", "total", "past", "ratios"],
    given: "--max",
    needs: ["--quote"],
    why: "no quote",
  },
  { commands: ["batch"], given: "--overwrite", needs: ["--output", "--rejects"], why: "no file" },
  { commands: ["ratios"], given: ["--format", ...CITE_FORMATS], needs: ["--cite"], why: "no cite" },
  { commands: ["batch"], given: "--series", needs: ["--by"], why: "no series" },
  { commands: ["batch"], given: "--by", needs: ["--series"], why: "no series" },
  { commands: ["batch"], given: ["--format", "svg"], needs: ["--series"], why: "no series" },
  { commands: ["ratios"], given: ["--format", "svg"], needs: ["--backtest"], why: "no ratio" },
  { commands: ["ratios"], given: "--quote", needs: ["--backtest"], why: "no ratio" },
  { commands: ["batch"], given: "--group", needs: ["--series", "--count"], why: "no group" },
  { commands: ["batch"], given: "--dates", needs: ["--by", "--join"], why: "no series" },
  { commands: ["batch"], given: "--without", needs: ["--kind-from"], why: "no kinds" },
  { commands: ["batch"], given: "--join", needs: ["--role"], why: "no roles" },
  { commands: ["batch"], given: ["--rejects", "-"], needs: ["--output"], why: "one stream" },
];

/** Values that were not typed but follow from the name of a file, each with what was typed. */
export type ImpliedValues = Readonly<Partial<Record<OptionName, { readonly value: string; readonly typed: string }>>>;

/** Finds options of a command line that cannot be combined, and reports them as mistakes. */
export function conflictsIn(command: CommandName, given: GivenOptions, implied: ImpliedValues = {}): Problem[] {
  /** The part as it was typed, or undefined if it was not. */
  const typedPart = (part: OptionPattern): string | undefined => {
    if (typeof part === "string") return valuesOf(given, part).length > 0 ? part : undefined;
    const [name, ...some] = part;
    const found = valuesOf(given, name).find((value) => some.includes(value));
    if (found !== undefined) return name === "FILE" ? found : `${name} ${found}`;
    const other = name === "FILE" || given.has(name) ? undefined : implied[name];
    return other && some.includes(other.value) ? other.typed : undefined;
  };
  const conflicts = CONFLICTS.filter(({ commands, when }) => commands.includes(command) && (!when || typedPart(when)));
  const needs = NEEDS.filter(({ commands }) => commands.includes(command));
  return [
    ...conflicts.flatMap(({ given: part, with: others, why }) => {
      const option = typedPart(part);
      const found = option === undefined ? [] : others.flatMap((other) => typedPart(other) ?? []);
      return found.map((other) => clashProblem(option!, other, why));
    }),
    ...needs.flatMap(({ given: part, needs: names, why }) => {
      const option = typedPart(part);
      // Standard output is not a file.
      const isMet = names.some((name) =>
        valuesOf(given, name).some((value) => value !== "-" || !WRITTEN.includes(name)),
      );
      return option === undefined || isMet ? [] : [clashProblem(option, names.join(" or "), why)];
    }),
  ];
}

/** The values of an option. The system's own names for standard output become "-". */
function valuesOf(given: GivenOptions, name: Name): readonly string[] {
  if (name === "FILE") return given.operands;
  const values = given.values(name);
  return WRITTEN.includes(name) ? values.map((value) => (streamNamed(value) === "stdout" ? "-" : value)) : values;
}

const WRITTEN: readonly Name[] = ["--output", "--save", "--rejects"];

/** Standard input, or one of its scenarios. */
const STREAM = /^-(?:#\d+)?$/;

/** The options that read standard input for "-". */
const STDIN = ["--scenario", "--ratios", "--killed"] as const;

/** Standard input can only be read once, and it has no name that a saved scenario could refer to. */
export function streamConflicts(given: GivenOptions, files: readonly string[] = []): Problem[] {
  const [first, ...more] = [
    ...files.filter((file) => file === "-"),
    ...STDIN.filter((name) => given.values(name).some((value) => STREAM.test(value))).map((name) => `${name} -`),
  ];
  const isUnnamed = given.value("--ratios") === "-" && given.has("--save");
  return [
    ...(first === undefined ? [] : more.map((other) => clashProblem(first, other, "stream"))),
    ...(isUnnamed ? [{ code: "E-RATIOS-STREAM", args: {}, at: { option: "--save" } } as const] : []),
  ];
}

export function clashProblem(first: string, second: string, why: Why): Problem {
  return { code: "E-OPTIONS-CLASH", args: { options: [first, second], why } };
}
