import type { Problem } from "../core/errors.ts";
import { choiceProblem } from "../core/suggest.ts";
import { FIGURES, type FigureRole, formsOf, PAIRS, type Role } from "./roles.ts";

/** How many people one unit of a column's figures is. */
export type Scale = (role: Role) => number;

const SCALED = [...FIGURES, ...PAIRS] as const;
const LARGEST = 1_000_000;

/** Reads --scale options: "1000" for all figures, "force=1000" for one kind. Every mistake is added to the list. */
export function scaleFrom(texts: readonly string[], problems: Problem[]): Scale {
  const factors = new Map<(typeof SCALED)[number], number>();
  for (const text of texts) {
    const [, name, digits = ""] = /^(?:(.*)=)?(.*)$/s.exec(text) ?? [];
    const roles = name === undefined ? SCALED : SCALED.filter((role) => role === name.trim());
    const factor = Number(digits.replaceAll(",", ""));
    const at = { option: "--scale" };
    if (roles.length === 0) problems.push({ ...choiceProblem(name!, SCALED), at });
    else if (!Number.isInteger(factor) || factor < 1 || factor > LARGEST) {
      problems.push({ code: "E-SCALE", args: { found: digits }, text, at });
    }
    for (const role of roles) if (name !== undefined || !factors.has(role)) factors.set(role, factor);
  }
  return (role) => {
    const figure = SCALED.find((scaled) => scaled === role || formsOf(scaled as FigureRole).includes(role));
    return (figure && factors.get(figure)) ?? 1;
  };
}
