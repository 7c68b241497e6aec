import { type Layout, PLAIN } from "../text.ts";
import type { Finding } from "./findings.ts";
import { countsOf, type Outcome, reproduce, titleOf } from "./outcome.ts";

const LABELS = { ok: "ok    ", failed: "FAILED", error: "ERROR " };
const INDENT = "       ";

/** A line for each scenario; under one that failed what was expected, what came out, and what to type. */
export function humanReport(outcomes: readonly Outcome[], { wrap, good, bad }: Layout = PLAIN): string {
  const blocks = outcomes.map((outcome) => {
    const { status } = outcome;
    const label = (status === "ok" ? good : bad)(LABELS[status]);
    const remarks = [
      ...outcome.claims.flatMap(findingLines),
      ...(outcome.idle ? [`${INDENT}nothing is expected of it; --update writes what comes out`] : []),
    ];
    const wrapped = (lines: readonly string[]) => lines.map((line) => wrap(line, `${INDENT}    `));
    return [
      wrap(`${label} ${titleOf(outcome)}`, INDENT),
      ...wrapped(outcome.findings.flatMap(findingLines)),
      // A command is to be copied in one piece.
      ...(status === "failed" ? [`${INDENT}see   ${reproduce(outcome)}`] : []),
      ...wrapped(remarks),
    ].join("\n");
  });
  return `${[...blocks, "", wrap(summary(outcomes))].join("\n")}\n`;
}

function findingLines({ title, lines, place, of }: Finding): string[] {
  const { line, column } = place;
  const where = of === "mistake" && line !== undefined ? `line ${line}, column ${column}: ` : "";
  const widest = Math.max(...lines.map(([label]) => label.length));
  return [`${INDENT}${where}${title}`, ...lines.map(([label, text]) => `${INDENT}  ${label.padEnd(widest)}  ${text}`)];
}

function summary(outcomes: readonly Outcome[]): string {
  const { scenarios, ok, failed, error } = countsOf(outcomes);
  const parts = [
    `${ok} ok`,
    ...(failed ? [`${failed} failed`] : []),
    ...(error ? [`${error} ${error === 1 ? "error" : "errors"}`] : []),
  ];
  const differs = outcomes.some(({ canUpdate }) => canUpdate);
  const accept = differs ? " If what came out is right, --update writes it into the files." : "";
  return `${scenarios} ${scenarios === 1 ? "scenario" : "scenarios"}: ${parts.join(", ")}.${accept}`;
}
