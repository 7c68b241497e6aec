import { type Checked, type Comparison, expectsNothing, type JudgedClaim } from "../../core/check.ts";
import type { Verdict } from "../../core/claim/verdict.ts";
import { defined } from "../../core/defined.ts";
import { firstMistakes, MOST_MISTAKES, type Place, type Problem, type ProblemCode } from "../../core/errors.ts";
import { type Expectation, expectationName, expectationPath, type Stated } from "../../core/expected.ts";
import { type Gap, gapsOf } from "../../core/provenance.ts";
import type { Range, RangeEnd, Unit } from "../../core/range.ts";
import { type Rational, ZERO } from "../../core/rational.ts";
import { unitOf } from "../../core/result-names.ts";
import { shareRangeInWords } from "../../core/share.ts";
import { printable } from "../../notation/characters.ts";
import { compact, type Print, percent, RESULT, resultLike } from "../../notation/print.ts";
import { VERDICT } from "../claims.ts";
import { whyMissing } from "../missing.ts";
import { problemWording } from "../problems.ts";

/** A checked scenario of a file, or a file that could not be read. */
export interface Examined {
  /** "-" for standard input. */
  readonly file: string;
  /** Its place in the file's list, counted from 1. */
  readonly number?: number | undefined;
  /** Absent if there are problems. */
  readonly checked?: Checked | undefined;
  readonly problems: readonly Problem[];
  readonly locate: (path: readonly (string | number)[]) => Place;
}

/** What makes a scenario fail, apart from a result that is not as expected. */
export interface Rules {
  /** A scenario fails if it checks nothing, or if a figure lacks its source or date. */
  readonly strict: boolean;
  /** A scenario fails if a report claims something that does not hold. */
  readonly claims: boolean;
}

/** One reason why a scenario failed or could not be read, or one conclusion of a report, in words. */
export interface Finding {
  /** Only for a mistake. */
  readonly code?: ProblemCode;
  readonly title: string;
  /** What was expected, the result and the difference; or what to do. */
  readonly lines: readonly (readonly [label: LineLabel, text: string])[];
  readonly place: Place;
  /** A result that differs, something missing or wrong, or the conclusion of a report, which may hold. */
  readonly kind: "difference" | "missing" | "mistake" | "claim";
  /** Only for a claim that there is a result to judge by. */
  readonly verdict?: Verdict | undefined;
}

type LineLabel = "expected" | "claimed" | "got" | "differs" | "verdict" | "written" | "try";

/** Whether a scenario cannot fail, because it expects no result and no claim can fail it. */
export function checksNothing(checked: Checked, { claims }: Rules): boolean {
  return expectsNothing(checked) && !(claims && checked.claims.length > 0);
}

/**
 * Why a scenario failed or could not be read. At most N of its mistakes are put into words; the rest are only counted.
 */
export function findingsOf({ checked, problems, locate }: Examined, rules: Rules, most = MOST_MISTAKES): Finding[] {
  const { strict } = rules;
  const gaps = checked && strict ? gapsOf(checked.estimate.scenario) : [];
  const differing = checked?.comparisons.filter(({ holds }) => !holds) ?? [];
  const found: Finding[] = [
    ...firstMistakes(problems, most).map(unreadableFinding),
    ...differing.map((comparison) => ({
      title: expectationName(comparison.expectation),
      lines: [
        ["expected", expectedText(comparison.expectation)] as const,
        ...differenceLines(
          comparison,
          checked!,
          comparison.missingMarks.map((mark) => MISSING_MARKS[mark]),
        ),
      ],
      place: locate(["expect", ...expectationPath(comparison.expectation)]),
      kind: "difference" as const,
    })),
    ...(checked?.unstated ?? []).map(({ of, force, actual }) => ({
      title: expectationName(defined({ of, force })),
      lines: [
        ["expected", `a share for each of ${checked!.estimate.shares.length} forces`] as const,
        ["got", compact(actual, percent)] as const,
      ],
      place: locate(["expect", of]),
      kind: "difference" as const,
    })),
    ...(checked?.missingCaveats ?? []).map((code) => ({
      title: "caveats",
      lines: [["expected", code] as const, ["got", caveatCodes(checked!).join(", ") || "none"] as const],
      place: locate(["expect", "caveats"]),
      kind: "difference" as const,
    })),
    ...(strict && checked && checksNothing(checked, rules)
      ? [{ ...NOTHING_EXPECTED, place: locate([]), kind: "missing" as const }]
      : []),
    ...gaps.map((gap) => ({ ...gapWords(gap), place: locate(gapPath(gap)), kind: "missing" as const })),
  ];
  return found.map(visible);
}

const NOTHING_EXPECTED: Pick<Finding, "title" | "lines"> = {
  title: "it checks nothing",
  lines: [["expected", '"expect": { … }; --update adds it']],
};

/** The codes of an estimate's caveats, without duplicates. */
export function caveatCodes({ estimate: { caveats } }: Checked): string[] {
  return [...new Set(caveats.map(({ code }) => code))];
}

/** What a report claims, with the result and the verdict. */
export function claimsOf({ checked, locate }: Examined): Finding[] {
  return (checked?.claims ?? []).map((claim) => {
    const { expectation, verdict } = claim;
    const { stated, of } = expectation;
    const claimed = /[a-z]/i.test(stated.text)
      ? `${stated.text} (${inDigits(stated, RESULT[unitOf(of)])})`
      : stated.text;
    return visible({
      title: `claimed ${expectationName(expectation)}`,
      lines: [
        ["claimed", claimed],
        ...differenceLines(claim, checked!, openedEnds(claim)),
        ...(verdict ? [["verdict", `it ${VERDICT[verdict]}`] as const] : []),
      ],
      place: locate(["claimed", ...expectationPath(expectation)]),
      kind: "claim",
      verdict,
    });
  });
}

