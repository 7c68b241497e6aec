import { CATEGORIES } from "../core/categories.ts";
import type { Mapping } from "./roles.ts";
import { FIGURES, formsOf, type Role, rangeOf } from "./roles.ts";
import { lossRoles, usualRole } from "./usual-names.ts";

/** A column that looks like a loss and changes no result. */
export interface UnusedLoss {
  readonly column: string;
  /** The --map options that would use it; empty if none can. */
  readonly maps: readonly string[];
  /** Set if it is a part of the casualties, which are used. */
  readonly isPart?: true;
  /** The column that it would then replace. */
  readonly insteadOf?: string | undefined;
  /** Set if the first row lacks it, so that no --map can name it. */
  readonly isLate?: true;
}

const KILLED = formsOf("killed");
const TOTAL = formsOf("casualties");
const FORCE = formsOf("force");
const PARTS: readonly Role[] = [...KILLED, ...CATEGORIES.flatMap(formsOf)];

/** The other columns that may hold the same figure: the figure itself, or its ends. */
function otherForms(role: Role): readonly Role[] {
  const figure = FIGURES.find((figure) => formsOf(figure).includes(role));
  return figure === undefined ? [] : role === figure ? rangeOf(figure) : [figure];
}

/** Roles that keep this one from being found by a usual name, since they count the same people. */
export function rivalsOf(role: Role): readonly Role[] {
  const others = otherForms(role);
  if (TOTAL.includes(role)) return [...others, ...KILLED];
  return PARTS.includes(role) ? [...others, ...TOTAL] : others;
}

/** Whether the user said which column is used for a role or for its other form, or that the role has none. */
export function isDecided(role: Role, mapping: Mapping): boolean {
  return mapping.has(role) || otherForms(role).some((form) => mapping.get(form));
}

/** "POW & MIA" are the captured and the missing in one count. */
function asPair(roles: readonly Role[]): readonly Role[] {
  return roles.join() === "captured,missing" ? ["captured_missing"] : roles;
}

/**
 * What to say about a column that is not used; undefined if it does not look like a loss, or if the user decided about
 * it.
 */
export function unusedLoss(
  column: string,
  names: Readonly<Partial<Record<Role, string>>>,
  mapping: Mapping,
): UnusedLoss | undefined {
  const usual = usualRole(column);
  const likely = usual ? [usual] : asPair(lossRoles(column));
  const roles = likely.filter((role) => !FORCE.includes(role) && !isDecided(role, mapping));
  const role = roles.find((candidate) => names[candidate] === undefined) ?? roles[0];
  if (role === undefined) return undefined;
  const hasKilled = KILLED.some((form) => names[form] !== undefined);
  const hasTotal = TOTAL.some((form) => names[form] !== undefined);
  const isPair = role === "captured_missing";
  const insteadOf = names[role] ?? (isPair ? (names.captured ?? names.missing) : undefined);
  const used = { column, maps: [`${role}=${column}`], insteadOf };
  // A total includes what two losses in one count add.
  if (hasTotal && isPair) return { column, maps: [], isPart: true };
  if (!hasTotal || TOTAL.includes(role) || hasKilled) return used;
  // Two kinds of losses in one column are more than either part of the total.
  return likely.length > 1 ? { column, maps: [], isPart: true } : { ...used, isPart: true };
}
