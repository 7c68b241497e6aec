import { type Counted, refuse } from "../core/errors.ts";
import type { RatioLookup } from "../core/figure.ts";
import type { Category, CategoryLoss, Combine, Coverage, Force, Report } from "../core/scenario.ts";
import { notAChoice } from "../core/suggest.ts";
import { parseFigure, parseLoss, parseShare } from "./figure.ts";
import { parseLabel, parseLabelled } from "./label.ts";

/** Reads a figure with its source and date, if it has them: "Ukraine@2022-03-16=13,800". Throws InputError. */
export function parseReport(text: string, counted: Counted): Report {
  const { value: figure, name: source, asOf } = parseLabelled(text, (text) => parseFigure(text, { counted }));
  return { source, asOf, figure };
}

/**
 * Reads a count, a multiplier or the name of one, with its source and date: "AP=14000-21000", "2x-3x",
 * "us-korea". Throws InputError.
 */
export function parseCategory(text: string, counted: Category, ratios?: RatioLookup): CategoryLoss {
  const { value, name: source, asOf } = parseLabelled(text, (text) => parseLoss(text, { counted, ratios }));
  return { source, asOf, ...value };
}

/** Reads the share of all deaths that a list holds: "45%-65%", "Mediazona=45%-65%". Throws InputError. */
export function parseCoverage(text: string): Coverage {
  const { value: share, name: source, asOf } = parseLabelled(text, parseShare);
  return { source, asOf, share };
}

/** Reads the size of a force: "150,000", "at the border=150,000". Throws InputError. */
export function parseForce(text: string): Force {
  const { value: figure, name: label, asOf } = parseLabelled(text, (text) => parseFigure(text));
  return { label, asOf, figure };
}

const RULES = ["envelope", "overlap", "sum", "prefer=NAME"] as const;

/** Reads how rival reports become one: "envelope", "prefer=Ukraine". Throws InputError. */
export function parseCombine(text: string): Combine {
  const [rule, name] = text.split(/=(.*)/s, 2) as [string, string | undefined];
  if (rule === "prefer" && name?.trim()) {
    const { name: source, asOf } = parseLabel(name);
    return { rule, source, asOf };
  }
  if (name === undefined && (rule === "envelope" || rule === "overlap" || rule === "sum")) return { rule };
  return refuse(notAChoice(text, RULES));
}
