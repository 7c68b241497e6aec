import { Help, type Option } from "commander";
import { InputError, type Problem } from "../core/errors.ts";
import { choiceProblem } from "../core/suggest.ts";
import { COMMANDS, type CommandSpec } from "./commands.ts";
import { EXIT } from "./exit.ts";
import type { GivenOptions } from "./given.ts";
import { PAGES } from "./help/pages.ts";
import { type Block, TOPIC_ALIASES, TOPIC_NAMES, TOPICS, type Topic, type TopicName } from "./help/topics.ts";
import { type Io, show } from "./io.ts";
import { optionsOf } from "./options.ts";
import { commanderOptions, Program } from "./program.ts";

/**
 * Runs the help command: shows a page of help. Resolves to the exit status. Throws InputError if there is no such page.
 */
export async function runHelp(given: GivenOptions, before: readonly Problem[], io: Io): Promise<number> {
  const [name = "estimate", ...more] = given.operands.map((word) => word.toLowerCase());
  const command = COMMANDS.find((spec) => spec.name === name);
  const topic = TOPIC_NAMES.find((known) => known === (TOPIC_ALIASES[name] ?? name));
  const names = [...COMMANDS.map((spec) => spec.name), ...TOPIC_NAMES.filter((known) => known !== "ratios")];
  const tries = command || topic ? [] : (await import("./elsewhere.ts")).commandsFor(given.operands);
  const problems: Problem[] = [
    ...before,
    ...(command || topic ? [] : [{ ...choiceProblem(name, names), tries }]),
    ...(tries.length > 0 ? [] : more).map(
      (argument): Problem => ({ code: "E-ARGUMENT", args: { argument, command: "help" } }),
    ),
  ];
  if (problems.length > 0) throw new InputError(problems);
  const width = widthOf(io);
  const page = command ? await commandPage(command, width) : `${topicText(await topicOf(topic!), width)}\n`;
  await show(page, given.showOptions, io);
  return EXIT.fine;
}

/** The width of the terminal, or 80 columns elsewhere. */
export function widthOf({ stdout }: Io): number {
  return (stdout.isTTY && stdout.columns) || 80;
}

/** The help of a command: examples, then options by group, then its topic. */
export async function commandPage({ name }: CommandSpec, width: number): Promise<string> {
  const { usage, about, examples, topic } = PAGES[name];
  const command = new Program(name);
  for (const option of optionsOf(name)) for (const made of commanderOptions(option)) command.addOption(made);
  const helper = new HelpPage(width);
  const options = helper.groupItems(
    [...command.options],
    helper.visibleOptions(command),
    ({ helpGroupHeading }) => helpGroupHeading ?? "Options:",
  );
  const item = (term: string, text: string) => helper.formatItem(term, TERM_WIDTH, text, helper);
  const sections = [
    `Usage: ${usage}`,
    helper.boxWrap(about, width),
    ["Examples:", ...examples.map((example) => `  ${example}`)].join("\n"),
    ...[...options].map(([heading, group]) =>
      [heading, ...group.map((option) => item(helper.optionTerm(option), helper.optionDescription(option)))].join("\n"),
    ),
    ...(name === "estimate" ? [listOf("Commands:", COMMANDS.map(commandItem), item)] : []),
    ...(topic ? [topicText(await topicOf(topic), width)] : []),
    ...(name === "estimate" ? [topicText(TOPICS.status, width), helper.boxWrap(ENVIRONMENT, width)] : []),
    helper.boxWrap(`More: loss-calc help ${TOPIC_NAMES.join("|")}; docs/options.md (${name}) in the package.`, width),
  ];
  return `${sections.join("\n\n")}\n`;
}

const TERM_WIDTH = 24;

const commandItem = ({ name, operands, summary }: CommandSpec) =>
  [operands ? `${name} ${operands}` : name, summary] as const;

function listOf(
  heading: string,
  items: readonly (readonly [string, string])[],
  item: (a: string, b: string) => string,
) {
  return [heading, ...items.map(([term, text]) => item(term, text))].join("\n");
}

export const ENVIRONMENT =
  "Colour depends on --color, then NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR=0, TERM=dumb, and whether the output is a terminal. On a terminal, LC_ALL, LC_CTYPE or LANG without UTF-8 mean --ascii, and PAGER shows output that is longer than the screen. loss-calc reads no other environment variable, and none changes a number.";

/** Commander's help. On a narrow terminal, each description is on the line after its term. */
class HelpPage extends Help {
  constructor(width: number) {
    super();
    this.helpWidth = width;
    this.minWidthToWrap = NARROWEST;
  }

  /** Commander repeats the word "choices" and quotes each of them. We don't. */
  override optionDescription({ description, argChoices = [] }: Option): string {
    return argChoices.length > 1 ? `${description}: ${argChoices.join(", ")}` : description;
  }

  override formatItem(term: string, termWidth: number, text: string, helper: Help): string {
    const width = this.helpWidth ?? 80;
    if (width >= SIDE_BY_SIDE && term.length <= termWidth) return super.formatItem(term, termWidth, text, helper);
    const lines = this.boxWrap(text, width - INDENT.length).split("\n");
    return [`  ${term}`, ...lines.map((line) => INDENT + line)].join("\n");
  }
}

/** We don't wrap to fewer columns than this. */
const NARROWEST = 16;
/** A terminal at least this wide shows each description next to its term. */
const SIDE_BY_SIDE = 60;
const INDENT = "      ";

/** A topic with its title, wrapped to the width. */
export function topicText({ title, blocks }: Topic, width: number): string {
  const [first, ...rest] = blocks.map((block) => blockText(block, width));
  return [`${title}:\n${first}`, ...rest].join("\n\n");
}

function blockText(block: Block, width: number): string {
  const helper = new HelpPage(width);
  if ("text" in block) return helper.boxWrap(block.text, width);
  if ("lines" in block) return block.lines.map((line) => `  ${line}`).join("\n");
  const longest = Math.max(...block.items.map(([term]) => term.length).filter((length) => length <= TERM_WIDTH));
  return block.items.map(([term, text]) => helper.formatItem(term, longest, text, helper)).join("\n");
}

/** Gets a topic. The topic on caveats is made from the pages of `explain`, which are only loaded for it. */
export async function topicOf(name: TopicName): Promise<Topic> {
  return name === "caveats" ? (await import("./help/caveats.ts")).caveatsTopic() : TOPICS[name];
}

/** What to show if there are no arguments at all. */
export const SHORT_HELP = `loss-calc: how many are out of action, and what share of the force is that?

Examples:
${PAGES.estimate.examples
  .slice(0, 2)
  .map((example) => `  ${example}\n`)
  .join("")}
All options: loss-calc --help
`;
