import { type Layout, PLAIN } from "../text.ts";
import { countsOf, type Finding, type Outcome, reproduce, titleOf } from "./outcome.ts";

const LABELS = { ok: "ok    ", failed: "FAILED", error: "ERROR " };
const INDENT = "       ";

/** A line for each scenario; under one that failed what was expected, what came out, and what to type. */
export function humanReport(outcomes: readonly Outcome[], { wrap, good, bad }: Layout = PLAIN): string {
  const blocks = outcomes.map((outcome) => {
    const { status } = outcome;
    const label = (status === "ok" ? good : bad)(LABELS[status]);
    const lines = [
      ...outcome.findings.flatMap((finding) => findingLines(finding)),
      ...(status === "failed" ? [`${INDENT}see   ${reproduce(outcome)}`] : []),
      ...outcome.claims.flatMap((claim) => findingLines(claim)),
      ...(outcome.idle ? [`${INDENT}nothing is expected of it; --update writes what comes out`] : []),
    ];
    return [wrap(`${label} ${titleOf(outcome)}`, INDENT), ...lines.map((line) => wrap(line, `${INDENT}  `))].join("\n");
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
