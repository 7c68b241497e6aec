import type { Problem, ProblemCode } from "./errors.ts";
import { ZERO } from "./rational.ts";
import { givenCategories, type Scenario } from "./scenario.ts";

/** What does not belong together in a scenario; none where it can be estimated. */
export function problemsOf(scenario: Scenario): Problem[] {
  return [
    ...basisProblems(scenario),
    ...ratioProblems(scenario),
    ...(scenario.casualties ? casualtyProblems(scenario) : []),
    ...returnedProblems(scenario),
    ...shareProblems(scenario),
  ];
}

/** Problems that may only be there because something else could not be read. */
const OF_ABSENCE: readonly ProblemCode[] = ["E-NOTHING", "E-RETURNED"];

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
  return [{ code: "E-RATIO-AND-CATEGORY", args: { categories } }];
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

function shareProblems({ coverage, forces = [] }: Scenario): Problem[] {
  const none = forces.filter(({ figure }) => figure.low === 0);
  return [
    ...(coverage?.share.low.equals(ZERO) ? [{ code: "E-COVERAGE-ZERO", args: {} } as const] : []),
    ...none.map(({ label }) => ({ code: "E-FORCE-ZERO", args: label === undefined ? {} : { label } }) as const),
  ];
}
