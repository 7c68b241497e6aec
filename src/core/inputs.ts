import type { Category } from "./categories.ts";
import type { AsOf } from "./dates.ts";
import type { Amount, Days, Figure, Rate, Ratio, Share, Target } from "./figure.ts";

/** Who says so, and as of when. */
export interface Attribution {
  readonly source?: string | undefined;
  readonly asOf?: AsOf | undefined;
}

/** What a report is: a claim by a side in the war, someone's estimate, or a list of deaths confirmed one by one. */
export const KINDS = ["claim", "estimate", "confirmed"] as const;
export type Kind = (typeof KINDS)[number];

/** Where a figure comes from. */
export interface Provenance extends Attribution {
  readonly url?: string | undefined;
  readonly note?: string | undefined;
}

export interface Report extends Provenance {
  readonly kind?: Kind | undefined;
  /** The figure is for an event, not for one side. */
  readonly counts?: "all sides" | undefined;
  readonly figure: Figure;
  readonly rate?: undefined;
}

/** A report that gives a rate instead of a count: "25% of the force", "1,271 a day". */
export interface RateReport extends Provenance {
  readonly kind?: Kind | undefined;
  readonly counts?: undefined;
  readonly figure?: undefined;
  readonly rate: Rate;
}

/** The killed, or all casualties, as a source reports them. */
export type LossReport = Report | RateReport;

/** A category is reported as a count or a rate, or assumed as a multiplier of the killed. */
export type CategoryLoss = Provenance &
  (
    | { readonly kind: "count"; readonly figure: Figure }
    | { readonly kind: "multiplier"; readonly ratio: Ratio }
    | { readonly kind: "rate"; readonly rate: Rate }
  );

/** The share of all deaths that a confirmed list holds, for the source that it names. */
export interface Coverage extends Attribution {
  readonly share: Share;
}

/** How rival reports of the same thing are combined into one figure. */
export type Combine =
  | { readonly rule: "envelope" | "overlap" | "sum" | "change" }
  | ({ readonly rule: "prefer"; readonly source: string } & Attribution);

/** The part of the killed that is asked for: "fighters=20%". */
export interface PartOfKilled {
  readonly label: string;
  readonly share: Share;
}

/** The share of a force that is out of action. If there are several forces, it names one. */
export interface ForcePart {
  readonly label?: string | undefined;
  readonly asOf?: AsOf | undefined;
  readonly share: Share;
}

/** The people that the share is a share of. */
export interface Force extends Provenance {
  readonly label?: string | undefined;
  readonly figure: Figure;
}

/** The name of a force: its label, or its position in the list. */
export function forceName({ label }: Force, index: number): string {
  return label ?? (index === 0 ? "the force" : `force ${index + 1}`);
}

/**
 * Everything that can be given for a calculation, wherever it was read from. One table, `notation/inputs.ts`, says how
 * each input is named, read and written. Several reports of the same thing are rivals.
 */
export interface Inputs extends Readonly<Partial<Record<Category, readonly CategoryLoss[] | undefined>>> {
  readonly side?: string | undefined;
  readonly asOf?: AsOf | undefined;
  readonly killed?: readonly LossReport[] | undefined;
  /** Two lists of people killed, which overlap, and the number of people on both. The killed follow from them. */
  readonly list?: readonly Report[] | undefined;
  readonly both?: Figure | undefined;
  readonly of?: PartOfKilled | undefined;
  readonly casualties?: readonly LossReport[] | undefined;
  /** The file with the user's own ratios. */
  readonly ratios?: string | undefined;
  /** Wounded, captured, missing and deserted together, per person killed. */
  readonly ratio?: Ratio | undefined;
  /** The share of the casualties who died. */
  readonly died?: Share | undefined;
  /** The share of the wounded who returned to duty. */
  readonly returned?: Share | undefined;
  readonly coverage?: Coverage | undefined;
  /** The kinds of reports that are left out. */
  readonly without?: readonly Kind[] | undefined;
  /** Default: envelope. */
  readonly combine?: Combine | undefined;
  readonly force?: readonly Force[] | undefined;
  readonly share?: ForcePart | undefined;
  /** The first and last day of the losses. Both are counted. */
  readonly start?: AsOf | undefined;
  readonly end?: AsOf | undefined;
  readonly days?: Days | undefined;
  /** What the losses are divided by. */
  readonly per?: Amount | undefined;
  /** Streams of people who join the force during the period, which add up. */
  readonly recruits?: readonly LossReport[] | undefined;
  /** The losses to be reached. */
  readonly until?: Target | undefined;
  /** The pace from now on, if it differs from the pace of the period. */
  readonly pace?: Rate | undefined;
}

export type InputName = keyof Inputs;
