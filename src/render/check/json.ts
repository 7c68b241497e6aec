import { defined } from "../../core/defined.ts";
import { writeJson } from "../json.ts";
import { problemRecord } from "../report.ts";
import type { Finding } from "./findings.ts";
import { countsOf, kindOf, type Outcome, reproduce, type Skipped } from "./outcome.ts";

/** The whole outcome for programs, with the estimate of each scenario. */
export function jsonReport(outcomes: readonly Outcome[], skipped: readonly Skipped[] = []): string {
  const record = {
    schema: "loss-calc/check",
    version: 1,
    counts: countsOf(outcomes),
    scenarios: outcomes.map((outcome) => {
      const { file, number, name, status, idle, shown, findings, claims, caveats, estimate } = outcome;
      return defined({
        file,
        number,
        name,
        status,
        checksNothing: idle || undefined,
        caveats: estimate && caveats,
        findings: estimate && findings.map(findingRecord),
        claims: estimate && claims.map(findingRecord),
        errors: estimate ? undefined : shown.map(problemRecord),
        reproduce: estimate && reproduce(outcome),
        estimate,
      });
    }),
    skipped: skipped.map((entry) => ({ ...entry, message: kindOf(entry) })),
  };
  // GitHub takes "##[" in a log for a command; in JSON it can only be part of a text.
  return `${writeJson(record, true).replaceAll("##[", "##\\u005b")}\n`;
}

function findingRecord({ title, lines, place: { line, column, path } }: Finding): object {
  const words = Object.fromEntries(lines.map(([label, text]) => [label === "got" ? "actual" : label, text]));
  return { of: title, ...words, ...defined({ line, column, path }) };
}
