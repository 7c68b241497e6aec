import { Command, CommanderError, Option as CommanderOption } from "commander";
import type { Problem } from "../core/errors.ts";
import { choiceProblem } from "../core/suggest.ts";
import type { CommandName } from "./commands.ts";
import { COMMANDS, type CommandSpec } from "./commands.ts";
import { GivenOptions } from "./given.ts";
import { OTHER_FORMATS, PICTURE_NAME } from "./option.ts";
import { type NamedOption, OPTIONS } from "./options.ts";

/** What a command line asks for, and the mistakes found in it so far. */
export interface CommandLine {
  readonly command: CommandSpec;
  readonly given: GivenOptions;
  readonly problems: readonly Problem[];
}

/** Reads a command line, without the names of node and the script. */
export async function readCommandLine(words: readonly string[]): Promise<CommandLine> {
  const argv = withCommandFirst(words);
  const asked = new CommanderReading(argv);
  if (asked.isWhole) return asked;
  // Commander stops at the first mistake, or ignores it. We work out what the words may have meant, and then read the
  // rest again, so that all mistakes are reported together.
  const { sortWords } = await import("./stray-words.ts");
  const { words: known, problems } = sortWords(argv, asked.command);
  const reread = new CommanderReading(known);
  return { command: reread.command, given: reread.given, problems: [...problems, ...reread.problems] };
}

/** Options may come before the command: "--json ratios korea" means "ratios --json korea". */
function withCommandFirst(argv: readonly string[]): readonly string[] {
  const isCommand = (word = "") => COMMANDS.some(({ name }) => name === word);
  if (isCommand(argv[0]) || !argv.some(isCommand)) return argv;
  const valued = OPTIONS.filter(({ value }) => value !== undefined);
  const names = new Set(valued.flatMap(({ name, short = "", aliases = [] }) => [name, short, ...aliases]));
  let at = 0;
  for (let word = argv[0]!; /^-./.test(word) && word !== "--"; word = argv[at] ?? "") {
    // Of the letters of "-qo", the last may take a value.
    at += names.has(/^-\w+$/.test(word) ? `-${word.at(-1)}` : word) ? 2 : 1;
  }
  return isCommand(argv[at]) ? [argv[at]!, ...argv.slice(0, at), ...argv.slice(at + 1)] : argv;
}

/** An empty word, or an option with an empty value: "--killed=". */
const EMPTY = /^(?:--[^=]+=)?\s*$/;

/** A command line as commander reads it once. */
class CommanderReading implements CommandLine {
  readonly command: CommandSpec;
  readonly given = new GivenOptions();
  readonly problems: Problem[] = [];
  /** Whether every word was read as what it looks like. */
  isWhole: boolean;

  constructor(argv: readonly string[]) {
    const named = COMMANDS.find(({ name }) => name === argv[0]);
    this.command = named ?? COMMANDS[0];
    this.isWhole = !argv.some((word) => EMPTY.test(word));
    const program = new Program("loss-calc").helpCommand(false);
    const command = named ? (program.command(named.name) as Program) : program;
    for (const option of optionsIn(argv, this.command.name)) this.#addOption(command, option);
    try {
      program.parse(argv, { from: "user" });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      this.isWhole = false;
    }
    const { args, unknown } = command;
    this.given.operands = args.slice(0, args.length - unknown.length);
    if (unknown.length > 0 || (!this.command.operands && args.length > 0)) this.isWhole = false;
  }

  #addOption(command: Command, option: NamedOption): void {
    for (const made of commanderOptions(option)) {
      const checkChoice = made.parseArg;
      // Called without text if the option takes no value.
      made.argParser((text?: string) => {
        this.given.add(option.name, text);
        // Either the next option was taken for this one's value, or "-o=FILE" was typed, which means "-o" with "=FILE".
        if (text !== undefined && /^(?:--|=|-[a-z]$)/i.test(text)) this.isWhole = false;
        if (text !== undefined && checkChoice) this.#check(option, () => checkChoice(text, undefined));
      });
      command.addOption(made);
    }
  }

  /** Runs commander's check of a choice, but keeps the mistake until all are known. */
  #check({ name, choices = [], commands }: NamedOption, check: () => unknown): void {
    try {
      check();
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      const value = this.given.values(name).at(-1) ?? "";
      const problem = pictureProblem(value, choices) ?? choiceProblem(value, choices, OTHER_FORMATS[value]);
      const date = commands.includes("batch") && /\d/.test(value) ? DATES[name] : undefined;
      const tries = [`${date} ${/\s/.test(value) ? `"${value}"` : value}`];
      this.problems.push(date ? { ...problem, tries } : { ...problem, at: { option: name } });
    }
  }
}

/** A kind of picture that another program makes from the SVG, where one is drawn. */
function pictureProblem(value: string, choices: readonly string[]): Problem | undefined {
  const extension = `.${value.toLowerCase()}`;
  if (!choices.includes("svg") || !PICTURE_NAME.test(extension)) return undefined;
  return { code: "E-OUTPUT-FORMAT", args: { extension, picture: "losses.svg" }, tries: ["svg"] };
}

/** What the user means by a date after "--from" or "--to", which name table formats. */
const DATES: Readonly<Record<string, string>> = { "--from": "--start", "--format": "--end" };

/**
 * The options of a command that may occur in a command line. Making an option takes time, and most are never typed.
 * Letters can be combined in one word, "-qo".
 */
function optionsIn(argv: readonly string[], command: CommandName): NamedOption[] {
  const typed = new Set(argv.map((word) => word.split("=", 1)[0]));
  const hasLetters = argv.some((word) => word.startsWith("-") && !word.startsWith("--"));
  return OPTIONS.filter(
    ({ name, short, aliases, commands }) =>
      commands.includes(command) &&
      (typed.has(name) || (hasLetters && short !== undefined) || aliases?.some((alias) => typed.has(alias))),
  );
}

/** A command that leaves it to the caller to report what it could not read. */
export class Program extends Command {
  unknown: readonly string[] = [];

  constructor(name?: string) {
    super(name);
    this.helpOption(false).exitOverride().allowUnknownOption().allowExcessArguments();
    this.configureOutput({ outputError: () => {} });
  }

  override createCommand(name: string): Program {
    return new Program(name);
  }

  override parseOptions(argv: string[]): ReturnType<Command["parseOptions"]> {
    const parsed = super.parseOptions(argv);
    this.unknown = parsed.unknown;
    return parsed;
  }
}

/** An option as commander reads it: one for its name and letter, and a hidden one for each of its other names. */
export function commanderOptions(option: NamedOption): CommanderOption[] {
  const { name, short, aliases = [], value, choices, help, group } = option;
  const argument = value ? ` <${value}>` : "";
  return [short ? `${short}, ${name}` : name, ...aliases].map((flags, index) => {
    const made = new CommanderOption(`${flags}${argument}`, help).helpGroup(`${group}:`).hideHelp(index > 0);
    return choices ? made.choices(choices) : made;
  });
}
