import { defined } from "../../core/defined.ts";
import { writeJson } from "../json.ts";
import { problemRecord } from "../report.ts";
import type { Finding } from "./findings.ts";
import { countsOf, type Outcome, reproduce } from "./outcome.ts";

/** The whole outcome for programs, with the estimate of each scenario. */
export function jsonReport(outcomes: readonly Outcome[]): string {
  const record = {
    schema: "loss-calc/check",
    version: 1,
    counts: countsOf(outcomes),
    scenarios: outcomes.map((outcome) => {
      const { file, number, name, status, shown, findings, claims, estimate } = outcome;
      return defined({
        file,
        number,
        name,
        status,
        findings: estimate && findings.map(findingRecord),
        claims: estimate && claims.map(findingRecord),
        errors: estimate ? undefined : shown.map(problemRecord),
        reproduce: estimate && reproduce(outcome),
        estimate,
      });
    }),
  };
  return `${writeJson(record, true)}\n`;
}

function findingRecord({ title, lines, place: { line, column, path } }: Finding): object {
  const words = Object.fromEntries(lines.map(([label, text]) => [label === "came out" ? "actual" : label, text]));
  return { of: title, ...words, ...defined({ line, column, path }) };
}
