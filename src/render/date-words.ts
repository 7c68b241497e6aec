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
