import { inert } from "../inert.ts";
import { type Finding, oneLine } from "./findings.ts";
import { type Outcome, otherClaims, placeName, reproduce } from "./outcome.ts";

/** The Test Anything Protocol, version 14: a line for each scenario, and what differs as YAML. */
export function tapReport(outcomes: readonly Outcome[]): string {
  const lines = outcomes.flatMap((outcome, index) => {
    const { status, findings } = outcome;
    const title = [placeName(outcome), outcome.name].filter(Boolean).join("  ");
    return [
      `${status === "ok" ? "ok" : "not ok"} ${index + 1} - ${escaped(title)}`,
      ...(status === "ok" ? [] : yaml(outcome, findings)),
      ...(outcome.caveats.length > 0 ? [`# caveats: ${outcome.caveats.join(", ")}`] : []),
      ...otherClaims(outcome).map((claim) => `# ${oneLine(claim)}`),
    ];
  });
  return inert(`${["TAP version 14", `1..${outcomes.length}`, ...lines].join("\n")}\n`);
}

function yaml(outcome: Outcome, findings: readonly Finding[]): string[] {
  return [
    "  ---",
    `  severity: ${outcome.status === "error" ? "error" : "fail"}`,
    "  findings:",
    ...findings.map((finding) => `    - ${JSON.stringify(oneLine(finding))}`),
    ...(outcome.status === "failed" ? [`  reproduce: ${JSON.stringify(reproduce(outcome))}`] : []),
    "  ...",
  ];
}

/** A "#" begins a directive. */
function escaped(text: string): string {
  return text.replace(/[\\#]/g, "\\$&");
}
