import { printable } from "../../notation/characters.ts";
import { type Finding, oneLine } from "./findings.ts";
import { type Outcome, reproduce, titleOf } from "./outcome.ts";

/** GitHub shows no more annotations of one kind for a step, and drops the rest without a word. */
const SHOWN = 10;

interface Annotation {
  readonly kind: "error" | "notice";
  readonly outcome: Outcome;
  readonly finding: Finding;
  readonly message: string;
}

/**
 * Workflow commands that GitHub shows beside the lines of the files: errors for what differs or
 * cannot be read, notices for a report's conclusions that do not follow. Beyond ten of a kind they
 * are plain lines of the log, and the last annotation says how many.
 */
export function githubReport(outcomes: readonly Outcome[]): string {
  const errors = outcomes.flatMap((outcome) => outcome.findings.map((finding) => error(outcome, finding)));
  const notices = outcomes.flatMap((outcome) =>
    outcome.claims
      .filter(({ holds }) => !holds)
      .map((finding): Annotation => ({ kind: "notice", outcome, finding, message: oneLine(finding) })),
  );
  const failed = outcomes.filter((outcome) => outcome.status !== "ok").length;
  return [
    ...commands(errors),
    ...commands(notices),
    `${outcomes.length} ${outcomes.length === 1 ? "scenario" : "scenarios"}, ${failed} not ok`,
    "",
  ].join("\n");
}

function error(outcome: Outcome, finding: Finding): Annotation {
  const see = outcome.status === "failed" ? `\n${reproduce(outcome)}` : "";
  return { kind: "error", outcome, finding, message: oneLine(finding) + see };
}

function commands(annotations: readonly Annotation[]): string[] {
  const left = annotations.length > SHOWN ? annotations.slice(SHOWN - 1) : [];
  const shown = annotations.slice(0, annotations.length - left.length).map(command);
  const [first] = left;
  if (!first) return shown;
  const more = `${left.length} more of this kind were left out here; the log of this step lists them`;
  return [
    ...shown,
    `::${first.kind} title=loss-calc check::${more}`,
    ...left.map(({ outcome, message }) => plainLine(`${titleOf(outcome)}: ${message}`)),
  ];
}

/** A line of the log that is no command, whatever stands in it: neither ::command at its beginning nor ##[command]. */
function plainLine(text: string): string {
  return `- ${text.replaceAll("\n", "; ").replaceAll("##[", "# #[")}`;
}

function command({ kind, outcome, finding, message }: Annotation): string {
  const { line, column } = finding.place;
  const properties = [
    ...(outcome.file === "-" ? [] : [`file=${property(printable(outcome.file))}`]),
    ...(line === undefined ? [] : [`line=${line}`]),
    ...(column === undefined ? [] : [`col=${column}`]),
    `title=${property(outcome.name ?? titleOf(outcome))}`,
  ];
  return `::${kind} ${properties.join(",")}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
