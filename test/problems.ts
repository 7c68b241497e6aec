import { collect, type Problem } from "../src/core/errors.ts";
import { expectSameDigits } from "./tries.ts";

/** The mistakes that a call is refused for; fails the test where it is not. */
export function problemsOf(call: () => unknown): readonly Problem[] {
  const problems: Problem[] = [];
  const result = collect(problems, call);
  if (problems.length === 0) throw new Error(`not refused, but read as ${JSON.stringify(result)}`);
  for (const { text, tries } of problems) expectSameDigits(text, tries);
  return problems;
}

/** Their codes, and the part of the text that each points at: "E-DOT 13.800". */
export function refusalOf(call: () => unknown): string {
  return problemsOf(call)
    .map(({ code, text, start, end }) =>
      text === undefined ? code : [code, text.slice(start, end)].filter((part) => !/^[ \t]*$/.test(part)).join(" "),
    )
    .join("; ");
}
