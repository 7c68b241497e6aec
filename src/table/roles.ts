import { CATEGORIES } from "../core/categories.ts";
import type { InputName } from "../core/inputs.ts";
import { INPUT_ENTRIES } from "../notation/inputs.ts";

/** The figures that may have a column for each end of their range. */
export const FIGURES = ["killed", "casualties", ...CATEGORIES, "force"] as const;
export type FigureRole = (typeof FIGURES)[number];
export type RangeRole = `${FigureRole}_${"low" | "best" | "high"}`;

/** Roles that count two losses together. */
export const PAIRS = ["killed_wounded", "captured_missing"] as const;
export type PairRole = (typeof PAIRS)[number];

/** What a column can hold. Its name says so, or a --map. */
export type Role = "name" | "source" | "killed" | RangeRole | PairRole | InputName;

/** The columns for the ends of a figure's range. */
export function rangeOf(role: FigureRole): readonly [low: RangeRole, best: RangeRole, high: RangeRole] {
  return [`${role}_low`, `${role}_best`, `${role}_high`];
}

/** A figure in a column of its own, and its ends in theirs. */
export function formsOf(role: FigureRole): readonly Role[] {
  return [role, ...rangeOf(role)];
}

/** A table needs one of these columns, and a row needs one of them that is not empty. */
export const REQUIRED_ROLES: readonly Role[] = [...formsOf("killed"), ...formsOf("casualties"), "killed_wounded"];

const isFigure = (input: InputName): input is FigureRole => (FIGURES as readonly InputName[]).includes(input);

/** All roles, in the order in which messages and help list them. */
export const ROLES: readonly Role[] = [
  "name",
  "source",
  "killed",
  ...rangeOf("killed"),
  ...PAIRS,
  ...INPUT_ENTRIES.flatMap(([input, { cell }]): Role[] =>
    cell ? [input, ...(isFigure(input) ? rangeOf(input) : [])] : [],
  ),
];

/** Roles that a column has by its own name. "share" and "days" are in many tables, and mean other things there. */
export const NAMED_ROLES = ROLES.filter(
  (role) => !INPUT_ENTRIES.some(([input, { isMapped }]) => input === role && isMapped),
);

/** The column that is asked for, by role: killed_low=low. An empty name means that the role has no column. */
export type Mapping = ReadonlyMap<Role, string>;
