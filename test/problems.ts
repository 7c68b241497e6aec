import { collect, type Problem } from "../src/core/errors.ts";
import { expectSameDigits } from "./tries.ts";

/** The mistakes for which a call is refused. Fails the test if it is not refused. */
export function problemsOf(call: () => unknown): readonly Problem[] {
  const problems: Problem[] = [];
  const result = collect(problems, call);
  if (problems.length === 0) throw new Error(`not refused, but read as ${JSON.stringify(result)}`);
  for (const { text, tries } of problems) expectSameDigits(text, tries);
  return problems;
}

/** The codes of those mistakes, each with the part of the text that it points at: "E-DOT 13.800". */
export function refusalOf(call: () => unknown): string {
  return problemsOf(call)
    .map(({ code, text, start, end }) =>
      text === undefined ? code : [code, text.slice(start, end)].filter((part) => !/^[ \t]*$/.test(part)).join(" "),
    )
    .join("; ");
}
