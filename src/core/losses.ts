import { exact } from "./figure.ts";
import { type Derivation, derive, type Get, type Input, type Range } from "./range.ts";
import { ONE, type Rational, ZERO } from "./rational.ts";
import { type Category, type GivenCategory, givenCategories, type Report, type Scenario } from "./scenario.ts";

/** The losses of one account, or of all accounts together. */
export interface Losses {
  /** Missing where only casualties are known. */
  readonly killed?: Range | undefined;
  /** All losses but the killed, where a ratio (or the sum of multipliers) stands for them. */
  readonly others?: Range | undefined;
  readonly categories: Readonly<Partial<Record<Category, Range>>>;
  /** Counted losses per person killed, for a category that is reported as a count. */
  readonly implied: Readonly<Partial<Record<Category, Range>>>;
  readonly outOfAction: Range;
  /** Out of action less the wounded who returned to duty. */
  readonly net?: Range | undefined;
  readonly working: readonly Derivation[];
}

/** One summand: its place in a formula, its inputs, and its value. */
interface Term {
  readonly formula: string;
  readonly inputs: Readonly<Record<string, Input>>;
  readonly at: (get: Get) => Rational;
}

/** Killed, and what a ratio or the categories add to them. */
export function lossesFromKilled(killed: Range, scenario: Scenario): Losses {
  const dead: Input = { value: killed, unit: "people" };
  if (scenario.ratio) return lossesByRatio(dead, { value: scenario.ratio, unit: "perKilled" });
  const given = givenCategories(scenario);
  if (given.length === 0) return { ...NOTHING, killed, outOfAction: killed };

  const terms = given.map(([category, loss]) => [category, termOf(category, loss, dead)] as const);
  const own: Term = { formula: "{killed}", inputs: { killed: dead }, at: (get) => get("killed") };
  const counted = terms.map(
    ([category, { formula, inputs, at }]) => [category, derive(category, "people", formula, inputs, at)] as const,
  );
  const implied = given.flatMap((entry) => impliedRatio(entry, dead));
  const outOfAction = sum("outOfAction", [own, ...terms.map(([, term]) => term)]);
  const net =
    scenario.returned &&
    sum("net", [own, ...terms.map(([category, term]) => (category === "wounded" ? stillOut(term, scenario) : term))]);
  return {
    killed,
    others: undefined,
    categories: byCategory(counted),
    implied: byCategory(implied),
    outOfAction: outOfAction.value,
    net: net?.value,
    working: [
      ...derivations(counted).filter(({ inputs }) => "killed" in inputs),
      ...derivations(implied),
      outOfAction,
      ...(net ? [net] : []),
    ],
  };
}

const NOTHING = {
  killed: undefined,
  others: undefined,
  categories: {},
  implied: {},
  net: undefined,
  working: [],
};

function lossesByRatio(killed: Input, ratio: Input): Losses {
  const inputs = { killed, ratio };
  const others = derive("others", "people", "{killed} × {ratio}", inputs, (get) => get("killed").times(get("ratio")));
  const outOfAction = derive("outOfAction", "people", "{killed} × (1 + {ratio})", inputs, (get) =>
    get("killed").times(ONE.plus(get("ratio"))),
  );
  return {
    killed: killed.value,
    others: others.value,
    categories: {},
    implied: {},
    outOfAction: outOfAction.value,
    net: undefined,
    working: [others, outOfAction],
  };
}

/** A count stands for itself; a multiplier is applied to the killed. */
function termOf(category: Category, loss: GivenCategory[1], killed: Input): Term {
  if (loss.kind === "count") {
    const inputs = { [category]: { value: exact(loss.figure), unit: "people" } as const };
    return { formula: `{${category}}`, inputs, at: (get) => get(category) };
  }
  const name = perKilled(category);
  return {
    formula: `{killed} × {${name}}`,
    inputs: { killed, [name]: { value: loss.ratio, unit: "perKilled" } },
    at: (get) => get("killed").times(get(name)),
  };
}

