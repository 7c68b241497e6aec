import { canUpdate, lacksResult } from "../../core/check.ts";
import { firstMistakes, MOST_MISTAKES, type Problem } from "../../core/errors.ts";
import { estimate } from "../../core/estimate.ts";
import { printable } from "../../notation/characters.ts";
import { type EstimateRecord, toRecord } from "../record.ts";
import { shellQuoted } from "../shell-quoted.ts";
import {
  caveatCodes,
  checksNothing,
  claimsOf,
  type Examined,
  type Finding,
  findingsOf,
  type Rules,
} from "./findings.ts";

export type Status = "ok" | "failed" | "error";

/** What is reported about one scenario, without the file and the numbers that it is based on. */
export interface Outcome extends Pick<Examined, "file" | "number" | "problems"> {
  readonly name?: string | undefined;
  readonly status: Status;
  /** The mistakes that are put into words. */
  readonly shown: readonly Problem[];
  readonly findings: readonly Finding[];
  readonly claims: readonly Finding[];
  readonly caveats: readonly string[];
  /** It checks nothing: none of its results can make it fail. */
  readonly checksNothing: boolean;
  /** Writing the results into the file would fix it. */
  readonly canUpdate: boolean;
  /** It expects something that has no result, which only its author can correct. */
  readonly lacksResult: boolean;
  /** Only made when it is written, because all of them together can fill memory. */
  readonly estimate?: (() => EstimateRecord) | undefined;
}

/** A report in parts, to be written one after the other. */
export type ReportParts = Iterable<string>;

/** A file that was skipped because it holds no scenario. */
export interface Skipped {
  readonly file: string;
  readonly kind: "ratios" | "result" | "other";
}

const KINDS: Readonly<Record<Skipped["kind"], string>> = {
  ratios: "a file of ratios",
  result: "a result of loss-calc",
  other: "not a scenario",
};

/** "skipped our-ratios.json: a file of ratios". */
export function skippedNote(skipped: Skipped): string {
  return `skipped ${printable(skipped.file)}: ${kindOf(skipped)}`;
}

export function kindOf({ kind }: Skipped): string {
  return KINDS[kind];
}

/** What a report needs beyond words. It is only made on request, because it takes time or memory. */
export interface Needs {
  /** Where in the file each finding is. */
  readonly places: boolean;
  readonly estimates: boolean;
}

/** What to report about a scenario, with at most N of its mistakes in words. */
export function outcomeOf(whole: Examined, rules: Rules, { places, estimates }: Needs, most = MOST_MISTAKES): Outcome {
  const examined: Examined = places ? whole : { ...whole, locate: () => ({}) };
  const { file, number, checked, problems } = examined;
  const scenario = checked?.estimate.scenario;
  const claims = claimsOf(examined);
  const failing = rules.claims
    ? claims.filter(({ verdict }) => verdict === undefined || verdict === "does not hold")
    : [];
  const findings = [...findingsOf(examined, rules, most), ...failing];
  return {
    file,
    number,
    name: scenario?.name,
    status: statusOf(examined, findings),
    problems,
    shown: firstMistakes(problems, most),
    findings,
    claims,
    caveats: checked ? caveatCodes(checked) : [],
    checksNothing: checked !== undefined && checksNothing(checked, rules),
    canUpdate: file !== "-" && checked !== undefined && canUpdate(checked),
    lacksResult: checked !== undefined && lacksResult(checked),
    estimate: scenario && estimates ? () => toRecord(estimate(scenario)) : undefined,
  };
}

/** The claims that are not among the reasons for failure. */
export function otherClaims({ claims, findings }: Outcome): Finding[] {
  return claims.filter((claim) => !findings.includes(claim));
}

function statusOf({ problems }: Examined, findings: readonly Finding[]): Status {
  if (problems.length > 0) return "error";
  return findings.length > 0 ? "failed" : "ok";
}

/** The command that shows how the result is calculated, or what is wrong with the file. */
export function commandToReproduce({ file, number, status }: Pick<Outcome, "file" | "number" | "status">): string {
  const name = file.startsWith("-") && file !== "-" ? `./${file}` : file;
  if (status === "error") return `loss-calc check ${shellQuoted(name)}`;
  return `loss-calc estimate --scenario ${shellQuoted(number ? `${name}#${number}` : name)} --explain`;
}

export function fileName(file: string): string {
  return file === "-" ? "standard input" : printable(file);
}

/** "scenarios/a.json#2". */
export function placeName({ file, number }: Pick<Outcome, "file" | "number">): string {
  return `${fileName(file)}${number ? `#${number}` : ""}`;
}

/** "scenarios/a.json#2  The Winter War  [OPEN_LOW]": its place, its name, and the codes of its caveats. */
export function titleOf(outcome: Outcome): string {
  return [placeName(outcome), outcome.name, codesOf(outcome)].filter(Boolean).join("  ");
}

/** "[OPEN_LOW, SOURCES_DISAGREE]", or nothing. */
export function codesOf({ caveats }: Pick<Outcome, "caveats">): string {
  return caveats.length > 0 ? `[${caveats.join(", ")}]` : "";
}

/** Counts the scenarios by status. Idle ones are included in the other counts. */
export function countsOf(outcomes: readonly Outcome[]): Record<Status | "scenarios" | "idle", number> {
  const count = (status: Status) => outcomes.filter((outcome) => outcome.status === status).length;
  return {
    scenarios: outcomes.length,
    ok: count("ok"),
    failed: count("failed"),
    error: count("error"),
    idle: outcomes.filter(({ checksNothing }) => checksNothing).length,
  };
}

/** Whether it is a folder or a pattern with no scenario, which is neither a scenario nor a file. */
export function isPattern({ problems }: Pick<Outcome, "problems">): boolean {
  return problems.some(({ code }) => code === "E-FILES-NONE");
}

/** "5 scenarios: 3 ok, 1 failed, 1 error; 2 check nothing". */
export function summaryOf(outcomes: readonly Outcome[]): string {
  const { ok, failed, error, idle } = countsOf(outcomes);
  const scenarios = outcomes.filter((outcome) => !isPattern(outcome)).length;
  const parts = [
    `${ok} ok`,
    ...(failed ? [`${failed} failed`] : []),
    ...(error ? [`${error} ${error === 1 ? "error" : "errors"}`] : []),
  ];
  const nothing = idle ? `; ${idle} ${idle === 1 ? "checks" : "check"} nothing` : "";
  return `${scenarios} ${scenarios === 1 ? "scenario" : "scenarios"}: ${parts.join(", ")}${nothing}`;
}

/** What is left of a report if only failures are asked for. */
export function failures(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ status }) => status !== "ok");
}

/** The counts of a report, and what can be done. */
export function closing(outcomes: readonly Outcome[]): string {
  const isClaim = outcomes.some(({ findings }) => findings.some(({ kind }) => kind === "claim"));
  const sentences = [
    `${summaryOf(outcomes)}.`,
    ...(outcomes.some(({ canUpdate }) => canUpdate)
      ? [`If the new results are right, --update writes them into the files${isClaim ? " and leaves the claims" : ""}.`]
      : []),
    ...(outcomes.some(({ lacksResult }) => lacksResult)
      ? ["Expectations without a result must be edited by hand."]
      : []),
  ];
  return sentences.join(" ");
}
