import { InputError } from "./errors.ts";
import type { Ratio } from "./figure.ts";
import type { Asked } from "./named.ts";

/** Finds a ratio by its name. Throws InputError if the name is unknown, or has no ratio for what was asked. */
export type RatioLookup = (name: string, asked: Asked) => Ratio;

/** Used if the ratios could not be read. That is reported already, so a name adds no mistake of its own. */
export const UNREAD: RatioLookup = () => {
  throw new InputError([]);
};
