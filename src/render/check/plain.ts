import { printable } from "../../notation/characters.ts";
import { inert } from "../inert.ts";
import { oneLine } from "./findings.ts";
import { failures, type Outcome } from "./outcome.ts";

/**
 * A line for each scenario, for other programs: status, file, number, name, then the codes of its
 * caveats or why it is not ok, with tabs between them. No text of a file holds a tab or a line break here.
 */
export function plainReport(outcomes: readonly Outcome[], quiet = false): string {
  const lines = (quiet ? failures(outcomes) : outcomes).map((outcome) => {
    const { status, file, number, name, caveats, findings } = outcome;
    const why = status === "ok" ? caveats.join(" ") : findings.map(oneLine).join("; ");
    return [status, printable(file), number ?? "", name ?? "", why].join("\t");
  });
  return inert(lines.map((line) => `${line}\n`).join(""));
}
