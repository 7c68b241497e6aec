import type { Category } from "../core/categories.ts";
import type { AsOf } from "../core/dates.ts";
import { defined } from "../core/defined.ts";
import { refuse } from "../core/errors.ts";
import type { Ratio, Share, Target } from "../core/figure.ts";
import {
  type CategoryLoss,
  type Combine,
  type Coverage,
  type Force,
  type ForcePart,
  KINDS,
  type Kind,
  type LossReport,
  type PartOfKilled,
  type Provenance,
  type Report,
} from "../core/inputs.ts";
import type { RatioLookup } from "../core/ratio-lookup.ts";
import { attributionName } from "../core/sources.ts";
import { choiceProblem } from "../core/suggest.ts";
import { parseDate } from "./date.ts";
import { parseDays } from "./days.ts";
import { parseDied } from "./died.ts";
import { parseFigure, parseRatio, parseShare, type ReadAs } from "./figure.ts";
import { parseFile, parseLabel, parseLabelled, parseName, readSlice } from "./label.ts";
import { parseAmount } from "./measured.ts";
import { parseFigureOrPace, parseFigureOrRate, parseLossOrRate, parsePace } from "./rate.ts";
import { parseForceShare, parseOf } from "./shares.ts";
import { parseTarget } from "./target.ts";

/** The forms that a value can have in a scenario file; `input/scenario-schema.ts` has a schema for each. */
export type ValueForm =
  | "name"
  | "file"
  | "date"
  | "figure"
  | "labelledFigure"
  | "loss"
  | "ratio"
  | "share"
  | "labelledShare"
  | "combine"
  | "kind"
  | "days"
  | "amount"
  | "pace"
  | "target"
  | "part";

type ReadValue<T> = (text: string, ratios?: RatioLookup) => T;

/** How the values of one kind are read and written, on a command line and in a scenario file. */
export interface ValueKind<T> {
  /** Reads what was typed. Throws InputError. */
  readonly read: ReadValue<T>;
  /** The value as it would be typed. */
  readonly write: (value: T) => string;
  /** How the text is written in a scenario file. */
  readonly form: ValueForm;
  /** How it is written there as an object: with its source, its date and so on. */
  readonly object?: ObjectForm<T>;
}

/** What can be said about a value in a scenario file, in the order in which it is written. */
export type Remark = "label" | "source" | "kind" | "asOf" | "url" | "note";

/** The object form of a value: its text under a key of its own, and remarks next to it. */
export interface ObjectForm<T> {
  /** The name of its schema. */
  readonly id: "report" | "category" | "force" | "coverage" | "forceShare";
  readonly key: "figure" | "share";
  readonly form: ValueForm;
  readonly remarks: readonly Remark[];
  /** Reads the text without a label, into the fields of the value. Throws InputError. */
  readonly read: ReadValue<Partial<T>>;
  readonly write: (value: T) => string;
}

export const NAME: ValueKind<string> = { read: parseName, write: (name) => name, form: "name" };
export const FILE: ValueKind<string> = { read: parseFile, write: (file) => file, form: "file" };
export const DATE: ValueKind<AsOf> = { read: (text) => parseDate(text), write: ({ text }) => text, form: "date" };
export const RATIO: ValueKind<Ratio> = {
  read: (text, ratios) => parseRatio(text, { ratios }),
  write: ({ text }) => text,
  form: "ratio",
};
export const RETURNED: ValueKind<Share> = {
  read: (text) => parseShare(text, { counted: "wounded" }),
  write: ({ text }) => text,
  form: "share",
};
export const KIND: ValueKind<Kind> = { read: parseKind, write: (kind) => kind, form: "kind" };
export const COMBINE: ValueKind<Combine> = { read: parseCombine, write: combineText, form: "combine" };

export function reportOf(counted: "killed" | "casualties"): ValueKind<LossReport> {
  return reported((text) => parseReport(text, counted), readAsLoss(counted));
}

/** Counts or rates, with the remarks that may be made about them. */
function reported(read: ReadValue<LossReport>, readText: ObjectForm<LossReport>["read"]): ValueKind<LossReport> {
  return labelled(read, "source", "labelledFigure", {
    id: "report",
    key: "figure",
    form: "figure",
    remarks: ["source", "kind", "asOf", "url", "note"],
    read: readText,
    write: ({ figure, rate }) => (figure ?? rate).text,
  });
}

const parseListed = (text: string) => parseFigure(text, { counted: "killed" });

/** The number of people on a list of the killed, with its source and date. */
export const LIST: ValueKind<Report> = labelled(parseList, "source", "labelledFigure", {
  id: "report",
  key: "figure",
  form: "figure",
  remarks: ["source", "kind", "asOf", "url", "note"],
  read: (text) => ({ figure: parseListed(text) }),
  write: ({ figure }) => figure.text,
});

const readAsLoss = (counted: "killed" | "casualties") => (text: string) =>
  parseFigureOrRate(text, { counted, bare: counted === "casualties" });

export const RECRUITS = reported(parseRecruits, parseFigureOrPace);

export function lossOf(category: Category): ValueKind<CategoryLoss> {
  return labelled((text, ratios) => parseCategory(text, category, { ratios }), "source", "loss", {
    id: "category",
    key: "figure",
    form: "loss",
    remarks: ["source", "asOf", "url", "note"],
    read: (text, ratios) => parseLossOrRate(text, { counted: category, ratios }),
    write: textOfLoss,
  });
}

