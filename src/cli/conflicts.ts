import type { Problem, ProblemArgs } from "../core/errors.ts";
import type { Given } from "./given.ts";
import { type CommandName, FORMATS, REPORTERS } from "./option.ts";
import type { OptionName } from "./options.ts";

/** FILE is any of the words that belong to no option. */
type Name = OptionName | "FILE";
/** An option, or the option with one of these values. */
type Part = Name | readonly [Name, ...string[]];

type Why = ProblemArgs["E-OPTIONS-CLASH"]["why"];

interface Conflict {
  readonly commands: readonly CommandName[];
  readonly given: Part;
  /** What it does not go with. */
  readonly with: readonly Part[];
  /** Only if this is given too. */
  readonly when?: Part;
  readonly why: Why;
}

interface Need {
  readonly commands: readonly CommandName[];
  readonly given: Part;
  /** It means nothing without one of these. */
  readonly needs: readonly [OptionName, ...OptionName[]];
  readonly why: Why;
}

const NOT_JSON = [...FORMATS, ...REPORTERS].filter((format) => format !== "json");
const NOT_PLAIN = REPORTERS.filter((reporter) => reporter !== "plain");
const NOT_TSV = FORMATS.filter((format) => format !== "tsv");

const CONFLICTS: readonly Conflict[] = [
  { commands: ["estimate", "check", "ratios"], given: "--json", with: [["--format", ...NOT_JSON]], why: "format" },
  { commands: ["estimate", "ratios"], given: "--plain", with: [["--format", ...NOT_TSV], "--json"], why: "format" },
  { commands: ["check"], given: "--plain", with: [["--format", ...NOT_PLAIN], "--json"], why: "format" },
  { commands: ["estimate"], given: "--value", with: ["--json", "--plain", "--format", "--explain"], why: "digits" },
  {
    commands: ["estimate", "ratios"],
    given: "--explain",
    with: [["--format", "csv", "tsv"], "--plain"],
    why: "no place",
  },
  {
    commands: ["estimate"],
    given: ["--save", "-"],
    with: ["--output", "--value", "--json", "--plain", "--format", "--explain"],
    why: "no result",
  },
  { commands: ["estimate"], given: ["--scenario", "-"], with: [["--killed", "-"]], why: "stream" },
  { commands: ["check"], given: "--update", with: [["FILE", "-"]], why: "stream" },
  { commands: ["check"], given: "--update", with: ["--quiet"], why: "unseen" },
  {
    commands: ["batch"],
    given: "--no-header",
    with: ["--series", "--summary", "--summary-json", "--sum", "--strict"],
    why: "alone",
  },
  { commands: ["batch"], given: "--no-header", with: ["--header-only"], why: "no result" },
  { commands: ["batch"], given: "--no-header", with: [["--format", "json"]], why: "no names" },
  {
    commands: ["batch"],
    given: "--no-header",
    with: [["--from", "json", "ndjson"]],
    when: ["--format", "csv", "tsv"],
    why: "keys",
  },
  { commands: ["batch"], given: "--header-only", with: [["--format", "json", "ndjson"]], why: "no names" },
  { commands: ["batch"], given: "--csv-safe", with: [["--format", "json", "ndjson"]], why: "no names" },
  { commands: ["batch"], given: "--series", with: ["--sum"], why: "disjoint" },
];

const NEEDS: readonly Need[] = [
  { commands: ["estimate"], given: "--overwrite", needs: ["--output", "--save"], why: "no file" },
  { commands: ["check", "ratios"], given: "--overwrite", needs: ["--output"], why: "no file" },
  { commands: ["batch"], given: "--overwrite", needs: ["--output", "--rejects"], why: "no file" },
  { commands: ["batch"], given: "--series", needs: ["--by"], why: "no series" },
  { commands: ["batch"], given: "--by", needs: ["--series"], why: "no series" },
  { commands: ["batch"], given: "--group", needs: ["--series"], why: "no series" },
  { commands: ["batch"], given: ["--rejects", "-"], needs: ["--output"], why: "one stream" },
];

/** The files that are written, and those that are read. A scenario file may be saved over itself. */
const WRITTEN = ["--output", "--save", "--rejects"] as const;
const READ = ["--ratios", "--scenario"] as const;

/**
 * The options of a command line that do not go together, as mistakes. What follows from a file's name counts
 * as given: `implied` has such values.
 */
export function conflictsIn(
  command: CommandName,
  given: Given,
  implied: Partial<Record<OptionName, string>> = {},
): Problem[] {
  const valuesOf = (name: Name): readonly string[] => {
    if (name === "FILE") return given.operands;
    const values = given.all(name);
    return values.length > 0 || implied[name] === undefined ? values : [implied[name]];
  };
  /** The part as it was typed; undefined if it was not. */
  const typed = (part: Part): string | undefined => {
    if (typeof part === "string") return valuesOf(part).length > 0 ? part : undefined;
    const [name, ...some] = part;
    const found = valuesOf(name).find((value) => some.includes(value));
    return found === undefined ? undefined : name === "FILE" ? found : `${name} ${found}`;
  };
  const conflicts = CONFLICTS.filter(({ commands, when }) => commands.includes(command) && (!when || typed(when)));
  const needs = NEEDS.filter(({ commands }) => commands.includes(command));
  return [
    ...conflicts.flatMap(({ given: part, with: others, why }) => {
      const one = typed(part);
      const found = one === undefined ? [] : others.flatMap((other) => typed(other) ?? []);
      return found.map((other): Problem => ({ code: "E-OPTIONS-CLASH", args: { options: [one!, other], why } }));
    }),
    ...needs.flatMap(({ given: part, needs: names, why }): Problem[] => {
      const option = typed(part);
      if (option === undefined || names.some((name) => given.has(name))) return [];
      return [{ code: "E-OPTIONS-CLASH", args: { options: [option, names[0]], why } }];
    }),
  ];
}

/** Files that are read without an option of their own: a scenario may name the ratios. */
interface FilesRead {
  readonly ratios?: string | undefined;
  readonly tables?: readonly string[];
}

/** The files that would be written over another that is read or written, as mistakes. */
export async function fileConflicts(
  given: Given,
  { ratios = given.one("--ratios"), tables = [] }: FilesRead = {},
): Promise<Problem[]> {
  const written = WRITTEN.filter((name) => given.has(name));
  if (written.length === 0) return [];
  const { clashesOfFiles } = await import("./output.ts");
  const named = (name: OptionName) => ({ option: name, file: name === "--ratios" ? ratios : given.one(name) });
  const pairs = written.flatMap((name, index) => [
    ...written.slice(index + 1).map((other) => [named(name), named(other)]),
    ...READ.filter((other) => !(name === "--save" && other === "--scenario")).map((other) => [
      named(other),
      named(name),
    ]),
    ...tables.map((file) => [{ option: "the table", file }, named(name)]),
  ]);
  return pairs.flatMap(clashesOfFiles);
}
