import type { AsOf } from "../core/dates.ts";

const MONTHS = [
  ...(["January", "February", "March", "April", "May", "June"] as const),
  ...(["July", "August", "September", "October", "November", "December"] as const),
];

/** "July" of 7. */
export const monthName = (month: number): string => MONTHS[month - 1]!;

/** A date as newspapers write it: "16 March 2022", "March 2022". */
export function dateInWords({ text }: { readonly text: string }): string {
  const [year, month, day] = text.split("-");
  return [...(day ? [String(Number(day))] : []), ...(month ? [monthName(Number(month))] : []), year].join(" ");
}

/** "from 1 to 31 May 2024", "in May 2024", "on 1 May 2024": what two dates share is said once. */
export function datesBetween(first: AsOf, last: AsOf): string {
  if (first.text === last.text) return `${first.from === first.to ? "on" : "in"} ${dateInWords(first)}`;
  const [from, to] = [first, last].map(({ text }) => text.split("-")) as [string[], string[]];
  const isAlike = from.length === to.length;
  const isOneMonth = isAlike && from.length === 3 && from[0] === to[0] && from[1] === to[1];
  const isOneYear = isAlike && from.length > 1 && from[0] === to[0];
  const words = dateInWords(first).split(" ");
  const shared = isOneMonth ? 2 : isOneYear ? 1 : 0;
  return `from ${words.slice(0, words.length - shared).join(" ")} to ${dateInWords(last)}`;
}
