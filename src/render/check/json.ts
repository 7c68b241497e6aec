import { defined } from "../../core/defined.ts";
import { writeJson } from "../json.ts";
import { toRecord } from "../record.ts";
import { problemRecord } from "../report.ts";
import { claimsOf, countsOf, type Finding, findingsOf, type Outcome, reproduce, statusOf } from "./outcome.ts";

/** The whole outcome for programs, with the estimate of each scenario. */
export function jsonReport(outcomes: readonly Outcome[]): string {
  const record = {
    schema: "loss-calc/check",
    version: 1,
    counts: countsOf(outcomes),
    scenarios: outcomes.map((outcome) => {
      const { file, number, name, checked, problems } = outcome;
      return defined({
        file,
        number,
        name,
        status: statusOf(outcome),
        findings: checked ? findingsOf(outcome).map(findingRecord) : undefined,
        claims: checked ? claimsOf(outcome).map(findingRecord) : undefined,
        errors: checked ? undefined : problems.map(problemRecord),
        reproduce: checked && reproduce(outcome),
        estimate: checked && toRecord(checked.estimate),
      });
    }),
  };
  return `${writeJson(record, true)}\n`;
}

function findingRecord({ title, lines, place: { line, column, path } }: Finding): object {
  const words = Object.fromEntries(lines.map(([label, text]) => [label === "came out" ? "actual" : label, text]));
  return { of: title, ...words, ...defined({ line, column, path }) };
}