/** "28,000+", or ">28,000" if the number itself is excluded. */
function inDigits(stated: Stated, print: Print): string {
  const { low, high, excludes = [] } = stated;
  if (excludes.length === 0) return compact(stated, print);
  const [first, last] = [excludes.includes("low") ? ">" : "", excludes.includes("high") ? "<" : ""];
  return low.equals(high) ? `${first || last}${print(low)}` : `${first}${print(low)}–${last}${print(high)}`;
}

/** Makes a finding safe to print on any terminal, since the text of a file can hold anything. */
function visible(finding: Finding): Finding {
  const lines = finding.lines.map(([label, text]) => [label, printable(text)] as const);
  return { ...finding, title: printable(finding.title), lines };
}

/** The labels that one line does without. */
const UNLABELLED: ReadonlySet<LineLabel> = new Set(["claimed", "differs", "verdict"]);

/** "outOfAction: expected 24,000, got 28,000; 4,000 more (16.7%)". A mistake begins with its code and place. */
export function oneLine({ code, title, lines, place: { line, column } }: Finding): string {
  const parts = lines.map(([label, text], index) => {
    const mark = label === "got" ? ", " : index === 0 && !code ? ": " : "; ";
    return `${mark}${UNLABELLED.has(label) ? "" : `${label} `}${text}`;
  });
  const where = line === undefined ? "" : ` at line ${line}, column ${column}`;
  return `${code ? `${code}${where}: ` : ""}${title}${parts.join("")}`;
}

function expectedText({ stated, tolerance }: Expectation): string {
  return tolerance ? `${stated.text}, give or take ${tolerance.text}` : stated.text;
}

/** The ends that are as claimed, but open, so that a claim does not follow unless it says so. */
function openedEnds({ verdict, expectation: { stated }, actual, differences: { low, high } }: JudgedClaim): string[] {
  if (verdict === "follows" || !actual) return [];
  return [
    ...(actual.openLow && !stated.openLow && !low ? ["the low end is open"] : []),
    ...(actual.openHigh && !stated.openHigh && !high ? ["the high end is open"] : []),
  ];
}

/** The result, and how it differs from what was stated. */
function differenceLines(
  { expectation, actual, differences }: Comparison | JudgedClaim,
  checked: Checked,
  others: readonly string[],
): Finding["lines"] {
  const { stated, of } = expectation;
  if (!actual) return [["got", `nothing: ${whyNothing(expectation, checked)}`]];
  const unit = unitOf(of);
  const print = resultLike(unit, stated);
  const single = stated.low.equals(stated.high) && actual.low.equals(actual.high);
  const ends = (Object.keys(differences) as RangeEnd[])
    .filter((end) => !(single && end === "high" && differences.low))
    .map((end) => {
      const found = actual[end];
      if (!found) return "there is no best value";
      const differenceText = difference(found, stated[end]!, unit, print);
      return `${single ? "" : `the ${end === "best" ? "best value" : `${end} end`} is `}${differenceText}`;
    });
  const differs = [...ends, ...others];
  return [
    ["got", printed(actual, expectation)],
    ...(differs.length > 0 ? [["differs", differs.join("; ")] as const] : []),
  ];
}

/** A result with as many digits as the stated one. If a share was stated as a fraction, the result is in words too. */
function printed(actual: Range, { of, stated }: Expectation): string {
  const digits = compact(actual, resultLike(unitOf(of), stated));
  return stated.step.low.equals(ZERO) ? `${digits}, ${shareRangeInWords(actual)}` : digits;
}

const MISSING_MARKS = {
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
  const whole = stated.compare(ZERO) < 0 ? ZERO.minus(stated) : stated;
  return `${print(size)} ${direction}${whole.equals(ZERO) ? "" : ` (${percent(size.over(whole))})`}`;
}

function whyNothing({ of, force }: Expectation, { estimate }: Checked): string {
  if (of === "share" || of === "netShare") {
    const forces = estimate.shares.length;
    if (forces === 0) return "there is no force to take a share of";
    if (force === undefined && forces > 1) return `there are ${forces} forces: write a list with a share for each`;
    if (force !== undefined && force >= forces) return `there ${forces === 1 ? "is 1 force" : `are ${forces} forces`}`;
  }
  return whyMissing(of) ?? "it is not among the inputs";
}

function unreadableFinding(problem: Problem): Finding {
  const { says, expected } = problemWording(problem);
  const { text, tries = [], at = {} } = problem;
  return {
    code: problem.code,
    title: at.path === undefined ? says : `${at.path}: ${says}`,
    lines: [
      ...(text === undefined ? [] : [["written", text] as const]),
      ...(expected === undefined ? [] : [["expected", expected] as const]),
      ...tries.map((spelling) => ["try", JSON.stringify(spelling)] as const),
    ],
    place: at,
    kind: "mistake",
  };
}

function gapWords({ lacks, input, index }: Gap): Pick<Finding, "title" | "lines"> {
  if (input === undefined)
    return { title: "it does not say whose losses these are", lines: [["expected", '"side": "…"']] };
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
