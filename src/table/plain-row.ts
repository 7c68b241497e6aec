import { CATEGORIES } from "../core/categories.ts";

/** A number with few decimals, as a whole number of parts: 2.5 is 25 parts of 10. */
export interface Decimal {
  readonly units: number;
  readonly scale: number;
}

/** Means that there is no number. */
export const NONE = -1;

/** A number of people, or a range of them. The next row overwrites it. */
export class People {
  low = NONE;
  best = NONE;
  high = NONE;
  openLow = false;
  openHigh = false;
  approximate = false;

  clear(): void {
    this.low = this.best = this.high = NONE;
    this.openLow = this.openHigh = this.approximate = false;
  }

  get isOpen(): boolean {
    return this.openLow || this.openHigh;
  }

  /** Whether this is one closed number. */
  get isExact(): boolean {
    return this.low === this.high && !this.isOpen;
  }
}

/** Losses per person killed, as a whole number of parts. */
export interface RatioInParts {
  readonly low: number;
  readonly high: number;
  readonly scale: number;
  readonly approximate: boolean;
}

/** A row in plain numbers. The next row overwrites it. */
export class PlainRow {
  readonly killed = new People();
  readonly casualties = new People();
  /** The counts of the categories, in their order. */
  readonly counts: readonly People[] = CATEGORIES.map(() => new People());
  ratio: RatioInParts | undefined;
  /** Whether a fraction of a person was rounded. */
  isRounded = false;
}

export function isOrdered({ low, best, high }: People): boolean {
  return low <= high && (best === NONE || (low <= best && best <= high));
}
