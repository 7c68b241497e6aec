import { CATEGORIES } from "../core/scenario.ts";
import type { Mapping, Role } from "./columns.ts";
import { lossRoles, usualRole } from "./usual-names.ts";

/** A column that looks like a loss and changes no result. */
export interface UnusedLoss {
  readonly column: string;
  /** The --map options that would use it; none if it is one part of the casualties, which are used. */
  readonly maps: readonly string[];
  /** The column that it would then be used instead of. */
  readonly insteadOf?: string | undefined;
  /** The first row lacks it, so that no --map can name it. */
  readonly isLate?: true;
}

const KILLED = ["killed", "killed_low", "killed_best", "killed_high"] as const;
const PARTS: readonly Role[] = [...KILLED, ...CATEGORIES];

/** Roles that cannot be used next to this one, since they count the same people. */
export function rivalsOf(role: Role): readonly Role[] {
  if (role === "casualties") return PARTS;
  if (role === "killed") return [...KILLED.slice(1), "casualties"];
  if (PARTS.includes(role)) return role.startsWith("killed") ? ["killed", "casualties"] : ["casualties"];
  return [];
}

/** Whether the user said which column is used for that, or that none is. */
export function isDecided(role: Role, mapping: Mapping): boolean {
  if (mapping.has(role)) return true;
  // Where the killed are mapped in one form, columns of the other form are none of our business.
  if (role === "killed") return KILLED.slice(1).some((one) => mapping.get(one));
  return (KILLED as readonly Role[]).includes(role) && Boolean(mapping.get("killed"));
}

/** What is to be said of a column that is not used; undefined if it does not look like a loss, or that was decided. */
export function unusedLoss(
  column: string,
  names: Readonly<Partial<Record<Role, string>>>,
  mapping: Mapping,
): UnusedLoss | undefined {
  const usual = usualRole(column);
  const roles = (usual ? [usual] : lossRoles(column)).filter((role) => role !== "force" && !isDecided(role, mapping));
  const role = roles.find((one) => names[one] === undefined) ?? roles[0];
  if (role === undefined) return undefined;
  const hasKilled = KILLED.some((one) => names[one] !== undefined);
  if (names.casualties !== undefined && role !== "casualties" && !hasKilled) return { column, maps: [] };
  // One form of the killed leaves the other out by itself.
  const isSameFigure = (rival: Role) => role.startsWith("killed") && rival.startsWith("killed");
  const rivals = rivalsOf(role).filter((rival) => names[rival] !== undefined && !isSameFigure(rival));
  return { column, maps: [...rivals.map((rival) => `${rival}=`), `${role}=${column}`], insteadOf: names[role] };
}
