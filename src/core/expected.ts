import type { CaveatCode } from "./caveats/caveat.ts";
import type { Figure } from "./figure.ts";
import type { Provenance } from "./inputs.ts";
import type { Range } from "./range.ts";
import type { Rational } from "./rational.ts";
import type { ResultName } from "./result-names.ts";

/** A result as someone wrote it, which shows how precisely they meant it. */
export interface Stated extends Range {
  readonly text: string;
  /** The losses that the words name, unless they mean all: "killed and wounded". */
  readonly only?: Figure["only"];
  /**
   * One unit of the last digit that was written, for each end: 1 for "24,000", 1,000 for "24k". Zero for an exact
   * fraction.
   */
  readonly step: { readonly low: Rational; readonly best?: Rational | undefined; readonly high: Rational };
  /** The days that a pace was stated for, unless that is one: 7, 30 or 365. */
  readonly days?: number;
  /** A number that was called close: "just over" or "just under" it, or "nearly" that. */
  readonly isClose?: true;
  /** "Exactly" that, or between two bounds: "more than 20,000 but fewer than 30,000". */
  readonly isStrict?: true;
  /** The ends whose words exclude the number itself: "over 28,000" excludes 28,000, which "at least 28,000" includes. */
  readonly excludes?: readonly ("low" | "high")[];
}

/** How far off a result may be: a number in its unit, or a part of what was stated. */
export interface Tolerance {
  readonly value: Rational;
  readonly relative: boolean;
  readonly text: string;
}

/** What is stated about one result. */
export interface Expectation {
  readonly of: ResultName;
  /** The force that a share is of, counted from 0. */
  readonly force?: number | undefined;
  readonly stated: Stated;
  readonly tolerance?: Tolerance | undefined;
}

/** The result that a scenario must have. */
export interface Expected {
  readonly results: readonly Expectation[];
  /** Caveats that the estimate must have. It may have others too. */
  readonly caveats?: readonly CaveatCode[] | undefined;
}

/** What a report concluded, whether or not its figures support it. */
export interface Claim extends Provenance {
  readonly results: readonly Expectation[];
}

/** The path of a result in an expectation or claim: ["implied", "wounded"], ["share", 1]. */
export function expectationPath({ of, force }: Pick<Expectation, "of" | "force">): (string | number)[] {
  return [...of.split("."), ...(force === undefined ? [] : [force])];
}

/** The name with its index if there is a share for each of several forces: "share[1]". */
export function expectationName({ of, force }: Pick<Expectation, "of" | "force">): string {
  return force === undefined ? of : `${of}[${force}]`;
}
