import { existsSync } from "node:fs";
import { defined } from "../core/defined.ts";
import type { Problem } from "../core/errors.ts";
import { suggest } from "../core/suggest.ts";
import { shellQuoted } from "../render/shell-quoted.ts";
import { bareNames, bareNumbers, isReadable, isValueOf } from "./bare-words.ts";
import { COMMANDS, type CommandSpec } from "./commands.ts";
import { commandsFor } from "./elsewhere.ts";
import { isTable } from "./file-format.ts";
import { bare, commandsWith, optionsMeant, PARTS_OF_KILLED, valueMeant } from "./guesses.ts";
import { type NamedOption, optionsByName } from "./options.ts";

/** The words that commander can read, and what is wrong with the others. */
interface SortedWords {
  readonly words: readonly string[];
  readonly problems: readonly Problem[];
}

/** An option as it was typed, with the words up to the next one. */
interface TypedOption {
  /** Absent for the words before the first option. */
  readonly typed?: string;
  readonly option?: NamedOption | undefined;
  /** The value after "=". */
  readonly attached?: string | undefined;
  readonly words: string[];
}

/**
 * Works out what the user meant by a command line that commander could not read as a whole. Only called if something is
 * wrong, or if a scenario file is named without its option.
 */
export function sortWords(argv: readonly string[], command: CommandSpec): SortedWords {
  const start = argv[0] === command.name ? 1 : 0;
  const end = argv.includes("--") ? argv.indexOf("--") : argv.length;
  const literal = argv.slice(end + 1).filter((word) => !isEmpty(word));
  const groups = typedOptions(argv.slice(start, end), optionsByName(command.name));
  const unknown = groups.filter(({ typed, option }) => typed !== undefined && !option);
  const sorted = [
    ...groups
      .filter((group) => !unknown.includes(group))
      .map((group) => sortOption(group, command, groups.length === 1 && literal.length === 0)),
    { words: [], problems: [...unknownOptions(unknown, groups, command), ...emptyWords(argv.slice(end + 1))] },
    ...(command.operands === undefined ? literal.map((word) => strayWords([word], command)) : []),
  ];
  return {
    words: [
      command.name,
      ...sorted.flatMap(({ words }) => words),
      ...(command.operands !== undefined && literal.length > 0 ? ["--", ...literal] : []),
    ],
    problems: sorted.flatMap(({ problems }) => problems),
  };
}

/** A dash and no digit after it: "--killed", "—killed", "-o". The dash may be one that an editor made from a hyphen. */
const DASHED = /^[-‐-―−]+[^\d‐-―−-]/;

function typedOptions(argv: readonly string[], known: ReadonlyMap<string, NamedOption>): TypedOption[] {
  const groups: TypedOption[] = [{ words: [] }];
  for (const word of argv) {
    const { option, words } = groups.at(-1)!;
    const isValue = option?.value !== undefined && words.length === 0 && !word.startsWith("--") && !known.has(word);
    if (!isValue && DASHED.test(word)) groups.push(typedOption(word, known));
    else words.push(word);
  }
  return groups;
}

/** Splits a word like "--killed=7000", which includes its value. "-qo" means "-q" and "-o". */
function typedOption(word: string, known: ReadonlyMap<string, NamedOption>): TypedOption {
  const [name = word, value] = word.split(/=(.*)/s, 2);
  const letters = [...name.slice(1)].map((letter) => known.get(`-${letter}`));
  const option = known.get(name) ?? (letters.includes(undefined) ? undefined : letters.at(-1));
  return { typed: name, option, attached: value, words: value === undefined ? [] : [value] };
}

function sortOption(
  { typed, option, attached, words }: TypedOption,
  command: CommandSpec,
  isAlone: boolean,
): SortedWords {
  if (typed === undefined || !option) return strayWords(words, command, isAlone ? "alone" : "first");
  const [value, ...more] = words;
  if (option.value === undefined) {
    if (attached !== undefined) {
      return { words: [], problems: [{ code: "E-VALUE-UNWANTED", args: { option: typed, value: attached } }] };
    }
    const rest = strayWords(words, command);
    return { words: [typed, ...rest.words], problems: rest.problems };
  }
  if (value === undefined)
    return { words: [], problems: [{ code: "E-VALUE-MISSING", args: { option: typed, value: option.value } }] };
  const rest = strayWords(more, command);
  if (isEmpty(value) && !option.takesEmpty) {
    const problem: Problem = { code: "E-EMPTY", args: { usage: `${typed} ${option.value}` }, at: { option: typed } };
    return { words: rest.words, problems: [problem, ...rest.problems] };
  }
  const further = more.filter((word) => !isEmpty(word));
  const whole = [value, ...further].join(" ");
  const isSplit = further.length > 0 && command.operands === undefined && !further.every(isFile);
  if (isSplit && isReadable(option.name, whole)) {
    const problem: Problem = {
      code: "E-UNQUOTED",
      args: {},
      tries: [whole],
      at: { option: typed },
    };
    return { words: [typed, whole], problems: [problem, ...emptyWords(more)] };
  }
  return { words: [typed, value, ...rest.words], problems: rest.problems };
}

/**
 * Where the words that belong to no option are: they are all that was typed, or they come before or after an option.
 */
type WordPosition = "alone" | "first" | "after an option";

/** An empty word, which is mostly a shell variable that is not set. */
const isEmpty = (word: string) => word.trim() === "";

