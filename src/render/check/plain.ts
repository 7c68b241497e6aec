import { printable } from "../../notation/characters.ts";
import { inert } from "../inert.ts";
import { oneLine } from "./findings.ts";
import { failures, type Outcome, type ReportParts } from "./outcome.ts";

/**
 * A line for each scenario, for other programs: status, file, number, name, then the codes of its caveats or why it is
 * not ok, separated by tabs. Text from a file never has a tab or a line break here.
 */
export function* plainReport(outcomes: readonly Outcome[], quiet = false): ReportParts {
  for (const { status, file, number, name, caveats, findings } of quiet ? failures(outcomes) : outcomes) {
    const why = status === "ok" ? caveats.join(" ") : findings.map(oneLine).join("; ");
    yield inert(`${[status, printable(file), number ?? "", name ?? "", why].join("\t")}\n`);
  }
}
