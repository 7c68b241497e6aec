import { parseArgs } from "node:util";
import { defined } from "../core/defined.ts";
import type { Problem } from "../core/errors.ts";
import { suggest } from "../core/suggest.ts";
import { COMMANDS, type CommandSpec } from "./commands.ts";
import type { Given, OptionSpec } from "./options.ts";

/** What a command line asks for: a command, and the mistakes in the words that belong to no option. */
export interface Asked {
  readonly command: CommandSpec;
  readonly problems: readonly Problem[];
}

/**
 * Reads a command line. What was given is collected in `given`; the words behind "--" belong to no
 * option, whatever they look like.
 */
export function readCommandLine(argv: readonly string[], given: Given): Asked {
  const end = argv.includes("--") ? argv.indexOf("--") : argv.length;
  const named = COMMANDS.find(({ name }) => name === argv[0]);
  const spec = named ?? COMMANDS[0]!;
  const problems: Problem[] = [];
  const words = takeValueless(argv.slice(named ? 1 : 0, end), spec, problems);
  const stray = sortWords(takeOptions(words, spec, given), spec);
  const behind = argv.slice(end + 1);
  given.operands = [...stray.operands, ...(spec.operands ? behind : [])];
  const unwanted = behind.map((argument): Problem => ({ code: "E-ARGUMENT", args: { argument, command: spec.name } }));
  return { command: spec, problems: [...problems, ...stray.problems, ...(spec.operands ? [] : unwanted)] };
}

/** Collects the options of the command; what is none of them comes back, to be told of with all other mistakes. */
function takeOptions(words: string[], { options }: CommandSpec, given: Given): string[] {
  const known = new Map(options.flatMap((option) => namesOf(option).map((name) => [name, option] as const)));
  const types = options.map(({ flags }) => {
    const [, short, name] = FLAGS.exec(flags)!;
    const type = takesValue(flags) ? "string" : "boolean";
    return [name!, { type, ...(short === undefined ? {} : { short }) }] as const;
  });
  const { tokens } = parseArgs({
    args: words,
    options: Object.fromEntries(types),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const rest = new Map<number, string>();
  for (const token of tokens) {
    const option = token.kind === "option" ? known.get(token.rawName) : undefined;
    if (token.kind === "option" && option && takesValue(option.flags) === (token.value !== undefined)) {
      given.add(`--${token.name === "strength" ? "force" : token.name}`, token.value ?? "");
    } else rest.set(token.index, words[token.index]!);
  }
  return [...rest.values()];
}

/** "-o, --output <FILE>": the letter and the name. */
const FLAGS = /^(?:-(\w), )?--([\w-]+)/;
const takesValue = (flags: string) => flags.includes("<");
const namesOf = ({ flags }: OptionSpec) => flags.match(/--?[\w-]+/g) ?? [];

/**
 * Takes the options out of a command line that lack a value: at its end, or before another
 * option, which would be taken for the value.
 */
function takeValueless(argv: readonly string[], { options }: CommandSpec, problems: Problem[]): string[] {
  const valued = new Set(options.filter(({ flags }) => takesValue(flags)).flatMap(namesOf));
  const kept: string[] = [];
  for (let index = 0; index < argv.length; index += 1) {
    const option = argv[index]!;
    // Short options may stand together, the last with a value: -qo FILE.
    const isValued = valued.has(option.replace(/^-[a-z]+(?=[a-z]$)/, "-"));
    const next = argv[index + 1];
    if (!isValued) kept.push(option);
    else if (next === undefined || next.startsWith("--")) {
      problems.push({ code: "E-VALUE-MISSING", args: defined({ option, next }) });
    } else {
      kept.push(option, next);
      index += 1;
    }
  }
  return kept;
}

const COMMAND_NAMES = [...COMMANDS.map(({ name }) => name), "help"];

/** What belongs to no option: what the command takes, unknown options (each with the word behind it, its value), and stray words. */
function sortWords(words: readonly string[], spec: CommandSpec): { operands: string[]; problems: Problem[] } {
  const operands: string[] = [];
  const problems = words.flatMap((word, index): Problem[] => {
    if (DASHED.test(word)) return [unknownOption(word, spec)];
    if (DASHED.test(words[index - 1] ?? "")) return [];
    if (spec.operands) {
      operands.push(word);
      return [];
    }
    if (COMMAND_NAMES.includes(word)) return [{ code: "E-COMMAND-PLACE", args: { command: word } }];
    if (index > 0 || /[\d\s=]/.test(word))
      return [{ code: "E-ARGUMENT", args: { argument: word, command: spec.name } }];
    const suggestion = suggest(word, COMMAND_NAMES);
    return [{ code: "E-COMMAND-UNKNOWN", args: defined({ word, commands: COMMAND_NAMES, suggestion }) }];
  });
  return { operands, problems };
}

/** An option, also one whose hyphens an editor made a dash; no negative number. */
const DASHED = /^[-‐-―−]+[^\d‐-―−-]/;

function unknownOption(word: string, { name: command, options }: CommandSpec): Problem {
  const names = options.flatMap(namesOf);
  const [option = word, value] = word.split(/=(.*)/s, 2);
  if (value !== undefined && names.includes(option)) {
    return { code: "E-VALUE-UNWANTED", args: { option, value } };
  }
  const long = [...names.filter((name) => name.startsWith("--")), "--help", "--version"];
  return {
    code: "E-OPTION-UNKNOWN",
    args: defined({ option, command, suggestion: suggest(option.replace(/^[‐-―−]/, "--"), long) }),
  };
}
