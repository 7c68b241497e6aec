import { type Formula, namesIn, parseFormula, substituted } from "./formula.ts";
import { QUANTITIES } from "./quantities.ts";
import { ALIASES, CONSEQUENCES, RELATIONS, type Relation, TOTALS } from "./relations.ts";

/** A quantity that is given, and its rank: 0 is believed most, and a larger number only if no smaller one gives the same. */
export interface Statement {
  readonly of: string;
  readonly rank: number;
}

/** How one quantity follows from those that are given, or from others that follow from them. */
export interface Step {
  readonly of: string;
  readonly formula: Formula;
}

/** A given quantity that follows from others, too. */
export interface Surplus extends Statement {
  /** What it would make of a quantity that is known without it. */
  readonly would: Step;
  /** At least one of the quantities that it is compared with is not believed more. */
  readonly isEqual: boolean;
}

/** All that follows from what is given, by name. No number is needed to find it. */
export interface Route {
  readonly steps: ReadonlyMap<string, Step>;
  readonly surplus: readonly Surplus[];
  /** Everything that is given or follows. */
  readonly known: ReadonlySet<string>;
}

/** Routes by what is given: rows of a table, and files, give the same again and again. */
const KNOWN = new Map<string, Route>();

/** The route from what is given to everything that follows. */
export function routeFrom(given: readonly Statement[]): Route {
  const key = given.map(({ of, rank }) => `${of}/${rank}`).join();
  const known = KNOWN.get(key) ?? new Finder(given).route();
  KNOWN.set(key, known);
  return known;
}

/** A relation with terms that may be left out waits until everything that is given is known. */
const PLAIN = RELATIONS.filter(({ formula }) => !formula.includes("?"));

/** A ratio of all others can be used once they are added up. */
const RATIO = "others per killed";
const IDLE = / per killed$|\bshare$| a day$/;

class Finder {
  /** What each known quantity rests on: given ones, and the lowest rank among them. */
  private readonly sources = new Map<string, ReadonlySet<string>>();
  private readonly ranks: ReadonlyMap<string, number>;
  private readonly steps = new Map<string, Step>();

  constructor(private readonly given: readonly Statement[]) {
    this.ranks = new Map(given.map(({ of, rank }) => [of, rank]));
  }

  route(): Route {
    const surplus: Statement[] = [];
    const byRank = [...this.given].sort((a, b) => a.rank - b.rank);
    for (const statement of byRank) {
      if (this.sources.has(statement.of)) surplus.push(statement);
      else this.sources.set(statement.of, new Set([statement.of]));
      this.follow(PLAIN);
    }
    this.follow(RELATIONS);
    if (!this.sources.has("out of action") && !this.isAnyIdle()) this.follow(RELATIONS, TOTALS);
    this.follow(CONSEQUENCES);
    return {
      steps: this.steps,
      surplus: surplus.flatMap((statement) => this.compared(statement)),
      known: new Set(this.sources.keys()),
    };
  }

  /** Whether a multiplier or a rate is given that no step uses: then the losses that are known are not all of them. */
  private isAnyIdle(): boolean {
    const used = new Set([...this.steps.values()].flatMap(({ formula }) => [...namesIn(formula).keys()]));
    return this.given.some(({ of, rank }) => rank > 0 && of !== RATIO && IDLE.test(of) && !used.has(of));
  }

  /** Adds what follows by these relations until nothing more does, each time by the first table that has a line for it. */
  private follow(...tables: readonly (readonly Relation[])[]): void {
    for (let found = true; found; ) {
      found = tables.some((relations) => {
        const next = relations.find((relation) => !this.sources.has(relation.of) && this.stepBy(relation));
        if (next) this.add(this.best(relations.filter(({ of }) => of === next.of)));
        return next !== undefined;
      });
    }
  }

  /** The first step that can be taken, before others one whose inputs rest on different figures. */
  private best(relations: readonly Relation[]): Step {
    const steps = relations.flatMap((relation) => this.stepBy(relation) ?? []);
    return steps.find(({ formula }) => !this.overlaps([...namesIn(formula).keys()])) ?? steps[0]!;
  }

  private stepBy({ of, formula: text }: Relation): Step | undefined {
    const isKnown = (name: string) => this.sources.has(name);
    const formula = parseFormula(text, ALIASES, isKnown);
    const names = formula ? [...namesIn(formula).keys()] : [];
    if (!formula || !names.every(isKnown) || this.isOneFigure(names) || this.isNothing(formula)) return undefined;
    return { of, formula };
  }

  /** A difference of two things that rest on the same figures, such as the others less the sum that they were made from. */
  private isNothing(formula: Formula): boolean {
    if (formula.is !== "−") return false;
    const [left, right] = [formula.left, formula.right].map((part) => this.sourcesOf([...namesIn(part).keys()]));
    return left!.size === right!.size && [...left!].every((source) => right!.has(source));
  }

  private sourcesOf(names: readonly string[]): Set<string> {
    return new Set(names.flatMap((name) => [...this.sources.get(name)!]));
  }

  /** Several names for one given figure: that it is 100% of itself says nothing. */
  private isOneFigure(names: readonly string[]): boolean {
    return names.length > 1 && this.sourcesOf(names).size === 1;
  }

  private overlaps(names: readonly string[]): boolean {
    const all = names.flatMap((name) => [...this.sources.get(name)!]);
    return new Set(all).size < all.length;
  }

  private add({ of, formula }: Step): void {
    const names = [...namesIn(formula).keys()];
    this.sources.set(of, this.sourcesOf(names));
    this.steps.set(of, { of, formula: this.writtenOut(formula) });
  }

  /** With steps on the way written out, and with whatever makes one figure occur in it under two names, until none does. */
  private writtenOut(formula: Formula): Formula {
    const names = [...namesIn(formula).keys()];
    const isShared = (name: string) => names.some((other) => other !== name && this.overlaps([name, other]));
    const inner = names.filter(
      (name) => this.steps.has(name) && (QUANTITIES.get(name)!.isStep || isShared(name) || this.isAlias(name)),
    );
    if (inner.length === 0) return formula;
    return this.writtenOut(
      substituted(formula, (name) => (inner.includes(name) ? this.steps.get(name)!.formula : undefined)),
    );
  }

  /** Another name for a quantity needs no place of its own. */
  private isAlias(name: string): boolean {
    return this.steps.get(name)!.formula.is === "name";
  }

  private rankOf(name: string): number {
    return Math.max(...[...this.sources.get(name)!].map((source) => this.ranks.get(source)!));
  }

  /** The first relation that would have used the surplus statement if nothing else had given its result. */
  private compared(statement: Statement): Surplus[] {
    for (const relation of RELATIONS) {
      const step = this.stepBy(relation);
      if (!step || !namesIn(step.formula).has(statement.of) || !this.sources.has(step.of)) continue;
      const would = {
        of: step.of,
        formula: substituted(step.formula, (name) =>
          name === statement.of ? undefined : this.steps.get(name)?.formula,
        ),
      };
      const beside = [step.of, ...namesIn(step.formula).keys()].filter((name) => name !== statement.of);
      return [{ ...statement, would, isEqual: beside.some((name) => statement.rank <= this.rankOf(name)) }];
    }
    return [];
  }
}
