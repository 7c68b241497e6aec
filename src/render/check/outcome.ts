import { type Checked, type Comparison, canUpdate, expectsNothing } from "../../core/check.ts";
import { defined } from "../../core/defined.ts";
import type { Place, Problem } from "../../core/errors.ts";
import { expectationName, expectationPath, type ResultName, unitOf } from "../../core/expected.ts";
import type { Gap } from "../../core/provenance.ts";
import type { End, Unit } from "../../core/range.ts";
import { Rational, ZERO } from "../../core/rational.ts";
import { printable } from "../../notation/characters.ts";
import { compact, type Print, percent, RESULT, resultLike } from "../../notation/print.ts";
import { problemWording } from "../problems.ts";
import { type EstimateRecord, toRecord } from "../record.ts";
import { shellQuoted } from "../report.ts";

/** One scenario of a file after it was checked, or a file that could not be read. */
export interface Examined {
  /** "-" for standard input. */
  readonly file: string;
  /** Its place in the file's list, from 1. */
  readonly number?: number;
  /** Absent where there are problems. */
  readonly checked?: Checked;
  readonly problems: readonly Problem[];
  /** What its figures lack, if that was asked. */
  readonly gaps: readonly Gap[];
  readonly placeOf: (path: readonly (string | number)[]) => Place;
}

export type Status = "ok" | "failed" | "error";

/** One reason why a scenario failed or could not be read, or one conclusion of a report, in words. */
export interface Finding {
  readonly title: string;
  /** What was expected, what came out, by how much it differs; or what to do. */
  readonly lines: readonly (readonly [label: string, text: string])[];
  readonly place: Place;
  /** What did not come out, what is lacking or wrong, or what a report concluded, which may hold. */
  readonly of: "expected" | "lacking" | "mistake" | "claimed";
  readonly holds: boolean;
}

/** What is told of one scenario, without the file and the numbers behind it. */
export interface Outcome extends Pick<Examined, "file" | "number" | "problems"> {
  readonly name?: string;
  readonly status: Status;
  readonly findings: readonly Finding[];
  readonly claims: readonly Finding[];
  /** Nothing was expected of it. */
  readonly idle: boolean;
  /** Writing what came out would mend it. */
  readonly canUpdate: boolean;
  readonly estimate?: EstimateRecord;
}

/** What a report needs beyond words: it takes time or room. */
export interface Needs {
  /** Where in the file each finding is. */
  readonly places: boolean;
  readonly estimates: boolean;
}

/** What to tell of a scenario. */
export function outcomeOf(whole: Examined, { places, estimates }: Needs): Outcome {
  const examined: Examined = places ? whole : { ...whole, placeOf: () => ({}) };
  const { file, number, checked, problems } = examined;
  const scenario = checked?.estimate.scenario;
  const findings = findingsOf(examined);
  return defined({
    file,
    number,
    name: scenario?.name,
    status: statusOf(examined, findings),
    problems,
    findings,
    claims: claimsOf(examined),
    idle: checked !== undefined && expectsNothing(checked),
    canUpdate: file !== "-" && checked !== undefined && canUpdate(checked),
    estimate: checked && estimates ? toRecord(checked.estimate) : undefined,
  });
}

function statusOf({ problems }: Examined, findings: readonly Finding[]): Status {
  if (problems.length > 0) return "error";
  return findings.length > 0 ? "failed" : "ok";
}

function findingsOf({ checked, problems, gaps, placeOf }: Examined): Finding[] {
  const differing = checked?.comparisons.filter(({ holds }) => !holds) ?? [];
  const codes = [...new Set(checked?.estimate.caveats.map(({ code }) => code))].join(", ") || "none";
  const found: Omit<Finding, "holds">[] = [
    ...problems.map(unreadable),
    ...differing.map((comparison) => ({
      title: expectationName(comparison.expectation),
      lines: differenceLines(comparison, checked!),
      place: placeOf(["expect", ...expectationPath(comparison.expectation)]),
      of: "expected" as const,
    })),
    ...(checked?.unstated ?? []).map(({ of, force, actual }) => ({
      title: expectationName(defined({ of, force })),
      lines: [
        ["expected", `a share for each of ${checked!.estimate.shares.length} forces`] as const,
        ["came out", compact(actual, percent)] as const,
      ],
      place: placeOf(["expect", of]),
      of: "expected" as const,
    })),
    ...(checked?.missingCaveats ?? []).map((code) => ({
      title: "caveats",
      lines: [["expected", code] as const, ["came out", codes] as const],
      place: placeOf(["expect", "caveats"]),
      of: "expected" as const,
    })),
    ...gaps.map((gap) => ({ ...gapWords(gap), place: placeOf(gapPath(gap)), of: "lacking" as const })),
  ];
  return found.map((finding) => visible({ ...finding, holds: false }));
}

/** Texts of a file can hold anything; what is told of them is safe for any terminal. */
function visible(finding: Finding): Finding {
  const lines = finding.lines.map(([label, text]) => [label, printable(text)] as const);
  return { ...finding, title: printable(finding.title), lines };
}

/** "outOfAction; expected: 24,000; came out: 28,000; differs: 4,000 more". */
export function oneLine({ title, lines }: Finding): string {
  return [title, ...lines.map(([label, text]) => `${label}: ${text}`)].join("; ");
}

