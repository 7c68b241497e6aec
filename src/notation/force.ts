import { afterWhich } from "./people.ts";
import { phrases } from "./phrases.ts";
import { type Token, wordAt } from "./tokens.ts";

const POSSESSIVES = phrases<true>({
  true: `
    of the|its|their|his|her|our?
    the|its|their|his|her|our`,
});

const FORCE =
  /^(?:forces?|army|strength|manpower|troops|soldiers|men|personnel|garrison|unit|company|battalion|regiment|brigade|division)$/;

const EXTENT = /^(?:whole|entire|full|initial|original|invasion|occupation|expeditionary|field)$/;

/** Where "of the force", "of the Russian army" or "its strength" ends; undefined if no such phrase begins here. */
export function afterForce(tokens: readonly Token[], at: number, text: string): number | undefined {
  let next = POSSESSIVES(tokens, at)?.next;
  while (next !== undefined && !FORCE.test(wordAt(tokens, next))) {
    next = EXTENT.test(wordAt(tokens, next)) ? next + 1 : afterWhich(tokens, next, text);
  }
  return next === undefined ? undefined : next + 1;
}
