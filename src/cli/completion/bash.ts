import { type CompletedCommand, type CompletedValue, DEFAULT_COMMAND } from "./words.ts";

/**
 * Makes the completion script for bash. Bash splits words at "=", so "--format=json" arrives as three words. Candidates
 * are one per line, because the name of a side can have spaces.
 */
export function bashScript(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name);
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap((option) => (option.value ? [valueCase(name, option.names, option.value.completed)] : [])),
  );
  const options = commands.map(
    ({ name, options }) => `    ${name}) words=${lines(options.flatMap((option) => option.names))} ;;`,
  );
  const operands = commands.map(({ name, operands }) => `    ${name}) ${caseAction(operands)} ;;`);
  return `# Completes loss-calc in bash: source this file, or put it into bash-completion's folder.
_loss_calc() {
  local IFS=$'\\n' current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]}
  local command=${DEFAULT_COMMAND} words= files= value=yes
  [[ $previous == = ]] && previous=\${COMP_WORDS[COMP_CWORD - 2]}
  [[ $current == = ]] && { previous=\${COMP_WORDS[COMP_CWORD - 1]}; current=; }
  if ((COMP_CWORD > 1)); then
    case \${COMP_WORDS[1]} in
    ${names.join(" | ")}) command=\${COMP_WORDS[1]} ;;
    esac
  fi
  case "$command $previous" in
${values.join("\n")}
  *) value= ;;
  esac
  if [[ -z $value && $current == -* ]]; then
    case $command in
${options.join("\n")}
    esac
  elif [[ -z $value ]]; then
    case $command in
${operands.join("\n")}
    esac
    ((COMP_CWORD == 1)) && words+=$'\\n'${lines(names)}
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  COMPREPLY=("\${COMPREPLY[@]// /\\\\ }")
  if [[ -n $files ]]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY+=($(compgen -f -- "$current"))
  fi
}
complete -F _loss_calc loss-calc
`;
}

function valueCase(command: string, names: readonly string[], completed: CompletedValue): string {
  return `  ${names.map((name) => `"${command} ${name}"`).join(" | ")}) ${caseAction(completed)} ;;`;
}

function caseAction(completed: CompletedValue): string {
  if (completed === "anything") return ":";
  return completed === "files" ? "files=yes" : `words=${lines(completed.words)}`;
}

/** Quotes words of letters, digits, spaces and dashes for bash, one per line. */
function lines(words: readonly string[]): string {
  return `$'${words.join("\\n")}'`;
}
