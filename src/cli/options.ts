import { INPUT_ENTRIES, type InputOption, type InputSpec, optionOf } from "../notation/inputs.ts";
import type { CommandName } from "./commands.ts";
import { GROUPS, type Option } from "./option.ts";
import { OTHER_OPTIONS } from "./other-options.ts";

/** The name of an option. A typo in one does not compile. */
export type OptionName = InputOption | (typeof OTHER_OPTIONS)[number]["name"];

export type NamedOption = Option & { readonly name: OptionName };

/** All options, starting with those for inputs. */
export const OPTIONS: readonly NamedOption[] = [
  ...INPUT_ENTRIES.map(([input, entry]) => optionFor(optionOf(input), entry)),
  ...OTHER_OPTIONS,
];

function optionFor(name: InputOption, input: InputSpec): Option & { readonly name: InputOption } {
  const { alias, commands = [], group, value, help, about, repeats, takesLines, completes } = input;
  return {
    name,
    value,
    group,
    help: `${help}${takesLines ? "; - reads standard input" : ""}${repeats ? "; can be repeated" : ""}`,
    about,
    commands: ["estimate", ...(name === "--side" ? [] : (["compare", "total"] as const)), ...commands],
    ...(alias ? { aliases: [alias] } : {}),
    ...(repeats ? { repeats } : {}),
    ...(completes ? { completes } : {}),
  };
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
