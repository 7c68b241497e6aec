import { defined } from "../core/defined.ts";
import { groupDigits } from "../core/digits.ts";
import { firstMistakes, type Place, type Problem } from "../core/errors.ts";
import { printable } from "../notation/characters.ts";
import { LONGEST } from "../notation/read-quantity.ts";
import { inert } from "./inert.ts";
import { writeJson } from "./json.ts";
import { shortened } from "./problems/words.ts";
import { problemWording } from "./problems.ts";
import { shellQuoted } from "./shell-quoted.ts";
import { wrapped } from "./wrap.ts";

/** Emphasises a part of a message. Without colour, it returns the text unchanged. */
export type Emphasis = (text: string) => string;

const USUAL_WIDTH = 80;

/** The mistakes for people: each with its text, a caret under the place, and what to type. */
export function reportProblems(
  problems: readonly Problem[],
  strong: Emphasis = (text) => text,
  width = USUAL_WIDTH,
): string {
  const reports = firstMistakes(problems).map((problem) => report(problem, strong, width));
  const count = problems.filter(({ code }) => code !== "E-LINES-UNREAD").length;
  const closing = count > 1 ? [`${groupDigits(String(count))} mistakes; nothing was calculated.`] : [];
  return inert(`${[...reports, ...closing].join("\n\n")}\n`);
}

/** The mistakes for programs. */
export function problemsAsJson(problems: readonly Problem[], indented: boolean): string {
  const errors = firstMistakes(problems).map(problemRecord);
  return `${writeJson({ schema: "loss-calc/errors", version: 1, errors }, indented)}\n`;
}

/** A mistake for programs. The column is that in the file, or in the text if there is no file. */
export function problemRecord(problem: Problem): object {
  const { says, expected } = problemWording(problem);
  const { code, text, start, tries = [], at = {} } = problem;
  const { columns: _, ...place } = at;
  const column = at.column ?? (start === undefined ? undefined : start + 1);
  return { ...defined({ code, message: says, expected, ...place, text, column }), try: tries };
}

/** One mistake for people, without a line ending. */
function report(problem: Problem, strong: Emphasis, width: number): string {
  const { code, text, start = 0, end = text?.length ?? 0, tries = [], at } = problem;
  const { says, expected } = problemWording(problem);
  const place = placeText(at);
  const quoted = text === undefined ? [] : quote(text, start, end);
  const head = `error ${code}:`;
  // The head of the message is never wrapped.
  const sentence = wrapped(`${"-".repeat(head.length)} ${place ? `${place}: ` : ""}${says}`, width, "  ");
  return [
    strong(head) + sentence.slice(head.length),
    ...quoted,
    ...(expected === undefined ? [] : [wrapped(`  expected: ${expected}`, width, "    ")]),
    ...tries.map((spelling, index) => `  ${index === 0 ? "try:" : "    "} ${command(printable(spelling), at)}`),
  ].join("\n");
}

/** "--killed", "standard input, line 3", "losses.csv:17: force", "scenario.json:4:12: killed[0].figure". */
function placeText({ option, side, file, line, column, path, cell }: Place = {}): string | undefined {
  if (line === undefined) return file === undefined ? (option ?? side) : printable(file);
  if (column === undefined) {
    if (cell !== undefined) return `${printable(file ?? "standard input")}:${line}: ${printable(cell)}`;
    return file === undefined || file === "standard input"
      ? `standard input, line ${line}`
      : `${printable(file)}:${line}`;
  }
  const where = `${file === undefined ? "standard input" : printable(file)}:${line}:${column}`;
  return path === undefined ? where : `${where}: ${printable(path)}`;
}

/**
 * The text with a caret under each character of the place. If the place is empty, the caret marks where something is
 * missing. What is too long to be read is not repeated in full.
 */
function quote(text: string, start: number, end: number): string[] {
  const before = printable(text.slice(0, start)).replace(/\s/gu, " ");
  const isLong = end - start > LONGEST;
  const marked = printable(isLong ? shortened(text.slice(start, end)) : text.slice(start, end));
  const carets = "^".repeat(Math.max(1, [...marked].length));
  return [
    `    ${printable(text.slice(0, start))}${marked}${isLong ? "" : printable(text.slice(end))}`,
    `    ${" ".repeat([...before].length)}${carets}`,
  ];
}

function command(spelling: string, at: Problem["at"]): string {
  if (at?.option && at.line === undefined) return `${at.option} ${shellQuoted(spelling)}`;
  return at?.column === undefined ? spelling : JSON.stringify(spelling);
}
