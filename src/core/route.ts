import { defined } from "./defined.ts";
import { type Formula, mayBeNegative, namesIn, parseFormula, substituted } from "./formula.ts";
import { QUANTITIES } from "./quantities.ts";
import { ALIASES, CONSEQUENCES, RELATIONS, type Relation, TOTALS } from "./relations.ts";

/**
 * A given quantity and how much weight it carries. The lower the rank, the more weight: a higher rank is used only if no
 * lower rank gives the quantity.
 */
export interface Statement {
  readonly of: string;
  readonly rank: number;
}

/** How one quantity follows from those that are given, or from those that follow from them. */
export interface Step {
  readonly of: string;
  readonly formula: Formula;
}

/** A given quantity that already follows from others. */
export interface SurplusStatement extends Statement {
  /** How a quantity that is known without it would follow from it. */
  readonly alternative: Step;
  /** At least one quantity that it is compared with carries no more weight. */
  readonly isEqual: boolean;
}

/** Everything that follows from what is given. It is found without any numbers. */
export interface Route {
  /** How a quantity is calculated. Undefined if it is given or unknown. */
  readonly step: (name: string) => Step | undefined;
  readonly surplus: readonly SurplusStatement[];
  /** Every quantity that is given, or that others may be calculated from. */
  readonly known: ReadonlySet<string>;
  /** All losses are the sum of the known losses, because nothing else gives the total. */
  readonly isSummed: boolean;
}

/** Cached routes, because table rows and files give the same quantities again and again. */
const ROUTES = new Map<string, Route>();

/** The route from what is given to everything that follows. */
export function routeFrom(given: readonly Statement[]): Route {
  const sorted = [...given].sort((a, b) => a.rank - b.rank || (a.of < b.of ? -1 : 1));
  const key = sorted.map(({ of, rank }) => `${of}/${rank}`).join();
  const route = ROUTES.get(key) ?? new Finder(sorted).route();
  ROUTES.set(key, route);
  return route;
}

/** Relations without optional terms. The others wait until all given quantities are known. */
const PLAIN = RELATIONS.filter(({ tokens }) => !tokens.some((token) => token.endsWith("?")));

/** A ratio of all others is used only after they are added up. */
const RATIO = "others per killed";
const MULTIPLIER_OR_RATE = / per killed$| share$| a day$/;

const CONSEQUENT: ReadonlySet<string> = new Set(CONSEQUENCES.map(({ of }) => of));

class Finder {
  /** The given quantities that each known quantity depends on. */
  private readonly sources = new Map<string, ReadonlySet<string>>();
  private readonly ranks: ReadonlyMap<string, number>;
  private readonly steps = new Map<string, Step>();
  private readonly roots = new Map<string, string>();
  private isComplete = false;

  constructor(private readonly given: readonly Statement[]) {
    this.ranks = new Map(given.map(({ of, rank }) => [of, rank]));
  }

  route(): Route {
    const surplus: Statement[] = [];
    for (const statement of this.given) {
      if (this.sources.has(statement.of)) surplus.push(statement);
      else this.sources.set(statement.of, new Set([statement.of]));
      this.follow(PLAIN);
    }
    this.follow(RELATIONS);
    const hasTotal = this.sources.has("out of action");
    if (!hasTotal && !this.isAnyUnused()) this.follow(RELATIONS, TOTALS);
    const known = new Set(this.sources.keys());
    return {
      step: (name) => this.step(name),
      surplus: surplus.map((statement) => this.surplusStatement(statement)),
      known,
      isSummed: !hasTotal && known.has("out of action"),
    };
  }

  /**
   * Quantities that lead to nothing else are found when the first of them is asked for, because most results never need
   * them.
   */
  private step(name: string): Step | undefined {
    if (!this.isComplete && !this.steps.has(name) && CONSEQUENT.has(name)) {
      this.isComplete = true;
      this.follow(CONSEQUENCES);
    }
    return this.steps.get(name);
  }

  /** Whether a given multiplier or rate was never used. The known losses are then not all of the losses. */
  private isAnyUnused(): boolean {
    const used = new Set([...this.steps.values()].flatMap(({ formula }) => [...namesIn(formula).keys()]));
    return this.given.some(({ of, rank }) => rank > 0 && of !== RATIO && MULTIPLIER_OR_RATE.test(of) && !used.has(of));
  }

  /**
   * Adds what follows by these relations until nothing more does. Each time, the first table with a usable line is
   * used.
   */
  private follow(...tables: readonly (readonly Relation[])[]): void {
    for (let found = true; found; ) {
      found = tables.some((relations) => {
        const next = relations.find((relation) => !this.sources.has(relation.of) && this.stepBy(relation));
        if (next) this.add(this.best(relations.filter(({ of }) => of === next.of)));
        return next !== undefined;
      });
    }
  }

