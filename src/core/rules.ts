import { defined } from "./defined.ts";
import { collect, type Problem, type ProblemCode } from "./errors.ts";
import { ZERO } from "./rational.ts";
import { CATEGORIES, givenCategories, type InputName, type Scenario } from "./scenario.ts";
import { coveredReport, reportNamed } from "./sources.ts";

/** What does not belong together in a scenario; none where it can be estimated. */
export function problemsOf(scenario: Scenario): Problem[] {
  return [
    ...basisProblems(scenario),
    ...ratioProblems(scenario),
    ...(scenario.casualties ? casualtyProblems(scenario) : []),
    ...returnedProblems(scenario),
    ...sourceProblems(scenario),
    ...shareProblems(scenario),
  ];
}

/** Problems that may only be there because something else could not be read. */
const OF_ABSENCE: readonly ProblemCode[] = ["E-NOTHING", "E-RETURNED", "E-SOURCE-UNKNOWN", "E-COVERAGE-CEILING"];

/** The input that a problem of a whole scenario lies in. */
export function inputOf({ code, args }: Problem): InputName | undefined {
  if (code === "E-CASUALTIES-AND") return args.given;
  return INPUT[code];
}

const INPUT: Partial<Record<ProblemCode, InputName>> = {
  "E-KILLED-AND-CASUALTIES": "casualties",
  "E-RATIO-AND-CATEGORY": "ratio",
  "E-RETURNED": "returned",
  "E-COVERAGE-SOURCE": "coverage",
  "E-COVERAGE-CEILING": "coverage",
  "E-COVERAGE-ZERO": "coverage",
  "E-SOURCE-UNKNOWN": "combine",
  "E-SOURCE-TWICE": "combine",
  "E-OVERLAP-EMPTY": "combine",
  "E-FORCE-ZERO": "force",
};

/** All that is wrong with a scenario of which some inputs could not be read. */
export function withRules(unread: readonly Problem[], scenario: Scenario): Problem[] {
  const broken = problemsOf(scenario).filter(({ code }) => unread.length === 0 || !OF_ABSENCE.includes(code));
  return [...unread, ...broken];
}

function basisProblems({ killed, casualties }: Scenario): Problem[] {
  if (killed && casualties) return [{ code: "E-KILLED-AND-CASUALTIES", args: {} }];
  if (!killed?.length && !casualties) return [{ code: "E-NOTHING", args: {} }];
  return [];
}

function ratioProblems(scenario: Scenario): Problem[] {
  const categories = givenCategories(scenario).map(([category]) => category);
  if (!scenario.ratio || categories.length === 0) return [];
  return [{ code: "E-RATIO-AND-CATEGORY", args: { categories, covers: scenario.ratio.named?.covers ?? CATEGORIES } }];
}

function casualtyProblems(scenario: Scenario): Problem[] {
  const counts = givenCategories(scenario).filter(([, loss]) => loss.kind === "count");
  const given = [
    ...counts.map(([category]) => category),
    ...(scenario.coverage ? ["coverage" as const] : []),
    ...(scenario.combine ? ["combine" as const] : []),
  ];
  return given.map((name) => ({ code: "E-CASUALTIES-AND", args: { given: name } }));
}

function returnedProblems({ returned, casualties, ratio, wounded }: Scenario): Problem[] {
  if (!returned) return [];
  if (casualties) return [{ code: "E-RETURNED", args: { because: "casualties" } }];
  if (ratio) return [{ code: "E-RETURNED", args: { because: "ratio" } }];
  if (!wounded) return [{ code: "E-RETURNED", args: { because: "nobody wounded" } }];
  return [];
}

/** A source that is named, and not there; or whose figure a coverage does not go with. */
function sourceProblems({ killed, coverage, combine }: Scenario): Problem[] {
  if (!killed?.length || (!coverage && combine?.rule !== "prefer")) return [];
  const problems: Problem[] = [];
  const covered = coverage && collect(problems, () => coveredReport(killed, coverage));
  if (covered?.figure.openLow) {
    const { figure, source } = covered;
    problems.push({ code: "E-COVERAGE-CEILING", args: defined({ figure: figure.text, source }) });
  }
  if (combine?.rule === "prefer") collect(problems, () => reportNamed(killed, combine.source, combine));
  return problems;
}

function shareProblems({ coverage, force: forces = [] }: Scenario): Problem[] {
  const none = forces.flatMap(({ figure, label }, index) =>
    figure.low > 0 ? [] : [label ?? (forces.length > 1 ? `force ${index + 1}` : undefined)],
  );
  return [
    ...(coverage?.share.low.equals(ZERO) ? [{ code: "E-COVERAGE-ZERO", args: {} } as const] : []),
    ...none.map((label) => ({ code: "E-FORCE-ZERO", args: label === undefined ? {} : { label } }) as const),
  ];
}
