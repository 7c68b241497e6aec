import { defined } from "../core/defined.ts";
import { type Counted, refuse } from "../core/errors.ts";
import type { CategoryLoss, Combine, Coverage, Force, Report } from "../core/scenario.ts";
import { notAChoice } from "../core/suggest.ts";
import { parseFigure, parseLoss, parseShare } from "./figure.ts";
import { type Labelled, parseLabel, parseLabelled } from "./label.ts";

/** Reads a figure with its source and date, if it has them: "Ukraine@2022-03-16=13,800". Throws InputError. */
export function parseReport(text: string, counted: Counted): Report {
  const { value, ...label } = parseLabelled(text, (text) => parseFigure(text, { counted }));
  return { ...attribution(label), figure: value };
}

/** Reads a count or a multiplier, with its source and date: "AP=14000-21000", "2x-3x". Throws InputError. */
export function parseCategory(text: string, counted: Counted): CategoryLoss {
  const { value, ...label } = parseLabelled(text, (text) => parseLoss(text, { counted }));
  return { ...attribution(label), ...value };
}

/** Reads the share of all deaths that a list holds: "45%-65%", "Mediazona=45%-65%". Throws InputError. */
export function parseCoverage(text: string): Coverage {
  const { value, ...label } = parseLabelled(text, parseShare);
  return { ...attribution(label), share: value };
}

/** Reads the size of a force: "150,000", "at the border=150,000". Throws InputError. */
export function parseForce(text: string): Force {
  const { value, name, asOf } = parseLabelled(text, (text) => parseFigure(text));
  return defined({ label: name, asOf, figure: value });
}

const RULES = ["envelope", "overlap", "sum", "prefer=NAME"] as const;

/** Reads how rival reports become one: "envelope", "prefer=Ukraine". Throws InputError. */
export function parseCombine(text: string): Combine {
  const [rule, name] = text.split(/=(.*)/s, 2) as [string, string | undefined];
  if (rule === "prefer" && name?.trim()) {
    const label = parseLabel(name);
    return defined({ rule: "prefer" as const, source: label.name, asOf: label.asOf });
  }
  if (name === undefined && (rule === "envelope" || rule === "overlap" || rule === "sum")) return { rule };
  return refuse(notAChoice(text, RULES));
}

function attribution({ name, asOf }: Omit<Labelled<unknown>, "value">) {
  return defined({ source: name, asOf });
}
