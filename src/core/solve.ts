import { derive } from "./derive.ts";
import { namesIn } from "./formula.ts";
import { QUANTITIES } from "./quantities.ts";
import type { Derivation, Range } from "./range.ts";
import { type Route, routeFrom, type Step } from "./route.ts";

/** How far a kind of statement is believed: what a higher one tells, a lower one does not change. */
export const RANK = { condition: 0, total: 1, category: 2, pace: 3, share: 4, ratio: 5 } as const;

/** What is given of a quantity. */
export interface Given {
  readonly value: Range;
  readonly rank: number;
}

/** Everything that follows from what is given. A quantity is calculated when it is first asked for. */
export class Solution {
  readonly route: Route;
  readonly #given: ReadonlyMap<string, Given>;
  readonly #steps: ReadonlyMap<string, Step>;
  readonly #derivations = new Map<string, Derivation | undefined>();

  constructor(given: ReadonlyMap<string, Given>) {
    this.#given = given;
    this.route = routeFrom([...given].map(([of, { rank }]) => ({ of, rank })));
    this.#steps = this.route.steps;
  }

  /** The value of a quantity; undefined where it does not follow, or would divide by zero. */
  get(name: string): Range | undefined {
    return this.#given.get(name)?.value ?? this.derivation(name)?.value;
  }

  /** How a quantity was calculated; undefined where it was given, or is not known. */
  derivation(name: string): Derivation | undefined {
    if (this.#derivations.has(name)) return this.#derivations.get(name);
    const derivation = this.#derive(name);
    this.#derivations.set(name, derivation);
    return derivation;
  }

  /** All lines of working, in the order of the table of quantities. */
  get derivations(): Derivation[] {
    return [...QUANTITIES.keys()].flatMap((name) => this.derivation(name) ?? []);
  }

  #derive(name: string): Derivation | undefined {
    const step = this.#steps.get(name);
    const ranges = step && new Map([...namesIn(step.formula).keys()].map((input) => [input, this.get(input)]));
    if (!step || [...ranges!.values()].includes(undefined)) return undefined;
    try {
      return derive(name, step.formula, (input) => ranges!.get(input)!);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }
}
