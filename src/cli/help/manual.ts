import { INPUT_ENTRIES, optionOf } from "../../notation/inputs.ts";
import { capital } from "../../render/capital.ts";
import { COMMANDS, type CommandSpec } from "../commands.ts";
import { ENVIRONMENT, topicOf } from "../help.ts";
import type { NamedOption } from "../options.ts";
import { namesOf, optionsOf } from "../options.ts";
import { VERSION } from "../version.ts";
import { PAGES } from "./pages.ts";
import { type Block, TOPIC_NAMES, type Topic } from "./topics.ts";

/** The manual page `docs/loss-calc.1`, in roff. A test compares the file with this. */
export async function manualPage(): Promise<string> {
  const topics = await Promise.all(TOPIC_NAMES.map(topicOf));
  const lines = [
    '.\\" -*- coding: utf-8 -*-',
    `.TH LOSS\\-CALC 1 "" "loss\\-calc ${VERSION}" "User Commands"`,
    ".SH NAME",
    "loss\\-calc \\- how many are out of action, and what share of the force is that?",
    ".SH SYNOPSIS",
    ...COMMANDS.flatMap(({ name }) => [".nf", text(PAGES[name].usage), ".fi"]),
    ".SH DESCRIPTION",
    text(PAGES.estimate.about),
    ".SH COMMANDS",
    ...COMMANDS.flatMap(commandLines),
    ...topics.flatMap(topicLines),
    ".SH ENVIRONMENT",
    text(ENVIRONMENT),
    ".SH SEE ALSO",
    "README.md and the pages in docs/, which are in the package.",
  ];
  return `${lines.join("\n")}\n`;
}

function commandLines({ name }: CommandSpec): string[] {
  const { about, examples } = PAGES[name];
  const options = optionsOf(name);
  const { described, others } = splitOptions(name, options);
  return [
    `.SS ${text(name)}`,
    ...(name === "estimate" ? [] : [text(about)]),
    ".PP",
    "Examples:",
    ".PP",
    ".nf",
    ...examples.map((example) => `    ${text(example)}`),
    ".fi",
    ...described.flatMap((option) => [".TP", optionTerm(option), text(optionText(option))]),
    ...(others.length > 0 ? [".PP", `It also takes ${text(others.map((option) => option.name).join(", "))}.`] : []),
  ];
}

/**
 * Splits the options of a command into those that it is the first to have, and those that an earlier command has too.
 */
export function splitOptions(command: string, options: readonly NamedOption[]) {
  const isNew = ({ commands }: NamedOption) => commands[0] === command;
  return { described: options.filter(isNew), others: options.filter((option) => !isNew(option)) };
}

/** Describes what an option does, in whole sentences if it has them. */
export function optionText({ name, about, help, choices, value }: NamedOption): string {
  const isInput = INPUT_ENTRIES.some(([input]) => optionOf(input) === name);
  const meaning = about ?? `${capital(help)}.`;
  const words = choices && choices.length > 1 ? ` ${value} is one of ${choices.join(", ")}.` : "";
  return `${meaning}${isInput ? "" : words}`;
}

function optionTerm(option: NamedOption): string {
  const names = namesOf(option).map((name) => `\\fB${text(name)}\\fR`);
  return `${names.join(", ")}${option.value ? ` \\fI${text(option.value)}\\fR` : ""}`;
}

function topicLines({ title, blocks }: Topic): string[] {
  return [`.SH ${title.toUpperCase()}`, ...blocks.flatMap(blockLines)];
}

function blockLines(block: Block): string[] {
  if ("text" in block) return [".PP", text(block.text)];
  if ("lines" in block) return [".PP", ".nf", ...block.lines.map((line) => `    ${text(line)}`), ".fi"];
  return block.items.flatMap(([term, meaning]) => [".TP", `\\fB${text(term)}\\fR`, text(meaning)]);
}

/** Escapes text so that roff prints it as it is, including roff's own characters, and hyphens that can be copied. */
function text(plain: string): string {
  return plain
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/^(?=[.'])/gm, "\\&");
}
