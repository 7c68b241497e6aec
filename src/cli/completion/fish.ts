import { type CompletedCommand, type CompletedOption, type CompletedValue, DEFAULT_COMMAND } from "./words.ts";

/** Makes the completion script for fish, to be sourced or put into its completions folder. */
export function fishScript(commands: readonly CompletedCommand[]): string {
  const others = commands.map(({ name }) => name).filter((name) => name !== DEFAULT_COMMAND);
  const named = commands.map(
    ({ name, summary }) => `complete -c loss-calc -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
  );
  const lines = commands.flatMap(({ name, options, operands }) => {
    const when =
      name === DEFAULT_COMMAND
        ? `not __fish_seen_subcommand_from ${others.join(" ")}`
        : `__fish_seen_subcommand_from ${name}`;
    const start = `complete -c loss-calc -n ${quoted(when)}`;
    return [`${start}${operandOf(operands)}`, ...options.map((option) => `${start}${optionOf(option)}`)];
  });
  return `# Completes loss-calc in fish: put this file into ~/.config/fish/completions as loss-calc.fish.
complete -c loss-calc -f
${[...named, ...lines].join("\n")}
`;
}

function operandOf(completed: CompletedValue): string {
  if (completed === "anything") return "";
  return completed === "files" ? " -F" : wordsOf(completed.words);
}

function optionOf({ names, help, value }: CompletedOption): string {
  const flags = names.map((name) => (name.startsWith("--") ? ` -l ${name.slice(2)}` : ` -s ${name.slice(1)}`));
  return `${flags.join("")}${value ? valueFlags(value.completed) : ""} -d ${quoted(help)}`;
}

/** The flags for a value. -x means that a value follows, and that it is not a file. */
function valueFlags(completed: CompletedValue): string {
  if (completed === "anything") return " -x";
  return completed === "files" ? " -r -F" : ` -x${wordsOf(completed.words)}`;
}

/** Fish splits words at spaces, except inside its own quotes. */
function wordsOf(words: readonly string[]): string {
  return ` -a ${quoted(words.map((word) => (word.includes(" ") ? `"${word}"` : word)).join(" "))}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
