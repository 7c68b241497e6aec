import { groupDigits } from "../core/digits.ts";

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** A number as sentences write it: in words below ten, and otherwise in digits with commas. */
export function numberWord(number: number): string {
  return WORDS[number] ?? groupDigits(String(number));
}

/** A range with its numbers in words, if all of them are whole and below ten: "two to three", "at least seven". */
export function digitsAsWords(text: string): string {
  return /\d[\d.,]|[%.(-]|\b0/.test(text.replaceAll(" (or", ""))
    ? text
    : text.replace(/\d/g, (digit) => numberWord(Number(digit)));
}

/** "3 others", "1 other": for a number as it is printed. */
export function othersInWords(number: string): string {
  return `${number} ${/^(?:about |up to |at least |at most )*1$/.test(number) ? "other" : "others"}`;
}
