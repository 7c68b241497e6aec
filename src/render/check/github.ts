import { printable } from "../../notation/characters.ts";
import { inert } from "../inert.ts";
import { type Finding, oneLine } from "./findings.ts";
import {
  closing,
  codesOf,
  commandToReproduce,
  failures,
  isPattern,
  type Outcome,
  otherClaims,
  placeName,
  type ReportParts,
  titleOf,
} from "./outcome.ts";

/** GitHub shows no more annotations of one kind than this for a step, and silently drops the rest. */
const SHOWN = 10;

interface Annotation {
  readonly kind: "error" | "warning" | "notice";
  readonly outcome: Outcome;
  readonly finding: Finding;
  readonly message: string;
}

/**
 * Writes workflow commands, which GitHub shows next to the lines of the files: errors for what differs or cannot be
 * read, warnings for claims that do not hold, notices for those that may be true or have no result. After ten of a kind, the rest are plain lines in the log, and the last
 * annotation says how many there are. If quiet, errors only.
 */
export function* githubReport(outcomes: readonly Outcome[], quiet = false): ReportParts {
  const failed = failures(outcomes);
  if (quiet && failed.length === 0) return;
  const errors = failed.flatMap((outcome) => outcome.findings.map((finding) => error(outcome, finding)));
  const claims = (quiet ? [] : outcomes).flatMap((outcome) =>
    otherClaims(outcome).flatMap((finding): Annotation[] => {
      const kind = finding.verdict === "does not hold" ? "warning" : "notice";
      return finding.verdict === "follows" ? [] : [{ kind, outcome, finding, message: oneLine(finding) }];
    }),
  );
  const [warnings, notices] = (["warning", "notice"] as const).map((kind) =>
    claims.filter((each) => each.kind === kind),
  );
  for (const all of [errors, warnings!, notices!]) for (const line of commands(all)) yield `${line}\n`;
  yield `${closing(outcomes)}\n`;
}

function error(outcome: Outcome, finding: Finding): Annotation {
  const see = outcome.status === "failed" ? `\n${commandToReproduce(outcome)}` : "";
  // The annotation has the place already.
  return { kind: "error", outcome, finding, message: oneLine({ ...finding, place: {} }) + see };
}

function commands(annotations: readonly Annotation[]): string[] {
  const left = annotations.length > SHOWN ? annotations.slice(SHOWN - 1) : [];
  const shown = annotations.slice(0, annotations.length - left.length).map(command);
  const [first] = left;
  if (!first) return shown;
  const more = `${left.length} more ${first.kind}s are not shown here; the log of this step lists them`;
  return [
    ...shown,
    `::${first.kind} title=loss-calc check::${more}`,
    ...left.map(({ outcome, message }) => inert(`- ${titleOf(outcome)}: ${message.replaceAll("\n", "; ")}`)),
  ];
}

function command({ kind, outcome, finding, message }: Annotation): string {
  const { line, column } = finding.place;
  const title = [outcome.name ?? placeName(outcome), codesOf(outcome)].filter(Boolean).join(" ");
  const properties = [
    ...(outcome.file === "-" || isPattern(outcome) ? [] : [`file=${escapeProperty(printable(outcome.file))}`]),
    ...(line === undefined ? [] : [`line=${line}`]),
    ...(column === undefined ? [] : [`col=${column}`]),
    `title=${escapeProperty(title)}`,
  ];
  return `::${kind} ${properties.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
