import type { Per, Quotient } from "../core/figure.ts";
import { type Rational, ZERO } from "../core/rational.ts";
import type { CountedPeople } from "./counted.ts";
import type { Span } from "./cursor.ts";
import type { End } from "./end.ts";
import type { Sign } from "./sign.ts";

/** What a text says, before it is taken as a count, a ratio or a share. */
export interface ParsedQuantity {
  readonly low: Rational;
  readonly best?: Rational | undefined;
  readonly high: Rational;
  readonly openLow: boolean;
  readonly openHigh: boolean;
  readonly approximate: boolean;
  readonly sign?: Sign | undefined;
  readonly vague?: true;
  /** Written with a ±. */
  readonly spread?: true;
  /** The numbers at their places in the text; a best value is the last. */
  readonly ends: readonly End[];
}

/** The range from the first end to the last. "Below" on the first or "above" on the last leaves that end open. */
export function quantityOf(ends: readonly End[]): ParsedQuantity {
  const first = ends[0]!;
  const last = ends.at(-1)!;
  return {
    low: first.value,
    high: last.value,
    openLow: first.bound === "below",
    openHigh: last.bound === "above",
    approximate: ends.some(({ about }) => about),
    sign: last.sign,
    ends,
  };
}

/** Whether a number is a part of a whole: a percentage, or a fraction in words. */
export function isPart({ sign, step }: Pick<End, "sign" | "step">): boolean {
  return sign === "percent" || step.equals(ZERO);
}

/** What a number counts, if it does not count people alone. */
export interface Measure extends Span {
  /** Of a rate: "a day", "of the force". */
  readonly per?: Per | undefined;
  /** What the number is multiplied by: a thirtieth for "a month", and 30 for "months". */
  readonly factor: Rational;
  /** "km2" */
  readonly unit?: string;
}

/** What a text says, and what it says it counts. */
export interface WrittenQuantity extends ParsedQuantity {
  readonly counted?: CountedPeople | undefined;
  readonly measure?: Measure | undefined;
  /** The counts that it is the quotient of. */
  readonly quotient?: Quotient | undefined;
  /** Footnote marks and remarks that were not read. */
  readonly dropped?: readonly string[];
  /** It counts the deaths on a list: "7,000 confirmed dead". */
  readonly confirmed?: true;
}
