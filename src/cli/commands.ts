interface CommandInfo {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The words it takes that belong to no option, as help shows them. Absent if it takes none. */
  readonly operands?: string;
}

const LIST = [
  { name: "estimate", summary: "calculate an estimate (the default); FILE is a scenario file" },
  { name: "batch", operands: "[FILE...]", summary: "add an estimate to every row of a table" },
  { name: "compare", operands: "[FILE|WAR...]", summary: "compare two sides, two dates, or a side and a past war" },
  { name: "total", operands: "[FILE...]", summary: "add up parts that count different people" },
  { name: "past", summary: "rank a share or a daily rate among past battles; FILE is a scenario file" },
  { name: "check", operands: "FILE...", summary: "compare results with what scenario files expect" },
  { name: "ratios", operands: "[TEXT...]", summary: "list ratios of past wars by name, with their sources" },
  { name: "schema", operands: "NAME", summary: "print the JSON Schema of files or of an estimate's --json" },
  { name: "explain", operands: "[CODE...]", summary: "explain the code of a mistake or a caveat" },
  { name: "completion", operands: "SHELL", summary: "print a completion script for a shell" },
  { name: "help", operands: "[TOPIC]", summary: "show a command's page, or explain a topic" },
] as const satisfies readonly CommandInfo[];

export type CommandName = (typeof LIST)[number]["name"];

/** A command, as help and the completions show it. The code that runs it is in `runners.ts`. */
export interface CommandSpec extends CommandInfo {
  readonly name: CommandName;
}

/** All commands. The first is the default if none is named. */
export const COMMANDS: readonly [CommandSpec, ...CommandSpec[]] = LIST;
