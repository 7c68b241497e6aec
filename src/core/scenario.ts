import type { AsOf } from "./dates.ts";
import type { Claim, Expected } from "./expected.ts";
import type { Amount, Days, Figure, Rate, Ratio, Share, Target } from "./figure.ts";

/** The losses that are not deaths, in the order in which they are listed. */
export const CATEGORIES = ["wounded", "captured", "missing", "deserted"] as const;
export type Category = (typeof CATEGORIES)[number];

/** The losses that reports state. */
export const REPORTED = ["killed", "casualties", ...CATEGORIES] as const;
export type Reported = (typeof REPORTED)[number];

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

/** An input that an option replaced. Without `to`, it was dropped because it does not go with a new input. */
export interface Replacement {
  readonly input: InputName;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * Everything that can be given for a calculation, wherever it was read from. One table, `notation/inputs.ts`, says how
 * each input is named, read and written. Several reports of the same thing are rivals.
 */
export interface Inputs extends Readonly<Partial<Record<Category, readonly CategoryLoss[] | undefined>>> {
  readonly side?: string | undefined;
  readonly asOf?: AsOf | undefined;
  readonly killed?: readonly LossReport[] | undefined;
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

/** One set of inputs, and the result that is expected. */
export interface Scenario extends Inputs {
  /** The JSON Schema that its file names for editors. */
  readonly schema?: string | undefined;
  readonly name?: string | undefined;
  readonly note?: string | undefined;
  /** What the result must be. */
  readonly expected?: Expected | undefined;
  /** What a report concluded. */
  readonly claimed?: Claim | undefined;
  /** What differs from the file that the scenario was read from. */
  readonly replaced?: readonly Replacement[] | undefined;
}

export type GivenCategory = readonly [Category, CategoryLoss];

/** What a scenario says about each category, in their fixed order. */
export function givenCategories(scenario: Scenario): GivenCategory[] {
  return CATEGORIES.flatMap((category) => scenario[category]?.map((loss) => [category, loss] as const) ?? []);
}

/** The ratios and multipliers of a scenario, with the inputs that they were given for. */
export function givenRatios(scenario: Scenario): (readonly ["ratio" | Category, Ratio])[] {
  const multipliers = givenCategories(scenario).flatMap(([category, loss]) =>
    loss.kind === "multiplier" ? [[category, loss.ratio] as const] : [],
  );
  return scenario.ratio ? [["ratio", scenario.ratio], ...multipliers] : multipliers;
}

/** Whether nothing is known about any other loss. */
export function isKilledAlone(scenario: Scenario): boolean {
  const { killed, casualties, ratio, died, share } = scenario;
  if (!killed || casualties || ratio || died || share) return false;
  return CATEGORIES.every((category) => !scenario[category]?.length);
}

/** A scenario in which a single report may be given instead of a list. */
export type LooseScenario = {
  readonly [Key in keyof Scenario]:
    | Scenario[Key]
    | (Scenario[Key] extends readonly (infer Item)[] | undefined ? Item : never);
};

/** The scenario with each single report in a list. */
export function listed(given: LooseScenario): Scenario {
  const single = LISTS.filter((key) => given[key] !== undefined && !Array.isArray(given[key]));
  if (single.length === 0) return given as Scenario;
  return { ...given, ...Object.fromEntries(single.map((key) => [key, [given[key]]])) } as Scenario;
}

const LISTS = [...REPORTED, "recruits", "force"] as const;
