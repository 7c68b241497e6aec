import { derive } from "./derive.ts";
import { QUANTITIES } from "./quantities.ts";
import type { Derivation, Range } from "./range.ts";
import { type Route, routeFrom, type Step } from "./route.ts";

/**
 * The ranks of statements. The lower the rank, the more weight it carries. A higher rank never changes what others give.
 */
export const RANK = { condition: 0, count: 1, pace: 2, share: 3, ratio: 4 } as const;

/** A given value and its rank. */
export interface Given {
  readonly value: Range;
  readonly rank: number;
}

/** A given quantity that also follows from others, and what it would make of a quantity that is known without it. */
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
   * The value of a quantity. A given value is used unless others carry more weight, in which case the value is
   * calculated from those. Undefined if it does not follow, or would divide by zero.
   */
  get(name: string): Range | undefined {
    const isUsed = !this.route.step(name);
    return (isUsed ? this.given.get(name)?.value : undefined) ?? this.derivation(name)?.value;
  }

  /** How a quantity was calculated. Undefined if it was given or is unknown. */
  derivation(name: string): Derivation | undefined {
    if (this.#derivations.has(name)) return this.#derivations.get(name);
    const derivation = this.#derive(name);
    this.#derivations.set(name, derivation);
    return derivation;
  }

  /** The statements that were given but not used, and what each would make of a quantity. */
  surplus(): Surplus[] {
    return this.route.surplus.flatMap(({ of, alternative, isEqual }) => {
      const { value } = this.given.get(of)!;
      const calculated = tryDerive(alternative, (name) => (name === of ? value : this.get(name)));
      return calculated ? [{ of, calculated, isEqual }] : [];
    });
  }

  /** All lines of working, in the order of the table of quantities. */
  get derivations(): Derivation[] {
    return [...QUANTITIES.keys()].flatMap((name) => this.derivation(name) ?? []);
  }

  #derive(name: string): Derivation | undefined {
    const step = this.route.step(name);
    return step && tryDerive(step, (input) => this.get(input));
  }
}

/** Undefined if an input is unknown, or if the formula would divide by zero. */
function tryDerive({ of, formula }: Step, get: (name: string) => Range | undefined): Derivation | undefined {
  try {
    return derive(of, formula, (name) => get(name) ?? refuseUnknown(name));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

/** Treated like a division by zero: what depends on it is unknown too. */
function refuseUnknown(name: string): never {
  throw new RangeError(`${name} is not known`);
}
