import { DATE_ORDERS } from "../../core/dates.ts";
import type { Problem } from "../../core/errors.ts";
import { KINDS } from "../../core/inputs.ts";
import { conditionsFrom, listedIn, meaningsFrom } from "../../table/column-values.ts";
import { FIGURE_PARTS, type FigurePart } from "../../table/figure-columns.ts";
import type { JoinPlan, SelectionPlan } from "../../table/plan.ts";
import { ROLE_WORDS, roleProblems } from "../../table/role-words.ts";
import type { GivenOptions } from "../given.ts";

/** Reads which rows count, and as what; undefined if all of them do. Adds every mistake to the list. */
export function selectionFrom(given: GivenOptions, problems: Problem[]): SelectionPlan | undefined {
  const conditions = (["--where", "--where-not"] as const).flatMap((option) =>
    conditionsFrom(given.values(option), option, problems),
  );
  const kinds = meaningsFrom(given.values("--kind-from"), "--kind-from", KINDS, problems);
  const before = problems.length;
  const roles = meaningsFrom(given.values("--role"), "--role", ROLE_WORDS, problems);
  if (problems.length === before) problems.push(...roleProblems(roles));
  if (conditions.length === 0 && kinds.length === 0 && roles.length === 0) return undefined;
  const excluded = given.values("--without");
  const without = KINDS.filter((kind) => excluded.includes(kind));
  return { conditions, kinds, without, roles, figures: figuresFrom(given) };
}

/** A --map option for the columns of figures whose --role is in another column. */
const FIGURE_MAP = /^\s*(figure|low|best|high)\s*=(.*)$/s;

/** The columns of these figures, as --map names them. */
function figuresFrom(given: GivenOptions): ReadonlyMap<FigurePart, string> {
  const named = given.values("--map").flatMap((text) => {
    const [, name, column] = FIGURE_MAP.exec(text) ?? [];
    const part = FIGURE_PARTS.find((known) => known === name);
    return part === undefined ? [] : [[part, column!.trim()] as const];
  });
  return new Map(named);
}

/** The --map options for everything else. */
export function mapsOfRoles(given: GivenOptions): readonly string[] {
  return given.values("--map").filter((text) => !given.has("--role") || !FIGURE_MAP.test(text));
}

/** Reads the columns that tell which rows belong together. */
export function joinFrom(given: GivenOptions): JoinPlan | undefined {
  const text = given.value("--join");
  if (text === undefined) return undefined;
  return { keys: listedIn(text), order: given.choice("--dates", DATE_ORDERS) };
}