/** What a report concluded beside what came out, whether or not they agree. */
function claimsOf({ checked, placeOf }: Examined): Finding[] {
  return (checked?.claims ?? []).map((comparison) => {
    const { expectation, actual, holds } = comparison;
    const { stated, of } = expectation;
    const said = /[a-z]/i.test(stated.text) ? `${stated.text} (${compact(stated, RESULT[unitOf(of)])})` : stated.text;
    const agreement = actual && `${compact(actual, resultLike(unitOf(of), stated))}, which agrees`;
    const lines = holds ? [["came out", agreement!] as const] : differenceLines(comparison, checked!).slice(1);
    return visible({
      title: `claimed ${expectationName(expectation)}`,
      lines: [["claimed", said], ...lines],
      place: placeOf(["claimed", ...expectationPath(expectation)]),
      of: "claimed",
      holds,
    });
  });
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

function differenceLines({ expectation, actual, off, not }: Comparison, checked: Checked): Finding["lines"] {
  const { stated, tolerance, of } = expectation;
  const expected = tolerance ? `${stated.text}, give or take ${tolerance.text}` : stated.text;
  if (!actual) {
    return [
      ["expected", expected],
      ["came out", `nothing: ${whyNothing(expectation, checked)}`],
    ];
  }
  const unit = unitOf(of);
  const print = resultLike(unit, stated);
  const single = stated.low.equals(stated.high) && actual.low.equals(actual.high);
  const ends = (Object.keys(off) as End[])
    .filter((end) => !(single && end === "high" && off.low))
    .map((end) => {
      const found = actual[end];
      if (!found) return "there is no best value";
      const by = difference(shown(found, unit, print), stated[end]!, unit, print);
      return `${single ? "" : `the ${end === "best" ? "best value" : `${end} end`} is `}${by}`;
    });
  const differs = [...ends, ...not.map((flag) => NOT[flag])];
  return [
    ["expected", expected],
    ["came out", compact(actual, print)],
    ...(differs.length > 0 ? [["differs", differs.join("; ")] as const] : []),
  ];
}

/** A result as it is printed, so that the difference can be checked by hand. */
function shown(value: Rational, unit: Unit, print: Print): Rational {
  const number = Rational.decimal(print(value).replace(/[,%]/g, ""));
  return unit === "share" ? number.over(Rational.of(100)) : number;
}

const NOT = {
  openLow: "the low end is not open",
  openHigh: "the high end is not open",
  approximate: "it is not approximate",
};

/** "1,200 more (2.2%)", "4.0 points less". */
function difference(found: Rational, stated: Rational, unit: Unit, print: Print): string {
  const less = found.compare(stated) < 0;
  const size = less ? stated.minus(found) : found.minus(stated);
  const direction = less ? "less" : "more";
  if (unit === "share") {
    const points = print(size).replace("%", "");
    return `${points} ${points === "1.0" ? "point" : "points"} ${direction}`;
  }
  return `${print(size)} ${direction}${stated.equals(ZERO) ? "" : ` (${percent(size.over(stated))})`}`;
}

function whyNothing({ of, force }: Comparison["expectation"], { estimate }: Checked): string {
  if (of === "share" || of === "netShare") {
    const forces = estimate.shares.length;
    if (forces === 0) return "there is no force to take a share of";
    if (force === undefined && forces > 1) return `there are ${forces} forces: write a list with a share for each`;
    if (force !== undefined && force >= forces) return `there ${forces === 1 ? "is 1 force" : `are ${forces} forces`}`;
  }
  return WHY_NOTHING[of] ?? "it is not among the inputs";
}

const WHY_NOTHING: Partial<Record<ResultName, string>> = {
  killed: "without a ratio casualties do not say how many were killed",
  others: "there is no ratio",
  net: "no share of the wounded returned",
  netShare: "no share of the wounded returned",
  ...Object.fromEntries(
    ["wounded", "captured", "missing", "deserted"].map((name) => [
      `implied.${name}`,
      `${name} is no count beside the killed`,
    ]),
  ),
};

function unreadable(problem: Problem): Omit<Finding, "holds"> {
  const { says, expected } = problemWording(problem);
  const { text, tries = [], at = {} } = problem;
  return {
    title: at.path === undefined ? says : `${at.path}: ${says}`,
    lines: [
      ...(text === undefined ? [] : [["written", text] as const]),
      ...(expected === undefined ? [] : [["expected", expected] as const]),
      ...tries.map((spelling) => ["try", JSON.stringify(spelling)] as const),
    ],
    place: at,
    of: "mistake",
  };
}

function gapWords({ lacks, input, index }: Gap): Pick<Finding, "title" | "lines"> {
  if (input === undefined)
    return { title: "it is not said whose losses these are", lines: [["expected", '"side": "…"']] };
  const which = index === undefined ? input : `${input}[${index}]`;
  const key = lacks === "date" ? "asOf" : "source";
  return {
    title: `${which} has no ${lacks}`,
    lines: [["expected", `{ "${key}": "…", "figure": … }`]],
  };
}

function gapPath({ input, index }: Gap): (string | number)[] {
  return [...(input === undefined ? [] : [input]), ...(index === undefined ? [] : [index])];
}
