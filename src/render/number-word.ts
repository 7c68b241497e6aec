const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** A number as sentences have it: in words below ten. */
export function numberWord(number: number): string {
  return WORDS[number] ?? String(number);
}
