import { InputError } from "./errors.ts";
import type { Ratio } from "./figure.ts";
import type { RatioInput } from "./named.ts";

/** Ratios that have names. */
export interface RatioLookup {
  /** Finds a ratio by its name. Throws InputError if the name is unknown, or has no ratio for what was asked. */
  (name: string, asked: RatioInput): Ratio;
  /** Whether there is such a name, ignoring case. */
  readonly knows: (name: string) => boolean;
}

/** Used if the ratios could not be read. That is reported already, so a name adds no mistake of its own. */
export const UNAVAILABLE: RatioLookup = Object.assign(
  () => {
    throw new InputError([]);
  },
  { knows: () => false },
);
