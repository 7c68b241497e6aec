import { KINDS } from "../../core/inputs.ts";
import { SCHEMAS } from "../../input/schemas.ts";
import { RULES } from "../../notation/kinds.ts";
import { RECORD } from "../../record/cases.ts";
import { CODES } from "../../render/explain.ts";
import type { CommandName } from "../commands.ts";
import { COMMANDS } from "../commands.ts";
import { TOPIC_NAMES } from "../help/topics.ts";
import type { Option } from "../option.ts";
import { namesOf, optionsOf } from "../options.ts";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** What can be typed here: one of some words, a file, or anything. */
export type CompletedValue = { readonly words: readonly string[] } | "files" | "anything";

export interface CompletedOption {
  readonly names: readonly string[];
  readonly help: string;
  /** Absent for an option that takes no value. */
  readonly value?: { readonly name: string; readonly completed: CompletedValue };
  readonly repeats: boolean;
}

export interface CompletedCommand {
  readonly name: CommandName;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  readonly operands: CompletedValue;
}

/** The commands and options that every shell's completions are made from. */
export function completedCommands(): CompletedCommand[] {
  return COMMANDS.map(({ name, summary }) => ({
    name,
    summary,
    options: optionsOf(name).map(completedOption),
    operands: OPERANDS[name](),
  }));
}

/** The command to run if none is named. */
export const DEFAULT_COMMAND: CommandName = COMMANDS[0].name;

function completedOption(option: Option): CompletedOption {
  const { value, repeats = false, help } = option;
  return {
    names: namesOf(option),
    help,
    repeats,
    ...(value === undefined ? {} : { value: { name: value, completed: completedValue(option) } }),
  };
}

function completedValue({ choices, completes }: Option): CompletedValue {
  if (choices) return { words: choices };
  switch (completes) {
    case "files":
      return "files";
    case "ratios":
      return { words: ratioNames() };
    case "sides":
      return { words: sides() };
    case "kinds":
      return { words: KINDS };
    case "rules":
      return { words: RULES.map((rule) => rule.replace("NAME", "")) };
    default:
      return "anything";
  }
}

const OPERANDS: Readonly<Record<CommandName, () => CompletedValue>> = {
  estimate: () => "files",
  batch: () => "files",
  check: () => "files",
  compare: () => "files",
  total: () => "files",
  past: () => "files",
  ratios: () => ({ words: ratioNames() }),
  schema: () => ({ words: SCHEMAS }),
  explain: () => ({ words: CODES }),
  completion: () => ({ words: SHELLS }),
  help: () => ({ words: [...new Set([...COMMANDS.map(({ name }) => name), ...TOPIC_NAMES])] }),
};

const ratioNames = () => [...RECORD.conflicts.map(({ id }) => id), "history"];

/** The belligerents, without anything in brackets after their names. */
function sides(): string[] {
  const names = RECORD.conflicts.flatMap(({ belligerent }) => belligerent?.replace(/ \(.*/, "") ?? []);
  return [...new Set(names)].sort();
}
