import { collect } from "../core/errors.ts";
import { INPUT_ENTRIES, optionOf } from "../notation/inputs.ts";
import { knownWords } from "../notation/vocabulary.ts";
import { ratiosByName } from "../record/names.ts";
import { shellQuoted } from "../render/shell-quoted.ts";
import type { CommandName } from "./commands.ts";
import { bare, isFirstGuess, optionsMeant } from "./guesses.ts";
import { optionsByName } from "./options.ts";

/** What the user probably meant by words without dashes. */
interface MeantOptions {
  readonly because: "names" | "numbers";
  /** The options as they should have been typed. Absent if their values could not be read either. */
  readonly options: string | undefined;
}

/** Reads "killed 7000 ratio 3" as options whose dashes were left out. */
export function bareNames(words: readonly string[], command: CommandName): MeantOptions | undefined {
  const options: { readonly name: string; readonly values: string[] }[] = [];
  for (const word of words.flatMap((text) => text.split(/[=:]$|=(?=.)/).filter(Boolean))) {
    const name = nameMeant(word, command);
    if (name !== undefined) options.push({ name, values: [] });
    else if (options.length === 0) return undefined;
    else options.at(-1)!.values.push(word);
  }
  return {
    because: "names",
    options: typedOptions(
      options.map(({ name, values }) => [name, values.join(" ")]),
      command,
    ),
  };
}

/**
 * The one option that a word can mean. A short word must be spelled exactly, so "to" is not taken for a typo of "--to".
 * Nor is a word of figures: "at least".
 */
function nameMeant(word: string, command: CommandName): string | undefined {
  if (/\d/.test(word) || word.length < 3) return undefined;
  const [name, another] = optionsMeant(word, command);
  const isTypo = word.length > 4 && !knownWords().has(word.toLowerCase());
  const isCertain = isFirstGuess(word) || `--${bare(word)}` === name || isTypo;
  return another === undefined && isCertain ? name : undefined;
}

/** Reads "13800 3 150000" as killed, ratio and force, in the order of the question. */
export function bareNumbers(words: readonly string[], command: CommandName): MeantOptions | undefined {
  const names = ["--killed", "--ratio", "--force"] as const;
  if (words.length > names.length || !words.every((word) => /\d/.test(word))) return undefined;
  // Two numbers are ambiguous: they may be killed and a ratio, or killed and a force.
  const isClear = words.length !== 2;
  return {
    because: "numbers",
    options: isClear
      ? typedOptions(
          words.map((word, index) => [names[index]!, word]),
          command,
        )
      : undefined,
  };
}

/** The options as the user would type them, or undefined if one of them could not be read. */
function typedOptions(
  options: readonly (readonly [name: string, value: string])[],
  command: CommandName,
): string | undefined {
  if (!options.every(([name, value]) => isValueOf(name, value, command))) return undefined;
  return options.map(([name, value]) => `${name} ${shellQuoted(value)}`).join(" ");
}

/** Whether this text can be read as the value of an input's option. */
export function isReadable(name: string, text: string): boolean {
  const input = INPUT_ENTRIES.find(([key]) => optionOf(key) === name)?.[1];
  return input !== undefined && collect([], () => input.kind.read(text, ratiosByName())) !== undefined;
}

/** Whether an option accepts this value: one of its choices, something its input can read, or any word at all. */
export function isValueOf(name: string, text: string, command: CommandName): boolean {
  const option = optionsByName(command).get(name);
  if (option?.value === undefined || text === "") return false;
  if (option.choices) return option.choices.includes(text);
  return INPUT_ENTRIES.some(([key]) => optionOf(key) === option.name) ? isReadable(option.name, text) : true;
}