/** The wounded without those who returned to duty. */
function stillOut(wounded: Term, { returned }: Scenario): Term {
  return {
    formula: `${wounded.formula} × (1 − {returned})`,
    inputs: { ...wounded.inputs, returned: { value: returned!, unit: "share", falls: true } },
    at: (get) => wounded.at(get).times(ONE.minus(get("returned"))),
  };
}

function sum(of: string, terms: readonly Term[]): Derivation {
  const formula = terms.map((term) => term.formula).join(" + ");
  const inputs = Object.assign({}, ...terms.map((term) => term.inputs)) as Record<string, Input>;
  return derive(of, "people", formula, inputs, (get) => terms.reduce((total, term) => total.plus(term.at(get)), ZERO));
}

/** A count ÷ killed. Without a meaning where nobody may have been killed. */
function impliedRatio([category, loss]: GivenCategory, killed: Input): CategoryDerivation[] {
  if (loss.kind !== "count" || killed.value.low.equals(ZERO)) return [];
  const inputs: Record<string, Input> = {
    [category]: { value: exact(loss.figure), unit: "people" },
    killed: { ...killed, falls: true },
  };
  const at = (get: Get) => get(category).over(get("killed"));
  return [[category, derive(perKilled(category), "perKilled", `{${category}} ÷ {killed}`, inputs, at)]];
}

/**
 * Casualties are out of action as they stand. With a ratio r, killed = c ÷ (1 + r) and
 * others = c × r ÷ (1 + r); multipliers for categories add up to r. The ends of the parts need
 * not add up to c: the killed are fewest where the others are most.
 */
export function lossesFromCasualties(casualties: Report, scenario: Scenario): Losses {
  const all: Input = { value: exact(casualties.figure), unit: "people" };
  const ratios = ratiosOf(scenario);
  const outOfAction = all.value;
  if (ratios.length === 0) return { ...NOTHING, outOfAction };

  const whole = (get: Get) => ratios.reduce((total, [name]) => total.plus(get(name)), ONE);
  const divisor = `(1 + ${ratios.map(([name]) => `{${name}}`).join(" + ")})`;
  const killed = derive("killed", "people", `{casualties} ÷ ${divisor}`, inputsFor(all, ratios), (get) =>
    get("casualties").over(whole(get)),
  );
  const parts = ratios.map(([name, , of]) =>
    derive(of, "people", `{casualties} × {${name}} ÷ ${divisor}`, inputsFor(all, ratios, name), (get) =>
      get("casualties").times(get(name)).over(whole(get)),
    ),
  );
  const byRatio = scenario.ratio !== undefined;
  return {
    killed: killed.value,
    others: byRatio ? parts[0]!.value : undefined,
    categories: byRatio ? {} : Object.fromEntries(parts.map(({ of, value }) => [of, value])),
    implied: {},
    outOfAction,
    net: undefined,
    working: [killed, ...parts],
  };
}

/** Name in a formula, value, and what the part that it makes is called. */
type NamedRatio = readonly [name: string, value: Range, of: string];

function ratiosOf(scenario: Scenario): NamedRatio[] {
  if (scenario.ratio) return [["ratio", scenario.ratio, "others"]];
  return givenCategories(scenario).flatMap(([category, loss]) =>
    loss.kind === "multiplier" ? [[perKilled(category), loss.ratio, category] as const] : [],
  );
}

/** A larger ratio makes every part smaller, but the part that is its own. */
function inputsFor(casualties: Input, ratios: readonly NamedRatio[], own?: string): Record<string, Input> {
  const entries = ratios.map(([name, value]) => [name, { value, unit: "perKilled", falls: name !== own }] as const);
  return { casualties, ...Object.fromEntries(entries) };
}

/** What a category's ratio is called in formulas and results. */
export function perKilled(category: Category): string {
  return `${category} per killed`;
}

type CategoryDerivation = readonly [Category, Derivation];

function byCategory(entries: readonly CategoryDerivation[]): Partial<Record<Category, Range>> {
  return Object.fromEntries(entries.map(([category, { value }]) => [category, value]));
}

function derivations(entries: readonly CategoryDerivation[]): Derivation[] {
  return entries.map(([, derivation]) => derivation);
}
