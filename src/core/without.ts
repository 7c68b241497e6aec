import { CATEGORIES, REPORTED, type Reported } from "./categories.ts";
import type { NamedInput } from "./caveats/caveat.ts";
import { defined } from "./defined.ts";
import type { Problem } from "./errors.ts";
import type { Attribution, CategoryLoss, Kind, LossReport } from "./inputs.ts";
import type { LeftOut, Scenario } from "./scenario.ts";
import { attributionName, matchingReports, namesOf } from "./sources.ts";

/** The inputs whose reports have a kind of their own. */
export const WITH_KINDS = ["killed", "list", "casualties"] as const;
const WITH_SOURCES = [...WITH_KINDS, ...CATEGORIES] as const;

/**
 * The scenario without the reports of the kinds that it leaves out. A report of a category has the kind that its source
 * has for its other reports.
 */
export function included(scenario: Scenario): Scenario {
  if (!scenario.without?.length || scenario.leftOut) return scenario;
  const leftOut: LeftOut[] = [];
  const kept: Record<string, unknown> = {};
  for (const input of WITH_SOURCES) {
    const reports: readonly (LossReport | CategoryLoss)[] = scenario[input] ?? [];
    const left = reports.filter((report) => {
      const kind = kindOf(input, report, scenario);
      if (kind === undefined || !scenario.without!.includes(kind)) return true;
      leftOut.push({ input, kind, report });
      return false;
    });
    if (left.length < reports.length) kept[input] = left.length > 0 ? left : undefined;
  }
  return { ...scenario, ...kept, leftOut };
}

type WithSource = (typeof WITH_SOURCES)[number];

function kindOf(input: WithSource, report: LossReport | CategoryLoss, scenario: Scenario): Kind | undefined {
  return isOfCategory(input, report) ? kindOfSource(report, scenario) : ownKind(report);
}

function isOfCategory(input: WithSource, _: LossReport | CategoryLoss): _ is CategoryLoss {
  return CATEGORIES.some((category) => category === input);
}

/** The kind of a report: as stated, or by its words ("7,000 confirmed dead"). */
function ownKind({ kind, figure }: LossReport): Kind | undefined {
  return kind ?? (figure?.confirmed ? "confirmed" : undefined);
}

/** The kind of a source's reports, if all that have a kind have the same one. */
function kindOfSource({ source }: CategoryLoss, scenario: Scenario): Kind | undefined {
  if (source === undefined) return undefined;
  const own = WITH_KINDS.flatMap((input) => matchingReports<LossReport>(scenario[input] ?? [], source, undefined));
  const [kind, another] = new Set(own.flatMap((report) => ownKind(report) ?? []));
  return another === undefined ? kind : undefined;
}

/**
 * Kinds of which there is no report, or without which nothing is left, or only reports that an option names. With
 * several subjects, another may have them.
 */
export function withoutProblems(scenario: Scenario, isOneOfSeveral: boolean): Problem[] {
  const { leftOut } = scenario;
  const without = [...new Set(scenario.without)];
  if (without.length === 0 || leftOut) return [];
  const rest = included(scenario);
  const left = rest.leftOut!;
  if (left.length > 0 && [...REPORTED, "list" as const].every((input) => !rest[input]?.length)) {
    return [{ code: "E-WITHOUT", args: { because: "all", kinds: without } }];
  }
  const named = namedProblems(scenario, left);
  if (named.length > 0) return named;
  if (isOneOfSeveral) return [];
  const reports = WITH_KINDS.flatMap((input): readonly LossReport[] => scenario[input] ?? []);
  const kinds = [...new Set(reports.flatMap((report) => ownKind(report) ?? []))];
  const sources = [...new Set(namesOf(reports.filter((report) => ownKind(report) === undefined)))];
  return without
    .filter((kind) => !left.some((report) => report.kind === kind))
    .map((kind) => ({ code: "E-WITHOUT", args: { because: "none", kind, kinds, sources } }));
}

/** Options that would apply to another report, or to none, because those that they mean were all left out. */
function namedProblems(scenario: Scenario, left: readonly LeftOut[]): Problem[] {
  const { coverage, combine } = scenario;
  const meant = (losses: readonly Reported[], { source, asOf }: Attribution) =>
    losses.flatMap((of): readonly LeftOut["report"][] => {
      const reports: readonly LeftOut["report"][] = scenario[of] ?? [];
      if (source !== undefined) return matchingReports(reports, source, asOf);
      return reports.length === 1 ? reports : [];
    });
  const named = [
    ...(coverage ? [["coverage", meant(["killed"], coverage)] as const] : []),
    ...(combine?.rule === "prefer" ? [["combine", meant(REPORTED, combine)] as const] : []),
  ];
  return named.flatMap(([input, reports]): Problem[] => {
    const found = left.find(({ report }) => report === reports[0]);
    if (!found || !reports.every((report) => left.some((other) => other.report === report))) return [];
    const name = attributionName(found.report);
    return [{ code: "E-WITHOUT", args: { because: "named", kind: found.kind, input, name } }];
  });
}

/** A report that was left out, as a caveat names it. */
export function namedLeftOut({ input, report }: LeftOut): NamedInput {
  const source = report.source === undefined ? undefined : attributionName(report);
  return defined({ input, source, text: textOf(report) });
}

export function textOf(report: LeftOut["report"]): string {
  if (report.kind === "multiplier") return report.ratio.text;
  return ("figure" in report && report.figure ? report.figure : (report as { rate: { text: string } }).rate).text;
}
