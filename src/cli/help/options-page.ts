import { COMMANDS, type CommandSpec } from "../commands.ts";
import { type NamedOption, namesOf, optionsOf } from "../options.ts";
import { optionText, splitOptions } from "./manual.ts";
import { PAGES } from "./pages.ts";
import { STATUSES } from "./topics.ts";

/** All commands and options as Markdown for `docs/options.md`. A test compares the file with this. */
export function optionsPage(): string {
  return [
    "# Commands and options",
    "This page is generated from the program, like `--help` and the manual page `loss-calc.1`.\nOptions may come before or after the command, and before or after files.",
    ...COMMANDS.map(commandSection),
    "## Exit status",
    ["| status | means |", "| --- | --- |", ...STATUSES.map(([status, means]) => `| ${status} | ${means} |`)].join(
      "\n",
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

function commandSection({ name }: CommandSpec): string {
  const { usage, about, examples } = PAGES[name];
  const { described, others } = splitOptions(name, optionsOf(name));
  return [
    `## ${name}`,
    `\`${usage}\``,
    about,
    ["```sh", ...examples, "```"].join("\n"),
    ...(described.length > 0 ? [table(described)] : []),
    ...(others.length > 0 ? [`It also takes ${others.map((option) => `\`${option.name}\``).join(", ")}.`] : []),
  ].join("\n\n");
}

function table(options: readonly NamedOption[]): string {
  const rows = options.map((option) => {
    const names = namesOf(option).join(", ");
    return `| \`${option.value ? `${names} ${option.value}` : names}\` | ${optionText(option).replaceAll("|", "\\|")} |`;
  });
  return ["| option | meaning |", "| --- | --- |", ...rows].join("\n");
}