function textOfLoss(loss: CategoryLoss): string {
  if (loss.kind === "count") return loss.figure.text;
  return loss.kind === "multiplier" ? loss.ratio.text : loss.rate.text;
}

/** A kind whose values are written as they were read. */
const asRead = <T extends { readonly text: string }>(read: ReadValue<T>, form: ValueForm): ValueKind<T> => ({
  read: (text) => read(text),
  write: ({ text }) => text,
  form,
});

export const BOTH = asRead(parseListed, "figure");
export const DIED = asRead(parseDied, "share");
export const DAYS = asRead(parseDays, "days");
export const AMOUNT = asRead(parseAmount, "amount");
export const PACE = asRead(parsePace, "pace");
export const TARGET: ValueKind<Target> = {
  read: (text) => parseTarget(text),
  write: (target) =>
    (target.of === "force" ? target.share : target.of === "people" ? target.figure : target.amount).text,
  form: "target",
};
export const PART: ValueKind<PartOfKilled> = {
  read: (text) => parseOf(text),
  write: ({ label, share }) => `${label}=${share.text}`,
  form: "part",
};
export const FORCE_PART: ValueKind<ForcePart> = labelled(parseForceShare, "label", "labelledShare", {
  id: "forceShare",
  key: "share",
  form: "share",
  remarks: ["label", "asOf"],
  read: (text) => defined(parseForceShare(text)),
  write: ({ share }) => share.text,
});

const parseCovered = (text: string) => parseShare(text, { counted: "killed" });

export const COVERAGE: ValueKind<Coverage> = labelled(parseCoverage, "source", "labelledShare", {
  id: "coverage",
  key: "share",
  form: "share",
  remarks: ["source", "asOf"],
  read: (text) => ({ share: parseCovered(text) }),
  write: ({ share }) => share.text,
});

export const FORCE: ValueKind<Force> = labelled(parseForce, "label", "labelledFigure", {
  id: "force",
  key: "figure",
  form: "figure",
  remarks: ["label", "source", "asOf", "url", "note"],
  read: (text) => ({ figure: parseFigure(text, { counted: "force" }) }),
  write: ({ figure }) => figure.text,
});

/** A kind whose text may begin with its source or label: "Ukraine@2022-03-16=13,800". */
function labelled<T extends Provenance>(
  read: ReadValue<T>,
  name: keyof T & ("source" | "label"),
  form: ValueForm,
  object: ObjectForm<T>,
): ValueKind<T> {
  const write = (value: T) => {
    const source = value[name] as string | undefined;
    if (source === undefined) return object.write(value);
    return `${attributionName({ source, asOf: value.asOf })}=${object.write(value)}`;
  };
  return { read, write, form, object };
}

/**
 * Reads losses as a report gives them, with a source and date if it has them: "Ukraine@2022-03-16=13,800",
 * "UK@2024-09=1,271 a day". Throws InputError.
 */
export function parseReport(text: string, counted: "killed" | "casualties"): LossReport {
  const { value, name: source, asOf } = parseLabelled(text, readAsLoss(counted), counted);
  return { source, asOf, ...value };
}

/**
 * Reads a count, a multiplier or the name of a multiplier, or a rate, with its source and date: "AP=14000-21000",
 * "2x-3x", "us-korea". Throws InputError.
 */
export function parseCategory(text: string, counted: Category, { ratios }: Pick<ReadAs, "ratios"> = {}): CategoryLoss {
  const read = (part: string) => parseLossOrRate(part, { counted, ratios });
  const { value, name: source, asOf } = parseLabelled(text, read, counted);
  return { source, asOf, ...value };
}

/** Reads the number of people on a list of the killed: "1,500", "Mediazona@2025-01=1,500". Throws InputError. */
export function parseList(text: string): Report {
  const { value: figure, name: source, asOf } = parseLabelled(text, parseListed, "killed");
  return { source, asOf, figure };
}

/** Reads people who join the force: "32,000", "Kyiv=1000-1100 a day". Throws InputError. */
export function parseRecruits(text: string): LossReport {
  const { value, name: source, asOf } = parseLabelled(text, parseFigureOrPace);
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

/** Reads what a report is: "claim". Throws InputError. */
export function parseKind(text: string): Kind {
  const word = text.trim().toLowerCase();
  return KINDS.find((kind) => kind === word) ?? refuse(choiceProblem(text.trim(), KINDS));
}

/** The rules, as they are typed and completed. */
export const RULES = ["envelope", "overlap", "sum", "change", "prefer=NAME"] as const;

/** Reads how rival reports become one figure: "envelope", "prefer=Ukraine". Throws InputError. */
export function parseCombine(text: string): Combine {
  const [rule, name] = text.split(/=(.*)/s, 2) as [string, string | undefined];
  if (rule === "prefer" && name?.trim()) {
    const { name: source, asOf } = readSlice(text, text.length - name.length, text.length, parseLabel);
    return { rule, source, asOf };
  }
  if (name === undefined && (rule === "envelope" || rule === "overlap" || rule === "sum" || rule === "change")) {
    return { rule };
  }
  return refuse(choiceProblem(text, RULES));
}

/** "envelope", "prefer=Ukraine@2022". */
function combineText(combine: Combine): string {
  return combine.rule === "prefer" ? `prefer=${attributionName(combine)}` : combine.rule;
}
