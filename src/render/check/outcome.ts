import { canUpdate, expectsNothing } from "../../core/check.ts";
import { firstMistakes, MOST_MISTAKES, type Problem } from "../../core/errors.ts";
import { printable } from "../../notation/characters.ts";
import { type EstimateRecord, toRecord } from "../record.ts";
import { shellQuoted } from "../report.ts";

import { claimsOf, type Examined, type Finding, findingsOf } from "./findings.ts";

export type Status = "ok" | "failed" | "error";

/** What is told of one scenario, without the file and the numbers behind it. */
export interface Outcome extends Pick<Examined, "file" | "number" | "problems"> {
  readonly name?: string | undefined;
  readonly status: Status;
  /** The mistakes that are put into words. */
  readonly shown: readonly Problem[];
  readonly findings: readonly Finding[];
  readonly claims: readonly Finding[];
  /** Nothing was expected of it. */
  readonly idle: boolean;
  /** Writing what came out would mend it. */
  readonly canUpdate: boolean;
  readonly estimate?: EstimateRecord | undefined;
}

/** What a report needs beyond words: it takes time or room. */
export interface Needs {
  /** Where in the file each finding is. */
  readonly places: boolean;
  readonly estimates: boolean;
}

/** What to report about a scenario, with so many of its mistakes in words. */
export function outcomeOf(whole: Examined, { places, estimates }: Needs, most = MOST_MISTAKES): Outcome {
  const examined: Examined = places ? whole : { ...whole, placeOf: () => ({}) };
  const { file, number, checked, problems } = examined;
  const scenario = checked?.estimate.scenario;
  const findings = findingsOf(examined, most);
  return {
    file,
    number,
    name: scenario?.name,
    status: statusOf(examined, findings),
    problems,
    shown: firstMistakes(problems, most),
    findings,
    claims: claimsOf(examined),
    idle: checked !== undefined && expectsNothing(checked),
    canUpdate: file !== "-" && checked !== undefined && canUpdate(checked),
    estimate: checked && estimates ? toRecord(checked.estimate) : undefined,
  };
}

function statusOf({ problems }: Examined, findings: readonly Finding[]): Status {
  if (problems.length > 0) return "error";
  return findings.length > 0 ? "failed" : "ok";
}

/** The command that shows how the result comes about. */
export function reproduce({ file, number }: Pick<Outcome, "file" | "number">): string {
  const name = file.startsWith("-") && file !== "-" ? `./${file}` : file;
  return `loss-calc estimate --scenario ${shellQuoted(printable(number ? `${name}#${number}` : name))} --explain`;
}

export function fileName(file: string): string {
  return file === "-" ? "standard input" : printable(file);
}

/** "scenarios/a.json#2", and its name. */
export function titleOf({ file, number, name }: Pick<Outcome, "file" | "number" | "name">): string {
  const place = `${fileName(file)}${number ? `#${number}` : ""}`;
  return name ? `${place}  ${name}` : place;
}

/** How many came out how. */
export function countsOf(outcomes: readonly Outcome[]): Record<Status | "scenarios", number> {
  const count = (status: Status) => outcomes.filter((outcome) => outcome.status === status).length;
  return { scenarios: outcomes.length, ok: count("ok"), failed: count("failed"), error: count("error") };
}
