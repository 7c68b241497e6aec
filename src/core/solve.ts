import { derive } from "./derive.ts";
import { QUANTITIES } from "./quantities.ts";
import type { Derivation, Range } from "./range.ts";
import { type Route, routeFrom, type Step } from "./route.ts";

/** The ranks of statements. The lower the rank, the more is believed; one of a higher rank changes nothing that others give. */
export const RANK = { condition: 0, count: 1, pace: 2, share: 3, ratio: 4 } as const;

/** What is given of a quantity. */
export interface Given {
  readonly value: Range;
  readonly rank: number;
}

/** A given quantity that follows from others, too, with what it would make of one that is known without it. */
export interface Surplus {
  readonly of: string;
  readonly calculated: Derivation;
  readonly isEqual: boolean;
}

/** Everything that follows from what is given. A quantity is calculated when it is first asked for. */
export class Solution {
  readonly route: Route;
  readonly #derivations = new Map<string, Derivation | undefined>();

  constructor(readonly given: ReadonlyMap<string, Given>) {
    this.route = routeFrom([...given].map(([of, { rank }]) => ({ of, rank })));
  }

  /**
   * The value of a quantity, calculated where it was given too and others are believed more; undefined where it does
   * not follow, or would divide by zero.
   */
  get(name: string): Range | undefined {
    const isUsed = !this.route.step(name);
    return (isUsed ? this.given.get(name)?.value : undefined) ?? this.derivation(name)?.value;
  }

  /** How a quantity was calculated; undefined where it was given, or is not known. */
  derivation(name: string): Derivation | undefined {
    if (this.#derivations.has(name)) return this.#derivations.get(name);
    const derivation = this.#derive(name);
    this.#derivations.set(name, derivation);
    return derivation;
  }

  /** What was given and not used, and what it would make of a quantity. */
  surplus(): Surplus[] {
    return this.route.surplus.flatMap(({ of, would, isEqual }) => {
      const { value } = this.given.get(of)!;
      const calculated = derivedOrNot(would, (name) => (name === of ? value : this.get(name)));
      return calculated ? [{ of, calculated, isEqual }] : [];
    });
  }

  /** All lines of working, in the order of the table of quantities. */
  get derivations(): Derivation[] {
    return [...QUANTITIES.keys()].flatMap((name) => this.derivation(name) ?? []);
  }

  #derive(name: string): Derivation | undefined {
    const step = this.route.step(name);
    return step && derivedOrNot(step, (input) => this.get(input));
  }
}

/** Undefined where an input is not known, or the formula would divide by zero. */
function derivedOrNot({ of, formula }: Step, get: (name: string) => Range | undefined): Derivation | undefined {
  try {
    return derive(of, formula, (name) => get(name) ?? unknown(name));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

/** As if it were divided by zero: what rests on it is not known either. */
function unknown(name: string): never {
  throw new RangeError(`${name} is not known`);
}