function emptyWords(words: readonly string[]): Problem[] {
  return words.filter(isEmpty).map(() => ({ code: "E-EMPTY", args: { usage: undefined } }));
}

/** Sorts words that belong to no option: they may be what the command takes, a scenario file, or a mistake. */
function strayWords(
  all: readonly string[],
  command: CommandSpec,
  place: WordPosition = "after an option",
): SortedWords {
  const words = all.filter((word) => !isEmpty(word));
  const sorted = sortStrayWords(words, command, place);
  return { words: sorted.words, problems: [...emptyWords(all), ...sorted.problems] };
}

function sortStrayWords(words: readonly string[], command: CommandSpec, place: WordPosition): SortedWords {
  if (command.operands !== undefined || words.length === 0) return { words, problems: [] };
  const files = words.filter(isFile);
  if ((command.name === "estimate" || command.name === "past") && files.length === words.length) {
    if (files.length === 1) return { words: ["--scenario", files[0]!], problems: [] };
    const command = files.every((file) => isTable(file)) ? "batch" : "check";
    const tries = files.length > FEW ? [] : [`loss-calc ${command} ${files.map(shellQuoted).join(" ")}`];
    return { words: [], problems: [{ code: "E-SCENARIO-MANY", args: { because: "several" }, tries }] };
  }
  const [first = ""] = words;
  if (COMMANDS.some(({ name }) => name === first)) {
    return { words: [], problems: [{ code: "E-COMMAND-PLACE", args: { command: first } }] };
  }
  const isCommand = commandMeant(first) !== undefined && !words.some((word) => /\d/.test(word));
  if (place !== "after an option" && isCommand) return { words: [], problems: [strayProblem(words, command, place)] };
  const meant =
    bareNames(words, command.name) ?? (place === "after an option" ? undefined : bareNumbers(words, command.name));
  if (!meant) return { words: [], problems: [strayProblem(words, command, place)] };
  const tries = meant.options === undefined ? [] : [place === "alone" ? `loss-calc ${meant.options}` : meant.options];
  const args = { because: meant.because, words: words.join(" ") };
  return { words: [], problems: [{ code: "E-BARE", args, tries }] };
}

/** A suggestion does not repeat a longer list of files. */
const FEW = 3;

/**
 * Whether a word looks like a file: it ends like a scenario file or a table, is in a folder, or exists. "1/3" does not.
 */
function isFile(word: string): boolean {
  return (
    word === "-" ||
    /\.json(?:#\d+)?$/i.test(word) ||
    isTable(word) ||
    (/\//.test(word) && /[a-z]/i.test(word)) ||
    existsSync(word)
  );
}

/** The command that a word means: "Ratios", "ratio", "chek". */
function commandMeant(word: string): string | undefined {
  const names = COMMANDS.map(({ name }) => name);
  const near = suggest(word, names);
  const lower = word.toLowerCase();
  return names.find((name) => name === lower || name === `${lower}s`) ?? near;
}

function strayProblem(words: readonly string[], { name }: CommandSpec, place: WordPosition): Problem {
  const [word = ""] = words;
  if (place !== "after an option" && !/[\d\s=]/.test(word)) {
    const commands = COMMANDS.map((command) => command.name);
    return {
      code: "E-COMMAND-UNKNOWN",
      args: defined({ word, commands, suggestion: commandMeant(word) }),
      tries: commandsFor(words),
    };
  }
  return { code: "E-ARGUMENT", args: { argument: words.join(" "), command: name } };
}

/** Reports options that the command does not have, each with what it may mean and the value it was given. */
function unknownOptions(unknown: readonly TypedOption[], all: readonly TypedOption[], command: CommandSpec): Problem[] {
  const named = unknown.filter(({ typed = "" }) => PARTS_OF_KILLED.includes(bare(typed)));
  const parts = named.length > 1 && command.name === "estimate" ? named : [];
  const given = all.map(({ option }) => option?.name);
  return [
    ...(parts.length > 0 ? [partsOfKilled(parts)] : []),
    ...unknown.filter((group) => !parts.includes(group)).map((group) => unknownOption(group, command, given)),
  ];
}

/** "--kia 100 --dow 20" are parts of one number, not rival reports of it. */
function partsOfKilled(parts: readonly TypedOption[]): Problem {
  const options = parts.map(({ typed = "" }) => typed);
  const texts = parts.map(({ typed = "", words }) => `${bare(typed)}=${words.join(" ")}`);
  const works = texts.every((text) => isReadable("--killed", text));
  const line = texts.map((text) => `--killed ${shellQuoted(text)}`).join(" ");
  return { code: "E-PARTS-OF-KILLED", args: { options }, tries: works ? [`${line} --combine sum`] : [] };
}

function unknownOption(
  { typed = "", words }: TypedOption,
  command: CommandSpec,
  given: readonly (string | undefined)[],
): Problem {
  const suggestions = optionsMeant(typed, command.name);
  const value = valueMeant(typed, words.join(" "));
  // Don't suggest an option that is already given: the values would be rivals.
  const tries = suggestions
    .filter((option) => !given.includes(option))
    .flatMap((option) => {
      if (option.includes(" ") || words.length === 0) return option.includes(" ") ? [option] : [];
      return isValueOf(option, value, command.name) ? [`${option} ${shellQuoted(value)}`] : [];
    });
  const others = suggestions.length > 0 ? [] : commandsWith(typed);
  const args = { option: typed, command: command.name, suggestions, ...(others.length > 0 ? { others } : {}) };
  return { code: "E-OPTION-UNKNOWN", args, tries };
}
