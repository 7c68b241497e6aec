import type { Problem } from "../core/errors.ts";
import type { ColumnMeanings } from "./column-values.ts";
import { FIGURES, type FigureRole, rangeOf } from "./roles.ts";

/** One end of a figure, or its best value. */
export const ENDS = ["low", "best", "high"] as const;
export type End = (typeof ENDS)[number];

/** What a value of a --role column may say: what a row counts, which end of its range it gives, or both. */
export const ROLE_WORDS = [...FIGURES, ...ENDS, ...FIGURES.flatMap(rangeOf)] as const;
export type RoleWord = (typeof ROLE_WORDS)[number];

/** What the figures of a row count, and which end of it they give, if only one. */
export interface Target {
  readonly role?: FigureRole | undefined;
  readonly end?: End | undefined;
}

/** Reads such a word. */
export function targetOf(word: RoleWord): Target {
  const [, role, end] = /^(?:(.+)_)?(low|best|high)$/.exec(word) ?? [];
  if (end === undefined) return { role: word as FigureRole };
  return { role: role as FigureRole | undefined, end: end as End };
}

/** Checks that exactly one --role says what rows count, and at most one which end they give. */
export function roleProblems(roles: readonly ColumnMeanings<RoleWord>[]): Problem[] {
  const targets = roles.map(({ meanings }) => [...meanings.values()].map(({ meaning }) => targetOf(meaning)));
  const times = (part: keyof Target) => targets.filter((all) => all.some((target) => target[part])).length;
  const because = times("role") === 0 ? "no loss" : times("role") > 1 ? "two losses" : times("end") > 1 && "two ends";
  return roles.length > 0 && because ? [{ code: "E-ROLE-TARGET", args: { because }, at: { option: "--role" } }] : [];
}
