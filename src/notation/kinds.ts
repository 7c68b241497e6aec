import type { AsOf } from "../core/dates.ts";
import { type Counted, refuse } from "../core/errors.ts";
import type { Ratio, RatioLookup, Share } from "../core/figure.ts";
import type { Category, CategoryLoss, Combine, Coverage, Force, Provenance, Report } from "../core/scenario.ts";
import { attributionName } from "../core/sources.ts";
import { notAChoice } from "../core/suggest.ts";
import { parseDate } from "./date.ts";
import { parseFigure, parseLoss, parseRatio, parseShare } from "./figure.ts";
import { parseFile, parseLabel, parseLabelled, parseName, within } from "./label.ts";

/** The forms that a value can have in a scenario file; `input/scenario-schema.ts` has a schema for each. */
export type Form =
  | "name"
  | "file"
  | "date"
  | "figure"
  | "labelledFigure"
  | "loss"
  | "ratio"
  | "share"
  | "labelledShare"
  | "combine";

type Read<T> = (text: string, ratios?: RatioLookup) => T;

/** How the values of one kind are read and written, on a command line and in a scenario file. */
export interface Kind<T> {
  /** Reads what was typed. Throws InputError. */
  readonly read: Read<T>;
  /** The value as it would be typed. */
  readonly write: (value: T) => string;
  /** How the text is written in a scenario file. */
  readonly form: Form;
  /** How it is written there as an object: with its source, its date and so on. */
  readonly object?: ObjectForm<T>;
}

/** What can be said about a value in a scenario file, in the order in which it is written. */
export type Remark = "label" | "source" | "kind" | "asOf" | "url" | "note";

/** The object form of a value: its text under a key of its own, and remarks next to it. */
export interface ObjectForm<T> {
  /** The name of its schema. */
  readonly id: "report" | "category" | "force" | "coverage";
  readonly key: "figure" | "share";
  readonly form: Form;
  readonly remarks: readonly Remark[];
  /** Reads the text without a label, into the fields of the value. Throws InputError. */
  readonly read: Read<Partial<T>>;
  readonly write: (value: T) => string;
}

export const NAME: Kind<string> = { read: parseName, write: (name) => name, form: "name" };
export const FILE: Kind<string> = { read: parseFile, write: (file) => file, form: "file" };
export const DATE: Kind<AsOf> = { read: (text) => parseDate(text), write: ({ text }) => text, form: "date" };
export const RATIO: Kind<Ratio> = {
  read: (text, ratios) => parseRatio(text, { ratios }),
  write: ({ text }) => text,
  form: "ratio",
};
export const RETURNED: Kind<Share> = {
  read: (text) => parseShare(text, { counted: "wounded" }),
  write: ({ text }) => text,
  form: "share",
};
export const COMBINE: Kind<Combine> = { read: parseCombine, write: combineText, form: "combine" };

export function reportOf(counted: "killed" | "casualties"): Kind<Report> {
  return labelled((text) => parseReport(text, counted), "source", "labelledFigure", {
    id: "report",
    key: "figure",
    form: "figure",
    remarks: ["source", "kind", "asOf", "url", "note"],
    read: (text) => ({ figure: parseFigure(text, { counted }) }),
    write: ({ figure }) => figure.text,
  });
}

export function lossOf(category: Category): Kind<CategoryLoss> {
  return labelled((text, ratios) => parseCategory(text, category, ratios), "source", "loss", {
    id: "category",
    key: "figure",
    form: "loss",
    remarks: ["source", "asOf", "url", "note"],
    read: (text, ratios) => parseLoss(text, { counted: category, ratios }),
    write: (loss) => (loss.kind === "count" ? loss.figure.text : loss.ratio.text),
  });
}

const parseCovered = (text: string) => parseShare(text, { counted: "killed" });

export const COVERAGE: Kind<Coverage> = labelled(parseCoverage, "source", "labelledShare", {
  id: "coverage",
  key: "share",
  form: "share",
  remarks: ["source", "asOf"],
  read: (text) => ({ share: parseCovered(text) }),
  write: ({ share }) => share.text,
});

export const FORCE: Kind<Force> = labelled(parseForce, "label", "labelledFigure", {
  id: "force",
  key: "figure",
  form: "figure",
  remarks: ["label", "source", "asOf", "url", "note"],
  read: (text) => ({ figure: parseFigure(text, { counted: "force" }) }),
  write: ({ figure }) => figure.text,
});

/** A kind whose text may begin with whose it is: "Ukraine@2022-03-16=13,800". */
function labelled<T extends Provenance>(
  read: Read<T>,
  name: keyof T & ("source" | "label"),
  form: Form,
  object: ObjectForm<T>,
): Kind<T> {
  const write = (value: T) => {
    const source = value[name] as string | undefined;
    if (source === undefined) return object.write(value);
    return `${attributionName({ source, asOf: value.asOf })}=${object.write(value)}`;
  };
  return { read, write, form, object };
}

/** Reads a figure with its source and date, if it has them: "Ukraine@2022-03-16=13,800". Throws InputError. */
export function parseReport(text: string, counted: Counted): Report {
  const { value: figure, name: source, asOf } = parseLabelled(text, (text) => parseFigure(text, { counted }), counted);
  return { source, asOf, figure };
}

/**
 * Reads a count, a multiplier or the name of one, with its source and date: "AP=14000-21000", "2x-3x",
 * "us-korea". Throws InputError.
 */
export function parseCategory(text: string, counted: Category, ratios?: RatioLookup): CategoryLoss {
  const { value, name: source, asOf } = parseLabelled(text, (text) => parseLoss(text, { counted, ratios }), counted);
  return { source, asOf, ...value };
}

/** Reads the share of all deaths that a list covers: "45%-65%", "Mediazona=45%-65%". Throws InputError. */
export function parseCoverage(text: string): Coverage {
  const { value: share, name: source, asOf } = parseLabelled(text, parseCovered);
  return { source, asOf, share };
}

/** Reads the size of a force: "150,000", "at the border=150,000". Throws InputError. */
export function parseForce(text: string): Force {
  const { value: figure, name: label, asOf } = parseLabelled(text, (text) => parseFigure(text, { counted: "force" }));
  return { label, asOf, figure };
}

/** The rules, as they are typed and completed. */
export const RULES = ["envelope", "overlap", "sum", "prefer=NAME"] as const;

/** Reads how rival reports become one figure: "envelope", "prefer=Ukraine". Throws InputError. */
export function parseCombine(text: string): Combine {
  const [rule, name] = text.split(/=(.*)/s, 2) as [string, string | undefined];
  if (rule === "prefer" && name?.trim()) {
    const { name: source, asOf } = within(text, text.length - name.length, text.length, parseLabel);
    return { rule, source, asOf };
  }
  if (name === undefined && (rule === "envelope" || rule === "overlap" || rule === "sum")) return { rule };
  return refuse(notAChoice(text, RULES));
}

/** "envelope", "prefer=Ukraine@2022". */
function combineText(combine: Combine): string {
  return combine.rule === "prefer" ? `prefer=${attributionName(combine)}` : combine.rule;
}
