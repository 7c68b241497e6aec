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

/** "1.2 million to 1.49 million", as newspapers write numbers of people, if none of them has more decimals than two. */
export function inMillions(text: string): string {
  const isShort = (text.match(/\d[\d,.]*/g) ?? []).every((number) => number.length < 9 || number.endsWith("0,000"));
  const short = (number: string) => `${Number(number.replaceAll(",", "")) / 1e6} million`;
  return isShort ? text.replace(/(?<![\d,])\d{1,3}(?:,\d{3}){2}(?!,?\d)/g, short) : text;
}

/** "3 others", "1 other": for a number as it is printed. */
export function othersInWords(number: string): string {
  return `${number} ${/^(?:about |up to |at least |at most )*1$/.test(number) ? "other" : "others"}`;
}
