import { Command, Option } from "commander";
import { defined } from "../core/defined.ts";
import type { Problem } from "../core/errors.ts";
import { suggest } from "../core/suggest.ts";
import { ESTIMATE_OPTIONS, type Given } from "./options.ts";

const COMMANDS = ["estimate", "help"] as const;

export type Action = (problems: readonly Problem[]) => Promise<void>;

/** The commands with their options. What a run was given is collected in `given`. */
export function makeProgram(given: Given, action: Action): { readonly program: Command; readonly estimate: Command } {
  const program = new Command("loss-calc").helpOption(false).helpCommand(false).exitOverride();
  const estimate = program
    .command("estimate", { isDefault: true })
    .helpOption(false)
    .exitOverride()
    // Unknown options and stray words are reported with all other mistakes, not before them.
    .allowUnknownOption()
    .allowExcessArguments();
  for (const { flags, help, hidden } of ESTIMATE_OPTIONS) {
    const option = hidden ? new Option(flags, help).hideHelp() : new Option(flags, help);
    estimate.addOption(option);
    const name = option.name() === "strength" ? "force" : option.name();
    estimate.on(`option:${option.name()}`, (value?: string) => given.add(`--${name}`, value ?? ""));
  }
  estimate.action(() => action(strayProblems(estimate.args)));
  return { program, estimate };
}

/**
 * Takes the options out of a command line that lack a value: at its end, or before another
 * option. commander would take the next option for the value.
 */
export function takeValueless(argv: readonly string[], problems: Problem[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index < argv.length; index += 1) {
    const option = argv[index]!;
    if (option === "--") return [...kept, ...argv.slice(index)];
    // Short options may stand together, the last with a value: -qo FILE.
    const takesValue = VALUE_OPTIONS.has(option.replace(/^-[a-z]+(?=[a-z]$)/, "-"));
    const next = argv[index + 1];
    if (!takesValue) kept.push(option);
    else if (next === undefined || next.startsWith("--")) {
      problems.push({ code: "E-VALUE-MISSING", args: defined({ option, next: next === "--" ? undefined : next }) });
    } else {
      kept.push(option, next);
      index += 1;
    }
  }
  return kept;
}

const NAMES = ESTIMATE_OPTIONS.map(({ flags }) => flags.match(/--?[\w-]+/g) ?? []);
const VALUE_OPTIONS = new Set(NAMES.filter((_, index) => ESTIMATE_OPTIONS[index]!.flags.includes("<")).flat());
const LONG_NAMES = [...NAMES.flat().filter((name) => name.startsWith("--")), "--help", "--version"];

/** What belongs to no option: unknown ones (each with the word behind it, its value), and words. */
function strayProblems(args: readonly string[]): Problem[] {
  return args.flatMap((word, index): Problem[] => {
    if (DASHED.test(word)) return [unknownOption(word)];
    if (DASHED.test(args[index - 1] ?? "")) return [];
    if (word === "estimate") return [{ code: "E-COMMAND-PLACE", args: { command: word } }];
    if (index > 0 || /[\d\s=]/.test(word)) return [{ code: "E-ARGUMENT", args: { argument: word } }];
    const suggestion = suggest(word, COMMANDS);
    return [{ code: "E-COMMAND-UNKNOWN", args: defined({ word, commands: COMMANDS, suggestion }) }];
  });
}

/** An option, also one whose hyphens an editor made a dash; no negative number. */
const DASHED = /^[-‐-―−]+[^\d‐-―−-]/;

function unknownOption(word: string): Problem {
  const [option = word, value] = word.split(/=(.*)/s, 2);
  if (value !== undefined && NAMES.flat().includes(option)) {
    return { code: "E-VALUE-UNWANTED", args: { option, value } };
  }
  return {
    code: "E-OPTION-UNKNOWN",
    args: defined({ option, suggestion: suggest(option.replace(/^[‐-―−]/, "--"), LONG_NAMES) }),
  };
}
