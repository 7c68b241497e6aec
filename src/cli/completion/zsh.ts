import { type CompletedCommand, type CompletedOption, type CompletedValue, DEFAULT_COMMAND } from "./words.ts";

/** Makes the completion script for zsh, to be sourced or put into a folder of $fpath as _loss-calc. */
export function zshScript(commands: readonly CompletedCommand[]): string {
  const described = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`);
  const cases = commands.map(
    ({ name, options, operands }) => `    (${name})
      _arguments -s ${[...options.map(optionSpec), quoted(`*:${name}:${action(operands)}`)].join(" \\\n        ")}
      ;;`,
  );
  return `#compdef loss-calc
# Completes loss-calc in zsh: source this file after compinit, or put it into a folder of $fpath as _loss-calc.
_loss-calc() {
  local command=${DEFAULT_COMMAND}
  local -a commands=(
${described.join("\n")}
  )
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _describe command commands
    _files
    return
  fi
  if (( CURRENT > 2 )) && (( $commands[(I)$words[2]:*] )); then
    command=$words[2]
    words=($words[1] $words[3,-1])
    (( CURRENT-- ))
  fi
  case $command in
${cases.join("\n")}
  esac
}
if [ "$funcstack[1]" = "_loss-calc" ]; then
  _loss-calc "$@"
else
  compdef _loss-calc loss-calc
fi
`;
}

/** Makes "--format=[how the result is written]:FORMAT:(text json)", once for each name. */
function optionSpec({ names, help, value, repeats }: CompletedOption): string {
  const before = repeats ? "*" : names.length > 1 ? `(${names.join(" ")})` : "";
  const specs = names.map((name) => {
    const sign = value === undefined ? "" : name.startsWith("--") ? "=" : "+";
    const after = value === undefined ? "" : `:${value.name.replaceAll("=", " ")}:${action(value.completed)}`;
    return quoted(`${before}${name}${sign}[${help.replace(/[[\]:\\]/g, "\\$&")}]${after}`);
  });
  return specs.join(" ");
}

function action(completed: CompletedValue): string {
  if (completed === "anything") return " ";
  if (completed === "files") return "_files";
  return `(${completed.words.map((word) => word.replaceAll(" ", "\\ ")).join(" ")})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
