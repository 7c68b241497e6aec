import { INPUT_ENTRIES, type InputOption, type InputSpec, optionOf } from "../notation/inputs.ts";
import type { CommandName } from "./commands.ts";
import { GROUPS, type Option } from "./option.ts";
import { OTHER_OPTIONS } from "./other-options.ts";

/** The name of an option. A typo in one does not compile. */
export type OptionName = InputOption | (typeof OTHER_OPTIONS)[number]["name"];

export type NamedOption = Option & { readonly name: OptionName };

/** Options that make no sense for several results, and the one that labels replace. */
const OF_ONE_RESULT: readonly InputOption[] = ["--side", "--of", "--per", "--until", "--pace"];

/** Inputs that change neither the share that is lost nor the losses a day. */
const NOT_RANKED: readonly InputOption[] = [
  ...(["--side", "--list", "--both", "--of", "--returned", "--without"] as const),
  ...(["--per", "--recruits", "--until", "--pace"] as const),
];

/** All options, starting with those for inputs. */
export const OPTIONS: readonly NamedOption[] = [
  ...INPUT_ENTRIES.flatMap(([input, entry]) => optionsFor(optionOf(input), entry)),
  ...OTHER_OPTIONS,
];

/** The option of an input, and the same with a label in front of its value for commands with several results. */
function optionsFor(name: InputOption, input: InputSpec): NamedOption[] {
  const { alias, commands = [], group, value, help, about, repeats, takesLines, completes } = input;
  const option = {
    name,
    value,
    group,
    about,
    ...(alias ? { aliases: [alias] } : {}),
    ...(repeats ? { repeats } : {}),
    ...(completes ? { completes } : {}),
  };
  const own = {
    help: `${help}${takesLines ? "; - reads standard input" : ""}${repeats ? "; can be repeated" : ""}`,
    commands: ["estimate", ...commands, ...(NOT_RANKED.includes(name) ? [] : (["past"] as const))],
  } as const;
  const labelled = {
    help,
    value: name === "--ratios" ? value : `[NAME=]${value}`,
    commands: ["compare", "total"],
  } as const;
  return [{ ...option, ...own }, ...(OF_ONE_RESULT.includes(name) ? [] : [{ ...option, ...labelled }])];
}

/** The options of a command, grouped by their headings in help. */
export function optionsOf(command: CommandName): NamedOption[] {
  const own = OPTIONS.filter(({ commands }) => commands.includes(command));
  return GROUPS.flatMap((group) => own.filter((option) => option.group === group));
}

/** Every way to type an option's name: "-o", "--output". */
export function namesOf({ name, short, aliases = [] }: Option): string[] {
  return [...(short ? [short] : []), name, ...aliases];
}

/** Maps every way to type an option of a command to that option. */
export function optionsByName(command: CommandName): Map<string, NamedOption> {
  return new Map(optionsOf(command).flatMap((option) => namesOf(option).map((name) => [name, option] as const)));
}