  /** The first step that can be taken, preferring a step whose inputs depend on different figures. */
  private best(relations: readonly Relation[]): Step {
    const steps = relations.flatMap((relation) => this.stepBy(relation) ?? []);
    return steps.find(({ formula }) => !this.overlaps([...namesIn(formula).keys()])) ?? steps[0]!;
  }

  private stepBy({ of, tokens, needs, some }: Relation): Step | undefined {
    const isKnown = (name: string) => this.sources.has(name);
    if (!needs.every(isKnown) || (some.length > 0 && !some.some(isKnown))) return undefined;
    const formula = parseFormula(tokens, ALIASES, isKnown)!;
    const names = [...namesIn(formula).keys()];
    return this.isOneFigure(names) || this.isNothing(formula) ? undefined : { of, formula };
  }

  /**
   * A difference of two parts that depend on the same figures, such as the others less the parts that they are the sum
   * of.
   */
  private isNothing(formula: Formula): boolean {
    if (formula.is !== "−") return false;
    const [left, right] = [formula.left, formula.right].map((part) => this.sourcesOf([...namesIn(part).keys()]));
    return left!.size === right!.size && [...left!].every((source) => right!.has(source));
  }

  private sourcesOf(names: readonly string[]): Set<string> {
    return new Set(names.flatMap((name) => [...this.sources.get(name)!]));
  }

  /** Several names for the same figure. That it is 100% of itself says nothing. */
  private isOneFigure(names: readonly string[]): boolean {
    if (names.length < 2) return false;
    const roots = names.map((name) => this.rootOf(name));
    return new Set(roots).size < names.length || this.sourcesOf(names).size === 1;
  }

  /** The quantity that another is only a name for: all casualties, if nothing but the killed is known. */
  private rootOf(name: string): string {
    return this.roots.get(name) ?? name;
  }

  private overlaps(names: readonly string[]): boolean {
    const all = names.flatMap((name) => [...this.sources.get(name)!]);
    return new Set(all).size < all.length;
  }

  private add({ of, formula }: Step): void {
    const names = [...namesIn(formula).keys()];
    this.sources.set(of, this.sourcesOf(names));
    this.roots.set(of, formula.is === "name" ? formula.name : of);
    this.steps.set(of, { of, formula: this.writtenOut(formula) });
  }

  /**
   * The formula with intermediate steps written out, and with any quantities that depend on the same figure written out
   * until none do.
   */
  private writtenOut(formula: Formula): Formula {
    const names = [...namesIn(formula).keys()];
    const isShared = (name: string) => names.some((other) => other !== name && this.overlaps([name, other]));
    const inner = names.filter(
      (name) => this.steps.has(name) && (QUANTITIES.get(name)!.isStep || isShared(name) || this.isAlias(name)),
    );
    if (inner.length === 0) return formula;
    return this.writtenOut(
      substituted(formula, (name) => (inner.includes(name) ? this.boundedFormula(name) : undefined)),
    );
  }

  /** The formula of a quantity, with the bounds that it cannot cross. */
  private boundedFormula(name: string): Formula {
    const { least, most } = QUANTITIES.get(name)!;
    const { formula } = this.steps.get(name)!;
    // Only a difference can cross a bound.
    if (!(least || most) || !mayBeNegative(formula, () => false)) return formula;
    return { is: "bounded", part: formula, ...defined({ least, most }) };
  }

  /** Another name for a quantity needs no line of its own. */
  private isAlias(name: string): boolean {
    return this.rootOf(name) !== name;
  }

  private rankOf(name: string): number {
    return Math.max(...[...this.sources.get(name)!].map((source) => this.ranks.get(source)!));
  }

  /** Finds the relation that the surplus statement would have been used in first, if nothing else gave the result. */
  private surplusStatement(statement: Statement): SurplusStatement {
    const steps = RELATIONS.flatMap((relation) => this.stepBy(relation) ?? []);
    const isUse = ({ of, formula }: Step) => namesIn(formula).has(statement.of) && this.sources.has(of);
    const own: Step = { of: statement.of, formula: { is: "name", name: statement.of, shown: statement.of } };
    const { of, formula } = steps.find(isUse) ?? own;
    const written = substituted(formula, (name) => (name === statement.of ? undefined : this.steps.get(name)?.formula));
    const others = [of, ...namesIn(formula).keys()].filter((name) => name !== statement.of);
    return {
      ...statement,
      alternative: { of, formula: written },
      isEqual: others.some((name) => statement.rank <= this.rankOf(name)),
    };
  }
}
