import { defined } from "../../core/defined.ts";
import { jsonParts } from "../json.ts";
import { problemRecord } from "../report.ts";
import type { Finding } from "./findings.ts";
import { commandToReproduce, countsOf, kindOf, type Outcome, type ReportParts, type Skipped } from "./outcome.ts";

/** The whole outcome for programs, with the estimate of each scenario. */
export function* jsonReport(outcomes: readonly Outcome[], skipped: readonly Skipped[] = []): ReportParts {
  const record = {
    schema: "loss-calc/check",
    version: 1,
    counts: countsOf(outcomes),
    scenarios: outcomes.map((outcome) => () => outcomeRecord(outcome)),
    skipped: skipped.map((entry) => ({ ...entry, message: kindOf(entry) })),
  };
  yield* jsonParts(record);
  yield "\n";
}

function outcomeRecord(outcome: Outcome): object {
  const { file, number, name, status, checksNothing, shown, findings, claims, caveats, estimate } = outcome;
  return defined({
    file,
    number,
    name,
    status,
    checksNothing: checksNothing || undefined,
    caveats: estimate && caveats,
    findings: estimate && findings.map(findingRecord),
    claims: estimate && claims.map(findingRecord),
    errors: estimate ? undefined : shown.map(problemRecord),
    reproduce: estimate && commandToReproduce(outcome),
    estimate: estimate?.(),
  });
}

function findingRecord({ title, lines, kind, verdict, place: { line, column, path } }: Finding): object {
  const words = Object.fromEntries(lines.map(([label, text]) => [label === "got" ? "actual" : label, text]));
  return {
    of: title,
    ...words,
    ...(kind === "claim" ? { verdict: verdict ?? "not judged" } : {}),
    ...defined({ line, column, path }),
  };
}
