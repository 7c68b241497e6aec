import type { AsOf } from "./dates.ts";
import type { Claim, Expected } from "./expected.ts";
import type { Figure, Rate, Ratio, Share } from "./figure.ts";

/** The losses that are not deaths, in the order in which they are listed. */
export const CATEGORIES = ["wounded", "captured", "missing", "deserted"] as const;
export type Category = (typeof CATEGORIES)[number];

/** Who says so, and as of when. */
export interface Attribution {
  readonly source?: string | undefined;
  readonly asOf?: AsOf | undefined;
}

/** What a report is: a party's word, someone's reckoning, or a list of deaths confirmed one by one. */
export const KINDS = ["claim", "estimate", "confirmed"] as const;
export type Kind = (typeof KINDS)[number];

/** Where a figure comes from. */
export interface Provenance extends Attribution {
  readonly url?: string | undefined;
  readonly note?: string | undefined;
}

export interface Report extends Provenance {
  readonly kind?: Kind | undefined;
  /** Of an event, not of one side. */
  readonly counts?: "all sides" | undefined;
  readonly figure: Figure;
}

/** A report that gives a rate in the place of a count: "25% of the force", "1,271 a day". */
export interface RateReport extends Provenance {
  readonly kind?: Kind | undefined;
  readonly counts?: undefined;
  readonly figure?: undefined;
  readonly rate: Rate;
}

/** A category is reported as a count, or assumed as a multiplier of the killed. */
export type CategoryLoss = Provenance &
  ({ readonly kind: "count"; readonly figure: Figure } | { readonly kind: "multiplier"; readonly ratio: Ratio });

/** The share of all deaths that a confirmed list holds, for the source that it names. */
export interface Coverage extends Attribution {
  readonly share: Share;
}

/** How rival reports of one thing become one figure. */
export type Combine =
  | { readonly rule: "envelope" | "overlap" | "sum" }
  | ({ readonly rule: "prefer"; readonly source: string } & Attribution);

/** The people that the share is taken of. */
export interface Force extends Provenance {
  readonly label?: string | undefined;
  readonly figure: Figure;
}

/** An input that an option replaced; without `to`, one that was dropped because it does not go with a new one. */
export interface Replacement {
  readonly input: InputName;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * Everything that can be given for a calculation, whatever it was read from. How each input is called, read
 * and written is in one table, `notation/inputs.ts`. Either killed or casualties is given; a ratio excludes
 * the categories.
 */
export interface Inputs extends Readonly<Partial<Record<Category, CategoryLoss | undefined>>> {
  readonly side?: string | undefined;
  readonly asOf?: AsOf | undefined;
  readonly killed?: readonly Report[] | undefined;
  readonly casualties?: Report | undefined;
  /** The file with the user's own ratios. */
  readonly ratios?: string | undefined;
  /** Wounded, captured, missing and deserted together, per person killed. */
  readonly ratio?: Ratio | undefined;
  /** The share of the wounded that returned to duty. */
  readonly returned?: Share | undefined;
  readonly coverage?: Coverage | undefined;
  /** Default: envelope. */
  readonly combine?: Combine | undefined;
  readonly force?: readonly Force[] | undefined;
}

export type InputName = keyof Inputs;

/** One set of inputs, and what the result is expected to be. */
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

/** The categories that a scenario names, in their fixed order. */
export function givenCategories(scenario: Scenario): GivenCategory[] {
  const given: GivenCategory[] = [];
  for (const category of CATEGORIES) {
    const loss = scenario[category];
    if (loss) given.push([category, loss]);
  }
  return given;
}

/** The ratios and multipliers of a scenario, with the inputs that they are given for. */
export function givenRatios(scenario: Scenario): (readonly ["ratio" | Category, Ratio])[] {
  const multipliers = givenCategories(scenario).flatMap(([category, loss]) =>
    loss.kind === "multiplier" ? [[category, loss.ratio] as const] : [],
  );
  return scenario.ratio ? [["ratio", scenario.ratio], ...multipliers] : multipliers;
}
