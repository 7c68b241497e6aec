import { escaped } from "../escaped.ts";
import { inert } from "../inert.ts";
import { type Finding, oneLine } from "./findings.ts";
import {
  commandToReproduce,
  failures,
  type Outcome,
  otherClaims,
  placeName,
  type ReportParts,
  summaryOf,
} from "./outcome.ts";

/** GitHub refuses a step summary above 1 MiB. */
const SHOWN = 500;

/**
 * For the step summary in CI: the counts, a table of what is not ok and how to reproduce it, and the claims that do not
 * follow. If quiet, it writes nothing if all is well.
 */
export function* markdownReport(outcomes: readonly Outcome[], quiet = false): ReportParts {
  const failed = failures(outcomes);
  if (quiet && failed.length === 0) return;
  const claims = outcomes.flatMap((outcome) =>
    (quiet ? [] : otherClaims(outcome))
      .filter(({ verdict }) => verdict !== "follows")
      .map((claim) => `- ${titleOf(outcome)}: ${escaped(oneLine(claim))}`),
  );
  yield inert(
    [
      `### ${escaped(`loss-calc check, ${summaryOf(outcomes)}`)}`,
      ...(failed.length > 0 ? [table(failed)] : []),
      ...(claims.length > 0 ? ["Claims that do not follow:", listed(claims)] : []),
      "",
    ]
      .join("\n\n")
      .replace(/\n+$/, "\n"),
  );
}

function table(failed: readonly Outcome[]): string {
  const rows = failed.flatMap((outcome) =>
    outcome.findings.map((finding, index) => {
      // Name a scenario only once, in the row of its first finding.
      const scenario = index === 0 ? `**${outcome.status}** ${titleOf(outcome)}` : "";
      const command = index === 0 ? `<code>${escaped(commandToReproduce(outcome))}</code>` : "";
      return row([scenario, ...cells(finding).map(escaped), command]);
    }),
  );
  const head = [row(["scenario", "what", "expected", "got", "to reproduce"]), row(Array<string>(5).fill("---"))];
  return [...head, listed(rows)].join("\n");
}

function titleOf(outcome: Outcome): string {
  const { name, caveats } = outcome;
  const named = name === undefined ? "" : ` ${escaped(name)}`;
  return `${escaped(placeName(outcome))}${named}${caveats.map((code) => ` <code>${code}</code>`).join("")}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** What the finding is about, what was expected or claimed, and the actual result with the difference. */
function cells({ code, title, lines }: Finding): string[] {
  const all = (...labels: readonly string[]) =>
    lines.flatMap(([label, text]) => (labels.includes(label) ? [text] : [])).join("; ");
  return [code ? `${code}: ${title}` : title, all("expected", "claimed"), all("got", "written", "differs")];
}

function listed(lines: readonly string[]): string {
  const left = lines.length - SHOWN;
  return [...lines.slice(0, SHOWN), ...(left > 0 ? ["", `${left} more are not shown here.`] : [])].join("\n");
}
