import { inert } from "../inert.ts";
import { type Finding, oneLine } from "./findings.ts";
import { commandToReproduce, type Outcome, otherClaims, placeName, type ReportParts } from "./outcome.ts";

/** The Test Anything Protocol, version 14: a line for each scenario, with the differences as YAML. */
export function* tapReport(outcomes: readonly Outcome[]): ReportParts {
  yield `TAP version 14\n1..${outcomes.length}\n`;
  for (const [index, outcome] of outcomes.entries()) {
    const { status, findings } = outcome;
    const title = [placeName(outcome), outcome.name].filter(Boolean).join("  ");
    const lines = [
      `${status === "ok" ? "ok" : "not ok"} ${index + 1} - ${escaped(title)}`,
      ...(status === "ok" ? [] : yaml(outcome, findings)),
      ...(outcome.caveats.length > 0 ? [`# caveats: ${outcome.caveats.join(", ")}`] : []),
      ...otherClaims(outcome).map((claim) => `# ${oneLine(claim)}`),
    ];
    yield inert(`${lines.join("\n")}\n`);
  }
}

function yaml(outcome: Outcome, findings: readonly Finding[]): string[] {
  return [
    "  ---",
    `  severity: ${outcome.status === "error" ? "error" : "fail"}`,
    "  findings:",
    ...findings.map((finding) => `    - ${JSON.stringify(oneLine(finding))}`),
    ...(outcome.status === "failed" ? [`  reproduce: ${JSON.stringify(commandToReproduce(outcome))}`] : []),
    "  ...",
  ];
}

/** Escapes text, because a "#" would start a directive. */
function escaped(text: string): string {
  return text.replace(/[\\#]/g, "\\$&");
}
