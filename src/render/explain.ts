export const EXPLANATIONS: Readonly<Record<string, { means: string; example: string; advice: string }>> = {
  KILLED_ALONE: { means: "x.", example: "loss-calc --killed 7000", advice: "y." },
};
export const CODES: readonly string[] = Object.keys(EXPLANATIONS);
export function codeMeant(text: string): string | undefined {
  return CODES.find((c) => c === text);
}
export function explanationPage(code: string, width = 80): string {
  return `${code}${width}`;
}
