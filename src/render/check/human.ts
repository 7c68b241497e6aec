import { inert } from "../inert.ts";
import type { Layout } from "../layout.ts";
import type { Finding } from "./findings.ts";
import {
  closing,
  commandToReproduce,
  failures,
  type Outcome,
  otherClaims,
  type ReportParts,
  titleOf,
} from "./outcome.ts";

const LABELS = { ok: "ok    ", failed: "FAILED", error: "ERROR " };
const INDENT = "       ";

/**
 * Writes a line for each scenario. If one failed, what was expected, what it got and what to type follow. If quiet, it
 * writes failures only, and nothing if there are none.
 */
export function* humanReport(outcomes: readonly Outcome[], layout: Layout, quiet = false): ReportParts {
  const shown = quiet ? failures(outcomes) : outcomes;
  if (quiet && shown.length === 0) return;
  for (const outcome of shown) yield inert(`${block(outcome, layout, quiet)}\n`);
  yield inert(`\n${layout.wrap(closing(outcomes))}\n`);
}

function block(outcome: Outcome, { wrap, success, failure }: Layout, quiet: boolean): string {
  const { status, checksNothing, findings } = outcome;
  const label = (status === "ok" ? success : failure)(LABELS[status]);
  const remarks = [
    ...otherClaims(outcome).flatMap(findingLines),
    ...(checksNothing && status === "ok" ? [`${INDENT}it checks nothing; --update adds the result to "expect"`] : []),
  ];
  const wrapped = (lines: readonly string[]) => lines.map((line) => wrap(line, `${INDENT}    `));
  return [
    wrap(`${label} ${titleOf(outcome)}`, INDENT),
    ...wrapped(findings.flatMap(findingLines)),
    // Keep the command on one line so that it can be copied.
    ...(status === "failed" ? [`${INDENT}see   ${commandToReproduce(outcome)}`] : []),
    ...(quiet ? [] : wrapped(remarks)),
  ].join("\n");
}

function findingLines({ code, title, lines, place }: Finding): string[] {
  const { line, column } = place;
  const where = code && line !== undefined ? ` at line ${line}, column ${column}` : "";
  const widest = Math.max(...lines.map(([label]) => label.length));
  return [
    `${INDENT}${code ? `${code}${where}: ` : ""}${title}`,
    ...lines.map(([label, text]) => `${INDENT}  ${label.padEnd(widest)}  ${text}`),
  ];
}
