# Usage: record-examples.sh FOLDER < record-examples.sh
#
# Runs the examples in FOLDER (CODE.example) as a shell would, but with a loss-calc that only records what it was given:
# its arguments in CODE.argv, each ended by a NUL, and its standard input in CODE.stdin. An argument that is a pipe
# becomes a file. Input that cannot be read leaves CODE.unreadable. Examples without a pipe or redirection get this
# script as their standard input, which is how they are recognized.

script=$(realpath "$0")
cd "$1" || exit

loss-calc() {
  local word arguments=()
  for word; do
    if [ -p "$word" ]; then
      cat "$word" > "$code.${#arguments[@]}"
      word=$PWD/$code.${#arguments[@]}
    fi
    arguments+=("$word")
  done
  printf '%s\0' "${arguments[@]}" > "$code.argv"
  [ /dev/stdin -ef "$script" ] || cat > "$code.stdin" 2> "$code.reason" || mv "$code.reason" "$code.unreadable"
}

for example in *.example; do
  code=${example%.example}
  . "./$example"
done
