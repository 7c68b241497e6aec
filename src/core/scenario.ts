import { CATEGORIES, type Category, REPORTED, type Reported } from "./categories.ts";
import type { Claim, Expected } from "./expected.ts";
import type { Ratio } from "./figure.ts";
import type { CategoryLoss, InputName, Inputs, Kind, LossReport } from "./inputs.ts";

/** An input that an option replaced. Without `to`, it was dropped because it does not go with a new input. */
export interface Replacement {
  readonly input: InputName;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A report that was left out because of its kind. */
export interface LeftOut {
  readonly input: Reported | "list";
  readonly kind: Kind;
  readonly report: LossReport | CategoryLoss;
}

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
  /** The reports that its inputs do not include anymore, because it leaves out their kind. */
  readonly leftOut?: readonly LeftOut[] | undefined;
}

export type GivenCategory = readonly [Category, CategoryLoss];

/** What a scenario says about each category, in their fixed order. */
export function givenCategories(scenario: Scenario): GivenCategory[] {
  const given: GivenCategory[] = [];
  for (const category of CATEGORIES) {
    const losses = scenario[category];
    if (losses) for (const loss of losses) given.push([category, loss]);
  }
  return given;
}

/** The ratios and multipliers of a scenario, with the inputs that they were given for. */
export function givenRatios(scenario: Scenario): (readonly ["ratio" | Category, Ratio])[] {
  const multipliers = givenCategories(scenario).flatMap(([category, loss]) =>
    loss.kind === "multiplier" ? [[category, loss.ratio] as const] : [],
  );
  return scenario.ratio ? [["ratio", scenario.ratio], ...multipliers] : multipliers;
}

/** Whether the killed are stated, by reports or by two lists of them. */
export function isKilledGiven({ killed, list }: Scenario): boolean {
  return (killed?.length ?? list?.length ?? 0) > 0;
}

/** Whether nothing is known about any other loss. */
export function isKilledAlone(scenario: Scenario): boolean {
  const { casualties, ratio, died, share } = scenario;
  if (!isKilledGiven(scenario) || casualties || ratio || died || share) return false;
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

const LISTS = [...REPORTED, "list", "recruits", "force", "without"] as const;
